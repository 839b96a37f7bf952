// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <type_traits>

#include <headway/distribution/component_list.hpp>
#include <headway/math/error_function.hpp>
#include <headway/math/vector_dispatch.hpp>

#include <headway/header_begin.hpp>

// Blocks of draws of beliefs with a few components, from uniform numbers.
namespace headway::detail {

constexpr bool is_normal_based(belief_shape shape) noexcept {
    return shape == belief_shape::normal || shape == belief_shape::lognormal;
}

/// What is left of u inside the component that it chose, stretched over (0, 1); never 0 or 1.
HEADWAY_INLINE constexpr double stretched(double u, double start, double one_over_share) noexcept {
    return clamped((u - start) * one_over_share, 0x1p-54, 1.0 - 0x1p-53);
}

struct strictly_before {
    HEADWAY_INLINE static constexpr bool test(double u, double start) noexcept { return u < start; }
    /// Of vectors: all bits where the test does not hold.
    template <class Doubles, class Words>
    HEADWAY_INLINE static void fails(const Doubles& u, const Doubles& start, Words& mask) noexcept {
        mask = __builtin_bit_cast(Words, u >= start);
    }
};
/// A quantile belongs to the lower value up to and including the step.
struct up_to {
    HEADWAY_INLINE static constexpr bool test(double u, double start) noexcept { return u <= start; }
    template <class Doubles, class Words>
    HEADWAY_INLINE static void fails(const Doubles& u, const Doubles& start, Words& mask) noexcept {
        mask = __builtin_bit_cast(Words, u > start);
    }
};

/// A number for each component, as a step function of the uniform number that chooses the component. Kept as bits: a step
/// is a comparison that lets pass the change of the bits.
class component_steps {
  public:
    /// `value(component)` for each.
    template <class Value>
    HEADWAY_INLINE constexpr component_steps(const component_list& parts, Value value) noexcept {
        bool is_first = true;
        std::uint64_t last = 0;
        for (const weighted_component& c : parts) {
            const std::uint64_t bits = bits_of(value(c));
            if (is_first) {
                first_ = bits;
            } else if (bits != last) {
                start_[count_] = c.start;
                change_[count_] = bits ^ last;
                ++count_;
            }
            is_first = false;
            last = bits;
        }
        for (std::size_t i = 0; i < at_once; ++i) start_[count_ + i] = 2.0;
    }

    /// y[i] for u[i], i < N. Of the steps those count for which `IsBefore` does not hold for u[i] and their start. With a
    /// `Width` in vectors spelled out: GCC makes more of the choice in SSE2 than the one mask that it takes.
    template <std::size_t N, class IsBefore, int Width = 1>
    HEADWAY_INLINE constexpr void at(const double* u, double* y) const noexcept {
        std::size_t k = 2;
        if (count_ % 2 == 1 && count_ > 1) {
            some_steps<3, true, N, IsBefore, Width>(0, u, y);
            k = 3;
        } else {
            some_steps<2, true, N, IsBefore, Width>(0, u, y);
        }
        for (; k < count_; k += 2) some_steps<2, false, N, IsBefore, Width>(k, u, y);
    }

  private:
    static constexpr std::size_t at_once = 2;

