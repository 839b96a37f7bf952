// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/sensitivity/detail/conditional_redraw.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class V>
basic_conditional_redraw<V>::basic_conditional_redraw(const copula_view& copula, const input_samplers& of)
    : inputs_(copula.size), copula_(copula), beliefs_(of), redrawn_(inputs_), normals_(inputs_), fresh_(inputs_),
      innovations_(inputs_), first_(inputs_), second_(inputs_) {
    for (std::size_t i = 0; i < inputs_; ++i) {
        if (copula.takes_part[i]) correlated_.push_back(i);
    }
    factor_.resize(correlated_.size(), std::vector<double>(correlated_.size()));
}

template <class V>
void basic_conditional_redraw<V>::redraw_correlated(const choice& redrawn) {
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

template <class V>
void basic_conditional_redraw<V>::add_earlier(std::size_t row, double sign, double* z) const {
    for (std::size_t q = 0; q < row; ++q) {
        const double share = sign * factor_[row][q];
        if (share == 0.0) continue;
        for (int k = 0; k < batch::size; ++k) z[k] += share * innovations_[q].lane[k];
    }
}

template <class V>
void basic_conditional_redraw<V>::factorise_in_order() {
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

HEADWAY_INSTANTIATE(class basic_conditional_redraw<>);

}  // namespace headway::detail

#include <headway/header_end.hpp>
