// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>

#include <headway/text/label.hpp>
#include <headway/text/near_names.hpp>
#include <headway/trend/point.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// What one owner has: an amount in base units, or a share of the world. Made by `owner` and `owner_share`.
template <class Dimension, class Number>
struct owned_stock {
    std::string_view name;
    Number amount{};
};
template <class Number>
struct owned_share {
    std::string_view name;
    Number share{};
};

/// What is done where the named owners have more than the world.
enum class beyond_world {
    refuse,  ///< an error with the owners and their numbers
    tell,    ///< the rest is then below zero and `exceeds()` is 1, whose mean over the draws is how probable it is
};

/// What closes the sum, in base units. Made by `world_total`, `rest_of_world` and `nobody_else`.
template <class Dimension, class Number>
struct total_of_world {
    Number amount{};
    beyond_world where_exceeded = beyond_world::refuse;
};
template <class Dimension, class Number>
struct unnamed_rest {
    Number amount{};
};
struct no_unnamed_rest {};

namespace detail {

template <class = void>
[[noreturn, gnu::cold]] void owners_exceed_the_world(const std::string_view* names, const double* stocks,
                                                     std::size_t count, double world);

template <class = void>
[[noreturn, gnu::cold]] void there_is_no_such_owner(const std::string_view* names, std::size_t count,
                                                    std::string_view wanted);

[[noreturn, gnu::cold]] inline void owner_breaks_a_rule(std::string_view name, const char* what, const char* rule,
                                                        double got) {
    throw std::domain_error("fleet_by_owner: the " + std::string(what) + " of " + std::string(name) + " " + rule +
                            ", got " + number_text(got));
}
[[noreturn, gnu::cold]] inline void owner_is_named_twice(std::string_view name) {
    throw std::domain_error("fleet_by_owner: two owners are named '" + std::string(name) +
                            "'; add their stocks up or rename one of them");
}
[[noreturn, gnu::cold]] inline void owner_has_no_name() {
    throw std::domain_error("fleet_by_owner: every owner must have a name, got an empty one");
}
[[noreturn, gnu::cold]] inline void shares_leave_nothing(double shares) {
    throw std::domain_error("fleet_by_owner: owners whose shares are given must leave something to those whose amounts "
                            "are, got shares that sum to " +
                            number_text(shares) + "; they must stay below 1, or state the world_total(...)");
}

/// A rounding of the sum of owners, in parts of the world: no excess.
inline constexpr double rounding_of_world = 1e-12;

template <class T>
inline constexpr bool is_owned_stock = false;
template <class Dimension, class Number>
inline constexpr bool is_owned_stock<owned_stock<Dimension, Number>> = true;
template <class T>
inline constexpr bool is_owned_share = false;
template <class Number>
inline constexpr bool is_owned_share<owned_share<Number>> = true;
template <class T>
inline constexpr bool is_an_owner = is_owned_stock<T> || is_owned_share<T>;

template <class T>
struct holding_traits;
template <class Dimension, class Number>
struct holding_traits<owned_stock<Dimension, Number>> {
    using dimension = Dimension;
    using number_type = Number;
};
template <class Number>
struct holding_traits<owned_share<Number>> {
    using dimension = void;
    using number_type = Number;
};
template <class Dimension, class Number>
struct holding_traits<total_of_world<Dimension, Number>> : holding_traits<owned_stock<Dimension, Number>> {};
template <class Dimension, class Number>
struct holding_traits<unnamed_rest<Dimension, Number>> : holding_traits<owned_stock<Dimension, Number>> {};
template <>
struct holding_traits<no_unnamed_rest> : holding_traits<owned_share<double>> {};

template <class T>
inline constexpr bool closes_the_sum = false;
template <class Dimension, class Number>
inline constexpr bool closes_the_sum<total_of_world<Dimension, Number>> = true;
template <class Dimension, class Number>
inline constexpr bool closes_the_sum<unnamed_rest<Dimension, Number>> = true;
template <>
inline constexpr bool closes_the_sum<no_unnamed_rest> = true;

/// The one dimension of all amounts; void where only shares are given, `wrong_arguments` where there are two.
template <class... Dimensions>
struct one_dimension {
    using type = void;
};
template <class First, class... Rest>
struct one_dimension<First, Rest...> {
    using others = typename one_dimension<Rest...>::type;
    using type = std::conditional_t<
        std::is_void_v<First>, others,
        std::conditional_t<std::is_void_v<others> || std::is_same_v<others, First>, First, wrong_arguments>>;
};

}  // namespace detail

