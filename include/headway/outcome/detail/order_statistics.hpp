// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <span>
#include <vector>

#include <headway/math/function_ref.hpp>
#include <headway/math/vector_dispatch.hpp>
#include <headway/outcome/detail/sampled_selection.hpp>
#include <headway/outcome/detail/value_bins.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// Finds several order statistics of a set of numbers: counts the values in 4096 equal steps of their ordered bits (which
/// is evenly in the logarithm over a wide range, evenly in the value over a narrow one), collects the few values in the
/// steps of the wanted ranks, and goes on inside those. Where a sample says that these are not few, as of values around
/// zero, by sampled_selection; small sets by std::nth_element. Linear in the number of values whatever their distribution,
/// ties included. A template only so that programs that never ask do not compile it.
template <class = void>
class order_statistics {
  public:
    /// `found[i]` becomes the value of rank `ranks[i]`, 0 for the smallest. The ranks must be in ascending order, and all
    /// values between `least` and `greatest`.
    static void find(std::span<const double> values, double least, double greatest,
                     std::span<const std::uint64_t> ranks, std::span<double> found);

  private:
    static constexpr std::size_t small = 1U << 14U;
    static constexpr unsigned step_bits = 12;
    static constexpr std::size_t steps = 1U << step_bits;

    // The sum makes the two zeros one, as they are one to those who found `least`.
    HEADWAY_INLINE static constexpr std::uint64_t key_of(double x) noexcept { return ordered_bits(x + 0.0); }

    struct scale {
        std::uint64_t low;
        unsigned shift;
        [[nodiscard]] HEADWAY_INLINE constexpr std::size_t operator()(double x) const noexcept {
            return static_cast<std::size_t>((key_of(x) - low) >> shift);
        }
    };
    static bool much_is_in_wanted_steps(std::span<const double> values, std::span<const std::uint64_t> ranks,
                                        const scale& step_of);

    /// The steps of so many values at once.
    static constexpr std::size_t chunk = 64;
    struct steps_loop {
        const double* x;
        scale step_of;
        std::size_t* step;
        HEADWAY_INLINE constexpr void operator()() const noexcept {
            HEADWAY_INDEPENDENT
            for (std::size_t i = 0; i < chunk; ++i) step[i] = step_of(x[i]);
        }
    };
    /// `f(value, step, i)` for each value; i counts within the chunk.
    template <class F>
    static void each_step(std::span<const double> values, const scale& step_of, F f) {
        std::size_t step[chunk];
        std::size_t first = 0;
        for (; first + chunk <= values.size(); first += chunk) {
            const double* const x = values.data() + first;
            vector_dispatch(steps_loop{x, step_of, step});
            for (std::size_t i = 0; i < chunk; ++i) f(x[i], step[i], i);
        }
        for (; first < values.size(); ++first) f(values[first], step_of(values[first]), 0);
    }
    /// The wanted ranks that fall into one step, and the values there.
    struct bucket {
        std::size_t first_rank = 0;
        std::vector<std::uint64_t> ranks;
        std::uint64_t size = 0;
        std::vector<double> values;
    };
    static constexpr std::size_t most_buckets = 255;
    /// A value that may be most of its bucket, as where a belief puts weight on a single value: it is not collected. One is
    /// enough to keep the search linear, for what a bucket still repeats is searched again.
    struct tie {
        double value = __builtin_nan("");
        std::size_t bucket = most_buckets;
    };

    static void find_by_step(std::span<const double> values, std::span<const std::uint64_t> ranks,
                             std::span<double> found, const scale& step_of);

    static double first_in_step(std::span<const double> values, std::size_t step, const scale& step_of);

    /// Every value of a wanted step goes into its bucket, but for those that equal `tied`. A function of its own, so that
    /// its loop has the registers to itself.
    [[gnu::noinline]] static void collect(std::span<const double> values, const scale step_of,
                                          const std::uint8_t* bucket_of_step, double tied,
                                          bucket* buckets);

    /// The ranks of a bucket, which holds its collected values and, for the rest of its size, `tied`.
    static void find_in_bucket(bucket& b, double tied, std::span<double> found);

    static void find_among_few(std::span<const double> values, std::span<const std::uint64_t> ranks,
                               std::span<double> found);
};
HEADWAY_ELSEWHERE(class order_statistics<>);

/// Between two neighbouring order statistics, as far from the lower one as the weight says; where the upper one is
/// infinite (never), so is this, unless it falls on the lower one exactly.
[[nodiscard]] constexpr double interpolated(double lower, double upper, double weight) noexcept {
    if (lower == upper || weight == 0.0) return lower;
    const double span = upper - lower;
    // Two numbers of opposite signs may be further apart than a number can say.
    if (span < no_limit || !(upper < no_limit)) return lower + weight * span;
    return (1.0 - weight) * lower + weight * upper;
}

/// Sample quantiles by linear interpolation between order statistics (Hyndman and Fan 1996, type 7) of `size` values.
/// `find(ranks, found)` finds order statistics, as order_statistics::find does.
template <class = void>
[[nodiscard]] std::vector<double> interpolated_quantiles(
    std::uint64_t size, std::span<const double> probabilities,
    function_ref<void(std::span<const std::uint64_t> ranks, std::span<double> found)> find);

/// Those of a set of numbers, which must lie between `least` and `greatest`.
template <class Unused = void>
[[nodiscard]] std::vector<double> sample_quantiles(std::span<const double> values, double least, double greatest,
                                                   std::span<const double> probabilities) {
    const auto find = [&](std::span<const std::uint64_t> ranks, std::span<double> found) {
        order_statistics<Unused>::find(values, least, greatest, ranks, found);
    };
    return interpolated_quantiles(values.size(), probabilities, find);
}
HEADWAY_INSTANTIATE(std::vector<double> sample_quantiles<>(std::span<const double> values, double least, double greatest,
                    std::span<const double> probabilities));

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/outcome/bodies/detail/order_statistics.hpp>
#endif
