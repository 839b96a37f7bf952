// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/economics/detail/fab_parts.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// A step of building a fab: its length at the base site and how many times as long it takes at the other. Made by
/// `build_stage`. For uncertain stages in sequence and in parallel there are lead-time projects.
template <class Number>
struct fab_build_stage {
    std::string_view name;
    quantity<dim::time, Number> span;
    Number multiplier;
};

namespace detail {

template <class T>
inline constexpr bool is_fab_build_stage = false;
template <class Number>
inline constexpr bool is_fab_build_stage<fab_build_stage<Number>> = true;

}  // namespace detail

/// A step of building: `build_stage("permits", 6.0 * month, 2.3)`.
/// \throws std::domain_error for a span or a multiplier that is negative or not finite, naming the stage.
template <time_like Span, number_like Multiplier = double>
[[nodiscard]] constexpr auto build_stage(std::string_view name, const Span& span, const Multiplier& multiplier = 1.0) {
    const auto time = as_time(span);
    const auto m = to_number(multiplier);
    detail::require_part("build_stage", "span in seconds", name, time.base_value());
    detail::require_part("build_stage", "multiplier", name, m);
    return fab_build_stage<common_number_t<time_number_t<Span>, as_number_t<Multiplier>>>{name, time, m};
}

/// How long building takes, stage after stage: sum of span_i multiplier_i.
template <class... Numbers>
    requires(sizeof...(Numbers) > 0)
[[nodiscard]] constexpr auto build_time(const fab_build_stage<Numbers>&... stages) noexcept {
    return ((stages.span * stages.multiplier) + ...);
}
/// One multiplier for all of it. \throws std::domain_error for a negative span or multiplier.
template <time_like Span, number_like Multiplier>
    requires(!detail::is_fab_build_stage<Span>)
[[nodiscard]] constexpr auto build_time(const Span& base, const Multiplier& multiplier) {
    return build_time(build_stage("the whole fab", base, multiplier));
}

}  // namespace headway

#include <headway/header_end.hpp>
