// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <chrono>
#include <string_view>

#include <headway/quantity/date.hpp>

#include <headway/header_begin.hpp>

namespace headway::figures {

/// The date of a year, month and day in that order. \throws std::domain_error for a day that does not exist.
[[nodiscard]] constexpr date calendar_day(int year, unsigned month, unsigned day) {
    return std::chrono::year_month_day{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
}

/// Where figures come from: one of the articles, or a publication outside them (`published`). What a citation needs.
/// A text without an exact date has the two ends between which its own words place it.
struct article {
    /// A name of its own: that of the namespace of its figures, "amodei", and "published.ho_2024" for a publication.
    std::string_view key{};
    /// Who speaks, or the authors.
    std::string_view speaker{};
    /// Title, or what the piece is where no title is known.
    std::string_view piece{};
    /// Where it appeared; empty when not known.
    std::string_view publication{};
    /// Language of the text read, as a BCP 47 tag.
    std::string_view language{};
    /// The date in words, with its uncertainty: "undated; between late February and mid-May 2025 by the text".
    std::string_view date_text{};
    /// First and last day on which it can have appeared; equal when the day is known.
    date earliest{};
    date latest{};
    /// A publication from outside the articles, kept apart from them.
    bool published = false;
    /// What a reader of the source has to know; empty when nothing.
    std::string_view note{};
    /// Where it can be read, "https://..."; empty when no address is known.
    std::string_view url{};

    /// The day of publication is known.
    [[nodiscard]] constexpr bool dated() const noexcept { return earliest == latest; }
};

/// The source of a figure that names none; its key is empty.
inline constexpr article no_source{};

}  // namespace headway::figures

#include <headway/header_end.hpp>
