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

    [[nodiscard]] std::shared_ptr<const run_identity> identity_of(std::size_t scenario) const;
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
                       const std::vector<date>& dates, pairing pairs);

    [[nodiscard]] const std::vector<std::string>& names() const noexcept { return names_; }

    [[nodiscard]] std::size_t inputs() const noexcept override { return evaluations_.front().inputs(); }
    [[nodiscard]] std::size_t columns() const noexcept override;
    [[nodiscard]] draw_column empty_column(std::size_t place, std::size_t replicates, bool keep) const override;
    [[nodiscard]] std::uint64_t fingerprint() const override;
    [[nodiscard]] std::unique_ptr<block_worker> make_worker(const sampling_plan& draws) const override {
        return std::make_unique<worker>(*this, draws);
    }
    [[nodiscard]] scenario_columns run(const simulation& options, progress_ref progress) const;

  private:
    class worker final : public block_worker {
      public:
        worker(const basic_common_draws& all, const sampling_plan& draws);

        void evaluate(std::uint64_t block, int valid, block_sink sink) override;

      private:
        struct one {
            one(const basic_common_draws& all, std::size_t s, const sampling_plan& draws, part_memory& parts);

            model_evaluation::worker worker;
            /// Which inputs it draws otherwise than the first scenario does, and from what.
            std::vector<char> own;
            std::vector<sampling_plan::reader> readers;
            /// One of these is correlated with others, and all of them are needed to draw it.
            bool mixes = false;

        };

        void draw(one& scenario, std::size_t s, std::uint64_t block, int valid);

        void pair_with_first(std::size_t s, block_sink sink);

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
HEADWAY_ELSEWHERE(class basic_common_draws<>);
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

#if HEADWAY_BODIES
#include <headway/scenario/bodies/detail/common_draws.hpp>
#endif
