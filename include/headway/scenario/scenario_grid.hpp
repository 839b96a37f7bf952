// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/belief/shown_belief.hpp>
#include <headway/scenario/comparison.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// One belief that an axis of a grid takes, and its label in the table: given, or the belief in the notation of its
/// maker, a long list in words.
template <any_value T>
class grid_level {
  public:
    template <belief_like Belief>
    grid_level(const Belief& b) : grid_level({}, b) {  // NOLINT: implicit, for braced lists
        label_ = detail::shown_belief(belief_.parts(), detail::belief_notation_of<T>);
    }
    template <belief_like Belief>
    grid_level(std::string_view label, const Belief& b) : label_(label) {
        constexpr bool it_has_the_dimension = std::same_as<decltype(as_belief(b)), headway::belief<T>>;
        static_assert(it_has_the_dimension, "axis: a level has another dimension than the assumption of the axis");
        if constexpr (it_has_the_dimension) belief_ = as_belief(b);
    }

    [[nodiscard]] const std::string& label() const noexcept { return label_; }
    [[nodiscard]] const headway::belief<T>& belief() const noexcept { return belief_; }

  private:
    std::string label_;
    headway::belief<T> belief_;
};

/// One axis of a grid put together at run time: the beliefs that an input takes one after the other.
struct grid_axis {
    struct level {
        std::string label;
        any_belief belief;
    };
    std::string input;
    std::vector<level> levels;
};

/// One axis of a grid written in code. Make one with `axis(assumption, {...})`.
template <label Name, any_value T>
struct named_axis {
    std::vector<grid_level<T>> levels;
};

/// `axis(decline, {3.0, 4.0, ci90(3.0, 5.5)})`, or with labels `axis(decline, {{"slow", 3.0}, {"fast", 5.5}})`.
template <label Name, class T>
[[nodiscard, gnu::cold]] named_axis<Name, T> axis(const named_assumption<Name, T>&,
                                       std::initializer_list<std::type_identity_t<grid_level<T>>> levels) {
    return {levels};
}

/// An axis for a forecast: one written in code of what is not an input does not compile.
template <class Forecast>
struct axis_for : grid_axis {
    axis_for(grid_axis any) : grid_axis(std::move(any)) {}  // NOLINT: implicit, for braced lists
    template <label Name, class T>
    axis_for(const named_axis<Name, T>& named) : grid_axis{std::string(Name.view()), {}} {  // NOLINT
        using inputs_type = typename Forecast::inputs_type;
        constexpr std::size_t place = inputs_type::place_of(Name.view());
        constexpr bool it_is_of_an_input = place < inputs_type::size;
        static_assert(it_is_of_an_input, "axis: it is of an assumption that is not among the forecast's inputs");
        if constexpr (it_is_of_an_input) {
            constexpr bool it_has_the_dimension =
                std::same_as<typename inputs_type::template assumption_at<place>::value_type, T>;
            static_assert(it_has_the_dimension,
                          "axis: its assumption has another dimension than the input of that name");
        }
        for (const auto& l : named.levels) levels.push_back({l.label(), l.belief()});
    }
};

/// More combinations than this are refused: nobody reads such a table, and `spearman` or `sobol_indices` ask the
/// question of the whole range at once.
inline constexpr std::size_t most_grid_combinations = 10'000;

/// Every combination of the axes' levels as a scenario, the last axis changing fastest: "decline = slow, cost = 5
/// million USD". For few of them: `compare(f, grid_scenarios(axes), options)` keeps their draws.
/// \throws std::domain_error for no axis, an axis without levels, two axes of one input, two levels of one label, or
/// more than `most_grid_combinations`.
template <class = void>
[[nodiscard, gnu::cold]] std::vector<any_scenario> grid_scenarios(const std::vector<grid_axis>& axes);

/// One combination in the table of a grid; `versus` is against the first.
template <any_value T>
struct grid_row : comparison_row<T> {
    /// One label for each axis.
    std::vector<std::string> levels;
};

/// What one output is in every combination of a grid. Made by `compare_grid`.
template <any_value T>
struct grid_table {
    /// The input of each axis.
    std::vector<std::string> axes;
    std::vector<grid_row<T>> rows;
};

