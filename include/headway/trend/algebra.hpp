// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/trend/detail/hooks.hpp>
#include <headway/trend/exponential.hpp>

#include <headway/header_begin.hpp>

namespace headway {

namespace detail {

struct add {
    template <class A, class B>
    constexpr auto operator()(const A& a, const B& b) const {
        return a + b;
    }
};
struct subtract {
    template <class A, class B>
    constexpr auto operator()(const A& a, const B& b) const {
        return a - b;
    }
};
struct multiply {
    template <class A, class B>
    constexpr auto operator()(const A& a, const B& b) const {
        return a * b;
    }
};
struct divide {
    template <class A, class B>
    constexpr auto operator()(const A& a, const B& b) const {
        return a / b;
    }
};
struct least_of_two {
    template <class A, class B>
    constexpr auto operator()(const A& a, const B& b) const {
        return min(a, b);
    }
};
struct greatest_of_two {
    template <class A, class B>
    constexpr auto operator()(const A& a, const B& b) const {
        return max(a, b);
    }
};

/// Two operands of the algebra: at least one trend, the other a trend or an amount. Trends are asked about first, so that
/// operators of other types are looked at no further.
template <class A, class B>
concept trend_operands = (any_trend<A> || any_trend<B>) && (any_trend<A> || amount<A>) && (any_trend<B> || amount<B>);

template <any_trend T>
constexpr const T& operand(const T& trend) {
    return trend;
}
template <amount T>
constexpr auto operand(const T& value) {
    return constant(value);
}

}  // namespace detail

/// Two trends combined date by date; made by the operators, `min` and `max`.
template <class Operation, class A, class B>
class combined_trend : public trend_base {
  public:
    constexpr combined_trend(const A& a, const B& b) : a_(a), b_(b) {}

    template <date_like Date>
    [[nodiscard]] constexpr auto operator()(const Date& when) const {
        return Operation{}(a_(when), b_(when));
    }
    /// Integrals add and subtract.
    template <class From, class To>
        requires((std::same_as<Operation, detail::add> || std::same_as<Operation, detail::subtract>) &&
                 detail::has_integral<A> && detail::has_integral<B>)
    [[nodiscard]] constexpr auto integral(const basic_date<From>& first, const basic_date<To>& last) const {
        return Operation{}(a_.integral(first, last), b_.integral(first, last));
    }
    template <class Visitor>
    constexpr void visit_breakpoints(const Visitor& visitor) const {
        detail::visit_breakpoints(a_, visitor);
        detail::visit_breakpoints(b_, visitor);
    }
    [[nodiscard]] constexpr const A& first() const noexcept { return a_; }
    [[nodiscard]] constexpr const B& second() const noexcept { return b_; }

  private:
    A a_;
    B b_;
};

/// A trend times or divided by a constant; made by the operators. It keeps the closed forms of the trend.
template <class Operation, class Trend, class Constant>
class scaled_trend : public trend_base {
    using constant_number = detail::number_of<Constant>;

  public:
    constexpr scaled_trend(const Trend& trend, const Constant& by) : trend_(trend), by_(by) {
        detail::require_finite("trend * or / constant", "constant", detail::base_of(by));
    }

    template <date_like Date>
    [[nodiscard]] constexpr auto operator()(const Date& when) const {
        return Operation{}(trend_(when), by_);
    }
    template <class A, class B>
        requires detail::has_integral<Trend>
    [[nodiscard]] constexpr auto integral(const basic_date<A>& first, const basic_date<B>& last) const {
        return Operation{}(trend_.integral(first, last), by_);
    }
    /// As the trend's own. Never when the constant is zero.
    template <class Level>
        requires detail::has_date_of<Trend>
    [[nodiscard]] constexpr auto date_of(const Level& level) const {
        return unscaled(level, [&](const auto& inner) { return trend_.date_of(inner); });
    }
    template <class Level>
        requires detail::has_date_of<Trend>
    [[nodiscard]] constexpr auto reaches(const Level& level) const {
        return unscaled(level, [&](const auto& inner) { return trend_.reaches(inner); });
    }
    template <class Visitor>
    constexpr void visit_breakpoints(const Visitor& visitor) const {
        detail::visit_breakpoints(trend_, visitor);
    }
    [[nodiscard]] constexpr const Trend& unscaled_trend() const noexcept { return trend_; }
    [[nodiscard]] constexpr const Constant& constant() const noexcept { return by_; }

  private:
    template <class Level, class Find>
    constexpr auto unscaled(const Level& level, const Find& find) const {
        using dimension = detail::dimension_of<decltype(Operation{}(std::declval<trend_value_t<Trend>>(), by_))>;
        const auto base = detail::base_of_dimension<dimension>(level);
        const constant_number by = detail::base_of(by_);
        const auto zero = by == 0.0;
        const constant_number safe = select(zero, constant_number(1.0), by);
        const auto inner = [&] {
            if constexpr (std::same_as<Operation, detail::multiply>) {
                return base / safe;
            } else {
                return base * safe;
            }
        }();
        const auto found = find(quantity_or_number<trend_dimension_t<Trend>>(inner));
        using number_type = detail::date_number_t<decltype(found)>;
        return select(number_type(by) == 0.0, basic_date<number_type>::never(), found);
    }

