// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/decision/detail/joint_inputs.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class V>
basic_joint_inputs<V>::basic_joint_inputs(const char* function, const std::vector<option_record>& options)
    : function_(function), places_(options.size()), base_(most_correlated(options)) {
    add(options, base_);
    for (std::size_t o = 0; o < options.size(); ++o) {
        if (o != base_) add(options, o);
    }
    join(options);
    for (std::size_t o = 0; o < options.size(); ++o) require_same_correlations(options, o);
}

template <class V>
bool basic_joint_inputs<V>::draws_as_alone(std::size_t option, method how) const noexcept {
    if (!any_ && how != method::sobol) return true;
    for (std::size_t i = 0; i < places_[option].size(); ++i) {
        if (places_[option][i] != i) return false;
    }
    return true;
}

template <class V>
std::size_t basic_joint_inputs<V>::place_of(std::string_view name) const noexcept {
    std::size_t place = 0;
    while (place < size() && records_[place].name != name) ++place;
    return place;
}

template <class V>
std::string basic_joint_inputs<V>::names() const {
    std::string all;
    for (const assumption_record& a : records_) all += (all.empty() ? "'" : ", '") + std::string(a.name) + "'";
    return all;
}

template <class V>
std::size_t basic_joint_inputs<V>::correlated(const model_call& model) noexcept {
    std::size_t count = 0;
    for (std::size_t i = 0; i < model.input_count; ++i) count += model.correlation.takes_part[i] ? 1U : 0U;
    return count;
}

template <class V>
std::size_t basic_joint_inputs<V>::most_correlated(const std::vector<option_record>& options) noexcept {
    std::size_t most = 0;
    for (std::size_t o = 1; o < options.size(); ++o) {
        if (correlated(options[o].model) > correlated(options[most].model)) most = o;
    }
    return most;
}

template <class V>
void basic_joint_inputs<V>::add(const std::vector<option_record>& options, std::size_t o) {
    const model_call& model = options[o].model;
    for (std::size_t i = 0; i < model.input_count; ++i) {
        const assumption_record& input = model.inputs[i];
        const std::size_t place = place_of(input.name);
        if (place == size()) {
            records_.push_back(input);
            first_.push_back(o);
        } else {
            require_same_belief(records_[place], options[first_[place]].name, input, options[o].name);
        }
        places_[o].push_back(place);
    }
}

template <class V>
void basic_joint_inputs<V>::require_same_belief(const assumption_record& a, const std::string& in_a,
                                                const assumption_record& b, const std::string& in_b) const {
    if (!(a.kind() == b.kind())) {
        refuse("the input " + quoted(a.name) + " is about " + a.kind().text() + " in option " + quoted(in_a) +
               " and about " + b.kind().text() + " in option " + quoted(in_b) + "; rename one of them");
    }
    if (a.parts() == b.parts() && a.motion == b.motion) return;
    process_record follows_alike = a.motion;
    follows_alike.driver_hash = b.motion.driver_hash;
    follows_alike.driver_correlation = b.motion.driver_correlation;
    if (a.is_path() && follows_alike == b.motion) {
        refuse("the options " + quoted(in_a) + " and " + quoted(in_b) + " have the path " + quoted(a.name) +
               " correlated with another in different ways; give both options both paths and the same correlate(...)");
    }
    refuse("the options " + quoted(in_a) + " and " + quoted(in_b) + " believe the input " + quoted(a.name) +
           " differently, " + shown(a) + " and " + shown(b) +
           "; give both the same assumption, or two names if these are two things");
}

template <class V>
void basic_joint_inputs<V>::join(const std::vector<option_record>& options) {
    const copula_view& base = options[base_].model.correlation;
    takes_part_ = std::make_unique<bool[]>(size() + 1);
    any_ = base.any;
    fingerprint_ = base.fingerprint;
    if (!any_) return;
    factor_.assign(size() * size(), 0.0);
    for (std::size_t i = 0; i < size(); ++i) {
        factor_[i * size() + i] = 1.0;
        if (i >= base.size) continue;
        takes_part_[i] = base.takes_part[i];
        for (std::size_t j = 0; j <= i; ++j) factor_[i * size() + j] = base.row(i)[j];
    }
}

template <class V>
double basic_joint_inputs<V>::correlation_of(const copula_view& copula, std::size_t i, std::size_t j) noexcept {
    if (!copula.any || !copula.takes_part[i] || !copula.takes_part[j]) return 0.0;
    double sum = 0.0;
    for (std::size_t k = 0; k <= i && k <= j; ++k) sum += copula.row(i)[k] * copula.row(j)[k];
    return sum;
}

template <class V>
void basic_joint_inputs<V>::require_same_correlations(const std::vector<option_record>& options, std::size_t o) const {
    const model_call& model = options[o].model;
    const copula_view joint = view().correlation;
    for (std::size_t i = 0; i < model.input_count; ++i) {
        const std::string first = quoted(model.inputs[i].name);
        if (model.correlation.takes_part[i] && !takes_part_[places_[o][i]]) {
            refuse("option " + quoted(options[o].name) + " correlates the input " + first + ", and option " +
                   quoted(options[base_].name) +
                   " correlates others; give one option all inputs that are correlated, and their correlations");
        }
        for (std::size_t j = 0; j < i; ++j) {
            const double own = correlation_of(model.correlation, i, j);
            const double others = correlation_of(joint, places_[o][i], places_[o][j]);
            if (abs(own - others) <= 1e-12) continue;
            refuse("the inputs " + quoted(model.inputs[j].name) + " and " + first +
                   " are correlated differently in the options " + quoted(options[o].name) + " and " +
                   quoted(options[base_].name) + ", by " + number_text(rank_from_normal_correlation(own), 3) +
                   " and " + number_text(rank_from_normal_correlation(others), 3) +
                   "; give both the same correlate(...)");
        }
    }
}

HEADWAY_INSTANTIATE(class basic_joint_inputs<>);

}  // namespace headway::detail

#include <headway/header_end.hpp>
