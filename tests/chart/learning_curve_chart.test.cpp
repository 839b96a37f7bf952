// SPDX-License-Identifier: BSL-1.0
#include <headway/chart/learning_curve_chart.hpp>

#include "catch.hpp"

#include <cmath>

#include "chart/chart_checks.hpp"

using namespace headway::report;
using namespace headway::units;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::WithinAbs;
using chips = headway::quantity<headway::dim::chips>;
using price = decltype(usd / chip);
using point = learning_chart_point<chips, price>;
using curve_step = learning_chart_step<chips, price>;

namespace {

constexpr auto per_chip = usd / chip;
const std::vector<point> points{
    {1e3 * chip, 100.0 * per_chip}, {1e4 * chip, 60.0 * per_chip}, {1e5 * chip, 30.0 * per_chip}};
const std::vector<curve_step> curve{{1e3 * chip, 50.0 * per_chip, 100.0 * per_chip, 200.0 * per_chip},
                                    {1e5 * chip, 12.5 * per_chip, 25.0 * per_chip, 50.0 * per_chip},
                                    {1e4 * chip, 25.0 * per_chip, 50.0 * per_chip, 100.0 * per_chip}};

TEST_CASE("learning curve: Wright's law is a straight line, and a constant factor around it a band of one width") {
    const auto root = charts::checked(
        learning_curve_chart(points, curve, {.title = "Chips", .interval = "90 % prediction interval"}));
    CHECK(charts::says(root, "unit cost, USD per chip, log scale"));
    CHECK(charts::says(root, "cumulative output, thousand chips, log scale"));
    CHECK(charts::says(root, "90 % prediction interval"));
    const auto line = charts::numbers_of(charts::of_class(root, "hw-line", "path").back().at("d"));
    REQUIRE(line.size() == 6);
    CHECK_THAT(line[2] - line[0], WithinAbs(line[4] - line[2], 0.02));
    CHECK_THAT(line[3] - line[1], WithinAbs(line[5] - line[3], 0.02));
    const auto band = charts::numbers_of(charts::of_class(root, "hw-outer", "path").back().at("d"));
    REQUIRE(band.size() == 12);
    CHECK_THAT(band[11] - band[1], WithinAbs(band[7] - band[5], 0.02));
    const auto dots = charts::of_class(root, "hw-point");
    REQUIRE(dots.size() == 4);  // one in the legend
    CHECK_THAT(dots[1].number("cx"), WithinAbs(line[0], 0.011));
    CHECK_THAT(dots[1].number("cy"), WithinAbs(line[1], 0.011));
    // 60 lies log2(60/50) of a halving above the curve
    CHECK_THAT((line[3] - dots[2].number("cy")) / (line[3] - line[1]), WithinAbs(std::log2(1.2), 1e-3));
    CHECK(charts::description_of(root) ==
          "3 observations; the curve leads from 100 USD per chip (90 % prediction interval 50.0 USD per chip to "
          "200 USD per chip) at 1 thousand chips to 25.0 USD per chip (90 % prediction interval 12.5 USD per chip "
          "to 50.0 USD per chip) at 100 thousand chips.");
}

TEST_CASE("learning curve: both axes reach to the round marks beyond what is shown") {
    // 3 to 30 thousand chips lie between the marks 2 and 50, 300 to 40 USD between 500 and 20.
    const auto root = charts::checked(
        learning_curve_chart<chips, price>({{3e3 * chip, 300.0 * per_chip}, {3e4 * chip, 40.0 * per_chip}}, {}));
    for (const char* mark : {"2", "5", "10", "20", "50", "100", "200", "500"}) CHECK(charts::says(root, mark));
    double left = 1e9, right = 0.0, top = 1e9, bottom = 0.0;
    for (const auto& line : charts::of_class(root, "hw-grid", "path")) {
        const auto ends = charts::numbers_of(line.at("d"));
        left = std::min(left, ends[0]);
        right = std::max(right, ends[2]);
        top = std::min(top, ends[1]);
        bottom = std::max(bottom, ends[3]);
    }
    const auto dots = charts::of_class(root, "hw-point");
    REQUIRE(dots.size() == 3);  // one in the legend
    const double wide = (right - left) / std::log10(25.0);
    const double high = (bottom - top) / std::log10(25.0);
    CHECK_THAT(dots[1].number("cx"), WithinAbs(left + std::log10(1.5) * wide, 0.02));
    CHECK_THAT(dots[2].number("cx"), WithinAbs(left + std::log10(15.0) * wide, 0.02));
    CHECK_THAT(dots[1].number("cy"), WithinAbs(bottom - std::log10(15.0) * high, 0.02));
    CHECK_THAT(dots[2].number("cy"), WithinAbs(bottom - std::log10(2.0) * high, 0.02));
}

TEST_CASE("learning curve: nine marks on an axis are too many, eight are not") {
    const auto along = [](double least, double most) {
        return charts::checked(learning_curve_chart<double, double>({{least, 3.0}, {most, 3.1}}, {}));
    };
    const auto up = [](double least, double most) {
        return charts::checked(learning_curve_chart<double, double>({{3.0, least}, {3.1, most}}, {}));
    };
    for (const auto& root : {along(2.5, 400.0), up(2.5, 400.0)}) {  // from 2 to 500
        for (const char* mark : {"20", "50", "200"}) CHECK(charts::says(root, mark));
    }
    for (const auto& root : {along(1.5, 400.0), up(1.5, 400.0)}) {  // from 1 to 500
        for (const char* mark : {"10", "100"}) CHECK(charts::says(root, mark));
        for (const char* between : {"20", "50", "200"}) CHECK_FALSE(charts::says(root, between));
    }
}

TEST_CASE("learning curve: either part may be missing") {
    CHECK_NOTHROW(charts::checked(learning_curve_chart(points, {})));
    CHECK_NOTHROW(charts::checked(learning_curve_chart<chips, price>({}, curve)));
    CHECK_NOTHROW(charts::checked(learning_curve_chart<double, double>({{2.0, 3.0}}, {}, {.output_unit = {"units"}})));
}

TEST_CASE("learning curve: very many observations are thinned, and it says so") {
    std::vector<learning_chart_point<double, double>> many;
    for (int i = 0; i < 200000; ++i) many.push_back({1.0 + i, 5.0});
    const std::string svg = learning_curve_chart<double, double>(many, {});
    CHECK(svg.size() < 200000);
    CHECK_THAT(charts::all_words(charts::checked(svg)), ContainsSubstring("Shown: 2000 of 200000 observations."));
}

TEST_CASE("learning curve: what has no logarithm, or no order, is refused") {
    using numbers = learning_chart_point<double, double>;
    for (const double bad : {0.0, -1.0, std::nan(""), __builtin_huge_val()}) {
        CHECK_THROWS_AS((learning_curve_chart<double, double>({numbers{1.0, bad}}, {})), std::domain_error);
        CHECK_THROWS_AS((learning_curve_chart<double, double>({numbers{bad, 1.0}}, {})), std::domain_error);
        CHECK_THROWS_AS((learning_curve_chart<double, double>({}, {{1.0, bad, 2.0, 3.0}})), std::domain_error);
    }
    CHECK_THROWS_AS((learning_curve_chart<double, double>({}, {})), std::domain_error);
    CHECK_THROWS_MATCHES(
        (learning_curve_chart<double, double>({}, {{1.0, 2.0, 5.0, 3.0}})), std::domain_error,
        Catch::Matchers::MessageMatches(ContainsSubstring("must lie between the ends of the interval")));
}

TEST_CASE("learning curve: of a fit, its data and its prediction interval") {
    using namespace std::chrono_literals;
    std::vector<headway::observation<price>> costs;
    std::vector<headway::observation<chips>> made;
    for (int i = 0; i < 6; ++i) {
        const auto when = headway::date(2018y / 1 / 1) + static_cast<double>(i) * year;
        const double doublings = static_cast<double>(i);
        costs.emplace_back(when, (i % 2 == 0 ? 105.0 : 95.0) * headway::pow(0.8, doublings) * per_chip);
        made.emplace_back(when, (i == 0 ? 1000.0 : 500.0 * headway::pow(2.0, doublings)) * chip);
    }
    const headway::observations<price> all_costs(costs);
    const auto output =
        headway::cumulated(headway::observations<chips>(made), 0.0 * chip, headway::current_period::included);
    const auto fit = headway::fit_experience_curve(all_costs, output);
    const auto root = charts::checked(learning_curve_chart(all_costs, output, fit, 0.9, 1e6 * chip));
    CHECK(charts::says(root, "90 % prediction interval"));
    CHECK(charts::of_class(root, "hw-point").size() == 7);
    const auto band = charts::numbers_of(charts::of_class(root, "hw-outer", "path").back().at("d"));
    REQUIRE(band.size() == 4 * 65);
    CHECK(band.back() - band[1] < band[2 * 65 + 1] - band[2 * 64 + 1]);  // less is known beyond the data
    const auto interval = fit.prediction_interval(0.9, 1e6 * chip);
    CHECK_THAT(charts::description_of(root),
               ContainsSubstring(headway::to_text(interval.low) + " to " + headway::to_text(interval.high) +
                                 ") at 1 million chips"));
    CHECK_THROWS_AS(learning_curve_chart(all_costs, output, fit, 1.5, 1e6 * chip), std::domain_error);
    CHECK_THROWS_AS(learning_curve_chart(all_costs, output, fit, 0.9, 0.0 * chip), std::domain_error);
}

TEST_CASE("learning curve: what is drawn where nothing is asked for") {
    CHECK((learning_curve_chart_options<double, double>{}.width == 720.0));
}

// The text of a picture is the same on every machine; where it is changed on purpose, look at it and take its new hash.
TEST_CASE("learning curve: the whole picture, byte by byte") {
    const auto svg = learning_curve_chart(points, curve, {.title = "Chips", .id = "golden"});
    CHECK(headway::report::detail::text_hash(svg) == "d127b5e9eba9072c");
}

}  // namespace
