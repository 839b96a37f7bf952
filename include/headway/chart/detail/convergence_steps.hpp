// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <headway/simulation/known_to.hpp>
#include <headway/simulation/precision.hpp>

#include <headway/header_begin.hpp>

namespace headway::report::detail {

/// What so many draws make of a statistic, in base units: infinite where it is never, or not known.
struct convergence_step {
    double draws;
    double value;
    double low;  ///< of the interval
    double high;
    double error;
    bool is_look = false;   ///< `until` would look here whether it is known well enough
    bool is_met = false;    ///< and find that it is
};

/// The draws of a run in the order in which a run of fewer takes them: for each scrambling of Sobol' points its own.
using draws_by_replicate = std::vector<std::vector<double>>;

/// \throws std::domain_error for a run that did not keep its draws.
template <class = void>
[[nodiscard, gnu::cold]] draws_by_replicate draws_in_order(const headway::detail::draw_record& record) {
    if (!record.keeps_draws()) {
        throw std::domain_error("convergence_chart: the run did not keep its draws; simulate with .keep = true, or give "
                                "the outcomes of its shards");
    }
    draws_by_replicate all(record.column().replicates().size());
    const auto& run = record.identity();
    for (const auto& range : record.column().kept()) {
        std::uint64_t draw = range.first;
        for (const double x : range.draws()) {
            const std::uint64_t replicate = all.size() > 1 ? draw / run.draws_per_replicate : 0;
            all[static_cast<std::size_t>(std::min<std::uint64_t>(replicate, all.size() - 1))].push_back(x);
            ++draw;
        }
    }
    std::erase_if(all, [](const auto& one) { return one.empty(); });
    return all;
}
HEADWAY_INSTANTIATE(draws_by_replicate draws_in_order<>(const headway::detail::draw_record& record));

/// The run as it was after the first `each` draws of each replicate.
template <class = void>
[[nodiscard, gnu::cold]] headway::detail::draw_record shorter_record(const headway::detail::draw_record& whole,
                                                                     const draws_by_replicate& draws, std::size_t each) {
    auto identity = std::make_shared<headway::detail::run_identity>(whole.identity());
    const std::size_t size = each * draws.size();
    identity->draws = size;
    identity->draws_per_replicate = each;
    identity->covered = {{0, size}};
    headway::detail::draw_column column(whole.column().pivot(), draws.size(), true);
    double* to = column.keep_range(0, size);
    constexpr auto block = static_cast<std::size_t>(batch::size);
    for (std::size_t r = 0; r < draws.size(); ++r) {
        for (std::size_t i = 0; i < each; i += block) {
            const std::size_t valid = std::min(block, each - i);
            column.add_block(draws[r].data() + i, static_cast<int>(valid), r, to);
            to += valid;
        }
    }
    return {std::move(identity), std::move(column)};
}
HEADWAY_INSTANTIATE(headway::detail::draw_record shorter_record<>(const headway::detail::draw_record& whole,
                    const draws_by_replicate& draws, std::size_t each));

/// After how many draws of each replicate to look: four times in each doubling, of Sobol' points, which are even after
/// powers of two, once. From a thousandth of the draws on, below which nothing is known well enough to be seen beside the
/// rest, but from 16 at least.
template <class = void>
[[nodiscard, gnu::cold]] std::vector<std::size_t> convergence_sizes(std::size_t least_replicate, bool powers_of_two) {
    std::vector<std::size_t> sizes;
    const double first = std::max(powers_of_two ? 4.0 : 16.0, static_cast<double>(least_replicate) / 1024.0);
    for (double exponent = 2.0;; exponent += powers_of_two ? 1.0 : 0.25) {
        const double size = floor(pow(2.0, exponent) + 0.5);
        if (!(size < static_cast<double>(least_replicate))) return sizes;
        if (size >= first) sizes.push_back(static_cast<std::size_t>(size));
    }
}
HEADWAY_INSTANTIATE(std::vector<std::size_t> convergence_sizes<>(std::size_t least_replicate, bool powers_of_two));

/// Where `until` looks: after 4096 draws, at least 64 in each scrambling, and at each doubling.
[[nodiscard]] constexpr bool until_looks_at(std::size_t each, std::size_t replicates) noexcept {
    return (each & (each - 1)) == 0 && each * replicates >= 4096 && (replicates == 1 || each >= 64);
}

/// The error target of a statistic among those asked; none where nothing is asked.
/// \throws std::domain_error where others are asked, but not this one.
template <class = void>
[[nodiscard, gnu::cold]] std::optional<headway::detail::error_target>
target_among(const known_to& asked, headway::detail::error_target::statistic of, double at) {
    const error_targets targets(asked);
    for (const auto& target : targets) {
        if (target.of == of && target.at == at) {
            auto mine = target;
            mine.output = {};
            return mine;
        }
    }
    if (targets.size() == 0) return std::nullopt;
    const headway::detail::error_target wanted{{}, of, at};
    throw std::domain_error("convergence_chart: until asks for no error of the " + headway::detail::target_text(wanted) +
                            ", which is drawn; ask for one, or leave until out");
}
HEADWAY_INSTANTIATE(std::optional<headway::detail::error_target> target_among<>(const known_to& asked,
                    headway::detail::error_target::statistic of, double at));

/// A statistic by name, and how well it was to be known.
struct converging {
    using statistic = headway::detail::error_target::statistic;

