// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <memory>
#include <string>

#include <headway/belief/belief_sampler.hpp>
#include <headway/forecast/draw_by_draw.hpp>
#include <headway/forecast/forecast.hpp>
#include <headway/math/batch.hpp>
#include <headway/sampling/sampling_plan.hpp>
#include <headway/text/text.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// Draws the inputs of a forecast block by block. Not to be copied: it holds pointers into itself.
template <class Forecast>
class input_drawer {
  public:
    using inputs_type = typename Forecast::inputs_type;
    static constexpr std::size_t size = inputs_type::size;
    using block_values = typename Forecast::template values<basic_batch<Forecast>>;
    using draw_values = typename Forecast::template values<double>;

    /// The inputs' beliefs made ready for draws, once for all threads.
    using samplers = std::array<belief_sampler, size>;
    [[nodiscard]] static samplers samplers_of(const Forecast& forecast) {
        samplers result;
        std::size_t i = 0;
        forecast.inputs().for_each([&](const auto& assumption) {
            const bool correlated = forecast.correlation().takes_part(i);
            result[i] = belief_sampler(assumption.belief(), correlated ? drawn_from::normals : drawn_from::uniforms);
            ++i;
        });
        return result;
    }

    input_drawer(const Forecast& forecast, const samplers& beliefs, const sampling_plan& draws)
        : forecast_(forecast), beliefs_(beliefs), blocks_(draws.blocks()),
          values_(zeros(std::make_index_sequence<size>{})), drawn_(lanes_of_values(std::make_index_sequence<size>{})) {
        std::size_t i = 0;
        forecast.inputs().for_each([&](const auto& assumption) {
            readers_[i] = draws.read(i, hash_of(assumption.name));
            if (in_groups(i)) groups_[i] = std::make_unique<group>();
            ++i;
        });
    }

    input_drawer(const input_drawer&) = delete;
    input_drawer& operator=(const input_drawer&) = delete;

    /// Draws a block; draws from `valid` on repeat the first, so that a model sees nothing but real inputs.
    void draw(std::uint64_t block, int valid) {
        const auto& mixer = forecast_.correlation();
        for (std::size_t i = 0; i < size; ++i) {
            if (groups_[i] == nullptr) readers_[i].uniforms(block, drawn_[i]);
        }
        if (mixer.any()) {
            for (std::size_t i = 0; i < size; ++i) {
                if (mixer.takes_part(i)) normal_quantile_block<batch::size>(drawn_[i], normals_[i].lane);
            }
            mixer.mix(normals_.data());
        }
        for (std::size_t i = 0; i < size; ++i) {
            double* const drawn = drawn_[i];
            if (groups_[i] != nullptr) {
                draw_from_group(i, block);
            } else if (mixer.takes_part(i)) {
                beliefs_[i].template draw_from_normal_block<batch::size>(normals_[i].lane, drawn);
            } else {
                beliefs_[i].template draw_block<batch::size>(drawn, drawn);
            }
            for (int k = valid; k < batch::size; ++k) drawn[k] = drawn[0];
        }
    }

    [[nodiscard]] double* drawn(std::size_t input) noexcept { return drawn_[input]; }
    [[nodiscard]] const block_values& values() const noexcept { return values_; }
    [[nodiscard]] draw_values values(int draw) const {
        return [&]<std::size_t... I>(std::index_sequence<I...>) {
            return draw_values(value_from_base<value_type<I>>(drawn_[I][draw])...);
        }(std::make_index_sequence<size>{});
    }
    /// The inputs of a draw in words.
    [[nodiscard]] std::string text(int draw) const {
        std::string out;
        std::size_t i = 0;
        forecast_.inputs().for_each([&](const auto& assumption) {
            using type = typename std::remove_cvref_t<decltype(assumption)>::value_type;
            const double drawn = drawn_[i][draw];
            out += (i == 0 ? "" : ", ") + std::string(assumption.name) + " = ";
            if constexpr (any_date<type>) {
                out += to_text(value_from_base<type>(drawn)) + " (" + number_text(drawn) + " seconds since 1970)";
            } else {
                out += to_text(value_from_base<type>(drawn), 17);
            }
            ++i;
        });
        return out;
    }

  private:
    /// Consecutive blocks of one input, drawn together.
    struct group {
        static constexpr std::size_t blocks = belief_sampler::group_size / batch::size;
        std::uint64_t first = ~std::uint64_t{0};
        double drawn[belief_sampler::group_size];
    };
    [[nodiscard]] bool in_groups(std::size_t i) const noexcept {
        return beliefs_[i].draws_best_in_groups() && !forecast_.correlation().takes_part(i);
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
        copy_lanes<batch::size>(drawn, drawn_[i]);
    }

    template <std::size_t I>
    using value_type = typename inputs_type::template assumption_at<I>::value_type;

    template <std::size_t... I>
    [[nodiscard]] static block_values zeros(std::index_sequence<I...>) {
        return block_values(rebind_number<value_type<I>, basic_batch<Forecast>>{}...);
    }
    // Draws are written where the model reads them: a copy of every input would cost as much as some models.
    template <std::size_t... I>
    [[nodiscard]] std::array<double*, size> lanes_of_values(std::index_sequence<I...>) noexcept {
        return {const_cast<double*>(base_value_of(values_.template get<I>()).lane)...};
    }

    const Forecast& forecast_;
    const samplers& beliefs_;
    std::uint64_t blocks_;
    block_values values_;
    std::array<double*, size> drawn_;
    std::array<sampling_plan::reader, size> readers_;
    /// Null for an input drawn block by block.
    std::array<std::unique_ptr<group>, size> groups_;
    std::array<batch, size> normals_;
};

}  // namespace headway::detail

#include <headway/header_end.hpp>
