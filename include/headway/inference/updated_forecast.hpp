// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <tuple>
#include <type_traits>
#include <utility>

#include <headway/forecast/draw_by_draw.hpp>
#include <headway/forecast/forecast.hpp>
#include <headway/forecast/model_call.hpp>
#include <headway/inference/observed.hpp>

#include <headway/header_begin.hpp>

namespace headway {

namespace detail {

/// A forecast over time on one date, of several outputs the one of a name.
template <label Output, class Model>
struct result_on_date {
    Model model;
    date when;
    template <class In>
    constexpr auto operator()(const In& in) const {
        const auto result = model(in, when);
        if constexpr (is_named_outputs<std::remove_cvref_t<decltype(result)>>) {
            return get<Output>(result);
        } else {
            return result;
        }
    }
};

/// Among what the value is that the model gives for an observation.
enum class observed_source : unsigned char {
    result,    ///< the forecast's results
    input,     ///< its inputs
    function,  ///< what the observed functions give
};

// What a quantity is as functions of the inputs that are to be evaluated: one, or none for a result or an input that is there
// anyway.
template <class Forecast, class Quantity>
[[nodiscard]] constexpr auto functions_of_inputs(const Forecast&, const Quantity& quantity) {
    return std::tuple(quantity);
}
template <class Forecast, class Assumption>
[[nodiscard]] constexpr auto functions_of_inputs(const Forecast&, const observed_input<Assumption>&) {
    return std::tuple();
}
template <class Forecast, label Output>
[[nodiscard]] constexpr auto functions_of_inputs(const Forecast&, const observed_result<Output>&) {
    return std::tuple();
}
template <class Forecast, label Output>
[[nodiscard]] constexpr auto functions_of_inputs(const Forecast& forecast,
                                                 const observed_result<Output, date>& result) {
    using model = std::remove_cvref_t<decltype(forecast.model())>;
    return std::tuple(result_on_date<Output, model>{forecast.model(), result.when});
}

/// The name of an output by its number.
consteval label<4> numbered_name(std::size_t i) {
    const char digits[5] = {static_cast<char>('0' + i / 1000 % 10), static_cast<char>('0' + i / 100 % 10),
                            static_cast<char>('0' + i / 10 % 10), static_cast<char>('0' + i % 10), 0};
    return label<4>(digits);
}

/// Functions of the inputs as one model with as many outputs.
template <class... Functions>
struct observed_functions {
    std::tuple<Functions...> functions;
    template <class In>
        requires(std::invocable<const Functions&, const In&>&&...)
    constexpr auto operator()(const In& in) const {
        return [&]<std::size_t... I>(std::index_sequence<I...>) {
            return outputs(output<numbered_name(I)>(std::get<I>(functions)(in))...);
        }
        (std::index_sequence_for<Functions...>{});
    }
};

template <class Model, class... Assumptions>
struct forecast_parts;
template <class Model, class... Assumptions>
struct forecast_parts<basic_forecast<Model, Assumptions...>> {
    using model_type = Model;
    template <class Other>
    using with_model = basic_forecast<Other, Assumptions...>;
};

/// A model that takes plain numbers only makes one of all that is observed.
template <class Model, class... Functions>
using observed_model =
    std::conditional_t<is_draw_by_draw<Model> || (is_draw_by_draw<Functions> || ...),
                       draw_by_draw_model<observed_functions<Functions...>>, observed_functions<Functions...>>;

/// What is observed that the forecast does not give anyway, as a forecast of the same inputs; nothing for nothing.
template <class Forecast>
[[nodiscard]] constexpr auto observed_forecast(const Forecast&, const std::tuple<>&) {
    return nullptr;
}
template <class Forecast, class First, class... More>
[[nodiscard]] constexpr auto observed_forecast(const Forecast& forecast, const std::tuple<First, More...>& functions) {
    using parts = forecast_parts<Forecast>;
    using model = observed_model<typename parts::model_type, First, More...>;
    const observed_functions<First, More...> all{functions};
    using result = typename parts::template with_model<model>;
    if constexpr (is_draw_by_draw<model>) {
        return result(forecast.inputs(), model{all}, {});
    } else {
        return result(forecast.inputs(), all, {});
    }
}

template <class Forecast, class Quantity>
struct observed_quantity {
    using values = typename Forecast::template values<double>;
    static constexpr bool is_callable = std::is_invocable_v<const Quantity&, const values&>;
    static_assert(is_callable,
                  "updated: what is observed must be a function of the forecast's inputs, [](const auto& in) "
                  "{...}, an assumption among them, or a result of the forecast");
    template <class Q>
    static auto result_of() {
        if constexpr (std::is_invocable_v<const Q&, const values&>) {
            return std::type_identity<std::remove_cvref_t<std::invoke_result_t<const Q&, const values&>>>{};
        } else {
            return std::type_identity<void>{};
        }
    }
    using result_type = typename decltype(result_of<Quantity>())::type;
    static constexpr std::size_t place = 0;
    static constexpr observed_source source = observed_source::function;
};
template <class Forecast, label Output, class... When>
struct observed_quantity<Forecast, observed_result<Output, When...>> {
    static constexpr bool date_is_given = !Forecast::over_time || sizeof...(When) == 1;
    static_assert(
        date_is_given,
        "observed: this is a forecast over time: give the date of the observation first, observed(when, value, error)");
    static constexpr bool no_date_is_given_in_vain = Forecast::over_time || sizeof...(When) == 0;
    static_assert(no_date_is_given_in_vain, "observed: the forecast is no function of the date: leave the date out");
    static constexpr observed_source source =
        sizeof...(When) == 0 ? observed_source::result : observed_source::function;

