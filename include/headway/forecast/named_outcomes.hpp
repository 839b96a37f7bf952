// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <tuple>
#include <utility>

#include <headway/forecast/outcome.hpp>
#include <headway/forecast/outputs.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// The outcomes of a model with several named outputs: `get<"cost">(result).median()`.
template <class... Outputs>
class named_outcomes {
  public:
    static constexpr std::size_t size = sizeof...(Outputs);
    static constexpr std::array<std::string_view, size> names{Outputs::name...};

    explicit named_outcomes(outcome<typename Outputs::value_type>... all) : outcomes_(std::move(all)...) {}

    template <std::size_t Index>
    [[nodiscard]] const auto& get() const noexcept {
        return std::get<Index>(outcomes_);
    }

  private:
    std::tuple<outcome<typename Outputs::value_type>...> outcomes_;
};

/// The outcome of that name. A name that is not among the outputs does not compile.
template <label Name, class... Outputs>
[[nodiscard]] const auto& get(const named_outcomes<Outputs...>& all) noexcept {
    constexpr std::size_t place = detail::place_of<Outputs...>(Name.view());
    constexpr bool there_is_an_output_of_this_name = place < sizeof...(Outputs);
    static_assert(there_is_an_output_of_this_name, "get: the model has no output of this name");
    return all.template get<there_is_an_output_of_this_name ? place : 0>();
}

}  // namespace headway

#include <headway/header_end.hpp>
