// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/quantity/units.hpp>
#include <headway/trend/algebra.hpp>

#include <headway/header_begin.hpp>

namespace headway {

namespace detail {

[[noreturn, gnu::cold]] inline void elasticity_must_not_be_negative(const char* function, const char* what,
                                                                    double got) {
    throw std::domain_error(std::string(function) + ": elasticity of " + what + " must be finite and >= 0, got " +
                            number_text(got) +
                            "; give its size: demand that falls by 0.8 % where the price rises by 1 % has 0.8");
}
[[noreturn, gnu::cold]] inline void nothing_clears_the_market(const char* function) {
    throw std::domain_error(std::string(function) +
                            ": one of the two elasticities must be > 0, got 0 for both: no price "
                            "brings demand down to supply");
}

template <class Number>
constexpr void require_elasticity(const char* function, const char* what, const Number& x) {
    if (all_of(x >= 0.0 && x < no_limit)) return;
    elasticity_must_not_be_negative(function, what, offender(x, [](double e) { return !(e >= 0.0 && e < no_limit); }));
}

/// The sum of the two, by which the price answers to a shortage.
template <class OfDemand, class OfSupply>
[[nodiscard]] constexpr auto joint_elasticity(const char* function, const OfDemand& of_demand,
                                              const OfSupply& of_supply) {
    const auto demand = to_number(of_demand);
    const auto supply = to_number(of_supply);
    require_elasticity(function, "demand", demand);
    require_elasticity(function, "supply", supply);
    const auto sum = demand + supply;
    if (!all_of(sum > 0.0)) nothing_clears_the_market(function);
    return sum;
}

template <class Ratio, class Elasticity>
[[nodiscard]] constexpr auto clearing_multiple(const Ratio& demand_over_supply, const Elasticity& elasticity) {
    using result = common_number_t<Ratio, Elasticity>;
    return result(exp(log(max(result(demand_over_supply), result(1.0))) / result(elasticity)));
}

}  // namespace detail

/// How many times the price of plenty clears the market of what is short: max(1, D / S)^(1 / (e + f)). D is what would be
/// bought and S what would be made at the price of plenty; the price p times that lets p^(-e) D be bought and p^f S be made,
/// which are equal at this p. Where there is enough it is 1: the price of plenty, the cost of making more, is the least.
/// \param elasticity_of_demand e, the size of it, without its sign. \param elasticity_of_supply f: 0, unless said otherwise,
/// where no more can be made in time.
/// \throws std::domain_error for a negative ratio, negative elasticities and two that are zero.
/// Source: peak-load pricing, Boiteux 1960, of demand and supply with constant elasticities.
template <detail::amount Ratio, number_like OfDemand, number_like OfSupply = double>
[[nodiscard]] constexpr auto scarcity_multiple(const Ratio& demand_over_supply, const OfDemand& elasticity_of_demand,
                                               const OfSupply& elasticity_of_supply = 0.0) {
    const auto ratio = detail::base_of_dimension<dimensionless>(demand_over_supply);
    detail::require_not_negative("scarcity_multiple", "demand over supply", ratio);
    return detail::clearing_multiple(
        ratio, detail::joint_elasticity("scarcity_multiple", elasticity_of_demand, elasticity_of_supply));
}
/// The shortage that a multiple of the price of plenty tells of, D / S = m^(e + f): the inverse of `scarcity_multiple`.
/// \throws std::domain_error for a multiple below 1, which tells nothing but that there is enough, and elasticities as there.
template <detail::amount Multiple, number_like OfDemand, number_like OfSupply = double>
[[nodiscard]] constexpr auto implied_shortage(const Multiple& price_multiple, const OfDemand& elasticity_of_demand,
                                              const OfSupply& elasticity_of_supply = 0.0) {
    const auto multiple = detail::base_of_dimension<dimensionless>(price_multiple);
    if (!all_of(multiple >= 1.0 && multiple < no_limit)) {
        detail::value_breaks_a_rule("implied_shortage", "multiple of the price of plenty",
                                    "must be finite and >= 1, as nothing is short below it",
                                    detail::offender(multiple, [](double m) { return !(m >= 1.0 && m < no_limit); }));
    }
    return exp(log(multiple) *
               detail::joint_elasticity("implied_shortage", elasticity_of_demand, elasticity_of_supply));
}

/// By how much a shortage multiplies a price over time, from demand and supply as trends; made by `scarcity`.
template <class Demand, class Supply, class Number>
class scarcity_trend : public trend_base {
  public:
    using number_type = common_number_t<trend_number_t<Demand>, trend_number_t<Supply>, Number>;

