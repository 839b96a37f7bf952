// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/outcome/detail/value_counter.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class V>
void basic_value_counter<V>::part() {
    apart_ = true;
    for (std::size_t slots = slots_.size(); slots <= most_apart; slots *= 2) {
        for (int tries = 0; tries < 8; ++tries) {
            if (all_apart()) return;
            factor_ = factor_ * 0x5851F42D4C957F2DULL + 2;
            rehash(slots);
        }
        if (2 * slots <= most_apart) rehash(2 * slots);
    }
    apart_ = all_apart();
}

template <class V>
int basic_value_counter<V>::count_known(const double* x, int size, double* rest) noexcept {
    if (apart_) return count_apart(x, size, rest);
    int left = 0;
    for (int i = 0; i < size; ++i) {
        if (!add_known(x[i])) rest[left++] = x[i];
    }
    return left;
}

template <class V>
int basic_value_counter<V>::count_apart(const double* x, int size, double* rest) noexcept {
    // Either answer may be as good as random, and a wrong guess costs more than going both ways.
    slot* const slots = slots_.data();
    int left = 0;
    for (int i = 0; i < size; ++i) {
        const std::uint64_t bits = std::bit_cast<std::uint64_t>(x[i] + 0.0);
        slot& s = slots[place(bits)];
        const unsigned known = s.bits == bits ? 1U : 0U;
        s.count += known;
        rest[left] = x[i];
        left += static_cast<int>(1U - known);
    }
    return left;
}

template <class V>
bool basic_value_counter<V>::add_known(double x) noexcept {
    const std::uint64_t bits = std::bit_cast<std::uint64_t>(x + 0.0);
    for (std::size_t i = place(bits);; i = (i + 1) & mask()) {
        if (slots_[i].bits == bits) {
            ++slots_[i].count;
            return true;
        }
        if (slots_[i].bits == none) return false;
    }
}

template <class V>
bool basic_value_counter<V>::all_apart() const noexcept {
    for (std::size_t i = 0; i < slots_.size(); ++i) {
        if (slots_[i].bits != none && place(slots_[i].bits) != i) return false;
    }
    return true;
}

template <class V>
std::size_t basic_value_counter<V>::slot_of(double x) {
    const std::uint64_t bits = std::bit_cast<std::uint64_t>(x);
    std::size_t i = place(bits);
    while (slots_[i].bits != bits && slots_[i].bits != none) i = (i + 1) & mask();
    if (slots_[i].bits == bits) return i;
    if (2 * (size_ + 1) > slots_.size()) {
        grow();
        return slot_of(x);
    }
    slots_[i].bits = bits;
    ++size_;
    return i;
}

template <class V>
void basic_value_counter<V>::rehash(std::size_t slots) {
    std::vector<slot> old(slots);
    old.swap(slots_);
    shift_ = 65U - static_cast<unsigned>(std::bit_width(slots));
    for (const slot& s : old) {
        if (s.bits == none) continue;
        std::size_t i = place(s.bits);
        while (slots_[i].bits != none) i = (i + 1) & mask();
        slots_[i] = s;
    }
}

HEADWAY_INSTANTIATE(class basic_value_counter<>);

}  // namespace headway::detail

#include <headway/header_end.hpp>
