// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <bit>
#include <exception>
#include <string>
#include <utility>
#include <vector>

#include <headway/forecast/model_call.hpp>
#include <headway/math/function_ref.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// A forecast's model with a block of its inputs, and what it makes of them.
template <class = void>
class basic_block_model {
  public:
    /// Told of a draw at which the model throws, and how, while that exception is handled; may throw itself.
    using fault_handler = function_ref<void(int draw, const std::string& what)>;

    /// By `notes` parts of the model find what they made before. With `beside` it reads the inputs of that model, which has
    /// the same, takes blocks if this one does, and lives as long.
    basic_block_model(const model_call& model, const date* dates, std::size_t points, read_notes notes = {},
                      const basic_block_model* beside = nullptr)
        : model_(model), dates_(dates), points_(points), places_(model.input_count), own_results_(points * model.outputs),
          results_(own_results_.size()) {
        if (model.on_plain_numbers()) {
            if (beside == nullptr) own_inputs_.resize(model.input_count);
            at_.resize(model.input_count);
            for (std::size_t i = 0; i < places_.size(); ++i) {
                places_[i] = beside == nullptr ? own_inputs_[i].lane : beside->places_[i];
            }
        }
        for (std::size_t c = 0; c < results_.size(); ++c) results_[c] = own_results_[c].lane;
        block_ = model.make_block(places_.data(), points, notes, beside == nullptr ? nullptr : beside->block_);
    }
    ~basic_block_model() { model_.free_block(block_); }
    basic_block_model(const basic_block_model&) = delete;
    basic_block_model& operator=(const basic_block_model&) = delete;

    [[nodiscard]] const model_call& model() const noexcept { return model_; }
    /// The draws of an input, as the model reads them.
    [[nodiscard]] double* input(std::size_t i) noexcept { return places_[i]; }
    [[nodiscard]] const std::vector<double*>& places() const noexcept { return places_; }
    /// Where the draws of each result are, until the next run.
    [[nodiscard]] const std::vector<const double*>& results() const noexcept { return results_; }

    /// The results of the first draw, for inputs whose draws are all the same. Throws what the model throws.
    void run_first(double* results) {
        if (model_.on_plain_numbers()) return run_draw(0, results);
        const guide_of_this_thread guide;
        guide.lead(0);
        run_block();
        for (std::size_t c = 0; c < results_.size(); ++c) results[c] = results_[c][0];
    }
    /// The results of the first `valid` draws; those of a draw at fault are 0. Draws from `valid` on repeat the first.
    void run(int valid, fault_handler fault) {
        if (model_.on_plain_numbers()) return run_draw_by_draw(valid, fault);
        const guide_of_this_thread guide;
        guide.lead(0);
        std::exception_ptr thrown;
        try {
            run_block();
        } catch (...) {
            thrown = std::current_exception();
        }
        if (thrown || guide.together() != ~std::uint64_t{0}) run_path_by_path(valid, thrown, fault);
    }

  private:
    /// A model may run a model, so the guide is given back as it was.
    class guide_of_this_thread {
      public:
        guide_of_this_thread() noexcept : before_(this_branch_guide) {}
        ~guide_of_this_thread() { this_branch_guide = before_; }
        guide_of_this_thread(const guide_of_this_thread&) = delete;
        guide_of_this_thread& operator=(const guide_of_this_thread&) = delete;

        static void lead(int draw) noexcept { this_branch_guide.lead(draw); }
        [[nodiscard]] static std::uint64_t together() noexcept { return this_branch_guide.together; }

      private:
        branch_guide before_;
    };

    void run_block() {
        model_.on_block(model_.forecast, dates_, points_, block_, own_results_.data(), results_.data());
    }
    void run_draw(int draw, double* results) {
        for (std::size_t i = 0; i < at_.size(); ++i) at_[i] = places_[i][draw];
        model_.on_draw(model_.forecast, dates_, points_, at_.data(), results);
    }
    void run_draw_by_draw(int valid, fault_handler fault) {
        std::vector<double> result(results_.size());
        for (batch& block : own_results_) block = 0.0;
        for (int draw = 0; draw < valid; ++draw) {
            try {
                run_draw(draw, result.data());
                for (std::size_t c = 0; c < result.size(); ++c) own_results_[c].lane[draw] = result[c];
            } catch (...) {
                tell(draw, std::current_exception(), fault);
            }
        }
    }
    /// After a run that draws left for other ways, or that threw. Draws that are done or go another way stand aside: they
    /// have the leader's inputs, so that the model sees nothing on a path but inputs that take it.
    [[gnu::cold]] void run_path_by_path(int valid, std::exception_ptr thrown, fault_handler fault) {
        std::vector<batch> inputs(places_.size());
        for (std::size_t i = 0; i < inputs.size(); ++i) copy_block(places_[i], inputs[i].lane);
        std::vector<batch> done(results_.size());
        std::uint64_t left = valid < batch::size ? (std::uint64_t{1} << valid) - 1 : ~std::uint64_t{0};
        std::uint64_t members = left;
        for (;;) {
            const int leader = std::countr_zero(left);
            const std::uint64_t together = guide_of_this_thread::together() & members;
            if (!thrown) {
                for (std::size_t c = 0; c < done.size(); ++c) {
                    for (int k = 0; k < batch::size; ++k) {
                        if ((together >> k & 1U) != 0) done[c].lane[k] = results_[c][k];
                    }
                }
                left &= ~together;
                members = left;
            } else if (together != members) {
                members = together;  // it may have thrown for a draw that had gone another way
            } else if (std::popcount(members) > 1) {
                members = std::uint64_t{1} << leader;  // it threw for one of these
            } else {
                restore(inputs);
                give(done);
                tell(leader, thrown, fault);
                left &= ~members;
                members = left;
            }
            if (left == 0) break;
            thrown = nullptr;
            try {
                run_again(std::countr_zero(left), members, inputs);
            } catch (...) {
                thrown = std::current_exception();
            }
        }
        restore(inputs);
        give(done);
    }
    void run_again(int leader, std::uint64_t members, const std::vector<batch>& inputs) {
        for (std::size_t i = 0; i < inputs.size(); ++i) {
            for (int k = 0; k < batch::size; ++k) {
                places_[i][k] = inputs[i].lane[(members >> k & 1U) != 0 ? k : leader];
            }
        }
        guide_of_this_thread::lead(leader);
        run_block();
    }
    void restore(const std::vector<batch>& inputs) noexcept {
        for (std::size_t i = 0; i < inputs.size(); ++i) copy_block(inputs[i].lane, places_[i]);
    }
    void give(const std::vector<batch>& done) {
        own_results_ = done;
        for (std::size_t c = 0; c < results_.size(); ++c) results_[c] = own_results_[c].lane;
    }
    static void tell(int draw, const std::exception_ptr& thrown, fault_handler fault) {
        try {
            std::rethrow_exception(thrown);
        } catch (const std::exception& e) {
            fault(draw, std::string("the model threw: ") + e.what());
        } catch (...) {
            fault(draw, "the model threw");
        }
    }

    model_call model_;
    const date* dates_;
    std::size_t points_;
    std::vector<double*> places_;
    /// Of a model on plain numbers, which has no block.
    std::vector<batch> own_inputs_;
    std::vector<double> at_;
    /// Those that the model did not leave where it made them.
    std::vector<batch> own_results_;
    std::vector<const double*> results_;
    void* block_ = nullptr;
};
HEADWAY_INSTANTIATE(class basic_block_model<>);
using block_model = basic_block_model<>;

}  // namespace headway::detail

#include <headway/header_end.hpp>
