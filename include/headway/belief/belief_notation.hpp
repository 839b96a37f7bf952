// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/belief/any_belief.hpp>
#include <headway/belief/detail/maker.hpp>
#include <headway/text/value_notation.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// How beliefs about values of one kind are read and written.
struct belief_notation {
    const value_notation* values;
    std::string (*value_text)(double, int);
    std::string (*span_text)(double, int);
    any_belief (*as_any)(const component_list&);

    [[nodiscard]] maker maker_named(const char* name) const noexcept {
        return {name, value_text, span_text, values->kind.is_date()};
    }
};

template <any_value T>
[[nodiscard]] any_belief any_belief_of(const component_list& parts) {
    return belief<T>(parts);
}

template <any_value T>
inline constexpr belief_notation belief_notation_of{&notation_of<T>, text_of_base<T>, text_of_base<span_of<T>>,
                                                    any_belief_of<T>};

/// What the arguments of a shape's maker are, in order: v a value, s a difference of values, n a plain number. Empty
/// for the shapes that are made of parts.
[[nodiscard]] constexpr std::string_view argument_kinds(belief_shape shape) noexcept {
    switch (shape) {
    case belief_shape::exactly:
        return "v";
    case belief_shape::uniform:
    case belief_shape::log_uniform:
        return "vv";
    case belief_shape::normal:
        return "vs";
    case belief_shape::lognormal:
        return "vn";
    case belief_shape::triangular:
    case belief_shape::pert:
        return "vvv";
    case belief_shape::beta:
        return "nnvv";
    case belief_shape::gamma:
    case belief_shape::weibull:
        return "nv";
    case belief_shape::student_t:
        return "nvs";
    case belief_shape::log_student_t:
        return "nvn";
    case belief_shape::pareto:
    case belief_shape::lomax:
        return "vn";
    case belief_shape::generalized_pareto:
        return "vsn";
    case belief_shape::bernoulli:
    case belief_shape::poisson:
    case belief_shape::geometric_trials:
    case belief_shape::geometric_failures:
        return "n";
    default:
        return {};
    }
}

}  // namespace headway::detail

#include <headway/header_end.hpp>
