// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/belief/detail/make_mixture.hpp>

#include <headway/header_begin.hpp>

/// Logarithmic pooling within the families that are closed under it: the exponents of their densities average.
namespace headway::detail {

[[noreturn]] inline void log_pool_has_no_closed_form(belief_shape first, belief_shape other) {
    throw std::domain_error(
        "log_pool: takes normals, lognormals, gammas, betas between the same bounds or uniforms, all of one shape, got " +
        std::string(name_of(first)) + " and " + std::string(name_of(other)) +
        "; use pool, or state each as one shape, for example with lognormal_ci");
}
[[noreturn]] inline void uniforms_must_overlap() {
    throw std::domain_error("log_pool: the uniforms have no value in common; use pool");
}

constexpr bool can_be_log_pooled(const component& a, const component& b) noexcept {
    if (a.is_truncated || b.is_truncated || a.shape != b.shape) return false;
    switch (a.shape) {
        case belief_shape::normal:
        case belief_shape::lognormal:
        case belief_shape::gamma:
        case belief_shape::uniform: return true;
        case belief_shape::beta: return a.lo == b.lo && a.hi == b.hi;
        default: return false;
    }
}

constexpr component log_pool(const maker& m, const component_list& parts) {
    const component& first = parts[0].part;
    double precision = 0.0;    // of normals and lognormals, and the precision-weighted distance from the first
    double shift = 0.0;
    double exponents[2] = {};  // of gammas and betas
    double lo = -infinity;
    double hi = infinity;
    for (const weighted_component& c : parts) {
        const double* const p = c.part.parameter;
        if (!can_be_log_pooled(first, c.part)) log_pool_has_no_closed_form(shape_of(first), shape_of(c.part));
        if (!(c.share > 0.0)) continue;
        if (first.shape == belief_shape::normal || first.shape == belief_shape::lognormal) {
            // Relative to the first one's spread, so that no square overflows.
            const double spread = p[1] / first.parameter[1];
            const double weight = c.share / (spread * spread);
            precision += weight;
            shift += weight * (first.shape == belief_shape::normal ? p[0] - first.parameter[0]
                                                                   : log_of_ratio(p[0], first.parameter[0]));
        } else if (first.shape == belief_shape::gamma) {
            exponents[0] += c.share * p[0];
            exponents[1] += c.share / p[1];
        } else {
            exponents[0] += c.share * p[0];
            exponents[1] += c.share * p[1];
            if (c.part.lo > lo) lo = c.part.lo;
            if (c.part.hi < hi) hi = c.part.hi;
        }
    }
    switch (first.shape) {
        case belief_shape::normal:
            return normal_component(m, first.parameter[0] + shift / precision, first.parameter[1] / sqrt(precision));
        case belief_shape::lognormal:
            return lognormal_component(m, first.parameter[0] * exp(shift / precision), first.parameter[1] / sqrt(precision));
        case belief_shape::gamma: return gamma_component(m, exponents[0], 1.0 / exponents[1]);
        case belief_shape::beta: return beta_component(m, exponents[0], exponents[1], lo, hi);
        default:
            if (!(lo < hi)) uniforms_must_overlap();
            return uniform_component(m, lo, hi);
    }
}

/// The parts of a logarithmic pool under construction.
class log_pool_builder {
  public:
    constexpr explicit log_pool_builder(const maker& m) noexcept : maker_(m), parts_(m) {}
    constexpr void add(const component_list& part, double weight) {
        // A mixture would be taken apart, but its density is a sum, which no power of it is.
        if (part.size() != 1) log_pool_has_no_closed_form(part.shape(), part.shape());
        parts_.add(part, weight);
    }
    [[nodiscard]] constexpr component finished() const { return log_pool(maker_, parts_.mixture()); }

  private:
    maker maker_;
    component_builder parts_;
};

}  // namespace headway::detail

#include <headway/header_end.hpp>
