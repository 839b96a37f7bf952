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
    basic_model_evaluation(const model_call& model, std::vector<date> dates)
        : model_(model), dates_(std::move(dates)), points_(model.over_time ? dates_.size() : 1),
          beliefs_(samplers_of(model_)), central_(columns(), 0.0) {
        block_model medians(model_, dates_.data(), points_);
        for (std::size_t i = 0; i < model_.input_count; ++i) {
            std::fill(medians.input(i), medians.input(i) + batch::size, model_.inputs[i].base_quantile(0.5));
        }
        try {
            medians.run_first(central_.data());
        } catch (...) {
            central_throws_ = true;  // where a draw does too, the run names it
        }
    }

    [[nodiscard]] std::size_t inputs() const noexcept override { return model_.input_count; }
    [[nodiscard]] std::size_t columns() const noexcept override { return points_ * model_.outputs; }
    [[nodiscard]] const model_call& model() const noexcept { return model_; }
    /// The central result, 0 where it is not finite.
    [[nodiscard]] double pivot(std::size_t place) const noexcept {
        const double x = central_[place];
        return x - x == 0.0 ? x : 0.0;
    }
    [[nodiscard]] draw_column empty_column(std::size_t place, std::size_t replicates, bool keep) const override {
        return draw_column(pivot(place), replicates, keep);
    }
    /// The inputs' beliefs made ready for draws.
    [[nodiscard]] const input_samplers& beliefs() const noexcept { return beliefs_; }

    /// A hash of all that a run's results follow from: inputs by name and belief, correlations, dates, output names, and
    /// the model by its results at the medians and at the points of fingerprint_points.hpp. A point at which the model
    /// throws counts as that. Costs an evaluation of one block.
    [[nodiscard]] std::uint64_t fingerprint() const override {
        std::uint64_t hash = hash_combine(model_.output_names, model_.correlation.fingerprint);
        hash = hash_combine(hash, hash_of(model_.version));
        for (const date& d : dates_) hash = hash_combine(hash, d.seconds_since_1970());
        for (std::size_t i = 0; i < model_.input_count; ++i) {
            const assumption_record& a = model_.inputs[i];
            hash = hash_combine(hash_combine(hash, hash_of(a.name)), fingerprint_of(a.parts()));
            if (a.motion.fingerprint != nullptr) hash = hash_combine(hash, a.motion.fingerprint(a.motion));
        }
        hash = hash_combine(hash, std::uint64_t{central_throws_ ? 1U : 0U});
        for (const double x : central_) hash = hash_combine(hash, fingerprint_bits(x));
        block_model at_points(model_, dates_.data(), points_);
        for (std::size_t i = 0; i < model_.input_count; ++i) {
            fingerprint_points(i, model_.inputs[i].parts(), beliefs_[i], at_points.input(i));
        }
        std::uint64_t faults = 0;
        at_points.run(batch::size, [&](int draw, const std::string&) { faults |= std::uint64_t{1} << draw; });
        hash = hash_combine(hash, faults);
        for (const double* result : at_points.results()) hash = hash_combine(hash, fingerprint_of_block(result));
        return hash;
    }

    /// Evaluates blocks on one thread. `function` is who says so when the model is at fault; by `notes` parts of the
    /// model find what they made before. With `beside` it evaluates what that worker drew, of a model of the same inputs.
    class worker final : public block_worker {
      public:
        worker(const basic_model_evaluation& evaluation, const sampling_plan& draws, const char* function = "simulate",
               read_notes notes = {}, const worker* beside = nullptr)
            : draws_(draws), model_(evaluation.model_, evaluation.dates_.data(), evaluation.points_, notes,
                                    beside == nullptr ? nullptr : &beside->model_),
              inputs_(evaluation.model_, evaluation.beliefs_, draws, model_.places()), function_(function) {}

        void evaluate(std::uint64_t block, int valid, block_sink sink) override {
            inputs_.draw(block, valid);
            evaluate_drawn(block, valid, sink);
        }
        /// Where the model reads the 64 draws of an input, for who draws in a way of its own.
        [[nodiscard]] double* drawn(std::size_t input) noexcept { return model_.input(input); }
        /// The same for the draws that are there already.
        void evaluate_drawn(std::uint64_t block, int valid, block_sink sink) {
            compute(block, valid);
            bool all_defined = true;
            for (std::size_t c = 0; c < model_.results().size(); ++c) {
                if (!sink(c, model_.results()[c])) all_defined = false;
            }
            if (!all_defined) refuse_undefined(block, valid);
        }
        /// One column's results, all of them defined, for the draws that are there.
        [[nodiscard]] const double* result_of_drawn(std::uint64_t block, std::size_t column) {
            compute(block, batch::size);
            refuse_undefined(block, batch::size);
            return model_.results()[column];
        }

      private:
        void compute(std::uint64_t block, int valid) {
            model_.run(valid, [&](int draw, const std::string& what) {
                // Called while the model's own exception is handled, which is nested.
                refuse_undefined(block, draw);
                std::throw_with_nested(fault(block, draw, what));
            });
        }
        /// Of several draws whose results are undefined it names the lowest.
        void refuse_undefined(std::uint64_t block, int valid) const {
            for (const double* result : model_.results()) {
                if (!all_above(-never_value, result, valid)) return throw_lowest(block, valid);
            }
        }
        [[nodiscard]] static bool all_above(double least, const double* x, int valid) noexcept {
            bool all = true;
            for (int i = 0; i < valid; ++i) all &= x[i] > least;
            return all;
        }
        [[gnu::cold]] void throw_lowest(std::uint64_t block, int valid) const {
            for (int i = 0; i < valid; ++i) {
                for (const double* result : model_.results()) {
                    const double x = result[i];
                    if (x > -never_value) continue;
                    throw fault(block, i, "the model returned " + number_text(x) +
                                              "; return a finite value, or never (plus infinity)");
                }
            }
        }
        [[nodiscard, gnu::cold]] model_error fault(std::uint64_t block, int draw, const std::string& what) const {
            const std::uint64_t number = draws_.first_draw(block) + static_cast<unsigned>(draw);
            std::vector<double> at(model_.places().size());
            inputs_.take(draw, at.data());
            return model_error(std::string(function_) + ": at draw " + std::to_string(number) + " " + what +
                                   " (inputs: " + input_text(model_.model(), at.data()) + ")",
                               number);
        }

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
HEADWAY_INSTANTIATE(class basic_model_evaluation<>);
using model_evaluation = basic_model_evaluation<>;

}  // namespace headway::detail

#include <headway/header_end.hpp>
