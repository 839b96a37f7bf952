// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/report/html.hpp>

#include <headway/header_begin.hpp>

namespace headway::report {

template <class>
html_page& html_page::told_in(std::string_view heading, const std::vector<std::string>& assumptions) {
    if (answers_.empty()) {
        throw std::domain_error("told_in: there is no headline answer to link from; call headline first");
    }
    answers_.back().section = detail::words_of("told_in", "heading", heading);
    answers_.back().assumptions = assumptions;
    return *this;
}
HEADWAY_INSTANTIATE(html_page& html_page::told_in<>(std::string_view heading, const std::vector<std::string>& assumptions));

template <class>
html_page& html_page::section(std::string_view heading) {
    const std::string words = detail::words_of("section", "heading", heading);
    sections_.push_back(words);
    add("<div class=\"opening\">\n<h2 id=\"" + section_id(sections_.size()) + "\">" + detail::html_escaped(words) +
        "</h2>\n");
    in_ = part::opening;
    return *this;
}
HEADWAY_INSTANTIATE(html_page& html_page::section<>(std::string_view heading));

template <class>
html_page& html_page::files(const std::vector<linked_file>& list) {
    std::string items;
    for (const linked_file& file : list) {
        items += "<li>" + link_to("files", file.name) + (file.what.empty() ? "" : ": ") +
                 detail::html_words(file.what) + "</li>\n";
    }
    return items.empty() ? *this : add("<ul>\n" + items + "</ul>\n");
}
HEADWAY_INSTANTIATE(html_page& html_page::files<>(const std::vector<linked_file>& list));

template <class>
html_page& html_page::table(std::string_view caption, const std::vector<std::string>& headings,
                            const std::vector<bool>& numeric, const std::vector<std::vector<std::string>>& rows) {
    const std::string name = detail::words_of("table", "caption", caption);
    if (headings.empty()) return *this;
    detail::html_table table(name, headings, numeric);
    for (const auto& row : rows) table.row(row);
    return add(table.text());
}
HEADWAY_INSTANTIATE(html_page& html_page::table<>(std::string_view caption, const std::vector<std::string>& headings,
                    const std::vector<bool>& numeric, const std::vector<std::vector<std::string>>& rows));

template <class>
std::string html_page::text() const {
    const std::string title = detail::html_escaped(title_);
    std::string page = "<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\">\n<head>\n"
                       "<meta charset=\"utf-8\"/>\n"
                       "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
                       "<meta name=\"generator\" content=\"headway " +
                       std::string(version) + "\"/>\n<title>" + title + "</title>\n<style>" +
                       std::string(detail::html_style) + "</style>\n</head>\n<body>\n<main class=\"page\">\n<h1>" +
                       title + "</h1>\n" + lead_;
    if (sections_.size() > 2) page += "<nav aria-label=\"Contents\">\n<ul>\n" + contents() + "</ul>\n</nav>\n";
    if (!answers_.empty()) page += "<div class=\"answers\">\n" + answers() + "</div>\n";
    return page + body_ + (in_ == part::whole ? "" : "</div>\n") + "</main>\n</body>\n</html>\n";
}
HEADWAY_INSTANTIATE(std::string html_page::text<>() const);

template <class>
html_page& html_page::add(const std::string& markup) {
    if (in_ != part::whole) body_ += "</div>\n";
    in_ = part::whole;
    body_ += markup;
    return *this;
}
HEADWAY_INSTANTIATE(html_page& html_page::add<>(const std::string& markup));

template <class>
html_page& html_page::add_assumptions(const std::vector<assumption_row>& rows, const date& as_of) {
    if (in_ == part::opening) body_ += detail::assumption_summary(rows, as_of);
    else add(detail::assumption_summary(rows, as_of));
    add(detail::assumption_table(rows, as_of, assumptions_.size()) + detail::disagreement_list(rows));
    for (const assumption_row& row : rows) assumptions_.push_back(row.name);
    return *this;
}
HEADWAY_INSTANTIATE(html_page& html_page::add_assumptions<>(const std::vector<assumption_row>& rows, const date& as_of));

template <class>
std::string html_page::contents() const {
    std::string list;
    for (std::size_t i = 0; i < sections_.size(); ++i) {
        list += "<li>" + link_on(section_id(i + 1), sections_[i]) + "</li>\n";
    }
    return list;
}
HEADWAY_INSTANTIATE(std::string html_page::contents<>() const);

template <class>
std::string html_page::answers() const {
    std::string all;
    for (const headline_answer& one : answers_) {
        all += "<div class=\"answer\">\n" + one.markup;
        if (!one.section.empty()) {
            const auto at = std::find(sections_.begin(), sections_.end(), one.section);
            if (at == sections_.end()) {
                throw std::domain_error("told_in: the page has no section \"" +
                                        headway::detail::quoted_in_message(one.section) +
                                        "\"; give the heading of one that it has");
            }
            all += "<p>" + link_on(section_id(static_cast<std::size_t>(at - sections_.begin()) + 1), one.section) + "</p>\n";
        }
        all += premises(one.assumptions) + "</div>\n";
    }
    return all;
}
HEADWAY_INSTANTIATE(std::string html_page::answers<>() const);

template <class>
std::string html_page::premises(const std::vector<std::string>& names) const {
    std::string list;
    for (const auto& name : names) {
        const auto at = std::find(assumptions_.begin(), assumptions_.end(), name);
        const auto place = static_cast<std::size_t>(at - assumptions_.begin());
        list += "<li>" +
                (at == assumptions_.end() ? detail::html_escaped(name) : link_on(detail::assumption_id(place), name)) +
                "</li>\n";
    }
    if (list.empty()) return {};
    return "<details><summary>Rests on " + std::to_string(names.size()) +
           (names.size() == 1 ? " assumption" : " assumptions") + "</summary><ul>\n" + list + "</ul></details>\n";
}
HEADWAY_INSTANTIATE(std::string html_page::premises<>(const std::vector<std::string>& names) const);

HEADWAY_OUT_OF_LINE html_page& html_page::lead(std::string_view text) {
    lead_ += detail::html_text("p", text);
    return *this;
}

HEADWAY_OUT_OF_LINE html_page& html_page::headline(std::string_view question, std::string_view answer,
                                                   std::string_view detail, std::string_view rests_on) {
    headline_answer one;
    one.markup = detail::html_text("h2", detail::words_of("headline", "question", question)) +
                 detail::html_text("p", detail::words_of("headline", "answer", answer), "value");
    for (std::size_t at = 0; at <= detail.size();) {
        const std::size_t end = std::min(detail.find('\n', at), detail.size());
        one.markup += detail::html_text("p", detail.substr(at, end - at));
        at = end + 1;
    }
    one.markup += detail::html_text("p", rests_on, "soft");
    answers_.push_back(std::move(one));
    return *this;
}

HEADWAY_OUT_OF_LINE html_page& html_page::paragraph(std::string_view text) {
    const std::string markup = detail::html_text("p", text);
    if (in_ != part::opening) return add(markup);
    body_ += markup;
    return *this;
}

HEADWAY_OUT_OF_LINE html_page& html_page::chart(std::string_view svg, std::string_view caption, std::string_view file) {
    const std::string id = detail::chart_id("chart", svg);
    for (const auto& other : charts_) {
        if (other == id) {
            throw std::domain_error("chart: a chart with the id \"" + id +
                                    "\" is on the page already; leave one out or give it an id of its own");
        }
    }
    const std::string under = detail::html_text("figcaption", caption) + detail::chart_values(svg) +
                              (file.empty() ? "" : "<p class=\"soft\">" + link_to("chart", file) + "</p>\n");
    charts_.push_back(id);
    if (in_ != part::charts) add("<div class=\"charts\">\n");
    in_ = part::charts;
    body_ += "<figure>\n" + std::string(svg) + under + "</figure>\n";
    return *this;
}

HEADWAY_OUT_OF_LINE html_page& html_page::table(std::string_view caption, const result_table& results) {
    const formatted_table shown(results, digits_by::spread);
    return table(caption, shown.headings, shown.numeric, shown.rows);
}

}  // namespace headway::report

#include <headway/header_end.hpp>
