// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/decision/detail/least_squares_exercise.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
std::vector<exercise_rule> fit_exercise_rules(const exercise_problem& problem, const exercise_columns& columns) {
    const std::size_t n = columns.front().size();
    std::vector<exercise_rule> rules(problem.dates);
    std::vector<double> cash(n, 0.0);
    std::vector<double> gain(n);
    std::vector<double> at(problem.seen.size());
    for (std::size_t k = problem.dates; k-- > 0;) {
        const auto acting = columns[k * problem.outputs + problem.acting];
        const double worth = problem.sign * problem.discount[k];
        if (k + 1 == problem.dates && problem.must_act) {
            rules[k] = exercise_rule(exercise_rule::kind::act);
            for (std::size_t i = 0; i < n; ++i) cash[i] = worth * acting[i];
            continue;
        }
        // Where acting is seen to give nothing it is not thought of, which leaves the fit to where it counts.
        const bool only_gains = problem.sees_acting() && !problem.must_act;
        std::vector<std::size_t> draws;
        for (std::size_t i = 0; i < n; ++i) {
            gain[i] = worth * acting[i] - cash[i];
            if (!only_gains || worth * acting[i] > 0.0) draws.push_back(i);
        }
        if (draws.empty()) continue;
        exercise_columns seen;
        for (const std::size_t output : problem.seen) seen.push_back(columns[k * problem.outputs + output]);
        rules[k] = exercise_rule(seen, draws, gain);
        for (const std::size_t i : draws) {
            for (std::size_t v = 0; v < at.size(); ++v) at[v] = seen[v][i];
            if (rules[k].gain(at.data()) > 0.0) cash[i] = worth * acting[i];
        }
    }
    return rules;
}
HEADWAY_INSTANTIATE(std::vector<exercise_rule> fit_exercise_rules<>(const exercise_problem& problem,
                                                                    const exercise_columns& columns));

template <class>
exercised follow_exercise_rules(const exercise_problem& problem, const exercise_columns& columns,
                                const std::vector<exercise_rule>& rules) {
    const std::size_t n = columns.front().size();
    exercised result{std::vector<double>(n, 0.0), std::vector<std::size_t>(n, problem.dates)};
    const bool only_gains = problem.sees_acting() && !problem.must_act;
    std::vector<double> at(problem.seen.size());
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t k = 0; k < problem.dates; ++k) {
            const double acting = columns[k * problem.outputs + problem.acting][i];
            if (only_gains && !(problem.sign * acting > 0.0)) continue;
            for (std::size_t v = 0; v < at.size(); ++v) at[v] = columns[k * problem.outputs + problem.seen[v]][i];
            if (!(rules[k].gain(at.data()) > 0.0)) continue;
            result.value[i] = problem.discount[k] * acting;
            result.date[i] = k;
            break;
        }
    }
    return result;
}
HEADWAY_INSTANTIATE(exercised follow_exercise_rules<>(const exercise_problem& problem, const exercise_columns& columns,
                                                      const std::vector<exercise_rule>& rules));

template <class>
exercise_threshold threshold_of(const exercise_rule& rule) {
    using kind = exercise_threshold::kind;
    if (rule.is() == exercise_rule::kind::wait) return {kind::wait};
    if (rule.is() == exercise_rule::kind::act) return {kind::act};
    if (rule.variables() != 1) return {};
    constexpr int steps = 400;
    const auto place = [&](int s) { return rule.least(0) + (rule.greatest(0) - rule.least(0)) * s / steps; };
    const auto acts = [&](double x) { return rule.gain(&x) > 0.0; };
    int changes = 0;
    int at = 0;
    for (int s = 1; s <= steps; ++s) {
        if (acts(place(s)) == acts(place(s - 1))) continue;
        ++changes;
        at = s;
    }
    if (changes > 1) return {};
    if (changes == 0) return {acts(place(0)) ? kind::act : kind::wait};
    double low = place(at - 1);
    double high = place(at);
    const bool acts_below = acts(low);
    for (int i = 0; i < 60; ++i) {
        const double middle = 0.5 * (low + high);
        (acts(middle) == acts_below ? low : high) = middle;
    }
    return {acts_below ? kind::below : kind::above, acts_below ? low : high};
}
HEADWAY_INSTANTIATE(exercise_threshold threshold_of<>(const exercise_rule& rule));

