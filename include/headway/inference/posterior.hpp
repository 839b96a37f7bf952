// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <memory>
#include <type_traits>
#include <utility>
#include <vector>

#include <headway/belief/empirical.hpp>
#include <headway/belief/mixture.hpp>
#include <headway/inference/detail/contradiction.hpp>
#include <headway/inference/detail/inputs_of_draws.hpp>
#include <headway/inference/detail/update_evaluation.hpp>
#include <headway/inference/input_change.hpp>
#include <headway/inference/model_evidence.hpp>
#include <headway/inference/weighted_outcome.hpp>
#include <headway/simulation/result_shape.hpp>

#include <headway/header_begin.hpp>

namespace headway {

namespace detail {

/// The draws of an updated run, without its types.
struct weighted_run {
    std::shared_ptr<const run_identity> before;  ///< of the run without the update
    std::vector<draw_column> columns;
    std::shared_ptr<const draw_weights> weights;
};

template <class Forecast>
[[nodiscard]] auto weighted_results(const std::vector<date>& dates, const weighted_run& run) {
    return arrange<weighted_outcome, Forecast>(dates, [&run]<class T>(std::type_identity<T>, std::size_t c) {
        return weighted_outcome<T>(draw_record(run.before, run.columns[c]), run.weights);
    });
}
template <class Forecast>
using weighted_results_of =
    decltype(weighted_results<Forecast>(std::declval<const std::vector<date>&>(), std::declval<const weighted_run&>()));

template <class Forecast>
struct input_changes_of;
template <class Model, class... Assumptions>
struct input_changes_of<basic_forecast<Model, Assumptions...>> {
    using type = input_changes<Assumptions...>;
};

template <class = void>
[[nodiscard, gnu::cold]] std::vector<input_change> changes_of_inputs(const input_view& model,
                                                                     const draw_weights& weights);

}  // namespace detail

/// The correlation of two inputs after an observation.
struct posterior_correlation {
    double value = 0.0;
    double standard_error = 0.0;
};

/// What a forecast says after an observation, `simulate(f.updated(observed(...)))`. It is the weighted outcome of the
/// forecast (of several outputs all of them, `get<"cost">(after)`; of a forecast over time a `fan`), and knows besides what is
/// believed of each input now, what the draws are worth, and how probable the model made what was observed.
/// Keeps the forecast, and draws its inputs again when they are asked for.
template <class Updated>
class posterior : public detail::weighted_results_of<typename Updated::forecast_type> {
    using forecast_type = typename Updated::forecast_type;
    using results_type = detail::weighted_results_of<forecast_type>;
    using inputs_type = typename forecast_type::inputs_type;

  public:
    /// For `simulate` and `merge`.
    posterior(const Updated& updated, std::vector<date> dates, detail::weighted_run run)
        : results_type(detail::weighted_results<forecast_type>(dates, run)), updated_(updated),
          dates_(std::move(dates)), run_(std::move(run)) {
        if (!run_.weights->is_whole()) return;
        const auto evaluation = detail::evaluation_of(updated_, dates_);
        if (!(run_.weights->effective_draws() >= updated_.least_effective())) {
            detail::refuse_effective(evaluation, *run_.weights, updated_.least_effective());
        }
        detail::require_no_contradiction(evaluation, *run_.weights);
    }

    /// The weighted outcomes alone.
    [[nodiscard]] const results_type& outcomes() const noexcept { return *this; }
    /// What the forecast said before, on the same draws: the bits of `simulate(f)`.
    [[nodiscard]] auto before() const {
        return detail::arrange<outcome, forecast_type>(dates_, [this]<class T>(std::type_identity<T>, std::size_t c) {
            return outcome<T>(run_.before, run_.columns[c]);
        });
    }
    [[nodiscard]] const Updated& updated() const noexcept { return updated_; }

    /// So many draws of equal weight would tell as much of what the observation says nothing of:
    /// (sum of weights)^2 / sum of their squares (Kish).
    [[nodiscard]] double effective_draws() const noexcept { return run_.weights->effective_draws(); }
    /// How probable the model made what was observed, with its error.
    [[nodiscard]] model_evidence evidence() const {
        const auto records = updated_.records();
        return {run_.weights->log_evidence(), run_.weights->log_evidence_error(),
                detail::hash_of_observed(records.data(), records.size()), run_.weights->degrees_of_freedom()};
    }

