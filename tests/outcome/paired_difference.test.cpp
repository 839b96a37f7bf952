// SPDX-License-Identifier: BSL-1.0
#include <headway/outcome/paired_difference.hpp>

#include "catch.hpp"

#include <headway/belief/makers.hpp>
#include <headway/quantity/units.hpp>
#include <headway/scenario/compare.hpp>

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

constexpr auto one = hw::assumption<"one">(hw::normal(0.0, 1.0), "test");
constexpr auto two = hw::assumption<"two">(hw::normal(0.0, 1.0), "test");
constexpr auto sum = hw::forecast(hw::inputs(one, two), [](const auto& in) { return in[one] + in[two]; });
constexpr auto baseline = hw::scenario<"baseline">();
constexpr auto wide = hw::scenario<"wide">(hw::override(one, hw::normal(0.0, 1.5)));
constexpr auto shifted = hw::scenario<"shifted">(hw::override(two, hw::normal(0.25, 1.0)));

std::vector<double> draws_of(const auto& outcome) {
    std::vector<double> all;
    outcome.for_each_draw([&](const auto& x) { all.push_back(hw::base_value_of(x)); });
    return all;
}

constexpr hw::date start = hw::date(2025y / 1 / 1);
constexpr auto speed = hw::assumption<"speed">(hw::uniform(-1.0, 3.0), "test");
// Reaches the mark in 1 / speed years, or never.
constexpr auto arrival = hw::forecast(hw::inputs(speed), [](const auto& in) {
    return hw::select(in[speed] > 0.0, start + (1.0 / in[speed]) * year, decltype(start + in[speed] * year)::never());
});
constexpr auto quicker = hw::scenario<"quicker">(hw::override(speed, hw::uniform(0.0, 4.0)));
constexpr auto slower = hw::scenario<"slower">(hw::override(speed, hw::uniform(-2.0, 2.0)));

TEST_CASE("a paired difference is that of the draws, its standard error against the closed form") {
    constexpr std::uint64_t n = 40'000;
    const auto c = hw::compare(sum, {baseline, wide, shifted}, {.draws = n, .seed = 3});
    CHECK(c.names() == std::vector<std::string>{"baseline", "wide", "shifted"});
    const auto d = c.difference(wide);
    const auto a = draws_of(c[wide]);
    const auto b = draws_of(c[0]);
    std::vector<double> expected;
    for (std::size_t i = 0; i < n; ++i) expected.push_back(a[i] - b[i]);
    CHECK(draws_of(d.values()) == expected);

    // Wide less baseline is half a standard normal number: 0 within 4.4 standard errors but once in 10^5.
    CHECK(hw::abs(d.mean()) < 4.4 * d.standard_error());
    CHECK_THAT(d.standard_error(), WithinRel(0.5 / 200.0, 0.02));
    CHECK_THAT(d.stddev(), WithinRel(0.5, 0.02));
    CHECK_THAT(d.unpaired_standard_error(), WithinRel(hw::sqrt(2.0 + 3.25) / 200.0, 0.02));
    CHECK_THAT(d.quantile(0.9), WithinAbs(0.5 * hw::normal_quantile(0.9), 0.02));
    CHECK(d.both_happen() == n);
    CHECK_THAT(d.probability_below(), WithinAbs(0.5, 4.4 * d.probability_below_standard_error()));
    CHECK_THAT(d.probability_below_standard_error(), WithinRel(0.5 / 200.0, 0.001));

    // Shifted is always 0.25 more: nothing is left to be uncertain about.
    const auto s = c.difference(shifted, baseline);
    CHECK_THAT(s.mean(), WithinRel(0.25, 1e-12));
    CHECK(s.standard_error() < 1e-12);
    CHECK(c.beats(shifted, baseline, hw::better::higher).probability == 1.0);
    CHECK(c.beats(shifted, baseline, hw::better::lower).probability == 0.0);
    CHECK_THAT(c.difference(wide, shifted).mean(), WithinAbs(d.mean() - s.mean(), 1e-12));
    CHECK(c.beats(wide, wide, hw::better::higher).ties == 1.0);

    const auto rows = c.rows();
    REQUIRE(rows.size() == 3);
    CHECK(!rows[0].versus);
    CHECK(rows[1].scenario == "wide");
    CHECK(rows[1].p50 == c[1].median());
    CHECK(rows[1].standard_error == c[1].quantile_standard_error(0.5));
    CHECK(rows[1].versus->mean->value == d.mean());
    CHECK(rows[1].versus->mean->unpaired_standard_error == d.unpaired_standard_error());
    CHECK(rows[2].versus->above == 1.0);
}

