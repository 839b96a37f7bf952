// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <concepts>
#include <limits>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <headway/belief/belief.hpp>
#include <headway/belief/from_quantiles.hpp>
#include <headway/outcome/fan.hpp>
#include <headway/outcome/named_outcomes.hpp>
#include <headway/outcome/named_results.hpp>
#include <headway/scoring/detail/ledger_writer.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// The probability that something happens, as a statement: `state(chance{0.7}, {...}, file)`.
struct chance {
    double probability;
};

/// What is said with a forecast when it is put on record. Texts are single lines.
struct statement {
    std::string id{};           ///< by which it is resolved; no other statement of the ledger has it
    date said = date::never();  ///< the day; no clock is read
    std::string who{};
    std::string question{};
    date due = date::never();  ///< the day by which the answer is known; needed where the answer may be never
    std::string source{};
    /// In which the numbers are told, "million USD"; by default as `to_text` tells the median. Of plain numbers any words.
    std::string unit{};
    /// Which quantiles are stated. Of what may be never also those of what happens that are needed beside them.
    std::vector<double> probabilities{0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99};
    int digits = 6;                       ///< significant ones, of dates the day; 17 for all
    std::optional<std::uint64_t> seed{};  ///< by default that of the outcome
};

namespace detail {

template <class = void>
[[nodiscard, gnu::cold]] ledger_entry entry_of_statement(const statement& s, stated_kind kind);

/// The unit in which the numbers are told.
template <class = void>
[[nodiscard, gnu::cold]] std::string unit_of_statement(const statement& s, double median,
                                                       const value_notation& notation, run_time_unit& unit);

/// A statement of quantiles in base units.
template <class = void>
[[nodiscard, gnu::cold]] ledger_entry entry_of_quantiles(const statement& s, std::vector<stated_quantile> quantiles,
                                                         const value_notation& notation);

template <class = void>
[[gnu::cold]] void check_probabilities(const statement& s);

/// Which quantiles are stated of what happens with this probability: those asked for below it, and among them the default
/// ones of what happens, at their overall probabilities, so that the grid is as fine towards never as it is towards an end.
/// The 99.9 % one is there because the line from it on ends at the latest draw, far away, and not in a tail.
template <class = void>
[[nodiscard, gnu::cold]] std::vector<double> probabilities_to_state(const statement& s, double happens);

/// The end of what happens, the probability of which is told so, and never.
template <class = void>
[[gnu::cold]] void state_never(std::vector<stated_quantile>& stated, const statement& s, double happens, double latest);

/// The quantiles of draws: where some are never, the latest of the others too.
template <class = void>
[[nodiscard, gnu::cold]] std::vector<stated_quantile> quantiles_to_state(const statement& s, const draw_record& draws);

/// Those of a belief, likewise.
template <class = void>
[[nodiscard, gnu::cold]] std::vector<stated_quantile> quantiles_to_state(const statement& s,
                                                                         const component_list& belief);

/// The quantiles of what tells them one by one, which at happens < 1 are never, in base units.
struct quantile_source {
    const void* forecast;
    double (*quantile)(const void* forecast, double p);
    double happens;
};
template <class = void>
[[nodiscard, gnu::cold]] std::vector<stated_quantile> quantiles_to_state(const statement& s,
                                                                         const quantile_source& from);

/// What is asked like an outcome: draws with weights.
template <class F>
concept asked_like_an_outcome = requires(const F& forecast, statement& s) {
    requires any_value<typename F::value_type>;
    { forecast.quantile(0.5) } -> std::same_as<typename F::value_type>;
    { forecast.probability_never() } -> std::same_as<double>;
    s.seed = forecast.identity().seed;
};
template <asked_like_an_outcome F>
[[gnu::cold]] void add_entries(std::vector<ledger_entry>& all, statement s, const F& forecast) {
    using T = typename F::value_type;
    if (!s.seed) s.seed = forecast.identity().seed;
    const quantile_source from{&forecast,
                               [](const void* of, double p) {
                                   return base_value_of(static_cast<const F*>(of)->quantile(p));
                               },
                               1.0 - forecast.probability_never()};
    all.push_back(entry_of_quantiles(s, quantiles_to_state(s, from), notation_of<T>));
}
template <any_value T>
[[gnu::cold]] void add_entries(std::vector<ledger_entry>& all, statement s, const outcome<T>& forecast) {
    if (!s.seed) s.seed = forecast.identity().seed;
    all.push_back(entry_of_quantiles(s, quantiles_to_state(s, forecast.record()), notation_of<T>));
}
/// Of several outputs the name of each behind the id and the question.
[[nodiscard, gnu::cold]] inline statement with_name(statement s, std::string_view name) {
    s.id += ": " + std::string(name);
    s.question += ": " + std::string(name);
    return s;
}
template <template <class> class Of, class... Outputs>
[[gnu::cold]] void add_entries(std::vector<ledger_entry>& all, const statement& s,
                               const named_results<Of, Outputs...>& forecast) {
    [&]<std::size_t... I>(std::index_sequence<I...>) {
        (add_entries(all, with_name(s, Outputs::name), forecast.template get<I>()), ...);
    }
    (std::index_sequence_for<Outputs...>{});
}
template <class Result>
[[gnu::cold]] void add_entries(std::vector<ledger_entry>& all, const statement& s, const fan<Result>& forecast) {
    for (std::size_t i = 0; i < forecast.size(); ++i) {
        const date on = forecast.dates()[i];
        const std::size_t before = all.size();
        add_entries(all, with_name(s, "on " + exact_text(on)), forecast[i]);
        // What holds on a day is known then. A date is not: it would be cut off there.
        for (std::size_t k = before; k < all.size(); ++k) {
            if (all[k].due.is_never() && all[k].kind != stated_kind::calendar_date && on >= s.said) all[k].due = on;
        }
    }
}
template <any_value T>
[[gnu::cold]] void add_entries(std::vector<ledger_entry>& all, const statement& s, const belief<T>& forecast) {
    all.push_back(entry_of_quantiles(s, quantiles_to_state(s, forecast.parts()), notation_of<T>));
}
template <any_value T>
[[gnu::cold]] void add_entries(std::vector<ledger_entry>& all, const statement& s, const elicited_quantiles<T>& forecast) {
    add_entries(all, s, forecast.belief());
}
[[gnu::cold]] inline void add_entries(std::vector<ledger_entry>& all, const statement& s, const chance& forecast) {
    ledger_entry e = entry_of_statement(s, stated_kind::event);
    e.unit = "event";
    e.probability = forecast.probability;
    all.push_back(std::move(e));
}

}  // namespace detail

