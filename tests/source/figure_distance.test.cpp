// SPDX-License-Identifier: BSL-1.0
#include <headway/source/figure_distance.hpp>

#include "catch.hpp"

#include <cmath>

using namespace headway::units;
using namespace headway::figures;
using namespace std::chrono_literals;
using Catch::Matchers::Message;
using Catch::Matchers::WithinRel;
using headway::date;

namespace {

constexpr article essay{
    .key = "essay", .speaker = "An Author", .earliest = calendar_day(2025, 2, 1), .latest = calendar_day(2025, 3, 1)};

constexpr auto info(std::string_view id, precision p, bool from_source = false) {
    figure_info f;
    f.id = id;
    f.source = &essay;
    f.precision = p;
    f.from_source_date = from_source;
    return f;
}
constexpr auto number(double x, precision p) { return figure{x, {1.0, "×"}, info("number", p)}; }

constexpr auto four = number(4.0, precision::about);
constexpr auto three = number(3.0, precision::exact);
constexpr figure_range catch_up{16.0, 60.0, {1.0, "×"}, info("catch_up", precision::range)};
constexpr figure_with_interval lead{7.0 * month, 4.0 * month,       14.0 * month,
                                    0.0,         {month, "months"}, info("lead", precision::about)};
constexpr figure_range believed{1.0 * year, 2.0 * year, {year, "years"}, info("believed", precision::range)};
constexpr figure tens{10.0 * billion_usd, {billion_usd, "billion USD"}, info("tens", precision::order)};
constexpr figure pledged{250.0 * billion_usd, {billion_usd, "billion USD"}, info("pledged", precision::at_least)};

// All of it while compiling.
constexpr auto less = distance_from(four, three, "algorithms");
static_assert(less.low.difference == -1.0 && less.low.ratio == 0.75 && less.has_middle && less.reading == "algorithms");
static_assert(less.side() == known_side::below && less.nearest() == -1.0 && less.said == &four && less.unit == "×");
static_assert(less.known.size() == 1 && less.known[0] == three);

}  // namespace

TEST_CASE("a number is as far from a number as the two differ, and a range from its nearest and its farthest end") {
    CHECK_THAT(less.low.log_ratio(), WithinRel(std::log(0.75), 1e-15));
    CHECK(to_text(less) == "1 × below (× 0.75)");
    const auto d = distance_from(four, catch_up);
    CHECK(d.low.difference == 12.0);
    CHECK(d.high.difference == 56.0);
    CHECK(d.low.ratio == 4.0);
    CHECK(d.high.ratio == 15.0);
    CHECK(d.side() == known_side::above);
    CHECK(d.nearest() == 12.0);
    CHECK_FALSE(d.has_middle);
    CHECK(to_text(d) == "12 × above (× 4) to 56 × above (× 15)");
    // The other way round it is the end of the range that is meant.
    CHECK(distance_from(catch_up, four).low.difference == -12.0);
    CHECK(distance_from(catch_up, four).low.ratio == 0.25);
    CHECK(distance_from(catch_up, number(20.0, precision::exact)).side() == known_side::within);
    CHECK(distance_from(catch_up, number(60.0, precision::exact)).nearest() == 0.0);
}

TEST_CASE(
    "a distance is in the unit of the figure, whatever that of the other, and the middle of an interval is told") {
    const auto d = distance_from(believed, lead);
    CHECK(d.unit == "years");
    CHECK_THAT(d.middle.difference, WithinRel(-5.0 / 12.0, 1e-12));
    CHECK_THAT(d.low.difference, WithinRel(-8.0 / 12.0, 1e-12));
    CHECK(d.high.difference == 0.0);
    CHECK_THAT(d.middle.ratio, WithinRel(7.0 / 12.0, 1e-12));
    CHECK(d.side() == known_side::across);
    CHECK(d.nearest() == 0.0);
    CHECK(to_text(d) == "0.417 years below (× 0.583); ends from 0.667 years below (× 0.333) to within");
    const figure share{0.10, {0.01, "%"}, info("share", precision::exact)};
    const figure part{0.25, {0.01, "%"}, info("part", precision::exact)};
    CHECK_THAT(distance_from(share, part).low.difference, WithinRel(15.0, 1e-12));
    CHECK(distance_from(share, part).unit == "%");
}

TEST_CASE("an order of magnitude reaches to ten times its value, and a bound has one end") {
    const figure fifty{50.0 * billion_usd, {billion_usd, "billion USD"}, info("fifty", precision::exact)};
    const figure hundred{100.0 * billion_usd, {billion_usd, "billion USD"}, info("hundred", precision::exact)};
    const figure half{0.49 * billion_usd, {million_usd, "million USD"}, info("half", precision::exact)};
    const figure ones{1.0 * billion_usd, {billion_usd, "billion USD"}, info("ones", precision::order)};
    CHECK(distance_from(tens, fifty).side() == known_side::within);
    CHECK(distance_from(tens, hundred).side() == known_side::within);
    CHECK_THAT(distance_from(ones, half).low.difference, WithinRel(-0.51, 1e-12));
    CHECK(to_text(distance_from(ones, half)) == "0.51 billion USD below (× 0.49)");

    const auto d = distance_from(tens, pledged);
    CHECK(d.low.difference == 150.0);
    CHECK(d.low.ratio == 2.5);
    CHECK(d.high.difference == headway::no_limit);
    CHECK_FALSE(d.has_middle);
    CHECK(to_text(d) == "at least 150 billion USD above (× 2.5)");
    CHECK(distance_from(pledged, hundred).low.difference == -150.0);
    CHECK(distance_from(pledged, pledged).side() == known_side::within);

    const auto below_one = number(1.1, precision::at_most);
    const auto bound = distance_from(four, below_one);
    CHECK(bound.low.difference == -headway::no_limit);
    CHECK(bound.low.log_ratio() == -headway::no_limit);
    CHECK_THAT(bound.high.difference, WithinRel(-2.9, 1e-12));
    CHECK_THAT(bound.high.ratio, WithinRel(0.275, 1e-12));
    CHECK(to_text(bound) == "at least 2.9 × below (× 0.275)");
    CHECK(to_text(distance_from(number(2.0, precision::about), number(2.0, precision::at_least))) == "within or above");
    CHECK(to_text(distance_from(below_one, below_one)) == "within");
    CHECK(to_text(distance_from(number(1.0, precision::exact), number(1.0, precision::at_most))) == "within or below");
    CHECK(to_text(distance_from(four, number(2.0, precision::at_least))) == "2 × below (× 0.5) or more");
    CHECK(to_text(distance_from(number(1.0, precision::exact), below_one)) == "0.1 × above (× 1.1) or less");
    // "Almost to 0" has no decade and no ratio.
    const auto none = distance_from(number(0.0, precision::order), number(0.25, precision::exact));
    CHECK(none.low.difference == 0.25);
    CHECK(std::isnan(none.low.ratio));
    CHECK(std::isnan(none.low.log_ratio()));
    CHECK(to_text(none) == "0.25 × above");
}

