// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/forecast/output_query.hpp>
#include <headway/math/stable_order.hpp>
#include <headway/sensitivity/change_attribution.hpp>
#include <headway/sensitivity/detail/coalitions.hpp>
#include <headway/sensitivity/other_beliefs.hpp>
#include <headway/sensitivity/shapley.hpp>
#include <headway/simulation/model_difference.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// How a change is shared out: `explain_change(before, after, {.draws = 10'000}, {.orders = 200})`.
struct change_orders {
    /// Up to so many changed assumptions, at most 16, each of the 2^changes combinations is simulated.
    unsigned every_combination_up_to = 12;
    /// Beyond, so many orders in which the changes may have been made, drawn at random, every other the reverse of the one
    /// before; each is changes - 1 simulations. At least 4; rounded up to even.
    unsigned orders = 64;
};

namespace detail {

/// A part and what it is in each section, summed up by coalition.
template <class = void>
void add_scaled(sectioned_value& sum, double weight, const sectioned_value& value);
/// Less that of no change, so that dates and other great values keep their digits in sums.
template <class = void>
[[nodiscard]] sectioned_value less(const sectioned_value& a, const sectioned_value& b);

/// Of each statistic and player the part, in the whole and in each section, and the error that comes from random orders.
struct change_parts {
    std::vector<std::vector<sectioned_value>> parts;
    std::vector<std::vector<double>> order_errors;
    std::vector<sectioned_value> before;
    std::vector<sectioned_value> after;
    /// Whether the statistic is a value throughout.
    std::vector<char> happens;
    std::uint64_t versions = 0;

    change_parts(std::size_t statistics, std::size_t players, std::size_t sections)
        : parts(statistics, std::vector<sectioned_value>(players, sectioned_value(sections + 1))),
          order_errors(statistics, std::vector<double>(players)), happens(statistics, 1) {}

    void note(const std::vector<sectioned_value>& values) noexcept;
};

/// Shapley's value of every player: what it adds to a coalition, averaged over all orders in which they may come.
template <class = void>
[[nodiscard]] change_parts parts_of_every_combination(const drawn_once& runs, const run_sections& sections,
                                                      const change_players& players,
                                                      const std::vector<asked_statistic>& asked);

/// The same over random orders, each followed by its reverse (Castro, Gomez and Tejada, Computers & Operations Research 36
/// (2009) 1726-1730; for reverse orders Mitchell, Cooper, Frank and Holmes, JMLR 23 (2022) 43).
template <class = void>
[[nodiscard]] change_parts parts_of_orders(const drawn_once& runs, const run_sections& sections,
                                           const change_players& players, const std::vector<asked_statistic>& asked,
                                           std::uint64_t seed, unsigned orders);

/// One statistic's change with its errors, its parts in order of size and adding up to it.
template <class = void>
[[nodiscard]] attributed_change attributed(const change_parts& found, std::size_t a, const run_sections& sections,
                                           const asked_statistic& asked, std::uint64_t draws);

template <class = void>
[[nodiscard]] std::shared_ptr<const explained_change>
explained(const model_call& before, const model_call& after, const std::vector<date>& dates, std::size_t place,
          const asked_statistic& statistic, const simulation& options, const change_orders& how);

template <label Output, class Statistic, class Model, class... Assumptions, class... When>
[[nodiscard]] auto explain_change_of(const basic_forecast<Model, Assumptions...>& before,
                                     other_beliefs<basic_forecast<Model, Assumptions...>> after, const Statistic& of,
                                     const simulation& options, const change_orders& how, const When&... when) {
    using forecast_type = basic_forecast<Model, Assumptions...>;
    constexpr bool says_which_output = !output_is_missing<Output, forecast_type, When...>();
    static_assert(says_which_output, "explain_change: the model returns several outputs: name the one that is meant, as in "
                                     "explain_change<\"cost\">(before, after)");
    if constexpr (!says_which_output) {
        return;
    } else if constexpr (question_is_clear<Output, forecast_type, When...>()) {
        using query = output_query<Output, forecast_type, When...>;
        using asked = statistic_of<Statistic, typename query::value_type>;
        constexpr bool the_limit_is_of_the_same_kind = asked::fits;
        static_assert(the_limit_is_of_the_same_kind,
                      "explain_change: the limit of the probability is of another kind than the result");
        if constexpr (the_limit_is_of_the_same_kind) {
            return change_attribution<typename asked::value_type, Assumptions...>(
                explained(typed_model<forecast_type>::call(before), after.under(before), {when...}, query::place,
                          asked::asked(of), options, how),
                false);
        }
    }
}

}  // namespace detail

