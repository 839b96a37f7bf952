// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/outcome/detail/sampled_selection.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class V>
std::vector<double> sampled_selection<V>::sample_of(std::span<const double> values, std::size_t size) {
    const std::size_t runs = size / chunk;
    const std::size_t part = values.size() / runs;
    std::vector<double> sample;
    sample.reserve(runs * chunk);
    std::uint64_t state = 0x9e3779b97f4a7c15U;
    for (std::size_t r = 0; r < runs; ++r) {
        state = state * 6364136223846793005U + 1442695040888963407U;
        const std::size_t off = part > chunk ? static_cast<std::size_t>((state >> 33U) % (part - chunk)) : 0;
        const auto run = values.subspan(r * part + off, std::min(chunk, part));
        sample.insert(sample.end(), run.begin(), run.end());
    }
    return sample;
}

template <class V>
bool sampled_selection<V>::find(std::span<double> found) {
    if (!is_ready_) return false;
    room_.clear();
    count();
    std::vector<std::uint8_t> is_found(ranks_.size(), 0);
    for (std::size_t k = 0; k < tie_count_; ++k) {
        const tie& t = ties_[k];
        for (std::size_t i = 0; i < ranks_.size(); ++i) {
            if (ranks_[i] < t.below || ranks_[i] - t.below >= t.equal) continue;
            found[i] = t.value;
            is_found[i] = 1;
        }
    }
    // The values of a bracket are the least from `from` on.
    auto from = room_.begin();
    std::size_t i = 0;
    for (std::size_t k = 0; k < bracket_count_; ++k) {
        const bracket& b = brackets_[k];
        const auto first = from;
        for (; i < ranks_.size() && (is_found[i] != 0 || ranks_[i] < b.below + b.between); ++i) {
            if (is_found[i] != 0) continue;
            if (ranks_[i] < b.below) return false;
            const auto place = first + static_cast<std::ptrdiff_t>(ranks_[i] - b.below);
            std::nth_element(from, place, room_.end());
            found[i] = *place;
            from = place;
        }
        const auto next = first + static_cast<std::ptrdiff_t>(b.between);
        if (next != room_.end()) std::nth_element(from, next, room_.end());
        from = next;
    }
    while (i < ranks_.size() && is_found[i] != 0) ++i;
    return i == ranks_.size();
}

template <class V>
std::size_t sampled_selection<V>::sample_size(std::size_t size) {
    const auto n = static_cast<double>(size);
    double wanted = 4096.0;
    while (wanted * wanted * wanted < 64.0 * n * n) wanted *= 1.25;
    return std::min(static_cast<std::size_t>(wanted), size / 2);
}

template <class V>
void sampled_selection<V>::make_brackets() {
    const auto n = static_cast<double>(values_.size());
    const auto m = static_cast<double>(room_.size());
    std::size_t first[most_brackets];
    std::size_t last[most_brackets];
    std::size_t count = 0;
    for (const std::uint64_t rank : ranks_) {
        const double p = (static_cast<double>(rank) + 0.5) / n;
        const double margin = 4.0 * sqrt(m * p * (1.0 - p)) + 4.0;
        const double lo = p * m - margin;
        const double hi = p * m + margin;
        const std::size_t from = lo > 0.0 ? static_cast<std::size_t>(lo) : 0;
        const std::size_t to = hi < m - 1.0 ? static_cast<std::size_t>(hi) : room_.size() - 1;
        if (count > 0 && from <= last[count - 1]) {
            last[count - 1] = to;
        } else if (count == most_brackets) {
            return;
        } else {
            first[count] = from;
            last[count++] = to;
        }
    }
    auto from = room_.begin();
    const auto at = [&](std::size_t place) {
        const auto it = room_.begin() + static_cast<std::ptrdiff_t>(place);
        std::nth_element(from, it, room_.end());
        from = it;
        return *it;
    };
    for (std::size_t k = 0; k < count; ++k) {
        const double lo = at(first[k]);
        const double hi = at(last[k]);
        for (const double end : {lo, hi}) {
            const bool is_new = tie_count_ == 0 || ties_[tie_count_ - 1].value < end;
            if (is_new && std::count(room_.begin(), room_.end(), end) > 1) ties_[tie_count_++] = {end};
        }
        // Beyond the sample's ends there may be more.
        if (lo < hi) {
            brackets_[bracket_count_++] = {first[k] == 0 ? -no_limit : lo,
                                           last[k] == room_.size() - 1 ? no_limit : hi};
        }
    }
    is_ready_ = true;
}

template <class V>
void sampled_selection<V>::count() {
    alignas(64) std::int64_t below[most_ties + most_brackets][sums] = {};
    alignas(64) std::int64_t equal[most_ties][sums] = {};
    alignas(64) std::int64_t between[chunk];
    std::size_t first = 0;
    for (; first + chunk <= values_.size(); first += chunk) {
        const double* const x = values_.data() + first;
        vector_dispatch(counting_loop{x, ties_, tie_count_, brackets_, bracket_count_, below, equal, between});
        for (std::size_t i = 0; i < chunk; ++i) {
            if (between[i] != 0) [[unlikely]] room_.push_back(x[i]);
        }
    }
    for (; first < values_.size(); ++first) {
        const double x = values_[first];
        for (std::size_t t = 0; t < tie_count_; ++t) {
            below[t][0] += x < ties_[t].value ? 1 : 0;
            equal[t][0] += x == ties_[t].value ? 1 : 0;
        }
        for (std::size_t b = 0; b < bracket_count_; ++b) {
            below[tie_count_ + b][0] += x <= brackets_[b].lo ? 1 : 0;
            if (x > brackets_[b].lo && x < brackets_[b].hi) room_.push_back(x);
        }
    }
    const auto sum = [](const std::int64_t (&of)[sums]) {
        std::int64_t all = 0;
        for (const std::int64_t part : of) all += part;
        return static_cast<std::uint64_t>(all);
    };
    for (std::size_t t = 0; t < tie_count_; ++t) {
        ties_[t].below = sum(below[t]);
        ties_[t].equal = sum(equal[t]);
    }
    for (std::size_t b = 0; b < bracket_count_; ++b) brackets_[b].below = sum(below[tie_count_ + b]);
    for (const double x : room_) {
        std::size_t b = 0;
        while (x >= brackets_[b].hi) ++b;
        ++brackets_[b].between;
    }
}

HEADWAY_INSTANTIATE(class sampled_selection<>);

}  // namespace headway::detail

#include <headway/header_end.hpp>
