// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <optional>

#include <headway/forecast/draw_by_draw.hpp>
#include <headway/forecast/model_error.hpp>
#include <headway/forecast/output_query.hpp>
#include <headway/math/dual.hpp>
#include <headway/sensitivity/input_level.hpp>
#include <headway/sensitivity/sensitivity_rows.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// Why there is no elasticity.
enum class elasticity_gap {
    none,
    /// A percent of nothing is nothing.
    input_is_zero,
    result_is_zero,
    /// A percent more of a debt is less: it would have the wrong sign for some readers.
    input_is_negative,
    result_is_negative,
    /// The result is never, or infinite.
    result_is_never,
    /// The model is infinitely steep there, or its slope undefined.
    slope_is_undefined
};

/// The gap in words, "the result is never"; empty for none.
[[nodiscard]] constexpr std::string_view to_text(elasticity_gap gap) noexcept {
    switch (gap) {
        case elasticity_gap::input_is_zero: return "the input is zero";
        case elasticity_gap::result_is_zero: return "the result is zero";
        case elasticity_gap::input_is_negative: return "the input is negative";
        case elasticity_gap::result_is_negative: return "the result is negative";
        case elasticity_gap::result_is_never: return "the result is never";
        case elasticity_gap::slope_is_undefined: return "the slope is undefined";
        case elasticity_gap::none: break;
    }
    return "";
}

/// What a small change of one input does to a result of type `T` at the central case.
template <any_value T>
struct elasticity {
    /// Percent of the result; of a date the time by which it moves.
    using value_type = std::conditional_t<any_date<T>, quantity<dim::time>, double>;

    std::string_view input;
    /// The median of the input's belief.
    input_level central;
    /// Change of the result per percent of the input or, for an input that is a date, per year (365.2425 days) by which
    /// it is later. Empty where undefined.
    std::optional<value_type> value;
    elasticity_gap gap = elasticity_gap::none;
    /// The partial derivative: base units of the result per base unit of the input (of dates: seconds). Empty where
    /// undefined; there may be a slope where there is no elasticity.
    std::optional<double> slope;

    /// What the value is per: "per percent" or "per year".
    [[nodiscard]] constexpr std::string_view per() const noexcept {
        return central.is_date() ? "per year" : "per percent";
    }

    friend constexpr bool operator==(const elasticity&, const elasticity&) = default;
};

/// The elasticities of a result with respect to each input, in the order of the inputs, and the result itself.
template <any_value T, class... Assumptions>
class elasticity_rows : public sensitivity_rows<elasticity<T>, Assumptions...> {
  public:
    constexpr elasticity_rows() = default;
    constexpr elasticity_rows(const T& baseline, const std::array<elasticity<T>, sizeof...(Assumptions)>& rows)
        : sensitivity_rows<elasticity<T>, Assumptions...>(rows), baseline_(baseline) {}

    /// The result with every input at its median.
    [[nodiscard]] constexpr const T& baseline() const noexcept { return baseline_; }

    friend constexpr bool operator==(const elasticity_rows&, const elasticity_rows&) = default;

  private:
    T baseline_{};
};

