// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/outcome/detail/order_statistics.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
std::vector<double>
interpolated_quantiles(std::uint64_t size, std::span<const double> probabilities,
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

template <class V>
void order_statistics<V>::find(std::span<const double> values, double least, double greatest,
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

template <class V>
bool order_statistics<V>::much_is_in_wanted_steps(std::span<const double> values, std::span<const std::uint64_t> ranks,
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

template <class V>
void order_statistics<V>::find_by_step(std::span<const double> values, std::span<const std::uint64_t> ranks,
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

template <class V>
double order_statistics<V>::first_in_step(std::span<const double> values, std::size_t step, const scale& step_of) {
    std::size_t i = 0;
    while (step_of(values[i]) != step) ++i;
    return values[i];
}

template <class V>
void order_statistics<V>::collect(std::span<const double> values, const scale step_of,
                                  const std::uint8_t* bucket_of_step, double tied, bucket* buckets) {
    each_step(values, step_of, [&](double x, std::size_t step, std::size_t) {
        const std::size_t b = bucket_of_step[step];
        // Both asked at once: either alone may be as good as random, and a wrong guess costs more than asking.
        if (static_cast<int>(b != 0) & static_cast<int>(x != tied)) [[unlikely]] {
            buckets[b - 1].values.push_back(x);
        }
    });
}

template <class V>
void order_statistics<V>::find_in_bucket(bucket& b, double tied, std::span<double> found) {
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

template <class V>
void order_statistics<V>::find_among_few(std::span<const double> values, std::span<const std::uint64_t> ranks,
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

HEADWAY_INSTANTIATE(class order_statistics<>);

}  // namespace headway::detail

#include <headway/header_end.hpp>
