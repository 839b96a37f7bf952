// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/belief/detail/truncate.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// The belief, given that the value lies between lo and hi (both included): `truncated(normal(10.0, 5.0), 0.0, 100.0)`.
/// One-sided with an infinite bound. The probability cut off is spread over the rest in proportion; the median and the
/// mean move. A truncated uniform is the narrower uniform, a truncated mixture the mixture of what is left of its parts.
/// Quantiles keep the accuracy of the shape, relative to the width left; mean and variance are integrated to 1e-12. Where
/// what is left is so narrow, or so far out, that a difference of probabilities has no digits, its density is integrated
/// instead: all statistics then agree with 50-digit references to 1e-11 of themselves or of the standard deviation, as long
/// as the probability left is a number at all: normal(0, 1) between 37 and 38, with 5.7e-300, or within 1e-12 of its mean.
/// \throws std::domain_error unless lo < hi and the belief has some probability between them: below 4.9e-324 there is none.
template <any_value T, believable Lo, believable Hi>
[[nodiscard]] constexpr belief<T> truncated(const belief<T>& whole, const Lo& lo, const Hi& hi) {
    return belief<T>(detail::truncate(detail::maker_of<T>("truncated"), whole.parts(), detail::believed_base<T>(lo),
                                      detail::believed_base<T>(hi)));
}

template <makes_belief B, believable Lo, believable Hi>
[[nodiscard]] constexpr auto truncated(const B& whole, const Lo& lo, const Hi& hi) {
    return truncated(whole.belief(), lo, hi);
}

}  // namespace headway

#include <headway/header_end.hpp>
