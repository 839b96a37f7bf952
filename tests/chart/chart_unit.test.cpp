// SPDX-License-Identifier: BSL-1.0
#include <headway/chart/chart_unit.hpp>

#include "catch.hpp"

#include <cmath>
#include <string>
#include <utility>

#include <headway/chart/detail/chart_axis.hpp>

using namespace headway::report;
using namespace headway::units;
using money = headway::quantity<headway::dim::money>;

namespace {

std::string axis_text(const detail::chart_axis& axis) {
    std::string all = axis.title + ":";
    for (const auto& tick : axis.marks.ticks) all += " " + tick.label;
    return all;
}
template <class T>
std::string axis_text(T lo, T hi, axis_kind kind, const chart_unit<T>& unit = {}, bool words = true) {
    return axis_text(detail::make_axis<T>("test", {headway::base_value_of(lo), headway::base_value_of(hi)}, kind, unit,
                                          6, true, words));
}

TEST_CASE("an axis is told in the unit that suits its values, at numbers that are round in it") {
    CHECK(axis_text(3.0 * million_usd, 21.0 * million_usd, axis_kind::linear) == "million USD: 0 5 10 15 20 25");
    CHECK(axis_text(0.0 * usd, 1.7 * billion_usd, axis_kind::linear) == "billion USD: 0 0.5 1.0 1.5 2.0");
    CHECK(axis_text(2.0 * million_usd, 190.0 * million_usd, axis_kind::logarithmic) ==
          "million USD, log scale: 2 5 10 20 50 100 200");
    CHECK(axis_text(11.0 * month, 30.0 * month, axis_kind::linear) == "years: 0.5 1.0 1.5 2.0 2.5");
    CHECK(axis_text(11.0 * month, 30.0 * month, axis_kind::linear, {month, "months"}) == "months: 10 15 20 25 30");
    CHECK(axis_text(3.0 * million_usd, 5.0 * million_usd, axis_kind::linear, {usd, "USD"}) ==
          "USD: 3.0×10⁶ 3.5×10⁶ 4.0×10⁶ 4.5×10⁶ 5.0×10⁶");
    CHECK(axis_text(20e3 * usd / chip, 45e3 * usd / chip, axis_kind::linear) ==
          "thousand USD per chip: 20 25 30 35 40 45");
    CHECK(axis_text(0.0 * percent, 4.4 * percent, axis_kind::linear) == ": 0 % 1 % 2 % 3 % 4 % 5 %");
    CHECK(axis_text(0.0, 4.4, axis_kind::linear, {"times cheaper"}) == "times cheaper: 0 1 2 3 4 5");
    CHECK(axis_text(1e24 * flop, 3e26 * flop, axis_kind::automatic) == "FLOP, log scale: 10²⁴ 10²⁵ 10²⁶");
}

TEST_CASE("a logarithmic axis too wide for one unit tells each mark in its own, where there is room for words") {
    CHECK(axis_text(10.0 * usd, 1e10 * usd, axis_kind::logarithmic) ==
          "log scale: 10 USD 1 thousand USD 100 thousand USD 10 million USD 1 billion USD");
    CHECK(axis_text(10.0 * usd, 1e10 * usd, axis_kind::logarithmic, {}, false) == "USD, log scale: 10² 10⁴ 10⁶ 10⁸ 10¹⁰");
}

TEST_CASE("a value is told in the notation of an axis") {
    CHECK(detail::chart_text(2e6, {"times"}) == "2×10⁶ times");
    CHECK(detail::chart_text(2.5e-7, {}) == "2.5×10⁻⁷");
    CHECK(detail::chart_text(-1e300, {}) == "-1×10³⁰⁰");
    CHECK(detail::chart_text(1e26 * flop, {}) == "1×10²⁶ FLOP");
    CHECK(detail::chart_text(3e6 * usd, {usd, "USD"}) == "3×10⁶ USD");
    CHECK(detail::chart_text(1000.0, {"e+0"}) == "1000 e+0");
    CHECK(detail::with_raised_power("seven e-mails") == "seven e-mails");
    CHECK(detail::with_raised_power("4e") == "4e");
    CHECK(detail::with_raised_power("4e+x") == "4e+x");
}

TEST_CASE("an axis is logarithmic by itself from a factor of 20 on, and only above zero") {
    const auto logarithmic = [](double lo, double hi, axis_kind kind) {
        return detail::is_logarithmic("test", kind, {lo, hi});
    };
    CHECK(logarithmic(1.0, 20.0, axis_kind::automatic));
    CHECK(!logarithmic(1.0, 19.9, axis_kind::automatic));
    CHECK(!logarithmic(0.0, 1e9, axis_kind::automatic));
    CHECK(!logarithmic(-5.0, 1e9, axis_kind::automatic));
    CHECK(!logarithmic(1.0, 1e9, axis_kind::linear));
    CHECK(logarithmic(1.0, 2.0, axis_kind::logarithmic));
    CHECK_THROWS_MATCHES(logarithmic(0.0, 2.0, axis_kind::logarithmic), std::domain_error,
                         Catch::Matchers::Message(
                             "test: a logarithmic axis shows values above zero only, got 0; use axis_kind::linear"));
}

TEST_CASE("what cannot be drawn is refused by name") {
    for (const double bad : {std::nan(""), -__builtin_huge_val(), 1e251}) {
        CHECK_THROWS_AS(detail::chartable_or_never("test", "a value", bad), std::domain_error);
    }
    for (const double most : {1e250, -1e250}) CHECK(detail::chartable("test", "a value", most) == most);
    CHECK_THROWS_AS(detail::chartable("test", "a value", -1.0001e250), std::domain_error);
    CHECK_THROWS_AS(detail::chartable("test", "a value", 1.0001e250), std::domain_error);
    CHECK(detail::is_logarithmic("test", axis_kind::logarithmic, {1e-250, 1.0}));
    CHECK(detail::is_logarithmic("test", axis_kind::automatic, {1e-250, 1.0}));
    CHECK(!detail::is_logarithmic("test", axis_kind::automatic, {0.999e-250, 1.0}));
    CHECK_THROWS_AS(detail::is_logarithmic("test", axis_kind::logarithmic, {0.999e-250, 1.0}), std::domain_error);
    CHECK(detail::chartable_or_never("test", "a value", __builtin_huge_val()) > 1e300);
    CHECK_THROWS_MATCHES(
        detail::chartable("test", "a value", __builtin_huge_val()), std::domain_error,
        Catch::Matchers::Message(
            "test: a value must be a finite number of at most 1e250 in base units to be drawn, got inf"));
    CHECK_THROWS_MATCHES(detail::chartable("test", "a date", headway::date::from_seconds_since_1970(1e13)),
                         std::domain_error,
                         Catch::Matchers::MessageMatches(
                             Catch::Matchers::ContainsSubstring("must be a date from the year -30000 to 30000")));
    // 38030 years of the mean length after 1970, and 42000 before.
    for (const auto& [years, told] : {std::pair{38030.0, "40000"}, {-42000.0, "-40030"}}) {
        CHECK_THROWS_MATCHES(
            detail::chartable("test", "a date", headway::date::from_seconds_since_1970(years * 31556952.0)),
            std::domain_error,
            Catch::Matchers::Message("test: a date must be a date from the year -30000 to 30000 to be drawn, got " +
                                     std::string(told)));
    }
    CHECK_THROWS_AS(chart_unit<money>(0.0 * usd, "nothing"), std::domain_error);
}

TEST_CASE("a unit that is left out is false") {
    CHECK(!chart_unit<double>{});
    CHECK(!chart_unit<money>{});
    CHECK(!chart_unit<headway::date>{});
    CHECK(chart_unit<double>{"times"});
    CHECK(chart_unit<money>{million_usd, "million USD"});
    CHECK(chart_unit<money>{usd, "USD"});
    CHECK(chart_unit<money>{0.001 * usd, "tenths of a cent"});
}

}  // namespace
