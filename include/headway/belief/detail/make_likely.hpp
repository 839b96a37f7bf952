// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/belief/detail/make_component.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// A PERT between 0 and 1 with its mode at `mode`, and two of its quantiles, each by its ways from both ends.
struct unit_pert {
    beta_point lo, hi;
    constexpr unit_pert(double mode, double rest, double tail) noexcept
        : lo(beta_inverse(1.0 + 4.0 * mode, 1.0 + 4.0 * rest, tail, 1.0 - tail)),
          hi(beta_inverse(1.0 + 4.0 * mode, 1.0 + 4.0 * rest, 1.0 - tail, tail)) {}
    /// What lies between the two, from the end that is nearer.
    [[nodiscard]] constexpr double width() const noexcept { return hi.x < 0.5 ? hi.x - lo.x : lo.y - hi.y; }
};

/// The PERT with this mode and the probability `level` between lo and hi, as much below as above. Where its mode lies, as a
/// share of the way from end to end, decides where it lies between the two quantiles, and the more the one the more the
/// other: one place to solve for, and then the ends follow.
constexpr component likely_component(const maker& m, double level, double lo, double mode, double hi) {
    if (!(level > 0.0 && level < 1.0)) m.number_must_be("level", "between 0 and 1 (0.9 for a 90 % interval)", level);
    m.bounds(lo, hi);
    m.mode(lo, mode, hi);
    const double tail = 0.5 * (1.0 - level);
    // From the nearer quantile; mirrored where that is the upper one.
    const bool is_mirrored = hi - mode < mode - lo;
    const double wanted = (is_mirrored ? hi - mode : mode - lo) / (hi - lo);
    const auto missed = [&](double at) {
        const unit_pert p(at, 1.0 - at, tail);
        return (at - p.lo.x) / p.width() - wanted;
    };
    double below = 0.0, above = 0.5;
    double at_below = missed(below), at_above = 0.5 - wanted;
    double at = above;
    // False position, with Illinois' halving of the end that stays twice.
    bool was_above = false, was_below = false;
    for (int i = 0; i < 60 && at_above > 0.0 && above - below > 0x1p-52 * above; ++i) {
        at = above - at_above * ((above - below) / (at_above - at_below));
        if (!(at > below && at < above)) at = below + 0.5 * (above - below);
        const double missed_here = missed(at);
        if (abs(missed_here) <= 0x1p-52 * wanted) break;
        if (missed_here > 0.0) {
            if (was_above) at_below *= 0.5;
            above = at;
            at_above = missed_here;
        } else {
            if (was_below) at_above *= 0.5;
            below = at;
            at_below = missed_here;
        }
        was_above = missed_here > 0.0;
        was_below = !was_above;
    }
    const unit_pert p(at, 1.0 - at, tail);
    const double width = (hi - lo) / p.width();
    const double outside_near = width * p.lo.x;
    const double outside_far = width * p.hi.y;
    const double least = lo - (is_mirrored ? outside_far : outside_near);
    const double greatest = hi + (is_mirrored ? outside_near : outside_far);
    component a = pert_component(m, least, mode, greatest);
    a.given = given_as::likely;
    a.parameter[3] = lo;
    a.parameter[4] = hi;
    a.parameter[5] = level;
    return a;
}

}  // namespace headway::detail

#include <headway/header_end.hpp>
