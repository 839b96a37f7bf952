// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/decision/detail/target_search.hpp>
#include <headway/decision/input_range.hpp>
#include <headway/decision/value_answer.hpp>
#include <headway/forecast/output_query.hpp>

#include <headway/header_begin.hpp>

namespace headway {

namespace detail {

/// So many places are looked at; between two of them one crossing is found, and of two none.
inline constexpr std::size_t searched_places = 65;

/// Of dates whose upper levels are never.
template <class = void>
[[noreturn, gnu::cold]] void refuse_levels_on_never(const assumption_record& input, double low, double high);

/// Evenly in probability over a part of a belief, else in value, or in its logarithm over a factor of 20 or more.
template <class = void>
[[nodiscard, gnu::cold]] std::vector<double> places_to_search(const assumption_record& input, double low, double high,
                                                              bool are_levels);

template <class = void>
[[gnu::cold]] void require_target(const asked_statistic& asked, double target);

/// A search without its types.
template <class = void>
[[nodiscard]] target_search searched(const model_call& model, const std::vector<date>& dates, std::size_t place,
                                     const simulation& options, const assumption_record& input, std::size_t input_place,
                                     varied how, const std::vector<double>& places, const asked_statistic& asked,
                                     double target);

template <label Output, label Name, class T, varied How, class Statistic, class Target, class Model,
          class... Assumptions, class... When>
[[nodiscard]] auto value_for_of(const basic_forecast<Model, Assumptions...>& forecast,
                                const varied_input<Name, T, How>&, const statistic::target<Statistic, Target>& wanted,
                                const input_range<T>& range, const simulation& options, const When&... when) {
    using forecast_type = basic_forecast<Model, Assumptions...>;
    using inputs_type = typename forecast_type::inputs_type;
    constexpr std::size_t place = inputs_type::place_of(Name.view());
    constexpr bool it_is_an_input = place < inputs_type::size;
    static_assert(it_is_an_input, "value_for: the assumption is not among the forecast's inputs");
    constexpr bool date_is_given_if_needed = !forecast_type::over_time || sizeof...(When) == 1;
    static_assert(date_is_given_if_needed,
                  "value_for: this is a forecast over time: give the date after it, as in value_for(f, when, price, target)");
    constexpr bool no_date_is_given_in_vain = forecast_type::over_time || sizeof...(When) == 0;
    static_assert(no_date_is_given_in_vain, "value_for: the model is no function of the date: leave the date out");
    if constexpr (!it_is_an_input || !date_is_given_if_needed || !no_date_is_given_in_vain) {
        return;
    } else if constexpr (question_is_clear<Output, forecast_type, When...>()) {
        constexpr bool it_has_the_dimension =
            std::same_as<typename inputs_type::template assumption_at<place>::value_type, T>;
        static_assert(it_has_the_dimension,
                      "value_for: the assumption has another dimension than the input of that name");
        using query = output_query<Output, forecast_type, When...>;
        using asked_of = statistic_of<Statistic, typename query::value_type>;
        using value_type = typename asked_of::value_type;
        constexpr bool target_is_of_the_result = asked_of::fits && std::same_as<Target, value_type>;
        static_assert(target_is_of_the_result, "value_for: the target is of another kind than the result");
        if constexpr (it_has_the_dimension && target_is_of_the_result) {
            const asked_statistic asked = asked_of::asked(wanted.of);
            const double target = base_value_of(wanted.value);
            require_target(asked, target);
            const assumption_record& input = forecast.inputs().records()[place];
            const std::vector<double> places = places_to_search(input, range.low, range.high, range.are_levels);
            // Sure of a value, as it will be, correlated inputs are drawn as they are by a forecast with that override.
            override_list sure;
            if (How == varied::value) sure.set(Name.view(), belief<T>(value_from_base<T>(input.base_quantile(0.5))));
            const forecast_type varied_forecast = forecast.with(sure);
            const target_search found = searched(typed_model<forecast_type>::call(varied_forecast), {when...},
                                                 query::place, options, input, place, How, places, asked, target);
            using answer = value_answer<T, value_type>;
            const auto value = [](double x) { return value_from_base<T>(x); };
            const auto result = [](double x) { return value_from_base<value_type>(x); };
            std::vector<found_value<T, value_type>> met;
            for (const met_target& m : found.met) {
                met.push_back({value(m.value), value(m.until),
                               value_from_base<typename value_traits<T>::difference_type>(m.error), m.jumps,
                               result(m.from), result(m.to)});
            }
            return answer({std::string(Name.view()), How, asked.words, wanted.value, value(places.front()),
                           value(places.back()), result(found.least), result(found.greatest), asked.is_share(),
                           found.evaluations},
                          std::move(met));
        }
    }
}

}  // namespace detail

/// What must be true: the value of an input at which a statistic of the result meets a target (goal seek under uncertainty):
///
///     const auto must_be = value_for(affordable, decline, statistic::median == date(2027y / 1 / 1), {.draws = 10'000});
///     std::cout << must_be << '\n';  must_be.value();  must_be.standard_error();  // 3.51, 0.02
///     value_for(affordable, scaled(first_run), statistic::probability_below(date(2027y / 1 / 1)) == 0.9)
///
/// An assumption by itself is varied as a sure value, all others as believed; `scaled(assumption)` and `shifted(assumption)`
/// vary the median of its belief, whose spread grows in proportion or stays. Of a model with `outputs(...)` name one,
/// `value_for<"cost">(...)`; of a forecast over time give the date, `value_for(f, when, decline, ...)`.
///
/// Searched is the input's belief between its 0.1 % and 99.9 % quantiles, or a range after the target: `level_range(0.2, 0.8)`,
/// `value_range(1.0, 20.0)`, which may go beyond the belief. The statistic is looked at in 65 places, evenly in probability
/// over a part of a belief, else in value, or in its logarithm over a factor of 20 or more; between neighbours on different
/// sides of the target the crossing is found by safeguarded regula falsi, to the last digits of the value. All of them are
/// told, in ascending order, a stretch on which the target is met throughout as that, and a jump that passes it as a jump.
/// Crossings that come in pairs between two places, and a target that is but touched between them, are not seen: give a
/// narrower range.
/// All evaluations are on common draws, those of `simulate` with the same options: at the value found the statistic of
/// `simulate(f.with(override(decline, value)))` is the target, a probability to one draw. The error of the value is that of
/// the statistic there over its slope, by differences as wide as that error: one standard error, as of the statistic.
/// No value that meets the target is no error: `none()`, and `text()` tells the range that the statistic has; `value()`
/// throws then, and where there are several.
/// Cost: 70 to 150 simulations.
/// \throws std::domain_error for a target that is not finite, or of a probability outside [0, 1], an input that is believed
/// to be one value where no range is given, and options of a part of a run; model_error as `simulate`. An assumption that the
/// forecast does not read does not compile.
template <label Output = "", class Model, class... Assumptions, varied_or_assumption Input, class Statistic,
          class Target>
[[nodiscard]] auto value_for(const basic_forecast<Model, Assumptions...>& forecast, const Input& input,
                             const statistic::target<Statistic, Target>& wanted, const simulation& options = {}) {
    return detail::value_for_of<Output>(forecast, detail::varied_of(input), wanted, {}, options);
}
template <label Output = "", class Model, class... Assumptions, varied_or_assumption Input, class Statistic,
          class Target>
[[nodiscard]] auto value_for(const basic_forecast<Model, Assumptions...>& forecast, const Input& input,
                             const statistic::target<Statistic, Target>& wanted,
                             const std::type_identity_t<detail::input_range<typename Input::value_type>>& range,
                             const simulation& options = {}) {
    return detail::value_for_of<Output>(forecast, detail::varied_of(input), wanted, range, options);
}
/// Of a forecast over time, on a date.
template <label Output = "", class Model, class... Assumptions, varied_or_assumption Input, class Statistic,
          class Target>
[[nodiscard]] auto value_for(const basic_forecast<Model, Assumptions...>& forecast, const date& when,
                             const Input& input, const statistic::target<Statistic, Target>& wanted,
                             const simulation& options = {}) {
    return detail::value_for_of<Output>(forecast, detail::varied_of(input), wanted, {}, options, when);
}
template <label Output = "", class Model, class... Assumptions, varied_or_assumption Input, class Statistic,
          class Target>
[[nodiscard]] auto value_for(const basic_forecast<Model, Assumptions...>& forecast, const date& when,
                             const Input& input, const statistic::target<Statistic, Target>& wanted,
                             const std::type_identity_t<detail::input_range<typename Input::value_type>>& range,
                             const simulation& options = {}) {
    return detail::value_for_of<Output>(forecast, detail::varied_of(input), wanted, range, options, when);
}
/// Chosen only where the target is left out, to ask for it in words.
template <label Output = "", class Model, class... Assumptions, varied_or_assumption Input,
          detail::any_statistic Statistic>
auto value_for(const basic_forecast<Model, Assumptions...>&, const Input&, const Statistic&, const simulation& = {}) {
    constexpr bool says_what_the_statistic_is_to_be = sizeof(Statistic) == 0;
    static_assert(says_what_the_statistic_is_to_be,
                  "value_for: say what the statistic is to be, as in statistic::median == 5.0 * million_usd");
    return nullptr;
}
/// Chosen only for a plain value as the target, to say so in words.
template <label Output = "", class Model, class... Assumptions, varied_or_assumption Input, believable Value>
auto value_for(const basic_forecast<Model, Assumptions...>&, const Input&, const Value&, const simulation& = {}) {
    constexpr bool it_is_a_target = sizeof(Value) == 0;
    static_assert(it_is_a_target, "value_for: the target is a statistic and a value, statistic::median == x");
    return nullptr;
}

}  // namespace headway

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/decision/bodies/value_for.hpp>
#endif
