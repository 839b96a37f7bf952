// SPDX-License-Identifier: BSL-1.0
#include <headway/distribution/shape.hpp>

#include "catch.hpp"

#include <set>
#include <string_view>

using namespace headway;

static_assert(name_of(belief_shape::exactly) == "exactly" && name_of(belief_shape::log_uniform) == "log_uniform");
static_assert(name_of(belief_shape::student_t) == "student_t" && name_of(belief_shape::truncated) == "truncated");
static_assert(name_of(belief_shape::log_student_t) == "log_student_t");
static_assert(name_of(belief_shape::metalog) == "metalog" && name_of(belief_shape::lomax) == "lomax");
static_assert(static_cast<int>(belief_shape::geometric_failures) == belief_shape_count - 1);

static_assert(belief_parameters{{1.0, 2.0}, 2} == belief_parameters{{1.0, 2.0}, 2});
static_assert(belief_parameters{{1.0, 2.0}, 2} != belief_parameters{{1.0, 3.0}, 2});
static_assert(belief_parameters{{1.0, 2.0}, 2}[1] == 2.0);

TEST_CASE("each shape has a name of its own") {
    std::set<std::string_view> names;
    for (int i = 0; i < belief_shape_count; ++i) names.insert(name_of(static_cast<belief_shape>(i)));
    CHECK(names.size() == static_cast<std::size_t>(belief_shape_count));
    CHECK(names.count("") == 0);
}

TEST_CASE("parameters can be listed") {
    double sum = 0.0;
    for (const double p : belief_parameters{{1.0, 2.0, 4.0, 8.0}, 3}) sum += p;
    CHECK(sum == 7.0);
}
