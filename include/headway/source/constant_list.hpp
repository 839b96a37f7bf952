// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>

#include <headway/header_begin.hpp>

namespace headway::figures {

/// A list of constants of one type, or of what derives from it, in a given order; iterates as `const Item&`.
template <class Item>
class constant_list {
  public:
    class iterator {
      public:
        using value_type = Item;
        using difference_type = std::ptrdiff_t;

        constexpr iterator() noexcept = default;
        explicit constexpr iterator(const Item* const* at) noexcept : at_(at) {}
        constexpr const Item& operator*() const noexcept { return **at_; }
        constexpr const Item* operator->() const noexcept { return *at_; }
        constexpr iterator& operator++() noexcept {
            ++at_;
            return *this;
        }
        constexpr iterator operator++(int) noexcept { return iterator(at_++); }
        friend constexpr bool operator==(const iterator&, const iterator&) noexcept = default;

      private:
        const Item* const* at_ = nullptr;
    };

    /// Refers to an array of pointers to constants, which must outlive the list.
    template <std::size_t Size>
    explicit constexpr constant_list(const Item* const (&items)[Size]) noexcept : first_(items), size_(Size) {}

    [[nodiscard]] constexpr iterator begin() const noexcept { return iterator(first_); }
    [[nodiscard]] constexpr iterator end() const noexcept { return iterator(first_ + size_); }
    [[nodiscard]] constexpr std::size_t size() const noexcept { return size_; }
    [[nodiscard]] constexpr const Item& operator[](std::size_t i) const noexcept { return *first_[i]; }

  private:
    const Item* const* first_ = nullptr;
    std::size_t size_ = 0;
};

}  // namespace headway::figures

#include <headway/header_end.hpp>
