// SPDX-License-Identifier: BSL-1.0
#include <headway/inference/observed.hpp>

#include <chrono>
#include <limits>

#include "catch.hpp"
#include <headway/belief/discrete.hpp>
#include <headway/belief/empirical.hpp>
#include <headway/quantity/units.hpp>

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::MessageMatches;

namespace {

constexpr auto price = hw::assumption<"price">(hw::lognormal(4.0 * usd, 0.3), "a test");
constexpr auto quantity_model = [](const auto& in) { return in[price]; };

template <class Observe>
void refused(Observe observe, const char* words) {
    CHECK_THROWS_MATCHES(observe(), std::domain_error, MessageMatches(ContainsSubstring(words)));
}

}  // namespace

TEST_CASE("an observation is a value, what it is of and an error, and can be a constant") {
    constexpr auto added = hw::observed(quantity_model, 5.0 * million_usd, hw::normal_error(0.5 * million_usd));
    static_assert(added.record.value == 5e6 && !added.record.is_factor);
    static_assert(added.record.error.shape() == hw::belief_shape::normal);
    static_assert(added.record.error[0].part.parameter[0] == 0.0 && added.record.error[0].part.parameter[1] == 5e5);
    constexpr auto factor = hw::observed(quantity_model, 5.0 * million_usd, hw::log_error(0.2));
    static_assert(factor.record.is_factor && factor.record.error.shape() == hw::belief_shape::lognormal);
    // A belief alone is about value - model.
    constexpr auto alone = hw::observed(quantity_model, 5.0, hw::normal(0.0, 0.5));
    static_assert(!alone.record.is_factor &&
                  alone.record.error == hw::observed(5.0, hw::normal_error(0.5)).record.error);
    // Of an input itself, of the forecast's own result, of one output, on a date.
    static_assert(hw::is_observed<decltype(hw::observed(price, 5.0 * usd, hw::log_error(0.2)))>);
    static_assert(hw::is_observed<decltype(hw::observed(5.0, hw::log_error(0.2)))>);
    static_assert(hw::is_observed<decltype(hw::observed<"cost">(5.0, hw::log_error(0.2)))>);
    static_assert(hw::is_observed<decltype(hw::observed<"cost">(hw::date(2025y / 1 / 1), 5.0, hw::log_error(0.2)))>);
    static_assert(hw::observed(hw::date(2025y / 1 / 1), 5.0, hw::log_error(0.2)).quantity.when ==
                  hw::date(2025y / 1 / 1));
    // Calendar days and chrono durations are dates and times.
    static_assert(hw::observed(2025y / 1 / 1, hw::normal_error(240h)).record.error[0].part.parameter[1] == 864000.0);
}

TEST_CASE("what cannot be observed is refused in words") {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    refused([&] { return hw::observed(quantity_model, nan, hw::normal_error(0.5)); },
            "observed: the value must be a finite number, got nan");
    refused([&] { return hw::observed(std::numeric_limits<double>::infinity(), hw::normal_error(0.5)); },
            "observed: the value must be a finite number, got inf");
    refused([&] { return hw::observed(-std::numeric_limits<double>::infinity() * usd, hw::normal_error(1.0 * usd)); },
            "observed: the value must be a finite number, got -inf");
    refused([&] { return hw::observed(hw::date::never(), hw::normal_error(1.0 * day)); },
            "observed: the value must be finite, got never");
    refused([&] { return hw::observed(hw::date::from_seconds_since_1970(nan), hw::normal_error(1.0 * day)); },
            "observed: the value must be a finite number, got nan");
    refused([&] { return hw::observed(hw::date::never(), hw::normal_error(1.0 * day)); }, "outcome.given(condition)");
    refused([&] { return hw::observed(quantity_model, 5.0, hw::normal_error(0.0)); },
            "normal_error: standard deviation must be > 0 and finite, got 0");
    refused([&] { return hw::observed(quantity_model, 5.0, hw::normal_error(nan)); }, "got nan");
    refused([&] { return hw::observed(quantity_model, 5.0, hw::log_error(-0.2)); },
            "log_error: standard deviation of the logarithm must be > 0 and finite, got -0.2");
    refused(
        [&] { return hw::observed(quantity_model, -5.0 * usd, hw::log_error(0.2)); },
        "observed: with a factor as its error the value must be > 0, got -5.00000 USD; give an error that is added");
    // Exact values, and errors that are: no draw meets them.
    refused([&] { return hw::observed(quantity_model, 5.0, hw::exactly(0.0)); },
            "observed: the error must have a density, and an exact value has none");
    refused(
        [&] {
            return hw::observed(quantity_model, 5.0, hw::additive_error(hw::empirical({-1.0, 0.0, 1.0})));
        },
        "the error must have a density");
    refused(
        [&] {
            return hw::observed(quantity_model, 5.0, hw::factor_error(hw::discrete({0.9, 0.5}, {1.1, 0.5})));
        },
        "the error must have a density");
    // A lognormal is a factor, most likely, and says so only inside factor_error.
    refused([&] { return hw::observed(quantity_model, 5.0, hw::lognormal(1.0, 0.2)); },
            "is about value - model and must hold 0 inside; for a factor say factor_error(...) or log_error(...)");
    CHECK_NOTHROW(hw::observed(quantity_model, 5.0, hw::factor_error(hw::lognormal(1.0, 0.2))));
    CHECK_NOTHROW(hw::observed(quantity_model, 5.0, hw::additive_error(hw::lognormal(1.0, 0.2))));
    refused([&] { return hw::observed(quantity_model, 5.0, hw::factor_error(hw::uniform(-2.0, -1.0))); },
            "an error that is a factor must be able to be > 0");
}
