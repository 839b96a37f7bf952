// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <memory>
#include <optional>

#include <headway/assumption/assumption_file.hpp>
#include <headway/forecast/model_call.hpp>
#include <headway/outcome/outcome.hpp>
#include <headway/scenario/scenario_list.hpp>
#include <headway/simulation/result_shape.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// A forecast believed otherwise: what stands for the other one wherever two are compared. Another forecast of the same
/// model and inputs, a scenario, a list of overrides, or an assumption file; what the last three leave out stays as it is.
template <class Forecast>
class other_beliefs {
  public:
    using inputs_type = typename Forecast::inputs_type;

    template <class Model, class... Assumptions>
    other_beliefs(const basic_forecast<Model, Assumptions...>& after) {  // NOLINT: implicit, that is its purpose
        using other = basic_forecast<Model, Assumptions...>;
        constexpr bool both_read_the_same_inputs = std::same_as<typename other::inputs_type, inputs_type>;
        static_assert(
            both_read_the_same_inputs,
            "explain_change: the two forecasts read different inputs; give both the same ones, in the same order");
        if constexpr (both_read_the_same_inputs) {
            constexpr bool both_return_the_same_kind =
                other::over_time == Forecast::over_time && std::same_as<results_of<other>, results_of<Forecast>>;
            static_assert(
                both_return_the_same_kind,
                "explain_change: the two forecasts return different kinds of results, so they are of different models");
            if constexpr (both_return_the_same_kind) keep(after);
        }
    }
    other_beliefs(const any_scenario& after) : overrides_(after.overrides()) {}  // NOLINT
    template <label Name, class... Overrides>
    other_beliefs(const named_scenario<Name, Overrides...>& after)  // NOLINT
        : overrides_(typename scenario_list<Forecast>::entry(after).scenario.overrides()) {}
    other_beliefs(const override_list& after) : overrides_(after) {}  // NOLINT
    other_beliefs(const assumption_file& after) : file_(after) {}     // NOLINT

    /// \throws std::domain_error for overrides that do not fit the forecast, parse_errors for a file that does not.
    [[nodiscard, gnu::cold]] detail::model_call under(const Forecast& before) {
        if (kept_ != nullptr) return call_;
        keep(before.with(file_ ? file_->overrides(before) : overrides_));
        return call_;
    }

  private:
    template <class Other>
    using results_of =
        typename detail::result_shape<typename detail::typed_model<Other>::result_type>::template arranged<outcome>;

    template <class Other>
    [[gnu::cold]] void keep(const Other& after) {
        const auto kept = std::make_shared<const Other>(after);
        call_ = detail::typed_model<Other>::call(*kept);
        kept_ = kept;
    }

    override_list overrides_;
    std::optional<assumption_file> file_;
    std::shared_ptr<const void> kept_;
    detail::model_call call_{};
};

}  // namespace headway

#include <headway/header_end.hpp>
