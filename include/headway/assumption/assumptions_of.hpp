// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include <headway/assumption/assumption_file.hpp>
#include <headway/assumption/assumption_record.hpp>
#include <headway/belief/belief_text.hpp>
#include <headway/source/figure_text.hpp>

#include <headway/header_begin.hpp>

namespace headway {

namespace detail {

template <class = void>
[[gnu::cold]] void write_assumption(std::string& text, const assumption_record& a);

}  // namespace detail

/// The assumptions of one or several forecasts as a file, each once, with what they rest on. Paths are told in words, which
/// reading compares.
template <class... Forecasts>
[[nodiscard, gnu::cold]] assumption_file assumptions_of(const Forecasts&... forecasts) {
    std::string text;
    const auto write_all = [&text](const auto& inputs) {
        for (std::size_t i = 0; i < inputs.size; ++i) detail::write_assumption(text, inputs.records()[i]);
    };
    (write_all(forecasts.inputs()), ...);
    return assumption_file(std::move(text));
}

}  // namespace headway

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/assumption/bodies/assumptions_of.hpp>
#endif
