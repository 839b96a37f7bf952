// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/chip/chip_generation.hpp>
#include <headway/figures/published_costs.hpp>
#include <headway/figures/schmidt.hpp>
#include <headway/quantity/units.hpp>
#include <headway/trend/point.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// How fast a chip loses value by default: as fast as hardware gives more for the money (figures::published, the rate
/// at which Cottier et al. amortise clusters, 0.14 orders of magnitude a year).
inline constexpr growth chip_value_decline =
    pow(grows_by_ooms(figures::published::hardware_price_performance_ooms.value, units::year), -1.0);

namespace detail {

[[noreturn]] inline void chip_value_must_not_rise(double rate) {
    throw std::domain_error("price_life: the decline must not rise, got a yearly rate of " +
                            number_text(rate * 31556952.0, 6) + "; make it with falls_by_percent, halves_every, ...");
}

}  // namespace detail

/// The price of a chip over the life of its generation: a premium at launch that fades, a steady decline, from the
/// successor's launch at most what gives the same performance for the money, and once demand moves on a fall to almost
/// nothing. With u the time since launch and v that since demand moved on,
/// b(u) = min(P exp(-mu u) (1 + premium 2^(-u / h)), parity from the successor's launch on),
/// p = e + (b - e) 2^(-v / h'), e = min(end share P, b). It never rises. Before the launch it is that of the launch, to
/// which a successor and an end of demand before the launch contribute what they have done by then.
/// What rises again, as the price did while successors were short, is this times a `scarcity` or a `scarcity_episode`.
/// A trend, made by `price_life`; each `with_...` gives the same life with one more of these.
template <class Number>
class price_life_trend : public trend_base {
    using price_type = quantity<detail::money_per_chip, Number>;

  public:
    using number_type = Number;

    constexpr price_life_trend(const basic_date<Number>& launch, const price_type& price,
                               const basic_growth<Number>& decline)
        : launch_(launch), price_(price), rate_(-decline.rate_per_second()) {
        detail::require_real_date("price_life", "launch", launch);
        detail::require_above_zero("price_life", "price in USD per chip", price.base_value());
        if (!all_of(rate_ >= 0.0 && rate_ - rate_ == 0.0)) {
            detail::chip_value_must_not_rise(
                -detail::offender(rate_, [](double r) { return !(r >= 0.0 && r - r == 0.0); }));
        }
    }
    template <class Other>
        requires(!std::same_as<Other, Number> && std::convertible_to<Other, Number>)
    constexpr price_life_trend(const price_life_trend<Other>& other)  // NOLINT: implicit, as for numbers
        : launch_(other.launch_), price_(other.price_), rate_(other.rate_), premium_(other.premium_),
          premium_rate_(other.premium_rate_), superseded_(other.superseded_), parity_(other.parity_),
          moves_on_(other.moves_on_), bust_rate_(other.bust_rate_), end_share_(other.end_share_) {}

    /// With scarcity at launch: the price starts at 1 + premium times the list price, and the premium halves every
    /// `halving`. \throws std::domain_error for a negative premium or a halving not above zero.
    template <detail::amount Premium, time_like Halving>
    [[nodiscard]] constexpr auto with_premium(const Premium& premium, const Halving& halving) const {
        const auto share = detail::base_of_dimension<dimensionless>(premium);
        detail::require_not_negative("with_premium", "premium (a share of the list price)", share);
        const auto rate = -halves_every(halving).rate_per_second();
        using result = typename detail::common_number_of<Number, std::remove_const_t<decltype(share)>,
                                                         std::remove_const_t<decltype(rate)>>::type;
        price_life_trend<result> life = *this;
        life.premium_ = share;
        life.premium_rate_ = rate;
        return life;
    }
    /// With a successor: from its launch on nobody pays more than `parity`, see `price_at_parity`.
    /// \throws std::domain_error unless the date is in the calendar and parity above zero.
    template <date_like Date, class Parity>
    [[nodiscard]] constexpr auto with_successor(const Date& launch,
                                                const quantity<detail::money_per_chip, Parity>& parity) const {
        using result = typename detail::common_number_of<Number, detail::date_number_t<Date>, Parity>::type;
        const basic_date<result> from = detail::to_date(launch);
        detail::require_real_date("with_successor", "launch of the successor", from);
        detail::require_above_zero("with_successor", "price at parity in USD per chip", parity.base_value());
        price_life_trend<result> life = *this;
        life.superseded_ = from;
        life.parity_ = parity;
        return life;
    }
    /// With an end of the boom: demand moves on at a date (never is allowed), and what the price has above its end
    /// halves every `halving`. \throws std::domain_error unless the halving is above zero.
    template <date_like Date, time_like Halving>
    [[nodiscard]] constexpr auto with_demand_moving_on(const Date& when, const Halving& halving) const {
        const auto rate = -halves_every(halving).rate_per_second();
        using result = typename detail::common_number_of<Number, detail::date_number_t<Date>,
                                                         std::remove_const_t<decltype(rate)>>::type;
        price_life_trend<result> life = *this;
        life.moves_on_ = detail::to_date(when);
        life.bust_rate_ = rate;
        return life;
    }
    /// With another price at the end of the cycle than the articles' "almost 0", as a share of the list price.
    /// \throws std::domain_error unless it is between 0 and 1.
    template <detail::amount Share>
    [[nodiscard]] constexpr auto with_end_price(const Share& share_of_list_price) const {
        const auto share = detail::base_of_dimension<dimensionless>(share_of_list_price);
        detail::require_share("with_end_price", "share of the list price", share);
        price_life_trend<common_number_t<Number, std::remove_const_t<decltype(share)>>> life = *this;
        life.end_share_ = share;
        return life;
    }

