// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/chip/frontier.hpp>
#include <headway/chip/quota.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// What a buyer is allowed: how far behind the best its chips must be, how good they may be at most, and how many of
/// them, counted in chips and in processing performance. Separate parameters; each may be uncertain.
/// Made by `unrestricted`, `generations_behind`, `capped_performance`, `performance_below`, `bandwidth_below`,
/// `capped_quantity` and `denied`, joined by `&`.
template <class Number>
struct access_policy {
    chip_restriction<Number> restriction{};
    quantity<dim::chips, Number> most_chips =
        quantity<dim::chips, Number>::from_base_value(Number(no_limit));
    /// Total processing performance of all chips together.
    quantity<dim::processing_performance, Number> quota =
        quantity<dim::processing_performance, Number>::from_base_value(Number(no_limit));

    constexpr access_policy() noexcept = default;
    constexpr access_policy(const chip_restriction<Number>& only, const quantity<dim::chips, Number>& chips,
                            const quantity<dim::processing_performance, Number>& performance) noexcept
        : restriction(only), most_chips(chips), quota(performance) {}
    template <class Other>
        requires(!std::same_as<Other, Number> && std::convertible_to<Other, Number>)
    constexpr access_policy(const access_policy<Other>& other) noexcept  // NOLINT: implicit, as for numbers
        : restriction(other.restriction.template in_number_type<Number>()), most_chips(other.most_chips), quota(other.quota) {}

    /// Whether nothing at all may be had; draw by draw for a block of draws.
    [[nodiscard]] constexpr auto denies() const noexcept {
        return !(restriction.generations_behind < no_limit);
    }
    /// How many chips of this kind the policy lets through, the tighter of the two caps; infinite without a cap, and none
    /// where it denies, whatever a chip counts.
    /// \throws std::domain_error for a chip that counts nothing while there is a quota.
    template <class PerChip>
    [[nodiscard]] constexpr auto
    chips_of(const quantity<detail::processing_performance_per_chip, PerChip>& per_chip) const {
        using result = common_number_t<Number, PerChip>;
        using chips = quantity<dim::chips, result>;
        const auto limited = quota.base_value() < no_limit && !denies();
        chips most = most_chips;
        if (any_of(limited)) {
            using counted = quantity<detail::processing_performance_per_chip, result>;
            const auto whole = chips_under_quota(select(limited, quota, decltype(quota){}),
                                                 select(limited, counted(per_chip), counted::from_base_value(result(1.0))));
            most = select(limited, min(most, whole), most);
        }
        return select(denies(), chips{}, most);
    }
};

