// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/belief/makers.hpp>
#include <headway/math/error_function.hpp>
#include <headway/process/process_record.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// The share of a span from the start that regimes spend, on average, in the second, times the span.
template <class Number>
[[nodiscard]] constexpr Number time_in_other(const process_record& p, const Number& span) {
    const double leaving = p.leave_first + p.leave_other;
    return p.leave_first / leaving * (span + expm1(-leaving * span) / leaving);
}

/// The variance of that time, of a chain that starts in the first: 2 ∫∫ P(second at s) P(second at t | second at s) over s < t,
/// less the square of the mean.
template <class Number>
[[nodiscard]] constexpr Number time_in_other_variance(const process_record& p, const Number& span) {
    const double leaving = p.leave_first + p.leave_other;
    const double first = p.leave_other / leaving;
    const double other = p.leave_first / leaving;
    const Number once = -expm1(-leaving * span) / leaving;
    const Number both = 0.5 * span * span - (span - once) / leaving;
    const Number turned = (span - 2.0 * once + span * exp(-leaving * span)) / leaving;
    const Number mean = other * (span - once);
    const Number variance = 2.0 * other * (other * both + first * turned) - mean * mean;
    return max(variance, Number(0.0));
}

/// The mean of a process in its coordinate so many seconds after its start: of a random walk and of one that reverts to a
/// mean the median as well.
template <class Number>
[[nodiscard]] constexpr Number mean_path(const process_record& p, const Number& span) {
    const Number jumped = p.jump_rate * p.jump_mean * span;
    if (p.kind == process_kind::mean_reverting) {
        // Jumps fade like all else.
        const Number faded = p.has_jumps() ? Number(-expm1(-p.reversion * span) / p.reversion) : Number(0.0);
        return p.long_run + (p.first - p.long_run) * exp(-p.reversion * span) + p.jump_rate * p.jump_mean * faded;
    }
    if (!p.has_regimes()) return p.first + p.drift * span + jumped;
    return p.first + p.drift * span + (p.other_drift - p.drift) * time_in_other(p, span) + jumped;
}

/// The variance in the process's coordinate, of an estimated drift the square of the Student-t's scale.
template <class Number>
[[nodiscard]] constexpr Number path_variance(const process_record& p, const Number& span) {
    const double squared = p.volatility * p.volatility;
    const double of_jumps = p.jump_rate * (p.jump_mean * p.jump_mean + p.jump_spread * p.jump_spread);
    if (p.kind == process_kind::mean_reverting) {
        return (squared + of_jumps) * (-expm1(-2.0 * p.reversion * span) / (2.0 * p.reversion));
    }
    if (p.has_regimes()) {
        // The mean of the variance given the time in each, and the variance of the mean.
        const Number other = time_in_other(p, span);
        const double apart = p.other_drift - p.drift;
        return squared * (span - other) + p.other_volatility * p.other_volatility * other +
               apart * apart * time_in_other_variance(p, span) + of_jumps * span;
    }
    Number variance = squared * p.variance_time(span) + of_jumps * span;
    if (p.is_estimated()) {
        variance = variance + squared * p.slope / (p.increments * p.increment_span) * span * span;
    }
    return variance;
}

/// The value at the quantile `level` of each date, in base units. All shocks zero at one half. With jumps or regimes the
/// quantiles are those of a normal distribution of the same mean and variance.
template <class Number>
[[nodiscard]] constexpr Number quantile_path(const process_record& p, double level, const Number& seconds) {
    require_path_date(p, value_at(seconds));
    if (p.kind == process_kind::yearly) {
        return p.yearly.quantile(p.yearly.beliefs, static_cast<int>(step_of(p, value_at(seconds))), level);
    }
    const Number span = seconds - p.start;
    Number x = mean_path(p, span);
    if (level != 0.5) {
        const double z =
            p.is_estimated() ? student_t(double(p.increments - 1), 0.0, 1.0).quantile(level) : normal_quantile(level);
        if (value_at(span) > 0.0) x = x + z * sqrt(path_variance(p, span));
    }
    if (p.in_logs) return exp(x);
    return x;
}

}  // namespace headway::detail

#include <headway/header_end.hpp>
