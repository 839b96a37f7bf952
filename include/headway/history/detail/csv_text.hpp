// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <new>
#include <string_view>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// The text of a table, once, with a NUL byte behind it. It grows by std::realloc, which moves pages instead of their
/// bytes where the system can, so that a text of unknown length never takes twice its memory, as in a std::string.
class csv_text {
  public:
    csv_text() = default;
    explicit csv_text(std::string_view text);

    /// A piece, behind which so many bytes are expected.
    void append(std::string_view piece, std::size_t expected = 0);
    [[nodiscard]] bool has_room_for(std::string_view piece) const noexcept { return size_ + piece.size() < capacity_; }
    /// Gives back what is not needed.
    void finish();
    [[nodiscard]] char* begin() const noexcept { return bytes_.get(); }
    [[nodiscard]] std::string_view view() const noexcept { return {bytes_.get(), size_}; }

  private:
    struct give_back {
        void operator()(char* bytes) const noexcept { std::free(bytes); }
    };
    static constexpr std::size_t most_spare = std::size_t{1} << 26;
    /// What no memory holds; said, because GCC else warns of a copy of 2^64 bytes.
    static constexpr std::size_t most = (~std::size_t{0} >> 1U) - most_spare;

    void resize(std::size_t capacity);

    std::unique_ptr<char[], give_back> bytes_;
    std::size_t size_ = 0;
    std::size_t capacity_ = 0;
};

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/history/bodies/detail/csv_text.hpp>
#endif
