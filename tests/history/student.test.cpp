// SPDX-License-Identifier: BSL-1.0
#include <headway/history/detail/student.hpp>

#include "catch.hpp"

#include <headway/quantity/units.hpp>

using namespace headway;
using namespace headway::units;
using Catch::Matchers::WithinRel;

TEST_CASE("Student's t and, from a million degrees of freedom on, the normal distribution") {
    // computed with mpmath
    CHECK_THAT(detail::central_student("f", 10.0, 0.95), WithinRel(2.22813885198627475, 1e-12));
    CHECK_THAT(detail::central_student("f", 3.0, 0.5), WithinRel(0.764892328404345281, 1e-12));
    CHECK_THAT(detail::student_survival(4.0, 2.0), WithinRel(0.0580582617584077950, 1e-12));
    CHECK_THAT(detail::two_sided_student(4.0, 2.0), WithinRel(2.0 * 0.0580582617584077950, 1e-12));
    CHECK(detail::two_sided_student(4.0, -2.0) == detail::two_sided_student(4.0, 2.0));
    CHECK(detail::two_sided_student(4.0, 0.0) == 1.0);
    CHECK(detail::central_student("f", 1e6 + 1.0, 0.95) == normal_quantile_upper(0.025));
    CHECK(detail::central_student("f", 1e6, 0.95) > normal_quantile_upper(0.025));
    CHECK(detail::student_survival(1e6 + 1.0, 2.0) == normal_cdf(-2.0));
    CHECK(detail::student_survival(1e6, 2.0) > normal_cdf(-2.0));
    CHECK_THAT(detail::central_student("f", 1e6, 0.95), WithinRel(normal_quantile_upper(0.025), 2e-6));
}

TEST_CASE("a level is between 0 and 1") {
    for (const double bad : {0.0, 1.0, -0.5, 90.0, __builtin_nan("")}) {
        CHECK_THROWS_WITH(detail::central_student("f", 10.0, bad),
                          Catch::Matchers::StartsWith("f: level must be between 0 and 1 (0.9 for a 90 % interval), got "));
    }
}

TEST_CASE("what a fit believes is Student's t about its location, and sure where nothing is left over") {
    CHECK(detail::student_belief(4.0, 5.0 * usd, 2.0 * usd).shape() == belief_shape::student_t);
    CHECK(detail::student_belief(1e6, 5.0, 2.0).shape() == belief_shape::student_t);
    CHECK(detail::student_belief(1e6 + 1.0, 5.0, 2.0).shape() == belief_shape::normal);
    CHECK(detail::student_belief(4.0, 5.0, 0.0).shape() == belief_shape::exactly);
    CHECK(detail::student_belief(4.0, 5.0 * usd, 2.0 * usd).median() == 5.0 * usd);
    CHECK(detail::log_student_belief(4.0, 5.0, 0.5).shape() == belief_shape::log_student_t);
    CHECK(detail::log_student_belief(1e6, 5.0, 0.5).shape() == belief_shape::log_student_t);
    CHECK(detail::log_student_belief(1e6 + 1.0, 5.0, 0.5).shape() == belief_shape::lognormal);
    CHECK(detail::log_student_belief(4.0, 5.0, 0.0).shape() == belief_shape::exactly);
    CHECK_THAT(detail::log_student_belief(4.0, 5.0, 0.5).median(), WithinRel(5.0, 1e-14));
}
