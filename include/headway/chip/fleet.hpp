// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <string_view>

#include <headway/chip/cohort.hpp>
#include <headway/chip/retirement.hpp>

#include <headway/header_begin.hpp>

namespace headway {

namespace detail {

[[noreturn]] inline void fleet_has_no_such_generation(std::string_view name) {
    throw std::domain_error("fleet: it has no chips of a generation " + std::string(name));
}

}  // namespace detail

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

}  // namespace headway

#include <headway/header_end.hpp>
