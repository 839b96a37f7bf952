// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/belief/detail/make_component.hpp>
#include <headway/belief/interval.hpp>

#include <headway/header_begin.hpp>

/// The shapes. Every maker takes numbers, quantities or dates, all its bounds of one dimension; shapes on a ratio scale
/// (log_uniform, lognormal, gamma, weibull, log_student_t) are not for dates. All throw std::domain_error for a bad
/// argument, which in a constant expression does not compile.
namespace headway {

/// Sure of one finite value; of dates also of never, which has no mean: `exactly(date::never())`.
template <believable X>
[[nodiscard]] constexpr auto exactly(const X& x) {
    using T = believed_t<X>;
    return detail::make_belief<T>(detail::exactly_component(detail::maker_of<T>("exactly"), detail::believed_base<T>(x)));
}

/// Every value between lo and hi equally likely.
template <believable Lo, believable Hi>
[[nodiscard]] constexpr auto uniform(const Lo& lo, const Hi& hi) {
    using T = believed_t<Lo>;
    return detail::make_belief<T>(
        detail::uniform_component(detail::maker_of<T>("uniform"), detail::believed_base<T>(lo), detail::believed_base<T>(hi)));
}

/// Every factor between lo > 0 and hi equally likely: the logarithm is uniform.
template <believable Lo, believable Hi>
[[nodiscard]] constexpr auto log_uniform(const Lo& lo, const Hi& hi) {
    using T = believed_t<Lo>;
    detail::must_have_a_zero<T>();
    return detail::make_belief<T>(
        detail::log_uniform_component(detail::maker_of<T>("log_uniform"), detail::believed_base<T>(lo), detail::believed_base<T>(hi)));
}

/// Normal with this mean and standard deviation > 0. For dates the standard deviation is a span of time.
template <believable Mean, believable Stddev>
[[nodiscard]] constexpr auto normal(const Mean& mean, const Stddev& stddev) {
    using T = believed_t<Mean>;
    return detail::make_belief<T>(detail::normal_component(detail::maker_of<T>("normal"), detail::believed_base<T>(mean),
                                                      detail::believed_base<detail::span_of<T>>(stddev)));
}

/// Lognormal with this median > 0 and standard deviation > 0 of the natural logarithm.
/// mean = median·exp(sigma²/2), variance = mean²·(exp(sigma²) - 1).
template <believable Median, plain_number Sigma>
[[nodiscard]] constexpr auto lognormal(const Median& median, const Sigma& sigma_log) {
    using T = believed_t<Median>;
    detail::must_have_a_zero<T>();
    return detail::make_belief<T>(detail::lognormal_component(detail::maker_of<T>("lognormal"), detail::believed_base<T>(median),
                                                         detail::as_believed(sigma_log)));
}

/// The density rises in a straight line from lo to the mode and falls in one to hi; lo <= mode <= hi, lo < hi.
template <believable Lo, believable Mode, believable Hi>
[[nodiscard]] constexpr auto triangular(const Lo& lo, const Mode& mode, const Hi& hi) {
    using T = believed_t<Lo>;
    return detail::make_belief<T>(detail::triangular_component(detail::maker_of<T>("triangular"), detail::believed_base<T>(lo),
                                                          detail::believed_base<T>(mode), detail::believed_base<T>(hi)));
}

/// 1 with this probability, else 0.
template <plain_number Probability>
[[nodiscard]] constexpr auto bernoulli(const Probability& probability) {
    const detail::maker m = detail::maker_of<double>("bernoulli");
    const double p = detail::as_believed(probability);
    // Here first, where a compiler tells of a constant with fewer steps.
    if (!(p >= 0.0 && p <= 1.0)) m.probability_must_be_from_0_to_1(p);
    return detail::make_belief<double>(detail::bernoulli_component(m, p));
}

/// PERT (Malcolm et al. 1959): the beta between lo and hi with this mode and mean (lo + 4·mode + hi)/6, a smoother
/// triangular with less in its ends. a = 1 + 4(mode - lo)/(hi - lo), b = 1 + 4(hi - mode)/(hi - lo).
template <believable Lo, believable Mode, believable Hi>
[[nodiscard]] constexpr auto pert(const Lo& lo, const Mode& mode, const Hi& hi) {
    using T = believed_t<Lo>;
    return detail::make_belief<T>(detail::pert_component(detail::maker_of<T>("pert"), detail::believed_base<T>(lo),
                                                    detail::believed_base<T>(mode), detail::believed_base<T>(hi)));
}

/// Beta on lo to hi, density ∝ (x - lo)^(a-1) (hi - x)^(b-1); a and b between 0.01 and 1 000 000.
template <plain_number A, plain_number B, believable Lo, believable Hi>
[[nodiscard]] constexpr auto beta(const A& a, const B& b, const Lo& lo, const Hi& hi) {
    using T = believed_t<Lo>;
    return detail::make_belief<T>(detail::beta_component(detail::maker_of<T>("beta"), detail::as_believed(a),
                                                    detail::as_believed(b), detail::believed_base<T>(lo),
                                                    detail::believed_base<T>(hi)));
}
/// Beta on 0 to 1, a belief about a share: after a successes and b failures seen, for example.
template <plain_number A, plain_number B>
[[nodiscard]] constexpr auto beta(A a, B b) {  // by value, as std::beta(a, b) takes them, from which the constraint tells it
    return beta(a, b, 0.0, 1.0);
}

/// Gamma, density ∝ x^(shape-1) exp(-x/scale): the time to the shape-th event of a steady stream, mean shape·scale. Shape
/// between 0.01 and 1 000 000.
template <plain_number Shape, believable Scale>
[[nodiscard]] constexpr auto gamma(const Shape& shape, const Scale& scale) {
    using T = believed_t<Scale>;
    detail::must_have_a_zero<T>();
    return detail::make_belief<T>(
        detail::gamma_component(detail::maker_of<T>("gamma"), detail::as_believed(shape), detail::believed_base<T>(scale)));
}

/// Weibull, P(X > x) = exp(-(x/scale)^shape): life times, failing sooner (shape > 1) or later (shape < 1) than steadily.
/// Shape between 0.01 and 1 000 000.
template <plain_number Shape, believable Scale>
[[nodiscard]] constexpr auto weibull(const Shape& shape, const Scale& scale) {
    using T = believed_t<Scale>;
    detail::must_have_a_zero<T>();
    return detail::make_belief<T>(
        detail::weibull_component(detail::maker_of<T>("weibull"), detail::as_believed(shape), detail::believed_base<T>(scale)));
}

/// Student-t with so many degrees of freedom (0.1 to 1 000 000), moved to a location and stretched by a scale > 0, which
/// for dates is a span of time. It has a mean with more than 1 degree of freedom only, a variance with more than 2.
template <plain_number Dof, believable Location, believable Scale>
[[nodiscard]] constexpr auto student_t(const Dof& dof, const Location& location, const Scale& scale) {
    using T = believed_t<Location>;
    return detail::make_belief<T>(detail::student_t_component(detail::maker_of<T>("student_t"), detail::as_believed(dof),
                                                         detail::believed_base<T>(location),
                                                         detail::believed_base<detail::span_of<T>>(scale)));
}
/// The standard Student-t, location 0 and scale 1.
template <plain_number Dof>
[[nodiscard]] constexpr auto student_t(const Dof& dof) {
    return student_t(dof, 0.0, 1.0);
}

/// Student-t in logarithms: median·exp(scale·T), T a standard Student-t with so many degrees of freedom (0.1 to
/// 1 000 000); median > 0, scale of the natural logarithm > 0. What a growth and a spread estimated from few data say about
/// a value to come. Its mean is infinite, however many degrees of freedom: ask the median, or cut it off with `truncated`.
/// With few degrees of freedom and a large scale far quantiles, and draws, are too large for a number: then infinite.
template <plain_number Dof, believable Median, plain_number Scale>
[[nodiscard]] constexpr auto log_student_t(const Dof& dof, const Median& median, const Scale& scale_log) {
    using T = believed_t<Median>;
    detail::must_have_a_zero<T>();
    return detail::make_belief<T>(detail::log_student_t_component(detail::maker_of<T>("log_student_t"),
                                                             detail::as_believed(dof), detail::believed_base<T>(median),
                                                             detail::as_believed(scale_log)));
}

/// The belief with this shape and these parameters, as `shape()` and `parameters()` of a belief give them; the inverse of
/// both for every shape with parameters except truncated. \throws std::domain_error for a shape whose parts are not numbers,
/// a wrong count, bad parameters, or a shape that needs a zero for a `T` that has none.
template <any_value T>
[[nodiscard]] constexpr belief<T> belief_from(belief_shape shape, const belief_parameters& parameters) {
    if (detail::parameter_count(shape) != parameters.count || parameters.count == 0 ||
        shape == belief_shape::truncated) {
        detail::shape_is_not_made_of(shape, parameters.count);
    }
    if (std::same_as<T, date> && detail::needs_a_zero(shape)) detail::shape_needs_a_zero(shape);
    if (!std::same_as<T, double> && detail::is_count(shape)) detail::shape_is_a_count(shape);
    return detail::make_belief<T>(
        detail::component_of(shape, detail::maker_of<T>(name_of(shape).data()), parameters.value));
}

}  // namespace headway

#include <headway/header_end.hpp>
