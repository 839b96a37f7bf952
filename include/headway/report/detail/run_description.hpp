// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <headway/report/detail/html_text.hpp>
#include <headway/simulation/simulation_options.hpp>
#include <headway/version.hpp>

#include <headway/header_begin.hpp>

namespace headway::report::detail {

template <class = void>
[[nodiscard, gnu::cold]] std::string thousands_text(std::uint64_t n);

template <class = void>
[[nodiscard, gnu::cold]] std::string run_description(const simulation& options, std::string_view command);

}  // namespace headway::report::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/report/bodies/detail/run_description.hpp>
#endif
