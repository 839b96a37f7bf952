// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>

#include <headway/header_begin.hpp>

namespace headway {

/// Thrown when a model throws, or returns an undefined value: the message names the draw, or the case, and its inputs,
/// so that it can be replayed with `at(...)`; the model's own exception is nested inside (std::rethrow_if_nested).
/// Of several draws at fault it is the lowest, at each run and with any number of threads.
class model_error : public std::runtime_error {
  public:
    explicit model_error(const std::string& what, std::optional<std::uint64_t> draw = {})
        : std::runtime_error(what), draw_(draw) {}

    /// The draw at fault, counted from 0 over the whole run; none where the model was not at a draw.
    [[nodiscard]] std::optional<std::uint64_t> draw() const noexcept { return draw_; }

  private:
    std::optional<std::uint64_t> draw_;
};

}  // namespace headway

#include <headway/header_end.hpp>
