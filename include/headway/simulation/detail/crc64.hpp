// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// CRC-64/XZ (ECMA-182, reflected): finds every change within 64 consecutive bits, and any other with a chance of all but
/// 2^-64. Of "123456789" it is 0x995DC9BBDF1939FA.
/// Source: ECMA-182, annex B; the XZ file format 1.2.1, section 6.
[[nodiscard]] constexpr std::uint64_t crc64(std::string_view bytes) noexcept {
    constexpr auto table = [] {
        std::array<std::uint64_t, 256> t{};
        for (std::size_t i = 0; i < t.size(); ++i) {
            std::uint64_t r = i;
            for (int bit = 0; bit < 8; ++bit) r = (r >> 1U) ^ ((r & 1U) != 0 ? 0xC96C5795D7870F42ULL : 0U);
            t[i] = r;
        }
        return t;
    }();
    std::uint64_t crc = ~0ULL;
    for (const char c : bytes) {
        crc = table[(crc ^ static_cast<unsigned char>(c)) & 0xFFU] ^ (crc >> 8U);
    }
    return ~crc;
}

}  // namespace headway::detail

#include <headway/header_end.hpp>
