// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/forecast/output_query.hpp>
#include <headway/sensitivity/detail/saltelli_samples.hpp>
#include <headway/sensitivity/sensitivity_index.hpp>
#include <headway/sensitivity/sensitivity_rows.hpp>
#include <headway/simulation/simulate.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// How to estimate Sobol' indices: `sobol_indices(f, {.draws = 16'384, .seed = 1})`.
struct sobol_indices_run {
    /// Pairs of draws, n: the model is evaluated n (inputs + 2) times. Best a power of two; rounded up to whole blocks
    /// of 64 in each replicate.
    std::uint64_t draws = 16'384;
    std::uint64_t seed = 1;
    /// Independent scramblings that the draws are split into; their spread gives the errors. At least 2.
    unsigned replicates = 8;
    /// Of the confidence intervals.
    double level = 0.95;
    /// 0: one per processor, at most one per replicate. The result is the same with any number.
    unsigned threads = 1;
};

/// The Sobol' indices of one input.
struct sobol_index {
    std::string_view input;
    /// The share of the variance that would go if this input were known: Var(E[y | x_i]) / Var(y).
    sensitivity_index first_order;
    /// The share of the variance that would stay if all other inputs were known: E[Var(y | the others)] / Var(y). Above
    /// the first-order index by what the input does together with others.
    sensitivity_index total;
    friend constexpr bool operator==(const sobol_index&, const sobol_index&) noexcept = default;
};

/// The Sobol' indices of every input, in the order of the inputs.
template <class... Assumptions>
class sobol_index_rows : public sensitivity_rows<sobol_index, Assumptions...> {
  public:
    constexpr sobol_index_rows() = default;
    constexpr sobol_index_rows(const std::array<sobol_index, sizeof...(Assumptions)>& rows, std::uint64_t evaluations, double level)
        : sobol_index_rows(rows.data(), evaluations, level) {}
    constexpr sobol_index_rows(const sobol_index* rows, std::uint64_t evaluations, double level)
        : sensitivity_rows<sobol_index, Assumptions...>(rows), evaluations_(evaluations), level_(level) {}

    /// How often the model was evaluated.
    [[nodiscard]] constexpr std::uint64_t evaluations() const noexcept { return evaluations_; }
    /// Of the confidence intervals.
    [[nodiscard]] constexpr double level() const noexcept { return level_; }

    friend constexpr bool operator==(const sobol_index_rows&, const sobol_index_rows&) noexcept = default;

  private:
    std::uint64_t evaluations_ = 0;
    double level_ = 0.0;
};

namespace detail {

/// The sums over one replicate that Sobol' indices are made of; y is the result less the central one.
template <class = void>
struct basic_sobol_sums {
    explicit basic_sobol_sums(std::size_t inputs) : change(inputs), change_times_second(inputs), change_squared(inputs) {}

    double first = 0.0, second = 0.0;                  // y of either draw
    double first_squared = 0.0, second_squared = 0.0;  // y²
    std::vector<double> change;               // y(first draw with x_i of the second) - y(first)
    std::vector<double> change_times_second;  // the same times y(second)
    std::vector<double> change_squared;

    void add_pair(const double* y_first, const double* y_second) {
        first += sum(y_first, [](double y) { return y; });
        second += sum(y_second, [](double y) { return y; });
        first_squared += sum(y_first, [](double y) { return y * y; });
        second_squared += sum(y_second, [](double y) { return y * y; });
    }
    void add_change(std::size_t i, const double* y_first, const double* y_second, const double* y_changed) {
        double d[batch::size];
        for (int k = 0; k < batch::size; ++k) d[k] = y_changed[k] - y_first[k];
        change[i] += sum(d, [](double x) { return x; });
        change_squared[i] += sum(d, [](double x) { return x * x; });
        for (int k = 0; k < batch::size; ++k) d[k] *= y_second[k];
        change_times_second[i] += sum(d, [](double x) { return x; });
    }

