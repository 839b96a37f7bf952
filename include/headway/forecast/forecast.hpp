// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/forecast/outputs.hpp>

namespace headway {

/// Where one input of a forecast comes from.
struct input_source {
    std::string_view input;
    /// The figure it rests on, or null.
    const figures::figure_info* figure;
    std::string_view note;
    date as_of;
    date review_by;
};

/// A model with the assumptions it reads. Make one with `forecast(inputs(...), model)`. The model is a generic callable
/// that takes the inputs, `[](const auto& in) { ... in[decline] ... }`, and returns a number, a quantity, a date or
/// `outputs(...)`; with a second parameter, `[](const auto& in, const auto& when) { ... }`, it is a forecast over time.
/// The library runs it with different number types, so it should not branch on a value that depends on an input; use
/// `select`.
template <class Model, class... Assumptions>
class basic_forecast {
  public:
    using inputs_type = input_list<Assumptions...>;
    template <class Number>
    using values = input_values<Number, Assumptions...>;

    static constexpr bool takes_inputs = std::is_invocable_v<const Model&, const values<double>&>;
    /// True for a model that is a function of the date as well.
    static constexpr bool over_time = !takes_inputs && std::is_invocable_v<const Model&, const values<double>&, date>;
    static_assert(takes_inputs || over_time,
                  "forecast: the model must be callable with its inputs, [](const auto& in) {...}, or with its inputs "
                  "and a date, [](const auto& in, const auto& when) {...}");

    constexpr basic_forecast(const inputs_type& inputs, const Model& model) : inputs_(inputs), model_(model) {}

    [[nodiscard]] constexpr const inputs_type& inputs() const noexcept { return inputs_; }
    [[nodiscard]] constexpr const Model& model() const noexcept { return model_; }

    /// The central case: the model at the median of each input.
    [[nodiscard]] constexpr auto baseline() const
        requires(!over_time)
    {
        return at();
    }
    /// The central case on a date.
    [[nodiscard]] constexpr auto baseline(const date& when) const
        requires over_time
    {
        return at(when);
    }

    /// The model at the median of each input, with some replaced: `f.at(override(decline, 3.0))`. An override of what
    /// is not an input does not compile.
    template <label... Names, class... T>
    [[nodiscard]] constexpr auto at(const assumption_override<Names, T>&... overrides) const
        requires(!over_time)
    {
        return model_(central_values(overrides...));
    }
    template <label... Names, class... T>
    [[nodiscard]] constexpr auto at(const date& when, const assumption_override<Names, T>&... overrides) const
        requires over_time
    {
        return model_(central_values(overrides...), when);
    }

    /// The inputs as the model reads them in the central case.
    template <class... Overrides>
    [[nodiscard]] constexpr values<double> central_values(const Overrides&... overrides) const {
        constexpr bool each_override_names_an_input =
            ((inputs_type::place_of(Overrides::name) < inputs_type::size) && ...);
        static_assert(each_override_names_an_input, "at: an override is not among the forecast's inputs");
        constexpr bool each_input_is_overridden_once = detail::names_are_unique<Overrides...>();
        static_assert(each_input_is_overridden_once, "at: two overrides are of the same assumption; keep one");
        return inputs_.apply(
            [&](const auto&... assumption) { return values<double>(central_value(assumption, overrides...)...); });
    }

    /// Where each input comes from, in order.
    [[nodiscard]] constexpr auto sources() const {
        return inputs_.apply([](const auto&... a) {
            return std::array<input_source, sizeof...(a)>{
                input_source{a.name, a.figure(), a.note(), a.as_of(), a.review_by()}...};
        });
    }

  private:
    template <label Name, class T, class... Overrides>
    static constexpr T central_value(const named_assumption<Name, T>& assumption, const Overrides&... overrides) {
        constexpr std::size_t place = detail::place_of<Overrides...>(Name.view());
        if constexpr (place < sizeof...(Overrides)) {
            const auto& chosen = std::get<place>(std::tie(overrides...));
            static_assert(std::same_as<std::remove_cvref_t<decltype(chosen.belief)>, belief<T>>,
                          "at: the override has another dimension than the input of that name");
            return chosen.belief.median();
        } else {
            return assumption.central();
        }
    }

    inputs_type inputs_;
    Model model_;
};

/// A forecast: the assumptions that a model reads, and the model.
template <class Model, class... Assumptions>
[[nodiscard]] constexpr auto forecast(const input_list<Assumptions...>& inputs, const Model& model) {
    return basic_forecast<Model, Assumptions...>(inputs, model);
}

}  // namespace headway
