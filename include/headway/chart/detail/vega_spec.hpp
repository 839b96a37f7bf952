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
[[nodiscard, gnu::cold]] std::string vega_text(std::string_view text);

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
    [[nodiscard, gnu::cold]] vega_scale called(const std::string& name) const;
    /// A channel of this scale: x, y.
    [[nodiscard, gnu::cold]] std::string channel(const char* name, const char* field) const;
    /// With labels of dates that tell the year, which Vega-Lite's own leave out.
    [[nodiscard]] std::string kind() const;
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
    void begin();
    /// A member of the row whose value is JSON already.
    void put(const char* field, const std::string& json);
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
[[nodiscard, gnu::cold]] std::string vega_subtitle(const std::string& subtitle, double width);

/// A specification: its head, its data, which all plots share, and one plot, or several one below the other.
template <class = void>
[[nodiscard, gnu::cold]] std::string vega_spec(const chart_texts& texts, const std::string& subtitle, const vega_rows& rows,
                                               const std::vector<vega_plot>& plots);

/// Of one plot.
template <class = void>
[[nodiscard, gnu::cold]] std::string vega_spec(const chart_texts& texts, const std::string& subtitle, const vega_rows& rows,
                                               const std::string& height, const std::vector<std::string>& layers);

/// The rows of a chart by name, in the order of the data; with names as long as the picture has room for.
inline constexpr const char* vega_row_channel =
    "\"y\": {\"field\": \"name\", \"type\": \"nominal\", \"sort\": null, \"title\": null, \"axis\": {\"labelLimit\": 320}}";

/// The name of a row that no row before has: of two alike the second is numbered, for rows of one name would be one.
template <class = void>
[[nodiscard, gnu::cold]] std::string vega_row_name(std::vector<std::string>& names, std::string_view text);

/// An arrow at the end of the axis for what is never.
template <class = void>
[[nodiscard, gnu::cold]] std::string vega_arrow(const vega_scale& scale, const char* field);

}  // namespace headway::report::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/chart/bodies/detail/vega_spec.hpp>
#endif
