// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <memory>
#include <vector>

#include <headway/math/function_ref.hpp>
#include <headway/outcome/block_source.hpp>
#include <headway/outcome/detail/pilot_values.hpp>
#include <headway/outcome/draw_column.hpp>
#include <headway/sampling/sampling_plan.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// The first draws of a streaming run, from whose results all its parts learn how to count (see counting_plan). A part
/// that begins later evaluates them too, for nothing but that.
template <class = void>
class basic_pilot {
  public:
    static constexpr std::uint64_t blocks = counting_plan::pilot_draws / sampling_plan::block_size;
    static_assert(blocks % sampling_plan::blocks_per_segment == 0);
    static constexpr std::uint64_t segments = blocks / sampling_plan::blocks_per_segment;

    /// Plans the columns of the part of a run that has the segments [first, last), and adds the draws of the pilot that
    /// lie in it. `done(draws)` is told after each of its segments, and stops the run by returning false.
    [[nodiscard]] static std::vector<counting_plan> run(const block_source& evaluation, const sampling_plan& draws,
                                                        std::uint64_t first, std::uint64_t last,
                                                        std::vector<draw_column>& columns,
                                                        function_ref<bool(std::uint64_t draws)> done);

  private:
    [[nodiscard]] static std::vector<counting_plan> after_evaluation(const block_source& evaluation,
                                                                     const sampling_plan& draws, std::uint64_t first,
                                                                     std::uint64_t last,
                                                                     std::vector<draw_column>& columns,
                                                                     function_ref<bool(std::uint64_t draws)> done);
};
HEADWAY_ELSEWHERE(class basic_pilot<>);
using pilot = basic_pilot<>;

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/outcome/bodies/pilot.hpp>
#endif
