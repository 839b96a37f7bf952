// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <string>
#include <string_view>

#include <headway/sensitivity/sensitivity_rows.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// What an observation did to one input: what was believed of it before and after.
struct input_change {
    std::string_view input;
    /// The quantiles at 5, 50 and 95 %, in base units.
    std::array<double, 3> before = {};
    std::array<double, 3> after = {};
    /// The same in words.
    std::array<std::string, 3> before_text = {};
    std::array<std::string, 3> after_text = {};
    /// The greatest difference between the two distribution functions (Kolmogorov's distance), on common draws: 0 for an input
    /// that the observation says nothing of (in n effective draws about 0.8 / sqrt(n)), 1 for one that moved altogether.
    double moved = 0.0;
    friend bool operator==(const input_change&, const input_change&) = default;
};

/// One for each input, in the order of the inputs; a table shows the one that moved most first.
template <class... Assumptions>
using input_changes = sensitivity_rows<input_change, Assumptions...>;

}  // namespace headway

#include <headway/header_end.hpp>
