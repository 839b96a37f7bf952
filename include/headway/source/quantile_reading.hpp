// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/belief/from_quantiles.hpp>
#include <headway/distribution/decimal.hpp>
#include <headway/source/figure.hpp>

#include <headway/header_begin.hpp>

namespace headway {

namespace detail {

[[noreturn, gnu::cold]] inline void quantiles_state_no_level(const figures::figure_info& figure) {
    throw std::domain_error(
        "as_quantiles: the source of " + std::string(figure.id) +
        " does not state the level of its interval, so its ends are no quantiles; state them yourself, "
        "from_quantiles({{0.05, low}, {0.5, value}, {0.95, high}}), or, of a mean with the smallest and "
        "the largest, read it with as_mean_and_ends");
}

}  // namespace detail

/// A measured figure kept as it was published: the metalog through its low end, its value and its high end, as the
/// quantiles (1 - level)/2, 1/2 and (1 + level)/2. `as_measured` reads the same figure as a lognormal, which keeps the value
/// and the width but neither end. `.above(0.0 * chip)` says that no value lies below zero, as on `from_quantiles`.
/// The value is read as the median: not for a figure whose value is a mean far from it.
/// \throws std::domain_error where the source states no level, and as `from_quantiles`, for an end that is the value too,
/// say.
template <figures::figure_with_value Figure>
    requires requires(const Figure& f) { f.level; }
[[nodiscard]] constexpr auto as_quantiles(const Figure& figure) {
    if (!(figure.level > 0.0)) detail::quantiles_state_no_level(figure);
    using T = std::remove_cvref_t<decltype(figure.value)>;
    const double upper = 0.5 + 0.5 * figure.level;
    // 0.05 and not what binary subtraction makes of 1 - 0.95, for texts have it.
    const double lower = detail::complement_of(upper);
    return from_quantiles<T>({{lower, figure.low}, {0.5, figure.value}, {upper, figure.high}});
}

}  // namespace headway

#include <headway/header_end.hpp>
