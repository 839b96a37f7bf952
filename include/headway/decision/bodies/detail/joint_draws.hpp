// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/decision/detail/joint_draws.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class V>
basic_joint_draws<V>::basic_joint_draws(const char* function, const std::vector<option_record>& options,
                                        const joint_inputs& joint)
    : function_(function), options_(options), joint_(joint), beliefs_(samplers_of(joint.view())) {
    evaluations_.reserve(options.size());
    for (const option_record& o : options) evaluations_.emplace_back(o.model, o.dates);
}

template <class V>
std::uint64_t basic_joint_draws<V>::fingerprint() const {
    std::uint64_t hash = joint_.view().correlation.fingerprint;
    for (std::size_t o = 0; o < options_.size(); ++o) {
        hash = hash_combine(hash_combine(hash, hash_of(options_[o].name)), fingerprint_of(o));
    }
    return hash;
}

template <class V>
basic_joint_draws<V>::worker::worker(const basic_joint_draws& all, const sampling_plan& draws)
    : all_(all), drawn_(all.joint_.view(), all.beliefs_, draws) {
    for (const model_evaluation& e : all.evaluations_) {
        workers_.push_back(std::make_unique<model_evaluation::worker>(e, draws, all.function_));
    }
}

template <class V>
void basic_joint_draws<V>::worker::evaluate(std::uint64_t block, int valid, block_sink sink) {
    drawn_.draw(block, valid);
    lowest_fault faults;
    for (std::size_t o = 0; o < workers_.size(); ++o) {
        const std::vector<std::size_t>& places = all_.joint_.places(o);
        for (std::size_t i = 0; i < places.size(); ++i) {
            copy_lanes<batch::size>(drawn_.drawn(places[i]), workers_[o]->drawn(i));
        }
        faults.note("option", all_.options_[o].name, [&] {
            // Results that are not asked for must be defined as well, as in a simulation.
            workers_[o]->evaluate_drawn(block, valid, [&](std::size_t c, const double* values) {
                return c == all_.options_[o].place && sink(o, values);
            });
        });
    }
    faults.rethrow();
}

HEADWAY_INSTANTIATE(class basic_joint_draws<>);

}  // namespace headway::detail

#include <headway/header_end.hpp>
