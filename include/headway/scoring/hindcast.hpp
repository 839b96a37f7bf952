// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <vector>

#include <headway/history/fit_random_walk.hpp>
#include <headway/scoring/score_summary.hpp>

#include <headway/header_begin.hpp>

namespace headway {

namespace detail {

[[noreturn]] inline void hindcasts_differ() {
    throw std::domain_error(
        "hindcast_record::add: the two records were made with different windows or moving averages");
}
[[noreturn]] inline void too_few_for_a_window(std::size_t got, int increments) {
    throw std::domain_error("hindcast: windows of " + std::to_string(increments) + " increments need at least " +
                            std::to_string(static_cast<std::size_t>(increments) + 2) + " observations, got " +
                            std::to_string(got) + "; give more, or ask for fewer increments");
}

}  // namespace detail

/// One forecast that a hindcast made. Errors are of ln y, outcome less forecast: positive where the outcome was higher.
struct hindcast_forecast {
    /// The position, among the observations, of the last one the forecast knew.
    int origin;
    int steps;
    double error;
    /// The error divided by the noise estimated from the window.
    double normalised_error;
    forecast_score score;
};

/// What hindcasts say of one horizon.
struct hindcast_horizon {
    int steps = 0;
    /// The mean of the squared normalised errors, and what the model expects, see `normalised_squared_error`; infinite
    /// for windows of fewer than 4 increments.
    double squared_error = 0.0;
    double expected_squared_error = 0.0;
    /// The mean error: not zero where the pace changed.
    double mean_error = 0.0;
    score_summary scores;
};

/// The forecasts that windows of so many increments would have made, and how they did; made by `hindcast`. Scores are
/// in logarithms. Overlapping windows share data, so the forecasts are not independent of each other: judge coverage by
/// many series rather than by the number of forecasts.
class hindcast_record {
  public:
    /// Without forecasts, to `add` to. \throws std::domain_error for fewer than 2 increments.
    hindcast_record(int increments, const moving_average& average) : increments_(increments), average_(average) {
        detail::require_increments("hindcast_record", increments);
    }

    [[nodiscard]] int increments() const noexcept { return increments_; }
    [[nodiscard]] const moving_average& average() const noexcept { return average_; }
    /// Every forecast, by origin and then by horizon.
    [[nodiscard]] const std::vector<hindcast_forecast>& forecasts() const noexcept { return forecasts_; }
    /// By horizon, from one step on.
    [[nodiscard]] const std::vector<hindcast_horizon>& horizons() const noexcept { return horizons_; }
    /// Over all horizons.
    [[nodiscard]] const score_summary& scores() const noexcept { return scores_; }
    /// The windows from which forecasts were made, and those from which none could be: constant growth, of which an
    /// error is no multiple.
    [[nodiscard]] std::size_t windows() const noexcept { return windows_; }
    [[nodiscard]] std::size_t windows_without_noise() const noexcept { return windows_without_noise_; }

    /// Adds the forecasts of another series, whose origins then count in that one.
    /// \throws std::domain_error unless made with equal windows and moving averages.
    template <class = void>
    void add(const hindcast_record& other);

  private:
    template <detail::amount Q>
    friend hindcast_record hindcast(const observations<Q>&, int, const moving_average&);

    /// From the increments of one series, once.
    void run(const std::vector<double>& increments);

    int increments_;
    moving_average average_;
    std::vector<hindcast_forecast> forecasts_;
    std::vector<hindcast_horizon> horizons_;
    score_summary scores_;
    std::size_t windows_ = 0;
    std::size_t windows_without_noise_ = 0;
};

inline void hindcast_record::run(const std::vector<double>& increments) {
    const auto m = static_cast<std::size_t>(increments_);
    const std::size_t longest = increments.size() - m;
    const double dof = increments_ - 1;
    const detail::student_crps student(dof);
    const double width = 2.0 * detail::central_student("hindcast", dof, 0.9);
    // Of each horizon the scale for a noise of 1, and its logarithm.
    std::vector<double> scales;
    std::vector<double> log_scales;
    for (std::size_t tau = 1; tau <= longest; ++tau) {
        const double theta = average_.theta();
        scales.push_back(
            sqrt(forecast_variance_factor(static_cast<double>(tau), increments_, average_) / (1.0 + theta * theta)));
        log_scales.push_back(log(scales.back()));
        hindcast_horizon row;
        row.steps = static_cast<int>(tau);
        row.expected_squared_error = increments_ < 4
                                         ? detail::infinity
                                         : normalised_squared_error(static_cast<double>(tau), increments_, average_);
        horizons_.push_back(row);
    }
    forecasts_.reserve(longest * (longest + 1) / 2);
    for (std::size_t origin = m; origin < increments.size(); ++origin) {
        const auto [drift, noise] = detail::drift_and_noise_of(increments.data() + (origin - m), m);
        if (noise == 0.0) {
            ++windows_without_noise_;
            continue;
        }
        ++windows_;
        const double log_noise = log(noise);
        double error = 0.0;
        for (std::size_t k = origin; k < increments.size(); ++k) {
            error += increments[k] - drift;
            const std::size_t i = k - origin;
            const double scale = noise * scales[i];
            const double t = error / scale;
            const detail::split_probability below = student.below(t);
            const double density = student.density(t);
            const forecast_score score = {scale * student.at(t, below, density),
                                          density > 0.0 ? log_noise + log_scales[i] - log(density) : detail::infinity,
                                          below.lower, scale * width};
            const double normalised = error / noise;
            horizons_[i].squared_error += normalised * normalised;
            horizons_[i].mean_error += error;
            horizons_[i].scores.add(score);
            scores_.add(score);
            forecasts_.push_back({static_cast<int>(origin), static_cast<int>(i) + 1, error, normalised, score});
        }
    }
    for (hindcast_horizon& row : horizons_) {
        const auto n = static_cast<double>(row.scores.count());
        if (n > 0.0) {
            row.squared_error /= n;
            row.mean_error /= n;
        }
    }
}

/// Makes, from every window of `increments` consecutive increments, the forecast of every later observation that
/// `fit_random_walk` would have made (Student-t in logarithms), and scores it against what came.
/// \throws std::domain_error as `fit_random_walk`, for fewer than 2 increments, and unless there are increments + 2
/// observations or more. Source: Farmer & Lafond (2016), Research Policy 45:647; theirs have 5 increments.
template <detail::amount Q>
[[nodiscard]] hindcast_record hindcast(const observations<Q>& data, int increments, const moving_average& average) {
    constexpr const char* name = "hindcast";
    detail::require_increments(name, increments);
    if (data.size() < static_cast<std::size_t>(increments) + 2) {
        detail::too_few_for_a_window(data.size(), increments);
    }
    data.require_above_zero(name);
    data.require_distinct_dates(name);
    (void)detail::equal_step(name, data);
    hindcast_record record(increments, average);
    record.run(detail::log_increments(data));
    return record;
}

}  // namespace headway

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/scoring/bodies/hindcast.hpp>
#endif
