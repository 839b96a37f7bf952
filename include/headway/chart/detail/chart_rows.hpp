// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/chart/chart_plot.hpp>
#include <headway/text/utf8.hpp>

#include <headway/header_begin.hpp>

namespace headway::report::detail {

/// Which of many rows a chart shows: those of greatest size, in the order given.
template <class = void>
[[nodiscard, gnu::cold]] std::vector<std::size_t> largest_rows(const char* function, const std::vector<double>& sizes,
                                                           std::size_t most);

template <class = void>
[[gnu::cold]] void note_rows_left_out(chart_canvas& canvas, std::size_t all, std::size_t shown, const std::string& which);

/// Which of many rows a chart shows, whatever draws it, and what its axis has to hold.
struct shown_rows {
    std::vector<std::size_t> places;
    axis_range range;
};

/// What a row is called, and a remark on it.
struct row_words {
    std::string name;
    std::string remark;
};

/// An arrow head at the right end of what goes on beyond the axis.
template <class = void>
[[gnu::cold]] void arrow_right(chart_canvas& canvas, const char* style, double tip, double centre);

/// A chart of one row below the other: each a line with its name at the left and its remark at the right, or below one
/// another where they do not fit on one, and below them the room for a bar, so that long names keep their words on a
/// narrow screen. Where something is never, a column beside the axis says so.
class row_plot {
  public:
    row_plot(chart_canvas& canvas, chart_axis& axis, const std::vector<row_words>& rows, bool with_never = false);

    /// The height at which the bar of each row is centred.
    [[nodiscard]] const std::vector<double>& centres() const noexcept { return centres_; }

    /// What a pointer is told in a row wherever no mark tells more.
    [[gnu::cold]] void tell(chart_canvas& canvas, std::size_t row, const std::string& told) const {
        canvas.rect("hw-hit", area_.left, centres_[row] - 0.5 * bar_room, right_ - area_.left, bar_room, told);
    }

    /// In the column beside the axis: an arrow where a mark of the row goes on to never, and the share of draws that never
    /// happen, where it is known (0 or above).
    [[gnu::cold]] void draw_never(chart_canvas& canvas, std::size_t row, const char* arrow, double share) const;

  private:
    static constexpr double bar_room = 42.0;
    static constexpr double never_room = 136.0;

    plot_area area_;
    double right_;
    std::vector<double> centres_;

    [[gnu::cold]] void draw_never_head(chart_canvas& canvas) const;
};

}  // namespace headway::report::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/chart/bodies/detail/chart_rows.hpp>
#endif
