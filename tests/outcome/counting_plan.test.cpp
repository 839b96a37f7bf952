// SPDX-License-Identifier: BSL-1.0
#include <headway/outcome/detail/pilot_values.hpp>

#include "catch.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>
#include <vector>

using headway::detail::counting_plan;

namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();

counting_plan plan_after(const std::vector<double>& draws) {
    headway::detail::pilot_values pilot;
    const std::size_t size = std::min(draws.size(), counting_plan::pilot_draws);
    for (std::size_t first = 0; first < size; first += headway::batch::size) {
        double block[headway::batch::size] = {};
        const std::size_t valid = std::min<std::size_t>(headway::batch::size, size - first);
        std::copy_n(draws.begin() + static_cast<std::ptrdiff_t>(first), valid, block);
        pilot.add_block(block, static_cast<int>(valid), first % 192 == 0);
    }
    return pilot.plan();
}

/// What a plan after these draws must be: those that come twice in order, and whether many come once.
void check_plan(const std::vector<double>& pilot) {
    std::map<double, int> times;
    for (std::size_t i = 0; i < std::min(pilot.size(), counting_plan::pilot_draws); ++i) {
        if (pilot[i] < infinite) ++times[pilot[i]];
    }
    std::vector<double> again;
    std::size_t once = 0;
    for (const auto& [x, count] : times) {
        if (count > 1) again.push_back(x);
        once += count == 1 ? 1 : 0;
    }
    const counting_plan plan = plan_after(pilot);
    REQUIRE(plan.expected != nullptr);
    CHECK(*plan.expected == again);
    CHECK(plan.how ==
          (once > counting_plan::pilot_draws / 16 ? counting_plan::form::binned : counting_plan::form::distinct));
}

}  // namespace

static_assert(counting_plan::most_few == 65'536 && counting_plan::pilot_draws == 16'384 &&
              counting_plan::most_distinct == 16'384);

TEST_CASE("what comes twice among the first draws is expected, whatever their number") {
    check_plan({});
    check_plan({1.0});
    check_plan({1.0, 1.0});
    check_plan({0.0, -0.0, 5e-324, 3.0});
    check_plan({infinite, infinite, 2.0});
    for (const std::size_t size : {63U, 64U, 65U, 100U, 128U, 1000U, 16'383U, 16'384U, 16'385U, 40'000U}) {
        for (const std::uint64_t distinct : {1U, 3U, 40U, 900U, 20'000U}) {
            INFO(size << " draws of " << distinct << " values");
            std::vector<double> pilot;
            std::uint64_t state = 1;
            for (std::size_t i = 0; i < size; ++i) {
                state = state * 6364136223846793005ULL + 1442695040888963407ULL;
                const std::uint64_t k = (state >> 33U) % distinct;
                pilot.push_back(k == 7 ? infinite : 0.1 * static_cast<double>(k) - 2.0);
            }
            check_plan(pilot);
        }
    }
}

TEST_CASE("more than one value in sixteen that comes once is too many to count") {
    constexpr std::size_t limit = counting_plan::pilot_draws / 16;
    for (const std::size_t once : {limit - 1, limit, limit + 1}) {
        std::vector<double> pilot(counting_plan::pilot_draws, 0.5);
        for (std::size_t i = 0; i < once; ++i) pilot[i * 5] = 1.0 + static_cast<double>(i);
        check_plan(pilot);
        CHECK((plan_after(pilot).how == counting_plan::form::binned) == (once > limit));
    }
}
