// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string_view>

#include <headway/assumption/assumption.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// Two inputs that move together. Make one with `correlate(a, b, rank_correlation)`.
template <label A, label B>
struct input_correlation {
    static constexpr std::string_view first = A.view();
    static constexpr std::string_view second = B.view();
    double rank_correlation;
};

/// Spearman's rank correlation between two inputs, from -1 to 1, to be given to `forecast(...)` after the model. Their
/// draws are joined by a Gaussian copula, which leaves each belief as it is. Equal draws share the mean of their ranks.
/// With both beliefs continuous the copula's parameter is 2 sin(pi rho / 6). Where single values have a probability of
/// their own, of at least 1/200, it is solved for, so that the draws of discrete, mixed and empirical beliefs attain the
/// asked correlation to 1e-4 as well; how much there is to be had depends on the beliefs, and `forecast(...)` refuses what
/// is more, naming the most, and any correlation of an input that is sure of one value.
/// \throws std::domain_error for a rank correlation outside [-1, 1] or NaN.
template <label A, label B, class S, class T>
[[nodiscard]] constexpr auto correlate(const named_assumption<A, S>&, const named_assumption<B, T>&,
                                       double rank_correlation) {
    constexpr bool they_are_two_inputs = A.view() != B.view();
    static_assert(they_are_two_inputs, "correlate: an input always has correlation 1 with itself; name two inputs");
    if (!(-1.0 <= rank_correlation && rank_correlation <= 1.0)) {
        detail::value_breaks_a_rule("correlate", "rank correlation", "must be between -1 and 1", rank_correlation);
    }
    return input_correlation<A, B>{rank_correlation};
}

}  // namespace headway

#include <headway/header_end.hpp>
