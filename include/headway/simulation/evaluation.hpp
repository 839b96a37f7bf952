// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <exception>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <headway/forecast/fingerprint_points.hpp>
#include <headway/forecast/model_error.hpp>
#include <headway/outcome/block_source.hpp>
#include <headway/simulation/detail/block_model.hpp>
#include <headway/simulation/input_drawer.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// What the engine runs: a forecast's model, once or on several dates.
template <class = void>
class basic_model_evaluation final : public block_source {
  public:
    /// The forecast that the model is of must live as long as this.
    basic_model_evaluation(const model_call& model, std::vector<date> dates);

    [[nodiscard]] std::size_t inputs() const noexcept override { return model_.input_count; }
    [[nodiscard]] std::size_t columns() const noexcept override { return points_ * model_.outputs; }
    [[nodiscard]] const model_call& model() const noexcept { return model_; }
    /// The central result, 0 where it is not finite.
    [[nodiscard]] double pivot(std::size_t place) const noexcept;
    [[nodiscard]] draw_column empty_column(std::size_t place, std::size_t replicates, bool keep) const override {
        return draw_column(pivot(place), replicates, keep);
    }
    /// The inputs' beliefs made ready for draws.
    [[nodiscard]] const input_samplers& beliefs() const noexcept { return beliefs_; }

    /// A hash of all that a run's results follow from: inputs by name and belief, correlations, dates, output names, and
    /// the model by its results at the medians and at the points of fingerprint_points.hpp. A point at which the model
    /// throws counts as that. Costs an evaluation of one block.
    [[nodiscard]] std::uint64_t fingerprint() const override;

    /// Evaluates blocks on one thread. `function` is who says so when the model is at fault; by `notes` parts of the
    /// model find what they made before. With `beside` it evaluates what that worker drew, of a model of the same inputs.
    class worker final : public block_worker {
      public:
        worker(const basic_model_evaluation& evaluation, const sampling_plan& draws, const char* function = "simulate",
               read_notes notes = {}, const worker* beside = nullptr)
            : draws_(draws), model_(evaluation.model_, evaluation.dates_.data(), evaluation.points_, notes,
                                    beside == nullptr ? nullptr : &beside->model_),
              inputs_(evaluation.model_, evaluation.beliefs_, draws, model_.places()), function_(function) {}

        void evaluate(std::uint64_t block, int valid, block_sink sink) override;
        /// Where the model reads the 64 draws of an input, for who draws in a way of its own.
        [[nodiscard]] double* drawn(std::size_t input) noexcept { return model_.input(input); }
        /// The same for the draws that are there already.
        void evaluate_drawn(std::uint64_t block, int valid, block_sink sink);
        /// One column's results, all of them defined, for the draws that are there.
        [[nodiscard]] const double* result_of_drawn(std::uint64_t block, std::size_t column);

      private:
        void compute(std::uint64_t block, int valid);
        /// Of several draws whose results are undefined it names the lowest.
        void refuse_undefined(std::uint64_t block, int valid) const;
        [[nodiscard]] static bool all_above(double least, const double* x, int valid) noexcept;
        [[gnu::cold]] void throw_lowest(std::uint64_t block, int valid) const;
        [[nodiscard, gnu::cold]] model_error fault(std::uint64_t block, int draw, const std::string& what) const;

        const sampling_plan& draws_;
        block_model model_;
        input_drawer inputs_;
        const char* function_;
    };
    [[nodiscard]] std::unique_ptr<block_worker> make_worker(const sampling_plan& draws) const override {
        return std::make_unique<worker>(*this, draws);
    }

  private:
    model_call model_;
    std::vector<date> dates_;
    std::size_t points_;
    input_samplers beliefs_;
    /// The results at the medians.
    std::vector<double> central_;
    bool central_throws_ = false;
};
HEADWAY_ELSEWHERE(class basic_model_evaluation<>);
using model_evaluation = basic_model_evaluation<>;

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/simulation/bodies/evaluation.hpp>
#endif
