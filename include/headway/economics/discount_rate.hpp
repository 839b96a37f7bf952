// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/quantity/units.hpp>
#include <headway/trend/amount.hpp>

#include <headway/header_begin.hpp>

namespace headway {

namespace detail {

inline constexpr double seconds_per_year = 31556952.0;

/// ln(1 + r), with r checked to leave something of what is discounted.
template <class Rate>
[[nodiscard]] constexpr auto log_of_annual_rate(const char* function, const Rate& rate) {
    const auto r = base_of_dimension<dimensionless>(rate);
    const auto breaks = [](double x) { return !(x > -1.0 && x < no_limit); };
    if (!all_of(r > -1.0 && r < no_limit)) {
        value_breaks_a_rule(function, "effective annual rate", "must be finite and above -1 (-100 %)",
                            offender(r, breaks));
    }
    return log1p(r);
}

}  // namespace detail

/// What money is worth more a year later, with the convention by which that was stated: made by `effective_annual`,
/// `nominal_annual` or `continuous_annual`, or `undiscounted`. Money a span t from now is worth exp(-delta t) as much today,
/// delta = `log_per_year()`, t in years of 365.2425 days. Whatever discounts takes one, whichever maker it came from.
template <class Number>
class discount_rate {
  public:
    using number_type = Number;

    /// From the logarithm of what one unit of money becomes in a year, which must be finite; prefer a maker.
    [[nodiscard]] static constexpr discount_rate from_log_per_year(const Number& log) noexcept {
        return discount_rate(log);
    }

    /// From another number type, where that conversion is implicit (`double` to `dual` or `batch`).
    template <class Other>
        requires(!std::same_as<Other, Number> && std::convertible_to<Other, Number>)
    constexpr discount_rate(const discount_rate<Other>& other) noexcept : log_(other.log_per_year()) {}

    /// The force of interest delta = ln(1 + r), per year.
    [[nodiscard]] constexpr const Number& log_per_year() const noexcept { return log_; }
    /// The effective annual rate r = exp(delta) - 1, the same rate whatever convention it was stated by.
    [[nodiscard]] constexpr Number effective_annual() const noexcept { return expm1(log_); }

  private:
    constexpr explicit discount_rate(const Number& log) noexcept : log_(log) {}

    Number log_;
};

template <class T>
inline constexpr bool is_discount_rate = false;
template <class Number>
inline constexpr bool is_discount_rate<discount_rate<Number>> = true;

/// The same amount at whatever date: a rate of zero, for sums and for `payback` that do not discount.
inline constexpr discount_rate<double> undiscounted = discount_rate<double>::from_log_per_year(0.0);

/// An effective annual rate r: one unit of money is 1 + r a year later, whatever happens within the year.
/// \param rate a number or a percentage, `0.08` or `8.0 * percent`; any number type. \throws std::domain_error unless it is
/// finite and above -100 %.
template <detail::amount Rate>
[[nodiscard]] constexpr auto effective_annual(const Rate& rate) {
    return discount_rate<detail::number_of<Rate>>::from_log_per_year(
        detail::log_of_annual_rate("effective_annual", rate));
}

/// A rate per year that is compounded continuously: one unit of money is exp(rate) a year later.
/// \throws std::domain_error unless it is finite.
template <detail::amount Rate>
[[nodiscard]] constexpr auto continuous_annual(const Rate& rate) {
    const auto force = detail::base_of_dimension<dimensionless>(rate);
    detail::require_finite("continuous_annual", "rate per year", force);
    return discount_rate<detail::number_of<Rate>>::from_log_per_year(force);
}

/// A nominal rate per year of which a part is added each period, as banks quote it: one unit of money is
/// (1 + rate * period)^(1 year / period) a year later. `nominal_annual(6.0 * percent, month)` is effectively 6.168 %.
/// \throws std::domain_error unless the period is above zero and finite and what is added in one finite and above -100 %.
template <detail::amount Rate, time_like Period>
[[nodiscard]] constexpr auto nominal_annual(const Rate& rate, const Period& compounded_every) {
    using result = common_number_t<detail::number_of<Rate>, time_number_t<Period>>;
    const result years = as_time(compounded_every).base_value() / detail::seconds_per_year;
    detail::require_above_zero("nominal_annual", "period in years", years);
    const result added = detail::base_of_dimension<dimensionless>(rate) * years;
    if (!all_between(-1.0, added, no_limit)) {
        detail::value_breaks_a_rule("nominal_annual", "rate per period", "must be finite and above -1 (-100 %)",
                                    detail::offender(added, [](double x) { return !(x > -1.0 && x < no_limit); }));
    }
    return discount_rate<result>::from_log_per_year(log1p(added) / years);
}

namespace detail {

template <class Number>
struct amount_traits<discount_rate<Number>> {
    using dimension = dimensionless;
    using number_type = Number;
};

template <class Number>
[[nodiscard]] constexpr Number log_of_annual_rate(const char* function, const discount_rate<Number>& rate) {
    require_finite(function, "logarithm of the rate per year", rate.log_per_year());
    return rate.log_per_year();
}

}  // namespace detail

}  // namespace headway

#include <headway/header_end.hpp>
