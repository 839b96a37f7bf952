// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <headway/forecast/model_call.hpp>
#include <headway/forecast/output_query.hpp>

#include <headway/header_begin.hpp>

namespace headway {

namespace detail {

/// One option of a decision without its types. Copies share the forecast, into which `model` points.
struct option_record {
    std::string name;
    std::shared_ptr<const void> forecast;
    model_call model;
    std::vector<date> dates;
    /// Of the result among the model's.
    std::size_t place;
};

}  // namespace detail

/// One of the things that may be done: a name and the forecast of what it gives, a number, a quantity or a date. Make one with
/// `option<"buy">(cost_of_buying)`. Options of one kind of result have one type, so that a vector can hold them.
template <any_value T>
class decision_option {
  public:
    using value_type = T;

    /// For `option`.
    explicit decision_option(detail::option_record record) : record_(std::move(record)) {}

    [[nodiscard]] const std::string& name() const noexcept { return record_.name; }
    /// Without its type.
    [[nodiscard]] const detail::option_record& record() const noexcept { return record_; }

  private:
    detail::option_record record_;
};

template <class T>
inline constexpr bool is_decision_option = false;
template <class T>
inline constexpr bool is_decision_option<decision_option<T>> = true;

namespace detail {

template <label Name, label Output, class Forecast, class... When>
[[nodiscard]] auto make_option(const Forecast& forecast, const When&... when) {
    constexpr bool option_has_a_name = !Name.view().empty();
    static_assert(option_has_a_name, "option: give it a name to tell it by, option<\"buy\">(cost_of_buying)");
    constexpr bool date_is_given_if_needed = !Forecast::over_time || sizeof...(When) == 1;
    static_assert(date_is_given_if_needed,
                  "option: this is a forecast over time: give the date after it, option<\"buy\">(cost, when)");
    constexpr bool says_which_output = !output_is_missing<Output, Forecast, When...>();
    static_assert(says_which_output, "option: the model returns several outputs: name the one that decides, as in "
                                     "option<\"buy\", \"cost\">(f)");
    constexpr bool it_is_clear = option_has_a_name && date_is_given_if_needed && says_which_output;
    if constexpr (!it_is_clear) {
        return nullptr;
    } else if constexpr (question_is_clear<Output, Forecast, When...>()) {
        using query = output_query<Output, Forecast, When...>;
        auto copy = std::make_shared<const Forecast>(forecast);
        const model_call model = typed_model<Forecast>::call(*copy);
        return decision_option<typename kept_type<typename query::value_type>::type>(
            {std::string(Name.view()), std::move(copy), model, {when...}, query::place});
    } else {
        return nullptr;
    }
}

}  // namespace detail

/// An option of a decision, `option<"buy">(cost_of_buying)`; of a model with `outputs(...)` name the one that decides,
/// `option<"buy", "cost">(f)`; of a forecast over time give the date, `option<"buy">(f, when)`. Copies the forecast.
template <label Name, label Output = "", class Model, class... Assumptions>
[[nodiscard]] auto option(const basic_forecast<Model, Assumptions...>& forecast) {
    return detail::make_option<Name, Output>(forecast);
}
template <label Name, label Output = "", class Model, class... Assumptions>
[[nodiscard]] auto option(const basic_forecast<Model, Assumptions...>& forecast, const date& when) {
    return detail::make_option<Name, Output>(forecast, when);
}
/// An option of which it is sure what it gives: `option<"do nothing">(0.0 * usd)`, `option<"lease">(2028y / 1 / 1)`.
template <label Name, label Output = "", believable Value>
[[nodiscard]] auto option(const Value& value) {
    return detail::make_option<Name, Output>(
        headway::forecast(inputs(), [sure = detail::as_believed(value)](const auto&) { return sure; }));
}
/// Chosen only for what is neither, to say so in words.
template <label Name, label Output = "", class Other>
auto option(const Other&) {
    constexpr bool it_is_a_forecast = sizeof(Other) == 0;
    static_assert(
        it_is_a_forecast,
        "option: give the forecast of what the option gives, option<\"buy\">(forecast(inputs(price), model))");
    return nullptr;
}

/// Chosen only for a name among the arguments, to say in words where it goes.
template <std::size_t Size, class... Rest>
constexpr auto option(const char (&)[Size], const Rest&...) {
    constexpr bool name_is_between_angle_brackets = Size == 0;
    static_assert(name_is_between_angle_brackets, "option: the name goes between angle brackets, option<\"buy\">(forecast)");
    return nullptr;
}

}  // namespace headway

#include <headway/header_end.hpp>
