// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

#include <headway/math/hash_combine.hpp>
#include <headway/math/math.hpp>
#include <headway/trend/amount.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

enum class process_kind { none, walk, mean_reverting, yearly };

/// The same day and time so many calendar years later, in seconds since 1970; of 29 February the 28th where there is none.
[[nodiscard]] constexpr double anniversary(double seconds, int years_later) noexcept {
    constexpr double day = 86400.0;
    const double days = floor(seconds / day);
    const std::chrono::year_month_day then(std::chrono::sys_days(std::chrono::days(static_cast<int>(days))));
    std::chrono::year_month_day later = then + std::chrono::years(years_later);
    if (!later.ok()) later = later.year() / later.month() / std::chrono::last;
    return static_cast<double>(std::chrono::sys_days(later).time_since_epoch().count()) * day + (seconds - days * day);
}

struct process_record;
/// A value at one step of a yearly process, in base units, from 64 standard normal numbers.
struct yearly_values {
    const void* beliefs = nullptr;
    int count = 0;
    void (*draw)(const void* beliefs, int year, const double* z, double* out) = nullptr;
    double (*quantile)(const void* beliefs, int year, double p) = nullptr;
    friend constexpr bool operator==(const yearly_values&, const yearly_values&) noexcept = default;
};

/// A stochastic process whatever the dimension of its values: what all code reads but the model. Values are in base units
/// or, for one in logarithms, their natural logarithms; times are seconds, rates per second, volatilities per square root
/// of a second.
struct process_record {
    process_kind kind = process_kind::none;
    bool in_logs = false;
    double start = 0.0;  ///< since 1970
    double first = 0.0;  ///< the value at the start
    double step = 2629746.0;
    double drift = 0.0;
    double volatility = 0.0;
    /// Mean reverting: the long-run mean and the rate at which the distance to it falls.
    double long_run = 0.0;
    double reversion = 0.0;
    double jump_rate = 0.0;
    double jump_mean = 0.0;
    double jump_spread = 0.0;
    /// The second regime, and the rates at which either is left; zero where there is one regime.
    double other_drift = 0.0;
    double other_volatility = 0.0;
    double leave_first = 0.0;
    double leave_other = 0.0;
    /// Of a drift that is estimated: from how many increments, and how long one is; zero where it is known.
    int increments = 0;
    double increment_span = 0.0;
    /// The variance grows like t - bend t² up to an increment's span and like slope t from there on (t in increments).
    double bend = 0.0;
    double slope = 1.0;
    /// Yearly: from year to year.
    double autocorrelation = 0.0;
    yearly_values yearly = {};
    /// Of a path that is correlated with another, that other's name and the correlation of their shocks.
    std::uint64_t driver_hash = 0;
    double driver_correlation = 0.0;
    /// In words, and a hash of all that values follow from besides the draws; null of none.
    std::string (*text)(const process_record&) = nullptr;
    std::uint64_t (*fingerprint)(const process_record&) = nullptr;

    [[nodiscard]] constexpr bool has_jumps() const noexcept { return jump_rate > 0.0; }
    [[nodiscard]] constexpr bool has_regimes() const noexcept { return leave_first > 0.0; }
    [[nodiscard]] constexpr bool is_estimated() const noexcept { return increments > 0; }

    /// The time over which the variance, in units of the volatility's square, has grown so many seconds after the start.
    template <class Number>
    [[nodiscard]] constexpr Number variance_time(const Number& after) const {
        if (bend == 0.0 && slope == 1.0) return after;
        const Number t = after / increment_span;
        const Number early = t * (1.0 - bend * t);
        const Number late = slope * t - (slope - 1.0 + bend);
        return increment_span * select(t < 1.0, early, late);
    }
    /// When a step begins, counted from 0. A year begins on the day of the start in its calendar year.
    [[nodiscard]] constexpr double time_of(double steps) const noexcept {
        if (kind != process_kind::yearly) return start + steps * step;
        return anniversary(start, static_cast<int>(steps));
    }

    friend constexpr bool operator==(const process_record&, const process_record&) noexcept = default;
};

/// A hash of all that a path's values follow from besides its draws.
template <class = void>
[[nodiscard, gnu::cold]] std::uint64_t fingerprint_of_process(const process_record& p);

[[noreturn, gnu::cold]] inline void path_is_asked_before_its_start(const process_record& process, double asked) {
    throw std::domain_error("path: it starts on " + iso_text(process.start) + " and has no value before, got " +
                            iso_text(asked) + "; start it earlier, or ask from its start on");
}
[[noreturn, gnu::cold]] inline void path_is_asked_too_late(const process_record& process, double asked) {
    if (asked == asked && !(asked < no_limit)) {
        throw std::domain_error("path: it has no value at never; ask for a date");
    }
    throw std::domain_error("path: it may be asked up to 100 000 steps after its start on " + iso_text(process.start) +
                            ", got " + iso_text(asked) + "; give it a longer step, .with_step(...)");
}

[[noreturn, gnu::cold]] inline void years_are_over(const process_record& process, double asked) {
    throw std::domain_error("path: it has " + std::to_string(process.yearly.count) + " yearly values from " +
                            iso_text(process.start) + " on, none on " + iso_text(asked) + "; give it more years");
}

/// The step in which a date lies: it begins at or before it and ends after it.
[[nodiscard]] constexpr std::size_t step_of(const process_record& p, double when) noexcept {
    double steps = floor((when - p.start) / p.step);
    while (steps > 0.0 && p.time_of(steps) > when) steps -= 1.0;
    while (p.time_of(steps + 1.0) <= when) steps += 1.0;
    return static_cast<std::size_t>(steps > 0.0 ? steps : 0.0);
}

/// The most steps that a path is followed.
inline constexpr double most_path_steps = 1e5;

/// \throws std::domain_error for a date at which a path has no value.
constexpr void require_path_date(const process_record& process, double seconds) {
    if (!(seconds >= process.start)) path_is_asked_before_its_start(process, seconds);
    if (!(seconds - process.start <= most_path_steps * process.step)) path_is_asked_too_late(process, seconds);
    if (process.kind == process_kind::yearly && !(seconds < process.time_of(process.yearly.count))) {
        years_are_over(process, seconds);
    }
}

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/process/bodies/process_record.hpp>
#endif
