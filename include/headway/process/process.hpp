// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/process/detail/process_text.hpp>
#include <headway/process/process_record.hpp>
#include <headway/process/volatility.hpp>
#include <headway/quantity/growth.hpp>

#include <headway/header_begin.hpp>

namespace headway {

namespace detail {

[[noreturn, gnu::cold]] inline void reversion_must_fall(const char* function, double rate) {
    throw std::domain_error(
        std::string(function) +
        ": the distance to the long-run value must fall, as halves_every(1.0 * year) does, got a growth "
        "of " +
        number_text(rate * 31556952.0, 6) + " a year in logarithms");
}

}  // namespace detail

/// A stochastic process: how an amount moves by chance from a date on. One regular type per dimension, whatever the kind, so
/// that a scenario can replace a random walk by one that reverts to a mean. Made by `log_walk`, `level_walk`,
/// `log_mean_reverting`, `level_mean_reverting`, `regime_switching` and `yearly_process`; an input of a forecast is made of
/// it by `path<"name">(process, figure_or_note)`. A literal type.
template <class Dimension>
class process : public detail::process_record {
  public:
    using dimension = Dimension;
    using value_type = decltype(quantity_or_number<Dimension>(0.0));

    /// For makers.
    constexpr explicit process(const detail::process_record& record) : detail::process_record(record) {
        text = &detail::process_text<Dimension>;
        fingerprint = &detail::fingerprint_of_process<>;
    }

    /// The same process with steps of another length; a month where none is given. The law at the ends of steps does not
    /// depend on it, nor does a first passage of a random walk; what is drawn does. Where jumps fade (mean reversion) or
    /// regimes change, that holds of the mean, and to the order of a step of the rest. Jumps fall on the ends of steps. \throws std::domain_error unless it is above zero and finite; for a yearly process.
    template <class Span>
    [[nodiscard]] constexpr process with_step(const Span& span) const {
        process copy = *this;
        copy.step = detail::span_seconds(span);
        detail::require_above_zero("with_step", "step in seconds", copy.step);
        detail::require_finite("with_step", "step in seconds", copy.step);
        if (kind == detail::process_kind::yearly) {
            throw std::domain_error("with_step: a yearly process has one value a year and no other step");
        }
        require_few_jumps("with_step", copy);
        return copy;
    }
    /// The same process whose drift and volatility were estimated from so many increments, each this long: the estimates are
    /// `drift` (its standard error K/√m) and `volatility` (K, divisor m - 1). Drawn once per path is a volatility
    /// K·√((m-1)/χ²(m-1)) and a drift around the estimate with that volatility over √m, so that the drift is a Student-t
    /// with m - 1 degrees of freedom and the value after a span τ (in increments) a Student-t of scale K·√(τ + τ²/m) in the
    /// path's coordinate. \throws std::domain_error for fewer than 2 increments, and unless it is a random walk without
    /// regimes.
    template <class Span>
    [[nodiscard]] constexpr process with_estimated_drift(int from_increments, const Span& increment) const {
        if (!(from_increments >= 2)) {
            detail::value_breaks_a_rule("with_estimated_drift", "increments",
                                        "must be 2 or more, one is no evidence of noise", from_increments);
        }
        if (kind != detail::process_kind::walk || has_regimes()) {
            throw std::domain_error(
                "with_estimated_drift: only a random walk without regimes has one drift to estimate");
        }
        process copy = *this;
        copy.increments = from_increments;
        copy.increment_span = detail::period_seconds("with_estimated_drift", increment);
        return copy;
    }
    /// The same process with jumps: compound Poisson, so many per time on average, each multiplying by a lognormal factor of
    /// this median and this standard deviation of its logarithm (of a process in levels: adding a normal amount of this mean
    /// and standard deviation). They come beside the drift, which is that between jumps. Within a path they fall on the
    /// ends of steps; where the process reverts to a mean, with the mean and variance of what is left of them there. \throws std::domain_error for a rate or spread below zero, a factor that is not above zero.
    template <detail::rate_like Rate, detail::amount Size, detail::amount Spread>
    [[nodiscard]] constexpr process with_jumps(const Rate& per_time, const Size& size, const Spread& spread) const {
        process copy = *this;
        if (kind == detail::process_kind::yearly) {
            throw std::domain_error("with_jumps: a yearly process has one value a year; put the jump into its beliefs");
        }
        copy.jump_rate = detail::rate_of(per_time);
        detail::require_not_negative("with_jumps", "jumps per time", copy.jump_rate);
        if (in_logs) {
            constexpr const char* what = "factor";
            copy.jump_mean = detail::base_of(size);
            detail::require_above_zero("with_jumps", what, copy.jump_mean);
            if constexpr (std::same_as<detail::dimension_of<Size>, dimensionless>) {
                copy.jump_mean = log(copy.jump_mean);
            } else {
                throw std::domain_error("with_jumps: a process in logarithms jumps by a plain factor, such as 0.7");
            }
            if constexpr (!std::same_as<detail::dimension_of<Spread>, dimensionless>) {
                throw std::domain_error("with_jumps: the spread of a factor is one of its logarithm, a plain number such as 0.1");
            }
        } else {
            copy.jump_mean = jump_amount(size);
            detail::require_finite("with_jumps", "size", copy.jump_mean);
            static_cast<void>(jump_amount(spread));
        }
        copy.jump_spread = detail::base_of(spread);
        detail::require_not_negative("with_jumps", "spread", copy.jump_spread);
        require_few_jumps("with_jumps", copy);
        return copy;
    }

