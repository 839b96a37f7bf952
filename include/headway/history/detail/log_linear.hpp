// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <vector>

#include <headway/history/detail/line_fit.hpp>
#include <headway/history/detail/student.hpp>
#include <headway/history/observations.hpp>

#include <headway/header_begin.hpp>

/// What fits of straight lines in logarithms share.
namespace headway::detail {

/// ln(value / first value), to full accuracy also where all values are nearly equal.
template <class Q>
[[nodiscard]] std::vector<double> logs_of(const observations<Q>& data) {
    std::vector<double> logs;
    logs.reserve(data.size());
    const double first = base_value_of(data.front().value);
    for (const auto& row : data) logs.push_back(log_of_ratio(base_value_of(row.value), first));
    return logs;
}
/// Seconds since the first date.
template <class Q>
[[nodiscard]] std::vector<double> seconds_of(const observations<Q>& data) {
    std::vector<double> seconds;
    seconds.reserve(data.size());
    const double first = data.front().when.seconds_since_1970();
    for (const auto& row : data) seconds.push_back(row.when.seconds_since_1970() - first);
    return seconds;
}

/// The largest lag-1 autocorrelation that independent errors leave, but for one data set in forty.
[[nodiscard]] constexpr double chance_autocorrelation(std::size_t size) noexcept {
    return 1.96 / sqrt(static_cast<double>(size));
}
/// Added to a test that takes errors for independent; empty where the residuals do not speak against it.
template <class = void>
[[nodiscard]] std::string caution_about(double lag1, std::size_t size, const char* instead);

/// What the lag-1 autocorrelation of residuals says about the fit's intervals.
template <class = void>
[[nodiscard]] std::string autocorrelation_in_words(double lag1, std::size_t size);

/// A fitted line's part of every fit.
class fitted_line {
  public:
    explicit fitted_line(const line_fit& line) noexcept : line_(line) {}

    /// The number of observations.
    [[nodiscard]] std::size_t size() const noexcept { return line_.size; }
    /// n - 2: a level and a slope are estimated.
    [[nodiscard]] double degrees_of_freedom() const noexcept { return line_.degrees_of_freedom(); }
    /// The share of the variance of the logarithm that the line explains; 1 for constant data, which leave none to explain.
    [[nodiscard]] double r_squared() const noexcept { return line_.r_squared(); }
    /// The standard deviation of the residuals of the logarithm: 0.7 is a scatter by a factor of two.
    [[nodiscard]] double residual_stddev() const;
    /// The autocorrelation of the residuals with their neighbours in time, from -1 to 1, about 0 for independent errors.
    /// Observations of one date count in the order given.
    [[nodiscard]] double residual_autocorrelation() const noexcept { return line_.lag1; }
    /// What that says about the intervals, in words.
    [[nodiscard]] std::string diagnosis() const { return autocorrelation_in_words(line_.lag1, line_.size); }

    /// The line itself, for code that builds on a fit.
    [[nodiscard]] const line_fit& line() const noexcept { return line_; }

  protected:
    void require_freedom(const char* function) const {
        if (line_.size < 3) no_degrees_of_freedom(function, line_.size);
    }
    /// Half the width of an interval, in standard errors.
    [[nodiscard]] double level_width(const char* function, double level) const;

  private:
    line_fit line_;
};

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/history/bodies/detail/log_linear.hpp>
#endif
