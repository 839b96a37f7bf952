// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/math/elementary.hpp>
#include <headway/math/vector_dispatch.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <type_traits>

#include <headway/header_begin.hpp>

/// Errors stated here are the largest found on at least 100 000 random arguments per interval and on all powers of 2
/// and 10, against 60-digit values, in units of the result's last place (ULP). NaN gives NaN.
namespace headway {
namespace detail {

/// Polynomial, coefficients from the highest power down.
template <class... Lower>
HEADWAY_INLINE constexpr double horner(double x, double highest, Lower... lower) noexcept {
    double sum = highest;
    ((sum = sum * x + lower), ...);
    return sum;
}

/// exp(main + rest)/divisor for |main| < 1020 and small rest; the only rounding to a subnormal is the last one.
HEADWAY_INLINE constexpr double exp_over(double divisor, double main, double rest) noexcept {
    const double rounded = main * log2_e + to_integer;
    const double k = rounded - to_integer;
    return scaled(exp_reduced(main - k * ln2_hi, k * ln2_lo - rest) / divisor, rounded);
}

/// exp(-x²)/√π/divisor for |x| < 28. The square is taken exactly in two parts: its rounding error alone would change
/// the result by up to x² units. The constant stands in the exponent, where its rounding does not show.
HEADWAY_INLINE constexpr double gauss_over(double divisor, double x) noexcept {
    constexpr double_double log_root_pi = {0x1.250d04p-1, 0x1.1cf437a17abf3p-26};
    const double top = leading_26_bits(x);
    return exp_over(divisor, -(top * top + log_root_pi.hi), -((x - top) * (x + top) + log_root_pi.lo));
}

/// exp(-z²/2)/√(2π)/divisor for |z| < 39, likewise.
HEADWAY_INLINE constexpr double normal_over(double divisor, double z) noexcept {
    constexpr double_double log_root_two_pi = {0x1.d67f1cp-1, 0x1.0c97d694d252fp-26};
    const double top = leading_26_bits(z);
    return exp_over(divisor, -(0.5 * top * top + log_root_two_pi.hi),
                    -(0.5 * (z - top) * (z + top) + log_root_two_pi.lo));
}

// The fits below are minimax in relative error (tests/reference/error_function.py makes them). Each stands for the
// small difference from a simple function, so that the rounding of its many terms hardly shows in the result.

/// erf(x) for |x| <= 1.
constexpr double erf_inside(double x) noexcept {
    const double t = x * x;
    const double over = horner(t, -2.0732583837949446e-05, -0.0004956144162141533, -0.008815674192953024,
                               -0.04832949451214234, -0.31700612376588516, 0.1283791670955126);
    const double under = horner(t, 2.0810309316290767e-05, 0.0006924993508362639, 0.010693090393843195,
                                0.09381312576308264, 0.4605129212434272, 1.0);
    return x + x * (over / under);
}

/// 1/(√π·exp(x²)·erfc(x)) - x for 0.46 <= x <= 28: what the continued fraction of erfc(x) adds to its leading x.
constexpr double erfc_fraction(double x) noexcept {
    if (x < 3.0) {
        const double s = x - 0.46;
        const double over = horner(s, 0.00016699403917592342, 0.0028541410377600548, 0.022336089712103175,
                                   0.10234966239967892, 0.29197165821480775, 0.49861729977996355, 0.42599365796476185);
        const double under = horner(s, 0.0003339826126410974, 0.0058621022206048826, 0.04762885267060442,
                                    0.2308378599056471, 0.719436725746945, 1.4451247462198618, 1.7459460423739719, 1.0);
        return over / under;
    }
    const double s = x - 3.0;
    const double over = horner(s, 1.4089537748921452e-05, 0.0003582756648712924, 0.003961974173441633,
                               0.024341552195206118, 0.08756083141950118, 0.17491623025026096, 0.15187684450161723);
    const double under = horner(s, 2.817907549663751e-05, 0.0008010885563759867, 0.010101781404233087,
                                0.0730869637724125, 0.32715660807366226, 0.9051025167945721, 1.4322263025862754, 1.0);
    return over / under;
}

/// erfc(x) for 0.46 <= x <= 28.
constexpr double erfc_tail(double x) noexcept { return gauss_over(x + erfc_fraction(x), x); }

inline constexpr double sqrt_half = 0.70710678118654752440;
inline constexpr double sqrt_two = 1.4142135623730950488;

/// The probabilities that normal_quantile_central serves: about 0.02 to 0.98.
HEADWAY_INLINE constexpr bool is_normal_central(double p) noexcept { return abs(p - 0.5) <= 0.48; }

/// normal_quantile(p) where is_normal_central(p), otherwise some finite or infinite number. Straight-line arithmetic.
HEADWAY_INLINE constexpr double normal_quantile_central(double p) noexcept {
    // quantile / (p - 1/2) is singular only where p(1-p) <= 0, so that a rational function of p(1-p) can follow it.
    const double r = p * (1.0 - p) - 0.0196;
    // Summed in pairs: shorter dependency chains than Horner's.
    const double r2 = r * r;
    const double r4 = r2 * r2;
    const double over_0 =
        (1.7786435638162978 + r * 277.021008300261) + r2 * (16820.04938435084 + r * 503428.22991004435);
    const double over_4 =
        (7677920.043559419 + r * 53195084.437654935) + r2 * (62713063.23921857 - r * 945237231.8635274);
    const double over_8 = (3769689024.3672147 + r * 4041481424.8691325) + r2 * 925739810.0136806;
    const double under_0 = (1.0 + r * 175.72747541928027) + r2 * (12475.85944315599 + r * 462056.7081701432);
    const double under_4 =
        (9650966.7602955 + r * 115333282.98972763) + r2 * (769989652.1091219 + r * 2706786927.2227755);
    const double under_8 = (4499874554.238228 + r * 2894284819.52473) + r2 * 450275868.30892384;
    const double over = over_0 + r4 * (over_4 - r4 * over_8);
    const double under = under_0 + r4 * (under_4 + r4 * under_8);
    return (p - 0.5) * (2.5 + over / under);
}

/// -normal_quantile(q) as a function of r = sqrt(-2 log q), for 0 < q <= 0.02 and r < 7.
HEADWAY_INLINE constexpr double normal_quantile_near_tail(double r) noexcept {
    const double s = r - 2.75;
    const double over =
        horner(s, 3.1141299652391028e-09, 4.505433159221287e-06, 0.00032744056520401946, 0.007338287592139639,
               0.07163361589724689, 0.3455494767249003, 0.8149240055505406, 0.7508151926986891);
    const double under =
        horner(s, 7.019350820229277e-07, 7.019851845504929e-05, 0.0020814873507956832, 0.02728837183353291,
               0.1851583090425183, 0.6818504972631528, 1.297312626310075, 1.0);
    return r - over / under;
}

/// -normal_quantile(q) for 0 < q <= 0.02.
constexpr double normal_quantile_tail(double q) noexcept {
    const double r = sqrt(-2.0 * log(q));
    if (r < 7.0) return normal_quantile_near_tail(r);
    const double s = r - 7.0;
    const double over =
        horner(s, 7.240833702052248e-14, 6.355466709791964e-10, 2.2622404728487247e-07, 2.3043524722262757e-05,
               0.0009395054344478925, 0.017226109679059506, 0.14092198662902605, 0.41599670560002927);
    const double under =
        horner(s, 7.964417602783546e-11, 3.651650179977332e-08, 4.620904893996572e-06, 0.00023872344551972892,
               0.0058790058541845335, 0.07275862041906832, 0.4353562574508078, 1.0);
    return r - over / under;
}

/// normal_quantile(p) where !is_normal_central(p).
constexpr double normal_quantile_outside(double p) noexcept {
    if (p > 0.0 && p < 0.5) return -normal_quantile_tail(p);
    if (p < 1.0 && p > 0.5) return normal_quantile_tail(1.0 - p);
    return p == 0.0 ? -infinity : p == 1.0 ? infinity : quiet_nan;
}

/// 2^i: a table, because shifts by the number of a lane do not vectorise everywhere.
inline constexpr struct lane_bits {
    std::uint64_t bit[64] = {};
    constexpr lane_bits() noexcept {
        for (unsigned i = 0; i < 64; ++i) bit[i] = std::uint64_t{1} << i;
    }
    HEADWAY_INLINE constexpr std::uint64_t operator[](std::size_t i) const noexcept { return bit[i]; }
} bit_of_lane;

/// r[i] = sqrt(r[i]), which are not below zero.
template <std::size_t Count>
HEADWAY_INLINE constexpr void square_roots(double* r) noexcept {
#if defined(__GNUC__) && !defined(__clang__) && __has_builtin(__builtin_ia32_sqrtpd) && __has_builtin(__builtin_shufflevector)
    if (!std::is_constant_evaluated()) {  // GCC does not vectorise the loop
        typedef double pair __attribute__((vector_size(16)));
        static_assert(Count % 4 == 0);
        HEADWAY_UNROLLED
        for (std::size_t i = 0; i < Count; i += 4) {
            pair low, high;
            __builtin_memcpy(&low, r + i, sizeof low);
            __builtin_memcpy(&high, r + i + 2, sizeof high);
            const auto together =
                __builtin_shufflevector(__builtin_ia32_sqrtpd(low), __builtin_ia32_sqrtpd(high), 0, 1, 2, 3);
            __builtin_memcpy(r + i, &together, sizeof together);
        }
        return;
    }
#endif
    for (std::size_t i = 0; i < Count; ++i) r[i] = sqrt(r[i]);
}

/// tail[i] = normal_quantile(x[i]) for x[i] outside the central region, `Chunk` at once.
template <std::size_t Chunk>
struct normal_quantile_tails {
    HEADWAY_INLINE static constexpr void of(const double* x, double* tail) noexcept {
        double to_end[Chunk] = {};
        near_tails(x, to_end, tail);
        double least = to_end[0];
        HEADWAY_UNROLLED
        for (std::size_t i = 1; i < Chunk; ++i) least = to_end[i] < least ? to_end[i] : least;
        if (!(least > least_near)) far_tails(x, to_end, tail);
    }

