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
                      const basic_block_model* beside = nullptr);
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
    void run_first(double* results);
    /// The results of the first `valid` draws; those of a draw at fault are 0. Draws from `valid` on repeat the first.
    void run(int valid, fault_handler fault);

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
    void run_draw(int draw, double* results);
    void run_draw_by_draw(int valid, fault_handler fault);
    /// After a run that draws left for other ways, or that threw. Draws that are done or go another way stand aside: they
    /// have the leader's inputs, so that the model sees nothing on a path but inputs that take it.
    [[gnu::cold]] void run_path_by_path(int valid, std::exception_ptr thrown, fault_handler fault);
    void run_again(int leader, std::uint64_t members, const std::vector<batch>& inputs);
    void restore(const std::vector<batch>& inputs) noexcept {
        for (std::size_t i = 0; i < inputs.size(); ++i) copy_block(inputs[i].lane, places_[i]);
    }
    void give(const std::vector<batch>& done);
    static void tell(int draw, const std::exception_ptr& thrown, fault_handler fault);

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
HEADWAY_ELSEWHERE(class basic_block_model<>);
using block_model = basic_block_model<>;

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/simulation/bodies/detail/block_model.hpp>
#endif
