// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <chrono>
#include <concepts>
#include <limits>
#include <string>
#include <type_traits>
#include <utility>

#include <headway/math/elementary.hpp>
#include <headway/math/number.hpp>
#include <headway/quantity/value_kind.hpp>
#include <headway/source/figure_dates.hpp>
#include <headway/text/text.hpp>

#include <headway/header_begin.hpp>

namespace headway::figures {

/// Where what is known lies against what a figure leaves possible.
enum class known_side {
    below,   ///< all of it below
    within,  ///< all of it within
    across,  ///< some of it within
    above,   ///< all of it above
};

/// How far a known value lies from the nearest one that a figure leaves possible.
struct figure_gap {
    /// Known less said, in the figure's unit: above zero where more is known than was said, 0 within, infinite where what is
    /// known has no end.
    double difference = 0.0;
    /// Known / said, 1 within; not-a-number of dates and of what is not above zero.
    double ratio = 1.0;

    /// ln(known / said): 0.1 is about 10 % more; not-a-number where there is no ratio.
    [[nodiscard]] constexpr double log_ratio() const noexcept {
        if (ratio == 0.0) return -no_limit;
        return ratio > 0.0 ? log(ratio) : std::numeric_limits<double>::quiet_NaN();
    }
};

/// A figure held against what is known: made by `distance_from`.
struct figure_distance {
    const figure_info* said = nullptr;
    /// What is known rests on these.
    figure_references known{};
    /// By which reading the two are compared, where that is not plain: "building and facilities".
    std::string_view reading{};
    /// That of the figure, "billion USD"; of dates "years", where what is above is later.
    std::string_view unit{};
    bool of_dates = false;
    /// Of the least and of the greatest value that is known; equal where one value is.
    figure_gap low{};
    figure_gap high{};
    /// Of the known value between the two: the 7 of "7 months (4 to 14)"; equal to them where one value is known.
    figure_gap middle{};
    bool has_middle = false;

