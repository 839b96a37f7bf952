// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <memory>
#include <string>
#include <vector>

#include <headway/decision/detail/joint_inputs.hpp>
#include <headway/simulation/lowest_fault.hpp>
#include <headway/simulation/simulate.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// Several options evaluated block by block on common draws: each input is drawn once for all that read it.
template <class = void>
class basic_joint_draws final : public block_source {
  public:
    basic_joint_draws(const char* function, const std::vector<option_record>& options, const joint_inputs& joint);

    [[nodiscard]] std::size_t inputs() const noexcept override { return joint_.size(); }
    [[nodiscard]] std::size_t columns() const noexcept override { return options_.size(); }
    [[nodiscard]] draw_column empty_column(std::size_t option, std::size_t replicates, bool keep) const override {
        return evaluations_[option].empty_column(options_[option].place, replicates, keep);
    }
    [[nodiscard]] std::uint64_t fingerprint() const override;
    /// Of the forecast of one option, as `simulate` has it.
    [[nodiscard]] std::uint64_t fingerprint_of(std::size_t option) const { return evaluations_[option].fingerprint(); }
    [[nodiscard]] std::unique_ptr<block_worker> make_worker(const sampling_plan& draws) const override {
        return std::make_unique<worker>(*this, draws);
    }

  private:
    class worker final : public block_worker {
      public:
        worker(const basic_joint_draws& all, const sampling_plan& draws);

        void evaluate(std::uint64_t block, int valid, block_sink sink) override;

      private:
        const basic_joint_draws& all_;
        drawn_inputs drawn_;
        std::vector<std::unique_ptr<model_evaluation::worker>> workers_;
    };

    const char* function_;
    const std::vector<option_record>& options_;
    const joint_inputs& joint_;
    input_samplers beliefs_;
    std::vector<model_evaluation> evaluations_;
};
HEADWAY_ELSEWHERE(class basic_joint_draws<>);
using joint_draws = basic_joint_draws<>;

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/decision/bodies/detail/joint_draws.hpp>
#endif
