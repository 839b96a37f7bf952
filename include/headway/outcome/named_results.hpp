// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <tuple>
#include <utility>

#include <headway/text/name_list.hpp>

#include <headway/header_begin.hpp>

// A literal, as the attribute and static_assert want one.
#define HEADWAY_ASK_ONE(name)                                                                                           \
    name ": there are several outputs: ask one of them by its name, get<\"cost\">(result)." name "(...)"

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

    // Chosen for what is asked of all outputs at once, to say in words that it is asked of one.
    template <class... Asked>
    __attribute__((diagnose_if(true, HEADWAY_ASK_ONE("mean"), "error")))
    double mean(const Asked&...) const {
        static_assert(of_one<Asked...>, HEADWAY_ASK_ONE("mean"));
        return {};
    }
    template <class... Asked>
    __attribute__((diagnose_if(true, HEADWAY_ASK_ONE("median"), "error")))
    double median(const Asked&...) const {
        static_assert(of_one<Asked...>, HEADWAY_ASK_ONE("median"));
        return {};
    }
    template <class... Asked>
    __attribute__((diagnose_if(true, HEADWAY_ASK_ONE("quantile"), "error")))
    double quantile(const Asked&...) const {
        static_assert(of_one<Asked...>, HEADWAY_ASK_ONE("quantile"));
        return {};
    }
    template <class... Asked>
    __attribute__((diagnose_if(true, HEADWAY_ASK_ONE("stddev"), "error")))
    double stddev(const Asked&...) const {
        static_assert(of_one<Asked...>, HEADWAY_ASK_ONE("stddev"));
        return {};
    }
    template <class... Asked>
    __attribute__((diagnose_if(true, HEADWAY_ASK_ONE("probability_below"), "error")))
    double probability_below(const Asked&...) const {
        static_assert(of_one<Asked...>, HEADWAY_ASK_ONE("probability_below"));
        return {};
    }
    template <class... Asked>
    __attribute__((diagnose_if(true, HEADWAY_ASK_ONE("probability_above"), "error")))
    double probability_above(const Asked&...) const {
        static_assert(of_one<Asked...>, HEADWAY_ASK_ONE("probability_above"));
        return {};
    }

  private:
    template <class... Asked>
    static constexpr bool of_one = sizeof...(Asked) > 9;

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

#undef HEADWAY_ASK_ONE

#include <headway/header_end.hpp>
