// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/belief/detail/make_likely.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// The PERT with this most likely value (its mode) and the probability `level` between lo and hi:
/// `likely(0.9, 8.0 * month, 12.0 * month, 24.0 * month)`. The convention is equal tails: (1 - level)/2 lies below lo and as
/// much above hi, so that both are quantiles and not ends. The PERT's own ends lie outside them and follow: `support()` has
/// them, `pert(lo, mode, hi)` is for ends. For every level and lo <= mode <= hi there is exactly one such PERT; cdf(lo) is
/// then (1 - level)/2 to 1e-12 of itself up to a level of 0.99, to 1e-11 up to 0.9999. If no value can lie below some end (a span below zero), look whether the support does, and
/// cut it off with `truncated`. Numbers, quantities and dates.
/// \throws std::domain_error unless 0 < level < 1, lo < hi and lo <= mode <= hi.
template <plain_number Level, believable Lo, believable Mode, believable Hi>
[[nodiscard]] constexpr auto likely(const Level& level, const Lo& lo, const Mode& mode, const Hi& hi) {
    using T = believed_t<Lo>;
    return detail::make_belief<T>(detail::likely_component(detail::maker_of<T>("likely"), detail::as_believed(level),
                                                           detail::believed_base<T>(lo), detail::believed_base<T>(mode),
                                                           detail::believed_base<T>(hi)));
}
/// Chosen only where the level is left out, to ask for it in words.
template <class Lo, class Mode, class Hi>
constexpr auto likely(const Lo&, const Mode&, const Hi&) {
    constexpr bool the_level_comes_first = sizeof(Lo) == 0;
    static_assert(the_level_comes_first,
                  "likely: give the level first, as in likely(0.9, 8.0, 12.0, 24.0); for ends take pert(lo, mode, hi)");
    return nullptr;
}

}  // namespace headway

#include <headway/header_end.hpp>
