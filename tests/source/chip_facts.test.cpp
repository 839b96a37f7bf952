// SPDX-License-Identifier: BSL-1.0
#include <headway/source/chip_facts.hpp>

#include "../catch.hpp"

using namespace headway::units;
using namespace headway::figures;
using Catch::Matchers::WithinRel;

namespace {

constexpr auto pflops = petaflop / second / chip;
constexpr article sheet{.key = "sheet", .speaker = "A Maker"};
constexpr chip_facts both{
    {.announced = stated("2025-01-01"), .at_4_bits = {9.0 * pflops, 10.0 * pflops}, .at_8_bits = 4.5 * pflops},
    {.id = "both", .source = &sheet, .words = "a chip"}};
constexpr chip_facts bare{{.first_sales = stated("2024")}, {.id = "bare", .source = &sheet}};

static_assert(both.performance_at(8).middle() == 4.5 * pflops && both.performance_at(4).low() == 9.0 * pflops);
static_assert(!both.memory.is_stated() && !bare.states_performance() && both.states_performance());

}  // namespace

TEST_CASE("processing performance is the greatest product over the lengths that are stated") {
    // 10 PFLOP/s at 4 bits count 40 000, the other copy's 9 count 36 000, as do 4.5 at 8 bits.
    CHECK_THAT(both.processing_performance().low().in(tpp / chip), WithinRel(36'000.0, 1e-14));
    CHECK_THAT(both.processing_performance().high().in(tpp / chip), WithinRel(40'000.0, 1e-14));
    CHECK_THAT(both.performance_at(4).middle().in(pflops), WithinRel(9.5, 1e-14));
}

TEST_CASE("what a chip does not state is refused by name") {
    CHECK_THROWS_WITH(both.performance_at(16), "performance_at: both states no performance at 16 bits; give it one, or leave "
                                               "out what asks for it");
    CHECK_THROWS_WITH(both.performance_at(2), Catch::Matchers::StartsWith("performance_at: both states no performance at 2"));
    CHECK_THROWS_WITH(bare.processing_performance(), Catch::Matchers::StartsWith("processing_performance: bare states no"));
}

TEST_CASE("a stated range must have its ends in order and above zero") {
    using performance = chip_sheet::performance;
    CHECK_THROWS_AS(performance(2.0 * pflops, 1.0 * pflops), std::domain_error);
    CHECK_THROWS_AS(performance(0.0 * pflops), std::domain_error);
    CHECK_THROWS_AS(performance(-1.0 * pflops), std::domain_error);
    CHECK_THROWS_AS(performance(std::numeric_limits<double>::quiet_NaN() * pflops), std::domain_error);
}
