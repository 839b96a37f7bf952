// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/forecast/forecast.hpp>
#include <headway/forecast/part_memory.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// The output of that name, or the only result when no name is given.
template <label Output, class Result>
[[nodiscard]] constexpr auto output_of(const Result& result) {
    if constexpr (is_named_outputs<Result>) {
        return result.template get<Result::place_of(Output.view())>();
    } else if constexpr (number_like<Result>) {
        return to_number(result);
    } else {
        return result;
    }
}

template <label Output, class Result>
consteval bool output_is_clear() {
    if constexpr (is_named_outputs<Result>) {
        constexpr bool says_which_output = !Output.view().empty();
        static_assert(says_which_output,
                      "sensitivity: the model returns several outputs: name the one that is meant, as "
                      "in tornado<\"cost\">(f)");
        constexpr bool model_has_this_output = !says_which_output || Result::place_of(Output.view()) < Result::size;
        static_assert(model_has_this_output, "sensitivity: the model has no output of this name");
        return says_which_output && model_has_this_output;
    } else {
        constexpr bool only_result_needs_no_name = Output.view().empty();
        static_assert(only_result_needs_no_name,
                      "sensitivity: the model returns one value, which has no name: leave the name out");
        return only_result_needs_no_name;
    }
}

/// One result of a forecast as a function of its inputs: which output is meant and, over time, on which date (`When` is
/// then a date, else nothing).
template <label Output, class Forecast, class... When>
class output_query {
  public:
    using forecast_type = Forecast;
    static constexpr std::size_t size = Forecast::inputs_type::size;
    template <class Number>
    using values = typename Forecast::template values<Number>;
    using result_type = decltype(std::declval<const Forecast&>().model()(std::declval<const values<double>&>(),
                                                                         std::declval<const When&>()...));
    using value_type = decltype(output_of<Output>(std::declval<const result_type&>()));
    /// The place of the output among the model's.
    static constexpr std::size_t place = [] {
        if constexpr (is_named_outputs<result_type>) {
            return result_type::place_of(Output.view());
        } else {
            return std::size_t{0};
        }
    }();

    constexpr explicit output_query(const Forecast& forecast, const When&... when) : forecast_(forecast), when_(when...) {}

    [[nodiscard]] constexpr const Forecast& forecast() const noexcept { return forecast_; }
    /// `parts`, if not null, is where parts of the model remember what they made.
    template <class Number>
    [[nodiscard]] constexpr auto operator()(const std::array<Number, size>& base_values,
                                            [[maybe_unused]] part_memory* parts = nullptr) const {
        auto in = values<Number>::from_base_values(base_values.data());
        if constexpr (values<Number>::has_paths) in.read_paths_of(forecast_.inputs().records(), path_reading::quantile);
        if constexpr (notes_reads<Number>) {
            if (parts != nullptr) in.note_reads(parts->notes(size).read, parts);
        }
        return std::apply([&](const When&... when) { return output_of<Output>(forecast_.model()(in, when...)); },
                          when_);
    }

    /// `quantile(p)` of each input, in base units.
    [[nodiscard]] constexpr std::array<double, size> quantiles(double p) const {
        std::array<double, size> result{};
        for (std::size_t i = 0; i < size; ++i) result[i] = forecast_.inputs().records()[i].base_quantile(p);
        return result;
    }
    /// The value of input number `place` in words and numbers, given in base units.
    template <class Level>
    [[nodiscard]] constexpr std::array<Level, size> levels(const std::array<double, size>& base_values) const {
        return [&]<std::size_t... I>(std::index_sequence<I...>) {
            return std::array<Level, size>{Level(value_from_base<input_type<I>>(base_values[I]))...};
        }(std::make_index_sequence<size>{});
    }
    /// The names of the inputs.
    [[nodiscard]] static constexpr std::array<std::string_view, size> names() {
        return []<std::size_t... I>(std::index_sequence<I...>) {
            return std::array<std::string_view, size>{Forecast::inputs_type::template assumption_at<I>::name...};
        }(std::make_index_sequence<size>{});
    }

  private:
    template <std::size_t I>
    using input_type = typename Forecast::inputs_type::template assumption_at<I>::value_type;

    const Forecast& forecast_;
    std::tuple<When...> when_;
};

/// Says in words what is missing in a question, or too much.
template <label Output, class Forecast, class... When>
consteval bool question_is_clear() {
    constexpr bool date_is_given_if_needed = !Forecast::over_time || sizeof...(When) == 1;
    static_assert(date_is_given_if_needed,
                  "sensitivity: this is a forecast over time: give the date after it, as in tornado(f, when)");
    constexpr bool no_date_is_given_in_vain = Forecast::over_time || sizeof...(When) == 0;
    static_assert(no_date_is_given_in_vain, "sensitivity: the model is no function of the date: leave the date out");
    if constexpr (date_is_given_if_needed && no_date_is_given_in_vain) {
        using result = decltype(std::declval<const Forecast&>().model()(
            std::declval<const typename Forecast::template values<double>&>(), std::declval<const When&>()...));
        return output_is_clear<Output, result>();
    } else {
        return false;
    }
}

/// One of several outputs would have to be named; for functions that say so with their own name.
template <label Output, class Forecast, class... When>
consteval bool output_is_missing() {
    if constexpr (Output.view().empty() && Forecast::over_time == (sizeof...(When) == 1)) {
        return is_named_outputs<decltype(std::declval<const Forecast&>().model()(
            std::declval<const typename Forecast::template values<double>&>(), std::declval<const When&>()...))>;
    } else {
        return false;
    }
}

}  // namespace headway::detail

#include <headway/header_end.hpp>
