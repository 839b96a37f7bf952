// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/history/bounds.hpp>
#include <headway/history/detail/log_linear.hpp>
#include <headway/history/detail/logistic_solver.hpp>
#include <headway/text/text.hpp>
#include <headway/trend/logistic.hpp>

#include <headway/header_begin.hpp>

namespace headway {

namespace detail {

[[noreturn]] inline void data_do_not_rise() {
    throw std::domain_error("fit_logistic: the data do not rise, which a logistic trend does; fit what is left to its "
                            "ceiling instead, or fit_exponential");
}
[[noreturn]] inline void data_do_not_bend() {
    throw std::domain_error(
        "fit_logistic: the data have not begun to bend, so that any ceiling fits them; state a ceiling "
        "from elsewhere, or use fit_exponential");
}
[[noreturn]] inline void data_rise_at_once() {
    throw std::domain_error(
        "fit_logistic: the data rise from nothing to the ceiling between two dates, so that any steeper "
        "rise fits them too; give observations of the rise");
}
[[noreturn]] inline void logistic_does_not_settle() {
    throw std::domain_error(
        "fit_logistic: least squares do not settle on one curve for these data; give more observations "
        "around the inflection");
}

}  // namespace detail

/// An S-curve estimated from data, y = K/(1 + exp(-k (t - t_half))) + error, with what is known of its errors; made by
/// `fit_logistic`. It is that trend: call it with a date, ask `reaches(level)`, `ceiling()`, `midpoint()`, `early_growth()`.
///
/// Intervals and beliefs are those of the linearised model (Student-t, n - 3 degrees of freedom; of K and k in logarithms)
/// and hold for many data with independent errors of one spread. Before the inflection they are too narrow: see `warning()`.
/// The beliefs about the three parameters depend on each other; for a value at a date use `prediction`.
template <class Dimension>
class logistic_fit : public logistic_trend<Dimension, double> {
  public:
    using value_type = decltype(quantity_or_number<Dimension>(0.0));

    /// How the data are scaled for the solver: x = (seconds since the first date - middle)/range, y = base value/scale.
    struct scaling {
        date first;
        date last;
        double middle = 0.0;
        double range = 1.0;
        double value = 1.0;
    };

    /// For `fit_logistic`.
    logistic_fit(std::size_t size, const scaling& scaled, const detail::logistic_solution& solution,
                 double variance_of_data)
        : logistic_trend<Dimension, double>(
              scaled.value * exp(solution.p[0]),
              scaled.first + quantity<dim::time>::from_base_value(scaled.middle + scaled.range * solution.p[1]),
              exp(solution.p[2]) / scaled.range),
          size_(size), scaled_(scaled), solution_(solution), total_(variance_of_data) {}

    [[nodiscard]] std::size_t size() const noexcept { return size_; }
    /// n - 3: ceiling, midpoint and rate are estimated.
    [[nodiscard]] double degrees_of_freedom() const noexcept { return static_cast<double>(size_) - 3.0; }
    /// The share of the variance of the data that the curve explains.
    [[nodiscard]] double r_squared() const noexcept { return 1.0 - solution_.rss / total_; }
    /// The standard deviation of the residuals. Here and below: \throws std::domain_error for three observations only, which
    /// leave nothing to judge an error by, and unless a level is between 0 and 1.
    [[nodiscard]] value_type residual_stddev() const {
        return quantity_or_number<Dimension>(spread("residual_stddev") * scaled_.value);
    }

    /// K, t_half and k with their intervals.
    [[nodiscard]] bounds<value_type> ceiling_interval(double level) const {
        const double width = exp(half_width("ceiling_interval", level, 0));
        return {this->ceiling() / width, this->ceiling() * width, level};
    }
    [[nodiscard]] bounds<date> midpoint_interval(double level) const {
        const auto width =
            quantity<dim::time>::from_base_value(scaled_.range * half_width("midpoint_interval", level, 1));
        return {this->midpoint() - width, this->midpoint() + width, level};
    }
    [[nodiscard]] bounds<growth> early_growth_interval(double level) const {
        const double width = exp(half_width("early_growth_interval", level, 2));
        const double rate = this->early_growth().rate_per_second();
        return {growth::from_rate_per_second(rate / width), growth::from_rate_per_second(rate * width), level};
    }
    /// The same as beliefs; k as a quantity per time, which `logistic` takes.
    [[nodiscard]] belief<value_type> ceiling_belief() const {
        return detail::log_student_belief(degrees_of_freedom(), this->ceiling(), error("ceiling_belief", 0));
    }
    [[nodiscard]] belief<date> midpoint_belief() const {
        const double width = scaled_.range * error("midpoint_belief", 1);
        if (width == 0.0) return exactly(this->midpoint());
        const auto scale = quantity<dim::time>::from_base_value(width);
        if (degrees_of_freedom() > detail::most_student_dof) return normal(this->midpoint(), scale);
        return student_t(degrees_of_freedom(), this->midpoint(), scale);
    }
    [[nodiscard]] belief<quantity<dim::frequency>> rate_belief() const {
        return detail::log_student_belief(degrees_of_freedom(), this->early_growth().rate(), error("rate_belief", 2));
    }

