// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/chart/detail/chart_canvas.hpp>

#include <headway/header_begin.hpp>

namespace headway::report::detail {

template <class>
std::vector<std::string> wrapped(const std::string& text, double width, double font_size, std::size_t most) {
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

template <class>
void chart_canvas::legend(const std::vector<legend_entry>& entries) {
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
HEADWAY_INSTANTIATE(void chart_canvas::legend<>(const std::vector<legend_entry>& entries));

template <class>
void chart_canvas::note(const std::string& remark) {
    for (const auto& line : wrapped(remark, right() - left(), label_size, 4)) {
        y += line_height;
        text("hw-soft", left(), y, anchor::start, line);
    }
    y += 4.0;
}
HEADWAY_INSTANTIATE(void chart_canvas::note<>(const std::string& remark));

template <class>
std::string chart_canvas::finish() const {
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
HEADWAY_INSTANTIATE(std::string chart_canvas::finish<>() const);

HEADWAY_OUT_OF_LINE chart_canvas::chart_canvas(chart_texts texts) : texts_(std::move(texts)) {
    for (const auto& line : wrapped(texts_.title, right() - left(), bold * title_size, 3)) {
        y += 33.0;
        text("hw-title", left(), y - 7.0, anchor::start, line);
    }
    y += 6.0;
}

HEADWAY_OUT_OF_LINE void chart_canvas::rect(const char* style, double x, double top, double width, double height,
                                            const std::string& told) {
    body_ += std::string("<rect class=\"") + style + "\" x=\"" + svg_number(x) + "\" y=\"" + svg_number(top) +
             "\" width=\"" + svg_number(width > 0.0 ? width : 0.0) + "\" height=\"" +
             svg_number(height > 0.0 ? height : 0.0) + "\"";
    end_mark("rect", told);
}

HEADWAY_OUT_OF_LINE void chart_canvas::shade(double opacity, double x, double top, double width, double height) {
    body_ += "<rect class=\"hw-main\" fill-opacity=\"" + svg_number(opacity) + "\" x=\"" + svg_number(x) + "\" y=\"" +
             svg_number(top) + "\" width=\"" + svg_number(width) + "\" height=\"" + svg_number(height) + "\"/>\n";
}

HEADWAY_OUT_OF_LINE void chart_canvas::path(const char* style, const std::string& data, const std::string& told) {
    body_ += std::string("<path class=\"") + style + "\" d=\"" + data + "\"";
    end_mark("path", told);
}

HEADWAY_OUT_OF_LINE void chart_canvas::circle(const char* style, double x, double centre, double radius,
                                              const std::string& told) {
    body_ += std::string("<circle class=\"") + style + "\" cx=\"" + svg_number(x) + "\" cy=\"" +
             svg_number(centre) + "\" r=\"" + svg_number(radius) + "\"";
    end_mark("circle", told);
}

HEADWAY_OUT_OF_LINE void chart_canvas::line_over(const char* style, double x1, double y1, double x2, double y2) {
    line("hw-under", x1, y1, x2, y2);
    line(style, x1, y1, x2, y2);
}

HEADWAY_OUT_OF_LINE void chart_canvas::text(const char* style, double x, double baseline, anchor where,
                                            const std::string& shown, const std::string& full) {
    if (shown.empty()) return;
    body_ +=
        std::string("<text class=\"") + style + "\" x=\"" + svg_number(x) + "\" y=\"" + svg_number(baseline) + "\"";
    if (where != anchor::start) body_ += where == anchor::end ? " text-anchor=\"end\"" : " text-anchor=\"middle\"";
    body_ += ">" + headway::detail::markup_escaped(shown);
    if (!full.empty() && full != shown) body_ += "<title>" + headway::detail::markup_escaped(full) + "</title>";
    body_ += "</text>\n";
}

HEADWAY_OUT_OF_LINE void chart_canvas::end_mark(const char* element, const std::string& told) {
    body_ += told.empty() ? std::string("/>\n")
                          : "><title>" + headway::detail::markup_escaped(told) + "</title></" + element + ">\n";
}

}  // namespace headway::report::detail

#include <headway/header_end.hpp>