  private:
    /// Below it near_tails does not serve: r is 7 or more.
    static constexpr double least_near = 1e-10;

    /// Some number where to_end[i], which it sets, is not above least_near.
    HEADWAY_INLINE static constexpr void near_tails(const double* x, double* to_end, double* tail) noexcept {
        for (std::size_t i = 0; i < Chunk; ++i) to_end[i] = 1.0 - x[i] < x[i] ? 1.0 - x[i] : x[i];
        double r[Chunk] = {};
        for (std::size_t i = 0; i < Chunk; ++i) r[i] = -2.0 * log_of_normal(at_least_near(to_end[i]));
        square_roots<Chunk>(r);
        HEADWAY_INDEPENDENT
        for (std::size_t i = 0; i < Chunk; ++i) {
            const std::uint64_t sign = bits_of(x[i] - 0.5) & sign_bit;
            tail[i] = from_bits(bits_of(normal_quantile_near_tail(r[i])) ^ sign);
        }
    }
    /// The greater of the two. In bits: of a condition GCC makes two logarithms, the greater part of them under masks.
    HEADWAY_INLINE static constexpr double at_least_near(double x) noexcept {
        return from_bits(choose(top_bit_set(bits_of(x - least_near)), bits_of(least_near), bits_of(x)));
    }
    [[gnu::cold, gnu::noinline]] static constexpr void far_tails(const double* x, const double* to_end, double* tail) noexcept {
        for (std::size_t i = 0; i < Chunk; ++i) {
            if (!(to_end[i] > least_near)) tail[i] = normal_quantile_outside(x[i]);
        }
    }
};

/// z[i] = normal_quantile(p[i]) for i < count, the same bits; count is a multiple of AtOnce. z may be p.
/// The loops over the central region and, a few at a time, over the tails vectorise. The tails come after the central
/// region, whose arithmetic goes on while it is found out how many there are.
template <std::size_t AtOnce>
struct normal_quantile_loop {
    static constexpr std::size_t group = 64;
    static_assert(group % AtOnce == 0);
    const double* p;
    double* z;
    std::size_t count = AtOnce;

