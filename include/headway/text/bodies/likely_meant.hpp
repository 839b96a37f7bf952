// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/text/likely_meant.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class V>
std::vector<std::string> basic_likely_meant<V>::guesses() {
    if (all_.empty() || all_.size() > 60) return {};
    lower_words();
    drop_brackets();
    const char prefix = take_prefix();
    if (notation_.kind.is_date()) {
        guess_dates();
    } else {
        const bool is_money = take_currency();
        spell_words();
        join_ranges();
        if (is_money) add_unit("USD", true);
        if (notation_.is_quantity()) add_unit(usual_unit_of(notation_), false);
        guess_amounts(prefix);
    }
    return guesses_;
}

template <class V>
void basic_likely_meant<V>::erase(std::size_t from, std::size_t count) {
    const auto at = all_.begin() + static_cast<std::ptrdiff_t>(from);
    all_.erase(at, at + static_cast<std::ptrdiff_t>(count));
}

template <class V>
std::string basic_likely_meant<V>::joined(std::size_t from, std::size_t to) const {
    std::string text;
    for (std::size_t i = from; i < to; ++i) text += (all_[i].has_gap && i > from ? " " : "") + all_[i].text;
    return text;
}

template <class V>
std::size_t basic_likely_meant<V>::place_of(std::string_view text, std::size_t from) const {
    while (from < all_.size() && all_[from].text != text) ++from;
    return from;
}

template <class V>
void basic_likely_meant<V>::lower_words() {
    for (written_token& t : all_) {
        if (t.is != kind::word || t.text.size() < 4) continue;
        for (std::size_t i = 0; i < t.text.size(); ++i) {
            if (i > 0 && lower_case(t.text[i]) != t.text[i]) break;
            t.text[i] = lower_case(t.text[i]);
        }
    }
}

template <class V>
void basic_likely_meant<V>::drop_brackets() {
    if ((is(0, "[") && all_.back().text == "]") || (is(0, "(") && all_.back().text == ")")) {
        const std::size_t comma = place_of(",");
        if (comma == all_.size() || place_of(",", comma + 1) != all_.size()) return;
        all_[comma] = {kind::word, "to", true};
        all_.pop_back();
        erase(0, 1);
        return;
    }
    const std::size_t joint = is(0, "from") ? place_of("to") : is(0, "between") ? place_of("and") : all_.size();
    if (joint == all_.size()) return;
    all_[joint].text = "to";
    erase(0, 1);
}

template <class V>
char basic_likely_meant<V>::take_prefix() {
    struct prefix {
        std::string_view first;
        std::string_view second;
        char means;
    };
    constexpr prefix prefixes[] = {
        {"~", "", '~'},      {"about", "", '~'}, {"around", "", '~'},   {"approx", "", '~'},  {"approximately", "", '~'},
        {"roughly", "", '~'}, {"circa", "", '~'}, {"ca", "", '~'},       {">", "", '>'},       {"at", "least", '>'},
        {"more", "than", '>'}, {"over", "", '>'},  {"above", "", '>'},    {"<", "", '<'},       {"at", "most", '<'},
        {"less", "than", '<'}, {"under", "", '<'}, {"below", "", '<'},    {"up", "to", '<'}};
    for (const prefix& p : prefixes) {
        if (!is(0, p.first) || (!p.second.empty() && !is(1, p.second)) || is(1, "(")) continue;
        erase(0, p.second.empty() ? 1 : 2);
        while (is(0, ".") || is(0, "=")) erase(0, 1);
        return p.means;
    }
    return '\0';
}

template <class V>
bool basic_likely_meant<V>::take_currency() {
    bool any = false;
    for (std::size_t i = 0; i + 1 < all_.size(); ++i) {
        const std::string& t = all_[i].text;
        if ((t != "$" && t != "US$" && t != "USD" && t != "usd") || all_[i + 1].is != kind::number) continue;
        all_[i + 1].has_gap = all_[i].has_gap;
        erase(i, 1);
        any = true;
    }
    return any;
}

