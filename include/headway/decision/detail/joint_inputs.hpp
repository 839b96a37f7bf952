// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include <headway/belief/shown_belief.hpp>
#include <headway/decision/option.hpp>
#include <headway/sampling/sampling_plan.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// The inputs of several options, each name once: first those of the option with the most that are correlated (of equals the
/// first), then what the others read besides.
template <class = void>
class basic_joint_inputs {
  public:
    /// \throws std::domain_error, in the name of `function`, for an input that options believe or correlate differently.
    basic_joint_inputs(const char* function, const std::vector<option_record>& options);

    [[nodiscard]] std::size_t size() const noexcept { return records_.size(); }
    [[nodiscard]] input_view view() const noexcept {
        return {records_.data(), size(), {size(), factor_.data(), takes_part_.get(), fingerprint_, any_}};
    }
    /// Where the inputs of an option are among these, in its order.
    [[nodiscard]] const std::vector<std::size_t>& places(std::size_t option) const noexcept { return places_[option]; }
    /// Whether the draws of an option are those of a simulation of its own.
    [[nodiscard]] bool draws_as_alone(std::size_t option, method how) const noexcept;
    /// The place of an input, or their number.
    [[nodiscard]] std::size_t place_of(std::string_view name) const noexcept;
    /// "'decline', 'price'".
    [[nodiscard, gnu::cold]] std::string names() const;

  private:
    [[noreturn, gnu::cold]] void refuse(const std::string& why) const {
        throw std::domain_error(std::string(function_) + ": " + why);
    }
    [[nodiscard, gnu::cold]] static std::string quoted(std::string_view name) { return "'" + std::string(name) + "'"; }

    [[nodiscard]] static std::size_t correlated(const model_call& model) noexcept;
    [[nodiscard]] static std::size_t most_correlated(const std::vector<option_record>& options) noexcept;

    void add(const std::vector<option_record>& options, std::size_t o);
    void require_same_belief(const assumption_record& a, const std::string& in_a, const assumption_record& b,
                             const std::string& in_b) const;
    [[nodiscard, gnu::cold]] static std::string shown(const assumption_record& a) {
        return a.is_path() ? a.motion.text(a.motion) : shown_belief(a.parts(), a.notation());
    }

    /// The correlations are those of the first list of inputs, whose places are the first.
    void join(const std::vector<option_record>& options);
    /// Of the normal numbers that two inputs are drawn from.
    [[nodiscard]] static double correlation_of(const copula_view& copula, std::size_t i, std::size_t j) noexcept;
    void require_same_correlations(const std::vector<option_record>& options, std::size_t o) const;

    const char* function_;
    std::vector<assumption_record> records_;
    /// The option that each came with.
    std::vector<std::size_t> first_;
    std::vector<std::vector<std::size_t>> places_;
    std::size_t base_;
    std::vector<double> factor_;
    std::unique_ptr<bool[]> takes_part_;
    std::uint64_t fingerprint_ = 0;
    bool any_ = false;
};
HEADWAY_ELSEWHERE(class basic_joint_inputs<>);
using joint_inputs = basic_joint_inputs<>;

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/decision/bodies/detail/joint_inputs.hpp>
#endif
