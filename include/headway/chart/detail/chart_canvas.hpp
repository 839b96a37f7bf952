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
                                                      std::size_t most) {
    std::vector<std::string> lines;
    std::string line;
    std::size_t begin = 0;  // of the line
    std::size_t at = 0;
    while (at < text.size()) {
        if (text[at] == ' ') {
            ++at;
            continue;
        }
        std::size_t end = std::min(text.find(' ', at), text.size());
        if (text.compare(end, 2, " %") == 0)
            end = std::min(text.find(' ', end + 1), text.size());  // stays by its number
        const std::string longer = (line.empty() ? "" : line + " ") + text.substr(at, end - at);
        if (!line.empty() && text_width(longer, font_size) > width) {
            if (lines.size() + 1 == most) {
                lines.push_back(cut_to(text.substr(begin), width, font_size));
                return lines;
            }
            lines.push_back(cut_to(line, width, font_size));
            line = text.substr(at, end - at);
            begin = at;
        } else {
            if (line.empty()) begin = at;
            line = longer;
        }
        at = end;
    }
    if (!line.empty()) lines.push_back(cut_to(line, width, font_size));
    return lines;
}
HEADWAY_INSTANTIATE(std::vector<std::string> wrapped<>(const std::string& text, double width, double font_size,
                    std::size_t most));

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
    explicit chart_canvas(chart_texts texts) : texts_(std::move(texts)) {
        for (const auto& line : wrapped(texts_.title, right() - left(), bold * title_size, 3)) {
            y += 33.0;
            text("hw-title", left(), y - 7.0, anchor::start, line);
        }
        y += 6.0;
    }

    double y = 12.0;

    /// Rules of style that this chart alone needs, bound to the class of the chart as those of all are.
    [[gnu::cold]] void add_style(std::string_view rules) { style_ += rules; }

    [[nodiscard]] double left() const noexcept { return chart_margin; }
    [[nodiscard]] double right() const noexcept { return texts_.width - chart_margin; }

    /// Marks of a chart. \param told what a reader who points at one is told, such as its value
    [[gnu::cold]] void rect(const char* style, double x, double top, double width, double height,
                            const std::string& told = {}) {
        body_ += std::string("<rect class=\"") + style + "\" x=\"" + svg_number(x) + "\" y=\"" + svg_number(top) +
                 "\" width=\"" + svg_number(width > 0.0 ? width : 0.0) + "\" height=\"" +
                 svg_number(height > 0.0 ? height : 0.0) + "\"";
        end_mark("rect", told);
    }
    /// An area in the first colour, from 0 for none of it to 1.
    [[gnu::cold]] void shade(double opacity, double x, double top, double width, double height) {
        body_ += "<rect class=\"hw-main\" fill-opacity=\"" + svg_number(opacity) + "\" x=\"" + svg_number(x) + "\" y=\"" +
                 svg_number(top) + "\" width=\"" + svg_number(width) + "\" height=\"" + svg_number(height) + "\"/>\n";
    }
    [[gnu::cold]] void line(const char* style, double x1, double y1, double x2, double y2) {
        path(style, "M" + svg_number(x1) + " " + svg_number(y1) + "L" + svg_number(x2) + " " + svg_number(y2));
    }
    [[gnu::cold]] void path(const char* style, const std::string& data, const std::string& told = {}) {
        body_ += std::string("<path class=\"") + style + "\" d=\"" + data + "\"";
        end_mark("path", told);
    }
    [[gnu::cold]] void circle(const char* style, double x, double centre, double radius, const std::string& told = {}) {
        body_ += std::string("<circle class=\"") + style + "\" cx=\"" + svg_number(x) + "\" cy=\"" +
                 svg_number(centre) + "\" r=\"" + svg_number(radius) + "\"";
        end_mark("circle", told);
    }
    /// A line that stands out from what it crosses.
    [[gnu::cold]] void line_over(const char* style, double x1, double y1, double x2, double y2) {
        line("hw-under", x1, y1, x2, y2);
        line(style, x1, y1, x2, y2);
    }
    /// A text on its baseline. \param full what a reader who points at it is told, where it was cut
    [[gnu::cold]] void text(const char* style, double x, double baseline, anchor where, const std::string& shown,
              const std::string& full = {}) {
        if (shown.empty()) return;
        body_ +=
            std::string("<text class=\"") + style + "\" x=\"" + svg_number(x) + "\" y=\"" + svg_number(baseline) + "\"";
        if (where != anchor::start) body_ += where == anchor::end ? " text-anchor=\"end\"" : " text-anchor=\"middle\"";
        body_ += ">" + headway::detail::markup_escaped(shown);
        if (!full.empty() && full != shown) body_ += "<title>" + headway::detail::markup_escaped(full) + "</title>";
        body_ += "</text>\n";
    }
    /// A text cut to a width, with its whole in the tooltip.
    [[gnu::cold]] void cut_text(const char* style, double x, double baseline, anchor where, const std::string& whole, double width) {
        text(style, x, baseline, where, cut_to(whole, width, label_size), whole);
    }

    template <class = void>
    [[gnu::cold]] void legend(const std::vector<legend_entry>& entries) {
        double x = left();
        y += line_height;
        for (const auto& entry : entries) {
            const double width = 44.0 + text_width(entry.text, label_size) + 22.0;
            if (x > left() && x + width - 22.0 > right()) {
                x = left();
                y += line_height;
            }
            switch (entry.kind) {
            case legend_entry::swatch::area_on_area:
                rect("hw-outer", x, y - 16.0, 34.0, 18.0);
                [[fallthrough]];
            case legend_entry::swatch::area:
                rect(entry.style, x, y - 16.0, 34.0, 18.0);
                break;
            case legend_entry::swatch::line:
                line(entry.style, x, y - 7.0, x + 34.0, y - 7.0);
                break;
            case legend_entry::swatch::point:
                circle(entry.style, x + 17.0, y - 7.0, 7.0);
                break;
            }
            cut_text("hw-soft", x + 44.0, y, anchor::start, entry.text, right() - x - 44.0);
            x += width;
        }
        y += 14.0;
    }

    /// A remark under the chart.
    template <class = void>
    [[gnu::cold]] void note(const std::string& remark) {
        for (const auto& line : wrapped(remark, right() - left(), label_size, 4)) {
            y += line_height;
            text("hw-soft", left(), y, anchor::start, line);
        }
        y += 4.0;
    }

    /// The finished picture. Its ids are the one asked for or, without one, made of a hash of all it shows, so that
    /// different charts share a page.
    template <class = void>
    [[nodiscard, gnu::cold]] std::string finish() const {
        const std::string width = svg_number(texts_.width);
        const std::string height = svg_number(y + chart_margin);
        const std::string id = texts_.id.empty()
                                   ? "chart-" + text_hash(texts_.title + "\n" + texts_.description + "\n" + body_)
                                   : id_from(texts_.id);
        std::string svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"hw-chart\" width=\"" + width +
                          "\" height=\"" + height + "\" viewBox=\"0 0 " + width + " " + height +
                          "\" role=\"img\" aria-labelledby=\"" + id + "-title " + id + "-desc\">\n";
        svg += "<title id=\"" + id + "-title\">" + headway::detail::markup_escaped(texts_.title) + "</title>\n";
        svg += "<desc id=\"" + id + "-desc\">" + headway::detail::markup_escaped(texts_.description) + "</desc>\n";
        svg += "<style>" + std::string(chart_style) + style_ + "</style>\n";
        svg += "<rect class=\"hw-paper\" width=\"" + width + "\" height=\"" + height + "\"/>\n";
        return svg + body_ + "</svg>\n";
    }

  private:
    [[gnu::cold]] void end_mark(const char* element, const std::string& told) {
        body_ += told.empty() ? std::string("/>\n")
                              : "><title>" + headway::detail::markup_escaped(told) + "</title></" + element + ">\n";
    }

    chart_texts texts_;
    std::string style_;
    std::string body_;
};
HEADWAY_INSTANTIATE(void chart_canvas::legend<>(const std::vector<legend_entry>& entries));
HEADWAY_INSTANTIATE(void chart_canvas::note<>(const std::string& remark));
HEADWAY_INSTANTIATE(std::string chart_canvas::finish<>() const);

}  // namespace headway::report::detail

#include <headway/header_end.hpp>
