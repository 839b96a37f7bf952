// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/distribution/mixture_draw.hpp>
#include <headway/distribution/mixture_functions.hpp>
#include <headway/math/copy_lanes.hpp>
#include <headway/math/vector_dispatch.hpp>

#include <headway/header_begin.hpp>

// Draws from uniform or standard normal numbers, one at a time or N at once; the two give the same bits.
namespace headway::detail {

/// drawn[i] = the draw of component a at the standard normal number z[i]; `Formulas` are those of the normal or lognormal.
template <class Formulas, std::size_t N>
struct from_normals_loop {
    const component& a;
    const double* z;
    double* drawn;
    HEADWAY_INLINE constexpr void operator()() const noexcept {
        HEADWAY_INDEPENDENT
        for (std::size_t i = 0; i < N; ++i) drawn[i] = clamped(Formulas::from_z(a, z[i]), a.lo, a.hi);
    }
};

template <std::size_t N>
constexpr void from_normals(const component& a, const double* z, double* drawn) noexcept {
    if (a.shape == belief_shape::normal) {
        vector_dispatch(from_normals_loop<normal_formulas, N>{a, z, drawn});
    } else {
        vector_dispatch(from_normals_loop<lognormal_formulas, N>{a, z, drawn});
    }
}

/// The same from uniform numbers u[i].
template <class Formulas, std::size_t N>
struct from_uniforms_loop {
    const component& a;
    const double* u;
    double* drawn;
    HEADWAY_INLINE constexpr void operator()() const noexcept {
        double z[N];
        normal_quantile_loop<N>{u, z}();
        from_normals_loop<Formulas, N>{a, z, drawn}();
    }
};

/// The same as quantile_by, for a block.
template <std::size_t N>
struct bernoulli_loop {
    const component& a;
    const double* u;
    double* drawn;
    HEADWAY_INLINE constexpr void operator()() const noexcept {
        const double below = bernoulli_formulas::below(a, 0.0).lower;
        const std::uint64_t no = bits_of(clamped(0.0, a.lo, a.hi));
        const std::uint64_t yes = bits_of(clamped(1.0, a.lo, a.hi));
        const std::uint64_t last = bits_of(a.hi);
        HEADWAY_INDEPENDENT
        for (std::size_t i = 0; i < N; ++i) {
            const std::uint64_t exceeds = top_bit_set(bits_of(below - u[i]));
            const std::uint64_t within = top_bit_set(bits_of(u[i] - 1.0));
            drawn[i] = from_bits(choose(within, choose(exceeds, yes, no), last));
        }
    }
};

template <std::size_t N>
constexpr void draw_block(const component& a, const double* u, double* drawn) noexcept {
    if (is_normal_based(a.shape) && !(a.window > 0.0)) {
        if (a.is_truncated) {
            double z[N];
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
            return from_normals<N>(a, z, drawn);
        }
        if (a.shape == belief_shape::normal) return vector_dispatch(from_uniforms_loop<normal_formulas, N>{a, u, drawn});
        return vector_dispatch(from_uniforms_loop<lognormal_formulas, N>{a, u, drawn});
    }
    if (a.shape == belief_shape::bernoulli) return vector_dispatch(bernoulli_loop<N>{a, u, drawn});
    with_formulas(a.shape, [&](auto formulas) {
        double value[N];
        if constexpr (!decltype(formulas)::has_steps) {
            // Asked once, not at each draw.
            if (!(a.window > 0.0)) {
                for (std::size_t i = 0; i < N; ++i) {
                    value[i] = clamped(formulas.at(a, untruncated(a, from_lower(u[i]))), a.lo, a.hi);
                }
                for (std::size_t i = 0; i < N; ++i) drawn[i] = value[i];
                return;
            }
        }
        for (std::size_t i = 0; i < N; ++i) value[i] = quantile_by(formulas, a, from_lower(u[i]));
        for (std::size_t i = 0; i < N; ++i) drawn[i] = value[i];
    });
}

constexpr double draw_from(const component_list& parts, double u) noexcept {
    if (parts.size() == 1) return quantile_of(parts[0].part, from_lower(u));
    if (parts.shape() == belief_shape::discrete) return discrete_quantile(parts, from_lower(u));
    return draw_of_mixture(parts, u, [](const weighted_component& c, asked_probability p) { return quantile_of(c.part, p); });
}

template <std::size_t N>
constexpr void draw_block(const component_list& parts, const double* u, double* drawn) noexcept {
    if (parts.size() == 1) return draw_block<N>(parts[0].part, u, drawn);
    if (parts.size() > component_list::capacity_in_place) {
        for (std::size_t i = 0; i < N; ++i) drawn[i] = draw_from(parts, u[i]);
        return;
    }
    double apart[N];
    copy_lanes<N>(u, apart);
    if (parts.shape() == belief_shape::discrete) {
        vector_dispatch(values_loop<N>{parts, apart, drawn});
    } else {
        draw_of_mixture(parts, apart, drawn, N,
                        [](const weighted_component& c, asked_probability p) { return quantile_of(c.part, p); });
    }
}

constexpr double draw_from_normal(const component_list& parts, double z) noexcept {
    if (parts.size() == 1 && !parts[0].part.is_truncated) {
        const component& a = parts[0].part;
        if (a.shape == belief_shape::normal) return clamped(normal_formulas::from_z(a, z), a.lo, a.hi);
        if (a.shape == belief_shape::lognormal) return clamped(lognormal_formulas::from_z(a, z), a.lo, a.hi);
    }
    return quantile_of(parts, split_probability{normal_cdf(z), normal_cdf(-z)});
}

template <std::size_t N>
constexpr void draw_from_normal_block(const component_list& parts, const double* z, double* drawn) noexcept {
    if (parts.size() == 1 && !parts[0].part.is_truncated && is_normal_based(parts[0].part.shape)) {
        return from_normals<N>(parts[0].part, z, drawn);
    }
    for (std::size_t i = 0; i < N; ++i) drawn[i] = draw_from_normal(parts, z[i]);
}

}  // namespace headway::detail

#include <headway/header_end.hpp>