/// Who has how much of a stock of chips: named owners (or makers) and the rest, which sum to the world in every draw. Made
/// by `fleet_by_owner`. Amounts are of one dimension: equivalents of a reference chip, chips, performance or power.
template <class Dimension, class Number, std::size_t Count>
class owner_fleet {
  public:
    using number_type = Number;
    static constexpr std::size_t size = Count;

    constexpr owner_fleet(const std::array<std::string_view, Count>& names, const std::array<Number, Count>& stocks,
                          const Number& rest, const Number& world)
        : names_(names), stocks_(stocks), rest_(rest), world_(world) {}

    /// What an owner has. Here and below: \throws std::domain_error, with the owners, for a name that none of them has.
    [[nodiscard]] constexpr auto stock(std::string_view name) const { return amount(stocks_[place_of(name)]); }
    /// Its share of the world.
    [[nodiscard]] constexpr Number share(std::string_view name) const { return stocks_[place_of(name)] / world_; }
    /// What the named owners have together.
    [[nodiscard]] constexpr auto named() const {
        Number sum{};
        for (const Number& stock : stocks_) sum = sum + stock;
        return amount(sum);
    }
    /// What all others have: the world less the named owners. Below zero only under `beyond_world::tell`, never clipped.
    [[nodiscard]] constexpr auto rest() const { return amount(rest_); }
    /// 1 - the shares of the named owners.
    [[nodiscard]] constexpr Number rest_share() const { return rest_ / world_; }
    [[nodiscard]] constexpr auto world() const { return amount(world_); }
    /// 1 where the named owners have more than the world, which contradicts itself, else 0.
    [[nodiscard]] constexpr Number exceeds() const { return select(rest_ < 0.0, Number(1.0), Number(0.0)); }

    /// The owners in the order given.
    [[nodiscard]] constexpr const std::array<std::string_view, Count>& names() const noexcept { return names_; }

  private:
    static constexpr auto amount(const Number& base_value) { return quantity_or_number<Dimension>(base_value); }
    constexpr std::size_t place_of(std::string_view name) const {
        for (std::size_t i = 0; i < Count; ++i) {
            if (names_[i] == name) return i;
        }
        detail::there_is_no_such_owner(names_.data(), Count, name);
    }

    std::array<std::string_view, Count> names_;
    std::array<Number, Count> stocks_;
    Number rest_;
    Number world_;
};

/// An owner, or a maker, and what it has, as an amount: `owner("China", in[china])`. The name must live as long as the fleet,
/// as a string literal does. \throws std::domain_error for an amount that is negative or not finite.
template <detail::amount Amount>
[[nodiscard]] constexpr auto owner(std::string_view name, const Amount& has) {
    using number_type = detail::number_of<Amount>;
    const number_type base = detail::base_of(has);
    if (!all_of(base >= 0.0 && base < no_limit)) {
        detail::owner_breaks_a_rule(name, "stock, in base units,", "must be a finite number >= 0",
                                    detail::offender(base, [](double x) { return !(x >= 0.0 && x < no_limit); }));
    }
    return owned_stock<detail::dimension_of<Amount>, number_type>{name, base};
}
/// An owner and what it has, as a share of the world: `owner_share("China", 0.05)`.
/// \throws std::domain_error unless the share is from 0 to 1.
template <detail::amount Share>
[[nodiscard]] constexpr auto owner_share(std::string_view name, const Share& of_world) {
    using number_type = detail::number_of<Share>;
    const number_type share = detail::base_of_dimension<dimensionless>(of_world);
    if (!all_of(share >= 0.0 && share <= 1.0)) {
        detail::owner_breaks_a_rule(name, "share", "must be between 0 and 1",
                                    detail::offender(share, [](double x) { return !(x >= 0.0 && x <= 1.0); }));
    }
    return owned_share<number_type>{name, share};
}

