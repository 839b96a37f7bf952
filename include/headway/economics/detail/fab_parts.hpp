// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string_view>

#include <headway/trend/amount.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

[[noreturn]] inline void part_must_not_be_negative(const char* function, const char* what, std::string_view name,
                                                   double got) {
    throw std::domain_error(std::string(function) + ": " + what + " of " + std::string(name) +
                            " must be finite and >= 0, got " + number_text(got));
}

/// Refuses a part, by its name, whose number is negative or not finite.
template <class Number>
constexpr void require_part(const char* function, const char* what, std::string_view name, const Number& x) {
    if (all_of(x >= 0.0 && x < no_limit)) return;
    part_must_not_be_negative(function, what, name,
                              offender(x, [](double v) { return !(v >= 0.0 && v < no_limit); }));
}

}  // namespace headway::detail

#include <headway/header_end.hpp>
