// SPDX-License-Identifier: BSL-1.0
#include <headway/forecast/forecast.hpp>

#include "catch.hpp"

#include <headway/economics/training_cost.hpp>
#include <headway/figures/amodei.hpp>
#include <headway/figures/schmidt.hpp>
#include <headway/math/batch_functions.hpp>
#include <headway/math/dual.hpp>

namespace hw = headway;
namespace said = headway::figures;
using namespace hw::units;
using namespace std::chrono_literals;

namespace {

constexpr auto decline = hw::assumption<"yearly fall in training cost">(
    hw::lognormal(4.0, 0.2), said::amodei::training_cost_decline).as_of(2025y / 2 / 6).review_by(2026y / 2 / 6);
constexpr auto first_run =
    hw::assumption<"cost of the first run">(100.0 * million_usd, said::schmidt::deepseek_base_cost);
constexpr auto first_date = hw::assumption<"date of the first run">(2024y / 3 / 1, "an example");
constexpr auto unrelated = hw::assumption<"unrelated">(1.0, "an example");

constexpr auto curve_of = [](const auto& in) {
    return hw::training_cost(in[first_date], in[first_run], hw::falls_by_factor(in[decline], year));
};
constexpr auto all = hw::inputs(decline, first_run, first_date);

// A forecast of a date, of a quantity, of a number, of several results, and over time.
constexpr auto affordable =
    hw::forecast(all, [](const auto& in) { return curve_of(in).reaches(5.0 * million_usd); });
constexpr auto cost_in_2026 = hw::forecast(all, [](const auto& in) { return curve_of(in)(2026y / 3 / 1); });
constexpr auto fall_in_two_years =
    hw::forecast(all, [](const auto& in) { return hw::cost_gap_of_lead(2.0 * year, curve_of(in).decline()); });
constexpr auto both = hw::forecast(all, [](const auto& in) {
    return hw::outputs(hw::output<"cost">(curve_of(in)(2026y / 3 / 1)),
                       hw::output<"affordable">(curve_of(in).reaches(5.0 * million_usd)), hw::output<"factor">(16));
});
constexpr auto cost_over_time =
    hw::forecast(all, [](const auto& in, const auto& when) { return curve_of(in)(when); });
constexpr auto constant = hw::forecast(hw::inputs(), [](const auto&) { return 3; });

constexpr bool close(double a, double b) { return hw::abs(a - b) <= 1e-14 * hw::abs(b); }
constexpr auto by_4 = hw::training_cost(2024y / 3 / 1, 100.0 * million_usd, hw::falls_by_factor(4.0, year));

static_assert(!affordable.over_time && affordable.takes_inputs);
static_assert(cost_over_time.over_time && !cost_over_time.takes_inputs);

// The central case: every input at its median.
static_assert(affordable.baseline() == by_4.reaches(5.0 * million_usd));
static_assert(cost_in_2026.baseline() == by_4(2026y / 3 / 1));
static_assert(close(fall_in_two_years.baseline(), 16.0));
static_assert(hw::get<"cost">(both.baseline()) == cost_in_2026.baseline());
static_assert(hw::get<"affordable">(both.baseline()) == affordable.baseline());
static_assert(hw::get<"factor">(both.baseline()) == 16.0);
static_assert(cost_over_time.baseline(2026y / 3 / 1) == cost_in_2026.baseline());
static_assert(cost_over_time.baseline(2024y / 3 / 1) == 100.0 * million_usd);
static_assert(constant.baseline() == 3);

// Overrides replace the belief of an input, in any order; the others stay.
static_assert(affordable.at() == affordable.baseline());
static_assert(affordable.at(hw::override(decline, 5.0)) < affordable.baseline());
static_assert(affordable.at(hw::override(first_run, 50.0 * million_usd)) < affordable.baseline());
static_assert(close((affordable.at(hw::override(first_date, 2025y / 3 / 1)) - affordable.baseline()).in(day), 365.0));
static_assert(affordable.at(hw::override(decline, 5.0), hw::override(first_run, 50.0 * million_usd)) ==
              affordable.at(hw::override(first_run, 50.0 * million_usd), hw::override(decline, 5.0)));
static_assert(affordable.at(hw::override(decline, hw::ci90(2.0, 8.0))) == affordable.baseline());
static_assert(cost_over_time.at(2026y / 3 / 1, hw::override(first_run, 200.0 * million_usd)) ==
              2.0 * cost_in_2026.baseline());
static_assert(hw::get<"cost">(both.at(hw::override(first_run, 200.0 * million_usd))) == 2.0 * cost_in_2026.baseline());

// The same forecast with other beliefs, everything else as it was.
static_assert(affordable.with().baseline() == affordable.baseline());
static_assert(affordable.with(hw::override(decline, 5.0)).baseline() == affordable.at(hw::override(decline, 5.0)));
static_assert(affordable.with(hw::override(decline, hw::ci90(2.0, 8.0))).inputs().get<0>().belief() ==
              hw::ci90(2.0, 8.0));
// An overridden input rests on the reason given, no longer on its figure; the very belief it has is no override.
constexpr auto faster = affordable.with(hw::override(decline, 5.0, "since March"));
static_assert(faster.sources()[0].figure == nullptr && faster.sources()[0].overridden);
static_assert(faster.sources()[0].note == "since March" && faster.sources()[0].review_by.is_never());
static_assert(faster.inputs().get<0>().overridden_figure() == &said::amodei::training_cost_decline);
static_assert(!faster.sources()[1].overridden && faster.sources()[1].figure == affordable.sources()[1].figure);
static_assert(!affordable.with(hw::override(decline, decline.belief())).sources()[0].overridden);
static_assert(std::same_as<decltype(affordable.with(hw::override(decline, 5.0))), std::remove_const_t<decltype(affordable)>>);

// Sources, in the order of the inputs.
constexpr auto sources = affordable.sources();
static_assert(sources.size() == 3);
static_assert(sources[0].input == decline.name && sources[0].figure == &said::amodei::training_cost_decline);
static_assert(sources[0].as_of == hw::date(2025y / 2 / 6) && sources[0].review_by == hw::date(2026y / 2 / 6));
static_assert(sources[1].figure->rejected == false && sources[1].figure->precision == said::precision::at_least);
static_assert(sources[2].figure == nullptr && sources[2].note == "an example" && sources[2].review_by.is_never());
static_assert(constant.sources().size() == 0);

// An input that the model does not read changes nothing.
static_assert(hw::forecast(hw::inputs(decline, first_run, first_date, unrelated), affordable.model()).baseline() ==
              affordable.baseline());

// What a model may return.
static_assert(hw::model_result<double> && hw::model_result<int> && hw::model_result<hw::date> &&
              hw::model_result<hw::quantity<hw::dim::money>> && hw::model_result<decltype(both.baseline())>);
static_assert(!hw::model_result<bool> && !hw::model_result<const char*> && !hw::model_result<void>);

TEST_CASE("the model is run on whatever number type the library gives it") {
    using values = decltype(affordable)::values<hw::batch>;
    const auto falls = hw::batch::generate([](int i) { return 2.0 + 0.1 * i; });
    const auto when = affordable.model()(values(falls, 100.0 * million_usd, hw::date(2024y / 3 / 1)));
    for (int i = 0; i < hw::batch::size; ++i) {
        REQUIRE(when.seconds_since_1970().lane[i] ==
                affordable.at(hw::override(decline, 2.0 + 0.1 * i)).seconds_since_1970());
    }

    // The date moves by -ln 20 / (ln 4)^2 / 4 years per unit of the yearly factor.
    using dual = hw::dual<1>;
    const auto gradient = affordable.model()(decltype(affordable)::values<dual>(
        dual::variable(4.0, 0), 100.0 * million_usd, hw::date(2024y / 3 / 1)));
    const double log_4 = hw::log(4.0);
    CHECK_THAT(gradient.seconds_since_1970().gradient[0] / year.base_value(),
               Catch::Matchers::WithinRel(-hw::log(20.0) / (log_4 * log_4) / 4.0, 1e-13));
}

TEST_CASE("every input of a forecast counts, in the right direction, at every date") {
    for (int months = 1; months <= 60; months += 4) {
        const hw::date when = hw::date(2024y / 3 / 1) + static_cast<double>(months) * month;
        const auto cost = cost_over_time.baseline(when);
        CHECK(cost_over_time.at(when, hw::override(decline, 4.5)) < cost);
        CHECK(cost_over_time.at(when, hw::override(first_run, 101.0 * million_usd)) > cost);
        CHECK(cost_over_time.at(when, hw::override(first_date, 2024y / 4 / 1)) > cost);
        CHECK(cost_over_time.baseline(when + month) < cost);
    }
}

TEST_CASE("a model may hold what it was made with") {
    for (const double budget : {1.0, 5.0, 20.0}) {
        const auto when = hw::forecast(all, [budget](const auto& in) {
            return curve_of(in).reaches(budget * million_usd);
        });
        CHECK(when.baseline() == by_4.reaches(budget * million_usd));
    }
}

TEST_CASE("overrides put together at run time do what written ones do, or are refused by name") {
    hw::override_list list(hw::override(decline, 5.0));
    CHECK(affordable.with(list).baseline() == affordable.at(hw::override(decline, 5.0)));
    CHECK(constant.with(hw::override_list()).baseline() == 3);

    const auto explained = [&] {
        const std::string why = "told in a text that is gone by the time it is read";
        hw::override_list with_reason;
        with_reason.set("yearly fall in training cost", hw::exactly(5.0),
                        hw::override_reason(why, hw::date(2026y / 1 / 1), hw::date(2027y / 1 / 1)));
        return affordable.with(with_reason);
    }();
    const auto source = explained.sources()[0];
    CHECK(source.overridden);
    CHECK(source.figure == nullptr);
    CHECK(source.note == "told in a text that is gone by the time it is read");
    CHECK(source.as_of == hw::date(2026y / 1 / 1));
    CHECK(source.review_by == hw::date(2027y / 1 / 1));
    list.set("date of the first run", hw::exactly(3.0));
    CHECK_THROWS_WITH(affordable.with(list),
                      "with: the input 'date of the first run' is about a date, the belief given for it about a number");
    list.set("date of the last run", hw::exactly(3.0));
    list.set("date of the first run", hw::exactly(hw::date(2025y / 3 / 1)));
    CHECK_THROWS_WITH(affordable.with(list),
                      "with: no input is named 'date of the last run'; the inputs are 'yearly fall in training cost', "
                      "'cost of the first run', 'date of the first run'");
}

TEST_CASE("what the model refuses is refused by name") {
    CHECK_THROWS_WITH(affordable.at(hw::override(decline, 0.5)),
                      Catch::Matchers::StartsWith("training_cost: the decline must fall, got a yearly rate of 0.693147"));
    CHECK_THROWS_WITH(affordable.at(hw::override(decline, -2.0)),
                      Catch::Matchers::StartsWith("falls_by_factor: factor must be > 0, got -2"));
}

}  // namespace
