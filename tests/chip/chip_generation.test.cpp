// SPDX-License-Identifier: BSL-1.0
#include <headway/chip/chip_generation.hpp>

#include "catch.hpp"
#include "trend/number_types.hpp"

#include <headway/figures/published.hpp>

namespace hw = headway;
namespace published = headway::figures::published;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::Message;

namespace {

constexpr auto pflops = petaflop / second / chip;

constexpr hw::generation trainer{.name = "trainer",
                                 .launch = hw::date(2024y / 1 / 1),
                                 .performance = 2.0 * pflops,
                                 .processing_performance = 16'000.0 * tpp / chip,
                                 .price = 30'000.0 * usd / chip,
                                 .power = 700.0 * watt / chip};
constexpr hw::generation server{
    .name = "server", .launch = hw::date(2024y / 6 / 1), .performance = 0.3 * pflops, .trains = false};

static_assert(trainer.fits(hw::workload::any) && trainer.fits(hw::workload::training) &&
              trainer.fits(hw::workload::inference));
static_assert(server.fits(hw::workload::any) && !server.fits(hw::workload::training) &&
              server.fits(hw::workload::inference));
static_assert(!hw::generation{.infers = false}.fits(hw::workload::inference));
static_assert(server.price == 0.0 * usd / chip);  // not stated

static_assert(hw::processing_performance(trainer.performance, 8) == trainer.processing_performance);
static_assert(hw::performance_at(trainer.processing_performance, 8) == trainer.performance);
static_assert(hw::processing_performance(0.0 * pflops, 8) == 0.0 * tpp / chip);
// An H100 does 1978.9 TFLOP/s at 8 bits.
static_assert(hw::abs(hw::performance_at(published::h100_tpp.value / chip, 8).in(teraflop / second / chip) - 1978.9) <
              1e-9);

static_assert(trainer.with_performance(3.0 * pflops).performance == 3.0 * pflops);
static_assert(trainer.with_performance(3.0 * pflops).price == trainer.price);
static_assert(trainer.with_launch(hw::date(2025y / 1 / 1)).launch == hw::date(2025y / 1 / 1));
static_assert(trainer.with_price(1.0 * usd / chip).price == 1.0 * usd / chip);
static_assert(trainer.with_power(1.0 * watt / chip).power == 1.0 * watt / chip);
static_assert(trainer.with_memory_bandwidth(3.35 * terabyte / second / chip).memory_bandwidth ==
              3350.0 * gigabyte / second / chip);
static_assert(trainer.memory_bandwidth.base_value() == 0.0 &&
              trainer.with_memory_bandwidth(1.0 * gigabyte / second / chip).with_price(1.0 * usd / chip).memory_bandwidth ==
                  1.0 * gigabyte / second / chip);
static_assert(trainer.with_processing_performance(1.0 * tpp / chip).processing_performance == 1.0 * tpp / chip);

TEST_CASE("a generation with one uncertain value keeps the others") {
    const auto draws = hw::batch::generate([](int i) { return 1.0 + i; });
    const auto uncertain = trainer.with_performance(draws * pflops);
    CHECK(uncertain.performance.base_value().lane[3] == 4e15);
    CHECK(uncertain.name == "trainer");
    for (int i = 0; i < hw::batch::size; ++i) {
        REQUIRE(uncertain.launch.seconds_since_1970().lane[i] == trainer.launch.seconds_since_1970());
        REQUIRE(uncertain.price.base_value().lane[i] == trainer.price.base_value());
        REQUIRE(uncertain.power.base_value().lane[i] == trainer.power.base_value());
        REQUIRE(uncertain.processing_performance.base_value().lane[i] == trainer.processing_performance.base_value());
    }
    CHECK_FALSE(server.with_price(draws * usd / chip).trains);
}

TEST_CASE("what a chip counts grows with its speed and with the length of its operands") {
    for (const double factor : {0.5, 2.0, 10.0}) {
        CHECK(hw::processing_performance(factor * pflops, 8) == factor * hw::processing_performance(pflops, 8));
        CHECK(hw::processing_performance(pflops, 8 * factor) == factor * hw::processing_performance(pflops, 8));
        CHECK(hw::performance_at(factor * 1000.0 * tpp / chip, 8) ==
              factor * hw::performance_at(1000.0 * tpp / chip, 8));
        CHECK(hw::performance_at(1000.0 * tpp / chip, 8 * factor) ==
              hw::performance_at(1000.0 * tpp / chip, 8) / factor);
    }
    check_number_types([](const auto& x) { return hw::processing_performance(x * pflops, x).in(tpp / chip); }, 1.0,
                       16.0);
    check_number_types([](const auto& x) { return hw::performance_at(100.0 * tpp / chip, x).in(pflops); }, 1.0, 16.0);
}

TEST_CASE("one bad draw of a generation is refused, and told, draws upon a limit are not") {
    const auto one_bad = [](double bad) { return hw::batch::generate([bad](int i) { return i == 40 ? bad : i == 0 ? 0.0 : 1.0; }); };
    const auto require = [](const auto& generation) { hw::detail::require_generation("f", generation); };
    CHECK_NOTHROW(require(trainer.with_price(one_bad(0.0) * usd / chip)));
    CHECK_THROWS_MATCHES(require(trainer.with_price(one_bad(-2.0) * usd / chip)), std::domain_error,
                         Message("f: price in USD per chip of generation trainer must be above zero and finite, or 0 for not "
                                 "stated, got -2"));
    CHECK_THROWS_MATCHES(require(trainer.with_power(one_bad(__builtin_huge_val()) * watt / chip)), std::domain_error,
                         Message("f: power in watts per chip of generation trainer must be above zero and finite, or 0 for "
                                 "not stated, got inf"));
    const auto not_stated = hw::batch::generate([](int i) { return i == 40 ? 0.0 : 1.0; });
    CHECK_THROWS_MATCHES(require(trainer.with_performance(not_stated * pflops)), std::domain_error,
                         Message("f: generation trainer states no performance; give it one"));
}

TEST_CASE("amounts that make no sense are refused by name") {
    CHECK_THROWS_MATCHES(hw::processing_performance(-1.0 * flop / second / chip, 8), std::domain_error,
                         Message("processing_performance: performance in FLOP/s per chip must be >= 0, got -1"));
    CHECK_THROWS_MATCHES(hw::processing_performance(pflops, 0), std::domain_error,
                         Message("processing_performance: bits must be > 0, got 0"));
    CHECK_THROWS_MATCHES(hw::performance_at(-1.0 * tpp / chip, 8), std::domain_error,
                         Message("performance_at: TPP per chip must be >= 0, got -1"));
    CHECK_THROWS_MATCHES(hw::performance_at(tpp / chip, -8), std::domain_error,
                         Message("performance_at: bits must be > 0, got -8"));
}

}  // namespace
