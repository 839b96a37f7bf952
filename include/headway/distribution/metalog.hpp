// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <initializer_list>

#include <headway/distribution/truncated_moments.hpp>
#include <headway/math/vector_dispatch.hpp>

#include <headway/header_begin.hpp>

/// Beliefs made from quantiles. For the meaning of the functions see closed_form.hpp.
namespace headway::detail {

/// parameter: bounds lo, hi (or infinite), then probability and value of each quantile; derived: the coefficients, those
/// beyond the terms zero
struct metalog_formulas {
    static constexpr bool has_steps = false;
    static constexpr bool has_windows = true;
    static constexpr bool is_slow = false;

    template <metalog_scale Scale>
    HEADWAY_INLINE static constexpr double between_ends(const component& a, split_probability p) noexcept {
        const double z = metalog_value(a.derived, 0.5 * (p.lower - p.upper), log(p.lower / p.upper));
        return from_metalog_scale<Scale>(a, z);
    }
    static constexpr double at(const component& a, split_probability p) noexcept {
        if (p.lower == 0.0 || p.upper == 0.0) return metalog_support_end(a, p.upper == 0.0);
        if (p.upper < 1e-300) {  // the ratio of the two may be too large for a number
            return from_metalog_scale(a, metalog_value(a.derived, 0.5, -log(p.upper)));
        }
        switch (metalog_scale_of(a)) {
        case metalog_scale::above:
            return between_ends<metalog_scale::above>(a, p);
        case metalog_scale::below:
            return between_ends<metalog_scale::below>(a, p);
        case metalog_scale::between:
            return between_ends<metalog_scale::between>(a, p);
        default:
            return between_ends<metalog_scale::unbounded>(a, p);
        }
    }
    static constexpr double log_odds(const component& a, double x) noexcept {
        return metalog_log_odds(a.derived, to_metalog_scale(a, x));
    }
    static constexpr split_probability below(const component& a, double x) noexcept {
        const double y = log_odds(a, x);
        const double e = exp(-abs(y));
        const double tail = e / (1.0 + e);
        const double rest = 1.0 / (1.0 + e);
        return y < 0.0 ? split_probability{tail, rest} : split_probability{rest, tail};
    }
    /// dx/dz at x: what a step of the metalog's scale is in values.
    static constexpr double step(const component& a, double x) noexcept {
        const double lo = a.parameter[0], hi = a.parameter[1];
        switch (metalog_scale_of(a)) {
        case metalog_scale::above:
            return x - lo;
        case metalog_scale::below:
            return hi - x;
        case metalog_scale::between:
            return (x - lo) * ((hi - x) / (hi - lo));
        default:
            return 1.0;
        }
    }
    static constexpr double density(const component& a, double x) noexcept {
        if (!is_finite(x)) return 0.0;
        if (x == a.parameter[0]) return density_at_bound(a, false);
        if (x == a.parameter[1]) return density_at_bound(a, true);
        const double z = to_metalog_scale(a, x);
        if (z == metalog_end(a.derived, false) || z == metalog_end(a.derived, true)) return density_at_end(a, x);
        const double y = metalog_log_odds(a.derived, z);
        const odds_point at_y = odds_at(y);
        // Far out both are 0 where s has no part in the end: there their ratio is what it is a little nearer.
        if (!(at_y.product > 0x1p-1000)) return abs(y) < 1e300 && tail(a, y > 0.0) == 0.0 ? density_at_end(a, x) : 0.0;
        return at_y.product / (step(a, x) * metalog_slope(a.derived, at_y, y));
    }
    static constexpr double mean(const component& a) noexcept {
        if (metalog_scale_of(a) == metalog_scale::unbounded) return metalog_reference(a) + metalog_mean(a.derived);
        const double middle = at(a, {0.5, 0.5});
        return middle + integral(a, 1, middle);
    }
    static constexpr double variance(const component& a) noexcept {
        if (metalog_scale_of(a) == metalog_scale::unbounded) return metalog_variance(a.derived);
        return integral(a, 2, mean(a));
    }
    /// What multiplies the log odds at an end: near there M is a straight line in them, of this slope. With one bound the
    /// density then falls with the power -1 - 1/tail of x.
    static constexpr double tail(const component& a, bool is_upper) noexcept {
        return metalog_factor(a.derived, is_upper ? 0.5 : -0.5);
    }
    /// The side on which moments can be infinite: that without a bound, where the other has one.
    static constexpr bool has_heavy_side(const component& a, bool is_upper) noexcept {
        return metalog_scale_of(a) == (is_upper ? metalog_scale::above : metalog_scale::below);
    }
    /// The expectation of (X - centre)^order of a metalog, truncated or not, over its quantile function; finite.
    static constexpr double integral(const component& a, int order, double centre) noexcept {
        double sum = expectation(&formula_quantile<metalog_formulas>, a, {order, centre});
        for (const bool is_upper : {false, true}) {
            if (has_heavy_side(a, is_upper) && !is_finite(is_upper ? a.hi : a.lo))
                sum += beyond(a, order, is_upper) / a.inside;
        }
        return sum;
    }

