// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <tuple>

#include <headway/project/stages.hpp>
#include <headway/text/label.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// \defgroup lead_time_scenario What happens to a project A scenario is a function from a project to the project that
/// it becomes: `delays<"tools">(6.0 * month)(fab)`. It changes stages by name, of a project known at compile time or
/// of a network, and is also told what it costs. `scenario_of(a, b, ...)` makes one of several. To compare scenarios
/// on common draws, return the project with each as outputs of one forecast.
/// @{

/// What stands for no money at all.
inline constexpr quantity<dim::money> no_cost{};

namespace detail {

template <label Name, class Project>
[[nodiscard]] constexpr auto duration_of_stage(const Project& project) {
    if constexpr (any_project<Project>) {
        return project.template duration_of<Name>();
    } else {
        return project.duration_of(Name.view());
    }
}
template <label Name, class Project, class Span>
[[nodiscard]] constexpr auto with_stage(const Project& project, const Span& span) {
    if constexpr (any_project<Project>) {
        return project.template with<Name>(span);
    } else {
        return project.with(Name.view(), span);
    }
}

/// Changes the duration of one stage.
template <label Name, class Change>
struct stage_change {
    Change change;

    template <class Project>
    [[nodiscard]] constexpr auto operator()(const Project& project) const {
        return with_stage<Name>(project, change(duration_of_stage<Name>(project)));
    }
    template <class Project>
    [[nodiscard]] constexpr auto cost(const Project&) const {
        return no_cost;
    }
};
template <label Name, class Change>
[[nodiscard]] constexpr auto change_of_stage(const Change& change) {
    return stage_change<Name, Change>{change};
}

template <class Number>
struct every_stage_times {
    Number factor;

    template <class Project>
    [[nodiscard]] constexpr auto operator()(const Project& project) const {
        return project.with_each([f = factor](const auto& span) { return span * f; });
    }
    template <class Project>
    [[nodiscard]] constexpr auto cost(const Project&) const {
        return no_cost;
    }
};

template <label Name, class Saved, class Price>
struct expedited_stage {
    quantity<dim::time, Saved> saved;
    quantity<divided<dim::money, dim::time>, Price> price;

    template <class Project>
    [[nodiscard]] constexpr auto saved_of(const Project& project) const {
        return min(saved, duration_of_stage<Name>(project));
    }
    template <class Project>
    [[nodiscard]] constexpr auto operator()(const Project& project) const {
        return with_stage<Name>(project, duration_of_stage<Name>(project) - saved_of(project));
    }
    template <class Project>
    [[nodiscard]] constexpr auto cost(const Project& project) const {
        return saved_of(project) * price;
    }
};

template <class... Scenarios>
struct joint_scenario {
    std::tuple<Scenarios...> all;

    template <class Project>
    [[nodiscard]] constexpr auto operator()(const Project& project) const {
        return after<0>(project);
    }
    /// Each scenario's cost is that on the project as those before it leave it.
    template <class Project>
    [[nodiscard]] constexpr auto cost(const Project& project) const {
        return cost_from<0>(project);
    }

  private:
    template <std::size_t I, class Project>
    constexpr auto after(const Project& project) const {
        if constexpr (I == sizeof...(Scenarios)) {
            return project;
        } else {
            return after<I + 1>(std::get<I>(all)(project));
        }
    }
    template <std::size_t I, class Project>
    constexpr auto cost_from(const Project& project) const {
        if constexpr (I == sizeof...(Scenarios)) {
            return no_cost;
        } else {
            return std::get<I>(all).cost(project) + cost_from<I + 1>(std::get<I>(all)(project));
        }
    }
};

template <class Number>
constexpr void require_chance(const char* function, const char* what, const Number& x) {
    if (!all_of(x >= 0.0 && x <= 1.0)) {
        value_breaks_a_rule(function, what, "must be between 0 and 1",
                            offender(x, [](double v) { return !(v >= 0.0 && v <= 1.0); }));
    }
}

}  // namespace detail

