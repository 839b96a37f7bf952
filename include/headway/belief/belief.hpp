// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <utility>

#include <headway/distribution/draw.hpp>
#include <headway/math/check.hpp>
#include <headway/quantity/value.hpp>

#include <headway/header_begin.hpp>

namespace headway {

namespace detail {

/// What the density and the variance of a `T` are measured in.
template <class T>
struct belief_units {
    using density = double;
    using variance = double;
};
template <class Dimension>
struct belief_units<quantity<Dimension>> {
    using density = decltype(1.0 / quantity<Dimension>());
    using variance = decltype(quantity<Dimension>() * quantity<Dimension>());
};
template <>
struct belief_units<date> : belief_units<quantity<dim::time>> {};

[[noreturn]] inline void belief_has_no_density() {
    throw std::domain_error("pdf: some single values have a probability of their own, so there is no density; ask "
                            "mass(x) or cdf(x)");
}
[[noreturn]] inline void belief_has_no_mean() {
    throw std::domain_error("mean: undefined for a Student-t with 1 degree of freedom or less, infinite for every "
                            "log-Student-t, for a Pareto whose tail index is 1 or less, for quantiles with one bound and "
                            "as heavy a tail, and where 'never' has a probability; ask median(), or cut it off with "
                            "truncated(belief, lo, hi)");
}
[[noreturn]] inline void belief_has_no_variance() {
    throw std::domain_error("variance: infinite or undefined for a Student-t with 2 degrees of freedom or less, for "
                            "every log-Student-t, for a Pareto whose tail index is 2 or less, for quantiles with one bound "
                            "and as heavy a tail, and where 'never' has a probability; ask quantile(p), or cut it off with "
                            "truncated(belief, lo, hi)");
}
[[noreturn]] inline void moment_is_too_large(const char* moment) {
    throw std::domain_error(std::string(moment) + ": too large for a number; ask median() or quantile(p)");
}

}  // namespace detail

/// A belief about an uncertain `T`, a number, quantity or date: a probability distribution. One regular type whatever the
/// shape, so that a lognormal can be replaced by a PERT at run time; copies are cheap and may be made on any thread.
/// Make one with `normal_ci`, `ci90`, `triangular`, `mixture`, ... of belief/makers.hpp. A literal type: every shape with
/// up to eight components, and an empirical belief of up to eight observations, can be a constant. It remembers how it was
/// given, for `belief_text`; that takes no part in a comparison or in any number.
template <any_value T>
class belief {
    static_assert(std::same_as<typename value_traits<T>::number_type, double>, "a belief is about plain numbers");

  public:
    using value_type = T;
    /// The difference of two such values: a span of time for dates.
    using difference_type = typename value_traits<T>::difference_type;
    /// Probability per `T`, for example per dollar.
    using density_type = typename detail::belief_units<T>::density;
    using variance_type = typename detail::belief_units<T>::variance;

    /// Sure of zero (of 1970-01-01).
    constexpr belief() noexcept = default;
    /// Sure of one value: `exactly(value)`. It must be finite; a date may be never.
    constexpr belief(const T& sure) : belief(point(base_value_of(sure))) {}  // NOLINT: implicit, a value is a belief
    /// For makers.
    constexpr explicit belief(detail::component_list parts) noexcept : parts_(std::move(parts)) {}

    /// The value below which lies the probability p; of single values with a probability of their own the least at which
    /// `cdf` reaches p, so `quantile(cdf(x)) == x` at each of them; except below the greatest one where `cdf(x)` rounds to
    /// 1, and at one so light that it does not raise the rounded `cdf`. At 0 and 1 the ends of the support, which may be
    /// infinite. \throws std::domain_error for p outside [0, 1].
    [[nodiscard]] constexpr T quantile(double p) const {
        require_probability("quantile", p);
        return value_from_base<T>(detail::quantile_of(parts_, detail::from_lower(p)));
    }
    /// The value above which lies the probability q: `quantile(1 - q)` for a q too small to be subtracted from 1. Of single
    /// values the least at which `survival` is down to q, so `quantile_upper(survival(x)) == x`; except below the greatest
    /// one where `survival(x)` rounds to 0, and at one so light that it does not lower the rounded `survival`.
    [[nodiscard]] constexpr T quantile_upper(double q) const {
        require_probability("quantile_upper", q);
        return value_from_base<T>(detail::quantile_of(parts_, detail::from_upper(q)));
    }
    [[nodiscard]] constexpr T median() const { return quantile(0.5); }