TEST_CASE("dates are years apart, a year is all of its days, and a span from its source is held against dates") {
    const figure in_2023{calendar_day(2023, 1, 1), {}, info("in_2023", precision::exact)};
    const figure_range may{calendar_day(2023, 5, 1), calendar_day(2023, 5, 31), {}, info("may", precision::about)};
    const figure end_of_2024{calendar_day(2024, 12, 31), {}, info("end_of_2024", precision::exact)};
    CHECK(distance_from(in_2023, may).side() == known_side::within);
    const auto late = distance_from(in_2023, end_of_2024);
    CHECK(late.of_dates);
    CHECK(late.unit == "years");
    CHECK_THAT(late.low.difference, WithinRel(366.0 / 365.2425, 1e-12));
    CHECK(std::isnan(late.low.ratio));
    CHECK(to_text(late) == "12 months later");
    CHECK(to_text(distance_from(end_of_2024, may)) == "20 months earlier to 19.1 months earlier");

    // From 2025-02-01 plus a year to 2025-03-01 plus two: 2026-02-01 to 2027-03-02.
    const figure_range within_years{
        1.0 * year, 2.0 * year, {year, "years from 2025-02"}, info("within_years", precision::range, true)};
    const auto seen = [](int y, unsigned m, unsigned d) {
        return figure{calendar_day(y, m, d), {}, info("seen", precision::exact)};
    };
    CHECK(distance_from(within_years, seen(2026, 4, 7)).side() == known_side::within);
    CHECK(distance_from(within_years, seen(2025, 12, 31)).side() == known_side::below);
    CHECK(distance_from(within_years, seen(2027, 12, 31)).side() == known_side::above);
    CHECK(distance_from(within_years, seen(2025, 12, 31)).unit == "years");
    const figure ten_years{10.0 * year, {year, "years from 2025-02"}, info("ten_years", precision::at_least, true)};
    CHECK(distance_from(ten_years, seen(2040, 5, 5)).side() == known_side::within);
    const figure two_years{2.0 * year, {year, "years from 2025-02"}, info("two_years", precision::at_most, true)};
    CHECK(distance_from(two_years, seen(2020, 5, 5)).side() == known_side::within);
    CHECK(distance_from(two_years, seen(2030, 5, 5)).side() == known_side::above);
    // A span against a span is in the span's own unit, without the words behind it.
    CHECK(distance_from(within_years, lead).unit == "years");
}

TEST_CASE("a value that was computed can be held against a figure, with the figures that it rests on") {
    const auto d = distance_from(four, 2.5, 2.5, {three, catch_up}, "a ratio");
    CHECK(d.low.difference == -1.5);
    CHECK(d.has_middle);
    CHECK(d.known.size() == 2);
    const auto open =
        distance_from(believed, 3.0 * year, headway::quantity<headway::dim::time>::from_base_value(headway::no_limit),
                      lead, "so far");
    CHECK(to_text(open) == "at least 1 years above (× 1.5)");
    CHECK_THROWS_MATCHES(
        distance_from(four, 3.0, 2.0, three), std::domain_error,
        Message("distance_from: what is known against number must be two values of which the first is not above "
                "the second; give low, then high"));
    CHECK_THROWS_AS(distance_from(four, std::nan(""), 2.0, three), std::domain_error);
    CHECK_THROWS_AS(distance_from(four, 2.0, std::nan(""), three), std::domain_error);
}

TEST_CASE("only what is said to be about so is widened, and only by the reader") {
    const auto near = distance_from(four, number(5.0, precision::exact));
    CHECK_FALSE(near.meets());
    CHECK(near.meets(1.25));
    CHECK_FALSE(near.meets(1.24));
    CHECK(distance_from(four, number(3.2, precision::exact)).meets(1.2500001));
    CHECK_FALSE(distance_from(four, number(3.19, precision::exact)).meets(1.25));
    CHECK_FALSE(distance_from(three, number(3.1, precision::exact)).meets(2.0));
    CHECK(distance_from(catch_up, number(17.0, precision::exact)).meets());
    CHECK_FALSE(distance_from(catch_up, number(61.0, precision::exact)).meets(2.0));
    CHECK_THROWS_MATCHES(near.meets(0.9), std::domain_error,
                         Message("figure_distance::meets: factor must be >= 1, got 0.9"));
    CHECK_THROWS_AS(near.meets(std::nan("")), std::domain_error);
}
