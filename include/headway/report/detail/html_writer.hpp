// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/math/check.hpp>
#include <headway/report/assumption_rows.hpp>
#include <headway/report/detail/html_style.hpp>
#include <headway/simulation/simulate.hpp>
#include <headway/text/markup.hpp>
#include <headway/version.hpp>

#include <headway/header_begin.hpp>

namespace headway::report::detail {

/// Text as the content of an element or the value of an attribute; both languages escape alike.
template <class = void>
[[nodiscard, gnu::cold]] std::string html_escaped(std::string_view text) { return headway::detail::markup_escaped(text); }
HEADWAY_INSTANTIATE(std::string html_escaped<>(std::string_view text));

/// Escaped text in which no line breaks inside a date ("2026-11-30"), between the groups of a number ("100 000") or
/// between a number and its sign ("90 %").
template <class = void>
[[nodiscard, gnu::cold]] std::string html_words(std::string_view text) {
    const std::string escaped = html_escaped(text);
    const auto digit = [&](std::size_t i) { return i < escaped.size() && escaped[i] >= '0' && escaped[i] <= '9'; };
    const auto is_date = [&](std::size_t at) {
        for (std::size_t i = 0; i < 10; ++i) {
            if (i == 4 || i == 7 ? escaped.compare(at + i, 1, "-") != 0 : !digit(at + i)) return false;
        }
        return !digit(at + 10) && (at == 0 || !digit(at - 1));
    };
    std::string out;
    for (std::size_t i = 0; i < escaped.size(); ++i) {
        if (digit(i) && i + 10 <= escaped.size() && is_date(i)) {
            out += "<time>" + escaped.substr(i, 10) + "</time>";
            i += 9;
            continue;
        }
        const bool in_number = digit(i + 1) && digit(i + 2) && digit(i + 3) && !digit(i + 4);
        const bool before_sign = escaped.compare(i + 1, 1, "%") == 0 || escaped.compare(i + 1, 2, "×") == 0;
        const bool stays = escaped[i] == ' ' && i > 0 && digit(i - 1) && (in_number || before_sign);
        out += stays ? "\xC2\xA0" : escaped.substr(i, 1);
    }
    return out;
}
HEADWAY_INSTANTIATE(std::string html_words<>(std::string_view text));

/// An element with text; nothing for a text without words.
template <class = void>
[[nodiscard, gnu::cold]] std::string html_text(const std::string& element, std::string_view text,
                                           const std::string& style = {}) {
    const std::string words = html_words(text);
    if (words.find_first_not_of(' ') == words.npos) return {};
    const std::string attribute = style.empty() ? "" : " class=\"" + style + "\"";
    return "<" + element + attribute + ">" + words + "</" + element + ">\n";
}
HEADWAY_INSTANTIATE(std::string html_text<>(const std::string& element, std::string_view text, const std::string& style));

/// What must have words to be told by.
template <class = void>
[[nodiscard, gnu::cold]] std::string words_of(const char* function, const char* what, std::string_view text) {
    std::string words = headway::detail::shown_text(text);
    if (words.find_first_not_of(' ') == words.npos) {
        throw std::domain_error(std::string(function) + ": the " + what + " has no words; give it some");
    }
    return words;
}
HEADWAY_INSTANTIATE(std::string words_of<>(const char* function, const char* what, std::string_view text));

/// What a chart's ids begin with. Asks for the form that every chart of the library has, so that a page stays whole.
template <class = void>
[[nodiscard, gnu::cold]] std::string chart_id(const char* function, std::string_view svg) {
    constexpr std::string_view labelled = " aria-labelledby=\"";
    constexpr std::string_view end = "</svg>\n";
    const std::size_t at = svg.find(labelled);
    const std::size_t head = svg.find('>');
    const bool whole = svg.substr(0, 5) == "<svg " && svg.size() > end.size() &&
                       svg.substr(svg.size() - end.size()) == end && svg.find(end) == svg.size() - end.size();
    if (!whole || at >= head || svg.find("<script") != svg.npos) {
        throw std::domain_error(std::string(function) +
                                ": this is no chart of the library; give what fan_chart and its kin return");
    }
    const std::string_view ids = svg.substr(at + labelled.size());
    return std::string(ids.substr(0, ids.find("-title")));
}
HEADWAY_INSTANTIATE(std::string chart_id<>(const char* function, std::string_view svg));

/// A table under construction, in a box that scrolls by itself where it is wider than the screen.
class html_table {
  public:
    html_table(const std::string& caption, const std::vector<std::string>& headings, std::vector<bool> numeric,
               const std::string& style = {})
        : columns_(headings.size()), numeric_(std::move(numeric)) {
        numeric_.resize(columns_, false);
        if (columns_ > 0) numeric_[0] = false;  // it names the row
        const std::string name = html_escaped(caption);
        text_ = "<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"" + name + "\">\n<table" +
                (style.empty() ? "" : " class=\"" + style + "\"") + ">\n<caption>" + name + "</caption>\n<thead>\n<tr>";
        for (std::size_t c = 0; c < columns_; ++c) {
            text_ += "<th scope=\"col\"" + std::string(numeric_[c] ? " class=\"number\">" : ">") +
                     html_escaped(headings[c]) + "</th>";
        }
        text_ += "</tr>\n</thead>\n<tbody>\n";
    }

