// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/trend/point.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// How a series fills in between its points.
enum class interpolation {
    linear,      ///< straight lines
    log_linear,  ///< constant growth, straight lines on a logarithmic axis; needs values above zero
};

/// What a series says outside its points.
enum class extrapolate {
    refuse,  ///< an error
    hold,    ///< the first or the last value
    trend,   ///< the line (or the growth) of the first or the last segment goes on
};

namespace detail {

[[noreturn]] inline void outside_the_data(double at, double first, double last) {
    throw std::domain_error("series: no value on " + iso_text(at) + ", the data run from " + iso_text(first) + " to " +
                            iso_text(last) + "; state extrapolate::hold or extrapolate::trend to go beyond");
}

}  // namespace detail

/// A table of values by date with interpolation; made by `series`.
template <detail::table Points>
class series_trend : public trend_base {
  public:
    using dimension = typename detail::point_of<Points>::dimension;
    using number_type = typename detail::point_of<Points>::number_type;

    /// \throws std::domain_error for fewer than two points, dates that do not ascend, values that are not finite, and
    /// values that are not above zero when interpolation is log-linear.
    constexpr series_trend(interpolation how, extrapolate outside, const Points& points)
        : points_(points), how_(how), outside_(outside) {
        detail::require_table("series", points_, 2, how == interpolation::log_linear);
    }

    /// \throws std::domain_error outside the data under `extrapolate::refuse`.
    template <date_like Date>
    [[nodiscard]] constexpr auto operator()(const Date& when) const {
        using result = common_number_t<number_type, detail::date_number_t<Date>>;
        result t = detail::to_date(when).seconds_since_1970();
        if (outside_ == extrapolate::refuse) require_inside(t);
        if (outside_ == extrapolate::hold) t = min(max(t, result(seconds(0))), result(seconds(points_.size() - 1)));
        return quantity_or_number<dimension>(on(segment_at(t), t));
    }
    /// The integral over time, each segment in closed form.
    template <class A, class B>
    [[nodiscard]] constexpr auto integral(const basic_date<A>& first, const basic_date<B>& last) const {
        using result = common_number_t<number_type, A, B>;
        const std::size_t final = points_.size() - 1;
        const result from = first.seconds_since_1970();
        const result to = last.seconds_since_1970();
        if (outside_ == extrapolate::refuse) {
            require_inside(from);
            require_inside(to);
        }
        result sum{};
        if (outside_ == extrapolate::hold) {
            const result begin = seconds(0);
            const result end = seconds(final);
            sum = points_[0].base_value * (min(to, begin) - min(from, begin)) +
                  points_[final].base_value * (max(to, end) - max(from, end));
        }
        const bool goes_on = outside_ == extrapolate::trend;
        for (std::size_t i = 0; i < final; ++i) {
            const segment<result> s = segment_number<result>(i);
            const result left = goes_on && i == 0 ? from : result(max(from, s.left));
            const result right = goes_on && i + 1 == final ? to : result(min(to, s.right));
            const result span = max(result(right - left), result(0.0));
            sum = sum + area(s, left, span);
        }
        return quantity_or_number<multiplied<dimension, dim::time>>(sum);
    }
    template <class Visitor>
    constexpr void visit_breakpoints(const Visitor& visitor) const {
        for (std::size_t i = 0; i < points_.size(); ++i) visitor(points_[i].at);
    }
    [[nodiscard]] constexpr const Points& points() const noexcept { return points_; }

  private:
    template <class Result>
    struct segment {
        Result left, right, left_value, right_value;
    };

    constexpr const number_type& seconds(std::size_t i) const { return points_[i].at.seconds_since_1970(); }

    template <class Result>
    constexpr segment<Result> segment_number(std::size_t i) const {
        return {seconds(i), seconds(i + 1), points_[i].base_value, points_[i + 1].base_value};
    }
    /// The segment that holds the date, the first or the last one outside.
    template <class Result>
    constexpr segment<Result> segment_at(const Result& t) const {
        const std::size_t count = points_.size() - 1;
        if constexpr (lanes_of<Result> == 1) {
            std::size_t low = 0;
            std::size_t high = count;
            while (high - low > 1) {
                const std::size_t middle = (low + high) / 2;
                (t >= Result(seconds(middle)) ? low : high) = middle;
            }
            return segment_number<Result>(low);
        } else {
            segment<Result> found = segment_number<Result>(0);
            for (std::size_t i = 1; i < count; ++i) {
                const segment<Result> next = segment_number<Result>(i);
                const auto reached = t >= next.left;
                found = {select(reached, next.left, found.left), select(reached, next.right, found.right),
                         select(reached, next.left_value, found.left_value),
                         select(reached, next.right_value, found.right_value)};
            }
            return found;
        }
    }
    /// The value on the line through the segment's ends; exact at the left one.
    template <class Result>
    constexpr Result on(const segment<Result>& s, const Result& t) const {
        const Result along = (t - s.left) / (s.right - s.left);
        if (how_ == interpolation::log_linear) return s.left_value * exp(along * log(s.right_value / s.left_value));
        return s.left_value * (1.0 - along) + s.right_value * along;
    }
    template <class Result>
    constexpr Result area(const segment<Result>& s, const Result& left, const Result& span) const {
        if (how_ == interpolation::log_linear) {
            const Result growth_over_span = log(s.right_value / s.left_value) / (s.right - s.left) * span;
            return on(s, left) * span * detail::mean_growth(growth_over_span);
        }
        return on(s, Result(left + 0.5 * span)) * span;
    }
    template <class Result>
    constexpr void require_inside(const Result& t) const {
        const Result first = seconds(0);
        const Result last = seconds(points_.size() - 1);
        if (all_of(t >= first && t <= last)) return;
        for (int i = 0; i < lanes_of<Result>; ++i) {
            const double at = value_at(t, i);
            if (!(at >= value_at(first, i) && at <= value_at(last, i))) {
                detail::outside_the_data(at, value_at(first, i), value_at(last, i));
            }
        }
    }

    Points points_;
    interpolation how_;
    extrapolate outside_;
};

/// A tabulated trend: `series(interpolation::log_linear, extrapolate::hold, point(2023y / 1 / 1, 1e25 * flop), ...)`.
/// Without a word about extrapolation it refuses dates outside its points.
/// \throws std::domain_error as `series_trend`.
template <class Dimension, class... Numbers>
[[nodiscard]] constexpr auto series(interpolation how, extrapolate outside, const point<Dimension, Numbers>&... points) {
    return series_trend(how, outside, detail::table_of(points...));
}
template <class Dimension, class... Numbers>
[[nodiscard]] constexpr auto series(interpolation how, const point<Dimension, Numbers>&... points) {
    return series_trend(how, extrapolate::refuse, detail::table_of(points...));
}
/// From a container of points, such as a `std::vector` read at run time; a copy is kept.
template <detail::table Points>
[[nodiscard]] constexpr auto series(interpolation how, extrapolate outside, const Points& points) {
    return series_trend<Points>(how, outside, points);
}
template <detail::table Points>
[[nodiscard]] constexpr auto series(interpolation how, const Points& points) {
    return series_trend<Points>(how, extrapolate::refuse, points);
}

}  // namespace headway

#include <headway/header_end.hpp>
