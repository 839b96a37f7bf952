// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/trend/detail/hooks.hpp>

#include <headway/header_begin.hpp>

namespace headway {

namespace detail {

/// A trend that answers `reaches` from a start on and `date_of` in both directions.
template <class T>
concept reaching_trend = has_date_of<T> && requires(const T& trend, const trend_value_t<T>& level) {
    trend.reaches(level);
};

}  // namespace detail

/// 1 where the trend had the level before its start and has it no more from then on, so that `reaches` says never, else 0,
/// draw by draw: a price that is below a budget already, a gap that is closed. It tells "already past" from "not ever"; as
/// the output of a forecast its mean is the probability. For a trend with closed forms (`reaches` and `date_of`); one
/// without a start, such as a logistic, has no past of its own and yields 0. From when on it is so within a window say
/// `first_at_least` and `first_at_most`. \throws std::domain_error for a level that is not finite.
template <detail::reaching_trend Trend, class Level>
[[nodiscard]] constexpr auto already_past(const Trend& trend, const Level& level) {
    const auto ever = trend.date_of(level);
    const auto ahead = trend.reaches(level);
    using number_type = detail::date_number_t<decltype(ever)>;
    const number_type never(no_limit);
    const auto past =
        number_type(ever.seconds_since_1970()) < never && !(number_type(ahead.seconds_since_1970()) < never);
    return select(past, number_type(1.0), number_type(0.0));
}

/// What `reaches` answers, in words: "reaches it on 2027-05-13", "was already past it before its start: it had it on
/// 2023-08-02", or "never has it". \throws std::domain_error for a level that is not finite.
template <detail::reaching_trend Trend, class Level>
[[nodiscard]] std::string reaches_in_words(const Trend& trend, const Level& level) {
    const date ahead = trend.reaches(level);
    if (!ahead.is_never()) return "reaches it on " + detail::iso_text(ahead.seconds_since_1970());
    const date ever = trend.date_of(level);
    if (ever.is_never()) return "never has it";
    return "was already past it before its start: it had it on " + detail::iso_text(ever.seconds_since_1970());
}

}  // namespace headway

#include <headway/header_end.hpp>
