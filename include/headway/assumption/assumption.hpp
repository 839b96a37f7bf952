// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string_view>
#include <utility>

#include <headway/belief/belief.hpp>
#include <headway/belief/makers.hpp>
#include <headway/distribution/shared_array.hpp>
#include <headway/quantity/value.hpp>
#include <headway/source/figure.hpp>
#include <headway/text/label.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// Why an assumption is believed differently than it was made: in words, since when, and until when to trust it. Keeps a
/// text of its own where it is made at run time.
class override_reason {
  public:
    constexpr override_reason() noexcept = default;
    /// The text must live as long as the reason, as a string literal does.
    constexpr override_reason(const char* note) noexcept : literal_(note) {}  // NOLINT: implicit, words are a reason
    /// Copies the text.
    explicit override_reason(std::string_view note, date as_of = date::never(), date review_by = date::never())
        : own_(note.size()), as_of_(as_of), review_by_(review_by) {
        for (std::size_t i = 0; i < note.size(); ++i) own_.unshared()[i] = note[i];
    }

    [[nodiscard]] constexpr std::string_view note() const noexcept {
        return own_.size() == 0 ? literal_ : std::string_view(own_.begin(), own_.size());
    }
    [[nodiscard]] constexpr date as_of() const noexcept { return as_of_; }
    [[nodiscard]] constexpr date review_by() const noexcept { return review_by_; }

    [[nodiscard]] friend constexpr bool operator==(const override_reason& a, const override_reason& b) noexcept {
        return a.note() == b.note() && a.as_of_ == b.as_of_ && a.review_by_ == b.review_by_;
    }

  private:
    std::string_view literal_;
    detail::shared_array<char> own_;
    date as_of_ = date::never();
    date review_by_ = date::never();
};

/// What a forecaster assumes: a name, a belief about a value, who said so, and for how long to trust it. Make one with
/// `assumption<"name">(belief, figure_or_note)`. The name is part of the type, so an input is read by its assumption
/// (`in[decline]`), and an assumption read twice is one variable. A literal type: declare it `inline constexpr`.
template <label Name, any_value T>
class named_assumption {
  public:
    using value_type = T;
    static constexpr std::string_view name = Name.view();

    constexpr named_assumption(headway::belief<T> belief, const figures::figure_info* figure, std::string_view note)
        : belief_(std::move(belief)), figure_(figure), note_(note) {}

    [[nodiscard]] constexpr const headway::belief<T>& belief() const noexcept { return belief_; }
    /// The figure that it rests on, or null; null for one that is overridden.
    [[nodiscard]] constexpr const figures::figure_info* figure() const noexcept {
        return overridden_ ? nullptr : figure_;
    }
    /// The note it was made with; of one that is overridden, the reason, which may be empty.
    [[nodiscard]] constexpr std::string_view note() const noexcept { return note_.empty() ? reason_.note() : note_; }
    /// The date it was made on; never when not stated.
    [[nodiscard]] constexpr date as_of() const noexcept { return as_of_; }
    /// The date from which it counts as stale; never when not stated.
    [[nodiscard]] constexpr date review_by() const noexcept { return review_by_; }
    /// Whether another belief has taken the place of the one it was made with.
    [[nodiscard]] constexpr bool is_overridden() const noexcept { return overridden_; }
    /// The figure that the belief rested on that was overridden, or null.
    [[nodiscard]] constexpr const figures::figure_info* overridden_figure() const noexcept {
        return overridden_ ? figure_ : nullptr;
    }

    /// The central case, the median of the belief.
    [[nodiscard]] constexpr T central() const { return belief_.median(); }

    /// The same assumption with a note, a date, a date to look at it again.
    [[nodiscard]] constexpr named_assumption with_note(std::string_view note) const {
        auto copy = *this;
        copy.note_ = note;
        return copy;
    }
    [[nodiscard]] constexpr named_assumption as_of(date when) const {
        auto copy = *this;
        copy.as_of_ = when;
        return copy;
    }
    [[nodiscard]] constexpr named_assumption review_by(date when) const {
        auto copy = *this;
        copy.review_by_ = when;
        return copy;
    }
    /// The same assumption, believed differently: it rests on the reason given, no longer on its figure. With the very
    /// belief that it has already it stays what it is.
    [[nodiscard]] constexpr named_assumption with_belief(headway::belief<T> other, override_reason reason = {}) const {
        auto copy = *this;
        if (other == belief_) return copy;
        copy.belief_ = std::move(other);
        copy.note_ = {};
        copy.as_of_ = reason.as_of();
        copy.review_by_ = reason.review_by();
        copy.reason_ = std::move(reason);
        copy.overridden_ = true;
        return copy;
    }