    template <std::size_t Steps, bool AreFirst, std::size_t N, class IsBefore, int Width>
    HEADWAY_INLINE constexpr void some_steps(std::size_t k, const double* u, double* y) const noexcept {
        if constexpr (Width > 1) {
            using doubles = typename vector_of<Width>::doubles;
            using words = typename vector_of<Width>::words;
            const words first = words{} + first_;
            doubles start[Steps];
            words change[Steps];
            HEADWAY_UNROLLED
            for (std::size_t s = 0; s < Steps; ++s) {
                start[s] = doubles{} + start_[k + s];
                change[s] = words{} + change_[k + s];
            }
            for (std::size_t i = 0; i < N; i += Width) {
                doubles x;
                __builtin_memcpy(&x, u + i, sizeof x);
                words bits = first;
                if constexpr (!AreFirst) __builtin_memcpy(&bits, y + i, sizeof bits);
                HEADWAY_UNROLLED
                for (std::size_t s = 0; s < Steps; ++s) {
                    words takes;
                    IsBefore::fails(x, start[s], takes);
                    bits ^= takes & change[s];
                }
                __builtin_memcpy(y + i, &bits, sizeof bits);
            }
        } else {
            const std::uint64_t first = first_;
            const double start_0 = start_[k], start_1 = start_[k + 1], start_2 = start_[k + Steps - 1];
            const std::uint64_t change_0 = change_[k], change_1 = change_[k + 1], change_2 = change_[k + Steps - 1];
            HEADWAY_INDEPENDENT
            for (std::size_t i = 0; i < N; ++i) {
                std::uint64_t bits = AreFirst ? first : bits_of(y[i]);
                bits ^= IsBefore::test(u[i], start_0) ? 0 : change_0;
                bits ^= IsBefore::test(u[i], start_1) ? 0 : change_1;
                if constexpr (Steps == 3) bits ^= IsBefore::test(u[i], start_2) ? 0 : change_2;
                y[i] = from_bits(bits);
            }
        }
    }

    std::uint64_t first_ = 0;
    std::size_t count_ = 0;
    double start_[component_list::capacity_in_place + at_once] = {};
    std::uint64_t change_[component_list::capacity_in_place + at_once] = {};
};

/// Lanes of up to `most` draws by the component that each waits for.
class lanes_by_component {
  public:
    static constexpr std::size_t most = 1024;

    HEADWAY_INLINE constexpr void put(std::size_t component, std::size_t lane) noexcept {
        lane_[component][count_[component]++] = static_cast<std::uint16_t>(lane);
    }
    [[nodiscard]] HEADWAY_INLINE constexpr std::size_t count(std::size_t component) const noexcept { return count_[component]; }
    [[nodiscard]] HEADWAY_INLINE constexpr const std::uint16_t* of(std::size_t component) const noexcept {
        return lane_[component];
    }

  private:
    std::size_t count_[component_list::capacity_in_place] = {};
    std::uint16_t lane_[component_list::capacity_in_place][most];
};

/// The draws of all components that are normals or lognormals. Each component's lanes are side by side, so that its formula
/// has its own numbers only; the normal quantiles of all are made together.
class normals_of_mixture {
  public:
    HEADWAY_INLINE constexpr normals_of_mixture(const component_list& parts, const lanes_by_component& lanes) noexcept
        : parts_(parts), lanes_(lanes) {}

    HEADWAY_INLINE static constexpr bool takes_part(const weighted_component& c) noexcept {
        return is_normal_based(c.part.shape) && !c.part.is_truncated;
    }
    /// Writes the draws from the uniform numbers `u` to their lanes.
    HEADWAY_INLINE constexpr void draw(const double* u, double* drawn) noexcept {
        std::size_t end = 0;
        for (std::size_t k = 0; k < parts_.size(); ++k) {
            if (is_here(k)) end += go_inside(k, u, z_ + end);
        }
        normal_quantile_loop<chunk>{z_, z_, end}();
        std::size_t begin = 0;
        for (std::size_t k = 0; k < parts_.size(); ++k) {
            if (is_here(k)) begin += go_outside(k, z_ + begin, drawn);
        }
    }

  private:
    static constexpr std::size_t chunk = 8;
    /// No standard normal number of a double in (0, 1) is larger.
    static constexpr double most_normal = 39.0;

