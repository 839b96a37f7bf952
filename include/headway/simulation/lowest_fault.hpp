// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <exception>
#include <string>

#include <headway/forecast/model_error.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// Throws a model's fault again with whose it is in front, "scenario 'hot'", the model's own exception nested inside as before.
[[noreturn, gnu::cold]] inline void throw_within(const std::string& whose, const model_error& fault) {
    const model_error named("in " + whose + ", " + fault.what(), fault.draw());
    try {
        std::rethrow_if_nested(fault);
    } catch (...) {
        std::throw_with_nested(named);
    }
    throw named;
}

/// Of several models on common draws the fault of the lowest draw, of equals that of the first model.
class lowest_fault {
  public:
    /// Runs one model on some draws; false if it, or one before it, was at fault.
    template <class Evaluate>
    bool note(const char* kind, const std::string& name, Evaluate evaluate) {
        try {
            evaluate();
        } catch (const model_error& e) {
            const std::uint64_t draw = e.draw().value_or(0);
            if (fault_ && draw >= draw_) return false;
            draw_ = draw;
            try {
                throw_within(std::string(kind) + " '" + name + "'", e);
            } catch (...) {
                fault_ = std::current_exception();
            }
        }
        return !fault_;
    }
    void rethrow() const {
        if (fault_) std::rethrow_exception(fault_);
    }

  private:
    std::exception_ptr fault_;
    std::uint64_t draw_ = 0;
};

}  // namespace headway::detail

#include <headway/header_end.hpp>
