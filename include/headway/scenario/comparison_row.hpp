// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <optional>
#include <string>

#include <headway/quantity/value.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// One scenario of a comparison in a table.
template <any_value T>
struct comparison_row {
    using difference_type = typename value_traits<T>::difference_type;
    /// Against the first scenario, on common draws; see `paired_difference`.
    struct against_first {
        /// The mean difference, and what is known of its error. None where both happen in fewer than two draws.
        struct mean_difference {
            difference_type value;
            difference_type standard_error;
            difference_type unpaired_standard_error;
        };
        std::optional<mean_difference> mean;
        double below;
        double equal;
        double above;
        double below_standard_error;
        double above_standard_error;
        double both_happen = 1.0;  ///< the share of the draws that the mean difference is of
    };

    std::string scenario;
    T p5;
    T p50;
    T p95;
    /// Of the median; infinite where the draws cannot tell it.
    difference_type standard_error;
    double never;
    /// None for the first scenario.
    std::optional<against_first> versus;
};

}  // namespace headway

#include <headway/header_end.hpp>
