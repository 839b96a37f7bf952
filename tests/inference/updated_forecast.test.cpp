// SPDX-License-Identifier: BSL-1.0
#include <headway/inference/updated_forecast.hpp>

#include "catch.hpp"
#include <headway/quantity/units.hpp>

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;

namespace {

using source = hw::detail::observed_source;

constexpr auto price = hw::assumption<"price">(hw::lognormal(4.0, 0.3), "a test");
constexpr auto one = hw::forecast(hw::inputs(price), [](const auto& in) { return in[price] * usd; });
constexpr auto several = hw::forecast(hw::inputs(price), [](const auto& in) {
    return hw::outputs(hw::output<"a">(in[price]), hw::output<"b">(in[price] * usd));
});
constexpr auto over_time = hw::forecast(hw::inputs(price), [](const auto& in, const auto& when) {
    return in[price] * ((when - hw::date(2025y / 1 / 1)) / year);
});

}  // namespace

TEST_CASE("an observed input is read where it is drawn") {
    constexpr auto input = one.updated(hw::observed(price, 4.0, hw::normal_error(0.2)));
    static_assert(input.places()[0].source == source::input && input.places()[0].place == 0);
    static_assert(std::is_null_pointer_v<std::remove_cvref_t<decltype(input.observed())>>);
}

TEST_CASE("where an observation is told by the forecast's own results, the model is not run again for it") {
    constexpr auto own = several.updated(hw::observed<"b">(4.0 * usd, hw::log_error(0.2)));
    static_assert(own.observation_count == 1);
    static_assert(own.places()[0].source == source::result && own.places()[0].place == 1);
    static_assert(std::is_null_pointer_v<std::remove_cvref_t<decltype(own.observed())>>);
}

TEST_CASE("all else is a model of the same inputs, one output for each observation") {
    constexpr auto mixed =
        one.updated(hw::observed([](const auto& in) { return in[price] * 2.0; }, 8.0, hw::log_error(0.2)),
                    hw::observed(4.0 * usd, hw::log_error(0.2)), hw::observed(price, 4.0, hw::normal_error(0.2)),
                    hw::observed([](const auto& in) { return in[price]; }, 4.0, hw::log_error(0.2)));
    static_assert(mixed.places()[3].source == source::function && mixed.places()[3].place == 1);
    static_assert(mixed.places()[0].source == source::function && mixed.places()[0].place == 0);
    static_assert(mixed.places()[1].source == source::result);
    static_assert(mixed.places()[2].source == source::input && mixed.places()[2].place == 0);
    const auto given = mixed.observed().baseline();
    CHECK(hw::get<"0000">(given) == 2.0 * price.central());
    CHECK(hw::get<"0001">(given) == price.central());
    constexpr auto dated = over_time.updated(hw::observed(2027y / 1 / 1, 8.0, hw::log_error(0.2)));
    CHECK(hw::get<"0000">(dated.observed().baseline()) == over_time.baseline(2027y / 1 / 1));
    static_assert(decltype(dated)::over_time);
}

TEST_CASE("further observations and the stated minimum are kept") {
    constexpr auto first = one.updated(hw::observed(price, 4.0, hw::normal_error(0.2)));
    static_assert(first.least_effective() == 100.0);
    constexpr auto both = first.at_least_effective(30.0).updated(hw::observed(4.0 * usd, hw::log_error(0.2)));
    static_assert(both.least_effective() == 30.0);
    static_assert(both.observation_count == 2);
    static_assert(both.records()[0].value == 4.0 && both.records()[1].is_factor);
    CHECK(both.forecast().baseline() == one.baseline());
}
