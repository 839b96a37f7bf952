// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/chip/levy.hpp>
#include <headway/trend/cumulative.hpp>
#include <headway/trend/point.hpp>

#include <headway/header_begin.hpp>

namespace headway {

namespace detail {

[[noreturn, gnu::cold]] inline void cap_ends_before_it_starts(double from, double until) {
    throw std::domain_error("shipment_cap: the rule must end after it starts, got " + iso_text(from) + " to " +
                            iso_text(until) + "; give from, then until, and date::never() for no end");
}
[[noreturn, gnu::cold]] inline void shipments_run_backwards(double first, double last) {
    throw std::domain_error("shipment_cap: the last date must not be before the first (" + iso_text(first) + "), got " +
                            iso_text(last));
}

}  // namespace detail

/// A cap on what is shipped to one market as a share of what is shipped to another, the home market; made by `shipment_cap`.
/// Both are trends in one unit per time, such as chips or processing performance per year.
///
/// It counts from the day from which the rule binds, u: by a date t at most C(t) = share x H(t), H the integral of shipments
/// to the home market from u to t. Who wants D(t) since then gets min(D(t), C(t)): what the cap holds back is not lost but
/// waits until the home market has taken enough. Before the rule binds, and after it has ended, all that is wanted is shipped;
/// what waited at the end is not made up for.
///
/// Of one product the cap is the same in chips and in processing performance. Of several it is not: give the trends in the unit
/// that the rule counts in.
template <class Number, class Home>
class basic_shipment_cap {
  public:
    using number_type = Number;
    using dimension = trend_dimension_t<Home>;

    constexpr basic_shipment_cap(const Number& share, const Home& home, const basic_date<Number>& from,
                                 const basic_date<Number>& until)
        : share_(share), home_(home), from_(from), until_(until) {
        detail::require_share("shipment_cap", "share of home shipments", share);
        detail::require_real_date("shipment_cap", "day from which the rule binds", from);
    }

    [[nodiscard]] constexpr const Number& share() const noexcept { return share_; }
    [[nodiscard]] constexpr const basic_date<Number>& from() const noexcept { return from_; }
    [[nodiscard]] constexpr const basic_date<Number>& until() const noexcept { return until_; }

    /// What may have been shipped under the rule by a date, since it binds: nothing before, no more after its end.
    /// \throws std::domain_error where shipments to the home market add up to less than nothing.
    template <date_like Date>
    [[nodiscard]] constexpr auto allowed(const Date& when) const {
        return allowed_by(within(detail::to_date(when)));
    }
    /// What of it falls between two dates. \throws std::domain_error for dates out of order, too.
    template <date_like First, date_like Last>
    [[nodiscard]] constexpr auto allowed(const First& first, const Last& last) const {
        require_order(detail::to_date(first), detail::to_date(last));
        return allowed(last) - allowed(first);
    }

    /// What is shipped between two dates to who wants `demand`, a trend in the unit of the home market's.
    /// \throws std::domain_error for dates out of order, and where either trend adds up to less than nothing.
    template <any_trend Demand, date_like First, date_like Last>
    [[nodiscard]] constexpr auto shipped(const Demand& demand, const First& first, const Last& last) const {
        detail::require_one_dimension<Home, Demand>();
        using date_number =
            typename detail::common_number_of<Number, detail::date_number_t<First>, detail::date_number_t<Last>>::type;
        using when = basic_date<date_number>;
        const when start = detail::to_date(first);
        const when end = detail::to_date(last);
        require_order(start, end);
        const when binds = min(max(when(from_), start), end);
        const when ends = max(min(when(until_), end), binds);
        const auto before = cumulative(demand, start, binds);
        const auto capped = under_cap(demand, ends) - under_cap(demand, binds);
        const auto after = cumulative(demand, ends, end);
        return before + capped + after;
    }

