// SPDX-License-Identifier: BSL-1.0
#include <headway/report/assumption_rows.hpp>

#include "../catch.hpp"

#include <headway/belief/discrete.hpp>
#include <headway/belief/mixture.hpp>
#include <headway/figures/amodei.hpp>
#include <headway/figures/krishnan.hpp>
#include <headway/figures/microsoft.hpp>
#include <headway/quantity/units.hpp>

using namespace headway::report;
using namespace headway::units;
using namespace std::chrono_literals;
namespace said = headway::figures;
using Catch::Matchers::ContainsSubstring;
using headway::date;

namespace {

auto forecast_of(const auto& assumption) {
    return headway::forecast(headway::inputs(assumption), [=](const auto& in) { return in[assumption]; });
}
assumption_row row_of(const auto& assumption, const date& as_of = 2026y / 1 / 1) {
    const auto rows = assumption_rows(as_of, forecast_of(assumption));
    REQUIRE(rows.size() == 1);
    return rows[0];
}

}  // namespace

TEST_CASE("assumption rows: a belief is told in one unit, with its notation") {
    const auto money = row_of(headway::assumption<"m">(headway::ci90(800e3 * usd, 2.0 * million_usd), "Ours."));
    CHECK(money.name == "m");
    CHECK(money.median == "1.3");
    CHECK(money.interval == "0.8 to 2.0");
    CHECK(money.unit == "million USD");
    CHECK(money.notation == "ci90(800 thousand USD, 2 million USD)");
    CHECK(money.note == "Ours.");
    CHECK_FALSE(money.has_source());

    const auto factor = row_of(headway::assumption<"f">(headway::uniform(0.5, 1.5), "Ours."));
    CHECK(factor.median == "1.00");
    CHECK(factor.interval == "0.55 to 1.45");
    CHECK(factor.unit.empty());

    const auto when = row_of(headway::assumption<"d">(headway::uniform(2023y / 7 / 1, 2024y / 7 / 1), "Ours."));
    CHECK(when.median == "Dec 2023");
    CHECK(when.interval == "Jul 2023 to Jun 2024");
    CHECK(when.unit == "date");

    const auto sure = row_of(headway::assumption<"s">(10.0 * year, "Ours."));
    CHECK(sure.median == "10");
    CHECK(sure.unit == "years");
    CHECK(sure.interval.empty());
    CHECK(sure.notation.empty());
    // Of a wide belief the ends keep a digit, and the places are those of the spread.
    CHECK(row_of(headway::assumption<"w">(headway::ci90(1.91, 401.0), "Ours.")).interval == "2 to 400");
    CHECK(row_of(headway::assumption<"n">(headway::uniform(1.0, 2.0), "Ours.")).interval == "1.05 to 1.95");
    // One of a few values is told as it is.
    const auto few = row_of(headway::assumption<"e">(headway::discrete({1.0, 1.0}, {2.5, 1.0}, {3.0, 1.0}), "Ours."));
    CHECK(few.median == "2.5");
    CHECK(few.interval == "1 to 3");
    // The median of zero has no size: the unit is that of what is not zero.
    const auto maybe =
        row_of(headway::assumption<"z">(headway::mixture(headway::weighted{headway::exactly(0.0 * usd), 0.7},
                                                         {headway::exactly(2.0 * million_usd), 0.3}),
                                        "Ours."));
    CHECK(maybe.median == "0");
    CHECK(maybe.interval == "0 to 2.0");
    CHECK(maybe.unit == "million USD");
}

TEST_CASE("assumption rows: shares are in per cent, and what is yes or no is a chance") {
    const auto share = row_of(headway::assumption<"US share in tier 1">(headway::uniform(0.2, 0.5), "Ours."));
    CHECK(share.median == "35");
    CHECK(share.interval == "22 to 48");
    CHECK(share.unit == "%");
    const auto part = row_of(headway::assumption<"part of it">(0.25, "Ours."));
    CHECK(part.median == "25");
    CHECK(part.unit == "%");
    CHECK_FALSE(part.is_chance);
    // Not by its name, but by its values, or what is said of it.
    CHECK(row_of(headway::assumption<"cost of capital">(headway::triangular(0.06, 0.08, 0.10), "Ours.")).unit == "%");
    constexpr auto of_another = headway::assumption<"pace">(headway::normal_ci(0.8, 0.85, 1.15), "Ours.");
    CHECK(row_of(of_another).unit.empty());
    CHECK(row_of(of_another.as_share()).median == "100");
    CHECK(row_of(of_another.as_share()).unit == "%");
    CHECK(row_of(of_another.as_share().with_belief(headway::uniform(0.9, 1.2))).unit == "%");
    CHECK(row_of(headway::assumption<"exponent">(headway::uniform(0.2, 0.5), "Ours.").as_number()).median == "0.35");
    for (const auto& row : {row_of(headway::assumption<"share price">(headway::uniform(80.0, 90.0), "Ours.")),
                            row_of(headway::assumption<"share of a factor">(headway::ci90(0.2, 0.5), "Ours.")),
                            row_of(headway::assumption<"exponent">(headway::uniform(0.2, 0.5), "Ours.").as_number()),
                            row_of(headway::assumption<"share of fabs">(1.0, "Ours.")),
                            row_of(headway::assumption<"share of nothing">(0.0, "Ours.")),
                            row_of(headway::assumption<"how many">(headway::discrete({0.0, 1.0}, {1.0, 1.0}), "Ours.")),
                            row_of(headway::assumption<"debt">(headway::uniform(-0.2, 0.5), "Ours."))}) {
        CHECK(row.unit.empty());
    }
    const auto maybe = row_of(headway::assumption<"it comes">(headway::bernoulli(0.55), "Ours."));
    CHECK(maybe.is_chance);
    CHECK(maybe.median == "55 %");
    CHECK(maybe.interval.empty());
    CHECK(maybe.unit.empty());
    CHECK(maybe.notation == "bernoulli(55 %)");
}

