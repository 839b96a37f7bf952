// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <concepts>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>

#include <headway/quantity/units.hpp>
#include <headway/source/article.hpp>
#include <headway/source/figure_references.hpp>
#include <headway/source/grade.hpp>
#include <headway/source/precision.hpp>
#include <headway/source/printed_number.hpp>
#include <headway/source/stated_day.hpp>

#include <headway/header_begin.hpp>

namespace headway::figures {

/// What every figure has, whatever its value: identity, source, sharpness, notes. Lists and reports hold figures by
/// this type; the typed value is in `figure`, `figure_range` and their kin.
struct figure_info {
    /// The constant's name in the namespace of its source.
    std::string_view id{};
    /// What is measured, in a few words.
    std::string_view what{};
    /// The article or publication; never null.
    const article* source = &no_source;
    figures::precision precision = figures::precision::exact;
    figures::kind kind = figures::kind::observed;
    /// The speaker quotes this claim in order to reject it.
    bool rejected = false;
    /// Who says it, where that is not the source's speaker.
    std::string_view said_by{};
    /// On whose word the speaker says it: "SemiAnalysis"; empty for the speaker's own.
    std::string_view via{};
    /// A span of time counted from the day of the source: see `earliest_date` and `latest_date`.
    bool from_source_date = false;
    /// The source's words, where a number printed in digits would say more than they do: "tens of billions of USD".
    std::string_view words{};
    /// Which model takes it; empty for a figure that is only listed.
    std::string_view feeds{};
    /// What a user must know before using it; traps of the source.
    std::string_view note{};
    /// The day of the statement, where that is not the day of the source; see `said_on`.
    stated_day as_of{};
    /// How it was verified, as a grade and in words: "A, page"; none for the articles' own figures.
    figures::grade grade = figures::grade::none;
    std::string_view read{};
    /// The figures on which it bears.
    figure_references checks{};

    printed_number printed{};

    /// Who says it.
    [[nodiscard]] constexpr std::string_view speaker() const noexcept {
        return said_by.empty() ? source->speaker : said_by;
    }
    /// When it was said, as far as that is known.
    [[nodiscard]] constexpr stated_day said_on() const noexcept {
        return as_of.is_stated() ? as_of : stated_day{source->date_text, source->earliest, source->latest};
    }
    /// It bears on the other figure.
    [[nodiscard]] constexpr bool bears_on(const figure_info& other) const noexcept {
        for (const figure_info* f : checks) {
            if (*f == other) return true;
        }
        return false;
    }
    /// The unit in which the value is printed, "million USD"; behind words, that of the number that they stand for.
    [[nodiscard]] constexpr std::string_view unit() const noexcept { return printed.unit; }

    /// The same figure: same id in the same source, so that a copy equals its original.
    friend constexpr bool operator==(const figure_info& a, const figure_info& b) noexcept {
        return a.id == b.id && a.source->key == b.source->key;
    }
};

namespace detail {

[[noreturn, gnu::cold]] inline void low_end_is_above_high_end(std::string_view function, std::string_view id) {
    throw std::domain_error(std::string(function) + ": the low end of " + std::string(id) +
                            " must not be above its high end; give low, then high");
}
[[noreturn, gnu::cold]] inline void level_is_not_between_0_and_1(std::string_view id) {
    throw std::domain_error("figure_with_interval: the level of " + std::string(id) +
                            " must be above 0 and below 1, or 0 where the source does not state it");
}

template <figure_value Value>
constexpr void print_ends(printed_number& printed, printed_number::form as, const Value& low, const Value& high,
                          const shown_in<Value>& shown) {
    printed.as = as;
    printed.low = number_in(low, shown);
    printed.high = number_in(high, shown);
    headway::detail::require_finite("figure", "value in its unit", printed.low);
    headway::detail::require_finite("figure", "value in its unit", printed.high);
}

template <figure_value Value>
[[nodiscard]] constexpr figure_info with_printed(figure_info info, printed_number::form as, const Value& low,
                                                 const Value& high, const shown_in<Value>& shown) {
    info.printed.years = std::same_as<Value, date>;
    info.printed.number = number_in(low, shown);
    info.printed.unit = shown.unit;
    info.printed.unit_size = unit_size_of(shown);
    info.printed.prefix = shown.prefix;
    print_ends(info.printed, as, low, high, shown);
    return info;
}

template <figure_value Value>
constexpr void require_ordered(std::string_view function, std::string_view id, const Value& low, const Value& high) {
    if (!(low <= high)) low_end_is_above_high_end(function, id);
}

}  // namespace detail

/// A figure of one number, `f.value`. A date known to the year is the first day of that year.
/// \throws std::domain_error when the value is not finite, or its unit is zero (so do the other figures).
template <figure_value Value>
struct figure : figure_info {
    Value value;

