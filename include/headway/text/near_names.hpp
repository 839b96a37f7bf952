// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include <headway/header_begin.hpp>

namespace headway::detail {

[[nodiscard]] constexpr char lower_case(char c) noexcept {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// Which names come nearest to a misspelt one, for messages. Upper and lower case count as the same letter.
class near_names {
  public:
    explicit near_names(std::string_view wanted) noexcept : wanted_(wanted) {}

    template <class = void>
    [[gnu::cold]] void offer(std::string_view name);
    [[nodiscard]] bool empty() const noexcept { return count_ == 0; }
    /// "chip, chips or TPP"; with quotes "'a' or 'b'".
    template <class = void>
    [[nodiscard, gnu::cold]] std::string text(const char* quote = "") const;

  private:
    static constexpr int kept = 3;
    static constexpr std::size_t longest = 80;

    /// The name goes on where the wanted one, of some length, ends.
    template <class = void>
    [[nodiscard]] bool begins(std::string_view name) const noexcept;
    /// Letters to add, drop or change (Levenshtein).
    template <class = void>
    [[nodiscard]] std::size_t distance(std::string_view name) const noexcept;

    std::string_view wanted_;
    std::string_view names_[kept];
    std::size_t distances_[kept] = {};
    int count_ = 0;
};

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/text/bodies/near_names.hpp>
#endif