    HEADWAY_INLINE constexpr void operator()() const noexcept {
        for (std::size_t start = 0; start < count; start += group) {
            const std::size_t rest = count - start < group ? count - start : group;
            std::uint64_t outside = 0;
            double of_group[group];
            for (std::size_t first = 0; first < rest; first += AtOnce) {
                outside |= lanes_outside(p + start + first, of_group + first) << first;
            }
            for (std::size_t first = start; first < start + rest; first += AtOnce) {
                HEADWAY_INDEPENDENT
                for (std::size_t i = 0; i < AtOnce; ++i) z[first + i] = normal_quantile_central(p[first + i]);
            }
            if (outside != 0) tails(outside, of_group, z + start);
        }
    }

  private:
    static constexpr std::size_t chunk = 4;

    /// A bit for each p[i], i < AtOnce, outside the central region; copies p as well.
    HEADWAY_INLINE static constexpr std::uint64_t lanes_outside(const double* p, double* copy) noexcept {
        std::uint64_t found = 0;
        for (std::size_t i = 0; i < AtOnce; ++i) {
            copy[i] = p[i];
            found |= is_normal_central(p[i]) ? 0 : bit_of_lane[i];
        }
        return found;
    }
    /// z[i] for each i in `outside`, which is not empty.
    HEADWAY_INLINE static constexpr void tails(std::uint64_t outside, const double* p, double* z) noexcept {
        bool there_are_more = true;
        while (there_are_more) {
            // The last lane fills up the chunk: a loop of which it is not known how often it runs costs more.
            std::size_t place[chunk] = {};
            HEADWAY_UNROLLED
            for (std::size_t i = 0; i < chunk; ++i) {
                place[i] = static_cast<std::size_t>(std::countr_zero(outside));
                const std::uint64_t others = outside & (outside - 1);
                there_are_more = others != 0;
                outside = there_are_more ? others : outside;
            }
            double x[chunk] = {};
            gather(p, place, x);
            double tail[chunk] = {};
            normal_quantile_tails<chunk>::of(x, tail);
            HEADWAY_UNROLLED
            for (std::size_t i = 0; i < chunk; ++i) z[place[i]] = tail[i];
        }
    }
    /// x[i] = p[place[i]], put together in registers: a vector read from what was written one number at a time waits until all
    /// before it is done.
    HEADWAY_INLINE static constexpr void gather(const double* p, const std::size_t* place, double* x) noexcept {
#if defined(__GNUC__)
        if (!std::is_constant_evaluated()) {
            typedef double four __attribute__((vector_size(32)));
            static_assert(chunk == 4);
            const four together = {p[place[0]], p[place[1]], p[place[2]], p[place[3]]};
            __builtin_memcpy(x, &together, sizeof together);
            return;
        }
#endif
        for (std::size_t i = 0; i < chunk; ++i) x[i] = p[place[i]];
    }
};

/// z[i] = normal_quantile(z[i]) for several blocks of 64, 8 at most: the same bits. The tails, one number in 25, are put side
/// by side until all blocks are through. A block alone has two or three of them, too few for vectors, and a latency of its
/// own.
struct normal_quantile_blocks_loop {
    static constexpr std::size_t most_blocks = 8;
    double* z;
    std::size_t blocks;

