// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/quantity/value_kind.hpp>
#include <headway/testing/check_report.hpp>
#include <headway/testing/detail/support_settings.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// Whether a model says the same in other base units, by dimension.
class unit_report : public check_report {
  public:
    struct breach {
        std::string dimension;
        /// The inputs as they are; those that were scaled are not believed, so they are only told.
        counterexample at;
        /// By how much every amount of the dimension was multiplied, and what the model gave and should have given.
        double factor;
        std::string got;
        std::string expected;
    };

    unit_report(std::vector<std::string> dimensions, std::vector<breach> breaches)
        : dimensions_(std::move(dimensions)), breaches_(std::move(breaches)) {}

    [[nodiscard]] explicit operator bool() const noexcept { return breaches_.empty(); }
    /// The base dimensions that were checked.
    [[nodiscard]] const std::vector<std::string>& dimensions() const noexcept { return dimensions_; }
    /// At most one for each dimension.
    [[nodiscard]] const std::vector<breach>& breaches() const noexcept { return breaches_; }

    template <class = void>
    [[nodiscard, gnu::cold]] std::string text() const;

  private:
    std::vector<std::string> dimensions_;
    std::vector<breach> breaches_;
};

namespace detail {

/// The factor on a value of this kind when every amount of a base dimension is multiplied by `factor`.
template <class = void>
[[nodiscard, gnu::cold]] double scale_of(const value_kind& kind, std::string_view dimension, double factor);

template <any_value T>
[[nodiscard, gnu::cold]] T scaled(const T& value, std::string_view dimension, double factor) {
    return value_from_base<T>(base_value_of(value) * scale_of(value_kind::of<T>(), dimension, factor));
}

/// `f(value)` for each value that a model returned.
template <class Result, class F>
[[gnu::cold]] void each_value(const Result& result, F f) {
    if constexpr (is_named_outputs<Result>) {
        result.for_each([&](const auto& output) { f(output.value); });
    } else if constexpr (std::is_arithmetic_v<Result>) {
        f(to_number(result));
    } else {
        f(result);
    }
}

template <class Forecast>
class unit_check {
  public:
    using values = typename Forecast::template values<double>;

    unit_check(const Forecast& forecast, const std::vector<date>& dates, const support_search& search)
        : forecast_(forecast), dates_(dates), search_(search) {
        require_search("unit_invariant", search);
        require_dates("unit_invariant", dates);
        settings_ = settings_of(forecast, search);
        each_input_value(forecast, settings_[0], [&](const auto&, const auto& value) { note_kind(value); });
        each_value(model_checked_at("unit_invariant", nullptr, forecast, settings_[0], dates[0]),
                   [&](const auto& value) { note_kind(value); });
    }

    /// The base dimensions of inputs and results but time.
    [[nodiscard, gnu::cold]] std::vector<std::string> usual_dimensions() const {
        std::vector<std::string> usual;
        for (const auto& d : dimensions_) {
            if (d != dim::time::name) usual.push_back(d);
        }
        if (usual.empty()) {
            throw std::domain_error("unit_invariant: neither inputs nor result have a dimension other than time, so there "
                                    "is nothing to check; name time if it shall scale, unit_invariant<dim::time>(f)");
        }
        return usual;
    }
    [[gnu::cold]] void require_dimension(std::string_view dimension) const {
        if (dimension == dim::time::name && has_dates_) {
            throw std::domain_error("unit_invariant: the forecast has dates, which have no zero to scale time from; "
                                    "check the other dimensions");
        }
        for (const auto& d : dimensions_) {
            if (d == dimension) return;
        }
        throw std::domain_error("unit_invariant: neither an input nor the result has to do with " +
                                std::string(dimension) + ", so there is nothing to check");
    }

    [[nodiscard, gnu::cold]] unit_report run(const std::vector<std::string>& dimensions) const {
        std::vector<unit_report::breach> breaches;
        for (const auto& dimension : dimensions) find(dimension, breaches);
        return {dimensions, std::move(breaches)};
    }

  private:
    template <class T>
    [[gnu::cold]] void note_kind(const T&) {
        constexpr auto kind = value_kind::of<T>();
        has_dates_ = has_dates_ || kind.is_date();
        for (const auto& f : kind) {
            bool known = false;
            for (const auto& d : dimensions_) known = known || d == f.name;
            if (!known) dimensions_.emplace_back(f.name);
        }
    }