    template <class Result>
    static consteval std::size_t find() {
        if constexpr (is_named_outputs<Result>) {
            constexpr bool says_which_output = !Output.view().empty();
            static_assert(says_which_output,
                          "observed: the model returns several outputs: name the one that was observed, as "
                          "in observed<\"cost\">(value, error)");
            constexpr bool model_has_this_output = !says_which_output || Result::place_of(Output.view()) < Result::size;
            static_assert(model_has_this_output, "observed: the model has no output of this name");
            return says_which_output && model_has_this_output ? Result::place_of(Output.view()) : 0;
        } else {
            constexpr bool only_result_needs_no_name = Output.view().empty();
            static_assert(only_result_needs_no_name,
                          "observed: the model returns one value, which has no name: leave the name out");
            return 0;
        }
    }
    template <class Result>
    static auto pick() {
        if constexpr (is_named_outputs<Result>) {
            return std::type_identity<
                std::remove_cvref_t<decltype(std::declval<const Result&>().template get<find<Result>()>())>>{};
        } else {
            static_assert(find<Result>() == 0);
            return std::type_identity<Result>{};
        }
    }
    template <class F>
    static auto result_of() {
        using values = typename F::template values<double>;
        using model = std::remove_cvref_t<decltype(std::declval<const F&>().model())>;
        if constexpr (!date_is_given || !no_date_is_given_in_vain) {
            return std::type_identity<void>{};
        } else if constexpr (F::over_time) {
            return std::type_identity<std::remove_cvref_t<std::invoke_result_t<const model&, const values&, date>>>{};
        } else {
            return std::type_identity<std::remove_cvref_t<std::invoke_result_t<const model&, const values&>>>{};
        }
    }
    using whole_type = typename decltype(result_of<Forecast>())::type;
    template <class Whole>
    static auto result_if() {
        if constexpr (std::is_void_v<Whole>) {
            return std::type_identity<void>{};
        } else {
            return pick<Whole>();
        }
    }
    using result_type = typename decltype(result_if<whole_type>())::type;
    static constexpr std::size_t place = [] {
        if constexpr (std::is_void_v<whole_type>) {
            return std::size_t{0};
        } else {
            return find<whole_type>();
        }
    }();
};

template <class Forecast, class Assumption>
struct observed_quantity<Forecast, observed_input<Assumption>> {
    using values = typename Forecast::template values<double>;
    using result_type =
        std::remove_cvref_t<decltype(std::declval<const observed_input<Assumption>&>()(std::declval<const values&>()))>;
    static constexpr std::size_t place = Forecast::inputs_type::place_of(Assumption::name);
    static constexpr observed_source source = observed_source::input;
};

template <class Forecast, class Quantity, class T>
consteval bool observation_fits() {
    using result = typename observed_quantity<Forecast, Quantity>::result_type;
    if constexpr (std::is_void_v<result>) {
        return false;
    } else {
        constexpr bool model_gives_one_value = (number_like<result> || any_value<result>)&&!std::same_as<result, bool>;
        static_assert(
            model_gives_one_value,
            "updated: what is observed must be a number, a quantity or a date; give each output an observation of "
            "its own");
        if constexpr (model_gives_one_value) {
            constexpr bool value_is_of_the_quantity_observed = std::same_as<typename kept_type<result>::type, T>;
            static_assert(value_is_of_the_quantity_observed,
                          "updated: an observed value has another dimension than what the model gives for it");
            return value_is_of_the_quantity_observed;
        } else {
            return false;
        }
    }
}

/// Where what the model gives for an observation is to be found.
struct observed_place {
    observed_source source;
    std::size_t place;
};

}  // namespace detail

/// A forecast together with what was observed: `f.updated(observed(...), ...)`. Simulate it for what the forecast says now.
/// Not itself a forecast; it may be updated further, which is the same as updating by all observations at once. Observations
/// are taken as independent of each other, given the inputs.
template <class Forecast, class... Observations>
class updated_forecast {
  public:
    using forecast_type = Forecast;
    static constexpr bool over_time = Forecast::over_time;
    static constexpr std::size_t observation_count = sizeof...(Observations);

