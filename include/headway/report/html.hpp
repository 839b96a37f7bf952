// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/chart/chart_plot.hpp>
#include <headway/chart/chart_unit.hpp>
#include <headway/report/assumption_rows.hpp>
#include <headway/report/detail/assumption_table.hpp>
#include <headway/report/detail/chart_id.hpp>
#include <headway/report/detail/html_style.hpp>
#include <headway/report/detail/run_description.hpp>
#include <headway/report/detail/told_answer.hpp>
#include <headway/simulation/simulate.hpp>
#include <headway/table/formatted_table.hpp>
#include <headway/table/spread_text.hpp>
#include <headway/version.hpp>

#include <algorithm>
#include <string>
#include <vector>

#include <headway/header_begin.hpp>

namespace headway::report {

/// A file that is written beside a page.
struct linked_file {
    std::string name;  ///< as seen from the page: "forecast.csv", "charts/cost.svg"
    std::string what;  ///< what is in it
};

/// A report as one HTML file that needs nothing else, to be read on a desk, on a phone, on paper or aloud:
///
///     report::html_page page("What will it cost?");
///     page.lead("Every answer is simulated.");
///     page.headline("When is it affordable?", when).told_in("Cost", {"yearly fall in training cost"});
///     page.section("Cost").chart(report::fan_chart(cost)).table("Cost on a date", cost);
///     page.assumptions(2026y / 1 / 1, affordable).reproduce(options);
///     report::write_file("forecast.html", page.text());
///
/// The contents and the headline answers stand at the top, whenever they are added; everything else in the order of the
/// calls. HTML 5 that is well-formed XML too, light or dark as the reader's screen is, without scripts and without anything
/// from elsewhere: what it links to is only opened by who follows the link. All text is escaped; control characters are
/// dropped, those that turn the direction of writing among them. Answers and results are no sharper than their spread, see
/// `spread_text`, and no number has more than 12 digits. No clock is read: the same calls give the same bytes.
class html_page {
  public:
    /// \throws std::domain_error for a title without words, which no reader could tell from another.
    explicit html_page(std::string_view title) : title_(detail::words_of("html_page", "title", title)) {}

    /// A paragraph under the title, above the headline answers.
    [[gnu::cold]] html_page& lead(std::string_view text);

    /// A headline answer in words: the question, its answer, what is said of it (how sure, when), and what it rests on. Each
    /// line of what is said is a paragraph.
    [[gnu::cold]] html_page& headline(std::string_view question, std::string_view answer, std::string_view detail = {},
                        std::string_view rests_on = {});
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

    /// Where the last headline answer is told in full, by the heading of a section, and the names of the assumptions that it
    /// rests on. Each becomes a link, a name only where the page has a table of assumptions with it.
    /// \throws std::domain_error before the first headline; \ref text for a heading that no section has.
    template <class = void>
    [[gnu::cold]] html_page& told_in(std::string_view heading, const std::vector<std::string>& assumptions = {});

    /// A heading; what follows belongs to it. Listed at the top of the page where there are several. On paper it stays with
    /// what follows it and the paragraphs between.
    template <class = void>
    [[gnu::cold]] html_page& section(std::string_view heading);
    [[gnu::cold]] html_page& paragraph(std::string_view text);

    /// A chart of this library, drawn in place; charts that follow one another stand side by side where there is room.
    /// Under it stand its values in words, to be opened by a click, and a link to its own file, if there is one.
    /// *Not for* a picture from elsewhere: its markup becomes part of the page.
    /// \param file as of `linked_file`. \throws std::domain_error for what is not such a chart, for a chart whose ids are on
    /// the page already, and for a file that is not beside the page.
    [[gnu::cold]] html_page& chart(std::string_view svg, std::string_view caption = {}, std::string_view file = {});

    /// Files with numbers, written beside the page, as a list of links. Nothing for none.
    /// \throws std::domain_error for a name that is empty or begins with a slash.
    template <class = void>
    [[gnu::cold]] html_page& files(const std::vector<linked_file>& list);

