// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/testing/check_report.hpp>
#include <headway/testing/detail/support_settings.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// The least and the greatest result of a model over its inputs' supports, and whether they stay between two bounds.
template <any_value T>
class bounded_report : public check_report {
  public:
    struct extreme {
        T value;
        counterexample at;
    };

    bounded_report(const T& low, const T& high, std::size_t settings, extreme least, extreme greatest)
        : low_(low), high_(high), settings_(settings), least_(std::move(least)), greatest_(std::move(greatest)) {}

    [[nodiscard]] explicit operator bool() const noexcept { return low_ <= least_.value && greatest_.value <= high_; }
    /// The extreme results seen, with the inputs that give them.
    [[nodiscard]] const extreme& least() const noexcept { return least_; }
    [[nodiscard]] const extreme& greatest() const noexcept { return greatest_; }

    [[nodiscard, gnu::cold]] std::string text() const {
        const auto shown = [](const T& x) { return detail::value_text(x); };
        const std::string bounds = shown(low_) + " to " + shown(high_);
        const std::string where = " in " + std::to_string(settings_) + " settings of the inputs";
        if (*this) {
            return "the result stays within " + bounds + where + ": from " + shown(least_.value) + " to " +
                   shown(greatest_.value);
        }
        std::string text = "the result leaves " + bounds + ":";
        if (!(low_ <= least_.value)) text += "\n  " + least_.at.text();
        if (!(greatest_.value <= high_)) text += "\n  " + greatest_.at.text();
        return text;
    }

  private:
    T low_;
    T high_;
    std::size_t settings_;
    extreme least_;
    extreme greatest_;
};

namespace detail {

template <class Pick, class Forecast, class Low, class High>
[[nodiscard]] auto check_bounded(const Forecast& forecast, const std::vector<date>& dates, const Low& low,
                                 const High& high, const support_search& search) {
    using values = typename Forecast::template values<double>;
    using T = decltype(Pick{}(model_at(forecast, std::declval<const values&>(), date{})));
    constexpr bool bounds_are_like_the_result = std::convertible_to<const Low&, T> && std::convertible_to<const High&, T>;
    static_assert(bounds_are_like_the_result, "bounded: the bounds must be of the result's dimension");
    if constexpr (bounds_are_like_the_result) {
        require_search("bounded", search);
        require_dates("bounded", dates);
        const T lowest = low;
        const T highest = high;
        if (!(lowest <= highest)) {
            value_breaks_a_rule("bounded", "low", "must not be above high", base_value_of(lowest));
        }
        using extreme = typename bounded_report<T>::extreme;
        std::optional<extreme> least;
        std::optional<extreme> greatest;
        std::size_t settings = 0;
        const auto visit = [&](const values& in) {
            ++settings;
            for (const date& when : dates) {
                const auto result = model_checked_at("bounded", nullptr, forecast, in, when);
                const T value = Pick{}(result);
                const auto found = [&] {
                    const auto c = counterexample_of(forecast, in, result);
                    return extreme{value, Forecast::over_time ? c.on(when) : c};
                };
                if (!least || value < least->value) least = found();
                if (!greatest || value > greatest->value) greatest = found();
            }
        };
        for (const values& setting : settings_of(forecast, search)) visit(setting);
        constexpr auto places = std::make_index_sequence<Forecast::inputs_type::size>{};
        const values central = forecast.central_values();
        [&]<std::size_t... I>(std::index_sequence<I...>) {
            (
                [&] {
                    for (const auto& x : support_grid(forecast.inputs().template get<I>().belief(), search)) {
                        visit(with_input<I>(central, x, places));
                    }
                }(),
                ...);
        }(places);
        return bounded_report<T>(lowest, highest, settings, std::move(*least), std::move(*greatest));
    }
}

}  // namespace detail

/// Whether the result stays between two bounds, ends included: `bounded(share, 0.0, 1.0)`. Checked with each input over
/// its whole support, at evenly spaced and extreme quantiles, the others at their medians, and with all inputs in the
/// corners of their supports and at quasi-random points. For a model with several outputs name one:
/// `bounded<"share">(f, 0.0, 1.0)`. \throws std::domain_error unless low <= high; model_error where the model throws or
/// returns what is not a number. *Not for* how likely it is to leave them: see `holds`.
template <class Model, class... Assumptions, class Low, class High>
    requires(!basic_forecast<Model, Assumptions...>::over_time)
[[nodiscard]] auto bounded(const basic_forecast<Model, Assumptions...>& forecast, const Low& low, const High& high,
                           const support_search& search = {}) {
    return detail::check_bounded<detail::only_result>(forecast, {date::never()}, low, high, search);
}
/// Over time: on each of these dates.
template <class Model, class... Assumptions, class Low, class High>
    requires basic_forecast<Model, Assumptions...>::over_time
[[nodiscard]] auto bounded(const basic_forecast<Model, Assumptions...>& forecast, const std::vector<date>& dates,
                           const Low& low, const High& high, const support_search& search = {}) {
    return detail::check_bounded<detail::only_result>(forecast, dates, low, high, search);
}
/// The same for the output of that name.
template <label Output, class Model, class... Assumptions, class Low, class High>
    requires(!basic_forecast<Model, Assumptions...>::over_time)
[[nodiscard]] auto bounded(const basic_forecast<Model, Assumptions...>& forecast, const Low& low, const High& high,
                           const support_search& search = {}) {
    return detail::check_bounded<detail::output_of_name<Output>>(forecast, {date::never()}, low, high, search);
}
template <label Output, class Model, class... Assumptions, class Low, class High>
    requires basic_forecast<Model, Assumptions...>::over_time
[[nodiscard]] auto bounded(const basic_forecast<Model, Assumptions...>& forecast, const std::vector<date>& dates,
                           const Low& low, const High& high, const support_search& search = {}) {
    return detail::check_bounded<detail::output_of_name<Output>>(forecast, dates, low, high, search);
}

}  // namespace headway

#include <headway/header_end.hpp>
