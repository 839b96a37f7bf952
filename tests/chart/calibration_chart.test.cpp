// SPDX-License-Identifier: BSL-1.0
#include <headway/chart/calibration_chart.hpp>

#include "catch.hpp"

#include <cmath>

#include "chart/chart_checks.hpp"

using namespace headway::report;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::WithinAbs;

namespace {

TEST_CASE("calibration: points lie where the axes say, a calibrated one on the diagonal") {
    const auto root = charts::checked(calibration_chart({{0.9, 0.6, 100}, {0.5, 0.5}}, {.title = "Hindcast"}));
    for (const char* label :
         {"0 %", "20 %", "100 %", "stated level of the intervals", "share of intervals that held"}) {
        CHECK(charts::says(root, label));
    }
    const auto diagonal = charts::numbers_of(charts::of_class(root, "hw-dash").back().at("d"));
    const auto points = charts::of_class(root, "hw-point");
    REQUIRE(points.size() == 3);  // one in the legend
    const auto along = [&](double share) { return diagonal[0] + share * (diagonal[2] - diagonal[0]); };
    const auto up = [&](double share) { return diagonal[1] + share * (diagonal[3] - diagonal[1]); };
    CHECK_THAT(points[1].number("cx"), WithinAbs(along(0.5), 0.011));
    CHECK_THAT(points[1].number("cy"), WithinAbs(up(0.5), 0.011));
    CHECK_THAT(points[2].number("cx"), WithinAbs(along(0.9), 0.011));
    CHECK_THAT(points[2].number("cy"), WithinAbs(up(0.6), 0.011));
    // 2 sqrt(0.9 · 0.1 / 100) = 0.06 to either side of 0.9
    bool found = false;
    for (const auto& e : charts::of_class(root, "hw-axis", "path")) {
        const auto n = charts::numbers_of(e.at("d"));
        found = found || (n.size() == 4 && std::abs(n[0] - along(0.9)) < 0.02 && std::abs(n[1] - up(0.84)) < 0.02 &&
                          std::abs(n[3] - up(0.96)) < 0.02);
    }
    CHECK(found);
    CHECK(charts::description_of(root) == "50 % intervals held in 50 %. 90 % intervals held in 60 % of 100 cases.");
}

TEST_CASE("calibration: the ends of the scale and of chance stay in the picture") {
    CHECK_NOTHROW(charts::checked(calibration_chart({{0.0, 0.0, 1}, {1.0, 1.0, 1}, {0.5, 1.0, 1}}, {.width = 320.0})));
}

TEST_CASE("calibration: what is no share, and too few or too many points, is refused") {
    CHECK_THROWS_MATCHES(calibration_chart(std::vector<calibration_chart_point>{}), std::domain_error,
                         Catch::Matchers::Message("calibration_chart: there are no points to draw; give at least one"));
    CHECK_THROWS_MATCHES(
        calibration_chart({{90.0, 0.5}}), std::domain_error,
        Catch::Matchers::Message("calibration_chart: nominal must be a share between 0 and 1, got 90"));
    CHECK_THROWS_AS(calibration_chart({{0.5, std::nan("")}}), std::domain_error);
    CHECK_THROWS_AS(calibration_chart({{0.5, -0.1}}), std::domain_error);
    CHECK_THROWS_AS(calibration_chart({{1.0 + 1e-15, 0.5}}), std::domain_error);
    CHECK_THROWS_AS(calibration_chart({{0.5, 1.0 + 1e-15}}), std::domain_error);
    CHECK_THROWS_AS(calibration_chart(std::vector<calibration_chart_point>(1001, {0.5, 0.5})), std::domain_error);
    CHECK_NOTHROW(calibration_chart(std::vector<calibration_chart_point>(1000, {0.5, 0.5})));
}

TEST_CASE("calibration: the coverage of scored forecasts") {
    headway::score_summary scores;
    for (int i = 0; i < 10; ++i) {
        headway::forecast_score score{};
        score.pit = 0.03 + 0.1 * i;
        scores.add(score);
    }
    const auto root = charts::checked(calibration_chart(scores));
    CHECK(charts::of_class(root, "hw-point").size() == 5);
    CHECK(charts::description_of(root) ==
          "50 % intervals held in 50 %. 80 % intervals held in 80 %. 90 % intervals held "
          "in 90 %. 95 % intervals held in 100 %.");
    CHECK_THROWS_AS(calibration_chart(headway::score_summary{}), std::domain_error);
}

TEST_CASE("calibration: what is drawn where nothing is asked for") {
    CHECK(calibration_chart_options{}.width == 720.0);
}

// The text of a picture is the same on every machine; where it is changed on purpose, look at it and take its new hash.
TEST_CASE("calibration: the whole picture, byte by byte") {
    const auto svg = calibration_chart({{0.9, 0.6, 100}, {0.5, 0.5}}, {.title = "Hindcast", .id = "golden"});
    CHECK(headway::report::detail::text_hash(svg) == "9065afe8c2a17aed");
}

}  // namespace