    /// Whether the cap holds something back on a date: nothing before the rule binds and from its end on. Draw by draw for a block.
    template <any_trend Demand, date_like Date>
    [[nodiscard]] constexpr auto binds(const Demand& demand, const Date& when) const {
        detail::require_one_dimension<Home, Demand>();
        const auto on = detail::to_date(when);
        const auto by = within(on);
        const auto held_back = wanted_by(demand, by) - allowed_by(by);
        using result = detail::number_of<decltype(held_back)>;
        return detail::base_of(held_back) > 0.0 &&
               result(on.seconds_since_1970()) < result(until_.seconds_since_1970());
    }

  private:
    template <class DateNumber>
    constexpr auto within(const basic_date<DateNumber>& when) const {
        using day_type = basic_date<common_number_t<Number, DateNumber>>;
        return max(min(day_type(when), day_type(until_)), day_type(from_));
    }
    template <class DateNumber>
    constexpr auto allowed_by(const basic_date<DateNumber>& when) const {
        const auto home = cumulative(home_, from_, when);
        detail::require_not_negative("shipment_cap", "shipments to the home market since the rule binds",
                                     detail::base_of(home));
        return share_ * home;
    }
    template <class Demand, class DateNumber>
    constexpr auto wanted_by(const Demand& demand, const basic_date<DateNumber>& when) const {
        const auto wanted = cumulative(demand, from_, when);
        detail::require_not_negative("shipment_cap", "what is wanted since the rule binds", detail::base_of(wanted));
        return wanted;
    }
    template <class Demand, class DateNumber>
    constexpr auto under_cap(const Demand& demand, const basic_date<DateNumber>& when) const {
        const auto by = within(when);
        return min(wanted_by(demand, by), allowed_by(by));
    }
    template <class A, class B>
    static constexpr void require_order(const basic_date<A>& first, const basic_date<B>& last) {
        using result = common_number_t<A, B>;
        detail::require_real_date("shipment_cap", "first date", first);
        detail::require_real_date("shipment_cap", "last date", last);
        for (int i = 0; i < lanes_of<result>; ++i) {
            const double a = value_at(result(first.seconds_since_1970()), i);
            const double b = value_at(result(last.seconds_since_1970()), i);
            if (!(a <= b)) detail::shipments_run_backwards(a, b);
        }
    }

    Number share_;
    Home home_;
    basic_date<Number> from_;
    basic_date<Number> until_;
};

/// At most this share of the home market's shipments, from the day on which a rule begins to bind to before the day on which it
/// ends: `shipment_cap(0.5, us_shipments, 2026y / 1 / 15, date::never())`.
/// \throws std::domain_error for a share below 0 or above 1, and for a rule that ends before it starts.
template <detail::amount Share, any_trend Home, date_like From, date_like Until>
[[nodiscard]] constexpr auto shipment_cap(const Share& share, const Home& home, const From& from, const Until& until) {
    using number_type = typename detail::common_number_of<detail::number_of<Share>, detail::date_number_t<From>,
                                                          detail::date_number_t<Until>>::type;
    const basic_date<number_type> start = detail::to_date(from);
    const basic_date<number_type> end = detail::to_date(until);
    const basic_shipment_cap<number_type, Home> cap(detail::base_of_dimension<dimensionless>(share), home, start, end);
    for (int i = 0; i < lanes_of<number_type>; ++i) {
        const double a = value_at(start.seconds_since_1970(), i);
        const double b = value_at(end.seconds_since_1970(), i);
        if (!(a < b)) detail::cap_ends_before_it_starts(a, b);
    }
    return cap;
}

/// Chosen only for arguments of the wrong kind, to say so in words.
template <class Share, class Home, class From, class Until>
constexpr auto shipment_cap(const Share&, const Home&, const From&, const Until&) {
    static_assert(detail::amount<Share>,
                  "shipment_cap: the first argument must be a share, such as 0.5 or 50.0 * percent");
    static_assert(any_trend<Home>,
                  "shipment_cap: the second argument must be a trend, what is shipped to the home market per "
                  "time; wrap a callable with as_trend");
    static_assert(date_like<From> && date_like<Until>, "shipment_cap: the third and the fourth argument must be dates");
    return detail::wrong_arguments{};
}

}  // namespace headway

#include <headway/header_end.hpp>
