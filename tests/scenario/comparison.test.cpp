// SPDX-License-Identifier: BSL-1.0
#include <headway/scenario/comparison.hpp>

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
constexpr auto three = hw::assumption<"three">(hw::lognormal(2.0, 0.3), "test");
constexpr auto tied = hw::forecast(
    hw::inputs(one, two, three), [](const auto& in) { return in[one] * in[three] + in[two] * in[two]; },
    hw::correlate(one, three, 0.6));

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
constexpr auto quicker = hw::scenario<"quicker">(hw::override(speed, hw::uniform(0.0, 4.0)));

TEST_CASE("a streaming comparison knows the differences from its first scenario") {
    for (const auto method : {hw::method::independent, hw::method::sobol}) {
        hw::simulation options{.draws = 3000, .seed = 11, .method = method, .threads = 2};
        const auto kept = hw::compare(tied, {baseline, wide, shifted}, options);
        options.keep = false;
        const auto streamed = hw::compare(tied, {baseline, wide, shifted}, options);
        for (const char* name : {"wide", "shifted"}) {
            const auto a = kept.difference(name);
            const auto b = streamed.difference(name);
            CHECK(a.mean() == b.mean());
            CHECK(a.standard_error() == b.standard_error());
            CHECK(a.unpaired_standard_error() == b.unpaired_standard_error());
            CHECK(a.probability_below() == b.probability_below());
            CHECK(a.probability_equal() == b.probability_equal());
            CHECK(a.probability_above_standard_error() == b.probability_above_standard_error());
            CHECK(a.stddev() == b.stddev());
            CHECK_THROWS_WITH(b.median(), ContainsSubstring("compare with .keep = true"));
            CHECK(streamed[name].mean() == kept[name].mean());
        }
        CHECK_THROWS_WITH(streamed.difference(shifted, wide),
                          ContainsSubstring("compare with .keep = true, or put 'wide' first"));
        CHECK_THROWS_WITH(streamed.difference(baseline, baseline), ContainsSubstring("streaming"));
    }
}

TEST_CASE("comparisons come by output and over time") {
    constexpr auto both = hw::forecast(hw::inputs(one, speed), [](const auto& in, const auto& when) {
        return hw::outputs(hw::output<"cost">(hw::exp(in[one]) * million_usd),
                           hw::output<"done">(in[speed] * (when - start)));
    });
    const std::vector<hw::date> dates{hw::date(2026y / 1 / 1), hw::date(2027y / 1 / 1)};
    const hw::simulation options{.draws = 2000, .seed = 4};
    const auto c = hw::compare(both, dates, {baseline, wide, quicker}, options);
    REQUIRE(c.size() == 2);
    const auto alone = hw::simulate(both.with(hw::override(speed, hw::uniform(0.0, 4.0))), dates, options);
    for (std::size_t i = 0; i < 2; ++i) {
        CHECK(draws_of(hw::get<"done">(c[i])[quicker]) == draws_of(hw::get<"done">(alone[i])));
        // Quicker by 1 at any time.
        CHECK_THAT(hw::get<"done">(c.at(dates[i])).difference(quicker).mean().in(day),
                   WithinRel((dates[i] - start).in(day), 1e-9));
        CHECK(hw::get<"done">(c[i]).beats(wide, baseline, hw::better::higher).ties == 1.0);
        CHECK(hw::get<"cost">(c[i]).beats(quicker, baseline, hw::better::lower).ties == 1.0);
        CHECK(hw::get<"cost">(c[i]).difference(wide).mean() > 0.0 * million_usd);
    }
    hw::simulation streaming = options;
    streaming.keep = false;
    const auto s = hw::compare(both, dates, {baseline, wide, quicker}, streaming);
    CHECK(hw::get<"done">(s[1]).difference(quicker).mean() == hw::get<"done">(c[1]).difference(quicker).mean());
    CHECK(hw::get<"cost">(s[1]).difference(wide).standard_error() ==
          hw::get<"cost">(c[1]).difference(wide).standard_error());
    CHECK_THROWS_WITH(hw::compare(both, {}, {baseline, wide}, options), ContainsSubstring("no dates given"));
}

TEST_CASE("shards of a comparison merge to the whole") {
    for (const bool keep : {true, false}) {
        hw::simulation options{.draws = 9000, .seed = 2, .keep = keep};
        const auto whole = hw::compare(tied, {baseline, wide}, options).difference(wide);
        options.shard = {0, 2};
        const auto a = hw::compare(tied, {baseline, wide}, options);
        options.shard = {1, 2};
        const auto b = hw::compare(tied, {baseline, wide}, options);
        const auto d = hw::merge(b, a).difference(wide);
        CHECK(d.mean() == whole.mean());
        CHECK(d.standard_error() == whole.standard_error());
        CHECK(d.probability_above() == whole.probability_above());
        if (keep) CHECK(d.quantile(0.3) == whole.quantile(0.3));
        CHECK_THROWS_WITH(hw::merge(a, hw::compare(tied, {baseline, shifted}, options)),
                          ContainsSubstring("different scenarios"));
    }
}

}  // namespace
