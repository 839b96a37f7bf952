// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <concepts>
#include <string>
#include <utility>
#include <vector>

#include <headway/belief/belief.hpp>
#include <headway/history/observations.hpp>
#include <headway/math/function_ref.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// A way to forecast from data, with a name: `forecast_method("one exponential", [](const auto& past) { return
/// fit_exponential(past); })`. The function makes of observations something that has a belief about a later date:
/// `forecast(date)` or `prediction(date)`, as fits have, or the date in parentheses.
template <class Fit>
struct forecast_method {
    std::string name;
    Fit fit;

    forecast_method(std::string stated_name, Fit fit_of_past)
        : name(std::move(stated_name)), fit(std::move(fit_of_past)) {}
};

/// Which forecasts of the past are made again: from the first `first_known` observations, then from one more, and so on, each
/// of the next `steps` observations. Both have to be stated.
struct hindcast_plan {
    int first_known = 0;
    int steps = 0;
};

namespace detail {

template <class Fitted, class Q>
concept has_forecast = requires(const Fitted& f, const date& when) {
    { f.forecast(when) } -> std::same_as<belief<Q>>;
};
template <class Fitted, class Q>
concept has_prediction = requires(const Fitted& f, const date& when) {
    { f.prediction(when) } -> std::same_as<belief<Q>>;
};
template <class Fitted, class Q>
concept tells_belief = requires(const Fitted& f, const date& when) {
    { f(when) } -> std::same_as<belief<Q>>;
};

/// What a fit believes of the value at a date.
template <class Q, class Fitted>
[[nodiscard]] belief<Q> forecast_of(const Fitted& fitted, const date& when) {
    constexpr bool the_fit_has_beliefs =
        has_forecast<Fitted, Q> || has_prediction<Fitted, Q> || tells_belief<Fitted, Q>;
    static_assert(the_fit_has_beliefs,
                  "forecast_method: what the function makes of observations must have a member "
                  "forecast(date) or prediction(date), or be called with a date, and yield a belief "
                  "about what was observed");
    if constexpr (has_forecast<Fitted, Q>) {
        return fitted.forecast(when);
    } else if constexpr (has_prediction<Fitted, Q>) {
        return fitted.prediction(when);
    } else if constexpr (tells_belief<Fitted, Q>) {
        return fitted(when);
    } else {
        return belief<Q>();
    }
}

constexpr void require_plan(const char* function, const hindcast_plan& plan, std::size_t size) {
    if (!(plan.first_known >= 1)) {
        value_breaks_a_rule(function, "first_known", "must be at least 1, and enough for each method to forecast from",
                            plan.first_known);
    }
    if (!(plan.steps >= 1)) value_breaks_a_rule(function, "steps", "must be at least 1", plan.steps);
    if (!(static_cast<std::size_t>(plan.first_known) < size)) {
        value_breaks_a_rule(function, "first_known",
                            "must be below the number of observations, so that one is left to forecast",
                            plan.first_known);
    }
}
[[noreturn, gnu::cold]] inline void method_fails(const char* function, const std::string& method, std::size_t known,
                                                 const char* why) {
    throw std::domain_error(std::string(function) + ": method \"" + method + "\" on the first " +
                            std::to_string(known) + " observations: " + why);
}

/// Shows the visitor each forecast of a plan that a method would have made, with its steps and what came.
template <class Q, class Fit, class Visitor>
void visit_forecasts(const char* function, const observations<Q>& data, const hindcast_plan& plan,
                     const forecast_method<Fit>& method, const Visitor& visitor) {
    for (auto known = static_cast<std::size_t>(plan.first_known); known < data.size(); ++known) {
        try {
            const auto fitted = method.fit(data.window(0, known));
            for (int step = 1; step <= plan.steps; ++step) {
                const std::size_t place = known - 1 + static_cast<std::size_t>(step);
                if (place < data.size()) visitor(step, forecast_of<Q>(fitted, data[place].when), data[place].value);
            }
        } catch (const std::domain_error& error) {
            method_fails(function, method.name, known, error.what());
        }
    }
}

}  // namespace detail

/// The errors that a method would have made so many steps ahead, |ln(outcome/median)|, from each beginning of the data with at
/// least `plan.first_known` observations; what `conformal_interval` takes. `plan.steps` is the horizon, the only one.
/// \throws std::domain_error for a plan that leaves no forecast, values that are not above zero, and whatever the method
/// throws, with the observations it was given.
template <detail::amount Q, class Fit>
[[nodiscard]] std::vector<double> hindcast_errors(const observations<Q>& data, const hindcast_plan& plan,
                                                  const forecast_method<Fit>& method) {
    constexpr const char* name = "hindcast_errors";
    detail::require_plan(name, plan, data.size());
    data.require_above_zero(name);
    std::vector<double> errors;
    detail::visit_forecasts(name, data, plan, method, [&](int step, const belief<Q>& said, const Q& outcome) {
        if (step != plan.steps) return;
        const double median = base_value_of(said.median());
        detail::require_above_zero("the forecast", "median", median);
        errors.push_back(abs(detail::log_of_ratio(base_value_of(outcome), median)));
    });
    return errors;
}

}  // namespace headway

#include <headway/header_end.hpp>
