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
[[nodiscard]] input_samplers samplers_of(const input_view& model) {
    input_samplers result;
    result.reserve(model.input_count);
    for (std::size_t i = 0; i < model.input_count; ++i) {
        const bool correlated = model.correlation.takes_part[i];
        result.emplace_back(model.inputs[i].parts(), correlated ? drawn_from::normals : drawn_from::uniforms);
    }
    return result;
}
HEADWAY_INSTANTIATE(input_samplers samplers_of<>(const input_view& model));

/// Draws the inputs of a forecast block by block.
template <class = void>
class basic_input_drawer {
  public:
    /// `places[i]` is where the draws of input i go.
    basic_input_drawer(const input_view& model, const input_samplers& beliefs, const sampling_plan& draws,
                       std::vector<double*> places)
        : model_(model), beliefs_(beliefs), blocks_(draws.blocks()), drawn_(std::move(places)),
          groups_(model.input_count), normals_(model.correlation.any ? model.input_count : 0) {
        readers_.reserve(model.input_count);
        for (std::size_t i = 0; i < model.input_count; ++i) {
            readers_.push_back(draws.read(i, hash_of(model.inputs[i].name)));
            if (in_groups(i)) groups_[i] = std::make_unique<group>();
        }
    }

    /// Draws a block; draws from `valid` on repeat the first, so that a model sees nothing but real inputs.
    void draw(std::uint64_t block, int valid) {
        const std::size_t size = drawn_.size();
        const copula_view& copula = model_.correlation;
        for (std::size_t i = 0; i < size; ++i) {
            if (groups_[i] == nullptr) readers_[i].uniforms(block, drawn_[i]);
        }
        if (copula.any) {
            for (std::size_t i = 0; i < size; ++i) {
                if (copula.takes_part[i]) normal_quantile_block<batch::size>(drawn_[i], normals_[i].lane);
            }
            copula.mix(normals_.data());
        }
        for (std::size_t i = 0; i < size; ++i) {
            double* const drawn = drawn_[i];
            if (groups_[i] != nullptr) {
                draw_from_group(i, block);
            } else if (copula.takes_part[i]) {
                beliefs_[i].template draw_from_normal_block<batch::size>(normals_[i].lane, drawn);
            } else {
                beliefs_[i].template draw_block<batch::size>(drawn, drawn);
            }
            for (int k = valid; k < batch::size; ++k) drawn[k] = drawn[0];
        }
    }

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
    void draw_from_group(std::size_t i, std::uint64_t block) {
        group& g = *groups_[i];
        const std::uint64_t first = block - block % group::blocks;
        if (g.first != first) {
            g.first = first;
            double u[belief_sampler::group_size];
            for (std::size_t b = 0; b < group::blocks; ++b) {
                double* const of_block = u + b * batch::size;
                if (first + b < blocks_) {
                    readers_[i].uniforms(first + b, of_block);
                } else {
                    std::fill(of_block, of_block + batch::size, 0.5);
                }
            }
            beliefs_[i].draw_group(u, g.drawn);
        }
        const double* const drawn = g.drawn + (block - first) * batch::size;
        copy_block(drawn, drawn_[i]);
    }

    input_view model_;
    const input_samplers& beliefs_;
    std::uint64_t blocks_;
    std::vector<double*> drawn_;
    std::vector<sampling_plan::reader> readers_;
    /// Null for an input drawn block by block.
    std::vector<std::unique_ptr<group>> groups_;
    std::vector<batch> normals_;
};
HEADWAY_INSTANTIATE(class basic_input_drawer<>);
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
    [[nodiscard]] static std::vector<double*> places(std::vector<batch>& blocks) {
        std::vector<double*> all;
        for (batch& b : blocks) all.push_back(b.lane);
        return all;
    }

    std::vector<batch> blocks_;
    input_drawer drawer_;
};
HEADWAY_INSTANTIATE(class basic_drawn_inputs<>);
using drawn_inputs = basic_drawn_inputs<>;

/// The values of the inputs in words, exactly.
template <class = void>
[[nodiscard, gnu::cold]] std::string input_text(const input_view& model, const double* base_values) {
    std::string out;
    for (std::size_t i = 0; i < model.input_count; ++i) {
        const assumption_record& a = model.inputs[i];
        out += (i == 0 ? "" : ", ") + std::string(a.name) + " = " + a.text(base_values[i], 17);
        if (a.kind().is_date()) out += " (" + number_text(base_values[i]) + " seconds since 1970)";
    }
    return out;
}
HEADWAY_INSTANTIATE(std::string input_text<>(const input_view& model, const double* base_values));

}  // namespace headway::detail

#include <headway/header_end.hpp>