    /// Chosen only for arguments of the wrong kind, to say so in words.
    template <class Rate, class Size, class Spread>
    constexpr process with_jumps(const Rate&, const Size&, const Spread&) const {
        static_assert(detail::rate_like<Rate>, "with_jumps: the first argument must be how many jumps there are per time on "
                                               "average, such as 0.5 / year");
        static_assert(detail::amount<Size> && detail::amount<Spread>,
                      "with_jumps: the second and third argument must be a jump's size and the spread of it: of a process in "
                      "logarithms plain numbers, a factor and a standard deviation, such as 0.7, 0.1");
        return *this;
    }

    /// In words: "a random walk in logarithms from 4.00 USD on 2025-01-01, ...".
    [[nodiscard]] std::string to_words() const { return text(*this); }

    friend constexpr bool operator==(const process&, const process&) noexcept = default;

  private:
    static constexpr void require_few_jumps(const char* function, const process& p) {
        if (p.jump_rate * p.step > 50.0) {
            detail::value_breaks_a_rule(function, "jumps per step", "must be at most 50; choose a shorter step",
                                        p.jump_rate * p.step);
        }
    }
    template <class Size>
    static constexpr double jump_amount(const Size& size) {
        if constexpr (std::same_as<detail::dimension_of<Size>, Dimension>) {
            return detail::base_of(size);
        } else {
            throw std::domain_error("with_jumps: a process in levels jumps by an amount of its own unit");
        }
    }
};

/// Whether a type is a process.
template <class T>
inline constexpr bool is_process = false;
template <class Dimension>
inline constexpr bool is_process<process<Dimension>> = true;

namespace detail {

template <class Value>
constexpr double first_log(const char* function, const char* what, const Value& value) {
    const double base = base_of(value);
    require_above_zero(function, what, base);
    return log(base);
}
constexpr process_record walk_from(const char* function, const date& at) {
    require_real_date(function, "at", at);
    process_record record;
    record.kind = process_kind::walk;
    record.start = at.seconds_since_1970();
    return record;
}
constexpr void set_reversion(const char* function, process_record& record, double rate) {
    if (!(rate < 0.0 && rate > -no_limit)) reversion_must_fall(function, rate);
    record.kind = process_kind::mean_reverting;
    record.reversion = -rate;
}

template <class A, class B>
inline constexpr bool are_of_one_dimension = false;
template <amount A, amount B>
inline constexpr bool are_of_one_dimension<A, B> = std::same_as<dimension_of<A>, dimension_of<B>>;
template <class Rate, class Value>
inline constexpr bool is_value_per_time = false;
template <amount Rate, amount Value>
inline constexpr bool is_value_per_time<Rate, Value> =
    std::same_as<dimension_of<Rate>, divided<dimension_of<Value>, dim::time>>;
template <class Sigma, class Value>
inline constexpr bool is_level_volatility = false;
template <class Sigma, amount Value>
inline constexpr bool is_level_volatility<Sigma, Value> = std::same_as<Sigma, volatility<dimension_of<Value>>>;

template <class At, class Value>
consteval void require_start_of_process() {
    static_assert(date_like<At>, "level_walk, log_mean_reverting, level_mean_reverting: the first argument must be the date on "
                                 "which it starts");
    static_assert(amount<Value>, "level_walk, log_mean_reverting, level_mean_reverting: the second argument must be its value "
                                 "then, a quantity or a plain number");
}
template <class Sigma, class Value>
consteval void require_level_volatility() {
    constexpr bool sigma_is_in_the_unit_of_the_value = is_level_volatility<Sigma, Value>;
    static_assert(sigma_is_in_the_unit_of_the_value,
                  "level_walk, level_mean_reverting: the last argument must be a volatility in the unit of the value, such as "
                  "per_sqrt_year(9.0 * usd)");
}
template <class Value, class LongRun, class Reversion>
consteval void require_reversion() {
    constexpr bool long_run_is_such_a_value = are_of_one_dimension<Value, LongRun>;
    static_assert(long_run_is_such_a_value, "log_mean_reverting, level_mean_reverting: the third argument must be the value to "
                                            "which it reverts, of the dimension of the second");
    static_assert(std::convertible_to<Reversion, growth>,
                  "log_mean_reverting, level_mean_reverting: the fourth argument must be a sure growth that falls, by which the "
                  "distance to the long-run value shrinks, such as halves_every(9.0 * month)");
}

}  // namespace detail

/// A random walk with drift in logarithms (geometric Brownian motion): ln x(t + h) = ln x(t) + μh + σ√h·z. `drift` is the
/// growth of the median, μ in logarithms, so that the mean grows by μ + σ²/2; `sigma` the volatility of the logarithm.
///
///     log_walk(date(2025y / 1 / 1), 4.0 * usd, falls_by_factor(1.56, year), per_sqrt_year(0.383))
///
/// \throws std::domain_error unless the value is above zero and finite, the date in the calendar and the drift finite.
template <date_like At, detail::amount Value>
[[nodiscard]] constexpr auto log_walk(const At& at, const Value& value, const growth& drift,
                                      const volatility<dimensionless>& sigma) {
    detail::process_record record = detail::walk_from("log_walk", detail::to_date(at));
    record.in_logs = true;
    record.first = detail::first_log("log_walk", "value", value);
    record.drift = drift.rate_per_second();
    detail::require_finite("log_walk", "drift", record.drift);
    record.volatility = sigma.per_sqrt_second();
    return process<detail::dimension_of<Value>>(record);
}

/// A random walk with drift in levels (arithmetic Brownian motion): x(t + h) = x(t) + μh + σ√h·z. It may fall below zero.
///
///     level_walk(date(2025y / 1 / 1), 80.0 * usd, -3.0 * usd / year, per_sqrt_year(9.0 * usd))
///
/// \throws std::domain_error unless value and drift are finite and the date is in the calendar.
template <date_like At, detail::amount Value, detail::amount Drift>
[[nodiscard]] constexpr auto level_walk(const At& at, const Value& value, const Drift& drift_per_time,
                                        const volatility<detail::dimension_of<Value>>& sigma) {
    using dimension = detail::dimension_of<Value>;
    detail::process_record record = detail::walk_from("level_walk", detail::to_date(at));
    record.first = detail::base_of(value);
    detail::require_finite("level_walk", "value", record.first);
    record.drift = detail::base_of_dimension<divided<dimension, dim::time>>(drift_per_time);
    detail::require_finite("level_walk", "drift", record.drift);
    record.volatility = sigma.per_sqrt_second();
    return process<dimension>(record);
}

/// A process that reverts to a mean in logarithms (Ornstein-Uhlenbeck): ln x(t + h) = m + (ln x(t) - m) e^(-κh) + s·z,
/// s² = σ²(1 - e^(-2κh))/(2κ). `reversion` says how the distance to the long-run value falls: `halves_every(9.0 * month)`.
/// \throws std::domain_error unless both values are above zero and finite, the date is in the calendar and the reversion
/// falls.
template <date_like At, detail::amount Value, detail::amount LongRun>
    requires detail::are_of_one_dimension<Value, LongRun>
[[nodiscard]] constexpr auto log_mean_reverting(const At& at, const Value& value, const LongRun& long_run,
                                                const growth& reversion, const volatility<dimensionless>& sigma) {
    using dimension = detail::dimension_of<Value>;
    detail::process_record record = detail::walk_from("log_mean_reverting", detail::to_date(at));
    detail::set_reversion("log_mean_reverting", record, reversion.rate_per_second());
    record.in_logs = true;
    record.first = detail::first_log("log_mean_reverting", "value", value);
    record.long_run = detail::base_of_dimension<dimension>(long_run);
    record.long_run = detail::first_log("log_mean_reverting", "long-run value", record.long_run);
    record.volatility = sigma.per_sqrt_second();
    return process<dimension>(record);
}
/// The same in levels: x(t + h) = m + (x(t) - m) e^(-κh) + s·z.
template <date_like At, detail::amount Value, detail::amount LongRun>
    requires detail::are_of_one_dimension<Value, LongRun>
[[nodiscard]] constexpr auto level_mean_reverting(const At& at, const Value& value, const LongRun& long_run,
                                                  const growth& reversion,
                                                  const volatility<detail::dimension_of<Value>>& sigma) {
    using dimension = detail::dimension_of<Value>;
    detail::process_record record = detail::walk_from("level_mean_reverting", detail::to_date(at));
    detail::set_reversion("level_mean_reverting", record, reversion.rate_per_second());
    record.first = detail::base_of(value);
    detail::require_finite("level_mean_reverting", "value", record.first);
    record.long_run = detail::base_of_dimension<dimension>(long_run);
    detail::require_finite("level_mean_reverting", "long-run value", record.long_run);
    record.volatility = sigma.per_sqrt_second();
    return process<dimension>(record);
}

/// Chosen only for arguments of the wrong kind, to say so in words.
template <class At, class Value, class Drift, class Sigma>
constexpr auto log_walk(const At&, const Value&, const Drift&, const Sigma&) {
    static_assert(date_like<At>, "log_walk: the first argument must be the date on which it starts");
    static_assert(detail::amount<Value>,
                  "log_walk: the second argument must be its value then, a quantity or a plain number");
    static_assert(
        std::convertible_to<Drift, growth>,
        "log_walk: the third argument must be a sure growth of the median, such as falls_by_factor(1.56, year); let a "
        "model multiply a path by an exponential with an uncertain growth");
    static_assert(
        std::same_as<Sigma, volatility<dimensionless>>,
        "log_walk: the fourth argument must be a volatility of the logarithm, such as per_sqrt_year(0.383), without a "
        "unit");
    return detail::wrong_arguments{};
}
/// The same of the other makers.
template <class At, class Value, class Drift, class Sigma>
constexpr auto level_walk(const At&, const Value&, const Drift&, const Sigma&) {
    detail::require_start_of_process<At, Value>();
    constexpr bool drift_is_the_value_per_time = detail::is_value_per_time<Drift, Value>;
    static_assert(drift_is_the_value_per_time,
                  "level_walk: the third argument must be a drift in the unit of the value per time, such as -3.0 * usd / "
                  "year; what grows by a factor walks in logarithms, log_walk");
    detail::require_level_volatility<Sigma, Value>();
    return detail::wrong_arguments{};
}
template <class At, class Value, class LongRun, class Reversion, class Sigma>
constexpr auto log_mean_reverting(const At&, const Value&, const LongRun&, const Reversion&, const Sigma&) {
    detail::require_start_of_process<At, Value>();
    detail::require_reversion<Value, LongRun, Reversion>();
    constexpr bool sigma_is_of_the_logarithm = std::same_as<Sigma, volatility<dimensionless>>;
    static_assert(sigma_is_of_the_logarithm, "log_mean_reverting: the fifth argument must be a volatility of the logarithm, "
                                             "such as per_sqrt_year(0.383), without a unit");
    return detail::wrong_arguments{};
}
template <class At, class Value, class LongRun, class Reversion, class Sigma>
constexpr auto level_mean_reverting(const At&, const Value&, const LongRun&, const Reversion&, const Sigma&) {
    detail::require_start_of_process<At, Value>();
    detail::require_reversion<Value, LongRun, Reversion>();
    detail::require_level_volatility<Sigma, Value>();
    return detail::wrong_arguments{};
}

}  // namespace headway

#include <headway/header_end.hpp>
