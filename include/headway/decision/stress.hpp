// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/decision/input_range.hpp>
#include <headway/scenario/compare.hpp>

#include <headway/header_begin.hpp>

namespace headway {

namespace detail {

/// The forecast as it is and with an input confined, as the scenarios of a comparison.
template <class Forecast, label Name, any_value T>
[[nodiscard, gnu::cold]] std::vector<any_scenario>
stress_scenarios(const Forecast& forecast, const named_assumption<Name, T>&, const input_range<T>& range) {
    using inputs_type = typename Forecast::inputs_type;
    constexpr std::size_t place = inputs_type::place_of(Name.view());
    constexpr bool it_is_an_input = place < inputs_type::size;
    static_assert(it_is_an_input, "stress: the assumption is not among the forecast's inputs");
    if constexpr (it_is_an_input) {
        constexpr bool it_has_the_dimension =
            std::same_as<typename inputs_type::template assumption_at<place>::value_type, T>;
        static_assert(it_has_the_dimension, "stress: the assumption has another dimension than the input of that name");
        const assumption_record& input = forecast.inputs().records()[place];
        any_scenario confined_to(std::string(Name.view()) + " " + range_text(input, range));
        confined_to.set(Name.view(), confined("stress", input, range));
        return {any_scenario("as believed"), confined_to};
    } else {
        return {any_scenario("as believed")};
    }
}

}  // namespace detail

/// A stress test: the answer with an input confined to a part of its belief, beside the answer as believed:
///
///     const auto c = stress(affordable, decline, level_range(0.0, 0.1), {.draws = 100'000, .seed = 2025});
///     std::cout << report::table(c);  c[1].median();  c.difference(c.names()[1]).mean();
///
/// The result is that of `compare` with two scenarios, for a model with `outputs(...)` one for each, for a forecast over time
/// a fan. The part is given by probabilities, `level_range(0.9, 1.0)`, or by values, `value_range(5.0, 7.0)`; within it the
/// belief keeps its shape (`truncated`), and the draws of the input follow from the same random numbers. The other inputs
/// keep their beliefs, those that are correlated with it too: what going with it makes of them is told by `outcome::given`.
/// Values that carry probability of their own are in the part or out of it, whole: of levels the part is that between the
/// two quantiles, both included.
/// \throws std::domain_error for a range in which the belief has no probability; as `compare`. An assumption that the
/// forecast does not read does not compile.
template <class Model, class... Assumptions, label Name, class T>
[[nodiscard]] auto stress(const basic_forecast<Model, Assumptions...>& forecast, const named_assumption<Name, T>& input,
                          const std::type_identity_t<detail::input_range<T>>& range, const simulation& options = {}) {
    return compare(forecast, detail::stress_scenarios(forecast, input, range), options);
}
template <class Model, class... Assumptions, label Name, class T>
[[nodiscard]] auto stress(const basic_forecast<Model, Assumptions...>& forecast, const std::vector<date>& dates,
                          const named_assumption<Name, T>& input,
                          const std::type_identity_t<detail::input_range<T>>& range, const simulation& options = {}) {
    return compare(forecast, dates, detail::stress_scenarios(forecast, input, range), options);
}
/// Chosen only for a plain value as the range, to say so in words.
template <class Model, class... Assumptions, label Name, class T, believable Value>
auto stress(const basic_forecast<Model, Assumptions...>&, const named_assumption<Name, T>&, const Value&,
            const simulation& = {}) {
    constexpr bool it_is_a_range = sizeof(Value) == 0;
    static_assert(it_is_a_range,
                  "stress: give a part of the belief, level_range(0.0, 0.1) by probability or value_range(5.0, 7.0)");
    return nullptr;
}

}  // namespace headway

#include <headway/header_end.hpp>