/// Everything, at once and in any number.
[[nodiscard]] constexpr access_policy<double> unrestricted() noexcept { return {}; }
/// Nothing.
[[nodiscard]] constexpr access_policy<double> denied() noexcept {
    access_policy<double> policy;
    policy.restriction = {no_limit};
    policy.most_chips = {};
    policy.quota = {};
    return policy;
}
/// Chips at least n generations behind the best, in any number. \throws std::domain_error for a negative number.
template <number_like Generations>
[[nodiscard]] constexpr auto generations_behind(const Generations& generations) {
    detail::require_not_negative("generations_behind", "number of generations", to_number(generations));
    access_policy<as_number_t<Generations>> policy;
    policy.restriction = {to_number(generations)};
    return policy;
}
/// Chips of at most so much processing performance each. \throws std::domain_error for a negative cap.
template <class Number>
[[nodiscard]] constexpr auto
capped_performance(const quantity<detail::processing_performance_per_chip, Number>& most_per_chip) {
    detail::require_not_negative("capped_performance", "cap in TPP per chip", most_per_chip.base_value());
    access_policy<Number> policy;
    policy.restriction.most_performance = most_per_chip;
    return policy;
}
/// Chips below a limit of processing performance each; a chip at the limit is out.
/// \throws std::domain_error for a limit that is not above zero.
template <class Number>
[[nodiscard]] constexpr auto
performance_below(const quantity<detail::processing_performance_per_chip, Number>& limit_per_chip) {
    detail::require_above_zero("performance_below", "limit in TPP per chip", limit_per_chip.base_value());
    access_policy<Number> policy;
    policy.restriction.below_performance = limit_per_chip;
    return policy;
}
/// Chosen only for arguments of the wrong kind, to say so in words.
template <class Limit>
constexpr auto performance_below(const Limit&) {
    constexpr bool the_limit_is_of_one_chip = std::same_as<Limit, quantity<detail::processing_performance_per_chip>>;
    static_assert(
        the_limit_is_of_one_chip,
        "performance_below: the limit must be a processing performance per chip, such as 21'000.0 * tpp / chip");
    return detail::wrong_arguments{};
}
/// Chips below a limit of memory bandwidth each; joined with the other limit by `&`:
/// `performance_below(21'000.0 * tpp / chip) & bandwidth_below(6500.0 * gigabyte / second / chip)`.
/// \throws std::domain_error for a limit that is not above zero.
template <class Number>
[[nodiscard]] constexpr auto bandwidth_below(const quantity<detail::bandwidth_per_chip, Number>& limit_per_chip) {
    detail::require_above_zero("bandwidth_below", "limit in bytes per second per chip", limit_per_chip.base_value());
    access_policy<Number> policy;
    policy.restriction.below_bandwidth = limit_per_chip;
    return policy;
}
/// Chosen only for arguments of the wrong kind, to say so in words.
template <class Limit>
constexpr auto bandwidth_below(const Limit&) {
    constexpr bool the_limit_is_of_one_chip = std::same_as<Limit, quantity<detail::bandwidth_per_chip>>;
    static_assert(
        the_limit_is_of_one_chip,
        "bandwidth_below: the limit must be a memory bandwidth per chip, such as 6500.0 * gigabyte / second / chip");
    return detail::wrong_arguments{};
}
/// So many chips over the time that the policy is valid. \throws std::domain_error for a negative cap.
template <class Number>
[[nodiscard]] constexpr auto capped_quantity(const quantity<dim::chips, Number>& most_chips) {
    detail::require_not_negative("capped_quantity", "cap in chips", most_chips.base_value());
    access_policy<Number> policy;
    policy.most_chips = most_chips;
    return policy;
}
/// Chips of so much processing performance together over that time. \throws std::domain_error for a negative quota.
template <class Number>
[[nodiscard]] constexpr auto capped_quantity(const quantity<dim::processing_performance, Number>& quota) {
    detail::require_not_negative("capped_quantity", "quota in TPP", quota.base_value());
    access_policy<Number> policy;
    policy.quota = quota;
    return policy;
}

/// Both policies at once: the tighter of each parameter.
template <class A, class B>
[[nodiscard]] constexpr auto operator&(const access_policy<A>& a, const access_policy<B>& b) noexcept {
    using number_type = common_number_t<A, B>;
    const access_policy<number_type> x = a;
    const access_policy<number_type> y = b;
    return access_policy<number_type>{x.restriction & y.restriction, min(x.most_chips, y.most_chips), min(x.quota, y.quota)};
}
/// One policy or the other, draw by draw: `select(in[strict] > 0.5, denied(), generations_behind(1))`.
template <class Mask, class A, class B>
[[nodiscard]] constexpr auto select(const Mask& condition, const access_policy<A>& yes,
                                    const access_policy<B>& no) noexcept {
    // The condition may hold draws where the policies hold none.
    const auto restriction = select(condition, yes.restriction, no.restriction);
    const auto chips = select(condition, yes.most_chips.base_value(), no.most_chips.base_value());
    const auto quota = select(condition, yes.quota.base_value(), no.quota.base_value());
    using number_type = std::remove_const_t<decltype(chips)>;
    return access_policy<number_type>{
        restriction,
        quantity<dim::chips, number_type>::from_base_value(chips),
        quantity<dim::processing_performance, number_type>::from_base_value(quota)};
}

namespace detail {

template <class T>
inline constexpr bool is_access_policy = false;
template <class Number>
inline constexpr bool is_access_policy<access_policy<Number>> = true;

}  // namespace detail

}  // namespace headway

#include <headway/header_end.hpp>
