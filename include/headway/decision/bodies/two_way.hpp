// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/decision/two_way.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
std::vector<stated_value> two_way_values(const model_call& model, const std::vector<date>& dates, std::size_t place,
                                         const simulation& options, const grid_axis& down, const grid_axis& across,
                                         const asked_statistic& asked) {
    const drawn_once runs("two_way", model, dates, place, options);
    const std::vector<input_column> drawn = runs.draw(model, std::vector<char>(model.input_count, 1));
    drawn_once::version read;
    for (const input_column& column : drawn) read.push_back(column.data());
    const auto columns_of = [&](const grid_axis& axis, std::size_t input) {
        std::vector<input_column> columns;
        std::vector<char> wanted(model.input_count, 0);
        wanted[input] = 1;
        for (const auto& level : axis.levels) {
            std::vector<assumption_record> inputs(model.inputs, model.inputs + model.input_count);
            inputs[input].believe(level.belief.parts(), {});
            columns.push_back(
                std::move(runs.draw({inputs.data(), model.input_count, model.correlation}, wanted)[input]));
        }
        return columns;
    };
    const std::size_t row_input = place_among(model, down.input);
    const std::size_t column_input = place_among(model, across.input);
    const std::vector<input_column> rows = columns_of(down, row_input);
    const std::vector<input_column> columns = columns_of(across, column_input);

    std::vector<drawn_once::version> versions;
    for (const input_column& row : rows) {
        for (const input_column& column : columns) {
            read[row_input] = row.data();
            read[column_input] = column.data();
            versions.push_back(read);
        }
    }
    std::vector<stated_value> values;
    for (std::size_t from = 0; from < versions.size();) {
        const std::size_t to = std::min(versions.size(), from + runs.versions_at_once());
        const auto some = runs.run(
            {versions.begin() + static_cast<std::ptrdiff_t>(from), versions.begin() + static_cast<std::ptrdiff_t>(to)});
        for (const auto& result : some) values.push_back({asked.of(result), asked.error_of(result)});
        from = to;
    }
    return values;
}
HEADWAY_INSTANTIATE(std::vector<stated_value> two_way_values<>(const model_call& model, const std::vector<date>& dates,
                                                               std::size_t place, const simulation& options,
                                                               const grid_axis& down, const grid_axis& across,
                                                               const asked_statistic& asked));

template <class>
void require_two_axes(const grid_axis& down, const grid_axis& across) {
    try {
        static_cast<void>(grid_scenarios({down, across}));
    } catch (const std::domain_error& e) {
        const std::string_view what(e.what());
        throw std::domain_error("two_way: " + std::string(what.substr(what.find(": ") + 2)));
    }
}
HEADWAY_INSTANTIATE(void require_two_axes<>(const grid_axis& down, const grid_axis& across));

}  // namespace headway::detail

#include <headway/header_end.hpp>
