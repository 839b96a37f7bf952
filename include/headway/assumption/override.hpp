// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <utility>

#include <headway/assumption/assumption.hpp>
#include <headway/assumption/path.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// Another belief for an assumption, for `forecast.at(...)` and scenarios. Make one with `override(assumption, belief)`.
template <label Name, any_value T>
struct assumption_override {
    using value_type = T;
    static constexpr std::string_view name = Name.view();
    headway::belief<T> belief;
    override_reason reason = {};
    /// Of a path.
    detail::process_record process = {};
};

template <class T>
inline constexpr bool is_override = false;
template <label Name, class T>
inline constexpr bool is_override<assumption_override<Name, T>> = true;

/// `override(decline, 3.0)`, `override(first_run, ci90(50.0 * million_usd, 90.0 * million_usd), "the announced price")`,
/// `override(spender, as_exact(f), f)` with the figure that is now believed.
template <label Name, class T, belief_like Belief>
[[nodiscard]] constexpr auto override(const named_assumption<Name, T>&, const Belief& belief,
                                      override_reason reason = {}) {
    auto b = as_belief(belief);
    static_assert(std::same_as<decltype(b), headway::belief<T>>,
                  "override: the belief has another dimension than the assumption it replaces");
    return assumption_override<Name, T>{std::move(b), std::move(reason)};
}

/// Another process for a path: `override(dram, log_walk(start, 4.0 * usd, falls_by_factor(2.0, year), per_sqrt_year(0.3)))`.
template <label Name, class Dimension, class Process>
[[nodiscard]] constexpr auto override(const named_path<Name, Dimension>& path, const Process& process,
                                      override_reason reason = {}) {
    static_assert(is_process<Process>, "override: a path is overridden by a process, such as log_walk(...)");
    constexpr bool is_of_its_dimension = !is_process<Process> || std::same_as<Process, headway::process<Dimension>>;
    static_assert(is_of_its_dimension, "override: the process has another dimension than the path it replaces");
    using key = detail::path_key<Dimension>;
    assumption_override<Name, key> made{headway::belief<key>(path.parts()), std::move(reason), {}};
    if constexpr (is_process<Process> && is_of_its_dimension) made.process = process;
    return made;
}

}  // namespace headway

#include <headway/header_end.hpp>
