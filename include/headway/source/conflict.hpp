// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <span>
#include <string_view>

#include <headway/source/figure.hpp>

#include <headway/header_begin.hpp>

namespace headway::figures {

/// What one source holds on a topic on which the sources disagree, with or without a figure that says it.
struct position {
    std::string_view who{};
    std::string_view statement{};
    /// The figure that says it, or null where it is said without a number.
    const figure_info* figure = nullptr;
    /// False where `figure` is null; to be asked in constant expressions, where GCC's sanitizers refuse the comparison.
    bool has_figure = false;

    constexpr position(std::string_view by, std::string_view words) noexcept : who(by), statement(words) {}
    constexpr position(std::string_view by, std::string_view words, const figure_info& number) noexcept
        : who(by), statement(words), figure(&number), has_figure(true) {}
};

/// A topic on which the sources disagree.
struct conflict {
    std::string_view topic{};
    std::span<const position> positions{};

    /// The figure states one of the positions.
    [[nodiscard]] constexpr bool involves(const figure_info& f) const noexcept {
        for (const position& p : positions) {
            if (p.has_figure && *p.figure == f) return true;
        }
        return false;
    }
};

}  // namespace headway::figures

#include <headway/header_end.hpp>
