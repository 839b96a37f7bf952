// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/trend/amount.hpp>

#include <headway/header_begin.hpp>

namespace headway {

namespace detail {

[[noreturn]] inline void part_exceeds_the_world(double part, double world) {
    throw std::domain_error("share_of_world: the part (" + number_text(part) + ") must not exceed the world's total (" +
                            number_text(world) +
                            "), in base units; where both are uncertain, give the rest of the world "
                            "to share_beside_rest");
}

}  // namespace detail

/// The share of a world total that a part of it makes up. \throws std::domain_error unless 0 <= part <= world and world
/// > 0.
template <detail::amount Part, detail::amount World>
[[nodiscard]] constexpr auto share_of_world(const Part& part, const World& world) {
    const auto of_part = detail::base_of(part);
    const auto of_world = detail::base_of_dimension<detail::dimension_of<Part>>(world);
    detail::require_not_negative("share_of_world", "part", of_part);
    detail::require_above_zero("share_of_world", "world's total", of_world);
    using result = common_number_t<detail::number_of<Part>, detail::number_of<World>>;
    for (int i = 0; i < lanes_of<result>; ++i) {
        const double smaller = value_at(result(of_part), i);
        const double whole = value_at(result(of_world), i);
        if (!(smaller <= whole)) detail::part_exceeds_the_world(smaller, whole);
    }
    return of_part / of_world;
}
/// The share of a part beside the rest of the world: part / (part + rest), between 0 and 1 however uncertain both are.
/// \throws std::domain_error for negative amounts and when both are zero.
template <detail::amount Part, detail::amount Rest>
[[nodiscard]] constexpr auto share_beside_rest(const Part& part, const Rest& rest) {
    const auto of_part = detail::base_of(part);
    const auto of_rest = detail::base_of_dimension<detail::dimension_of<Part>>(rest);
    detail::require_not_negative("share_beside_rest", "part", of_part);
    detail::require_not_negative("share_beside_rest", "rest of the world", of_rest);
    detail::require_above_zero("share_beside_rest", "part and rest together", of_part + of_rest);
    return of_part / (of_part + of_rest);
}

}  // namespace headway

#include <headway/header_end.hpp>
