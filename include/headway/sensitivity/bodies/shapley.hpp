// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/sensitivity/shapley.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
double half_mean_square(const double* a, const double* b) noexcept {
    double sums[sum_lanes] = {};
    for (int k = 0; k < batch::size; k += sum_lanes) {
        for (int j = 0; j < sum_lanes; ++j) sums[j] += (a[k + j] - b[k + j]) * (a[k + j] - b[k + j]);
    }
    return together(sums) / (2.0 * batch::size);
}
HEADWAY_INSTANTIATE(double half_mean_square<>(const double* a, const double* b));

template <class>
void add_every_subset(std::vector<double>& effects, variance_left_by_redrawing variance_left_by) {
    const std::size_t inputs = effects.size();
    conditional_redraw::choice redrawn(inputs);
    for (std::size_t subset = 1; subset < std::size_t{1} << inputs; ++subset) {
        std::size_t size = 0;
        for (std::size_t i = 0; i < inputs; ++i) {
            redrawn[i] = (subset >> i & 1U) != 0 ? 1 : 0;
            size += redrawn[i] != 0 ? 1U : 0U;
        }
        const double variance = variance_left_by(redrawn);
        for (std::size_t i = 0; i < inputs; ++i) {
            // The subset counts for its members as what they complete, against the others as what they start from.
            if (redrawn[i] != 0) {
                effects[i] += shapley_weight(inputs, size - 1) * variance;
            } else {
                effects[i] -= shapley_weight(inputs, size) * variance;
            }
        }
    }
}
HEADWAY_INSTANTIATE(void add_every_subset<>(std::vector<double>& effects, variance_left_by_redrawing variance_left_by));

template <class>
void add_one_order(std::vector<double>& effects, const std::vector<std::size_t>& order,
                   variance_left_by_redrawing variance_left_by) {
    conditional_redraw::choice redrawn(effects.size());
    double before = 0.0;
    for (const std::size_t i : order) {
        redrawn[i] = 1;
        const double variance = variance_left_by(redrawn);
        effects[i] += variance - before;
        before = variance;
    }
}
HEADWAY_INSTANTIATE(void add_one_order<>(std::vector<double>& effects, const std::vector<std::size_t>& order,
                    variance_left_by_redrawing variance_left_by));

template <class>
double half_mean_product(const double* x, const double* y, const double* before, const double* after) noexcept {
    double sums[sum_lanes] = {};
    for (int k = 0; k < batch::size; k += sum_lanes) {
        for (int j = 0; j < sum_lanes; ++j) sums[j] += (x[k + j] - y[k + j]) * (before[k + j] - after[k + j]);
    }
    return together(sums) / (2.0 * batch::size);
}
HEADWAY_INSTANTIATE(double half_mean_product<>(const double* x, const double* y, const double* before,
                    const double* after));

template <class>
void add_walk(std::vector<double>& effects, const std::vector<std::size_t>& order, std::vector<batch>& results,
              result_of_redrawing result_of) {
    conditional_redraw::choice redrawn(effects.size());
    results.resize(order.size() + 1);
    result_of(redrawn, results.front().lane);
    for (std::size_t step = 0; step < order.size(); ++step) {
        redrawn[order[step]] = 1;
        result_of(redrawn, results[step + 1].lane);
    }
    for (std::size_t step = 0; step < order.size(); ++step) {
        effects[order[step]] += half_mean_product(results.front().lane, results.back().lane, results[step].lane,
                                                  results[step + 1].lane);
    }
}
HEADWAY_INSTANTIATE(void add_walk<>(std::vector<double>& effects, const std::vector<std::size_t>& order,
                    std::vector<batch>& results, result_of_redrawing result_of));

template <class>
std::vector<std::size_t> order_of_block(std::size_t inputs, std::uint64_t seed, std::uint64_t block) {
    std::vector<std::size_t> order(inputs);
    for (std::size_t i = 0; i < inputs; ++i) order[i] = i;
    for (std::size_t i = inputs; i > 1; --i) {
        const std::uint64_t word = keyed_words(seed, 0, purpose::input_order, block / 2, i)[0];
        std::swap(order[i - 1], order[static_cast<std::size_t>(multiplied_wide(word, i).high)]);
    }
    if (block % 2 == 1) std::reverse(order.begin(), order.end());
    return order;
}
HEADWAY_INSTANTIATE(std::vector<std::size_t> order_of_block<>(std::size_t inputs, std::uint64_t seed, std::uint64_t block));

