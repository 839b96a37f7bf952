// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/decision/real_option.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
exercise_columns exercise_columns_of(const finished_run& run, const exercise_schedule& schedule, std::size_t outputs) {
    exercise_columns all;
    for (std::size_t c = 0; c < run.columns.size(); ++c) {
        const std::string day = to_text(schedule.dates()[c / outputs]);
        refuse_never("real_option", day, run.columns[c]);
        all.push_back(run.columns[c].kept().front().draws());
    }
    return all;
}
HEADWAY_INSTANTIATE(exercise_columns exercise_columns_of<>(const finished_run& run, const exercise_schedule& schedule,
                                                           std::size_t outputs));

template <class>
std::string rule_text(const exercise_threshold& rule, const exercise_problem& problem,
                      const std::vector<seen_record>& seen) {
    using kind = exercise_threshold::kind;
    const bool only_gains = problem.sees_acting() && !problem.must_act;
    switch (rule.is) {
    case kind::wait:
        return "wait";
    case kind::act:
        return only_gains ? "act if it gives anything" : "act";
    case kind::none:
        return "act where what is seen says so, by no single threshold";
    default:
        break;
    }
    const std::string what = problem.sees_acting() ? "it gives" : std::string(seen.front().name) + " is";
    return "act if " + what + " " + seen.front().text(rule.value, 3) +
           (rule.is == kind::above ? " or more" : " or less");
}
HEADWAY_INSTANTIATE(std::string rule_text<>(const exercise_threshold& rule, const exercise_problem& problem,
                                            const std::vector<seen_record>& seen));

template <class>
exercise_record exercise(better preferred, const model_call& model, kinds_view kinds, const exercise_schedule& schedule,
                         exercise_problem problem, const std::vector<seen_record>& seen, const simulation& options,
                         progress_ref progress) {
    require_information_run("real_option", options);
    refuse_until(options);
    problem.sign = preferred == better::higher ? 1.0 : -1.0;
    problem.must_act = schedule.must_act();
    // Draws other than those that the value is told by, which would know what comes.
    simulation fitted_on = options;
    fitted_on.seed = hash_combine(options.seed, hash_of("the draws that a rule is fitted on"));
    std::vector<exercise_rule> rules;
    {
        const finished_run run = simulate_model(model, kinds, schedule.dates(), fitted_on, progress);
        rules = fit_exercise_rules(problem, exercise_columns_of(run, schedule, problem.outputs));
    }
    const finished_run run = simulate_model(model, kinds, schedule.dates(), options, progress);
    const exercise_columns columns = exercise_columns_of(run, schedule, problem.outputs);
    const exercised done = follow_exercise_rules(problem, columns, rules);

    const std::size_t n = done.value.size();
    const std::size_t replicates = run.columns.front().replicates().size();
    const auto mean_of_draws = [&](auto draw) {
        std::vector<double> all(n);
        for (std::size_t i = 0; i < n; ++i) all[i] = draw(i);
        const outcome<double> o = outcome_of_draws(all, run.identity, replicates);
        return estimate{o.mean(), o.standard_error()};
    };
    const auto share_of_draws = [&](std::size_t k) {
        const estimate share = mean_of_draws([&](std::size_t i) { return done.date[i] == k ? 1.0 : 0.0; });
        return estimate{share.value, std::max(share.error, 1.0 / static_cast<double>(n))};
    };
    exercise_record result;
    result.preferred = preferred;
    result.must_act = problem.must_act;
    const auto now = columns[problem.acting];
    result.value = mean_of_draws([&](std::size_t i) { return done.value[i]; });
    result.acting_now = mean_of_draws([&](std::size_t i) { return now[i]; });
    // Who has to decide now lets go what gives less than nothing.
    const bool acts_now = problem.must_act || problem.sign * result.acting_now.value > 0.0;
    result.waiting =
        mean_of_draws([&](std::size_t i) { return problem.sign * (done.value[i] - (acts_now ? now[i] : 0.0)); });
    for (std::size_t k = 0; k < problem.dates; ++k) {
        const exercise_threshold threshold = threshold_of(rules[k]);
        const bool is_a_value =
            threshold.is == exercise_threshold::kind::above || threshold.is == exercise_threshold::kind::below;
        result.dates.push_back({schedule.dates()[k], share_of_draws(k), rule_text(threshold, problem, seen),
                                is_a_value ? std::optional<double>(threshold.value) : std::nullopt,
                                threshold.is == exercise_threshold::kind::above});
    }
    result.never = share_of_draws(problem.dates);
    return result;
}
HEADWAY_INSTANTIATE(exercise_record exercise<>(better preferred, const model_call& model, kinds_view kinds,
                                               const exercise_schedule& schedule, exercise_problem problem,
                                               const std::vector<seen_record>& seen, const simulation& options,
                                               progress_ref progress));

}  // namespace headway::detail

#include <headway/header_end.hpp>
