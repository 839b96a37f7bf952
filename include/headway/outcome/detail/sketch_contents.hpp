// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <vector>

#include <headway/outcome/detail/bin_edges.hpp>
#include <headway/outcome/detail/counting_plan.hpp>
#include <headway/outcome/detail/packed_bins.hpp>
#include <headway/outcome/detail/value_counter.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// What a streaming run holds of the values of an output, in place of the draws. It depends on which values there are,
/// each how often, and on the run's plan; not on their order, nor on who counted which of them.
struct sketch_contents {
    using form = counting_plan::form;
    form how = form::few;
    std::vector<double> few;            // of form::few, in no order
    std::vector<counted_value> values;  // of the others, in ascending order
    packed_bins bins;                   // of form::binned
    bin_edges edges;                    // of what is in the bins

    [[nodiscard]] std::uint64_t count() const noexcept;
    /// There is nothing here, nor in bins that are elsewhere.
    [[nodiscard]] bool empty() const noexcept {
        return few.empty() && values.empty() && bins.count() == 0 && edges.least_count == 0;
    }
};

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/outcome/bodies/detail/sketch_contents.hpp>
#endif
