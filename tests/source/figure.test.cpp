// SPDX-License-Identifier: BSL-1.0
#include <headway/source/figure.hpp>

#include "catch.hpp"

#include <limits>
#include <string>
#include <vector>

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
constexpr figure_range soon{
    1.0 * year, 2.0 * year, {year, "years"}, {.id = "soon", .source = &essay, .from_source_date = true}};

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
static_assert(figure_value<double> && figure_value<date> && figure_value<headway::quantity<headway::dim::chips>>);
static_assert(!figure_value<int> && !figure_value<std::string_view>);

static_assert(price.speaker() == "An Author");
static_assert(firms.speaker() == "A Guest");
static_assert(growth.speaker().empty());
static_assert(price.unit() == "million USD");

// A date known only to be in March 2025, plus one to two years.
static_assert(earliest_date(soon) == date(2025y / 3 / 1) + 1.0 * year);
static_assert(latest_date(soon) == date(2025y / 3 / 31) + 2.0 * year);

constexpr figure<headway::quantity<headway::dim::time>> span(precision p, bool from_source_date = true) {
    return {10.0 * year,
            {year, "years"},
            {.id = "span", .source = &essay, .precision = p, .from_source_date = from_source_date}};
}
static_assert(earliest_date(span(precision::about)) == date(2025y / 3 / 1) + 10.0 * year);
static_assert(latest_date(span(precision::about)) == date(2025y / 3 / 31) + 10.0 * year);
static_assert(earliest_date(span(precision::at_least)) == date(2025y / 3 / 1) + 10.0 * year);
static_assert(latest_date(span(precision::at_least)).is_never());
static_assert(earliest_date(span(precision::at_most)) == date(2025y / 3 / 1));
static_assert(latest_date(span(precision::at_most)) == date(2025y / 3 / 31) + 10.0 * year);

constexpr const figure_info* listed[] = {&price, &firms, &soon};
constexpr figure_list list(listed);
static_assert(list.size() == 3 && list[1] == firms && list.begin()->id == "price");
static_assert(*list.find("soon") == soon);

}  // namespace

// Of a figure without a number nothing is printed.
constexpr headway::figures::printed_number no_number;
static_assert(no_number.as == headway::figures::printed_number::form::none && !no_number.years && no_number.level == 0.0);
static_assert(no_number.number == 0.0 && no_number.low == 0.0 && no_number.high == 0.0);
constexpr headway::figures::figure_info no_figure;
static_assert(!no_figure.rejected && !no_figure.from_source_date);

TEST_CASE("a figure is itself by its id and its source, and so is its copy") {
    const auto copy = price;
    CHECK(static_cast<const figure_info&>(copy) == price);
    const figure elsewhere{3.0 * million_usd, {million_usd, "million USD"}, {.id = "price"}};
    CHECK_FALSE(static_cast<const figure_info&>(elsewhere) == price);
    CHECK_FALSE(static_cast<const figure_info&>(price) == firms);
}

TEST_CASE("a list of figures iterates in its order") {
    std::vector<std::string> ids;
    for (const figure_info& f : list) ids.emplace_back(f.id);
    CHECK(ids == std::vector<std::string>{"price", "firms", "soon"});
    CHECK(list.find("soon") == &soon);
    CHECK(list.find("growth") == nullptr);
}

TEST_CASE("every precision and kind has its own words") {
    const std::vector<std::string_view> precisions{
        to_text(precision::exact), to_text(precision::about), to_text(precision::at_least), to_text(precision::at_most),
        to_text(precision::order), to_text(precision::range), to_text(precision::assumed)};
    CHECK(precisions == std::vector<std::string_view>{"exact", "about", "at least", "at most", "order of magnitude",
                                                      "range", "assumed"});
    const std::vector<std::string_view> kinds{to_text(kind::observed), to_text(kind::claimed), to_text(kind::forecast),
                                              to_text(kind::assumed), to_text(kind::derived)};
    CHECK(kinds == std::vector<std::string_view>{"observed", "claimed", "forecast", "assumed", "derived"});
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

TEST_CASE("a span that is not counted from its source's date has no dates") {
    CHECK_THROWS_WITH(earliest_date(span(precision::about, false)),
                      ContainsSubstring("span is not counted from the date of its source"));
    CHECK_THROWS_AS(latest_date(span(precision::about, false)), std::domain_error);
    const figure_range without_source{1.0 * year, 2.0 * year, {year, "years"}, {.id = "x", .from_source_date = true}};
    CHECK_THROWS_AS(earliest_date(without_source), std::domain_error);
    CHECK_THROWS_AS(latest_date(without_source), std::domain_error);
}
