// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/forecast/output_query.hpp>
#include <headway/math/wide_product.hpp>
#include <headway/sensitivity/detail/conditional_redraw.hpp>
#include <headway/sensitivity/detail/saltelli_samples.hpp>
#include <headway/sensitivity/sensitivity_index.hpp>
#include <headway/sensitivity/sensitivity_rows.hpp>
#include <headway/simulation/simulate.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// How to estimate Shapley effects: `shapley(f, {.draws = 4096, .seed = 1})`.
struct shapley_run {
    /// Draws of the inputs, n. The model is evaluated n 2^inputs times where every subset of the inputs is gone
    /// through, else n (inputs + 1) times. Best a power of two; rounded up to whole blocks of 64 in each replicate.
    std::uint64_t draws = 4096;
    std::uint64_t seed = 1;
    /// Independent scramblings that the draws are split into; their spread gives the errors. At least 2.
    unsigned replicates = 8;
    /// Of the confidence intervals.
    double level = 0.95;
    /// Up to so many inputs, at most 16, every subset is gone through; beyond, one random order of the inputs for every
    /// 64 draws and then the reverse order, which needs more draws for the same error. 0: orders for any number.
    unsigned every_subset_up_to = 6;
    /// 0: one per processor, at most one per replicate. The result is the same with any number.
    unsigned threads = 1;
};

/// The Shapley effect of one input.
struct shapley_effect {
    std::string_view input;
    /// Its share of the variance of the result.
    sensitivity_index share;
    friend constexpr bool operator==(const shapley_effect&, const shapley_effect&) noexcept = default;
};

/// The Shapley effects of every input, in the order of the inputs. The shares add up to 1.
template <class... Assumptions>
class shapley_rows : public sensitivity_rows<shapley_effect, Assumptions...> {
  public:
    constexpr shapley_rows() = default;
    constexpr shapley_rows(const std::array<shapley_effect, sizeof...(Assumptions)>& rows, std::uint64_t evaluations, double level)
        : shapley_rows(rows.data(), evaluations, level) {}
    constexpr shapley_rows(const shapley_effect* rows, std::uint64_t evaluations, double level)
        : sensitivity_rows<shapley_effect, Assumptions...>(rows), evaluations_(evaluations), level_(level) {}

    /// How often the model was evaluated.
    [[nodiscard]] constexpr std::uint64_t evaluations() const noexcept { return evaluations_; }
    /// Of the confidence intervals.
    [[nodiscard]] constexpr double level() const noexcept { return level_; }

    friend constexpr bool operator==(const shapley_rows&, const shapley_rows&) noexcept = default;

  private:
    std::uint64_t evaluations_ = 0;
    double level_ = 0.0;
};

namespace detail {

/// Half the mean square of the difference of two results: where some inputs were drawn anew given the others, that is
/// the variance they leave, c(u) = E[Var(y | x outside u)].
template <class = void>
[[nodiscard]] double half_mean_square(const double* a, const double* b) noexcept;

/// The variance left by some inputs, those that are marked.
using variance_left_by_redrawing = function_ref<double(const conditional_redraw::choice& redrawn)>;

/// The weight of a subset with so many of the inputs in the effect of one that is not in it: the chance that, in a
/// random order, just these come before it.
[[nodiscard]] constexpr double shapley_weight(std::size_t inputs, std::size_t subset_size) noexcept {
    double ways = 1.0;  // (inputs - 1) over subset_size
    for (std::size_t i = 0; i < subset_size; ++i) {
        ways = ways * static_cast<double>(inputs - 1 - i) / static_cast<double>(i + 1);
    }
    return 1.0 / (ways * static_cast<double>(inputs));
}

/// Adds one block's part of the effects, from every subset.
template <class = void>
void add_every_subset(std::vector<double>& effects, variance_left_by_redrawing variance_left_by);

/// Adds one block's part of the effects, from inputs drawn anew one after another in this order.
template <class = void>
void add_one_order(std::vector<double>& effects, const std::vector<std::size_t>& order,
                   variance_left_by_redrawing variance_left_by);

/// Half the mean of (x - y) (before - after): of walks from x to y, what one step adds to the variance.
template <class = void>
[[nodiscard]] double half_mean_product(const double* x, const double* y, const double* before,
                                       const double* after) noexcept;

/// Writes the 64 results with the marked inputs drawn anew.
using result_of_redrawing = function_ref<void(const conditional_redraw::choice& redrawn, double* y)>;

/// Adds one block's part of the effects of independent inputs, from a walk in this order from one draw of all inputs to
/// another. Seen from its start a step adds (f(start) - (before + after) / 2) (before - after), Goda's estimate; seen
/// from its end it is a step of the reverse order, which costs no evaluation. The mean of both is what stands here, and
/// varies less, as each estimate averaged with one of the same distribution does.
template <class = void>
void add_walk(std::vector<double>& effects, const std::vector<std::size_t>& order, std::vector<batch>& results,
              result_of_redrawing result_of);

/// A random order of the inputs for each two blocks (Fisher and Yates), the second of which takes it backwards: what an
/// order happens to favour, its reverse makes up for.
template <class = void>
[[nodiscard]] std::vector<std::size_t> order_of_block(std::size_t inputs, std::uint64_t seed, std::uint64_t block);

/// Effects as shares of their sum. What noise makes negative counts as 0, for its input and in the sum.
template <class = void>
[[nodiscard]] std::vector<shapley_effect> shapley_shares(const std::vector<std::vector<double>>& effects,
                                                         const assumption_record* inputs, double level);

struct shapley_result {
    std::vector<shapley_effect> rows;
    std::uint64_t evaluations;
};

/// Of the output at `place`.
template <class = void>
[[nodiscard]] shapley_result shapley_of(const model_call& model, const std::vector<date>& dates, std::size_t place,
                                        const shapley_run& options);

}  // namespace detail

