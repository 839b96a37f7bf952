// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/trend/detail/hooks.hpp>
#include <headway/trend/detail/quadrature.hpp>

#include <headway/header_begin.hpp>

namespace headway {

namespace detail {

[[noreturn]] inline void integral_runs_backwards(double first, double last) {
    throw std::domain_error("cumulative: the last date must not be before the first (" + iso_text(first) + "), got " +
                            iso_text(last));
}

}  // namespace detail

/// The integral of a trend over time from `first` to `last`: of money per year, money; of chips, chip-years.
/// Closed form for constants, exponentials, logistics, tables and steps, for multiples, sums, differences and lags of these
/// and for pieces made of them. Otherwise adaptive Gauss-Lobatto quadrature, cut at the dates at which the trend is known to
/// jump or bend, to about 1e-10 of the integral of the trend's absolute value, 1e-9 with jumps at dates that it does not
/// know, and 1e-8 for gradients.
///
/// It looks at the trend at least every 7.2 days (a spike of ten days is seen in thirty years; in spans above 1365 years at
/// least every 1/70 000 of the span), and in a span of a month or less at 17 places and more. No rule that looks at single
/// dates can know what goes on between them: a spike that is over sooner, or whose flanks vanish but for that, is not seen.
/// Give it a date that the trend tells of, as `piecewise`, `steps` or `from` do, or integrate over shorter spans.
/// A drawn path, whatever it is hidden in, is integrated over each of its lines of less than a day, by seven looks at each. Only
/// where the path is asked on dates that run faster or slower than the trend's does this find no lines, and is slow.
/// \throws std::domain_error when the last date is before the first, either is not in the calendar, or the trend has no
/// finite integral between them, or jumps and turns so often that 40 000 intervals do not do.
template <class Trend, date_like First, date_like Last>
    requires detail::callable_with_date<Trend>
[[nodiscard]] constexpr auto cumulative(const Trend& trend, const First& first, const Last& last) {
    using date_number = common_number_t<detail::date_number_t<First>, detail::date_number_t<Last>>;
    using number_type = common_number_t<trend_number_t<Trend>, date_number>;
    const basic_date<date_number> from = detail::to_date(first);
    const basic_date<date_number> to = detail::to_date(last);
    detail::require_real_date("cumulative", "first date", from);
    detail::require_real_date("cumulative", "last date", to);
    const date_number span = to.seconds_since_1970() - from.seconds_since_1970();
    for (int i = 0; i < lanes_of<date_number>; ++i) {
        if (value_at(span, i) < 0.0) {
            detail::integral_runs_backwards(value_at(from.seconds_since_1970(), i), value_at(to.seconds_since_1970(), i));
        }
    }
    if constexpr (detail::has_integral<Trend>) {
        return trend.integral(from, to);
    } else {
        return quantity_or_number<multiplied<trend_dimension_t<Trend>, dim::time>>(detail::integrated<number_type>(
            trend, number_type(from.seconds_since_1970()), number_type(to.seconds_since_1970())));
    }
}

/// What a trend has added up to since a date, as a trend; made by `cumulative_from`.
template <class Trend, class Number>
class cumulative_trend : public trend_base {
  public:
    constexpr cumulative_trend(const basic_date<Number>& start, const Trend& trend) : start_(start), trend_(trend) {
        detail::require_real_date("cumulative_from", "date", start);
    }

    template <date_like Date>
    [[nodiscard]] constexpr auto operator()(const Date& when) const {
        using date_number = common_number_t<Number, detail::date_number_t<Date>>;
        return cumulative(trend_, start_, max(basic_date<date_number>(detail::to_date(when)), basic_date<date_number>(start_)));
    }
    template <class Visitor>
    constexpr void visit_breakpoints(const Visitor& visitor) const {
        visitor(start_);
        detail::visit_breakpoints(trend_, visitor);
    }
    [[nodiscard]] constexpr const basic_date<Number>& start() const noexcept { return start_; }

  private:
    basic_date<Number> start_;
    Trend trend_;
};

/// The trend of the integral of `trend` from the start to the date asked for, as `cumulative`; zero before the start.
/// \throws std::domain_error unless the start is a date in the calendar; each evaluation throws as `cumulative` does.
template <date_like Start, any_trend Trend>
[[nodiscard]] constexpr auto cumulative_from(const Start& start, const Trend& trend) {
    return cumulative_trend<Trend, detail::date_number_t<Start>>(detail::to_date(start), trend);
}

/// Chosen only for arguments of the wrong kind, to say so in words.
template <class Trend, class First, class Last>
constexpr auto cumulative(const Trend&, const First&, const Last&) {
    static_assert(detail::callable_with_date<Trend>, "cumulative: the first argument must be a trend");
    static_assert(date_like<First> && date_like<Last>, "cumulative: the second and the third argument must be dates");
    return detail::wrong_arguments{};
}

}  // namespace headway

#include <headway/header_end.hpp>
