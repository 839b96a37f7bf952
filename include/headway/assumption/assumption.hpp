// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <concepts>
#include <string_view>
#include <utility>

#include <headway/assumption/assumption_record.hpp>
#include <headway/belief/as_belief.hpp>
#include <headway/text/label.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// What a forecaster assumes: a name, a belief about a value, who said so, and for how long to trust it. Make one with
/// `assumption<"name">(belief, figure_or_note)`. The name is part of the type, so an input is read by its assumption
/// (`in[decline]`), and an assumption read twice is one variable. A literal type: declare it `inline constexpr`.
template <label Name, any_value T>
class named_assumption : public assumption_record {
  public:
    using value_type = T;
    static constexpr std::string_view name = Name.view();

    constexpr named_assumption(const headway::belief<T>& belief, const figures::figure_info* figure, std::string_view note)
        : assumption_record(Name.view(), detail::belief_notation_of<T>, belief.parts(), figure, note) {}
    /// The record must be of an assumption of this type.
    constexpr explicit named_assumption(const assumption_record& record) : assumption_record(record) {}

    [[nodiscard]] constexpr headway::belief<T> belief() const noexcept { return headway::belief<T>(parts_); }
    /// The central case, the median of the belief.
    [[nodiscard]] constexpr T central() const { return value_from_base<T>(base_quantile(0.5)); }

    using assumption_record::as_of;
    using assumption_record::review_by;
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
    /// The same assumption, a share: shown in per cent whatever its values are. A plain number is so anyway where its belief
    /// lies between 0 and 1, but for a sure 0 or 1 and one of a few values.
    [[nodiscard]] constexpr named_assumption as_share() const { return styled(number_style::share); }
    /// The same assumption, an exponent, say: shown as a plain number though its belief lies between 0 and 1.
    [[nodiscard]] constexpr named_assumption as_number() const { return styled(number_style::number); }
    /// The same assumption, believed differently, see `assumption_record::believe`.
    [[nodiscard]] constexpr named_assumption with_belief(const headway::belief<T>& other,
                                                         const override_reason& reason = {}) const {
        auto copy = *this;
        copy.believe(other.parts(), reason);
        return copy;
    }

  private:
    [[nodiscard]] constexpr named_assumption styled(number_style style) const {
        constexpr bool it_is_a_plain_number = std::same_as<T, double>;
        static_assert(it_is_a_plain_number, "as_share, as_number: what has a unit, or is a date, is shown in it; of a plain "
                                            "number alone it has to be said whether it is a share");
        auto copy = *this;
        copy.style_ = style;
        return copy;
    }
};

template <class T>
inline constexpr bool is_assumption = false;
template <label Name, class T>
inline constexpr bool is_assumption<named_assumption<Name, T>> = true;

/// Any assumption.
template <class T>
concept any_assumption = is_assumption<std::remove_cvref_t<T>>;

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

/// Chosen only for a name among the arguments, to say in words where it goes.
template <std::size_t Size, class... Rest>
constexpr auto assumption(const char (&)[Size], const Rest&...) {
    constexpr bool name_is_between_angle_brackets = Size == 0;
    static_assert(name_is_between_angle_brackets, "assumption: the name goes between angle brackets, assumption<\"decline\">(ci90(3.0, 5.5), figure)");
    return nullptr;
}

}  // namespace headway

#include <headway/header_end.hpp>
