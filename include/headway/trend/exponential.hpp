// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/trend/trend.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// Exponential growth or decline, y(t) = y0 exp(mu (t - t0)); made by `exponential`.
/// Evaluation costs what the formula on plain numbers costs; it checks nothing: a result beyond the number range is
/// infinite or zero, and dates must be dates in the calendar, not never.
template <class Dimension, class Number>
class exponential_trend : public trend_base {
  public:
    using dimension = Dimension;
    using number_type = Number;

    /// \throws std::domain_error unless the value is above zero and finite, the date in the calendar and the rate finite.
    // Not inlined: the checks would take registers from a loop over dates in the same function.
    [[gnu::noinline]] constexpr exponential_trend(const basic_date<Number>& at, const Number& base_value, const Number& rate_per_second)
        : at_(at.seconds_since_1970()), value_(base_value), rate_(rate_per_second) {
        detail::require_real_date("exponential", "at", at);
        detail::require_above_zero("exponential", "value", base_value);
        detail::require_finite("exponential", "growth rate per second", rate_);
    }

    template <date_like Date>
    [[nodiscard]] constexpr auto operator()(const Date& when) const {
        return quantity_or_number<Dimension>(value_ *
                                             exp(rate_ * (detail::to_date(when).seconds_since_1970() - at_)));
    }

    /// The date, from the start on, at which the curve has the value `level`: t0 + ln(level / y0) / mu.
    /// Never where the curve moves away from the level or stands still, and for a level that is not above zero. So never,
    /// too, for a level that was passed before the start: `already_past` tells this from a level that is never had,
    /// `first_at_least` and `first_at_most` say from when on it is so, and `date_of` when it was.
    /// \throws std::domain_error for a level that is not finite.
    template <class Level>
    [[nodiscard]] constexpr auto reaches(const Level& level) const {
        return detail::not_before(at_, date_of(level));
    }

    /// The date at which the curve, followed in both directions, has the value `level`; it may lie before the start.
    /// Never for a level that is not above zero, and for a growth of zero unless the level is the value (then the start).
    /// \throws std::domain_error for a level that is not finite.
    template <class Level>
    [[nodiscard]] constexpr auto date_of(const Level& level) const {
        auto value = detail::level_of<Dimension, Number>("exponential", level);
        using result = decltype(value);
        const result rate = rate_;
        const auto possible = value > 0.0;
        const auto flat = rate == 0.0;
        const result log_ratio = log(select(possible, value, result(1.0)) / value_);
        const result seconds = at_ + log_ratio / select(flat, result(1.0), rate);
        return detail::date_where(possible && (!flat || log_ratio == 0.0), seconds);
    }

    /// t0, the date at which the value was stated.
    [[nodiscard]] constexpr basic_date<Number> start() const noexcept {
        return basic_date<Number>::from_seconds_since_1970(at_);
    }
    /// y0, the value at the start.
    [[nodiscard]] constexpr auto value_at_start() const noexcept { return quantity_or_number<Dimension>(value_); }
    /// mu as a growth.
    [[nodiscard]] constexpr auto growth() const noexcept { return basic_growth<Number>::from_rate_per_second(rate_); }

    /// The integral over time from a to b: y(a) (exp(mu (b - a)) - 1) / mu.
    template <class A, class B>
    [[nodiscard]] constexpr auto integral(const basic_date<A>& first, const basic_date<B>& last) const {
        const auto span = last.seconds_since_1970() - first.seconds_since_1970();
        return quantity_or_number<multiplied<Dimension, dim::time>>(detail::base_of((*this)(first)) * span *
                                                                    detail::mean_growth(rate_ * span));
    }

  private:
    Number at_;
    Number value_;
    Number rate_;
};

/// Whether a trend is an exponential by type, so that its growth and its closed forms are at hand.
template <class T>
inline constexpr bool is_exponential = false;
template <class Dimension, class Number>
inline constexpr bool is_exponential<exponential_trend<Dimension, Number>> = true;
template <class T>
inline constexpr bool is_exponential<const T> = is_exponential<T>;

/// The trend that has this value at this date and grows (or falls) exponentially: y(t) = value exp(mu (t - at)).
/// `value` is a quantity or a plain number above zero; the rate is a growth: `grows_by_factor`, `halves_every`, ...
/// \throws std::domain_error unless the value is above zero and finite and the date in the calendar.
template <date_like At, detail::amount Value, class Rate>
[[nodiscard]] constexpr auto exponential(const At& at, const Value& value, const basic_growth<Rate>& rate) {
    using number_type = common_number_t<detail::date_number_t<At>, detail::number_of<Value>, Rate>;
    return exponential_trend<detail::dimension_of<Value>, number_type>(detail::to_date(at), detail::base_of(value),
                                                                           rate.rate_per_second());
}

/// Chosen only for arguments of the wrong kind, to say so in words.
template <class At, class Value, class Growth>
constexpr auto exponential(const At&, const Value&, const Growth&) {
    static_assert(date_like<At>, "exponential: the first argument must be a date, such as date(2024y / 3 / 1)");
    static_assert(detail::amount<Value>, "exponential: the second argument must be a quantity or a plain number");
    static_assert(is_growth<Growth>, "exponential: the third argument must be a growth, such as "
                                     "grows_by_factor(4.0, year) or halves_every(6.0 * month)");
    return detail::wrong_arguments{};
}

}  // namespace headway

#include <headway/header_end.hpp>
