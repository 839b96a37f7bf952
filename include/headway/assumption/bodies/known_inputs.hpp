// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/assumption/known_inputs.hpp>

#include <headway/header_begin.hpp>

namespace headway {

template <class>
const known_inputs::input* known_inputs::find(std::string_view name) const noexcept {
    for (const input& i : inputs_) {
        if (i.name == name) return &i;
    }
    return nullptr;
}
HEADWAY_INSTANTIATE(const known_inputs::input* known_inputs::find<>(std::string_view name) const);

template <class>
void known_inputs::add(const assumption_record* records, std::size_t count, std::string& faults) {
    for (std::size_t i = 0; i < count; ++i) {
        const assumption_record& a = records[i];
        const bool is_yes_or_no = detail::is_yes_or_no(a.parts());
        const auto known = std::find_if(inputs_.begin(), inputs_.end(), [&](const input& k) { return k.name == a.name; });
        if (known == inputs_.end()) {
            inputs_.push_back({a.name, a.kind(), &a.notation(), is_yes_or_no, a.motion});
        } else if (known->kind == a.kind()) {
            known->is_yes_or_no = known->is_yes_or_no || is_yes_or_no;
        } else {
            faults += (faults.empty() ? "known_inputs: two forecasts have an input '" : "\nand an input '") +
                      std::string(a.name) + "', one about " + known->kind.text() + ", one about " + a.kind().text() +
                      "; rename one of them";
        }
    }
}
HEADWAY_INSTANTIATE(void known_inputs::add<>(const assumption_record* records, std::size_t count, std::string& faults));

HEADWAY_OUT_OF_LINE override_list known_inputs::among(const override_list& overrides) const {
    override_list some;
    for (const auto& entry : overrides) {
        if (find(entry.input) != nullptr) some.set(entry.input, entry.belief, entry.reason, entry.process);
    }
    return some;
}

}  // namespace headway

#include <headway/header_end.hpp>
