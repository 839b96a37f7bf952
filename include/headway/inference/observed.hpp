// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include <headway/assumption/assumption.hpp>
#include <headway/belief/as_belief.hpp>
#include <headway/belief/observation_error.hpp>
#include <headway/math/hash_combine.hpp>
#include <headway/sampling/name_hash.hpp>

#include <headway/header_begin.hpp>

namespace headway {

namespace detail {

/// What is known of an observation without its types.
struct observation_record {
    double value = 0.0;
    bool is_factor = false;
    component_list error;
    value_kind kind = value_kind::of<double>();
    /// Writes a value of this kind, given in base units.
    std::string (*text)(double base_value, int significant_digits) = nullptr;
    /// How the error is written.
    const belief_notation* error_notation = nullptr;
    /// Who says so.
    const figures::figure_info* figure = nullptr;
    std::string_view note = {};
};

// Not constexpr: a breach in a constant expression does not compile, and the compiler names the function.
[[noreturn, gnu::cold]] inline void observed_value_must_be_finite(const observation_record& o) {
    if (o.value == no_limit && o.kind.is_date()) {
        throw std::domain_error(
            "observed: the value must be finite, got never; that something has not happened by a date is "
            "a condition: simulate, then outcome.given(condition)");
    }
    throw std::domain_error("observed: the value must be a finite number, got " + o.text(o.value, 6));
}
[[noreturn, gnu::cold]] inline void observed_factor_needs_a_positive_value(const observation_record& o) {
    throw std::domain_error("observed: with a factor as its error the value must be > 0, got " + o.text(o.value, 6) +
                            "; give an error that is added, such as normal_error(...)");
}
[[noreturn, gnu::cold]] inline void observed_error_needs_a_density() {
    throw std::domain_error(
        "observed: the error must have a density, and an exact value has none: no draw would meet it; "
        "give how far the value may be off, such as normal_error(...) or log_error(...)");
}
[[noreturn, gnu::cold]] inline void observed_error_may_be_meant_as_a_factor() {
    throw std::domain_error(
        "observed: a belief given as the error is about value - model and must hold 0 inside; for a factor "
        "say factor_error(...) or log_error(...), for an error of one sign additive_error(...)");
}
[[noreturn, gnu::cold]] inline void observed_factor_must_be_able_to_be_positive() {
    throw std::domain_error("observed: an error that is a factor must be able to be > 0, as lognormal(1.0, 0.2) is");
}

constexpr void check_observation(const observation_record& o) {
    if (!is_finite(o.value)) observed_value_must_be_finite(o);
    if (!is_continuous(o.error)) observed_error_needs_a_density();
    if (!o.is_factor) return;
    if (!(o.value > 0.0)) observed_factor_needs_a_positive_value(o);
    if (!(quantile_of(o.error, from_lower(1.0)) > 0.0)) observed_factor_must_be_able_to_be_positive();
}

/// A hash of what was observed, whatever is thought of it.
[[nodiscard]] constexpr std::uint64_t hash_of_observed(const observation_record* records, std::size_t count) {
    std::uint64_t hash = count;
    for (std::size_t k = 0; k < count; ++k) {
        hash = hash_combine(hash, records[k].value);
        hash = hash_combine(hash, std::uint64_t{records[k].kind.is_date() ? 1U : 0U});
        for (const value_kind::factor& f : records[k].kind) {
            hash = hash_combine(hash, hash_of(f.name) + static_cast<std::uint64_t>(f.exponent));
        }
    }
    return hash;
}

template <class T>
inline constexpr bool is_observation_error = false;
template <class D>
inline constexpr bool is_observation_error<additive_observation_error<D>> = true;
template <>
inline constexpr bool is_observation_error<factor_observation_error> = true;
template <class T>
inline constexpr bool is_belief = false;
template <class T>
inline constexpr bool is_belief<belief<T>> = true;

/// The error in one of its two forms; a belief is about value - model.
template <class D>
[[nodiscard]] constexpr const additive_observation_error<D>& spelled_error(const additive_observation_error<D>& e) {
    return e;
}
[[nodiscard]] constexpr const factor_observation_error& spelled_error(const factor_observation_error& e) { return e; }
template <class D>
[[nodiscard]] constexpr additive_observation_error<D> spelled_error(const belief<D>& e) {
    if (e.has_density() && !(base_value_of(e.quantile(0.0)) < 0.0 && base_value_of(e.quantile(1.0)) > 0.0)) {
        observed_error_may_be_meant_as_a_factor();
    }
    return {e};
}

template <any_value T, class D>
[[nodiscard]] constexpr observation_record record_of(const T& value, const additive_observation_error<D>& error) {
    constexpr bool error_is_in_the_unit_of_the_value = std::same_as<D, typename value_traits<T>::difference_type>;
    static_assert(
        error_is_in_the_unit_of_the_value,
        "observed: the error has another dimension than the observed value (of a date it is a span of time); for a "
        "factor say log_error(...) or factor_error(...)");
    observation_record o{base_value_of(value), false,           error.belief.parts(), value_kind::of<T>(),
                         &text_of_base<T>,     &belief_notation_of<D>};
    check_observation(o);
    return o;
}
template <any_value T>
[[nodiscard]] constexpr observation_record record_of(const T& value, const factor_observation_error& error) {
    constexpr bool value_has_a_zero = !any_date<T>;
    static_assert(value_has_a_zero,
                  "observed: a date has no zero, so that its error cannot be a factor: give a span of time, "
                  "such as normal_error(30.0 * day)");
    observation_record o{base_value_of(value), true,           error.belief.parts(), value_kind::of<T>(),
                         &text_of_base<T>,     &belief_notation_of<double>};
    check_observation(o);
    return o;
}

template <class Error>
consteval bool is_an_error() {
    constexpr bool says_how_far_the_value_may_be_off = is_observation_error<Error> || is_belief<Error>;
    static_assert(
        says_how_far_the_value_may_be_off,
        "observed: the error must say how it is meant: normal_error(0.5 * million_usd), log_error(0.2), or a belief "
        "about value - model; a value that is exact would be met by no draw");
    return says_how_far_the_value_may_be_off;
}

/// The forecast's own result, or its output of this name; `When` is the date on which, of a forecast over time.
template <label Output, class... When>
struct observed_result {
    static constexpr auto output_name = Output;
    date when = {};
};

/// The value of an input.
template <class Assumption>
struct observed_input {
    Assumption assumption;
    template <class In>
    constexpr auto operator()(const In& in) const {
        return in[assumption];
    }
};

}  // namespace detail

/// What was seen of something that a model tells, for `forecast::updated`. Make one with `observed(...)`.
template <class Quantity, any_value T>
struct model_observation {
    using value_type = T;
    Quantity quantity;
    detail::observation_record record;

