// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/belief/detail/maker.hpp>

#include <headway/header_begin.hpp>

/// Checked components, in base units. Each takes its maker for the messages and then that maker's arguments.
namespace headway::detail {

template <class Formulas>
constexpr component two_parameters(belief_shape shape, double first, double second, double lo, double hi) noexcept {
    component a;
    a.shape = shape;
    a.functions = &functions_of<Formulas>;
    a.parameter[0] = first;
    a.parameter[1] = second;
    a.lo = lo;
    a.hi = hi;
    return a;
}

constexpr component exactly_component(const maker& m, double x) {
    if (!m.of_dates || x != infinity) m.finite("value", x);
    component a;
    a.parameter[0] = a.lo = a.hi = x;
    return a;
}

constexpr component uniform_component(const maker& m, double lo, double hi) {
    m.bounds(lo, hi);
    return two_parameters<uniform_formulas>(belief_shape::uniform, lo, hi, lo, hi);
}

constexpr component log_uniform_component(const maker& m, double lo, double hi) {
    m.above_zero("lo", lo);
    m.bounds(lo, hi);
    component a = two_parameters<log_uniform_formulas>(belief_shape::log_uniform, lo, hi, lo, hi);
    a.derived[0] = log_of_ratio(hi, lo);
    return a;
}

constexpr component normal_component(const maker& m, double mean, double stddev) {
    m.finite("mean", mean);
    m.span_above_zero("standard deviation", stddev);
    return two_parameters<normal_formulas>(belief_shape::normal, mean, stddev, -infinity, infinity);
}

constexpr component lognormal_component(const maker& m, double median, double sigma) {
    m.above_zero("median", median);
    m.number_above_zero("sigma of the logarithm", sigma);
    return two_parameters<lognormal_formulas>(belief_shape::lognormal, median, sigma, 0.0, infinity);
}

/// The component with what its maker was given, so that it can be written in the same way.
constexpr component given_by(given_as how, component a, double first, double second = 0.0, double level = 0.0) noexcept {
    a.given = how;
    a.parameter[2] = first;
    a.parameter[3] = second;
    a.parameter[4] = level;
    return a;
}

/// The z with P(-z < Z < z) = level.
constexpr double central_z(const maker& m, double level) {
    if (!(level > 0.0 && level < 1.0)) m.number_must_be("level", "between 0 and 1 (0.9 for a 90 % interval)", level);
    return normal_quantile_upper(0.5 * (1.0 - level));
}

constexpr component normal_from_interval(const maker& m, double level, double lo, double hi) {
    const double z = central_z(m, level);
    m.bounds(lo, hi);
    return given_by(given_as::interval, normal_component(m, lo + 0.5 * (hi - lo), 0.5 * (hi - lo) / z), lo, hi, level);
}

constexpr component lognormal_from_interval(const maker& m, double level, double lo, double hi) {
    const double z = central_z(m, level);
    m.finite("lo", lo);
    if (!(lo > 0.0)) m.lognormal_bound_must_be_above_zero(lo);
    m.bounds(lo, hi);
    const double product = lo * hi;
    const bool is_safe = product > 1e-300 && product < 1e300;
    const double median = is_safe ? sqrt(product) : sqrt(lo) * sqrt(hi);
    return given_by(given_as::interval, lognormal_component(m, median, 0.5 * log_of_ratio(hi, lo) / z), lo, hi, level);
}

/// Of dates a normal, else a lognormal.
constexpr component ci90_component(const maker& m, bool of_dates, double lo, double hi) {
    component a = of_dates ? normal_from_interval(m, 0.9, lo, hi) : lognormal_from_interval(m, 0.9, lo, hi);
    a.given = given_as::ci90;
    return a;
}

constexpr component around_component(const maker& m, double median, double factor) {
    if (!(factor > 1.0 && factor < infinity)) m.number_must_be("factor", "> 1 and finite", factor);
    return given_by(given_as::factor, lognormal_component(m, median, log(factor) / central_z(m, 0.9)), factor);
}

constexpr component triangular_component(const maker& m, double lo, double mode, double hi) {
    m.bounds(lo, hi);
    m.mode(lo, mode, hi);
    component a = two_parameters<triangular_formulas>(belief_shape::triangular, lo, mode, lo, hi);
    a.parameter[2] = hi;
    const double width = hi - lo;
    a.derived[0] = (mode - lo) / width;
    a.derived[1] = sqrt(width) * sqrt(mode - lo);
    a.derived[2] = sqrt(width) * sqrt(hi - mode);
    return a;
}

constexpr component bernoulli_component(const maker& m, double probability) {
    if (!(probability >= 0.0 && probability <= 1.0)) m.probability_must_be_from_0_to_1(probability);
    component a = two_parameters<bernoulli_formulas>(belief_shape::bernoulli, probability, 0.0, probability < 1.0 ? 0.0 : 1.0,
                            probability > 0.0 ? 1.0 : 0.0);
    a.derived[0] = complement_of(probability);
    return a;
}

constexpr component pert_component(const maker& m, double lo, double mode, double hi) {
    m.bounds(lo, hi);
    m.mode(lo, mode, hi);
    component a = two_parameters<beta_formulas<0, 2>>(belief_shape::pert, lo, mode, lo, hi);
    a.parameter[2] = hi;
    a.derived[0] = 1.0 + 4.0 * (mode - lo) / (hi - lo);
    a.derived[1] = 1.0 + 4.0 * (hi - mode) / (hi - lo);
    return a;
}

constexpr component beta_component(const maker& m, double first, double second, double lo, double hi) {
    m.shape("a", first);
    m.shape("b", second);
    m.bounds(lo, hi);
    component a = two_parameters<beta_formulas<2, 3>>(belief_shape::beta, first, second, lo, hi);
    a.parameter[2] = lo;
    a.parameter[3] = hi;
    a.derived[0] = first;
    a.derived[1] = second;
    return a;
}

constexpr component gamma_component(const maker& m, double shape, double scale) {
    m.shape("shape", shape);
    m.above_zero("scale", scale);
    return two_parameters<gamma_formulas>(belief_shape::gamma, shape, scale, 0.0, infinity);
}

constexpr component weibull_component(const maker& m, double shape, double scale) {
    m.shape("shape", shape);
    m.above_zero("scale", scale);
    return two_parameters<weibull_formulas>(belief_shape::weibull, shape, scale, 0.0, infinity);
}

constexpr void require_degrees_of_freedom(const maker& m, double dof, const char* limit) {
    if (!(dof >= 0.1 && dof <= 1e6)) m.degrees_of_freedom_out_of_range(limit, dof);
}

constexpr component student_t_component(const maker& m, double dof, double location, double scale) {
    require_degrees_of_freedom(m, dof, "normal");
    m.finite("location", location);
    m.span_above_zero("scale", scale);
    component a = two_parameters<student_t_formulas>(belief_shape::student_t, dof, location, -infinity, infinity);
    a.parameter[2] = scale;
    a.derived[0] = exp(log_beta(0.5 * dof, 0.5));
    return a;
}

constexpr component log_student_t_component(const maker& m, double dof, double median, double scale) {
    require_degrees_of_freedom(m, dof, "lognormal");
    m.above_zero("median", median);
    m.number_above_zero("scale of the logarithm", scale);
    component a = two_parameters<log_student_t_formulas>(belief_shape::log_student_t, dof, median, 0.0, infinity);
    a.parameter[2] = scale;
    a.derived[0] = exp(log_beta(0.5 * dof, 0.5));
    return a;
}

constexpr void require_tail_index(const maker& m, double index) {
    if (!(index >= least_shape && index <= most_shape)) m.number_must_be("tail index", "between 0.01 and 1000000", index);
}

constexpr component pareto_component(const maker& m, double minimum, double tail_index) {
    m.above_zero("minimum", minimum);
    require_tail_index(m, tail_index);
    return two_parameters<pareto_formulas>(belief_shape::pareto, minimum, tail_index, minimum, infinity);
}

constexpr component lomax_component(const maker& m, double scale, double tail_index) {
    m.above_zero("scale", scale);
    require_tail_index(m, tail_index);
    return two_parameters<lomax_formulas>(belief_shape::lomax, scale, tail_index, 0.0, infinity);
}

constexpr component generalized_pareto_component(const maker& m, double threshold, double scale, double tail) {
    m.finite("threshold", threshold);
    m.span_above_zero("scale", scale);
    if (!(tail >= -100.0 && tail <= 100.0)) m.number_must_be("tail", "between -100 and 100", tail);
    component a = two_parameters<generalized_pareto_formulas>(belief_shape::generalized_pareto, threshold, scale, threshold,
                                                              tail < 0.0 ? threshold - scale / tail : infinity);
    a.parameter[2] = tail;
    if (!(a.lo < a.hi)) m.number_must_be("tail", "such that threshold - scale/tail lies above the threshold", tail);
    return a;
}

constexpr component poisson_component(const maker& m, double mean) {
    if (!(mean > 0.0 && mean <= 500'000.0)) {
        m.number_must_be("mean", "> 0 and at most 500000 (for more use normal(mean, sqrt(mean)))", mean);
    }
    return two_parameters<poisson_formulas>(belief_shape::poisson, mean, 0.0, 0.0, infinity);
}

template <int First>
constexpr component geometric_component(const maker& m, belief_shape shape, double probability) {
    if (!(probability > 0.0 && probability <= 1.0)) {
        m.number_must_be("probability of success", "above 0 and at most 1", probability);
    }
    component a = two_parameters<geometric_formulas<First>>(shape, probability, 0.0, First, infinity);
    a.derived[0] = log1p(-probability);
    if (probability == 1.0) a.hi = First;
    return a;
}

[[noreturn]] inline void shape_is_not_made_of(belief_shape shape, int count) {
    const int wanted = shape == belief_shape::truncated ? 0 : parameter_count(shape);
    throw std::domain_error("belief_from: " + std::string(name_of(shape)) +
                            (wanted == 0 ? " is not made of numbers alone; call " + std::string(name_of(shape)) + "(...)"
                                         : " takes " + std::to_string(wanted) + " parameters, got " +
                                               std::to_string(count)));
}
[[noreturn]] inline void shape_needs_a_zero(belief_shape shape) {
    throw std::domain_error("belief_from: " + std::string(name_of(shape)) +
                            " needs a zero, which dates have not; use a normal, uniform, triangular or pert");
}
[[noreturn]] inline void shape_is_a_count(belief_shape shape) {
    throw std::domain_error("belief_from: " + std::string(name_of(shape)) + " is a count, a plain number; believe in that, "
                            "and multiply it in the model");
}
constexpr bool needs_a_zero(belief_shape shape) noexcept {
    return shape == belief_shape::log_uniform || shape == belief_shape::lognormal || shape == belief_shape::gamma ||
           shape == belief_shape::weibull || shape == belief_shape::log_student_t || shape == belief_shape::pareto ||
           shape == belief_shape::lomax;
}

/// The component of a shape that has parameters, from them.
constexpr component component_of(belief_shape shape, const maker& m, const double* p) {
    switch (shape) {
        case belief_shape::uniform: return uniform_component(m, p[0], p[1]);
        case belief_shape::log_uniform: return log_uniform_component(m, p[0], p[1]);
        case belief_shape::normal: return normal_component(m, p[0], p[1]);
        case belief_shape::lognormal: return lognormal_component(m, p[0], p[1]);
        case belief_shape::triangular: return triangular_component(m, p[0], p[1], p[2]);
        case belief_shape::pert: return pert_component(m, p[0], p[1], p[2]);
        case belief_shape::beta: return beta_component(m, p[0], p[1], p[2], p[3]);
        case belief_shape::gamma: return gamma_component(m, p[0], p[1]);
        case belief_shape::weibull: return weibull_component(m, p[0], p[1]);
        case belief_shape::student_t: return student_t_component(m, p[0], p[1], p[2]);
        case belief_shape::log_student_t: return log_student_t_component(m, p[0], p[1], p[2]);
        case belief_shape::bernoulli: return bernoulli_component(m, p[0]);
        case belief_shape::pareto: return pareto_component(m, p[0], p[1]);
        case belief_shape::lomax: return lomax_component(m, p[0], p[1]);
        case belief_shape::generalized_pareto: return generalized_pareto_component(m, p[0], p[1], p[2]);
        case belief_shape::poisson: return poisson_component(m, p[0]);
        case belief_shape::geometric_trials: return geometric_component<1>(m, shape, p[0]);
        case belief_shape::geometric_failures: return geometric_component<0>(m, shape, p[0]);
        default: return exactly_component(m, p[0]);
    }
}

}  // namespace headway::detail

#include <headway/header_end.hpp>
