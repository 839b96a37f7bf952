// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/chart/chart_plot.hpp>
#include <headway/chart/chart_unit.hpp>
#include <headway/report/assumption_rows.hpp>
#include <headway/report/detail/assumption_table.hpp>
#include <headway/report/detail/chart_id.hpp>
#include <headway/report/detail/html_style.hpp>
#include <headway/report/detail/run_description.hpp>
#include <headway/simulation/simulate.hpp>
#include <headway/table/formatted_table.hpp>
#include <headway/version.hpp>

#include <headway/header_begin.hpp>

namespace headway::report {

/// A report as one HTML file that needs nothing else, to be read on a desk, on a phone, on paper or aloud:
///
///     report::html_page page("What will it cost?");
///     page.lead("Every answer is simulated.");
///     page.headline("When is it affordable?", when);
///     page.section("Cost").chart(report::fan_chart(cost)).table("Cost on a date", cost);
///     page.assumptions(2026y / 1 / 1, affordable).reproduce(options);
///     report::write_file("forecast.html", page.text());
///
/// Headline answers stand at the top, whenever they are added; everything else in the order of the calls. HTML 5 that is
/// well-formed XML too, light or dark as the reader's screen is, without scripts and without anything from elsewhere. All
/// text is escaped; control characters are dropped. No clock is read: the same calls give the same bytes.
class html_page {
  public:
    /// \throws std::domain_error for a title without words, which no reader could tell from another.
    explicit html_page(std::string_view title) : title_(detail::words_of("html_page", "title", title)) {}

    /// A paragraph under the title, above the headline answers.
    [[gnu::cold]] html_page& lead(std::string_view text) {
        lead_ += detail::html_text("p", text);
        return *this;
    }

    /// A headline answer in words: the question, its answer, what is said of it (how sure, when), and what it rests on.
    [[gnu::cold]] html_page& headline(std::string_view question, std::string_view answer, std::string_view detail = {},
                        std::string_view rests_on = {}) {
        answers_ += "<div class=\"answer\">\n" +
                    detail::html_text("h2", detail::words_of("headline", "question", question)) +
                    detail::html_text("p", detail::words_of("headline", "answer", answer), "value") +
                    detail::html_text("p", detail) + detail::html_text("p", rests_on, "soft") + "</div>\n";
        return *this;
    }
    /// A simulated one: the median, the interval that holds 90 % of the draws and, if so, in how many it never happens.
    /// \param unit as of the charts, `{"times"}`. \throws std::domain_error for an outcome without draws.
    template <any_value T>
    [[gnu::cold]] html_page& headline(std::string_view question, const outcome<T>& answer,
                        const std::type_identity_t<chart_unit<T>>& unit = {}, std::string_view rests_on = {}) {
        return simulated_headline(question, answer, unit, rests_on);
    }

    /// The same of a forecast that was updated.
    template <any_value T>
    [[gnu::cold]] html_page& headline(std::string_view question, const weighted_outcome<T>& answer,
                        const std::type_identity_t<chart_unit<T>>& unit = {}, std::string_view rests_on = {}) {
        return simulated_headline(question, answer, unit, rests_on);
    }

    /// A heading; what follows belongs to it. Listed at the top of the page where there are several.
    template <class = void>
    [[gnu::cold]] html_page& section(std::string_view heading) {
        const std::string id = "section-" + std::to_string(++sections_);
        const std::string words = detail::html_escaped(detail::words_of("section", "heading", heading));
        contents_ += "<li><a href=\"#" + id + "\">" + words + "</a></li>\n";
        return add("<h2 id=\"" + id + "\">" + words + "</h2>\n");
    }
    [[gnu::cold]] html_page& paragraph(std::string_view text) { return add(detail::html_text("p", text)); }

    /// A chart of this library, drawn in place; charts that follow one another stand side by side where there is room.
    /// *Not for* a picture from elsewhere: its markup becomes part of the page.
    /// \throws std::domain_error for what is not such a chart, and for a chart whose ids are on the page already.
    [[gnu::cold]] html_page& chart(std::string_view svg, std::string_view caption = {}) {
        const std::string id = detail::chart_id("chart", svg);
        for (const auto& other : charts_) {
            if (other == id) {
                throw std::domain_error("chart: a chart with the id \"" + id +
                                        "\" is on the page already; leave one out or give it an id of its own");
            }
        }
        charts_.push_back(id);
        if (!in_charts_) body_ += "<div class=\"charts\">\n";
        in_charts_ = true;
        body_ += "<figure>\n" + std::string(svg) + detail::html_text("figcaption", caption) + "</figure>\n";
        return *this;
    }

