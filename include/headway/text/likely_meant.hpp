// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <headway/text/detail/written_tokens.hpp>
#include <headway/text/near_names.hpp>
#include <headway/text/value_notation.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// What a text that cannot be read is likely to mean, in the notation of this library: "8-24 months" is "8 to 24 months",
/// "$10bn" is "10 billion USD", "10,000" is "10000", "Q3 2027" a day of that quarter. Guesses only, and some of them wrong:
/// whoever offers one sees first that it can be read.
template <class = void>
class basic_likely_meant {
  public:
    basic_likely_meant(std::string_view text, const value_notation& notation)
        : text_(text), notation_(notation), all_(tokens_of(text, notation.kind.is_date())) {}

    [[nodiscard, gnu::cold]] std::vector<std::string> guesses();
  private:
    using kind = written_token::kind;

    [[nodiscard]] bool is(std::size_t i, std::string_view text) const {
        return i < all_.size() && all_[i].text == text;
    }
    [[nodiscard]] bool is(std::size_t i, kind k) const { return i < all_.size() && all_[i].is == k; }
    void erase(std::size_t from, std::size_t count);
    void insert(std::size_t at, kind k, std::string_view text) {
        all_.insert(all_.begin() + static_cast<std::ptrdiff_t>(at), written_token{k, std::string(text), true});
    }
    [[nodiscard]] std::string joined(std::size_t from, std::size_t to) const;
    [[nodiscard]] std::size_t place_of(std::string_view text, std::size_t from = 0) const;
    [[nodiscard]] bool is_call() const { return is(0, kind::word) && place_of("(") < all_.size(); }
    void guess(std::string text) {
        if (text != text_ && !text.empty()) guesses_.push_back(std::move(text));
    }

    /// "Months" and "Million"; symbols such as USD and kWh stay as they are.
    void lower_words();
    /// "[3, 5]" and "(3, 5)"; "from 3 to 5", "between 3 and 5".
    void drop_brackets();
    /// '~' for "about 5", '>' for "at least 5", '<' for "up to 5"; they are dropped.
    char take_prefix();
    /// "$10", "US$ 10", "USD 10". Whether there was any.
    bool take_currency();
    /// "10bn", "1.5m", "18mo", "2 yrs", "3x".
    void spell_words();
    /// "8-24" and "8..24". In a call of a shape, "uniform(1 to 2)", a comma stands there.
    void join_ranges();
    static bool counts(std::string_view word) noexcept;
    /// Behind each amount without a unit that has one to itself; of "3 to 5" behind the second. A currency stands before "per".
    void add_unit(std::string_view unit, bool is_currency);

    void guess_amounts(char prefix);
    [[nodiscard]] double number_at(std::size_t i) const { return parse_number(all_[i].text).value_or(0.0); }
    /// What stands behind the number at a place.
    [[nodiscard]] std::string unit_behind(std::size_t i, std::size_t end) const {
        return i + 1 < end ? (all_[i + 1].has_gap ? " " : "") + joined(i + 1, end) : std::string();
    }
    /// "5±1 months": a standard deviation, or two bounds.
    void guess_spread(std::size_t sign);
    /// "~5", "> 3", "up to 8": a bound alone is no belief.
    void guess_bound(char prefix, const std::string& whole);
    /// Bounds that a lognormal cannot have: at zero a shape that stays above it, below zero a normal.
    void guess_interval(std::size_t joint);

    /// Each side of "Q3 2027 to Q1 2028" as its first day; a month, a quarter or a half by itself also as any day of it.
    void guess_dates();

    std::string_view text_;
    const value_notation& notation_;
    std::vector<written_token> all_;
    std::vector<std::string> guesses_;
};
HEADWAY_ELSEWHERE(class basic_likely_meant<>);
using likely_meant = basic_likely_meant<>;

/// A failure to read the whole of a text is told with what the text is likely to mean, up to two guesses that can be read;
/// `reads(guess)` tells whether one can.
template <class Reads>
[[gnu::cold]] void suggest_likely_meant(text_cursor& cursor, std::string_view text, const value_notation& notation, Reads reads) {
    constexpr std::size_t longest = 160;  // of a longer text nobody tells a meaning, and it may be a file of junk
    if (text.size() > longest) return;
    std::string offered;
    int count = 0;
    for (const std::string& guess : likely_meant(text, notation).guesses()) {
        if (count == 2 || !reads(guess)) continue;
        offered += (count++ == 0 ? "\"" : " or \"") + guess + "\"";
    }
    if (count > 0) cursor.suggest(offered);
}

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/text/bodies/likely_meant.hpp>
#endif
