// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/trend/ramp.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// A time of shortage as a factor on a price, where demand and supply are not known; made by `scarcity_episode`.
template <class Number>
class scarcity_episode_trend : public trend_base {
  public:
    using number_type = Number;

    constexpr scarcity_episode_trend(const basic_date<Number>& from, const basic_date<Number>& until,
                                     const Number& peak, const quantity<dim::time, Number>& rise,
                                     const quantity<dim::time, Number>& fall)
        : from_(from), until_(until), log_peak_(log(peak)), rise_(rise.base_value()), fall_(fall.base_value()) {}

    /// \throws std::domain_error on a date that is not in the calendar: what is neither before the end nor after it has no price.
    template <date_like Date>
    [[nodiscard]] constexpr auto operator()(const Date& when) const {
        using result = common_number_t<Number, detail::date_number_t<Date>>;
        detail::require_real_date("scarcity_episode", "date", detail::to_date(when));
        const result t = detail::to_date(when).seconds_since_1970();
        const result until = until_.seconds_since_1970();
        const result risen = detail::ramp_share(result(min(t, until) - from_.seconds_since_1970()), result(rise_));
        const result fallen = detail::ramp_share(result(t - until), result(fall_));
        return result(exp(log_peak_ * risen * (1.0 - fallen)));
    }
    template <class Visitor>
    constexpr void visit_breakpoints(const Visitor& visitor) const {
        visitor(from_);
        visitor(from_ + quantity<dim::time, Number>::from_base_value(rise_));
        visitor(until_);
        visitor(basic_date<Number>::from_seconds_since_1970(until_.seconds_since_1970() + fall_));
    }
    [[nodiscard]] constexpr const basic_date<Number>& from() const noexcept { return from_; }
    [[nodiscard]] constexpr const basic_date<Number>& until() const noexcept { return until_; }

  private:
    basic_date<Number> from_;
    basic_date<Number> until_;
    Number log_peak_;
    Number rise_;
    Number fall_;
};

namespace detail {

[[noreturn, gnu::cold]] inline void episode_ends_before_it_starts(double from, double until) {
    throw std::domain_error("scarcity_episode: it must not end before it starts, got " + iso_text(until) +
                            " after a start on " + iso_text(from) + "; date::never() where no end is known");
}

}  // namespace detail

/// A time of shortage as a factor on a price, P^(r(t) (1 - f(t))): 1 until `from`; then it grows by constant growth, so
/// that it reaches `peak` P after `rise`, and stays there; from `until` on it falls by constant growth over `fall` to 1. An
/// end before the rise is over is allowed: it falls from what was reached. r and f are `ramp_up`s of 0 to 1; zero for at once.
/// `price * scarcity_episode(2025y / 9 / 1, date::never(), 1.8, 9.0 * month, 6.0 * month)`.
/// \param until never, where no end is known. \param peak at least 1, of the price of plenty.
/// \throws std::domain_error for an end before the start, a start that is not in the calendar, a peak below 1 and negative
/// spans.
template <date_like From, date_like Until, detail::amount Peak, time_like Rise, time_like Fall>
[[nodiscard]] constexpr auto scarcity_episode(const From& from, const Until& until, const Peak& peak, const Rise& rise,
                                              const Fall& fall) {
    using number_type = common_number_t<detail::date_number_t<From>, detail::date_number_t<Until>,
                                        detail::number_of<Peak>, time_number_t<Rise>, time_number_t<Fall>>;
    const basic_date<number_type> start = detail::to_date(from);
    const basic_date<number_type> end = detail::to_date(until);
    const auto most = detail::base_of_dimension<dimensionless>(peak);
    detail::require_real_date("scarcity_episode", "start", start);
    for (int i = 0; i < lanes_of<number_type>; ++i) {
        const double first = value_at(start.seconds_since_1970(), i);
        const double last = value_at(end.seconds_since_1970(), i);
        if (!(last >= first)) detail::episode_ends_before_it_starts(first, last);
    }
    if (!all_of(most >= 1.0 && most < no_limit)) {
        detail::value_breaks_a_rule("scarcity_episode", "peak (of the price of plenty)",
                                    "must be finite and >= 1, as a shortage makes nothing cheaper",
                                    detail::offender(most, [](double m) { return !(m >= 1.0 && m < no_limit); }));
    }
    detail::require_not_negative("scarcity_episode", "rise in seconds", as_time(rise).base_value());
    detail::require_not_negative("scarcity_episode", "fall in seconds", as_time(fall).base_value());
    return scarcity_episode_trend<number_type>(start, end, most, as_time(rise), as_time(fall));
}

/// Chosen only for arguments of the wrong kind, to say so in words.
template <class From, class Until, class Peak, class Rise, class Fall>
constexpr auto scarcity_episode(const From&, const Until&, const Peak&, const Rise&, const Fall&) {
    static_assert(date_like<From> && date_like<Until>,
                  "scarcity_episode: the first two arguments, from and until, must be dates, such as 2025y / 9 / 1 and "
                  "date::never()");
    static_assert(detail::amount<Peak>,
                  "scarcity_episode: the third argument, the peak, must be a factor, such as 1.8");
    static_assert(
        time_like<Rise> && time_like<Fall>,
        "scarcity_episode: the last two arguments, rise and fall, must be spans of time, such as 9.0 * month");
    return detail::wrong_arguments{};
}
template <class... Arguments>
    requires(sizeof...(Arguments) != 5)
constexpr auto scarcity_episode(const Arguments&...) {
    constexpr bool there_are_five_arguments = sizeof...(Arguments) == 5;
    static_assert(
        there_are_five_arguments,
        "scarcity_episode: it takes from, until, peak, rise and fall, such as scarcity_episode(2025y / 9 / 1, "
        "date::never(), 1.8, 9.0 * month, 6.0 * month)");
    return detail::wrong_arguments{};
}

}  // namespace headway

#include <headway/header_end.hpp>
