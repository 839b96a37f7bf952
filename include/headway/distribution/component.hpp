// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>

#include <headway/distribution/metalog_curve.hpp>
#include <headway/distribution/shape.hpp>
#include <headway/math/number.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// A probability and its complement, each to full relative accuracy: 1 - 1e-300 needs both.
struct split_probability {
    double lower;
    double upper;
};
/// The same where a quantile is asked for: of what comes in steps the side that was given decides, because the other,
/// subtracted from 1, may have been rounded across the step.
struct asked_probability : split_probability {
    bool is_from_above;
    HEADWAY_INLINE constexpr asked_probability(double below, double above, bool from_above) noexcept
        : split_probability{below, above}, is_from_above(from_above) {}
    /// Given both, the smaller one.
    HEADWAY_INLINE constexpr asked_probability(split_probability p) noexcept  // NOLINT: implicit, both sides are told
        : split_probability(p), is_from_above(p.upper < p.lower) {}
};
HEADWAY_INLINE constexpr asked_probability from_lower(double p) noexcept { return {p, 1.0 - p, false}; }
HEADWAY_INLINE constexpr asked_probability from_upper(double q) noexcept { return {1.0 - q, q, true}; }
/// A step function has reached what is asked at a place with so much at or below it and so much above.
HEADWAY_INLINE constexpr bool is_reached(asked_probability asked, split_probability at) noexcept {
    return asked.is_from_above ? at.upper <= asked.upper : at.lower >= asked.lower;
}

/// The makers that are given something else than the parameters of the shape: of normals, lognormals and PERTs.
enum class given_as : unsigned char {
    parameters,
    ci90,      ///< parameter 2 and 3: its ends
    interval,  ///< normal_ci or lognormal_ci: its ends, and 4: the level
    factor,    ///< around: 2: the factor
    likely,    ///< likely: 3 and 4: the ends between which it lies, and 5: with which probability
};

struct shape_functions;

/// One shape with its numbers, in base units: the part from which every belief is made. Which formulas read `derived`
/// is said where they are written.
struct component {
    static constexpr std::size_t capacity_in_place = 8;

    belief_shape shape = belief_shape::exactly;
    bool is_truncated = false;
    /// The functions of the shape, given by its maker; null for what is sure of one value.
    const shape_functions* functions = nullptr;
    /// How it was given; what it was given then stands behind the parameters of its shape.
    given_as given = given_as::parameters;
    /// Of a metalog: how many quantiles it was given, and how many terms it has.
    unsigned char quantile_count = 0;
    unsigned char term_count = 0;
    double parameter[2 + 2 * most_metalog_terms] = {};
    double derived[most_metalog_terms] = {};
    /// The support, after truncation.
    double lo = 0.0;
    double hi = 0.0;
    /// Of the untruncated shape: the probabilities below and above each end of the support, and what lies between.
    split_probability at_lo = {0.0, 1.0};
    split_probability at_hi = {1.0, 0.0};
    double inside = 1.0;
    /// Above 0 where `inside` is too small a part of the whole to be a difference of probabilities, or too small for a
    /// number with all its digits: the probability inside relative to the density at one end; see window.hpp.
    double window = 0.0;
    /// For the shape empirical only: sorted observations, which the component_list around owns. Null for a few, which
    /// stand in place: the least and greatest are lo and hi, those between are the parameters.
    const double* data = nullptr;
    std::size_t data_size = 0;

    [[nodiscard]] constexpr double observation(std::size_t i) const noexcept {
        if (data != nullptr) return data[i];
        return i == 0 ? lo : i + 1 == data_size ? hi : parameter[i - 1];
    }

    /// The same shape with the same parameters, however they were given; everything else follows from these.
    friend constexpr bool operator==(const component& a, const component& b) noexcept;
};

/// The shape as callers see it.
constexpr belief_shape shape_of(const component& a) noexcept { return a.is_truncated ? belief_shape::truncated : a.shape; }

/// The shapes of counts: each whole number of the support has a probability, and there is no end to them.
HEADWAY_INLINE constexpr bool is_count(belief_shape shape) noexcept {
    return shape == belief_shape::poisson || shape == belief_shape::geometric_trials ||
           shape == belief_shape::geometric_failures;
}

constexpr bool is_continuous(belief_shape shape) noexcept {
    return shape != belief_shape::exactly && shape != belief_shape::bernoulli && shape != belief_shape::empirical &&
           !is_count(shape);
}

/// How many arguments the maker of a shape takes.
constexpr int parameter_count(belief_shape shape) noexcept {
    switch (shape) {
        case belief_shape::exactly:
        case belief_shape::bernoulli:
        case belief_shape::poisson:
        case belief_shape::geometric_trials:
        case belief_shape::geometric_failures: return 1;
        case belief_shape::pareto:
        case belief_shape::lomax:
        case belief_shape::uniform:
        case belief_shape::log_uniform:
        case belief_shape::normal:
        case belief_shape::lognormal:
        case belief_shape::gamma:
        case belief_shape::weibull:
        case belief_shape::truncated: return 2;
        case belief_shape::triangular:
        case belief_shape::pert:
        case belief_shape::generalized_pareto:
        case belief_shape::student_t:
        case belief_shape::log_student_t: return 3;
        case belief_shape::beta: return 4;
        default: return 0;
    }
}

/// How many of a component's parameters make it: of a metalog its two bounds, which may be infinite, and the probability
/// and the value of each quantile.
HEADWAY_INLINE constexpr int parameter_count(const component& a) noexcept {
    return a.shape == belief_shape::metalog ? 2 + 2 * a.quantile_count : parameter_count(a.shape);
}