TEST_CASE("assumption rows: age is counted to the day asked for, from the days between which the source appeared") {
    const auto amodei = headway::assumption<"a">(headway::ci90(3.0, 5.5), said::amodei::training_cost_decline);
    REQUIRE(said::amodei::source.latest == date(2025y / 2 / 6));
    CHECK(row_of(amodei, 2025y / 5 / 9).age == "3 months");  // 92 days of 30.4375
    CHECK(row_of(amodei, 2027y / 2 / 6).age == "2 years");
    CHECK(row_of(amodei, 2025y / 2 / 6).age == "0 months");
    CHECK(row_of(amodei, 2025y / 2 / 5).age == "later than this report");
    REQUIRE_FALSE(said::microsoft::source.dated());
    const auto microsoft =
        headway::assumption<"b">(said::microsoft::tier2_generation_gap.value, said::microsoft::tier2_generation_gap);
    CHECK_THAT(row_of(microsoft).age, ContainsSubstring(" to "));
    // On a day in between it may be new, and not younger than that.
    const date between = said::microsoft::source.earliest + 60.0 * day;
    REQUIRE(between < said::microsoft::source.latest);
    CHECK(row_of(microsoft, between).age == "0 months to 2 months");
    CHECK(row_of(headway::assumption<"c">(1.0, "Ours.")).age.empty());
    CHECK(row_of(headway::assumption<"c">(1.0, "Ours.").as_of(2024y / 1 / 1)).age == "believed for 2 years");
}

TEST_CASE("assumption rows: what has to be reviewed says so from that day on") {
    const auto a = headway::assumption<"a">(1.0, "Ours.").review_by(2026y / 1 / 1);
    CHECK(row_of(a, 2025y / 12 / 31).due.empty());
    CHECK(row_of(a, 2026y / 1 / 1).due == "to be reviewed by 2026-01-01");
}

TEST_CASE("assumption rows: several forecasts tell each assumption once, and may not believe two things") {
    const auto a = headway::assumption<"a">(headway::ci90(3.0, 5.5), "Ours.");
    const auto b = headway::assumption<"b">(2.0, "Ours.");
    const auto both = headway::forecast(headway::inputs(a, b), [=](const auto& in) { return in[a] * in[b]; });
    const auto rows = assumption_rows(date(2026y / 1 / 1), both, forecast_of(a));
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].name == "a");
    CHECK(rows[1].name == "b");
    using Catch::Matchers::MessageMatches;
    const auto other = forecast_of(a).with(headway::override(a, headway::ci90(3.0, 5.6)));
    CHECK_THROWS_MATCHES(assumption_rows(date(2026y / 1 / 1), both, other), std::domain_error,
                         MessageMatches(ContainsSubstring("believe differently in \"a\"")));
    CHECK_THROWS_AS(assumption_rows(date::never(), both), std::domain_error);
}

TEST_CASE("assumption rows: an input that no model reads says so") {
    const auto a = headway::assumption<"a">(headway::uniform(0.0, 1.0), "Ours.");
    const auto b = headway::assumption<"b">(headway::uniform(0.0, 2.0), "Ours.");
    const auto reads_a = headway::forecast(headway::inputs(a, b), [=](const auto& in) { return in[a] * 1.0; });
    const auto reads_b = headway::forecast(headway::inputs(b), [=](const auto& in) { return in[b] * 1.0; });
    const auto alone = assumption_rows(2026y / 1 / 1, reads_a);
    CHECK(alone[0].is_read);
    CHECK_FALSE(alone[1].is_read);
    CHECK(assumption_rows(2026y / 1 / 1, reads_a, reads_b)[1].is_read);
    CHECK(assumption_rows(2026y / 1 / 1, reads_b, reads_a)[0].is_read);
}
