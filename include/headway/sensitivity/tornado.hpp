// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <exception>

#include <headway/forecast/model_error.hpp>
#include <headway/forecast/output_query.hpp>
#include <headway/sensitivity/input_level.hpp>
#include <headway/sensitivity/sensitivity_rows.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// Where the ends of a tornado's bars are, as probabilities: `tornado(f, {.low = 0.05, .high = 0.95})`.
struct tornado_levels {
    double low = 0.1;
    double high = 0.9;
    friend constexpr bool operator==(const tornado_levels&, const tornado_levels&) noexcept = default;
};

/// One end of a bar: the input there, and the forecast's result with all other inputs at their medians.
template <any_value T>
struct tornado_end {
    input_level input;
    T result{};
    friend constexpr bool operator==(const tornado_end&, const tornado_end&) = default;
};

/// What one input does to the result.
template <any_value T>
struct tornado_bar {
    std::string_view input;
    /// With the input at its low and at its high quantile; the result need not be the lower at `low`.
    tornado_end<T> low;
    tornado_end<T> high;
    /// The distance from the least to the greatest of the two ends and the baseline, which for a monotone model is that
    /// between the ends. Infinite when some of the three are never and some are not; zero when all are never.
    typename value_traits<T>::difference_type swing{};
    friend constexpr bool operator==(const tornado_bar&, const tornado_bar&) = default;
};

/// A tornado diagram's numbers: the bars, largest swing first; equal ones in the order of the inputs.
template <any_value T, class... Assumptions>
class tornado_bars : public sensitivity_rows<tornado_bar<T>, Assumptions...> {
  public:
    constexpr tornado_bars() = default;
    constexpr tornado_bars(const T& baseline, const tornado_levels& levels,
                           const std::array<tornado_bar<T>, sizeof...(Assumptions)>& bars)
        : sensitivity_rows<tornado_bar<T>, Assumptions...>(bars), baseline_(baseline), levels_(levels) {}

    /// The result with every input at its median.
    [[nodiscard]] constexpr const T& baseline() const noexcept { return baseline_; }
    [[nodiscard]] constexpr const tornado_levels& levels() const noexcept { return levels_; }

    friend constexpr bool operator==(const tornado_bars&, const tornado_bars&) = default;

  private:
    T baseline_{};
    tornado_levels levels_;
};

namespace detail {

/// The result at a point; the model's fault comes with `where()`.
template <class Question, class Where>
[[nodiscard]] constexpr auto tornado_result(const Question& question, const std::array<double, Question::size>& at,
                                            part_memory* parts, Where where) {
    const auto result = [&] {
        try {
            return question(at, parts);
        } catch (const std::exception& e) {
            std::throw_with_nested(model_error("tornado: " + where() + " the model threw: " + e.what()));
        } catch (...) {
            std::throw_with_nested(model_error("tornado: " + where() + " the model threw"));
        }
    }();
    const double x = base_value_of(result);
    if (!(x > -no_limit)) {
        throw model_error("tornado: " + where() + " the model returned " + number_text(x) +
                          "; return a finite value, or never (plus infinity)");
    }
    return result;
}

template <class T>
[[nodiscard]] constexpr double swing_of(const T& a, const T& b, const T& c) noexcept {
    const double least = min(min(base_value_of(a), base_value_of(b)), base_value_of(c));
    const double greatest = max(max(base_value_of(a), base_value_of(b)), base_value_of(c));
    return least == greatest ? 0.0 : greatest - least;
}

template <class T, class... Assumptions, class Question>
[[nodiscard]] constexpr auto tornado_of(const Question& question, const tornado_levels& levels) {
    constexpr std::size_t size = Question::size;
    if (!(levels.low > 0.0 && levels.low < levels.high && levels.high < 1.0)) {
        value_breaks_a_rule("tornado", "low", "must be above 0 and below high, and high below 1",
                            levels.low > 0.0 && levels.low < 1.0 ? levels.high : levels.low);
    }
    using difference = typename value_traits<T>::difference_type;
    const auto central = question.quantiles(0.5);
    const auto low = question.quantiles(levels.low);
    const auto high = question.quantiles(levels.high);
    const auto low_levels = question.template levels<input_level>(low);
    const auto high_levels = question.template levels<input_level>(high);
    const auto names = question.names();

    part_memory memory;
    part_memory* parts = nullptr;  // a constant expression has none
    if (!std::is_constant_evaluated()) {
        parts = &memory;
        memory.begin(true);
    }
    const T baseline =
        tornado_result(question, central, parts, [] { return std::string("with every input at its median"); });
    std::array<tornado_bar<T>, size> bars{};
    for (std::size_t i = 0; i < size; ++i) {
        const auto end = [&](const input_level& level) {
            auto at = central;
            at[i] = level.base_value();
            if (parts != nullptr) parts->begin(false);
            return tornado_end<T>{level, tornado_result(question, at, parts, [&] {
                                      return "with \"" + std::string(names[i]) + "\" = " + level.text() +
                                             " and every other input at its median";
                                  })};
        };
        auto& bar = bars[i];
        bar.input = names[i];
        bar.low = end(low_levels[i]);
        bar.high = end(high_levels[i]);
        bar.swing = value_from_base<difference>(swing_of(bar.low.result, baseline, bar.high.result));
    }
    for (std::size_t i = 1; i < size; ++i) {  // by insertion, which keeps the order of equals
        for (std::size_t k = i; k > 0 && bars[k].swing > bars[k - 1].swing; --k) {
            const auto bar = bars[k];
            bars[k] = bars[k - 1];
            bars[k - 1] = bar;
        }
    }
    return tornado_bars<T, Assumptions...>(baseline, levels, bars);
}

}  // namespace detail

/// Which input moves the result most, taken one at a time: each input at its p10 and its p90 with all others at their
/// medians, sorted by the swing of the result (a one-at-a-time sensitivity analysis, drawn as a tornado diagram). Of a
/// model with `outputs(...)` name one, `tornado<"cost">(f)`; of a forecast over time give the date, `tornado(f, when)`.
/// May be a constant: `static_assert(tornado(f)[0].input == "yearly fall in training cost")`.
/// An end that never comes makes the swing infinite, so it sorts first.
/// Correlations play no part: an input moves alone. Not for interactions, or for shares of the uncertainty: see
/// `sobol_indices` and, for correlated inputs, `shapley`.
/// \throws std::domain_error unless 0 < low < high < 1; model_error, which says at which values of the inputs, if the
/// model throws (its own exception is nested) or returns an undefined value.
template <label Output = "", class Model, class... Assumptions>
[[nodiscard]] constexpr auto tornado(const basic_forecast<Model, Assumptions...>& forecast,
                                     const tornado_levels& levels = {}) {
    using forecast_type = basic_forecast<Model, Assumptions...>;
    if constexpr (detail::question_is_clear<Output, forecast_type>()) {
        using query = detail::output_query<Output, forecast_type>;
        return detail::tornado_of<typename query::value_type, Assumptions...>(query(forecast), levels);
    }
}
template <label Output = "", class Model, class... Assumptions>
[[nodiscard]] constexpr auto tornado(const basic_forecast<Model, Assumptions...>& forecast, const date& when,
                                     const tornado_levels& levels = {}) {
    using forecast_type = basic_forecast<Model, Assumptions...>;
    if constexpr (detail::question_is_clear<Output, forecast_type, date>()) {
        using query = detail::output_query<Output, forecast_type, date>;
        return detail::tornado_of<typename query::value_type, Assumptions...>(query(forecast, when), levels);
    }
}

}  // namespace headway

#include <headway/header_end.hpp>
