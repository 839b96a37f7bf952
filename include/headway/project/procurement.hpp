// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/quantity/units.hpp>
#include <headway/trend/cumulative.hpp>

#include <headway/header_begin.hpp>

namespace headway {

namespace detail {

[[noreturn]] inline void lead_time_change_runs_backwards(double first, double last) {
    throw std::domain_error("changing_lead_time: the change must not end before it starts (" + iso_text(first) +
                            "), got " + iso_text(last));
}

}  // namespace detail

/// How long an order takes to arrive, depending on the date it is placed; made by `constant_lead_time` and
/// `changing_lead_time`. Deliveries are in the order of the orders: when lead times fall so fast that a later order
/// would arrive before an earlier one, the earlier arrives with it, as when a queue is cleared.
template <class Number>
class order_lead_time {
  public:
    using number_type = Number;

    constexpr order_lead_time(const Number& first, const Number& before, const Number& last, const Number& after)
        : first_(first), before_(before), last_(last), after_(after) {
        detail::require_not_negative("lead time", "time from order to delivery in seconds", before);
        detail::require_not_negative("lead time", "time from order to delivery in seconds", after);
    }

    template <class Other>
        requires(!std::same_as<Other, Number> && std::convertible_to<Other, Number>)
    constexpr order_lead_time(const order_lead_time<Other>& other) noexcept  // NOLINT: implicit, as for numbers
        : first_(other.first_), before_(other.before_), last_(other.last_), after_(other.after_) {}

    /// The lead time quoted for an order placed on a date.
    template <date_like Date>
    [[nodiscard]] constexpr auto quoted(const Date& ordered) const {
        using result = common_number_t<Number, detail::date_number_t<Date>>;
        return quantity<dim::time, result>::from_base_value(quoted_seconds<result>(seconds<result>(ordered)));
    }
    /// When an order placed on a date arrives: after the quoted time, or with a later order that would overtake it.
    template <date_like Date>
    [[nodiscard]] constexpr auto arrival(const Date& ordered) const {
        using result = common_number_t<Number, detail::date_number_t<Date>>;
        const result u = seconds<result>(ordered);
        const result due = u + quoted_seconds<result>(u);
        const result cleared = last_ + after_;
        return basic_date<result>::from_seconds_since_1970(select(u < result(last_), min(due, cleared), due));
    }
    /// The date up to which orders have arrived by a date.
    template <date_like Date>
    [[nodiscard]] constexpr auto ordered_by(const Date& arrived) const {
        using result = common_number_t<Number, detail::date_number_t<Date>>;
        const result t = seconds<result>(arrived);
        const result early = min(t - before_, result(first_));
        const result late = t - after_;
        // Between the two dates the arrival advances at this pace; where that is not above 0, nothing arrives until the
        // orders placed at the end of the change do.
        const Number width = last_ - first_;
        const auto is_step = width == 0.0;
        const Number pace = 1.0 + select(is_step, Number(0.0), after_ - before_) / select(is_step, Number(1.0), width);
        const auto advances = !is_step && pace > 0.0;
        const result amid = first_ + (t - before_ - first_) / select(advances, pace, Number(1.0));
        const auto reached = result(select(advances, Number(1.0), Number(0.0))) > 0.0 && amid > result(first_);
        const result meanwhile = select(reached, min(amid, result(last_)), early);
        // By the very date that `arrival` gives the order placed at the end of the change, it has arrived.
        const result cleared = last_ + after_;
        const result settled = max(late, result(last_));
        return basic_date<result>::from_seconds_since_1970(select(t >= cleared, settled, meanwhile));
    }

    /// Shows the dates on which what arrives was ordered at a bend of the lead time.
    template <class Visitor>
    constexpr void visit_breakpoints(const Visitor& visitor) const {
        visitor(arrival(basic_date<Number>::from_seconds_since_1970(first_)));
        visitor(arrival(basic_date<Number>::from_seconds_since_1970(last_)));
    }

  private:
    template <class Other>
    friend class order_lead_time;

    template <class Result, class Date>
    static constexpr Result seconds(const Date& when) {
        return detail::to_date(when).seconds_since_1970();
    }
    template <class Result>
    constexpr Result quoted_seconds(const Result& u) const {
        const Number width = last_ - first_;
        const auto is_step = width == 0.0;
        const Result share = (u - first_) / select(is_step, Number(1.0), width);
        const Result ramp = before_ + (after_ - before_) * min(max(share, Result(0.0)), Result(1.0));
        return select(u >= Result(last_), Result(after_), select(u < Result(first_), Result(before_), ramp));
    }