    /// The price of a chip on a date.
    template <date_like Date>
    [[nodiscard]] constexpr auto operator()(const Date& when) const {
        using result = common_number_t<Number, detail::date_number_t<Date>>;
        // What happens before the launch has happened by then: the price at launch holds before it.
        const result launch = launch_.seconds_since_1970();
        const result t = max(result(detail::to_date(when).seconds_since_1970()), launch);
        const result age = t - launch;
        const result list = price_.base_value();
        result busy = list * exp(-(rate_ * age)) * (1.0 + premium_ * exp(-(premium_rate_ * age)));
        const auto superseded = t >= result(superseded_.seconds_since_1970());
        busy = select(superseded, min(busy, result(parity_.base_value())), busy);
        const result end = min(result(end_share_ * list), busy);
        const result idle = max(result(t - moves_on_.seconds_since_1970()), result(0.0));
        return quantity<detail::money_per_chip, result>::from_base_value(end +
                                                                         (busy - end) * exp(-(bust_rate_ * idle)));
    }
    /// The price on a date, such as the successor's launch, as a share of the list price.
    template <date_like Date>
    [[nodiscard]] constexpr auto residual_share(const Date& when) const {
        return (*this)(when) / price_;
    }

    [[nodiscard]] constexpr const basic_date<Number>& launch() const noexcept { return launch_; }
    [[nodiscard]] constexpr const price_type& list_price() const noexcept { return price_; }

    template <class Visitor>
    constexpr void visit_breakpoints(const Visitor& visitor) const {
        visitor(launch_);
        visitor(superseded_);
        visitor(moves_on_);
    }

  private:
    template <class Other>
    friend class price_life_trend;

    basic_date<Number> launch_;
    price_type price_;
    Number rate_;
    Number premium_{0.0};
    Number premium_rate_{0.0};
    basic_date<Number> superseded_ = basic_date<Number>::never();
    price_type parity_ = price_type::from_base_value(Number(no_limit));
    basic_date<Number> moves_on_ = basic_date<Number>::never();
    Number bust_rate_{0.0};
    Number end_share_{figures::schmidt::end_of_cycle_price.value};
};

/// The price of a chip from its launch on, at a list price that declines: by default as fast as hardware gives more for
/// the money. Add what else happens: `price_life(launch, 30'000.0 * usd / chip).with_premium(0.5, 6.0 * month)
/// .with_successor(next, parity).with_demand_moving_on(next + year, 3.0 * month)`.
/// \throws std::domain_error unless the price is above zero, the launch in the calendar and the growth does not rise.
template <date_like Launch, class Price, class Rate = double>
[[nodiscard]] constexpr auto price_life(const Launch& launch, const quantity<detail::money_per_chip, Price>& list_price,
                                        const basic_growth<Rate>& decline = chip_value_decline) {
    using number_type = typename detail::common_number_of<detail::date_number_t<Launch>, Price, Rate>::type;
    return price_life_trend<number_type>(detail::to_date(launch), list_price, decline);
}
/// Of a generation that states its price. \throws std::domain_error, naming the generation, when it does not.
template <class Number, class Name, class Rate = double>
[[nodiscard]] constexpr auto price_life(const basic_generation<Number, Name>& chip_generation,
                                        const basic_growth<Rate>& decline = chip_value_decline) {
    detail::require_stated("price_life", chip_generation.name, "price", chip_generation.price);
    return price_life(chip_generation.launch, chip_generation.price, decline);
}

/// Chosen only for arguments of the wrong kind, to say so in words.
template <class Launch, class Price, class Decline = growth>
constexpr auto price_life(const Launch&, const Price&, const Decline& = {}) {
    constexpr bool price_is_per_chip = requires {
        requires std::same_as<typename Price::dimension, detail::money_per_chip>;
    };
    static_assert(date_like<Launch>, "price_life: the first argument must be the launch, a date, or a generation");
    static_assert(price_is_per_chip,
                  "price_life: the second argument must be money per chip, such as 30'000.0 * usd / chip");
    static_assert(is_growth<Decline>, "price_life: the third argument must be a growth that does not rise, such as "
                                      "falls_by_percent(20.0, year)");
    return detail::wrong_arguments{};
}

/// What an older chip is worth beside a newer one, at which both give the same performance for the money: the newer
/// one's price times own performance over newer performance.
/// \throws std::domain_error for a negative price or performance, or a newer chip without any.
template <class Price, class Own, class Newer>
[[nodiscard]] constexpr auto price_at_parity(const quantity<detail::money_per_chip, Price>& newer_price,
                                             const quantity<detail::performance_per_chip, Own>& own_performance,
                                             const quantity<detail::performance_per_chip, Newer>& newer_performance) {
    detail::require_not_negative("price_at_parity", "price of the newer chip in USD", newer_price.base_value());
    detail::require_not_negative("price_at_parity", "own performance in FLOP/s per chip", own_performance.base_value());
    detail::require_above_zero("price_at_parity", "newer performance in FLOP/s per chip",
                               newer_performance.base_value());
    return newer_price * (own_performance / newer_performance);
}

}  // namespace headway

#include <headway/header_end.hpp>
