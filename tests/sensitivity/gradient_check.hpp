// SPDX-License-Identifier: BSL-1.0
// Checks every elasticity of a forecast against a central difference.
#pragma once

#include "catch.hpp"

#include <headway/sensitivity/elasticities.hpp>

namespace gradient_check {

/// An assumption that is sure.
template <headway::label Name>
constexpr auto sure(const auto& value) {
    return headway::assumption<Name>(value, "test");
}

/// The fourth-order central difference of a function of one variable: its own error is below 1e-9 for steps of 0.1 % of
/// where a function is smooth.
double difference(const auto& f, double x, double step) {
    return (8.0 * (f(x + step) - f(x - step)) - (f(x + 2.0 * step) - f(x - 2.0 * step))) / (12.0 * step);
}

/// Every elasticity is defined, more than rounding, and that of a central difference to 1e-6 of it (or of 1).
template <class Forecast>
void check(const char* model, const Forecast& forecast) {
    const auto rows = headway::elasticities(forecast);
    const headway::detail::output_query<"", Forecast> question(forecast);
    const bool is_date = headway::any_date<typename decltype(question)::value_type>;
    const auto central = question.quantiles(0.5);
    const double result = headway::base_value_of(question(central));
    for (std::size_t i = 0; i < central.size(); ++i) {
        const auto& row = rows[i];
        INFO(model << ", " << row.input);
        REQUIRE(row.gap == headway::elasticity_gap::none);
        const auto moved = [&](double x) {
            auto at = central;
            at[i] = x;
            return headway::base_value_of(question(at)) - result;
        };
        const double year = 31556952.0, day = 86400.0;
        const double step = row.central.is_date() ? year : 0.01 * central[i];
        const double change =
            difference(moved, central[i], row.central.is_date() ? 1e-3 * year : 1e-3 * central[i]) * step;
        const double expected = change / (is_date ? day : 0.01 * result);
        const double got = headway::base_value_of(*row.value) / (is_date ? day : 1.0);
        CHECK(headway::abs(got) > 1e-5);
        CHECK_THAT(got, Catch::Matchers::WithinAbs(expected, 1e-6 * headway::max(1.0, headway::abs(expected))));
    }
}

}  // namespace gradient_check
