// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/trend/point.hpp>

#include <headway/header_begin.hpp>

namespace headway {

namespace detail {

[[noreturn]] inline void no_value_before_the_first_step(double at, double first) {
    throw std::domain_error("steps: no value on " + iso_text(at) + ", the first step is on " + iso_text(first) +
                            "; pass the value before it as the first argument");
}

}  // namespace detail

/// A value that changes at dates and holds in between; made by `steps`.
template <detail::table Points>
class steps_trend : public trend_base {
  public:
    using dimension = typename detail::point_of<Points>::dimension;
    using number_type = typename detail::point_of<Points>::number_type;

    /// Without a value before the first step. \throws std::domain_error for points that are not in order or not finite.
    constexpr explicit steps_trend(const Points& points) : points_(points), has_value_before_(false) {
        detail::require_table("steps", points_, 1, false);
    }
    constexpr steps_trend(const number_type& before, const Points& points)
        : points_(points), before_(before), has_value_before_(true) {
        detail::require_table("steps", points_, 1, false);
        detail::require_finite("steps", "value before the first step", before);
    }

    /// \throws std::domain_error before the first step unless a value was given for that time.
    template <date_like Date>
    [[nodiscard]] constexpr auto operator()(const Date& when) const {
        using result = common_number_t<number_type, detail::date_number_t<Date>>;
        const result t = detail::to_date(when).seconds_since_1970();
        require_value(t);
        result value = before_;
        for (std::size_t i = 0; i < points_.size(); ++i) {
            value = select(t >= result(start(i)), result(points_[i].base_value), value);
        }
        return quantity_or_number<dimension>(value);
    }
    template <class A, class B>
    [[nodiscard]] constexpr auto integral(const basic_date<A>& first, const basic_date<B>& last) const {
        using result = common_number_t<number_type, A, B>;
        const result from = first.seconds_since_1970();
        const result to = last.seconds_since_1970();
        require_value(from);
        result sum = before_ * (min(to, result(start(0))) - min(from, result(start(0))));
        for (std::size_t i = 0; i < points_.size(); ++i) {
            const result left = start(i);
            result span = max(to, left) - max(from, left);
            if (i + 1 < points_.size()) {
                const result right = start(i + 1);
                span = min(max(to, left), right) - min(max(from, left), right);
            }
            sum = sum + points_[i].base_value * span;
        }
        return quantity_or_number<multiplied<dimension, dim::time>>(sum);
    }
    template <class Visitor>
    constexpr void visit_breakpoints(const Visitor& visitor) const {
        for (std::size_t i = 0; i < points_.size(); ++i) visitor(points_[i].at);
    }

  private:
    constexpr const number_type& start(std::size_t i) const { return points_[i].at.seconds_since_1970(); }

    template <class Result>
    constexpr void require_value(const Result& t) const {
        if (has_value_before_ || all_of(t >= Result(start(0)))) return;
        for (int i = 0; i < lanes_of<Result>; ++i) {
            const double first = value_at(Result(start(0)), i);
            if (!(value_at(t, i) >= first)) detail::no_value_before_the_first_step(value_at(t, i), first);
        }
    }

    Points points_;
    number_type before_{};
    bool has_value_before_;
};

/// A value that jumps at dates and holds in between, the last one for good: `steps(point(2023y / 1 / 1, 10.0), ...)`.
/// There is no value before the first step. \throws std::domain_error for dates that do not ascend or values not finite.
template <class Dimension, class... Numbers>
[[nodiscard]] constexpr auto steps(const point<Dimension, Numbers>&... points) {
    return steps_trend(detail::table_of(points...));
}
/// The same with the value before the first step.
template <detail::amount Before, class Dimension, class... Numbers>
[[nodiscard]] constexpr auto steps(const Before& before, const point<Dimension, Numbers>&... points) {
    using number_type = typename detail::common_number_of<detail::number_of<Before>, Numbers...>::type;
    using table = std::array<point<Dimension, number_type>, sizeof...(Numbers)>;
    return steps_trend<table>(detail::base_of_dimension<Dimension>(before), table{points...});
}
/// From a container of points, such as a `std::vector` read at run time; a copy is kept.
template <detail::table Points>
[[nodiscard]] constexpr auto steps(const Points& points) {
    return steps_trend<Points>(points);
}
template <detail::amount Before, detail::table Points>
[[nodiscard]] constexpr auto steps(const Before& before, const Points& points) {
    return steps_trend<Points>(detail::base_of_dimension<typename detail::point_of<Points>::dimension>(before), points);
}

}  // namespace headway

#include <headway/header_end.hpp>
