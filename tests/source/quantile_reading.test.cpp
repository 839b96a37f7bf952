// SPDX-License-Identifier: BSL-1.0
#include <headway/source/quantile_reading.hpp>

#include "catch.hpp"

#include <headway/figures/published.hpp>
#include <headway/figures/since/chips.hpp>
#include <headway/figures/since/lead.hpp>

namespace hw = headway;
namespace since = headway::figures::since;
using namespace hw::units;
using Catch::Matchers::Message;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

TEST_CASE("a stock keeps its three published numbers, and none of it lies below zero") {
    for (const auto* figure :
         {&since::nvidia_stock_2023, &since::nvidia_stock_2024, &since::nvidia_stock_2025, &since::tpu_stock_2025,
          &since::trainium_stock_2025, &since::amd_stock_2025, &since::china_nvidia_owned_2025}) {
        INFO(figure->id);
        const auto b = hw::as_quantiles(*figure).above(0.0 * chip);
        CHECK_THAT(b.quantile(0.05).in(figure->low), WithinRel(1.0, 1e-12));
        CHECK_THAT(b.median().in(figure->value), WithinRel(1.0, 1e-12));
        CHECK_THAT(b.quantile(0.95).in(figure->high), WithinRel(1.0, 1e-12));
        CHECK(b.support().first == 0.0 * chip);
        CHECK(b.has_variance());
    }
}

TEST_CASE("a plain number, at the level that its source states") {
    const auto& growth = hw::figures::published::training_compute_growth;
    const auto b = hw::as_quantiles(growth);
    CHECK_THAT(b.cdf(growth.low), WithinAbs(0.5 - 0.5 * growth.level, 1e-12));
    CHECK_THAT(b.cdf(growth.high), WithinAbs(0.5 + 0.5 * growth.level, 1e-12));
    CHECK(b.median() == growth.value);
}

TEST_CASE("ends that are no quantiles are not read as such") {
    CHECK_THROWS_MATCHES(
        hw::as_quantiles(since::lead_epoch), std::domain_error,
        Message("as_quantiles: the source of lead_epoch does not state the level of its interval, so its ends are no "
                "quantiles; state them yourself, from_quantiles({{0.05, low}, {0.5, value}, {0.95, high}}), or, of "
                "a mean with the smallest and the largest, read it with as_mean_and_ends"));
}

TEST_CASE("quantiles out of order are refused, by the figure or by the reading") {
    const auto stated = [](double low, double value, double high) {
        return hw::figures::figure_with_interval(value, low, high, 0.9, hw::figures::shown_in<double>{1.0, ""},
                                                 {.id = "stock"});
    };
    CHECK(hw::as_quantiles(stated(1.0, 2.0, 4.0)).median() == 2.0);
    CHECK_THROWS_MATCHES(
        stated(3.0, 2.0, 4.0), std::domain_error,
        Message("figure_with_interval: the low end of stock must not be above its high end; give low, then high"));
    CHECK_THROWS_MATCHES(
        hw::as_quantiles(stated(2.0, 2.0, 4.0)), std::domain_error,
        Message("from_quantiles: the quantiles must rise with the probability, got 2 and 2 at 0.05 and 0.5"));
    // No metalog goes through these: told with what would do.
    CHECK_THROWS_WITH(hw::as_quantiles(stated(1.0, 1.01, 4.0)).belief(),
                      Catch::Matchers::ContainsSubstring("the quantile function would fall"));
}

}  // namespace
