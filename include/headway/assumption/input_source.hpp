// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string_view>

#include <headway/assumption/assumption_record.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// Where one input of a forecast comes from. It reads texts of the forecast's own: keep the forecast as long.
struct input_source {
    std::string_view input;
    /// The figure it rests on, or null.
    const figures::figure_info* figure = nullptr;
    std::string_view note = {};
    date as_of = date::never();
    date review_by = date::never();
    /// Whether another belief has taken the place of the one it was made with, for the reason in `note`.
    bool overridden = false;

    constexpr input_source() = default;
    constexpr explicit input_source(const assumption_record& a) noexcept
        : input(a.name), figure(a.figure()), note(a.note()), as_of(a.as_of()), review_by(a.review_by()),
          overridden(a.is_overridden()) {}
};

}  // namespace headway

#include <headway/header_end.hpp>
