// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>

#include <headway/assumption/assumption.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// What of an input is varied: its value, of which one is sure then, or its median, with its belief multiplied or shifted so
/// that it has that median.
enum class varied { value, scaled, shifted };

/// An input and what of it is varied. Made by `scaled` and `shifted`; an assumption by itself stands for its value.
template <label Name, any_value T, varied How>
struct varied_input {
    using value_type = T;
    static constexpr std::string_view name = Name.view();
    static constexpr varied how = How;

    constexpr varied_input() noexcept = default;
    constexpr varied_input(const named_assumption<Name, T>&) noexcept {}  // NOLINT: implicit, an assumption is one
};

/// The median of an assumption whose belief is multiplied by a factor, so that its spread grows with it:
/// `value_for(f, scaled(cost), statistic::median == target)`. A date has no factors: that does not compile.
template <label Name, class T>
[[nodiscard]] constexpr varied_input<Name, T, varied::scaled> scaled(const named_assumption<Name, T>&) {
    constexpr bool it_has_factors = !any_date<T>;
    static_assert(it_has_factors, "scaled: a date cannot be multiplied; take shifted(...)");
    return {};
}
/// The median of an assumption whose belief is shifted, so that its spread stays: `value_for(f, shifted(start), ...)`.
template <label Name, class T>
[[nodiscard]] constexpr varied_input<Name, T, varied::shifted> shifted(const named_assumption<Name, T>&) {
    return {};
}

namespace detail {

template <label Name, class T>
[[nodiscard]] constexpr varied_input<Name, T, varied::value> varied_of(const named_assumption<Name, T>&) noexcept {
    return {};
}
template <label Name, class T, varied How>
[[nodiscard]] constexpr varied_input<Name, T, How> varied_of(const varied_input<Name, T, How>& input) noexcept {
    return input;
}

/// "yearly fall", "the median of yearly fall, its belief scaled".
template <class = void>
[[nodiscard, gnu::cold]] std::string varied_text(std::string_view name, varied how);

}  // namespace detail

/// An assumption, or `scaled` or `shifted` of one.
template <class T>
concept varied_or_assumption = requires(const T& input) {
    detail::varied_of(input);
};

}  // namespace headway

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/decision/bodies/varied_input.hpp>
#endif
