// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/chart/detail/convergence_steps.hpp>

#include <headway/header_begin.hpp>

namespace headway::report::detail {

template <class>
draws_by_replicate draws_in_order(const headway::detail::draw_record& record) {
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

template <class>
headway::detail::draw_record shorter_record(const headway::detail::draw_record& whole, const draws_by_replicate& draws,
                                            std::size_t each) {
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

template <class>
std::vector<std::size_t> convergence_sizes(std::size_t least_replicate, bool powers_of_two) {
    std::vector<std::size_t> sizes;
    const double first = std::max(powers_of_two ? 4.0 : 16.0, static_cast<double>(least_replicate) / 1024.0);
    for (double exponent = 2.0;; exponent += powers_of_two ? 1.0 : 0.25) {
        const double size = floor(pow(2.0, exponent) + 0.5);
        if (!(size < static_cast<double>(least_replicate))) return sizes;
        if (size >= first) sizes.push_back(static_cast<std::size_t>(size));
    }
}
HEADWAY_INSTANTIATE(std::vector<std::size_t> convergence_sizes<>(std::size_t least_replicate, bool powers_of_two));

template <class>
std::optional<headway::detail::error_target> target_among(const known_to& asked,
                                                          headway::detail::error_target::statistic of, double at) {
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

template <class>
convergence_step step_of(const headway::detail::draw_record& record, const converging& what, bool is_look) {
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

template <class>
std::vector<convergence_step> steps_of_run(const headway::detail::draw_record& record, const converging& what) {
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

template <class>
stopping stopping_of(const std::vector<convergence_step>& steps, int looks_needed, double allowed,
                     const std::string& asked) {
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
