// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string_view>

#include <headway/header_begin.hpp>

namespace headway::figures {

/// How a figure was verified: what of its source was opened and read.
enum class grade {
    none,  ///< not graded
    a,     ///< the primary text or data file itself
    b,     ///< near-primary: a wire-service copy, a law-firm note, trade press that names speaker and day
    c,     ///< digests only, two or more of which agree
};

/// "A", "B", "C", and nothing for what is not graded.
[[nodiscard]] constexpr std::string_view to_text(grade g) noexcept {
    switch (g) {
    case grade::none:
        return "";
    case grade::a:
        return "A";
    case grade::b:
        return "B";
    case grade::c:
        return "C";
    }
    return "";
}

}  // namespace headway::figures

#include <headway/header_end.hpp>
