// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <headway/math/stable_order.hpp>
#include <headway/text/near_names.hpp>
#include <headway/text/parse_error.hpp>
#include <headway/text/parse_number.hpp>
#include <headway/text/text_encoding.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// A value of a JSON document and where it stands, lines and columns from 1, columns in bytes.
struct json_value {
    enum class kind { null, truth, number, string, array, object };
    kind is = kind::null;
    bool truth = false;
    double number = 0.0;
    /// Of a string its characters, of everything else as it is written.
    std::string text;
    /// Of an object: the names of its members, in order; no two alike.
    std::vector<json_value> names;
    /// Of an array, or the values of an object's members.
    std::vector<json_value> items;
    std::size_t line = 1;
    std::size_t column = 1;
    /// A string in which characters are written as others, so that places within it are not counted in its bytes.
    bool has_escapes = false;

    /// The member of that name; null where there is none.
    [[nodiscard]] const json_value* find(std::string_view name) const noexcept;
    /// A fault at the place of this value.
    [[nodiscard, gnu::cold]] parse_error fault(std::string_view expected) const {
        return {line, column, is == kind::array ? "[" : is == kind::object ? "{" : quoted_in_message(text), expected};
    }
};

/// Reads JSON as RFC 8259 has it and nothing else: no comments, no commas too many, no names without quotes, no leading
/// zeros. Of what the RFC leaves open: a byte-order mark is skipped, text must be UTF-8 and escapes must be whole characters,
/// an object has each name once, a number must be one that a double can hold, and values lie at most 64 deep.
class json_reader {
  public:
    explicit json_reader(std::string_view text) noexcept : text_(text) {}

    /// \throws parse_error with the first place that is not so.
    template <class = void>
    [[nodiscard, gnu::cold]] json_value read();

  private:
    static constexpr int most_depth = 64;

    [[nodiscard]] char next() const noexcept { return at_ < text_.size() ? text_[at_] : '\0'; }
    void skip_spaces() noexcept;
    bool take(char c) noexcept;
    [[noreturn, gnu::cold]] void fail(std::size_t from, std::string_view expected) const;

    template <class = void>
    [[nodiscard, gnu::cold]] json_value value(int depth);
    [[nodiscard]] bool word(std::string_view w) noexcept;
    template <class = void>
    [[gnu::cold]] void read_items(json_value& v, int depth);
    template <class = void>
    [[gnu::cold]] static void refuse_names_that_stand_twice(const json_value& v);
    template <class = void>
    [[gnu::cold]] void read_number(json_value& v);
    template <class = void>
    [[gnu::cold]] void read_string(json_value& v);
    /// Of u and four digits; of a pair of them where the first is half a character.
    template <class = void>
    [[gnu::cold]] void read_escaped_character(json_value& v);
    template <class = void>
    [[nodiscard, gnu::cold]] char32_t four_digits(std::size_t from);

    std::string_view text_;
    std::size_t at_ = 0;
    std::size_t line_ = 1;
    std::size_t line_start_ = 0;
};

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/text/bodies/json_reader.hpp>
#endif
