// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/table/print_table.hpp>

#include <headway/header_begin.hpp>

namespace headway::report::detail {

template <class>
std::string broken_heading(const std::string& heading, std::size_t width) {
    std::string out;
    std::string last;
    for (std::size_t at = 0; at < heading.size();) {
        const std::size_t end = std::min(heading.find(' ', at), heading.size());
        const std::string word = heading.substr(at, end - at);
        const std::string longer = last.empty() ? word : last + ' ' + word;
        if (!last.empty() && width_of(longer) > width) {
            out += last + '\n';
            last = word;
        } else {
            last = longer;
        }
        at = end + 1;
    }
    return out + last;
}
HEADWAY_INSTANTIATE(std::string broken_heading<>(const std::string& heading, std::size_t width));

}  // namespace headway::report::detail

namespace headway::report {

template <class>
text_table table(const result_table& results) {
    const formatted_table shown(results);
    const auto clean = [](std::vector<std::string> texts) {
        for (auto& text : texts) text = headway::detail::shown_text(text);
        return texts;
    };
    std::vector<std::string> headings = clean(shown.headings);
    if (!headings.empty()) {
        std::size_t widest = 44;
        for (const auto& row : shown.rows) widest = std::max(widest, detail::width_of(headway::detail::shown_text(row[0])));
        headings[0] = detail::broken_heading(headings[0], widest);
    }
    text_table out(std::move(headings));
    for (const auto& row : shown.rows) out.row(clean(row));
    return out;
}
HEADWAY_INSTANTIATE(text_table table<>(const result_table& results));

}  // namespace headway::report

#include <headway/header_end.hpp>
