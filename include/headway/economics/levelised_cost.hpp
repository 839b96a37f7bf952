// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/economics/capital.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// What a site spends and makes over its life, in present values on one date, and the cost per unit that follows. `Unit`
/// is the dimension of what is made: wafers, chips, energy. Made by `levelised_account`.
template <class Unit, class Number>
class site_account {
  public:
    using money = quantity<dim::money, Number>;
    using output_type = quantity<Unit, Number>;

    constexpr site_account(const money& capital, const money& operating, const money& subsidy,
                           const output_type& output)
        : capital_(capital), operating_(operating), subsidy_(subsidy), output_(output) {}

    /// The levelised cost: present value of capital and operating cost, less the subsidy, per present value of good output.
    /// The constant price of a unit at which the site breaks even.
    [[nodiscard]] constexpr auto cost() const noexcept { return total() / output_; }

    /// The same site with a subsidy besides any it has, as a present value. A subsidy may exceed the cost.
    /// \throws std::domain_error for a subsidy that is not finite.
    template <class Subsidy>
    [[nodiscard]] constexpr auto with_subsidy(const quantity<dim::money, Subsidy>& present_value) const {
        detail::require_finite("with_subsidy", "subsidy in USD", present_value.base_value());
        using common = common_number_t<Number, Subsidy>;
        return site_account<Unit, common>(capital_, operating_, subsidy_ + present_value, output_);
    }

    [[nodiscard]] constexpr const money& capital() const noexcept { return capital_; }
    [[nodiscard]] constexpr const money& operating() const noexcept { return operating_; }
    [[nodiscard]] constexpr const money& subsidy() const noexcept { return subsidy_; }
    /// Capital and operating cost less the subsidy.
    [[nodiscard]] constexpr money total() const noexcept { return capital_ + operating_ - subsidy_; }
    [[nodiscard]] constexpr const output_type& output() const noexcept { return output_; }

  private:
    money capital_;
    money operating_;
    money subsidy_;
    output_type output_;
};

/// A site's account from three present values, all on the same date and at the same rate: capital
/// (`capital_present_value`), operating cost and good output (`present_value` of a flow over the life).
/// \throws std::domain_error for negative costs and an output that is not above zero.
template <class Capital, class Operating, class Unit, class Output>
[[nodiscard]] constexpr auto levelised_account(const quantity<dim::money, Capital>& capital,
                                               const quantity<dim::money, Operating>& operating,
                                               const quantity<Unit, Output>& good_output) {
    detail::require_not_negative("levelised_account", "present value of capital in USD", capital.base_value());
    detail::require_not_negative("levelised_account", "present value of operating cost in USD", operating.base_value());
    detail::require_above_zero("levelised_account", "present value of good output", good_output.base_value());
    using common = common_number_t<Capital, Operating, Output>;
    return site_account<Unit, common>(capital, operating, quantity<dim::money, common>(), good_output);
}

/// Levelised cost: PV(capital + operating) / PV(good output). \throws std::domain_error as `levelised_account`.
template <class Capital, class Operating, class Unit, class Output>
[[nodiscard]] constexpr auto levelised_cost(const quantity<dim::money, Capital>& capital,
                                            const quantity<dim::money, Operating>& operating,
                                            const quantity<Unit, Output>& good_output) {
    return levelised_account(capital, operating, good_output).cost();
}

/// The subsidy to the first site, as a present value, at which both sites' levelised costs are equal; negative when the
/// first is the cheaper one: it could be taxed so much.
template <class Unit, class A, class B>
[[nodiscard]] constexpr auto equalising_subsidy(const site_account<Unit, A>& dear,
                                                const site_account<Unit, B>& cheap) noexcept {
    return dear.total() - cheap.cost() * dear.output();
}

}  // namespace headway

#include <headway/header_end.hpp>
