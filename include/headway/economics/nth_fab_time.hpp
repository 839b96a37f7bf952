// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/economics/nth_fab.hpp>
#include <headway/text/text.hpp>

#include <headway/header_begin.hpp>

namespace headway {

namespace detail {

template <class = void>
[[noreturn, gnu::cold]] void floor_exceeds_first(const char* function, double first, double least);

template <class Number>
constexpr void floor_below_first(const char* function, const Number& first, const Number& least) {
    require_above_zero(function, "time of the first fab in seconds", first);
    require_not_negative(function, "floor in seconds", least);
    for (int i = 0; i < lanes_of<Number>; ++i) {
        if (value_at(least, i) <= value_at(first, i)) continue;
        floor_exceeds_first(function, value_at(first, i), value_at(least, i));
    }
}

}  // namespace detail

/// How long the n-th fab of a kind takes to build when the first took so long and the builders learn, T_n = F + (T_1 - F)
/// n^(-w): Wright's law in the number of builds, the fab in question counted, of the part of the time that can be learned.
/// Time has a learning rate of its own, apart from that of `cost_of_nth_fab`.
/// \param n which fab, 1 or more; need not be whole. \param floor_time F: what no experience shortens, such as permits or the
/// delivery of tools; nothing unless said otherwise. Of a fab in stages it is the `build_time` of those not learned.
/// \throws std::domain_error for a first time that is not above zero, n below 1, a floor that is negative or longer than the
/// first time. Source: De Jong 1957, where F / T_1 is the factor of incompressibility; Wright 1936 is F = 0.
template <time_like First, class Learning, number_like Count, time_like Floor = quantity<dim::time>>
[[nodiscard]] constexpr auto time_of_nth_fab(const First& first_time, const basic_learning<Learning>& learning,
                                             const Count& n, const Floor& floor_time = {}) {
    using result = common_number_t<time_number_t<First>, Learning, as_number_t<Count>, time_number_t<Floor>>;
    const result first = as_time(first_time).base_value();
    const result least = as_time(floor_time).base_value();
    detail::floor_below_first("time_of_nth_fab", first, least);
    const result count = detail::place_among_builds("time_of_nth_fab", n);
    const result kept = experience_curve(1.0, 1.0, learning, current_period::included)(count);
    // From the first downward, so that the first fab takes its own time to the last bit.
    return quantity<dim::time, result>::from_base_value(first - (first - least) * (1.0 - kept));
}

/// Chosen only for arguments of the wrong kind, to say so in words.
template <class First, class Learning, class Count, class... Floor>
constexpr auto time_of_nth_fab(const First&, const Learning&, const Count&, const Floor&...) {
    static_assert(time_like<First>, "time_of_nth_fab: the first argument, the time of the first fab, must be a span of time, "
                                    "such as 38.0 * month");
    static_assert(is_learning<Learning>,
                  "time_of_nth_fab: the second argument must be a learning_rate, a progress_ratio or a learning_exponent");
    static_assert(number_like<Count>, "time_of_nth_fab: the third argument says which fab, a plain number such as 2");
    static_assert((time_like<Floor> && ...), "time_of_nth_fab: the floor must be a span of time, such as 14.0 * month");
    return detail::wrong_arguments{};
}

/// The learning in time that two builds show, the first and the n-th: w = ln((T_1 - F) / (T_n - F)) / ln n, the inverse of
/// `time_of_nth_fab`. It is negative where the n-th took longer.
/// \throws std::domain_error for n that is not above 1, times that are not above the floor, and as `time_of_nth_fab`.
template <time_like First, time_like Nth, number_like Count, time_like Floor = quantity<dim::time>>
[[nodiscard]] constexpr auto learning_from_times(const First& first_time, const Nth& nth_time, const Count& n,
                                                 const Floor& floor_time = {}) {
    using result = common_number_t<time_number_t<First>, time_number_t<Nth>, as_number_t<Count>, time_number_t<Floor>>;
    const result first = as_time(first_time).base_value();
    const result least = as_time(floor_time).base_value();
    detail::floor_below_first("learning_from_times", first, least);
    const result left = as_time(nth_time).base_value() - least;
    detail::require_above_zero("learning_from_times", "time of the first fab less the floor, in seconds",
                               result(first - least));
    detail::require_above_zero("learning_from_times", "time of the n-th fab less the floor, in seconds", left);
    const result count = detail::place_among_builds("learning_from_times", n);
    if (!all_of(count > 1.0)) {
        detail::value_breaks_a_rule("learning_from_times", "number of the n-th fab", "must be > 1",
                                    detail::offender(count, [](double x) { return !(x > 1.0); }));
    }
    return learning_exponent(result(log((first - least) / left) / log(count)));
}

}  // namespace headway

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/economics/bodies/nth_fab_time.hpp>
#endif
