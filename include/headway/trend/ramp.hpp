// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/trend/trend.hpp>

#include <headway/header_begin.hpp>

namespace headway {

namespace detail {

/// What of a rise in a straight line from 0 to 1 over a span is done so long after its start; a span of zero is at once.
template <class Number>
[[nodiscard]] constexpr Number ramp_share(const Number& since, const Number& span) noexcept {
    const auto at_once = span == 0.0;
    const Number rising = min(max(Number(since / select(at_once, Number(1.0), span)), Number(0.0)), Number(1.0));
    return select(at_once, select(since >= 0.0, Number(1.0), Number(0.0)), rising);
}

}  // namespace detail

/// A ramp from the day a plant opens: the share of its capacity that runs, 0 before the opening, rising in a straight line
/// to 1 over a span. Made by `ramp_up`.
template <class Number>
class ramp_trend : public trend_base {
  public:
    using number_type = Number;

    constexpr ramp_trend(const basic_date<Number>& opens, const quantity<dim::time, Number>& span)
        : opens_(opens.seconds_since_1970()), span_(span.base_value()) {
        detail::require_real_date("ramp_up", "opening date", opens);
        detail::require_not_negative("ramp_up", "span in seconds", span_);
    }

    template <date_like Date>
    [[nodiscard]] constexpr auto operator()(const Date& when) const {
        using result = common_number_t<Number, detail::date_number_t<Date>>;
        return detail::ramp_share(result(detail::to_date(when).seconds_since_1970() - opens_), result(span_));
    }
    /// The integral over time: half a ramp's span is lost.
    template <class A, class B>
    [[nodiscard]] constexpr auto integral(const basic_date<A>& first, const basic_date<B>& last) const {
        using result = common_number_t<Number, A, B>;
        const auto from_opening = [&](const result& seconds) {
            const result since = max(result(seconds - opens_), result(0.0));
            const result span = span_;
            const result inside = min(since, span);
            const result safe = select(span == 0.0, result(1.0), span);
            return result(0.5 * inside * inside / safe + (since - inside));
        };
        return quantity<dim::time, result>::from_base_value(from_opening(last.seconds_since_1970()) -
                                                            from_opening(first.seconds_since_1970()));
    }
    template <class Visitor>
    constexpr void visit_breakpoints(const Visitor& visitor) const {
        visitor(basic_date<Number>::from_seconds_since_1970(opens_));
        visitor(basic_date<Number>::from_seconds_since_1970(opens_ + span_));
    }

  private:
    Number opens_;
    Number span_;
};

/// The share of its capacity at which a plant runs that opens on a date and comes up in a straight line over a span; zero
/// for at once. Any other trend of a share serves as a ramp too. \throws std::domain_error for a negative span.
template <date_like Opens, time_like Span>
[[nodiscard]] constexpr auto ramp_up(const Opens& opens, const Span& span) {
    using number_type = common_number_t<detail::date_number_t<Opens>, time_number_t<Span>>;
    return ramp_trend<number_type>(detail::to_date(opens), as_time(span));
}

}  // namespace headway

#include <headway/header_end.hpp>
