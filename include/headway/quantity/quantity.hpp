// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <chrono>
#include <utility>

#include <headway/math/number.hpp>
#include <headway/quantity/dimension.hpp>

#include <headway/header_begin.hpp>

// A literal, as the attribute and static_assert want one.
#define HEADWAY_NUMBER_BY_ITS_UNIT "a quantity becomes a number by its unit: write x.in(usd), x.in(year) or another unit of x"
#define HEADWAY_NUMBER_WITHOUT_UNIT                                                                                  \
    "a quantity is compared with a plain number: give the number its unit, such as 3.0 * million_usd, or read the " \
    "quantity in a unit, such as x.in(million_usd)"

namespace headway {

/// A number with a dimension, for example an amount of money. `Number` is the number type a model runs with.
/// A unit is itself a quantity: `3.5 * million_usd` makes one, `q.in(million_usd)` reads the number back, and
/// `inline constexpr auto yuan = 0.14 * usd;` adds a unit. Sums and comparisons of different dimensions do not compile;
/// products and ratios form their dimension, and where it cancels the result is a plain number.
/// Stored in the dimension's base unit (second, USD, FLOP, joule, nanometre, one chip, ...). Every operation is the one
/// IEEE 754 operation on the numbers behind it; nothing is checked, so a result may overflow to infinity.
template <class Dimension, class Number = double>
class quantity {
    static constexpr bool is_share = std::same_as<Dimension, dimensionless>;

  public:
    using dimension = Dimension;
    using number_type = Number;

    /// Zero.
    constexpr quantity() noexcept = default;

    /// From another number type, where that conversion is implicit (`double` to `dual` or `batch`).
    template <class Other>
        requires(!std::same_as<Other, Number> && std::convertible_to<Other, Number>)
    constexpr quantity(const quantity<Dimension, Other>& other) noexcept : base_(other.base_value()) {}

    /// From a chrono duration, for time only; `std::chrono::years{1}` is 365.2425 days.
    template <class Rep, class Period>
        requires std::same_as<Dimension, dim::time>
    constexpr quantity(std::chrono::duration<Rep, Period> span) noexcept
        : base_(std::chrono::duration<double>(span).count()) {}

    /// From a plain number, for a share only.
    constexpr quantity(Number share) noexcept
        requires is_share
        : base_(share) {}
    /// To a plain number, for a share only.
    constexpr operator Number() const noexcept
        requires is_share
    {
        return base_;
    }

    /// Chosen only for a cast to a plain number, to say in words what it takes.
    template <class Plain>
        requires(std::is_arithmetic_v<Plain> && !is_share)
    __attribute__((diagnose_if(true, HEADWAY_NUMBER_BY_ITS_UNIT, "error")))
    explicit constexpr operator Plain() const {
        constexpr bool is_told_of = lanes_of<Number> > 1;  // with plain numbers, before
        static_assert(is_told_of, HEADWAY_NUMBER_BY_ITS_UNIT);
        return detail::what_a_mistake_leaves<Plain>();
    }

    /// The quantity that is `value` base units. Prefer `value * unit`.
    [[nodiscard]] static constexpr quantity from_base_value(const Number& value) noexcept {
        return quantity(value, in_base_units{});
    }

    /// The number of base units. Prefer `in(unit)`.
    [[nodiscard]] constexpr const Number& base_value() const noexcept { return base_; }

    /// The number of `unit`s in this quantity.
    template <class UnitNumber>
    [[nodiscard]] constexpr auto in(const quantity<Dimension, UnitNumber>& unit) const noexcept {
        return base_ / unit.base_value();
    }
    template <class Rep, class Period>
        requires std::same_as<Dimension, dim::time>
    [[nodiscard]] constexpr auto in(std::chrono::duration<Rep, Period> unit) const noexcept {
        return in(quantity<dim::time>(unit));
    }
    /// Chosen only for a unit of another dimension: the conversion below fails and names both.
    template <class Other, class UnitNumber>
        requires(!std::same_as<Other, Dimension>)
    constexpr auto in(const quantity<Other, UnitNumber>& unit) const {
        const quantity<Dimension, UnitNumber> unit_of_this_dimension = unit;
        return in(unit_of_this_dimension);
    }

