// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <concepts>
#include <cstddef>
#include <memory>
#include <utility>

#include <headway/assumption/assumption_record.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// So many records, in a constant too: in a union, and copied and destroyed by hand, for GCC 12 does neither with an array
/// of such members in a constant expression.
template <std::size_t Size>
class record_array {
  public:
    template <class... Records>
        requires(sizeof...(Records) == Size && (std::derived_from<Records, assumption_record> && ...))
    constexpr explicit record_array(const Records&... records)
        : records_{static_cast<const assumption_record&>(records)...} {}
    /// Those of one array and then those of another.
    template <std::size_t First>
    constexpr record_array(const record_array<First>& first, const record_array<Size - First>& second)
        : record_array(first.data(), std::make_index_sequence<First>{}, second.data(),
                       std::make_index_sequence<Size - First>{}) {}

    constexpr record_array(const record_array& other)
        : record_array(other.records_, std::make_index_sequence<Size>{}, nullptr, std::index_sequence<>{}) {}
    constexpr record_array& operator=(const record_array& other) {
        for (std::size_t i = 0; i < Size; ++i) records_[i] = other.records_[i];
        return *this;
    }
    constexpr ~record_array() {
        for (std::size_t i = 0; i < Size; ++i) std::destroy_at(&records_[i]);
    }

    [[nodiscard]] constexpr const assumption_record* data() const noexcept { return records_; }
    [[nodiscard]] constexpr assumption_record* data() noexcept { return records_; }

  private:
    template <std::size_t... I, std::size_t... K>
    constexpr record_array(const assumption_record* first, std::index_sequence<I...>,
                           [[maybe_unused]] const assumption_record* second, std::index_sequence<K...>)
        : records_{first[I]..., second[K]...} {}

    union {
        assumption_record records_[Size];
    };
};

template <>
class record_array<0> {
  public:
    constexpr record_array() noexcept = default;
    constexpr record_array(const record_array&, const record_array&) noexcept {}
    constexpr record_array(const record_array&) noexcept = default;
    constexpr record_array& operator=(const record_array&) noexcept = default;

    [[nodiscard]] static constexpr assumption_record* data() noexcept { return nullptr; }
};

}  // namespace headway::detail

#include <headway/header_end.hpp>
