// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <memory>

#include <headway/process/detail/path_grid.hpp>
#include <headway/trend/knots.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// The span below which a path is a straight line between two steps.
inline constexpr double finest_span = 86400.0;

/// Where the lines end that a path is made of; of a yearly one, whose values stand still, see its breakpoints.
[[nodiscard]] inline knots knots_of(const process_record& p) noexcept {
    double lines = 1.0;
    while (p.step / lines > finest_span) lines *= 2.0;
    return {p.start, p.step, lines};
}

/// Values between two steps, in the process's coordinate: halfway a step the bridge between its ends is drawn, keyed by step
/// and place, then halfway its halves, down to a day, below which it is a straight line. So the value at a date follows from
/// that date alone, and dates do not disturb each other.
template <class = void>
void values_within(path_grid& grid, std::size_t step, double when, int first, int count, double* out);

/// The values of a block of paths on a date of each, in the process's coordinate.
/// \throws std::domain_error for a date before the start, or too late.
template <class = void>
void path_values(path_grid& grid, const double* when, bool on_one_date, double* out);

/// The blocks of paths that a thread follows, so that a model that asks a path on many dates follows it once. It holds the
/// last few; their memory is used again and again.
template <class = void>
class basic_path_memory {
  public:
    [[nodiscard]] path_grid& grid_of(const path_source& source);

    [[nodiscard]] static path_grid& of_this_thread(const path_source& source);

  private:
    static constexpr std::size_t most = 8;
    std::unique_ptr<path_grid> grids_[most];
    std::uint64_t used_[most] = {};
    std::uint64_t now_ = 0;
};
HEADWAY_ELSEWHERE(class basic_path_memory<>);

/// \throws std::bad_alloc; then the paths are followed anew the next time.
[[nodiscard]] inline path_grid& grid_of(const path_source& source) {
    return basic_path_memory<>::of_this_thread(source);
}

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/process/bodies/detail/path_values.hpp>
#endif
