// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/simulation/detail/byte_stream.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
std::string_view byte_reader::raw(std::size_t size) {
    if (size > left()) refuse("it ends in the middle of its contents");
    const std::string_view found = bytes_.substr(at_, size);
    at_ += size;
    return found;
}
HEADWAY_INSTANTIATE(std::string_view byte_reader::raw<>(std::size_t size));

template <class>
std::uint64_t byte_reader::short_number() {
    std::uint64_t x = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
        const auto byte = number<std::uint8_t>();
        const std::uint64_t part = byte & 0x7FU;
        if (part << shift >> shift != part) break;
        x |= part << shift;
        if (byte < 0x80U) return x;
    }
    refuse("it holds a number of more than 64 bits");
}
HEADWAY_INSTANTIATE(std::uint64_t byte_reader::short_number<>());

HEADWAY_OUT_OF_LINE void byte_writer::short_number(std::uint64_t x) {
    for (; x >= 0x80U; x >>= 7U) bytes_ += static_cast<char>(static_cast<unsigned char>(x | 0x80U));
    bytes_ += static_cast<char>(static_cast<unsigned char>(x));
}

HEADWAY_OUT_OF_LINE void byte_writer::text(std::string_view t) {
    number(static_cast<std::uint32_t>(t.size()));
    bytes_ += t;
}

HEADWAY_OUT_OF_LINE std::size_t byte_reader::room_for(std::uint64_t entries, std::size_t entry_size) const {
    if (entries > left() / entry_size) refuse("it announces more than it holds");
    return static_cast<std::size_t>(entries);
}

}  // namespace headway::detail

#include <headway/header_end.hpp>
