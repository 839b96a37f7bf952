// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include <headway/scenario/scenario.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// By what a scenario is looked up: its name, or itself.
class scenario_name {
  public:
    template <std::convertible_to<std::string_view> Text>
    constexpr scenario_name(const Text& name) : name_(name) {}  // NOLINT: implicit, that is its purpose
    template <label Name, class... Overrides>
    constexpr scenario_name(const named_scenario<Name, Overrides...>&) : name_(Name.view()) {}  // NOLINT
    scenario_name(const any_scenario& s) : name_(s.name()) {}                                   // NOLINT

    [[nodiscard]] constexpr std::string_view view() const noexcept { return name_; }

  private:
    std::string_view name_;
};

namespace detail {

/// Of what was compared. \throws std::domain_error for a scenario that is not among them.
template <class = void>
[[nodiscard, gnu::cold]] std::size_t place_of_scenario(const std::vector<std::string>& names, std::string_view name);

}  // namespace detail

/// Scenarios of one forecast, in order, the first of which is the base of comparison: `{baseline, stagnation, hot}`,
/// written in code or put together at run time, in any mixture. For a scenario written in code an override of what is
/// not an input, or of another dimension, does not compile.
template <class Forecast>
class scenario_list {
  public:
    using inputs_type = typename Forecast::inputs_type;

    class entry {
      public:
        entry(const any_scenario& s) : scenario(s) {}  // NOLINT: implicit, for braced lists
        template <label Name, class... Overrides>
        entry(const named_scenario<Name, Overrides...>& s) : scenario(s) {  // NOLINT
            constexpr bool each_override_is_of_an_input =
                ((inputs_type::place_of(Overrides::name) < inputs_type::size) && ...);
            static_assert(each_override_is_of_an_input,
                          "scenario: it overrides an assumption that is not among the forecast's inputs");
            if constexpr (each_override_is_of_an_input) {
                constexpr bool each_override_has_its_dimension = (has_its_dimension<Overrides> && ...);
                static_assert(each_override_has_its_dimension,
                              "scenario: an override has another dimension than the input of that name");
            }
        }
        /// Chosen only for a bare override, to say so in words.
        template <label Name, class T>
        entry(const assumption_override<Name, T>&) : scenario("unnamed") {  // NOLINT
            constexpr bool it_has_a_name = sizeof(T) == 0;
            static_assert(it_has_a_name, "scenario: an override alone has no name to be told apart by: write "
                                         "scenario<\"name\">(override(...))");
        }

        any_scenario scenario;

      private:
        template <class Override>
        static constexpr bool has_its_dimension =
            std::same_as<typename Override::value_type, typename inputs_type::template assumption_at<
                                                            inputs_type::place_of(Override::name)>::value_type>;
    };

    scenario_list(std::initializer_list<entry> entries) {  // NOLINT: implicit, for braced lists
        for (const entry& e : entries) scenarios_.push_back(e.scenario);
    }
    scenario_list(std::vector<any_scenario> scenarios) : scenarios_(std::move(scenarios)) {}  // NOLINT

    [[nodiscard]] std::size_t size() const noexcept { return scenarios_.size(); }
    [[nodiscard]] std::vector<any_scenario>::const_iterator begin() const noexcept { return scenarios_.begin(); }
    [[nodiscard]] std::vector<any_scenario>::const_iterator end() const noexcept { return scenarios_.end(); }

    /// The forecast under each scenario. \throws std::domain_error, in the name of `function`, for an empty list, for
    /// two scenarios of one name, and for an override of what is not an input or of another dimension.
    [[nodiscard, gnu::cold]] std::vector<Forecast> forecasts(const char* function, const Forecast& forecast) const {
        const auto refuse = [function](const std::string& why) {
            throw std::domain_error(std::string(function) + ": " + why);
        };
        if (scenarios_.empty()) refuse("no scenarios given; give at least one");
        std::vector<Forecast> result;
        result.reserve(size());
        for (auto s = begin(); s != end(); ++s) {
            for (auto earlier = begin(); earlier != s; ++earlier) {
                if (earlier->name() == s->name()) {
                    refuse("two scenarios are named '" + s->name() + "'; rename one of them");
                }
            }
            try {
                result.push_back(forecast.with(s->overrides()));
            } catch (const std::domain_error& e) {
                refuse("in scenario '" + s->name() + "': " + e.what());
            }
        }
        return result;
    }

  private:
    std::vector<any_scenario> scenarios_;
};

}  // namespace headway

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/scenario/bodies/scenario_list.hpp>
#endif
