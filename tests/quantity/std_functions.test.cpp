// SPDX-License-Identifier: BSL-1.0
#include <headway/quantity/std_functions.hpp>

#include "catch.hpp"

#include <vector>

#include <headway/math/batch_functions.hpp>
#include <headway/math/dual.hpp>
#include <headway/quantity/units.hpp>

using namespace headway;
using namespace headway::units;

namespace {

// The idiom of generic code: the function of the type's own room, else that of std.
template <class T>
T size_by_either(const T& x) {
    using std::abs;
    return abs(x);
}
template <class T>
T larger_by_either(const T& x, const T& y) {
    using std::max;
    return max(x, y);
}

}  // namespace

TEST_CASE("functions of std are refused for a model's values, and chosen for nothing that has a function already") {
    CHECK(size_by_either(-2.0) == 2.0);
    CHECK(size_by_either(-3) == 3);
    CHECK(size_by_either(-2.0 * usd) == 2.0 * usd);
    CHECK(all_of(size_by_either(batch(-2.0)) == batch(2.0)));
    CHECK(all_of(larger_by_either(batch(1.0), batch(2.0)) == batch(2.0)));
    CHECK(larger_by_either(2.0 * usd, 3.0 * usd) == 3.0 * usd);
    CHECK(std::max(2.0 * usd, 3.0 * usd) == 3.0 * usd);
    CHECK(std::min(2.0 * usd, 3.0 * usd) == 2.0 * usd);
    CHECK(std::clamp(5.0 * usd, 1.0 * usd, 3.0 * usd) == 3.0 * usd);
    CHECK(std::max({2, 5, 3}) == 5);
    CHECK(std::max(2, 5, [](int a, int b) { return a > b; }) == 2);
    const std::vector<double> some{3.0, 1.0, 2.0};
    CHECK(*std::min_element(some.begin(), some.end()) == 1.0);
    static_assert(std::max(2.0, 3.0) == 3.0);
}
