// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/text/utf8.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// Shown text as the content of an element or the value of an attribute.
template <class = void>
[[nodiscard, gnu::cold]] std::string markup_escaped(std::string_view text);

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/text/bodies/markup.hpp>
#endif
