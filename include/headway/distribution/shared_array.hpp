// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <type_traits>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// An array that is filled once and then shared, never changed, by all copies. Copies may be made and dropped on several
/// threads at once. Unlike std::shared_ptr it is a literal type, so that what holds an empty one can be a constant.
template <class T>
class shared_array {
  public:
    constexpr shared_array() noexcept = default;

    /// Elements as by default, to be filled through unshared().
    constexpr explicit shared_array(std::size_t size) {
        shared_array filling;  // owns the block if the array cannot be had
        filling.block_ = new block{};
        filling.block_->items = new T[size]{};
        filling.block_->size = size;
        swap(filling);
    }
    /// For filling, before the first copy is made.
    [[nodiscard]] constexpr T* unshared() noexcept { return block_->items; }

    constexpr shared_array(const shared_array& other) noexcept : block_(other.block_) {
        if (block_ != nullptr) change_owners(1);
    }
    constexpr shared_array(shared_array&& other) noexcept : block_(other.block_) { other.block_ = nullptr; }
    constexpr shared_array& operator=(const shared_array& other) noexcept {
        shared_array copy(other);
        swap(copy);
        return *this;
    }
    constexpr shared_array& operator=(shared_array&& other) noexcept {
        shared_array moved(static_cast<shared_array&&>(other));
        swap(moved);
        return *this;
    }
    constexpr ~shared_array() {
        if (block_ != nullptr && change_owners(-1) == 0) {
            delete[] block_->items;
            delete block_;
        }
    }

    [[nodiscard]] constexpr std::size_t size() const noexcept { return block_ == nullptr ? 0 : block_->size; }
    [[nodiscard]] constexpr const T* begin() const noexcept { return block_ == nullptr ? nullptr : block_->items; }
    [[nodiscard]] constexpr const T* end() const noexcept { return begin() + size(); }
    [[nodiscard]] constexpr const T& operator[](std::size_t i) const noexcept { return block_->items[i]; }

    [[nodiscard]] friend constexpr bool operator==(const shared_array& a, const shared_array& b) noexcept {
        if (a.block_ == b.block_) return true;
        if (a.size() != b.size()) return false;
        for (std::size_t i = 0; i < a.size(); ++i) {
            if (!(a[i] == b[i])) return false;
        }
        return true;
    }

  private:
    struct block {
        long owners = 1;
        std::size_t size = 0;
        T* items = nullptr;
    };

    constexpr void swap(shared_array& other) noexcept {
        block* const mine = block_;
        block_ = other.block_;
        other.block_ = mine;
    }

    constexpr long change_owners(long by) noexcept {
        if (std::is_constant_evaluated()) return block_->owners += by;
        return __atomic_add_fetch(&block_->owners, by, __ATOMIC_ACQ_REL);
    }

    block* block_ = nullptr;
};

}  // namespace headway::detail

#include <headway/header_end.hpp>
