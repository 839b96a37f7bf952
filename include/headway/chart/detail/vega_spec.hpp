// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <headway/chart/detail/chart_axis.hpp>
#include <headway/chart/detail/chart_canvas.hpp>
#include <headway/text/json_text.hpp>

#include <headway/header_begin.hpp>

// What the Vega-Lite specifications of all charts have in common. Fields of data have names of letters alone, for Vega-Lite
// takes a dot or a bracket in a name for a path into the datum.

namespace headway::report::detail {

using headway::detail::json_number;
using headway::detail::json_string;

inline constexpr const char* vega_main = "#0072b2";
inline constexpr const char* vega_second = "#d55e00";
inline constexpr const char* vega_ink = "#1b1f24";

/// A name or another text: on one line, without characters that steer.
template <class = void>
[[nodiscard, gnu::cold]] std::string vega_text(std::string_view text) {
    return json_string(headway::detail::shown_text(text));
}
HEADWAY_INSTANTIATE(std::string vega_text<>(std::string_view text));

/// Values as Vega-Lite gets them: in the unit of the axis, dates as milliseconds since 1970. The domain is given, so that a
/// value that never is has an end of the axis to stand at; by its two ends, for a pair of dates conflicts with itself where a
/// mark has a second end too (findings/vega_lite_domain_conflicts_with_itself.sh).
struct vega_scale {
    bool is_date = false;
    bool logarithmic = false;
    double size = 1.0;
    double lo = 0.0;
    double hi = 1.0;
    std::string title;
    bool is_share = false;  ///< between 0 and 1, in per cent

    /// A value in base units; never at the far end, what is below every value at the near one, an undefined one null.
    [[nodiscard]] std::string value(double base) const {
        return json_number(base == no_limit ? hi : base == -no_limit ? lo : is_date ? floor(1000.0 * base + 0.5) : base / size);
    }
    /// The scale with a name before its unit.
    [[nodiscard, gnu::cold]] vega_scale called(const std::string& name) const {
        vega_scale scale = *this;
        scale.title = title.empty() ? name : name + ", " + title;
        return scale;
    }
    /// A channel of this scale: x, y.
    [[nodiscard, gnu::cold]] std::string channel(const char* name, const char* field) const {
        return "\"" + std::string(name) + "\": {\"field\": \"" + field + "\"" + kind() + ", \"title\": " +
               (title.empty() ? "null" : vega_text(title)) + ", \"scale\": {\"type\": \"" +
               (is_date ? "utc" : logarithmic ? "log" : "linear") + "\", \"domainMin\": " + json_number(lo) + ", \"domainMax\": " + json_number(hi) + ", \"nice\": false}}";
    }
    /// With labels of dates that tell the year, which Vega-Lite's own leave out.
    [[nodiscard]] std::string kind() const {
        if (is_share) return ", \"type\": \"quantitative\", \"axis\": {\"format\": \".1~%\"}";
        if (!is_date) return ", \"type\": \"quantitative\"";
        const double days = (hi - lo) / 86400e3;
        const char* const format = days > 4000.0 ? "%Y" : days > 120.0 ? "%Y-%m" : "%Y-%m-%d";
        // Of a few days eight ticks would have some of them twice.
        const char* const ticks = days > 8.0 ? "8" : "\"day\"";
        return std::string(", \"type\": \"temporal\", \"axis\": {\"tickCount\": ") + ticks + ", \"format\": \"" + format + "\"}";
    }
};
/// A scale between 0 and 1, in per cent.
[[nodiscard]] inline vega_scale vega_share_scale(std::string title) {
    vega_scale scale;
    scale.title = std::move(title);
    scale.is_share = true;
    return scale;
}

/// \param padded whether there is room beyond the range, as for ends of bars and arrows
template <any_value T>
[[nodiscard, gnu::cold]] vega_scale make_vega_scale(const char* function, axis_range range, axis_kind kind,
                                                    const chart_unit<T>& unit, bool padded) {
    vega_scale scale;
    if (range.lo == range.hi) {
        const double around = any_date<T> ? 86400.0 : range.lo == 0.0 ? 1.0 : 0.05 * abs(range.lo);
        range.lo -= around;
        range.hi += around;
    }
    if constexpr (any_date<T>) {
        scale.is_date = true;
    } else {
        scale.logarithmic = is_logarithmic(function, kind, range);
        shown_unit shown{1.0, unit ? unit.name() : ""};
        if (unit) {
            shown.size = unit.size();
        } else {
            const unit_scale all = scale_of_value<T>::get();
            const double least = abs(range.lo);
            const double greatest = abs(range.hi);
            shown = all[unit_for(all, scale.logarithmic ? sqrt(least) * sqrt(greatest) : std::max(least, greatest))];
        }
        scale.size = shown.size;
        scale.title = shown.name;
    }
    const double per = scale.is_date ? 1e-3 : scale.size;
    const double room = padded ? 0.04 : 0.0;
    if (scale.logarithmic) {
        const double factor = exp(room * log(range.hi / range.lo));
        scale.lo = range.lo / factor / per;
        scale.hi = range.hi * factor / per;
    } else {
        scale.lo = (range.lo - room * (range.hi - range.lo)) / per;
        scale.hi = (range.hi + room * (range.hi - range.lo)) / per;
    }
    return scale;
}

/// The data, row by row.
class vega_rows {
  public:
    void begin() {
        out_ += first_ ? "\n    {" : "},\n    {";
        first_ = false;
        first_member_ = true;
    }
    /// A member of the row whose value is JSON already.
    void put(const char* field, const std::string& json) {
        out_ += (first_member_ ? "\"" : ", \"") + std::string(field) + "\": " + json;
        first_member_ = false;
    }
    [[nodiscard]] std::string text() const { return "{\"values\": [" + out_ + (first_ ? "]}" : "}\n  ]}"); }

