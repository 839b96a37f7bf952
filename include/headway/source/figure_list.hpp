// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>

#include <headway/source/figure.hpp>

#include <headway/header_begin.hpp>

namespace headway::figures {

/// A list of figures of any kind, in the order of the source; iterates as `const figure_info&`.
class figure_list {
  public:
    class iterator {
      public:
        using value_type = figure_info;
        using difference_type = std::ptrdiff_t;

        constexpr iterator() noexcept = default;
        explicit constexpr iterator(const figure_info* const* at) noexcept : at_(at) {}
        constexpr const figure_info& operator*() const noexcept { return **at_; }
        constexpr const figure_info* operator->() const noexcept { return *at_; }
        constexpr iterator& operator++() noexcept {
            ++at_;
            return *this;
        }
        constexpr iterator operator++(int) noexcept { return iterator(at_++); }
        friend constexpr bool operator==(const iterator&, const iterator&) noexcept = default;

      private:
        const figure_info* const* at_ = nullptr;
    };

    /// Refers to an array of pointers to figures, which must outlive the list.
    template <std::size_t Size>
    explicit constexpr figure_list(const figure_info* const (&figures)[Size]) noexcept : first_(figures), size_(Size) {}

    [[nodiscard]] constexpr iterator begin() const noexcept { return iterator(first_); }
    [[nodiscard]] constexpr iterator end() const noexcept { return iterator(first_ + size_); }
    [[nodiscard]] constexpr std::size_t size() const noexcept { return size_; }
    [[nodiscard]] constexpr const figure_info& operator[](std::size_t i) const noexcept { return *first_[i]; }
    /// The figure of that id, or null.
    [[nodiscard]] constexpr const figure_info* find(std::string_view id) const noexcept {
        for (std::size_t i = 0; i < size_; ++i) {
            if (first_[i]->id == id) return first_[i];
        }
        return nullptr;
    }

  private:
    const figure_info* const* first_ = nullptr;
    std::size_t size_ = 0;
};

namespace detail {

[[noreturn, gnu::cold]] inline void listed_figure_has_no_source(std::string_view id, std::size_t place) {
    throw std::domain_error("all_have_sources: the figure " + std::string(id) + " at place " + std::to_string(place) +
                            " (counted from 0) has no source; give it an article with a key and a speaker");
}

}  // namespace detail

/// True, for a list must be cited: `static_assert(all_have_sources(list))`.
/// \throws std::domain_error, naming the first figure that has no source, or one without a key or a speaker.
[[nodiscard]] constexpr bool all_have_sources(const figure_list& list) {
    for (std::size_t i = 0; i < list.size(); ++i) {
        const figure_info& f = list[i];
        if (f.source->key.empty() || f.speaker().empty()) detail::listed_figure_has_no_source(f.id, i);
    }
    return true;
}

}  // namespace headway::figures

#include <headway/header_end.hpp>
