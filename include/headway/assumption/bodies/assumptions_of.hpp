// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/assumption/assumptions_of.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
void write_assumption(std::string& text, const assumption_record& a) {
    if (text.starts_with(text_in_file(a.name, true) + " = ") ||
        text.find("\n" + text_in_file(a.name, true) + " = ") != std::string::npos) {
        return;  // an input of several forecasts
    }
    const auto line = [&](const char* key, std::string_view said) {
        if (!said.empty()) text += "    " + std::string(key) + ": " + text_in_file(said, false) + "\n";
    };
    text += text_in_file(a.name, true) + " = " +
            (a.is_path() ? path_in_file(a.motion) : belief_writer(a.notation()).text(a.parts())) + "\n";
    if (a.figure() == nullptr) {
        line("source", a.note());
    } else {
        const std::string cited = figures::citation(*a.figure());
        line("source", cited.empty() ? figures::value_text(*a.figure()) : cited);
        line("note", a.note());
    }
    if (!a.as_of().is_never()) line("as_of", exact_text(a.as_of()));
    if (!a.review_by().is_never()) line("review_by", exact_text(a.review_by()));
}
HEADWAY_INSTANTIATE(void write_assumption<>(std::string& text, const assumption_record& a));

}  // namespace headway::detail

#include <headway/header_end.hpp>
