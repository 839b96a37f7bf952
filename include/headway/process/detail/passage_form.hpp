// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/process/path_trend.hpp>
#include <headway/trend/algebra.hpp>
#include <headway/trend/lagged.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// How many paths a trend is made of, as far as its type tells.
template <class T>
inline constexpr int path_count = 0;
template <template <class...> class Wrapper, class... Parts>
inline constexpr int path_count<Wrapper<Parts...>> = (0 + ... + path_count<Parts>);
template <class Dimension, class Number>
inline constexpr int path_count<path_trend<Dimension, Number>> = 1;
template <class T>
inline constexpr int path_count<const T> = path_count<T>;

template <class T>
concept has_path = path_count<std::remove_cvref_t<T>> >
0;

/// A trend of one path that may be solved for it, date by date: which level the path must have for the trend to have a given
/// one. `sign` is -1 where the trend falls as the path rises; `multiplies` where the trend is above zero just when the path
/// is, factors being above zero; `moves` where the level that the path must have depends on the date though the asked one
/// does not; `delay` is how long the path runs behind.
template <class T>
struct passage_form {
    static constexpr bool is_known = false;
};
template <class Dimension, class Number>
struct passage_form<path_trend<Dimension, Number>> {
    using trend = path_trend<Dimension, Number>;
    static constexpr bool is_known = true;
    static constexpr double sign = 1.0;
    static constexpr bool multiplies = true;
    static constexpr bool moves = false;
    static constexpr const trend& path(const trend& t) noexcept { return t; }
    static constexpr double delay(const trend&) noexcept { return 0.0; }
    template <class Seconds, class Level>
    static constexpr Level level(const trend&, const Seconds&, const Level& level) {
        return level;
    }
};

[[noreturn, gnu::cold]] inline void factor_must_be_above_zero(double got, double seconds) {
    throw std::domain_error("first_at_least, first_at_most: what multiplies or divides a path must be > 0, got " +
                            number_text(got) + " on " + iso_text(seconds));
}
template <class Number, class Seconds>
constexpr const Number& above_zero_factor(const Number& factor, const Seconds& seconds) {
    if (all_of(factor > 0.0)) return factor;
    factor_must_be_above_zero(offender(factor, [](double v) { return !(v > 0.0); }), value_at(seconds, 0));
}

template <class Operation, class T, class Constant>
    requires passage_form<T>::is_known
struct passage_form<scaled_trend<Operation, T, Constant>> {
    using trend = scaled_trend<Operation, T, Constant>;
    using inner = passage_form<T>;
    static constexpr bool is_known = true;
    static constexpr double sign = inner::sign;
    static constexpr bool multiplies = inner::multiplies;
    static constexpr bool moves = inner::moves;
    static constexpr const auto& path(const trend& t) noexcept { return inner::path(t.unscaled_trend()); }
    static constexpr auto delay(const trend& t) noexcept { return inner::delay(t.unscaled_trend()); }
    template <class Seconds, class Level>
    static constexpr auto level(const trend& t, const Seconds& seconds, const Level& asked) {
        const auto by = base_of(t.constant());
        above_zero_factor(by, seconds);
        if constexpr (std::same_as<Operation, multiply>) {
            return inner::level(t.unscaled_trend(), seconds, asked / by);
        } else {
            return inner::level(t.unscaled_trend(), seconds, asked * by);
        }
    }
};
template <class T, class Span>
    requires passage_form<T>::is_known
struct passage_form<lagged_trend<T, Span>> {
    using trend = lagged_trend<T, Span>;
    using inner = passage_form<T>;
    static constexpr bool is_known = true;
    static constexpr double sign = inner::sign;
    static constexpr bool multiplies = inner::multiplies;
    static constexpr bool moves = inner::moves;
    static constexpr const auto& path(const trend& t) noexcept { return inner::path(t.undelayed()); }
    static constexpr auto delay(const trend& t) noexcept { return t.lag().base_value() + inner::delay(t.undelayed()); }
    template <class Seconds, class Level>
    static constexpr auto level(const trend& t, const Seconds& seconds, const Level& asked) {
        return inner::level(t.undelayed(), seconds - t.lag().base_value(), asked);
    }
};
template <class Operation, class A, class B>
    requires(((passage_form<A>::is_known && path_count<B> == 0) || (passage_form<B>::is_known && path_count<A> == 0)) &&
             !std::same_as<Operation, least_of_two> && !std::same_as<Operation, greatest_of_two>)
struct passage_form<combined_trend<Operation, A, B>> {
    using trend = combined_trend<Operation, A, B>;
    static constexpr bool path_is_first = path_count<A> > 0;
    using inner = passage_form<std::conditional_t<path_is_first, A, B>>;
    static constexpr bool falls =
        !path_is_first && (std::same_as<Operation, subtract> || std::same_as<Operation, divide>);
    static constexpr bool is_known = true;
    static constexpr double sign = falls ? -inner::sign : inner::sign;
    static constexpr bool multiplies =
        inner::multiplies && (std::same_as<Operation, multiply> || std::same_as<Operation, divide>);
    static constexpr bool moves = true;
    static constexpr const auto& path_side(const trend& t) noexcept {
        if constexpr (path_is_first) {
            return t.first();
        } else {
            return t.second();
        }
    }
    static constexpr const auto& path(const trend& t) noexcept { return inner::path(path_side(t)); }
    static constexpr auto delay(const trend& t) noexcept { return inner::delay(path_side(t)); }
    template <class Seconds, class Level>
    static constexpr auto level(const trend& t, const Seconds& seconds, const Level& asked) {
        const auto when = basic_date<Seconds>::from_seconds_since_1970(seconds);
        const auto other = [&] {
            if constexpr (path_is_first) {
                return base_of(t.second()(when));
            } else {
                return base_of(t.first()(when));
            }
        }();
        if constexpr (std::same_as<Operation, add>) {
            return inner::level(path_side(t), seconds, asked - other);
        } else if constexpr (std::same_as<Operation, subtract>) {
            if constexpr (path_is_first) {
                return inner::level(path_side(t), seconds, asked + other);
            } else {
                return inner::level(path_side(t), seconds, other - asked);
            }
        } else {
            above_zero_factor(other, seconds);
            if constexpr (std::same_as<Operation, multiply>) {
                return inner::level(path_side(t), seconds, asked / other);
            } else if constexpr (path_is_first) {
                return inner::level(path_side(t), seconds, asked * other);
            } else {
                return inner::level(path_side(t), seconds, other / asked);
            }
        }
    }
};

}  // namespace headway::detail

#include <headway/header_end.hpp>
