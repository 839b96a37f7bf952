// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <utility>

#include <headway/assumption/assumption.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// Another belief for an assumption, for `forecast.at(...)` and scenarios. Make one with `override(assumption, belief)`.
template <label Name, any_value T>
struct assumption_override {
    using value_type = T;
    static constexpr std::string_view name = Name.view();
    headway::belief<T> belief;
    override_reason reason = {};
};

template <class T>
inline constexpr bool is_override = false;
template <label Name, class T>
inline constexpr bool is_override<assumption_override<Name, T>> = true;

/// `override(decline, 3.0)`, `override(first_run, ci90(50.0 * million_usd, 90.0 * million_usd), "the announced price")`.
template <label Name, class T, belief_like Belief>
[[nodiscard]] constexpr auto override(const named_assumption<Name, T>&, const Belief& belief,
                                      override_reason reason = {}) {
    auto b = as_belief(belief);
    static_assert(std::same_as<decltype(b), headway::belief<T>>,
                  "override: the belief has another dimension than the assumption it replaces");
    return assumption_override<Name, T>{std::move(b), std::move(reason)};
}

}  // namespace headway

#include <headway/header_end.hpp>
