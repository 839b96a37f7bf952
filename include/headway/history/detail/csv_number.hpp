// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <headway/history/csv_options.hpp>
#include <headway/text/near_names.hpp>
#include <headway/text/parse_number.hpp>
#include <headway/text/text_cursor.hpp>

#include <headway/header_begin.hpp>

/// Numbers as a table writes them.
namespace headway::detail {

inline constexpr std::string_view no_break_spaces[] = {"\xC2\xA0", "\xE2\x80\xAF"};

template <class = void>
[[nodiscard]] std::string_view without_spaces_around(std::string_view text) noexcept;

template <class = void>
[[nodiscard]] bool same_in_any_case(std::string_view a, std::string_view b) noexcept;

/// How many bytes of the thousands separator stand at the start of a text.
template <class = void>
[[nodiscard]] std::size_t thousands_length(std::string_view text, std::string_view separator) noexcept;

/// A number with a decimal sign and thousands separators as `parse_number` reads it; empty where the groups are not of
/// three digits, and for a point that is not the decimal sign.
template <class = void>
[[nodiscard]] std::string plain_notation(std::string_view text, char decimal, std::string_view thousands);

/// A number and whether it was in percent, in which case it is still in hundredths.
struct csv_number {
    double value = 0.0;
    bool is_percent = false;
};

/// Nothing for any other text, and for a number too large or too small for a double.
template <class = void>
[[nodiscard]] std::optional<double> plain_number(std::string_view text, char decimal,
                                                        std::string_view thousands);

template <class = void>
[[nodiscard]] std::optional<csv_number> number_in(std::string_view cell, const csv_options& options);

/// "inf", "Infinity", "+inf" in any case of letters: 1, with a minus -1; 0 for any other text.
template <class = void>
[[nodiscard]] int sign_of_infinity(std::string_view text) noexcept;

/// What is missing in a cell that is no number, with the option that would read it.
template <class = void>
[[nodiscard, gnu::cold]] std::string expected_number(std::string_view cell, const csv_options& options);

/// Whether a text without spaces around it says that there is no value.
class csv_missing {
  public:
    /// Reads what the options name once for all cells; they must live as long.
    template <class = void>
    [[gnu::cold]] explicit csv_missing(const csv_options& options) : options_(options) {
        for (const std::string& marker : options.missing) {
            const std::string_view wanted = without_spaces_around(marker);
            words_.push_back(wanted);
            if (const int sign = sign_of_infinity(wanted)) infinities_.push_back(sign);
            if (const auto number = plain_number(wanted, options.decimal, options.thousands.text())) {
                numbers_.push_back(*number);
            }
        }
    }
    [[nodiscard]] bool operator()(std::string_view text) const;

  private:
    template <class = void>
    [[nodiscard, gnu::cold]] static bool is_usual(std::string_view text);
    template <class = void>
    [[nodiscard]] bool is_named(std::string_view text) const;

    const csv_options& options_;
    std::vector<std::string_view> words_;
    std::vector<int> infinities_;
    std::vector<double> numbers_;
};
HEADWAY_INSTANTIATE(csv_missing::csv_missing(const csv_options& options));

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/history/bodies/detail/csv_number.hpp>
#endif
