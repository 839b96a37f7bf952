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

    basic_conditional_redraw(const copula_view& copula, const input_samplers& of)
        : inputs_(copula.size), copula_(copula), beliefs_(of), redrawn_(inputs_), normals_(inputs_), fresh_(inputs_),
          innovations_(inputs_), first_(inputs_), second_(inputs_) {
        for (std::size_t i = 0; i < inputs_; ++i) {
            if (copula.takes_part[i]) correlated_.push_back(i);
        }
        factor_.resize(correlated_.size(), std::vector<double>(correlated_.size()));
    }

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
    void redraw_correlated(const choice& redrawn) {
        const auto is_as_before = [&](std::size_t i) { return redrawn[i] == redrawn_[i]; };
        if (std::all_of(correlated_.begin(), correlated_.end(), is_as_before)) return;
        redrawn_ = redrawn;
        order_ = correlated_;
        const auto first_redrawn =
            std::stable_partition(order_.begin(), order_.end(), [&](std::size_t i) { return redrawn[i] == 0; });
        const auto known = static_cast<std::size_t>(first_redrawn - order_.begin());
        if (known == order_.size()) return;

        factorise_in_order();
        for (std::size_t p = 0; p < order_.size(); ++p) {
            auto& innovation = innovations_[p];
            if (p < known) {
                innovation = normals_[order_[p]];
                add_earlier(p, -1.0, innovation.lane);
                for (double& e : innovation.lane) e /= factor_[p][p];
            } else {
                innovation = fresh_[order_[p]];
                batch z;
                for (int k = 0; k < batch::size; ++k) z.lane[k] = factor_[p][p] * innovation.lane[k];
                add_earlier(p, 1.0, z.lane);
                beliefs_[order_[p]].template draw_from_normal_block<batch::size>(z.lane, second_[order_[p]].lane);
            }
        }
    }
    void add_earlier(std::size_t row, double sign, double* z) const {
        for (std::size_t q = 0; q < row; ++q) {
            const double share = sign * factor_[row][q];
            if (share == 0.0) continue;
            for (int k = 0; k < batch::size; ++k) z[k] += share * innovations_[q].lane[k];
        }
    }
    /// The correlations of the correlated inputs in this order, factorised: those of the copula's factor L are L L^T.
    void factorise_in_order() {
        for (std::size_t p = 0; p < order_.size(); ++p) {
            for (std::size_t q = 0; q <= p; ++q) {
                double r = p == q ? 1.0 : 0.0;
                if (p != q) {
                    for (std::size_t k = 0; k < inputs_; ++k) r += copula_.row(order_[p])[k] * copula_.row(order_[q])[k];
                }
                for (std::size_t k = 0; k < q; ++k) r -= factor_[p][k] * factor_[q][k];
                factor_[p][q] = p == q ? sqrt(r) : r / factor_[q][q];
            }
        }
    }

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
HEADWAY_INSTANTIATE(class basic_conditional_redraw<>);
using conditional_redraw = basic_conditional_redraw<>;

}  // namespace headway::detail

#include <headway/header_end.hpp>