/// Chosen only for arguments of the wrong kind, to say so in words.
template <class Name, class Has>
    requires(!(std::convertible_to<Name, std::string_view> && detail::amount<Has>))
constexpr auto owner(const Name&, const Has&) {
    constexpr bool a_name_and_an_amount = std::convertible_to<Name, std::string_view> && detail::amount<Has>;
    static_assert(a_name_and_an_amount,
                  "owner: it takes a name, then an amount, such as owner(\"China\", 10.0 * chip)");
    return owned_share<double>{};
}
template <label Name, class... Has>
constexpr auto owner(const Has&...) {
    constexpr bool the_name_is_an_argument = Name.view() != Name.view();
    static_assert(
        the_name_is_an_argument,
        "owner: the name is the first argument, such as owner(\"China\", 10.0 * chip), not between angle brackets");
    return owned_share<double>{};
}
template <class Name, class Share>
    requires(!(std::convertible_to<Name, std::string_view> && detail::amount<Share>))
constexpr auto owner_share(const Name&, const Share&) {
    constexpr bool a_name_and_a_share = std::convertible_to<Name, std::string_view> && detail::amount<Share>;
    static_assert(a_name_and_a_share,
                  "owner_share: it takes a name, then a share, such as owner_share(\"China\", 0.05)");
    return owned_share<double>{};
}

/// The world's total is known by itself, and what the named owners leave is the rest's. Where both are uncertain the owners
/// may exceed the total in some draws: that is refused, with their names and numbers, unless the caller has it told.
/// \throws std::domain_error unless the total is above zero and finite.
template <detail::amount Amount>
[[nodiscard]] constexpr auto world_total(const Amount& total, beyond_world where_exceeded = beyond_world::refuse) {
    detail::require_above_zero("fleet_by_owner", "world's total, in base units,", detail::base_of(total));
    return total_of_world<detail::dimension_of<Amount>, detail::number_of<Amount>>{detail::base_of(total),
                                                                                   where_exceeded};
}
/// What all others have is known by itself, and the world's total is the sum: it cannot be exceeded.
/// \throws std::domain_error for an amount that is negative or not finite.
template <detail::amount Amount>
[[nodiscard]] constexpr auto rest_of_world(const Amount& rest) {
    detail::require_not_negative("fleet_by_owner", "rest of the world, in base units,", detail::base_of(rest));
    return unnamed_rest<detail::dimension_of<Amount>, detail::number_of<Amount>>{detail::base_of(rest)};
}
/// Everybody is named: the rest is zero and the world's total the sum of the named.
[[nodiscard]] constexpr no_unnamed_rest nobody_else() noexcept { return {}; }

/// A stock of chips by owner, or by maker: `fleet_by_owner(world_total(in[nvidia]), owner("China", in[china]), ...)`. What
/// closes the sum comes first: `world_total`, of which the owners leave a rest, `rest_of_world`, with which they sum to the
/// world, or `nobody_else()`. Owners given by a share s of the world have s W, and where the world's total W follows,
/// W = (amounts + rest) / (1 - shares). Medians do not add up, nor do ends of intervals: ask the simulated total, whose
/// spread grows with the correlation of the owners' beliefs (`correlate_all`, `common_factor`).
///
/// Amounts of different chips must be made equivalent first: `fleet(...).equivalents(when, h100)`, or a source that counts so.
/// \throws std::domain_error for an empty or repeated name, shares that leave nothing, a world of zero, and for owners that
/// exceed the world (an excess of 1e-12 of it, which is rounding, is none, and the rest then zero).
template <class Closing, class... Owners>
    requires(detail::closes_the_sum<Closing> && sizeof...(Owners) > 0 && (detail::is_an_owner<Owners> && ...))
