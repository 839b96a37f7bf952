// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/belief/detail/make_component.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// The normal whose central interval of this level is lo to hi: `normal_ci(0.8, -1.0, 3.0)` has 80 % between -1 and 3 and
/// 10 % on either side. mean = (lo + hi)/2, stddev = (hi - lo)/(2z), z the standard normal quantile of (1 + level)/2.
/// \throws std::domain_error unless 0 < level < 1 and lo < hi, both finite.
template <plain_number Level, believable Lo, believable Hi>
[[nodiscard]] constexpr auto normal_ci(const Level& level, const Lo& lo, const Hi& hi) {
    using T = believed_t<Lo>;
    return detail::make_belief<T>(detail::normal_from_interval(detail::maker_of<T>("normal_ci"),
                                                               detail::as_believed(level), detail::believed_base<T>(lo),
                                                               detail::believed_base<T>(hi)));
}

/// The lognormal whose central interval of this level is lo to hi: median = √(lo·hi), sigma = ln(hi/lo)/(2z). Not for
/// dates. \throws std::domain_error unless 0 < level < 1 and 0 < lo < hi, both finite.
template <plain_number Level, believable Lo, believable Hi>
[[nodiscard]] constexpr auto lognormal_ci(const Level& level, const Lo& lo, const Hi& hi) {
    using T = believed_t<Lo>;
    detail::must_have_a_zero<T>();
    return detail::make_belief<T>(detail::lognormal_from_interval(detail::maker_of<T>("lognormal_ci"),
                                                                  detail::as_believed(level), detail::believed_base<T>(lo),
                                                                  detail::believed_base<T>(hi)));
}

/// 90 % between lo and hi, 5 % on either side, as a lognormal: `lognormal_ci(0.9, lo, hi)`. Of dates, which have no zero,
/// as a normal: `normal_ci(0.9, lo, hi)`.
/// \throws std::domain_error unless lo < hi, both finite and, except for dates, above zero.
template <believable Lo, believable Hi>
[[nodiscard]] constexpr auto ci90(const Lo& lo, const Hi& hi) {
    using T = believed_t<Lo>;
    return detail::make_belief<T>(detail::ci90_component(detail::maker_of<T>("ci90"), std::same_as<T, date>,
                                                    detail::believed_base<T>(lo), detail::believed_base<T>(hi)));
}

/// The lognormal with this median and 90 % between median/factor and median·factor: `around(40.0 * billion_usd, 1.5)`.
/// \throws std::domain_error unless the median is above zero and factor > 1.
template <believable Median, plain_number Factor>
[[nodiscard]] constexpr auto around(const Median& median, const Factor& factor) {
    using T = believed_t<Median>;
    detail::must_have_a_zero<T>();
    return detail::make_belief<T>(detail::around_component(detail::maker_of<T>("around"), detail::believed_base<T>(median),
                                                      detail::as_believed(factor)));
}

/// Around the value of a figure, or of anything else with a `value`.
template <class Figure, plain_number Factor>
    requires(!believable<Figure> && requires(const Figure& figure) { figure.value; })
[[nodiscard]] constexpr auto around(const Figure& figure, const Factor& factor) {
    return around(figure.value, factor);
}

}  // namespace headway

#include <headway/header_end.hpp>
