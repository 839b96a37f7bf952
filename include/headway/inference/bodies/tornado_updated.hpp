// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/inference/tornado_updated.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
std::vector<weighted_record> records_of_inputs(const input_view& model,
                                               const std::shared_ptr<const draw_weights>& weights) {
    std::vector<std::size_t> places(model.input_count);
    for (std::size_t i = 0; i < places.size(); ++i) places[i] = i;
    const auto columns = inputs_of_draws(model, *weights, places);
    std::vector<weighted_record> records;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        records.emplace_back(draw_record(weights->shared_identity(),
                                         column_of_input(columns[i], model.inputs[i].base_quantile(0.5), *weights)),
                             weights);
    }
    return records;
}
HEADWAY_INSTANTIATE(std::vector<weighted_record> records_of_inputs<>(const input_view& model,
                                                                     const std::shared_ptr<const draw_weights>& weights));

}  // namespace headway::detail

#include <headway/header_end.hpp>