    /// What is believed of an input now: its draws with their weights. An assumption that is no input does not compile.
    template <any_assumption Assumption>
    [[nodiscard]] auto input(const Assumption& assumption) const {
        using T = typename Assumption::value_type;
        const auto columns = drawn(assumption);
        return weighted_outcome<T>(
            detail::draw_record(
                run_.before, detail::column_of_input(columns[0], base_value_of(assumption.central()), *run_.weights)),
            run_.weights);
    }
    /// The same as a belief, for an input of any forecast: `g.with(override(price, after.belief_of(price)))`. An empirical
    /// belief of as many draws as the run had, 65 536 at most, each taken as often as its weight says, so that it is within
    /// 1 / (2 n) of the weighted distribution; a date that is never in some draws is a mixture of the empirical belief of
    /// all others and of never, by their numbers. It knows nothing of the other inputs: where two move together after the
    /// observation, see `rank_correlation`, join them by `correlate`.
    template <any_assumption Assumption>
    [[nodiscard]] belief<typename Assumption::value_type> belief_of(const Assumption& assumption) const {
        return belief_of_input<typename Assumption::value_type>(drawn(assumption)[0]);
    }
    /// Those of all inputs, for what is asked of beliefs and not of weighted draws: `sobol_indices(f.with(after.beliefs()))`.
    /// Paths stay as they were. See `belief_of` for what they know, and what they do not.
    [[nodiscard]] override_list beliefs() const {
        override_list all;
        [&]<std::size_t... I>(std::index_sequence<I...>) { (add_belief<I>(all), ...); }
        (std::make_index_sequence<inputs_type::size>{});
        return all;
    }
    /// The product-moment correlation of two inputs, which an observation of both together gives even where they had none.
    /// \throws std::domain_error where one does not vary.
    template <any_assumption A, any_assumption B>
    [[nodiscard]] posterior_correlation correlation(const A& a, const B& b) const {
        const auto columns = drawn(a, b);
        const auto found = detail::correlation_of(columns[0], columns[1], *run_.weights);
        return {found.value, found.standard_error};
    }
    /// That of their ranks (Spearman's), which `correlate(a, b, rank_correlation)` takes.
    template <any_assumption A, any_assumption B>
    [[nodiscard]] posterior_correlation rank_correlation(const A& a, const B& b) const {
        const auto columns = drawn(a, b);
        const auto found = detail::correlation_of(detail::weighted_ranks(columns[0], *run_.weights),
                                                  detail::weighted_ranks(columns[1], *run_.weights), *run_.weights);
        return {found.value, found.standard_error};
    }
    /// What the observation did to each input: `for (const auto& row : after.changes())`, `after.changes()[price].moved`.
    [[nodiscard]] auto changes() const {
        if (!(run_.weights->sum() > 0.0)) detail::no_draw_has_weight("changes");
        return typename detail::input_changes_of<forecast_type>::type(
            detail::changes_of_inputs(detail::inputs_of(updated_.forecast()), *run_.weights).data());
    }

    [[nodiscard]] const std::vector<date>& simulated_dates() const noexcept { return dates_; }
    /// The same without its types.
    [[nodiscard]] const detail::weighted_run& run() const noexcept { return run_; }

  private:
    template <std::size_t I>
    void add_belief(override_list& all) const {
        using assumption = typename inputs_type::template assumption_at<I>;
        if constexpr (!is_path<assumption>) {
            all.set(assumption::name, belief_of_input<typename assumption::value_type>(
                                          detail::inputs_of_draws(detail::inputs_of(updated_.forecast()), *run_.weights,
                                                                  std::array{I})[0]));
        }
    }
    template <any_value T>
    [[nodiscard]] belief<T> belief_of_input(const std::vector<double>& drawn) const {
        if (!(run_.weights->sum() > 0.0)) detail::no_draw_has_weight("belief_of");
        const std::size_t count = std::min<std::size_t>(run_.weights->draws(), 65536);
        const std::vector<double> chosen = detail::equally_weighted(drawn, run_.weights->relative(), count);
        std::vector<T> values;
        values.reserve(chosen.size());
        for (const double x : chosen) {
            if (!std::same_as<T, date> || x != no_limit) values.push_back(value_from_base<T>(x));
        }
        if constexpr (std::same_as<T, date>) {
            if (values.empty()) return exactly(date::never());
            if (const std::size_t never = chosen.size() - values.size(); never > 0) {
                return mixture(weighted{empirical(values), static_cast<double>(values.size())},
                               {date::never(), static_cast<double>(never)});
            }
        }
        return empirical(values);
    }
    template <class... Assumptions>
    [[nodiscard]] std::vector<std::vector<double>> drawn(const Assumptions&...) const {
        constexpr bool each_is_an_input = ((inputs_type::place_of(Assumptions::name) < inputs_type::size) && ...);
        static_assert(each_is_an_input, "posterior: the assumption is not among the forecast's inputs");
        constexpr bool none_is_a_path = !(is_path<Assumptions> || ...);
        static_assert(none_is_a_path, "posterior: a path has no one value to be believed; return in[path](date) as an "
                                      "output, whose weighted outcome tells what the observation says of it");
        constexpr std::array<std::size_t, sizeof...(Assumptions)> places{
            (inputs_type::place_of(Assumptions::name) < inputs_type::size ? inputs_type::place_of(Assumptions::name)
                                                                          : 0)...};
        return detail::inputs_of_draws(detail::inputs_of(updated_.forecast()), *run_.weights, places);
    }

    Updated updated_;
    std::vector<date> dates_;
    detail::weighted_run run_;
};

}  // namespace headway

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/inference/bodies/posterior.hpp>
#endif
