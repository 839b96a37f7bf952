// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/decision/detail/information_gain.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
void decision_table::add(std::span<const double> results, double sign, double middle) {
    std::vector<double> one;
    one.reserve(results.size());
    double all = 0.0;
    for (const double x : results) {
        one.push_back(sign * (x - middle));
        all += one.back();
    }
    utility.push_back(std::move(one));
    sum.push_back(all);
    best = preferred([&](std::size_t d) { return sum[d]; });
}
HEADWAY_INSTANTIATE(void decision_table::add<>(std::span<const double> results, double sign, double middle));

template <class>
std::vector<double> decision_table::regrets(std::size_t decision) const {
    std::vector<double> all(draws());
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = greatest(i) - utility[decision][i];
    return all;
}
HEADWAY_INSTANTIATE(std::vector<double> decision_table::regrets<>(std::size_t decision) const);

template <class>
std::vector<std::uint32_t> bins_of(const known_columns& known, std::size_t bins) {
    const std::size_t n = known.front().size();
    std::vector<std::size_t> order(n);
    for (std::size_t i = 0; i < n; ++i) order[i] = i;
    const auto compare = [&](std::size_t a, std::size_t b) {
        for (const auto& drawn : known) {
            if (drawn[a] != drawn[b]) return drawn[a] < drawn[b] ? -1 : 1;
        }
        return 0;
    };
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const int c = compare(a, b);
        return c != 0 ? c < 0 : a < b;
    });
    std::vector<std::uint32_t> bin_of(n);
    std::uint32_t bin = 0;
    for (std::size_t i = 0; i < n; ++i) {
        const auto wanted = static_cast<std::uint32_t>(i * bins / n);
        if (i > 0 && wanted > bin && compare(order[i - 1], order[i]) != 0) bin = wanted;
        bin_of[order[i]] = bin;
    }
    return bin_of;
}
HEADWAY_INSTANTIATE(std::vector<std::uint32_t> bins_of<>(const known_columns& known, std::size_t bins));

template <class>
std::vector<double> gains_by_bin(const decision_table& table, const std::vector<std::uint32_t>& bin_of,
                                 std::size_t bins, const std::vector<std::uint32_t>& fold_of, std::size_t folds) {
    const std::size_t decisions = table.decisions();
    const auto at = [&](std::size_t fold, std::size_t bin, std::size_t d) {
        return (fold * bins + bin) * decisions + d;
    };
    std::vector<double> sums(folds * bins * decisions, 0.0);
    for (std::size_t d = 0; d < decisions; ++d) {
        for (std::size_t i = 0; i < table.draws(); ++i) sums[at(fold_of[i], bin_of[i], d)] += table.utility[d][i];
    }
    std::vector<std::size_t> chosen(folds * bins);
    std::vector<double> others(decisions);
    for (std::size_t fold = 0; fold < folds; ++fold) {
        for (std::size_t bin = 0; bin < bins; ++bin) {
            for (std::size_t d = 0; d < decisions; ++d) {
                others[d] = 0.0;
                for (std::size_t f = 0; f < folds; ++f) others[d] += f != fold ? sums[at(f, bin, d)] : 0.0;
            }
            chosen[fold * bins + bin] = table.preferred([&](std::size_t d) { return others[d]; });
        }
    }
    std::vector<double> gains(table.draws());
    for (std::size_t i = 0; i < gains.size(); ++i) {
        gains[i] = table.utility[chosen[fold_of[i] * bins + bin_of[i]]][i] - table.utility[table.best][i];
    }
    return gains;
}
HEADWAY_INSTANTIATE(std::vector<double> gains_by_bin<>(const decision_table& table,
                    const std::vector<std::uint32_t>& bin_of, std::size_t bins, const std::vector<std::uint32_t>& fold_of, std::size_t folds));

template <class>
void require_information_run(const char* function, const simulation& options) {
    const auto refuse = [&](const std::string& why) { throw std::domain_error(std::string(function) + ": " + why); };
    if (!options.keep) refuse("it works on kept draws; set .keep = true");
    if (options.shard.count != 1) refuse("it needs the whole run; leave out .shard");
    if (options.draws < least_draws_for_information) {
        refuse("needs at least " + std::to_string(least_draws_for_information) + " draws, got " +
               std::to_string(options.draws));
    }
}
HEADWAY_INSTANTIATE(void require_information_run<>(const char* function, const simulation& options));

template <class>
void require_choice(const char* function, std::size_t count, const char* one) {
    if (count >= 2) return;
    throw std::domain_error(std::string(function) + (count == 1 ? ": there is 1 " : ": there are 0 ") + one +
                            (count == 1 ? "" : "s") + " to choose from; give at least two");
}
HEADWAY_INSTANTIATE(void require_choice<>(const char* function, std::size_t count, const char* one));

template <class>
void refuse_never(const char* function, const std::string& under, const draw_column& result) {
    const moments all = result.total();
    if (all.never == 0) return;
    throw std::domain_error(std::string(function) + ": under '" + under + "' the result is never, or infinite, in " +
                            std::to_string(all.never) + " of " + std::to_string(all.never + all.count) +
                            " draws; let the model return what that is worth");
}
HEADWAY_INSTANTIATE(void refuse_never<>(const char* function, const std::string& under, const draw_column& result));

template <class>
outcome<double> outcome_of_draws(const std::vector<double>& draws, const std::shared_ptr<const run_identity>& run,
                                 std::size_t replicates) {
    draw_column values(0.0, replicates, true);
    std::copy(draws.begin(), draws.end(), values.keep_range(0, draws.size()));
    for (std::size_t i = 0; i < draws.size(); i += batch::size) {
        const std::size_t size = std::min<std::size_t>(batch::size, draws.size() - i);
        values.add_block(draws.data() + i, static_cast<int>(size),
                         static_cast<std::size_t>(i / run->draws_per_replicate));
    }
    return {run, std::move(values)};
}
HEADWAY_INSTANTIATE(outcome<double> outcome_of_draws<>(const std::vector<double>& draws,
                    const std::shared_ptr<const run_identity>& run, std::size_t replicates));

template <class>
information_value<double> information_of(std::string_view input, const std::vector<double>& gains,
                                         const std::shared_ptr<const run_identity>& run, std::size_t replicates) {
    const outcome<double> all = outcome_of_draws(gains, run, replicates);
    const double mean = all.mean();
    return {input, mean > 0.0 ? mean : 0.0, all.standard_error()};
}
HEADWAY_INSTANTIATE(information_value<double> information_of<>(std::string_view input, const std::vector<double>& gains,
                    const std::shared_ptr<const run_identity>& run, std::size_t replicates));

HEADWAY_OUT_OF_LINE double decision_table::greatest(std::size_t draw) const {
    double most = utility.front()[draw];
    for (const auto& one : utility) most = one[draw] > most ? one[draw] : most;
    return most;
}

template <class V>
basic_information_bins<V>::basic_information_bins(const decision_table& table, const run_identity& run,
                                                  std::size_t replicates)
    : table_(table), bins_(cube_root_up(table.draws())), folds_(replicates > 1 ? replicates : information_folds),
      fold_of_(table.draws()) {
    for (std::size_t i = 0; i < fold_of_.size(); ++i) {
        const std::uint64_t fold = replicates > 1 ? i / run.draws_per_replicate : i / batch::size % folds_;
        fold_of_[i] = static_cast<std::uint32_t>(fold);
    }
}

HEADWAY_INSTANTIATE(class basic_information_bins<>);

}  // namespace headway::detail

#include <headway/header_end.hpp>
