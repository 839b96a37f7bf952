// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <string_view>

#include <headway/chip/chip_generation.hpp>
#include <headway/chip/retirement.hpp>
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
[[noreturn]] inline void fleet_has_no_such_generation(std::string_view name) {
    throw std::domain_error("fleet: it has no chips of a generation " + std::string(name));
}
[[noreturn]] inline void part_exceeds_the_world(double part, double world) {
    throw std::domain_error("share_of_world: the part (" + number_text(part) + ") must not exceed the world's total (" +
                            number_text(world) +
                            "), in base units; where both are uncertain, give the rest of the world "
                            "to share_beside_rest");
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

/// Chips in service: cohorts by generation and date, those owned retired along a survival curve. Made by `fleet`.
template <survival_curve Survival, detail::cohort_list Cohorts>
class basic_fleet {
    using cohort_type = std::remove_cvref_t<decltype(std::declval<const Cohorts&>()[0])>;

  public:
    using number_type = common_number_t<typename cohort_type::number_type, typename Survival::number_type>;

    constexpr basic_fleet(const Survival& survival, const Cohorts& cohorts) : survival_(survival), cohorts_(cohorts) {}

    /// Chips in service on a date.
    template <date_like Date>
    [[nodiscard]] constexpr auto chips(const Date& when) const {
        return sum<dim::chips>(when, all, one);
    }
    /// Those that came one way.
    template <date_like Date>
    [[nodiscard]] constexpr auto chips(const Date& when, chip_source source) const {
        return sum<dim::chips>(when, from(source), one);
    }
    /// Those fit for the work.
    template <date_like Date>
    [[nodiscard]] constexpr auto chips(const Date& when, workload use) const {
        return sum<dim::chips>(when, fit_for(use), one);
    }
    /// Those of one generation. \throws std::domain_error for a name that none of the cohorts has.
    template <date_like Date>
    [[nodiscard]] constexpr auto chips_of(std::string_view name, const Date& when) const {
        bool known = false;
        for (std::size_t i = 0; i < cohorts_.size(); ++i) known = known || cohorts_[i].generation.name == name;
        if (!known) detail::fleet_has_no_such_generation(name);
        return sum<dim::chips>(
            when, [name](const cohort_type& c) { return c.generation.name == name; }, one);
    }
    /// The performance of all of them, of those that came one way, of those fit for the work.
    template <date_like Date>
    [[nodiscard]] constexpr auto performance(const Date& when) const {
        return sum<dim::performance>(when, all, performance_of_one);
    }
    template <date_like Date>
    [[nodiscard]] constexpr auto performance(const Date& when, chip_source source) const {
        return sum<dim::performance>(when, from(source), performance_of_one);
    }
    template <date_like Date>
    [[nodiscard]] constexpr auto performance(const Date& when, workload use) const {
        return sum<dim::performance>(when, fit_for(use), performance_of_one);
    }
    /// The fleet in chips of one kind: as many as have the performance of those fit for the work.
    /// \throws std::domain_error, naming it, for a reference without a performance.
    template <date_like Date, class Reference, class Name>
    [[nodiscard]] constexpr auto equivalents(const Date& when, const basic_generation<Reference, Name>& reference,
                                             workload use = workload::any) const {
        detail::require_generation("equivalents", reference);
        return performance(when, use) / reference.performance;
    }
    /// The rated power of all of them. \throws std::domain_error, naming it, for a generation that does not state its
    /// power.
    template <date_like Date>
    [[nodiscard]] constexpr auto power(const Date& when) const {
        for (std::size_t i = 0; i < cohorts_.size(); ++i) {
            detail::require_stated("power", cohorts_[i].generation.name, "power", cohorts_[i].generation.power);
        }
        return sum<dim::power>(when, all, [](const cohort_type& c) { return c.generation.power.base_value(); });
    }

    [[nodiscard]] constexpr const Cohorts& cohorts() const noexcept { return cohorts_; }
    [[nodiscard]] constexpr const Survival& survival() const noexcept { return survival_; }

  private:
    static constexpr bool all(const cohort_type&) noexcept { return true; }
    static constexpr auto from(chip_source source) noexcept {
        return [source](const cohort_type& c) { return c.source == source; };
    }
    static constexpr auto fit_for(workload use) noexcept {
        return [use](const cohort_type& c) { return c.generation.fits(use); };
    }
    static constexpr double one(const cohort_type&) noexcept { return 1.0; }
    static constexpr auto performance_of_one(const cohort_type& c) noexcept {
        return c.generation.performance.base_value();
    }

    template <class Dimension, class Date, class Chosen, class Weight>
    constexpr auto sum(const Date& when, const Chosen& chosen, const Weight& weight) const {
        using result = common_number_t<number_type, detail::date_number_t<Date>>;
        result total{};
        for (std::size_t i = 0; i < cohorts_.size(); ++i) {
            const cohort_type& c = cohorts_[i];
            if (chosen(c))
                total = total + in_service(c, result(detail::to_date(when).seconds_since_1970())) * weight(c);
        }
        return quantity<Dimension, result>::from_base_value(total);
    }

    template <class Result>
    constexpr Result in_service(const cohort_type& c, const Result& t) const {
        const Result from = c.from.seconds_since_1970();
        const Result until = c.until.seconds_since_1970();
        const Result count = c.amount;
        const auto since = [&](const Result& date_in_seconds) {
            // What never begins is not over at never either, whose difference would be no number.
            const Result begun = select(date_in_seconds < detail::infinity, date_in_seconds, Result(0.0));
            return quantity<dim::time, Result>::from_base_value(
                select(date_in_seconds < detail::infinity, max(Result(t - begun), Result(0.0)), Result(0.0)));
        };
        if (c.source == chip_source::rented) return select(t >= from && t < until, count, Result(0.0));
        if (c.steady) {
            return count * (Result(survival_.served(since(from)).base_value()) -
                            Result(survival_.served(since(until)).base_value()));
        }
        return select(t >= from, Result(count * survival_.surviving(since(from))), Result(0.0));
    }

    Survival survival_;
    Cohorts cohorts_;
};

/// A fleet of cohorts that retire along a survival curve:
/// `fleet(retires_at_hazard(0.2 / year), bought(h100, 10e3 * chip, 2023y / 1 / 1), leaked(...), rented(...))`.
template <survival_curve Survival, class Name, class... Numbers>
[[nodiscard]] constexpr auto fleet(const Survival& survival, const chip_cohort<Numbers, Name>&... cohorts) {
    using number_type = typename detail::common_number_of<Numbers...>::type;
    using list = std::array<chip_cohort<number_type, Name>, sizeof...(Numbers)>;
    return basic_fleet<Survival, list>(survival, list{cohorts.template in_number_type<number_type>()...});
}
/// From a container of cohorts, such as a `std::vector` filled at run time; a copy is kept.
template <survival_curve Survival, detail::cohort_list Cohorts>
[[nodiscard]] constexpr auto fleet(const Survival& survival, const Cohorts& cohorts) {
    return basic_fleet<Survival, Cohorts>(survival, cohorts);
}

/// Chosen only for arguments of the wrong kind, to say so in words.
template <class Survival, class... Cohorts>
    requires(!survival_curve<Survival> ||
             !((detail::is_cohort<Cohorts> && ...) || (detail::cohort_list<Cohorts> && ...)))
constexpr auto fleet(const Survival&, const Cohorts&...) {
    static_assert(survival_curve<Survival>, "fleet: the first argument must be a survival curve, such as "
                                            "retires_at_hazard(0.2 / year) or retires_after(5.0 * year)");
    static_assert(!survival_curve<Survival>,
                  "fleet: after the survival curve come cohorts, made by bought, leaked or rented");
    return detail::wrong_arguments{};
}

/// The share of a world total that a part of it makes up. \throws std::domain_error unless 0 <= part <= world and world
/// > 0.
template <detail::amount Part, detail::amount World>
[[nodiscard]] constexpr auto share_of_world(const Part& part, const World& world) {
    const auto of_part = detail::base_of(part);
    const auto of_world = detail::base_of_dimension<detail::dimension_of<Part>>(world);
    detail::require_not_negative("share_of_world", "part", of_part);
    detail::require_above_zero("share_of_world", "world's total", of_world);
    using result = common_number_t<detail::number_of<Part>, detail::number_of<World>>;
    for (int i = 0; i < lanes_of<result>; ++i) {
        const double smaller = value_at(result(of_part), i);
        const double whole = value_at(result(of_world), i);
        if (!(smaller <= whole)) detail::part_exceeds_the_world(smaller, whole);
    }
    return of_part / of_world;
}
/// The share of a part beside the rest of the world: part / (part + rest), between 0 and 1 however uncertain both are.
/// \throws std::domain_error for negative amounts and when both are zero.
template <detail::amount Part, detail::amount Rest>
[[nodiscard]] constexpr auto share_beside_rest(const Part& part, const Rest& rest) {
    const auto of_part = detail::base_of(part);
    const auto of_rest = detail::base_of_dimension<detail::dimension_of<Part>>(rest);
    detail::require_not_negative("share_beside_rest", "part", of_part);
    detail::require_not_negative("share_beside_rest", "rest of the world", of_rest);
    detail::require_above_zero("share_beside_rest", "part and rest together", of_part + of_rest);
    return of_part / (of_part + of_rest);
}

}  // namespace headway

#include <headway/header_end.hpp>
