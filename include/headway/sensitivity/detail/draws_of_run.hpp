// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <vector>

#include <headway/outcome/named_outcomes.hpp>
#include <headway/simulation/evaluation.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// Draws the inputs of a run again, those of the draws that it kept: one column for each input.
template <class = void>
[[nodiscard]] std::vector<std::vector<double>> drawn_again(const input_view& model, const run_identity& run,
                                                           const std::vector<kept_range>& kept);

/// The results of a whole run of a forecast, those that it kept. Refuses an outcome that is none, for `function`.
template <class = void>
[[nodiscard]] std::vector<double> draws_of_run(const char* function, const model_call& model,
                                               const std::vector<date>& dates, const run_identity& run,
                                               const draw_column& result);

/// The outcome that is meant, of one or of several.
template <label Output, class T>
[[nodiscard]] const outcome<T>& outcome_of(const outcome<T>& only) noexcept {
    constexpr bool only_result_needs_no_name = Output.view().empty();
    static_assert(only_result_needs_no_name,
                  "sensitivity: the model returns one value, which has no name: leave the name out");
    return only;
}
template <label Output, class... Outputs>
[[nodiscard]] const auto& outcome_of(const named_outcomes<Outputs...>& all) noexcept {
    constexpr bool says_which_output = !Output.view().empty();
    static_assert(
        says_which_output,
        "sensitivity: the run has several outputs: name the one that is meant, as in spearman<\"cost\">(f, run)");
    if constexpr (says_which_output) {
        return get<Output>(all);
    } else {
        return all.template get<0>();
    }
}

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/sensitivity/bodies/detail/draws_of_run.hpp>
#endif