  private:
    /// What `expectation` leaves out, which stops at a tail probability of 1e-300: there only one power of it is left.
    static constexpr double beyond(const component& a, int order, bool is_upper) noexcept {
        constexpr double from = 1e-300;
        const double bound = a.parameter[is_upper ? 0 : 1];
        const double plain = metalog_plain(a.derived, is_upper ? 0.5 : -0.5);
        const double scale = (metalog_reference(a) - bound) * exp(is_upper ? plain : -plain);
        const double power = 1.0 - order * tail(a, is_upper);
        const double rest = exp(power * log(from)) / power;
        return order == 2 ? scale * (scale * rest) : scale * rest;
    }
    /// The limit at a bound: with the way w from it, p = (w/scale)^(1/tail)·..., so a power of w, and for a tail of exactly 1
    /// a constant.
    static constexpr double density_at_bound(const component& a, bool is_upper) noexcept {
        const double at_end = tail(a, is_upper);
        if (!(at_end >= 1.0)) return 0.0;  // also where M itself ends before the bound
        if (at_end > 1.0) return infinity;
        const double plain = metalog_plain(a.derived, is_upper ? 0.5 : -0.5);
        const double scale = metalog_scale_of(a) == metalog_scale::between
                                 ? a.parameter[1] - a.parameter[0]
                                 : abs(metalog_reference(a) - a.parameter[is_upper ? 1 : 0]);
        return exp(is_upper ? plain : -plain) / scale;
    }
    /// The limit at an end that M has of its own, where s has no part in it: dM/dp = A' + (B' + s·B')..., finite if B' = 0.
    static constexpr double density_at_end(const component& a, double x) noexcept {
        const bool is_upper = x > from_metalog_scale(a, a.derived[0]);
        const double c = is_upper ? 0.5 : -0.5;
        const double factor = a.derived[2] + c * (2.0 * a.derived[5] + c * 3.0 * a.derived[7]);
        if (factor != 0.0) return 0.0;
        return 1.0 / (step(a, x) * (metalog_slope(a.derived, odds_point{c, 1.0}, 0.0) - tail(a, is_upper)));
    }
};

/// y, the log odds; the density of the uniform number is there p(1 - p).
struct metalog_coordinate {
    const component* a;
    double anchor, odds;
    constexpr double to(double x) const noexcept {
        const component whole = without_truncation(*a, nullptr);
        if (x >= whole.hi) return infinity;
        if (x <= whole.lo) return -infinity;
        const double way = change_of_scale(x);
        return metalog_solve(
            way, way / metalog_slope(a->derived, odds),
            [this](double y) { return metalog_change(a->derived, odds, y); },
            [this](double y) { return metalog_slope(a->derived, odds + y); });
    }
    constexpr double offset(double y) const noexcept {
        const double way = metalog_change(a->derived, odds, y);
        const double lo = a->parameter[0], hi = a->parameter[1];
        switch (metalog_scale_of(*a)) {
        case metalog_scale::above:
            return (anchor - lo) * expm1(way);
        case metalog_scale::below:
            return -(hi - anchor) * expm1(-way);
        case metalog_scale::between: {
            const double width = hi - lo, below = (anchor - lo) / width, above = (hi - anchor) / width;
            // Of the two forms the one whose exponential does not overflow.
            if (way > 0.0) return -width * below * above * expm1(-way) / (below + above * exp(-way));
            return width * below * above * expm1(way) / (above + below * exp(way));
        }
        default:
            return way;
        }
    }
    constexpr double log_weight(double y) const noexcept {
        const double end = odds + y;
        // ln(p(1 - p)) = -|y| - 2 ln(1 + e^-|y|)
        const double straight = (end < 0.0) == (odds < 0.0) ? (odds < 0.0 ? y : -y) : abs(odds) - abs(end);
        return straight - 2.0 * (log1p(exp(-abs(end))) - log1p(exp(-abs(odds))));
    }
    constexpr double stretch() const noexcept {
        return metalog_formulas::step(*a, anchor) * metalog_slope(a->derived, odds);
    }

