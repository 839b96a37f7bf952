// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/outcome/detail/pilot_values.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class V>
void basic_pilot_values<V>::add_block(const double* x, int valid, bool counted) {
    double block[batch::size];
    if (valid < batch::size) {
        std::fill(std::copy(x, x + valid, block), block + batch::size, infinity);
        x = block;
    }
    const block_places others = known_.count(x, counted ? 1 : 0) & finite_places(x);
    if (others == 0) return;
    chunk& c = chunk_with_room();
    const std::size_t first = c.size;
    note(x, others, c, (chunks_.size() - 1) * chunk_size + first + 1);
    if (!counted) return;
    c.first_counted = c.last_counted == 0 ? first : c.first_counted;
    c.last_counted = c.size;
}

template <class V>
counting_plan basic_pilot_values<V>::plan() const {
    auto expected = std::make_shared<std::vector<double>>(repeated_);
    std::sort(expected->begin(), expected->end());
    const bool many_once = distinct_ - repeated_.size() > counting_plan::pilot_draws / 16;
    return {many_once ? counting_plan::form::binned : counting_plan::form::distinct, std::move(expected)};
}

template <class V>
auto basic_pilot_values<V>::chunk_with_room() -> chunk& {
    if (chunks_.empty() || chunks_.back().size > chunk_size - batch::size) chunks_.emplace_back();
    return chunks_.back();
}

template <class V>
std::uint64_t basic_pilot_values<V>::hash_of(double value) noexcept {
    const std::uint64_t bits = bits_of(value);
    return (bits ^ bits >> 32U) * 0x9E3779B97F4A7C15ULL;
}

template <class V>
void basic_pilot_values<V>::note(const double* x, block_places places, chunk& c, std::size_t place) {
    if (distinct_ > few_slots / 4 && slots_.size() == few_slots) grow();
    double* const to = c.values.get() + c.size;
    std::uint16_t* const slots = slots_.data();
    const unsigned shift = shift_;
    std::size_t count = 0;
    // One in a few meets another, which no processor guesses: these are looked at afterwards.
    std::uint8_t met[batch::size];
    std::size_t meetings = 0;
    each_place(places, [&](int draw) {
        to[count] = x[draw] + 0.0;
        std::uint16_t& slot = slots[hash_of(to[count]) >> shift];
        const std::size_t is_taken = slot != 0 ? 1U : 0U;
        slot = static_cast<std::uint16_t>(slot + ((is_taken - 1U) & (place + count)));
        met[meetings] = static_cast<std::uint8_t>(count);
        meetings += is_taken;
        ++count;
    });
    c.size += count;
    distinct_ += count - meetings;
    for (std::size_t m = 0; m < meetings; ++m) meet(to[met[m]], place + met[m]);
}

template <class V>
void basic_pilot_values<V>::meet(double value, std::size_t place) {
    auto i = static_cast<std::size_t>(hash_of(value) >> shift_);
    while (slots_[i] != 0 && value_at(slots_[i] & ~repeats) != value) i = (i + 1) & (slots_.size() - 1);
    if (slots_[i] == 0) {
        slots_[i] = static_cast<std::uint16_t>(place);
        ++distinct_;
    } else if (slots_[i] < repeats) {
        slots_[i] = static_cast<std::uint16_t>(slots_[i] | repeats);
        repeated_.push_back(value);
        if (known_.size() < few_values::most) known_.expect(value);
    }
}

template <class V>
void basic_pilot_values<V>::grow() {
    std::vector<std::uint16_t> old(many_slots, 0);
    old.swap(slots_);
    shift_ = shift_for(many_slots);
    for (const std::uint16_t place : old) {
        if (place == 0) continue;
        auto i = static_cast<std::size_t>(hash_of(value_at(place & ~repeats)) >> shift_);
        while (slots_[i] != 0) i = (i + 1) & (slots_.size() - 1);
        slots_[i] = place;
    }
}

HEADWAY_INSTANTIATE(class basic_pilot_values<>);

}  // namespace headway::detail

#include <headway/header_end.hpp>