    template <class = void>
    [[gnu::cold]] void row(const std::vector<std::string>& cells) {
        if (cells.size() != columns_) {
            throw std::domain_error("table: a row has " + std::to_string(cells.size()) + " cells, but there are " +
                                    std::to_string(columns_) + " headings; give one for each");
        }
        text_ += "<tr>";
        for (std::size_t c = 0; c < columns_; ++c) cell(c, html_words(cells[c]));
        text_ += "</tr>\n";
    }
    /// A row of cells that are markup already; a column is a number or words.
    [[gnu::cold]] void row_of_markup(const std::vector<std::string>& cells) {
        text_ += "<tr>";
        for (std::size_t c = 0; c < columns_; ++c) cell(c, cells[c]);
        text_ += "</tr>\n";
    }

    [[nodiscard, gnu::cold]] std::string text() const { return text_ + "</tbody>\n</table>\n</div>\n"; }

  private:
    template <class = void>
    [[gnu::cold]] void cell(std::size_t c, const std::string& markup) {
        if (c == 0) {
            text_ += "<th scope=\"row\">" + markup + "</th>";
        } else {
            const bool words = markup.substr(0, 2) == "<p";
            text_ += std::string(numeric_[c] ? "<td class=\"number\">"
                                 : words     ? "<td class=\"words\">"
                                             : "<td>") +
                     markup + "</td>";
        }
    }

