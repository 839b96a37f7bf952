// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/sensitivity/explain_change.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
void add_scaled(sectioned_value& sum, double weight, const sectioned_value& value) {
    for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += weight * value[i];
}
HEADWAY_INSTANTIATE(void add_scaled<>(sectioned_value& sum, double weight, const sectioned_value& value));

template <class>
sectioned_value less(const sectioned_value& a, const sectioned_value& b) {
    sectioned_value difference(a.size());
    for (std::size_t i = 0; i < a.size(); ++i) difference[i] = a[i] - b[i];
    return difference;
}
HEADWAY_INSTANTIATE(sectioned_value less<>(const sectioned_value& a, const sectioned_value& b));

template <class>
change_parts parts_of_every_combination(const drawn_once& runs, const run_sections& sections,
                                        const change_players& players, const std::vector<asked_statistic>& asked) {
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

template <class>
change_parts parts_of_orders(const drawn_once& runs, const run_sections& sections, const change_players& players,
                             const std::vector<asked_statistic>& asked, std::uint64_t seed, unsigned orders) {
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

template <class>
attributed_change attributed(const change_parts& found, std::size_t a, const run_sections& sections,
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

template <class>
std::shared_ptr<const explained_change>
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

HEADWAY_OUT_OF_LINE void change_parts::note(const std::vector<sectioned_value>& values) noexcept {
    for (std::size_t a = 0; a < values.size(); ++a) {
        if (!(values[a][0] < no_limit)) happens[a] = 0;
    }
}

}  // namespace headway::detail

#include <headway/header_end.hpp>
