// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/scenario/detail/common_draws.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

HEADWAY_OUT_OF_LINE std::shared_ptr<const run_identity> scenario_columns::identity_of(std::size_t scenario) const {
    auto one = std::make_shared<run_identity>(*identity);
    one->forecast = fingerprints[scenario];
    return one;
}

template <class V>
basic_common_draws<V>::basic_common_draws(const char* function, std::vector<std::string> names,
                                          const std::vector<model_call>& models, const std::vector<date>& dates,
                                          pairing pairs)
    : function_(function), pairs_(pairs), names_(std::move(names)) {
    evaluations_.reserve(models.size());
    for (const model_call& model : models) evaluations_.emplace_back(model, dates);
    for (const model_evaluation& e : evaluations_) fingerprints_.push_back(e.fingerprint());
    columns_each_ = evaluations_.front().columns();
}

template <class V>
std::size_t basic_common_draws<V>::columns() const noexcept {
    const std::size_t scenarios = evaluations_.size();
    return columns_each_ * (pairs_ == pairing::with_first ? 3 * scenarios - 2 : scenarios);
}

template <class V>
draw_column basic_common_draws<V>::empty_column(std::size_t place, std::size_t replicates, bool keep) const {
    const std::size_t c = place % columns_each_;
    const std::size_t group = place / columns_each_;
    if (group < evaluations_.size()) return evaluations_[group].empty_column(c, replicates, keep);
    const std::size_t pair = group - evaluations_.size();
    const bool is_of_signs = pair % 2 == 1;
    const double pivot = is_of_signs ? 0.0 : evaluations_[pair / 2 + 1].pivot(c) - evaluations_[0].pivot(c);
    // Said to keep draws that it has not, it makes no counts for quantiles: tables for so many columns at once do
    // not fit a cache, and would cost more than the model.
    return draw_column(pivot, replicates, true);
}

template <class V>
std::uint64_t basic_common_draws<V>::fingerprint() const {
    std::uint64_t hash = 0;
    for (const std::uint64_t each : fingerprints_) hash = hash_combine(hash, each);
    return hash;
}

template <class V>
scenario_columns basic_common_draws<V>::run(const simulation& options, progress_ref progress) const {
    finished_run run = run_simulation(*this, options, progress);
    return {std::move(run.identity), fingerprints_, std::move(run.columns), columns_each_};
}

template <class V>
basic_common_draws<V>::worker::worker(const basic_common_draws& all, const sampling_plan& draws)
    : all_(all), results_(all.columns_each_), first_(results_) {
    for (std::size_t s = 0; s < all.evaluations_.size(); ++s) {
        scenarios_.push_back(std::make_unique<one>(all, s, draws, parts_));
    }
}

template <class V>
void basic_common_draws<V>::worker::evaluate(std::uint64_t block, int valid, block_sink sink) {
    lowest_fault faults;
    for (std::size_t s = 0; s < scenarios_.size(); ++s) {
        const auto noted = [&](std::size_t c, const double* values) {
            results_[c] = values;
            return sink(s * all_.columns_each_ + c, values);
        };
        one& scenario = *scenarios_[s];
        parts_.begin(s == 0);
        const bool fine = faults.note("scenario", all_.names_[s], [&] {
            if (s == 0 || scenario.mixes) {
                scenario.worker.evaluate(block, valid, noted);
            } else {
                draw(scenario, s, block, valid);
                scenario.worker.evaluate_drawn(block, valid, noted);
            }
        });
        if (!fine) continue;
        if (s == 0) {
            first_ = results_;
        } else if (all_.pairs_ == pairing::with_first) {
            pair_with_first(s, sink);
        }
    }
    faults.rethrow();
}

template <class V>
basic_common_draws<V>::worker::one::one(const basic_common_draws& all, std::size_t s, const sampling_plan& draws,
                                        part_memory& parts)
    : worker(all.evaluations_[s], draws, all.function_, parts.notes(all.inputs())), own(all.inputs()),
      readers(all.inputs()) {
    const model_call& mine = all.evaluations_[s].model();
    const model_call& first = all.evaluations_[0].model();
    for (std::size_t i = 0; i < own.size(); ++i) {
        if (mine.inputs[i].parts() == first.inputs[i].parts()) continue;
        own[i] = true;
        readers[i] = draws.read(i, hash_of(mine.inputs[i].name));
        mixes = mixes || mine.correlation.takes_part[i];
    }
}

template <class V>
void basic_common_draws<V>::worker::draw(one& scenario, std::size_t s, std::uint64_t block, int valid) {
    for (std::size_t i = 0; i < scenario.own.size(); ++i) {
        double* const drawn = scenario.worker.drawn(i);
        if (!scenario.own[i]) {
            copy_lanes<batch::size>(scenarios_[0]->worker.drawn(i), drawn);
            continue;
        }
        scenario.readers[i].uniforms(block, drawn);
        all_.evaluations_[s].beliefs()[i].template draw_block<batch::size>(drawn, drawn);
        for (int k = valid; k < batch::size; ++k) drawn[k] = drawn[0];
    }
}

template <class V>
void basic_common_draws<V>::worker::pair_with_first(std::size_t s, block_sink sink) {
    const std::size_t group = all_.evaluations_.size() + 2 * (s - 1);
    double differences[batch::size];
    double signs[batch::size];
    for (std::size_t c = 0; c < results_.size(); ++c) {
        const double* const a = results_[c];
        const double* const b = first_[c];
        for (int i = 0; i < batch::size; ++i) differences[i] = paired_value(a[i], b[i]);
        for (int i = 0; i < batch::size; ++i) signs[i] = paired_sign(a[i], b[i]);
        sink(group * all_.columns_each_ + c, static_cast<const double*>(differences));
        sink((group + 1) * all_.columns_each_ + c, static_cast<const double*>(signs));
    }
}

HEADWAY_INSTANTIATE(class basic_common_draws<>);

}  // namespace headway::detail

#include <headway/header_end.hpp>