/// Which inputs the uncertainty of the result comes from, when some are correlated: the Shapley effects, shares of the
/// variance that are not negative and add up to 1. What inputs do together, through the model or through their
/// correlation, is shared out evenly among them: the effect of an input is what drawing it anew adds to the variance,
/// E[Var(y | the inputs still known)], averaged over all orders in which the inputs may be drawn anew. An input that
/// the model does not read has a share if it is correlated with one that it reads. Without correlations an effect lies
/// between the first-order and the total Sobol' index.
/// Of a model with `outputs(...)` name one, `shapley<"cost">(f)`; of a forecast over time give the date,
/// `shapley(f, when)`.
///
/// Inputs are drawn given others under the forecast's Gaussian copula, exactly, as normals. Up to `every_subset_up_to`
/// inputs all subsets count, beyond that random orders, each with its reverse. Of independent inputs each order is
/// walked from one draw to another and counts from both ends: the mean of Goda's estimate and of that of the way back,
/// of the same evaluations. With ten inputs and 4096 draws that had 0.09 (a sum of normals) to 0.35 (a g-function) of
/// the variance of one end. It makes orders worth asking for with fewer independent inputs too,
/// `.every_subset_up_to = 3`: of six inputs they had 1 to 1.2 times the error of all subsets from as many draws, with a
/// ninth of the evaluations; of three and fewer, all subsets had down to 0.4 of the error.
/// Draws are from an Owen-scrambled Sobol' sequence of twice as many dimensions as inputs (more than 64 inputs:
/// independent draws). The errors are those of the spread over independent scramblings; from the default eight they are
/// good to a quarter; their 95 % intervals, Student's t, held the truth in 0.94 to 0.97 of 150 runs of 1024 draws, of
/// 512 in 0.92 to 0.98. An estimate that noise made negative counts as 0. The same seed gives the same bits, on any
/// number of threads.
/// Not for a date that may be never: cap it, or ask of a probability.
/// \throws std::domain_error for options that cannot be, a result that no input changes, is never in some draws, or
/// varies too widely; model_error for a model that throws or returns an undefined value.
/// Sources: Owen, SIAM/ASA J. Uncertainty Quantification 2 (2014) 245-251; Song, Nelson and Staum, ibid. 4 (2016)
/// 1060-1083; Owen and Prieur, ibid. 5 (2017) 986-1002; Goda, Reliability Engineering and System Safety 213 (2021)
/// 107748, for independent inputs; for reverse orders Mitchell, Cooper, Frank and Holmes, JMLR 23
/// (2022) 43.
template <label Output = "", class Model, class... Assumptions>
[[nodiscard]] auto shapley(const basic_forecast<Model, Assumptions...>& forecast, const shapley_run& options = {}) {
    using forecast_type = basic_forecast<Model, Assumptions...>;
    if constexpr (detail::question_is_clear<Output, forecast_type>()) {
        const auto result = detail::shapley_of(detail::typed_model<forecast_type>::call(forecast), {},
                                               detail::output_query<Output, forecast_type>::place, options);
        return shapley_rows<Assumptions...>(result.rows.data(), result.evaluations, options.level);
    }
}
template <label Output = "", class Model, class... Assumptions>
[[nodiscard]] auto shapley(const basic_forecast<Model, Assumptions...>& forecast, const date& when,
                           const shapley_run& options = {}) {
    using forecast_type = basic_forecast<Model, Assumptions...>;
    if constexpr (detail::question_is_clear<Output, forecast_type, date>()) {
        const auto result = detail::shapley_of(detail::typed_model<forecast_type>::call(forecast), {when},
                                               detail::output_query<Output, forecast_type, date>::place, options);
        return shapley_rows<Assumptions...>(result.rows.data(), result.evaluations, options.level);
    }
}

}  // namespace headway

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/sensitivity/bodies/shapley.hpp>
#endif
