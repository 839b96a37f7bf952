// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <stdexcept>

namespace headway {

/// Thrown when a model throws, or returns an undefined value: the message names the draw, or the case, and its inputs,
/// so that it can be replayed with `at(...)`; the model's own exception is nested inside (std::rethrow_if_nested).
class model_error : public std::runtime_error {
    using std::runtime_error::runtime_error;
};

}  // namespace headway
