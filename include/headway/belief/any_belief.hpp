// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/belief/belief.hpp>
#include <headway/quantity/value_kind.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// A belief about a value of any kind, for what is put together at run time: scenarios, assumption files. The kind of the
/// value travels with it and is checked when the belief is read back.
class any_belief {
  public:
    template <any_value T>
    constexpr any_belief(const belief<T>& b)  // NOLINT: implicit, a belief is a belief
        : kind_(value_kind::of<T>()), parts_(b.parts()) {}
    template <class B>
        requires requires(const B& b) { b.belief().parts(); }
    constexpr any_belief(const B& b)  // NOLINT: implicit, as above
        : any_belief(b.belief()) {}

    [[nodiscard]] constexpr const value_kind& kind() const noexcept { return kind_; }
    template <any_value T>
    [[nodiscard]] constexpr bool is_about() const noexcept {
        return kind_ == value_kind::of<T>();
    }

    /// The belief, as it was put in. \throws std::domain_error if it is about another kind of value.
    template <any_value T>
    [[nodiscard]] constexpr belief<T> as() const {
        require(value_kind::of<T>());
        return belief<T>(parts_);
    }

    /// In base units.
    [[nodiscard]] constexpr const detail::component_list& parts() const noexcept { return parts_; }
    /// \throws std::domain_error if it is about another kind of value.
    constexpr void require(const value_kind& asked) const {
        if (!(kind_ == asked)) is_about_another_kind(asked);
    }

    /// The same kind, shape and arguments.
    [[nodiscard]] friend constexpr bool operator==(const any_belief&, const any_belief&) noexcept = default;

  private:
    [[noreturn]] void is_about_another_kind(const value_kind& asked) const {
        throw std::domain_error("any_belief: this belief is about " + kind_.text() + ", not about " + asked.text());
    }

    value_kind kind_;
    detail::component_list parts_;
};

}  // namespace headway

#include <headway/header_end.hpp>
