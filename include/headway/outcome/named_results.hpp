// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <tuple>
#include <utility>

#include <headway/text/name_list.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// One result for each output of a model that returns `outputs(...)`, say an `outcome` or a
/// `comparison` of each: `get<"cost">(result)`.
template <template <class> class Of, class... Outputs>
class named_results {
  public:
    static constexpr std::size_t size = sizeof...(Outputs);
    static constexpr std::array<std::string_view, size> names{Outputs::name...};

    explicit named_results(Of<typename Outputs::value_type>... all) : results_(std::move(all)...) {}

    template <std::size_t Index>
    [[nodiscard]] const auto& get() const noexcept {
        return std::get<Index>(results_);
    }

  private:
    std::tuple<Of<typename Outputs::value_type>...> results_;
};

/// The result of that name. A name that is not among the outputs does not compile.
template <label Name, template <class> class Of, class... Outputs>
[[nodiscard]] const auto& get(const named_results<Of, Outputs...>& all) noexcept {
    constexpr std::size_t place = detail::place_of<Outputs...>(Name.view());
    constexpr bool there_is_an_output_of_this_name = place < sizeof...(Outputs);
    static_assert(there_is_an_output_of_this_name, "get: the model has no output of this name");
    return all.template get<there_is_an_output_of_this_name ? place : 0>();
}

/// Chosen only for a name among the arguments, to say in words where it goes.
template <std::size_t Size, class... Rest>
constexpr auto get(const char (&)[Size], const Rest&...) {
    constexpr bool name_is_between_angle_brackets = Size == 0;
    static_assert(name_is_between_angle_brackets, "get: the name goes between angle brackets, get<\"cost\">(result)");
    return nullptr;
}

}  // namespace headway

#include <headway/header_end.hpp>