    /// P(X <= x). Decimal weights of a mixture add up as decimals: 0.7 and 0.1 to 0.8. Here and below:
    /// \throws std::domain_error if x is NaN.
    [[nodiscard]] constexpr double cdf(const T& x) const {
        return detail::probability_of(parts_, believed_base("cdf", x)).lower;
    }
    /// P(X > x), without the cancellation in 1 - cdf(x).
    [[nodiscard]] constexpr double survival(const T& x) const {
        return detail::probability_of(parts_, believed_base("survival", x)).upper;
    }
    /// Probability density at x, per unit of `T`. Where it jumps, at an end or a joint of parts, the greater of its two
    /// sides. \throws std::domain_error unless has_density().
    [[nodiscard]] constexpr density_type pdf(const T& x) const {
        if (!has_density()) detail::belief_has_no_density();
        return value_from_base<density_type>(detail::density_of(parts_, believed_base("pdf", x)));
    }

    /// False when single values have a probability of their own: a sure, Bernoulli, discrete or empirical belief, a count
    /// (poisson, geometric_trials, geometric_failures), or a mixture with one of them.
    [[nodiscard]] constexpr bool has_density() const noexcept { return detail::is_continuous(parts_); }
    /// P(X = x): 0 wherever there is a density.
    [[nodiscard]] constexpr double mass(const T& x) const { return detail::mass_of(parts_, believed_base("mass", x)); }

    /// Expected value, in closed form; of a truncated belief integrated to 1e-13 of itself or of the standard deviation.
    /// \throws std::domain_error unless has_mean(), or if it is too large for a number.
    [[nodiscard]] constexpr T mean() const {
        if (!has_mean()) detail::belief_has_no_mean();
        return value_from_base<T>(not_too_large("mean", detail::mean_of(parts_)));
    }
    /// Expected squared distance from the mean, in closed form; of a truncated belief integrated to 1e-12.
    /// \throws std::domain_error unless has_variance(), or if it is too large for a number.
    [[nodiscard]] constexpr variance_type variance() const { return value_from_base<variance_type>(base_variance()); }
    /// The square root of the variance.
    [[nodiscard]] constexpr difference_type stddev() const {
        return value_from_base<difference_type>(sqrt(base_variance()));
    }
    /// False for a Student-t with one degree of freedom or less not cut off on both sides, for a log-Student-t and a Pareto
    /// with a tail index of 1 or less (a generalised Pareto with a tail of 1 or more) not cut off above, for a metalog with
    /// one bound whose other tail is as heavy, for `date::never()`, and for a mixture with one of these.
    [[nodiscard]] constexpr bool has_mean() const noexcept { return detail::has_mean(parts_); }
    /// False, besides, for a Student-t with two degrees of freedom or less and a tail index of 2 or less: infinite.
    [[nodiscard]] constexpr bool has_variance() const noexcept { return detail::has_variance(parts_); }

    /// The least and greatest value that can be; may be infinite.
    [[nodiscard]] constexpr std::pair<T, T> support() const { return {quantile(0.0), quantile(1.0)}; }

