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
void add_scaled(sectioned_value& sum, double weight, const sectioned_value& value) {
    for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += weight * value[i];
}
HEADWAY_INSTANTIATE(void add_scaled<>(sectioned_value& sum, double weight, const sectioned_value& value));
/// Less that of no change, so that dates and other great values keep their digits in sums.
template <class = void>
[[nodiscard]] sectioned_value less(const sectioned_value& a, const sectioned_value& b) {
    sectioned_value difference(a.size());
    for (std::size_t i = 0; i < a.size(); ++i) difference[i] = a[i] - b[i];
    return difference;
}
HEADWAY_INSTANTIATE(sectioned_value less<>(const sectioned_value& a, const sectioned_value& b));

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

    void note(const std::vector<sectioned_value>& values) noexcept {
        for (std::size_t a = 0; a < values.size(); ++a) {
            if (!(values[a][0] < no_limit)) happens[a] = 0;
        }
    }
};

/// Shapley's value of every player: what it adds to a coalition, averaged over all orders in which they may come.
template <class = void>
[[nodiscard]] change_parts parts_of_every_combination(const drawn_once& runs, const run_sections& sections,
                                                      const change_players& players,
                                                      const std::vector<asked_statistic>& asked) {
    const std::size_t size = players.size();
    change_parts found(asked.size(), size, sections.size());
    std::vector<drawn_once::version> versions;
    const auto combination = [&](std::size_t number) {
        change_players::choice after(size);
        for (std::size_t i = 0; i < size; ++i) after[i] = (number >> i & 1U) != 0 ? 1 : 0;
        return after;
    };
    // In Gray's order, so that a combination differs from the one before in one input, which alone is read anew.
    const std::size_t combinations = std::size_t{1} << size;
    for (std::size_t c = 0; c < combinations; ++c) versions.push_back(players.version(combination(c ^ c >> 1U)));
    const auto values = sectioned_values(runs, sections, versions, asked);
    found.versions = combinations;
    found.before = values.front();
    for (std::size_t c = 0; c < combinations; ++c) {
        const std::size_t number = c ^ c >> 1U;
        found.note(values[c]);
        if (number == combinations - 1) found.after = values[c];
        std::size_t members = 0;
        for (std::size_t i = 0; i < size; ++i) members += number >> i & 1U;
        for (std::size_t a = 0; a < asked.size(); ++a) {
            const sectioned_value value = less(values[c][a], values.front()[a]);
            for (std::size_t i = 0; i < size; ++i) {
                // A combination counts for its members as what they complete, against the others as what they start from.
                const bool is_in = (number >> i & 1U) != 0;
                add_scaled(found.parts[a][i],
                           is_in ? shapley_weight(size, members - 1) : -shapley_weight(size, members), value);
            }
        }
    }
    return found;
}
HEADWAY_INSTANTIATE(change_parts parts_of_every_combination<>(const drawn_once& runs, const run_sections& sections,
                                                              const change_players& players,
                                                              const std::vector<asked_statistic>& asked));

/// The same over random orders, each followed by its reverse (Castro, Gomez and Tejada, Computers & Operations Research 36
/// (2009) 1726-1730; for reverse orders Mitchell, Cooper, Frank and Holmes, JMLR 23 (2022) 43).
template <class = void>
[[nodiscard]] change_parts parts_of_orders(const drawn_once& runs, const run_sections& sections,
                                           const change_players& players, const std::vector<asked_statistic>& asked,
                                           std::uint64_t seed, unsigned orders) {
    const std::size_t size = players.size();
    const std::size_t pairs = (orders + 1) / 2;
    change_parts found(asked.size(), size, sections.size());
    const auto ends = sectioned_values(
        runs, sections,
        {players.version(change_players::choice(size)), players.version(change_players::choice(size, 1))}, asked);
    found.before = ends[0];
    found.after = ends[1];
    found.note(ends[0]);
    found.note(ends[1]);
    found.versions = 2 + 2 * pairs * (size - 1);
    std::vector<std::vector<std::vector<double>>> of_pair(
        asked.size(), std::vector<std::vector<double>>(size, std::vector<double>(pairs)));
    for (std::size_t o = 0; o < 2 * pairs; ++o) {
        const std::vector<std::size_t> order = order_of_block(size, seed, o);
        std::vector<drawn_once::version> versions;
        change_players::choice after(size);
        for (std::size_t step = 0; step + 1 < size; ++step) {
            after[order[step]] = 1;
            versions.push_back(players.version(after));
        }
        auto values = sectioned_values(runs, sections, versions, asked);
        for (const auto& value : values) found.note(value);
        values.push_back(ends[1]);
        const double weight = 1.0 / static_cast<double>(2 * pairs);
        for (std::size_t a = 0; a < asked.size(); ++a) {
            for (std::size_t step = 0; step < size; ++step) {
                const sectioned_value added = less(values[step][a], step == 0 ? ends[0][a] : values[step - 1][a]);
                add_scaled(found.parts[a][order[step]], weight, added);
                of_pair[a][order[step]][o / 2] += 0.5 * added[0];
            }
        }
    }
    for (std::size_t a = 0; a < asked.size(); ++a) {
        for (std::size_t i = 0; i < size; ++i) {
            double squares = 0.0;
            for (const double x : of_pair[a][i]) squares += (x - found.parts[a][i][0]) * (x - found.parts[a][i][0]);
            const double n = static_cast<double>(pairs);
            found.order_errors[a][i] = sqrt(squares / (n * (n - 1.0)));
        }
    }
    return found;
}
HEADWAY_INSTANTIATE(change_parts parts_of_orders<>(const drawn_once& runs, const run_sections& sections,
                                                   const change_players& players,
                                                   const std::vector<asked_statistic>& asked, std::uint64_t seed,
                                                   unsigned orders));

