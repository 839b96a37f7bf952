// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/chip/retirement.hpp>
#include <headway/trend/exponential.hpp>
#include <headway/trend/point.hpp>

#include <headway/header_begin.hpp>

namespace headway {

namespace detail {

[[noreturn]] inline void fleet_without_retirement_has_no_limit() {
    throw std::domain_error(
        "converges_to: a fleet from which nothing is retired grows without limit; give a hazard or a "
        "share retired above 0");
}

}  // namespace detail

/// A fleet counted once a year, after that year's purchases: each year a share of it is retired and then the same
/// number added, N_k = (1 - share) N_{k-1} + added, N_1 = added. Made by `yearly_fleet`.
template <class Dimension, class Number>
class yearly_fleet_count {
  public:
    constexpr yearly_fleet_count(const Number& added, const Number& share) : added_(added), share_(share) {
        detail::require_not_negative("yearly_fleet", "amount added per year", added);
        if (!all_of(share >= 0.0 && share <= 1.0)) {
            detail::value_breaks_a_rule("yearly_fleet", "share retired per year", "must be between 0 and 1",
                                        detail::offender(share, [](double s) { return !(s >= 0.0 && s <= 1.0); }));
        }
    }

    /// In the n-th year: added (1 - (1 - share)^n) / share; 0 for n = 0.
    /// \throws std::domain_error unless n is a whole number, not negative.
    template <number_like Years>
    [[nodiscard]] constexpr auto in_year(const Years& n) const {
        const auto years = to_number(n);
        using result = common_number_t<Number, as_number_t<Years>>;
        const auto breaks = [](double y) { return !(y >= 0.0 && y < 0x1p52 && y == floor(y)); };
        if (!all_of(years >= 0.0 && years < 0x1p52 && years == floor(years))) {
            detail::value_breaks_a_rule("in_year", "year", "must be a whole number, counted from 1",
                                        detail::offender(years, breaks));
        }
        // The sum of (1 - share)^k by its logarithm, which keeps its digits for a small share; at 0 and 1 it has none.
        const auto inside = share_ > 0.0 && share_ < 1.0;
        const result safe = select(inside, share_, Number(0.5));
        const result sum = -expm1(years * log1p(-safe)) / safe;
        const result edge = select(share_ > 0.0, min(result(years), result(1.0)), result(years));
        return quantity_or_number<Dimension>(added_ * select(inside, sum, edge));
    }
    /// What it comes near to: added / share. \throws std::domain_error when nothing is retired.
    [[nodiscard]] constexpr auto converges_to() const {
        if (!all_of(share_ > 0.0)) detail::fleet_without_retirement_has_no_limit();
        return quantity_or_number<Dimension>(added_ / share_);
    }

  private:
    Number added_;
    Number share_;
};

/// The same amount added each year, a share retired each year: 100 at 20 % are 100, 180, 244, ... and come near to 500.
/// \throws std::domain_error for a negative amount, and unless the share is between 0 and 1.
template <detail::amount Added, detail::amount Share>
[[nodiscard]] constexpr auto yearly_fleet(const Added& added_per_year, const Share& share_retired) {
    using number_type = common_number_t<detail::number_of<Added>, detail::number_of<Share>>;
    return yearly_fleet_count<detail::dimension_of<Added>, number_type>(
        detail::base_of(added_per_year), detail::base_of_dimension<dimensionless>(share_retired));
}

/// A fleet fed by an inflow that grows exponentially (or stands), retired at a hazard lambda: dN/dt = I(t) - lambda N
/// from its start on, so N(t) = N0 exp(-lambda u) + I(t) (1 - exp(-(g + lambda) u)) / (g + lambda), u the time since
/// the start. A trend, held at its start before it; made by `fleet_fed_by`.
template <class Dimension, class Number>
class fed_fleet_trend : public trend_base {
  public:
    using dimension = Dimension;
    using number_type = Number;

