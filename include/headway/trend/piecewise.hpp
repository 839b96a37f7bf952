// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/trend/detail/hooks.hpp>
#include <headway/trend/exponential.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// How a piece starts where the one before it ends.
enum class joint {
    own_value,  ///< with its own value: the trend jumps where that differs
    rescaled,   ///< times a constant, so that it starts with the value of the piece before, times the stated jump
    shifted,    ///< plus a constant, so that it starts with the value of the piece before
};

/// A trend from a date on; made by `switches_to`, `continues_as`, `continues_shifted` or `jumps_by`.
template <joint How, class Trend, class Number>
struct piece {
    basic_date<Number> start;
    Trend trend;
    Number jump{1.0};
};

template <class T>
inline constexpr bool is_piece = false;
template <joint How, class Trend, class Number>
inline constexpr bool is_piece<piece<How, Trend, Number>> = true;

namespace detail {

[[noreturn]] inline void pieces_are_out_of_order(double before, double after) {
    throw std::domain_error("piecewise: pieces must be in the order of their dates, got " + iso_text(after) + " after " +
                            iso_text(before));
}

/// A growth stands for the exponential that has it; its value is set by the joint.
template <any_trend Trend, class Start>
constexpr const Trend& as_piece(const Trend& trend, const Start&) {
    return trend;
}
template <class Rate, class Start>
constexpr auto as_piece(const basic_growth<Rate>& growth_rate, const Start& start) {
    return exponential(start, 1.0, growth_rate);
}
template <class T>
concept trend_or_growth = any_trend<T> || is_growth<T>;

template <joint How, class Start, class Trend, class Number>
constexpr auto make_piece(const Start& start, const Trend& trend, const Number& jump) {
    using number_type = common_number_t<date_number_t<Start>, Number>;
    return piece<How, Trend, number_type>{to_date(start), trend, jump};
}

}  // namespace detail

/// From the date on this trend with its own values; the whole jumps where they differ from the piece before.
template <date_like Start, any_trend Trend>
[[nodiscard]] constexpr auto switches_to(const Start& start, const Trend& trend) {
    return detail::make_piece<joint::own_value>(start, trend, 1.0);
}
/// From the date on this trend times a constant that joins it to the piece before. A growth stands for an exponential.
template <date_like Start, detail::trend_or_growth Trend>
[[nodiscard]] constexpr auto continues_as(const Start& start, const Trend& trend) {
    return detail::make_piece<joint::rescaled>(start, detail::as_piece(trend, start), 1.0);
}
/// From the date on this trend plus a constant that joins it to the piece before.
template <date_like Start, any_trend Trend>
[[nodiscard]] constexpr auto continues_shifted(const Start& start, const Trend& trend) {
    return detail::make_piece<joint::shifted>(start, trend, 1.0);
}
/// A jump by a factor at the date, then this trend rescaled to go on from there. A growth stands for an exponential.
/// \throws std::domain_error unless the factor is above zero.
template <date_like Start, number_like Factor, detail::trend_or_growth Trend>
[[nodiscard]] constexpr auto jumps_by(const Start& start, const Factor& factor, const Trend& trend) {
    detail::require_above_zero("jumps_by", "factor", to_number(factor));
    return detail::make_piece<joint::rescaled>(start, detail::as_piece(trend, start), to_number(factor));
}

/// One trend before a date and another from it on; made by `piecewise`. Each is asked only for dates of its own.
template <joint How, class Before, class After, class Number>
class joined_trend : public trend_base {
    using dimension = trend_dimension_t<Before>;
    using constant_number = common_number_t<trend_number_t<Before>, trend_number_t<After>, Number>;

