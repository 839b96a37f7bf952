// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <tuple>

#include <headway/quantity/value.hpp>
#include <headway/text/name_list.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// One named result of a model. Make it with `output<"cost">(value)`.
template <label Name, any_value T>
struct named_output {
    using value_type = T;
    static constexpr std::string_view name = Name.view();
    T value;
};

/// The value, a number, quantity or date, as the output of this name.
template <label Name, class T>
[[nodiscard]] constexpr auto output(const T& value) {
    constexpr bool is_a_value = any_value<T> || number_like<T>;
    static_assert(is_a_value, "output: the value must be a number, a quantity or a date");
    if constexpr (number_like<T>) {
        return named_output<Name, as_number_t<T>>{to_number(value)};
    } else if constexpr (any_value<T>) {
        return named_output<Name, T>{value};
    } else {
        return nullptr;
    }
}

template <class T>
inline constexpr bool is_named_output = false;
template <label Name, class T>
inline constexpr bool is_named_output<named_output<Name, T>> = true;

/// Several named results of one model: `return outputs(output<"cost">(c), output<"date">(d));`. Read one with
/// `get<"cost">(result)`.
template <class... Outputs>
class named_outputs {
    static constexpr bool every_name_is_used_once = detail::names_are_unique<Outputs...>();
    static_assert(every_name_is_used_once, "outputs: two outputs have the same name; rename one of them");

  public:
    static constexpr std::size_t size = sizeof...(Outputs);
    static constexpr std::array<std::string_view, size> names{Outputs::name...};

    constexpr explicit named_outputs(const Outputs&... outputs) : outputs_(outputs...) {}

    template <std::size_t Index>
    [[nodiscard]] constexpr const auto& get() const noexcept {
        return std::get<Index>(outputs_).value;
    }

    /// `f(output)` for each, in order.
    template <class F>
    constexpr void for_each(F f) const {
        std::apply([&](const auto&... o) { (f(o), ...); }, outputs_);
    }

    [[nodiscard]] static consteval std::size_t place_of(std::string_view name) {
        return detail::place_of<Outputs...>(name);
    }

  private:
    std::tuple<Outputs...> outputs_;
};

/// The outputs as one result, in this order. Two of one name do not compile.
template <class... Outputs>
[[nodiscard]] constexpr auto outputs(const Outputs&... all) {
    constexpr bool each_has_a_name = (is_named_output<Outputs> && ...);
    static_assert(each_has_a_name, "outputs: every argument must be an output, such as output<\"cost\">(5.0 * million_usd)");
    if constexpr (each_has_a_name) return named_outputs<Outputs...>(all...);
}

/// The output of that name. A name that is not among the outputs does not compile.
template <label Name, class... Outputs>
[[nodiscard]] constexpr const auto& get(const named_outputs<Outputs...>& all) noexcept {
    constexpr std::size_t place = named_outputs<Outputs...>::place_of(Name.view());
    constexpr bool there_is_an_output_of_this_name = place < sizeof...(Outputs);
    static_assert(there_is_an_output_of_this_name, "get: the model has no output of this name");
    return all.template get<there_is_an_output_of_this_name ? place : 0>();
}

template <class T>
inline constexpr bool is_named_outputs = false;
template <class... Outputs>
inline constexpr bool is_named_outputs<named_outputs<Outputs...>> = true;

/// Chosen only for what is not `outputs(...)`, to say so in words.
template <label Name, any_value T>
constexpr auto get(const T&) {
    static_assert(is_named_outputs<T>,
                  "get: the model returns one value; to name several, return outputs(output<\"cost\">(...), ...)");
    return nullptr;
}

/// Chosen only for a name among the arguments, to say in words where it goes.
template <std::size_t Size, class... Rest>
constexpr auto output(const char (&)[Size], const Rest&...) {
    constexpr bool name_is_between_angle_brackets = Size == 0;
    static_assert(name_is_between_angle_brackets, "output: the name goes between angle brackets, output<\"cost\">(value)");
    return nullptr;
}

}  // namespace headway

#include <headway/header_end.hpp>