    [[nodiscard]] constexpr known_side side() const noexcept {
        if (low.difference > 0.0) return known_side::above;
        if (high.difference < 0.0) return known_side::below;
        return low.difference == 0.0 && high.difference == 0.0 ? known_side::within : known_side::across;
    }
    /// The least distance between the two, 0 where they meet.
    [[nodiscard]] constexpr double nearest() const noexcept {
        return low.difference > 0.0 ? low.difference : high.difference < 0.0 ? high.difference : 0.0;
    }
    /// What is known meets the figure when a number said to be "about" so is read within this factor either way, which is the
    /// reader's choice; another figure is not widened. \throws std::domain_error for a factor below 1.
    [[nodiscard]] constexpr bool meets(double about_factor = 1.0) const {
        if (!(about_factor >= 1.0)) {
            headway::detail::value_breaks_a_rule("figure_distance::meets", "factor", "must be >= 1", about_factor);
        }
        if (nearest() == 0.0) return true;
        if (said->precision != precision::about) return false;
        const double ratio = low.difference > 0.0 ? low.ratio : high.ratio;
        return ratio >= 1.0 / about_factor && ratio <= about_factor;
    }
};

namespace detail {

[[noreturn, gnu::cold]] inline void known_ends_are_not_in_order(std::string_view id) {
    throw std::domain_error("distance_from: what is known against " + std::string(id) +
                            " must be two values of which the first is not above the second; give low, then high");
}
[[noreturn, gnu::cold]] inline void distance_has_no_unit(std::string_view id) {
    throw std::domain_error("distance_from: " + std::string(id) + " has no number to be at a distance from");
}

/// In base units, infinite where there is no end.
struct value_ends {
    double low = -no_limit;
    double high = no_limit;
    bool has_middle = false;
    double middle = 0.0;
};

/// A date that is the first day of a year is known to that year.
[[nodiscard]] constexpr date end_of_what_is_meant(const date& day) {
    const std::chrono::year_month_day d(day);
    const bool is_a_year = d.month() == std::chrono::January && d.day() == std::chrono::day(1);
    return is_a_year ? date(d.year() / 12 / 31) : day;
}

/// What a figure leaves possible, nothing read into it: "about 4" is 4, an order of magnitude reaches to ten times its value
/// (none from zero), a bound has one end.
template <any_figure Figure>
[[nodiscard]] constexpr value_ends ends_of(const Figure& f) {
    value_ends ends;
    if constexpr (figure_with_ends<Figure>) {
        ends.low = base_value_of(f.low);
        ends.high = base_value_of(f.high);
    } else {
        ends.low = base_value_of(f.value);
        ends.high = ends.low;
        if constexpr (std::same_as<std::remove_cvref_t<decltype(f.value)>, date>) {
            ends.high = base_value_of(end_of_what_is_meant(f.value));
        } else if (f.precision == precision::order && ends.low > 0.0) {
            ends.high = 10.0 * ends.low;
        }
    }
    if constexpr (figure_with_value<Figure>) {
        ends.middle = base_value_of(f.value);
        ends.has_middle = ends.low < ends.high ? figure_with_ends<Figure> : true;
    }
    if (f.precision == precision::at_least) ends = {ends.low, no_limit};
    if (f.precision == precision::at_most) ends = {-no_limit, ends.high};
    return ends;
}

/// The dates on which a span from its source can end.
template <any_figure Figure>
[[nodiscard]] constexpr value_ends dates_of(const Figure& f) {
    value_ends ends{base_value_of(earliest_date(f)), base_value_of(latest_date(f))};
    if (f.precision == precision::at_most) ends.low = -no_limit;
    return ends;
}

template <any_figure Figure>
[[nodiscard]] consteval auto value_of_figure() {
    if constexpr (figure_with_value<Figure>) {
        return std::type_identity<std::remove_cvref_t<decltype(std::declval<const Figure&>().value)>>{};
    } else {
        return std::type_identity<std::remove_cvref_t<decltype(std::declval<const Figure&>().low)>>{};
    }
}
template <any_figure Figure>
using value_of_figure_t = typename decltype(value_of_figure<Figure>())::type;

/// A span of time that is counted from its source is asked as a date.
template <any_figure Said, class Known>
inline constexpr bool asked_as_date =
    std::same_as<Known, date>&& std::same_as<value_of_figure_t<Said>, quantity<dim::time>>;

[[nodiscard]] constexpr figure_gap gap_to(const value_ends& said, double known, double unit, bool has_ratio) {
    const double end = known < said.low ? said.low : said.high;
    const bool is_within = said.low <= known && known <= said.high;
    if (is_within) return {};
    const bool divides = has_ratio && end > 0.0 && known >= 0.0;
    return {(known - end) / unit, divides ? known / end : std::numeric_limits<double>::quiet_NaN()};
}

[[nodiscard]] constexpr figure_distance measured_distance(const figure_info& said, const value_ends& ends,
                                                          const value_ends& known, bool is_date,
                                                          const figure_references& rests_on, std::string_view reading) {
    if (!(known.low <= known.high)) known_ends_are_not_in_order(said.id);
    const double size = is_date ? seconds_in_mean_year : said.printed.unit_size;
    if (!(size > 0.0)) distance_has_no_unit(said.id);
    const std::string_view unit = said.printed.unit.substr(0, said.printed.unit.find(" from "));
    const bool has_ratio = !is_date;
    figure_distance d;
    d.said = &said;
    d.known = rests_on;
    d.reading = reading;
    d.unit = is_date ? std::string_view("years") : unit;
    d.of_dates = is_date;
    d.low = gap_to(ends, known.low, size, has_ratio);
    d.high = gap_to(ends, known.high, size, has_ratio);
    // A bound leaves zero and below open where only above zero has a meaning.
    if (known.low == -no_limit && d.low.difference < 0.0) d.low.ratio = has_ratio ? 0.0 : d.low.ratio;
    d.has_middle = known.has_middle;
    if (known.has_middle) d.middle = gap_to(ends, known.middle, size, has_ratio);
    return d;
}

}  // namespace detail

/// What a figure says against another one from which it is known: the distance of the known value from the nearest one that
/// the figure leaves possible, in the figure's unit and as a ratio:
///
///     distance_from(microsoft::microsoft_capex_2025, since::microsoft_capex_fy2025)   // 8.2 billion USD above, × 1.1025
///
/// Nothing is read into either of them: a number said to be "about" so is that number, an order of magnitude reaches to ten
/// times its value, an interval has its ends, "at least" and "at most" have one, a date on the first day of a year is that
/// year. `reading` says in which sense the two are comparable. A span counted from its source is held against dates. A
/// constant expression; refers to both figures. Not for beliefs: their distance is a score (`crps`).
template <any_figure Said, any_figure Known>
[[nodiscard]] constexpr figure_distance distance_from(const Said& said, const Known& known,
                                                      std::string_view reading = {}) {
    using known_value = detail::value_of_figure_t<Known>;
    constexpr bool as_date = detail::asked_as_date<Said, known_value>;
    constexpr bool both_are_of_one_kind = as_date || std::same_as<detail::value_of_figure_t<Said>, known_value>;
    static_assert(both_are_of_one_kind,
                  "distance_from: the figures have different dimensions; hold it against what is of its kind");
    if constexpr (as_date) {
        return detail::measured_distance(said, detail::dates_of(said), detail::ends_of(known), true, known, reading);
    } else if constexpr (both_are_of_one_kind) {
        constexpr bool is_date = std::same_as<known_value, date>;
        return detail::measured_distance(said, detail::ends_of(said), detail::ends_of(known), is_date, known, reading);
    }
}

/// The same of a known value that was computed from other figures, from its least to its greatest, equal where it is one
/// value; an infinite end (of dates never) is none.
/// \throws std::domain_error for ends that are not numbers or not in order.
template <any_figure Said, figure_value Value>
[[nodiscard]] constexpr figure_distance distance_from(const Said& said, const Value& low, const Value& high,
                                                      const figure_references& rests_on,
                                                      std::string_view reading = {}) {
    constexpr bool as_date = detail::asked_as_date<Said, Value>;
    constexpr bool is_of_the_kind_of_the_figure = as_date || std::same_as<detail::value_of_figure_t<Said>, Value>;
    static_assert(
        is_of_the_kind_of_the_figure,
        "distance_from: the values have another dimension than the figure; hold it against what is of its kind");
    if constexpr (is_of_the_kind_of_the_figure) {
        detail::value_ends ends{base_value_of(low), base_value_of(high)};
        ends.has_middle = ends.low == ends.high;
        ends.middle = ends.low;
        if constexpr (as_date) {
            return detail::measured_distance(said, detail::dates_of(said), ends, true, rests_on, reading);
        } else {
            constexpr bool is_date = std::same_as<Value, date>;
            return detail::measured_distance(said, detail::ends_of(said), ends, is_date, rests_on, reading);
        }
    }
}

/// Chosen only for arguments of the wrong kind, to say so in words.
template <class Said, class Known>
    requires(!any_figure<Said> || !any_figure<Known>)
constexpr figure_distance distance_from(const Said&, const Known&, std::string_view = {}) {
    static_assert(any_figure<Said>, "distance_from: the first argument must be a figure with its value, such as "
                                    "figures::amodei::training_cost_decline");
    static_assert(
        any_figure<Known> || !any_figure<Said>,
        "distance_from: the second argument must be a figure; give a value that was computed by its two ends and the "
        "figures that it rests on: distance_from(figure, low, high, {known})");
    return {};
}

namespace detail {

template <class = void>
[[nodiscard, gnu::cold]] std::string gap_text(const figure_gap& gap, const figure_distance& d);

}  // namespace detail

/// The distance in words: "8.2 billion USD above (× 1.1)", "0.417 years below (× 0.583); ends from 0.667 years below (× 0.333)
/// to within", "at least 150 billion USD above (× 2.5)", "6.05 months earlier", "within".
template <class = void>
[[nodiscard, gnu::cold]] std::string to_text(const figure_distance& d);

}  // namespace headway::figures

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/source/bodies/figure_distance.hpp>
#endif
