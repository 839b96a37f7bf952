// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/outcome/draw_column.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
void moments::add(const moments& other) noexcept {
    sum.add(other.sum);
    sum_of_squares.add(other.sum_of_squares);
    count += other.count;
    never += other.never;
    least = other.least < least ? other.least : least;
    greatest = other.greatest > greatest ? other.greatest : greatest;
}
HEADWAY_INSTANTIATE(void moments::add<>(const moments& other));

template <class>
double moments::variance() const noexcept {
    const double n = static_cast<double>(count);
    const double s = sum.value();
    const double v = (sum_of_squares.value() - s * s / n) / (n - 1.0);
    return v > 0.0 ? v : 0.0;
}
HEADWAY_INSTANTIATE(double moments::variance<>() const);

template <class>
block_sums sums_of_some(const double* x, int size, double pivot) noexcept {
    block_sums s;
    double sums[sum_lanes] = {};
    double squares[sum_lanes] = {};
    for (int i = 0; i < size; ++i) {
        const bool finite = x[i] < never_value;
        const double offset = finite ? x[i] - pivot : 0.0;
        sums[i % sum_lanes] += offset;
        squares[i % sum_lanes] += offset * offset;
        s.happened += finite ? 1 : 0;
        s.least = x[i] < s.least ? x[i] : s.least;
        s.greatest = x[i] > s.greatest ? x[i] : s.greatest;
    }
    s.sum = together(sums);
    s.sum_of_squares = together(squares);
    return s;
}
HEADWAY_INSTANTIATE(block_sums sums_of_some<>(const double* x, int size, double pivot));

template <class V>
bool draw_accumulator<V>::add_block(const double* x, int valid, std::size_t replicate, double* copy) {
    value_bins::range ends{};
    const bool all_are_finite = add_moments(x, valid, replicate, copy, &ends);
    if (!keep_) sketch_.add_block(x, valid, all_are_finite ? &ends : nullptr);
    return all_are_finite;
}

template <class V>
bool draw_accumulator<V>::add_moments(const double* x, int valid, std::size_t replicate, double* copy,
                                      value_bins::range* ends) {
    block_sums s;
    bool all_are_finite = false;
    if (valid == batch::size) {
        double unused[batch::size];
        sums_of_full_block(x, pivot_, copy != nullptr ? copy : unused, s);
        all_are_finite = s.sum - s.sum == 0.0;
    } else if (copy != nullptr) {
        std::copy(x, x + valid, copy);
    }
    if (!all_are_finite) s = sums_of_some(x, valid, pivot_);
    moments& m = replicates_[replicate];
    m.sum.add(s.sum);
    m.sum_of_squares.add(s.sum_of_squares);
    m.count += static_cast<std::uint64_t>(s.happened);
    m.never += static_cast<std::uint64_t>(valid - s.happened);
    m.least = s.least < m.least ? s.least : m.least;
    m.greatest = s.greatest > m.greatest ? s.greatest : m.greatest;
    if (ends != nullptr) *ends = {s.least, s.greatest};
    return all_are_finite;
}

template <class V>
double* draw_accumulator<V>::keep_range(std::uint64_t first, std::size_t size, std::shared_ptr<double[]> room) {
    const kept_range range(first, size, std::move(room));
    kept_.push_back(range);
    return kept_.back().values.get();
}

template <class V>
void draw_accumulator<V>::continue_from(draw_accumulator& shorter, std::uint64_t shorter_by, std::uint64_t by,
                                        double* to) {
    replicates_ = std::move(shorter.replicates_);
    const double* const from = shorter.kept_[0].values.get();
    for (std::size_t r = 0; r < replicates_.size(); ++r) {
        std::copy(from + r * shorter_by, from + (r + 1) * shorter_by, to + r * by);
    }
}

template <class V>
moments draw_accumulator<V>::total() const noexcept {
    moments all;
    for (const auto& m : replicates_) all.add(m);
    return all;
}

template <class V>
void draw_accumulator<V>::find_streamed(std::span<const std::uint64_t> ranks, std::span<double> found) const {
    sketch_.with_pages([&](const sketch_contents& contents, const bin_pages* pages) {
        sketch_statistics(contents, sketch_.bins(), pages).find(ranks, found);
    });
}

template <class V>
std::vector<std::uint64_t> draw_accumulator<V>::streamed_below(const std::vector<double>& limits) const {
    std::vector<std::uint64_t> below(limits.size(), 0);
    const auto first = std::upper_bound(limits.begin(), limits.end(), -never_value) - limits.begin();
    const auto last = std::lower_bound(limits.begin(), limits.end(), never_value) - limits.begin();
    std::fill(below.begin() + last, below.end(), total().count);
    const auto from = static_cast<std::size_t>(first);
    const auto size = static_cast<std::size_t>(last - first);
    sketch_.with_pages([&](const sketch_contents& contents, const bin_pages* pages) {
        sketch_statistics(contents, sketch_.bins(), pages)
            .count_below(std::span(limits).subspan(from, size), std::span(below).subspan(from, size));
    });
    return below;
}

template <class V>
void draw_accumulator<V>::join_ranges() {
    std::vector<kept_range> joined;
    for (std::size_t i = 0; i < kept_.size();) {
        std::size_t end = i + 1;
        while (end < kept_.size() && kept_[end].first == kept_[end - 1].last()) ++end;
        if (end == i + 1) {
            joined.push_back(kept_[i]);
        } else {
            const kept_range whole(kept_[i].first, static_cast<std::size_t>(kept_[end - 1].last() - kept_[i].first));
            joined.push_back(whole);
            double* to = joined.back().values.get();
            for (; i < end; ++i) to = std::copy(kept_[i].draws().begin(), kept_[i].draws().end(), to);
        }
        i = end;
    }
    kept_ = std::move(joined);
}

HEADWAY_INSTANTIATE(class draw_accumulator<>);

}  // namespace headway::detail

#include <headway/header_end.hpp>
