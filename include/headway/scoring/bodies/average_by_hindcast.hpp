// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/scoring/average_by_hindcast.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
std::vector<method_weight> weigh_methods(std::vector<std::string> names,
                                         const std::vector<std::vector<double>>& log_density, double& log_score) {
    const std::size_t count = log_density[0].size();
    if (count < 2) too_few_to_weigh(count);
    const std::vector<double> weights = stacking_weights(log_density);
    std::vector<method_weight> methods;
    for (std::size_t k = 0; k < names.size(); ++k) {
        double sum = 0.0;
        for (const double d : log_density[k]) sum -= d;
        methods.push_back({std::move(names[k]), weights[k], sum / static_cast<double>(count)});
    }
    log_score = 0.0;
    for (std::size_t i = 0; i < count; ++i) {
        double largest = -infinity;
        for (std::size_t k = 0; k < methods.size(); ++k) {
            if (weights[k] > 0.0) largest = max(largest, log_density[k][i]);
        }
        double sum = 0.0;
        for (std::size_t k = 0; k < methods.size(); ++k) {
            if (weights[k] > 0.0) sum += weights[k] * exp(log_density[k][i] - largest);
        }
        log_score -= (largest + log(sum)) / static_cast<double>(count);
    }
    return methods;
}
HEADWAY_INSTANTIATE(std::vector<method_weight> weigh_methods<>(std::vector<std::string> names,
                                                               const std::vector<std::vector<double>>& log_density,
                                                               double& log_score));

}  // namespace headway::detail

#include <headway/header_end.hpp>