    constexpr scarcity_trend(const Demand& demand, const Supply& supply, const Number& elasticity)
        : demand_(demand), supply_(supply), elasticity_(elasticity) {}

    /// \throws std::domain_error on a date on which supply is not above zero or demand is negative.
    template <date_like Date>
    [[nodiscard]] constexpr auto operator()(const Date& when) const {
        const auto demand = detail::base_of(demand_(when));
        const auto supply = detail::base_of(supply_(when));
        detail::require_not_negative("scarcity", "demand", demand);
        detail::require_above_zero("scarcity", "supply", supply);
        return detail::clearing_multiple(demand / supply, elasticity_);
    }
    template <class Visitor>
    constexpr void visit_breakpoints(const Visitor& visitor) const {
        detail::visit_breakpoints(demand_, visitor);
        detail::visit_breakpoints(supply_, visitor);
    }
    [[nodiscard]] constexpr const Demand& demand() const noexcept { return demand_; }
    [[nodiscard]] constexpr const Supply& supply() const noexcept { return supply_; }

  private:
    Demand demand_;
    Supply supply_;
    Number elasticity_;
};

/// A shortage as a factor on a price, max(1, D(t) / S(t))^(1 / (e + f)); see `scarcity_multiple`. Demand and supply are
/// trends, or a trend and an amount, of one dimension, at the price of plenty. While a successor is short the older chip is
/// what can be had, and its price rises again: `price_life(launch, price).with_successor(next, parity) * scarcity(wanted,
/// shipped, 0.8)`. Only D / S counts: equal factors on both cancel, and only the elasticities' sum.
/// \throws std::domain_error for negative elasticities and two that are zero.
template <class Demand, class Supply, number_like OfDemand, number_like OfSupply = double>
    requires detail::trend_operands<Demand, Supply>
[[nodiscard]] constexpr auto scarcity(const Demand& demand, const Supply& supply, const OfDemand& elasticity_of_demand,
                                      const OfSupply& elasticity_of_supply = 0.0) {
    const auto wanted = detail::operand(demand);
    const auto made = detail::operand(supply);
    detail::require_one_dimension<decltype(wanted), decltype(made)>();
    const auto elasticity = detail::joint_elasticity("scarcity", elasticity_of_demand, elasticity_of_supply);
    return scarcity_trend<std::remove_const_t<decltype(wanted)>, std::remove_const_t<decltype(made)>,
                          std::remove_const_t<decltype(elasticity)>>(wanted, made, elasticity);
}

/// Chosen only for arguments of the wrong kind, to say so in words.
template <class Demand, class Supply, class... Elasticities>
constexpr auto scarcity(const Demand&, const Supply&, const Elasticities&...) {
    static_assert(detail::trend_operands<Demand, Supply>,
                  "scarcity: demand and supply must be trends, or one of them a trend and the other an amount; of two "
                  "amounts ask scarcity_multiple");
    static_assert(sizeof...(Elasticities) > 0 && (number_like<Elasticities> && ...),
                  "scarcity: after demand and supply comes the elasticity of demand, a plain number such as 0.8, and "
                  "perhaps that of supply");
    return detail::wrong_arguments{};
}

}  // namespace headway

#include <headway/header_end.hpp>
