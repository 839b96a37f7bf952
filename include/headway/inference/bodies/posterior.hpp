// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/inference/posterior.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
std::vector<input_change> changes_of_inputs(const input_view& model, const draw_weights& weights) {
    std::vector<std::size_t> places(model.input_count);
    for (std::size_t i = 0; i < places.size(); ++i) places[i] = i;
    const auto columns = inputs_of_draws(model, weights, places);
    std::vector<input_change> changes(model.input_count);
    constexpr std::array levels{0.05, 0.5, 0.95};
    for (std::size_t i = 0; i < changes.size(); ++i) {
        const assumption_record& a = model.inputs[i];
        input_change& change = changes[i];
        change.input = a.name;
        const weighted_record after(
            draw_record(weights.shared_identity(), column_of_input(columns[i], a.base_quantile(0.5), weights)),
            std::shared_ptr<const draw_weights>(std::shared_ptr<void>(), &weights));
        const std::vector<double> quantiles = after.quantiles(levels);
        for (std::size_t k = 0; k < levels.size(); ++k) {
            change.before[k] = a.base_quantile(levels[k]);
            change.after[k] = quantiles[k];
            change.before_text[k] = a.text(change.before[k], 3);
            change.after_text[k] = a.text(change.after[k], 3);
        }
        change.moved = distance_moved(columns[i], weights.relative());
    }
    return changes;
}
HEADWAY_INSTANTIATE(std::vector<input_change> changes_of_inputs<>(const input_view& model,
                                                                  const draw_weights& weights));

}  // namespace headway::detail

#include <headway/header_end.hpp>