    /// Results as a table, with the units of `formatted_table` and digits by the spread. A caption is needed: it names the table for who
    /// cannot see where it stands. Nothing for a table without columns.
    [[gnu::cold]] html_page& table(std::string_view caption, const result_table& results);
    /// Any table: its headings, which columns are numbers, and rows, the first cell of which names the row.
    /// \throws std::domain_error for a row with another number of cells than there are headings.
    template <class = void>
    [[gnu::cold]] html_page& table(std::string_view caption, const std::vector<std::string>& headings,
                     const std::vector<bool>& numeric, const std::vector<std::vector<std::string>>& rows);

    /// What the forecasts assume, each assumption once: belief, unit, source, precision and age on a day, with what is
    /// due for review and what no model reads; then where their sources disagree. \throws std::domain_error as `assumption_rows`.
    template <class... Forecasts>
    [[gnu::cold]] html_page& assumptions(const date& as_of, const Forecasts&... forecasts) {
        const auto rows = assumption_rows(as_of, forecasts...);
        return add_assumptions(rows, as_of);
    }

    /// What makes the same numbers again: library, version, method, seed and draws, and the command, if there is one.
    [[gnu::cold]] html_page& reproduce(const simulation& options, std::string_view command = {}) {
        return add(detail::run_description(options, command));
    }

    /// The page. *Not for* a part of another page: it is a whole file.
    template <class = void>
    [[nodiscard, gnu::cold]] std::string text() const;

  private:
    template <class Outcome, class Unit>
    [[gnu::cold]] html_page& simulated_headline(std::string_view question, const Outcome& answer, const Unit& unit,
                                                std::string_view rests_on) {
        const auto low = answer.quantile(0.05);
        const auto middle = answer.median();
        const auto high = answer.quantile(0.95);
        const auto text = [&](const auto& value) { return detail::told_of(value, low, middle, high, unit); };
        std::string detail = "90 % between " + text(low) + " and " + text(high);
        const double never = answer.probability_never();
        if (never > 0.0) detail += "; never in " + detail::share_text(never) + " of draws";
        return headline(question, text(middle), detail, rests_on);
    }
    /// Adds what stands for itself.
    template <class = void>
    [[gnu::cold]] html_page& add(const std::string& markup);
    template <class = void>
    [[gnu::cold]] html_page& add_assumptions(const std::vector<assumption_row>& rows, const date& as_of);

    [[nodiscard, gnu::cold]] static std::string section_id(std::size_t n) { return "section-" + std::to_string(n); }
    [[nodiscard, gnu::cold]] static std::string link_to(const char* function, std::string_view file) {
        return "<a href=\"" + detail::file_address(function, file) + "\">" + detail::html_escaped(file) + "</a>";
    }
    /// A link on the page.
    [[nodiscard, gnu::cold]] static std::string link_on(const std::string& id, std::string_view words) {
        return "<a href=\"#" + id + "\">" + detail::html_escaped(words) + "</a>";
    }
    template <class = void>
    [[nodiscard, gnu::cold]] std::string contents() const;
    template <class = void>
    [[nodiscard, gnu::cold]] std::string answers() const;
    /// The assumptions of an answer, to be opened by a click.
    template <class = void>
    [[nodiscard, gnu::cold]] std::string premises(const std::vector<std::string>& names) const;

    struct headline_answer {
        std::string markup;
        std::string section;  // a heading
        std::vector<std::string> assumptions;
    };
    /// What the end of the body is in: nothing, what opens a section, or a row of charts.
    enum class part { whole, opening, charts };

    std::string title_;
    std::string lead_;
    std::vector<headline_answer> answers_;
    std::string body_;
    std::vector<std::string> charts_;       // ids
    std::vector<std::string> sections_;     // headings
    std::vector<std::string> assumptions_;  // names of rows
    part in_ = part::whole;
};

}  // namespace headway::report

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/report/bodies/html.hpp>
#endif
