// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <headway/inference/detail/likelihood.hpp>
#include <headway/inference/draw_weights.hpp>
#include <headway/inference/updated_forecast.hpp>
#include <headway/math/block_kernels.hpp>
#include <headway/simulation/evaluation.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// What the engine runs of an updated forecast: the forecast, what was observed on the same draws, and as its last column the
/// surprise of all observations together.
template <class = void>
class basic_update_evaluation final : public block_source {
  public:
    /// The forecasts that the models are of must live as long as this; `observed` is null where results of the forecast are
    /// all that is observed.
    basic_update_evaluation(const model_call& model, std::vector<date> dates, const model_call* observed,
                            std::vector<observation_record> records, std::vector<observed_place> places)
        : model_(model, std::move(dates)), records_(std::move(records)), places_(std::move(places)) {
        if (observed != nullptr) observed_.emplace(*observed, std::vector<date>());
    }

    [[nodiscard]] std::size_t inputs() const noexcept override { return model_.inputs(); }
    [[nodiscard]] std::size_t columns() const noexcept override { return model_.columns() + 1; }
    [[nodiscard]] draw_column empty_column(std::size_t place, std::size_t replicates, bool keep) const override {
        return place < model_.columns() ? model_.empty_column(place, replicates, keep)
                                        : draw_column(0.0, replicates, keep);
    }
    [[nodiscard]] const model_evaluation& model() const noexcept { return model_; }
    [[nodiscard]] const std::vector<observation_record>& records() const noexcept { return records_; }
    [[nodiscard]] std::uint64_t fingerprint() const override {
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

    class worker final : public block_worker {
      public:
        worker(const basic_update_evaluation& of, const sampling_plan& draws)
            : of_(of), model_(of.model_, draws), results_(of.model_.columns(), nullptr),
              observed_results_(of.observed_ ? of.observed_->columns() : 0, nullptr) {
            if (of.observed_) observed_.emplace(*of.observed_, draws, "simulate", read_notes{}, &model_);
        }

        void evaluate(std::uint64_t block, int valid, block_sink sink) override {
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
        /// What the model gave for an observation in the last block.
        [[nodiscard]] const double* given(std::size_t k) noexcept {
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

      private:
        const basic_update_evaluation& of_;
        model_evaluation::worker model_;
        std::optional<model_evaluation::worker> observed_;
        std::vector<const double*> results_;
        std::vector<const double*> observed_results_;
    };
    [[nodiscard]] std::unique_ptr<block_worker> make_worker(const sampling_plan& draws) const override {
        return std::make_unique<worker>(*this, draws);
    }

    /// What the model gives for each observation, in some draws, beside what was observed.
    [[nodiscard, gnu::cold]] std::string beside_each_other(const sampling_plan& draws) const {
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

  private:
    model_evaluation model_;
    std::optional<model_evaluation> observed_;
    std::vector<observation_record> records_;
    std::vector<observed_place> places_;
};
HEADWAY_INSTANTIATE(class basic_update_evaluation<>);
using update_evaluation = basic_update_evaluation<>;

/// The models of an updated forecast, which must live as long as this.
template <class Updated>
[[nodiscard]] update_evaluation evaluation_of(const Updated& updated, const std::vector<date>& dates) {
    using forecast_type = typename Updated::forecast_type;
    const auto records = updated.records();
    const auto places = Updated::places();
    const auto make = [&](const model_call* observed) {
        return update_evaluation(typed_model<forecast_type>::call(updated.forecast()), dates, observed,
                                 {records.begin(), records.end()}, {places.begin(), places.end()});
    };
    using observed_type = std::remove_cvref_t<decltype(updated.observed())>;
    if constexpr (std::is_null_pointer_v<observed_type>) {
        return make(nullptr);
    } else {
        const model_call observed = typed_model<observed_type>::call(updated.observed());
        return make(&observed);
    }
}

/// A whole run's draws are worth less than is asked: says so, with what would help.
template <class = void>
[[gnu::cold]] void refuse_effective(const update_evaluation& evaluation, const draw_weights& weights, double least) {
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

}  // namespace headway::detail

#include <headway/header_end.hpp>
