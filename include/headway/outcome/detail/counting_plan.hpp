// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// How a streaming run counts an output. All parts of a run have the same plan, because it depends on nothing but the
/// number of its draws and the results of the first `pilot_draws` of them, whoever evaluates those.
struct counting_plan {
    enum class form : std::uint8_t {
        few,       ///< all draws of the run are held: there are at most `most_few`
        distinct,  ///< values are counted one by one, as long as there are at most `most_distinct`
        binned,    ///< values that are expected are counted one by one, the others by bin
    };
    form how = form::distinct;
    /// In ascending order.
    std::shared_ptr<const std::vector<double>> expected;

    static constexpr std::size_t most_few = 1U << 16U;
    static constexpr std::size_t pilot_draws = 1U << 14U;
    static constexpr std::size_t most_distinct = 1U << 14U;
};

}  // namespace headway::detail

#include <headway/header_end.hpp>