/// What can be put on record: an outcome, also of weighted draws (an updated forecast), outcomes by name or over time, a
/// belief, quantiles as an expert gave them, a chance.
template <class F>
concept statable = requires(std::vector<ledger_entry>& all, const statement& s, const F& forecast) {
    detail::add_entries(all, s, forecast);
};

/// Puts a forecast on record: adds a line for it to a ledger, which is made where it is not there, with the seed and the
/// version of its run:
///
///     state(when, {.id = "fab 2", .said = 2026y / 11 / 30, .who = "us", .question = "When does the second fab ship?",
///                  .due = 2031y / 1 / 1}, "claims.ledger");
///
/// Its quantiles are told as they are read, to `digits`. Where never is possible, so are those of what happens at their
/// overall probabilities, up to the latest date with the probability that it happens: "80.8043 %: 2028-06-01 | ... | 89.7825
/// %: 2030-03-16 | 99 %: never". By them the CRPS of the ledger is that of the draws within about 4 %, as without never.
/// Of several outputs each has a line, "id: name", over time each date, "id: on 2027-01-01", which is its due date where none
/// is given and it tells no date.
/// The line is added whole or not at all, also where the disk is full or the process is killed, and is on the disk when this
/// returns; other writers, threads and processes, wait for each other and lose nothing (POSIX; elsewhere there may be one
/// writer at a time). A line that a killed writer left without its end is marked as torn and stays. The whole file is read
/// first, about a tenth of a second for ten thousand statements.
/// \throws std::domain_error for an id that is there already, a text that is no line, a quantile that is not finite (of dates
/// without a due date, never), a unit that the forecast has not; ledger_file_error for a file that cannot be added to or is
/// no ledger. Nothing is added then.
template <statable Forecast>
[[gnu::cold]] void state(const Forecast& forecast, const statement& said, const std::string& file) {
    std::vector<ledger_entry> all;
    detail::add_entries(all, said, forecast);
    detail::append_statements(all, said.digits, file);
}
/// Chosen only for what cannot be put on record, to say so in words.
template <class Other>
    requires(!statable<Other>)
void state(const Other&, const statement&, const std::string&) {
    static_assert(
        statable<Other>,
        "state: this is no forecast; give an outcome, such as simulate(f), a belief, or a probability as chance{0.7}");
}

}  // namespace headway

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/scoring/bodies/state.hpp>
#endif
