// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <headway/text/near_names.hpp>
#include <headway/text/parse_number.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// A word, a number or a sign of a text that people wrote, the number as it is written here: 10000 for "10,000".
struct written_token {
    enum class kind { word, number, sign };
    kind is;
    std::string text;
    bool has_gap;  ///< a space stands before it
};

/// Signs beyond ASCII as their likes within it.
template <class = void>
[[nodiscard, gnu::cold]] std::string in_plain_signs(std::string_view text);

/// The number that begins a text, with what divides its thousands, a decimal comma and a power of ten written as here; how
/// many bytes it takes. A comma between brackets divides arguments.
template <class = void>
[[nodiscard, gnu::cold]] std::size_t read_written_number(std::string_view text, bool in_brackets, std::string& number);

template <class = void>
[[nodiscard, gnu::cold]] std::vector<written_token> tokens_of(std::string_view given, bool is_date);

/// A day as "2027-06-01", and of a longer time, a month or a quarter, the day after it.
struct written_period {
    std::string from;
    std::string to;
};

template <class = void>
[[nodiscard, gnu::cold]] std::string month_begin(int year, int month);

/// "Q3 2027", "2027H1", "June 2027", "1 June 2027", "Jun 1, 2027", "2028-01", "2027/6/1", "mid-2027", "by 2027", "~2027". An
/// order of day and month that nobody knows, "01/06/2027", is none.
template <class = void>
[[nodiscard, gnu::cold]] written_period period_of(std::span<const written_token> tokens);

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/text/bodies/detail/written_tokens.hpp>
#endif