/// One statistic's change with its errors, its parts in order of size and adding up to it.
template <class = void>
[[nodiscard]] attributed_change attributed(const change_parts& found, std::size_t a, const run_sections& sections,
                                           const asked_statistic& asked, std::uint64_t draws) {
    attributed_change one;
    one.statistic = asked.words;
    one.is_share = asked.is_share();
    one.happens = found.happens[a] != 0;
    const double size = max(abs(found.before[a][0]), abs(found.after[a][0]));
    const auto error = [&](const sectioned_value& value, double of_orders) {
        const double sampled = sections.error(value[0], std::span(value).subspan(1));
        const double both = sqrt(sampled * sampled + of_orders * of_orders);
        // What rounding alone spreads is known exactly; a share to one draw at best.
        if (!one.is_share && both <= 0x1p-48 * size) return 0.0;
        const double least = one.is_share ? 1.0 / static_cast<double>(draws) : 0.0;
        return both > least ? both : least;
    };
    one.before = found.before[a][0];
    one.after = found.after[a][0];
    one.before_error = error(found.before[a], 0.0);
    one.after_error = error(found.after[a], 0.0);
    const double unknown = __builtin_nan("");
    // No more than rounding leaves where nothing changes.
    const auto unless_rounding = [&](double change) { return abs(change) <= 0x1p-44 * size ? 0.0 : change; };
    const sectioned_value change = less(found.after[a], found.before[a]);
    one.change = one.happens ? unless_rounding(change[0]) : unknown;
    one.change_error = one.happens ? error(change, 0.0) : unknown;
    double rest = one.change;
    for (std::size_t i = 0; i < found.parts[a].size(); ++i) {
        const sectioned_value& part = found.parts[a][i];
        one.parts.push_back(
            {i, one.happens ? unless_rounding(part[0]) : unknown, one.happens ? error(part, found.order_errors[a][i]) : unknown});
    }
    if (!one.happens) return one;
    sort_stably(one.parts,
                [](const attributed_part& x, const attributed_part& y) { return abs(x.change) > abs(y.change); });
    // What rounding leaves of the sum goes to the greatest part, which feels it least.
    for (std::size_t i = one.parts.size(); i-- > 0;) rest -= one.parts[i].change;
    if (!one.parts.empty()) one.parts.front().change = unless_rounding(one.parts.front().change + rest);
    return one;
}
HEADWAY_INSTANTIATE(attributed_change attributed<>(const change_parts& found, std::size_t a,
                                                   const run_sections& sections, const asked_statistic& asked,
                                                   std::uint64_t draws));

template <class = void>
[[nodiscard]] std::shared_ptr<const explained_change>
explained(const model_call& before, const model_call& after, const std::vector<date>& dates, std::size_t place,
          const asked_statistic& statistic, const simulation& options, const change_orders& how) {
    const char* const function = "explain_change";
    if (how.every_combination_up_to > 16) {
        value_breaks_a_rule(function, "every_combination_up_to", "must be at most 16, there are 2^changes combinations",
                            how.every_combination_up_to);
    }
    if (how.orders < 4) {
        value_breaks_a_rule(function, "orders", "must be at least 4, for the spread of pairs of them is an error",
                            how.orders);
    }
    for (std::size_t i = 0; i < before.input_count; ++i) {
        if (before.inputs[i].motion == after.inputs[i].motion) continue;
        throw std::domain_error(std::string(function) + ": the path \"" + std::string(before.inputs[i].name) +
                                "\" has another process, and what that changes is not told apart; compare(...) tells the "
                                "difference, or let what changed be an assumption that the model moves the path by");
    }
    require_one_model(function, before, after, dates);
    const drawn_once runs(function, before, dates, place, options);
    const run_sections sections(function, runs);
    const change_players players(runs, before, after);
    asked_statistic never;
    never.is = asked_statistic::kind::never;
    never.words = "the probability of never";

    auto made = std::make_shared<explained_change>();
    made->every_combination = players.size() <= how.every_combination_up_to;
    const std::vector<asked_statistic> asked{statistic, never};
    const change_parts found = made->every_combination
                                   ? parts_of_every_combination(runs, sections, players, asked)
                                   : parts_of_orders(runs, sections, players, asked, options.seed, how.orders);
    for (std::size_t i = 0; i < players.size(); ++i) {
        made->beliefs.push_back({players.name(i), players.belief(i, false), players.belief(i, true)});
    }
    made->asked = attributed(found, 0, sections, statistic, runs.draws());
    made->never = attributed(found, 1, sections, never, runs.draws());
    made->draws = runs.draws();
    made->evaluations = found.versions * runs.draws();
    return made;
}
HEADWAY_INSTANTIATE(std::shared_ptr<const explained_change> explained<>(
    const model_call& before, const model_call& after, const std::vector<date>& dates, std::size_t place,
    const asked_statistic& statistic, const simulation& options, const change_orders& how));

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