    HEADWAY_INLINE void operator()() const noexcept {
        double x[most_blocks * block + chunk];
        std::uint32_t place[most_blocks * block + chunk];
        std::size_t count = 0;
        for (std::size_t start = 0; start < blocks * block; start += block) {
            double* const here = z + start;
            std::uint64_t outside = 0;
            for (std::size_t i = 0; i < block; ++i) outside |= is_normal_central(here[i]) ? 0 : bit_of_lane[i];
            while (outside != 0) {
                // Four at a time, most of the times all: where a loop ends that runs once for each is seldom guessed.
                HEADWAY_UNROLLED
                for (int k = 0; k < 4; ++k) {
                    const auto i = static_cast<std::size_t>(std::countr_zero(outside | sign_bit));
                    x[count] = here[i];
                    place[count] = static_cast<std::uint32_t>(start + i);
                    count += static_cast<std::size_t>((outside | (0 - outside)) >> 63U);  // unless there is none
                    outside &= outside - 1;
                }
            }
            HEADWAY_INDEPENDENT
            for (std::size_t i = 0; i < block; ++i) here[i] = normal_quantile_central(here[i]);
        }
        for (std::size_t i = 0; i < chunk; ++i) x[count + i] = 0.01;
        for (std::size_t first = 0; first < count; first += chunk) {
            double tail[chunk];
            normal_quantile_tails<chunk>::of(x + first, tail);
            const std::size_t these = count - first < chunk ? count - first : chunk;
            for (std::size_t i = 0; i < these; ++i) z[place[first + i]] = tail[i];
        }
    }

