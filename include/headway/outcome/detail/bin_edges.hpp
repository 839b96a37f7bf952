// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>

#include <headway/math/batch.hpp>
#include <headway/math/elementary_kernel.hpp>
#include <headway/math/vector_dispatch.hpp>
#include <headway/outcome/detail/value_bins.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// The draws among those counted by bin that are known to the last bit: the least and the greatest, how often they occur,
/// and those next to zero and next to the pivot on either side. A quantile between neighbours on two sides of zero has no
/// relative error if they are known, and may have any if they are not.
struct bin_edges {
    double least = no_limit;
    std::uint64_t least_count = 0;
    double greatest = -no_limit;
    std::uint64_t greatest_count = 0;
    double below_zero = -no_limit;
    double above_zero = no_limit;
    double below_pivot = -no_limit;
    double above_pivot = no_limit;

    constexpr void add(double x, std::uint64_t count, double pivot) noexcept {
        bin_edges one;
        one.least = one.greatest = x;
        one.least_count = one.greatest_count = count;
        if (x < 0.0) one.below_zero = x;
        if (x > 0.0) one.above_zero = x;
        if (x < pivot) one.below_pivot = x;
        if (x > pivot) one.above_pivot = x;
        add(one);
    }
    constexpr void add(const bin_edges& other) noexcept {
        if (other.least < least) least_count = 0;
        least = other.least < least ? other.least : least;
        least_count += other.least == least ? other.least_count : 0;
        if (other.greatest > greatest) greatest_count = 0;
        greatest = other.greatest > greatest ? other.greatest : greatest;
        greatest_count += other.greatest == greatest ? other.greatest_count : 0;
        below_zero = other.below_zero > below_zero ? other.below_zero : below_zero;
        above_zero = other.above_zero < above_zero ? other.above_zero : above_zero;
        below_pivot = other.below_pivot > below_pivot ? other.below_pivot : below_pivot;
        above_pivot = other.above_pivot < above_pivot ? other.above_pivot : above_pivot;
    }

    /// A block of values between these may change an end.
    [[nodiscard]] constexpr bool may_change_ends(double from, double to) const noexcept {
        return !(from > least) || !(to < greatest);
    }
    /// A block of values between these may change an edge beside zero.
    [[nodiscard]] constexpr bool may_change_beside_zero(double from, double to) const noexcept {
        return from < above_zero && to > below_zero;
    }
    /// The least and greatest value of a block of finite ones.
    struct range_loop {
        const double* x;
        value_bins::range* range;
        HEADWAY_INLINE constexpr void operator()() const noexcept {
            double lo[8];
            double hi[8];
            for (int j = 0; j < 8; ++j) lo[j] = hi[j] = x[j];
            for (int i = 8; i < batch::size; i += 8) {
                for (int j = 0; j < 8; ++j) lo[j] = x[i + j] < lo[j] ? x[i + j] : lo[j];
                for (int j = 0; j < 8; ++j) hi[j] = x[i + j] > hi[j] ? x[i + j] : hi[j];
            }
            *range = {lo[0], hi[0]};
            for (int j = 1; j < 8; ++j) {
                range->least = lo[j] < range->least ? lo[j] : range->least;
                range->greatest = hi[j] > range->greatest ? hi[j] : range->greatest;
            }
        }
    };
    /// Sets `hits` to whether some value of a block lies between these.
    struct between_loop {
        double below;
        double above;
        const double* x;
        std::uint64_t* hits;
        HEADWAY_INLINE constexpr void operator()() const noexcept {
            std::uint64_t any = 0;
            // Signs of differences, which vectorise where a comparison does not.
            for (int i = 0; i < batch::size; ++i) any |= bits_of(below - x[i]) & bits_of(x[i] - above);
            *hits = any >> 63U;
        }
    };
    /// Some value of a block between these may change an edge.
    template <class = void>
    [[nodiscard]] bool may_change(const double* x, double from, double to) const noexcept;
};

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/outcome/bodies/detail/bin_edges.hpp>
#endif
