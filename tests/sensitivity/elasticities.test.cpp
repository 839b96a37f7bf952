// SPDX-License-Identifier: BSL-1.0
#include <headway/sensitivity/elasticities.hpp>

#include "catch.hpp"

#include <headway/trend/exponential.hpp>

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::WithinRel;

namespace {

constexpr auto a = hw::assumption<"a">(hw::exactly(3.0), "test");
constexpr auto b = hw::assumption<"b">(hw::uniform(1.0 * usd, 3.0 * usd), "test");
constexpr auto signed_number = hw::assumption<"signed">(hw::uniform(-3.0, 1.0), "test");
constexpr auto zero = hw::assumption<"zero">(hw::uniform(-1.0, 1.0), "test");
constexpr auto start = hw::assumption<"start">(hw::uniform(hw::date(2024y / 1 / 1), hw::date(2026y / 1 / 1)), "test");
constexpr auto decline = hw::assumption<"yearly fall">(4.0, "test");
constexpr auto cost = hw::assumption<"cost">(100.0 * million_usd, "test");

constexpr double year_seconds = 31556952.0;

}  // namespace

TEST_CASE("the elasticities of a product of powers are its exponents") {
    constexpr auto f = hw::forecast(
        hw::inputs(a, b), [](const auto& in) { return 7.0 * usd * hw::pow(in[a], 2.5) * hw::pow(in[b] / usd, -0.5); });
    constexpr auto rows = hw::elasticities(f);
    STATIC_REQUIRE(rows.baseline() == f.baseline());
    STATIC_REQUIRE(rows[0].input == "a");
    STATIC_REQUIRE(rows[a].gap == hw::elasticity_gap::none);
    CHECK_THAT(*rows[a].value, WithinRel(2.5, 1e-14));
    CHECK_THAT(*rows[b].value, WithinRel(-0.5, 1e-14));
    CHECK_THAT(*rows[b].slope, WithinRel(-0.5 * rows.baseline().in(usd) / 2.0, 1e-14));
    CHECK(rows[b].central.text() == "2.00 USD");
    CHECK(rows[b].per() == "per percent");
}

TEST_CASE("the elasticities of a date are spans of time per percent") {
    constexpr auto f = hw::forecast(hw::inputs(decline, cost, start), [](const auto& in) {
        return hw::exponential(in[start], in[cost], hw::falls_by_factor(in[decline], year)).reaches(5.0 * million_usd);
    });
    constexpr auto rows = hw::elasticities(f);
    // T = start + ln(cost / 5 million) / ln(decline) years
    const double ln4 = hw::log(4.0);
    CHECK_THAT(rows[cost].value->in(year), WithinRel(0.01 / ln4, 1e-13));
    CHECK_THAT(rows[decline].value->in(year), WithinRel(-0.01 * hw::log(20.0) / (ln4 * ln4), 1e-13));
    // ... and per year of an input that is a date.
    CHECK(rows[start].per() == "per year");
    CHECK_THAT(rows[start].value->in(year), WithinRel(1.0, 1e-13));
    STATIC_REQUIRE(rows[start].value > 0.999 * year);
}

TEST_CASE("an input that is a date counts per year") {
    constexpr auto f = hw::forecast(hw::inputs(start, decline), [](const auto& in) {
        return hw::exponential(in[start], 8.0 * usd, hw::falls_by_factor(in[decline], year))(hw::date(2026y / 1 / 1));
    });
    const auto rows = hw::elasticities(f);
    CHECK_THAT(*rows[start].value, WithinRel(100.0 * hw::log(4.0), 1e-13));
    CHECK_THAT(*rows[start].slope, WithinRel(hw::log(4.0) / year_seconds * f.baseline().in(usd), 1e-13));
    CHECK_THAT(*rows[decline].value, WithinRel(-(hw::date(2026y / 1 / 1) - start.central()).in(year), 1e-13));
}

