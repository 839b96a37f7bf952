// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/outcome/detail/packed_bins.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
void packed_bins::writer::append(std::uint32_t bin, std::uint64_t count) {
    if (end_ > piece_ + sizeof piece_ - 20) flush();
    end_ = write(write(end_, bin - last_), count);
    last_ = bin;
    count_ += count;
}
HEADWAY_INSTANTIATE(void packed_bins::writer::append<>(std::uint32_t bin, std::uint64_t count));

template <class>
bool packed_bins::writer::append_small(std::uint32_t bin, const std::uint16_t* counts) {
    const unsigned any = unsigned{counts[0]} | counts[1] | counts[2] | counts[3];
    if (any == 0) return true;
    if (any >= 0x80U || bin + 3 - last_ >= 0x80U) return false;
    if (end_ > piece_ + sizeof piece_ - 20) flush();
    // About as many bins are empty as not, which no processor guesses: an empty one is written, then overwritten.
    char* end = end_;
    std::uint32_t last = last_;
    HEADWAY_UNROLLED
    for (std::uint32_t i = 0; i < 4; ++i) {
        end[0] = static_cast<char>(bin + i - last);
        end[1] = static_cast<char>(counts[i]);
        const std::uint32_t empty = (counts[i] - 1U) >> 31U;
        end += 2U - 2U * empty;
        last = empty != 0 ? last : bin + i;
        count_ += counts[i];
    }
    end_ = end;
    last_ = last;
    return true;
}
HEADWAY_INSTANTIATE(bool packed_bins::writer::append_small<>(std::uint32_t bin, const std::uint16_t* counts));

template <class>
void packed_bins::writer::flush() {
    bins_.bytes_.append(piece_, static_cast<std::size_t>(end_ - piece_));
    bins_.last_ = last_;
    bins_.count_ += count_;
    end_ = piece_;
    count_ = 0;
}
HEADWAY_INSTANTIATE(void packed_bins::writer::flush<>());

template <class>
bool packed_bins::reader::next() noexcept {
    if (at_ == end_) return false;
    bin_ += static_cast<std::uint32_t>(number());
    count_ = number();
    return true;
}
HEADWAY_INSTANTIATE(bool packed_bins::reader::next<>());

template <class>
std::uint64_t packed_bins::reader::number() noexcept {
    std::uint64_t x = 0;
    for (unsigned shift = 0;; shift += 7) {
        const auto byte = static_cast<unsigned char>(*at_++);
        x |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
        if (byte < 0x80U) return x;
    }
}
HEADWAY_INSTANTIATE(std::uint64_t packed_bins::reader::number<>());

template <class>
packed_bins packed_bins::sum(const packed_bins& a, const packed_bins& b) {
    if (a.bytes_.empty()) return b;
    if (b.bytes_.empty()) return a;
    packed_bins all;
    add_up(all, a, b);
    all.bytes_.shrink_to_fit();
    return all;
}
HEADWAY_INSTANTIATE(packed_bins packed_bins::sum<>(const packed_bins& a, const packed_bins& b));

template <class>
void packed_bins::add_up(packed_bins& all, const packed_bins& a, const packed_bins& b) {
    all.reserve(std::max(a.bytes_.size(), b.bytes_.size()) * 5 / 4);
    reader x(a);
    reader y(b);
    bool more_x = x.next();
    bool more_y = y.next();
    writer to(all);
    while (more_x || more_y) {
        const bool take_x = more_x && (!more_y || x.bin() <= y.bin());
        const bool take_y = more_y && (!more_x || y.bin() <= x.bin());
        to.append(take_x ? x.bin() : y.bin(), (take_x ? x.count() : 0) + (take_y ? y.count() : 0));
        if (take_x) more_x = x.next();
        if (take_y) more_y = y.next();
    }
}
HEADWAY_INSTANTIATE(void packed_bins::add_up<>(packed_bins& all, const packed_bins& a, const packed_bins& b));

HEADWAY_OUT_OF_LINE void packed_bins::append(std::uint32_t bin, std::uint64_t count) {
    writer to(*this);
    to.append(bin, count);
}

HEADWAY_OUT_OF_LINE char* packed_bins::writer::write(char* to, std::uint64_t x) noexcept {
    for (; x >= 0x80U; x >>= 7U) *to++ = static_cast<char>(static_cast<unsigned char>(x | 0x80U));
    *to++ = static_cast<char>(static_cast<unsigned char>(x));
    return to;
}

}  // namespace headway::detail

#include <headway/header_end.hpp>
