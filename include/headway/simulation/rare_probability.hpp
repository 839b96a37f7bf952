// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <vector>

#include <headway/forecast/output_query.hpp>
#include <headway/outcome/statistic.hpp>
#include <headway/simulation/detail/rare_proposal.hpp>
#include <headway/simulation/rare_estimate.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// How to estimate a small probability: `rare_probability(f, condition, {.evaluations = 100'000, .seed = 1})`.
struct rare_probability_run {
    /// Of the model, at most: rounded down to whole blocks of 64, at least 8192. Up to five eighths of them find the event,
    /// the rest count it.
    std::uint64_t evaluations = 100'000;
    std::uint64_t seed = 1;
};

namespace detail {

struct rare_condition {
    bool below;
    double limit;
};

inline constexpr std::uint64_t fewest_rare_evaluations = 8192;

template <class = void>
void require_rare_run(const rare_condition& condition, const rare_probability_run& options);

/// Of the output at `place`.
template <class = void>
[[nodiscard]] rare_estimate rare_probability_of(const model_call& model, const std::vector<date>& dates, std::size_t place,
                                                const rare_condition& condition, const rare_probability_run& options);

/// The condition in base units, of a result of type `Value`.
template <class Value, class Limit>
[[nodiscard]] constexpr rare_condition condition_in_base(const statistic::probability_below<Limit>& condition) {
    return {true, base_value_of(static_cast<Value>(condition.x))};
}
template <class Value, class Limit>
[[nodiscard]] constexpr rare_condition condition_in_base(const statistic::probability_above<Limit>& condition) {
    return {false, base_value_of(static_cast<Value>(condition.x))};
}
template <class>
inline constexpr bool is_rare_condition = false;
template <class Limit>
inline constexpr bool is_rare_condition<statistic::probability_below<Limit>> = true;
template <class Limit>
inline constexpr bool is_rare_condition<statistic::probability_above<Limit>> = true;

template <class Query, class Forecast, class Condition>
[[nodiscard]] rare_estimate ask_rare_probability(const Forecast& forecast, const std::vector<date>& dates,
                                                 const Condition& condition, const rare_probability_run& options) {
    using value_type = typename Query::value_type;
    constexpr bool limit_is_of_the_results_type = std::is_convertible_v<decltype(condition.x), value_type>;
    static_assert(limit_is_of_the_results_type,
                  "rare_probability: the limit must be of the result's type: a number, a quantity of its dimension or a date");
    if constexpr (limit_is_of_the_results_type) {
        return rare_probability_of(typed_model<Forecast>::call(forecast), dates, Query::place,
                                   condition_in_base<value_type>(condition), options);
    } else {
        return {};
    }
}

}  // namespace detail

/// The probability that the result is below (above) a limit, for one too small for plain draws: 1e-6 to a relative error of
/// mostly 0.5 to 2 % (the worst of 200 runs: 5 %) from 100 000 evaluations, where as many plain draws have no hit in nine of
/// ten runs. Ask as of an outcome's interval: `rare_probability(f, statistic::probability_below(5.0 * million_usd))`; a date
/// is below another if it is earlier, and never is above every date. Of a model with `outputs(...)` name one,
/// `rare_probability<"cost">(f, ...)`; of a forecast over time give the date, `rare_probability(f, when, condition)`.
///
/// Method: each input is a function of a standard normal number (correlated ones through their Gaussian copula). Subset
/// simulation finds points of the event there; mixtures of normals are fitted to them by EM (as many as the Bayesian
/// information criterion asks for, full covariances for up to 16 inputs), improved in two rounds of draws that look farther;
/// and fresh draws from the last mixture, weighted back, make the estimate: p = sum of w [event] / n. It has no bias, since no
/// part of the search counts. A part of each mixture are the inputs as they are, so that no weight is above 20. An event of a
/// tenth and more is counted among plain draws, and so is one of which the search finds nothing: no hit of n excludes
/// 3 / n, and `in_words` says that, never 0.
///
/// Measured over 200 and more seeds: see the guide's page on accuracy. The error is to be relied on when `is_reliable()`
/// says so. What no draw has met is in no error: a part of the event far from all that was found, behind a value of a
/// discrete input that is itself very rare, or of a model that does not tell where the event is nearer (one that
/// returns 0 or 1), may be missed; other seeds and more evaluations show it. From some 40 uncertain inputs on the error
/// grows, and 30 000 evaluations are too few there.
/// The same seed gives the same bits. Runs on one thread.
/// \throws std::domain_error for a limit that is NaN or infinite in the wrong direction, and fewer than 8192 evaluations;
/// model_error for a model that throws or returns an undefined value, as it may so far from the central case.
/// Sources: Au and Beck, Probabilistic Engineering Mechanics 16 (2001) 263-277; Kurtz and Song, Structural Safety 42 (2013)
/// 35-44, for mixtures in importance sampling; Hesterberg, Technometrics 37 (1995) 185-194, for the part that bounds weights.
template <label Output = "", class Model, class... Assumptions, class Condition>
    requires detail::is_rare_condition<Condition>
[[nodiscard]] rare_estimate rare_probability(const basic_forecast<Model, Assumptions...>& forecast, const Condition& condition,
                                             const rare_probability_run& options = {}) {
    using forecast_type = basic_forecast<Model, Assumptions...>;
    if constexpr (detail::question_is_clear<Output, forecast_type>()) {
        return detail::ask_rare_probability<detail::output_query<Output, forecast_type>>(forecast, {}, condition, options);
    } else {
        return {};
    }
}
template <label Output = "", class Model, class... Assumptions, class Condition>
    requires detail::is_rare_condition<Condition>
[[nodiscard]] rare_estimate rare_probability(const basic_forecast<Model, Assumptions...>& forecast, const date& when,
                                             const Condition& condition, const rare_probability_run& options = {}) {
    using forecast_type = basic_forecast<Model, Assumptions...>;
    if constexpr (detail::question_is_clear<Output, forecast_type, date>()) {
        return detail::ask_rare_probability<detail::output_query<Output, forecast_type, date>>(forecast, {when}, condition,
                                                                                               options);
    } else {
        return {};
    }
}

}  // namespace headway

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/simulation/bodies/rare_probability.hpp>
#endif