  public:
    constexpr joined_trend(const Before& before, const piece<How, After, Number>& next)
        : before_(before), after_(next.trend), start_(next.start) {
        detail::require_real_date("piecewise", "date", start_);
        if constexpr (requires { before.last_start(); }) {
            for (int i = 0; i < lanes_of<Number>; ++i) {
                const double last = value_at(constant_number(before.last_start().seconds_since_1970()), i);
                const double here = value_at(start_.seconds_since_1970(), i);
                if (!(last < here)) detail::pieces_are_out_of_order(last, here);
            }
        }
        if constexpr (How != joint::rescaled) detail::require_one_dimension<Before, After>();
        if constexpr (How != joint::own_value) {
            const constant_number ends_with = detail::base_of(before_(start_));
            const constant_number starts_with = detail::base_of(after_(start_));
            detail::require_finite("piecewise", "value at the end of a piece", ends_with);
            detail::require_finite("piecewise", "value at the start of a piece", starts_with);
            if constexpr (How == joint::rescaled) {
                detail::require_not_zero("piecewise", "value at the start of a rescaled piece", starts_with);
                constant_ = ends_with * next.jump / starts_with;
            } else {
                constant_ = ends_with - starts_with;
            }
        }
    }

    template <date_like Date>
    [[nodiscard]] constexpr auto operator()(const Date& when) const {
        using date_number = common_number_t<Number, detail::date_number_t<Date>>;
        const basic_date<date_number> t = detail::to_date(when);
        const basic_date<date_number> start = start_;
        using result = common_number_t<constant_number, date_number>;
        const result before = detail::base_of(before_(min(t, start)));
        const result after = joined(result(detail::base_of(after_(max(t, start)))), result(1.0));
        return quantity_or_number<dimension>(
            select(result(t.seconds_since_1970()) >= result(start.seconds_since_1970()), after, before));
    }
    template <class A, class B>
        requires(detail::has_integral<Before> && detail::has_integral<After>)
    [[nodiscard]] constexpr auto integral(const basic_date<A>& first, const basic_date<B>& last) const {
        using date_number = common_number_t<Number, A, B>;
        using result = common_number_t<constant_number, date_number>;
        const basic_date<date_number> start = start_;
        const basic_date<date_number> from = first;
        const basic_date<date_number> to = last;
        const result before = detail::base_of(before_.integral(min(from, start), min(to, start)));
        const result after = detail::base_of(after_.integral(max(from, start), max(to, start)));
        const result span = max(to, start).seconds_since_1970() - max(from, start).seconds_since_1970();
        return quantity_or_number<multiplied<dimension, dim::time>>(before + joined(after, span));
    }
    template <class Visitor>
    constexpr void visit_breakpoints(const Visitor& visitor) const {
        detail::visit_breakpoints(before_, visitor);
        visitor(start_);
        detail::visit_breakpoints(after_, visitor);
    }
    /// The date on which the last piece starts.
    [[nodiscard]] constexpr const basic_date<Number>& last_start() const noexcept { return start_; }

  private:
    template <class Result>
    constexpr Result joined(const Result& after, const Result& weight) const {
        if constexpr (How == joint::rescaled) {
            return after * constant_;
        } else if constexpr (How == joint::shifted) {
            return after + constant_ * weight;
        } else {
            return after;
        }
    }

    Before before_;
    After after_;
    basic_date<Number> start_;
    constant_number constant_{};
};

/// A trend in pieces: the first one until the date of the next, and so on. Each further piece says how it joins:
/// `piecewise(first, continues_as(2027y / 1 / 1, doubles_every(1.0 * year)), switches_to(2030y / 1 / 1, last))`.
/// \throws std::domain_error unless the dates ascend and the pieces to be joined have finite values (not zero at the start
/// of a rescaled one) where they meet.
template <any_trend First>
[[nodiscard]] constexpr auto piecewise(const First& first) {
    return first;
}
template <any_trend First, joint How, class Trend, class Number, class... Rest>
[[nodiscard]] constexpr auto piecewise(const First& first, const piece<How, Trend, Number>& next, const Rest&... rest) {
    return piecewise(joined_trend<How, First, Trend, Number>(first, next), rest...);
}

/// Chosen only for arguments of the wrong kind, to say so in words.
template <class First, class Next, class... Rest>
constexpr auto piecewise(const First&, const Next&, const Rest&...) {
    static_assert(any_trend<First>, "piecewise: the first argument must be a trend");
    static_assert(is_piece<Next>, "piecewise: every piece after the first must be made by switches_to, continues_as, "
                                  "continues_shifted or jumps_by");
    return detail::wrong_arguments{};
}

}  // namespace headway

#include <headway/header_end.hpp>
