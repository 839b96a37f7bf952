// SPDX-License-Identifier: BSL-1.0
// How far the methods behind a forecast can be trusted, tried on technologies of our own making, whose laws are known.
#pragma once

#include <headway/headway.hpp>

#include <vector>

namespace method_check {

namespace hw = headway;
using namespace headway::units;

inline constexpr int years = 30;
inline constexpr int technologies = 100;
inline constexpr int window = 10;  // increments from which each forecast is made
inline constexpr double true_progress_ratio = 0.8;

/// Standard normal numbers, one for each year of a technology.
inline std::vector<double> noise_of(std::uint64_t technology) {
    double u[64];
    hw::random_stream(technology, hw::hash_of("method check")).uniforms(0, u);
    std::vector<double> z;
    for (int k = 0; k < years; ++k) z.push_back(hw::normal_quantile(u[k]));
    return z;
}

using money = hw::quantity<hw::dim::money>;
using chips = hw::quantity<hw::dim::chips>;

/// A chip whose cost falls to 80 % with each doubling of cumulative output, seen with an error of 12 % each year.
struct learning_technology {
    hw::observations<money> costs;
    hw::cumulative_output<chips> output;
};
inline learning_technology learning() {
    std::vector<hw::observation<money>> costs;
    std::vector<hw::observation<chips>> output;
    const auto z = noise_of(0);
    for (int k = 0; k < years; ++k) {
        const hw::date when = std::chrono::year(1996 + k) / 1 / 1;
        const double made = hw::exp(0.3 * k);  // in thousands, all that were made until then
        const double exponent = hw::log(true_progress_ratio) / hw::log(2.0);
        costs.emplace_back(when,
                           1000.0 * usd * hw::exp(exponent * hw::log(made) + 0.12 * z[static_cast<std::size_t>(k)]));
        output.emplace_back(when, made * 1000.0 * chip);
    }
    return {hw::observations<money>(std::move(costs)),
            {hw::observations<chips>(std::move(output)), hw::current_period::included}};
}

/// Costs that fall by a tenth a year, give or take 15 %, forecast from every ten years of their past.
inline hw::hindcast_record hindcasts() {
    hw::hindcast_record record(window, hw::independent_increments);
    for (std::uint64_t technology = 1; technology <= technologies; ++technology) {
        std::vector<hw::observation<double>> rows;
        double log_cost = hw::log(100.0);
        int k = 0;
        for (const double z : noise_of(technology)) {
            if (k > 0) log_cost += -0.10 + 0.15 * z;
            rows.emplace_back(hw::date(std::chrono::year(1996 + k++) / 1 / 1), hw::exp(log_cost));
        }
        record.add(hw::hindcast(hw::observations<double>(std::move(rows)), window, hw::independent_increments));
    }
    return record;
}

}  // namespace method_check
