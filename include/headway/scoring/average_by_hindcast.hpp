// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <headway/belief/pool.hpp>
#include <headway/scoring/detail/stacking.hpp>
#include <headway/scoring/forecast_method.hpp>
#include <headway/scoring/score.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// What a method is worth beside the others.
struct method_weight {
    std::string name;
    /// From 0 to 1; all add up to 1.
    double weight = 0.0;
    /// The mean logarithmic score (of ln y, lower is better) of its forecasts of the past; infinite if it took an outcome for
    /// impossible.
    double log_score = 0.0;
};

namespace detail {

/// A fit of whatever method, asked for a belief.
template <class Q>
class any_forecaster {
  public:
    any_forecaster() = default;
    any_forecaster(const any_forecaster&) = delete;
    any_forecaster& operator=(const any_forecaster&) = delete;
    virtual ~any_forecaster() = default;
    [[nodiscard]] virtual belief<Q> forecast(const date& when) const = 0;
};
template <class Q, class Fitted>
class forecaster_of final : public any_forecaster<Q> {
  public:
    explicit forecaster_of(Fitted fitted) : fitted_(std::move(fitted)) {}
    [[nodiscard]] belief<Q> forecast(const date& when) const override { return forecast_of<Q>(fitted_, when); }

  private:
    Fitted fitted_;
};

[[noreturn, gnu::cold]] inline void too_few_to_weigh(std::size_t forecasts) {
    throw std::domain_error("average_by_hindcast: at least 2 forecasts are needed to weigh methods by, got " +
                            std::to_string(forecasts) + "; lower first_known, or give more observations");
}

/// Weights and scores of methods from the logarithms of their densities.
template <class = void>
[[nodiscard]] std::vector<method_weight>
weigh_methods(std::vector<std::string> names, const std::vector<std::vector<double>>& log_density, double& log_score);

}  // namespace detail

/// Several methods fitted to the same data and what each weighs; made by `average_by_hindcast`.
template <class Q>
class hindcast_average {
  public:
    /// For `average_by_hindcast`.
    hindcast_average(std::vector<method_weight> methods,
                     std::vector<std::shared_ptr<const detail::any_forecaster<Q>>> fits, double log_score,
                     std::size_t forecasts)
        : methods_(std::move(methods)), fits_(std::move(fits)), log_score_(log_score), forecasts_(forecasts) {}

    /// In the order given.
    [[nodiscard]] const std::vector<method_weight>& methods() const noexcept { return methods_; }
    /// The number of forecasts of the past, of each method, on which the weights rest.
    [[nodiscard]] std::size_t forecasts() const noexcept { return forecasts_; }
    /// The mean logarithmic score of the average on those forecasts: at most that of the best method. Its weights were chosen
    /// on them, so it flatters the average a little; not a score of what is to come.
    [[nodiscard]] double log_score() const noexcept { return log_score_; }

    /// What one more observation at a date would be: the linear pool of the methods' beliefs, fitted to all data.
    template <date_like Date>
    [[nodiscard]] belief<Q> forecast(const Date& when) const {
        std::vector<weighted<Q>> parts;
        for (std::size_t k = 0; k < fits_.size(); ++k) {
            if (methods_[k].weight > 0.0) parts.emplace_back(fits_[k]->forecast(date(when)), methods_[k].weight);
        }
        return pool(parts);
    }

  private:
    std::vector<method_weight> methods_;
    std::vector<std::shared_ptr<const detail::any_forecaster<Q>>> fits_;
    double log_score_;
    std::size_t forecasts_;
};

/// Weighs methods by the forecasts that each would have made of later observations from earlier ones, and pools what they say
/// fitted to all data:
///
///     average_by_hindcast(data, {.first_known = 12, .steps = 4},
///                         forecast_method("exponential", [](const auto& past) { return fit_exponential(past); }),
///                         forecast_method("with a break", [](const auto& past) { return fit_broken_exponential(past); }))
///
/// The weights are those with which the pool's mean log score on these forecasts is best (stacking of predictive
/// distributions): they ask who adds to the others, so that none need be right, two methods that say the same share a
/// weight, and one that is never the better gets none. Weights in proportion to each method's likelihood (pseudo-BMA) ask who
/// is right, and soon name one alone. Few forecasts make rash weights; forecasts of overlapping spans say less than their number.
/// \throws std::domain_error for a plan that leaves fewer than two forecasts, values that are not above zero, whatever a method
/// throws, with the observations it was given, and an outcome that all methods took for impossible.
/// Source: Yao, Vehtari, Simpson & Gelman (2018), Using stacking to average Bayesian predictive distributions, Bayesian
/// Analysis 13:917.
template <detail::amount Q, class... Fits>
[[nodiscard]] hindcast_average<Q> average_by_hindcast(const observations<Q>& data, const hindcast_plan& plan,
                                                      const forecast_method<Fits>&... methods) {
    static_assert(sizeof...(Fits) > 0, "average_by_hindcast: give at least one forecast_method(name, function)");
    constexpr const char* name = "average_by_hindcast";
    detail::require_plan(name, plan, data.size());
    data.require_above_zero(name);
    std::vector<std::vector<double>> log_density;
    std::vector<std::shared_ptr<const detail::any_forecaster<Q>>> fits;
    const auto add = [&](const auto& method) {
        auto& row = log_density.emplace_back();
        detail::visit_forecasts(name, data, plan, method, [&](int, const belief<Q>& said, const Q& outcome) {
            row.push_back(-log_score_in_logs(said, outcome));
        });
        using fitted = std::remove_cvref_t<decltype(method.fit(data))>;
        fits.push_back(std::make_shared<const detail::forecaster_of<Q, fitted>>(method.fit(data)));
    };
    (add(methods), ...);
    double log_score = 0.0;
    auto weighed = detail::weigh_methods({methods.name...}, log_density, log_score);
    return {std::move(weighed), std::move(fits), log_score, log_density[0].size()};
}

}  // namespace headway

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/scoring/bodies/average_by_hindcast.hpp>
#endif
