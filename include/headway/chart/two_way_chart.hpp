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
[[nodiscard, gnu::cold]] bool draw_heat_table(chart_canvas& canvas, const heat_map& map) {
    const double room = canvas.right() - canvas.left();
    double widest = 0.0;
    for (const std::string& level : map.row_levels) widest = std::max(widest, text_width(level, label_size));
    const double labels = std::min(widest + 14.0, 0.42 * room);
    const double width = (room - labels) / static_cast<double>(map.column_levels.size());
    for (const heat_cell& cell : map.cells) {
        if (text_width(cell.text, label_size) + 10.0 > width) return false;
    }
    std::vector<std::vector<std::string>> heads;
    std::size_t lines = 1;
    for (const std::string& level : map.column_levels) {
        heads.push_back(wrapped(level, width - 8.0, label_size, 3));
        for (const std::string& line : heads.back()) {
            if (line.find("…") != line.npos) return false;
        }
        lines = std::max(lines, heads.back().size());
    }
    canvas.y += line_height;
    canvas.cut_text("hw-soft", canvas.right(), canvas.y, anchor::end, map.column_input + " →", room);
    canvas.y += line_height;
    canvas.cut_text("hw-soft", canvas.left(), canvas.y, anchor::start, "↓ " + map.row_input, room);
    for (std::size_t l = 0; l < lines; ++l) {
        canvas.y += line_height;
        for (std::size_t c = 0; c < heads.size(); ++c) {
            // On the last lines, so that they stand on their columns.
            if (l + heads[c].size() < lines) continue;
            canvas.text("hw-cell", canvas.left() + labels + (static_cast<double>(c) + 0.5) * width, canvas.y,
                        anchor::middle, heads[c][l + heads[c].size() - lines], map.column_levels[c]);
        }
    }
    canvas.y += 10.0;
    for (std::size_t r = 0; r < map.row_levels.size(); ++r) {
        const auto head = wrapped(map.row_levels[r], labels - 8.0, label_size, 3);
        const double height = std::max(heat_row, line_height * static_cast<double>(head.size()) + 8.0);
        const double middle = canvas.y + 0.5 * height + 8.0;
        for (std::size_t l = 0; l < head.size(); ++l) {
            const double at =
                middle + (static_cast<double>(l) - 0.5 * static_cast<double>(head.size() - 1)) * line_height;
            canvas.text("hw-cell", canvas.left(), at, anchor::start, head[l], map.row_levels[r]);
        }
        for (std::size_t c = 0; c < map.column_levels.size(); ++c) {
            const double x = canvas.left() + labels + static_cast<double>(c) * width;
            if (map.at(r, c).opacity > 0.0)
                canvas.shade(map.at(r, c).opacity, x + 1.0, canvas.y + 1.0, width - 2.0, height - 2.0);
            canvas.text("hw-cell", x + 0.5 * width, middle, anchor::middle, map.at(r, c).text);
            canvas.rect("hw-hit", x + 1.0, canvas.y + 1.0, width - 2.0, height - 2.0, map.at(r, c).told);
        }
        canvas.y += height;
    }
    return true;
}
HEADWAY_INSTANTIATE(bool draw_heat_table<>(chart_canvas& canvas, const heat_map& map));

/// The cells one below the other, where a table has no room for their words.
template <class = void>
[[gnu::cold]] void draw_heat_list(chart_canvas& canvas, const heat_map& map) {
    const double room = canvas.right() - canvas.left();
    for (std::size_t r = 0; r < map.row_levels.size(); ++r) {
        canvas.y += 8.0;
        for (const auto& line : wrapped(map.row_input + ": " + map.row_levels[r], room, label_size, 3)) {
            canvas.y += line_height;
            canvas.text("hw-cell", canvas.left(), canvas.y, anchor::start, line);
        }
        if (r == 0) {
            for (const auto& line : wrapped("by " + map.column_input, room - 14.0, label_size, 2)) {
                canvas.y += line_height;
                canvas.text("hw-soft", canvas.left() + 14.0, canvas.y, anchor::start, line);
            }
        }
        canvas.y += 8.0;
        for (std::size_t c = 0; c < map.column_levels.size(); ++c) {
            const heat_cell& cell = map.at(r, c);
            const double value = text_width(cell.text, label_size);
            const auto level = wrapped(map.column_levels[c], room - 28.0, label_size, 3);
            const bool together =
                level.size() == 1 && value + text_width(map.column_levels[c], label_size) + 40.0 <= room;
            const double lines = static_cast<double>(level.size()) - (together ? 1.0 : 0.0);
            const double height = heat_row - 4.0 + lines * line_height;
            if (cell.opacity > 0.0) canvas.shade(cell.opacity, canvas.left(), canvas.y + 1.0, room, height - 2.0);
            double at = canvas.y + 28.0 - line_height;
            for (const auto& line : level) {
                at += line_height;
                canvas.text("hw-cell", canvas.left() + 14.0, at, anchor::start, line, map.column_levels[c]);
            }
            canvas.text("hw-cell", canvas.right() - 12.0, canvas.y + height - 11.0, anchor::end, cell.text);
            canvas.rect("hw-hit", canvas.left(), canvas.y + 1.0, room, height - 2.0, cell.told);
            canvas.y += height;
        }
    }
}
HEADWAY_INSTANTIATE(void draw_heat_list<>(chart_canvas& canvas, const heat_map& map));

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
