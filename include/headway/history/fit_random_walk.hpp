// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <climits>
#include <string>

#include <headway/history/detail/student.hpp>
#include <headway/history/moving_average.hpp>
#include <headway/history/observations.hpp>
#include <headway/process/process.hpp>
#include <headway/text/text.hpp>
#include <headway/trend/exponential.hpp>

#include <headway/header_begin.hpp>

namespace headway {

namespace detail {

[[noreturn]] inline void gap_is_uneven(const char* function, double from, double to, double step) {
    throw std::domain_error(
        std::string(function) + ": observations must be equally spaced, got " +
        number_text((to - from) / seconds_per_day, 4) + " days from " + iso_text(from) + " to " + iso_text(to) +
        " where the average gap is " + number_text(step / seconds_per_day, 4) +
        " days; take the longest run without a gap (values filled in would hide noise), or fit_exponential");
}
[[noreturn]] inline void forecast_lies_in_the_past(double last, double asked) {
    throw std::domain_error("random_walk::forecast: the date must not be before the last observation, " +
                            iso_text(last) + ", got " + iso_text(asked));
}

/// The average gap in seconds, every gap within a tenth of it.
template <class Q>
[[nodiscard]] double equal_step(const char* function, const observations<Q>& data) {
    const auto seconds = [&](std::size_t i) { return data[i].when.seconds_since_1970(); };
    const double step = (seconds(data.size() - 1) - seconds(0)) / static_cast<double>(data.size() - 1);
    for (std::size_t i = 1; i < data.size(); ++i) {
        const double gap = seconds(i) - seconds(i - 1);
        if (!(gap >= 0.9 * step && gap <= 1.1 * step)) gap_is_uneven(function, seconds(i - 1), seconds(i), step);
    }
    return step;
}

/// ln(next / value) for each neighbouring pair, in order of date.
template <class Q>
[[nodiscard]] std::vector<double> log_increments(const observations<Q>& data) {
    std::vector<double> all;
    all.reserve(data.size());
    for (std::size_t i = 1; i < data.size(); ++i) {
        all.push_back(log_of_ratio(base_value_of(data[i].value), base_value_of(data[i - 1].value)));
    }
    return all;
}

/// Mean and standard deviation (divisor m - 1) of m increments. What rounding alone can make counts as none.
struct drift_and_noise {
    double drift = 0.0;
    double noise = 0.0;
};
[[nodiscard]] constexpr drift_and_noise drift_and_noise_of(const double* increments, std::size_t m) noexcept {
    double sum = 0.0;
    for (std::size_t i = 0; i < m; ++i) sum += increments[i];
    const double mean = sum / static_cast<double>(m);
    // The second sum of deviations is 0 but for the rounding of the mean, which it corrects.
    double squares = 0.0;
    double rest = 0.0;
    for (std::size_t i = 0; i < m; ++i) {
        const double deviation = increments[i] - mean;
        squares += deviation * deviation;
        rest += deviation;
    }
    const double variance = (squares - rest * (rest / static_cast<double>(m))) / (static_cast<double>(m) - 1.0);
    const double noise = variance > 0.0 ? sqrt(variance) : 0.0;
    return {mean + rest / static_cast<double>(m), noise > 1e-15 * (1.0 + abs(mean)) ? noise : 0.0};
}

}  // namespace detail

/// What a random walk with drift is made of. `drift` is the mean increment of ln y per step; `noise` the standard
/// deviation of the increments, per square root of a step; `increments` the number from which both were estimated.
struct random_walk_parameters {
    double drift;
    double noise;
    int increments;
    moving_average average;
};

/// A geometric random walk with drift: each step multiplies by exp(drift + noise), so errors add up and forecasts widen
/// with the horizon. Made by `fit_random_walk`, or from published parameters. It is also a trend, that of the median
/// forecast, exp(drift) per step through the last observation: call it with a date, ask `reaches(level)` or `growth()`.
///
/// As inputs of a forecast:
///
///     walk.forecast(date)                  a belief about the value at a date; its median is the point forecast
///     walk.factor_belief(year)             about the yearly factor, for example for `grows_by_factor(in[factor], year)`
///
/// Source: Farmer & Lafond (2016), How predictable is technological progress?, Research Policy 45:647.
template <class Dimension>
class random_walk : public exponential_trend<Dimension, double> {
  public:
    using value_type = decltype(quantity_or_number<Dimension>(0.0));

