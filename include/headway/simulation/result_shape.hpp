// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <type_traits>
#include <utility>
#include <vector>

#include <headway/forecast/model_call.hpp>
#include <headway/outcome/fan.hpp>
#include <headway/outcome/named_results.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// How results, one for each column of a run, are arranged for a model that returns `Result`.
template <class Result>
struct result_shape {
    template <template <class> class Of>
    using arranged = Of<typename kept_type<Result>::type>;

    /// `make(std::type_identity<T>{}, column)` for the only column, counted from `first`.
    template <template <class> class Of, class Make>
    [[nodiscard]] static arranged<Of> arrange(std::size_t first, Make make) {
        return make(std::type_identity<typename kept_type<Result>::type>{}, first);
    }
};
template <label... Names, class... Results>
struct result_shape<named_outputs<named_output<Names, Results>...>> {
    template <template <class> class Of>
    using arranged = named_results<Of, named_output<Names, typename kept_type<Results>::type>...>;

    /// One for each output.
    template <template <class> class Of, class Make>
    [[nodiscard]] static arranged<Of> arrange(std::size_t first, Make make) {
        return [&]<std::size_t... I>(std::index_sequence<I...>) {
            return arranged<Of>(make(std::type_identity<typename kept_type<Results>::type>{}, first + I)...);
        }(std::index_sequence_for<Results...>{});
    }
};

/// `make(std::type_identity<T>{}, column)` for each output of a forecast, over time for each date.
template <template <class> class Of, class Forecast, class Make>
[[nodiscard]] auto arrange([[maybe_unused]] const std::vector<date>& dates, Make make) {
    using model = typed_model<Forecast>;
    using shape = result_shape<typename model::result_type>;
    if constexpr (Forecast::over_time) {
        std::vector<typename shape::template arranged<Of>> all;
        for (std::size_t i = 0; i < dates.size(); ++i) {
            all.push_back(shape::template arrange<Of>(i * model::columns::size, make));
        }
        return fan<typename shape::template arranged<Of>>(dates, std::move(all));
    } else {
        return shape::template arrange<Of>(0, make);
    }
}

}  // namespace headway::detail

#include <headway/header_end.hpp>