    constexpr updated_forecast(const Forecast& forecast, const Observations&... observations)
        : forecast_(forecast), observations_(observations...),
          observed_(detail::observed_forecast(
              forecast, std::tuple_cat(detail::functions_of_inputs(forecast, observations.quantity)...))) {}

    /// The forecast before.
    [[nodiscard]] constexpr const Forecast& forecast() const noexcept { return forecast_; }
    /// What is observed through functions of the inputs, as a forecast; null where results of the forecast and its inputs are
    /// all that is observed.
    [[nodiscard]] constexpr const auto& observed() const noexcept { return observed_; }

    /// What was observed, in order.
    [[nodiscard]] constexpr const std::tuple<Observations...>& observations() const noexcept { return observations_; }

    /// The same observations of the forecast under other beliefs, which are believed before anything was observed:
    /// `f.updated(seen).with(override(decline, 3.0))` is `f.with(override(decline, 3.0)).updated(seen)`.
    template <class... Overrides>
    [[nodiscard]] constexpr updated_forecast with(const Overrides&... overrides) const {
        return of(forecast_.with(overrides...));
    }
    /// The same observations of another forecast of this type.
    [[nodiscard]] constexpr updated_forecast of(const Forecast& forecast) const {
        auto other = std::apply(
            [&](const Observations&... observations) { return updated_forecast(forecast, observations...); }, observations_);
        other.least_effective_ = least_effective_;
        return other;
    }
    /// With further observations.
    template <class... More>
    [[nodiscard]] constexpr auto updated(const More&... more) const {
        return std::apply(
            [&](const auto&... so_far) {
                auto all = forecast_.updated(so_far..., more...);
                all.least_effective_ = least_effective_;
                return all;
            },
            observations_);
    }

    static constexpr double default_least_effective = 100.0;
    /// A run whose draws are worth fewer than this many of equal weight is refused; 100 where nothing is said. Fewer than
    /// some 20 do not know their own error. \throws std::domain_error for one below 2 or undefined.
    [[nodiscard]] constexpr updated_forecast at_least_effective(double draws) const {
        if (!(draws >= 2.0)) detail::value_breaks_a_rule("at_least_effective", "draws", "must be at least 2", draws);
        updated_forecast copy = *this;
        copy.least_effective_ = draws;
        return copy;
    }
    [[nodiscard]] constexpr double least_effective() const noexcept { return least_effective_; }

    /// The observations without their types, in order, and where the model gives what they are of.
    [[nodiscard]] constexpr std::array<detail::observation_record, observation_count> records() const {
        return std::apply(
            [](const auto&... o) { return std::array<detail::observation_record, observation_count>{o.record...}; },
            observations_);
    }
    [[nodiscard]] static constexpr std::array<detail::observed_place, observation_count> places() {
        std::size_t next = 0;
        const auto place = [&](detail::observed_source source, std::size_t there) {
            return detail::observed_place{source, source == detail::observed_source::function ? next++ : there};
        };
        return {place(quantity_of<Observations>::source, quantity_of<Observations>::place)...};
    }

  private:
    template <class, class...>
    friend class updated_forecast;
    template <class Observation>
    using quantity_of =
        detail::observed_quantity<Forecast, std::remove_cvref_t<decltype(std::declval<const Observation&>().quantity)>>;

    Forecast forecast_;
    std::tuple<Observations...> observations_;
    decltype(detail::observed_forecast(
        std::declval<const Forecast&>(),
        std::tuple_cat(detail::functions_of_inputs(std::declval<const Forecast&>(),
                                                   std::declval<const Observations&>().quantity)...))) observed_;
    double least_effective_ = default_least_effective;
};

namespace detail {

template <class Forecast, class Observation>
consteval bool is_observation_of() {
    constexpr bool each_is_an_observation = is_observed<Observation>;
    static_assert(each_is_an_observation,
                  "updated: every argument must be an observation, such as observed(quantity, value, log_error(0.2))");
    if constexpr (each_is_an_observation) {
        using quantity = std::remove_cvref_t<decltype(std::declval<const Observation&>().quantity)>;
        return observation_fits<Forecast, quantity, typename Observation::value_type>();
    } else {
        return false;
    }
}

template <class Forecast, class... Observations>
    requires std::is_class_v<Forecast>
struct forecast_update<Forecast, Observations...> {
    [[nodiscard]] static constexpr auto of(const Forecast& forecast, const Observations&... observations) {
        constexpr bool something_is_observed = sizeof...(Observations) > 0;
        static_assert(something_is_observed,
                      "updated: give at least one observation, updated(observed(quantity, value, error))");
        if constexpr (something_is_observed && (is_observation_of<Forecast, Observations>() && ...)) {
            return updated_forecast<Forecast, Observations...>(forecast, observations...);
        } else {
            return nullptr;
        }
    }
};

}  // namespace detail

}  // namespace headway

#include <headway/header_end.hpp>
