// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/belief/detail/mixture_functions.hpp>

/// Draws from uniform or standard normal numbers, one at a time or N at once; the two give the same bits. Results go
/// through a local array, because the loops vectorise only where the compiler sees that nothing overlaps.
namespace headway::detail {

template <std::size_t N>
HEADWAY_INLINE constexpr void copy_block(const double* from, double* to) noexcept {
    for (std::size_t i = 0; i < N; ++i) to[i] = from[i];
}

/// The two sides, in the untruncated shape, of a share of what the truncation left.
HEADWAY_INLINE constexpr split_probability untruncated(const atom& a, split_probability p) noexcept {
    return {a.at_lo.lower + p.lower * a.inside, a.at_hi.upper + p.upper * a.inside};
}

template <std::size_t N>
constexpr void from_normals(const atom& a, const double* z, double* drawn) noexcept {
    double value[N];
    if (a.shape == belief_shape::normal) {
        for (std::size_t i = 0; i < N; ++i) value[i] = clamped(normal_formulas::from_z(a, z[i]), a.lo, a.hi);
    } else {
        for (std::size_t i = 0; i < N; ++i) value[i] = clamped(lognormal_formulas::from_z(a, z[i]), a.lo, a.hi);
    }
    copy_block<N>(value, drawn);
}

constexpr bool is_normal_based(belief_shape shape) noexcept {
    return shape == belief_shape::normal || shape == belief_shape::lognormal;
}

template <std::size_t N>
constexpr void draw_block(const atom& a, const double* u, double* drawn) noexcept {
    if (is_normal_based(a.shape)) {
        double z[N];
        if (a.is_truncated) {
            // The quantile of the smaller side, with its sign changed above the median.
            double side[N];
            for (std::size_t i = 0; i < N; ++i) {
                const split_probability p = untruncated(a, from_lower(u[i]));
                side[i] = p.lower <= p.upper ? p.lower : p.upper;
            }
            normal_quantile_block<N>(side, z);
            for (std::size_t i = 0; i < N; ++i) {
                const split_probability p = untruncated(a, from_lower(u[i]));
                z[i] = p.lower <= p.upper ? z[i] : -z[i];
            }
        } else {
            normal_quantile_block<N>(u, z);
        }
        return from_normals<N>(a, z, drawn);
    }
    with_formulas(a.shape, [&](auto formulas) {
        double value[N];
        for (std::size_t i = 0; i < N; ++i) {
            value[i] = clamped(formulas.at(a, untruncated(a, from_lower(u[i]))), a.lo, a.hi);
        }
        copy_block<N>(value, drawn);
    });
}

/// What is left of u inside the component that it chose, stretched over (0, 1); never 0 or 1.
HEADWAY_INLINE constexpr double stretched(const component& c, double u) noexcept {
    return clamped((u - c.start) / c.share, 0x1p-54, 1.0 - 0x1p-53);
}

constexpr double draw_from(const component_list& parts, double u) noexcept {
    if (parts.size() == 1) return quantile_of(parts[0].part, from_lower(u));
    if (parts.shape() == belief_shape::discrete) return discrete_quantile(parts, from_lower(u));
    std::size_t lo = 0;
    std::size_t hi = parts.size() - 1;
    while (lo < hi) {
        const std::size_t middle = lo + (hi - lo) / 2;
        if (u < parts[middle].end) {
            hi = middle;
        } else {
            lo = middle + 1;
        }
    }
    return quantile_of(parts[lo].part, from_lower(stretched(parts[lo], u)));
}

template <std::size_t N>
constexpr void draw_block_of_mixture(const component_list& parts, const double* u, double* drawn) noexcept {
    // Every draw as if its component were sure of a value, then the others over it, component by component.
    double value[N];
    for (std::size_t i = 0; i < N; ++i) value[i] = parts[0].part.parameter[0];
    for (std::size_t k = 1; k < parts.size(); ++k) {
        const double start = parts[k].start;
        const double sure = parts[k].part.parameter[0];
        for (std::size_t i = 0; i < N; ++i) value[i] = u[i] < start ? value[i] : sure;
    }
    constexpr std::size_t chunk = 8;
    for (const component& c : parts) {
        if (c.part.shape == belief_shape::exactly || !(c.share > 0.0)) continue;
        std::size_t lane[N];
        std::size_t count = 0;
        for (std::size_t i = 0; i < N; ++i) {
            lane[count < N ? count : N - 1] = i;
            count += u[i] >= c.start && u[i] < c.end ? 1U : 0U;
        }
        for (std::size_t first = 0; first < count; first += chunk) {
            const std::size_t used = count - first < chunk ? count - first : chunk;
            double inside[chunk];
            double drawn_inside[chunk];
            for (std::size_t i = 0; i < chunk; ++i) inside[i] = i < used ? stretched(c, u[lane[first + i]]) : 0.5;
            draw_block<chunk>(c.part, inside, drawn_inside);
            for (std::size_t i = 0; i < used; ++i) value[lane[first + i]] = drawn_inside[i];
        }
    }
    copy_block<N>(value, drawn);
}

template <std::size_t N>
constexpr void draw_block(const component_list& parts, const double* u, double* drawn) noexcept {
    if (parts.size() == 1) return draw_block<N>(parts[0].part, u, drawn);
    if (parts.shape() == belief_shape::mixture && parts.size() <= component_list::capacity_in_place) {
        return draw_block_of_mixture<N>(parts, u, drawn);
    }
    for (std::size_t i = 0; i < N; ++i) drawn[i] = draw_from(parts, u[i]);
}

constexpr double draw_from_normal(const component_list& parts, double z) noexcept {
    if (parts.size() == 1 && !parts[0].part.is_truncated) {
        const atom& a = parts[0].part;
        if (a.shape == belief_shape::normal) return clamped(normal_formulas::from_z(a, z), a.lo, a.hi);
        if (a.shape == belief_shape::lognormal) return clamped(lognormal_formulas::from_z(a, z), a.lo, a.hi);
    }
    return quantile_of(parts, {normal_cdf(z), normal_cdf(-z)});
}

template <std::size_t N>
constexpr void draw_from_normal_block(const component_list& parts, const double* z, double* drawn) noexcept {
    if (parts.size() == 1 && !parts[0].part.is_truncated && is_normal_based(parts[0].part.shape)) {
        return from_normals<N>(parts[0].part, z, drawn);
    }
    for (std::size_t i = 0; i < N; ++i) drawn[i] = draw_from_normal(parts, z[i]);
}

}  // namespace headway::detail
