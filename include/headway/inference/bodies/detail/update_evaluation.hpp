// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/inference/detail/update_evaluation.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
void refuse_effective(const update_evaluation& evaluation, const draw_weights& weights, double least) {
    const run_identity& run = weights.identity();
    const auto replicates = static_cast<unsigned>((run.draws - 1) / run.draws_per_replicate + 1);
    const sampling_plan draws(run.method, run.seed, run.draws, replicates, evaluation.inputs());
    const double effective = weights.effective_draws();
    const std::string beside = evaluation.beside_each_other(draws);
    if (!(effective > 0.0)) {
        throw std::domain_error("updated: what was observed lies outside of all that the model can give: in none of " +
                                std::to_string(run.draws) + " draws could it have been: " + beside +
                                "; check its unit, widen the error or the beliefs, or use another model");
    }
    throw std::domain_error("updated: the " + std::to_string(run.draws) + " draws are worth " +
                            number_text(effective, 3) + " of equal weight (effective sample size), fewer than the " +
                            number_text(least, 6) + " asked for: " + beside +
                            "; take more draws, method::sobol, or a wider error; where the model hardly gives what was "
                            "observed, check its unit and the model");
}
HEADWAY_INSTANTIATE(void refuse_effective<>(const update_evaluation& evaluation, const draw_weights& weights,
                                            double least));

template <class V>
draw_column basic_update_evaluation<V>::empty_column(std::size_t place, std::size_t replicates, bool keep) const {
    return place < model_.columns() ? model_.empty_column(place, replicates, keep)
                                    : draw_column(0.0, replicates, keep);
}

template <class V>
std::uint64_t basic_update_evaluation<V>::fingerprint() const {
    std::uint64_t hash = model_.fingerprint();
    if (observed_) hash = hash_combine(hash, observed_->fingerprint());
    for (std::size_t k = 0; k < records_.size(); ++k) {
        hash = hash_combine(hash, fingerprint_bits(records_[k].value));
        hash = hash_combine(hash, fingerprint_of(records_[k].error));
        hash = hash_combine(hash, static_cast<std::uint64_t>(places_[k].place) << 3U |
                                      (static_cast<std::uint64_t>(places_[k].source) << 1U) |
                                      (records_[k].is_factor ? 1U : 0U));
    }
    return hash;
}

template <class V>
void basic_update_evaluation<V>::worker::evaluate(std::uint64_t block, int valid, block_sink sink) {
    model_.evaluate(block, valid, [&](std::size_t c, const double* values) {
        results_[c] = values;
        return sink(c, values);
    });
    if (observed_) {
        observed_->evaluate_drawn(block, valid, [&](std::size_t c, const double* values) {
            observed_results_[c] = values;
            // Else whether all are defined is looked up.
            return all_lanes_between(-no_limit, values, no_limit);
        });
    }
    alignas(64) double surprise[batch::size] = {};
    for (std::size_t k = 0; k < of_.records_.size(); ++k) add_surprises(of_.records_[k], given(k), surprise);
    static_cast<void>(sink(results_.size(), surprise));
}

template <class V>
const double* basic_update_evaluation<V>::worker::given(std::size_t k) noexcept {
    const observed_place& at = of_.places_[k];
    switch (at.source) {
    case observed_source::result:
        return results_[at.place];
    case observed_source::input:
        return model_.drawn(at.place);
    default:
        return observed_results_[at.place];
    }
}

template <class V>
std::string basic_update_evaluation<V>::beside_each_other(const sampling_plan& draws) const {
    worker of_draws(*this, draws);
    std::vector<std::vector<double>> given(records_.size());
    for (std::uint64_t block = 0; block < std::min<std::uint64_t>(draws.blocks(), 1024); ++block) {
        of_draws.evaluate(block, draws.valid(block), [](std::size_t, const double*) { return true; });
        for (std::size_t k = 0; k < given.size(); ++k) {
            given[k].insert(given[k].end(), of_draws.given(k), of_draws.given(k) + draws.valid(block));
        }
    }
    std::string text;
    for (std::size_t k = 0; k < given.size(); ++k) {
        std::vector<double>& x = given[k];
        std::sort(x.begin(), x.end());
        const observation_record& o = records_[k];
        const auto at = [&](double p) {
            const auto place = static_cast<std::size_t>(p * static_cast<double>(x.size() - 1));
            return x[place] < no_limit ? o.text(x[place], 4) : std::string("never");
        };
        text += (k == 0 ? "observed " : ", ") + o.text(o.value, 4) + " where the model gives " + at(0.05) + " to " +
                at(0.95) + " in 90 % of draws, " + at(0.0) + " at least and " + at(1.0) + " at most";
    }
    return text;
}

HEADWAY_INSTANTIATE(class basic_update_evaluation<>);

}  // namespace headway::detail

#include <headway/header_end.hpp>
