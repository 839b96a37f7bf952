// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

#include <headway/header_begin.hpp>

namespace headway {

/// Thrown for a file of an outcome that cannot be used: truncated, damaged, foreign, overlapping another. The message
/// starts with the file's name as the caller gave it and says what is wrong and what to do.
class outcome_file_error : public std::runtime_error {
  public:
    outcome_file_error(std::string_view file, const std::string& what)
        : std::runtime_error(std::string(file) + ": " + what), file_(file) {}
    [[nodiscard]] const std::string& file() const noexcept { return file_; }

  private:
    std::string file_;
};

}  // namespace headway

namespace headway::detail {

/// Numbers as bytes, the lowest first, whatever the machine.
class byte_writer {
  public:
    template <class Unsigned>
    [[gnu::cold]] void number(Unsigned x) {
        for (std::size_t i = 0; i < sizeof(Unsigned); ++i) {
            bytes_ += static_cast<char>(static_cast<unsigned char>(static_cast<std::uint64_t>(x) >> (8 * i)));
        }
    }
    [[gnu::cold]] void number(double x) { number(std::bit_cast<std::uint64_t>(x)); }
    /// Seven bits a byte, the lowest first; the top bit of a byte tells that more follow (LEB128).
    [[gnu::cold]] void short_number(std::uint64_t x);
    [[gnu::cold]] void text(std::string_view t);
    void raw(std::string_view t) { bytes_ += t; }
    [[nodiscard]] const std::string& bytes() const noexcept { return bytes_; }

  private:
    std::string bytes_;
};

/// Reads back what a byte_writer wrote. Every read is checked against what is left, so that no length is believed.
class byte_reader {
  public:
    byte_reader(std::string_view bytes, std::string_view file) noexcept : bytes_(bytes), file_(file) {}

    [[nodiscard]] std::size_t left() const noexcept { return bytes_.size() - at_; }
    template <class = void>
    [[nodiscard, gnu::cold]] std::string_view raw(std::size_t size);
    template <class Unsigned>
    [[nodiscard, gnu::cold]] Unsigned number() {
        const std::string_view found = raw(sizeof(Unsigned));
        std::uint64_t x = 0;
        for (std::size_t i = 0; i < sizeof(Unsigned); ++i) {
            x |= static_cast<std::uint64_t>(static_cast<unsigned char>(found[i])) << (8 * i);
        }
        return static_cast<Unsigned>(x);
    }
    [[nodiscard, gnu::cold]] double real() { return std::bit_cast<double>(number<std::uint64_t>()); }
    template <class = void>
    [[nodiscard, gnu::cold]] std::uint64_t short_number();
    [[nodiscard, gnu::cold]] std::string text() { return std::string(raw(number<std::uint32_t>())); }

    /// How many entries of at least `entry_size` bytes follow, which they must have room for.
    [[nodiscard, gnu::cold]] std::size_t room_for(std::uint64_t entries, std::size_t entry_size) const;

    [[noreturn, gnu::cold]] void refuse(const std::string& why) const {
        throw outcome_file_error(file_, "is not a file that headway wrote: " + why + "; run its shard again");
    }
    [[nodiscard]] std::string_view file() const noexcept { return file_; }

  private:
    std::string_view bytes_;
    std::string_view file_;
    std::size_t at_ = 0;
};

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/simulation/bodies/detail/byte_stream.hpp>
#endif