    constexpr quantity operator+() const noexcept { return *this; }
    constexpr quantity operator-() const noexcept { return from_base_value(-base_); }

    template <class Other>
    constexpr quantity& operator+=(const quantity<Dimension, Other>& other) noexcept {
        return *this = *this + other;
    }
    template <class Other>
    constexpr quantity& operator-=(const quantity<Dimension, Other>& other) noexcept {
        return *this = *this - other;
    }
    template <number_like Factor>
    constexpr quantity& operator*=(const Factor& factor) noexcept {
        return *this = *this * factor;
    }
    template <number_like Factor>
    constexpr quantity& operator/=(const Factor& factor) noexcept {
        return *this = *this / factor;
    }
    /// Chosen only for a value that this quantity's number type cannot hold, to say so in words.
    template <class Other>
        requires(!std::convertible_to<Other, Number>)
    __attribute__((diagnose_if(true, HEADWAY_NO_ROOM_FOR_DRAWS, "error")))
    constexpr quantity& operator=(const quantity<Dimension, Other>&) {
        detail::require_room_for_draws<Other, Number>();
        return *this;
    }
    template <class Other>
        requires(!std::convertible_to<Other, Number>)
    __attribute__((diagnose_if(true, HEADWAY_NO_ROOM_FOR_DRAWS, "error")))
    constexpr quantity& operator+=(const quantity<Dimension, Other>&) {
        detail::require_room_for_draws<Other, Number>();
        return *this;
    }
    template <class Other>
        requires(!std::convertible_to<Other, Number>)
    __attribute__((diagnose_if(true, HEADWAY_NO_ROOM_FOR_DRAWS, "error")))
    constexpr quantity& operator-=(const quantity<Dimension, Other>&) {
        detail::require_room_for_draws<Other, Number>();
        return *this;
    }

  private:
    struct in_base_units {};
    constexpr quantity(const Number& value, in_base_units) noexcept : base_(value) {}

