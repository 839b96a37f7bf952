// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <headway/quantity/value.hpp>
#include <headway/sensitivity/sensitivity_rows.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// What it would be worth to know something before deciding, in units of the result.
template <any_value T>
struct information_value {
    using difference_type = typename value_traits<T>::difference_type;
    /// The name of an input, or "all inputs".
    std::string_view input;
    /// Not below 0, as the truth is not: an estimate that noise made negative is shown as 0, with its error.
    difference_type value{};
    difference_type standard_error{};
};

/// What it is worth to know all inputs, and each of them alone, the most valuable first.
template <any_value T>
struct information_list {
    information_value<T> all;
    std::vector<information_value<T>> inputs;
    /// Paths, which count among all inputs and have no value here: none of their numbers is all of them.
    std::vector<std::string_view> paths;
};

/// What one decision gives without further information.
template <any_value T>
struct decision_value {
    std::string decision;
    T mean;
    typename value_traits<T>::difference_type standard_error;
};

/// The value of information for a decision. Made by `value_of_information`.
template <any_value T, class... Assumptions>
struct information_values {
    /// In the order in which they were given.
    std::vector<decision_value<T>> decisions;
    /// The place of the decision to take with what is known now, that of the best mean.
    std::size_t best;
    /// Of knowing all inputs: the expected value of perfect information, which no study can exceed.
    information_value<T> all;
    /// Of knowing one input and nothing else, the most valuable first. Read one by its assumption: `inputs[decline]`.
    sensitivity_rows<information_value<T>, Assumptions...> inputs;
};

}  // namespace headway

#include <headway/header_end.hpp>
