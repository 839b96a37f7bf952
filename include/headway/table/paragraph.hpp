// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include <headway/header_begin.hpp>

namespace headway::report {

namespace detail {

/// Unicode code points, which is what a terminal's columns are for the scripts that the reports use.
template <class = void>
[[nodiscard]] std::size_t width_of(std::string_view text) noexcept;

}  // namespace detail

/// How far a paragraph's lines stand in, and how long they may become.
struct margins {
    std::size_t first = 0;     ///< spaces before the first line
    std::size_t others = 0;    ///< spaces before every other line
    std::size_t width = 100;   ///< columns of a line, its spaces included
};

/// The text broken at spaces into lines, each with its line end. A word longer than a line stands alone on one; runs of
/// spaces count as one space, and a line break in the text starts a new line. Nothing for a text without words.
template <class = void>
[[nodiscard, gnu::cold]] std::string paragraph(std::string_view text, const margins& m = {});

}  // namespace headway::report

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/table/bodies/paragraph.hpp>
#endif
