// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <chrono>

#include <headway/source/constant_list.hpp>
#include <headway/source/figure.hpp>

#include <headway/header_begin.hpp>

namespace headway::figures {

/// What became of a figure.
enum class verdict_word {
    none,              ///< no second word
    borne_out,         ///< what is known since agrees
    contradicted,      ///< what is known since does not
    too_early,         ///< its time has not come
    cannot_be_tested,  ///< nothing that could tell is known, or nothing could tell
    disputed,          ///< what is known since does not agree with itself; a second word only
};

[[nodiscard]] constexpr std::string_view to_text(verdict_word w) noexcept {
    switch (w) {
    case verdict_word::none:
        return "";
    case verdict_word::borne_out:
        return "borne out";
    case verdict_word::contradicted:
        return "contradicted";
    case verdict_word::too_early:
        return "too early";
    case verdict_word::cannot_be_tested:
        return "cannot be tested";
    case verdict_word::disputed:
        return "disputed";
    }
    return "";
}

/// What `verdict` is made from.
struct verdict_terms {
    verdict_word word = verdict_word::none;
    /// The word of another reading of the figure.
    verdict_word other = verdict_word::none;
    /// Both as they are printed, with their readings: "borne out (building) / contradicted (wafer)"; empty for the word alone.
    std::string_view words{};
    /// Why, in one sentence.
    std::string_view because{};
    /// The figures on which it rests.
    figure_references rests_on{};
    /// The day on which it was given.
    date given{};
    /// The day from which it is stale; where left out the same day of the next year, of 29 February the 28th.
    date review_by{};
};

namespace detail {

[[nodiscard, gnu::cold]] inline std::string verdict_name(const figure_info& f) {
    return "verdict: the verdict on " + std::string(f.source->key) + "." + std::string(f.id);
}
[[noreturn, gnu::cold]] inline void verdict_rests_on_nothing(const figure_info& f, verdict_word word) {
    throw std::domain_error(verdict_name(f) + " must rest on a figure to be \"" + std::string(to_text(word)) +
                            "\"; name in rests_on what tells so, or call it too early or not to be tested");
}
[[noreturn, gnu::cold]] inline void verdict_figure_has_no_source(const figure_info& f, std::string_view id) {
    throw std::domain_error(verdict_name(f) + " needs a source for " +
                            (id.empty() ? std::string("a figure without a name") : std::string(id)) +
                            "; a figure without one proves nothing");
}
[[noreturn, gnu::cold]] inline void verdict_has_no_word(const figure_info& f) {
    throw std::domain_error(verdict_name(f) + " must be borne_out, contradicted, too_early or cannot_be_tested");
}
[[noreturn, gnu::cold]] inline void verdict_words_differ(const figure_info& f, std::string_view words) {
    throw std::domain_error(verdict_name(f) + " must begin with its word and name its other word, got \"" +
                            std::string(words) + "\"");
}
[[noreturn, gnu::cold]] inline void verdict_is_no_sentence(const figure_info& f, std::string_view because) {
    throw std::domain_error(verdict_name(f) + " must say why in one sentence that ends with a full stop, got \"" +
                            std::string(because) + "\"");
}
[[noreturn, gnu::cold]] inline void verdict_is_not_dated(const figure_info& f) {
    throw std::domain_error(verdict_name(f) +
                            " must have the day on which it was given, and a later one in review_by or none");
}

[[nodiscard]] constexpr date same_day_a_year_later(const date& on) {
    const std::chrono::year_month_day later = std::chrono::year_month_day(on) + std::chrono::years(1);
    return later.ok() ? date(later) : date(later.year() / later.month() / std::chrono::last);
}

}  // namespace detail

/// What became of a figure by a day: a word, why, the figures on which it rests, and the day from which it must be looked at
/// again. Made of constants, which must outlive it.
/// \throws std::domain_error, naming the figure, for a verdict that is borne out or contradicted and rests on no figure, a
/// figure without a source, no word of the four, words that do not begin with it, no sentence, and days out of order.
struct verdict : verdict_terms {
    const figure_info* figure;

    constexpr verdict(const figure_info& judged, const verdict_terms& terms) : verdict_terms(terms), figure(&judged) {
        if (judged.source->key.empty()) detail::verdict_figure_has_no_source(judged, judged.id);
        if (word == verdict_word::none || word == verdict_word::disputed) detail::verdict_has_no_word(judged);
        if (words.empty()) words = to_text(word);
        const bool begins = words.starts_with(to_text(word));
        if (!begins || words.find(to_text(other)) == words.npos) detail::verdict_words_differ(judged, words);
        if (because.empty() || because.back() != '.') detail::verdict_is_no_sentence(judged, because);
        const bool tells = word == verdict_word::borne_out || word == verdict_word::contradicted;
        if (tells && rests_on.empty()) detail::verdict_rests_on_nothing(judged, word);
        for (const figure_info* f : rests_on) {
            if (f->source->key.empty()) detail::verdict_figure_has_no_source(judged, f->id);
        }
        if (given == date{}) detail::verdict_is_not_dated(judged);
        if (review_by == date{}) review_by = detail::same_day_a_year_later(given);
        if (!(given < review_by)) detail::verdict_is_not_dated(judged);
    }

    /// Its day to be looked at again has come.
    [[nodiscard]] constexpr bool is_stale(const date& on) const noexcept { return review_by <= on; }
};

/// Verdicts in the order of the figures; iterates as `const verdict&`.
class verdict_list : public constant_list<verdict> {
  public:
    using constant_list::constant_list;

    /// The verdict on a figure, or null where none was given.
    [[nodiscard]] constexpr const verdict* find(const figure_info& f) const noexcept {
        for (const verdict& v : *this) {
            if (*v.figure == f) return &v;
        }
        return nullptr;
    }
    /// How many have the word as their first.
    [[nodiscard]] constexpr std::size_t count(verdict_word word) const noexcept {
        std::size_t n = 0;
        for (const verdict& v : *this) n += v.word == word ? 1U : 0U;
        return n;
    }
};

}  // namespace headway::figures

#include <headway/header_end.hpp>
