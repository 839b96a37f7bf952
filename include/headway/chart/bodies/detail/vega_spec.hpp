// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/chart/detail/vega_spec.hpp>

#include <headway/header_begin.hpp>

namespace headway::report::detail {

template <class>
std::string vega_text(std::string_view text) {
    return json_string(headway::detail::shown_text(text));
}
HEADWAY_INSTANTIATE(std::string vega_text<>(std::string_view text));

template <class>
std::string vega_subtitle(const std::string& subtitle, double width) {
    constexpr double letters = 15.0;  // they are 11 high, but Vega takes them to be wider where no canvas measures them
    constexpr std::size_t most_lines = 5;
    std::string lines;
    const auto each = wrapped(headway::detail::shown_text(subtitle), width, letters, most_lines);
    for (const auto& line : each) lines += (lines.empty() ? "" : ", ") + json_string(line);
    return each.size() == 1 ? lines : "[" + lines + "]";
}
HEADWAY_INSTANTIATE(std::string vega_subtitle<>(const std::string& subtitle, double width));

template <class>
std::string vega_spec(const chart_texts& texts, const std::string& subtitle, const vega_rows& rows,
                      const std::vector<vega_plot>& plots) {
    std::string out = "{\n  \"$schema\": \"https://vega.github.io/schema/vega-lite/v5.json\",\n  \"title\": {\"text\": " +
                      vega_text(texts.title) + ", \"anchor\": \"start\"";
    if (!subtitle.empty()) out += ", \"subtitle\": " + vega_subtitle(subtitle, texts.width);
    out += "},\n  \"description\": " + vega_text(texts.description);
    const auto size = [&](const vega_plot& plot) {
        return "\"width\": " + json_number(texts.width) + ",\n  \"height\": " + plot.height;
    };
    const auto layers = [](const vega_plot& plot) {
        std::string all = "\"layer\": [";
        for (const std::string& layer : plot.layers) all += (&layer == plot.layers.data() ? "\n    " : ",\n    ") + layer;
        return all + "\n  ]";
    };
    if (plots.size() == 1) out += ",\n  " + size(plots.front());
    out += ",\n  \"background\": \"white\",\n  \"data\": " + rows.text() + ",\n  ";
    if (plots.size() == 1) return out + layers(plots.front()) + "\n}\n";
    out += "\"vconcat\": [";
    for (const auto& plot : plots) out += (&plot == plots.data() ? "{" : ", {") + size(plot) + ",\n  " + layers(plot) + "}";
    return out + "]\n}\n";
}
HEADWAY_INSTANTIATE(std::string vega_spec<>(const chart_texts& texts, const std::string& subtitle, const vega_rows& rows,
                    const std::vector<vega_plot>& plots));

template <class>
std::string vega_spec(const chart_texts& texts, const std::string& subtitle, const vega_rows& rows,
                      const std::string& height, const std::vector<std::string>& layers) {
    return vega_spec(texts, subtitle, rows, {vega_plot{height, layers}});
}
HEADWAY_INSTANTIATE(std::string vega_spec<>(const chart_texts& texts, const std::string& subtitle, const vega_rows& rows,
                    const std::string& height, const std::vector<std::string>& layers));

template <class>
std::string vega_row_name(std::vector<std::string>& names, std::string_view text) {
    const std::string name = headway::detail::shown_text(text);
    std::string own = name;
    for (int i = 2; std::find(names.begin(), names.end(), own) != names.end(); ++i) own = name + " (" + std::to_string(i) + ")";
    names.push_back(own);
    return json_string(own);
}
HEADWAY_INSTANTIATE(std::string vega_row_name<>(std::vector<std::string>& names, std::string_view text));

template <class>
std::string vega_arrow(const vega_scale& scale, const char* field) {
    return "{\"transform\": [{\"filter\": \"datum.never\"}], \"mark\": {\"type\": \"point\", \"shape\": \"triangle-right\", "
           "\"filled\": true, \"opacity\": 1, \"size\": 120, \"color\": \"" +
           std::string(vega_ink) + "\"}, \"encoding\": {" + vega_row_channel + ", " + scale.channel("x", field) + "}}";
}
HEADWAY_INSTANTIATE(std::string vega_arrow<>(const vega_scale& scale, const char* field));

HEADWAY_OUT_OF_LINE vega_scale vega_scale::called(const std::string& name) const {
    vega_scale scale = *this;
    scale.title = title.empty() ? name : name + ", " + title;
    return scale;
}

HEADWAY_OUT_OF_LINE std::string vega_scale::channel(const char* name, const char* field) const {
    return "\"" + std::string(name) + "\": {\"field\": \"" + field + "\"" + kind() + ", \"title\": " +
           (title.empty() ? "null" : vega_text(title)) + ", \"scale\": {\"type\": \"" +
           (is_date ? "utc" : logarithmic ? "log" : "linear") + "\", \"domainMin\": " + json_number(lo) + ", \"domainMax\": " + json_number(hi) + ", \"nice\": false}}";
}

HEADWAY_OUT_OF_LINE std::string vega_scale::kind() const {
    if (is_share) return ", \"type\": \"quantitative\", \"axis\": {\"format\": \".1~%\"}";
    if (!is_date) return ", \"type\": \"quantitative\"";
    const double days = (hi - lo) / 86400e3;
    const char* const format = days > 4000.0 ? "%Y" : days > 120.0 ? "%Y-%m" : "%Y-%m-%d";
    // Of a few days eight ticks would have some of them twice.
    const char* const ticks = days > 8.0 ? "8" : "\"day\"";
    return std::string(", \"type\": \"temporal\", \"axis\": {\"tickCount\": ") + ticks + ", \"format\": \"" + format + "\"}";
}

HEADWAY_OUT_OF_LINE void vega_rows::begin() {
    out_ += first_ ? "\n    {" : "},\n    {";
    first_ = false;
    first_member_ = true;
}

HEADWAY_OUT_OF_LINE void vega_rows::put(const char* field, const std::string& json) {
    out_ += (first_member_ ? "\"" : ", \"") + std::string(field) + "\": " + json;
    first_member_ = false;
}

}  // namespace headway::report::detail

#include <headway/header_end.hpp>
