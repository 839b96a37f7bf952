// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <concepts>
#include <type_traits>
#include <utility>

#include <headway/quantity/date.hpp>
#include <headway/quantity/growth.hpp>
#include <headway/trend/amount.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// Base of every trend, empty. It opts a type into the algebra of trends (`+ - * /`, `min`, `max`, ...): derive from it to
/// write a trend type of your own, or wrap a callable with `as_trend`.
struct trend_base {};

/// A trend: an amount that changes with the date, y(t). Called with a date of any number type it returns a plain number or
/// a quantity, whose number type is the common one of the date and of the trend's own parameters.
template <class T>
concept any_trend = std::derived_from<std::remove_cvref_t<T>, trend_base>;

/// What a trend returns at a date of this number type.
template <class T, class DateNumber = double>
using trend_value_t = decltype(std::declval<const std::remove_cvref_t<T>&>()(std::declval<const basic_date<DateNumber>&>()));

/// The dimension of a trend's values, `dimensionless` for plain numbers.
template <class T>
using trend_dimension_t = detail::dimension_of<trend_value_t<T>>;

/// The number type of a trend's values at a plain date, which is that of its parameters.
template <class T>
using trend_number_t = detail::number_of<trend_value_t<T>>;

/// A trend of `Q`: callable with a date, the result converts to `Q` or is `Q` in another number type. It accepts callables
/// that the algebra does not: `template <trend_of<quantity<dim::money>> Cost>`.
template <class T, class Q>
concept trend_of = requires(const std::remove_cvref_t<T>& trend, const date& when) { trend(when); } &&
                   (std::convertible_to<trend_value_t<T>, Q> ||
                    std::same_as<detail::dimension_of<trend_value_t<T>>, detail::dimension_of<Q>>);

/// A callable as a trend; made by `as_trend`.
template <class Callable>
class function_trend : public trend_base {
  public:
    constexpr explicit function_trend(Callable callable) : callable_(std::move(callable)) {}

    template <date_like Date>
    [[nodiscard]] constexpr auto operator()(const Date& when) const {
        return callable_(detail::to_date(when));
    }

  private:
    [[no_unique_address]] Callable callable_;
};

/// Makes a trend of any callable that takes a date: `as_trend([](const auto& when) { ... })`. Write the parameter as
/// `const auto&`, so that the trend also runs on blocks of draws and on derivatives; with `date` it runs on `double` only.
template <class Callable>
    requires std::invocable<const Callable&, const date&>
[[nodiscard]] constexpr auto as_trend(Callable callable) {
    static_assert(detail::amount<decltype(std::declval<const Callable&>()(date{}))>,
                  "as_trend: the callable must return a plain number or a quantity");
    return function_trend<Callable>(std::move(callable));
}

/// The same amount at every date; the algebra makes it of a constant.
template <class Dimension, class Number>
class constant_trend : public trend_base {
  public:
    constexpr explicit constant_trend(const Number& base_value) noexcept : value_(base_value) {}

    template <date_like Date>
    [[nodiscard]] constexpr auto operator()(const Date&) const noexcept {
        return quantity_or_number<Dimension>(common_number_t<Number, detail::date_number_t<Date>>(value_));
    }
    /// The integral over time: value (b - a).
    template <class A, class B>
    [[nodiscard]] constexpr auto integral(const basic_date<A>& first, const basic_date<B>& last) const noexcept {
        return quantity_or_number<multiplied<Dimension, dim::time>>(value_ *
                                                                    (last.seconds_since_1970() - first.seconds_since_1970()));
    }
    [[nodiscard]] constexpr const Number& base_value() const noexcept { return value_; }

  private:
    Number value_;
};

/// The same amount at every date. \throws std::domain_error unless it is finite.
template <detail::amount Value>
[[nodiscard]] constexpr auto constant(const Value& value) {
    detail::require_finite("constant", "value", detail::base_of(value));
    return constant_trend<detail::dimension_of<Value>, detail::number_of<Value>>(detail::base_of(value));
}

}  // namespace headway

#include <headway/header_end.hpp>
