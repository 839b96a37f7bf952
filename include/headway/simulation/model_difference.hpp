// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <vector>

#include <headway/forecast/fingerprint_points.hpp>
#include <headway/simulation/detail/block_model.hpp>
#include <headway/simulation/input_drawer.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// What two models make of the same inputs, at the points of fingerprint_points.hpp for the beliefs of one of them.
/// \return the inputs, in words, of the first point at which they differ; empty where there is none
template <class = void>
[[nodiscard, gnu::cold]] std::string point_of_difference(const model_call& a, const model_call& b,
                                                         const input_view& points, const std::vector<date>& dates);

/// Refuses two forecasts, of the same inputs in the same order, whose models are not one: of other outputs or versions, or
/// that do not make the same of the same inputs, at the fixed points by which runs of a model are told from those of another.
template <class = void>
[[gnu::cold]] void require_one_model(const char* function, const model_call& a, const model_call& b,
                                     const std::vector<date>& dates);

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/simulation/bodies/model_difference.hpp>
#endif
