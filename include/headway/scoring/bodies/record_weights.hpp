// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/scoring/record_weights.hpp>

#include <headway/header_begin.hpp>

namespace headway {

template <class>
std::vector<double> weights_from_scores(const std::vector<std::vector<double>>& scores, double prior_questions) {
    constexpr const char* name = "weights_from_scores";
    if (scores.empty())
        throw std::domain_error("weights_from_scores: there are no forecasters; give the scores of one at least");
    detail::require_above_zero(name, "prior_questions", prior_questions);
    const std::size_t questions = scores.front().size();
    std::vector<double> weights;
    for (const auto& of_one : scores) {
        if (of_one.size() != questions) {
            throw std::domain_error("weights_from_scores: every forecaster needs a score on the same questions, got " +
                                    std::to_string(questions) + " and " + std::to_string(of_one.size()) + " scores");
        }
        for (const double s : of_one) detail::require_not_negative(name, "each score", s);
        weights.push_back(prior_questions);
    }
    const auto forecasters = static_cast<double>(scores.size());
    for (std::size_t q = 0; q < questions; ++q) {
        double mean = 0.0;
        for (const auto& of_one : scores) mean += of_one[q] / forecasters;
        for (std::size_t i = 0; i < scores.size(); ++i) weights[i] += mean > 0.0 ? scores[i][q] / mean : 1.0;
    }
    double sum = 0.0;
    for (double& w : weights) {
        w = 1.0 / w;
        sum += w;
    }
    for (double& w : weights) w /= sum;
    return weights;
}
HEADWAY_INSTANTIATE(std::vector<double> weights_from_scores<>(const std::vector<std::vector<double>>& scores,
                                                              double prior_questions));

}  // namespace headway

namespace headway::detail {

template <class>
std::vector<const ledger_entry*> statements_on(const ledger& book, const ledger_entry& question,
                                               const std::vector<std::string>& who) {
    std::vector<const ledger_entry*> of_all;
    const auto is_on_it = [&](const ledger_entry& e, const std::string& name) {
        return e.who == name && e.question == question.question && e.unit == question.unit && e.is_resolved();
    };
    date from = date::from_seconds_since_1970(-infinity);
    for (const std::string& name : who) {
        date first = date::never();
        for (const ledger_entry& e : book) {
            if (is_on_it(e, name)) first = min(first, e.said);
        }
        if (first.is_never()) return {};
        from = max(from, first);
    }
    for (const std::string& name : who) {
        const ledger_entry* last = nullptr;
        for (const ledger_entry& e : book) {
            if (is_on_it(e, name) && e.said <= from && (last == nullptr || last->said <= e.said)) last = &e;
        }
        of_all.push_back(last);
    }
    return of_all;
}
HEADWAY_INSTANTIATE(std::vector<const ledger_entry*> statements_on<>(const ledger& book, const ledger_entry& question,
                                                                     const std::vector<std::string>& who));

}  // namespace headway::detail

namespace headway {

template <class>
std::vector<forecaster_weight> weights_from_record(const ledger& book, const std::vector<std::string>& who,
                                                   double prior_questions) {
    for (const std::string& name : who) {
        bool is_there = false;
        detail::near_names names(name);
        for (const ledger_entry& e : book) {
            is_there = is_there || e.who == name;
            names.offer(e.who);
        }
        if (is_there) continue;
        const std::string near = names.empty() ? "" : "; did you mean " + names.text("'") + "?";
        throw std::domain_error("weights_from_record: the ledger has no statement of '" + name + "'" + near);
    }
    std::vector<std::vector<double>> scores(who.size());
    std::vector<std::pair<std::string, std::string>> done;
    for (const ledger_entry& e : book) {
        const std::pair<std::string, std::string> question(e.question, e.unit);
        bool is_done = false;
        for (const auto& other : done) is_done = is_done || other == question;
        if (is_done) continue;
        done.push_back(question);
        const auto of_all = detail::statements_on(book, e, who);
        for (std::size_t i = 0; i < of_all.size(); ++i) scores[i].push_back(score_of(*of_all[i]).score);
    }
    const std::vector<double> weights = weights_from_scores(scores, prior_questions);
    std::vector<forecaster_weight> named;
    for (std::size_t i = 0; i < who.size(); ++i) named.push_back({who[i], weights[i], scores[i].size()});
    return named;
}
HEADWAY_INSTANTIATE(std::vector<forecaster_weight> weights_from_record<>(const ledger& book,
                                                                         const std::vector<std::string>& who,
                                                                         double prior_questions));

}  // namespace headway

#include <headway/header_end.hpp>
