// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <vector>

#include <headway/chart/detail/chart_style.hpp>
#include <headway/chart/detail/svg.hpp>
#include <headway/math/check.hpp>
#include <headway/text/markup.hpp>

#include <headway/header_begin.hpp>

namespace headway::report::detail {

/// The words of a chart and its width, as the options of every chart give them.
struct chart_texts {
    std::string title;
    std::string description;
    std::string id;
    double width;
};

/// \param title what the chart is called when its options do not say
/// \param description what it shows in words, when its options do not say
template <class Options>
[[nodiscard, gnu::cold]] chart_texts texts_of(const char* function, const Options& options, const char* title,
                                   std::string description) {
    if (!(options.width >= 320.0 && options.width <= 4000.0)) {
        headway::detail::value_breaks_a_rule(function, "width", "must be between 320 and 4000", options.width);
    }
    const std::string shown = headway::detail::shown_text(options.title);
    const bool titled = shown.find_first_not_of(' ') != shown.npos;
    return {titled ? shown : title, options.description.empty() ? std::move(description) : options.description,
            options.id, options.width};
}

/// A text broken at spaces into at most `most` lines that fit the width; the last has the end of what is left over.
template <class = void>
[[nodiscard, gnu::cold]] std::vector<std::string> wrapped(const std::string& text, double width, double font_size,
                                                      std::size_t most);

enum class anchor { start, middle, end };

/// One entry of a legend: how the swatch is drawn, and what it stands for.
struct legend_entry {
    enum class swatch { area, area_on_area, line, point } kind;
    const char* style;
    std::string text;
};

/// A picture under construction, from the top down: `y` is where the next part begins.
class chart_canvas {
  public:
    explicit chart_canvas(chart_texts texts);

    double y = 12.0;

    /// Rules of style that this chart alone needs, bound to the class of the chart as those of all are.
    [[gnu::cold]] void add_style(std::string_view rules) { style_ += rules; }

    [[nodiscard]] double left() const noexcept { return chart_margin; }
    [[nodiscard]] double right() const noexcept { return texts_.width - chart_margin; }

    /// Marks of a chart. \param told what a reader who points at one is told, such as its value
    [[gnu::cold]] void rect(const char* style, double x, double top, double width, double height,
                            const std::string& told = {});
    /// An area in the first colour, from 0 for none of it to 1.
    [[gnu::cold]] void shade(double opacity, double x, double top, double width, double height);
    [[gnu::cold]] void line(const char* style, double x1, double y1, double x2, double y2) {
        path(style, "M" + svg_number(x1) + " " + svg_number(y1) + "L" + svg_number(x2) + " " + svg_number(y2));
    }
    [[gnu::cold]] void path(const char* style, const std::string& data, const std::string& told = {});
    [[gnu::cold]] void circle(const char* style, double x, double centre, double radius, const std::string& told = {});
    /// A line that stands out from what it crosses.
    [[gnu::cold]] void line_over(const char* style, double x1, double y1, double x2, double y2);
    /// A text on its baseline. \param full what a reader who points at it is told, where it was cut
    [[gnu::cold]] void text(const char* style, double x, double baseline, anchor where, const std::string& shown,
              const std::string& full = {});
    /// A text cut to a width, with its whole in the tooltip.
    [[gnu::cold]] void cut_text(const char* style, double x, double baseline, anchor where, const std::string& whole, double width) {
        text(style, x, baseline, where, cut_to(whole, width, label_size), whole);
    }

    template <class = void>
    [[gnu::cold]] void legend(const std::vector<legend_entry>& entries);

    /// A remark under the chart.
    template <class = void>
    [[gnu::cold]] void note(const std::string& remark);

    /// The finished picture. Its ids are the one asked for or, without one, made of a hash of all it shows, so that
    /// different charts share a page.
    template <class = void>
    [[nodiscard, gnu::cold]] std::string finish() const;

  private:
    [[gnu::cold]] void end_mark(const char* element, const std::string& told);

    chart_texts texts_;
    std::string style_;
    std::string body_;
};

}  // namespace headway::report::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/chart/bodies/detail/chart_canvas.hpp>
#endif