    [[nodiscard]] constexpr belief_shape shape() const noexcept { return parts_.shape(); }
    /// The numbers that the shape's maker was given, in base units; see belief_parameters. With `shape()` they make the
    /// same belief again, bit for bit: `belief_from<T>(shape, parameters)`.
    [[nodiscard]] constexpr belief_parameters parameters() const noexcept {
        const detail::component& a = parts_[0].part;
        belief_parameters p;
        p.count = detail::parameter_count(shape());
        for (int i = 0; i < p.count; ++i) p.value[i] = a.parameter[i];
        if (shape() == belief_shape::truncated) {
            p.value[0] = a.lo;
            p.value[1] = a.hi;
        }
        return p;
    }
    /// The belief before it was truncated; any other belief itself. `truncated` with its `parameters()` undoes this.
    [[nodiscard]] constexpr belief untruncated() const {
        if (shape() != belief_shape::truncated) return *this;
        return belief(detail::component_list(detail::without_truncation(parts_[0].part)));
    }
    /// The number of parts of a mixture or of values of a discrete belief; 1 for every other.
    [[nodiscard]] constexpr std::size_t component_count() const noexcept { return parts_.size(); }
    /// Part i < component_count(), and its weight as given.
    [[nodiscard]] constexpr belief component(std::size_t i) const {
        return belief(detail::component_list(parts_[i].part));
    }
    [[nodiscard]] constexpr double weight(std::size_t i) const noexcept { return parts_[i].weight; }
    /// The number of observations of an empirical belief, in increasing order; 0 for every other.
    [[nodiscard]] constexpr std::size_t observation_count() const noexcept {
        return parts_.size() == 1 ? parts_[0].part.data_size : 0;
    }
    [[nodiscard]] constexpr T observation(std::size_t i) const noexcept {
        return value_from_base<T>(parts_[0].part.observation(i));
    }

    /// The same shape with the same arguments (not merely the same distribution).
    [[nodiscard]] friend constexpr bool operator==(const belief& a, const belief& b) noexcept {
        return a.parts_ == b.parts_;
    }

    /// One draw, in base units, from a uniform number strictly between 0 and 1. Equals `quantile(u)` unless the belief is
    /// a mixture: there u chooses a component and what remains of it, stretched, draws from that. So for a mixture the
    /// draw grows with u only within each component. For many draws of any shape see belief_sampler.
    [[nodiscard]] constexpr double draw(double u) const noexcept { return detail::draw_from(parts_, u); }
    /// `drawn[i] = draw(u[i])` for i < N, the same bits, much faster. `drawn` may be `u`.
    template <std::size_t N>
    constexpr void draw_block(const double* u, double* drawn) const noexcept {
        detail::draw_block<N>(parts_, u, drawn);
    }
    /// One draw, in base units, from a standard normal number, for correlated inputs: `quantile(normal_cdf(z))`, so it
    /// grows with z for every shape. Of a mixture it is solved for, in the order of a microsecond.
    [[nodiscard]] constexpr double draw_from_normal(double z) const noexcept {
        return detail::draw_from_normal(parts_, z);
    }
    /// `drawn[i] = draw_from_normal(z[i])` for i < N, the same bits. `drawn` may be `z`.
    template <std::size_t N>
    constexpr void draw_from_normal_block(const double* z, double* drawn) const noexcept {
        detail::draw_from_normal_block<N>(parts_, z, drawn);
    }

    [[nodiscard]] constexpr const detail::component_list& parts() const noexcept { return parts_; }

  private:
    static constexpr detail::component_list point(double x) {
        if (!std::same_as<T, date> || x != detail::infinity) detail::require_finite("exactly", "value", x);
        detail::component a;
        a.parameter[0] = a.lo = a.hi = x;
        return a;
    }
    constexpr double base_variance() const {
        if (!has_variance()) detail::belief_has_no_variance();
        return not_too_large("variance", detail::variance_of(parts_));
    }
    static constexpr double not_too_large(const char* moment, double x) {
        if (!is_finite(x)) detail::moment_is_too_large(moment);
        return x;
    }
    static constexpr double believed_base(const char* function, const T& x) {
        if (is_nan(base_value_of(x))) detail::value_breaks_a_rule(function, "x", "must be a number", base_value_of(x));
        return base_value_of(x);
    }
    static constexpr void require_probability(const char* function, double p) {
        if (!(p >= 0.0 && p <= 1.0)) {
            detail::value_breaks_a_rule(function, "probability", "must be between 0 and 1", p);
        }
    }

    detail::component_list parts_;
};

}  // namespace headway

#include <headway/header_end.hpp>