    /// What one more observation at a date would be: the curve, its uncertainty and the scatter, a Student-t.
    template <date_like Date>
    [[nodiscard]] belief<value_type> prediction(const Date& when) const {
        return detail::student_belief(
            degrees_of_freedom(), (*this)(date(when)),
            quantity_or_number<Dimension>(scaled_.value * prediction_error("prediction", when)));
    }
    /// The interval of `prediction(when)` at a level.
    template <date_like Date>
    [[nodiscard]] bounds<value_type> prediction_interval(double level, const Date& when) const {
        const double error = scaled_.value * prediction_error("prediction_interval", when);
        const double width = error * detail::central_student("prediction_interval", degrees_of_freedom(), level);
        const auto middle = (*this)(date(when));
        return {middle - quantity_or_number<Dimension>(width), middle + quantity_or_number<Dimension>(width), level};
    }

    /// Whether the data reach the inflection, the midpoint of the fitted curve, from before it. Data that end earlier say
    /// little about the ceiling, data that begin later little about the early growth.
    [[nodiscard]] bool reaches_inflection() const noexcept {
        return scaled_.first <= this->midpoint() && this->midpoint() <= scaled_.last;
    }
    /// The warning in words; empty if the data reach the inflection.
    [[nodiscard]] std::string warning() const {
        if (reaches_inflection()) return {};
        const std::string at = to_text(this->midpoint());
        if (scaled_.last < this->midpoint()) {
            return "the data end on " + to_text(scaled_.last) + ", before the inflection of the fitted curve (" + at +
                   "): its ceiling is an extrapolation, small errors of the data move it far, and its intervals are "
                   "too narrow";
        }
        return "the data begin on " + to_text(scaled_.first) + ", after the inflection of the fitted curve (" + at +
               "): its early growth and its midpoint are extrapolations";
    }

  private:
    double spread(const char* function) const {
        if (size_ < 4) detail::no_degrees_of_freedom(function, size_);
        return sqrt(solution_.rss / degrees_of_freedom());
    }
    /// The standard error of a parameter of the solver.
    double error(const char* function, std::size_t parameter) const {
        return spread(function) * sqrt(solution_.covariance[parameter][parameter]);
    }
    double half_width(const char* function, double level, std::size_t parameter) const {
        const double standard_error = error(function, parameter);
        return standard_error * detail::central_student(function, degrees_of_freedom(), level);
    }
    double prediction_error(const char* function, const date& when) const {
        const double x = ((when - scaled_.first).base_value() - scaled_.middle) / scaled_.range;
        const auto slope = detail::logistic_shape(solution_.p).at(x).by;
        double variance = 0.0;
        for (std::size_t j = 0; j < 3; ++j) {
            for (std::size_t k = 0; k < 3; ++k) variance += slope[j] * solution_.covariance[j][k] * slope[k];
        }
        return spread(function) * sqrt(1.0 + max(variance, 0.0));
    }

    std::size_t size_;
    scaling scaled_;
    detail::logistic_solution solution_;
    double total_;
};

/// Fits a logistic S-curve by nonlinear least squares, equal weights to the values themselves (not their logarithms), from
/// the best of a grid of starts by Levenberg-Marquardt steps. Converges to about 10 digits.
/// \throws std::domain_error for fewer than three observations or dates, and for data that do not rise, have not begun to
/// bend (any ceiling fits) or jump (any rate fits). Not for shares of several technologies at once: use the substitution
/// trends. Look at `warning()` before extrapolating.
template <detail::amount Q>
[[nodiscard]] auto fit_logistic(const observations<Q>& data) {
    using fit = logistic_fit<detail::dimension_of<Q>>;
    data.require_at_least("fit_logistic", 3);
    std::vector<double> x = detail::seconds_of(data);
    std::vector<double> y;
    y.reserve(data.size());
    double largest = 0.0;
    std::size_t dates = 1;
    for (std::size_t i = 0; i < data.size(); ++i) {
        y.push_back(detail::base_of(data[i].value));
        largest = max(largest, y.back());
        dates += i > 0 && x[i - 1] < x[i] ? 1u : 0u;
    }
    if (dates < 3) detail::too_few_observations("fit_logistic (on different dates)", 3, dates);
    if (!(largest > 0.0)) detail::data_do_not_rise();

    typename fit::scaling scaled{data.front().when, data.back().when, 0.5 * x.back(), x.back(), largest};
    for (double& v : x) v = (v - scaled.middle) / scaled.range;
    for (double& v : y) v /= scaled.value;
    const detail::line_fit line = detail::fit_line(x, y);
    if (!(line.slope > 0.0)) detail::data_do_not_rise();

    const detail::logistic_solution solution = detail::solve_logistic(x, y);
    const double beyond = exp(solution.p[2]) * (solution.p[1] - 0.5);
    if (beyond > 12.0 || (!solution.converged && beyond > 2.0)) detail::data_do_not_bend();
    if (!solution.converged && detail::points_on_the_rise(solution.p, x) < 2) detail::data_rise_at_once();
    if (!solution.converged) detail::logistic_does_not_settle();
    return fit(data.size(), scaled, solution, line.syy);
}

/// Chosen only for arguments of the wrong kind, to say so in words.
template <class Data>
auto fit_logistic(const Data&) {
    static_assert(detail::is_amount_data<Data>,
                  "fit_logistic: give the observations of a quantity or a plain number, such as "
                  "observations(std::vector{observation(date, value), ...}) or csv_table(text).observations(...)");
    return detail::wrong_arguments{};
}

}  // namespace headway

#include <headway/header_end.hpp>
