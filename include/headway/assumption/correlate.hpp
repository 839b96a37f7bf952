// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string_view>

#include <headway/assumption/assumption.hpp>
#include <headway/assumption/path.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// Two inputs that move together. Make one with `correlate(a, b, rank_correlation)`.
template <label A, label B>
struct input_correlation {
    static constexpr std::string_view first = A.view();
    static constexpr std::string_view second = B.view();
    static constexpr bool is_of_paths = false;
    double rank_correlation;
};
/// Two paths whose shocks move together.
template <label A, label B>
struct path_correlation {
    static constexpr std::string_view first = A.view();
    static constexpr std::string_view second = B.view();
    static constexpr bool is_of_paths = true;
    double correlation;
};

template <class T>
inline constexpr bool is_correlation = false;
template <label A, label B>
inline constexpr bool is_correlation<input_correlation<A, B>> = true;
template <label A, label B>
inline constexpr bool is_correlation<path_correlation<A, B>> = true;

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

/// The correlation, from -1 to 1, of the shocks of two paths step by step (Pearson's, of normal numbers). The second keeps
/// its law and follows the first's shocks; of three paths several may follow one, and are then correlated among themselves
/// by the product. Where the second jumps, changes regime or has an estimated drift, that part of it is independent.
/// `forecast(...)` refuses paths of different starts or steps, yearly ones and chains.
/// \throws std::domain_error for a correlation outside [-1, 1] or NaN.
template <label A, label B, class C, class D>
[[nodiscard]] constexpr auto correlate(const named_path<A, C>&, const named_path<B, D>&, double correlation) {
    constexpr bool they_are_two_paths = A.view() != B.view();
    static_assert(they_are_two_paths, "correlate: a path always has correlation 1 with itself; name two paths");
    if (!(-1.0 <= correlation && correlation <= 1.0)) {
        detail::value_breaks_a_rule("correlate", "correlation", "must be between -1 and 1", correlation);
    }
    return path_correlation<A, B>{correlation};
}
/// Chosen only for a path and a value, to say so in words.
template <class A, class B>
    requires(is_path<A> != is_path<B>)
constexpr auto correlate(const A&, const B&, double) {
    constexpr bool both_are_paths_or_both_are_values = is_path<A> == is_path<B>;
    static_assert(both_are_paths_or_both_are_values,
                  "correlate: a path has no one value that could be correlated with an assumption's; correlate two paths, or "
                  "let the model move the path by the assumption");
    return nullptr;
}

}  // namespace headway

#include <headway/header_end.hpp>