    [[gnu::cold]] void find(const std::string& dimension, std::vector<unit_report::breach>& breaches) const {
        for (const double factor : {1024.0, 1.0 / 1024.0}) {
            for (const values& setting : settings_) {
                for (const date& when : dates_) {
                    if (differs(dimension, factor, setting, when, breaches)) return;
                }
            }
        }
    }
    [[nodiscard, gnu::cold]] bool differs(const std::string& dimension, double factor, const values& setting, const date& when,
                               std::vector<unit_report::breach>& breaches) const {
        const auto plain = model_checked_at("unit_invariant", nullptr, forecast_, setting, when);
        const values in = [&]<std::size_t... I>(std::index_sequence<I...>) {
            return values(scaled(setting.template get<I>(), dimension, factor)...);
        }(std::make_index_sequence<Forecast::inputs_type::size>{});
        std::vector<double> expected;
        std::string expected_text;
        each_value(plain, [&](const auto& value) {
            const auto should = scaled(value, dimension, factor);
            expected.push_back(base_value_of(should));
            expected_text += (expected_text.empty() ? "" : ", ") + value_text(should);
        });
        std::string got_text;
        bool same = true;
        try {
            const auto got = model_at(forecast_, in, when);
            std::size_t i = 0;
            each_value(got, [&](const auto& value) {
                same = same && nearly_equal(expected[i++], base_value_of(value), search_.tolerance);
                got_text += (got_text.empty() ? "" : ", ") + value_text(value);
            });
        } catch (const std::exception& e) {
            // The model gave an answer before, so what it holds against these inputs is a limit of its own.
            same = false;
            got_text = std::string("the error \"") + e.what() + "\"";
        }
        if (same) return false;
        const auto found = counterexample_of(forecast_, setting, plain);
        breaches.push_back({dimension, Forecast::over_time ? found.on(when) : found, factor, got_text, expected_text});
        return true;
    }

    const Forecast& forecast_;
    std::vector<date> dates_;
    const support_search& search_;
    std::vector<values> settings_;
    std::vector<std::string> dimensions_;
    bool has_dates_ = false;
};

template <class... Dimensions, class Forecast>
[[nodiscard, gnu::cold]] unit_report check_units(const Forecast& forecast, const std::vector<date>& dates,
                                      const support_search& search) {
    const unit_check<Forecast> check(forecast, dates, search);
    if constexpr (sizeof...(Dimensions) == 0) {
        return check.run(check.usual_dimensions());
    } else {
        (check.require_dimension(Dimensions::name), ...);
        return check.run({std::string(Dimensions::name)...});
    }
}

}  // namespace detail

/// Whether a model says the same in other base units (dimensional homogeneity): every input is written in units 1024 times
/// smaller and larger, dimension by dimension, and each result must change by the power of that factor which its own
/// dimension has. A model fails that reads `.in(million_usd)` and goes on with the plain number, or compares it with one;
/// and one that holds an amount of its own, `5.0 * million_usd`, which is an assumption without a source: make it an
/// input. Without a dimension named, `unit_invariant(f)` checks all base dimensions of inputs and result but time, which
/// enters most models as the year of a yearly factor; `unit_invariant<dim::money, dim::time>(f)` names them. Checked at
/// the inputs' medians, in the corners of their supports and at quasi-random points.
/// \throws std::domain_error where there is nothing to check, and for time where a value is a date; model_error where the
/// model throws at the inputs as they are believed.
template <class... Dimensions, class Model, class... Assumptions>
    requires(!basic_forecast<Model, Assumptions...>::over_time)
[[nodiscard, gnu::cold]] unit_report unit_invariant(const basic_forecast<Model, Assumptions...>& forecast,
                                         const support_search& search = {}) {
    return detail::check_units<Dimensions...>(forecast, {date::never()}, search);
}
/// Over time: on each of these dates.
template <class... Dimensions, class Model, class... Assumptions>
    requires basic_forecast<Model, Assumptions...>::over_time
[[nodiscard, gnu::cold]] unit_report unit_invariant(const basic_forecast<Model, Assumptions...>& forecast,
                                         const std::vector<date>& dates, const support_search& search = {}) {
    return detail::check_units<Dimensions...>(forecast, dates, search);
}

}  // namespace headway

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/testing/bodies/unit_invariant.hpp>
#endif
