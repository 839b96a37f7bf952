// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <concepts>
#include <cstdint>
#include <optional>

#include <headway/chart/chart_plot.hpp>
#include <headway/outcome/merge.hpp>
#include <headway/simulation/known_to.hpp>
#include <headway/simulation/precision.hpp>

#include <headway/header_begin.hpp>

namespace headway::report {

/// How to draw the convergence of a run; every part may be left out.
template <any_value T>
struct convergence_chart_options {
    std::string title = {};
    std::string description = {};  ///< read aloud in place of the picture; by default made of its numbers
    std::string id = {};           ///< what its ids in the page begin with; by default a hash of its content
    chart_unit<T> unit = {};
    known_to until = {};   ///< how well the statistic was to be known, as the run was asked; its output's name is left aside
    double width = 720.0;  ///< of the view box, from 320 to 4000; texts are 20 units high
};

namespace detail {

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
    constexpr std::size_t block = headway::detail::sampling_block;
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

/// What is said of the error that was asked.
template <class = void>
[[nodiscard, gnu::cold]] std::string stop_words(const std::vector<convergence_step>& steps, int looks_needed,
                                                double allowed, const std::string& asked, double& stop) {
    int met = 0;
    stop = no_limit;
    for (const auto& step : steps) {
        if (!step.is_look) continue;
        met = step.is_met ? met + 1 : 0;
        if (met == looks_needed) {
            stop = step.draws;
            break;
        }
    }
    std::string words = "Asked: a standard error of " + asked;
    const auto text = [](double draws) { return to_text(draws, 2); };
    if (stop < no_limit) {
        const auto exact = std::to_string(static_cast<std::uint64_t>(stop));
        return words + (stop < steps.back().draws ? ", with which the run could have stopped after " + exact + " draws."
                                                  : ", which it takes all " + exact + " draws to reach.");
    }
    const double error = steps.back().error;
    if (error <= allowed) return words + ", which the last look reaches for the first time; a second one would tell.";
    words += ", not reached";
    if (!(error < no_limit)) return words + ".";
    const double needed = steps.back().draws * (error / allowed) * (error / allowed);
    return words + "; about " + text(needed) + " draws would, if errors fall as of independent draws.";
}
HEADWAY_INSTANTIATE(std::string stop_words<>(const std::vector<convergence_step>& steps, int looks_needed,
                    double allowed, const std::string& asked, double& stop));