    /// From the last observation, the span of a step and the parameters per step.
    /// \throws std::domain_error unless the last date is in the calendar, its value above zero, the step above zero,
    /// all finite, the drift finite, the noise 0 or more and finite, and increments 2 or more.
    template <date_like Date, detail::amount Value, class Step>
    constexpr random_walk(const Date& last_date, const Value& last_value, const Step& step,
                          const random_walk_parameters& parameters)
        : exponential_trend<Dimension, double>(last_date, detail::base_of_dimension<Dimension>(last_value),
                                               rate_of(parameters, detail::period_seconds("random_walk", step))),
          parameters_(parameters), step_(detail::period_seconds("random_walk", step)) {
        detail::require_not_negative("random_walk", "noise", parameters.noise);
        detail::require_increments("random_walk", parameters.increments);
    }

    [[nodiscard]] constexpr const random_walk_parameters& parameters() const noexcept { return parameters_; }
    /// The mean increment of ln y per step.
    [[nodiscard]] constexpr double drift() const noexcept { return parameters_.drift; }
    /// The standard deviation of the increments of ln y per step.
    [[nodiscard]] constexpr double noise() const noexcept { return parameters_.noise; }
    [[nodiscard]] constexpr const moving_average& average() const noexcept { return parameters_.average; }
    /// The number of increments, one less than the observations.
    [[nodiscard]] constexpr int increments() const noexcept { return parameters_.increments; }
    [[nodiscard]] constexpr int degrees_of_freedom() const noexcept { return parameters_.increments - 1; }
    /// The span between observations.
    [[nodiscard]] constexpr quantity<dim::time> step() const noexcept {
        return quantity<dim::time>::from_base_value(step_);
    }
    [[nodiscard]] constexpr date last_date() const noexcept { return this->start(); }
    [[nodiscard]] constexpr value_type last_value() const noexcept { return this->value_at_start(); }

    /// Of the drift: noise √((1 + 2 (m - 1) theta/(m (1 + theta²))) / m).
    [[nodiscard]] constexpr double drift_standard_error() const noexcept {
        const double m = parameters_.increments;
        return noise() * sqrt((1.0 + 2.0 * (m - 1.0) / m * correlation()) / m);
    }
    /// Of the noise, for many increments: noise √((1 + 2 r²)/(2 (m - 1))), r = theta/(1 + theta²).
    [[nodiscard]] constexpr double noise_standard_error() const noexcept {
        return noise() * sqrt((1.0 + 2.0 * correlation() * correlation()) / (2.0 * degrees_of_freedom()));
    }
    /// The factor per period as a belief, exp of the drift: a Student-t in logarithms; sure if there is no noise.
    template <class Period>
    [[nodiscard]] constexpr belief<double> factor_belief(const Period& period) const {
        const double steps = detail::period_seconds("factor_belief", period) / step_;
        return detail::log_student_belief(degrees_of_freedom(), exp(drift() * steps), drift_standard_error() * steps);
    }

