// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <vector>

#include <headway/assumption/override.hpp>
#include <headway/belief/any_belief.hpp>

#include <headway/header_begin.hpp>

namespace headway {

namespace detail {

[[noreturn, gnu::cold]] inline void path_needs_a_process(std::string_view name) {
    throw std::domain_error("override: \"" + std::string(name) +
                            "\" is a path, which a belief cannot replace; give a process, override(path, log_walk(...))");
}

}  // namespace detail

/// Other beliefs for some inputs, put together at run time: `f.with(list)` is the forecast with them. At most one for each
/// name; of two the later counts.
class override_list {
  public:
    struct entry {
        std::string input;
        any_belief belief;
        override_reason reason = {};
        /// Of a path, see `override`.
        detail::process_record process = {};
        [[nodiscard]] friend bool operator==(const entry&, const entry&) = default;
    };

    override_list() = default;
    /// `override_list(override(decline, 3.0), override(first_run, 90.0 * million_usd))`.
    template <class... Overrides>
        requires(sizeof...(Overrides) > 0 && (is_override<Overrides> && ...))
    explicit override_list(const Overrides&... overrides) {
        (set(Overrides::name, overrides.belief, overrides.reason, overrides.process), ...);
    }

    /// Another belief for the input of this name, in place of the one it has in this list.
    [[gnu::cold]] void set(std::string_view input, const any_belief& belief, const override_reason& reason = {},
                           const detail::process_record& process = {});
    /// Everything in `later` on top of what is here.
    [[gnu::cold]] void set(const override_list& later) {
        for (const entry& e : later) set(e.input, e.belief, e.reason, e.process);
    }

    /// Null when the list leaves this input alone.
    template <class = void>
    [[nodiscard]] const any_belief* find(std::string_view input) const noexcept;
    /// Makes an assumption what this list has it be. \throws std::domain_error where the belief is about another kind of
    /// value.
    template <class = void>
    [[gnu::cold]] void apply_to(assumption_record& assumption) const;
    template <label Name, any_value T>
    [[nodiscard, gnu::cold]] named_assumption<Name, T> applied_to(const named_assumption<Name, T>& assumption) const {
        auto other = assumption;
        apply_to(other);
        return other;
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

#if HEADWAY_BODIES
#include <headway/assumption/bodies/override_list.hpp>
#endif
