// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/chart/chart_plot.hpp>
#include <headway/decision/two_way_table.hpp>
#include <headway/text/utf8.hpp>

#include <headway/header_begin.hpp>

namespace headway::report {

/// How to draw a two-way table; every part may be left out.
template <any_value V>
struct two_way_chart_options {
    std::string title = {};
    std::string description = {};  ///< read aloud in place of the picture; by default made of its numbers
    std::string id = {};           ///< what its ids in the page begin with; by default a hash of its content
    chart_unit<V> unit = {};
    double width = 720.0;  ///< of the view box, from 320 to 4000; above 720 texts are small on a phone
};

namespace detail {

/// A cell as it is drawn: its words, and how dark it is.
struct heat_cell {
    std::string text;
    double opacity;
    std::string told = {};  ///< to a pointer
};
/// What a heat map is made of.
struct heat_map {
    std::string row_input;
    std::string column_input;
    std::vector<std::string> row_levels;
    std::vector<std::string> column_levels;
    /// Row by row.
    std::vector<heat_cell> cells;

    [[nodiscard]] const heat_cell& at(std::size_t r, std::size_t c) const noexcept {
        return cells[r * column_levels.size() + c];
    }
};

inline constexpr double heat_row = 44.0;

/// The cells as a table, where their words fit.
template <class = void>
[[nodiscard, gnu::cold]] bool draw_heat_table(chart_canvas& canvas, const heat_map& map);

/// The cells one below the other, where a table has no room for their words.
template <class = void>
[[gnu::cold]] void draw_heat_list(chart_canvas& canvas, const heat_map& map);

/// What the cells are between, never left out.
template <any_value V>
[[nodiscard, gnu::cold]] axis_range range_of_cells(const char* function, const two_way_table<V>& table) {
    axis_range range;
    for (std::size_t r = 0; r < table.rows().levels.size(); ++r) {
        for (std::size_t c = 0; c < table.columns().levels.size(); ++c) {
            range.add(chartable_or_never(function, "a cell", table.at(r, c).value));
        }
    }
    return range;
}
template <any_value V>
[[nodiscard, gnu::cold]] std::string text_of_cell(const two_way_table<V>& table, const V& value, const chart_unit<V>& unit) {
    if constexpr (std::is_same_v<V, double>) {
        if (table.is_probability()) return share_text(value);
    }
    return chart_text(value, unit);
}

}  // namespace detail

/// A two-way table as an SVG picture (a heat map): the answer in each cell, which is the darker the later or the higher it
/// is. Where the words have no room beside one another, as of many levels on a narrow screen, the cells stand one below the
/// other. A cell that is never says so and has no colour.
/// \throws std::domain_error for values that cannot be drawn (not a number, beyond 1e250 or the year 30000), or options
/// outside their ranges.
template <any_value V>
[[nodiscard, gnu::cold]] std::string two_way_chart(const two_way_table<V>& table,
                                                   const two_way_chart_options<V>& options = {}) {
    const detail::axis_range range = detail::range_of_cells("two_way_chart", table);
    const auto& down = table.rows();
    const auto& across = table.columns();
    const auto say = [&](const V& value) { return detail::text_of_cell(table, value, options.unit); };
    const auto shown = [](const std::vector<std::string>& levels) {
        std::vector<std::string> texts;
        for (const std::string& level : levels) texts.push_back(headway::detail::shown_text(level));
        return texts;
    };
    detail::heat_map map{headway::detail::shown_text(down.input),
                         headway::detail::shown_text(across.input),
                         shown(down.levels),
                         shown(across.levels),
                         {}};
    std::string description;
    constexpr double faintest = 0.06;
    constexpr double darkest = 0.5;
    for (std::size_t r = 0; r < down.levels.size(); ++r) {
        description += std::string(r == 0 ? "" : " ") + down.input + " " + down.levels[r] + ":";
        for (std::size_t c = 0; c < across.levels.size(); ++c) {
            const V& value = table.at(r, c).value;
            const double x = base_value_of(value);
            const double share =
                range.hi > range.lo ? (0.5 * x - 0.5 * range.lo) / (0.5 * range.hi - 0.5 * range.lo) : 0.0;
            map.cells.push_back({say(value), x < no_limit ? faintest + (darkest - faintest) * share : 0.0,
                                 down.input + " " + down.levels[r] + ", " + across.input + " " + across.levels[c] + ": " +
                                     say(value)});
            description +=
                (c == 0 ? " " : ", ") + map.cells.back().text + " with " + across.input + " " + across.levels[c];
        }
        description += ".";
    }
    std::string title = table.statistic();
    title[0] = title[0] == 't' ? 'T' : title[0];
    detail::chart_canvas canvas(detail::texts_of("two_way_chart", options, title.c_str(), std::move(description)));
    if (!detail::draw_heat_table(canvas, map)) detail::draw_heat_list(canvas, map);
    canvas.y += 4.0;
    return canvas.finish();
}

}  // namespace headway::report

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/chart/bodies/two_way_chart.hpp>
#endif
