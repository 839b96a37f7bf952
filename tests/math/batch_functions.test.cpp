// SPDX-License-Identifier: BSL-1.0
#include <headway/math/batch_functions.hpp>

#include "batch_samples.hpp"
#include "catch.hpp"

namespace headway {  // where exp and log are those of the library, not those of <cmath>
namespace {

using namespace batch_samples;

// In a constant expression.
constexpr batch counted = batch::generate([](int i) { return static_cast<double>(i); });
static_assert(value_at(sqrt(counted), 49) == 7.0 && value_at(exp(counted), 0) == 1.0);
static_assert(value_at(pow(counted, 2.0), 9) == 81.0 && value_at(pow(2.0, counted), 10) == 1024.0);

TEST_CASE("functions of draws are functions of each draw, to the last bit") {
    CHECK(differences_of_one([](const auto& x) { return exp(x); }) == 0);
    CHECK(differences_of_one([](const auto& x) { return exp2(x); }) == 0);
    CHECK(differences_of_one([](const auto& x) { return expm1(x); }) == 0);
    CHECK(differences_of_one([](const auto& x) { return log(x); }) == 0);
    CHECK(differences_of_one([](const auto& x) { return log2(x); }) == 0);
    CHECK(differences_of_one([](const auto& x) { return log10(x); }) == 0);
    CHECK(differences_of_one([](const auto& x) { return log1p(x); }) == 0);
    CHECK(differences_of_one([](const auto& x) { return sqrt(x); }) == 0);
    CHECK(differences_of_one([](const auto& x) { return abs(x); }) == 0);
    CHECK(differences_of_one([](const auto& x) { return floor(x); }) == 0);
    CHECK(differences_of_two([](const auto& x, const auto& y) { return pow(x, y); }) == 0);
}

}  // namespace
}  // namespace headway
