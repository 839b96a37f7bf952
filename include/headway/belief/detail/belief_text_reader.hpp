// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/belief/belief_notation.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// What readers of beliefs and of their parts share: a value, a plain number, a sign; and the text that they have read.
template <class = void>
class basic_belief_text_reader {
  public:
    basic_belief_text_reader(text_cursor& cursor, const belief_notation& notation) noexcept
        : cursor_(cursor), notation_(notation) {}

  protected:
    /// What was read is also written, as `belief_text` tells it later.
    [[gnu::cold]] void write(std::string_view text) { written_ += text; }
    /// Of a value read: as it stands there, with one space where there are several or others.
    [[nodiscard, gnu::cold]] std::string text_read(std::size_t from) const;

    [[gnu::cold]] double value() { return read_as(*notation_.values); }
    [[gnu::cold]] double span() { return read_as(notation_of_differences(*notation_.values)); }
    /// A number of the makers; one in percent is the double of the decimal that it means, 0.007 for 0.7 %.
    [[gnu::cold]] double number();
    [[gnu::cold]] double read_as(const value_notation& notation);
    [[gnu::cold]] void comma();
    [[gnu::cold]] bool another();
    [[gnu::cold]] void expect(std::string_view symbol, std::string_view expected);
    [[gnu::cold]] void close();

    text_cursor& cursor_;
    const belief_notation& notation_;
    std::string written_;
};
HEADWAY_ELSEWHERE(class basic_belief_text_reader<>);
using belief_text_reader = basic_belief_text_reader<>;

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/belief/bodies/detail/belief_text_reader.hpp>
#endif
