// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string_view>
#include <tuple>

#include <headway/quantity/units.hpp>
#include <headway/trend/algebra.hpp>
#include <headway/trend/point.hpp>
#include <headway/trend/substitution.hpp>

#include <headway/header_begin.hpp>

namespace headway {

namespace detail {

[[noreturn]] inline void share_of_a_group_breaks_a_rule(const char* what, std::string_view name, double got) {
    throw std::domain_error("token_demand: " + std::string(what) + " of " + std::string(name) +
                            " must be between 0 and 1, got " + number_text(got));
}
template <class Number>
constexpr void require_share_of(const char* what, std::string_view name, const Number& x) {
    if (all_of(x >= 0.0 && x <= 1.0)) return;
    share_of_a_group_breaks_a_rule(what, name, offender(x, [](double v) { return !(v >= 0.0 && v <= 1.0); }));
}

[[noreturn]] inline void demand_breaks_a_rule(std::string_view name, double got) {
    throw std::domain_error("token_demand: demand of " + std::string(name) + " must be finite and >= 0, got " +
                            number_text(got));
}

}  // namespace detail

/// Whose hardware and models run a group's tokens: the stack's, its rival's, or nobody's because access was denied and the
/// demand did not go over. Together they are what the group demands.
template <class Dimension, class Number>
struct token_flow {
    Number on_stack{};
    Number on_rival{};
    Number forgone{};

    [[nodiscard]] constexpr auto stack() const noexcept { return quantity_or_number<Dimension>(on_stack); }
    [[nodiscard]] constexpr auto rival() const noexcept { return quantity_or_number<Dimension>(on_rival); }
    [[nodiscard]] constexpr auto denied() const noexcept { return quantity_or_number<Dimension>(forgone); }
};

/// A group of buyers under one access policy; made by `token_demand`.
template <class Size, class Share, class Access, class Number>
class token_demand_model {
  public:
    using dimension = trend_dimension_t<Size>;

    constexpr token_demand_model(std::string_view name, const Size& size, const Share& share, const Access& access,
                                 const Number& elasticity)
        : name_(name), size_(size), share_(share), access_(access), elasticity_(elasticity) {
        detail::require_share_of("elasticity", name, elasticity);
    }

    [[nodiscard]] constexpr std::string_view name() const noexcept { return name_; }

    /// Who runs the group's tokens at a date. \throws std::domain_error for a demand that is negative or not finite there
    /// and a share or an access outside 0 to 1.
    template <date_like Date>
    [[nodiscard]] constexpr auto flow(const Date& when) const {
        const auto size = detail::base_of(size_(when));
        const auto wanted = detail::base_of(share_(when));
        const auto let_through = detail::base_of(access_(when));
        if (!all_of(size >= 0.0 && size < no_limit)) {
            detail::demand_breaks_a_rule(
                name_, detail::offender(size, [](double x) { return !(x >= 0.0 && x < no_limit); }));
        }
        detail::require_share_of("share of the stack", name_, wanted);
        detail::require_share_of("access", name_, let_through);
        using result = decltype(Number{} + size + wanted + let_through);
        const result denied = wanted * (1.0 - let_through);
        return token_flow<dimension, result>{size * (wanted * let_through),
                                             size * ((1.0 - wanted) + elasticity_ * denied),
                                             size * ((1.0 - elasticity_) * denied)};
    }

  private:
    std::string_view name_;
    Size size_;
    Share share_;
    Access access_;
    Number elasticity_;
};

/// A group of buyers of inference: how much it demands, which share of that it would run on the stack if nothing kept it
/// from doing so, how much of that the access policy lets through, and where the rest goes:
/// \code
/// stack   = demand share access
/// rival   = demand (1 - share + elasticity share (1 - access))
/// forgone = demand (1 - elasticity) share (1 - access)
/// \endcode
/// \param name used by messages; must live as long as the group.
/// \param demand tokens per time, or weights; an amount or a trend.
/// \param free_share a trend of the stack's share without restrictions, such as `substitution(...)` (Fisher and Pry 1971).
/// \param access the share of the demand for the stack that may be served, from 0 (denied) to 1 (unrestricted), an amount
/// or a trend; `share_let_through` makes one of a quantity cap.
/// \param elasticity tokens that go to the rival per token denied: 0 none, 1 all of them.
/// \throws std::domain_error for an elasticity outside 0 to 1.
template <class Demand, any_trend Share, class Access, number_like Elasticity>
    requires(any_trend<Demand> || detail::amount<Demand>)
&&(any_trend<Access> || detail::amount<Access>)
    [[nodiscard]] constexpr auto token_demand(std::string_view name, const Demand& demand, const Share& free_share,
                                              const Access& access, const Elasticity& elasticity) {
    const auto size = detail::operand(demand);
    const auto let_through = detail::operand(access);
    return token_demand_model<std::remove_cvref_t<decltype(size)>, Share, std::remove_cvref_t<decltype(let_through)>,
                              as_number_t<Elasticity>>(name, size, free_share, let_through, to_number(elasticity));
}

/// The stack's share of the world's inferred tokens; a trend, made by `token_share`.
template <class... Groups>
class token_share_trend : public trend_base {
  public:
    constexpr explicit token_share_trend(const Groups&... groups) : groups_(groups...) {}

