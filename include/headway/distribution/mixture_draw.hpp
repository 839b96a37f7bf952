// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>

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
};
/// A quantile belongs to the lower value up to and including the step.
struct up_to {
    HEADWAY_INLINE static constexpr bool test(double u, double start) noexcept { return u <= start; }
};

/// A number for each component, as a step function of the uniform number that chooses the component. Kept as bits: a step
/// is a comparison that lets pass the change of the bits.
class component_steps {
  public:
    /// `value(component)`; components for which `takes_part(component)` does not hold have the value of those before them.
    template <class TakesPart, class Value>
    HEADWAY_INLINE constexpr component_steps(const component_list& parts, TakesPart takes_part, Value value) noexcept {
        bool is_first = true;
        std::uint64_t last = 0;
        for (const weighted_component& c : parts) {
            if (!takes_part(c)) continue;
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
    template <class Value>
    HEADWAY_INLINE constexpr component_steps(const component_list& parts, Value value) noexcept
        : component_steps(
              parts, [](const weighted_component&) { return true; }, value) {}

    /// y[i] for u[i], i < N. Of the steps those count for which `IsBefore` does not hold for u[i] and their start.
    template <std::size_t N, class IsBefore>
    HEADWAY_INLINE constexpr void at(const double* u, double* y) const noexcept {
        const std::uint64_t first = first_;
        some_steps<N, IsBefore>(0, u, y, [first](std::size_t) { return first; });
        for (std::size_t k = at_once; k < count_; k += at_once) {
            some_steps<N, IsBefore>(k, u, y, [y](std::size_t i) { return bits_of(y[i]); });
        }
    }

  private:
    static constexpr std::size_t at_once = 2;

    template <std::size_t N, class IsBefore, class Before>
    HEADWAY_INLINE constexpr void some_steps(std::size_t k, const double* u, double* y, Before before) const noexcept {
        const double start_0 = start_[k], start_1 = start_[k + 1];
        const std::uint64_t change_0 = change_[k], change_1 = change_[k + 1];
        HEADWAY_INDEPENDENT
        for (std::size_t i = 0; i < N; ++i) {
            std::uint64_t bits = before(i);
            bits ^= IsBefore::test(u[i], start_0) ? 0 : change_0;
            bits ^= IsBefore::test(u[i], start_1) ? 0 : change_1;
            y[i] = from_bits(bits);
        }
    }

    std::uint64_t first_ = 0;
    std::size_t count_ = 0;
    double start_[component_list::capacity_in_place + at_once] = {};
    std::uint64_t change_[component_list::capacity_in_place + at_once] = {};
};

/// Draws of all components that are normals or lognormals, made together.
class gathered_normals {
  public:
    static constexpr std::size_t most = 1024;

    HEADWAY_INLINE explicit constexpr gathered_normals(const component_list& parts) noexcept
        : start_(parts, takes_part, [](const weighted_component& c) { return c.start; }),
          one_over_share_(parts, takes_part, [](const weighted_component& c) { return c.one_over_share; }),
          centre_(parts, takes_part, [](const weighted_component& c) { return c.part.parameter[0]; }),
          spread_(parts, takes_part, [](const weighted_component& c) { return c.part.parameter[1]; }),
          is_lognormal_(parts, takes_part, [](const weighted_component& c) { return is_lognormal(c) ? 1.0 : 0.0; }) {
        for (const weighted_component& c : parts) {
            if (takes_part(c)) (is_lognormal(c) ? has_lognormals_ : has_normals_) = true;
        }
    }

    HEADWAY_INLINE static constexpr bool takes_part(const weighted_component& c) noexcept {
        return is_normal_based(c.part.shape) && !c.part.is_truncated;
    }
    /// The i-th one to be drawn, i < most.
    HEADWAY_INLINE constexpr void put(std::size_t i, std::uint16_t lane, double u) noexcept {
        lane_[i] = lane;
        u_[i] = u;
    }
    /// Writes the draws of the first `count` to their lanes.
    HEADWAY_INLINE constexpr void draw(std::size_t count, double* drawn) noexcept {
        const std::size_t padded = (count + chunk - 1) / chunk * chunk;
        for (std::size_t i = count; i < padded; ++i) u_[i] = u_[0];
        for (std::size_t i = 0; i < padded; i += chunk) go_inside(u_ + i, z_ + i);
        normal_quantile_loop<chunk>{z_, z_, padded}();
        for (std::size_t i = 0; i < padded; i += chunk) go_outside(u_ + i, z_ + i);
        for (std::size_t i = 0; i < count; ++i) drawn[lane_[i]] = z_[i];
    }

  private:
    static constexpr std::size_t chunk = 16;
    static_assert(most % chunk == 0);

    HEADWAY_INLINE static constexpr bool is_lognormal(const weighted_component& c) noexcept {
        return c.part.shape == belief_shape::lognormal;
    }
    /// From the uniform number to the one inside its component.
    HEADWAY_INLINE constexpr void go_inside(const double* u, double* p) const noexcept {
        double start[chunk];
        double one_over_share[chunk];
        start_.at<chunk, strictly_before>(u, start);
        one_over_share_.at<chunk, strictly_before>(u, one_over_share);
        HEADWAY_INDEPENDENT
        for (std::size_t i = 0; i < chunk; ++i) p[i] = stretched(u[i], start[i], one_over_share[i]);
    }
    /// From the standard normal number to that of the component.
    HEADWAY_INLINE constexpr void go_outside(const double* u, double* z) const noexcept {
        double centre[chunk];
        double spread[chunk];
        centre_.at<chunk, strictly_before>(u, centre);
        spread_.at<chunk, strictly_before>(u, spread);
        double normal[chunk];
        HEADWAY_INDEPENDENT
        for (std::size_t i = 0; i < chunk; ++i) normal[i] = centre[i] + spread[i] * z[i];
        if (has_lognormals_) {
            HEADWAY_INDEPENDENT
            for (std::size_t i = 0; i < chunk; ++i) z[i] = centre[i] * exp(spread[i] * z[i]);
        }
        if (has_normals_) {
            double lognormal[chunk];
            is_lognormal_.at<chunk, strictly_before>(u, lognormal);
            for (std::size_t i = 0; i < chunk; ++i) z[i] = lognormal[i] != 0.0 ? z[i] : normal[i];
        }
    }

    component_steps start_, one_over_share_, centre_, spread_, is_lognormal_;
    bool has_normals_ = false;
    bool has_lognormals_ = false;
    std::uint16_t lane_[most];
    double u_[most];
    double z_[most];
};

/// Stand for values that are still to be drawn, the first for a gathered one, else with the number of the component added:
/// NaNs, which no value is.
inline constexpr std::uint64_t to_be_gathered = 0x7ff8'4865'6164'7700;
inline constexpr std::uint64_t to_be_drawn = to_be_gathered + 1;

/// The lanes whose component has a formula that is not drawn in blocks.
struct lanes_left {
    std::size_t count = 0;
    std::uint16_t lane[gathered_normals::most];
};

/// The first `blocks` times block_size draws of a mixture with few components, from as many uniform numbers; the more at
/// once, the less is wasted. In the lanes that are left stands to_be_drawn. `drawn` is not `u`.
struct mixture_loop {
    static constexpr std::size_t block_size = 64;
    static constexpr std::size_t most_blocks = gathered_normals::most / block_size;
    const component_list& parts;
    const double* u;
    double* drawn;
    std::size_t blocks;
    lanes_left* left;

    HEADWAY_INLINE constexpr void operator()() const noexcept {
        const weighted_component* const first_part = parts.begin();
        const component_steps sure_values(parts, [first_part](const weighted_component& c) {
            if (c.part.shape == belief_shape::exactly) return c.part.parameter[0];
            if (gathered_normals::takes_part(c)) return from_bits(to_be_gathered);
            return from_bits(to_be_drawn + static_cast<std::uint64_t>(&c - first_part));
        });
        gathered_normals normals(parts);
        // All steps before the lanes are sorted out: how many wait in a block cannot be foreseen, and whoever finds out late
        // has begun with the wrong lanes.
        std::uint64_t waiting[most_blocks] = {};
        for (std::size_t b = 0; b < blocks; ++b) {
            double* const y = drawn + b * block_size;
            sure_values.at<block_size, strictly_before>(u + b * block_size, y);
            waiting[b] = lanes_waiting(y);
        }
        std::size_t gathered = 0;
        for (std::size_t b = 0; b < blocks; ++b) {
            for (std::uint64_t rest = waiting[b]; rest != 0; rest &= rest - 1) {
                const std::size_t lane = b * block_size + static_cast<std::size_t>(std::countr_zero(rest));
                if (bits_of(drawn[lane]) == to_be_gathered) {
                    normals.put(gathered++, static_cast<std::uint16_t>(lane), u[lane]);
                } else {
                    left->lane[left->count++] = static_cast<std::uint16_t>(lane);
                }
            }
        }
        normals.draw(gathered, drawn);
    }

    /// A bit for each lane that still waits for its value: a loop without a branch, since none could be foreseen.
    HEADWAY_INLINE static constexpr std::uint64_t lanes_waiting(const double* y) noexcept {
        std::uint64_t found = 0;
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
    while (count - done >= mixture_loop::block_size) {
        const std::size_t whole = (count - done) / mixture_loop::block_size;
        const std::size_t blocks = whole < mixture_loop::most_blocks ? whole : mixture_loop::most_blocks;
        lanes_left left;
        vector_dispatch(mixture_loop{parts, u + done, drawn + done, blocks, &left});
        for (std::size_t i = 0; i < left.count; ++i) {
            const std::size_t lane = done + left.lane[i];
            const auto part = static_cast<std::size_t>(bits_of(drawn[lane]) - to_be_drawn);
            drawn[lane] = draw_of_component(parts[part], u[lane], quantile);
        }
        done += blocks * mixture_loop::block_size;
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
