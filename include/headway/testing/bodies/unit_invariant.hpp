// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/testing/unit_invariant.hpp>

#include <headway/header_begin.hpp>

namespace headway {

template <class>
std::string unit_report::text() const {
    std::string names;
    for (const auto& d : dimensions_) names += (names.empty() ? "" : ", ") + d;
    if (breaches_.empty()) return "the model says the same in every unit of " + names;
    std::string text;
    for (const breach& b : breaches_) {
        text += (text.empty() ? "" : "\n") + ("the model depends on the unit of " + b.dimension) +
                ": it holds an amount of it as a constant, or a plain number that was read in one unit; make that an "
                "input\n  " +
                b.at.text() + "\n  with every amount of " + b.dimension + " among them times " +
                to_text(b.factor, 6) + " it gives " + b.got + " instead of " + b.expected;
    }
    return text;
}
HEADWAY_INSTANTIATE(std::string unit_report::text<>() const);

}  // namespace headway

namespace headway::detail {

template <class>
double scale_of(const value_kind& kind, std::string_view dimension, double factor) {
    double scale = 1.0;
    for (const auto& f : kind) {
        if (f.name != dimension) continue;
        for (int i = 0; i < f.exponent; ++i) scale *= factor;
        for (int i = 0; i > f.exponent; --i) scale /= factor;
    }
    return scale;
}
HEADWAY_INSTANTIATE(double scale_of<>(const value_kind& kind, std::string_view dimension, double factor));

}  // namespace headway::detail

#include <headway/header_end.hpp>
