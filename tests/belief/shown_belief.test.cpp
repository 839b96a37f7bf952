// SPDX-License-Identifier: BSL-1.0
#include <headway/belief/shown_belief.hpp>

#include <vector>

#include "../catch.hpp"

#include <headway/belief/empirical.hpp>
#include <headway/belief/makers.hpp>

namespace {

std::string shown(const headway::belief<double>& b) {
    return headway::detail::shown_belief(b.parts(), headway::detail::belief_notation_of<double>);
}

}  // namespace

TEST_CASE("a belief is shown as it was given, a long list by its median and interval") {
    CHECK(shown(headway::normal(1.0, 2.0)) == "normal(1, 2)");
    CHECK(shown(headway::empirical(std::vector<double>{1.0, 2.0, 4.0})) == "empirical(1, 2, 4)");
    std::vector<double> many;
    for (int i = 0; i <= 1000; ++i) many.push_back(0.01 * i);
    CHECK(shown(headway::empirical(many)) == "empirical: 5 (90 % between 0.5 and 9.5)");
}
