// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/assumption/override_list.hpp>

#include <headway/header_begin.hpp>

namespace headway {

template <class>
const any_belief* override_list::find(std::string_view input) const noexcept {
    for (const entry& e : entries_) {
        if (e.input == input) return &e.belief;
    }
    return nullptr;
}
HEADWAY_INSTANTIATE(const any_belief* override_list::find<>(std::string_view input) const);

template <class>
void override_list::apply_to(assumption_record& assumption) const {
    for (const entry& e : entries_) {
        if (e.input != assumption.name) continue;
        e.belief.require(assumption.kind());
        if (assumption.is_path()) {
            if (e.process.kind == detail::process_kind::none) detail::path_needs_a_process(assumption.name);
            return assumption.move_by(e.process, e.reason);
        }
        return assumption.believe(e.belief.parts(), e.reason);
    }
}
HEADWAY_INSTANTIATE(void override_list::apply_to<>(assumption_record& assumption) const);

HEADWAY_OUT_OF_LINE void override_list::set(std::string_view input, const any_belief& belief,
                                            const override_reason& reason, const detail::process_record& process) {
    for (entry& e : entries_) {
        if (e.input == input) {
            e.belief = belief;
            e.reason = reason;
            e.process = process;
            return;
        }
    }
    entries_.push_back({std::string(input), belief, reason, process});
}

}  // namespace headway

#include <headway/header_end.hpp>