namespace detail {

template <class Forecast>
inline constexpr bool carries_derivatives = true;
template <class Model, class... Assumptions>
inline constexpr bool carries_derivatives<basic_forecast<draw_by_draw_model<Model>, Assumptions...>> = false;

template <class Forecast>
consteval bool has_derivatives() {
    constexpr bool model_carries_derivatives = carries_derivatives<Forecast>;
    static_assert(model_carries_derivatives,
                  "elasticities: a draw_by_draw(...) model runs on plain numbers only, which "
                  "carry no derivative; ask tornado(f) instead");
    return model_carries_derivatives;
}

inline constexpr double seconds_per_mean_year = 31556952.0;

/// Why there is no elasticity in general, for whatever input.
template <class T>
[[nodiscard]] constexpr elasticity_gap gap_of_result(double result) noexcept {
    if (!(result < no_limit)) return elasticity_gap::result_is_never;
    if constexpr (!any_date<T>) {
        if (result == 0.0) return elasticity_gap::result_is_zero;
        if (result < 0.0) return elasticity_gap::result_is_negative;
    }
    return elasticity_gap::none;
}

template <class T, class... Assumptions, class Question>
[[nodiscard]] constexpr auto elasticities_of(const Question& question) {
    constexpr std::size_t size = Question::size;
    using derivative = dual<size>;
    using value_type = typename elasticity<T>::value_type;
    const auto central = question.quantiles(0.5);
    std::array<derivative, size> at{};
    for (std::size_t i = 0; i < size; ++i) at[i] = derivative::variable(central[i], i);
    const derivative result(base_value_of(question(at)));
    if (!(result.value > -no_limit)) {
        throw model_error("elasticities: with every input at its median the model returned " +
                          number_text(result.value) + "; return a finite value, or never (plus infinity)");
    }

    const elasticity_gap gap = gap_of_result<T>(result.value);
    const auto names = question.names();
    const auto levels = question.template levels<input_level>(central);
    std::array<elasticity<T>, size> rows{};
    for (std::size_t i = 0; i < size; ++i) {
        auto& row = rows[i];
        row.input = names[i];
        row.central = levels[i];
        row.gap = gap;
        const double slope = result.gradient[i];
        if (gap == elasticity_gap::result_is_never) continue;
        if (!is_finite(slope)) {
            row.gap = elasticity_gap::slope_is_undefined;
            continue;
        }
        row.slope = slope;
        if (gap != elasticity_gap::none) continue;
        if (!levels[i].is_date() && !(central[i] > 0.0)) {
            row.gap = central[i] < 0.0 ? elasticity_gap::input_is_negative : elasticity_gap::input_is_zero;
            continue;
        }
        const double step = levels[i].is_date() ? seconds_per_mean_year : 0.01 * central[i];
        if constexpr (any_date<T>) {
            row.value = value_type::from_base_value(slope * step);
        } else {
            row.value = slope * step / (0.01 * result.value);
        }
    }
    return elasticity_rows<T, Assumptions...>(value_from_base<T>(result.value), rows);
}

}  // namespace detail

/// What a small change of each input does to the result at the central case, all inputs at their medians: the exact
/// gradient, by automatic differentiation, as elasticities.
/// - A number or quantity y: percent of y per percent of the input, d ln y / d ln x = (x / y) dy/dx.
/// - A date: the time by which it moves per percent of the input, x dT/dx / 100.
/// - An input that is a date: percent of y, or time, per year by which the input is later.
/// Where x or y is zero or negative, y never, or the slope infinite, there is no elasticity: `value` is empty and `gap`
/// says why. At a kink the slope is that of the side taken, at the steps of a step function 0.
/// Of a model with `outputs(...)` name one, `elasticities<"cost">(f)`; of a forecast over time give the date,
/// `elasticities(f, when)`. May be a constant.
/// Accuracy: that of the model's own arithmetic; a few ULP for smooth formulas.
/// Not for large changes: see `tornado`.
/// \throws model_error if the model returns an undefined value; whatever the model throws.
template <label Output = "", class Model, class... Assumptions>
[[nodiscard]] constexpr auto elasticities(const basic_forecast<Model, Assumptions...>& forecast) {
    using forecast_type = basic_forecast<Model, Assumptions...>;
    if constexpr (detail::has_derivatives<forecast_type>()) {
        if constexpr (detail::question_is_clear<Output, forecast_type>()) {
            using query = detail::output_query<Output, forecast_type>;
            return detail::elasticities_of<typename query::value_type, Assumptions...>(query(forecast));
        }
    }
}
template <label Output = "", class Model, class... Assumptions>
[[nodiscard]] constexpr auto elasticities(const basic_forecast<Model, Assumptions...>& forecast, const date& when) {
    using forecast_type = basic_forecast<Model, Assumptions...>;
    if constexpr (detail::has_derivatives<forecast_type>()) {
        if constexpr (detail::question_is_clear<Output, forecast_type, date>()) {
            using query = detail::output_query<Output, forecast_type, date>;
            return detail::elasticities_of<typename query::value_type, Assumptions...>(query(forecast, when));
        }
    }
}

}  // namespace headway

#include <headway/header_end.hpp>