TEST_CASE("scramblings give the standard error of a difference on Sobol' points") {
    constexpr auto product =
        hw::forecast(hw::inputs(one, two), [](const auto& in) { return in[one] * in[one] + in[two]; });
    const hw::simulation options{.draws = 4096, .seed = 5, .method = hw::method::sobol, .replicates = 8};
    const auto c = hw::compare(product, {baseline, wide}, options);
    const auto d = c.difference(wide);
    const auto all = draws_of(d.values());
    std::vector<double> means;
    std::vector<double> shares;
    double total = 0.0;
    double total_share = 0.0;
    for (std::size_t r = 0; r < 8; ++r) {
        double mean = 0.0;
        double share = 0.0;
        for (std::size_t i = r * 512; i < (r + 1) * 512; ++i) {
            mean += all[i] / 512;
            share += all[i] > 0.7 ? 1.0 / 512 : 0.0;
        }
        means.push_back(mean);
        shares.push_back(share);
        total += mean / 8;
        total_share += share / 8;
    }
    double squares = 0.0;
    double share_squares = 0.0;
    for (std::size_t r = 0; r < 8; ++r) {
        squares += (means[r] - total) * (means[r] - total);
        share_squares += (shares[r] - total_share) * (shares[r] - total_share);
    }
    CHECK_THAT(d.standard_error(), WithinRel(hw::sqrt(squares / 56), 1e-9));
    CHECK_THAT(d.values().probability_above_standard_error(0.7), WithinRel(hw::sqrt(share_squares / 56), 1e-9));
    CHECK_THAT(d.mean(), WithinAbs(1.25, 5 * d.standard_error() + 1e-9));
    // A fifth of what independent draws would have: sqrt(2) 1.25 / 64.
    CHECK(d.standard_error() < 0.2 * 1.25 * hw::sqrt(2.0) / 64);

    // Which of the two is above changes from scrambling to scrambling, and its error comes from there too.
    const auto s = hw::compare(sum, {baseline, wide}, options).difference(wide);
    CHECK(s.probability_above_standard_error() < 0.2 * 0.5 / 64);
    CHECK_THAT(s.probability_above() + s.probability_below() + s.probability_equal(), WithinRel(1.0, 1e-12));
    CHECK_THAT(s.probability_above(), WithinAbs(0.5, 5 * s.probability_above_standard_error() + 1e-3));
}

TEST_CASE("differences of dates count those that never come") {
    constexpr double n = 20'000;
    for (const bool keep : {true, false}) {
        const auto c = hw::compare(arrival, {baseline, quicker, slower}, {.draws = 20'000, .seed = 9, .keep = keep});
        // speed, baseline speed = quicker speed - 1 = slower speed + 1, so baseline comes in 3/4 of the draws.
        const auto q = c.difference(quicker);
        const double coming = static_cast<double>(q.both_happen()) / n;
        CHECK_THAT(coming, WithinAbs(0.75, 4.4 * hw::sqrt(0.75 * 0.25 / n)));
        CHECK(q.only_first_never() == 0);
        CHECK(q.both_never() == 0);
        CHECK(q.only_second_never() == 20'000 - q.both_happen());
        CHECK(q.draws() == 20'000);
        CHECK(q.beats(hw::better::earlier).probability == 1.0);  // where the baseline never comes, too
        CHECK(c.beats(quicker, baseline, hw::better::later).probability == 0.0);

        const auto s = c.difference(slower);
        CHECK_THAT(static_cast<double>(s.both_happen()) / n, WithinAbs(0.5, 4.4 * hw::sqrt(0.25 / n)));
        CHECK(s.only_second_never() == 0);
        CHECK_THAT(static_cast<double>(s.both_never()) / n, WithinAbs(0.25, 4.4 * hw::sqrt(0.75 * 0.25 / n)));
        const auto chance = s.beats(hw::better::later);
        CHECK(chance.ties == static_cast<double>(s.both_never()) / n);  // two nevers are equal
        CHECK_THAT(chance.probability + chance.ties, WithinRel(1.0, 1e-12));
        CHECK_THAT(chance.standard_error, WithinRel(hw::sqrt(chance.probability * chance.ties / n), 1e-9));

        if (!keep) {
            CHECK_THROWS_WITH(s.median(), ContainsSubstring("compare with .keep = true"));
            continue;
        }
        // Where both come, the baseline's speed v is uniform from 1 to 3; the span is 1 / (v - 1) - 1 / v years.
        CHECK_THAT(s.median().in(year), WithinAbs(0.5, 0.03));
        CHECK_THAT(s.quantile(0.25).in(year), WithinAbs(1 / 1.5 - 1 / 2.5, 0.03));
        CHECK(s.quantile(0.9) < s.quantile(1.0));
        CHECK(hw::base_value_of(s.quantile(1.0)) < hw::detail::never_value);
        CHECK(!(hw::base_value_of(s.values().quantile(1.0)) < hw::detail::never_value));
        // The density of the span at its median is that of v, 1/2, over the slope there, 1 - 1/4.
        CHECK_THAT(s.quantile_standard_error(0.5).in(year), WithinRel(0.5 / hw::sqrt(n / 2) / (0.5 / 0.75), 0.25));
    }
    // In no draw do both come.
    constexpr auto still = hw::scenario<"still">(hw::override(speed, -1.0));
    const auto c = hw::compare(arrival, {baseline, still}, {.draws = 500});
    CHECK_THROWS_WITH(c.difference(still).mean(), ContainsSubstring("draw in which both happen, there are 0 of 500"));
    CHECK_THROWS_WITH(c.difference(still).unpaired_standard_error(), ContainsSubstring("at least 2 draws"));
    CHECK(!c.rows()[1].versus->mean);
    CHECK(c.rows()[1].never == 1.0);
    CHECK(c.beats(still, baseline, hw::better::later).probability ==
          1.0 - c.beats(still, baseline, hw::better::later).ties);
}

}  // namespace