namespace detail {

template <class T>
[[nodiscard, gnu::cold]] comparison_row<T> row_of(const comparison_row<double>& r) {
    using difference_type = typename value_traits<T>::difference_type;
    const auto value = [](double x) { return value_from_base<T>(x); };
    const auto span = [](double x) { return value_from_base<difference_type>(x); };
    comparison_row<T> row{r.scenario, value(r.p5), value(r.p50), value(r.p95), span(r.standard_error), r.never, {}};
    if (!r.versus) return row;
    const auto& v = *r.versus;
    row.versus = typename comparison_row<T>::against_first{
        {}, v.below, v.equal, v.above, v.below_standard_error, v.above_standard_error, v.both_happen};
    if (v.mean) {
        row.versus->mean = {span(v.mean->value), span(v.mean->standard_error), span(v.mean->unpaired_standard_error)};
    }
    return row;
}

/// So many combinations are run at once, the first of all among them: their kept draws are what memory it takes.
inline constexpr std::size_t combinations_at_once = 16;

template <class Forecast>
[[nodiscard]] auto compare_grid(const Forecast& forecast, const std::vector<axis_for<Forecast>>& axes,
                                const std::vector<date>& dates, const simulation& options, progress_ref progress) {
    const std::vector<any_scenario> scenarios = grid_scenarios(std::vector<grid_axis>(axes.begin(), axes.end()));
    // Before any work: what does not fit the forecast.
    (void)scenario_list<Forecast>(scenarios).forecasts("grid", forecast);

    const std::size_t fresh = combinations_at_once - 1;
    const std::uint64_t batches = scenarios.size() > 1 ? (scenarios.size() - 2) / fresh + 1 : 1;
    std::vector<std::vector<comparison_row<double>>> rows;
    for (std::uint64_t b = 0; b < batches; ++b) {
        const std::size_t first = 1 + b * fresh;
        std::vector<any_scenario> batch{scenarios[0]};
        for (std::size_t i = first; i < std::min(first + fresh, scenarios.size()); ++i) batch.push_back(scenarios[i]);
        const scenario_forecasts<Forecast> under("compare_grid", forecast, batch);
        const common_draws all("compare_grid", under.names(), under.models(), dates,
                               options.keep ? pairing::afterwards : pairing::with_first);
        scenario_columns columns = all.run(options, [&](std::uint64_t done, std::uint64_t of) {
            return progress(b * of + done, batches * of);
        });
        rows.resize(columns.columns_each);
        for (std::size_t c = 0; c < rows.size(); ++c) {
            const auto compared = comparison_of<double>(all.names(), columns, c, options.keep).rows();
            rows[c].insert(rows[c].end(), compared.begin() + (b == 0 ? 0 : 1), compared.end());
        }
    }
    return arrange<grid_table, Forecast>(dates, [&]<class T>(std::type_identity<T>, std::size_t c) {
            grid_table<T> table;
            for (const grid_axis& a : axes) table.axes.push_back(a.input);
            for (std::size_t i = 0; i < scenarios.size(); ++i) {
                grid_row<T> row{row_of<T>(rows[c][i]), {}};
                std::size_t repeats = scenarios.size();
                for (const grid_axis& a : axes) {
                    repeats /= a.levels.size();
                    row.levels.push_back(a.levels[i / repeats % a.levels.size()].label);
                }
                table.rows.push_back(std::move(row));
            }
            return table;
        });
}

}  // namespace detail

/// Runs a forecast in every combination of some overrides, on common draws:
///
///     const auto table = compare_grid(affordable, {axis(decline, {3.0, 4.0, 5.5}),
///                                                  axis(first_run, {{"cheap", 80.0 * million_usd}, {"dear", ...}})},
///                                     {.draws = 10'000, .seed = 2025});
///     for (const auto& row : table.rows) ...  row.levels, row.p5, row.p50, row.p95, row.standard_error, row.versus
///
/// The last axis changes fastest. The result is a `grid_table<T>`, for a model that returns `outputs(...)` one for
/// each, `get<"cost">(table)`. Memory holds the draws of 16 combinations at a time.
/// \throws std::domain_error before any work, as `grid_scenarios` and for what does not fit the forecast; model_error
/// naming the combination; simulation_cancelled.
template <class Model, class... Assumptions, class Progress = no_progress>
[[nodiscard]] auto
compare_grid(const basic_forecast<Model, Assumptions...>& forecast,
             const std::type_identity_t<std::vector<axis_for<basic_forecast<Model, Assumptions...>>>>& axes,
             const simulation& options = {}, Progress progress = {}) {
    constexpr bool needs_no_dates = !basic_forecast<Model, Assumptions...>::over_time;
    static_assert(needs_no_dates,
                  "compare_grid: this is a forecast over time: give the dates, compare_grid(f, dates, {...})");
    if constexpr (needs_no_dates) {
        return detail::compare_grid(forecast, axes, {}, options, detail::told(progress));
    }
}

/// The grid of a forecast over time: a `fan` with one table for each of the dates.
template <class Model, class... Assumptions, class Progress = no_progress>
    requires basic_forecast<Model, Assumptions...>::over_time
[[nodiscard]] auto
compare_grid(const basic_forecast<Model, Assumptions...>& forecast, const std::vector<date>& dates,
             const std::type_identity_t<std::vector<axis_for<basic_forecast<Model, Assumptions...>>>>& axes,
             const simulation& options = {}, Progress progress = {}) {
    if (dates.empty()) {
        throw std::domain_error("compare_grid: no dates given for a forecast over time; give at least one");
    }
    return detail::compare_grid(forecast, axes, dates, options, detail::told(progress));
}

}  // namespace headway

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/scenario/bodies/scenario_grid.hpp>
#endif
