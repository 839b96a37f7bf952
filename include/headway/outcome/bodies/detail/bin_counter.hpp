// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/outcome/detail/bin_counter.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
void bin_dividers::add(double x, std::uint64_t key, std::uint64_t count) noexcept {
    const auto [first, last] = std::equal_range(keys_.begin(), keys_.end(), key);
    for (auto i = first - keys_.begin(); i < last - keys_.begin(); ++i) {
        if (x < values_[static_cast<std::size_t>(i)]) below_[static_cast<std::size_t>(i)] += count;
    }
}
HEADWAY_INSTANTIATE(void bin_dividers::add<>(double x, std::uint64_t key, std::uint64_t count));

HEADWAY_OUT_OF_LINE bin_dividers::bin_dividers(const value_bins& bins, std::vector<double> ascending)
    : values_(std::move(ascending)), below_(values_.size(), 0) {
    for (const double x : values_) {
        keys_.push_back(bins.key_of(x));
        filter_[place(keys_.back())] = true;
    }
}

template <class V>
void basic_bin_counter<V>::add_block(const double* x, int size) {
    // All counters are asked for before the first is counted in. What has no counter, and what has no key yet, has one
    // that is full, so that only where a counter overflows there is something to decide.
    std::uint64_t keys[batch::size];
    std::uint16_t* counters[batch::size];
    vector_dispatch(value_bins::keys_loop{&bins_, x, keys});
    for (int i = 0; i < size; ++i) {
        counters[i] = counters_[pages_.place_of(keys[i])] + bin_pages::bin_in_page(keys[i]);
        __builtin_prefetch(counters[i], 1);
    }
    if (dividers_) divide_block(x, size, keys);
    for (int i = 0; i < size; ++i) {
        if (++*counters[i] == 0) overflow(x[i], keys[i], counters[i]);
    }
}

template <class V>
void basic_bin_counter<V>::add(double x, std::uint64_t count) {
    const std::uint32_t key = bins_.key_of(x);
    if (dividers_) dividers_->add(x, key, count);
    pages_.add(key, count);
    note_page(key);
}

template <class V>
void basic_bin_counter<V>::divide_block(const double* x, int size, const std::uint64_t* keys) {
    for (int i = 0; i < size; ++i) {
        const std::uint64_t key = keys[i] != 0 ? keys[i] : bins_.key_of(x[i]);
        if (dividers_->may_divide(key)) dividers_->add(x[i], key, 1);
    }
}

template <class V>
void basic_bin_counter<V>::overflow(double x, std::uint64_t found, std::uint16_t* counter) {
    if (counter == full_.get() + bin_pages::bin_in_page(found)) {
        *counter = 0xFFFF;
        const std::uint32_t key = found != 0 ? static_cast<std::uint32_t>(found) : bins_.key_of(x);
        if (pages_.add_one(key)) note_page(key);
    } else {
        pages_.carry(static_cast<std::uint32_t>(found), 1);
    }
}

template <class V>
void basic_bin_counter<V>::note_page(std::uint32_t key) {
    counters_.resize(pages_.places(), full_.get());
    const std::size_t place = pages_.place_of(key);
    if (pages_.counters(place) != nullptr) counters_[place] = pages_.counters(place);
}

HEADWAY_INSTANTIATE(class basic_bin_counter<>);

}  // namespace headway::detail

#include <headway/header_end.hpp>
