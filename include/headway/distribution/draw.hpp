// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/distribution/list_functions.hpp>
#include <headway/math/copy_lanes.hpp>

#include <headway/header_begin.hpp>

// Draws from uniform or standard normal numbers, one at a time or N at once; the two give the same bits.
namespace headway::detail {

constexpr double draw_from(const component_list& parts, double u) noexcept {
    if (parts.functions() == nullptr) return quantile_of(parts[0].part, from_lower(u));
    double drawn = 0.0;
    parts.functions()->draw(parts, nullptr, &u, &drawn, 1);
    return drawn;
}

template <std::size_t N>
constexpr void draw_block(const component_list& parts, const double* u, double* drawn) noexcept {
    if (parts.functions() == nullptr) return draw_block<N>(parts[0].part, u, drawn);
    double apart[N];
    copy_lanes<N>(u, apart);
    parts.functions()->draw(parts, nullptr, apart, drawn, N);
}

/// A component that has draws from normal numbers of its own.
constexpr bool draws_from_normals(const component_list& parts) noexcept {
    const shape_functions* const functions = parts[0].part.functions;
    return parts.functions() == nullptr && functions != nullptr && functions->draw_from_normals != nullptr;
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
    if constexpr (N == shape_block) {
        if (draws_from_normals(parts)) return parts[0].part.functions->draw_from_normals(parts[0].part, z, drawn);
    }
    for (std::size_t i = 0; i < N; ++i) drawn[i] = draw_from_normal(parts, z[i]);
}

}  // namespace headway::detail

#include <headway/header_end.hpp>
