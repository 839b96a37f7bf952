// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/testing/check_report.hpp>
#include <headway/testing/detail/support_settings.hpp>
#include <headway/trend/crossing.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// Whether a model's result goes one way in an input, with the steepest step the other way.
class monotone_report : public check_report {
  public:
    struct step {
        counterexample from;
        counterexample to;
    };

    monotone_report(std::string_view input, headway::direction way, std::size_t points, std::size_t settings,
                    std::optional<step> worst)
        : input_(input), way_(way), points_(points), settings_(settings), worst_(std::move(worst)) {}

    [[nodiscard]] explicit operator bool() const noexcept { return !worst_; }
    /// The step against the direction that changes the result most; null when there is none. From the first to the second
    /// only the one input grows.
    [[nodiscard]] const step* worst() const noexcept { return worst_ ? &*worst_ : nullptr; }

    template <class = void>
    [[nodiscard, gnu::cold]] std::string text() const;

  private:
    std::string input_;
    headway::direction way_;
    std::size_t points_;
    std::size_t settings_;
    std::optional<step> worst_;
};

namespace detail {

template <class Pick, class Forecast, label Name, class T>
[[nodiscard, gnu::cold]] monotone_report check_monotone(const Forecast& forecast, const std::vector<date>& dates,
                                             const named_assumption<Name, T>&, headway::direction way,
                                             const support_search& search) {
    using inputs_type = typename Forecast::inputs_type;
    constexpr std::size_t place = inputs_type::place_of(Name.view());
    constexpr bool assumption_is_an_input = place < inputs_type::size;
    static_assert(assumption_is_an_input, "monotone_in: the assumption is not among the forecast's inputs");
    if constexpr (assumption_is_an_input) {
        if (way == headway::direction::either) {
            throw std::domain_error("monotone_in: direction must be rising or falling, got either; ask for one of them");
        }
        require_search("monotone_in", search);
        require_dates("monotone_in", dates);
        const auto grid = support_grid(forecast.inputs().template get<place>().belief(), search);
        const auto settings = settings_of(forecast, search);
        const auto at = [&](const auto& setting, std::size_t i) {
            return with_input<place>(setting, grid[i], std::make_index_sequence<inputs_type::size>{});
        };
        const auto result_at = [&](const auto& values, const date& when) {
            return Pick{}(model_checked_at("monotone_in", nullptr, forecast, values, when));
        };
        std::optional<monotone_report::step> worst;
        double worst_drop = 0.0;
        for (const auto& setting : settings) {
            for (const date& when : dates) {
                double before = 0.0;
                for (std::size_t i = 0; i < grid.size(); ++i) {
                    const auto result = result_at(at(setting, i), when);
                    const double now = base_value_of(result);
                    const double drop = way == headway::direction::rising ? before - now : now - before;
                    const bool drops = i > 0 && drop > worst_drop && !nearly_equal(before, now, search.tolerance);
                    if (drops) {
                        worst_drop = drop;
                        const auto found = [&](std::size_t point) {
                            const auto values = at(setting, point);
                            const auto c = counterexample_of(forecast, values, result_at(values, when));
                            return Forecast::over_time ? c.on(when) : c;
                        };
                        worst = monotone_report::step{found(i - 1), found(i)};
                    }
                    before = now;
                }
            }
        }
        return {Name.view(), way, grid.size(), settings.size(), std::move(worst)};
    } else {
        return {Name.view(), way, 0, 0, {}};
    }
}

}  // namespace detail

/// Whether the result never falls (rises) when one input grows and the others stay: `monotone_in(f, decline,
/// direction::falling)`. Checked over the input's whole support, at evenly spaced and extreme quantiles, with the other
/// inputs at their medians, in the corners of their supports and at quasi-random points; so a breach in a small part of
/// the others' space can be missed. The result may also stay. *Never* counts as the latest date. For a model with several outputs name one:
/// `monotone_in<"cost">(f, ...)`. \throws model_error where the model throws or returns what is not a number.
template <class Model, class... Assumptions, label Name, class T>
    requires(!basic_forecast<Model, Assumptions...>::over_time)
[[nodiscard, gnu::cold]] monotone_report monotone_in(const basic_forecast<Model, Assumptions...>& forecast,
                                          const named_assumption<Name, T>& input, direction way,
                                          const support_search& search = {}) {
    return detail::check_monotone<detail::only_result>(forecast, {date::never()}, input, way, search);
}
/// Over time: on each of these dates.
template <class Model, class... Assumptions, label Name, class T>
    requires basic_forecast<Model, Assumptions...>::over_time
[[nodiscard, gnu::cold]] monotone_report monotone_in(const basic_forecast<Model, Assumptions...>& forecast,
                                          const std::vector<date>& dates, const named_assumption<Name, T>& input,
                                          direction way, const support_search& search = {}) {
    return detail::check_monotone<detail::only_result>(forecast, dates, input, way, search);
}
/// The same for the output of that name.
template <label Output, class Model, class... Assumptions, label Name, class T>
    requires(!basic_forecast<Model, Assumptions...>::over_time)
[[nodiscard, gnu::cold]] monotone_report monotone_in(const basic_forecast<Model, Assumptions...>& forecast,
                                          const named_assumption<Name, T>& input, direction way,
                                          const support_search& search = {}) {
    return detail::check_monotone<detail::output_of_name<Output>>(forecast, {date::never()}, input, way, search);
}
template <label Output, class Model, class... Assumptions, label Name, class T>
    requires basic_forecast<Model, Assumptions...>::over_time
[[nodiscard, gnu::cold]] monotone_report monotone_in(const basic_forecast<Model, Assumptions...>& forecast,
                                          const std::vector<date>& dates, const named_assumption<Name, T>& input,
                                          direction way, const support_search& search = {}) {
    return detail::check_monotone<detail::output_of_name<Output>>(forecast, dates, input, way, search);
}

}  // namespace headway

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/testing/bodies/monotone_in.hpp>
#endif
