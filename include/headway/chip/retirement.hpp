// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/quantity/units.hpp>
#include <headway/trend/cumulative.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// \defgroup retirement How long chips stay in service
/// A survival curve has two members: `surviving(age)`, the share of chips of an age that still work, and `served(age)`,
/// its integral from 0, the time that a chip has served by that age on average. Ages are time quantities from 0 on.
/// @{

/// Retired at a constant hazard: S(age) = exp(-hazard age). Made by `retires_at_hazard` and `retires_share_per_year`.
template <class Number>
class hazard_retirement {
  public:
    using number_type = Number;

    /// \throws std::domain_error unless the hazard is finite and not negative.
    constexpr explicit hazard_retirement(const quantity<dim::frequency, Number>& hazard) : hazard_(hazard) {
        detail::require_not_negative("retires_at_hazard", "hazard per second", hazard.base_value());
    }

    template <class Age>
    [[nodiscard]] constexpr auto surviving(const quantity<dim::time, Age>& age) const {
        return exp(-(hazard_ * age));
    }
    template <class Age>
    [[nodiscard]] constexpr auto served(const quantity<dim::time, Age>& age) const {
        return age * detail::mean_growth(common_number_t<Number, Age>(-(hazard_ * age)));
    }
    /// The share retired per time.
    [[nodiscard]] constexpr const quantity<dim::frequency, Number>& hazard() const noexcept { return hazard_; }

  private:
    quantity<dim::frequency, Number> hazard_;
};

/// A hazard, the rate at which those in service are retired: `retires_at_hazard(0.2 / year)` leaves exp(-0.2) after a
/// year.
/// \throws std::domain_error unless it is finite and not negative.
template <class Number>
[[nodiscard]] constexpr auto retires_at_hazard(const quantity<dim::frequency, Number>& hazard) {
    return hazard_retirement<Number>(hazard);
}
/// A share of those in service retired each year, compounding: `retires_share_per_year(0.2)` leaves 0.8 after a year;
/// the hazard is -ln(1 - share) per year. \throws std::domain_error unless the share is at least 0 and below 1.
template <detail::amount Share>
[[nodiscard]] constexpr auto retires_share_per_year(const Share& share) {
    const auto s = detail::base_of_dimension<dimensionless>(share);
    if (!all_of(s >= 0.0 && s < 1.0)) {
        detail::value_breaks_a_rule("retires_share_per_year", "share", "must be at least 0 and below 1",
                                    detail::offender(s, [](double x) { return !(x >= 0.0 && x < 1.0); }));
    }
    return retires_at_hazard(-log1p(-s) / units::year);
}

/// All retired at one age: S = 1 before it, 0 from it on. Made by `retires_after`. Ages are differences of dates, which are
/// no finer than a quarter of a microsecond: from a microsecond before its age on a chip counts as of that age, so that it
/// is gone on the date of its purchase plus its lifetime.
template <class Number>
class fixed_lifetime {
  public:
    using number_type = Number;

    /// \throws std::domain_error unless the lifetime is above zero and finite.
    constexpr explicit fixed_lifetime(const quantity<dim::time, Number>& lifetime) : lifetime_(lifetime) {
        detail::require_above_zero("retires_after", "lifetime in seconds", lifetime.base_value());
    }

    template <class Age>
    [[nodiscard]] constexpr auto surviving(const quantity<dim::time, Age>& age) const {
        using result = common_number_t<Number, Age>;
        const result lifetime = lifetime_.base_value();
        const result rounding = min(result(1e-6), 0x1p-10 * lifetime);
        return select(result(age.base_value()) < lifetime - rounding, result(1.0), result(0.0));
    }
    template <class Age>
    [[nodiscard]] constexpr auto served(const quantity<dim::time, Age>& age) const {
        return min(age, lifetime_);
    }

  private:
    quantity<dim::time, Number> lifetime_;
};

/// All retired at this age. \throws std::domain_error unless it is above zero and finite.
template <time_like Lifetime>
[[nodiscard]] constexpr auto retires_after(const Lifetime& lifetime) {
    return fixed_lifetime<time_number_t<Lifetime>>(as_time(lifetime));
}

