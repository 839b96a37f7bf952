// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>

#include <headway/distribution/closed_form.hpp>
#include <headway/distribution/point_masses.hpp>
#include <headway/math/error_function.hpp>
#include <headway/math/vector_dispatch.hpp>

#include <headway/header_begin.hpp>

// Blocks of draws of the shapes that have loops of their own.
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

/// The quantiles of a Bernoulli belief, for a block.
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

/// The standard normal numbers that a truncated normal or lognormal is made of: `sides(u)` are the two probabilities, in
/// the untruncated shape, that belong to u.
template <std::size_t N, class Sides>
constexpr void truncated_normals(const double* u, double* z, Sides sides) noexcept {
    // The quantile of the smaller side, with its sign changed above the median.
    double side[N];
    for (std::size_t i = 0; i < N; ++i) {
        const split_probability p = sides(u[i]);
        side[i] = p.lower <= p.upper ? p.lower : p.upper;
    }
    normal_quantile_block<N>(side, z);
    for (std::size_t i = 0; i < N; ++i) {
        const split_probability p = sides(u[i]);
        z[i] = p.lower <= p.upper ? z[i] : -z[i];
    }
}

}  // namespace headway::detail

#include <headway/header_end.hpp>