template <class V>
void basic_likely_meant<V>::spell_words() {
    struct spelling {
        std::string_view written;
        std::string_view meant;
    };
    constexpr spelling counts[] = {{"m", "million"},    {"mm", "million"},   {"mil", "million"}, {"mln", "million"},
                                   {"mio", "million"},  {"M", "million"},    {"mn", "million"},  {"b", "billion"},
                                   {"bn", "billion"},   {"B", "billion"},    {"bln", "billion"}, {"K", "thousand"},
                                   {"k", "thousand"},   {"tn", "trillion"},  {"T", "trillion"},  {"trn", "trillion"}};
    constexpr spelling times[] = {{"m", "months"},   {"mo", "months"},  {"mos", "months"}, {"mth", "months"},
                                  {"mths", "months"}, {"y", "years"},   {"yrs", "years"},  {"Y", "years"},
                                  {"d", "days"},     {"w", "weeks"},    {"wk", "weeks"},   {"wks", "weeks"},
                                  {"hr", "hours"},   {"hrs", "hours"},  {"sec", "seconds"}, {"secs", "seconds"},
                                  {"mins", "minutes"}};
    const bool is_time = notation_.kind == value_kind::of<quantity<dim::time>>();
    for (std::size_t i = 1; i < all_.size(); ++i) {
        if (all_[i].is != kind::word || all_[i - 1].is != kind::number) continue;
        for (const spelling& s : is_time ? std::span<const spelling>(times) : std::span<const spelling>(counts)) {
            if (all_[i].text != s.written) continue;
            all_[i] = {kind::word, std::string(s.meant), true};
            break;
        }
        if (is(i + 1, ".") && i + 2 == all_.size()) all_.pop_back();
    }
    // "3x", "3-fold", "x3"
    if (is(all_.size() - 1, "fold") && is(all_.size() - 2, "-")) erase(all_.size() - 2, 1);
    if (all_.size() > 1 && (all_.back().text == "x" || all_.back().text == "X" || all_.back().text == "fold" ||
                            all_.back().text == "times")) {
        all_.pop_back();
    }
    if (is(0, "x") && is(1, kind::number)) erase(0, 1);
}

template <class V>
void basic_likely_meant<V>::join_ranges() {
    for (std::size_t i = 1; i + 1 < all_.size(); ++i) {
        const bool is_dash = is(i, "-") || is(i, "..") || is(i, "...");
        if (is_dash && is(i + 1, kind::number) && !is(i - 1, "(") && !is(i - 1, ",") && !is(i - 1, "to") && !is(i - 1, "+")) {
            all_[i] = {kind::word, "to", true};
            all_[i + 1].has_gap = true;
        }
        if (is(i, "to") && is_call()) all_[i] = {kind::sign, ",", false};
    }
}

template <class V>
bool basic_likely_meant<V>::counts(std::string_view word) noexcept {
    for (const named_factor& f : counting_words) {
        if (f.name == word) return true;
    }
    return false;
}

template <class V>
void basic_likely_meant<V>::add_unit(std::string_view unit, bool is_currency) {
    for (std::size_t i = 0; i < all_.size(); ++i) {
        if (all_[i].is != kind::number) continue;
        std::size_t end = i + 1;
        while (is(end, kind::word) && counts(all_[end].text)) ++end;
        const bool ends_here = end == all_.size() || (is(end, "to") && end > i + 1) || is(end, ",") || is(end, ")") || is(end, "+") || is(end, "+-") ||
                               (is_currency && (is(end, "per") || is(end, "/")));
        if (ends_here && !is(end, "+-")) insert(end, kind::word, unit);
    }
}

