// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <headway/decision/detail/information_gain.hpp>
#include <headway/decision/detail/least_squares_exercise.hpp>
#include <headway/decision/exercise_schedule.hpp>
#include <headway/decision/option_to_wait.hpp>
#include <headway/economics/capital.hpp>
#include <headway/forecast/output_query.hpp>
#include <headway/outcome/paired_difference.hpp>
#include <headway/simulation/simulate.hpp>

#include <headway/header_begin.hpp>

namespace headway {

namespace detail {

/// What is seen, in words.
struct seen_record {
    std::string_view name;
    std::string (*text)(double base_value, int significant_digits);
};

/// The draws of every date and output; refuses those that are never.
template <class = void>
[[nodiscard]] exercise_columns exercise_columns_of(const finished_run& run, const exercise_schedule& schedule,
                                                   std::size_t outputs);

/// A threshold in words.
template <class = void>
[[nodiscard, gnu::cold]] std::string rule_text(const exercise_threshold& rule, const exercise_problem& problem,
                                               const std::vector<seen_record>& seen);

template <class = void>
[[nodiscard]] exercise_record exercise(better preferred, const model_call& model, kinds_view kinds,
                                       const exercise_schedule& schedule, exercise_problem problem,
                                       const std::vector<seen_record>& seen, const simulation& options,
                                       progress_ref progress);

/// What is seen of a model that returns `Result`: all outputs but the one that acting gives, or the only result.
template <class Result>
struct what_is_seen {
    using only_type = typename kept_type<Result>::type;
    static std::vector<seen_record> of(std::size_t) { return {{"what acting gives", &text_of_base<only_type>}}; }
};
template <class... Outputs>
struct what_is_seen<named_outputs<Outputs...>> {
    static constexpr std::size_t size = sizeof...(Outputs);
    static std::vector<seen_record> of(std::size_t acting) {
        std::vector<seen_record> all{
            {Outputs::name, &text_of_base<typename kept_type<typename Outputs::value_type>::type>}...};
        all.erase(all.begin() + static_cast<std::ptrdiff_t>(acting));
        return all;
    }
};

}  // namespace detail

/// What it is worth to wait with something that may be done once, with a date by which to decide: a real option, valued by
/// least-squares Monte Carlo.
///
///     const auto w = real_option(better::higher, worth_of_building, may_act_on(dates_every(3.0 * month, today, 21)),
///                                8.0 * percent, {.draws = 100'000, .seed = 1});
///     w.value();  w.acting_now();  w.worth_of_waiting();  w.dates()[4].rule;
///     std::cout << report::table(w);
///
/// \param acting a forecast over time of what acting on a date gives, in values of that date; a number or a quantity. What is
/// known on a date when it is decided is what acting gives then, and nothing else. Where that is not all, or is not known, let
/// the model return `outputs(...)` and name the one that acting gives, `real_option<"worth">(...)`: all others, at most eight,
/// are what is seen. What the model reads but does not show is not known to who decides.
/// \param schedule on which dates one may act, the first of which is now: `may_act_on(dates)`, after which it is lost and gives
/// 0, or `must_act_on(dates)`, on the last at the latest.
/// \param rate the effective annual rate at which values of later dates are discounted to the first, a number or a percentage.
/// A market's price of an option takes the rate without risk and a path that grows by it; a plan of one's own takes its
/// own rate and its own belief.
///
/// Method: backwards from the last date, what acting is better by than following the rule later is regressed on what is seen
/// (a parabola and a broken line in each, products of two), over the draws in which acting gives something if that is all that is seen. Then
/// fresh draws follow the rule. So the value is that of a rule that can be followed and has no bias upward: on average it is
/// below the best by what the rule loses, mostly less than a thousandth of the value. The standard error is of those draws; it
/// does not hold that loss.
/// Cost: two simulations on all dates, kept in memory (8 bytes for each draw, date and output), and the regressions.
/// The same bits with any number of threads.
/// \throws std::domain_error for a result that is never or infinite in some draw, fewer than 512 draws, a streaming run, a
/// shard, a rate of -100 % or less; as `simulate`.
/// Source: Longstaff and Schwartz, Valuing American options by simulation, Review of Financial Studies 14 (2001) 113-147.
template <label Acting = "", class Model, class... Assumptions, class Rate, class Progress = no_progress>
[[nodiscard]] auto real_option(better preferred, const basic_forecast<Model, Assumptions...>& acting,
                               const exercise_schedule& schedule, const Rate& rate, const simulation& options = {},
                               Progress progress = {}) {
    using forecast_type = basic_forecast<Model, Assumptions...>;
    constexpr bool acting_is_a_forecast_over_time = forecast_type::over_time;
    static_assert(
        acting_is_a_forecast_over_time,
        "real_option: what acting gives must be a forecast over time, forecast(inputs(price), [](const auto& in, "
        "const auto& when) {...}), for it is asked on each date");
    if constexpr (acting_is_a_forecast_over_time) {
        constexpr bool says_what_acting_gives = !detail::output_is_missing<Acting, forecast_type, date>();
        static_assert(says_what_acting_gives,
                      "real_option: the model returns several outputs: name the one that acting gives, "
                      "as in real_option<\"worth\">(...); the others are what is seen");
        if constexpr (!says_what_acting_gives) {
            return nullptr;
        } else if constexpr (detail::question_is_clear<Acting, forecast_type, date>()) {
            using query = detail::output_query<Acting, forecast_type, date>;
            using value_type = typename detail::kept_type<typename query::value_type>::type;
            using result_type = typename detail::typed_model<forecast_type>::result_type;
            constexpr std::size_t outputs = detail::result_columns<result_type>::size;
            constexpr bool what_acting_gives_can_be_discounted = !any_date<value_type>;
            static_assert(
                what_acting_gives_can_be_discounted,
                "real_option: what acting gives must be a number or a quantity, for a date cannot be discounted; "
                "return what that date is worth");
            constexpr bool something_is_seen = Acting.view().empty() || outputs > 1;
            static_assert(something_is_seen,
                          "real_option: besides what acting gives nothing is seen: return it without "
                          "outputs(...), and it is what is seen, or add an output");
            constexpr bool few_things_are_seen = outputs <= detail::most_seen + 1;
            static_assert(few_things_are_seen, "real_option: at most eight outputs can be seen; leave some out");
            if constexpr (what_acting_gives_can_be_discounted && something_is_seen && few_things_are_seen) {
                detail::exercise_problem problem{schedule.dates().size(), outputs, query::place, {}, 1.0, false, {}};
                for (std::size_t o = 0; o < outputs; ++o) {
                    if (o != query::place || outputs == 1) problem.seen.push_back(o);
                }
                for (const date& d : schedule.dates()) {
                    problem.discount.push_back(discount_factor(rate, d - schedule.dates().front()));
                }
                return option_to_wait<value_type>(detail::exercise(
                    preferred, detail::typed_model<forecast_type>::call(acting), detail::output_kinds<result_type>,
                    schedule, std::move(problem), detail::what_is_seen<result_type>::of(query::place), options,
                    detail::told(progress)));
            } else {
                return nullptr;
            }
        } else {
            return nullptr;
        }
    } else {
        return nullptr;
    }
}
/// Chosen only where it is not said what is better, to ask for it in words.
template <label Acting = "", class First, class... Others>
    requires(!std::same_as<First, better>)
auto real_option(const First&, const Others&...) {
    constexpr bool says_what_is_better = sizeof(First) == 0;
    static_assert(says_what_is_better,
                  "real_option: say first which result is better: better::higher for what acting earns, "
                  "better::lower for what it costs");
    return nullptr;
}

}  // namespace headway

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/decision/bodies/real_option.hpp>
#endif
