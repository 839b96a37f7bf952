// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>

#include <headway/assumption/assumption_record.hpp>
#include <headway/belief/makers.hpp>
#include <headway/belief/truncated.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// The values of an input from one to another: `value_range(2.0, 3.5)`, `value_range(1.0 * million_usd, 5.0 * million_usd)`.
template <any_value T>
struct value_range {
    T low;
    T high;

    /// \throws std::domain_error unless low < high and both are finite.
    constexpr value_range(const T& from, const T& to) : low(from), high(to) {
        const double lo = base_value_of(low);
        const double hi = base_value_of(high);
        const auto m = detail::maker_of<T>("value_range");
        if (!(lo < hi)) detail::value_breaks_a_rule("value_range", "low", "must be below high", lo);
        m.finite("low", lo);
        m.finite("high", hi);
    }
    template <believable Low, believable High>
    constexpr value_range(const Low& from, const High& to)
        : value_range(T(exactly(from).quantile(0.5)), T(exactly(to).quantile(0.5))) {}
};
template <believable Low, believable High>
value_range(const Low&, const High&) -> value_range<typename decltype(exactly(std::declval<const Low&>()))::value_type>;

/// A part of a belief, whatever it is about, by probabilities: `level_range(0.9, 1.0)` is its upper tenth.
struct level_range {
    double low;
    double high;

    /// \throws std::domain_error unless 0 <= low < high <= 1.
    constexpr level_range(double from, double to) : low(from), high(to) {
        if (!(low >= 0.0 && low < high)) {
            detail::value_breaks_a_rule("level_range", "low", "must be at least 0 and below high", low);
        }
        if (!(high <= 1.0)) detail::value_breaks_a_rule("level_range", "high", "must be at most 1", high);
    }
};

namespace detail {

/// Either of them, of an input of type T.
template <any_value T>
struct input_range {
    double low = 0.001;
    double high = 0.999;
    bool are_levels = true;

    constexpr input_range() noexcept = default;
    constexpr input_range(const level_range& r) noexcept : low(r.low), high(r.high) {}  // NOLINT: implicit, it is one
    template <any_value Other>
    constexpr input_range(const value_range<Other>& r) noexcept  // NOLINT
        : low(base_value_of(r.low)), high(base_value_of(r.high)), are_levels(false) {
        constexpr bool range_has_the_dimension = std::same_as<Other, T>;
        static_assert(range_has_the_dimension,
                      "value_range: it has another dimension than the assumption it is a range of");
    }

    /// The probability of each of so many places from one end to the other; the values there.
    [[nodiscard]] double low_of(const assumption_record& input) const {
        return are_levels ? input.base_quantile(low) : low;
    }
    [[nodiscard]] double high_of(const assumption_record& input) const {
        return are_levels ? input.base_quantile(high) : high;
    }
};

/// The belief given that the value lies in the range; values with a probability of their own are in it or not, whole.
template <any_value T>
[[nodiscard, gnu::cold]] belief<T> confined(const char* function, const assumption_record& input,
                                            const input_range<T>& range) {
    const belief<T> whole(input.parts());
    const double lo = range.low_of(input);
    const double hi = range.high_of(input);
    if (lo == hi) return belief<T>(value_from_base<T>(lo));
    const T low = value_from_base<T>(lo);
    const T high = value_from_base<T>(hi);
    const auto [least, greatest] = whole.support();
    const bool outside = hi < base_value_of(least) || lo > base_value_of(greatest);
    const bool is_empty = !(whole.cdf(high) - whole.cdf(low) + whole.mass(low) > 0.0) &&
                          !(whole.survival(low) - whole.survival(high) + whole.mass(low) > 0.0);
    if (outside || is_empty) {
        throw std::domain_error(std::string(function) + ": \"" + std::string(input.name) +
                                "\" is believed to lie between " + input.text(base_value_of(least), 4) + " and " +
                                input.text(base_value_of(greatest), 4) + ", with no probability between " +
                                input.text(lo, 4) + " and " + input.text(hi, 4) +
                                "; give a range within the belief, such as level_range(0.9, 1.0)");
    }
    if (whole.shape() == belief_shape::exactly) return whole;
    return truncated(whole, low, high);
}

/// "between 2 and 3.5", "below its 10 % quantile, 3.21".
template <any_value T>
[[nodiscard, gnu::cold]] std::string range_text(const assumption_record& input, const input_range<T>& range) {
    const std::string low = input.text(range.low_of(input), 3);
    const std::string high = input.text(range.high_of(input), 3);
    if (!range.are_levels) return "between " + low + " and " + high;
    const auto percent = [](double p) { return to_text(100.0 * p, 4) + " %"; };
    if (range.low == 0.0 && range.high == 1.0) return "as believed";
    if (range.low == 0.0) return "below its " + percent(range.high) + " quantile, " + high;
    if (range.high == 1.0) return "above its " + percent(range.low) + " quantile, " + low;
    return "between its " + percent(range.low) + " and " + percent(range.high) + " quantiles, " + low + " and " + high;
}

}  // namespace detail

}  // namespace headway

#include <headway/header_end.hpp>
