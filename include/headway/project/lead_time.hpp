// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <string_view>

#include <headway/quantity/date.hpp>
#include <headway/quantity/units.hpp>
#include <headway/trend/amount.hpp>

#include <headway/header_begin.hpp>

namespace headway {

namespace detail {

[[noreturn]] inline void stage_duration_breaks_a_rule(std::string_view stage, double seconds) {
    throw std::domain_error("stage \"" + std::string(stage) + "\": duration must be a finite span, at least 0, got " +
                            number_text(seconds) + " seconds");
}
[[noreturn]] inline void three_points_are_out_of_order(double least, double likely, double most) {
    throw std::domain_error("three_point: least <= likely <= most must hold, got " + number_text(least) + ", " +
                            number_text(likely) + ", " + number_text(most) + " seconds");
}

template <class Number>
constexpr void require_duration(std::string_view stage, const Number& seconds) {
    if (!all_of(seconds >= 0.0 && seconds < no_limit)) {
        stage_duration_breaks_a_rule(
            stage, offender(seconds, [](double s) { return !(s >= 0.0 && s < no_limit); }));
    }
}

}  // namespace detail

/// A three-point estimate of a duration: least a, most likely m, most b; made by `three_point`. Mean and variance are
/// those of PERT, approximations to a beta distribution's. For draws of it use the belief `pert`. Source: Malcolm et
/// al. 1959.
template <class Number>
struct three_point_estimate {
    quantity<dim::time, Number> least;
    quantity<dim::time, Number> likely;
    quantity<dim::time, Number> most;

    /// (a + 4m + b)/6.
    [[nodiscard]] constexpr auto mean() const noexcept { return (least + 4.0 * likely + most) / 6.0; }
    /// (b - a)/6.
    [[nodiscard]] constexpr auto stddev() const noexcept { return (most - least) / 6.0; }
    /// ((b - a)/6)². Variances of stages in sequence add when the stages are independent.
    [[nodiscard]] constexpr auto variance() const noexcept { return stddev() * stddev(); }
};

/// A three-point estimate. \throws std::domain_error unless least <= likely <= most and all are finite.
template <time_like Least, time_like Likely, time_like Most>
[[nodiscard]] constexpr auto three_point(const Least& least, const Likely& likely, const Most& most) {
    using number_type = common_number_t<time_number_t<Least>, time_number_t<Likely>, time_number_t<Most>>;
    const number_type a = as_time(least).base_value();
    const number_type m = as_time(likely).base_value();
    const number_type b = as_time(most).base_value();
    for (int i = 0; i < lanes_of<number_type>; ++i) {
        const double low = value_at(a, i);
        const double middle = value_at(m, i);
        const double high = value_at(b, i);
        if (!(low <= middle && middle <= high && low - low == 0.0 && high - high == 0.0)) {
            detail::three_points_are_out_of_order(low, middle, high);
        }
    }
    using span = quantity<dim::time, number_type>;
    return three_point_estimate<number_type>{span(as_time(least)), span(as_time(likely)), span(as_time(most))};
}

/// When a stage runs, counted from the start of its project, and how much it may slip (the critical path method of Kelley
/// and Walker 1959). Times that differ by less than 2^-40 of the project's duration, a tenth of a millisecond in three
/// years, count as the same: sums of durations in two orders differ by rounding, 1.1 + 2.2 from 3.3, and nobody plans to
/// less.
template <class Number>
struct stage_timing {
    quantity<dim::time, Number> duration{};
    quantity<dim::time, Number> start{};
    quantity<dim::time, Number> end{};
    /// 1 when the stage is on a critical path, so that any delay of it delays the project, else 0. Over draws its
    /// mean is the stage's criticality. Of stages that end together all are critical.
    Number critical{};
    /// Total float (slack): how much later the stage may end without the project ending later. Zero exactly where the
    /// stage is critical.
    quantity<dim::time, Number> total_float{};
    /// Free float: how much later it may end without any other stage starting later. At most the total float.
    quantity<dim::time, Number> free_float{};
};

/// A row of a Gantt chart: when a stage starts and ends, whether it is critical (1 or 0), and its floats as in
/// `stage_timing`.
template <class Number>
struct gantt_row {
    std::string_view stage;
    basic_date<Number> start;
    basic_date<Number> end;
    Number critical{};
    quantity<dim::time, Number> total_float{};
    quantity<dim::time, Number> free_float{};
};

namespace detail {

template <class Number, class Start>
[[nodiscard]] constexpr auto row_of(std::string_view stage, const stage_timing<Number>& timing,
                                    const basic_date<Start>& start) {
    using common = common_number_t<Number, Start>;
    return gantt_row<common>{stage,
                             start + timing.start,
                             start + timing.end,
                             timing.critical,
                             quantity<dim::time, common>(timing.total_float),
                             quantity<dim::time, common>(timing.free_float)};
}

/// A span, or nothing where it is less than rounding makes of a project of this duration.
template <class Number>
[[nodiscard]] constexpr quantity<dim::time, Number> rounded_away(const quantity<dim::time, Number>& span,
                                                                 const quantity<dim::time, Number>& project) {
    const auto matters = abs(span.base_value()) > 0x1p-40 * abs(project.base_value());
    return quantity<dim::time, Number>::from_base_value(select(matters, span.base_value(), Number(0.0)));
}

/// Makes of the floats as computed what a stage of a project of this duration is told to have.
template <class Number>
constexpr void settle_floats(stage_timing<Number>& timing, const quantity<dim::time, Number>& project) {
    timing.total_float = rounded_away(timing.total_float, project);
    timing.free_float = min(rounded_away(timing.free_float, project), timing.total_float);
    timing.critical = select(timing.total_float.base_value() > 0.0, Number(0.0), Number(1.0));
}

template <date_like Start>
[[nodiscard]] constexpr auto project_start(const char* function, const Start& start) {
    const auto d = to_date(start);
    require_real_date(function, "start", d);
    return d;
}

}  // namespace detail

/// What merging paths adds to the expected duration of a project: the expected duration, for example the mean of a
/// simulation, less the duration that the project has when every stage takes its own expected time. Never negative,
/// because an expected maximum is at least the maximum of the expectations; zero for stages in mere sequence.
/// \param at_means the project with each stage's mean as its duration.
template <time_like Expected, class Project>
[[nodiscard]] constexpr auto merge_bias(const Expected& expected_duration, const Project& at_means) {
    return as_time(expected_duration) - at_means.duration();
}

}  // namespace headway

#include <headway/header_end.hpp>
