// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/belief/belief.hpp>

namespace headway {

namespace detail {

/// What a maker's argument is about: arithmetic types and shares as double, chrono durations as time, calendar days as
/// dates, everything else as it is.
template <number_like X>
constexpr double as_believed(const X& x) noexcept {
    return static_cast<double>(x);
}
template <class Dimension>
constexpr quantity<Dimension> as_believed(const quantity<Dimension>& x) noexcept {
    return x;
}
constexpr double as_believed(const quantity<dimensionless>& x) noexcept { return x; }
template <class Rep, class Period>
constexpr quantity<dim::time> as_believed(const std::chrono::duration<Rep, Period>& x) noexcept {
    return x;
}
constexpr date as_believed(const date& x) noexcept { return x; }
constexpr date as_believed(const std::chrono::year_month_day& x) { return x; }
constexpr date as_believed(const std::chrono::year_month_day_last& x) { return x; }
template <class Duration>
constexpr date as_believed(const std::chrono::sys_time<Duration>& x) noexcept {
    return x;
}

}  // namespace detail

/// What a belief can be about: a number, a quantity (or chrono duration), a date (or calendar day).
template <class X>
concept believable = requires(const X& x) { detail::as_believed(x); };

/// The value type of the belief that a maker gives for such an argument.
template <believable X>
using believed_t = decltype(detail::as_believed(std::declval<const X&>()));

namespace detail {

/// A maker's further argument in base units; of another dimension than `T` it does not compile, and the message of the
/// conversion names both.
template <class T, believable X>
constexpr double base_of(const X& x) {
    const T of_the_same_dimension = as_believed(x);
    return base_value_of(of_the_same_dimension);
}

template <class T>
using span_of = typename value_traits<T>::difference_type;

/// Shapes on a ratio scale need a zero; a calendar has none.
template <class T>
constexpr void must_have_a_zero() {
    static_assert(!std::same_as<T, date>,
                  "a date has no zero, which this shape needs: use normal_ci, uniform, triangular or pert, or believe "
                  "in a span of time and add it to a date");
}

[[noreturn]] inline void bounds_must_rise(const char* function, double lo, double hi) {
    throw std::domain_error(std::string(function) + ": lo must be below hi, got " + number_text(lo) + " and " +
                            number_text(hi));
}
[[noreturn]] inline void bound_must_be_above_zero(const char* function, double lo) {
    throw std::domain_error(std::string(function) + ": lo must be > 0 for a lognormal, got " + number_text(lo) +
                            "; for a value that can be zero or negative use normal_ci");
}
[[noreturn]] inline void bounds_are_too_far_apart(const char* function, double lo, double hi) {
    throw std::domain_error(std::string(function) + ": hi - lo is too large for a number, got " + number_text(lo) +
                            " and " + number_text(hi));
}

constexpr void require_bounds(const char* function, double lo, double hi) {
    require_finite(function, "lo", lo);
    require_finite(function, "hi", hi);
    if (!(lo < hi)) bounds_must_rise(function, lo, hi);
    if (!(hi - lo < infinity)) bounds_are_too_far_apart(function, lo, hi);
}

/// The z with P(-z < Z < z) = level.
constexpr double central_z(const char* function, double level) {
    if (!(level > 0.0 && level < 1.0)) {
        value_breaks_a_rule(function, "level", "must be between 0 and 1, for example 0.9 for a 90 % interval", level);
    }
    return normal_quantile_upper(0.5 * (1.0 - level));
}

template <class T>
constexpr belief<T> make_belief(const atom& a) {
    return belief<T>(component_list(a));
}

constexpr atom normal_atom(const char* function, double mean, double stddev) {
    require_finite(function, "mean", mean);
    require_above_zero(function, "standard deviation", stddev);
    atom a;
    a.shape = belief_shape::normal;
    a.parameter[0] = mean;
    a.parameter[1] = stddev;
    a.lo = -infinity;
    a.hi = infinity;
    return a;
}

constexpr atom lognormal_atom(const char* function, double median, double sigma) {
    require_above_zero(function, "median", median);
    require_above_zero(function, "sigma of the logarithm", sigma);
    atom a;
    a.shape = belief_shape::lognormal;
    a.parameter[0] = median;
    a.parameter[1] = sigma;
    a.lo = 0.0;
    a.hi = infinity;
    return a;
}

constexpr atom normal_from_interval(const char* function, double level, double lo, double hi) {
    const double z = central_z(function, level);
    require_bounds(function, lo, hi);
    return normal_atom(function, lo + 0.5 * (hi - lo), 0.5 * (hi - lo) / z);
}

constexpr atom lognormal_from_interval(const char* function, double level, double lo, double hi) {
    const double z = central_z(function, level);
    require_finite(function, "lo", lo);
    if (!(lo > 0.0)) bound_must_be_above_zero(function, lo);
    require_bounds(function, lo, hi);
    const double product = lo * hi;
    const bool safe = product > 1e-300 && product < 1e300;
    return lognormal_atom(function, safe ? sqrt(product) : sqrt(lo) * sqrt(hi), 0.5 * log_ratio(hi, lo) / z);
}

}  // namespace detail

/// Sure of one value.
template <believable X>
[[nodiscard]] constexpr auto exactly(const X& x) {
    return belief<believed_t<X>>(detail::as_believed(x));
}

/// Every value between lo and hi equally likely.
template <believable Lo, believable Hi>
[[nodiscard]] constexpr auto uniform(const Lo& lo, const Hi& hi) {
    using T = believed_t<Lo>;
    detail::atom a;
    a.shape = belief_shape::uniform;
    a.parameter[0] = a.lo = detail::base_of<T>(lo);
    a.parameter[1] = a.hi = detail::base_of<T>(hi);
    detail::require_bounds("uniform", a.lo, a.hi);
    return detail::make_belief<T>(a);
}

/// The logarithm uniform between lo > 0 and hi: every factor equally likely.
template <believable Lo, believable Hi>
[[nodiscard]] constexpr auto log_uniform(const Lo& lo, const Hi& hi) {
    using T = believed_t<Lo>;
    detail::must_have_a_zero<T>();
    detail::atom a;
    a.shape = belief_shape::log_uniform;
    a.parameter[0] = a.lo = detail::base_of<T>(lo);
    a.parameter[1] = a.hi = detail::base_of<T>(hi);
    detail::require_above_zero("log_uniform", "lo", a.lo);
    detail::require_bounds("log_uniform", a.lo, a.hi);
    a.derived[0] = detail::log_ratio(a.hi, a.lo);
    return detail::make_belief<T>(a);
}

/// Normal with this mean and standard deviation > 0. For dates the standard deviation is a span of time.
template <believable Mean, believable Stddev>
[[nodiscard]] constexpr auto normal(const Mean& mean, const Stddev& stddev) {
    using T = believed_t<Mean>;
    return detail::make_belief<T>(
        detail::normal_atom("normal", detail::base_of<T>(mean), detail::base_of<detail::span_of<T>>(stddev)));
}

/// Lognormal with this median > 0 and standard deviation > 0 of the natural logarithm.
template <believable Median, number_like Sigma>
[[nodiscard]] constexpr auto lognormal(const Median& median, const Sigma& sigma_log) {
    using T = believed_t<Median>;
    detail::must_have_a_zero<T>();
    return detail::make_belief<T>(
        detail::lognormal_atom("lognormal", detail::base_of<T>(median), static_cast<double>(sigma_log)));
}

/// The normal whose central interval of this level is lo to hi: `normal_ci(0.8, -1.0, 3.0)` has 80 % between -1 and 3 and
/// 10 % on either side. mean = (lo + hi)/2, stddev = (hi - lo)/(2z), z the standard normal quantile of (1 + level)/2.
template <number_like Level, believable Lo, believable Hi>
[[nodiscard]] constexpr auto normal_ci(const Level& level, const Lo& lo, const Hi& hi) {
    using T = believed_t<Lo>;
    return detail::make_belief<T>(detail::normal_from_interval("normal_ci", static_cast<double>(level),
                                                               detail::base_of<T>(lo), detail::base_of<T>(hi)));
}

/// The lognormal whose central interval of this level is lo > 0 to hi. median = √(lo·hi), sigma = ln(hi/lo)/(2z).
template <number_like Level, believable Lo, believable Hi>
[[nodiscard]] constexpr auto lognormal_ci(const Level& level, const Lo& lo, const Hi& hi) {
    using T = believed_t<Lo>;
    detail::must_have_a_zero<T>();
    return detail::make_belief<T>(detail::lognormal_from_interval("lognormal_ci", static_cast<double>(level),
                                                                  detail::base_of<T>(lo), detail::base_of<T>(hi)));
}

/// 90 % between lo > 0 and hi, 5 % on either side, as a lognormal; of dates, which have no zero, as a normal.
template <believable Lo, believable Hi>
[[nodiscard]] constexpr auto ci90(const Lo& lo, const Hi& hi) {
    using T = believed_t<Lo>;
    if constexpr (std::same_as<T, date>) {
        return detail::make_belief<T>(
            detail::normal_from_interval("ci90", 0.9, detail::base_of<T>(lo), detail::base_of<T>(hi)));
    } else {
        return detail::make_belief<T>(
            detail::lognormal_from_interval("ci90", 0.9, detail::base_of<T>(lo), detail::base_of<T>(hi)));
    }
}

/// Rises in a straight line from lo to the mode and falls in one to hi; lo <= mode <= hi.
template <believable Lo, believable Mode, believable Hi>
[[nodiscard]] constexpr auto triangular(const Lo& lo, const Mode& mode, const Hi& hi) {
    using T = believed_t<Lo>;
    detail::atom a;
    a.shape = belief_shape::triangular;
    a.parameter[0] = a.lo = detail::base_of<T>(lo);
    a.parameter[1] = detail::base_of<T>(mode);
    a.parameter[2] = a.hi = detail::base_of<T>(hi);
    detail::require_bounds("triangular", a.lo, a.hi);
    if (!(a.parameter[1] >= a.lo && a.parameter[1] <= a.hi)) {
        detail::value_breaks_a_rule("triangular", "mode", "must lie between lo and hi", a.parameter[1]);
    }
    const double width = a.hi - a.lo;
    a.derived[0] = (a.parameter[1] - a.lo) / width;
    a.derived[1] = sqrt(width) * sqrt(a.parameter[1] - a.lo);
    a.derived[2] = sqrt(width) * sqrt(a.hi - a.parameter[1]);
    return detail::make_belief<T>(a);
}

}  // namespace headway
