// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/scoring/detail/stacking.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
std::vector<double> stacking_weights(const std::vector<std::vector<double>>& log_density) {
    const std::size_t methods = log_density.size();
    const std::size_t count = log_density[0].size();
    std::vector<std::vector<double>> density(methods, std::vector<double>(count));
    for (std::size_t i = 0; i < count; ++i) {
        double largest = -infinity;
        for (const auto& row : log_density) largest = max(largest, row[i]);
        if (!(largest > -infinity)) nothing_expected_an_outcome(i);
        for (std::size_t k = 0; k < methods; ++k) density[k][i] = exp(log_density[k][i] - largest);
    }
    std::vector<double> weights(methods, 1.0 / static_cast<double>(methods));
    std::vector<double> mixed(count);
    for (int round = 0; round < 5000; ++round) {
        for (std::size_t i = 0; i < count; ++i) {
            mixed[i] = 0.0;
            for (std::size_t k = 0; k < methods; ++k) mixed[i] += weights[k] * density[k][i];
        }
        std::size_t to = 0;
        std::size_t from = methods;
        double greatest = -1.0;
        double least = infinity;
        for (std::size_t k = 0; k < methods; ++k) {
            double gain = 0.0;
            for (std::size_t i = 0; i < count; ++i) gain += density[k][i] / mixed[i];
            gain /= static_cast<double>(count);
            if (gain > greatest) {
                greatest = gain;
                to = k;
            }
            if (weights[k] > 0.0 && gain < least) {
                least = gain;
                from = k;
            }
        }
        if (greatest <= 1.0 + 1e-10 || to == from) break;
        // The slope along the exchange falls; where it is zero is the most that serves.
        const auto slope = [&](double moved) {
            double sum = 0.0;
            for (std::size_t i = 0; i < count; ++i) {
                const double difference = density[to][i] - density[from][i];
                const double there = mixed[i] + moved * difference;
                if (difference != 0.0)
                    sum += there > 0.0 ? difference / there : (difference < 0.0 ? -infinity : infinity);
            }
            return sum;
        };
        double moved = weights[from];
        if (!(slope(moved) >= 0.0)) {
            double low = 0.0;
            for (int step = 0; step < 60; ++step) {
                const double middle = 0.5 * (low + moved);
                (slope(middle) > 0.0 ? low : moved) = middle;
            }
            moved = low;
            if (!(moved > 0.0)) break;
        }
        weights[to] += moved;
        weights[from] = moved < weights[from] ? weights[from] - moved : 0.0;
    }
    double sum = 0.0;
    for (const double w : weights) sum += w;
    for (double& w : weights) w /= sum;
    return weights;
}
HEADWAY_INSTANTIATE(std::vector<double> stacking_weights<>(const std::vector<std::vector<double>>& log_density));

}  // namespace headway::detail

#include <headway/header_end.hpp>
