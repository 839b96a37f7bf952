// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/belief/detail/make_component.hpp>

#include <headway/header_begin.hpp>

/// Shapes whose upper tail falls as a power of x, P(X > x) ~ x^-tail_index: sizes of runs, firms and failures. With a tail
/// index of 1 or less the mean is infinite, of 2 or less the variance; `has_mean` and `has_variance` tell. What other tools
/// call `pareto` is the first one here in some and the second in others: each has a name of its own.
namespace headway {

/// Pareto (type I): P(X > x) = (minimum/x)^tail_index from the minimum > 0 on; tail index 0.01 to 1 000 000. Not for dates.
/// mean = tail_index·minimum/(tail_index - 1). \throws std::domain_error for arguments out of range.
template <believable Minimum, plain_number TailIndex>
[[nodiscard]] constexpr auto pareto(const Minimum& minimum, const TailIndex& tail_index) {
    using T = believed_t<Minimum>;
    detail::must_have_a_zero<T>();
    return detail::make_belief<T>(detail::pareto_component(
        detail::maker_of<T>("pareto"), detail::believed_base<T>(minimum), detail::as_believed(tail_index)));
}

namespace detail {

constexpr double tail_index_from_share(const maker& m, double top, double share) {
    if (!(top > 0.0 && top < 1.0)) m.number_must_be("top", "between 0 and 1 (0.2 for the greatest 20 %)", top);
    if (!(share > top && share < 1.0)) {
        m.number_must_be("share", "above top and below 1 (0.8 where the greatest 20 % have 80 %)", share);
    }
    return log(top) / log_of_ratio(top, share);
}

}  // namespace detail

/// The Pareto (type I) of which the greatest `top` of all hold `share` of the sum: `pareto_from_share(1.0, 0.2, 0.8)` is
/// "the top 20 % have 80 %". tail_index = ln(top)/ln(top/share), always above 1, so the mean is finite.
/// \throws std::domain_error unless 0 < top < share < 1.
template <believable Minimum, plain_number Top, plain_number Share>
[[nodiscard]] constexpr auto pareto_from_share(const Minimum& minimum, const Top& top, const Share& share) {
    using T = believed_t<Minimum>;
    detail::must_have_a_zero<T>();
    const auto m = detail::maker_of<T>("pareto_from_share");
    const double index = detail::tail_index_from_share(m, detail::as_believed(top), detail::as_believed(share));
    return detail::make_belief<T>(detail::pareto_component(m, detail::believed_base<T>(minimum), index));
}

/// Lomax, or Pareto type II: P(X > x) = (1 + x/scale)^-tail_index from 0 on, what a Pareto exceeds its minimum by, with the
/// minimum as the scale; tail index 0.01 to 1 000 000. Not for dates. mean = scale/(tail_index - 1).
/// \throws std::domain_error for arguments out of range.
template <believable Scale, plain_number TailIndex>
[[nodiscard]] constexpr auto lomax(const Scale& scale, const TailIndex& tail_index) {
    using T = believed_t<Scale>;
    detail::must_have_a_zero<T>();
    return detail::make_belief<T>(detail::lomax_component(detail::maker_of<T>("lomax"), detail::believed_base<T>(scale),
                                                          detail::as_believed(tail_index)));
}

/// Generalised Pareto, what lies beyond a high threshold whatever the distribution (Pickands 1975, Balkema and de Haan 1974):
/// P(X > x) = (1 + tail·(x - threshold)/scale)^(-1/tail). `tail` is the shape xi of extreme value theory, one over the tail
/// index: above 0 a power, 0 the exponential, below 0 an end at threshold - scale/tail; hydrology writes k = -xi. Between -100
/// and 100. Of dates the scale is a span of time. mean = threshold + scale/(1 - tail), infinite from a tail of 1 on, the
/// variance from 1/2. \throws std::domain_error for arguments out of range.
template <believable Threshold, believable Scale, plain_number Tail>
[[nodiscard]] constexpr auto generalized_pareto(const Threshold& threshold, const Scale& scale, const Tail& tail) {
    using T = believed_t<Threshold>;
    return detail::make_belief<T>(detail::generalized_pareto_component(
        detail::maker_of<T>("generalized_pareto"), detail::believed_base<T>(threshold),
        detail::believed_base<detail::span_of<T>>(scale), detail::as_believed(tail)));
}

}  // namespace headway

#include <headway/header_end.hpp>