    statistic of;
    double at;
    std::optional<headway::detail::error_target> asked;

    [[nodiscard, gnu::cold]] std::string name() const { return headway::detail::target_text({{}, of, at}); }
};

template <class = void>
[[nodiscard, gnu::cold]] convergence_step step_of(const headway::detail::draw_record& record, const converging& what,
                                                  bool is_look) {
    const headway::detail::outcome_errors errors(record);
    convergence_step step{static_cast<double>(record.draws()), no_limit, -no_limit, no_limit, no_limit, is_look};
    const bool is_mean = what.of == converging::statistic::mean;
    const std::uint64_t happens = record.total().count;
    if (!is_mean || happens > 0) step.value = is_mean ? record.mean() : record.quantile(what.at);
    if (record.draws() < 2 || (is_mean && happens < 2)) return step;
    const auto interval = is_mean ? errors.mean_interval(0.9) : errors.quantile_interval(what.at, 0.9);
    step.low = interval.low;
    step.high = interval.high;
    step.error = is_mean ? errors.mean_error() : errors.quantile_error(what.at);
    step.is_met = what.asked && headway::detail::error_of(record, *what.asked).is_met();
    return step;
}
HEADWAY_INSTANTIATE(convergence_step step_of<>(const headway::detail::draw_record& record, const converging& what,
                    bool is_look));

/// From the first draws of a run to all of them.
template <class = void>
[[nodiscard, gnu::cold]] std::vector<convergence_step> steps_of_run(const headway::detail::draw_record& record,
                                                                    const converging& what) {
    if (record.draws() == 0) {
        throw std::domain_error("convergence_chart: the outcome has no draws; simulate with at least one");
    }
    const draws_by_replicate draws = draws_in_order(record);
    std::size_t least = draws.front().size();
    for (const auto& one : draws) least = std::min(least, one.size());
    std::vector<convergence_step> steps;
    for (const std::size_t each : convergence_sizes(least, record.identity().method == method::sobol)) {
        steps.push_back(step_of(shorter_record(record, draws, each), what, until_looks_at(each, draws.size())));
    }
    steps.push_back(step_of(record, what, true));
    return steps;
}
HEADWAY_INSTANTIATE(std::vector<convergence_step> steps_of_run<>(const headway::detail::draw_record& record,
                    const converging& what));

/// What is said of the error that was asked, and after how many draws a run that waits for it would have stopped.
struct stopping {
    std::string words;
    double draws = no_limit;
};
/// \param looks_needed one after the other that find the error small enough \param asked the error in words
template <class = void>
[[nodiscard, gnu::cold]] stopping stopping_of(const std::vector<convergence_step>& steps, int looks_needed,
                                              double allowed, const std::string& asked) {
    stopping result{"Asked: a standard error of " + asked};
    int met = 0;
    for (const auto& step : steps) {
        if (step.is_look) met = step.is_met ? met + 1 : 0;
        if (met < looks_needed) continue;
        result.draws = step.draws;
        const std::string draws = std::to_string(static_cast<std::uint64_t>(step.draws)) + " draws";
        result.words += step.draws < steps.back().draws ? "; the run could have stopped after " + draws + "."
                                                        : "; it took all " + draws + ".";
        return result;
    }
    if (steps.back().is_met) {
        result.words += "; reached by the last look only, and " + std::to_string(looks_needed) + " have to.";
        return result;
    }
    result.words += "; not reached";
    const double error = steps.back().error;
    if (!(error < no_limit && allowed > 0.0)) {
        result.words += ".";
        return result;
    }
    const double needed = steps.back().draws * (error / allowed) * (error / allowed);
    result.words += ". If errors fall as those of independent draws do, " + to_text(needed, 2) + " draws would do.";
    return result;
}
HEADWAY_INSTANTIATE(stopping stopping_of<>(const std::vector<convergence_step>& steps, int looks_needed, double allowed,
                    const std::string& asked));

}  // namespace headway::report::detail

#include <headway/header_end.hpp>
