// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/chart/two_way_chart.hpp>

#include <headway/header_begin.hpp>

namespace headway::report::detail {

template <class>
bool draw_heat_table(chart_canvas& canvas, const heat_map& map) {
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

template <class>
void draw_heat_list(chart_canvas& canvas, const heat_map& map) {
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

}  // namespace headway::report::detail

#include <headway/header_end.hpp>
