// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/decision/detail/information_gain.hpp>
#include <headway/forecast/output_query.hpp>
#include <headway/scenario/comparison.hpp>
#include <headway/sensitivity/spearman.hpp>

#include <headway/header_begin.hpp>

namespace headway {

namespace detail {

template <class T, class Model, class... Assumptions>
[[nodiscard]] auto value_of_information(const basic_forecast<Model, Assumptions...>& forecast,
                                        const scenario_list<basic_forecast<Model, Assumptions...>>& decisions,
                                        better preferred, const std::vector<date>& dates, std::size_t place,
                                        const simulation& options, progress_ref progress) {
    using forecast_type = basic_forecast<Model, Assumptions...>;
    refuse_paths("value_of_information", forecast.inputs().records(), sizeof...(Assumptions),
                 "compare(f, decisions) tells how often each is best");
    require_choice("value_of_information", decisions.size(), "decision");
    require_information_run("value_of_information", options);
    const scenario_forecasts<forecast_type> under("value_of_information", forecast, decisions);
    const std::vector<model_call> models = under.models();
    const common_draws all("value_of_information", under.names(), models, dates, pairing::afterwards);
    scenario_columns run = all.run(options, progress);

    decision_table table;
    information_values<T, Assumptions...> result;
    const double sign = preferred == better::higher ? 1.0 : -1.0;
    const double middle = run.of(0, place).pivot();
    for (std::size_t d = 0; d < decisions.size(); ++d) {
        const draw_column& c = run.of(d, place);
        refuse_never("value_of_information", all.names()[d], c);
        const outcome<T> o(run.identity_of(d), c);
        result.decisions.push_back({all.names()[d], o.mean(), o.standard_error()});
        table.add(c.kept().front().draws(), sign, middle);
    }
    result.best = table.best;
    const std::size_t replicates = run.of(0, place).replicates().size();
    result.all = with_units<T>(information_of("all inputs", table.regrets(table.best), run.identity, replicates));

    std::vector<known_columns> known(sizeof...(Assumptions));
    for (std::size_t d = 0; d < models.size(); ++d) {
        auto drawn = drawn_again(models[d], *run.identity, run.of(d, place).kept());
        for (std::size_t i = 0; i < known.size(); ++i) {
            bool is_known = false;
            for (std::size_t e = 0; e < d; ++e) {
                is_known = is_known || models[e].inputs[i].parts() == models[d].inputs[i].parts();
            }
            if (!is_known) known[i].push_back(std::move(drawn[i]));
        }
    }

    const information_bins knowing(table, *run.identity, replicates);
    std::array<information_value<T>, sizeof...(Assumptions)> rows{information_value<T>{Assumptions::name, {}, {}}...};
    for (std::size_t i = 0; i < rows.size(); ++i) {
        rows[i] = with_units<T>(information_of(rows[i].input, knowing.gains(known[i]), run.identity, replicates));
    }
    std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.value > b.value; });
    result.inputs = sensitivity_rows<information_value<T>, Assumptions...>(rows);
    return result;
}

}  // namespace detail

/// The expected value of perfect information for a decision between scenarios, in units of the result: what it would be
/// worth, on average, to know an input (EVPPI), or all inputs (EVPI), before deciding:
///
///     value_of_information(profit, {build_here, build_abroad, wait}, better::higher, {.draws = 100'000, .seed = 1})
///     value_of_information<"cost">(plan, {buy, rent}, better::lower)
///
/// EVPI = E[max u_d] - max E[u_d], EVPPI of x = E[max E[u_d | x]] - max E[u_d], each maximum over the decisions d, u_d
/// the result (its negative for `better::lower`). An input that decisions believe differently is known by its common
/// random number, that is by what it is under each of them; one that each decision sets for itself tells nothing.
/// Method: all decisions on common draws, one run for all inputs. Draws are put into ceil(cbrt(n)) bins of equal size
/// by the input; in each bin the better decision is found on nine tenths of the draws (Sobol': on all scramblings but
/// one) and judged on the others.
/// Bias: an estimate is what the decisions found this way gain, so on average it is below the true value, for two
/// decisions by about f (s² b / (1.8 n) + w² / 24): given x, their expected difference has the density f at zero and
/// moves by w across the bin there, s is the standard deviation around it and b the number of bins. With 10 000 draws
/// that is some thousandths of the standard deviation of the difference. An input without influence has 0 within its
/// error.
/// An input that in no bin turns the decision has the value 0 with the error 0.
/// Standard errors: of the mean gain, over the scramblings of a Sobol' run, an upper bound for a Latin hypercube. They
/// do not hold the bias.
/// *Not for* what a study with errors of its own is worth, which is less.
/// \throws std::domain_error for fewer than two decisions, fewer than 512 draws, a streaming run, a shard, a result
/// that is never or infinite in some draw, and as `compare`.
/// Source: Strong and Oakley, An efficient method for computing single-parameter partial expected value of perfect
/// information, Medical Decision Making 33 (2013) 755-766.
template <label Output = "", class Model, class... Assumptions, class Progress = no_progress>
[[nodiscard]] auto
value_of_information(const basic_forecast<Model, Assumptions...>& forecast,
                     const std::type_identity_t<scenario_list<basic_forecast<Model, Assumptions...>>>& decisions,
                     better preferred, const simulation& options = {}, Progress progress = {}) {
    using forecast_type = basic_forecast<Model, Assumptions...>;
    if constexpr (detail::question_is_clear<Output, forecast_type>()) {
        using value_type = typename detail::output_query<Output, forecast_type>::value_type;
        return detail::value_of_information<value_type>(forecast, decisions, preferred, {},
                                                        detail::output_query<Output, forecast_type>::place, options,
                                                        detail::told(progress));
    }
}

/// The same for a forecast over time, on one date.
template <label Output = "", class Model, class... Assumptions, class Progress = no_progress>
[[nodiscard]] auto
value_of_information(const basic_forecast<Model, Assumptions...>& forecast, const date& when,
                     const std::type_identity_t<scenario_list<basic_forecast<Model, Assumptions...>>>& decisions,
                     better preferred, const simulation& options = {}, Progress progress = {}) {
    using forecast_type = basic_forecast<Model, Assumptions...>;
    if constexpr (detail::question_is_clear<Output, forecast_type, date>()) {
        using value_type = typename detail::output_query<Output, forecast_type, date>::value_type;
        return detail::value_of_information<value_type>(forecast, decisions, preferred, {when},
                                                        detail::output_query<Output, forecast_type, date>::place,
                                                        options, detail::told(progress));
    }
}

/// Chosen only where it is not said what is better, to ask for it in words.
template <label Output = "", class Model, class... Assumptions>
auto value_of_information(const basic_forecast<Model, Assumptions...>&,
                          const std::type_identity_t<scenario_list<basic_forecast<Model, Assumptions...>>>&,
                          const simulation& = {}) {
    constexpr bool says_what_is_better = !std::same_as<Model, Model>;
    static_assert(
        says_what_is_better,
        "value_of_information: say after the decisions which result is better: better::higher or better::lower");
    return nullptr;
}

}  // namespace headway

#include <headway/header_end.hpp>
