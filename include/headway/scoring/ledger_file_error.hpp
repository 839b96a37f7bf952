// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <stdexcept>
#include <string>

#include <headway/header_begin.hpp>

namespace headway {

/// Thrown where a ledger's file cannot be read or added to; the message names it, the system's reason, and what has become of
/// the file.
class ledger_file_error : public std::runtime_error {
  public:
    ledger_file_error(const std::string& file, const std::string& what)
        : std::runtime_error("ledger \"" + file + "\": " + what), file_(file) {}
    [[nodiscard]] const std::string& file() const noexcept { return file_; }

  private:
    std::string file_;
};

}  // namespace headway

#include <headway/header_end.hpp>