    [[nodiscard]] HEADWAY_INLINE constexpr bool is_here(std::size_t k) const noexcept {
        return lanes_.count(k) > 0 && takes_part(parts_[k]);
    }
    /// From the uniform numbers to those inside the component; how many there are, whole chunks.
    HEADWAY_INLINE constexpr std::size_t go_inside(std::size_t k, const double* u, double* p) const noexcept {
        const std::size_t count = lanes_.count(k);
        const std::uint16_t* const lane = lanes_.of(k);
        const std::size_t padded = (count + chunk - 1) / chunk * chunk;
        for (std::size_t i = 0; i < count; ++i) p[i] = u[lane[i]];
        for (std::size_t i = count; i < padded; ++i) p[i] = p[0];
        const double start = parts_[k].start;
        const double one_over_share = parts_[k].one_over_share;
        for (std::size_t first = 0; first < padded; first += chunk) {
            double* const x = p + first;
            HEADWAY_INDEPENDENT
            for (std::size_t i = 0; i < chunk; ++i) x[i] = stretched(x[i], start, one_over_share);
        }
        return padded;
    }
    /// From the standard normal numbers to those of the component.
    HEADWAY_INLINE constexpr std::size_t go_outside(std::size_t k, double* z, double* drawn) const noexcept {
        const std::size_t count = lanes_.count(k);
        const std::uint16_t* const lane = lanes_.of(k);
        const std::size_t padded = (count + chunk - 1) / chunk * chunk;
        const component& part = parts_[k].part;
        const double centre = part.parameter[0];
        const double spread = part.parameter[1];
        if (part.shape == belief_shape::normal) {
            for (std::size_t first = 0; first < padded; first += chunk) {
                double* const x = z + first;
                HEADWAY_INDEPENDENT
                for (std::size_t i = 0; i < chunk; ++i) x[i] = centre + spread * x[i];
            }
        } else if (spread * most_normal <= most_of_moderate) {
            for (std::size_t first = 0; first < padded; first += chunk) {
                double* const x = z + first;
                HEADWAY_INDEPENDENT
                for (std::size_t i = 0; i < chunk; ++i) x[i] = centre * exp_of_moderate(spread * x[i]);
            }
        } else {
            widest_lognormal(centre, spread, z, count);
        }
        for (std::size_t i = 0; i < count; ++i) drawn[lane[i]] = z[i];
        return padded;
    }
    [[gnu::cold, gnu::noinline]] static constexpr void widest_lognormal(double centre, double spread, double* z,
                                                                        std::size_t count) noexcept {
        for (std::size_t i = 0; i < count; ++i) z[i] = centre * exp(spread * z[i]);
    }

    const component_list& parts_;
    const lanes_by_component& lanes_;
    double z_[lanes_by_component::most + chunk * component_list::capacity_in_place];
};

/// Stands for a value that is still to be drawn, the number of its component added: a NaN, which no value is.
inline constexpr std::uint64_t to_be_drawn = 0x7ff8'4865'6164'7700;

/// The lanes whose component has a formula that is not drawn in blocks.
struct lanes_left {
    std::size_t count = 0;
    std::uint16_t lane[lanes_by_component::most];
};

/// The first `blocks` times block_size draws of a mixture with few components, from as many uniform numbers; the more at
/// once, the less is wasted. In the lanes that are left stands to_be_drawn. `drawn` is not `u`. `Width` is 2 for vectors of two
/// numbers, else 1.
template <int Width>
struct mixture_loop {
    static constexpr std::size_t block_size = 64;
    static constexpr std::size_t most_blocks = lanes_by_component::most / block_size;
    const component_list& parts;
    const double* u;
    double* drawn;
    std::size_t blocks;
    lanes_left* left;

    HEADWAY_INLINE constexpr void operator()() const noexcept {
        const weighted_component* const first_part = parts.begin();
        const component_steps sure_values(parts, [first_part](const weighted_component& c) {
            if (c.part.shape == belief_shape::exactly) return c.part.parameter[0];
            return from_bits(to_be_drawn + static_cast<std::uint64_t>(&c - first_part));
        });
        // All steps before the lanes are sorted out: how many wait in a block cannot be foreseen, and whoever finds out late
        // has begun with the wrong lanes.
        std::uint64_t waiting[most_blocks] = {};
        for (std::size_t b = 0; b < blocks; ++b) {
            double* const y = drawn + b * block_size;
            sure_values.template at<block_size, strictly_before, Width>(u + b * block_size, y);
            waiting[b] = lanes_waiting(y);
        }
        lanes_by_component lanes;
        for (std::size_t b = 0; b < blocks; ++b) {
            for (std::uint64_t rest = waiting[b]; rest != 0; rest &= rest - 1) {
                const std::size_t lane = b * block_size + static_cast<std::size_t>(std::countr_zero(rest));
                lanes.put(static_cast<std::size_t>(bits_of(drawn[lane]) - to_be_drawn), lane);
            }
        }
        for (std::size_t k = 0; k < parts.size(); ++k) {
            if (normals_of_mixture::takes_part(parts[k])) continue;
            for (std::size_t i = 0; i < lanes.count(k); ++i) left->lane[left->count++] = lanes.of(k)[i];
        }
        normals_of_mixture(parts, lanes).draw(u, drawn);
    }

