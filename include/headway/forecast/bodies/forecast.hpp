// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/forecast/forecast.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
void override_inputs(assumption_record* inputs, std::size_t size, const override_list& overrides) {
    const auto require_input = [&](const override_list::entry& entry) {
        std::string known;
        for (std::size_t i = 0; i < size; ++i) {
            if (inputs[i].name == entry.input) {
                if (entry.belief.kind() == inputs[i].kind()) return;
                throw std::domain_error("with: the input '" + entry.input + "' is about " + inputs[i].kind().text() +
                                        ", the belief given for it about " + entry.belief.kind().text());
            }
            known += (i == 0 ? "'" : ", '") + std::string(inputs[i].name) + "'";
        }
        throw std::domain_error("with: no input is named '" + entry.input + "'; the inputs are " + known);
    };
    for (const auto& entry : overrides) require_input(entry);
    for (std::size_t i = 0; i < size; ++i) overrides.apply_to(inputs[i]);
}
HEADWAY_INSTANTIATE(void override_inputs<>(assumption_record* inputs, std::size_t size, const override_list& overrides));

}  // namespace headway::detail

#include <headway/header_end.hpp>