/// Retired around an age, along a logistic: S(age) = (1 + c) / (1 + c exp(age / spread)) with c such that half of the
/// chips are left at the median lifetime. Made by `retires_around`.
template <class Number>
class logistic_lifetime {
  public:
    using number_type = Number;

    /// \throws std::domain_error unless both are finite and 0 < spread < median / ln 2; above that more than half of
    /// the chips would have to be gone at the start.
    constexpr logistic_lifetime(const quantity<dim::time, Number>& median, const quantity<dim::time, Number>& spread)
        : spread_(spread) {
        detail::require_above_zero("retires_around", "median lifetime in seconds", median.base_value());
        detail::require_above_zero("retires_around", "spread in seconds", spread.base_value());
        const Number ratio = median / spread;
        if (!all_of(ratio > detail::ln2)) {
            detail::value_breaks_a_rule("retires_around", "median lifetime over spread", "must be above ln 2",
                                        detail::offender(ratio, [](double r) { return !(r > detail::ln2); }));
        }
        // -ln c, without the overflow of exp(ratio) for a spread that is small beside the median.
        centre_ = ratio + log1p(-2.0 * exp(-ratio));
        scale_ = 1.0 + exp(-centre_);
    }

    template <class Age>
    [[nodiscard]] constexpr auto surviving(const quantity<dim::time, Age>& age) const {
        return scale_ * detail::logistic_share(common_number_t<Number, Age>(centre_ - age / spread_));
    }
    template <class Age>
    [[nodiscard]] constexpr auto served(const quantity<dim::time, Age>& age) const {
        using result = common_number_t<Number, Age>;
        const result spans = age / spread_;
        return spread_ * (scale_ * detail::logistic_integral(result(centre_ - spans), spans));
    }

  private:
    quantity<dim::time, Number> spread_;
    Number centre_{};
    Number scale_{};
};

/// Half retired at the median lifetime, the others within a few spreads of it on either side:
/// `retires_around(5.0 * year, 0.5 * year)`. \throws std::domain_error unless 0 < spread < median / ln 2.
template <time_like Median, time_like Spread>
[[nodiscard]] constexpr auto retires_around(const Median& median, const Spread& spread) {
    using number_type = common_number_t<time_number_t<Median>, time_number_t<Spread>>;
    return logistic_lifetime<number_type>(as_time(median), as_time(spread));
}

/// A survival curve of one's own; made by `survives_as`. Its integral is found by quadrature, as in `cumulative`.
template <class Curve>
class custom_retirement {
  public:
    using number_type = double;

    constexpr explicit custom_retirement(Curve curve) : curve_(curve) {}

    template <class Age>
    [[nodiscard]] constexpr auto surviving(const quantity<dim::time, Age>& age) const {
        return curve_(age);
    }
    template <class Age>
    [[nodiscard]] constexpr auto served(const quantity<dim::time, Age>& age) const {
        using result = common_number_t<Age, std::remove_cvref_t<decltype(curve_(age))>>;
        const auto at = [&](const result& seconds) {
            return result(curve_(quantity<dim::time, result>::from_base_value(seconds)));
        };
        const result end = age.base_value();
        detail::quadrature<result, decltype(at)> over(at, result(0.0), end);
        return quantity<dim::time, result>::from_base_value(over(result(0.0), end));
    }

  private:
    [[no_unique_address]] Curve curve_;
};

/// Any survival curve, a function of the age that returns the share still in service, 1 at age 0 and never rising; with
/// `const auto&` as its parameter it runs on blocks of draws and derivatives as well. Neither is checked.
template <class Curve>
[[nodiscard]] constexpr auto survives_as(Curve curve) {
    constexpr bool is_function_of_the_age = requires(const quantity<dim::time>& age) {
        { curve(age) } -> number_like;
    };
    static_assert(is_function_of_the_age, "survives_as: the curve must take an age, a span of time, and return a plain "
                                          "number: [](const auto& age) { return ...; }");
    return custom_retirement<Curve>(curve);
}

/// What tells how long chips stay in service.
template <class T>
concept survival_curve = requires(const std::remove_cvref_t<T>& curve, const quantity<dim::time>& age) {
    { curve.surviving(age) } -> number_like;
    curve.served(age);
    typename std::remove_cvref_t<T>::number_type;
};
/// @}

}  // namespace headway

#include <headway/header_end.hpp>
