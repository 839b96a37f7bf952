// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>

#include <headway/header_begin.hpp>

namespace headway {

/// Thrown for text that cannot be read: a file, a table, a command line. It says where, what stands there and what
/// was expected: "line 3, column 9: got "14 fortnights", expected a number and a unit of time". Nothing is
/// half-applied.
class parse_error : public std::runtime_error {
  public:
    /// Lines and columns count from 1, columns in bytes.
    parse_error(std::size_t line, std::size_t column, std::string_view got, std::string_view expected)
        : std::runtime_error("line " + std::to_string(line) + ", column " + std::to_string(column) + ": got \"" +
                             std::string(got) + "\", expected " + std::string(expected)),
          line_(line),
          column_(column),
          got_(got),
          expected_(expected) {}

    [[nodiscard]] std::size_t line() const noexcept { return line_; }
    [[nodiscard]] std::size_t column() const noexcept { return column_; }
    [[nodiscard]] const std::string& got() const noexcept { return got_; }
    [[nodiscard]] const std::string& expected() const noexcept { return expected_; }

  private:
    std::size_t line_;
    std::size_t column_;
    std::string got_;
    std::string expected_;
};

}  // namespace headway

#include <headway/header_end.hpp>