  private:
    template <class F>
    static double sum(const double* y, F f) {
        double sums[sum_lanes] = {};
        for (int k = 0; k < batch::size; k += sum_lanes) {
            for (int j = 0; j < sum_lanes; ++j) sums[j] += f(y[k + j]);
        }
        return together(sums);
    }
};
HEADWAY_INSTANTIATE(struct basic_sobol_sums<>);
using sobol_sums = basic_sobol_sums<>;

template <class = void>
[[nodiscard]] std::vector<sobol_index> sobol_indices_from(const std::vector<sobol_sums>& sums,
                                                          double draws_per_replicate,
                                                          const assumption_record* inputs, double level);

struct sobol_indices_result {
    std::vector<sobol_index> rows;
    std::uint64_t evaluations;
};

/// Of the output at `place`.
template <class = void>
[[nodiscard]] sobol_indices_result sobol_indices_of(const model_call& model, const std::vector<date>& dates,
                                                    std::size_t place, const sobol_indices_run& options);

}  // namespace detail

/// Which inputs the uncertainty of the result comes from: the Sobol' indices of each input, first-order and total, with
/// standard errors and confidence intervals (variance-based global sensitivity analysis). The first-order indices add
/// up to 1 for a model in which inputs simply add up; what is missing from 1 is due to inputs acting together, and then
/// the total indices add up to more than 1.
/// Of a model with `outputs(...)` name one, `sobol_indices<"cost">(f)`; of a forecast over time give the date,
/// `sobol_indices(f, when)`.
///
/// Estimators: Saltelli et al. (2010), table 2 (b), for first order, Jansen (1999) for the total, on pairs of draws
/// from an Owen-scrambled Sobol' sequence of twice as many dimensions as inputs (more than 64 inputs: on independent
/// draws). The errors are those of the spread over independent scramblings; from the default eight they are good to a
/// quarter. Their 95 % intervals, Student's t, held the truth in 0.94 to 0.97 of 300 runs of a sum of normals, and of a
/// product of lognormals from 8192 draws on; with 1024 draws of that in 0.92 to 0.94, with 512 in 0.87 to 0.93, for a ratio
/// of so few skewed numbers is not normal. The same seed gives the same bits, on any number of threads.
/// Not for correlated inputs: see `shapley`; nor for a date that may be never: cap it, or ask of a probability.
/// \throws std::domain_error for options that cannot be, correlated inputs, a result that no input changes, is never in
/// some draws, or varies too widely; model_error for a model that throws or returns an undefined value.
/// Sources: Saltelli, Annoni, Azzini, Campolongo, Ratto and Tarantola, Computer Physics Communications 181 (2010)
/// 259-270; Jansen, Computer Physics Communications 117 (1999) 35-43; Sobol', Math. Comput. Simul. 55 (2001) 271-280.
template <label Output = "", class Model, class... Assumptions>
[[nodiscard]] auto sobol_indices(const basic_forecast<Model, Assumptions...>& forecast,
                                 const sobol_indices_run& options = {}) {
    using forecast_type = basic_forecast<Model, Assumptions...>;
    if constexpr (detail::question_is_clear<Output, forecast_type>()) {
        const auto result = detail::sobol_indices_of(detail::typed_model<forecast_type>::call(forecast), {},
                                                     detail::output_query<Output, forecast_type>::place, options);
        return sobol_index_rows<Assumptions...>(result.rows.data(), result.evaluations, options.level);
    }
}
template <label Output = "", class Model, class... Assumptions>
[[nodiscard]] auto sobol_indices(const basic_forecast<Model, Assumptions...>& forecast, const date& when,
                                 const sobol_indices_run& options = {}) {
    using forecast_type = basic_forecast<Model, Assumptions...>;
    if constexpr (detail::question_is_clear<Output, forecast_type, date>()) {
        const auto result = detail::sobol_indices_of(detail::typed_model<forecast_type>::call(forecast), {when},
                                                     detail::output_query<Output, forecast_type, date>::place, options);
        return sobol_index_rows<Assumptions...>(result.rows.data(), result.evaluations, options.level);
    }
}

}  // namespace headway

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/sensitivity/bodies/sobol_indices.hpp>
#endif
