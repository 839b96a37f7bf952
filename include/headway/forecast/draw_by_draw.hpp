// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <utility>

#include <headway/forecast/forecast.hpp>
#include <headway/math/batch_functions.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// A model that is run draw by draw, on `double` only. Made by `draw_by_draw`.
template <class Model>
struct draw_by_draw_model {
    Model model;

    template <class... Assumptions, class... Date>
        requires std::invocable<const Model&, const input_values<double, Assumptions...>&, const Date&...>
    constexpr auto operator()(const input_values<double, Assumptions...>& in, const Date&... when) const {
        return model(in, when...);
    }
};

/// For a model that does not compile for blocks of draws, because it calls functions of plain numbers:
/// `forecast(inputs(...), draw_by_draw([](const auto& in) { return std::lgamma(in[x]); }))`. A model that merely
/// branches needs no such word.
template <class Model>
[[nodiscard]] constexpr draw_by_draw_model<Model> draw_by_draw(const Model& model) {
    return {model};
}

namespace detail {

template <class Model>
inline constexpr bool is_draw_by_draw = false;
template <class Model>
inline constexpr bool is_draw_by_draw<draw_by_draw_model<Model>> = true;

template <class Forecast>
struct batch_call {
    using values = typename Forecast::template values<basic_batch<Forecast>>;
    static auto call(const Forecast& forecast, const values& in) {
        if constexpr (Forecast::over_time) {
            return forecast.model()(in, date{});
        } else {
            return forecast.model()(in);
        }
    }
};

// `Result` is an argument so that the model is instantiated, and leaves its trace, before the question is asked.
template <class Forecast, class Result>
consteval bool left_a_branch_trace() {
    return requires { branch_answer(branch_question<Forecast>{}); };
}

template <class Forecast>
consteval bool sees_a_branch() {
    using result = decltype(batch_call<Forecast>::call(std::declval<const Forecast&>(),
                                                       std::declval<const typename batch_call<Forecast>::values&>()));
    return left_a_branch_trace<Forecast, result>();
}

template <class Forecast>
struct draws_branch {
    static constexpr bool value = sees_a_branch<Forecast>();
};
template <class Model, class... Assumptions>
struct draws_branch<basic_forecast<draw_by_draw_model<Model>, Assumptions...>> {
    static constexpr bool value = true;
};

}  // namespace detail

/// True for a forecast whose model branches on a value that depends on an input, so that a block of draws is run once for
/// each way that its draws go, or whose model is made by `draw_by_draw`. Told at compile time for branches in lambdas and
/// in functions whose return type is deduced; one inside a function template with a declared return type does not show
/// here. The result is the same in any case. Asking costs a program the compilation of its model once more.
template <class Forecast>
inline constexpr bool branches_on_draws = detail::draws_branch<std::remove_cvref_t<Forecast>>::value;

}  // namespace headway

#include <headway/header_end.hpp>
