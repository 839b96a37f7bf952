// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/history/bounds.hpp>
#include <headway/history/cumulative_output.hpp>
#include <headway/history/detail/log_linear.hpp>

#include <headway/header_begin.hpp>

namespace headway {

namespace detail {

[[noreturn]] inline void cost_has_no_output(const char* function, double at) {
    throw std::domain_error(std::string(function) + ": no cumulative output on " + iso_text(at) +
                            ", where there is a cost; leave such costs out: costs.at_dates_of(output.data())");
}
[[noreturn]] inline void output_does_not_change(const char* function) {
    throw std::domain_error(std::string(function) +
                            ": cumulative output is the same at every cost; experience shows only where it grows");
}

/// The cumulative output at the date of each cost.
template <class Cost, class Output>
[[nodiscard]] observations<Output> outputs_at_costs(const char* function, const observations<Cost>& costs,
                                                    const observations<Output>& output) {
    costs.require_distinct_dates(function);
    costs.require_above_zero(function);
    std::vector<observation<Output>> matched;
    matched.reserve(costs.size());
    std::size_t at = 0;
    for (const auto& cost : costs) {
        while (at < output.size() && output[at].when < cost.when) ++at;
        if (at == output.size() || output[at].when != cost.when) {
            cost_has_no_output(function, cost.when.seconds_since_1970());
        }
        matched.push_back(output[at]);
    }
    return observations<Output>(std::move(matched));
}

}  // namespace detail

/// An experience curve estimated from data, ln c = a - w ln Q + error, with what is known of its errors; made by
/// `fit_experience_curve`. It is that curve: call it with a cumulative output, ask `along(output)`, `learning()`,
/// `counted()`. Intervals and beliefs are Student-t with n - 2 degrees of freedom; they hold if the errors of ln c are
/// independent and normal with one spread, which `diagnosis()` looks into.
template <class CostDimension, class OutputDimension>
class experience_fit : public experience_curve_model<CostDimension, OutputDimension, double>,
                       public detail::fitted_line {
  public:
    using cost_type = decltype(quantity_or_number<CostDimension>(0.0));
    using output_type = decltype(quantity_or_number<OutputDimension>(0.0));

    /// For `fit_experience_curve`.
    experience_fit(double first_cost, double first_output, current_period counted, const detail::line_fit& line)
        : experience_curve_model<CostDimension, OutputDimension, double>(
              first_cost * exp(line.y_mean), first_output * exp(line.x_mean), -line.slope, counted),
          detail::fitted_line(line), first_output_(first_output) {}

    /// The geometric mean of cumulative output, at which the curve is known best.
    [[nodiscard]] output_type centre() const noexcept {
        return quantity_or_number<OutputDimension>(first_output_ * exp(line().x_mean));
    }

    /// The confidence interval of the exponent w. Here and below: \throws std::domain_error unless the level is between 0 and
    /// 1 and there are more than two observations, which leave nothing to judge an error by.
    [[nodiscard]] bounds<double> exponent_interval(double level) const {
        const double width = level_width("exponent_interval", level) * line().slope_error();
        return {-line().slope - width, -line().slope + width, level};
    }
    /// The confidence interval of the learning rate 1 - 2^(-w), the share of the cost that a doubling takes away.
    [[nodiscard]] bounds<double> learning_rate_interval(double level) const {
        const auto w = exponent_interval(level);
        return {-expm1(-detail::ln2 * w.low), -expm1(-detail::ln2 * w.high), level};
    }
    /// The confidence interval of the progress ratio 2^(-w), the share that a doubling leaves.
    [[nodiscard]] bounds<double> progress_ratio_interval(double level) const {
        const auto w = exponent_interval(level);
        return {exp(-detail::ln2 * w.high), exp(-detail::ln2 * w.low), level};
    }
    /// The standard error of w.
    [[nodiscard]] double exponent_error() const {
        require_freedom("exponent_error");
        return line().slope_error();
    }
    /// w as a Student-t belief; in a model `learning_exponent(in[w])`. With `curve_belief(centre())`, whose error is
    /// uncorrelated with it, it is the whole uncertain curve.
    [[nodiscard]] belief<double> exponent_belief() const {
        return detail::student_belief(degrees_of_freedom(), -line().slope, exponent_error());
    }
    /// The progress ratio as a belief, a Student-t in logarithms.
    [[nodiscard]] belief<double> progress_ratio_belief() const {
        return detail::log_student_belief(degrees_of_freedom(), this->learning().progress_ratio(),
                                          detail::ln2 * exponent_error());
    }

    /// The cost on the curve at a cumulative output as a belief, without the scatter of single observations.
    [[nodiscard]] belief<cost_type> curve_belief(const output_type& cumulated) const {
        require_freedom("curve_belief");
        const cost_type middle = (*this)(cumulated);
        return detail::log_student_belief(degrees_of_freedom(), middle, line().line_error(log_output(cumulated)));
    }
    /// What one more observation at a cumulative output would be: the curve, its uncertainty and the scatter.
    [[nodiscard]] belief<cost_type> prediction(const output_type& cumulated) const {
        const cost_type middle = (*this)(cumulated);
        return detail::log_student_belief(degrees_of_freedom(), middle, prediction_error(cumulated));
    }
    /// The interval of `prediction(cumulated)` at a level.
    [[nodiscard]] bounds<cost_type> prediction_interval(double level, const output_type& cumulated) const {
        const double width = exp(level_width("prediction_interval", level) * prediction_error(cumulated));
        const cost_type middle = (*this)(cumulated);
        return {middle / width, middle * width, level};
    }
    /// The forecast error: the standard error of ln c of one more observation at a cumulative output.
    [[nodiscard]] double prediction_error(const output_type& cumulated) const {
        require_freedom("prediction_error");
        detail::require_above_zero("prediction_error", "cumulative output", detail::base_of(cumulated));
        return line().prediction_error(log_output(cumulated));
    }

  private:
    double log_output(const output_type& cumulated) const noexcept {
        return detail::log_of_ratio(detail::base_of(cumulated), first_output_);
    }

    double first_output_;
};

/// Fits Wright's law by least squares in logarithms: ln cost on ln cumulative output, matched by date, equal weights. Output
/// of further dates is not used. Whether it counts the current period is stated with it and kept by the curve.
/// \throws std::domain_error for fewer than two costs, costs not above zero, two costs on one date, a cost without output,
/// and output that does not change. Accuracy as `fit_exponential`.
template <detail::amount Cost, detail::amount Output>
[[nodiscard]] auto fit_experience_curve(const observations<Cost>& costs, const cumulative_output<Output>& output) {
    constexpr const char* function = "fit_experience_curve";
    costs.require_at_least(function, 2);
    const auto matched = detail::outputs_at_costs(function, costs, output.data());
    const detail::line_fit line = detail::fit_line(detail::logs_of(matched), detail::logs_of(costs));
    if (line.sxx == 0.0) detail::output_does_not_change(function);
    return experience_fit<detail::dimension_of<Cost>, detail::dimension_of<Output>>(
        detail::base_of(costs.front().value), detail::base_of(matched.front().value), output.counted(), line);
}

/// Chosen only for arguments of the wrong kind, to say so in words.
template <class Costs, class Output>
auto fit_experience_curve(const Costs&, const Output&) {
    static_assert(detail::is_amount_data<Costs>,
                  "fit_experience_curve: the first argument must be observations of a cost");
    static_assert(
        detail::is_cumulative_output<Output>,
        "fit_experience_curve: the second argument must say whether cumulative output counts the current period: "
        "cumulative_output(data, current_period::included), or cumulated(...) of output per period");
    return detail::wrong_arguments{};
}

}  // namespace headway

#include <headway/header_end.hpp>
