// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/inference/detail/inputs_of_draws.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
std::vector<std::vector<double>> inputs_of_draws(const input_view& model, const draw_weights& weights,
                                                 std::span<const std::size_t> places) {
    const run_identity& run = weights.identity();
    std::vector<std::vector<double>> columns(places.size());
    for (auto& column : columns) column.reserve(weights.draws());
    const auto replicates = static_cast<unsigned>((run.draws - 1) / run.draws_per_replicate + 1);
    const sampling_plan draws(run.method, run.seed, run.draws, replicates, model.input_count);
    const input_samplers beliefs = samplers_of(model);
    drawn_inputs drawn(model, beliefs, draws);
    for (const auto& range : weights.surprises().kept()) {
        for (std::uint64_t draw = range.first; draw < range.last(); draw += sampling_plan::block_size) {
            const std::uint64_t block = draw / sampling_plan::block_size;
            const int valid = draws.valid(block);
            drawn.draw(block, valid);
            for (std::size_t k = 0; k < places.size(); ++k) {
                columns[k].insert(columns[k].end(), drawn.drawn(places[k]), drawn.drawn(places[k]) + valid);
            }
        }
    }
    return columns;
}
HEADWAY_INSTANTIATE(std::vector<std::vector<double>> inputs_of_draws<>(const input_view& model,
                                                                       const draw_weights& weights,
                                                                       std::span<const std::size_t> places));

template <class>
draw_column column_of_input(const std::vector<double>& values, double pivot, const draw_weights& weights) {
    const auto& run = weights.identity();
    draw_column column(pivot, weights.surprises().replicates().size(), true);
    std::size_t from = 0;
    for (const auto& range : weights.surprises().kept()) {
        double* const to = column.keep_range(range.first, range.size);
        std::copy(values.begin() + static_cast<std::ptrdiff_t>(from),
                  values.begin() + static_cast<std::ptrdiff_t>(from + range.size), to);
        for (std::size_t i = 0; i < range.size; i += batch::size) {
            const std::size_t valid = std::min<std::size_t>(batch::size, range.size - i);
            column.add_block(to + i, static_cast<int>(valid),
                             static_cast<std::size_t>((range.first + i) / run.draws_per_replicate));
        }
        from += range.size;
    }
    return column;
}
HEADWAY_INSTANTIATE(draw_column column_of_input<>(const std::vector<double>& values, double pivot,
                                                  const draw_weights& weights));

template <class>
std::vector<std::size_t> weighted_order(const std::vector<double>& values, std::span<const double> weights, bool all) {
    std::vector<std::pair<double, std::size_t>> order;
    order.reserve(values.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (all || weights[i] > 0.0) order.emplace_back(values[i], i);
    }
    std::sort(order.begin(), order.end());
    std::vector<std::size_t> places(order.size());
    for (std::size_t k = 0; k < places.size(); ++k) places[k] = order[k].second;
    return places;
}
HEADWAY_INSTANTIATE(std::vector<std::size_t> weighted_order<>(const std::vector<double>& values,
                                                              std::span<const double> weights, bool all));

template <class>
std::vector<double> equally_weighted(const std::vector<double>& values, std::span<const double> weights,
                                     std::size_t count) {
    const std::vector<std::size_t> order = weighted_order(values, weights, false);
    double sum = 0.0;
    for (const std::size_t i : order) sum += weights[i];
    std::vector<double> chosen;
    chosen.reserve(count);
    double reached = 0.0;
    for (const std::size_t i : order) {
        reached += weights[i];
        while (chosen.size() < count &&
               (static_cast<double>(chosen.size()) + 0.5) / static_cast<double>(count) * sum < reached) {
            chosen.push_back(values[i]);
        }
    }
    while (chosen.size() < count) chosen.push_back(values[order.back()]);
    return chosen;
}
HEADWAY_INSTANTIATE(std::vector<double> equally_weighted<>(const std::vector<double>& values,
                                                           std::span<const double> weights, std::size_t count));

