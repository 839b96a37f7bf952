// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/chart/chart_plot.hpp>
#include <headway/text/utf8.hpp>

#include <headway/header_begin.hpp>

namespace headway::report::detail {

/// Which of many rows a chart shows: those of greatest size, in the order given.
template <class = void>
[[nodiscard, gnu::cold]] std::vector<std::size_t> largest_rows(const char* function, const std::vector<double>& sizes,
                                                           std::size_t most) {
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

template <class = void>
[[gnu::cold]] void note_rows_left_out(chart_canvas& canvas, std::size_t all, std::size_t shown, const std::string& which) {
    if (all > shown) {
        canvas.note("Shown: the " + std::to_string(shown) + " " + which + " of " + std::to_string(all) + "; " +
                    std::to_string(all - shown) + " left out.");
    }
}
HEADWAY_INSTANTIATE(void note_rows_left_out<>(chart_canvas& canvas, std::size_t all, std::size_t shown,
                    const std::string& which));

/// What a row is called, and a remark on it.
struct row_words {
    std::string name;
    std::string remark;
};

/// A chart of one row below the other: each a line with its name at the left and its remark at the right, or on two
/// lines where they do not fit on one, and below them the room for a bar, so that long names keep their words on a
/// narrow screen.
class row_plot {
  public:
    row_plot(chart_canvas& canvas, chart_axis& axis, const std::vector<row_words>& rows)
        : area_{canvas.left() + 8.0, canvas.right() - 8.0, canvas.y + 2.0, canvas.y + 2.0} {
        std::vector<row_words> shown;
        std::vector<bool> on_one_line;
        const double room = canvas.right() - canvas.left();
        for (const auto& row : rows) {
            shown.push_back({headway::detail::shown_text(row.name), headway::detail::shown_text(row.remark)});
            on_one_line.push_back(row.remark.empty() || text_width(shown.back().name, label_size) + 16.0 +
                                                                text_width(shown.back().remark, label_size) <=
                                                            room);
            area_.bottom += on_one_line.back() ? line_height + bar_room : 2.0 * line_height + bar_room;
        }
        area_.bottom += 6.0;
        draw_x_axis(canvas, axis, area_);
        double y = area_.top;
        for (std::size_t i = 0; i < shown.size(); ++i) {
            y += line_height;
            canvas.cut_text("hw-halo", canvas.left(), y - 2.0, anchor::start, shown[i].name, room);
            if (!on_one_line[i]) y += line_height;
            canvas.cut_text("hw-soft hw-halo", canvas.right(), y - 2.0, anchor::end, shown[i].remark, room);
            y += bar_room;
            centres_.push_back(y - 0.5 * bar_room);
        }
    }

    /// The height at which the bar of each row is centred.
    [[nodiscard]] const std::vector<double>& centres() const noexcept { return centres_; }

  private:
    static constexpr double bar_room = 42.0;

    plot_area area_;
    std::vector<double> centres_;
};

/// An arrow head at the right end of what goes on beyond the axis.
template <class = void>
[[gnu::cold]] void arrow_right(chart_canvas& canvas, const char* style, double tip, double centre) {
    canvas.path(style, "M" + svg_number(tip - 9.0) + " " + svg_number(centre - 8.0) + "L" + svg_number(tip) + " " +
                           svg_number(centre) + "L" + svg_number(tip - 9.0) + " " + svg_number(centre + 8.0));
}
HEADWAY_INSTANTIATE(void arrow_right<>(chart_canvas& canvas, const char* style, double tip, double centre));

}  // namespace headway::report::detail

#include <headway/header_end.hpp>
