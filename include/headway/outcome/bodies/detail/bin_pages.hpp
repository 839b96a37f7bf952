// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/outcome/detail/bin_pages.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class V>
void basic_bin_pages<V>::carry(std::uint32_t key, std::uint64_t units) {
    page& p = pages_[place_with(key)];
    if (!p.carried) p.carried = std::make_unique<carried_counts>();
    (*p.carried)[bin_in_page(key)] += units;
}

template <class V>
bool basic_bin_pages<V>::add_one(std::uint32_t key) {
    const std::size_t before = pages_.size();
    page& p = pages_[place_with(key)];
    if (p.counters) {
        if (++p.counters[bin_in_page(key)] == 0) carry(key, 1);
        return false;
    }
    p.list.push_back(static_cast<std::uint16_t>(bin_in_page(key)));
    if (p.list.size() >= list_size()) make_counters(p);
    return p.counters || before != pages_.size();
}

template <class V>
void basic_bin_pages<V>::add(std::uint32_t key, std::uint64_t count) {
    if (count < soon) {
        for (std::uint64_t i = 0; i < count; ++i) add_one(key);
        return;
    }
    page& p = pages_[place_with(key)];
    make_counters(p);
    const std::uint64_t sum = p.counters[bin_in_page(key)] + count;
    p.counters[bin_in_page(key)] = static_cast<std::uint16_t>(sum);
    if (sum >> 16U != 0) carry(key, sum >> 16U);
}

template <class V>
packed_bins basic_bin_pages<V>::packed() const {
    packed_bins all;
    std::size_t used = 0;
    for (const page& p : pages_) used += p.counters ? page_size : p.list.size();
    all.reserve(2 * used);
    each_page([&](std::uint32_t first, const page& p) {
        if (p.counters) {
            append(all, first, p.counters.get(), p.carried.get());
        } else if (p.list.size() > page_size / 16) {
            append(all, first, p.counted().data(), nullptr);
        } else {
            std::vector<std::uint16_t> list = p.list;
            std::sort(list.begin(), list.end());
            for (std::size_t j = 0; j < list.size();) {
                std::size_t end = j + 1;
                while (end < list.size() && list[end] == list[j]) ++end;
                all.append(first + list[j], end - j);
                j = end;
            }
        }
    });
    return all;
}

template <class V>
bool basic_bin_pages<V>::four_are_zero(const std::uint16_t* numbers) noexcept {
    std::uint64_t four = 0;
    std::memcpy(&four, numbers, sizeof four);
    return four == 0;
}

template <class V>
basic_bin_pages<V>::page::page(const page& other) : list(other.list) {
    if (other.counters) {
        counters = counting_memory::take<std::uint16_t>();
        std::copy(other.counters.get(), other.counters.get() + page_size, counters.get());
    }
    if (other.carried) carried = std::make_unique<carried_counts>(*other.carried);
}

template <class V>
std::vector<std::uint16_t> basic_bin_pages<V>::page::counted() const {
    std::vector<std::uint16_t> all(page_size, 0);
    for (const std::uint16_t bin : list) ++all[bin];
    return all;
}

template <class V>
std::uint64_t basic_bin_pages<V>::page::count() const noexcept {
    if (!counters) return list.size();
    std::uint32_t recent = 0;
    vector_dispatch(total_loop{counters.get(), &recent});
    std::uint64_t all = recent;
    if (carried) {
        for (const std::uint64_t units : *carried) all += units << 16U;
    }
    return all;
}

template <class V>
void basic_bin_pages<V>::make_counters(page& p) {
    if (p.counters) return;
    p.counters = counting_memory::take_zeros<std::uint16_t>();
    for (const std::uint16_t bin : p.list) ++p.counters[bin];
    p.list = {};
    ++counted_;
}

template <class V>
bool basic_bin_pages<V>::reader::next() noexcept {
    for (++at_; at_ < page_size; ++at_) {
        if (carried_ == nullptr && at_ % 4 == 0) {
            while (at_ < page_size && four_are_zero(counters_ + at_)) at_ += 4;
            if (at_ == page_size) break;
        }
        if (count() != 0) return true;
    }
    return false;
}

template <class V>
void basic_bin_pages<V>::append(packed_bins& all, std::uint32_t first, const std::uint16_t* counters,
                                const carried_counts* carried) {
    packed_bins::writer to(all);
    for (std::uint32_t j = 0; j < page_size; j += 4) {
        if (carried == nullptr && to.append_small(first + j, counters + j)) continue;
        for (std::uint32_t k = j; k < j + 4; ++k) {
            const std::uint64_t count = counters[k] + (carried != nullptr ? (*carried)[k] << 16U : 0);
            if (count != 0) to.append(first + k, count);
        }
    }
}

template <class V>
std::size_t basic_bin_pages<V>::place_with(std::uint32_t key) {
    std::uint16_t& place = page_of_[key >> page_shift];
    if (place == 0) {
        place = static_cast<std::uint16_t>(pages_.size());
        pages_.emplace_back();
    }
    return place;
}

template <class V>
void basic_bin_pages<V>::add(std::uint32_t first, const page& from) {
    if (!from.counters) {
        for (const std::uint16_t bin : from.list) add_one(first + bin);
        return;
    }
    page& to = pages_[place_with(first)];
    make_counters(to);
    bool overflows = false;
    vector_dispatch(add_loop{to.counters.get(), from.counters.get(), &overflows});
    for (std::uint32_t j = 0; overflows && j < page_size; ++j) {
        if (to.counters[j] < from.counters[j]) carry(first + j, 1);
    }
    for (std::uint32_t j = 0; from.carried && j < page_size; ++j) {
        if ((*from.carried)[j] != 0) carry(first + j, (*from.carried)[j]);
    }
}

HEADWAY_INSTANTIATE(class basic_bin_pages<>);

}  // namespace headway::detail

#include <headway/header_end.hpp>
