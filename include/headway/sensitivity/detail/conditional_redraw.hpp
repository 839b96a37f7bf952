// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <vector>

#include <headway/belief/belief_sampler.hpp>
#include <headway/sampling/rank_correlation.hpp>
#include <headway/simulation/input_drawer.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// Draws blocks of inputs, and draws any of them anew given the values of the others, under the Gaussian copula of
/// their correlations.
template <class = void>
class basic_conditional_redraw {
  public:
    /// Of each input, whether it is redrawn.
    using choice = std::vector<char>;

    basic_conditional_redraw(const copula_view& copula, const input_samplers& of);

    /// A block of draws, and what their redraws will be made of.
    template <class Uniforms>
    void draw(Uniforms& uniforms, std::uint64_t block) {
        for (std::size_t i = 0; i < inputs_; ++i) {
            uniforms.first(i, block, first_[i].lane);
            uniforms.second(i, block, second_[i].lane);
            if (copula_.takes_part[i]) {
                normal_quantile_block<batch::size>(first_[i].lane, normals_[i].lane);
                normal_quantile_block<batch::size>(second_[i].lane, fresh_[i].lane);
            } else {
                beliefs_[i].template draw_block<batch::size>(first_[i].lane, first_[i].lane);
                beliefs_[i].template draw_block<batch::size>(second_[i].lane, second_[i].lane);
            }
        }
        copula_.mix(normals_.data());
        redrawn_.assign(inputs_, 0);
        for (const std::size_t i : correlated_) {
            beliefs_[i].template draw_from_normal_block<batch::size>(normals_[i].lane, first_[i].lane);
        }
    }

    /// Writes the block to `place(i)` for each input, with those marked drawn anew given the others.
    template <class Place>
    void give(const choice& redrawn, Place place) {
        redraw_correlated(redrawn);
        for (std::size_t i = 0; i < inputs_; ++i) {
            copy_lanes<batch::size>((redrawn[i] != 0 ? second_ : first_)[i].lane, place(i));
        }
    }

  private:
    /// With the known inputs before the redrawn ones, the Cholesky factor of the correlations tells at once the
    /// independent normals behind the known, and how the redrawn follow from these and from new ones.
    void redraw_correlated(const choice& redrawn);
    void add_earlier(std::size_t row, double sign, double* z) const;
    /// The correlations of the correlated inputs in this order, factorised: those of the copula's factor L are L L^T.
    void factorise_in_order();

    std::size_t inputs_;
    copula_view copula_;
    const input_samplers& beliefs_;
    std::vector<std::size_t> correlated_;
    std::vector<std::size_t> order_;      // the correlated inputs, known ones first
    choice redrawn_;                 // those that second_ holds now
    std::vector<std::vector<double>> factor_;
    std::vector<batch> normals_;      // of the draws
    std::vector<batch> fresh_;        // independent, for redraws
    std::vector<batch> innovations_;  // independent, in this order
    std::vector<batch> first_;        // the inputs as drawn
    std::vector<batch> second_;       // and drawn anew
};
HEADWAY_ELSEWHERE(class basic_conditional_redraw<>);
using conditional_redraw = basic_conditional_redraw<>;

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/sensitivity/bodies/detail/conditional_redraw.hpp>
#endif