    /// A bit for each lane that still waits for its value: a loop without a branch, since none could be foreseen.
    HEADWAY_INLINE static constexpr std::uint64_t lanes_waiting(const double* y) noexcept {
        std::uint64_t found = 0;
#if defined(__SSE2__) && defined(__GNUC__)
        if constexpr (Width == 2) {
            for (std::size_t i = 0; i < block_size; i += 8) {
                unsigned of_eight = 0;
                HEADWAY_UNROLLED
                for (unsigned j = 0; j < 8; j += 2) {
                    typename vector_of<2>::doubles x;
                    __builtin_memcpy(&x, y + i + j, sizeof x);
                    const auto is_nan = __builtin_bit_cast(typename vector_of<2>::doubles, x != x);
                    of_eight |= static_cast<unsigned>(__builtin_ia32_movmskpd(is_nan)) << j;
                }
                found |= static_cast<std::uint64_t>(of_eight) << i;
            }
            return found;
        }
#endif
        for (std::size_t i = 0; i < block_size; ++i) {
            found |= y[i] != y[i] ? bit_of_lane[i] : 0;
        }
        return found;
    }
};

/// The component in whose part of the unit interval u lies.
constexpr const weighted_component& component_at(const component_list& parts, double u) noexcept {
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

/// The draw of the component that u chose; `quantile(component, p)` is its quantile.
template <class Quantile>
constexpr double draw_of_component(const weighted_component& c, double u, const Quantile& quantile) noexcept {
    return quantile(c, from_lower(stretched(u, c.start, c.one_over_share)));
}

/// One draw of a mixture.
template <class Quantile>
constexpr double draw_of_mixture(const component_list& parts, double u, const Quantile& quantile) noexcept {
    return draw_of_component(component_at(parts, u), u, quantile);
}

/// `count` draws of a mixture with few components. `drawn` is not `u`.
template <class Quantile>
constexpr void draw_of_mixture(const component_list& parts, const double* u, double* drawn, std::size_t count,
                               const Quantile& quantile) noexcept {
    std::size_t done = 0;
    constexpr std::size_t block_size = mixture_loop<1>::block_size;
    constexpr std::size_t most_blocks = mixture_loop<1>::most_blocks;
    while (count - done >= block_size) {
        const std::size_t whole = (count - done) / block_size;
        const std::size_t blocks = whole < most_blocks ? whole : most_blocks;
        lanes_left left;
        const mixture_loop<1> loop{parts, u + done, drawn + done, blocks, &left};
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__AVX__)
        if (std::is_constant_evaluated()) {
            loop();
        } else {
            run_at_width(loop, loop, [&] { run_at_baseline(mixture_loop<2>{parts, loop.u, loop.drawn, blocks, &left}); });
        }
#else
        vector_dispatch(loop);
#endif
        for (std::size_t i = 0; i < left.count; ++i) {
            const std::size_t lane = done + left.lane[i];
            const auto part = static_cast<std::size_t>(bits_of(drawn[lane]) - to_be_drawn);
            drawn[lane] = draw_of_component(parts[part], u[lane], quantile);
        }
        done += blocks * block_size;
    }
    for (; done < count; ++done) drawn[done] = draw_of_mixture(parts, u[done], quantile);
}

/// A block of draws of a discrete belief with few values. `drawn` is not `u`.
template <std::size_t N>
struct values_loop {
    const component_list& parts;
    const double* u;
    double* drawn;
    HEADWAY_INLINE constexpr void operator()() const noexcept {
        component_steps(parts, [](const weighted_component& c) { return c.part.parameter[0]; }).template at<N, up_to>(u, drawn);
    }
};

}  // namespace headway::detail

#include <headway/header_end.hpp>
