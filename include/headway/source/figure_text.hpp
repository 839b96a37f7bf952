// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>

#include <headway/source/figure.hpp>

#include <headway/header_begin.hpp>

namespace headway::figures {

namespace detail {

/// A number as the sources print it: shortest form to 12 digits, thousands set off by a space from 1 000 on.
template <class = void>
[[nodiscard, gnu::cold]] std::string printed_text(double x, bool is_year);

}  // namespace detail

/// The value with its unit and its precision, as the source states it: "about ÷4 per year", "at least 100 million USD",
/// "3 to 5 firms", "8 months (95 % interval 5 to 14)", "6 + 13 months". It is made of the typed value, except for an
/// order of magnitude and the like, which is printed in the source's words: "tens of billions of USD".
template <class = void>
[[nodiscard, gnu::cold]] std::string value_text(const figure_info& f);

/// What a figure is in its source's argument, and whether its speaker rejects it: "observed", "claimed (rejected)".
template <class = void>
[[nodiscard, gnu::cold]] std::string kind_text(const figure_info& f);

/// The same, and how it was verified where that is said: "claimed, grade C", "claimed, not graded".
template <class = void>
[[nodiscard, gnu::cold]] std::string kind_and_grade(const figure_info& f);

/// Where a figure comes from, as a report cites it: "Ho et al., Algorithmic progress in language models,
/// arXiv 2403.05812, March 2024". Empty without a source.
template <class = void>
[[nodiscard, gnu::cold]] std::string citation(const figure_info& f);

}  // namespace headway::figures

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/source/bodies/figure_text.hpp>
#endif
