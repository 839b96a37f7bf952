// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <vector>

#include <headway/belief/detail/make_mixture.hpp>
#include <headway/distribution/weighted_numbers.hpp>

#include <headway/header_begin.hpp>

/// Beliefs averaged along the axis of their values: the quantile of the whole is a mean or median of theirs.
namespace headway::detail {

struct pooled_belief {
    const component_list* parts;
    double weight;
};

/// How the quantiles of one probability become one.
struct quantile_pooling_rule {
    bool takes_median;
    double trimmed;
};

/// The quantile function of the whole on a grid of probabilities.
class quantile_pool {
  public:
    quantile_pool(const maker& m, std::vector<pooled_belief> beliefs, quantile_pooling_rule rule)
        : maker_(m), beliefs_(std::move(beliefs)), rule_(rule) {
        check();
    }

    template <class = void>
    [[nodiscard]] component_list pooled() const;

  private:
    template <class = void>
    [[gnu::cold]] void check() const;

    /// Normals and uniforms are closed under means of quantiles; the component without functions where there is no such form.
    template <class = void>
    [[nodiscard]] component closed_form() const;

    [[nodiscard]] double at(asked_probability p) const;

    /// Eight cells to each halving of the distance to an end, down to 2^-30; besides, what people ask for.
    template <class = void>
    [[nodiscard]] std::vector<split_probability> grid() const;
    /// The probabilities at which the quantiles of a belief leap.
    template <class = void>
    static void add_jumps(const component_list& parts, std::vector<split_probability>& all);

    /// The quantiles at the ends of a cell, each as seen from within it.
    struct cell_ends {
        double lo;
        double hi;
    };
    template <class = void>
    [[nodiscard]] cell_ends ends_of(split_probability from, split_probability to, bool leaps) const;

    template <class = void>
    [[nodiscard]] component_list on_the_grid() const;

    maker maker_;
    std::vector<pooled_belief> beliefs_;
    quantile_pooling_rule rule_;
};

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/belief/bodies/detail/pool_quantiles.hpp>
#endif