/// Why did the answer move? Shares out the change of a statistic of the result (the median, or the one that is given) to the
/// assumptions that have changed between two forecasts of one model:
///
///     const auto why = explain_change(march, october, {.draws = 10'000, .seed = 2025});
///     std::cout << why << '\n' << report::table(why);  // 7.2 months later: yearly fall +9.1, first run −1.9
///
/// `after` is another forecast of the model, a scenario, an `override_list` or an assumption file, with what it leaves out
/// as in `before`. Of a model with `outputs(...)` name one, `explain_change<"cost">(...)`; of a forecast over time give the
/// date, `explain_change(before, after, when)`.
///
/// A part is the Shapley value of the change: what changing that assumption adds to the statistic, averaged over all orders
/// in which the changes may have been made. What changes do together is shared out evenly among them, one that the model
/// does not read has 0, and the parts add up to the whole, to rounding. Of a linear model of independent normals they are
/// those of its formula. Up to `every_combination_up_to` changes each of the 2^changes combinations is simulated, beyond
/// that random orders and their reverses. Correlations that differ are one more change, "the correlations".
///
/// All combinations are on common draws, those of `simulate` with the same options: each input is drawn once as believed
/// before and once as believed after, from the same random numbers, and both are kept (16 bytes a draw and changed input).
/// Errors are from the spread of 20 parts of the run, or of its scramblings, with that of the orders; a probability's is
/// never below one draw. 95 % intervals, Student's t, of linear models held the truth in 0.93 to 0.98 of 400 runs
/// (tests/sensitivity/change_attribution.test.cpp).
///
/// A mean is over the draws in which the value happens. Where a date, or its median, is never before, after or in between,
/// there is no change to share out: `happens()` is false, and `sentence()`, tables and charts tell of the probability of
/// never, `never()`.
/// Options of a part of a run, `.shard` and `.until`, do not fit; `.keep` is of no account.
/// \throws std::domain_error for forecasts of different models (their results at fixed points differ; versions count),
/// overrides that do not fit, fewer than 20 draws, options that cannot be; parse_errors for a file that does not fit;
/// model_error for a model that throws or returns an undefined value under some combination.
/// Sources: Shapley, Annals of Mathematics Studies 28 (1953) 307-317; Shorrocks, Journal of Economic Inequality 11 (2013)
/// 99-126, on sharing out a change.
template <label Output = "", class Model, class... Assumptions>
[[nodiscard]] auto
explain_change(const basic_forecast<Model, Assumptions...>& before,
               const std::type_identity_t<other_beliefs<basic_forecast<Model, Assumptions...>>>& after,
               const simulation& options = {}, const change_orders& how = {}) {
    return detail::explain_change_of<Output>(before, after, statistic::median, options, how);
}
template <label Output = "", class Model, class... Assumptions, detail::any_statistic Statistic>
[[nodiscard]] auto
explain_change(const basic_forecast<Model, Assumptions...>& before,
               const std::type_identity_t<other_beliefs<basic_forecast<Model, Assumptions...>>>& after,
               const Statistic& of, const simulation& options = {}, const change_orders& how = {}) {
    return detail::explain_change_of<Output>(before, after, of, options, how);
}
template <label Output = "", class Model, class... Assumptions>
[[nodiscard]] auto
explain_change(const basic_forecast<Model, Assumptions...>& before,
               const std::type_identity_t<other_beliefs<basic_forecast<Model, Assumptions...>>>& after,
               const date& when, const simulation& options = {}, const change_orders& how = {}) {
    return detail::explain_change_of<Output>(before, after, statistic::median, options, how, when);
}
template <label Output = "", class Model, class... Assumptions, detail::any_statistic Statistic>
[[nodiscard]] auto
explain_change(const basic_forecast<Model, Assumptions...>& before,
               const std::type_identity_t<other_beliefs<basic_forecast<Model, Assumptions...>>>& after,
               const date& when, const Statistic& of, const simulation& options = {}, const change_orders& how = {}) {
    return detail::explain_change_of<Output>(before, after, of, options, how, when);
}

}  // namespace headway

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/sensitivity/bodies/explain_change.hpp>
#endif
