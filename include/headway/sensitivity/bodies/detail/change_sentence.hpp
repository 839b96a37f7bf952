// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/sensitivity/detail/change_sentence.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
std::string text_to_place(double x, int place) {
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

template <class>
std::string shared_change_text(const std::vector<changed_belief>& beliefs, const attributed_change& one,
                               const change_words& words) {
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

template <class>
std::string change_sentence(const explained_change& made, const attributed_change& one, const change_words& words) {
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
