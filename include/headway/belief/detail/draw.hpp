// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <bit>

#include <headway/belief/detail/mixture_functions.hpp>
#include <headway/core/detail/widest.hpp>

// Draws from uniform or standard normal numbers, one at a time or N at once; the two give the same bits.
HEADWAY_EXACT_BEGIN
namespace headway::detail {

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
        HEADWAY_INDEPENDENT
        for (std::size_t i = 0; i < N; ++i) drawn[i] = clamped(Formulas::from_z(a, z[i]), a.lo, a.hi);
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

/// The same from uniform numbers u[i].
template <class Formulas, std::size_t N>
struct from_uniforms_loop {
    const atom& a;
    const double* u;
    double* drawn;
    HEADWAY_INLINE constexpr void operator()() const noexcept {
        double z[N];
        normal_quantile_loop<N>{u, z}();
        from_normals_loop<Formulas, N>{a, z, drawn}();
    }
};

constexpr bool is_normal_based(belief_shape shape) noexcept {
    return shape == belief_shape::normal || shape == belief_shape::lognormal;
}

template <std::size_t N>
constexpr void draw_block(const atom& a, const double* u, double* drawn) noexcept {
    if (is_normal_based(a.shape)) {
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
        if (a.shape == belief_shape::normal) return run_widest(from_uniforms_loop<normal_formulas, N>{a, u, drawn});
        return run_widest(from_uniforms_loop<lognormal_formulas, N>{a, u, drawn});
    }
    with_formulas(a.shape, [&](auto formulas) {
        double value[N];
        for (std::size_t i = 0; i < N; ++i) {
            value[i] = clamped(formulas.at(a, untruncated(a, from_lower(u[i]))), a.lo, a.hi);
        }
        for (std::size_t i = 0; i < N; ++i) drawn[i] = value[i];
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

/// Stands, with the number of the component added, for a value that is still to be drawn: a NaN that no arithmetic makes.
inline constexpr std::uint64_t to_be_drawn = 0x7ff8'4865'6164'7700;

/// The bits of each draw whose component is sure of a value; for the others to_be_drawn and the component's number. The
/// component is the last one but for those of which `IsBefore` holds for u and their start.
template <std::size_t N, class IsBefore>
struct sure_values_loop {
    const component* parts;
    std::size_t size;
    const double* u;
    std::uint64_t* bits;

    HEADWAY_INLINE constexpr std::uint64_t bits_of_part(std::size_t k) const noexcept {
        const atom& a = parts[k].part;
        return a.shape == belief_shape::exactly ? bits_of(a.parameter[0]) : to_be_drawn + k;
    }
    HEADWAY_INLINE constexpr void operator()() const noexcept {
        // Three steps from one component to the next at a time, each a comparison that adds the change of the bits.
        constexpr std::size_t steps = 3;
        const std::uint64_t of_first = bits_of_part(0);
        for (std::size_t i = 0; i < N; ++i) bits[i] = of_first;
        for (std::size_t k = 1; k < size; k += steps) {
            double start[steps] = {2.0, 2.0, 2.0};
            std::uint64_t change[steps] = {};
            for (std::size_t s = 0; s < steps && k + s < size; ++s) {
                start[s] = parts[k + s].start;
                change[s] = bits_of_part(k + s) ^ bits_of_part(k + s - 1);
            }
            const double start_0 = start[0], start_1 = start[1], start_2 = start[2];
            const std::uint64_t change_0 = change[0], change_1 = change[1], change_2 = change[2];
            HEADWAY_INDEPENDENT
            for (std::size_t i = 0; i < N; ++i) {
                std::uint64_t value = bits[i];
                value ^= IsBefore::test(u[i], start_0) ? 0 : change_0;
                value ^= IsBefore::test(u[i], start_1) ? 0 : change_1;
                value ^= IsBefore::test(u[i], start_2) ? 0 : change_2;
                bits[i] = value;
            }
        }
    }
};

struct strictly_before {
    HEADWAY_INLINE static constexpr bool test(double u, double start) noexcept { return u < start; }
};
/// A quantile belongs to the lower value up to and including the step.
struct up_to {
    HEADWAY_INLINE static constexpr bool test(double u, double start) noexcept { return u <= start; }
};

/// Draws waiting for the normals and lognormals of all components together. Every so many, the fewer the less is wasted on
/// the last ones.
template <std::size_t N>
struct waiting_normals {
    static constexpr std::size_t chunk = 16;
    unsigned char lane[N + chunk];
    double inside[N + chunk];
    double centre[N + chunk];
    double spread[N + chunk];
    bool is_normal[N + chunk];
    std::size_t count = 0;

    HEADWAY_INLINE constexpr void add(std::size_t to, double rest, const atom& a) noexcept {
        lane[count] = static_cast<unsigned char>(to);
        inside[count] = rest;
        centre[count] = a.parameter[0];
        spread[count] = a.parameter[1];
        is_normal[count] = a.shape == belief_shape::normal;
        ++count;
    }
    HEADWAY_INLINE constexpr void draw(std::uint64_t* bits) noexcept {
        for (std::size_t i = count; i < count + chunk; ++i) {
            inside[i] = 0.5;
            centre[i] = spread[i] = 0.0;
            is_normal[i] = true;
        }
        for (std::size_t first = 0; first < count; first += chunk) {
            double z[chunk];
            double normal[chunk];
            double lognormal[chunk];
            normal_quantile_loop<chunk>{inside + first, z}();
            HEADWAY_INDEPENDENT
            for (std::size_t i = 0; i < chunk; ++i) normal[i] = centre[first + i] + spread[first + i] * z[i];
            HEADWAY_INDEPENDENT
            for (std::size_t i = 0; i < chunk; ++i) lognormal[i] = centre[first + i] * exp(spread[first + i] * z[i]);
            for (std::size_t i = 0; i < chunk && first + i < count; ++i) {
                bits[lane[first + i]] = bits_of(is_normal[first + i] ? normal[i] : lognormal[i]);
            }
        }
    }
};

/// A block of draws of a mixture with few components; the longer the block, the less is wasted. `quantile(k, p)` gives the quantile of component k where a formula is
/// not drawn in blocks.
template <std::size_t N, class Quantile>
struct mixture_loop {
    static constexpr std::size_t at_once = N < 64 ? N : 64;
    static_assert(N <= 256 && N % at_once == 0);
    const component_list& parts;
    const double* u;
    double* drawn;
    const Quantile& quantile;

    HEADWAY_INLINE constexpr void operator()() const noexcept {
        std::uint64_t bits[N];
        sure_values_loop<N, strictly_before>{parts.begin(), parts.size(), u, bits}();
        waiting_normals<N> normals;
        const component* const first_part = parts.begin();
        for (std::size_t first = 0; first < N; first += at_once) {
            for (std::uint64_t left = lanes_to_be_drawn(bits + first); left != 0; left &= left - 1) {
                const std::size_t lane = first + static_cast<std::size_t>(std::countr_zero(left));
                const std::size_t k = bits[lane] - to_be_drawn;
                const component& c = first_part[k];
                const double rest = stretched(c, u[lane]);
                if (is_normal_based(c.part.shape) && !c.part.is_truncated) {
                    normals.add(lane, rest, c.part);
                } else {
                    bits[lane] = bits_of(quantile(k, from_lower(rest)));
                }
            }
        }
        normals.draw(bits);
        for (std::size_t i = 0; i < N; ++i) drawn[i] = from_bits(bits[i]);
    }

    /// A bit for each of 64 lanes that still waits for its draw: to_be_drawn is a NaN, which no sure value is.
    HEADWAY_INLINE static constexpr std::uint64_t lanes_to_be_drawn(const std::uint64_t* bits) noexcept {
        std::uint64_t found = 0;
        for (std::size_t i = 0; i < at_once; ++i) {
            const double x = from_bits(bits[i]);
            found |= x != x ? bit_of_lane[i] : 0;
        }
        return found;
    }
};

template <std::size_t N, class Quantile>
constexpr void draw_block_of_mixture(const component_list& parts, const double* u, double* drawn,
                                     const Quantile& quantile) noexcept {
    run_widest(mixture_loop<N, Quantile>{parts, u, drawn, quantile});
}

template <std::size_t N>
constexpr void draw_block_of_values(const component_list& parts, const double* u, double* drawn) noexcept {
    std::uint64_t bits[N];
    run_widest(sure_values_loop<N, up_to>{parts.begin(), parts.size(), u, bits});
    for (std::size_t i = 0; i < N; ++i) drawn[i] = from_bits(bits[i]);
}

template <std::size_t N>
constexpr void draw_block(const component_list& parts, const double* u, double* drawn) noexcept {
    if (parts.size() == 1) return draw_block<N>(parts[0].part, u, drawn);
    if (parts.size() > component_list::capacity_in_place) {
        for (std::size_t i = 0; i < N; ++i) drawn[i] = draw_from(parts, u[i]);
    } else if (parts.shape() == belief_shape::discrete) {
        draw_block_of_values<N>(parts, u, drawn);
    } else {
        draw_block_of_mixture<N>(parts, u, drawn,
                                 [&](std::size_t k, split_probability p) { return quantile_of(parts[k].part, p); });
    }
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
HEADWAY_EXACT_END
