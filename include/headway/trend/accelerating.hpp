// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/trend/trend.hpp>

#include <headway/header_begin.hpp>

namespace headway {

namespace detail {

[[noreturn]] inline void no_value_after(double seconds) {
    throw std::domain_error("accelerating: no value after " + iso_text(seconds) +
                            ", where the doublings run into a limit; ask for an earlier date");
}
[[noreturn]] inline void no_value_before(double seconds) {
    throw std::domain_error("accelerating: no value before " + iso_text(seconds) +
                            ", where the slowing doublings begin; ask for a later date");
}

}  // namespace detail

/// Growth whose doublings get shorter (super-exponential) or longer (sub-exponential): the n-th doubling takes
/// T (1 - d)^n, n = 0, 1, ... With tau the time since the start, y = y0 2^n with n(tau) = ln(1 - d tau / T) / ln(1 - d),
/// which fills in between the doublings, and n = tau / T for d = 0. Made by `accelerating`.
/// For d > 0 the doublings run into a limit at the start + T / d; for d < 0 the curve has no value before the start - T / |d|.
template <class Dimension, class Number>
class accelerating_trend : public trend_base {
  public:
    using dimension = Dimension;
    using number_type = Number;

    /// \throws std::domain_error unless value and doubling time are above zero and finite, the shortening is finite and
    /// below 1 and the date in the calendar.
    constexpr accelerating_trend(const basic_date<Number>& at, const Number& base_value, const Number& doubling_seconds,
                                 const Number& shortening)
        : at_(at.seconds_since_1970()), value_(base_value), doubling_(doubling_seconds), shortening_(shortening) {
        detail::require_real_date("accelerating", "at", at);
        detail::require_above_zero("accelerating", "value", value_);
        detail::require_above_zero("accelerating", "first doubling time in seconds", doubling_);
        detail::require_finite("accelerating", "shortening", shortening_);
        if (!all_of(shortening_ < 1.0)) {
            detail::value_breaks_a_rule("accelerating", "shortening", "must be below 1",
                                        detail::offender(shortening_, [](double d) { return !(d < 1.0); }));
        }
    }

    /// \throws std::domain_error for a date at or after the limit (or before the beginning) that names that date.
    template <date_like Date>
    [[nodiscard]] constexpr auto operator()(const Date& when) const {
        using result = common_number_t<Number, detail::date_number_t<Date>>;
        const result spans = (detail::to_date(when).seconds_since_1970() - at_) / doubling_;
        const result used = shortening_ * spans;
        if (!all_of(used < 1.0)) {
            for (int i = 0; i < lanes_of<result>; ++i) {
                if (!(value_at(used, i) < 1.0)) outside(i, value_at(spans, i) < 0.0);
            }
        }
        const result d = shortening_;
        const auto steady = abs(d) < 1e-6;
        // Next to d = 0 the quotient loses its derivative, so the first terms of its series take over.
        const result slowly = spans * (1.0 + d * (spans - 1.0) * (0.5 + d * (4.0 * spans + 1.0) / 12.0));
        const result doublings = select(steady, slowly, result(log1p(-used) / log1p(-select(steady, result(0.5), d))));
        return quantity_or_number<Dimension>(value_ * exp(detail::ln2 * doublings));
    }

    /// The date, from the start on, at which the curve has the value `level`: after n = log2(level / y0) doublings,
    /// t0 + T (1 - (1 - d)^n) / d. Never for a level below the value at the start, which was passed before: `already_past` tells,
    /// `first_at_least` says from when on it is so, `date_of` when it was.
    /// \throws std::domain_error for a level that is not finite.
    template <class Level>
    [[nodiscard]] constexpr auto reaches(const Level& level) const {
        return detail::not_before(at_, date_of(level));
    }
    /// The date at which the curve, followed in both directions, has the value `level`; never for one not above zero.
    template <class Level>
    [[nodiscard]] constexpr auto date_of(const Level& level) const {
        auto value = detail::level_of<Dimension, Number>("accelerating", level);
        using result = decltype(value);
        const auto possible = value > 0.0;
        const result doublings = log(select(possible, value, result(1.0)) / value_) / detail::ln2;
        const result d = shortening_;
        const auto steady = abs(d) < 1e-6;
        const result slowly = doublings * (1.0 - d * (doublings - 1.0) * (0.5 - d * (doublings - 2.0) / 6.0));
        const result other = select(steady, result(0.5), d);
        const result spans = select(steady, slowly, result(-expm1(doublings * log1p(-other)) / other));
        return detail::date_where(possible, result(at_ + doubling_ * spans));
    }

    /// The date that the doublings run into, start + T / d; never unless d > 0.
    [[nodiscard]] constexpr auto limit() const {
        const auto has_one = shortening_ > 0.0;
        return detail::date_where(has_one, Number(at_ + doubling_ / select(has_one, shortening_, Number(1.0))));
    }
    [[nodiscard]] constexpr auto start() const noexcept { return basic_date<Number>::from_seconds_since_1970(at_); }
    [[nodiscard]] constexpr auto value_at_start() const noexcept { return quantity_or_number<Dimension>(value_); }

  private:
    constexpr void outside(int draw, bool before) const {
        const double edge = value_at(at_, draw) + value_at(doubling_, draw) / value_at(shortening_, draw);
        before ? detail::no_value_before(edge) : detail::no_value_after(edge);
    }

    Number at_;
    Number value_;
    Number doubling_;
    Number shortening_;
};

/// Growth that has this value at this date, doubles first within `first_doubling` and takes for every further doubling the
/// share `shortening` less: 0.1 makes each a tenth shorter than the one before, -0.1 a tenth longer, 0 is exponential.
/// \throws std::domain_error unless value and first doubling are above zero and finite, the shortening is below 1 and the
/// date in the calendar.
template <date_like At, detail::amount Value, time_like Span, class Shortening>
    requires std::same_as<detail::dimension_of<Shortening>, dimensionless>
[[nodiscard]] constexpr auto accelerating(const At& at, const Value& value, const Span& first_doubling,
                                          const Shortening& shortening) {
    using number_type = common_number_t<detail::date_number_t<At>, detail::number_of<Value>, time_number_t<Span>,
                                        detail::number_of<Shortening>>;
    return accelerating_trend<detail::dimension_of<Value>, number_type>(detail::to_date(at), detail::base_of(value),
                                                                        as_time(first_doubling).base_value(),
                                                                        detail::base_of(shortening));
}

/// Chosen only for arguments of the wrong kind, to say so in words.
template <class At, class Value, class Span, class Shortening>
constexpr auto accelerating(const At&, const Value&, const Span&, const Shortening&) {
    static_assert(date_like<At>, "accelerating: the first argument must be a date");
    static_assert(detail::amount<Value>, "accelerating: the second argument must be a quantity or a plain number");
    static_assert(time_like<Span>, "accelerating: the third argument, the first doubling, must be a span of time");
    static_assert(detail::amount<Shortening>,
                  "accelerating: the fourth argument, the shortening of each doubling, must be a plain number");
    return detail::wrong_arguments{};
}

}  // namespace headway

#include <headway/header_end.hpp>