    Number first_;
    Number before_;
    Number last_;
    Number after_;
};

/// The same time from order to delivery whenever the order is placed.
/// \throws std::domain_error for a lead time that is negative or not finite.
template <time_like Span>
[[nodiscard]] constexpr auto constant_lead_time(const Span& span) {
    using number_type = time_number_t<Span>;
    const number_type seconds = as_time(span).base_value();
    return order_lead_time<number_type>(number_type(0.0), seconds, number_type(0.0), seconds);
}

/// `before` for orders placed before `first`, `after` from `last` on, in a straight line between; at once when both
/// dates are one: `changing_lead_time(2023y / 11 / 1, 39.0 * week, 2024y / 4 / 1, 10.0 * week)`.
/// \throws std::domain_error for dates that are not in the calendar or not in order and for a lead time that is
/// negative or not finite.
template <date_like First, time_like Before, date_like Last, time_like After>
[[nodiscard]] constexpr auto changing_lead_time(const First& first, const Before& before, const Last& last,
                                                const After& after) {
    using number_type = common_number_t<detail::date_number_t<First>, time_number_t<Before>,
                                        common_number_t<detail::date_number_t<Last>, time_number_t<After>>>;
    const basic_date<number_type> from = detail::to_date(first);
    const basic_date<number_type> to = detail::to_date(last);
    detail::require_real_date("changing_lead_time", "first date", from);
    detail::require_real_date("changing_lead_time", "last date", to);
    for (int i = 0; i < lanes_of<number_type>; ++i) {
        const double start = value_at(from.seconds_since_1970(), i);
        const double end = value_at(to.seconds_since_1970(), i);
        if (end < start) detail::lead_time_change_runs_backwards(start, end);
    }
    return order_lead_time<number_type>(from.seconds_since_1970(), as_time(before).base_value(),
                                        to.seconds_since_1970(), as_time(after).base_value());
}

/// Orders placed along a trend and what has come of them; made by `procurement`. As a trend it is the stock.
template <class Orders, class Number, class Opening>
class order_book : public trend_base {
  public:
    constexpr order_book(const Orders& orders, const order_lead_time<Number>& lead_time,
                         const basic_date<Number>& since, const Opening& opening)
        : orders_(orders), lead_time_(lead_time), since_(since), opening_(opening) {}

    /// What has been ordered since the start.
    template <date_like Date>
    [[nodiscard]] constexpr auto ordered(const Date& when) const {
        return total_until(detail::to_date(when));
    }
    /// What has arrived of it.
    template <date_like Date>
    [[nodiscard]] constexpr auto arrived(const Date& when) const {
        return total_until(lead_time_.ordered_by(when));
    }
    /// What has been ordered and not arrived.
    template <date_like Date>
    [[nodiscard]] constexpr auto backlog(const Date& when) const {
        return ordered(when) - arrived(when);
    }
    /// The opening stock and what has arrived: capacity installed, when nothing is used up.
    template <date_like Date>
    [[nodiscard]] constexpr auto stock(const Date& when) const {
        return opening_ + arrived(when);
    }
    template <date_like Date>
    [[nodiscard]] constexpr auto operator()(const Date& when) const {
        return stock(when);
    }
    [[nodiscard]] constexpr const order_lead_time<Number>& lead_time() const noexcept { return lead_time_; }

    template <class Visitor>
    constexpr void visit_breakpoints(const Visitor& visitor) const {
        visitor(lead_time_.arrival(since_));
        lead_time_.visit_breakpoints(visitor);
        detail::visit_breakpoints(orders_, [&](const auto& placed) { visitor(lead_time_.arrival(placed)); });
    }

  private:
    template <class Until>
    constexpr auto total_until(const basic_date<Until>& until) const {
        using result = common_number_t<Until, Number>;
        return cumulative(orders_, since_, max(basic_date<result>(until), basic_date<result>(since_)));
    }

    Orders orders_;
    order_lead_time<Number> lead_time_;
    basic_date<Number> since_;
    Opening opening_;
};

/// Orders placed along a trend (an amount per time, such as chips per year) from a date on, which arrive after a lead
/// time: what is on order, what has arrived and what is in stock on any date.
/// \param orders not below zero on any date asked about. \param lead_time how long an order takes.
/// \param opening the stock at the start, by default none.
/// \throws std::domain_error for a start outside the calendar; the answers throw as `cumulative` does.
template <any_trend Orders, class LeadNumber, date_like Since, class Opening>
[[nodiscard]] constexpr auto procurement(const Orders& orders, const order_lead_time<LeadNumber>& lead_time,
                                         const Since& since, const Opening& opening) {
    using number_type = common_number_t<LeadNumber, detail::date_number_t<Since>>;
    using total = multiplied<trend_dimension_t<Orders>, dim::time>;
    const basic_date<number_type> start = detail::to_date(since);
    detail::require_real_date("procurement", "start", start);
    const auto base = detail::base_of_dimension<total>(opening);
    detail::require_not_negative("procurement", "opening stock (in base units)", base);
    const auto stock = quantity_or_number<total>(base);
    return order_book<Orders, number_type, std::remove_const_t<decltype(stock)>>(orders, lead_time, start, stock);
}
template <any_trend Orders, class LeadNumber, date_like Since>
[[nodiscard]] constexpr auto procurement(const Orders& orders, const order_lead_time<LeadNumber>& lead_time,
                                         const Since& since) {
    using total = multiplied<trend_dimension_t<Orders>, dim::time>;
    return procurement(orders, lead_time, since, quantity_or_number<total>(0.0));
}

/// Chosen only for arguments of the wrong kind, to say so in words.
template <class Orders, class LeadTime, class Since>
    requires(!any_trend<Orders> || !requires(const LeadTime& l) { l.ordered_by(date{}); } || !date_like<Since>)
constexpr auto procurement(const Orders&, const LeadTime&, const Since&) {
    constexpr bool is_lead_time = requires(const LeadTime& l) { l.ordered_by(date{}); };
    static_assert(any_trend<Orders>,
                  "procurement: the first argument, the orders, must be a trend of an amount per time");
    static_assert(is_lead_time, "procurement: the second argument must be a lead time, such as "
                                "constant_lead_time(39.0 * week)");
    static_assert(date_like<Since>, "procurement: the third argument must be the date from which on orders are placed");
    return detail::wrong_arguments{};
}

}  // namespace headway

#include <headway/header_end.hpp>
