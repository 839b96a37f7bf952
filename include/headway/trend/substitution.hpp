// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/trend/trend.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// Fisher-Pry substitution (Fisher and Pry 1971): a new technology's share s, whose ratio to the old one's, s / (1 - s),
/// grows exponentially. Values are plain numbers between 0 and 1. Made by `substitution`.
template <class Number>
class substitution_trend : public trend_base {
  public:
    using number_type = Number;

    /// \throws std::domain_error unless the date is in the calendar, the share between 0 and 1 and the rate finite.
    constexpr substitution_trend(const basic_date<Number>& at, const Number& share, const Number& rate_per_second)
        : at_(at.seconds_since_1970()), rate_(rate_per_second) {
        detail::require_real_date("substitution", "at", at);
        if (!all_of(share > 0.0 && share < 1.0)) {
            detail::value_breaks_a_rule("substitution", "share", "must be above 0 and below 1",
                                        detail::offender(share, [](double s) { return !(s > 0.0 && s < 1.0); }));
        }
        detail::require_finite("substitution", "growth rate of the ratio per second", rate_);
        log_ratio_ = log(share / (1.0 - share));
    }

    template <date_like Date>
    [[nodiscard]] constexpr auto operator()(const Date& when) const {
        return detail::logistic_share(log_ratio_ + rate_ * (detail::to_date(when).seconds_since_1970() - at_));
    }

    /// The date, from the start on, at which the share is `share`: t0 + (ln(s / (1 - s)) - ln(s0 / (1 - s0))) / mu. Never
    /// where the share moves away from it or stands still, and for what is not between 0 and 1.
    /// A share passed before the start is never reached from it on, too: `already_past` tells, `first_at_least` and
    /// `first_at_most` say from when on it is so, `date_of` when it was. \throws std::domain_error for a share that is not finite.
    template <class Share>
    [[nodiscard]] constexpr auto reaches(const Share& share) const {
        return detail::not_before(at_, date_of(share));
    }
    /// The date at which the curve, followed in both directions, has this share.
    template <class Share>
    [[nodiscard]] constexpr auto date_of(const Share& share) const {
        auto value = detail::level_of<dimensionless, Number>("substitution", share);
        using result = decltype(value);
        const result rate = rate_;
        const auto possible = value > 0.0 && value < 1.0;
        const result inside = select(possible, value, result(0.5));
        const auto flat = rate == 0.0;
        const result distance = log(inside / (1.0 - inside)) - log_ratio_;
        const result seconds = at_ + distance / select(flat, result(1.0), rate);
        return detail::date_where(possible && (!flat || distance == 0.0), seconds);
    }
    /// The date of equal shares, also before the start; never where the ratio stands still elsewhere.
    [[nodiscard]] constexpr auto midpoint() const { return date_of(0.5); }

    [[nodiscard]] constexpr auto start() const noexcept { return basic_date<Number>::from_seconds_since_1970(at_); }
    [[nodiscard]] constexpr auto growth_of_the_ratio() const noexcept {
        return basic_growth<Number>::from_rate_per_second(rate_);
    }

  private:
    Number at_;
    Number log_ratio_{};
    Number rate_;
};

/// The share of a new technology that has this share at this date and whose ratio to the old one's grows (or falls)
/// exponentially. \throws std::domain_error unless the share is above 0 and below 1 and the date in the calendar.
template <date_like At, class Share, class Rate>
    requires std::same_as<detail::dimension_of<Share>, dimensionless>
[[nodiscard]] constexpr auto substitution(const At& at, const Share& share, const basic_growth<Rate>& growth_of_the_ratio) {
    using number_type = common_number_t<detail::date_number_t<At>, detail::number_of<Share>, Rate>;
    return substitution_trend<number_type>(detail::to_date(at), detail::base_of(share),
                                           growth_of_the_ratio.rate_per_second());
}

/// Chosen only for arguments of the wrong kind, to say so in words.
template <class At, class Share, class Growth>
constexpr auto substitution(const At&, const Share&, const Growth&) {
    static_assert(date_like<At>, "substitution: the first argument must be a date");
    static_assert(detail::amount<Share>, "substitution: the second argument, the share, must be a plain number");
    static_assert(is_growth<Growth>, "substitution: the third argument must be a growth, that of share / (1 - share)");
    return detail::wrong_arguments{};
}

}  // namespace headway

#include <headway/header_end.hpp>
