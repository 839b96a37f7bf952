// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/source/figure.hpp>

#include <headway/header_begin.hpp>

namespace headway::figures::since::detail {

/// A publication from outside the articles.
[[nodiscard]] constexpr article publication(std::string_view key, std::string_view speaker, std::string_view piece,
                                            std::string_view where, const stated_day& when,
                                            std::string_view note = {}, std::string_view url = {}) noexcept {
    return {.key = key,
            .speaker = speaker,
            .piece = piece,
            .publication = where,
            .date_text = when.text,
            .earliest = when.earliest,
            .latest = when.latest,
            .published = true,
            .note = note,
            .url = url};
}

/// A page without a date: read in a copy that is no younger than the last of what was read, its first day not known.
inline constexpr stated_day undated_page = stated("undated page", date{}, calendar_day(2026, 9, 30));

}  // namespace headway::figures::since::detail

#include <headway/header_end.hpp>