    std::size_t columns_;
    std::vector<bool> numeric_;
    std::string text_;
};
HEADWAY_INSTANTIATE(void html_table::row<>(const std::vector<std::string>& cells));
HEADWAY_INSTANTIATE(void html_table::cell<>(std::size_t c, const std::string& markup));

template <class = void>
[[nodiscard, gnu::cold]] bool is_disputed(const assumption_row& row) {
    return row.figure != nullptr && !figures::in_conflict(*row.figure).empty();
}
HEADWAY_INSTANTIATE(bool is_disputed<>(const assumption_row& row));

/// How many there are of what kind, in a paragraph.
template <class = void>
[[nodiscard, gnu::cold]] std::string assumption_summary(const std::vector<assumption_row>& rows, const date& as_of) {
    std::size_t sourced = 0;
    std::size_t due = 0;
    for (const assumption_row& row : rows) {
        sourced += row.has_source() ? 1U : 0U;
        due += row.due.empty() ? 0U : 1U;
    }
    return html_text("p", std::to_string(rows.size()) + " assumptions: " + std::to_string(sourced) +
                              " rest on a figure with a source, " + std::to_string(rows.size() - sourced) +
                              " are judgements. Ages are counted to " + to_text(as_of) + "; on that day " +
                              (due == 0 ? "none" : std::to_string(due)) + " of them " + (due == 1 ? "is" : "are") +
                              " due for review.");
}
HEADWAY_INSTANTIATE(std::string assumption_summary<>(const std::vector<assumption_row>& rows, const date& as_of));

template <class = void>
[[nodiscard, gnu::cold]] std::string source_cell(const assumption_row& row) {
    std::string cell;
    if (row.figure != nullptr) {
        const std::string value = figures::value_text(*row.figure);
        const std::string cited = figures::citation(*row.figure);
        cell = html_text("p", value + (value.empty() || cited.empty() ? "" : ": ") + cited);
    }
    cell += html_text("p", row.note, row.figure == nullptr ? "" : "soft");
    if (row.figure != nullptr) cell += html_text("p", row.figure->note, "soft");
    return cell.empty() ? html_text("p", "none") : cell;
}
HEADWAY_INSTANTIATE(std::string source_cell<>(const assumption_row& row));
template <class = void>
[[nodiscard, gnu::cold]] std::string precision_cell(const assumption_row& row) {
    if (row.figure == nullptr) return "judgement";
    return html_escaped(std::string(figures::to_text(row.figure->precision)) + ", " + figures::kind_text(*row.figure));
}
HEADWAY_INSTANTIATE(std::string precision_cell<>(const assumption_row& row));

template <class = void>
[[nodiscard, gnu::cold]] std::string assumption_table(const std::vector<assumption_row>& rows, const date& as_of) {
    html_table table("What is assumed, as of " + to_text(as_of),
                     {"Assumption", "Median", "90 % between", "Unit", "Source", "Precision", "Age"},
                     {false, true, true, false, false, false, false}, "assumed");
    for (const assumption_row& row : rows) {
        std::string name = html_escaped(row.name);
        if (!row.notation.empty()) name += "<br/><code class=\"soft\">" + html_escaped(row.notation) + "</code>";
        if (is_disputed(row)) name += "<br/><span class=\"warn\">disputed</span>";
        if (!row.is_read) name += "<br/><span class=\"warn\">never read by the model</span>";
        if (!row.due.empty()) name += "<br/><span class=\"warn\">" + html_words(row.due) + "</span>";
        table.row_of_markup({name, html_words(row.median),
                             row.interval.empty() ? "single value" : html_words(row.interval), html_escaped(row.unit),
                             source_cell(row), precision_cell(row),
                             row.age.empty() ? "not dated" : html_escaped(row.age)});
    }
    return table.text();
}
HEADWAY_INSTANTIATE(std::string assumption_table<>(const std::vector<assumption_row>& rows, const date& as_of));

/// The topics on which the sources of these assumptions disagree, with every position on each.
template <class = void>
[[nodiscard, gnu::cold]] std::string disagreement_list(const std::vector<assumption_row>& rows) {
    std::string list;
    for (const figures::conflict& topic : figures::conflicts()) {
        std::string concerned;
        for (const assumption_row& row : rows) {
            if (row.figure == nullptr || !topic.involves(*row.figure)) continue;
            concerned += (concerned.empty() ? "" : ", ") + ("\"" + row.name + "\"");
        }
        if (concerned.empty()) continue;
        list += html_text("h4", topic.topic) + html_text("p", "Concerns " + concerned + ".", "soft") + "<ul>\n";
        for (const figures::position& position : topic.positions) {
            std::string text = std::string(position.who) + ": " + std::string(position.statement);
            if (position.has_figure) text += " [" + figures::value_text(*position.figure) + "]";
            list += html_text("li", text);
        }
        list += "</ul>\n";
    }
    return html_text("h3", "Where the sources disagree") +
           (list.empty() ? html_text("p", "No assumption rests on a figure that the sources dispute.") : list);
}
HEADWAY_INSTANTIATE(std::string disagreement_list<>(const std::vector<assumption_row>& rows));

template <class = void>
[[nodiscard, gnu::cold]] std::string thousands_text(std::uint64_t n) {
    std::string text = std::to_string(n);
    for (std::size_t at = text.size(); at > 3;) text.insert(at -= 3, " ");
    return text;
}
HEADWAY_INSTANTIATE(std::string thousands_text<>(std::uint64_t n));

template <class = void>
[[nodiscard, gnu::cold]] std::string run_description(const simulation& options, std::string_view command) {
    std::string list;
    const auto add = [&](const std::string& term, const std::string& text) {
        list += "<dt>" + html_escaped(term) + "</dt><dd>" + text + "</dd>\n";
    };
    const auto method = [&]() -> std::string {
        switch (options.method) {
        case method::latin_hypercube:
            return "Latin hypercube";
        case method::sobol:
            return "Owen-scrambled Sobol' points, " + std::to_string(options.replicates) + " scramblings";
        case method::independent:
            break;
        }
        return "independent draws";
    };
    add("Library", "headway " + html_escaped(version));
    add("Method", html_escaped(method()));
    add("Seed", std::to_string(options.seed));
    add("Draws", thousands_text(options.draws));
    if (options.shard.count > 1) {
        add("Shard", std::to_string(options.shard.index + 1) + " of " + std::to_string(options.shard.count));
    }
    if (!options.keep)
        add("Quantiles", "from a stream of draws, right to 2<sup>-12</sup> of their distance from the middle");
    const std::string words = html_escaped(command);
    if (words.find_first_not_of(' ') != words.npos) add("Command", "<code>" + words + "</code>");
    return "<dl>\n" + list + "</dl>\n" +
           html_text("p",
                     "The same library, method, seed and number of draws give the same numbers, whatever the number "
                     "of threads.",
                     "soft");
}
HEADWAY_INSTANTIATE(std::string run_description<>(const simulation& options, std::string_view command));

}  // namespace headway::report::detail

#include <headway/header_end.hpp>