  private:
    std::string out_;
    bool first_ = true;
    bool first_member_ = true;
};

/// A plot of a specification: its height and its layers, each a JSON object.
struct vega_plot {
    std::string height;
    std::vector<std::string> layers;
};

/// Text under the title: on one line, or on as many as the width asks for, which Vega-Lite does not break by itself.
template <class = void>
[[nodiscard, gnu::cold]] std::string vega_subtitle(const std::string& subtitle, double width) {
    constexpr double letters = 15.0;  // they are 11 high, but Vega takes them to be wider where no canvas measures them
    constexpr std::size_t most_lines = 5;
    std::string lines;
    const auto each = wrapped(headway::detail::shown_text(subtitle), width, letters, most_lines);
    for (const auto& line : each) lines += (lines.empty() ? "" : ", ") + json_string(line);
    return each.size() == 1 ? lines : "[" + lines + "]";
}
HEADWAY_INSTANTIATE(std::string vega_subtitle<>(const std::string& subtitle, double width));

/// A specification: its head, its data, which all plots share, and one plot, or several one below the other.
template <class = void>
[[nodiscard, gnu::cold]] std::string vega_spec(const chart_texts& texts, const std::string& subtitle, const vega_rows& rows,
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

/// Of one plot.
template <class = void>
[[nodiscard, gnu::cold]] std::string vega_spec(const chart_texts& texts, const std::string& subtitle, const vega_rows& rows,
                                               const std::string& height, const std::vector<std::string>& layers) {
    return vega_spec(texts, subtitle, rows, {vega_plot{height, layers}});
}
HEADWAY_INSTANTIATE(std::string vega_spec<>(const chart_texts& texts, const std::string& subtitle, const vega_rows& rows,
                    const std::string& height, const std::vector<std::string>& layers));

/// The rows of a chart by name, in the order of the data; with names as long as the picture has room for.
inline constexpr const char* vega_row_channel =
    "\"y\": {\"field\": \"name\", \"type\": \"nominal\", \"sort\": null, \"title\": null, \"axis\": {\"labelLimit\": 320}}";

/// The name of a row that no row before has: of two alike the second is numbered, for rows of one name would be one.
template <class = void>
[[nodiscard, gnu::cold]] std::string vega_row_name(std::vector<std::string>& names, std::string_view text) {
    const std::string name = headway::detail::shown_text(text);
    std::string own = name;
    for (int i = 2; std::find(names.begin(), names.end(), own) != names.end(); ++i) own = name + " (" + std::to_string(i) + ")";
    names.push_back(own);
    return json_string(own);
}
HEADWAY_INSTANTIATE(std::string vega_row_name<>(std::vector<std::string>& names, std::string_view text));

/// An arrow at the end of the axis for what is never.
template <class = void>
[[nodiscard, gnu::cold]] std::string vega_arrow(const vega_scale& scale, const char* field) {
    return "{\"transform\": [{\"filter\": \"datum.never\"}], \"mark\": {\"type\": \"point\", \"shape\": \"triangle-right\", "
           "\"filled\": true, \"opacity\": 1, \"size\": 120, \"color\": \"" +
           std::string(vega_ink) + "\"}, \"encoding\": {" + vega_row_channel + ", " + scale.channel("x", field) + "}}";
}
HEADWAY_INSTANTIATE(std::string vega_arrow<>(const vega_scale& scale, const char* field));

}  // namespace headway::report::detail

#include <headway/header_end.hpp>
