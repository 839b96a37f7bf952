// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/quantity/units.hpp>
#include <headway/trend/experience_curve.hpp>

#include <headway/header_begin.hpp>

namespace headway {

namespace detail {

/// Which of several builds it is, as a number, checked to be at least 1.
template <number_like Count>
[[nodiscard]] constexpr auto place_among_builds(const char* function, const Count& n) {
    const auto count = to_number(n);
    if (!all_of(count >= 1.0 && count < no_limit)) {
        value_breaks_a_rule(function, "number of the fab", "must be finite and at least 1",
                            offender(count, [](double x) { return !(x >= 1.0 && x - x == 0.0); }));
    }
    return count;
}

}  // namespace detail

/// What the n-th fab of a kind costs when the first cost so much and the builders learn: Wright's law in the number of
/// fabs, c n^(-w), the fab in question counted. \param n which fab, 1 or more; need not be whole.
/// \throws std::domain_error for a first cost that is not above zero and n below 1.
template <class First, class Learning, number_like Count>
[[nodiscard]] constexpr auto cost_of_nth_fab(const quantity<dim::money, First>& first_cost,
                                             const basic_learning<Learning>& learning, const Count& n) {
    const auto count = detail::place_among_builds("cost_of_nth_fab", n);
    return experience_curve(first_cost, 1.0, learning, current_period::included)(count);
}
/// Chosen only for arguments of the wrong kind, to say so in words.
template <class First, class Learning, class Count>
constexpr auto cost_of_nth_fab(const First&, const Learning&, const Count&) {
    static_assert(
        std::same_as<detail::dimension_of<First>, dim::money>,
        "cost_of_nth_fab: the first argument, the cost of the first fab, must be money, such as 20.0 * billion_usd");
    static_assert(
        is_learning<Learning>,
        "cost_of_nth_fab: the second argument must be a learning_rate, a progress_ratio or a learning_exponent");
    static_assert(number_like<Count>, "cost_of_nth_fab: the third argument says which fab, a plain number such as 2");
    return detail::wrong_arguments{};
}
/// What the first n fabs of a kind cost together. \throws std::domain_error as `cost_of_nth_fab`, n a whole number here.
template <class First, class Learning>
[[nodiscard]] constexpr auto cost_of_first_fabs(const quantity<dim::money, First>& first_cost,
                                                const basic_learning<Learning>& learning, int n) {
    auto sum = cost_of_nth_fab(first_cost, learning, n);
    for (int i = n - 1; i >= 1; --i) sum = sum + cost_of_nth_fab(first_cost, learning, i);
    return sum;
}

}  // namespace headway

#include <headway/header_end.hpp>
