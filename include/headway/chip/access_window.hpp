// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/chip/access_policy.hpp>
#include <headway/trend/point.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// A policy with its validity, from a date to before another; made by `during`.
template <class Number>
struct access_window {
    basic_date<Number> from;
    basic_date<Number> until;
    access_policy<Number> policy;
};

namespace detail {

[[noreturn]] inline void policy_ends_before_it_starts(double from, double until) {
    throw std::domain_error("during: a policy must end after it starts, got " + iso_text(from) + " to " +
                            iso_text(until));
}

template <class T>
inline constexpr bool is_access_window = false;
template <class Number>
inline constexpr bool is_access_window<access_window<Number>> = true;

/// A container of windows that can be indexed: an array or a vector.
template <class T>
concept window_list = requires(const T& list) {
    list.size();
    requires is_access_window<std::remove_cvref_t<decltype(list[0])>>;
};

}  // namespace detail

/// A policy valid from a date, included, to another, excluded; `date::never()` for one without end.
/// \throws std::domain_error unless it starts on a date in the calendar and ends after that.
template <date_like From, date_like Until, class Number>
[[nodiscard]] constexpr auto during(const From& from, const Until& until, const access_policy<Number>& policy) {
    using number_type =
        typename detail::common_number_of<detail::date_number_t<From>, detail::date_number_t<Until>, Number>::type;
    const basic_date<number_type> first = detail::to_date(from);
    const basic_date<number_type> last = detail::to_date(until);
    detail::require_real_date("during", "start of a policy", first);
    for (int i = 0; i < lanes_of<number_type>; ++i) {
        const double start = value_at(first.seconds_since_1970(), i);
        const double end = value_at(last.seconds_since_1970(), i);
        if (!(start < end)) detail::policy_ends_before_it_starts(start, end);
    }
    return access_window<number_type>{first, last, policy};
}

}  // namespace headway

#include <headway/header_end.hpp>