[[nodiscard]] constexpr auto fleet_by_owner(const Closing& closing, const Owners&... owners) {
    using dimension = typename detail::one_dimension<typename detail::holding_traits<Closing>::dimension,
                                                     typename detail::holding_traits<Owners>::dimension...>::type;
    constexpr bool all_amounts_are_of_one_dimension = !std::is_same_v<dimension, detail::wrong_arguments>;
    static_assert(
        all_amounts_are_of_one_dimension,
        "fleet_by_owner: amounts of different dimensions do not add up; make chips equivalents of one chip first");
    constexpr bool an_amount_is_given = !std::is_void_v<dimension>;
    static_assert(
        an_amount_is_given,
        "fleet_by_owner: shares alone tell no stock; give world_total(...), rest_of_world(...) or an owner's amount");
    if constexpr (all_amounts_are_of_one_dimension && an_amount_is_given) {
        using number_type =
            typename detail::common_number_of<typename detail::holding_traits<Closing>::number_type,
                                              typename detail::holding_traits<Owners>::number_type...>::type;
        constexpr std::size_t count = sizeof...(Owners);
        const std::array<std::string_view, count> names{owners.name...};
        for (std::size_t i = 0; i < count; ++i) {
            if (names[i].empty()) detail::owner_has_no_name();
            for (std::size_t k = 0; k < i; ++k) {
                if (names[k] == names[i]) detail::owner_is_named_twice(names[i]);
            }
        }
        number_type amounts{};
        number_type shares{};
        const auto add = [&](const auto& one) {
            if constexpr (detail::is_owned_share<std::remove_cvref_t<decltype(one)>>) {
                shares = shares + one.share;
            } else {
                amounts = amounts + one.amount;
            }
        };
        (add(owners), ...);

        number_type world{};
        if constexpr (requires { closing.where_exceeded; }) {
            world = closing.amount;
        } else {
            if constexpr (requires { closing.amount; }) amounts = amounts + closing.amount;
            if (!all_of(shares < 1.0)) {
                detail::shares_leave_nothing(detail::offender(shares, [](double s) { return !(s < 1.0); }));
            }
            world = amounts / (1.0 - shares);
            detail::require_above_zero("fleet_by_owner", "world's total, in base units,", world);
        }
        const auto stock_of = [&](const auto& one) -> number_type {
            if constexpr (detail::is_owned_share<std::remove_cvref_t<decltype(one)>>) {
                return one.share * world;
            } else {
                return one.amount;
            }
        };
        const std::array<number_type, count> stocks{stock_of(owners)...};

        number_type rest{};
        if constexpr (requires { closing.where_exceeded; }) {
            number_type named{};
            for (const number_type& stock : stocks) named = named + stock;
            rest = world - named;
            rest = select(abs(rest) <= detail::rounding_of_world * world, number_type(0.0), rest);
            for (int lane = 0; lane < lanes_of<number_type> && closing.where_exceeded == beyond_world::refuse; ++lane) {
                if (value_at(rest, lane) >= 0.0) continue;
                double of_lane[count]{};
                for (std::size_t i = 0; i < count; ++i) of_lane[i] = value_at(stocks[i], lane);
                detail::owners_exceed_the_world(names.data(), of_lane, count, value_at(world, lane));
            }
        } else if constexpr (requires { closing.amount; }) {
            rest = closing.amount;
        }
        return owner_fleet<dimension, number_type, count>(names, stocks, rest, world);
    } else {
        return detail::wrong_arguments{};
    }
}
/// Chosen only for arguments of the wrong kind, to say so in words.
template <class Closing, class... Owners>
constexpr auto fleet_by_owner(const Closing&, const Owners&...) {
    static_assert(
        detail::closes_the_sum<Closing>,
        "fleet_by_owner: the first argument says what closes the sum: world_total(...), rest_of_world(...) or "
        "nobody_else()");
    constexpr bool there_are_owners = sizeof...(Owners) > 0;
    static_assert(there_are_owners, "fleet_by_owner: name at least one owner, owner(\"China\", amount)");
    static_assert(
        (detail::is_an_owner<Owners> && ...),
        "fleet_by_owner: after what closes the sum come owners, owner(name, amount) or owner_share(name, share)");
    return detail::wrong_arguments{};
}

}  // namespace headway

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/chip/bodies/fleet_by_owner.hpp>
#endif
