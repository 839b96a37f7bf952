// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/inference/model_evidence.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
confidence_interval<double> interval_of_logarithm(double log_value, double error, double degrees, double level) {
    require_interval_level("interval", level);
    const double half = student_factor(degrees, level) * error;
    return {headway::exp(log_value - half), headway::exp(log_value + half), level};
}
HEADWAY_INSTANTIATE(confidence_interval<double> interval_of_logarithm<>(double log_value, double error, double degrees,
                                                                        double level));

}  // namespace headway::detail

#include <headway/header_end.hpp>
