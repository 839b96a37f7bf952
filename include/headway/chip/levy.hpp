// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/trend/amount.hpp>

#include <headway/header_begin.hpp>

namespace headway {

namespace detail {

/// Of what all of a revenue would go to nobody is left to sell.
template <class Number>
constexpr void require_share_below_1(const char* function, const char* what, const Number& x) {
    if (all_of(x >= 0.0 && x < 1.0)) return;
    value_breaks_a_rule(function, what, "must be a share of at least 0 and below 1",
                        offender(x, [](double v) { return !(v >= 0.0 && v < 1.0); }));
}
template <class Price>
constexpr auto price_base(const char* function, const Price& price) {
    const auto base = base_of(price);
    require_not_negative(function, "price", base);
    return base;
}

}  // namespace detail

/// What a state takes of a sale: a duty on top of the price, a share of the seller's revenue, or both; made by
/// `duty_on_price` and `share_of_revenue`, joined by `+`.
///
/// Of a list price p, what the seller asks without a levy, the buyer pays B and the seller keeps S = B (1 - r) / (1 + d). By
/// law the duty d falls on the buyer, who pays p (1 + d), and the share r of revenue on the seller, who keeps p (1 - r). Who
/// bears it in the end is a question of the market: of what would keep the seller whole, B = p (1 + d) / (1 - r), a part
/// `passed_on` reaches the buyer (pass-through), B = p (1 + passed_on ((1 + d) / (1 - r) - 1)).
template <class Number>
class levy {
  public:
    using number_type = Number;

    constexpr levy() noexcept = default;
    /// \throws std::domain_error for a duty that is negative or not finite and a share of revenue below 0, 1 or above.
    constexpr levy(const Number& duty, const Number& share_of_revenue) : duty_(duty), share_(share_of_revenue) {
        detail::require_not_negative("duty_on_price", "duty as a share of the price", duty);
        detail::require_share_below_1("share_of_revenue", "share of revenue that the state takes", share_of_revenue);
    }
    template <class Other>
        requires(!std::same_as<Other, Number> && std::convertible_to<Other, Number>)
    constexpr levy(const levy<Other>& other)  // NOLINT: implicit, as for numbers
        : duty_(other.duty()), share_(other.share_of_revenue()) {}

    [[nodiscard]] constexpr const Number& duty() const noexcept { return duty_; }
    [[nodiscard]] constexpr const Number& share_of_revenue() const noexcept { return share_; }

    /// What the buyer pays by law, duty included: p (1 + d). \throws std::domain_error for a negative price.
    template <detail::amount Price>
    [[nodiscard]] constexpr auto price_to_buyer(const Price& list_price) const {
        return as_price<Price>(detail::price_base("price_to_buyer", list_price) * (1.0 + duty_));
    }
    /// With a part of the levies passed on, whoever owes them. \throws std::domain_error for a part outside 0 to 1, too.
    template <detail::amount Price, detail::amount Part>
    [[nodiscard]] constexpr auto price_to_buyer(const Price& list_price, const Part& passed_on) const {
        const auto part = detail::base_of_dimension<dimensionless>(passed_on);
        detail::require_share("price_to_buyer", "part that is passed on", part);
        const auto whole = (1.0 + duty_) / (1.0 - share_);
        return as_price<Price>(detail::price_base("price_to_buyer", list_price) * (1.0 + part * (whole - 1.0)));
    }

    /// What the seller keeps by law: p (1 - r). \throws std::domain_error for a negative price.
    template <detail::amount Price>
    [[nodiscard]] constexpr auto proceeds_of_seller(const Price& list_price) const {
        return as_price<Price>(detail::price_base("proceeds_of_seller", list_price) * (1.0 - share_));
    }
    template <detail::amount Price, detail::amount Part>
    [[nodiscard]] constexpr auto proceeds_of_seller(const Price& list_price, const Part& passed_on) const {
        return price_to_buyer(list_price, passed_on) * ((1.0 - share_) / (1.0 + duty_));
    }

    /// What the state takes: what the buyer pays less what the seller keeps.
    template <detail::amount Price, detail::amount... Part>
    [[nodiscard]] constexpr auto revenue_of_state(const Price& list_price, const Part&... passed_on) const {
        return price_to_buyer(list_price, passed_on...) - proceeds_of_seller(list_price, passed_on...);
    }

  private:
    template <class Price, class Base>
    static constexpr auto as_price(const Base& base) {
        return quantity_or_number<detail::dimension_of<Price>>(base);
    }

    Number duty_{};
    Number share_{};
};

/// A duty, as a share of the price, on top of it: `duty_on_price(25.0 * percent)`, or 0.25.
/// \throws std::domain_error for a negative one.
template <detail::amount Share>
[[nodiscard]] constexpr auto duty_on_price(const Share& share) {
    using number_type = detail::number_of<Share>;
    return levy<number_type>(detail::base_of_dimension<dimensionless>(share), number_type(0.0));
}
/// A share of what the seller takes in: `share_of_revenue(0.15)`. \throws std::domain_error unless 0 <= share < 1.
template <detail::amount Share>
[[nodiscard]] constexpr auto share_of_revenue(const Share& share) {
    using number_type = detail::number_of<Share>;
    return levy<number_type>(number_type(0.0), detail::base_of_dimension<dimensionless>(share));
}

/// Both levies: duties on one price add up, and so do shares of one revenue.
/// \throws std::domain_error where shares of revenue come to 1 or more.
template <class A, class B>
[[nodiscard]] constexpr auto operator+(const levy<A>& a, const levy<B>& b) {
    using number_type = common_number_t<A, B>;
    return levy<number_type>(a.duty() + b.duty(), a.share_of_revenue() + b.share_of_revenue());
}
/// One levy or the other, draw by draw.
template <class Mask, class A, class B>
[[nodiscard]] constexpr auto select(const Mask& condition, const levy<A>& yes, const levy<B>& no) {
    const auto duty = select(condition, yes.duty(), no.duty());
    const auto share = select(condition, yes.share_of_revenue(), no.share_of_revenue());
    return levy<std::remove_const_t<decltype(duty)>>(duty, share);
}

}  // namespace headway

#include <headway/header_end.hpp>
