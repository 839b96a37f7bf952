// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/testing/detail/hold_run.hpp>
#include <headway/testing/probability_report.hpp>

#include <headway/header_begin.hpp>

namespace headway {

namespace detail {

template <class Forecast, class Predicate>
[[nodiscard, gnu::cold]] std::optional<holds_report> run_predicate(const Forecast& forecast, const std::vector<date>& dates,
                                                        const Predicate& predicate, const simulation& options) {
    using run = hold_run<Forecast, Predicate>;
    constexpr bool predicate_is_callable = run::is_callable();
    if constexpr (!Forecast::over_time) {
        static_assert(predicate_is_callable, "holds: the predicate must be callable with what the model returns, or with "
                                             "that and the inputs: [](const auto& result, const auto& in) {...}");
    } else {
        static_assert(predicate_is_callable,
                      "holds: the predicate must be callable with what the model returns, with that and the date, or "
                      "with result, inputs and date: [](const auto& result, const auto& in, const auto& when) {...}");
    }
    if constexpr (predicate_is_callable) {
        using answer = decltype(run::answer_of(predicate, std::declval<const typename run::result_type&>(),
                                               std::declval<const typename run::draw_values&>(), date{}));
        constexpr bool predicate_answers = predicate_answer<answer>;
        static_assert(predicate_answers, "holds: the predicate must return a bool, or the margin by which it holds as a "
                                         "number or a quantity, negative where it does not");
        if constexpr (predicate_answers) {
            if (options.shard.count != 1) {
                throw std::domain_error("holds: takes no shards; run all draws, with .threads for more processors");
            }
            const run all(forecast, predicate, dates, options);
            const auto tally = all.run();
            if (!tally.worst.found) return holds_report(tally.satisfied, tally.draws, {}, {});
            auto [worst, misses_by] = all.describe(tally.worst);
            return holds_report(tally.satisfied, tally.draws, std::move(worst), std::move(misses_by));
        }
    }
    return {};
}

/// The one date that a model which is not over time is asked for.
template <class = void>
[[nodiscard, gnu::cold]] const std::vector<date>& no_date();

}  // namespace detail

/// Tests a predicate on the draws of a forecast: `holds(affordable, [](date d) { return d < deadline; })`. It is called
/// with what the model returns, or with that and the inputs, `[](const auto& cost, const auto& in) {...}`, on plain numbers;
/// from several threads at once if `options.threads` says so. It returns a bool, or the margin by which it holds, negative
/// where it does not: `[](auto cost) { return 10.0 * million_usd - cost; }`; then the worst counterexample is the one that
/// misses by most. \param options as for `simulate`, but shards are refused, and `keep` has nothing to keep.
/// \throws model_error, predicate_error for a model or a predicate that throws or returns what is not a number, naming the
/// draw and its inputs; std::domain_error for options that cannot be. *Not for* the edges of the beliefs, where hardly a
/// draw falls: see `bounded` and `monotone_in`.
template <class Model, class... Assumptions, class Predicate>
    requires(!basic_forecast<Model, Assumptions...>::over_time)
[[nodiscard, gnu::cold]] holds_report holds(const basic_forecast<Model, Assumptions...>& forecast, const Predicate& predicate,
                                 const simulation& options = {}) {
    return *detail::run_predicate(forecast, detail::no_date(), predicate, options);
}
/// Over time: a draw satisfies a predicate when it does so on every one of the dates. It is called with the result, with
/// result and date, or with result, inputs and date.
template <class Model, class... Assumptions, class Predicate>
    requires basic_forecast<Model, Assumptions...>::over_time
[[nodiscard, gnu::cold]] holds_report holds(const basic_forecast<Model, Assumptions...>& forecast, const std::vector<date>& dates,
                                 const Predicate& predicate, const simulation& options = {}) {
    detail::require_dates("holds", dates);
    return *detail::run_predicate(forecast, dates, predicate, options);
}

/// Tests that a predicate holds in every draw: `holds`, by the name that says what is asked.
template <class Model, class... Assumptions, class Predicate>
    requires(!basic_forecast<Model, Assumptions...>::over_time)
[[nodiscard, gnu::cold]] holds_report holds_always(const basic_forecast<Model, Assumptions...>& forecast,
                                        const Predicate& predicate, const simulation& options = {}) {
    return holds(forecast, predicate, options);
}
template <class Model, class... Assumptions, class Predicate>
    requires basic_forecast<Model, Assumptions...>::over_time
[[nodiscard, gnu::cold]] holds_report holds_always(const basic_forecast<Model, Assumptions...>& forecast,
                                        const std::vector<date>& dates, const Predicate& predicate,
                                        const simulation& options = {}) {
    return holds(forecast, dates, predicate, options);
}

/// Tests that a predicate holds with at least this probability. With the default confidence of 99 %, a predicate whose
/// probability is below it passes in at most one seed of a hundred; one too close to tell does not pass and says so.
/// \throws std::domain_error unless 0 < probability < 1 and 0 < confidence < 1.
template <class Model, class... Assumptions, class Predicate>
    requires(!basic_forecast<Model, Assumptions...>::over_time)
[[nodiscard, gnu::cold]] probability_report holds_with_probability(const basic_forecast<Model, Assumptions...>& forecast,
                                                        double probability, const Predicate& predicate,
                                                        const simulation& options = {}, double confidence = 0.99) {
    return {holds(forecast, predicate, options), probability, confidence};
}
template <class Model, class... Assumptions, class Predicate>
    requires basic_forecast<Model, Assumptions...>::over_time
[[nodiscard, gnu::cold]] probability_report holds_with_probability(const basic_forecast<Model, Assumptions...>& forecast,
                                                        const std::vector<date>& dates, double probability,
                                                        const Predicate& predicate, const simulation& options = {},
                                                        double confidence = 0.99) {
    return {holds(forecast, dates, predicate, options), probability, confidence};
}

/// The inputs of one draw of a run with these options, to be replayed: `f.with(inputs_of_draw(f, 812, options)).baseline()`.
/// \throws std::domain_error for a draw that the run does not have.
template <class Model, class... Assumptions>
[[nodiscard, gnu::cold]] override_list inputs_of_draw(const basic_forecast<Model, Assumptions...>& forecast, std::uint64_t draw,
                                           const simulation& options = {}) {
    const auto nothing = [](const auto&) { return true; };
    using run = detail::hold_run<basic_forecast<Model, Assumptions...>, decltype(nothing)>;
    return detail::inputs_as_overrides(forecast, run(forecast, nothing, detail::no_date(), options).values_of(draw));
}

}  // namespace headway

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/testing/bodies/holds.hpp>
#endif
