// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include <headway/simulation/detail/rare_pilot.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// Draws that met the condition, with the logarithms of their weights: density of the inputs by density drawn from.
struct rare_hits {
    std::vector<double> z;
    std::vector<double> log_weight;
    std::uint64_t draws = 0;
};

/// Draws from the mixture until the model has been evaluated on so many blocks.
template <class = void>
[[nodiscard]] rare_hits draw_hits(rare_model& model, const normal_mixture& from, std::uint64_t until_block, bool keep_points);

/// The hits as points of the event under the inputs' distribution. They are worth as many as their weights leave.
template <class = void>
[[nodiscard]] weighted_points points_of(const rare_hits& hits, std::size_t size);

/// All of them, each set by its worth.
template <class = void>
[[nodiscard]] weighted_points together(const std::vector<weighted_points>& sets, std::size_t size);

/// What the final draws come from: mostly the normals fitted to points of the event; about the same means spheres, beyond
/// which no weight is far above those of a mere shift; a wide sphere about the medians that reaches as far as the event,
/// and finds what the fit has missed; and the inputs as they are, so that no weight exceeds 1 / nominal_share.
struct rare_shares {
    static constexpr double nominal = 0.05;
    static constexpr double spheres = 0.2;
    static constexpr double wide = 0.05;
    static constexpr double wide_in_search = 0.3;
};
/// `distance`: of the event from the medians, in standard deviations.
template <class = void>
[[nodiscard]] normal_mixture rare_proposal(const weighted_points& points, double wide_share, double distance);

/// After the pilot looks farther: for parts of the event that its chains did not come to, such as what a rare value of a
/// discrete input leads to, and for weights of the parts that are free of the chains' error. Returns the proposal for the
/// final draws, or the inputs' own distribution where that is best or nothing was found.
template <class = void>
[[nodiscard]] normal_mixture search_proposal(rare_model& model, const rare_pilot& search, std::uint64_t blocks);

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/simulation/bodies/detail/rare_proposal.hpp>
#endif