constexpr bool operator==(const component& a, const component& b) noexcept {
    if (a.shape != b.shape || a.is_truncated != b.is_truncated) return false;
    if (a.quantile_count != b.quantile_count || a.term_count != b.term_count) return false;
    for (int i = 0; i < parameter_count(a); ++i) {
        if (a.parameter[i] != b.parameter[i]) return false;
    }
    if (a.lo != b.lo || a.hi != b.hi || a.data_size != b.data_size) return false;
    for (std::size_t i = 0; i < a.data_size; ++i) {
        if (a.observation(i) != b.observation(i)) return false;
    }
    return true;
}

/// The end of a metalog that is not truncated.
constexpr double metalog_support_end(const component& a, bool is_upper) noexcept;

/// The shape as it was before a truncation; `whole` are its functions.
constexpr component without_truncation(component a, const shape_functions* whole) noexcept {
    if (!a.is_truncated) return a;
    a.is_truncated = false;
    a.functions = whole;
    a.at_lo = {0.0, 1.0};
    a.at_hi = {1.0, 0.0};
    a.inside = 1.0;
    a.window = 0.0;
    switch (a.shape) {
        case belief_shape::normal:
        case belief_shape::student_t:
            a.lo = -infinity;
            a.hi = infinity;
            break;
        case belief_shape::triangular:
        case belief_shape::pert:
            a.lo = a.parameter[0];
            a.hi = a.parameter[2];
            break;
        case belief_shape::beta:
            a.lo = a.parameter[2];
            a.hi = a.parameter[3];
            break;
        case belief_shape::metalog:
            a.lo = metalog_support_end(a, false);
            a.hi = metalog_support_end(a, true);
            break;
        case belief_shape::pareto:
            a.lo = a.parameter[0];
            a.hi = infinity;
            break;
        case belief_shape::generalized_pareto:
            a.lo = a.parameter[0];
            a.hi = a.parameter[2] < 0.0 ? a.parameter[0] - a.parameter[1] / a.parameter[2] : infinity;
            break;
        case belief_shape::geometric_trials:
            a.lo = 1.0;
            a.hi = infinity;
            break;
        default:
            a.lo = 0.0;
            a.hi = infinity;
            break;
    }
    return a;
}

HEADWAY_INLINE constexpr double clamped(double x, double lo, double hi) noexcept {
    const double above = x > lo ? x : lo;
    return above < hi ? above : hi;
}

/// ln(x / y) for positive x and y, also where the ratio rounds to about 1.
constexpr double log_of_ratio(double x, double y) noexcept {
    const double ratio = x / y;
    if (ratio > 0.5 && ratio < 2.0) return log1p((x - y) / y);
    if (ratio > 1e-300 && ratio < 1e300) return log(ratio);
    return log(x) - log(y);
}

/// A metalog's scale: of a value x the metalog curve has what stands behind, with r the middle one of its quantiles.
enum class metalog_scale : unsigned char {
    unbounded,   ///< x - r
    above,       ///< ln((x - lo)/(r - lo))
    below,       ///< -ln((hi - x)/(hi - r))
    between      ///< ln((x - lo)/(hi - x))
};
HEADWAY_INLINE constexpr metalog_scale metalog_scale_of(const component& a) noexcept {
    const bool has_lo = a.parameter[0] > -infinity;
    const bool has_hi = a.parameter[1] < infinity;
    return has_lo ? (has_hi ? metalog_scale::between : metalog_scale::above)
                  : (has_hi ? metalog_scale::below : metalog_scale::unbounded);
}
/// The value that the others are counted from, so that a large common part does not cost digits.
HEADWAY_INLINE constexpr double metalog_reference(const component& a) noexcept {
    return a.parameter[3 + 2 * (a.quantile_count / 2)];
}
constexpr double to_metalog_scale(const component& a, double x) noexcept {
    const double lo = a.parameter[0], hi = a.parameter[1], r = metalog_reference(a);
    switch (metalog_scale_of(a)) {
        case metalog_scale::above: return log_of_ratio(x - lo, r - lo);
        case metalog_scale::below: return log_of_ratio(hi - r, hi - x);
        case metalog_scale::between: return log_of_ratio(x - lo, hi - x);
        default: return x - r;
    }
}
template <metalog_scale Scale>
HEADWAY_INLINE constexpr double from_metalog_scale(const component& a, double z) noexcept {
    const double lo = a.parameter[0], hi = a.parameter[1], r = metalog_reference(a);
    if constexpr (Scale == metalog_scale::above) {
        return lo + (r - lo) * exp(z);
    } else if constexpr (Scale == metalog_scale::below) {
        return hi - (hi - r) * exp(-z);
    } else if constexpr (Scale == metalog_scale::between) {
        // From the nearer end; chosen between constants, which compilers vectorise.
        const double e = exp(-abs(z));
        const double end = z < 0.0 ? lo : hi;
        const double width = z < 0.0 ? hi - lo : lo - hi;
        return end + width * (e / (1.0 + e));
    } else {
        return r + z;
    }
}
constexpr double from_metalog_scale(const component& a, double z) noexcept {
    switch (metalog_scale_of(a)) {
        case metalog_scale::above: return from_metalog_scale<metalog_scale::above>(a, z);
        case metalog_scale::below: return from_metalog_scale<metalog_scale::below>(a, z);
        case metalog_scale::between: return from_metalog_scale<metalog_scale::between>(a, z);
        default: return from_metalog_scale<metalog_scale::unbounded>(a, z);
    }
}
constexpr double metalog_support_end(const component& a, bool is_upper) noexcept {
    return from_metalog_scale(a, metalog_end(a.derived, is_upper));
}

}  // namespace headway::detail

#include <headway/header_end.hpp>
