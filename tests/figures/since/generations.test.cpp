// SPDX-License-Identifier: BSL-1.0
#include <headway/figures/since/generations.hpp>

#include "figures/since/since_expect.hpp"

using namespace headway::units;
using headway::figures::chip_facts;
using headway::figures::grade;
using headway::figures::kind;
using headway::figures::precision;
namespace now = headway::figures::since;

namespace {

/// A row of the table: PFLOP/s per package at 4, 8 and 16 bits (low and high where two stand there), GB, TB/s (low and high);
/// 0 for not stated.
struct row {
    std::string_view id, announced, first_sales;
    double fp4, fp4_high, fp8, bf16, bf16_high, memory, bandwidth, bandwidth_high;
    precision how;
    kind what;
    grade verified;
};

using enum precision;
constexpr row table[] = {
    {"h100", "2022-03-22", "Q3 2022", 0, 0, 2, 0.99, 0.99, 80, 3.35, 3.35, about, kind::claimed, grade::b},
    {"h200", "2023-11-13", "Q2 2024", 0, 0, 2, 0.99, 0.99, 141, 4.8, 4.8, about, kind::claimed, grade::b},
    {"h20", "", "Q1 2024 to Q3 2025", 0, 0, 0, 0, 0, 0, 0, 0, about, kind::claimed, grade::a},
    {"b200", "2024-03-18", "Q4 2024", 9, 10, 4.5, 0, 0, 192, 8, 8, about, kind::claimed, grade::b},
    {"b300", "2025-03-18", "Q2 2025", 15, 15, 0, 0, 0, 288, 8, 8, about, kind::claimed, grade::b},
    {"rubin", "2025-03-18", "second half of 2026", 50, 50, 0, 0, 0, 288, 22, 22, about, kind::claimed, grade::b},
    {"rubin_ultra", "2025-03-18", "second half of 2027", 100, 100, 0, 0, 0, 1000, 0, 0, about, kind::forecast, grade::b},
    {"mi350x", "2025-06-12", "Q2 2025", 10, 10, 0, 0, 0, 288, 8, 8, about, kind::claimed, grade::b},
    {"mi355x", "2025-06-12", "Q3 2025", 10, 10, 0, 0, 0, 288, 8, 8, about, kind::claimed, grade::b},
    {"mi455x", "2025-06-12", "second half of 2026", 40, 40, 20, 0, 0, 432, 19.6, 19.6, about, kind::claimed, grade::b},
    {"ascend_910c", "", "about May 2025", 0, 0, 0, 0.78, 0.80, 128, 3.2, 3.2, about, kind::claimed, grade::b},
    {"ascend_950pr_plan", "2025-09-18", "Q1 2026", 2, 2, 1, 0, 0, 128, 1.6, 1.6, about, kind::forecast, grade::b},
    {"ascend_950pr_card", "2026-03-20", "March 2026", 1.56, 1.56, 0, 0, 0, 112, 1.4, 1.4, exact, kind::claimed, grade::b},
    {"ascend_950dt_plan", "2025-09-18", "Q4 2026", 2, 2, 0, 0, 0, 144, 0, 0, about, kind::forecast, grade::b},
    {"ascend_960_plan", "2025-09-18", "Q4 2027", 4, 4, 0, 0, 0, 288, 0, 0, about, kind::forecast, grade::b},
    {"ascend_970_plan", "2025-09-18", "Q4 2028", 8, 8, 0, 0, 0, 0, 0, 0, about, kind::forecast, grade::b},
    {"tpu_v6e", "2024-05-14", "Q3 2024", 0, 0, 0, 0.918, 0.918, 32, 1.64, 1.64, exact, kind::claimed, grade::b},
    {"tpu_v7", "2025-04-09", "Q3 2025", 0, 0, 4.614, 0, 0, 192, 7.2, 7.3, exact, kind::claimed, grade::b},
    {"trainium2", "2024-12-03", "Q1 2024", 0, 0, 1.3, 0, 0, 0, 0, 0, exact, kind::claimed, grade::b},
    {"trainium3", "2025-12-02", "December 2025", 0, 0, 2.52, 0, 0, 144, 4.9, 4.9, exact, kind::claimed, grade::b},
};

template <class Quantity, class Unit>
void holds(const headway::figures::stated_range<Quantity>& got, double low, double high, const Unit& unit) {
    CHECK(got.is_stated() == (low > 0.0));
    CHECK_THAT(got.low().in(unit), Catch::Matchers::WithinRel(low, 1e-14));
    CHECK_THAT(got.high().in(unit), Catch::Matchers::WithinRel(high, 1e-14));
}

}  // namespace

TEST_CASE("every generation is as the table has it") {
    REQUIRE(now::generations().size() == std::size(table));
    std::size_t at = 0;
    for (const chip_facts& c : now::generations()) {
        const row& r = table[at++];
        INFO("generation " << std::string(r.id));
        CHECK(c.id == r.id);
        CHECK(c.announced.text == r.announced);
        CHECK(c.first_sales.text == r.first_sales);
        CHECK(c.first_sales.earliest <= c.first_sales.latest);
        const auto pflops = petaflop / second / chip;
        holds(c.at_4_bits, r.fp4, r.fp4_high, pflops);
        holds(c.at_8_bits, r.fp8, r.fp8, pflops);
        holds(c.at_16_bits, r.bf16, r.bf16_high, pflops);
        holds(c.memory, r.memory, r.memory, gigabyte / chip);
        holds(c.memory_bandwidth, r.bandwidth, r.bandwidth_high, terabyte / second / chip);
        CHECK(c.power.is_stated() == (r.id == "ascend_950pr_card"));
        CHECK(c.precision == r.how);
        CHECK(c.kind == r.what);
        CHECK(c.grade == r.verified);
        CHECK_FALSE(c.source->key.empty());
        CHECK_FALSE(headway::figures::value_text(c).empty());
    }
    CHECK(now::ascend_950pr_card.power.low().in(watt / chip) == 600.0);
}

TEST_CASE("a quarter runs from its first to its last day") {
    using namespace std::chrono_literals;
    CHECK(now::h100.first_sales.earliest == headway::date(2022y / 7 / 1));
    CHECK(now::h100.first_sales.latest == headway::date(2022y / 9 / 30));
    CHECK(now::b200.first_sales.earliest == headway::date(2024y / 10 / 1));
    CHECK(now::b200.first_sales.latest == headway::date(2024y / 12 / 31));
}

TEST_CASE("the notes on generations say what a data sheet leaves open") {
    using expected::contains;
    CHECK(contains(now::h100.note, "3.958"));
    CHECK(contains(now::b200.note, "in another table 9"));
    CHECK(contains(now::rubin.note, "35 for training"));
    CHECK(contains(now::mi350x.note, "differ on sparsity"));
    CHECK(contains(now::mi455x.note, "which AMD denies"));
    CHECK(contains(now::tpu_v7.note, "April 2026"));
    CHECK(contains(now::tpu_v7.note, "294 531"));
    CHECK(contains(now::trainium2.note, "20.8 PFLOP/s at 8 bits are stated for 16 chips"));
    CHECK(contains(now::ascend_950pr_plan.note, "below the plan"));
}
