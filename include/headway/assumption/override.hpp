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
/// `override(spender, as_exact(f), f)` with the figure that is now believed. A chance, `bernoulli(0.9)`, is overridden by
/// another, `override(comes, bernoulli(0.8))`, or by 0 or 1; a forecast refuses a plain 0.8 for it with std::domain_error.
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

/// Chosen only for what is not an assumption, such as its name, to say so in words.
template <class First, class... Rest>
    requires(!is_assumption<First> && !is_path<First>)
constexpr auto override(const First&, const Rest&...) {
    constexpr bool the_first_is_an_assumption = is_assumption<First>;
    static_assert(the_first_is_an_assumption,
                  "override: the first argument must be the assumption itself, override(decline, 3.0), not its name");
    return nullptr;
}
/// Chosen only for an assumption without a belief, to say so in words.
template <label Name, class T, class Belief, class... Reason>
    requires(!belief_like<Belief>)
constexpr auto override(const named_assumption<Name, T>&, const Belief&, const Reason&...) {
    static_assert(belief_like<Belief>,
                  "override: the second argument must be a belief or a value, such as ci90(3.0, 5.5), 3.0 or "
                  "as_exact(figure); a figure or a note in quotes comes third, as the reason");
    return nullptr;
}
template <label Name, class T>
constexpr auto override(const named_assumption<Name, T>&) {
    constexpr bool there_is_a_belief = Name.view() != Name.view();
    static_assert(there_is_a_belief, "override: say what is believed instead, override(decline, 3.0)");
    return nullptr;
}

}  // namespace headway

#include <headway/header_end.hpp>