    constexpr fed_fleet_trend(const basic_date<Number>& start, const Number& at_start, const Number& inflow,
                              const Number& growth_rate, const Number& hazard)
        : start_(start), at_start_(at_start), inflow_(inflow), growth_(growth_rate), hazard_(hazard) {
        detail::require_real_date("fleet_fed_by", "start", start);
        detail::require_not_negative("fleet_fed_by", "fleet at the start", at_start);
        detail::require_not_negative("fleet_fed_by", "inflow per second", inflow);
    }

    template <date_like Date>
    [[nodiscard]] constexpr auto operator()(const Date& when) const {
        using result = common_number_t<Number, detail::date_number_t<Date>>;
        const result u =
            max(result(detail::to_date(when).seconds_since_1970() - start_.seconds_since_1970()), result(0.0));
        // The faster of growth and retirement taken out of the integral, so that what is left of it cannot overflow.
        const result fed = inflow_ * u * exp(max(growth_, Number(-hazard_)) * u) *
                           detail::mean_growth(result(-abs((growth_ + hazard_) * u)));
        return quantity_or_number<Dimension>(at_start_ * exp(-(hazard_ * u)) + fed);
    }
    /// What it comes near to under an inflow that stands: inflow / hazard; under one that grows, endless; falls, zero.
    /// \throws std::domain_error when nothing is retired.
    [[nodiscard]] constexpr auto converges_to() const {
        if (!all_of(hazard_ > 0.0)) detail::fleet_without_retirement_has_no_limit();
        const Number limit = inflow_ / hazard_;
        const auto grows = growth_ > 0.0 && inflow_ > 0.0;
        const Number endless(no_limit);
        return quantity_or_number<Dimension>(select(grows, endless, select(growth_ < 0.0, Number(0.0), limit)));
    }

  private:
    basic_date<Number> start_;
    Number at_start_;
    Number inflow_;
    Number growth_;
    Number hazard_;
};

/// The fleet that a steady inflow, in chips (or FLOP/s) per time, builds up from `at_start` on a date.
/// \throws std::domain_error for negative amounts or a date that is not in the calendar.
template <date_like Start, detail::amount AtStart, class FlowDimension, class Flow, class Hazard>
[[nodiscard]] constexpr auto fleet_fed_by(const quantity<FlowDimension, Flow>& inflow,
                                          const hazard_retirement<Hazard>& retired, const Start& start,
                                          const AtStart& at_start) {
    using dimension = multiplied<FlowDimension, dim::time>;
    using number_type =
        typename detail::common_number_of<detail::date_number_t<Start>, detail::number_of<AtStart>, Flow, Hazard>::type;
    return fed_fleet_trend<dimension, number_type>(detail::to_date(start),
                                                   detail::base_of_dimension<dimension>(at_start), inflow.base_value(),
                                                   number_type(0.0), retired.hazard().base_value());
}
/// The fleet that an exponential inflow builds up.
template <date_like Start, detail::amount AtStart, class FlowDimension, class Flow, class Hazard>
[[nodiscard]] constexpr auto fleet_fed_by(const exponential_trend<FlowDimension, Flow>& inflow,
                                          const hazard_retirement<Hazard>& retired, const Start& start,
                                          const AtStart& at_start) {
    using dimension = multiplied<FlowDimension, dim::time>;
    using number_type =
        typename detail::common_number_of<detail::date_number_t<Start>, detail::number_of<AtStart>, Flow, Hazard>::type;
    const auto from = detail::to_date(start);
    detail::require_real_date("fleet_fed_by", "start", from);
    return fed_fleet_trend<dimension, number_type>(from, detail::base_of_dimension<dimension>(at_start),
                                                   detail::base_of(inflow(from)), inflow.growth().rate_per_second(),
                                                   retired.hazard().base_value());
}

}  // namespace headway

#include <headway/header_end.hpp>
