// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <headway/quantity/value.hpp>
#include <headway/text/unit_scale.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// A player of a change: an input with its beliefs in words, or the correlations.
struct changed_belief {
    std::string input;
    std::string before;
    std::string after;
};

/// What a player did, in base units.
struct attributed_part {
    std::size_t player;
    double change;
    double error;
};

/// One statistic's change, shared out.
struct attributed_change {
    std::string statistic;
    bool is_share = false;
    bool happens = true;
    double before = 0.0;
    double after = 0.0;
    double before_error = 0.0;
    double after_error = 0.0;
    double change = 0.0;
    double change_error = 0.0;
    /// Greatest first.
    std::vector<attributed_part> parts;
};

/// All that `explain_change` found.
struct explained_change {
    std::vector<changed_belief> beliefs;
    attributed_change asked;
    /// The same of the probability of never.
    attributed_change never;
    bool every_combination = true;
    std::uint64_t draws = 0;
    std::uint64_t evaluations = 0;
};

/// How a statistic's values and differences are told.
struct change_words {
    bool is_date;
    std::string (*value)(double base);
    report::unit_scale units;
};

/// A number to a place of its decimal expansion, -1 the first after the point: "7.2" of 7.234 to -1. No sign for less than
/// half of that.
template <class = void>
[[nodiscard, gnu::cold]] std::string text_to_place(double x, int place);

/// A change and its greatest parts, in one unit, to two digits of the greatest of them.
template <class = void>
[[nodiscard, gnu::cold]] std::string shared_change_text(const std::vector<changed_belief>& beliefs,
                                                        const attributed_change& one, const change_words& words);

template <class = void>
[[nodiscard, gnu::cold]] std::string change_sentence(const explained_change& made, const attributed_change& one,
                                                     const change_words& words);

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/sensitivity/bodies/detail/change_sentence.hpp>
#endif
