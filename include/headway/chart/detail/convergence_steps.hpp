// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <headway/simulation/known_to.hpp>
#include <headway/simulation/precision.hpp>

#include <headway/header_begin.hpp>

namespace headway::report::detail {

/// What so many draws make of a statistic, in base units: infinite where it is never, or not known.
struct convergence_step {
    double draws;
    double value;
    double low;  ///< of the interval
    double high;
    double error;
    bool is_look = false;   ///< `until` would look here whether it is known well enough
    bool is_met = false;    ///< and find that it is
};

/// The draws of a run in the order in which a run of fewer takes them: for each scrambling of Sobol' points its own.
using draws_by_replicate = std::vector<std::vector<double>>;

/// \throws std::domain_error for a run that did not keep its draws.
template <class = void>
[[nodiscard, gnu::cold]] draws_by_replicate draws_in_order(const headway::detail::draw_record& record);

/// The run as it was after the first `each` draws of each replicate.
template <class = void>
[[nodiscard, gnu::cold]] headway::detail::draw_record shorter_record(const headway::detail::draw_record& whole,
                                                                     const draws_by_replicate& draws, std::size_t each);

/// After how many draws of each replicate to look: four times in each doubling, of Sobol' points, which are even after
/// powers of two, once. From a thousandth of the draws on, below which nothing is known well enough to be seen beside the
/// rest, but from 16 at least.
template <class = void>
[[nodiscard, gnu::cold]] std::vector<std::size_t> convergence_sizes(std::size_t least_replicate, bool powers_of_two);

/// Where `until` looks: after 4096 draws, at least 64 in each scrambling, and at each doubling.
[[nodiscard]] constexpr bool until_looks_at(std::size_t each, std::size_t replicates) noexcept {
    return (each & (each - 1)) == 0 && each * replicates >= 4096 && (replicates == 1 || each >= 64);
}

/// The error target of a statistic among those asked; none where nothing is asked.
/// \throws std::domain_error where others are asked, but not this one.
template <class = void>
[[nodiscard, gnu::cold]] std::optional<headway::detail::error_target>
target_among(const known_to& asked, headway::detail::error_target::statistic of, double at);

/// A statistic by name, and how well it was to be known.
struct converging {
    using statistic = headway::detail::error_target::statistic;

    statistic of;
    double at;
    std::optional<headway::detail::error_target> asked;

    [[nodiscard, gnu::cold]] std::string name() const { return headway::detail::target_text({{}, of, at}); }
};

template <class = void>
[[nodiscard, gnu::cold]] convergence_step step_of(const headway::detail::draw_record& record, const converging& what,
                                                  bool is_look);

/// From the first draws of a run to all of them.
template <class = void>
[[nodiscard, gnu::cold]] std::vector<convergence_step> steps_of_run(const headway::detail::draw_record& record,
                                                                    const converging& what);

/// What is said of the error that was asked, and after how many draws a run that waits for it would have stopped.
struct stopping {
    std::string words;
    double draws = no_limit;
};
/// \param looks_needed one after the other that find the error small enough \param asked the error in words
template <class = void>
[[nodiscard, gnu::cold]] stopping stopping_of(const std::vector<convergence_step>& steps, int looks_needed,
                                              double allowed, const std::string& asked);

}  // namespace headway::report::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/chart/bodies/detail/convergence_steps.hpp>
#endif