    /// Results as a table, with the units and digits of `formatted_table`. A caption is needed: it names the table for who
    /// cannot see where it stands. Nothing for a table without columns.
    [[gnu::cold]] html_page& table(std::string_view caption, const result_table& results) {
        const formatted_table shown(results);
        return table(caption, shown.headings, shown.numeric, shown.rows);
    }
    /// Any table: its headings, which columns are numbers, and rows, the first cell of which names the row.
    /// \throws std::domain_error for a row with another number of cells than there are headings.
    template <class = void>
    [[gnu::cold]] html_page& table(std::string_view caption, const std::vector<std::string>& headings,
                     const std::vector<bool>& numeric, const std::vector<std::vector<std::string>>& rows) {
        const std::string name = detail::words_of("table", "caption", caption);
        if (headings.empty()) return *this;
        detail::html_table table(name, headings, numeric);
        for (const auto& row : rows) table.row(row);
        return add(table.text());
    }

    /// What the forecasts assume, each assumption once: belief, unit, source, precision and age on a day, with what is
    /// due for review and what no model reads; then where their sources disagree. \throws std::domain_error as `assumption_rows`.
    template <class... Forecasts>
    [[gnu::cold]] html_page& assumptions(const date& as_of, const Forecasts&... forecasts) {
        const auto rows = assumption_rows(as_of, forecasts...);
        return add(detail::assumption_summary(rows, as_of) + detail::assumption_table(rows, as_of) +
                   detail::disagreement_list(rows));
    }

    /// What makes the same numbers again: library, version, method, seed and draws, and the command, if there is one.
    [[gnu::cold]] html_page& reproduce(const simulation& options, std::string_view command = {}) {
        return add(detail::run_description(options, command));
    }

    /// The page. *Not for* a part of another page: it is a whole file.
    template <class = void>
    [[nodiscard, gnu::cold]] std::string text() const {
        const std::string title = detail::html_escaped(title_);
        std::string page = "<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\">\n<head>\n"
                           "<meta charset=\"utf-8\"/>\n"
                           "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
                           "<meta name=\"generator\" content=\"headway " +
                           std::string(version) + "\"/>\n<title>" + title + "</title>\n<style>" +
                           std::string(detail::html_style) + "</style>\n</head>\n<body>\n<main class=\"page\">\n<h1>" +
                           title + "</h1>\n" + lead_;
        if (!answers_.empty()) page += "<div class=\"answers\">\n" + answers_ + "</div>\n";
        if (sections_ > 2) page += "<nav aria-label=\"Contents\">\n<ul>\n" + contents_ + "</ul>\n</nav>\n";
        return page + body_ + (in_charts_ ? "</div>\n" : "") + "</main>\n</body>\n</html>\n";
    }

  private:
    template <class Outcome, class Unit>
    [[gnu::cold]] html_page& simulated_headline(std::string_view question, const Outcome& answer, const Unit& unit,
                                                std::string_view rests_on) {
        std::string detail = "90 % between " + detail::chart_text(answer.quantile(0.05), unit) + " and " +
                             detail::chart_text(answer.quantile(0.95), unit);
        const double never = answer.probability_never();
        if (never > 0.0) detail += "; never in " + detail::share_text(never) + " of draws";
        return headline(question, detail::chart_text(answer.median(), unit), detail, rests_on);
    }
    template <class = void>
    [[gnu::cold]] html_page& add(const std::string& markup) {
        if (in_charts_) body_ += "</div>\n";
        in_charts_ = false;
        body_ += markup;
        return *this;
    }

    std::string title_;
    std::string lead_;
    std::string answers_;
    std::string contents_;
    std::string body_;
    std::vector<std::string> charts_;  // ids
    int sections_ = 0;
    bool in_charts_ = false;
};
HEADWAY_INSTANTIATE(html_page& html_page::section<>(std::string_view heading));
HEADWAY_INSTANTIATE(html_page& html_page::table<>(std::string_view caption, const std::vector<std::string>& headings,
                    const std::vector<bool>& numeric, const std::vector<std::vector<std::string>>& rows));
HEADWAY_INSTANTIATE(std::string html_page::text<>() const);
HEADWAY_INSTANTIATE(html_page& html_page::add<>(const std::string& markup));

}  // namespace headway::report

#include <headway/header_end.hpp>