    constexpr figure(Value number, shown_in<Value> shown, figure_info info)
        : figure_info(detail::with_printed(info, printed_number::form::number, number, number, shown)), value(number) {}
};

/// A figure of two ends, `f.low` and `f.high`, without a number between them.
/// Years run from the first day of `low` to the last day of `high`. \throws std::domain_error when low > high.
template <figure_value Value>
struct figure_range : figure_info {
    Value low;
    Value high;

    constexpr figure_range(Value from, Value to, shown_in<Value> shown, figure_info info)
        : figure_info(detail::with_printed(info, printed_number::form::range, from, to, shown)), low(from), high(to) {
        detail::require_ordered("figure_range", info.id, low, high);
    }
};

/// A range with the part of it that the speaker stresses, `core_low` to `core_high`.
/// \throws std::domain_error unless low <= core_low <= core_high <= high.
template <figure_value Value>
struct figure_range_with_core : figure_range<Value> {
    Value core_low;
    Value core_high;

    constexpr figure_range_with_core(Value from, Value core_from, Value core_to, Value to, shown_in<Value> shown,
                                     figure_info info)
        : figure_range<Value>(from, to, shown, info), core_low(core_from), core_high(core_to) {
        detail::require_ordered("figure_range_with_core", info.id, from, core_low);
        detail::require_ordered("figure_range_with_core", info.id, core_low, core_high);
        detail::require_ordered("figure_range_with_core", info.id, core_high, to);
    }
};

/// A measured number with its interval: `f.value`, `f.low`, `f.high` and the interval's `f.level` (0.95 for 95 %), which
/// is 0 where the source does not state it.
/// \throws std::domain_error unless low <= value <= high and the level is 0 or between 0 and 1.
template <figure_value Value>
struct figure_with_interval : figure<Value> {
    Value low;
    Value high;
    double level;

    constexpr figure_with_interval(Value number, Value from, Value to, double interval_level, shown_in<Value> shown,
                                   figure_info info)
        : figure<Value>(number, shown, info), low(from), high(to), level(interval_level) {
        detail::require_ordered("figure_with_interval", info.id, from, number);
        detail::require_ordered("figure_with_interval", info.id, number, to);
        if (!(level >= 0.0 && level < 1.0)) detail::level_is_not_between_0_and_1(info.id);
        detail::print_ends(this->printed, printed_number::form::interval, from, to, shown);
        this->printed.level = level;
    }
};

/// A figure stated as two stages, `f.first` and `f.second`, whose sum is `f.value`.
template <figure_value Value>
struct figure_of_two_stages : figure<Value> {
    Value first;
    Value second;

    constexpr figure_of_two_stages(Value one, Value two, shown_in<Value> shown, figure_info info)
        : figure<Value>(one + two, shown, info), first(one), second(two) {
        detail::print_ends(this->printed, printed_number::form::sum, one, two, shown);
    }
};

/// Any typed figure.
template <class T>
concept any_figure =
    std::derived_from<std::remove_cvref_t<T>, figure_info> && !std::same_as<std::remove_cvref_t<T>, figure_info>;
/// A figure that has one number, `value`.
template <class T>
concept figure_with_value = any_figure<T> && requires(const std::remove_cvref_t<T>& f) {
    f.value;
};
/// A figure that has two ends, `low` and `high`.
template <class T>
concept figure_with_ends = any_figure<T> && requires(const std::remove_cvref_t<T>& f) {
    f.low;
    f.high;
};

}  // namespace headway::figures

#include <headway/header_end.hpp>