    /// The walk as a process that starts at the last observation, its drift and noise as uncertain as m increments leave
    /// them: a path of it has at each date the quantiles of `forecast(date)`. With a moving average the increments of the
    /// path are independent and have the variances that it gives to the sums of the walk's.
    [[nodiscard]] constexpr headway::process<Dimension> process() const {
        const double m = parameters_.increments;
        const double theta = average().theta();
        const double square = 1.0 + theta * theta;
        detail::process_record record;
        record.kind = detail::process_kind::walk;
        record.in_logs = true;
        record.start = last_date().seconds_since_1970();
        record.first = log(detail::base_of(last_value()));
        record.drift = drift() / step_;
        record.volatility = noise() / sqrt(step_);
        record.increments = parameters_.increments;
        record.increment_span = step_;
        record.bend = 2.0 * theta / (m * square);
        record.slope = (square + 2.0 * (m - 1.0) * theta / m) / square;
        return headway::process<Dimension>(record);
    }
    /// The number of steps from the last observation to a date. \throws std::domain_error for a date before it, and
    /// never.
    template <date_like Date>
    [[nodiscard]] constexpr double steps_to(const Date& when) const {
        detail::require_real_date("random_walk::forecast", "date", date(when));
        const double ahead = (date(when) - last_date()).base_value();
        if (!(ahead >= 0.0)) {
            detail::forecast_lies_in_the_past(last_date().seconds_since_1970(), date(when).seconds_since_1970());
        }
        return ahead / step_;
    }
    /// The standard error of ln y so many steps ahead: noise √(A*/(1 + theta²)), see `forecast_variance_factor`.
    [[nodiscard]] constexpr double forecast_error(double steps) const {
        const double theta = average().theta();
        return noise() * sqrt(forecast_variance_factor(steps, increments(), average()) / (1.0 + theta * theta));
    }
    /// The value so many steps after the last observation: Student-t in logarithms with m - 1 degrees of freedom,
    /// median last·exp(drift·steps), scale `forecast_error(steps)`. Its mean is infinite; the point forecast is the
    /// median. Sure where nothing is left to err: 0 steps ahead, and without noise. Besides the noise it counts the
    /// error of the drift; not a change of the drift itself.
    /// \throws std::domain_error for steps that are negative or not finite, and for a median too large for a number.
    [[nodiscard]] constexpr belief<value_type> forecast_after(double steps) const {
        const double scale = forecast_error(steps);
        const double median = detail::base_of(last_value()) * exp(drift() * steps);
        detail::require_above_zero("random_walk::forecast", "median", median);
        return detail::log_student_belief(degrees_of_freedom(), quantity_or_number<Dimension>(median), scale);
    }
    /// The value at a date; the same, with `steps_to(when)`.
    template <date_like Date>
    [[nodiscard]] constexpr belief<value_type> forecast(const Date& when) const {
        return forecast_after(steps_to(when));
    }

  private:
    static constexpr double rate_of(const random_walk_parameters& parameters, double step_seconds) {
        detail::require_finite("random_walk", "drift", parameters.drift);
        return parameters.drift / step_seconds;
    }
    /// Of an increment with its neighbour.
    constexpr double correlation() const noexcept {
        return average().theta() / (1.0 + average().theta() * average().theta());
    }

    random_walk_parameters parameters_;
    double step_;
};

template <class Date, class Value, class Step>
random_walk(const Date&, const Value&, const Step&, const random_walk_parameters&)
    -> random_walk<detail::dimension_of<Value>>;

/// Fits a geometric random walk with drift to equally spaced observations: the drift is the mean of the increments of
/// ln y, the noise their standard deviation with divisor m - 1, as if they were independent (Farmer & Lafond's K).
/// Whether they are is for the caller to state: `independent_increments`, or `moving_average(0.63)`, which widens
/// forecasts. Spacings may differ from their average by up to a tenth, as calendar months and years do. Constant growth
/// has a noise of zero and sure forecasts.
/// \throws std::domain_error for fewer than three observations, values that are not above zero, two on one date, and a
/// gap (which the message names). Not for a cross-section of many products: use `fit_exponential`.
template <detail::amount Q>
[[nodiscard]] auto fit_random_walk(const observations<Q>& data, const moving_average& average) {
    constexpr const char* name = "fit_random_walk";
    data.require_at_least(name, 3);
    data.require_above_zero(name);
    data.require_distinct_dates(name);
    const double step = detail::equal_step(name, data);
    const auto increments = detail::log_increments(data);
    if (increments.size() > INT_MAX) {
        detail::value_breaks_a_rule(name, "observations", "must be fewer than 2^31", static_cast<double>(data.size()));
    }
    const auto [drift, noise] = detail::drift_and_noise_of(increments.data(), increments.size());
    return random_walk<detail::dimension_of<Q>>(
        data.back().when, data.back().value, quantity<dim::time>::from_base_value(step),
        random_walk_parameters{drift, noise, static_cast<int>(increments.size()), average});
}

}  // namespace headway

#include <headway/header_end.hpp>
