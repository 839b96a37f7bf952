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
[[nodiscard, gnu::cold]] std::string text_to_place(double x, int place) {
    const double unit = pow(10.0, static_cast<double>(place < 0 ? -place : place));
    const double steps = floor((place < 0 ? x * unit : x / unit) + 0.5);
    if (place >= 0) return to_text(steps * unit, 17);
    std::string digits = to_text(steps, 17);
    const auto after = static_cast<std::size_t>(-place);
    if (digits.size() <= after) digits.insert(0, after + 1 - digits.size(), '0');
    digits.insert(digits.size() - after, ".");
    return digits;
}
HEADWAY_INSTANTIATE(std::string text_to_place<>(double x, int place));

/// A change and its greatest parts, in one unit, to two digits of the greatest of them.
template <class = void>
[[nodiscard, gnu::cold]] std::string shared_change_text(const std::vector<changed_belief>& beliefs,
                                                        const attributed_change& one, const change_words& words) {
    double greatest = abs(one.change);
    for (const auto& p : one.parts) greatest = abs(p.change) > greatest ? abs(p.change) : greatest;
    const std::string more = words.is_date && !one.is_share ? "later" : "higher";
    const std::string less = words.is_date && !one.is_share ? "earlier" : "lower";
    if (!(greatest > 0.0)) return one.parts.empty() ? "No change: nothing is believed otherwise" : "No change";
    report::shown_unit unit{0.01, "percentage points"};
    // The unit of the whole, unless parts that cancel are far greater.
    if (!one.is_share) {
        const double asked = abs(one.change) > 0.1 * greatest ? abs(one.change) : greatest;
        unit = words.units[report::detail::unit_for(words.units, asked)];
    }
    const int place = round_to(greatest / unit.size, 1).exponent - 1;
    const auto number = [&](double change) { return text_to_place(abs(change) / unit.size, place); };
    const auto is_zero = [](const std::string& text) { return text.find_first_not_of("0.") == text.npos; };
    const std::string whole = number(one.change);
    const std::string named = unit.name.empty() ? "" : " " + unit.name;
    std::string text =
        is_zero(whole) ? "Neither " + more + " nor " + less : whole + named + " " + (one.change > 0.0 ? more : less);
    constexpr std::size_t most_named = 5;
    double others = 0.0;
    for (std::size_t i = 0; i < one.parts.size(); ++i) {
        const attributed_part& p = one.parts[i];
        if (one.parts.size() > most_named && i + 1 >= most_named) {
            others += p.change;
            continue;
        }
        const std::string size = number(p.change);
        text += (i == 0 ? ": " : ", ") + beliefs[p.player].input + " " +
                (is_zero(size) ? "0" : (p.change > 0.0 ? "+" : "−") + size);
    }
    if (one.parts.size() > most_named) {
        const std::string size = number(others);
        text += ", " + std::to_string(one.parts.size() - most_named + 1) + " others " +
                (is_zero(size) ? "0" : (others > 0.0 ? "+" : "−") + size);
    }
    return is_zero(whole) ? text + named : text;
}
HEADWAY_INSTANTIATE(std::string shared_change_text<>(const std::vector<changed_belief>& beliefs,
                                                     const attributed_change& one, const change_words& words));

template <class = void>
[[nodiscard, gnu::cold]] std::string change_sentence(const explained_change& made, const attributed_change& one,
                                                     const change_words& words) {
    const auto percent = [](double share) { return to_text(100.0 * share, 3) + " %"; };
    if (one.happens) {
        std::string text = shared_change_text(made.beliefs, one, words);
        if (one.is_share) return text;
        const attributed_change& never = made.never;
        if (never.before == 0.0 && never.after == 0.0) return text;
        return text + "; never in " + percent(never.before) + " of draws before, " + percent(never.after) + " after";
    }
    const auto happens = [](double x) { return x < no_limit; };
    std::string text = one.statistic + " is ";
    if (!happens(one.before) && !happens(one.after)) {
        text += "never, before the changes and after them";
    } else if (happens(one.before) && happens(one.after)) {
        text += words.value(one.before) + " before the changes and " + words.value(one.after) +
                " after them, but never with some of them alone";
    } else if (happens(one.before)) {
        text += words.value(one.before) + " before the changes and never after them";
    } else {
        text += "never before the changes and " + words.value(one.after) + " after them";
    }
    text[0] = text[0] == 't' ? 'T' : text[0];
    return text + ". Never in " + percent(made.never.before) + " of draws before, " + percent(made.never.after) +
           " after; that is " + shared_change_text(made.beliefs, made.never, words);
}
HEADWAY_INSTANTIATE(std::string change_sentence<>(const explained_change& made, const attributed_change& one,
                                                  const change_words& words));

}  // namespace headway::detail

#include <headway/header_end.hpp>