template <class>
std::vector<shapley_effect> shapley_shares(const std::vector<std::vector<double>>& effects,
                                           const assumption_record* inputs, double level) {
    const std::size_t replicates = effects.size();
    const double factor = confidence_factor(level, replicates);
    std::vector<double> variance(replicates), part(replicates);
    double all_variance = 0.0;
    for (std::size_t r = 0; r < replicates; ++r) {
        for (const double effect : effects[r]) variance[r] += effect;
        all_variance += variance[r];
    }
    require_variance("shapley", all_variance);

    std::vector<shapley_effect> rows(effects.front().size());
    double sum = 0.0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        for (std::size_t r = 0; r < replicates; ++r) part[r] = effects[r][i];
        rows[i] = {inputs[i].name, index_of(part, variance, factor)};
        sum += rows[i].share.value;
    }
    for (auto& row : rows) row.share.value /= sum;
    return rows;
}
HEADWAY_INSTANTIATE(std::vector<shapley_effect> shapley_shares<>(const std::vector<std::vector<double>>& effects,
                    const assumption_record* inputs, double level));

template <class>
shapley_result shapley_of(const model_call& model, const std::vector<date>& dates, std::size_t place,
                          const shapley_run& options) {
    const std::size_t inputs = model.input_count;
    require_confidence_level("shapley", options.level);
    refuse_correlated_paths("shapley", model.inputs, inputs);
    if (options.every_subset_up_to > 16) {
        value_breaks_a_rule("shapley", "every_subset_up_to", "must be at most 16, there are 2^inputs subsets",
                            options.every_subset_up_to);
    }
    const bool every_subset = inputs <= options.every_subset_up_to;
    const saltelli_samples draws("shapley", inputs, options.draws, options.seed, options.replicates);
    const model_evaluation evaluated(model, dates);
    const double central = evaluated.pivot(place);

    std::vector<std::vector<double>> effects(draws.replicates(), std::vector<double>(inputs));
    run_on_threads(
        threads_for(options.threads, effects.size()), 0, effects.size(),
        [&](unsigned, std::uint64_t first_replicate, std::uint64_t last_replicate) {
            saltelli_samples::reader uniforms(draws, model.inputs, inputs);
            block_result result(evaluated, draws.source(), "shapley", place);
            conditional_redraw redraw(model.correlation, evaluated.beliefs());
            const auto to = [&](std::size_t i) { return result.input(i); };
            batch y, y_redrawn;
            std::vector<batch> walk;
            for (std::uint64_t r = first_replicate; r < last_replicate; ++r) {
                for (auto block = draws.first_block(r); block < draws.first_block(r + 1); ++block) {
                    redraw.draw(uniforms, block);
                    const auto result_of = [&](const conditional_redraw::choice& redrawn, double* out) {
                        redraw.give(redrawn, to);
                        const bool base = std::find(redrawn.begin(), redrawn.end(), 1) == redrawn.end();
                        result.evaluate(block, central, out, base);
                    };
                    if (!every_subset && !model.correlation.any) {
                        add_walk(effects[r], order_of_block(inputs, options.seed, block), walk, result_of);
                        continue;
                    }
                    result_of(conditional_redraw::choice(inputs), y.lane);
                    const auto variance_left_by = [&](const conditional_redraw::choice& redrawn) {
                        result_of(redrawn, y_redrawn.lane);
                        return half_mean_square(y.lane, y_redrawn.lane);
                    };
                    if (every_subset) {
                        add_every_subset(effects[r], variance_left_by);
                    } else {
                        add_one_order(effects[r], order_of_block(inputs, options.seed, block), variance_left_by);
                    }
                }
            }
        });
    const std::uint64_t all_draws = draws.draws_per_replicate() * draws.replicates();
    return {shapley_shares(effects, model.inputs, options.level),
            all_draws * (every_subset ? std::uint64_t{1} << inputs : inputs + 1)};
}
HEADWAY_INSTANTIATE(shapley_result shapley_of<>(const model_call& model, const std::vector<date>& dates, std::size_t place,
                    const shapley_run& options));

}  // namespace headway::detail

#include <headway/header_end.hpp>
