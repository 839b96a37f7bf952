// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <concepts>
#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>

#include <headway/quantity/date.hpp>
#include <headway/quantity/units.hpp>
#include <headway/source/article.hpp>

#include <headway/header_begin.hpp>

namespace headway::figures {

/// How sharp a figure is in its source; nothing may be read out of it that is sharper.
enum class precision {
    exact,     ///< a count, a year, an amount stated as such
    about,     ///< "about", "roughly", a rounded number
    at_least,  ///< a lower bound
    at_most,   ///< an upper bound
    order,     ///< an order of magnitude only: "tens of billions"; the number is the least such one
    range,     ///< two ends
    assumed,   ///< a hypothetical number of an argument
};

/// What a figure is in its source's argument.
enum class kind {
    observed,  ///< reported as a fact
    claimed,   ///< asserted, and contestable
    forecast,  ///< about a time to come
    assumed,   ///< a hypothesis, or a norm used in an argument
    derived,   ///< computed from other figures of the same source
};

[[nodiscard]] constexpr std::string_view to_text(precision p) noexcept {
    switch (p) {
    case precision::exact:
        return "exact";
    case precision::about:
        return "about";
    case precision::at_least:
        return "at least";
    case precision::at_most:
        return "at most";
    case precision::order:
        return "order of magnitude";
    case precision::range:
        return "range";
    case precision::assumed:
        return "assumed";
    }
    return "";
}

[[nodiscard]] constexpr std::string_view to_text(kind k) noexcept {
    switch (k) {
    case kind::observed:
        return "observed";
    case kind::claimed:
        return "claimed";
    case kind::forecast:
        return "forecast";
    case kind::assumed:
        return "assumed";
    case kind::derived:
        return "derived";
    }
    return "";
}

/// How a figure's number is printed. Filled in by the figure's constructor from its value, never by hand.
struct printed_number {
    enum class form { none, number, range, interval, sum };
    form as = form::none;
    /// Dates known to the year: no thousands separator, no unit.
    bool years = false;
    double number = 0.0;  ///< the value in `unit`; the low end where there is no value
    double low = 0.0;     ///< the low end, or the first summand, or again the value
    double high = 0.0;    ///< the high end, or the second summand, or again the value
    double level = 0.0;   ///< of an interval; 0 when the source does not state it
    std::string_view unit{};
    std::string_view prefix{};
};

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

    printed_number printed{};

    /// Who says it.
    [[nodiscard]] constexpr std::string_view speaker() const noexcept {
        return said_by.empty() ? source->speaker : said_by;
    }
    /// The unit in which the value is printed, "million USD"; behind words, that of the number that they stand for.
    [[nodiscard]] constexpr std::string_view unit() const noexcept { return printed.unit; }

    /// The same figure: same id in the same source, so that a copy equals its original.
    friend constexpr bool operator==(const figure_info& a, const figure_info& b) noexcept {
        return a.id == b.id && a.source->key == b.source->key;
    }
};

/// What a figure can be of: a plain number (a count, a share, a factor), a quantity or a date.
template <class T>
concept figure_value = std::same_as<T, double> || std::same_as<T, date> ||
    (any_quantity<T>&& std::same_as<typename T::number_type, double>);

/// The unit in which a figure is printed: `{million_usd, "million USD"}`, `{percent, "%"}`, `{1.0, "per year", "÷"}`.
template <figure_value Value>
struct shown_in {
    Value size;
    std::string_view unit;
    /// Printed before the number.
    std::string_view prefix;

    template <class Size>
    constexpr shown_in(const Size& unit_size, std::string_view unit_text, std::string_view before_the_number = {})
        : size(of_the_value(unit_size)), unit(unit_text), prefix(before_the_number) {}