  private:
    headway::belief<T> belief_;
    const figures::figure_info* figure_;
    std::string_view note_;
    date as_of_ = date::never();
    date review_by_ = date::never();
    bool overridden_ = false;
    override_reason reason_;
};

template <class T>
inline constexpr bool is_assumption = false;
template <label Name, class T>
inline constexpr bool is_assumption<named_assumption<Name, T>> = true;

/// Any assumption.
template <class T>
concept any_assumption = is_assumption<std::remove_cvref_t<T>>;

/// A belief as it is, a plain value as the belief that is sure of it.
template <class T>
[[nodiscard]] constexpr belief<T> as_belief(const belief<T>& b) {
    return b;
}
template <believable X>
[[nodiscard]] constexpr auto as_belief(const X& value) {
    return exactly(value);
}

/// What may be assumed: a belief, or a number, quantity, chrono duration, date or calendar day that is sure.
template <class T>
concept belief_like = requires(const T& t) { as_belief(t); };

/// `assumption<"yearly fall in training cost">(ci90(3.0, 5.5), figures::amodei::training_cost_decline)`.
/// The figure must live as long as the assumption, as the constants in `figures` do.
template <label Name, belief_like Belief>
[[nodiscard]] constexpr auto assumption(const Belief& belief, const figures::figure_info& figure) {
    auto b = as_belief(belief);
    return named_assumption<Name, typename decltype(b)::value_type>(std::move(b), &figure, {});
}
/// With a note instead of a figure: where the value comes from, in words. The note must live as long as the assumption,
/// as a string literal does.
template <label Name, belief_like Belief>
[[nodiscard]] constexpr auto assumption(const Belief& belief, std::string_view note) {
    auto b = as_belief(belief);
    return named_assumption<Name, typename decltype(b)::value_type>(std::move(b), nullptr, note);
}

/// Chosen only for arguments of the wrong kind, to say so in words.
template <label Name, class Belief, class Origin>
    requires(!belief_like<Belief> ||
             !(std::derived_from<Origin, figures::figure_info> || std::convertible_to<const Origin&, std::string_view>))
constexpr auto assumption(const Belief&, const Origin&) {
    static_assert(belief_like<Belief>, "assumption: the first argument must be a belief, such as ci90(3.0, 5.5), or a "
                                       "number, a quantity or a date that is sure");
    static_assert(!belief_like<Belief>, "assumption: the second argument must be a figure that it rests on, such as "
                                        "figures::amodei::training_cost_decline, or a note in quotes");
    return nullptr;
}
template <label Name, class Belief>
constexpr auto assumption(const Belief&) {
    constexpr bool says_where_it_comes_from = !std::same_as<Belief, Belief>;
    static_assert(says_where_it_comes_from,
                  "assumption: say where it comes from: give a figure or a note in quotes as the second argument");
    return nullptr;
}
template <label Name, belief_like Belief>
constexpr auto assumption(const Belief&, const figures::figure_info&&) {
    constexpr bool figure_lives_long_enough = !std::same_as<Belief, Belief>;
    static_assert(figure_lives_long_enough, "assumption: the figure is a temporary, which is gone after this line: give "
                                            "a constant, such as figures::amodei::training_cost_decline");
    return nullptr;
}

/// Another belief for an assumption, for `forecast.at(...)` and scenarios. Make one with `override(assumption, belief)`.
template <label Name, any_value T>
struct assumption_override {
    using value_type = T;
    static constexpr std::string_view name = Name.view();
    headway::belief<T> belief;
    override_reason reason = {};
};

template <class T>
inline constexpr bool is_override = false;
template <label Name, class T>
inline constexpr bool is_override<assumption_override<Name, T>> = true;

/// `override(decline, 3.0)`, `override(first_run, ci90(50.0 * million_usd, 90.0 * million_usd), "the announced price")`.
template <label Name, class T, belief_like Belief>
[[nodiscard]] constexpr auto override(const named_assumption<Name, T>&, const Belief& belief,
                                      override_reason reason = {}) {
    auto b = as_belief(belief);
    static_assert(std::same_as<decltype(b), headway::belief<T>>,
                  "override: the belief has another dimension than the assumption it replaces");
    return assumption_override<Name, T>{std::move(b), std::move(reason)};
}

}  // namespace headway

#include <headway/header_end.hpp>
