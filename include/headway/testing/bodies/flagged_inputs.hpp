// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/testing/flagged_inputs.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
std::string unsourced_flag::reason(const input_source& input) {
    if (input.figure != nullptr) return "the figure " + std::string(input.figure->id) + " has no source";
    if (input.overridden && input.note.empty() && input.figure == nullptr) return "overridden without a reason";
    return input.note.empty() ? std::string("neither figure nor note")
                              : "only a note, \"" + std::string(input.note) + "\"";
}
HEADWAY_INSTANTIATE(std::string unsourced_flag::reason<>(const input_source& input));

template <class>
std::string disagreement_flag::reason(const input_source& input) {
    std::string text = std::string(input.figure->id);
    for (const figures::conflict& c : figures::in_conflict(*input.figure)) {
        text += ", on " + std::string(c.topic) + ":";
        for (const figures::position& p : c.positions) {
            text += "\n    " + std::string(p.who) + ": " + std::string(p.statement);
        }
    }
    return text;
}
HEADWAY_INSTANTIATE(std::string disagreement_flag::reason<>(const input_source& input));

HEADWAY_OUT_OF_LINE std::string stale_flag::reason(const input_source& input) {
    return "to be reviewed by " + to_text(input.review_by) +
           (input.as_of.is_never() ? std::string() : ", made on " + to_text(input.as_of));
}

}  // namespace headway::detail

#include <headway/header_end.hpp>
