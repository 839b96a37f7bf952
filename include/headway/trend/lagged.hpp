// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/trend/detail/hooks.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// A trend that runs a span behind another; made by `lagged`. It keeps the closed forms of the trend.
template <class Trend, class Number>
class lagged_trend : public trend_base {
    using span_type = quantity<dim::time, Number>;

  public:
    /// \throws std::domain_error unless the span is finite.
    constexpr lagged_trend(const Trend& trend, const span_type& span) : trend_(trend), span_(span) {
        detail::require_finite("lagged", "span in seconds", span.base_value());
    }

    template <date_like Date>
    [[nodiscard]] constexpr auto operator()(const Date& when) const {
        return trend_(detail::to_date(when) - span_);
    }
    template <class Level>
        requires detail::has_date_of<Trend>
    [[nodiscard]] constexpr auto date_of(const Level& level) const {
        return trend_.date_of(level) + span_;
    }
    /// As the trend's own, a span later: from its start plus the span on.
    template <class Level>
        requires detail::has_date_of<Trend>
    [[nodiscard]] constexpr auto reaches(const Level& level) const {
        return trend_.reaches(level) + span_;
    }
    template <class A, class B>
        requires detail::has_integral<Trend>
    [[nodiscard]] constexpr auto integral(const basic_date<A>& first, const basic_date<B>& last) const {
        return trend_.integral(first - span_, last - span_);
    }
    template <class Visitor>
    constexpr void visit_breakpoints(const Visitor& visitor) const {
        detail::visit_breakpoints(trend_, [&](const auto& at) { visitor(at + span_); });
    }
    [[nodiscard]] constexpr span_type lag() const noexcept { return span_; }
    [[nodiscard]] constexpr const Trend& undelayed() const noexcept { return trend_; }

  private:
    Trend trend_;
    span_type span_;
};

/// The value that the trend had a span ago: y(t - span). A negative span looks ahead.
/// \throws std::domain_error unless the span is finite.
template <any_trend Trend, time_like Span>
[[nodiscard]] constexpr auto lagged(const Trend& trend, const Span& span) {
    return lagged_trend<Trend, time_number_t<Span>>(trend, as_time(span));
}

/// Chosen only for arguments of the wrong kind, to say so in words.
template <class Trend, class Span>
constexpr auto lagged(const Trend&, const Span&) {
    static_assert(any_trend<Trend>, "lagged: the first argument must be a trend; wrap a callable with as_trend");
    static_assert(time_like<Span>, "lagged: the second argument must be a span of time, for example 18.0 * month");
    return detail::wrong_arguments{};
}

}  // namespace headway

#include <headway/header_end.hpp>