  private:
    /// What lies between x and the anchor in the metalog's scale, nearby from the way between the two.
    constexpr double change_of_scale(double x) const noexcept {
        const double lo = a->parameter[0], hi = a->parameter[1];
        const double up = (x - anchor) / (anchor - lo);
        const double down = (anchor - x) / (hi - anchor);
        const auto from_lo = [&] { return abs(up) < 0.5 ? log1p(up) : log_of_ratio(x - lo, anchor - lo); };
        const auto from_hi = [&] { return abs(down) < 0.5 ? log1p(down) : log_of_ratio(hi - x, hi - anchor); };
        switch (metalog_scale_of(*a)) {
        case metalog_scale::above:
            return from_lo();
        case metalog_scale::below:
            return -from_hi();
        case metalog_scale::between:
            return from_lo() - from_hi();
        default:
            return x - anchor;
        }
    }
};
constexpr auto coordinate(metalog_formulas, const component& a, double anchor) noexcept {
    return metalog_coordinate{&a, anchor, metalog_formulas::log_odds(a, anchor)};
}

constexpr double truncated_mean(metalog_formulas formulas, const component& a) {
    if (a.window > 0.0) return truncated_mean<metalog_formulas>(formulas, a);
    const double middle = formulas.at(a, {a.at_lo.lower + 0.5 * a.inside, a.at_hi.upper + 0.5 * a.inside});
    return middle + metalog_formulas::integral(a, 1, middle);
}
constexpr double truncated_variance(metalog_formulas formulas, const component& a) {
    if (a.window > 0.0) return truncated_variance<metalog_formulas>(formulas, a);
    return metalog_formulas::integral(a, 2, truncated_mean(formulas, a));
}

/// A block of draws from uniform numbers, of which each side(u) are the two probabilities in the shape before truncation.
template <metalog_scale Scale, std::size_t N>
struct metalog_loop {
    const component& a;
    const double* u;
    double* drawn;
    HEADWAY_INLINE constexpr void operator()() const noexcept {
        const double below = a.at_lo.lower, above = a.at_hi.upper, inside = a.inside;
        HEADWAY_INDEPENDENT
        for (std::size_t i = 0; i < N; ++i) {
            const split_probability p = {below + u[i] * inside, above + (1.0 - u[i]) * inside};
            drawn[i] = clamped(metalog_formulas::between_ends<Scale>(a, p), a.lo, a.hi);
        }
    }
};
template <std::size_t N>
constexpr void metalog_block(const component& a, const double* u, double* drawn) noexcept {
    switch (metalog_scale_of(a)) {
    case metalog_scale::above:
        return vector_dispatch(metalog_loop<metalog_scale::above, N>{a, u, drawn});
    case metalog_scale::below:
        return vector_dispatch(metalog_loop<metalog_scale::below, N>{a, u, drawn});
    case metalog_scale::between:
        return vector_dispatch(metalog_loop<metalog_scale::between, N>{a, u, drawn});
    default:
        return vector_dispatch(metalog_loop<metalog_scale::unbounded, N>{a, u, drawn});
    }
}

}  // namespace headway::detail

#include <headway/header_end.hpp>
