// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "catch.hpp"

#include <headway/math/batch_functions.hpp>
#include <headway/math/dual.hpp>
#include <headway/quantity/date.hpp>
#include <headway/quantity/units.hpp>

#include <bit>
#include <cstdint>
#include <initializer_list>
#include <stdexcept>
#include <string>

// Dates of the golden values: years after 2024-03-01.
inline constexpr headway::date start_date = std::chrono::year_month_day(std::chrono::year(2024) / 3 / 1);

template <class Number>
constexpr auto after_years(const Number& years) {
    return start_date + years * headway::units::year;
}

/// `f` maps a number of any number type to one. Every draw of a batch must equal the double bit for bit, and the
/// derivative of a dual the central difference within `tolerance` (relative to the largest derivative seen).
template <class F>
void check_number_types(F f, double low, double high, double tolerance = 1e-6,
                        double value_tolerance = 0.0) {
    using namespace headway;
    const auto x = [&](int i) { return low + (high - low) * i / (batch::size - 1); };
    const batch values = f(batch::generate(x));
    const double h = 1e-5 * (high - low);
    double largest = 0.0;
    double worst = 0.0;
    for (int i = 0; i < batch::size; ++i) {
        const double alone = f(x(i));
        INFO("at " << x(i));
        CHECK(std::bit_cast<std::uint64_t>(value_at(values, i)) == std::bit_cast<std::uint64_t>(alone));
        const dual<2> d = f(dual<2>::variable(x(i), 1));
        CHECK(headway::abs(d.value - alone) <= value_tolerance * headway::abs(alone));
        CHECK(d.gradient[0] == 0.0);
        const double slope = (f(x(i) + h) - f(x(i) - h)) / (2.0 * h);
        if (headway::abs(slope) > largest) largest = headway::abs(slope);
        const double off = headway::abs(d.gradient[1] - slope);
        if (!(off <= worst)) worst = off;
    }
    CHECK(largest > 0.0);
    CHECK(worst <= tolerance * largest);
}

/// `f` checks a number of any number type. The good ones pass, the limits among them; each bad one is refused, and so is a
/// block in which it is the draw of a single place that is not the first, with the same message, which names it.
template <class F>
void check_refusals(F f, std::initializer_list<double> good, std::initializer_list<double> bad) {
    using headway::batch;
    const auto message = [&](const auto& x) -> std::string {
        try {
            static_cast<void>(f(x));
        } catch (const std::domain_error& refusal) {
            return refusal.what();
        }
        return "";
    };
    for (const double x : good) {
        INFO("good: " << x);
        CHECK(message(x) == "");
        CHECK(message(batch(x)) == "");
    }
    for (const double x : bad) {
        INFO("bad: " << x);
        const std::string alone = message(x);
        CHECK(alone != "");
        for (const int place : {1, 37, batch::size - 1}) {
            for (const double other : good) {
                INFO("in place " << place << " among " << other);
                CHECK(message(batch::generate([&](int i) { return i == place ? x : other; })) == alone);
            }
        }
    }
}
