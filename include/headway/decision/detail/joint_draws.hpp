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
    basic_joint_draws(const char* function, const std::vector<option_record>& options, const joint_inputs& joint)
        : function_(function), options_(options), joint_(joint), beliefs_(samplers_of(joint.view())) {
        evaluations_.reserve(options.size());
        for (const option_record& o : options) evaluations_.emplace_back(o.model, o.dates);
    }

    [[nodiscard]] std::size_t inputs() const noexcept override { return joint_.size(); }
    [[nodiscard]] std::size_t columns() const noexcept override { return options_.size(); }
    [[nodiscard]] draw_column empty_column(std::size_t option, std::size_t replicates, bool keep) const override {
        return evaluations_[option].empty_column(options_[option].place, replicates, keep);
    }
    [[nodiscard]] std::uint64_t fingerprint() const override {
        std::uint64_t hash = joint_.view().correlation.fingerprint;
        for (std::size_t o = 0; o < options_.size(); ++o) {
            hash = hash_combine(hash_combine(hash, hash_of(options_[o].name)), fingerprint_of(o));
        }
        return hash;
    }
    /// Of the forecast of one option, as `simulate` has it.
    [[nodiscard]] std::uint64_t fingerprint_of(std::size_t option) const { return evaluations_[option].fingerprint(); }
    [[nodiscard]] std::unique_ptr<block_worker> make_worker(const sampling_plan& draws) const override {
        return std::make_unique<worker>(*this, draws);
    }

  private:
    class worker final : public block_worker {
      public:
        worker(const basic_joint_draws& all, const sampling_plan& draws)
            : all_(all), drawn_(all.joint_.view(), all.beliefs_, draws) {
            for (const model_evaluation& e : all.evaluations_) {
                workers_.push_back(std::make_unique<model_evaluation::worker>(e, draws, all.function_));
            }
        }

        void evaluate(std::uint64_t block, int valid, block_sink sink) override {
            drawn_.draw(block, valid);
            lowest_fault faults;
            for (std::size_t o = 0; o < workers_.size(); ++o) {
                const std::vector<std::size_t>& places = all_.joint_.places(o);
                for (std::size_t i = 0; i < places.size(); ++i) {
                    copy_lanes<batch::size>(drawn_.drawn(places[i]), workers_[o]->drawn(i));
                }
                faults.note("option", all_.options_[o].name, [&] {
                    // Results that are not asked for must be defined as well, as in a simulation.
                    workers_[o]->evaluate_drawn(block, valid, [&](std::size_t c, const double* values) {
                        return c == all_.options_[o].place && sink(o, values);
                    });
                });
            }
            faults.rethrow();
        }

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
HEADWAY_INSTANTIATE(class basic_joint_draws<>);
using joint_draws = basic_joint_draws<>;

}  // namespace headway::detail

#include <headway/header_end.hpp>
