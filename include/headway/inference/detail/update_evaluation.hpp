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
    [[nodiscard]] draw_column empty_column(std::size_t place, std::size_t replicates, bool keep) const override;
    [[nodiscard]] const model_evaluation& model() const noexcept { return model_; }
    [[nodiscard]] const std::vector<observation_record>& records() const noexcept { return records_; }
    [[nodiscard]] std::uint64_t fingerprint() const override;

    class worker final : public block_worker {
      public:
        worker(const basic_update_evaluation& of, const sampling_plan& draws)
            : of_(of), model_(of.model_, draws), results_(of.model_.columns(), nullptr),
              observed_results_(of.observed_ ? of.observed_->columns() : 0, nullptr) {
            if (of.observed_) observed_.emplace(*of.observed_, draws, "simulate", read_notes{}, &model_);
        }

        void evaluate(std::uint64_t block, int valid, block_sink sink) override;
        /// What the model gave for an observation in the last block.
        [[nodiscard]] const double* given(std::size_t k) noexcept;

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
    [[nodiscard, gnu::cold]] std::string beside_each_other(const sampling_plan& draws) const;

  private:
    model_evaluation model_;
    std::optional<model_evaluation> observed_;
    std::vector<observation_record> records_;
    std::vector<observed_place> places_;
};
HEADWAY_ELSEWHERE(class basic_update_evaluation<>);
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
[[gnu::cold]] void refuse_effective(const update_evaluation& evaluation, const draw_weights& weights, double least);

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/inference/bodies/detail/update_evaluation.hpp>
#endif