template <class V>
basic_exercise_rule<V>::basic_exercise_rule(const exercise_columns& seen, const std::vector<std::size_t>& draws,
                                            const std::vector<double>& gain)
    : kind_(kind::compare), mean_(seen.size()), scale_(seen.size()), least_(seen.size()), greatest_(seen.size()),
      breaks_(seen.size()) {
    const double n = static_cast<double>(draws.size());
    linear_ = n >= 10.0 * static_cast<double>(seen.size() + 1);
    const std::size_t most = seen.size() == 1 ? 6 : seen.size() <= 3 ? 4 : 2;
    const std::size_t breaks = std::min(most, draws.size() / (1000 * seen.size()));
    curved_ = n >= 20.0 * static_cast<double>(1 + seen.size() * (seen.size() + 3) / 2);
    for (std::size_t v = 0; v < seen.size(); ++v) standardise(v, seen[v], draws, curved_ ? breaks : 0);
    const std::size_t p = terms();
    std::vector<std::vector<double>> q(p, std::vector<double>(draws.size()));
    for (std::size_t i = 0; i < draws.size(); ++i) {
        double at[most_seen];
        for (std::size_t v = 0; v < seen.size(); ++v) at[v] = seen[v][draws[i]];
        each_term(at, [&](std::size_t t, double x) { q[t][i] = x; });
    }
    std::vector<double> left(draws.size());
    for (std::size_t i = 0; i < draws.size(); ++i) left[i] = gain[draws[i]];
    std::vector<double> r(p * p, 0.0);
    std::vector<double> projected(p, 0.0);
    std::vector<char> kept(p, 0);
    for (std::size_t t = 0; t < p; ++t) {
        const double before = sqrt(product(q[t], q[t]));
        for (std::size_t s = 0; s < t; ++s) {
            if (kept[s] == 0) continue;
            r[s * p + t] = product(q[s], q[t]);
            subtract(q[t], q[s], r[s * p + t]);
        }
        const double norm = sqrt(product(q[t], q[t]));
        // What is the same in all draws, or follows from what is seen besides, tells nothing.
        if (!(norm > 1e-8 * before)) continue;
        kept[t] = 1;
        r[t * p + t] = norm;
        for (double& x : q[t]) x /= norm;
        projected[t] = product(q[t], left);
        subtract(left, q[t], projected[t]);
    }
    coefficients_.assign(p, 0.0);
    for (std::size_t t = p; t-- > 0;) {
        if (kept[t] == 0) continue;
        double sum = projected[t];
        for (std::size_t s = t + 1; s < p; ++s) sum -= r[t * p + s] * coefficients_[s];
        coefficients_[t] = sum / r[t * p + t];
    }
}

template <class V>
double basic_exercise_rule<V>::gain(const double* seen) const {
    if (kind_ != kind::compare) return kind_ == kind::act ? no_limit : -no_limit;
    double sum = 0.0;
    each_term(seen, [&](std::size_t t, double x) { sum += coefficients_[t] * x; });
    return sum;
}

template <class V>
double basic_exercise_rule<V>::product(const std::vector<double>& a, const std::vector<double>& b) noexcept {
    double sum = 0.0;
    for (std::size_t i = 0; i < a.size(); ++i) sum += a[i] * b[i];
    return sum;
}

template <class V>
void basic_exercise_rule<V>::standardise(std::size_t v, std::span<const double> seen,
                                         const std::vector<std::size_t>& draws, std::size_t breaks) {
    const double n = static_cast<double>(draws.size());
    const double pivot = seen[draws.front()];
    double sum = 0.0;
    for (const std::size_t i : draws) sum += seen[i] - pivot;
    mean_[v] = pivot + sum / n;
    double squares = 0.0;
    std::vector<double> sorted;
    for (const std::size_t i : draws) {
        squares += (seen[i] - mean_[v]) * (seen[i] - mean_[v]);
        sorted.push_back(seen[i]);
    }
    scale_[v] = sqrt(squares / n);
    std::sort(sorted.begin(), sorted.end());
    least_[v] = sorted[sorted.size() / 100];
    greatest_[v] = sorted[sorted.size() - 1 - sorted.size() / 100];
    for (std::size_t b = 1; b <= breaks; ++b) {
        breaks_[v].push_back(standardised(v, sorted[sorted.size() * b / (breaks + 1)]));
    }
}

template <class V>
std::size_t basic_exercise_rule<V>::terms() const noexcept {
    const std::size_t k = variables();
    std::size_t count = 1 + (linear_ ? k : 0) + (curved_ ? k + k * (k - 1) / 2 : 0);
    for (const auto& of_one : breaks_) count += of_one.size();
    return count;
}

HEADWAY_INSTANTIATE(class basic_exercise_rule<>);

}  // namespace headway::detail

#include <headway/header_end.hpp>
