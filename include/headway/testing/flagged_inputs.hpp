// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include <headway/figures/conflicts.hpp>
#include <headway/forecast/forecast.hpp>
#include <headway/source/figure_text.hpp>
#include <headway/testing/check_report.hpp>
#include <headway/text/text.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// The inputs of a forecast to which something applies, in order. True when there are any, so that the check reads as its
/// name: `static_assert(!stale(f, today))`. Made by `stale`, `unsourced`, `disagreements`; iterates as `input_source`.
template <class Flag, std::size_t Size>
class flagged_inputs : public check_report {
  public:
    constexpr flagged_inputs(const std::array<input_source, Size>& inputs, const Flag& flag) : flag_(flag) {
        for (const input_source& input : inputs) {
            if (flag.applies_to(input)) items_[size_++] = input;
        }
    }

    [[nodiscard]] explicit constexpr operator bool() const noexcept { return size_ != 0; }
    [[nodiscard]] constexpr bool empty() const noexcept { return size_ == 0; }
    [[nodiscard]] constexpr std::size_t size() const noexcept { return size_; }
    [[nodiscard]] constexpr const input_source* begin() const noexcept { return items_; }
    [[nodiscard]] constexpr const input_source* end() const noexcept { return items_ + size_; }
    [[nodiscard]] constexpr bool contains(std::string_view input) const noexcept {
        for (const input_source& item : *this) {
            if (item.input == input) return true;
        }
        return false;
    }

    /// What remains without inputs that are known and accepted: `static_assert(!disagreements(f).except(first_run))`.
    template <any_assumption... Accepted>
    [[nodiscard]] constexpr flagged_inputs except(const Accepted&...) const {
        flagged_inputs rest = *this;
        rest.size_ = 0;
        for (const input_source& item : *this) {
            if (!((item.input == Accepted::name) || ...)) rest.items_[rest.size_++] = item;
        }
        return rest;
    }

    /// A line for each with the reason and what to do, or that there are none.
    [[nodiscard, gnu::cold]] std::string text() const {
        if (empty()) return flag_.none();
        std::string text = flag_.title();
        for (const input_source& item : *this) text += "\n  " + std::string(item.input) + ": " + flag_.reason(item);
        return text;
    }

  private:
    Flag flag_;
    input_source items_[Size == 0 ? 1 : Size] = {};
    std::size_t size_ = 0;
};

namespace detail {

[[noreturn, gnu::cold]] inline void day_must_be_a_date(double seconds) {
    value_breaks_a_rule("stale", "day", "must be a date", seconds);
}

struct stale_flag {
    date day;

    [[nodiscard]] constexpr bool applies_to(const input_source& input) const noexcept {
        return !input.review_by.is_never() && input.review_by <= day;
    }
    [[nodiscard, gnu::cold]] std::string none() const { return "no assumption is stale on " + to_text(day); }
    [[nodiscard, gnu::cold]] std::string title() const { return "stale on " + to_text(day) + ", look at them again:"; }
    [[nodiscard, gnu::cold]] static std::string reason(const input_source& input);
};

struct unsourced_flag {
    [[nodiscard]] static constexpr bool applies_to(const input_source& input) noexcept {
        return input.figure == nullptr || input.figure->source->key.empty();
    }
    [[nodiscard, gnu::cold]] static std::string none() { return "every assumption rests on a figure with a source"; }
    [[nodiscard, gnu::cold]] static std::string title() { return "without a source, give each a figure:"; }
    template <class = void>
    [[nodiscard, gnu::cold]] static std::string reason(const input_source& input);
};

struct disagreement_flag {
    [[nodiscard]] static constexpr bool applies_to(const input_source& input) noexcept {
        return input.figure != nullptr && !figures::in_conflict(*input.figure).empty();
    }
    [[nodiscard, gnu::cold]] static std::string none() { return "no assumption rests on a figure that the sources dispute"; }
    [[nodiscard, gnu::cold]] static std::string title() {
        return "resting on figures that the sources dispute, look at the other positions:";
    }
    template <class = void>
    [[nodiscard, gnu::cold]] static std::string reason(const input_source& input);
};

template <label Name, class T>
[[nodiscard]] constexpr std::array<input_source, 1> sources_of(const named_assumption<Name, T>& a) {
    return {input_source(a)};
}
template <class Model, class... Assumptions>
[[nodiscard]] constexpr auto sources_of(const basic_forecast<Model, Assumptions...>& f) {
    return f.sources();
}
template <class Flag, std::size_t Size>
[[nodiscard]] constexpr flagged_inputs<Flag, Size> flagged(const std::array<input_source, Size>& inputs, const Flag& flag) {
    return {inputs, flag};
}

}  // namespace detail

/// The inputs of a forecast, or the one assumption, whose `review_by` date has come on that day or before. An assumption
/// without such a date is never stale. \throws std::domain_error for a day that is not a date.
template <class ForecastOrAssumption>
[[nodiscard]] constexpr auto stale(const ForecastOrAssumption& assumed, const date& day) {
    if (!(day == day)) detail::day_must_be_a_date(day.seconds_since_1970());
    return detail::flagged(detail::sources_of(assumed), detail::stale_flag{day});
}

/// The inputs of a forecast, or the one assumption, that rest on no figure with a source; a note is not a source.
template <class ForecastOrAssumption>
[[nodiscard]] constexpr auto unsourced(const ForecastOrAssumption& assumed) {
    return detail::flagged(detail::sources_of(assumed), detail::unsourced_flag{});
}

/// The inputs of a forecast, or the one assumption, whose figure states a position in `figures::conflicts()`.
template <class ForecastOrAssumption>
[[nodiscard]] constexpr auto disagreements(const ForecastOrAssumption& assumed) {
    return detail::flagged(detail::sources_of(assumed), detail::disagreement_flag{});
}

}  // namespace headway

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/testing/bodies/flagged_inputs.hpp>
#endif
