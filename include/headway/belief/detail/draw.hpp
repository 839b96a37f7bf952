// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/belief/detail/mixture_functions.hpp>
#include <headway/core/detail/widest.hpp>

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

/// drawn[i] = the draw of atom a at the standard normal number z[i]; `Formulas` are those of the normal or lognormal.
template <class Formulas, std::size_t N>
struct from_normals_loop {
    const atom& a;
    const double* z;
    double* drawn;
    HEADWAY_INLINE constexpr void operator()() const noexcept {
        double value[N];
        for (std::size_t i = 0; i < N; ++i) value[i] = clamped(Formulas::from_z(a, z[i]), a.lo, a.hi);
        copy_block<N>(value, drawn);
    }
};

template <std::size_t N>
constexpr void from_normals(const atom& a, const double* z, double* drawn) noexcept {
    if (a.shape == belief_shape::normal) {
        run_widest(from_normals_loop<normal_formulas, N>{a, z, drawn});
    } else {
        run_widest(from_normals_loop<lognormal_formulas, N>{a, z, drawn});
    }
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
    return clamped((u - c.start) * c.one_over_share, 0x1p-54, 1.0 - 0x1p-53);
}

/// The component in whose part of the unit interval u lies.
constexpr const component& component_at(const component_list& parts, double u) noexcept {
    if (parts.size() <= component_list::capacity_in_place) {
        std::size_t k = 0;
        for (std::size_t i = 1; i < parts.size(); ++i) k += u < parts[i].start ? 0U : 1U;
        return parts[k];
    }
    std::size_t lo = 0;
    std::size_t hi = parts.size() - 1;
    while (lo < hi) {
        const std::size_t middle = hi - (hi - lo) / 2;
        if (u < parts[middle].start) {
            hi = middle - 1;
        } else {
            lo = middle;
        }
    }
    return parts[lo];
}

constexpr double draw_from(const component_list& parts, double u) noexcept {
    if (parts.size() == 1) return quantile_of(parts[0].part, from_lower(u));
    if (parts.shape() == belief_shape::discrete) return discrete_quantile(parts, from_lower(u));
    const component& c = component_at(parts, u);
    return quantile_of(c.part, from_lower(stretched(c, u)));
}

/// Stands for "not a sure value" while a block is drawn: a NaN that no arithmetic makes.
inline constexpr std::uint64_t to_be_drawn = 0x7ff8'4865'6164'7761;

/// The bits of each draw whose component is sure of a value, to_be_drawn for the others.
template <std::size_t N>
struct sure_values_loop {
    const component_list& parts;
    const double* u;
    std::uint64_t* bits;

    HEADWAY_INLINE constexpr std::uint64_t bits_of_part(std::size_t k) const noexcept {
        const atom& a = parts.begin()[k].part;
        return a.shape == belief_shape::exactly ? bits_of(a.parameter[0]) : to_be_drawn;
    }
    HEADWAY_INLINE constexpr void operator()() const noexcept {
        // Three steps from one component to the next at a time, each a comparison that adds the change of the bits.
        constexpr std::size_t steps = 3;
        std::uint64_t chosen[N];
        const std::uint64_t of_first = bits_of_part(0);
        for (std::size_t i = 0; i < N; ++i) chosen[i] = of_first;
        for (std::size_t k = 1; k < parts.size(); k += steps) {
            double start[steps] = {2.0, 2.0, 2.0};
            std::uint64_t change[steps] = {};
            for (std::size_t s = 0; s < steps && k + s < parts.size(); ++s) {
                start[s] = parts.begin()[k + s].start;
                change[s] = bits_of_part(k + s) ^ bits_of_part(k + s - 1);
            }
            const double start_0 = start[0], start_1 = start[1], start_2 = start[2];
            const std::uint64_t change_0 = change[0], change_1 = change[1], change_2 = change[2];
            for (std::size_t i = 0; i < N; ++i) {
                std::uint64_t value = chosen[i];
                value ^= u[i] < start_0 ? 0 : change_0;
                value ^= u[i] < start_1 ? 0 : change_1;
                value ^= u[i] < start_2 ? 0 : change_2;
                chosen[i] = value;
            }
        }
        for (std::size_t i = 0; i < N; ++i) bits[i] = chosen[i];
    }
};

/// Normal and lognormal draws, of which each has its own parameters.
template <std::size_t N>
struct both_from_normals {
    double centre[N];
    double spread[N];
    const double* z;
    double* normal;
    double* lognormal;
    HEADWAY_INLINE constexpr void operator()() const noexcept {
        double x[N];
        double y[N];
        for (std::size_t i = 0; i < N; ++i) x[i] = centre[i] + spread[i] * z[i];
        for (std::size_t i = 0; i < N; ++i) y[i] = centre[i] * exp(spread[i] * z[i]);
        copy_block<N>(x, normal);
        copy_block<N>(y, lognormal);
    }
};

template <std::size_t N>
constexpr void draw_block_of_mixture(const component_list& parts, const double* u, double* drawn) noexcept {
    static_assert(N < 256);
    std::uint64_t bits[N];
    run_widest(sure_values_loop<N>{parts, u, bits});
    unsigned char lane[N + 1];
    std::size_t count = 0;
    for (std::size_t i = 0; i < N; ++i) {
        lane[count] = static_cast<unsigned char>(i);
        count += bits[i] == to_be_drawn ? 1U : 0U;
    }
    // Normals and lognormals of any component together, a few at a time; other shapes one by one.
    constexpr std::size_t chunk = 8;
    unsigned char target[N + chunk];
    unsigned char source[N + chunk];
    double inside[N + chunk];
    std::size_t waiting = 0;
    const component* const first_part = parts.begin();
    double start[component_list::capacity_in_place] = {};
    for (std::size_t k = 0; k < parts.size(); ++k) start[k] = first_part[k].start;
    for (std::size_t i = 0; i < count; ++i) {
        const double v = u[lane[i]];
        std::size_t k = 0;
        for (std::size_t j = 1; j < parts.size(); ++j) k += v < start[j] ? 0U : 1U;
        const component& c = first_part[k];
        const double rest = stretched(c, v);
        if (is_normal_based(c.part.shape) && !c.part.is_truncated) {
            target[waiting] = lane[i];
            source[waiting] = static_cast<unsigned char>(k);
            inside[waiting] = rest;
            ++waiting;
        } else {
            bits[lane[i]] = bits_of(quantile_of(c.part, from_lower(rest)));
        }
    }
    for (std::size_t i = 0; i < chunk; ++i) {
        source[waiting + i] = 0;
        inside[waiting + i] = 0.5;
    }
    for (std::size_t first = 0; first < waiting; first += chunk) {
        both_from_normals<chunk> draws;
        double z[chunk];
        normal_quantile_block<chunk>(inside + first, z);
        for (std::size_t i = 0; i < chunk; ++i) {
            draws.centre[i] = first_part[source[first + i]].part.parameter[0];
            draws.spread[i] = first_part[source[first + i]].part.parameter[1];
        }
        double normal[chunk];
        double lognormal[chunk];
        draws.z = z;
        draws.normal = normal;
        draws.lognormal = lognormal;
        run_widest(draws);
        for (std::size_t i = 0; i < chunk && first + i < waiting; ++i) {
            const bool is_normal = first_part[source[first + i]].part.shape == belief_shape::normal;
            bits[target[first + i]] = bits_of(is_normal ? normal[i] : lognormal[i]);
        }
    }
    for (std::size_t i = 0; i < N; ++i) drawn[i] = from_bits(bits[i]);
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
