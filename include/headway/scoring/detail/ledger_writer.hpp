// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <headway/scoring/detail/append_to_file.hpp>
#include <headway/scoring/detail/ledger_reader.hpp>
#include <headway/version.hpp>

#include <headway/header_begin.hpp>

/// Statements and answers as lines at the end of a ledger.
namespace headway::detail {

[[noreturn, gnu::cold]] inline void refuse_entry(const char* function, const std::string& why) {
    throw std::domain_error(std::string(function) + ": " + why);
}

/// A text that can stand in a cell, on one line.
template <class = void>
[[gnu::cold]] void require_cell(const char* function, const char* what, std::string_view text, bool may_be_empty);

/// What stands between the end of a text and a new line: the end of its last line, marked as torn where it is one, and the
/// header where there is none.
template <class = void>
[[nodiscard, gnu::cold]] std::string before_a_new_line(std::string_view text, const ledger_reader& read);

/// A file that is something else is not added to.
template <class = void>
[[gnu::cold]] void require_a_ledger(const std::string& file, const ledger_reader& read);

/// The value of a statement, as it stands in the file.
template <class = void>
[[nodiscard, gnu::cold]] std::string stated_value_text(const ledger_entry& e, int digits);

template <class = void>
[[nodiscard, gnu::cold]] ledger_fields fields_of_statement(const ledger_entry& e, int digits);

/// Checks statements before any file is opened.
template <class = void>
[[gnu::cold]] void check_statement(const ledger_entry& e);

/// Adds statements to a file, all or none.
template <class = void>
[[gnu::cold]] void append_statements(const std::vector<ledger_entry>& entries, int digits, const std::string& file);

/// The size of the unit that a statement names, in base units of what `notation` tells; false where it is no such unit.
template <class = void>
[[nodiscard, gnu::cold]] bool read_stated_unit(std::string_view unit, const value_notation& notation,
                                               run_time_unit& made);

/// A name of a unit that no quantity of the library has: "points", "H100 equivalents".
template <class = void>
[[nodiscard, gnu::cold]] bool is_a_unit_of_words(std::string_view unit);

/// What became of a statement, of whatever type.
struct typed_answer {
    /// In base units, see value_notation; 1 or 0 where `is_an_event`.
    double base;
    const value_notation* notation;
    bool is_an_event;
};

/// In the unit of the statement. \throws std::domain_error for what the statement is not about.
template <class = void>
[[nodiscard, gnu::cold]] double in_stated_unit(const char* function, const typed_answer& answer,
                                               const ledger_entry& e);

/// Adds an answer, or the correction of one, to a file.
template <class = void>
[[gnu::cold]] void append_answer(const char* function, bool is_correction, std::string_view id, const date& on,
                                 const typed_answer& answer, const std::string& file, std::string_view source);

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/scoring/bodies/detail/ledger_writer.hpp>
#endif
