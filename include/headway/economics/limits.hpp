// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <string_view>
#include <tuple>

#include <headway/quantity/units.hpp>
#include <headway/text/label.hpp>
#include <headway/trend/algebra.hpp>
#include <headway/trend/point.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// One limit on what can be built: its name and how much it allows at each date, in the unit of what is built. Made by
/// `limit`.
template <label Name, class Trend>
struct supply_limit {
    static constexpr std::string_view name = Name.view();
    Trend allows;
};

namespace detail {

template <class T>
inline constexpr bool is_supply_limit = false;
template <label Name, class Trend>
inline constexpr bool is_supply_limit<supply_limit<Name, Trend>> = true;

template <class... Limits>
consteval std::size_t limit_place(std::string_view name) {
    constexpr std::array<std::string_view, sizeof...(Limits)> names{Limits::name...};
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (names[i] == name) return i;
    }
    return names.size();
}
template <class... Limits>
consteval bool limit_names_differ() {
    constexpr std::array<std::string_view, sizeof...(Limits)> names{Limits::name...};
    for (std::size_t i = 0; i < names.size(); ++i) {
        for (std::size_t j = i + 1; j < names.size(); ++j) {
            if (names[i] == names[j]) return false;
        }
    }
    return true;
}

}  // namespace detail

/// A limit in the unit of what is built: `limit<"chips">(chips_per_year)`.
template <label Name, any_trend Trend>
[[nodiscard]] constexpr auto limit(const Trend& allows) {
    return supply_limit<Name, Trend>{allows};
}
/// A limit in its own unit, with how much of it a unit of what is built needs, an amount or a trend:
/// `limit<"power">(gigawatts, 1.4 * kilowatt / chip)` allows gigawatts / 1.4 kW chips. Dimensions divide.
/// \throws std::domain_error for a need that is not above zero.
template <label Name, any_trend Trend, class Need>
    requires(any_trend<Need> || detail::amount<Need>)
[[nodiscard]] constexpr auto limit(const Trend& allows, const Need& needed_per_unit) {
    if constexpr (detail::amount<Need>) {
        detail::require_above_zero("limit", "what a unit needs", detail::base_of(needed_per_unit));
    }
    const auto in_units_built = allows / needed_per_unit;
    return supply_limit<Name, std::remove_const_t<decltype(in_units_built)>>{in_units_built};
}

/// What can be built at each date: the least of several limits. A trend; made by `supply`.
template <class... Limits>
class supply_trend : public trend_base {
  public:
    static constexpr std::size_t size = sizeof...(Limits);
    static constexpr std::array<std::string_view, size> names{Limits::name...};

    constexpr explicit supply_trend(const Limits&... limits) : limits_(limits...) {}

    template <date_like Date>
    [[nodiscard]] constexpr auto operator()(const Date& when) const {
        const auto allowed = all(when);
        auto least = allowed[0];
        for (std::size_t i = 1; i < size; ++i) least = min(least, allowed[i]);
        return least;
    }
    /// What each limit allows at a date, in order.
    template <date_like Date>
    [[nodiscard]] constexpr auto all(const Date& when) const {
        const auto& t = detail::to_date(when);
        using first = std::tuple_element_t<0, std::tuple<Limits...>>;
        using result = typename detail::common_number_of<
            detail::number_of<decltype(std::declval<const Limits&>().allows(t))>...>::type;
        using dimension = trend_dimension_t<decltype(first::allows)>;
        return std::apply(
            [&](const auto&... one) {
                return std::array{quantity_or_number<dimension>(result(detail::base_of(one.allows(t))))...};
            },
            limits_);
    }
    template <class Visitor>
    constexpr void visit_breakpoints(const Visitor& visitor) const {
        std::apply([&](const auto&... one) { (detail::visit_breakpoints(one.allows, visitor), ...); }, limits_);
    }
    /// The limit number `Index`, counted from 0.
    template <std::size_t Index>
    [[nodiscard]] constexpr const auto& get() const noexcept {
        return std::get<Index>(limits_).allows;
    }
    [[nodiscard]] static consteval std::size_t place_of(std::string_view name) {
        return detail::limit_place<Limits...>(name);
    }

  private:
    std::tuple<Limits...> limits_;
};

/// What can be built under several limits: the least of them at each date, and which of them binds. The limits' order
/// settles ties: of equal limits the first one binds. All limits are amounts of one dimension, for example chips per year.
template <class... Limits>
    requires(sizeof...(Limits) > 0)
[[nodiscard]] constexpr auto supply(const Limits&... limits) {
    constexpr bool each_is_a_limit = (detail::is_supply_limit<Limits> && ...);
    static_assert(each_is_a_limit, "supply: every argument must be a limit, such as limit<\"power\">(trend, need)");
    if constexpr (each_is_a_limit) {
        constexpr bool every_name_is_used_once = detail::limit_names_differ<Limits...>();
        static_assert(every_name_is_used_once, "supply: two limits have the same name; rename one of them");
        using first = std::tuple_element_t<0, std::tuple<Limits...>>;
        static_cast<void>((detail::require_one_dimension<decltype(first::allows), decltype(Limits::allows)>() && ...));
        return supply_trend<Limits...>(limits...);
    }
}

/// Chosen only for a name among the arguments, to say in words where it goes.
template <std::size_t Size, class... Rest>
constexpr auto limit(const char (&)[Size], const Rest&...) {
    constexpr bool name_is_between_angle_brackets = Size == 0;
    static_assert(name_is_between_angle_brackets, "limit: the name goes between angle brackets, limit<\"power\">(trend)");
    return detail::wrong_arguments{};
}

}  // namespace headway

#include <headway/header_end.hpp>
