// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/trend/detail/hooks.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// A trend that is zero before a date; made by `from`.
template <class Trend, class Number>
class from_trend : public trend_base {
  public:
    /// \throws std::domain_error unless the start is a date in the calendar.
    constexpr from_trend(const basic_date<Number>& start, const Trend& trend) : start_(start), trend_(trend) {
        detail::require_real_date("from", "date", start);
    }

    template <date_like Date>
    [[nodiscard]] constexpr auto operator()(const Date& when) const {
        using number_type = common_number_t<Number, detail::date_number_t<Date>>;
        const basic_date<number_type> t = detail::to_date(when);
        const basic_date<number_type> start = start_;
        // The trend is asked only for dates from its start on: it may have no value before.
        const auto value = trend_(max(t, start));
        using result = common_number_t<number_type, detail::number_of<decltype(value)>>;
        return select(result(t.seconds_since_1970()) >= result(start.seconds_since_1970()), value, decltype(value * 0.0){});
    }
    template <class A, class B>
        requires detail::has_integral<Trend>
    [[nodiscard]] constexpr auto integral(const basic_date<A>& first, const basic_date<B>& last) const {
        return trend_.integral(max(basic_date<common_number_t<A, Number>>(first), start_),
                               max(basic_date<common_number_t<B, Number>>(last), start_));
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

/// Zero before the date, the trend from it on.
/// \throws std::domain_error unless it is a date in the calendar.
template <date_like Start, any_trend Trend>
[[nodiscard]] constexpr auto from(const Start& start, const Trend& trend) {
    return from_trend<Trend, detail::date_number_t<Start>>(detail::to_date(start), trend);
}

/// Chosen only for arguments of the wrong kind, to say so in words.
template <class Start, class Trend>
constexpr auto from(const Start&, const Trend&) {
    static_assert(date_like<Start>, "from: the first argument must be a date");
    static_assert(any_trend<Trend>, "from: the second argument must be a trend; wrap a callable with as_trend");
    return detail::wrong_arguments{};
}

}  // namespace headway

#include <headway/header_end.hpp>
