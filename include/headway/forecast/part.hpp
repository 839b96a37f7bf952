// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <tuple>
#include <type_traits>
#include <utility>

#include <headway/assumption/inputs.hpp>
#include <headway/forecast/outputs.hpp>
#include <headway/forecast/part_memory.hpp>

#include <headway/header_begin.hpp>

namespace headway {

namespace detail {

template <class T>
inline constexpr bool is_part_argument = number_like<T> || any_value<T>;
template <class T>
inline constexpr bool is_made_of_values = number_like<T> || any_value<T>;
template <class A, class B>
inline constexpr bool is_made_of_values<std::pair<A, B>> = is_made_of_values<A> && is_made_of_values<B>;
template <class... T>
inline constexpr bool is_made_of_values<std::tuple<T...>> = (is_made_of_values<T> && ...);
template <class T, std::size_t Size>
inline constexpr bool is_made_of_values<std::array<T, Size>> = is_made_of_values<T>;
template <class... Outputs>
inline constexpr bool is_made_of_values<named_outputs<Outputs...>> = true;

/// Its address stands for a part that is called in this way.
template <label Name, class Result, class F, class... Arguments>
inline constexpr char part_key = 0;

[[nodiscard]] constexpr lane_span lanes_in(const double& x) noexcept { return {&x, 1}; }
template <class Tag>
[[nodiscard]] constexpr lane_span lanes_in(const basic_batch<Tag>& x) noexcept {
    return {x.lane, static_cast<std::size_t>(block_lanes)};
}
/// Of a number as it is, of a quantity or date in base units.
template <class T>
[[nodiscard]] constexpr decltype(auto) argument_number(const T& x) noexcept {
    if constexpr (std::is_arithmetic_v<T>) {
        return static_cast<double>(x);
    } else if constexpr (number_like<T>) {
        return (x);
    } else {
        return base_value_of(x);
    }
}

/// What the part made of the same before, or what it makes of it now.
template <label Name, class Number, class... Assumptions, class F, class... Arguments>
[[nodiscard]] auto remembered_part(part_memory& memory, const input_values<Number, Assumptions...>& in, const F& f,
                                   const Arguments&... arguments) {
    using result = std::remove_cvref_t<decltype(f(in, arguments...))>;
    constexpr std::size_t size = sizeof...(Assumptions);
    const Number* numbers[size + 1];
    in.find_base_values(numbers);
    const double* lanes[size + 1];
    for (std::size_t i = 0; i < size; ++i) lanes[i] = lanes_in(*numbers[i]).first;
    return [&](const auto&... numbers_of_arguments) {
        // Paths of other processes are other inputs, though their keys are the same.
        const double processes = in.hash_of_processes();
        const lane_span spans[sizeof...(Arguments) + 1] = {lanes_in(numbers_of_arguments)..., {&processes, 1}};
        const part_call call{&part_key<Name, result, F, Arguments...>, Name.view(), lanes, size,
                             std::same_as<Number, double> ? 1 : static_cast<std::size_t>(block_lanes), spans,
                             sizeof...(Arguments) + (in.has_paths ? 1 : 0)};
        if (const void* const before = memory.find(call)) return *static_cast<const result*>(before);
        const typename part_memory::recording recording(memory);
        const result made = f(in, arguments...);
        held_value& kept = memory.place_for(call);
        if (kept.value != nullptr) {
            *static_cast<result*>(kept.value) = made;
        } else {
            kept = {new result(made), [](void* value) noexcept { delete static_cast<result*>(value); }};
        }
        return made;
    }(argument_number(arguments)...);
}

}  // namespace detail

/// A part of a model: `f(in, arguments...)`, with a name, as a function of the inputs that it reads.
///
///     const auto abroad = part<"cost abroad">(in, cost_abroad);
///     return outputs(output<"cost">(abroad.first), output<"ships">(in, completion_of),  // an output that is a part
///                    output<"tokens">(part<"tokens">(in, share_of_tokens, in[lag])));
///
/// What asks a model many times with a few inputs changed evaluates a part again only if an input that it reads has
/// changed, or an argument: `compare`, `compare_grid`, `value_of_information`, `tornado`, `sobol_indices`, `shapley`. Which
/// inputs it reads need not be said: it is noted at each call, in whatever branch. The results have the very bits that they
/// have without parts. Elsewhere, in a plain simulation and in constant expressions too, it is the call that it says; and in
/// `elasticities`, which evaluates a model once for all inputs, and in a model made by `draw_by_draw`.
///
/// \param f a function of what it is given and nothing else: a lambda without captures, or an object without members, so
/// that nothing that it reads goes unseen. `[](const auto& in) {...}`, or with more parameters for the arguments.
/// \param arguments numbers, quantities or dates.
/// \return what f returns: a number, a quantity, a date, `outputs(...)`, or a std::pair, std::tuple or std::array of such.
/// A part may call parts. Two of one name may differ.
/// Cost where parts are remembered: a comparison and a copy of what it reads, some 10 to 20 ns for an input and 64 draws; so
/// *not for* a few products.
template <label Name, class Number, class... Assumptions, class F, class... Arguments>
[[nodiscard]] constexpr auto part(const input_values<Number, Assumptions...>& in, const F& f,
                                  const Arguments&... arguments) {
    constexpr bool captures_nothing = std::is_empty_v<F>;
    static_assert(captures_nothing, "part: its function must capture nothing, so that all that it reads is known: give it "
                                    "what it needs as arguments, part<\"cost\">(in, f, lag)");
    constexpr bool each_argument_is_a_value = (detail::is_part_argument<Arguments> && ...);
    static_assert(each_argument_is_a_value, "part: each argument after the function must be a number, a quantity or a date");
    constexpr bool can_be_called = std::is_invocable_v<const F&, const input_values<Number, Assumptions...>&, const Arguments&...>;
    static_assert(can_be_called, "part: its function must be callable with the inputs and the arguments that follow it, "
                                 "part<\"cost\">(in, [](const auto& in) {...})");
    if constexpr (captures_nothing && each_argument_is_a_value && can_be_called) {
        using result = std::remove_cvref_t<std::invoke_result_t<const F&, const input_values<Number, Assumptions...>&, const Arguments&...>>;
        constexpr bool returns_values = detail::is_made_of_values<result>;
        static_assert(returns_values, "part: its function must return a number, a quantity, a date, outputs(...), or a "
                                      "std::pair, std::tuple or std::array of such");
        if constexpr (returns_values && detail::notes_reads<Number>) {
            if (!std::is_constant_evaluated() && in.memory_of_parts() != nullptr) {
                return detail::remembered_part<Name>(*in.memory_of_parts(), in, f, arguments...);
            }
        }
        return result(f(in, arguments...));
    } else {
        return 0.0;
    }
}
/// Chosen only for what is not a model's inputs, to say so in words.
template <label Name, class In, class... Rest>
constexpr auto part(const In&, const Rest&...) {
    constexpr bool first_argument_is_the_inputs = !std::same_as<In, In>;
    static_assert(first_argument_is_the_inputs,
                  "part: the first argument must be the inputs that the model is given, part<\"cost\">(in, f)");
    return 0.0;
}

/// An output that is a part of the same name: `output<"cost">(in, cost_of)`.
template <label Name, class Number, class... Assumptions, class F, class... Arguments>
[[nodiscard]] constexpr auto output(const input_values<Number, Assumptions...>& in, const F& f,
                                    const Arguments&... arguments) {
    return output<Name>(part<Name>(in, f, arguments...));
}

/// Chosen only for a name among the arguments, to say in words where it goes.
template <std::size_t Size, class... Rest>
constexpr auto part(const char (&)[Size], const Rest&...) {
    constexpr bool name_is_between_angle_brackets = Size == 0;
    static_assert(name_is_between_angle_brackets, "part: the name goes between angle brackets, part<\"cost\">(in, f)");
    return 0.0;
}

}  // namespace headway

#include <headway/header_end.hpp>
