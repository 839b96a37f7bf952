// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/chart/detail/chart_rows.hpp>

#include <headway/header_begin.hpp>

namespace headway::report::detail {

template <class>
std::vector<std::size_t> largest_rows(const char* function, const std::vector<double>& sizes, std::size_t most) {
    if (sizes.empty())
        throw std::domain_error(std::string(function) + ": there are no rows to draw; give at least one");
    if (most == 0 || most > 200) {
        headway::detail::value_breaks_a_rule(function, "most_rows", "must be between 1 and 200",
                                             static_cast<double>(most));
    }
    std::vector<std::size_t> chosen(sizes.size());
    for (std::size_t i = 0; i < chosen.size(); ++i) chosen[i] = i;
    if (chosen.size() <= most) return chosen;
    const auto larger = [&](std::size_t a, std::size_t b) {
        return sizes[a] > sizes[b] || (sizes[a] == sizes[b] && a < b);
    };
    std::nth_element(chosen.begin(), chosen.begin() + static_cast<std::ptrdiff_t>(most), chosen.end(), larger);
    chosen.resize(most);
    std::sort(chosen.begin(), chosen.end());
    return chosen;
}
HEADWAY_INSTANTIATE(std::vector<std::size_t> largest_rows<>(const char* function, const std::vector<double>& sizes,
                    std::size_t most));

template <class>
void note_rows_left_out(chart_canvas& canvas, std::size_t all, std::size_t shown, const std::string& which) {
    if (all > shown) {
        canvas.note("Shown: the " + std::to_string(shown) + " " + which + " of " + std::to_string(all) + "; " +
                    std::to_string(all - shown) + " left out.");
    }
}
HEADWAY_INSTANTIATE(void note_rows_left_out<>(chart_canvas& canvas, std::size_t all, std::size_t shown,
                    const std::string& which));

template <class>
void arrow_right(chart_canvas& canvas, const char* style, double tip, double centre) {
    canvas.path(style, "M" + svg_number(tip - 9.0) + " " + svg_number(centre - 8.0) + "L" + svg_number(tip) + " " +
                           svg_number(centre) + "L" + svg_number(tip - 9.0) + " " + svg_number(centre + 8.0));
}
HEADWAY_INSTANTIATE(void arrow_right<>(chart_canvas& canvas, const char* style, double tip, double centre));

HEADWAY_OUT_OF_LINE row_plot::row_plot(chart_canvas& canvas, chart_axis& axis, const std::vector<row_words>& rows,
                                       bool with_never)
    : area_{canvas.left() + 8.0, canvas.right() - (with_never ? never_room : 8.0), canvas.y + 2.0, canvas.y + 2.0},
      right_(canvas.right()) {
    std::vector<std::vector<std::string>> names;
    std::vector<std::vector<std::string>> remarks;
    std::vector<std::size_t> lines;
    const double room = canvas.right() - canvas.left();
    const auto last_width = [](const std::vector<std::string>& text) {
        return text.empty() ? 0.0 : text_width(text.back(), label_size);
    };
    for (const auto& row : rows) {
        names.push_back(wrapped(headway::detail::shown_text(row.name), room, label_size, 2));
        remarks.push_back(wrapped(headway::detail::shown_text(row.remark), room, label_size, 2));
        const bool together =
            remarks.back().size() < 2 && last_width(names.back()) + 16.0 + last_width(remarks.back()) <= room;
        lines.push_back(std::max<std::size_t>(names.back().size(), 1) + (together ? 0 : remarks.back().size()));
        area_.bottom += static_cast<double>(lines.back()) * line_height + bar_room;
    }
    area_.bottom += 6.0;
    draw_x_axis(canvas, axis, area_);
    if (with_never) draw_never_head(canvas);
    double y = area_.top;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        double at = y - 2.0;
        for (const auto& line : names[i]) {
            at += line_height;
            canvas.text("hw-halo", canvas.left(), at, anchor::start, line, rows[i].name);
        }
        y += static_cast<double>(lines[i]) * line_height;
        at = y - 2.0 - line_height * static_cast<double>(remarks[i].size());
        for (const auto& line : remarks[i]) {
            at += line_height;
            canvas.text("hw-soft hw-halo", canvas.right(), at, anchor::end, line, rows[i].remark);
        }
        y += bar_room;
        centres_.push_back(y - 0.5 * bar_room);
    }
}

HEADWAY_OUT_OF_LINE void row_plot::draw_never(chart_canvas& canvas, std::size_t row, const char* arrow,
                                              double share) const {
    const double y = centres_[row];
    if (arrow != nullptr) {
        canvas.line(arrow, area_.right, y, area_.right + 30.0, y);
        arrow_right(canvas, arrow, area_.right + 31.0, y);
    }
    if (share > 0.0)
        canvas.text("hw-halo", area_.right + 40.0, y + 8.5, anchor::start, short_share_text(share));
}

HEADWAY_OUT_OF_LINE void row_plot::draw_never_head(chart_canvas& canvas) const {
    canvas.line("hw-axis", area_.right + 16.0, area_.bottom, right_, area_.bottom);
    canvas.text("hw-soft", right_, area_.bottom + 31.0, anchor::end, "→ never");
}

}  // namespace headway::report::detail

#include <headway/header_end.hpp>
