// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <vector>

#include <headway/math/stable_order.hpp>
#include <headway/text/parse_error.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// Everything that is wrong with a text, told at once: one `parse_error` for each fault, in the order of the text. It
/// is itself the first of them; `what()` has a line for each, the first fifty where there are more.
class parse_errors : public parse_error {
  public:
    /// At least one fault.
    explicit parse_errors(std::vector<parse_error> faults) : parse_errors(in_order(std::move(faults)), sorted{}) {}

    [[nodiscard]] const char* what() const noexcept override { return text_.c_str(); }
    [[nodiscard]] std::size_t size() const noexcept { return faults_.size(); }
    [[nodiscard]] const parse_error& operator[](std::size_t i) const noexcept { return faults_[i]; }
    [[nodiscard]] std::vector<parse_error>::const_iterator begin() const noexcept { return faults_.begin(); }
    [[nodiscard]] std::vector<parse_error>::const_iterator end() const noexcept { return faults_.end(); }

  private:
    static constexpr std::size_t most_lines = 50;
    struct sorted {};

    template <class = void>
    [[gnu::cold]] static std::vector<parse_error> in_order(std::vector<parse_error> faults);
    parse_errors(std::vector<parse_error> faults, sorted);

    std::vector<parse_error> faults_;
    std::string text_;
};

}  // namespace headway

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/text/bodies/parse_errors.hpp>
#endif
