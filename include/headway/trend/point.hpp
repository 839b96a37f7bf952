// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>

#include <headway/trend/trend.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// A value at a date, one row of a table: `point(2024y / 3 / 1, 5.6 * million_usd)`.
template <class Dimension, class Number>
struct point {
    using dimension = Dimension;
    using number_type = Number;

    basic_date<Number> at;
    Number base_value{};

    constexpr point() noexcept = default;
    template <date_like At, detail::amount Value>
    constexpr point(const At& date_of_value, const Value& value_at_date)
        : at(detail::to_date(date_of_value)), base_value(detail::base_of_dimension<Dimension>(value_at_date)) {}
    template <class Other>
        requires(!std::same_as<Other, Number> && std::convertible_to<Other, Number>)
    constexpr point(const point<Dimension, Other>& other)  // NOLINT: implicit, as for numbers
        : at(other.at), base_value(other.base_value) {}

    [[nodiscard]] constexpr auto value() const noexcept { return quantity_or_number<Dimension>(base_value); }
};

template <class At, class Value>
point(const At&, const Value&)
    -> point<detail::dimension_of<Value>, common_number_t<detail::date_number_t<At>, detail::number_of<Value>>>;

namespace detail {

template <class T>
inline constexpr bool is_point = false;
template <class Dimension, class Number>
inline constexpr bool is_point<point<Dimension, Number>> = true;

/// A container of points that can be indexed: an array or a vector.
template <class T>
concept table = requires(const T& points) {
    points.size();
    requires is_point<std::remove_cvref_t<decltype(points[0])>>;
};
template <table Points>
using point_of = std::remove_cvref_t<decltype(std::declval<const Points&>()[0])>;

// Not common_number_t, which GCC 12 does not expand from a pack inside another template's arguments.
template <class First, class... Rest>
struct common_number_of {
    using type = common_number_t<First, typename common_number_of<Rest...>::type>;
};
template <class First>
struct common_number_of<First> {
    using type = First;
};

template <class Dimension, class... Numbers>
constexpr auto table_of(const point<Dimension, Numbers>&... points) {
    return std::array<point<Dimension, typename common_number_of<Numbers...>::type>, sizeof...(Numbers)>{points...};
}

[[noreturn]] inline void points_are_out_of_order(const char* function, std::size_t position, double before, double at) {
    throw std::domain_error(std::string(function) + ": dates must ascend, got " + iso_text(at) + " after " +
                            iso_text(before) + " at point " + std::to_string(position + 1));
}
[[noreturn]] inline void point_breaks_a_rule(const char* function, const char* rule, std::size_t position, double at,
                                             double value) {
    throw std::domain_error(std::string(function) + ": values must " + rule + ", got " + number_text(value) +
                            " (in base units) on " + iso_text(at) + " at point " + std::to_string(position + 1));
}
[[noreturn]] inline void too_few_points(const char* function, std::size_t needed, std::size_t got) {
    throw std::domain_error(std::string(function) + ": at least " + std::to_string(needed) + " points are needed, got " +
                            std::to_string(got));
}

/// Dates in the calendar that ascend, and finite values; above zero where asked for.
template <table Points>
constexpr void require_table(const char* function, const Points& points, std::size_t fewest, bool above_zero) {
    using number_type = typename point_of<Points>::number_type;
    if (points.size() < fewest) too_few_points(function, fewest, points.size());
    for (std::size_t i = 0; i < points.size(); ++i) {
        require_real_date(function, "date of a point", points[i].at);
        for (int draw = 0; draw < lanes_of<number_type>; ++draw) {
            const double at = value_at(points[i].at.seconds_since_1970(), draw);
            const double value = value_at(points[i].base_value, draw);
            if (!(value - value == 0.0)) point_breaks_a_rule(function, "be finite numbers", i, at, value);
            if (above_zero && !(value > 0.0)) {
                point_breaks_a_rule(function, "be > 0 for log-linear interpolation", i, at, value);
            }
            if (i == 0) continue;
            const double before = value_at(points[i - 1].at.seconds_since_1970(), draw);
            if (!(before < at)) points_are_out_of_order(function, i, before, at);
        }
    }
}

}  // namespace detail

}  // namespace headway

#include <headway/header_end.hpp>
