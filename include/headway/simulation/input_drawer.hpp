// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include <headway/belief/belief_sampler.hpp>
#include <headway/forecast/model_call.hpp>
#include <headway/sampling/sampling_plan.hpp>
#include <headway/text/text.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// The beliefs of a forecast's inputs made ready for draws, once for all threads.
using input_samplers = std::vector<belief_sampler>;

template <class = void>
[[nodiscard]] input_samplers samplers_of(const input_view& model);

/// Draws the inputs of a forecast block by block.
template <class = void>
class basic_input_drawer {
  public:
    /// `places[i]` is where the draws of input i go.
    basic_input_drawer(const input_view& model, const input_samplers& beliefs, const sampling_plan& draws,
                       std::vector<double*> places);

    /// Draws a block; draws from `valid` on repeat the first, so that a model sees nothing but real inputs.
    void draw(std::uint64_t block, int valid);

    [[nodiscard]] double* drawn(std::size_t input) noexcept { return drawn_[input]; }
    /// The inputs of one draw, in base units.
    void take(int draw, double* to) const noexcept {
        for (std::size_t i = 0; i < drawn_.size(); ++i) to[i] = drawn_[i][draw];
    }

  private:
    /// Consecutive blocks of one input, drawn together.
    struct group {
        static constexpr std::size_t blocks = belief_sampler::group_size / batch::size;
        std::uint64_t first = ~std::uint64_t{0};
        double drawn[belief_sampler::group_size];
    };
    [[nodiscard]] bool in_groups(std::size_t i) const noexcept {
        return beliefs_[i].draws_best_in_groups() && !model_.correlation.takes_part[i];
    }
    void draw_from_group(std::size_t i, std::uint64_t block);

    input_view model_;
    const input_samplers& beliefs_;
    std::uint64_t blocks_;
    std::vector<double*> drawn_;
    std::vector<sampling_plan::reader> readers_;
    /// Null for an input drawn block by block.
    std::vector<std::unique_ptr<group>> groups_;
    std::vector<batch> normals_;
};
HEADWAY_ELSEWHERE(class basic_input_drawer<>);
using input_drawer = basic_input_drawer<>;

/// Draws the inputs of a forecast where no model reads them.
template <class = void>
class basic_drawn_inputs {
  public:
    basic_drawn_inputs(const input_view& model, const input_samplers& beliefs, const sampling_plan& draws)
        : blocks_(model.input_count), drawer_(model, beliefs, draws, places(blocks_)) {}

    void draw(std::uint64_t block, int valid) { drawer_.draw(block, valid); }
    [[nodiscard]] const double* drawn(std::size_t input) const noexcept { return blocks_[input].lane; }
    void take(int draw, double* to) const noexcept { drawer_.take(draw, to); }

  private:
    [[nodiscard]] static std::vector<double*> places(std::vector<batch>& blocks);

    std::vector<batch> blocks_;
    input_drawer drawer_;
};
HEADWAY_ELSEWHERE(class basic_drawn_inputs<>);
using drawn_inputs = basic_drawn_inputs<>;

/// The values of the inputs in words, exactly.
template <class = void>
[[nodiscard, gnu::cold]] std::string input_text(const input_view& model, const double* base_values);

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/simulation/bodies/input_drawer.hpp>
#endif
