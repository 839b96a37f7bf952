// SPDX-License-Identifier: BSL-1.0
#include <headway/source/figure.hpp>

#include "catch.hpp"

#include <limits>

using namespace headway::units;
using namespace headway::figures;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::Message;
using headway::date;

namespace {

constexpr article essay{
    .key = "essay", .speaker = "An Author", .earliest = date(2025y / 3 / 1), .latest = date(2025y / 3 / 31)};

constexpr figure price{3.0 * million_usd, {million_usd, "million USD"}, {.id = "price", .source = &essay}};
constexpr figure_range firms{3.0, 5.0, {1.0, "firms"}, {.id = "firms", .source = &essay, .said_by = "A Guest"}};
constexpr figure_with_interval growth{4.7, 4.3, 5.2, 0.9, {1.0, "× per year"}, {.id = "growth"}};
constexpr figure_of_two_stages build{6.0 * month, 13.0 * month, {month, "months"}, {.id = "build"}};
constexpr figure_range_with_core window{
    date(2026y / 1 / 1), date(2026y / 6 / 1), date(2027y / 1 / 1), date(2030y / 1 / 1), {}, {.id = "window"}};

static_assert(price.value == 3e6 * usd);
static_assert(firms.low == 3.0 && firms.high == 5.0);
static_assert(growth.value == 4.7 && growth.low == 4.3 && growth.high == 5.2 && growth.level == 0.9);
static_assert(build.first == 6.0 * month && build.second == 13.0 * month && build.value == 19.0 * month);
static_assert(window.low < window.core_low && window.core_high < window.high);

static_assert(any_figure<decltype(price)> && any_figure<decltype(firms)&> && any_figure<decltype(build)>);
static_assert(!any_figure<figure_info> && !any_figure<double>);
static_assert(figure_with_value<decltype(price)> && !figure_with_ends<decltype(price)>);
static_assert(!figure_with_value<decltype(firms)> && figure_with_ends<decltype(firms)>);
static_assert(figure_with_value<decltype(growth)> && figure_with_ends<decltype(growth)>);
static_assert(figure_with_value<decltype(build)> && !figure_with_ends<decltype(build)>);

static_assert(price.speaker() == "An Author");
static_assert(firms.speaker() == "A Guest");
static_assert(growth.speaker().empty());
static_assert(price.unit() == "million USD");

}  // namespace

// Of a figure about which nothing is said nothing is so.
constexpr headway::figures::figure_info no_figure;
static_assert(!no_figure.rejected && !no_figure.from_source_date);

TEST_CASE("a figure is itself by its id and its source, and so is its copy") {
    const auto copy = price;
    CHECK(static_cast<const figure_info&>(copy) == price);
    const figure elsewhere{3.0 * million_usd, {million_usd, "million USD"}, {.id = "price"}};
    CHECK_FALSE(static_cast<const figure_info&>(elsewhere) == price);
    CHECK_FALSE(static_cast<const figure_info&>(price) == firms);
}

TEST_CASE("ends in the wrong order are refused by the figure's name") {
    const auto range = [] { return figure_range{5.0, 3.0, {1.0, "firms"}, {.id = "firms"}}; };
    CHECK_THROWS_MATCHES(
        range(), std::domain_error,
        Message("figure_range: the low end of firms must not be above its high end; give low, then high"));
    const auto outside = [](double value) {
        return figure_with_interval{value, 4.3, 5.2, 0.9, {1.0, ""}, {.id = "growth"}};
    };
    CHECK_NOTHROW(outside(4.3));
    CHECK_THROWS_AS(outside(4.2), std::domain_error);
    CHECK_THROWS_AS(outside(5.3), std::domain_error);
    const auto core = [](double low, double high) {
        return figure_range_with_core{1.0, low, high, 4.0, {1.0, ""}, {.id = "w"}};
    };
    CHECK_NOTHROW(core(1.0, 4.0));
    CHECK_THROWS_AS(core(0.0, 2.0), std::domain_error);
    CHECK_THROWS_AS(core(3.0, 2.0), std::domain_error);
    CHECK_THROWS_AS(core(2.0, 5.0), std::domain_error);
}

TEST_CASE("the level of an interval is 0 or between 0 and 1") {
    const auto with_level = [](double level) {
        return figure_with_interval{4.7, 4.3, 5.2, level, {1.0, ""}, {.id = "growth"}};
    };
    CHECK(with_level(0.0).level == 0.0);
    for (const double level : {90.0, 1.0, -0.1, std::numeric_limits<double>::quiet_NaN()}) {
        CHECK_THROWS_WITH(with_level(level), ContainsSubstring("the level of growth must be above 0 and below 1"));
    }
}

TEST_CASE("a value that is no number and a unit of zero are refused") {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const double infinity = std::numeric_limits<double>::infinity();
    const auto share = [](double value, double unit) { return figure{value, {unit, "%"}, {.id = "share"}}; };
    CHECK_NOTHROW(share(0.5, 0.01));
    CHECK_THROWS_WITH(share(nan, 0.01), ContainsSubstring("figure: value in its unit must be a finite number"));
    CHECK_THROWS_AS(share(infinity, 0.01), std::domain_error);
    CHECK_THROWS_AS(share(0.5, 0.0), std::domain_error);
    const auto range = [&](double high) { return figure_range{1.0, high, {1.0, ""}, {.id = "r"}}; };
    CHECK_THROWS_AS(range(nan), std::domain_error);
    const auto interval = [&](double low) { return figure_with_interval{2.0, low, 3.0, 0.9, {1.0, ""}, {.id = "i"}}; };
    CHECK_THROWS_AS(interval(nan), std::domain_error);
    CHECK_THROWS_AS(interval(-infinity), std::domain_error);
    const auto when = [](date d) { return figure{d, {}, {.id = "when"}}; };
    CHECK_THROWS_AS(when(date::never()), std::domain_error);
}
