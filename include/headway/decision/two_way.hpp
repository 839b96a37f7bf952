// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/decision/two_way_table.hpp>
#include <headway/forecast/output_query.hpp>
#include <headway/outcome/asked_statistic.hpp>
#include <headway/scenario/scenario_grid.hpp>
#include <headway/simulation/drawn_once.hpp>

#include <headway/header_begin.hpp>

namespace headway {

namespace detail {

/// A statistic and its error, in base units.
struct stated_value {
    double value;
    double error;
};

/// The place of an input among those of a model, whose records they are; it is one of them.
[[nodiscard]] inline std::size_t place_among(const input_view& inputs, std::string_view name) noexcept {
    std::size_t place = 0;
    while (place + 1 < inputs.input_count && inputs.inputs[place].name != name) ++place;
    return place;
}

/// The statistic for each pair of levels, row by row; every input is drawn once for each of its beliefs.
template <class = void>
[[nodiscard]] std::vector<stated_value>
two_way_values(const model_call& model, const std::vector<date>& dates, std::size_t place, const simulation& options,
               const grid_axis& down, const grid_axis& across, const asked_statistic& asked);

/// Refuses what makes no table, before any work.
template <class = void>
[[gnu::cold]] void require_two_axes(const grid_axis& down, const grid_axis& across);

template <label Output, class Statistic, class Model, class... Assumptions, class... When>
[[nodiscard]] auto two_way_of(const basic_forecast<Model, Assumptions...>& forecast,
                              const std::type_identity_t<axis_for<basic_forecast<Model, Assumptions...>>>& down,
                              const std::type_identity_t<axis_for<basic_forecast<Model, Assumptions...>>>& across,
                              const Statistic& of, const simulation& options, const When&... when) {
    using forecast_type = basic_forecast<Model, Assumptions...>;
    constexpr bool date_is_given_if_needed = !forecast_type::over_time || sizeof...(When) == 1;
    static_assert(date_is_given_if_needed,
                  "two_way: this is a forecast over time: give the date after it, as in two_way(f, when, down, across)");
    constexpr bool no_date_is_given_in_vain = forecast_type::over_time || sizeof...(When) == 0;
    static_assert(no_date_is_given_in_vain, "two_way: the model is no function of the date: leave the date out");
    constexpr bool says_which_output = !output_is_missing<Output, forecast_type, When...>();
    static_assert(says_which_output, "two_way: the model returns several outputs: name the one that is meant, as in "
                                     "two_way<\"cost\">(f, down, across)");
    if constexpr (!date_is_given_if_needed || !no_date_is_given_in_vain || !says_which_output) {
        return;
    } else if constexpr (question_is_clear<Output, forecast_type, When...>()) {
        using query = output_query<Output, forecast_type, When...>;
        using asked_of = statistic_of<Statistic, typename query::value_type>;
        constexpr bool the_limit_is_of_the_same_kind = asked_of::fits;
        static_assert(the_limit_is_of_the_same_kind,
                      "two_way: the limit of the probability is of another kind than the result");
        if constexpr (the_limit_is_of_the_same_kind) {
            using table = two_way_table<typename asked_of::value_type>;
            require_two_axes(down, across);
            const asked_statistic asked = asked_of::asked(of);
            // Correlated inputs are drawn as they are by a forecast with the first levels, and all levels of one kind alike.
            override_list first;
            for (const grid_axis* axis :
                 {static_cast<const grid_axis*>(&down), static_cast<const grid_axis*>(&across)}) {
                for (std::size_t l = axis->levels.size(); l-- > 0;) first.set(axis->input, axis->levels[l].belief);
            }
            const forecast_type under = forecast.with(first);
            const auto as_believed = typed_model<forecast_type>::call(forecast);
            for (const grid_axis* axis : {static_cast<const grid_axis*>(&down), static_cast<const grid_axis*>(&across)}) {
                const assumption_record& input = as_believed.inputs[place_among(as_believed, axis->input)];
                for (const auto& level : axis->levels) {
                    require_to_fit_a_chance(input.name, input.parts(), level.belief.parts());
                }
            }
            const auto values = two_way_values(typed_model<forecast_type>::call(under), {when...}, query::place,
                                               options, down, across, asked);
            std::vector<typename table::cell> cells;
            for (const stated_value& v : values) {
                cells.push_back({value_from_base<typename table::value_type>(v.value),
                                 value_from_base<typename table::difference_type>(v.error)});
            }
            const auto side = [](const grid_axis& axis) {
                typename table::side one{axis.input, {}};
                for (const auto& level : axis.levels) one.levels.push_back(level.label);
                return one;
            };
            return table(side(down), side(across), std::move(cells), asked.words, asked.is_share());
        }
    }
}

}  // namespace detail

/// A two-way table: a statistic of the result (the median, or the one that is given) for each pair of levels of two inputs,
/// the first down, the second across:
///
///     const auto t = two_way(affordable, decline, first_run, {3.0, 4.0, 5.0}, {50.0 * million_usd, 200.0 * million_usd});
///     std::cout << report::table(t);  report::two_way_chart(t);  t.at(0, 1).value;  t.at(0, 1).standard_error
///     two_way(affordable, axis(decline, {{"slow", ci90(2.0, 3.0)}, {"fast", 6.0}}), axis(first_run, {...}),
///             statistic::probability_below(date(2027y / 1 / 1)), {.draws = 10'000})
///
/// A level is a value, of which one is sure then, or a belief; each has a label, given or its own notation. Of a model with
/// `outputs(...)` name one, `two_way<"cost">(...)`; of a forecast over time give the date, `two_way(f, when, ...)`.
/// All cells are on common draws, those of `simulate` with the same options under both levels, whose statistics they have.
/// (Where correlated inputs have values that carry probability of their own, how their draws are joined is that of the first
/// levels, in all cells.) Every input is drawn once for each belief. Errors are those of `outcome`.
/// *Not for* more than two inputs, or for whole distributions: `compare_grid`.
/// \throws std::domain_error for an axis without levels, two axes of one input, two levels of one label, more than
/// `most_grid_combinations` cells, what does not fit the forecast, options of a part of a run; model_error as `simulate`.
/// An assumption that the forecast does not read does not compile.
template <label Output = "", class Model, class... Assumptions, detail::any_statistic Statistic>
[[nodiscard]] auto two_way(const basic_forecast<Model, Assumptions...>& forecast,
                           const std::type_identity_t<axis_for<basic_forecast<Model, Assumptions...>>>& down,
                           const std::type_identity_t<axis_for<basic_forecast<Model, Assumptions...>>>& across,
                           const Statistic& of, const simulation& options = {}) {
    return detail::two_way_of<Output>(forecast, down, across, of, options);
}
template <label Output = "", class Model, class... Assumptions>
[[nodiscard]] auto two_way(const basic_forecast<Model, Assumptions...>& forecast,
                           const std::type_identity_t<axis_for<basic_forecast<Model, Assumptions...>>>& down,
                           const std::type_identity_t<axis_for<basic_forecast<Model, Assumptions...>>>& across,
                           const simulation& options = {}) {
    return detail::two_way_of<Output>(forecast, down, across, statistic::median, options);
}
template <label Output = "", class Model, class... Assumptions, label A, any_value T, label B, any_value U>
[[nodiscard]] auto
two_way(const basic_forecast<Model, Assumptions...>& forecast, const named_assumption<A, T>& down,
        const named_assumption<B, U>& across, std::initializer_list<std::type_identity_t<grid_level<T>>> down_levels,
        std::initializer_list<std::type_identity_t<grid_level<U>>> across_levels, const simulation& options = {}) {
    return detail::two_way_of<Output>(forecast, axis(down, down_levels), axis(across, across_levels), statistic::median,
                                      options);
}
template <label Output = "", class Model, class... Assumptions, label A, any_value T, label B, any_value U,
          detail::any_statistic Statistic>
[[nodiscard]] auto two_way(const basic_forecast<Model, Assumptions...>& forecast, const named_assumption<A, T>& down,
                           const named_assumption<B, U>& across,
                           std::initializer_list<std::type_identity_t<grid_level<T>>> down_levels,
                           std::initializer_list<std::type_identity_t<grid_level<U>>> across_levels,
                           const Statistic& of, const simulation& options = {}) {
    return detail::two_way_of<Output>(forecast, axis(down, down_levels), axis(across, across_levels), of, options);
}

/// Of a forecast over time, on a date.
template <label Output = "", class Model, class... Assumptions, detail::any_statistic Statistic>
[[nodiscard]] auto two_way(const basic_forecast<Model, Assumptions...>& forecast, const date& when,
                           const std::type_identity_t<axis_for<basic_forecast<Model, Assumptions...>>>& down,
                           const std::type_identity_t<axis_for<basic_forecast<Model, Assumptions...>>>& across,
                           const Statistic& of, const simulation& options = {}) {
    return detail::two_way_of<Output>(forecast, down, across, of, options, when);
}
template <label Output = "", class Model, class... Assumptions>
[[nodiscard]] auto two_way(const basic_forecast<Model, Assumptions...>& forecast, const date& when,
                           const std::type_identity_t<axis_for<basic_forecast<Model, Assumptions...>>>& down,
                           const std::type_identity_t<axis_for<basic_forecast<Model, Assumptions...>>>& across,
                           const simulation& options = {}) {
    return detail::two_way_of<Output>(forecast, down, across, statistic::median, options, when);
}
template <label Output = "", class Model, class... Assumptions, label A, any_value T, label B, any_value U>
[[nodiscard]] auto
two_way(const basic_forecast<Model, Assumptions...>& forecast, const date& when, const named_assumption<A, T>& down,
        const named_assumption<B, U>& across, std::initializer_list<std::type_identity_t<grid_level<T>>> down_levels,
        std::initializer_list<std::type_identity_t<grid_level<U>>> across_levels, const simulation& options = {}) {
    return detail::two_way_of<Output>(forecast, axis(down, down_levels), axis(across, across_levels), statistic::median,
                                      options, when);
}

}  // namespace headway

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/decision/bodies/two_way.hpp>
#endif
