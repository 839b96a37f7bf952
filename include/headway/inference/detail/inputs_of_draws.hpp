// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <span>
#include <vector>

#include <headway/inference/weighted_record.hpp>
#include <headway/simulation/input_drawer.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// Draws some inputs of a run again, those of the draws that it kept: a column for each of `places`.
template <class = void>
[[nodiscard]] std::vector<std::vector<double>> inputs_of_draws(const input_view& model, const draw_weights& weights,
                                                               std::span<const std::size_t> places);

/// An input's draws as a column that was kept in the same ranges as those of the outcome.
template <class = void>
[[nodiscard]] draw_column column_of_input(const std::vector<double>& values, double pivot,
                                          const draw_weights& weights);

/// The places of draws with weight, in order of their values.
template <class = void>
[[nodiscard]] std::vector<std::size_t> weighted_order(const std::vector<double>& values,
                                                      std::span<const double> weights, bool all);

/// So many draws of equal weight in place of those given, each taken as often as its weight says to within one: the draw at
/// the middle of each of `count` equal shares of the weight (systematic resampling).
template <class = void>
[[nodiscard]] std::vector<double> equally_weighted(const std::vector<double>& values, std::span<const double> weights,
                                                   std::size_t count);

/// How far apart the distributions of the draws with and without their weights are: the greatest difference of the two
/// (Kolmogorov's distance).
template <class = void>
[[nodiscard]] double distance_moved(const std::vector<double>& values, std::span<const double> weights);

struct weighted_correlation {
    double value;
    double standard_error;
};
/// The product-moment correlation of two columns. Its error from each draw's influence, z_a z_b - r (z_a^2 + z_b^2) / 2 in
/// standardised values; of scramblings from how far each moves it.
template <class = void>
[[nodiscard]] weighted_correlation correlation_of(const std::vector<double>& a, const std::vector<double>& b,
                                                  const draw_weights& weights);

/// The ranks of the draws by weight, between 0 and 1: the share of the weight below each and half of that at it.
template <class = void>
[[nodiscard]] std::vector<double> weighted_ranks(const std::vector<double>& values, const draw_weights& weights);

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/inference/bodies/detail/inputs_of_draws.hpp>
#endif
