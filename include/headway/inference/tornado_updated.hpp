// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <memory>
#include <utility>
#include <vector>

#include <headway/inference/posterior.hpp>
#include <headway/sensitivity/tornado.hpp>

#include <headway/header_begin.hpp>

namespace headway {

namespace detail {

/// What is believed of each input after an observation, without its type.
template <class = void>
[[nodiscard, gnu::cold]] std::vector<weighted_record> records_of_inputs(const input_view& model,
                                                                        const std::shared_ptr<const draw_weights>& weights);

/// An output query whose inputs are believed as they are after an observation.
template <class Query>
class posterior_query : public Query {
  public:
    template <class Updated>
    posterior_query(const Query& query, const posterior<Updated>& after)
        : Query(query), inputs_(records_of_inputs(inputs_of(after.updated().forecast()), after.run().weights)) {}

    [[nodiscard]] std::array<double, Query::size> quantiles(double p) const {
        std::array<double, Query::size> found = Query::quantiles(p);
        for (std::size_t i = 0; i < found.size(); ++i) {
            // Of a path there is no one value.
            if (!Query::forecast().inputs().records()[i].is_path()) found[i] = inputs_[i].quantile(p);
        }
        return found;
    }

  private:
    std::vector<weighted_record> inputs_;
};

template <label Output, class Updated, class Model, class... Assumptions, class... When>
[[nodiscard]] auto tornado_after(const posterior<Updated>& after, const basic_forecast<Model, Assumptions...>& forecast,
                                 const tornado_levels& levels, const When&... when) {
    using forecast_type = basic_forecast<Model, Assumptions...>;
    if constexpr (question_is_clear<Output, forecast_type, When...>()) {
        using query = output_query<Output, forecast_type, When...>;
        const posterior_query<query> question(query(forecast, when...), after);
        return tornado_of<typename query::value_type, Assumptions...>(question, levels);
    }
}

}  // namespace detail

/// The tornado of a forecast after an observation, `tornado(simulate(f.updated(observed(...)), options))`: each input at the
/// p10 and the p90 of what is now believed of it, with all others at their medians after the observation. A path, of which
/// no one value is believed, is taken as without the observation. Inputs that the observation ties to each other are moved
/// alone all the same: where `after.correlation(a, b)` is far from 0, a bar shows more than can come about.
/// \throws as `tornado` of a forecast.
template <label Output = "", class Updated>
[[nodiscard]] auto tornado(const posterior<Updated>& after, const tornado_levels& levels = {}) {
    return detail::tornado_after<Output>(after, after.updated().forecast(), levels);
}
/// Of a forecast over time, on a date.
template <label Output = "", class Updated>
[[nodiscard]] auto tornado(const posterior<Updated>& after, const date& when, const tornado_levels& levels = {}) {
    return detail::tornado_after<Output>(after, after.updated().forecast(), levels, when);
}

}  // namespace headway

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/inference/bodies/tornado_updated.hpp>
#endif
