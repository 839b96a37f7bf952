// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/process/detail/passage.hpp>
#include <headway/process/detail/passage_form.hpp>
#include <headway/trend/first_time.hpp>

#include <headway/header_begin.hpp>

namespace headway {

namespace detail {

[[noreturn, gnu::cold]] inline void level_is_out_of_reach(const char* function, double got) {
    throw std::domain_error(std::string(function) +
                            ": the level of a path in logarithms, which is always above zero, must "
                            "be > 0, got " +
                            number_text(got));
}

template <class Number>
[[nodiscard]] constexpr Number passage_coordinate(bool in_logs, const Number& level) {
    if (!in_logs) return level;
    return select(level > 0.0, Number(log(select(level > 0.0, level, Number(1.0)))), Number(-no_limit));
}

/// When drawn paths are first at their level or beyond. `Block` is the type of block of the answer.
template <class Block, class Trend, class Target, class Number>
[[nodiscard]] Block first_drawn_passage(const char* function, double sign, const Trend& trend, const Target& target,
                                        const window<Number>& where) {
    using form = passage_form<Trend>;
    using dimension = trend_dimension_t<Trend>;
    const auto& path = form::path(trend);
    const process_record& process = path.process();
    const bool in_logs = process.in_logs && process.kind != process_kind::yearly;
    const auto delay = form::delay(trend);
    const auto first = where.first.seconds_since_1970() - delay;
    const auto last = where.last.seconds_since_1970() - delay;
    constexpr bool is_one = std::same_as<std::remove_const_t<decltype(first)>, double>;
    if constexpr (amount<Target>) {
        const auto level = base_of_dimension<dimension>(target);
        if (in_logs && form::multiplies && !all_of(level > 0.0)) {
            level_is_out_of_reach(function, offender(level, [](double v) { return !(v > 0.0); }));
        }
    }
    const auto level_on = [&](const auto& seconds) {
        const auto asked = [&] {
            if constexpr (amount<Target>) {
                return base_of_dimension<dimension>(target);
            } else {
                return base_of_dimension<dimension>(
                    target(basic_date<std::remove_cvref_t<decltype(seconds)>>::from_seconds_since_1970(seconds)));
            }
        }();
        return Block(passage_coordinate(in_logs, form::level(trend, seconds, asked)));
    };
    const auto level = [&](const double* when, bool on_one_date, double* to) {
        if constexpr (is_one) {
            static_cast<void>(on_one_date);
            copy_block(level_on(when[0] + delay).lane, to);
        } else {
            Block dates;
            copy_block(when, dates.lane);
            copy_block(level_on(Block(dates + delay)).lane, to);
        }
    };
    const Block firsts = first;
    const Block lasts = last;
    Block found(typename Block::uninitialised{});
    passage(path.grid(), {firsts.lane, lasts.lane, is_one}, sign * form::sign, {level, form::moves || !amount<Target>})
        .find(function, found.lane);
    return found + Block(delay);
}

/// What a target's values are numbers of. No lambda in a decltype, on which Clang 14 ends.
template <class Target>
struct target_number {
    using type = number_of<Target>;
};
template <callable_with_date Target>
struct target_number<Target> {
    using type = number_of<decltype(std::declval<const Target&>()(date{}))>;
};

template <class Trend, class Target, class Number>
[[nodiscard]] constexpr auto first_passage(const char* function, double sign, const Trend& trend, const Target& target,
                                           const window<Number>& where) {
    static_assert(
        !any_trend<Target> || path_count<Target> == 0 || path_count<Trend> == 0,
        "first_at_least, first_at_most: a path on both sides: it is known only when one path comes to a level that "
        "is no path; compare the two on dates of your own");
    if constexpr (path_count<Trend> == 0) {
        return first_passage(function, -sign, target, trend, where);
    } else {
        constexpr bool the_path_can_be_solved_for = passage_form<Trend>::is_known;
        static_assert(
            the_path_can_be_solved_for,
            "first_at_least, first_at_most: of a path it is known when it comes to a level between two steps, and "
            "so of one path plus, minus, times or over trends without paths, delayed or not; with min, max or "
            "several paths it is not: bring what else moves to the other side, as the target");
        if constexpr (the_path_can_be_solved_for) {
            using form = passage_form<Trend>;
            using number_type = common_number_t<trend_number_t<Trend>, typename target_number<Target>::type, Number>;
            using path_number = typename std::remove_cvref_t<decltype(form::path(trend))>::number_type;
            if constexpr (amount<Target>) {
                require_finite(function, "level", base_of_dimension<trend_dimension_t<Trend>>(target));
            } else {
                require_one_dimension<Trend, Target>();
            }
            if constexpr (is_block<path_number>) {
                return basic_date<number_type>::from_seconds_since_1970(
                    first_drawn_passage<number_type>(function, sign, trend, target, where));
            } else {
                if constexpr (std::same_as<number_type, double>) {
                    if (form::path(trend).is_drawn()) {
                        return date::from_seconds_since_1970(
                            first_drawn_passage<batch>(function, sign, trend, target, where).lane[0]);
                    }
                }
                return first_time(function, -sign, trend, target, where);
            }
        } else {
            return wrong_arguments{};
        }
    }
}

template <class Trend, class Target>
concept has_passage_of_path = callable_with_date<Trend> && (callable_with_date<Target> || amount<Target>) &&
                              (has_path<Trend> || has_path<Target>);

}  // namespace detail

/// From when on a trend made of a path is at least a target: the first passage, in continuous time. `first_at_most` likewise.
///
///     first_at_most(in[dram] * discount, 0.8 * usd, between(date(2025y / 1 / 1), date(2035y / 1 / 1)))
///
/// The trend is one path plus, minus, times or over trends without paths, delayed or not; the target an amount or a trend
/// without paths. At the ends of steps the path's values decide. Between two of them, a and b beyond the level (of a path in
/// logarithms, the logarithms of their ratios to it), the bridge comes to it with probability exp(-2ab/(σ²h)), decided by a
/// uniform number keyed by draw and step, and when it does its first passage is drawn from the bridge's law (an inverse
/// Gaussian). So the law of the answer does not depend on the step; for a random walk, of a product with exponential trends
/// and levels too, it is that of continuous time: P(passed by T) = Φ((-b - μT)/(σ√T)) + e^(-2μb/σ²) Φ((-b + μT)/(σ√T)) for a
/// level b below. Approximate, to the order of a step: a level that is not straight within a step (in the path's
/// coordinate), one that jumps within a step, and processes that revert to a mean. Jumps and changes of regime fall on the
/// ends of steps. A yearly path is seen where its years begin.
/// Values asked between steps and passages are two looks at one bridge, drawn apart: a path that did not pass in a step may
/// have been asked on a day within it beyond the level, its value on the day of a passage is not the level, and passages of
/// two levels in one step may come in either order, though the further one never in an earlier step than the nearer. So the law of each answer is right, that of their differences only to
/// the order of a step. Two paths whose shocks are the same share values, not passages within steps.
///
/// Already so counts: the window's first date. Never where it does not pass in the window. Where the model is run on plain
/// numbers the central path, or that of a quantile, is asked as any other trend. For continuous monitoring of a trend that
/// hides a path in a callable, there is none: `as_trend([&](const auto& t) { return in[path](t); })` is looked at on the
/// dates of a search only.
/// \throws std::domain_error for a level that is not finite, or not above zero where the path is in logarithms and only
/// multiplied; a factor that is not above zero; a window that begins before the path.
template <class Trend, class Target, class Number>
    requires detail::has_passage_of_path<Trend, Target>
[[nodiscard]] constexpr auto first_at_least(const Trend& trend, const Target& target, const window<Number>& where) {
    return detail::first_passage("first_at_least", -1.0, trend, target, where);
}
template <class Trend, class Target, class Number>
    requires detail::has_passage_of_path<Trend, Target>
[[nodiscard]] constexpr auto first_at_most(const Trend& trend, const Target& target, const window<Number>& where) {
    return detail::first_passage("first_at_most", 1.0, trend, target, where);
}

/// A path comes to a level, and at once it is above and below it again and again; so there is no rising or falling across.
template <class Trend, class Target, class Number>
    requires detail::has_passage_of_path<Trend, Target>
constexpr auto crossing(const Trend&, const Target&, const window<Number>&, direction) {
    constexpr bool a_path_crosses_many_times_at_once = !detail::has_path<Trend> && !detail::has_path<Target>;
    static_assert(a_path_crosses_many_times_at_once,
                  "crossing: a path crosses a level back and forth at once: ask first_at_least or first_at_most, which is "
                  "when it first comes there");
    return detail::wrong_arguments{};
}

}  // namespace headway

#include <headway/header_end.hpp>
