// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/belief/belief_notation.hpp>
#include <headway/belief/detail/make_component.hpp>
#include <headway/text/exact_text.hpp>

#include <headway/header_begin.hpp>

namespace headway {

namespace detail {

/// Writes a belief so that it reads back as the same one: as it was given.
class belief_writer {
  public:
    explicit belief_writer(const belief_notation& notation) noexcept : notation_(notation) {}

    template <class = void>
    [[nodiscard, gnu::cold]] std::string text(const component_list& parts) const;

  private:
    [[nodiscard, gnu::cold]] std::string value_text(double x) const { return exact_text_of(x, *notation_.values); }

    /// A share in percent, where that is short.
    template <class = void>
    [[nodiscard, gnu::cold]] static std::string share_text(double share);

    template <class = void>
    [[nodiscard, gnu::cold]] std::string text(const component& a) const;
    template <class = void>
    [[nodiscard, gnu::cold]] std::string quantiles_text(const component& a) const;
    /// The ends of an interval. Where one takes many digits, its neighbours may be meant, which a unit that was multiplied
    /// instead of divided has missed by a bit: they will do if they make the same belief.
    template <class = void>
    [[nodiscard, gnu::cold]] std::string ends_text(const component& a) const;
    [[nodiscard]] static std::string_view number_of(std::string_view text) noexcept {
        return text.substr(0, read_decimal(text).length);
    }

    [[nodiscard, gnu::cold]] std::string span_text(double x) const {
        return exact_text_of(x, notation_of_differences(*notation_.values));
    }

    const belief_notation& notation_;
};

}  // namespace detail

/// A belief in the notation of its makers, which `parse_belief` reads back as the same belief, bit for bit: "4.2
/// million USD" for a sure value, "triangular(1 year, 2 years, 5 years)", "truncated(normal(5, 2), 0, infinite)",
/// "mixture(60 %: 0, 40 %: ci90(1, 3))". It stands as it was given: ci90, normal_ci, lognormal_ci and around with their
/// own arguments, and what was read from text with each value in the unit in which it was written. Values that come from
/// code, where a quantity has no memory of its unit, are told as by `exact_text`, in the unit that takes few digits.
template <any_value T>
[[nodiscard, gnu::cold]] std::string belief_text(const belief<T>& b) {
    return detail::belief_writer(detail::belief_notation_of<T>).text(b.parts());
}

template <makes_belief B>
[[nodiscard, gnu::cold]] std::string belief_text(const B& b) {
    return belief_text(b.belief());
}

}  // namespace headway

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/belief/bodies/belief_text.hpp>
#endif
