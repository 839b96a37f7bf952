// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <headway/forecast/outcome.hpp>
#include <headway/forecast/tornado.hpp>
#include <headway/report/detail/unit_scale.hpp>

namespace headway::report {

inline constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

/// One fact of a table of results, with all that any writer needs to tell it.
struct result_cell {
    enum class kind {
        nothing,  ///< an empty cell
        text,     ///< `text`
        count,    ///< `value`, a whole number
        number,   ///< `value` in base units; plus infinity is never (or endless), not-a-number undefined
        share,    ///< `value` between 0 and 1
        date,     ///< `value` in seconds since 1970-01-01; plus infinity is never
    };
    kind is = kind::nothing;
    std::string text;
    double value = undefined;
    /// The standard error of the value, in its base units (of a date in seconds); not-a-number where it is undefined.
    double error = undefined;
    /// Of `result_table::scales()`: that of the value, of a date that of its error.
    std::size_t scale = 0;
};

/// A column of a table of results.
struct result_column {
    std::string heading;       ///< for people: "s.e."
    std::string key;           ///< for programs: "standard_error"
    bool has_error = false;    ///< its cells have standard errors
    bool show_error = false;   ///< in a table for people the error is a column of its own
    bool for_people = true;    ///< also in a table for people
    bool only_unless_zero = false;  ///< in a table for people only where some cell is above zero
};

/// A table of results: the one model that the text, Markdown, CSV, JSON and HTML writers read, so that all of them tell the
/// same facts. An outcome, the outcomes of a model with several outputs, a fan and a tornado's bars convert to one; `add`
/// puts several outcomes into one table, each in a row of its name:
/// `report::result_table().add("with export controls", a).add("without", b)`.
///
/// For an outcome it has: the date (of a fan), the output's name (of several), draws, the 5 %, 50 % and 95 % quantiles, the
/// mean and the standard deviation of the draws in which it happens, and the probability of never; each with its standard
/// error. What is undefined (the mean of what never happens, an error from a single draw, everything of a shard without
/// draws) is not-a-number here, and each writer says how it tells that.
class result_table {
  public:
    result_table() = default;
    template <any_value T>
    result_table(const outcome<T>& outcome) {  // NOLINT: implicit, so that every writer takes an outcome
        add({}, outcome);
    }
    template <class... Outputs>
    result_table(const named_outcomes<Outputs...>& outcomes) {  // NOLINT: as above
        add({}, outcomes);
    }
    template <class Outcome>
    result_table(const fan<Outcome>& fan) {  // NOLINT: as above
        add({}, fan);
    }
    /// Of a tornado: for each input its name, its low and its high level, the result there, and the swing between them.
    template <any_value T, class... Assumptions>
    result_table(const tornado_bars<T, Assumptions...>& bars) {  // NOLINT: as above
        columns_ = {{"input", "input"},           {"low", "low"},
                    {"high", "high"},             {"result at low", "result_at_low"},
                    {"result at high", "result_at_high"}, {"swing", "swing"}};
        const std::size_t scale = add_scale<T>();
        const std::size_t swing_scale = add_scale<typename value_traits<T>::difference_type>();
        for (const auto& bar : bars) {
            rows_.push_back({text_cell(std::string(bar.input)), text_cell(bar.low.input.text()),
                             text_cell(bar.high.input.text()), value_cell(bar.low.result, undefined, scale),
                             value_cell(bar.high.result, undefined, scale),
                             value_cell(bar.swing, undefined, swing_scale)});
        }
    }

    /// A row for an outcome.
    template <any_value T>
    result_table& add(std::string_view name, const outcome<T>& outcome) {
        begin_outcomes();
        add_row({}, std::string(name), outcome, add_scale<T>());
        return *this;
    }
    /// A row for each output: "name: output".
    template <class... Outputs>
    result_table& add(std::string_view name, const named_outcomes<Outputs...>& outcomes) {
        begin_outcomes();
        each_output(name, outcomes, [&](const std::string& row_name, const auto& outcome, std::size_t) {
            using value_type = typename std::remove_cvref_t<decltype(outcome)>::value_type;
            add_row({}, row_name, outcome, add_scale<value_type>());
        });
        return *this;
    }
    /// A row for each date, and for each output and date.
    template <any_value T>
    result_table& add(std::string_view name, const fan<outcome<T>>& fan) {
        begin_outcomes();
        const std::size_t scale = add_scale<T>();
        for (std::size_t i = 0; i < fan.size(); ++i) add_row(date_cell(fan.dates()[i]), std::string(name), fan[i], scale);
        return *this;
    }
    template <class... Outputs>
    result_table& add(std::string_view name, const fan<named_outcomes<Outputs...>>& fan) {
        begin_outcomes();
        const std::vector<std::size_t> scales{add_scale<typename Outputs::value_type>()...};
        for (std::size_t i = 0; i < fan.size(); ++i) {
            each_output(name, fan[i], [&](const std::string& row_name, const auto& outcome, std::size_t place) {
                add_row(date_cell(fan.dates()[i]), row_name, outcome, scales[place]);
            });
        }
        return *this;
    }

