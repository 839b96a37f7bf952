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
                     std::span<const std::uint64_t> ranks, std::span<double> found) {
        const std::uint64_t low = key_of(least);
        const std::uint64_t high = key_of(greatest);
        if (low == high) {
            for (double& x : found) x = least;
        } else if (values.size() <= small) {
            find_among_few(values, ranks, found);
        } else {
            const auto range_bits = static_cast<unsigned>(std::bit_width(high - low));
            const scale step_of{low, range_bits > step_bits ? range_bits - step_bits : 0};
            if (values.size() >= sampled_selection<>::least_size && much_is_in_wanted_steps(values, ranks, step_of) &&
                sampled_selection<>(values, ranks).find(found)) {
                return;
            }
            find_by_step(values, ranks, found, step_of);
        }
    }

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
                                        const scale& step_of) {
        std::vector<double> sample = sampled_selection<>::sample_of(values, 2048);
        std::sort(sample.begin(), sample.end());
        const auto share = static_cast<double>(sample.size()) / static_cast<double>(values.size());
        std::size_t inside = 0;
        std::size_t done = 0;
        for (const std::uint64_t rank : ranks) {
            const auto place = std::min(static_cast<std::size_t>(share * static_cast<double>(rank)), sample.size() - 1);
            if (place < done) continue;
            const std::size_t step = step_of(sample[place]);
            std::size_t first = place;
            while (first > done && step_of(sample[first - 1]) == step) --first;
            for (done = place; done < sample.size() && step_of(sample[done]) == step;) ++done;
            inside += done - first;
        }
        return inside > sample.size() / 16;
    }

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
                             std::span<double> found, const scale& step_of) {
        // Four counts side by side: equal neighbours would otherwise wait for each other's increment.
        std::vector<std::uint32_t> counts(4 * steps, 0);
        std::uint32_t* const count = counts.data();
        each_step(values, step_of,
                  [count](double, std::size_t step, std::size_t i) { ++count[i % 4 * steps + step]; });

        std::vector<std::uint8_t> bucket_of_step(steps, 0);  // counted from 1; 0: not wanted
        bucket buckets[most_buckets];
        std::size_t wanted = 0;
        tie tied;
        std::uint64_t below = 0;
        std::size_t step = 0;
        const auto size_of_step = [&] {
            return std::uint64_t{counts[step]} + counts[steps + step] + counts[2 * steps + step] + counts[3 * steps + step];
        };
        for (std::size_t r = 0; r < ranks.size();) {
            while (below + size_of_step() <= ranks[r]) {
                below += size_of_step();
                ++step;
            }
            bucket& b = buckets[wanted];
            b.first_rank = r;
            b.size = size_of_step();
            b.ranks.clear();
            b.values.clear();
            while (r < ranks.size() && ranks[r] < below + b.size) b.ranks.push_back(ranks[r++] - below);
            if (tied.bucket == most_buckets && b.size > values.size() / 8) {
                tied = {first_in_step(values, step, step_of), wanted};
            } else {
                b.values.reserve(static_cast<std::size_t>(b.size));
            }
            bucket_of_step[step] = static_cast<std::uint8_t>(++wanted);
            if (wanted == most_buckets || r == ranks.size()) {
                collect(values, step_of, bucket_of_step.data(), tied.value, buckets);
                for (std::size_t k = 0; k < wanted; ++k) {
                    find_in_bucket(buckets[k], k == tied.bucket ? tied.value : buckets[k].values.front(), found);
                }
                std::fill(bucket_of_step.begin(), bucket_of_step.end(), std::uint8_t{0});
                wanted = 0;
                tied = {};
            }
        }
    }

    static double first_in_step(std::span<const double> values, std::size_t step, const scale& step_of) {
        std::size_t i = 0;
        while (step_of(values[i]) != step) ++i;
        return values[i];
    }

    /// Every value of a wanted step goes into its bucket, but for those that equal `tied`. A function of its own, so that
    /// its loop has the registers to itself.
    [[gnu::noinline]] static void collect(std::span<const double> values, const scale step_of,
                                          const std::uint8_t* bucket_of_step, double tied,
                                          bucket* buckets) {
        each_step(values, step_of, [&](double x, std::size_t step, std::size_t) {
            const std::size_t b = bucket_of_step[step];
            // Both asked at once: either alone may be as good as random, and a wrong guess costs more than asking.
            if (static_cast<int>(b != 0) & static_cast<int>(x != tied)) [[unlikely]] {
                buckets[b - 1].values.push_back(x);
            }
        });
    }

    /// The ranks of a bucket, which holds its collected values and, for the rest of its size, `tied`.
    static void find_in_bucket(bucket& b, double tied, std::span<double> found) {
        const std::uint64_t ties = b.size - b.values.size();
        const auto end_of_less =
            ties == 0 ? b.values.end()
                      : std::partition(b.values.begin(), b.values.end(), [tied](double x) { return x < tied; });
        const auto less = static_cast<std::uint64_t>(end_of_less - b.values.begin());
        // The ranks ascend, so those below, at and above the tied value follow one another.
        std::size_t k = 0;
        std::vector<std::uint64_t> ranks;
        const auto find_among = [&](std::span<const double> part, std::uint64_t from, std::uint64_t to) {
            const std::size_t first = k;
            ranks.clear();
            for (; k < b.ranks.size() && b.ranks[k] < to; ++k) ranks.push_back(b.ranks[k] - from);
            if (ranks.empty()) return;
            const auto [least, greatest] = std::minmax_element(part.begin(), part.end());
            find(part, *least, *greatest, ranks, found.subspan(b.first_rank + first, ranks.size()));
        };
        const std::span<const double> collected(b.values);
        find_among(collected.first(static_cast<std::size_t>(less)), 0, less);
        for (; k < b.ranks.size() && b.ranks[k] < less + ties; ++k) found[b.first_rank + k] = tied;
        find_among(collected.subspan(static_cast<std::size_t>(less)), less + ties, b.size);
    }

    static void find_among_few(std::span<const double> values, std::span<const std::uint64_t> ranks,
                               std::span<double> found) {
        std::vector<double> copy(values.begin(), values.end());
        auto from = copy.begin();
        for (std::size_t r = 0; r < ranks.size(); ++r) {
            const auto place = copy.begin() + static_cast<std::ptrdiff_t>(ranks[r]);
            std::nth_element(from, place, copy.end());
            found[r] = *place;
            from = place;
        }
    }
};
HEADWAY_INSTANTIATE(class order_statistics<>);

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
    function_ref<void(std::span<const std::uint64_t> ranks, std::span<double> found)> find) {
    std::vector<std::uint64_t> ranks;
    const auto place = [&](double p) { return p * static_cast<double>(size - 1); };
    for (const double p : probabilities) {
        const auto lower = static_cast<std::uint64_t>(place(p));
        ranks.push_back(lower);
        ranks.push_back(lower + 1 < size ? lower + 1 : lower);
    }
    std::sort(ranks.begin(), ranks.end());
    ranks.erase(std::unique(ranks.begin(), ranks.end()), ranks.end());
    std::vector<double> found(ranks.size());
    find(ranks, found);
    const auto value_of = [&](std::uint64_t rank) {
        return found[static_cast<std::size_t>(std::lower_bound(ranks.begin(), ranks.end(), rank) - ranks.begin())];
    };
    std::vector<double> result;
    for (const double p : probabilities) {
        const auto lower_rank = static_cast<std::uint64_t>(place(p));
        const double weight = place(p) - static_cast<double>(lower_rank);
        const double lower = value_of(lower_rank);
        result.push_back(interpolated(lower, weight > 0.0 ? value_of(lower_rank + 1) : lower, weight));
    }
    return result;
}
HEADWAY_INSTANTIATE(std::vector<double> interpolated_quantiles<>(std::uint64_t, std::span<const double>,
                    function_ref<void(std::span<const std::uint64_t>, std::span<double>)>));

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
