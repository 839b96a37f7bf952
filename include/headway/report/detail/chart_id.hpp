// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

#include <headway/header_begin.hpp>

namespace headway::report::detail {

/// What a chart's ids begin with. Asks for the form that every chart of the library has, so that a page stays whole.
template <class = void>
[[nodiscard, gnu::cold]] std::string chart_id(const char* function, std::string_view svg);

/// What a chart's description says, which has its values, behind a summary that opens without a script. The description is
/// markup already.
template <class = void>
[[nodiscard, gnu::cold]] std::string chart_values(std::string_view svg);

}  // namespace headway::report::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/report/bodies/detail/chart_id.hpp>
#endif
