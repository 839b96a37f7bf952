// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/report/detail/html_table.hpp>

#include <headway/header_begin.hpp>

namespace headway::report::detail {

template <class>
void html_table::row(const std::vector<std::string>& cells) {
    if (cells.size() != columns_) {
        throw std::domain_error("table: a row has " + std::to_string(cells.size()) + " cells, but there are " +
                                std::to_string(columns_) + " headings; give one for each");
    }
    text_ += "<tr>";
    for (std::size_t c = 0; c < columns_; ++c) cell(c, html_words(cells[c]));
    text_ += "</tr>\n";
}
HEADWAY_INSTANTIATE(void html_table::row<>(const std::vector<std::string>& cells));

template <class>
void html_table::cell(std::size_t c, const std::string& markup) {
    if (c == 0) {
        text_ += "<th scope=\"row\">" + markup + "</th>";
    } else {
        const bool words = markup.substr(0, 2) == "<p";
        text_ += "<td" + (labels_.empty() ? std::string() : labels_[c]) +
                 (numeric_[c] ? " class=\"number\">"
                  : words     ? " class=\"words\">"
                              : ">") +
                 markup + "</td>";
    }
}
HEADWAY_INSTANTIATE(void html_table::cell<>(std::size_t c, const std::string& markup));

HEADWAY_OUT_OF_LINE html_table::html_table(const std::string& caption, const std::vector<std::string>& headings,
                                           std::vector<bool> numeric, const std::string& style)
    : columns_(headings.size()), numeric_(std::move(numeric)) {
    numeric_.resize(columns_, false);
    if (columns_ > 0) numeric_[0] = false;  // it names the row
    bool words = columns_ > 1;
    for (const bool number : numeric_) words = words && !number;
    std::string classes = style;
    if (words || style == "assumed") {
        classes += style.empty() ? "cards" : " cards";
        for (const auto& heading : headings) labels_.push_back(" data-label=\"" + html_escaped(heading) + "\"");
    }
    const std::string name = html_escaped(caption);
    text_ = "<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"" + name + "\">\n<table" +
            (classes.empty() ? "" : " class=\"" + classes + "\"") + ">\n<caption>" + name + "</caption>\n<thead>\n<tr>";
    for (std::size_t c = 0; c < columns_; ++c) {
        text_ += "<th scope=\"col\"" + std::string(numeric_[c] ? " class=\"number\">" : ">") +
                 html_escaped(headings[c]) + "</th>";
    }
    text_ += "</tr>\n</thead>\n<tbody>\n";
}

HEADWAY_OUT_OF_LINE void html_table::row_of_markup(const std::vector<std::string>& cells, const std::string& id) {
    text_ += "<tr id=\"" + id + "\">";
    for (std::size_t c = 0; c < columns_; ++c) cell(c, cells[c]);
    text_ += "</tr>\n";
}

}  // namespace headway::report::detail

#include <headway/header_end.hpp>
