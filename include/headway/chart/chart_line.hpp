// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <utility>

#include <headway/quantity/value.hpp>

#include <headway/header_begin.hpp>

namespace headway::report {

/// A line that a chart draws at a value a reader has in mind: a budget, a deadline, today: `{"today", 2026y / 1 / 1}`. The
/// label may be empty; the value is told beside it.
template <any_value T>
struct chart_line {
    std::string label;
    T value;

    chart_line(std::string name, const T& at) : label(std::move(name)), value(at) {}
};

}  // namespace headway::report

#include <headway/header_end.hpp>
