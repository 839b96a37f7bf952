// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>

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

/// The makers of normals and lognormals that are given something else than the parameters of the shape.
enum class given_as : unsigned char {
    parameters,
    ci90,      ///< parameter 2 and 3: its ends
    interval,  ///< normal_ci or lognormal_ci: its ends, and 4: the level
    factor,    ///< around: 2: the factor
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
    /// How a normal or lognormal was given; what it was given stands behind its two parameters.
    given_as given = given_as::parameters;
    double parameter[6] = {};
    double derived[3] = {};
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

constexpr bool is_continuous(belief_shape shape) noexcept {
    return shape != belief_shape::exactly && shape != belief_shape::bernoulli && shape != belief_shape::empirical;
}

/// How many arguments the maker of a shape takes.
constexpr int parameter_count(belief_shape shape) noexcept {
    switch (shape) {
        case belief_shape::exactly:
        case belief_shape::bernoulli: return 1;
        case belief_shape::uniform:
        case belief_shape::log_uniform:
        case belief_shape::normal:
        case belief_shape::lognormal:
        case belief_shape::gamma:
        case belief_shape::weibull:
        case belief_shape::truncated: return 2;
        case belief_shape::triangular:
        case belief_shape::pert:
        case belief_shape::student_t:
        case belief_shape::log_student_t: return 3;
        case belief_shape::beta: return 4;
        default: return 0;
    }
}

constexpr bool operator==(const component& a, const component& b) noexcept {
    if (a.shape != b.shape || a.is_truncated != b.is_truncated) return false;
    for (int i = 0; i < parameter_count(a.shape); ++i) {
        if (a.parameter[i] != b.parameter[i]) return false;
    }
    if (a.lo != b.lo || a.hi != b.hi || a.data_size != b.data_size) return false;
    for (std::size_t i = 0; i < a.data_size; ++i) {
        if (a.observation(i) != b.observation(i)) return false;
    }
    return true;
}

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

}  // namespace headway::detail

#include <headway/header_end.hpp>
