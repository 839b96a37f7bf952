// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <stdexcept>
#include <string>

#include <headway/math/check.hpp>
#include <headway/math/elementary.hpp>
#include <headway/outcome/outcome.hpp>
#include <headway/text/text.hpp>

#include <headway/header_begin.hpp>

namespace headway::report {

/// The range of a continuous question, as a forecasting site states it.
template <any_value T>
struct cdf_range {
    T low;
    T high;
    /// An outcome below `low` is possible.
    bool open_lower = false;
    /// An outcome above `high`, or one that never comes, is possible.
    bool open_upper = false;
    /// Of a question on a logarithmic scale: the value from which distances grow by equal factors, often 0. Left out, the
    /// points are equally far apart.
    std::optional<T> zero_point = std::nullopt;
};

namespace detail {

inline constexpr std::size_t cdf_points = 201;

/// The least and the greatest share of one step, and of what lies beyond an open end.
inline constexpr double least_cdf_step = 0.01 / 200.0;
inline constexpr double greatest_cdf_step = 0.2;
inline constexpr double beyond_open_end = 0.001;

/// The points, equally spaced on the question's scale.
template <class = void>
[[nodiscard, gnu::cold]] std::array<double, cdf_points> cdf_places(double low, double high, std::optional<double> zero);

/// No step above the greatest: what is above it is cut, and the others are raised by one factor so that the sum stays. Each
/// step that is cut raises the factor, so that in order of size those that are to be cut come first.
template <class = void>
[[gnu::cold]] void cap_cdf_steps(std::array<double, cdf_points - 1>& steps);

/// From the shares at or below the points to what the site takes.
template <class = void>
[[nodiscard, gnu::cold]] std::array<double, cdf_points> site_cdf(std::array<double, cdf_points> shares, bool open_lower,
                                                                 bool open_upper);

}  // namespace detail

/// An outcome as the 201 numbers that Metaculus takes as the forecast of a numeric or date question (`continuous_cdf`):
/// the first is the probability below `low`, the others of at most x at 200 further points up to `high`, equally spaced, or
/// by equal factors of their distance from `zero_point`. What never comes lies above `high`.
///
///     const auto cdf = report::cdf_201<hw::date>(when, {.low = 2026y / 1 / 1, .high = 2031y / 1 / 1, .open_upper = true});
///
/// The site refuses what is not so, and the result is: from one point to the next it rises by at least 0.01 / 200 and at
/// most 0.2; beyond an open end there is at least 0.001, beyond a closed one nothing, so that the first is 0 and the last
/// 1. As on the site, 1 % is spread evenly over the range, 0.1 % more lies beyond each open end, and the rest is the
/// outcome's; draws beyond a closed end are left out and the others scaled up. Where a step would be above 0.2 it is cut
/// and all others are raised by one factor. Rounded to ten decimals. The draws of a value of its own at a closed `low` are
/// in the first step.
/// \throws std::domain_error for an outcome without draws, `low` not below `high`, a zero point within the range, and where
/// no draw lies within closed ends. *Not for* discrete questions, which have other numbers of points.
/// Source: docs/openapi.yml ("How to generate a continuous cdf?") and questions/serializers/common.py of
/// Metaculus/metaculus at 100c4088 (2026-08-20), which holds steps to 0.2 where the description of the field still says 0.59.
template <any_value T>
[[nodiscard, gnu::cold]] std::array<double, detail::cdf_points> cdf_201(const outcome<T>& result, const cdf_range<T>& range) {
    if (result.draws() == 0) throw std::domain_error("cdf_201: the outcome has no draws; simulate with at least one");
    std::optional<double> zero;
    if (range.zero_point) zero = base_value_of(*range.zero_point);
    const auto places = detail::cdf_places(base_value_of(range.low), base_value_of(range.high), zero);
    std::array<double, detail::cdf_points> shares{};
    shares.front() = result.probability_below(range.low);
    for (std::size_t i = 1; i < shares.size(); ++i) {
        shares[i] = std::max(shares[i - 1], 1.0 - result.probability_above(value_from_base<T>(places[i])));
    }
    return detail::site_cdf(shares, range.open_lower, range.open_upper);
}

}  // namespace headway::report

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/table/bodies/cdf_201.hpp>
#endif
