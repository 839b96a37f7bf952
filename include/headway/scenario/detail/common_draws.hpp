// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <memory>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include <headway/forecast/part_memory.hpp>
#include <headway/outcome/named_results.hpp>
#include <headway/scenario/scenario_list.hpp>
#include <headway/simulation/lowest_fault.hpp>
#include <headway/simulation/simulate.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// Streaming runs keep no draws to pair afterwards, so each scenario but the first has, for each of its columns, one of
/// the differences from the first scenario and one of their signs, of which only the moments count.
enum class pairing { afterwards, with_first };

/// The statistics of one output in all scenarios.
struct scenario_columns {
    std::shared_ptr<const run_identity> identity;
    /// Of each forecast, as in run_identity.
    std::vector<std::uint64_t> fingerprints;
    /// All scenarios' columns, then, of a streaming run, the second scenario's differences and signs, the third's, ...
    std::vector<draw_column> columns;
    /// Of one scenario.
    std::size_t columns_each;

    [[nodiscard]] std::shared_ptr<const run_identity> identity_of(std::size_t scenario) const {
        auto one = std::make_shared<run_identity>(*identity);
        one->forecast = fingerprints[scenario];
        return one;
    }
    [[nodiscard]] draw_column& of(std::size_t scenario, std::size_t c) { return columns[scenario * columns_each + c]; }
    [[nodiscard]] draw_column& differences(std::size_t scenario, std::size_t c) {
        return columns[(fingerprints.size() + 2 * (scenario - 1)) * columns_each + c];
    }
    [[nodiscard]] draw_column& signs(std::size_t scenario, std::size_t c) {
        return columns[(fingerprints.size() + 2 * (scenario - 1) + 1) * columns_each + c];
    }
};

/// The difference of two results where both happen, else never.
[[nodiscard]] HEADWAY_INLINE constexpr double paired_value(double a, double b) noexcept {
    return a < never_value && b < never_value ? a - b : never_value;
}
/// -1 where a is below b, 1 where it is above, 0 where they are equal; never is above all else.
[[nodiscard]] HEADWAY_INLINE constexpr double paired_sign(double a, double b) noexcept {
    return a < b ? -1.0 : a > b ? 1.0 : 0.0;
}

/// All scenarios of a forecast, evaluated block by block on common draws. An input that a scenario leaves alone is
/// drawn once for all of them, and a part of the model that reads none but such inputs is evaluated once for all of them.
template <class = void>
class basic_common_draws final : public block_source {
  public:
    /// `models[s]` is the forecast under the scenario `names[s]`. `function` is who says so when something is at fault.
    basic_common_draws(const char* function, std::vector<std::string> names, const std::vector<model_call>& models,
                       const std::vector<date>& dates, pairing pairs)
        : function_(function), pairs_(pairs), names_(std::move(names)) {
        evaluations_.reserve(models.size());
        for (const model_call& model : models) evaluations_.emplace_back(model, dates);
        for (const model_evaluation& e : evaluations_) fingerprints_.push_back(e.fingerprint());
        columns_each_ = evaluations_.front().columns();
    }

    [[nodiscard]] const std::vector<std::string>& names() const noexcept { return names_; }

    [[nodiscard]] std::size_t inputs() const noexcept override { return evaluations_.front().inputs(); }
    [[nodiscard]] std::size_t columns() const noexcept override {
        const std::size_t scenarios = evaluations_.size();
        return columns_each_ * (pairs_ == pairing::with_first ? 3 * scenarios - 2 : scenarios);
    }
    [[nodiscard]] draw_column empty_column(std::size_t place, std::size_t replicates, bool keep) const override {
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
    [[nodiscard]] std::uint64_t fingerprint() const override {
        std::uint64_t hash = 0;
        for (const std::uint64_t each : fingerprints_) hash = hash_combine(hash, each);
        return hash;
    }
    [[nodiscard]] std::unique_ptr<block_worker> make_worker(const sampling_plan& draws) const override {
        return std::make_unique<worker>(*this, draws);
    }
    [[nodiscard]] scenario_columns run(const simulation& options, progress_ref progress) const {
        finished_run run = run_simulation(*this, options, progress);
        return {std::move(run.identity), fingerprints_, std::move(run.columns), columns_each_};
    }

  private:
    class worker final : public block_worker {
      public:
        worker(const basic_common_draws& all, const sampling_plan& draws)
            : all_(all), results_(all.columns_each_), first_(results_) {
            for (std::size_t s = 0; s < all.evaluations_.size(); ++s) {
                scenarios_.push_back(std::make_unique<one>(all, s, draws, parts_));
            }
        }

        void evaluate(std::uint64_t block, int valid, block_sink sink) override {
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

      private:
        struct one {
            one(const basic_common_draws& all, std::size_t s, const sampling_plan& draws, part_memory& parts)
                : worker(all.evaluations_[s], draws, all.function_, parts.notes(all.inputs())), own(all.inputs()), readers(all.inputs()) {
                const model_call& mine = all.evaluations_[s].model();
                const model_call& first = all.evaluations_[0].model();
                for (std::size_t i = 0; i < own.size(); ++i) {
                    if (mine.inputs[i].parts() == first.inputs[i].parts()) continue;
                    own[i] = true;
                    readers[i] = draws.read(i, hash_of(mine.inputs[i].name));
                    mixes = mixes || mine.correlation.takes_part[i];
                }
            }

            model_evaluation::worker worker;
            /// Which inputs it draws otherwise than the first scenario does, and from what.
            std::vector<char> own;
            std::vector<sampling_plan::reader> readers;
            /// One of these is correlated with others, and all of them are needed to draw it.
            bool mixes = false;

        };

        void draw(one& scenario, std::size_t s, std::uint64_t block, int valid) {
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

        void pair_with_first(std::size_t s, block_sink sink) {
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

        const basic_common_draws& all_;
        /// Of all scenarios, whose forecasts differ in beliefs alone.
        part_memory parts_;
        std::vector<std::unique_ptr<one>> scenarios_;
        std::vector<const double*> results_;
        std::vector<const double*> first_;
    };

    const char* function_;
    pairing pairs_;
    std::vector<std::string> names_;
    std::vector<model_evaluation> evaluations_;
    std::vector<std::uint64_t> fingerprints_;
    std::size_t columns_each_ = 0;
};
HEADWAY_INSTANTIATE(class basic_common_draws<>);
using common_draws = basic_common_draws<>;

/// A forecast under each of some scenarios.
template <class Forecast>
class scenario_forecasts {
  public:
    scenario_forecasts(const char* function, const Forecast& forecast, const scenario_list<Forecast>& scenarios)
        : forecasts_(scenarios.forecasts(function, forecast)) {
        for (const any_scenario& s : scenarios) names_.push_back(s.name());
    }

    [[nodiscard]] const std::vector<std::string>& names() const noexcept { return names_; }
    /// They point into this.
    [[nodiscard]] std::vector<model_call> models() const {
        std::vector<model_call> all;
        for (const Forecast& f : forecasts_) all.push_back(typed_model<Forecast>::call(f));
        return all;
    }

  private:
    std::vector<Forecast> forecasts_;
    std::vector<std::string> names_;
};

}  // namespace headway::detail

#include <headway/header_end.hpp>