  private:
    static constexpr std::size_t block = 64;
    static constexpr std::size_t chunk = 8;
};

template <std::size_t N>
constexpr void normal_quantile_block(const double* p, double* z) noexcept {
    vector_dispatch(normal_quantile_loop<N>{p, z});
}

}  // namespace detail

/// Error function 2/√π ∫₀ˣ exp(-t²) dt. Largest error measured: 1.2 ULP.
template <class = void>  // as exp is, in math/elementary.hpp
constexpr double erf(double x) noexcept {
    const double size = abs(x);
    if (size <= 1.0) return detail::erf_inside(x);
    if (is_nan(x)) return x;
    const double y = size < 6.0 ? 1.0 - detail::erfc_tail(size) : 1.0;
    return x < 0.0 ? -y : y;
}

/// Complementary error function 1 - erf(x), without its cancellation; 0 from x = 27.23 on, where it is below every
/// double. Largest error measured: 2.9 ULP.
template <class = void>  // as exp is, in math/elementary.hpp
constexpr double erfc(double x) noexcept {
    if (x >= 0.46) return x < 28.0 ? detail::erfc_tail(x) : 0.0;
    if (x >= -1.0) return 1.0 - detail::erf_inside(x);
    if (is_nan(x)) return x;
    return x > -6.0 ? 2.0 - detail::erfc_tail(-x) : 2.0;
}

/// Standard normal density exp(-z²/2)/√(2π). Largest error measured: 1.5 ULP.
constexpr double normal_pdf(double z) noexcept {
    if (is_nan(z)) return z;
    return abs(z) < 39.0 ? detail::normal_over(1.0, z) : 0.0;
}

/// Standard normal distribution function, the probability of a value <= z. For the upper tail call normal_cdf(-z).
/// Largest error measured: 3.6 ULP.
constexpr double normal_cdf(double z) noexcept {
    if (is_nan(z)) return z;
    const double size = abs(z);
    const double x = size * detail::sqrt_half;
    if (x < 0.46) return 0.5 + 0.5 * detail::erf_inside(z * detail::sqrt_half);
    const double tail =
        size < 39.0 ? detail::normal_over(size + detail::sqrt_two * detail::erfc_fraction(x), size) : 0.0;
    return z < 0.0 ? tail : 1.0 - tail;
}

/// Standard normal quantile, the z with normal_cdf(z) = p, for every double p in [0, 1]; -∞ at 0, ∞ at 1, NaN outside.
/// Largest error measured: 3.5 ULP. Near p = 1 the doubles are coarse: see normal_quantile_upper.
constexpr double normal_quantile(double p) noexcept {
    if (is_nan(p)) return p;
    return detail::is_normal_central(p) ? detail::normal_quantile_central(p) : detail::normal_quantile_outside(p);
}

/// The z that is exceeded with probability q: normal_quantile(1 - q) for q too small to be subtracted from 1.
constexpr double normal_quantile_upper(double q) noexcept { return -normal_quantile(q); }

}  // namespace headway

#include <headway/header_end.hpp>
