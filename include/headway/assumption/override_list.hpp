// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <vector>

#include <headway/assumption/assumption.hpp>
#include <headway/belief/any_belief.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// Other beliefs for some inputs, put together at run time: `f.with(list)` is the forecast with them. At most one for each
/// name; of two the later counts.
class override_list {
  public:
    struct entry {
        std::string input;
        any_belief belief;
        override_reason reason = {};
        [[nodiscard]] friend bool operator==(const entry&, const entry&) = default;
    };

    override_list() = default;
    /// `override_list(override(decline, 3.0), override(first_run, 90.0 * million_usd))`.
    template <class... Overrides>
        requires(sizeof...(Overrides) > 0 && (is_override<Overrides> && ...))
    explicit override_list(const Overrides&... overrides) {
        (set(Overrides::name, overrides.belief, overrides.reason), ...);
    }

    /// Another belief for the input of this name, in place of the one it has in this list.
    void set(std::string_view input, const any_belief& belief, const override_reason& reason = {}) {
        for (entry& e : entries_) {
            if (e.input == input) {
                e.belief = belief;
                e.reason = reason;
                return;
            }
        }
        entries_.push_back({std::string(input), belief, reason});
    }
    /// Everything in `later` on top of what is here.
    void set(const override_list& later) {
        for (const entry& e : later) set(e.input, e.belief, e.reason);
    }

    /// Null when the list leaves this input alone.
    [[nodiscard]] const any_belief* find(std::string_view input) const noexcept {
        for (const entry& e : entries_) {
            if (e.input == input) return &e.belief;
        }
        return nullptr;
    }
    /// The assumption as this list has it. With the very belief that it has already it stays what it is.
    template <label Name, any_value T>
    [[nodiscard]] named_assumption<Name, T> applied_to(const named_assumption<Name, T>& assumption) const {
        for (const entry& e : entries_) {
            if (e.input == Name.view()) return assumption.with_belief(e.belief.template as<T>(), e.reason);
        }
        return assumption;
    }

    [[nodiscard]] bool empty() const noexcept { return entries_.empty(); }
    [[nodiscard]] std::size_t size() const noexcept { return entries_.size(); }
    [[nodiscard]] std::vector<entry>::const_iterator begin() const noexcept { return entries_.begin(); }
    [[nodiscard]] std::vector<entry>::const_iterator end() const noexcept { return entries_.end(); }

    [[nodiscard]] friend bool operator==(const override_list&, const override_list&) = default;

  private:
    std::vector<entry> entries_;
};

}  // namespace headway

#include <headway/header_end.hpp>
