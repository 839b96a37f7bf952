// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <vector>

#include <headway/assumption/inputs.hpp>
#include <headway/assumption/override_list.hpp>
#include <headway/belief/belief_notation.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// The inputs of one forecast or of several together, by name: what an assumption file or a command line may set.
class known_inputs {
  public:
    struct input {
        std::string_view name;
        /// What its belief is about.
        value_kind kind;
        const detail::belief_notation* notation;
        /// Whether one of the forecasts believes in it as a chance, see `assumption_record::believe`.
        bool is_yes_or_no;
        /// Of a path, which no file sets; of the kind none for a belief.
        detail::process_record motion;
    };

    /// \throws std::domain_error where two forecasts have inputs of one name that are about different things, all of them
    /// at once.
    template <class Forecast>
        requires requires(const Forecast& f) { f.inputs().for_each([](const auto&) {}); }
    known_inputs(const Forecast& forecast) {  // NOLINT: implicit
        std::string faults;
        add(forecast.inputs(), faults);
        if (!faults.empty()) throw std::domain_error(faults);
    }
    template <class First, class Second, class... Rest>
    known_inputs(const First& first, const Second& second, const Rest&... rest) {
        std::string faults;
        add(first.inputs(), faults);
        add(second.inputs(), faults);
        (add(rest.inputs(), faults), ...);
        if (!faults.empty()) throw std::domain_error(faults);
    }

    /// Null for another name.
    template <class = void>
    [[nodiscard]] const input* find(std::string_view name) const noexcept;
    /// What of a list is about these inputs.
    [[nodiscard, gnu::cold]] override_list among(const override_list& overrides) const;
    [[nodiscard]] std::size_t size() const noexcept { return inputs_.size(); }
    [[nodiscard]] std::vector<input>::const_iterator begin() const noexcept { return inputs_.begin(); }
    [[nodiscard]] std::vector<input>::const_iterator end() const noexcept { return inputs_.end(); }

  private:
    template <class... Assumptions>
    [[gnu::cold]] void add(const input_list<Assumptions...>& inputs, std::string& faults) {
        add(inputs.records(), sizeof...(Assumptions), faults);
    }
    template <class = void>
    [[gnu::cold]] void add(const assumption_record* records, std::size_t count, std::string& faults);

    std::vector<input> inputs_;
};

}  // namespace headway

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/assumption/bodies/known_inputs.hpp>
#endif
