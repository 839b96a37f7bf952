// SPDX-License-Identifier: BSL-1.0
#include <headway/history/detail/line_fit.hpp>

#include "catch.hpp"

#include <cmath>
#include <vector>

using headway::detail::careful_mean;
using headway::detail::careful_sum;
using headway::detail::fit_line;
using headway::detail::line_fit;
using Catch::Matchers::WithinRel;

TEST_CASE("a line through four points, in fractions by hand") {
    // Deviations -1.5 -0.5 0.5 1.5 and -1.75 0.25 -0.75 2.25; residuals -0.1 0.8 -1.3 0.6.
    for (const double offset : {0.0, 0x1p40, -0x1p44}) {
        const line_fit fit = fit_line({1.0 + offset, 2.0 + offset, 3.0 + offset, 4.0 + offset},
                                      {1.0 - offset, 3.0 - offset, 2.0 - offset, 5.0 - offset});
        INFO("offset " << offset);
        CHECK(fit.size == 4);
        CHECK(fit.x_mean == 2.5 + offset);
        CHECK(fit.y_mean == 2.75 - offset);
        CHECK_THAT(fit.sxx, WithinRel(5.0, 1e-15));
        CHECK_THAT(fit.syy, WithinRel(8.75, 1e-15));
        CHECK_THAT(fit.slope, WithinRel(1.1, 1e-15));
        CHECK_THAT(fit.rss, WithinRel(2.7, 1e-14));
        CHECK_THAT(fit.lag1, WithinRel(-1.9 / 2.7, 1e-14));
        CHECK(fit.degrees_of_freedom() == 2.0);
        CHECK_THAT(fit.residual_stddev(), WithinRel(std::sqrt(1.35), 1e-14));
        CHECK_THAT(fit.slope_error(), WithinRel(std::sqrt(1.35 / 5.0), 1e-14));
        CHECK_THAT(fit.line_error(4.0 + offset), WithinRel(std::sqrt(1.35 * 0.7), 1e-14));
        CHECK_THAT(fit.prediction_error(4.0 + offset), WithinRel(std::sqrt(1.35 * 1.7), 1e-14));
        CHECK_THAT(fit.r_squared(), WithinRel(1.0 - 2.7 / 8.75, 1e-14));
    }
}

TEST_CASE("two points lie on their line, and equal ones have none") {
    const line_fit two = fit_line({1.0, 4.0}, {0.1, 0.7});
    CHECK_THAT(two.slope, WithinRel(0.2, 1e-15));
    CHECK(two.rss == 0.0);
    CHECK(two.lag1 == 0.0);
    const line_fit upright = fit_line({3.0, 3.0, 3.0}, {1.0, 2.0, 6.0});
    CHECK(upright.sxx == 0.0);
    CHECK(upright.slope == 0.0);
    CHECK(upright.rss == 14.0);
    const line_fit flat = fit_line({1.0, 2.0, 3.0}, {7.0, 7.0, 7.0});
    CHECK(flat.syy == 0.0);
    CHECK(flat.r_squared() == 1.0);
    CHECK(line_fit{}.r_squared() == 1.0);
}

TEST_CASE("a careful sum keeps what each addition rounds away") {
    careful_sum sum;
    for (const double x : {1.0, 1e100, 1.0, -1e100}) sum.add(x);
    CHECK(sum.value() == 2.0);
    careful_sum small;
    small.add(1.0);
    for (int i = 0; i < 1024; ++i) small.add(0x1p-60);
    CHECK(small.value() == 1.0 + 0x1p-50);
    CHECK(careful_sum().value() == 0.0);
    CHECK(careful_mean({1.0, 2.0, 6.0}) == 3.0);
}
