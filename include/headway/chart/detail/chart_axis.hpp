// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/chart/chart_unit.hpp>
#include <headway/chart/detail/chart_dates.hpp>
#include <headway/table/spread_text.hpp>
#include <headway/text/unit_scale.hpp>

#include <headway/header_begin.hpp>

namespace headway::report::detail {

/// Charts show values of this size; a heavier tail is one that a reader should be told of, not shown.
inline constexpr double greatest_chart_value = 1e250;

template <class = void>
[[gnu::cold]] void require_chartable(const char* function, const char* what, double value);
template <class = void>
[[gnu::cold]] void require_chartable_date(const char* function, const char* what, double seconds);

/// The value as a chart's number. \throws std::domain_error for one that cannot be drawn.
template <any_value T>
[[nodiscard, gnu::cold]] double chartable(const char* function, const char* what, const T& value) {
    const double x = base_value_of(value);
    if constexpr (any_date<T>) {
        require_chartable_date(function, what, x);
    } else {
        require_chartable(function, what, x);
    }
    return x;
}
/// As `chartable`, but never (an infinite value) may be drawn, at the end of the axis.
template <any_value T>
[[nodiscard, gnu::cold]] double chartable_or_never(const char* function, const char* what, const T& value) {
    const double x = base_value_of(value);
    return x == no_limit ? x : chartable(function, what, value);
}

/// A text whose number may have a power of ten, written as those of an axis are: "2e+06 km" as "2×10⁶ km".
template <class = void>
[[nodiscard, gnu::cold]] std::string with_raised_power(std::string text);

/// A value in words; never for an infinite one.
template <any_value T>
[[nodiscard, gnu::cold]] std::string chart_text(const T& value, const chart_unit<T>& unit) {
    const double x = base_value_of(value);
    if (x == no_limit) return "never";
    if constexpr (any_date<T>) {
        return to_text(value);
    } else {
        if (!unit) return with_raised_power(to_text(value));
        return with_raised_power(to_text(x / unit.size())) + " " + unit.name();
    }
}

/// A label that stands in the picture: a date is no sharper than its 90 % interval, since a day would be read as known.
template <any_value T>
[[nodiscard, gnu::cold]] std::string label_text(const T& value, const T& low, const T& high, const chart_unit<T>& unit) {
    if constexpr (any_date<T>) {
        if (base_value_of(value) != no_limit) {
            return spread_text(value, (base_value_of(high) - base_value_of(low)) * units::second);
        }
    }
    return chart_text(value, unit);
}

/// An axis: where values lie, its marks, and what it is called: the unit, and that it is logarithmic where it is.
struct chart_axis {
    chart_scale scale;
    chart_ticks marks;
    std::string title;
};

struct axis_range {
    double lo = no_limit;
    double hi = -no_limit;

    /// Widens the range to a value that happens.
    void add(double value) noexcept;
    [[nodiscard]] bool empty() const noexcept { return !(lo <= hi); }
};

template <class = void>
[[nodiscard, gnu::cold]] bool is_logarithmic(const char* function, axis_kind kind, const axis_range& range);

/// An axis over a range in base units, at most about `count` labels.
/// \param outward the range grows to round numbers (never for dates)
/// \param words a logarithmic axis too wide for one unit names each mark in its own, "10 thousand USD", which takes room;
/// else the smallest unit serves all
template <any_value T>
[[nodiscard, gnu::cold]] chart_axis make_axis(const char* function, const axis_range& range, axis_kind kind,
                                   const chart_unit<T>& unit, int count, bool outward, bool words = false) {
    chart_axis axis;
    if constexpr (any_date<T>) {
        axis.marks = date_ticks(range.lo, range.hi, count);
    } else {
        const bool logarithmic = is_logarithmic(function, kind, range);
        shown_unit shown{1.0, unit ? unit.name() : ""};
        bool each_its_own = false;
        if (unit) {
            shown.size = unit.size();
        } else {
            const unit_scale scale = scale_of_value<T>::get();
            const double least = abs(range.lo);
            const double greatest = abs(range.hi);
            shown = scale[unit_for(scale, logarithmic ? sqrt(least) * sqrt(greatest) : std::max(least, greatest))];
            const bool too_wide = logarithmic && unit_for(scale, least) != unit_for(scale, greatest) &&
                                  (range.hi / shown.size >= 1e5 || range.lo / shown.size < 1e-3);
            each_its_own = too_wide && words;
            if (too_wide && !words) shown = scale.front();
        }
        const double lo = range.lo / shown.size;
        const double hi = range.hi / shown.size;
        axis.marks = logarithmic ? log_ticks(lo, hi, count, outward) : linear_ticks(lo, hi, count, outward);
        axis.marks.lo *= shown.size;
        axis.marks.hi *= shown.size;
        for (auto& tick : axis.marks.ticks) {
            tick.value *= shown.size;
            if (each_its_own) tick.label = with_raised_power(to_text(value_from_base<T>(tick.value), 1));
            if (shown.name == "%") tick.label += " %";
        }
        for (double& at : axis.marks.minor) at *= shown.size;
        if (!each_its_own && shown.name != "%") axis.title = shown.name;
        if (logarithmic) axis.title += axis.title.empty() ? "log scale" : ", log scale";
        axis.scale.logarithmic = logarithmic;
    }
    axis.scale.lo = axis.marks.lo;
    axis.scale.hi = axis.marks.hi;
    return axis;
}

}  // namespace headway::report::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/chart/bodies/detail/chart_axis.hpp>
#endif
