// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/belief/detail/make_atom.hpp>
#include <headway/belief/interval.hpp>

/// The shapes. Every maker takes numbers, quantities or dates, all its bounds of one dimension; shapes on a ratio scale
/// (log_uniform, lognormal, gamma, weibull) are not for dates. All throw std::domain_error for a bad argument, which in a
/// constant expression does not compile.
namespace headway {

/// Sure of one value.
template <believable X>
[[nodiscard]] constexpr auto exactly(const X& x) {
    using T = believed_t<X>;
    return detail::make_belief<T>(detail::exactly_atom(detail::maker_of<T>("exactly"), detail::base_of<T>(x)));
}

/// Every value between lo and hi equally likely.
template <believable Lo, believable Hi>
[[nodiscard]] constexpr auto uniform(const Lo& lo, const Hi& hi) {
    using T = believed_t<Lo>;
    return detail::make_belief<T>(
        detail::uniform_atom(detail::maker_of<T>("uniform"), detail::base_of<T>(lo), detail::base_of<T>(hi)));
}

/// Every factor between lo > 0 and hi equally likely: the logarithm is uniform.
template <believable Lo, believable Hi>
[[nodiscard]] constexpr auto log_uniform(const Lo& lo, const Hi& hi) {
    using T = believed_t<Lo>;
    detail::must_have_a_zero<T>();
    return detail::make_belief<T>(
        detail::log_uniform_atom(detail::maker_of<T>("log_uniform"), detail::base_of<T>(lo), detail::base_of<T>(hi)));
}

/// Normal with this mean and standard deviation > 0. For dates the standard deviation is a span of time.
template <believable Mean, believable Stddev>
[[nodiscard]] constexpr auto normal(const Mean& mean, const Stddev& stddev) {
    using T = believed_t<Mean>;
    return detail::make_belief<T>(detail::normal_atom(detail::maker_of<T>("normal"), detail::base_of<T>(mean),
                                                      detail::base_of<detail::span_of<T>>(stddev)));
}

/// Lognormal with this median > 0 and standard deviation > 0 of the natural logarithm.
/// mean = median·exp(sigma²/2), variance = mean²·(exp(sigma²) - 1).
template <believable Median, number_like Sigma>
[[nodiscard]] constexpr auto lognormal(const Median& median, const Sigma& sigma_log) {
    using T = believed_t<Median>;
    detail::must_have_a_zero<T>();
    return detail::make_belief<T>(detail::lognormal_atom(detail::maker_of<T>("lognormal"), detail::base_of<T>(median),
                                                         detail::as_believed(sigma_log)));
}

/// The density rises in a straight line from lo to the mode and falls in one to hi; lo <= mode <= hi, lo < hi.
template <believable Lo, believable Mode, believable Hi>
[[nodiscard]] constexpr auto triangular(const Lo& lo, const Mode& mode, const Hi& hi) {
    using T = believed_t<Lo>;
    return detail::make_belief<T>(detail::triangular_atom(detail::maker_of<T>("triangular"), detail::base_of<T>(lo),
                                                          detail::base_of<T>(mode), detail::base_of<T>(hi)));
}

/// 1 with this probability, else 0.
template <number_like Probability>
[[nodiscard]] constexpr auto bernoulli(const Probability& probability) {
    return detail::make_belief<double>(
        detail::bernoulli_atom(detail::maker_of<double>("bernoulli"), detail::as_believed(probability)));
}

}  // namespace headway
