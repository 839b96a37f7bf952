// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/quantity/date.hpp>
#include <headway/quantity/quantity.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// What a model reads and returns: a plain number, a quantity or a date. The traits see through it to the number it
/// holds (in base units, seconds since 1970 for a date), so that one piece of code serves all three.
template <class T>
struct value_traits;

template <number Number>
struct value_traits<Number> {
    using number_type = Number;
    /// The difference of two such values.
    using difference_type = Number;
    /// The same kind of value held in another number type.
    template <class Other>
    using rebind = Other;
    [[nodiscard]] static constexpr const Number& base_value(const Number& x) noexcept { return x; }
    [[nodiscard]] static constexpr Number from_base_value(const Number& x) noexcept { return x; }
};

template <class Dimension, class Number>
struct value_traits<quantity<Dimension, Number>> {
    using number_type = Number;
    using difference_type = quantity<Dimension, Number>;
    template <class Other>
    using rebind = quantity<Dimension, Other>;
    [[nodiscard]] static constexpr const Number& base_value(const quantity<Dimension, Number>& q) noexcept {
        return q.base_value();
    }
    [[nodiscard]] static constexpr quantity<Dimension, Number> from_base_value(const Number& x) noexcept {
        return quantity<Dimension, Number>::from_base_value(x);
    }
};

template <class Number>
struct value_traits<basic_date<Number>> {
    using number_type = Number;
    using difference_type = quantity<dim::time, Number>;
    template <class Other>
    using rebind = basic_date<Other>;
    [[nodiscard]] static constexpr const Number& base_value(const basic_date<Number>& d) noexcept {
        return d.seconds_since_1970();
    }
    [[nodiscard]] static constexpr basic_date<Number> from_base_value(const Number& x) noexcept {
        return basic_date<Number>::from_seconds_since_1970(x);
    }
};

/// A plain number, a quantity or a date, in any number type.
template <class T>
concept any_value = requires { typename value_traits<std::remove_cvref_t<T>>::number_type; };

/// The number inside a value, in base units.
template <any_value T>
[[nodiscard]] constexpr const auto& base_value_of(const T& value) noexcept {
    return value_traits<T>::base_value(value);
}
/// The value of type `T` with this number of base units.
template <any_value T>
[[nodiscard]] constexpr T value_from_base(const typename value_traits<T>::number_type& base_value) noexcept {
    return value_traits<T>::from_base_value(base_value);
}
/// `T` held in another number type.
template <any_value T, class Number>
using rebind_number = typename value_traits<T>::template rebind<Number>;

}  // namespace headway

#include <headway/header_end.hpp>