    /// The same with who says so, a figure or a note, which `report::sources` tells: `observed(price, 6.0 * usd,
    /// log_error(0.2)).from("price list of 2025-09")`. It must live as long as the observation, as the constants in `figures`
    /// and string literals do.
    [[nodiscard]] constexpr model_observation from(const figures::figure_info& figure) const {
        model_observation copy = *this;
        copy.record.figure = &figure;
        return copy;
    }
    [[nodiscard]] constexpr model_observation from(std::string_view note) const {
        model_observation copy = *this;
        copy.record.note = note;
        return copy;
    }
};
template <class T>
inline constexpr bool is_observed = false;
template <class Quantity, class T>
inline constexpr bool is_observed<model_observation<Quantity, T>> = true;

namespace detail {

template <class Quantity, class X, class Error>
[[nodiscard]] constexpr auto make_observation(const Quantity& quantity, const X& value, const Error& error) {
    constexpr bool value_is_one_value = believable<X>;
    static_assert(value_is_one_value,
                  "observed: the observed value must be a number, a quantity or a date; give what is "
                  "uncertain about it as the error, observed(quantity, value, error)");
    if constexpr (value_is_one_value && is_an_error<Error>()) {
        using T = believed_t<X>;
        return model_observation<Quantity, T>{quantity, record_of<T>(as_believed(value), spelled_error(error))};
    } else {
        return nullptr;
    }
}

}  // namespace detail

/// An observation of what a model of the same inputs gives: `observed([](const auto& in) { return in[price] * 2.0; },
/// 5.0 * million_usd, log_error(0.2))`; of an input itself `observed(price, ...)`; of a forecast over time what it gives on
/// a date, `observed(when, value, error)`.
/// \param error how far the value may be off from what the model gives: `normal_error(stddev)` in the unit of the value,
/// `log_error(sigma)` as a factor, in general `additive_error(belief)` of value - model and `factor_error(belief)` of
/// value / model. A belief alone is of value - model, and must hold 0 inside, so that a factor is not taken for a difference.
/// \throws std::domain_error for a value that is not finite, and an error without a density.
template <class Quantity, class X, class Error>
[[nodiscard]] constexpr auto observed(const Quantity& quantity, const X& value, const Error& error) {
    if constexpr (is_assumption<Quantity>) {
        return detail::make_observation(detail::observed_input<Quantity>{quantity}, value, error);
    } else if constexpr (believable<Quantity>) {
        constexpr bool first_of_three_is_a_quantity_or_date = std::same_as<believed_t<Quantity>, date>;
        static_assert(
            first_of_three_is_a_quantity_or_date,
            "observed: of three arguments the first must be a function of the inputs, an assumption, or the date of "
            "the observation");
        if constexpr (first_of_three_is_a_quantity_or_date) {
            const date when = detail::as_believed(quantity);
            return detail::make_observation(detail::observed_result<"", date>{when}, value, error);
        }
    } else {
        return detail::make_observation(quantity, value, error);
    }
}
/// An observation of what the forecast itself gives: `observed(5.0 * million_usd, normal_error(1.0 * million_usd))`.
template <class X, class Error>
[[nodiscard]] constexpr auto observed(const X& value, const Error& error) {
    constexpr bool value_and_error = believable<X> || detail::is_belief<X>;
    static_assert(value_and_error,
                  "observed: an exact value would be met by no draw: give an error as the third argument, such "
                  "as observed(quantity, value, log_error(0.2))");
    if constexpr (value_and_error) {
        return detail::make_observation(detail::observed_result<"">{}, value, error);
    } else {
        return nullptr;
    }
}
/// Of several outputs name the one: `observed<"cost">(5.0 * million_usd, log_error(0.2))`.
template <label Output, class X, class Error>
[[nodiscard]] constexpr auto observed(const X& value, const Error& error) {
    return detail::make_observation(detail::observed_result<Output>{}, value, error);
}
/// Of a forecast over time its output of this name on a date.
template <label Output, class X, class Error>
[[nodiscard]] constexpr auto observed(const date& when, const X& value, const Error& error) {
    return detail::make_observation(detail::observed_result<Output, date>{when}, value, error);
}

}  // namespace headway

#include <headway/header_end.hpp>