template <class V>
void basic_likely_meant<V>::guess_amounts(char prefix) {
    const std::string whole = joined(0, all_.size());
    if (const std::size_t sign = place_of("+-"); sign < all_.size()) return guess_spread(sign);
    if (prefix != '\0' && place_of("to") == all_.size() && !is_call()) return guess_bound(prefix, whole);
    const std::size_t joint = place_of("to");
    if (joint < all_.size() && !is_call() && is(joint + 1, kind::number)) guess_interval(joint);
    guess(whole);
    if (is(0, "ci90") && is(1, "(")) {
        guess((is(2, "-") ? "normal_ci(90 %, " : "uniform(") + joined(2, all_.size()));
    }
    if (is(1, "/") && all_.size() == 3 && is(0, kind::number) && is(2, kind::number)) {
        guess(number_text(number_at(0) / number_at(2), 6));
    }
}

template <class V>
void basic_likely_meant<V>::guess_spread(std::size_t sign) {
    const std::size_t end = all_.size();
    if (!is(0, kind::number) || !is(sign + 1, kind::number)) return;
    const std::string unit = unit_behind(sign + 1, end);
    const double middle = number_at(0);
    const double spread = number_at(sign + 1);
    const std::string of_middle = sign > 1 ? unit_behind(0, sign) : unit;
    guess("normal(" + all_[0].text + of_middle + ", " + all_[sign + 1].text + unit + ")");
    if (of_middle == unit) {
        guess("uniform(" + number_text(middle - spread, 15) + unit + ", " + number_text(middle + spread, 15) + unit + ")");
    }
}

template <class V>
void basic_likely_meant<V>::guess_bound(char prefix, const std::string& whole) {
    if (!is(0, kind::number)) return;
    const std::string unit = unit_behind(0, all_.size());
    if (prefix == '~') guess("around(" + whole + ", 1.5)");
    if (prefix == '>') guess(all_[0].text + " to " + number_text(2.0 * number_at(0), 15) + unit);
    if (prefix == '<') guess("uniform(0" + unit + ", " + whole + ")");
    if (prefix == '~') guess(whole);
}

template <class V>
void basic_likely_meant<V>::guess_interval(std::size_t joint) {
    const bool is_negative = is(0, "-");
    const std::size_t first = is_negative ? 1 : 0;
    if (!is(first, kind::number)) return;
    const std::string unit = unit_behind(joint + 1, all_.size());
    const std::string hi = joined(joint + 1, all_.size());
    const std::string lo = joined(0, joint) + (first + 1 == joint ? unit : "");
    const double low = number_at(first);
    if (is_negative && low > 0.0) return guess("normal_ci(90 %, " + lo + ", " + hi + ")");
    if (low != 0.0) return;
    guess("uniform(" + lo + ", " + hi + ")");
    guess("pert(" + lo + ", " + number_text(0.5 * number_at(joint + 1), 15) + unit + ", " + hi + ")");
}

template <class V>
void basic_likely_meant<V>::guess_dates() {
    for (std::size_t i = 1; i + 1 < all_.size(); ++i) {
        const bool are_years = is(i - 1, kind::number) && is(i + 1, kind::number) && all_[i - 1].text.size() == 4 &&
                               all_[i + 1].text.size() == 4;
        if (is(i, "-") && are_years) all_[i] = {kind::word, "to", true};
    }
    const std::size_t joint = place_of("to");
    const written_period first = period_of(std::span(all_).first(joint));
    if (joint < all_.size()) {
        const written_period second = period_of(std::span(all_).subspan(joint + 1));
        if (!first.from.empty() && !second.from.empty()) guess(first.from + " to " + second.from);
        return;
    }
    if (first.from.empty()) {
        if (is(0, "in")) erase(0, 1);
        if (is(0, kind::number) && all_.size() > 1 && is(1, kind::word)) {
            const std::string span = joined(0, all_.size());
            guess("2026-11-21 + " + span);
            for (const std::string& other : basic_likely_meant(span, notation_of<quantity<dim::time>>).guesses()) {
                guess("2026-11-21 + " + other);
            }
        }
        return;
    }
    guess(first.from);
    if (!first.to.empty()) guess("uniform(" + first.from + ", " + first.to + ")");
}

HEADWAY_INSTANTIATE(class basic_likely_meant<>);

}  // namespace headway::detail

#include <headway/header_end.hpp>