TEST_CASE("an elasticity that is undefined is no number") {
    using gap = hw::elasticity_gap;
    constexpr auto sum = hw::forecast(hw::inputs(a, signed_number, zero, start),
                                      [](const auto& in) { return in[a] + in[signed_number] + in[zero]; });
    const auto rows = hw::elasticities(sum);
    CHECK_THAT(*rows[a].value, WithinRel(3.0 / 2.0, 1e-15));
    CHECK(rows[signed_number].gap == gap::input_is_negative);
    CHECK_FALSE(rows[signed_number].value.has_value());
    CHECK(rows[signed_number].slope == 1.0);
    CHECK(rows[zero].gap == gap::input_is_zero);
    CHECK_FALSE(rows[zero].value.has_value());
    CHECK(rows[start].value == 0.0);

    const auto result_gap = [](double shift) {
        const auto f = hw::forecast(hw::inputs(a, start), [shift](const auto& in) { return in[a] - shift; });
        const auto of_shifted = hw::elasticities(f);
        CHECK_FALSE(of_shifted[a].value.has_value());
        CHECK_FALSE(of_shifted[start].value.has_value());
        CHECK(of_shifted[a].slope == 1.0);
        CHECK(of_shifted[start].gap == of_shifted[a].gap);
        return of_shifted[a].gap;
    };
    CHECK(result_gap(3.0) == gap::result_is_zero);
    CHECK(result_gap(4.0) == gap::result_is_negative);

    const auto steep = hw::forecast(hw::inputs(zero, a), [](const auto& in) { return in[a] + hw::sqrt(in[zero]); });
    CHECK(hw::elasticities(steep)[zero].gap == gap::slope_is_undefined);
    CHECK_FALSE(hw::elasticities(steep)[zero].slope.has_value());
    CHECK(hw::elasticities(steep)[a].value == 1.0);

    const auto never = hw::forecast(hw::inputs(a), [](const auto& in) {
        return select(in[a] < 2.0, hw::date() + in[a] * year, hw::date::never());
    });
    CHECK(hw::elasticities(never)[a].gap == gap::result_is_never);
    CHECK_FALSE(hw::elasticities(never)[a].value.has_value());
    CHECK_FALSE(hw::elasticities(never)[a].slope.has_value());
    CHECK(hw::elasticities(never).baseline().is_never());

    // Dates before 1970 are as good as any: no sign of theirs matters.
    const auto old = hw::forecast(hw::inputs(a), [](const auto& in) { return hw::date(1950y / 1 / 1) + in[a] * year; });
    CHECK_THAT(hw::elasticities(old)[a].value->in(year), WithinRel(0.03, 1e-14));

    CHECK(hw::to_text(gap::result_is_never) == "the result is never");
    for (const gap g : {gap::input_is_zero, gap::result_is_zero, gap::input_is_negative, gap::result_is_negative,
                        gap::slope_is_undefined}) {
        CHECK_FALSE(hw::to_text(g).empty());
    }
    CHECK(hw::to_text(gap::none).empty());

    const auto undefined =
        hw::forecast(hw::inputs(signed_number), [](const auto& in) { return hw::log(in[signed_number]); });
    CHECK_THROWS_WITH(hw::elasticities(undefined),
                      "elasticities: with every input at its median the model returned nan; return a finite value, or "
                      "never (plus infinity)");
    const auto below_all = hw::forecast(hw::inputs(a), [](const auto& in) { return hw::log(0.0 * in[a]); });
    CHECK_THROWS_WITH(
        hw::elasticities(below_all),
        Catch::Matchers::StartsWith("elasticities: with every input at its median the model returned -inf"));
    const auto below_no_date = hw::forecast(
        hw::inputs(a), [](const auto& in) { return hw::date(2026y / 1 / 1) + hw::log(0.0 * in[a]) * year; });
    CHECK_THROWS_AS(hw::elasticities(below_no_date), hw::model_error);
}

TEST_CASE("elasticities of one of several outputs, and on a date") {
    constexpr auto two = hw::forecast(hw::inputs(a, b), [](const auto& in) {
        return hw::outputs(hw::output<"cost">(in[a] * in[a] * in[b]), hw::output<"constant">(2.0));
    });
    CHECK_THAT(*hw::elasticities<"cost">(two)[a].value, WithinRel(2.0, 1e-15));
    CHECK(hw::elasticities<"constant">(two)[a].value == 0.0);

    constexpr auto over_time = hw::forecast(hw::inputs(decline), [](const auto& in, const auto& when) {
        return hw::exponential(hw::date(2024y / 1 / 1), 8.0 * usd, hw::falls_by_factor(in[decline], year))(when);
    });
    CHECK_THAT(*hw::elasticities(over_time, hw::date(2024y / 1 / 1) + 3.0 * year)[decline].value,
               WithinRel(-3.0, 1e-13));
    CHECK(hw::elasticities(over_time, 2024y / 1 / 1)[decline].value == 0.0);
}

TEST_CASE("elasticities are a regular type") {
    constexpr auto f = hw::forecast(hw::inputs(a, b), [](const auto& in) { return in[a] * in[b]; });
    auto rows = hw::elasticities(f);
    const auto copy = rows;
    CHECK(copy == rows);
    rows = decltype(rows)();
    CHECK_FALSE(copy == rows);
    std::size_t count = 0;
    for (const auto& row : copy) count += row.value == 1.0 ? 1U : 0U;
    CHECK(count == 2);
}
