// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>

#include <headway/header_begin.hpp>

namespace headway::figures {

struct figure_info;

namespace detail {

[[noreturn, gnu::cold]] inline void reference_is_not_there(std::size_t place, std::size_t size) {
    throw std::domain_error("figure_references: there are " + std::to_string(size) + " figures, got place " +
                            std::to_string(place) + " (counted from 0)");
}

}  // namespace detail

/// Up to eight figures that another one bears on or rests on: `.checks = {amodei::assumed_lead, amodei::longest_lead}`.
/// Refers to constants, which must outlive it. Iterates as pointers, none of them null.
class figure_references {
  public:
    static constexpr std::size_t most = 8;

    constexpr figure_references() noexcept = default;
    constexpr figure_references(const figure_info& a) noexcept  // NOLINT: implicit, one figure is a list of one
        : items_{&a}, size_(1) {}
    constexpr figure_references(const figure_info& a, const figure_info& b) noexcept : items_{&a, &b}, size_(2) {}
    constexpr figure_references(const figure_info& a, const figure_info& b, const figure_info& c) noexcept
        : items_{&a, &b, &c}, size_(3) {}
    constexpr figure_references(const figure_info& a, const figure_info& b, const figure_info& c,
                                const figure_info& d) noexcept
        : items_{&a, &b, &c, &d}, size_(4) {}
    constexpr figure_references(const figure_info& a, const figure_info& b, const figure_info& c, const figure_info& d,
                                const figure_info& e) noexcept
        : items_{&a, &b, &c, &d, &e}, size_(5) {}
    constexpr figure_references(const figure_info& a, const figure_info& b, const figure_info& c, const figure_info& d,
                                const figure_info& e, const figure_info& f) noexcept
        : items_{&a, &b, &c, &d, &e, &f}, size_(6) {}
    constexpr figure_references(const figure_info& a, const figure_info& b, const figure_info& c, const figure_info& d,
                                const figure_info& e, const figure_info& f, const figure_info& g) noexcept
        : items_{&a, &b, &c, &d, &e, &f, &g}, size_(7) {}
    constexpr figure_references(const figure_info& a, const figure_info& b, const figure_info& c, const figure_info& d,
                                const figure_info& e, const figure_info& f, const figure_info& g,
                                const figure_info& h) noexcept
        : items_{&a, &b, &c, &d, &e, &f, &g, &h}, size_(8) {}

    [[nodiscard]] constexpr std::size_t size() const noexcept { return size_; }
    [[nodiscard]] constexpr bool empty() const noexcept { return size_ == 0; }
    [[nodiscard]] constexpr const figure_info* const* begin() const noexcept { return items_; }
    [[nodiscard]] constexpr const figure_info* const* end() const noexcept { return items_ + size_; }
    /// \throws std::domain_error for a place at or beyond the size.
    [[nodiscard]] constexpr const figure_info& operator[](std::size_t place) const {
        if (place >= size_) detail::reference_is_not_there(place, size_);
        return *items_[place];
    }

  private:
    const figure_info* items_[most] = {};
    std::size_t size_ = 0;
};

}  // namespace headway::figures

#include <headway/header_end.hpp>