/// The stage takes `factor` times as long. \throws std::domain_error for a factor that is negative or not finite.
template <label Name, number_like Factor>
[[nodiscard]] constexpr auto multiplies(const Factor& factor) {
    const auto f = to_number(factor);
    detail::require_not_negative("multiplies", "factor", f);
    return detail::change_of_stage<Name>([f](const auto& span) { return span * f; });
}
/// Every stage takes `factor` times as long, such as twice (figures::schmidt::fab_time_multiplier).
/// \throws std::domain_error for a factor that is negative or not finite.
template <number_like Factor>
[[nodiscard]] constexpr auto multiplies_all(const Factor& factor) {
    const auto f = to_number(factor);
    detail::require_not_negative("multiplies_all", "factor", f);
    return detail::every_stage_times<as_number_t<Factor>>{f};
}
/// The stage takes this time instead. \throws std::domain_error for a time that is negative or not finite.
template <label Name, time_like Span>
[[nodiscard]] constexpr auto replaces(const Span& duration) {
    const auto span = as_time(duration);
    detail::require_duration(Name.view(), span.base_value());
    return detail::change_of_stage<Name>([span](const auto&) { return span; });
}
/// The stage takes so much longer. \throws std::domain_error for a delay that is negative or not finite.
template <label Name, time_like Span>
[[nodiscard]] constexpr auto delays(const Span& by) {
    const auto span = as_time(by);
    detail::require_not_negative("delays", "delay in seconds", span.base_value());
    return detail::change_of_stage<Name>([span](const auto& duration) { return duration + span; });
}
/// The stage takes so much longer if something happens: `happens` is 1 or 0 in each draw, as of an assumption that is
/// `bernoulli(probability)`; a share between them delays by that share.
/// \throws std::domain_error unless `happens` is from 0 to 1, and for a delay that is negative or not finite.
template <label Name, number_like Happens, time_like Span>
[[nodiscard]] constexpr auto disrupts(const Happens& happens, const Span& by) {
    const auto share = to_number(happens);
    detail::require_chance("disrupts", "happens", share);
    detail::require_not_negative("disrupts", "delay in seconds", as_time(by).base_value());
    const auto span = share * as_time(by);
    return detail::change_of_stage<Name>([span](const auto& duration) { return duration + span; });
}
/// The stage takes so much less time (at the least none), at a price per time saved in it: `cost(project)` is that
/// price times the time it does save. \throws std::domain_error for a saving or a price that is negative or not
/// finite.
template <label Name, time_like Span, class Price>
[[nodiscard]] constexpr auto expedites(const Span& by, const quantity<divided<dim::money, dim::time>, Price>& price) {
    detail::require_not_negative("expedites", "time saved in seconds", as_time(by).base_value());
    detail::require_not_negative("expedites", "price in USD per second", price.base_value());
    return detail::expedited_stage<Name, time_number_t<Span>, Price>{as_time(by), price};
}
/// Chosen only for a price of the wrong kind, to say so in words.
template <label Name, class Span, class Price>
constexpr auto expedites(const Span&, const Price&) {
    constexpr bool is_a_price = !std::same_as<Price, Price>;
    static_assert(time_like<Span>, "expedites: the first argument must be a span of time, such as 3.0 * month");
    static_assert(is_a_price, "expedites: the price must be money per time, such as 10.0 * million_usd / month");
    return detail::wrong_arguments{};
}

/// Several scenarios, one after another, as one. Of none: the project as it is.
template <class... Scenarios>
[[nodiscard]] constexpr auto scenario_of(const Scenarios&... scenarios) {
    return detail::joint_scenario<Scenarios...>{std::tuple<Scenarios...>(scenarios...)};
}
/// @}

}  // namespace headway

#include <headway/header_end.hpp>
