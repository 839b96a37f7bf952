// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <tuple>

#include <headway/forecast/forecast.hpp>

#include <headway/header_begin.hpp>

namespace headway {

template <label Name, class... Overrides>
class named_scenario;

/// A scenario put together at run time: a name and other beliefs for some inputs. What it overrides is checked against
/// a forecast when it is compared. A scenario written in code converts to it.
class any_scenario {
  public:
    /// The forecast as it is, under a name, or with the overrides of a list, such as one read from an assumption file.
    /// \throws std::domain_error for an empty name.
    explicit any_scenario(std::string name, override_list overrides = {})
        : name_(std::move(name)), overrides_(std::move(overrides)) {
        if (name_.empty()) throw std::domain_error("any_scenario: the name is empty; give it one to be told apart by");
    }
    template <label Name, class... Overrides>
    any_scenario(const named_scenario<Name, Overrides...>& s)  // NOLINT: implicit, a scenario is a scenario
        : name_(s.name()) {
        std::apply([&](const auto&... o) { (set(o), ...); }, s.overrides());
    }

    [[nodiscard]] const std::string& name() const noexcept { return name_; }
    [[nodiscard]] const override_list& overrides() const noexcept { return overrides_; }

    /// Another belief for one more input, in place of the one it has in this scenario.
    [[gnu::cold]] any_scenario& set(std::string_view input, const any_belief& belief);
    /// `s.set(override(decline, 3.0))`.
    template <label Name, class T>
    [[gnu::cold]] any_scenario& set(const assumption_override<Name, T>& o) {
        overrides_.set(o.name, o.belief, o.reason, o.process);
        return *this;
    }

    /// This scenario on top of another: the overrides of both, this one's where both override an input.
    [[nodiscard, gnu::cold]] any_scenario on(const any_scenario& lower) const;
    /// The same overrides under another name.
    [[nodiscard]] any_scenario named(std::string name) const { return any_scenario(std::move(name), overrides_); }

  private:
    std::string name_;
    override_list overrides_;
};

namespace detail {

/// "upper on lower".
template <std::size_t Upper, std::size_t Lower>
[[nodiscard]] consteval label<Upper + Lower + 4> stacked_name(const label<Upper>& upper, const label<Lower>& lower) {
    char text[Upper + Lower + 5] = {};
    std::size_t size = 0;
    for (const char c : upper.view()) text[size++] = c;
    for (const char c : {' ', 'o', 'n', ' '}) text[size++] = c;
    for (const char c : lower.view()) text[size++] = c;
    return label<Upper + Lower + 4>(text);
}

}  // namespace detail

/// A scenario written in code: a name and other beliefs for some assumptions. Make one with
/// `scenario<"name">(override(...), ...)`. A literal type: declare it `inline constexpr`.
template <label Name, class... Overrides>
class named_scenario {
  public:
    constexpr explicit named_scenario(const Overrides&... overrides) : overrides_(overrides...) {}

    [[nodiscard]] static constexpr std::string_view name() noexcept { return Name.view(); }
    [[nodiscard]] constexpr const std::tuple<Overrides...>& overrides() const noexcept { return overrides_; }

    /// This scenario on top of another: the overrides of both, this one's where both override an assumption. Its name
    /// is "this on other"; `scenario<"another name">(hot.on(dry))` gives it a shorter one.
    template <label Other, class... Others>
    [[nodiscard]] constexpr auto on(const named_scenario<Other, Others...>& lower) const {
        const auto unless_here = [](const auto& o) {
            using type = std::remove_cvref_t<decltype(o)>;
            if constexpr (detail::place_of<Overrides...>(type::name) == sizeof...(Overrides)) {
                return std::tuple<type>(o);
            } else {
                return std::tuple<>();
            }
        };
        const auto both = std::apply([&](const auto&... o) { return std::tuple_cat(overrides_, unless_here(o)...); },
                                     lower.overrides());
        return std::apply(
            [](const auto&... o) {
                return named_scenario<detail::stacked_name(Name, Other), std::remove_cvref_t<decltype(o)>...>(o...);
            },
            both);
    }
    [[nodiscard]] any_scenario on(const any_scenario& lower) const { return any_scenario(*this).on(lower); }

  private:
    std::tuple<Overrides...> overrides_;
};

/// `scenario<"stagnation">(override(decline, 1.2), override(first_run, ci90(...)))`: some assumptions believed
/// otherwise; with no overrides the forecast as it is, `scenario<"baseline">()`. Overrides are checked against the
/// forecast where the two meet, in `compare(f, {baseline, stagnation}, ...)`. Two overrides of one assumption do not
/// compile; to put one scenario over another write `stagnation.on(other)`.
/// *Not for* a single number under other assumptions: `f.at(override(decline, 1.2))`.
template <label Name, class... Overrides>
[[nodiscard]] constexpr auto scenario(const Overrides&... overrides) {
    constexpr bool it_has_a_name = !Name.view().empty();
    static_assert(it_has_a_name, "scenario: the name is empty; give it one to be told apart by");
    constexpr bool each_is_an_override = (is_override<Overrides> && ...);
    static_assert(each_is_an_override, "scenario: every argument must be an override, such as override(decline, 3.0)");
    if constexpr (each_is_an_override) {
        constexpr bool each_is_overridden_once = detail::names_are_unique<Overrides...>();
        static_assert(each_is_overridden_once,
                      "scenario: two overrides are of the same assumption; keep one, or stack two scenarios, a.on(b)");
        return named_scenario<Name, Overrides...>(overrides...);
    } else {
        return named_scenario<Name>();
    }
}
/// The same scenario under another name: `scenario<"hot and dry">(hot.on(dry))`.
template <label Name, label Other, class... Overrides>
[[nodiscard]] constexpr auto scenario(const named_scenario<Other, Overrides...>& other) {
    return std::apply([](const auto&... o) { return scenario<Name>(o...); }, other.overrides());
}

/// Chosen only for a name among the arguments, to say in words where it goes.
template <std::size_t Size, class... Rest>
constexpr auto scenario(const char (&)[Size], const Rest&...) {
    constexpr bool name_is_between_angle_brackets = Size == 0;
    static_assert(name_is_between_angle_brackets, "scenario: the name goes between angle brackets, scenario<\"slow\">(override(decline, 2.0)); one that is named when the program runs is any_scenario(name, overrides)");
    return nullptr;
}

}  // namespace headway

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/scenario/bodies/scenario.hpp>
#endif
