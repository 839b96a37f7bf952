// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <memory>
#include <utility>
#include <vector>

#include <headway/forecast/model_call.hpp>
#include <headway/outcome/fan.hpp>
#include <headway/outcome/named_outcomes.hpp>
#include <headway/outcome/outcome.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// What becomes of the columns of a run for a model that returns `Result`.
template <class Result>
struct result_shape {
    static constexpr std::size_t columns = 1;
    using outcome_type = outcome<typename kept_type<Result>::type>;
    template <template <class> class Of>
    using arranged = Of<typename kept_type<Result>::type>;

    /// `make(std::type_identity<T>{}, column)` for the only column, counted from `first`.
    template <template <class> class Of, class Make>
    [[nodiscard]] static arranged<Of> arrange(std::size_t first, Make make) {
        return make(std::type_identity<typename kept_type<Result>::type>{}, first);
    }
    [[nodiscard]] static outcome_type outcomes(const std::shared_ptr<const run_identity>& identity, draw_column* first) {
        return outcome_type(identity, std::move(*first));
    }
};
template <label... Names, class... Results>
struct result_shape<named_outputs<named_output<Names, Results>...>> {
    static constexpr std::size_t columns = sizeof...(Results);
    template <template <class> class Of>
    using arranged = named_results<Of, named_output<Names, typename kept_type<Results>::type>...>;
    using outcome_type = arranged<outcome>;

    /// One for each output.
    template <template <class> class Of, class Make>
    [[nodiscard]] static arranged<Of> arrange(std::size_t first, Make make) {
        return [&]<std::size_t... I>(std::index_sequence<I...>) {
            return arranged<Of>(make(std::type_identity<typename kept_type<Results>::type>{}, first + I)...);
        }(std::index_sequence_for<Results...>{});
    }
    [[nodiscard]] static outcome_type outcomes(const std::shared_ptr<const run_identity>& identity, draw_column* first) {
        return arrange<outcome>(0, [&]<class T>(std::type_identity<T>, std::size_t c) {
            return outcome<T>(identity, std::move(first[c]));
        });
    }
};

/// The same for each date of a forecast over time.
template <class Shape>
[[nodiscard]] auto fan_of(const std::vector<date>& dates, const std::shared_ptr<const run_identity>& identity,
                          std::vector<draw_column>& columns) {
    std::vector<typename Shape::outcome_type> all;
    for (std::size_t i = 0; i < dates.size(); ++i) {
        all.push_back(Shape::outcomes(identity, columns.data() + i * Shape::columns));
    }
    return fan<typename Shape::outcome_type>(dates, std::move(all));
}

}  // namespace headway::detail

#include <headway/header_end.hpp>