  private:
    // The conversion fails for a unit of another dimension, and so names both dimensions.
    template <class Size>
    static constexpr Value of_the_value(const Size& unit_size) {
        const Value unit_of_this_dimension = unit_size;
        return unit_of_this_dimension;
    }
};
/// A date is printed as its year, so its unit is `{}`: no date in the sources is known more closely.
template <>
struct shown_in<date> {
    std::string_view unit{};
    std::string_view prefix{};
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
[[noreturn, gnu::cold]] inline void figure_has_no_starting_date(std::string_view id) {
    throw std::domain_error("earliest_date, latest_date: " + std::string(id) +
                            " is not counted from the date of its source; add it to a date of your own");
}

template <figure_value Value>
[[nodiscard]] constexpr double number_in(const Value& value, const shown_in<Value>& shown) {
    if constexpr (std::same_as<Value, double>) {
        return value / shown.size;
    } else if constexpr (std::same_as<Value, date>) {
        return floor(value.decimal_year());
    } else {
        return value.in(shown.size);
    }
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

namespace detail {

[[nodiscard]] constexpr const article& start_of(const figure_info& span) {
    if (!span.from_source_date || span.source->key.empty()) figure_has_no_starting_date(span.id);
    return *span.source;
}

}  // namespace detail

/// The first date that a span stated "from now" can end on: the source's earliest day plus the low end, and that day
/// itself for a span of at most so long. \throws std::domain_error for a span not counted from the source's date.
[[nodiscard]] constexpr date earliest_date(const figure_range<quantity<dim::time>>& span) {
    return detail::start_of(span).earliest + span.low;
}
[[nodiscard]] constexpr date earliest_date(const figure<quantity<dim::time>>& span) {
    const date start = detail::start_of(span).earliest;
    return span.precision == precision::at_most ? start : start + span.value;
}
/// The last date that it can end on: the source's latest day plus the high end, and never for a span of at least so
/// long. \throws std::domain_error for a span not counted from the source's date.
[[nodiscard]] constexpr date latest_date(const figure_range<quantity<dim::time>>& span) {
    return detail::start_of(span).latest + span.high;
}
[[nodiscard]] constexpr date latest_date(const figure<quantity<dim::time>>& span) {
    const date start = detail::start_of(span).latest;
    return span.precision == precision::at_least ? date::never() : start + span.value;
}

/// A list of figures of any kind, in the order of the source; iterates as `const figure_info&`.
class figure_list {
  public:
    class iterator {
      public:
        using value_type = figure_info;
        using difference_type = std::ptrdiff_t;

        constexpr iterator() noexcept = default;
        explicit constexpr iterator(const figure_info* const* at) noexcept : at_(at) {}
        constexpr const figure_info& operator*() const noexcept { return **at_; }
        constexpr const figure_info* operator->() const noexcept { return *at_; }
        constexpr iterator& operator++() noexcept {
            ++at_;
            return *this;
        }
        constexpr iterator operator++(int) noexcept { return iterator(at_++); }
        friend constexpr bool operator==(const iterator&, const iterator&) noexcept = default;

      private:
        const figure_info* const* at_ = nullptr;
    };

    /// Refers to an array of pointers to figures, which must outlive the list.
    template <std::size_t Size>
    explicit constexpr figure_list(const figure_info* const (&figures)[Size]) noexcept : first_(figures), size_(Size) {}

    [[nodiscard]] constexpr iterator begin() const noexcept { return iterator(first_); }
    [[nodiscard]] constexpr iterator end() const noexcept { return iterator(first_ + size_); }
    [[nodiscard]] constexpr std::size_t size() const noexcept { return size_; }
    [[nodiscard]] constexpr const figure_info& operator[](std::size_t i) const noexcept { return *first_[i]; }
    /// The figure of that id, or null.
    [[nodiscard]] constexpr const figure_info* find(std::string_view id) const noexcept {
        for (std::size_t i = 0; i < size_; ++i) {
            if (first_[i]->id == id) return first_[i];
        }
        return nullptr;
    }

  private:
    const figure_info* const* first_ = nullptr;
    std::size_t size_ = 0;
};

}  // namespace headway::figures

#include <headway/header_end.hpp>
