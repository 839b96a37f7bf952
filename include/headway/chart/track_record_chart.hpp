// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/chart/calibration_chart.hpp>
#include <headway/scoring/track_record.hpp>

#include <headway/header_begin.hpp>

namespace headway::report {

namespace detail {

/// Of events by tenths of the stated probability: what was stated on average, and how often it came.
template <class = void>
[[nodiscard, gnu::cold]] std::vector<calibration_chart_point> reliability_points(const track_record_row& row);

/// The words of a reliability diagram, where its options do not say them.
template <class Options>
[[nodiscard, gnu::cold]] Options reliability_options(const std::vector<calibration_chart_point>& points, Options options) {
    const calibration_chart_options usual;
    if (options.title.empty()) options.title = "Reliability";
    if (options.stated == usual.stated) options.stated = "stated probability";
    if (options.observed == usual.observed) options.observed = "share that happened";
    if (!options.description.empty()) return options;
    for (const auto& p : points) {
        options.description += (options.description.empty() ? "" : " ") + std::string("Said ") + share_text(p.nominal) +
                               ", happened in " + share_text(p.observed) + " of " + std::to_string(p.cases) +
                               (p.cases == 1 ? " case." : " cases.");
    }
    return options;
}

/// How often the intervals of numbers and dates held, at the levels that a record has.
template <class = void>
[[nodiscard, gnu::cold]] std::vector<calibration_chart_point> coverage_points(const track_record_row& row);

}  // namespace detail

/// The calibration plot of a track record: how often the 50, 80 and 90 % intervals of numbers and dates held, with what chance
/// does to so many: `calibration_chart(record.all())`. \throws std::domain_error for a record without one that is resolved.
template <class Options = calibration_chart_options>
[[nodiscard, gnu::cold]] std::string calibration_chart(const track_record_row& row, const Options& options = {}) {
    return calibration_chart(detail::coverage_points(row), options);
}

/// The reliability diagram of its events: how often they came against the probability that was stated, by tenths.
/// \throws std::domain_error for a record without an event that is resolved.
template <class Options = calibration_chart_options>
[[nodiscard, gnu::cold]] std::string reliability_chart(const track_record_row& row, const Options& options = {}) {
    auto points = detail::reliability_points(row);
    const Options worded = detail::reliability_options(points, options);
    return calibration_chart(std::move(points), worded);
}

}  // namespace headway::report

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/chart/bodies/track_record_chart.hpp>
#endif
