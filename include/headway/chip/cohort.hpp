// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string_view>

#include <headway/chip/chip_generation.hpp>
#include <headway/trend/point.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// How a fleet came by its chips.
enum class chip_source {
    bought,
    /// Got in spite of a policy: smuggled or re-routed. An estimate, so usually an uncertain amount.
    leaked,
    /// Used, not owned: gone at the end of the rental and not worn out by it.
    rented,
};

/// Chips of one generation that join a fleet: at once, or evenly over a time. Made by `bought`, `leaked` and `rented`.
template <class Number, class Name = std::string_view>
struct chip_cohort {
    using number_type = Number;
    basic_generation<Number, Name> generation;
    chip_source source = chip_source::bought;
    bool steady = false;
    /// In chips, or in chips per second when steady.
    Number amount{};
    basic_date<Number> from;
    basic_date<Number> until;

    template <class Other>
    [[nodiscard]] constexpr auto in_number_type() const {
        return chip_cohort<Other, Name>{
            generation.template in_number_type<Other>(), source, steady, Other(amount), from, until};
    }
};

namespace detail {

[[noreturn]] inline void inflow_ends_before_it_starts(const char* function, std::string_view name, double from,
                                                      double until) {
    throw std::domain_error(std::string(function) + ": the inflow of " + std::string(name) +
                            " must end after it starts, got " + iso_text(from) + " to " + iso_text(until));
}

template <class T>
inline constexpr bool is_cohort = false;
template <class Number, class Name>
inline constexpr bool is_cohort<chip_cohort<Number, Name>> = true;

/// A container of cohorts that can be indexed.
template <class T>
concept cohort_list = requires(const T& list) {
    list.size();
    requires is_cohort<std::remove_cvref_t<decltype(list[0])>>;
};

template <class Number>
constexpr void require_inflow_dates(const char* function, std::string_view name, const basic_date<Number>& from,
                                    const basic_date<Number>& until) {
    require_real_date(function, "date", from);
    for (int i = 0; i < lanes_of<Number>; ++i) {
        const double start = value_at(from.seconds_since_1970(), i);
        const double end = value_at(until.seconds_since_1970(), i);
        if (!(start < end)) inflow_ends_before_it_starts(function, name, start, end);
    }
}

template <class Number, class Name, class Amount, class Date>
constexpr auto at_once(const char* function, chip_source source, const basic_generation<Number, Name>& g,
                       const quantity<dim::chips, Amount>& count, const Date& when) {
    using number_type = typename common_number_of<Number, Amount, date_number_t<Date>>::type;
    require_generation(function, g);
    require_not_negative(function, "number of chips", count.base_value());
    const basic_date<number_type> date_of_purchase = to_date(when);
    require_real_date(function, "date", date_of_purchase);
    return chip_cohort<number_type, Name>{
        g.template in_number_type<number_type>(), source,           false,
        number_type(count.base_value()),          date_of_purchase, basic_date<number_type>::never()};
}
template <class Number, class Name, class Amount, class From, class Until>
constexpr auto over_time(const char* function, chip_source source, bool steady, const basic_generation<Number, Name>& g,
                         const Amount& amount, const From& from, const Until& until) {
    using number_type = typename common_number_of<Number, Amount, date_number_t<From>, date_number_t<Until>>::type;
    require_generation(function, g);
    require_not_negative(function, steady ? "chips per second" : "number of chips", amount);
    const basic_date<number_type> first = to_date(from);
    const basic_date<number_type> last = to_date(until);
    require_inflow_dates(function, g.name, first, last);
    return chip_cohort<number_type, Name>{
        g.template in_number_type<number_type>(), source, steady, number_type(amount), first, last};
}

using chips_per_time = divided<dim::chips, dim::time>;

}  // namespace detail

/// Chips bought on a date. \throws std::domain_error, as the makers below do, for a negative number of chips, a date
/// that is not in the calendar and a generation without a performance.
template <class Number, class Name, class Count, date_like Date>
[[nodiscard]] constexpr auto bought(const basic_generation<Number, Name>& g, const quantity<dim::chips, Count>& count,
                                    const Date& when) {
    return detail::at_once("bought", chip_source::bought, g, count, when);
}
/// Chips bought at a steady rate, `1'000.0 * chip / month`, from a date to another, which may be never.
template <class Number, class Name, class Rate, date_like From, date_like Until>
[[nodiscard]] constexpr auto bought(const basic_generation<Number, Name>& g,
                                    const quantity<detail::chips_per_time, Rate>& rate, const From& from,
                                    const Until& until) {
    return detail::over_time("bought", chip_source::bought, true, g, rate.base_value(), from, until);
}
/// Chips that leak to the fleet on a date; the number may be uncertain.
template <class Number, class Name, class Count, date_like Date>
[[nodiscard]] constexpr auto leaked(const basic_generation<Number, Name>& g, const quantity<dim::chips, Count>& count,
                                    const Date& when) {
    return detail::at_once("leaked", chip_source::leaked, g, count, when);
}
/// Chips that leak at a steady rate from a date to another, which may be never.
template <class Number, class Name, class Rate, date_like From, date_like Until>
[[nodiscard]] constexpr auto leaked(const basic_generation<Number, Name>& g,
                                    const quantity<detail::chips_per_time, Rate>& rate, const From& from,
                                    const Until& until) {
    return detail::over_time("leaked", chip_source::leaked, true, g, rate.base_value(), from, until);
}
/// Chips rented from a date to before another, which may be never.
template <class Number, class Name, class Count, date_like From, date_like Until>
[[nodiscard]] constexpr auto rented(const basic_generation<Number, Name>& g, const quantity<dim::chips, Count>& count,
                                    const From& from, const Until& until) {
    return detail::over_time("rented", chip_source::rented, false, g, count.base_value(), from, until);
}

}  // namespace headway

#include <headway/header_end.hpp>