template <class>
double distance_moved(const std::vector<double>& values, std::span<const double> weights) {
    const std::vector<std::size_t> order = weighted_order(values, weights, true);
    double sum = 0.0;
    for (const std::size_t i : order) sum += weights[i];
    double reached = 0.0;
    double greatest = 0.0;
    for (std::size_t k = 0; k < order.size(); ++k) {
        reached += weights[order[k]];
        if (k + 1 < order.size() && values[order[k + 1]] == values[order[k]]) continue;
        const double apart = abs(reached / sum - static_cast<double>(k + 1) / static_cast<double>(order.size()));
        greatest = apart > greatest ? apart : greatest;
    }
    return greatest;
}
HEADWAY_INSTANTIATE(double distance_moved<>(const std::vector<double>& values, std::span<const double> weights));

template <class>
weighted_correlation correlation_of(const std::vector<double>& a, const std::vector<double>& b,
                                    const draw_weights& weights) {
    const auto w = weights.relative();
    const double all = weights.sum();
    const auto sum = [&](auto f) {
        double lanes[sum_lanes] = {};
        for (std::size_t i = 0; i < w.size(); ++i) lanes[i % sum_lanes] += w[i] > 0.0 ? w[i] * f(i) : 0.0;
        return together(lanes);
    };
    const double mean_a = sum([&](std::size_t i) { return a[i]; }) / all;
    const double mean_b = sum([&](std::size_t i) { return b[i]; }) / all;
    const double sd_a = sqrt(sum([&](std::size_t i) { return (a[i] - mean_a) * (a[i] - mean_a); }) / all);
    const double sd_b = sqrt(sum([&](std::size_t i) { return (b[i] - mean_b) * (b[i] - mean_b); }) / all);
    if (!is_finite(mean_a) || !is_finite(mean_b)) {
        throw std::domain_error("correlation: one of the two inputs is never, or infinite, in some draws, so that it has no "
                                "correlation; ask rank_correlation");
    }
    if (!(sd_a > 0.0) || !(sd_b > 0.0)) {
        throw std::domain_error("correlation: one of the two inputs does not vary, so that it has no correlation");
    }
    const double r = sum([&](std::size_t i) { return (a[i] - mean_a) / sd_a * ((b[i] - mean_b) / sd_b); }) / all;
    double squares = 0.0;
    double between = 0.0;
    for (const auto& p : weights.parts()) {
        double part = 0.0;
        for (std::size_t i = p.first; i < p.last; ++i) {
            if (!(w[i] > 0.0)) continue;
            const double x = (a[i] - mean_a) / sd_a;
            const double y = (b[i] - mean_b) / sd_b;
            const double moved = w[i] * (x * y - 0.5 * r * (x * x + y * y));
            part += moved;
            squares += moved * moved;
        }
        between += part * part;
    }
    const double parts = static_cast<double>(weights.parts().size());
    const double n = weights.effective_draws();
    const double error =
        parts > 1.0 ? sqrt(between * parts / (parts - 1.0)) : sqrt(squares * n / (n > 1.0 ? n - 1.0 : 1.0));
    return {r, error / all};
}
HEADWAY_INSTANTIATE(weighted_correlation correlation_of<>(const std::vector<double>& a, const std::vector<double>& b,
                                                          const draw_weights& weights));

template <class>
std::vector<double> weighted_ranks(const std::vector<double>& values, const draw_weights& weights) {
    const auto w = weights.relative();
    const std::vector<std::size_t> order = weighted_order(values, w, false);
    std::vector<double> ranks(values.size(), 0.0);
    double below = 0.0;
    for (std::size_t k = 0; k < order.size();) {
        double equal = 0.0;
        std::size_t end = k;
        for (; end < order.size() && values[order[end]] == values[order[k]]; ++end) equal += w[order[end]];
        for (; k < end; ++k) ranks[order[k]] = (below + 0.5 * equal) / weights.sum();
        below += equal;
    }
    return ranks;
}
HEADWAY_INSTANTIATE(std::vector<double> weighted_ranks<>(const std::vector<double>& values,
                                                         const draw_weights& weights));

}  // namespace headway::detail

#include <headway/header_end.hpp>
