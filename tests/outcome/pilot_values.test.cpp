// SPDX-License-Identifier: BSL-1.0
#include <headway/outcome/detail/pilot_values.hpp>

#include "catch.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <vector>

using headway::detail::counting_plan;
using headway::detail::pilot_values;

namespace {

constexpr std::size_t block_size = headway::batch::size;
constexpr double infinite = std::numeric_limits<double>::infinity();

/// Adds draws in blocks, of which the first `before` do not count, and checks the plan and what is to be counted.
void check_pilot(const std::vector<double>& draws, std::size_t before = 0) {
    pilot_values pilot;
    std::map<double, std::uint64_t> all;
    std::map<double, std::uint64_t> to_count;
    for (std::size_t first = 0; first < draws.size(); first += block_size) {
        const std::size_t size = std::min(block_size, draws.size() - first);
        const bool counts = first / block_size >= before;
        pilot.add_block(draws.data() + first, static_cast<int>(size), counts);
        for (std::size_t i = first; i < first + size; ++i) {
            if (!(draws[i] < infinite)) continue;
            ++all[draws[i]];
            if (counts) ++to_count[draws[i]];
        }
    }
    std::vector<double> again;
    std::size_t once = 0;
    for (const auto& [x, times] : all) {
        if (times > 1) again.push_back(x);
        once += times == 1 ? 1 : 0;
    }
    const counting_plan plan = pilot.plan();
    REQUIRE(plan.expected != nullptr);
    CHECK(*plan.expected == again);
    CHECK(plan.how ==
          (once > counting_plan::pilot_draws / 16 ? counting_plan::form::binned : counting_plan::form::distinct));

    std::map<double, std::uint64_t> counted;
    pilot.take([&](double x, std::uint64_t times) { counted[x] += times; },
               [&](const double* x, int size) {
                   for (int i = 0; i < size; ++i) ++counted[x[i]];
               });
    CHECK(counted == to_count);
}

}  // namespace

TEST_CASE("what comes again in a pilot is expected, wherever in a block it stands") {
    std::vector<double> draws(2 * block_size);
    for (std::size_t i = 0; i < draws.size(); ++i) draws[i] = 1.0 / static_cast<double>(i + 3);
    check_pilot(draws);
    for (std::size_t place = 1; place < draws.size(); ++place) {
        std::vector<double> one_again = draws;
        one_again[place] = draws[0];
        check_pilot(one_again);
    }
    // Two in one block, of which the first came before.
    draws[70] = draws[2];
    draws[90] = draws[80];
    check_pilot(draws);
}

TEST_CASE("a pilot counts all that is finite, the two zeros as one") {
    check_pilot({});
    check_pilot({1.0});
    check_pilot({0.0, -0.0, 5e-324, 3.0, infinite, infinite});
    check_pilot(std::vector<double>(3 * block_size, infinite));
    check_pilot(std::vector<double>(3 * block_size, 2.5));
}

TEST_CASE("a pilot of few and of many values, in part counted elsewhere") {
    for (const std::size_t size : {63U, 64U, 65U, 1000U, 8000U, 16'384U}) {
        for (const std::uint64_t distinct : {2U, 8U, 9U, 300U, 2000U, 20'000U, 4'000'000'000U}) {
            INFO(size << " draws of " << distinct << " values");
            std::vector<double> draws;
            std::uint64_t state = size + distinct;
            for (std::size_t i = 0; i < size; ++i) {
                state = state * 6364136223846793005ULL + 1442695040888963407ULL;
                const std::uint64_t k = (state >> 32U) % distinct;
                draws.push_back(k == 1 ? infinite : 0.1 * static_cast<double>(k) - 2.0);
            }
            check_pilot(draws);
            check_pilot(draws, 16);
        }
    }
}