    /// The share of the tokens that run, which run on the stack.
    template <date_like Date>
    [[nodiscard]] constexpr auto operator()(const Date& when) const {
        const auto all = flow(when);
        return all.on_stack / (all.on_stack + all.on_rival);
    }
    /// The rest of them: the rival's share. The two shares sum to 1.
    template <date_like Date>
    [[nodiscard]] constexpr auto rival(const Date& when) const {
        const auto all = flow(when);
        return all.on_rival / (all.on_stack + all.on_rival);
    }
    /// The share of the tokens demanded that do not run at all.
    template <date_like Date>
    [[nodiscard]] constexpr auto forgone(const Date& when) const {
        const auto all = flow(when);
        return all.forgone / (all.on_stack + all.on_rival + all.forgone);
    }
    /// All groups together. Where nothing is demanded, or all of it is forgone, the shares are undefined (not a number).
    template <date_like Date>
    [[nodiscard]] constexpr auto flow(const Date& when) const {
        return std::apply(
            [&](const auto&... one) {
                using dimension = typename std::tuple_element_t<0, std::tuple<Groups...>>::dimension;
                using result = typename detail::common_number_of<decltype(one.flow(when).on_stack)...>::type;
                token_flow<dimension, result> sum;
                const auto add = [&](const auto& part) {
                    sum.on_stack = sum.on_stack + part.on_stack;
                    sum.on_rival = sum.on_rival + part.on_rival;
                    sum.forgone = sum.forgone + part.forgone;
                };
                (add(one.flow(when)), ...);
                return sum;
            },
            groups_);
    }

  private:
    std::tuple<Groups...> groups_;
};

/// The share of the world's inferred tokens that run on the stack, over groups of buyers whose demand is of one dimension.
template <class... Sizes, class... Shares, class... Accesses, class... Numbers>
    requires(sizeof...(Sizes) > 0)
[[nodiscard]] constexpr auto token_share(const token_demand_model<Sizes, Shares, Accesses, Numbers>&... groups) {
    using first = std::tuple_element_t<0, std::tuple<Sizes...>>;
    static_cast<void>((detail::require_one_dimension<first, Sizes>() && ...));
    return token_share_trend<token_demand_model<Sizes, Shares, Accesses, Numbers>...>(groups...);
}

/// The share of a demand that a cap lets through: min(1, allowed / demanded), for amounts of one dimension. A cap may be
/// infinite. \throws std::domain_error for a negative cap and a demand that is not above zero.
template <detail::amount Allowed, detail::amount Demanded>
[[nodiscard]] constexpr auto share_let_through(const Allowed& allowed, const Demanded& demanded) {
    const auto cap = detail::base_of(allowed);
    const auto want = detail::base_of_dimension<detail::dimension_of<Allowed>>(demanded);
    if (!all_of(cap >= 0.0)) {
        detail::value_must_not_be_negative("share_let_through", "what is allowed",
                                           detail::offender(cap, [](double x) { return !(x >= 0.0); }));
    }
    detail::require_above_zero("share_let_through", "what is demanded", want);
    return min(cap / want, as_number_t<decltype(cap / want)>(1.0));
}

/// A share of a stack that is offered at a handicap; made by `with_handicap`.
template <class Share, class Performance, class Number>
class handicapped_share : public trend_base {
  public:
    constexpr handicapped_share(const Share& share, const Performance& performance, const Number& elasticity)
        : share_(share), performance_(performance), elasticity_(elasticity) {
        detail::require_not_negative("with_handicap", "elasticity of choice", elasticity);
    }
    /// \throws std::domain_error where the relative performance is not above zero.
    template <date_like Date>
    [[nodiscard]] constexpr auto operator()(const Date& when) const {
        const auto share = detail::base_of(share_(when));
        const auto performance = detail::base_of(performance_(when));
        detail::require_above_zero("with_handicap", "relative performance", performance);
        const auto odds = share * exp(elasticity_ * log(performance));
        return odds / (odds + (1.0 - share));
    }
    template <class Visitor>
    constexpr void visit_breakpoints(const Visitor& visitor) const {
        detail::visit_breakpoints(share_, visitor);
        detail::visit_breakpoints(performance_, visitor);
    }

  private:
    Share share_;
    Performance performance_;
    Number elasticity_;
};

/// The share that a stack would win if it were offered at a fraction of its performance, as to buyers who are held some
/// generations behind: its odds share / (1 - share) are multiplied by performance^elasticity.
/// \param relative_performance of what is offered against the best, above zero, an amount or a trend; 1 changes nothing.
/// \param elasticity of the odds of choice to performance; 0 for buyers who do not care.
/// \throws std::domain_error for a negative elasticity.
template <any_trend Share, class Performance, number_like Elasticity>
    requires(any_trend<Performance> || detail::amount<Performance>)
[[nodiscard]] constexpr auto with_handicap(const Share& free_share, const Performance& relative_performance,
                                           const Elasticity& elasticity) {
    const auto performance = detail::operand(relative_performance);
    return handicapped_share<Share, std::remove_cvref_t<decltype(performance)>, as_number_t<Elasticity>>(
        free_share, performance, to_number(elasticity));
}

}  // namespace headway

#include <headway/header_end.hpp>