    [[nodiscard]] const std::vector<result_column>& columns() const noexcept { return columns_; }
    /// Each with one cell per column.
    [[nodiscard]] const std::vector<std::vector<result_cell>>& rows() const noexcept { return rows_; }
    /// The units in which the values of a scale can be told. Values that belong together share a scale and so a unit.
    [[nodiscard]] const std::vector<unit_scale>& scales() const noexcept { return scales_; }

    /// Some row has something in this column.
    [[nodiscard]] bool any(std::size_t column) const noexcept {
        for (const auto& row : rows_) {
            if (row[column].is != result_cell::kind::nothing) return true;
        }
        return false;
    }

  private:
    using kind = result_cell::kind;

    void begin_outcomes() {
        if (!columns_.empty()) return;
        columns_ = {{"date", "date"},
                    {"output", "output"},
                    {"draws", "draws", false, false, false},
                    {"p5", "p5", true},
                    {"p50", "p50", true},
                    {"p95", "p95", true},
                    {"mean", "mean", true, true},
                    {"std. dev.", "standard_deviation", true, false, false},
                    {"never", "probability_never", true, false, true, true}};
    }

    /// The scale of the values of a type; of dates that of their differences.
    template <class T>
    std::size_t add_scale() {
        scales_.push_back(detail::scale_of_value<typename value_traits<T>::difference_type>::get());
        return scales_.size() - 1;
    }

    template <class... Outputs, class F>
    static void each_output(std::string_view name, const named_outcomes<Outputs...>& outcomes, F f) {
        [&]<std::size_t... I>(std::index_sequence<I...>) {
            const std::string prefix = name.empty() ? std::string() : std::string(name) + ": ";
            (f(prefix + std::string(Outputs::name), outcomes.template get<I>(), I), ...);
        }(std::index_sequence_for<Outputs...>{});
    }

    [[nodiscard]] static result_cell text_cell(std::string text) {
        if (text.empty()) return {};
        return {kind::text, std::move(text)};
    }
    [[nodiscard]] static result_cell date_cell(const date& d) { return {kind::date, {}, d.seconds_since_1970()}; }
    template <any_value T>
    [[nodiscard]] static result_cell value_cell(const T& value, double error, std::size_t scale) {
        return {any_date<T> ? kind::date : kind::number, {}, base_value_of(value), error, scale};
    }
    /// What a function of an outcome returns, or not-a-number where it is undefined.
    template <class F>
    [[nodiscard]] static double or_undefined(F f) {
        try {
            return f();
        } catch (const std::domain_error&) {  // every draw is never, or there is but one
            return undefined;
        }
    }

    template <any_value T>
    void add_row(result_cell when, std::string name, const outcome<T>& o, std::size_t scale) {
        const auto cell = [&](auto is, auto value, auto error) {
            return result_cell{is, {}, or_undefined([&] { return base_value_of(value()); }),
                               or_undefined([&] { return base_value_of(error()); }), scale};
        };
        constexpr kind of_value = any_date<T> ? kind::date : kind::number;
        const bool some = o.draws() > 0;
        const auto quantile = [&](double p) {
            if (!some) return result_cell{of_value, {}, undefined, undefined, scale};
            return cell(of_value, [&] { return o.quantile(p); }, [&] { return o.quantile_standard_error(p); });
        };
        rows_.push_back({std::move(when), text_cell(std::move(name)),
                         {kind::count, {}, static_cast<double>(o.draws())},
                         quantile(0.05), quantile(0.5), quantile(0.95),
                         cell(of_value, [&] { return o.mean(); }, [&] { return o.standard_error(); }),
                         cell(kind::number, [&] { return o.stddev(); }, [&] { return o.stddev_standard_error(); }),
                         {kind::share, {}, some ? o.probability_never() : undefined,
                          some ? o.probability_never_standard_error() : undefined}});
    }

    std::vector<result_column> columns_;
    std::vector<std::vector<result_cell>> rows_;
    std::vector<unit_scale> scales_;
};

}  // namespace headway::report
