// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/header_begin.hpp>

// The one place of the version: CMakeLists.txt reads the three numbers from here.
#define HEADWAY_VERSION_MAJOR 0
#define HEADWAY_VERSION_MINOR 2
#define HEADWAY_VERSION_PATCH 0

#define HEADWAY_DETAIL_TEXT_OF(x) #x
#define HEADWAY_DETAIL_JOIN(a, b, c)                                                                                   \
    HEADWAY_DETAIL_TEXT_OF(a) "." HEADWAY_DETAIL_TEXT_OF(b) "." HEADWAY_DETAIL_TEXT_OF(c)
/// The version as a string literal, "major.minor.patch".
#define HEADWAY_VERSION_STRING HEADWAY_DETAIL_JOIN(HEADWAY_VERSION_MAJOR, HEADWAY_VERSION_MINOR, HEADWAY_VERSION_PATCH)

namespace headway {

/// The version of the library, "major.minor.patch". Minor versions may break callers while major is 0.
inline constexpr const char* version = HEADWAY_VERSION_STRING;

}  // namespace headway

#include <headway/header_end.hpp>
