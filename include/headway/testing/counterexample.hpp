// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <headway/assumption/override_list.hpp>
#include <headway/forecast/forecast.hpp>
#include <headway/forecast/model_call.hpp>
#include <headway/forecast/model_error.hpp>
#include <headway/outcome/draw_column.hpp>
#include <headway/text/text.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// The inputs of one evaluation of a model, found by a check, to be looked at again:
/// `f.with(found.inputs()).baseline()`, or `found.replay(f)`, gives the very result that the check saw, bit for bit.
class counterexample {
  public:
    counterexample(override_list inputs, std::string inputs_text, std::string result_text)
        : inputs_(std::move(inputs)), inputs_text_(std::move(inputs_text)), result_text_(std::move(result_text)) {}

    /// Every input of the forecast, each a belief that is sure of one value.
    [[nodiscard]] const override_list& inputs() const noexcept { return inputs_; }
    /// One of them, for `f.at(override(decline, found[decline]))`. \throws std::domain_error for what is not an input.
    template <label Name, class T>
    [[nodiscard]] T operator[](const named_assumption<Name, T>&) const {
        const any_belief* const sure = inputs_.find(Name.view());
        if (sure == nullptr) {
            throw std::domain_error("counterexample: no input is named '" + std::string(Name.view()) + "'; it has " +
                                    inputs_text_);
        }
        return sure->as<T>().median();
    }
    /// Of a forecast over time, the date that the model was asked for; otherwise never.
    [[nodiscard]] const date& when() const noexcept { return when_; }
    /// The number of the draw, counted from 0, where it is one: `inputs_of_draw(f, draw, options)` draws it again.
    [[nodiscard]] std::optional<std::uint64_t> draw() const noexcept { return draw_; }

    /// What the model says to these inputs.
    template <class Model, class... Assumptions>
    [[nodiscard]] auto replay(const basic_forecast<Model, Assumptions...>& forecast) const {
        if constexpr (basic_forecast<Model, Assumptions...>::over_time) {
            return forecast.with(inputs_).baseline(when_);
        } else {
            return forecast.with(inputs_).baseline();
        }
    }

    /// "yearly fall = 3.02, cost = 190 million USD", six digits each.
    [[nodiscard]] const std::string& inputs_text() const noexcept { return inputs_text_; }
    /// What the model returned, in words.
    [[nodiscard]] const std::string& result_text() const noexcept { return result_text_; }
    /// All of it: "with yearly fall = 3.02, cost = 190 million USD (draw 812) the model gives 2027-08-01".
    template <class = void>
    [[nodiscard, gnu::cold]] std::string text() const;

    /// For checks: the same inputs, found on a date, in a draw.
    [[nodiscard, gnu::cold]] counterexample on(const date& when) const;
    [[nodiscard, gnu::cold]] counterexample of_draw(std::uint64_t draw) const;

  private:
    override_list inputs_;
    std::string inputs_text_;
    std::string result_text_;
    date when_ = date::never();
    std::optional<std::uint64_t> draw_;
};

template <class = void>
[[nodiscard, gnu::cold]] std::string to_text(const counterexample& found);

namespace detail {

/// A value for a failure message: six digits, of a date the day.
template <any_value T>
[[nodiscard, gnu::cold]] std::string value_text(const T& value) {
    if constexpr (any_date<T>) {
        return to_text(value);
    } else {
        return to_text(value, 6);
    }
}

/// What a model returned, in words.
template <model_result Result>
[[nodiscard, gnu::cold]] std::string result_text(const Result& result) {
    if constexpr (is_named_outputs<Result>) {
        std::string text;
        result.for_each([&](const auto& output) {
            text += (text.empty() ? "" : ", ") + std::string(output.name) + " = " + value_text(output.value);
        });
        return text;
    } else if constexpr (std::is_arithmetic_v<Result>) {
        return value_text(to_number(result));
    } else {
        return value_text(result);
    }
}

/// `f(assumption, value)` for each input of a forecast, in order.
template <class Forecast, class Values, class F>
[[gnu::cold]] void each_input_value(const Forecast& forecast, const Values& values, F f) {
    [&]<std::size_t... I>(std::index_sequence<I...>) {
        (f(forecast.inputs().template get<I>(), values.template get<I>()), ...);
    }(std::make_index_sequence<Forecast::inputs_type::size>{});
}

template <class Forecast, class Values>
[[nodiscard, gnu::cold]] std::string inputs_text(const Forecast& forecast, const Values& values) {
    std::string text;
    each_input_value(forecast, values, [&](const auto& assumption, const auto& value) {
        text += (text.empty() ? "" : ", ") + std::string(assumption.name) + " = " + value_text(value);
    });
    return text;
}

template <class Forecast, class Values>
[[nodiscard, gnu::cold]] override_list inputs_as_overrides(const Forecast& forecast, const Values& values) {
    override_list list;
    each_input_value(forecast, values, [&](const auto& assumption, const auto& value) {
        list.set(assumption.name, exactly(value));
    });
    return list;
}

template <class Forecast, class Values, class Result>
[[nodiscard, gnu::cold]] counterexample counterexample_of(const Forecast& forecast, const Values& values, const Result& result) {
    return {inputs_as_overrides(forecast, values), inputs_text(forecast, values), result_text(result)};
}

template <class = void>
[[gnu::cold]] void require_dates(const char* check, const std::vector<date>& dates);

/// Calls the model on plain numbers, on a date where it is over time.
template <class Forecast, class Values>
[[nodiscard]] auto model_at(const Forecast& forecast, const Values& values, [[maybe_unused]] const date& when) {
    if constexpr (Forecast::over_time) {
        return forecast.model()(values, when);
    } else {
        return forecast.model()(values);
    }
}

/// The same; what goes wrong is thrown as a model_error that names the check, the draw if it is one, and the inputs.
template <class Forecast, class Values>
[[nodiscard]] auto model_checked_at(const char* check, const std::uint64_t* draw, const Forecast& forecast,
                                    const Values& values, const date& when) {
    const auto say = [&](const std::string& what) {
        return std::string(check) + ": " + (draw == nullptr ? "" : "at draw " + std::to_string(*draw) + " ") + what + " (inputs: " + inputs_text(forecast, values) +
               (Forecast::over_time ? ", date " + to_text(when) : "") + ")";
    };
    const auto result = [&] {
        try {
            return model_at(forecast, values, when);
        } catch (const std::exception& e) {
            std::throw_with_nested(model_error(say(std::string("the model threw: ") + e.what())));
        } catch (...) {
            std::throw_with_nested(model_error(say("the model threw")));
        }
    }();
    each_number(result, [&](std::size_t, double x) {
        if (!(x > -never_value)) {
            throw model_error(say("the model returned " + number_text(x) +
                                  "; return a finite value, or never (plus infinity)"));
        }
    });
    return result;
}

}  // namespace detail

}  // namespace headway

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/testing/bodies/counterexample.hpp>
#endif