    Trend trend_;
    Constant by_;
};

namespace detail {

template <class Operation, class A, class B>
constexpr auto combined(const A& a, const B& b) {
    return combined_trend<Operation, A, B>(a, b);
}
template <class Operation, class A, class B>
constexpr auto combined_alike(const A& a, const B& b) {
    require_one_dimension<A, B>();
    return combined<Operation>(a, b);
}

/// Products and ratios of exponentials are exponential, so that they keep their closed forms.
template <class Operation, class D, class A, class E, class B>
constexpr auto exponential_of(const exponential_trend<D, A>& a, const exponential_trend<E, B>& b, double sign) {
    return exponential(a.start(), Operation{}(a.value_at_start(), b(a.start())),
                       growth_at(a.growth().rate_per_second() + sign * b.growth().rate_per_second()));
}

}  // namespace detail

/// The sum, date by date, of two trends or of a trend and a constant, of one dimension. Its integral has a closed form
/// where theirs have.
template <class A, class B>
    requires detail::trend_operands<A, B>
[[nodiscard]] constexpr auto operator+(const A& a, const B& b) {
    return detail::combined_alike<detail::add>(detail::operand(a), detail::operand(b));
}
/// The difference, as the sum.
template <class A, class B>
    requires detail::trend_operands<A, B>
[[nodiscard]] constexpr auto operator-(const A& a, const B& b) {
    return detail::combined_alike<detail::subtract>(detail::operand(a), detail::operand(b));
}
template <any_trend A>
[[nodiscard]] constexpr auto operator-(const A& a) {
    return scaled_trend<detail::multiply, A, double>(a, -1.0);
}
/// The product, date by date; dimensions multiply. A constant must be finite; it keeps the closed forms of the trend. The
/// product of exponentials is an exponential.
template <class A, class B>
    requires detail::trend_operands<A, B>
[[nodiscard]] constexpr auto operator*(const A& a, const B& b) {
    if constexpr (detail::amount<B>) {
        return scaled_trend<detail::multiply, A, B>(a, b);
    } else if constexpr (detail::amount<A>) {
        return scaled_trend<detail::multiply, B, A>(b, a);
    } else if constexpr (is_exponential<A> && is_exponential<B>) {
        return detail::exponential_of<detail::multiply>(a, b, 1.0);
    } else {
        return detail::combined<detail::multiply>(a, b);
    }
}
/// The ratio, date by date; dimensions divide. The ratio of exponentials is an exponential: a leader over a follower is the
/// gap, and `gap.reaches(1.0)` the date of catching up after the leader's start. Nothing checks that the divisor is not zero at some date.
/// \throws std::domain_error for a constant divisor of zero.
template <class A, class B>
    requires detail::trend_operands<A, B>
[[nodiscard]] constexpr auto operator/(const A& a, const B& b) {
    if constexpr (detail::amount<B>) {
        detail::require_not_zero("trend / constant", "constant", detail::base_of(b));
        return scaled_trend<detail::divide, A, B>(a, b);
    } else if constexpr (is_exponential<A> && is_exponential<B>) {
        return detail::exponential_of<detail::divide>(a, b, -1.0);
    } else {
        return detail::combined<detail::divide>(detail::operand(a), b);
    }
}

/// The smaller of two at each date: of two trends or of a trend and a constant, of one dimension.
template <class A, class B>
    requires detail::trend_operands<A, B>
[[nodiscard]] constexpr auto min(const A& a, const B& b) {
    return detail::combined_alike<detail::least_of_two>(detail::operand(a), detail::operand(b));
}
/// The larger of two at each date.
template <class A, class B>
    requires detail::trend_operands<A, B>
[[nodiscard]] constexpr auto max(const A& a, const B& b) {
    return detail::combined_alike<detail::greatest_of_two>(detail::operand(a), detail::operand(b));
}
// Of one type as well, since std::min would be the better match where it is visible too.
template <class Trend>
    requires detail::trend_operands<Trend, Trend>
[[nodiscard]] constexpr auto min(const Trend& a, const Trend& b) {
    return min<Trend, Trend>(a, b);
}
template <class Trend>
    requires detail::trend_operands<Trend, Trend>
[[nodiscard]] constexpr auto max(const Trend& a, const Trend& b) {
    return max<Trend, Trend>(a, b);
}
/// The trend, but no more than the cap, an amount or another trend.
template <any_trend Trend, class Cap>
    requires detail::trend_operands<Trend, Cap>
[[nodiscard]] constexpr auto capped(const Trend& trend, const Cap& cap) {
    return min(trend, cap);
}
/// The trend, but no less than the floor, an amount or another trend.
template <any_trend Trend, class Floor>
    requires detail::trend_operands<Trend, Floor>
[[nodiscard]] constexpr auto floored(const Trend& trend, const Floor& floor_value) {
    return max(trend, floor_value);
}

}  // namespace headway

#include <headway/header_end.hpp>
