// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <optional>

#include <headway/outcome/fan.hpp>
#include <headway/sensitivity/detail/draws_of_run.hpp>
#include <headway/sensitivity/detail/ranking.hpp>
#include <headway/sensitivity/sensitivity_rows.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// How far one input and the result rise and fall together, by rank.
struct spearman_correlation {
    std::string_view input;
    /// Spearman's rho, from -1 to 1. Empty when the input, or the result, is the same in every draw.
    std::optional<double> value;
    std::optional<double> standard_error;
    friend constexpr bool operator==(const spearman_correlation&, const spearman_correlation&) noexcept = default;
};

/// The rank correlations of every input with the result, in the order of the inputs.
template <class... Assumptions>
using spearman_rows = sensitivity_rows<spearman_correlation, Assumptions...>;

namespace detail {

/// The error of the mean of rho over independent scramblings; empty with fewer than two that have one.
template <class = void>
[[nodiscard]] std::optional<double> spread_of_spearman(const run_identity& run,
                                                              const std::vector<kept_range>& kept,
                                                              std::span<const double> x, std::span<const double> y);

template <class = void>
[[nodiscard]] std::vector<spearman_correlation> spearman_of_run(const model_call& model, const std::vector<date>& dates,
                                                                const run_identity& run, const draw_column& result);

template <class T, class Model, class... Assumptions>
[[nodiscard]] spearman_rows<Assumptions...> spearman_rows_of(const basic_forecast<Model, Assumptions...>& forecast,
                                                             const std::vector<date>& dates, const outcome<T>& result) {
    const model_call model = typed_model<basic_forecast<Model, Assumptions...>>::call(forecast);
    return spearman_rows<Assumptions...>(spearman_of_run(model, dates, result.identity(), result.column()).data());
}

}  // namespace detail

/// How far each input and the result rise and fall together in the draws of a run: Spearman's rank correlations,
/// `spearman(f, simulate(f, {.draws = 10'000}))`. Costs no run of the model: the inputs are drawn again, which their
/// keys allow. Of a run with several outputs name one, `spearman<"cost">(f, run)`, or give its outcome,
/// `get<"cost">(run)`; of a fan give the date as well. A shard gives the correlations in its own draws. Equal values
/// share their average rank; what never comes ranks last.
/// Standard errors: for independent draws from the influence of each draw on the correlation, which holds for any
/// dependence; the same for Latin hypercube; for Sobol' the spread over the independent scramblings.
/// Not for effects that rise and fall again: an input can rule the result with a rank correlation of 0; see
/// `sobol_indices`. Of correlated inputs each is credited with what it shares with others; see `shapley`.
/// \throws std::domain_error for an outcome of another forecast, of draws chosen by a condition, of fewer than 3 draws,
/// or of a run that did not keep its draws.
/// Source: Spearman, American Journal of Psychology 15 (1904) 72-101; Croux and Dehon, Statistical Methods and
/// Applications 19 (2010) 497-515, for the influence function.
template <label Output = "", class Model, class... Assumptions, class Outcome>
[[nodiscard]] auto spearman(const basic_forecast<Model, Assumptions...>& forecast, const Outcome& run) {
    constexpr bool date_is_given_if_needed = !basic_forecast<Model, Assumptions...>::over_time;
    static_assert(date_is_given_if_needed,
                  "spearman: this is a forecast over time: give the date after the run, spearman(f, run, when)");
    if constexpr (date_is_given_if_needed) {
        return detail::spearman_rows_of(forecast, {}, detail::outcome_of<Output>(run));
    }
}
template <label Output = "", class Model, class... Assumptions, class Outcome>
[[nodiscard]] auto spearman(const basic_forecast<Model, Assumptions...>& forecast, const fan<Outcome>& run,
                            const date& when) {
    return detail::spearman_rows_of(forecast, run.dates(), detail::outcome_of<Output>(run.at(when)));
}

}  // namespace headway

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/sensitivity/bodies/spearman.hpp>
#endif