    Number base_{};
};

template <class T>
inline constexpr bool is_quantity = false;
template <class Dimension, class Number>
inline constexpr bool is_quantity<quantity<Dimension, Number>> = true;

/// Any quantity, whatever its dimension and number type.
template <class T>
concept any_quantity = is_quantity<std::remove_cvref_t<T>>;

/// The quantity of a dimension with this many base units, or the plain number where the dimension has cancelled.
template <class Dimension, class Number>
[[nodiscard]] constexpr auto quantity_or_number(const Number& base_value) noexcept {
    if constexpr (std::same_as<Dimension, dimensionless>) {
        return base_value;
    } else {
        return quantity<Dimension, Number>::from_base_value(base_value);
    }
}

template <class D, class A, class B>
[[nodiscard]] constexpr auto operator+(const quantity<D, A>& a, const quantity<D, B>& b) noexcept {
    return quantity<D, common_number_t<A, B>>::from_base_value(a.base_value() + b.base_value());
}
template <class D, class A, class B>
[[nodiscard]] constexpr auto operator-(const quantity<D, A>& a, const quantity<D, B>& b) noexcept {
    return quantity<D, common_number_t<A, B>>::from_base_value(a.base_value() - b.base_value());
}
template <class D, class A, class E, class B>
[[nodiscard]] constexpr auto operator*(const quantity<D, A>& a, const quantity<E, B>& b) noexcept {
    return quantity_or_number<multiplied<D, E>>(a.base_value() * b.base_value());
}
template <class D, class A, class E, class B>
[[nodiscard]] constexpr auto operator/(const quantity<D, A>& a, const quantity<E, B>& b) noexcept {
    return quantity_or_number<divided<D, E>>(a.base_value() / b.base_value());
}
template <number_like Factor, class D, class A>
[[nodiscard]] constexpr auto operator*(const Factor& factor, const quantity<D, A>& a) noexcept {
    return quantity<D, common_number_t<as_number_t<Factor>, A>>::from_base_value(to_number(factor) * a.base_value());
}
template <class D, class A, number_like Factor>
[[nodiscard]] constexpr auto operator*(const quantity<D, A>& a, const Factor& factor) noexcept {
    return quantity<D, common_number_t<A, as_number_t<Factor>>>::from_base_value(a.base_value() * to_number(factor));
}
template <class D, class A, number_like Factor>
[[nodiscard]] constexpr auto operator/(const quantity<D, A>& a, const Factor& factor) noexcept {
    return quantity<D, common_number_t<A, as_number_t<Factor>>>::from_base_value(a.base_value() / to_number(factor));
}
template <number_like Factor, class D, class A>
[[nodiscard]] constexpr auto operator/(const Factor& factor, const quantity<D, A>& a) noexcept {
    return quantity_or_number<inverted<D>>(to_number(factor) / a.base_value());
}

// Six operators instead of <=>, because a comparison of batches yields a mask, not a bool.
template <class D, class A, class B>
[[nodiscard]] constexpr auto operator==(const quantity<D, A>& a, const quantity<D, B>& b) noexcept {
    return a.base_value() == b.base_value();
}
template <class D, class A, class B>
[[nodiscard]] constexpr auto operator!=(const quantity<D, A>& a, const quantity<D, B>& b) noexcept {
    return a.base_value() != b.base_value();
}
template <class D, class A, class B>
[[nodiscard]] constexpr auto operator<(const quantity<D, A>& a, const quantity<D, B>& b) noexcept {
    return a.base_value() < b.base_value();
}
template <class D, class A, class B>
[[nodiscard]] constexpr auto operator<=(const quantity<D, A>& a, const quantity<D, B>& b) noexcept {
    return a.base_value() <= b.base_value();
}
template <class D, class A, class B>
[[nodiscard]] constexpr auto operator>(const quantity<D, A>& a, const quantity<D, B>& b) noexcept {
    return a.base_value() > b.base_value();
}
template <class D, class A, class B>
[[nodiscard]] constexpr auto operator>=(const quantity<D, A>& a, const quantity<D, B>& b) noexcept {
    return a.base_value() >= b.base_value();
}

namespace detail {

template <class A, number_like B>
using comparison_with_number = decltype(std::declval<A>() < std::declval<as_number_t<B>>());
/// A model is looked at with plain numbers before it is run on blocks, so that it has been told of then.
template <class A, class B>
inline constexpr bool is_told_of = lanes_of<A> > 1 || lanes_of<B> > 1;

}  // namespace detail

// Chosen only for a quantity beside a plain number, to say so in words. For who asks by a concept it is no comparison: GCC, which
// has no words for that, names a deleted function. Clang's are written out, since a macro would lengthen what it says.
#if defined(__clang__)
template <class D, class A, number_like B>
    requires(!std::same_as<D, dimensionless>)
__attribute__((diagnose_if((!detail::is_told_of<A, B>), HEADWAY_NUMBER_WITHOUT_UNIT, "error")))
constexpr detail::comparison_with_number<A, B> operator==(const quantity<D, A>&, const B&) {
    return detail::what_a_mistake_leaves<detail::comparison_with_number<A, B>>();
}
template <class D, class A, number_like B>
    requires(!std::same_as<D, dimensionless>)
__attribute__((diagnose_if((!detail::is_told_of<A, B>), HEADWAY_NUMBER_WITHOUT_UNIT, "error")))
constexpr detail::comparison_with_number<A, B> operator==(const B&, const quantity<D, A>&) {
    return detail::what_a_mistake_leaves<detail::comparison_with_number<A, B>>();
}
template <class D, class A, number_like B>
    requires(!std::same_as<D, dimensionless>)
__attribute__((diagnose_if((!detail::is_told_of<A, B>), HEADWAY_NUMBER_WITHOUT_UNIT, "error")))
constexpr detail::comparison_with_number<A, B> operator!=(const quantity<D, A>&, const B&) {
    return detail::what_a_mistake_leaves<detail::comparison_with_number<A, B>>();
}
template <class D, class A, number_like B>
    requires(!std::same_as<D, dimensionless>)
__attribute__((diagnose_if((!detail::is_told_of<A, B>), HEADWAY_NUMBER_WITHOUT_UNIT, "error")))
constexpr detail::comparison_with_number<A, B> operator!=(const B&, const quantity<D, A>&) {
    return detail::what_a_mistake_leaves<detail::comparison_with_number<A, B>>();
}
template <class D, class A, number_like B>
    requires(!std::same_as<D, dimensionless>)
__attribute__((diagnose_if((!detail::is_told_of<A, B>), HEADWAY_NUMBER_WITHOUT_UNIT, "error")))
constexpr detail::comparison_with_number<A, B> operator<(const quantity<D, A>&, const B&) {
    return detail::what_a_mistake_leaves<detail::comparison_with_number<A, B>>();
}
template <class D, class A, number_like B>
    requires(!std::same_as<D, dimensionless>)
__attribute__((diagnose_if((!detail::is_told_of<A, B>), HEADWAY_NUMBER_WITHOUT_UNIT, "error")))
constexpr detail::comparison_with_number<A, B> operator<(const B&, const quantity<D, A>&) {
    return detail::what_a_mistake_leaves<detail::comparison_with_number<A, B>>();
}
template <class D, class A, number_like B>
    requires(!std::same_as<D, dimensionless>)
__attribute__((diagnose_if((!detail::is_told_of<A, B>), HEADWAY_NUMBER_WITHOUT_UNIT, "error")))
constexpr detail::comparison_with_number<A, B> operator<=(const quantity<D, A>&, const B&) {
    return detail::what_a_mistake_leaves<detail::comparison_with_number<A, B>>();
}
template <class D, class A, number_like B>
    requires(!std::same_as<D, dimensionless>)
__attribute__((diagnose_if((!detail::is_told_of<A, B>), HEADWAY_NUMBER_WITHOUT_UNIT, "error")))
constexpr detail::comparison_with_number<A, B> operator<=(const B&, const quantity<D, A>&) {
    return detail::what_a_mistake_leaves<detail::comparison_with_number<A, B>>();
}
template <class D, class A, number_like B>
    requires(!std::same_as<D, dimensionless>)
__attribute__((diagnose_if((!detail::is_told_of<A, B>), HEADWAY_NUMBER_WITHOUT_UNIT, "error")))
constexpr detail::comparison_with_number<A, B> operator>(const quantity<D, A>&, const B&) {
    return detail::what_a_mistake_leaves<detail::comparison_with_number<A, B>>();
}
template <class D, class A, number_like B>
    requires(!std::same_as<D, dimensionless>)
__attribute__((diagnose_if((!detail::is_told_of<A, B>), HEADWAY_NUMBER_WITHOUT_UNIT, "error")))
constexpr detail::comparison_with_number<A, B> operator>(const B&, const quantity<D, A>&) {
    return detail::what_a_mistake_leaves<detail::comparison_with_number<A, B>>();
}
template <class D, class A, number_like B>
    requires(!std::same_as<D, dimensionless>)
__attribute__((diagnose_if((!detail::is_told_of<A, B>), HEADWAY_NUMBER_WITHOUT_UNIT, "error")))
constexpr detail::comparison_with_number<A, B> operator>=(const quantity<D, A>&, const B&) {
    return detail::what_a_mistake_leaves<detail::comparison_with_number<A, B>>();
}
template <class D, class A, number_like B>
    requires(!std::same_as<D, dimensionless>)
__attribute__((diagnose_if((!detail::is_told_of<A, B>), HEADWAY_NUMBER_WITHOUT_UNIT, "error")))
constexpr detail::comparison_with_number<A, B> operator>=(const B&, const quantity<D, A>&) {
    return detail::what_a_mistake_leaves<detail::comparison_with_number<A, B>>();
}
#else
struct the_number_needs_a_unit_such_as_3_million_usd;
#define HEADWAY_REFUSE(comparison, arguments)                                                                  \
    template <class D, class A, number_like B, class Because = the_number_needs_a_unit_such_as_3_million_usd>  \
        requires(!std::same_as<D, dimensionless> && !detail::is_told_of<A, B>)                                 \
    constexpr bool operator comparison arguments = delete;                                                     \
    template <class D, class A, number_like B>                                                                 \
        requires(!std::same_as<D, dimensionless> && detail::is_told_of<A, B>)                                  \
    constexpr detail::comparison_with_number<A, B> operator comparison arguments {                             \
        return detail::what_a_mistake_leaves<detail::comparison_with_number<A, B>>();                          \
    }
HEADWAY_REFUSE(==, (const quantity<D, A>&, const B&))
HEADWAY_REFUSE(==, (const B&, const quantity<D, A>&))
HEADWAY_REFUSE(!=, (const quantity<D, A>&, const B&))
HEADWAY_REFUSE(!=, (const B&, const quantity<D, A>&))
HEADWAY_REFUSE(<, (const quantity<D, A>&, const B&))
HEADWAY_REFUSE(<, (const B&, const quantity<D, A>&))
HEADWAY_REFUSE(<=, (const quantity<D, A>&, const B&))
HEADWAY_REFUSE(<=, (const B&, const quantity<D, A>&))
HEADWAY_REFUSE(>, (const quantity<D, A>&, const B&))
HEADWAY_REFUSE(>, (const B&, const quantity<D, A>&))
HEADWAY_REFUSE(>=, (const quantity<D, A>&, const B&))
HEADWAY_REFUSE(>=, (const B&, const quantity<D, A>&))
#undef HEADWAY_REFUSE
#endif

template <class Mask, class D, class A, class B>
[[nodiscard]] constexpr auto select(const Mask& condition, const quantity<D, A>& yes, const quantity<D, B>& no) noexcept {
    using common = common_number_t<A, B>;
    // Of two plain quantities a block's condition makes a block.
    const auto chosen = select(condition, common(yes.base_value()), common(no.base_value()));
    return quantity<D, std::remove_const_t<decltype(chosen)>>::from_base_value(chosen);
}
// Of one type as well, since std::min would be as good a match where it is visible too.
template <class D, class A>
[[nodiscard]] constexpr quantity<D, A> min(const quantity<D, A>& a, const quantity<D, A>& b) noexcept {
    return quantity<D, A>::from_base_value(min(a.base_value(), b.base_value()));
}
template <class D, class A>
[[nodiscard]] constexpr quantity<D, A> max(const quantity<D, A>& a, const quantity<D, A>& b) noexcept {
    return quantity<D, A>::from_base_value(max(a.base_value(), b.base_value()));
}
template <class D, class A, class B>
[[nodiscard]] constexpr auto min(const quantity<D, A>& a, const quantity<D, B>& b) noexcept {
    return quantity<D, common_number_t<A, B>>::from_base_value(min(a.base_value(), b.base_value()));
}
template <class D, class A, class B>
[[nodiscard]] constexpr auto max(const quantity<D, A>& a, const quantity<D, B>& b) noexcept {
    return quantity<D, common_number_t<A, B>>::from_base_value(max(a.base_value(), b.base_value()));
}
template <class D, class A>
[[nodiscard]] constexpr auto abs(const quantity<D, A>& a) noexcept {
    return quantity<D, A>::from_base_value(abs(a.base_value()));
}

/// A span of time as a quantity; chrono durations convert exactly.
template <class Number>
[[nodiscard]] constexpr quantity<dim::time, Number> as_time(const quantity<dim::time, Number>& span) noexcept {
    return span;
}
template <class Rep, class Period>
[[nodiscard]] constexpr quantity<dim::time> as_time(std::chrono::duration<Rep, Period> span) noexcept {
    return span;
}

/// What a caller may write where a span of time is expected: a time quantity or a chrono duration.
template <class T>
concept time_like = requires(const std::remove_cvref_t<T>& span) { as_time(span); };

/// The number type behind something time-like.
template <time_like T>
using time_number_t = typename decltype(as_time(std::declval<const T&>()))::number_type;

template <class Rep, class Period>
quantity(std::chrono::duration<Rep, Period>) -> quantity<dim::time, double>;

}  // namespace headway

#undef HEADWAY_NUMBER_BY_ITS_UNIT
#undef HEADWAY_NUMBER_WITHOUT_UNIT

#include <headway/header_end.hpp>
