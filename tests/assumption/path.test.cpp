// SPDX-License-Identifier: BSL-1.0
#include <headway/assumption/path.hpp>

#include <cmath>
#include <sstream>
#include <vector>

#include <headway/forecast/part.hpp>
#include <headway/forecast/unread_inputs.hpp>
#include <headway/outcome/merge.hpp>
#include <headway/scenario/compare.hpp>
#include <headway/sensitivity/elasticities.hpp>
#include <headway/sensitivity/explain_change.hpp>
#include <headway/sensitivity/shapley.hpp>
#include <headway/sensitivity/sobol_indices.hpp>
#include <headway/sensitivity/spearman.hpp>
#include <headway/sensitivity/tornado.hpp>
#include <headway/simulation/rare_probability.hpp>
#include <headway/simulation/simulate.hpp>

#include "catch.hpp"

namespace hw = headway;
using namespace headway::units;
using namespace std::chrono_literals;
using Catch::Matchers::Contains;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

inline constexpr auto start = hw::date(2025y / 1 / 1);
constexpr auto log_rate(double per_year) {
    return hw::growth::from_rate_per_second(per_year / (1.0 * year).base_value());
}
inline constexpr auto dram = hw::path<"DRAM price">(
    hw::log_walk(start, 4.0 * usd, log_rate(-0.446), hw::per_sqrt_year(0.383)), "prices of 2015 to 2024");
inline constexpr auto flash =
    hw::path<"flash price">(hw::log_walk(start, 2.0 * usd, log_rate(-0.2), hw::per_sqrt_year(0.5)), "test");
inline constexpr auto share = hw::assumption<"share">(hw::lognormal(1.0, 0.5), "test");
inline constexpr auto when = start + 2.0 * year;

// Log-linear, so that all is known in closed form: var ln = .383² 2 + .5².
inline constexpr auto bill =
    hw::forecast(hw::inputs(dram, share), [](const auto& in) { return in[dram](when) * in[share]; });
inline constexpr auto passes = hw::forecast(hw::inputs(dram, share), [](const auto& in) {
    return hw::first_at_most(in[dram] * in[share], 0.8 * usd, hw::between(start, start + 5.0 * year));
});

template <class Outcome>
std::vector<double> draws_of(const Outcome& outcome) {
    std::vector<double> all;
    outcome.for_each_draw([&](const auto& x) { all.push_back(hw::base_value_of(x)); });
    return all;
}
struct fit {
    double mean_x = 0.0, mean_y = 0.0, xx = 0.0, yy = 0.0, xy = 0.0;
    [[nodiscard]] double correlation() const { return xy / std::sqrt(xx * yy); }
};
fit fit_of(const std::vector<double>& x, const std::vector<double>& y) {
    fit f;
    for (std::size_t i = 0; i < x.size(); ++i) {
        f.mean_x += x[i] / static_cast<double>(x.size());
        f.mean_y += y[i] / static_cast<double>(x.size());
    }
    for (std::size_t i = 0; i < x.size(); ++i) {
        f.xx += (x[i] - f.mean_x) * (x[i] - f.mean_x);
        f.yy += (y[i] - f.mean_y) * (y[i] - f.mean_y);
        f.xy += (x[i] - f.mean_x) * (y[i] - f.mean_y);
    }
    return f;
}

}  // namespace

TEST_CASE("a path is one input with a name, a source and a central path, in constants too") {
    STATIC_REQUIRE(bill.sources()[0].input == "DRAM price");
    REQUIRE(bill.sources()[0].note == "prices of 2015 to 2024");
    STATIC_REQUIRE(bill.baseline() > 1.6 * usd);
    REQUIRE_THAT(bill.baseline().in(usd), WithinRel(4.0 * std::exp(-0.892), 1e-14));
    STATIC_REQUIRE(!hw::unread_inputs(bill));
    constexpr auto forgotten = hw::forecast(hw::inputs(dram, share), [](const auto& in) { return in[share]; });
    REQUIRE(hw::unread_inputs(forgotten).contains("DRAM price"));
    REQUIRE(dram.process().to_words().starts_with("a random walk in logarithms"));
}

TEST_CASE("paths have the same bits on any number of threads, in shards and beside other inputs") {
    const auto run = [](unsigned threads) {
        return draws_of(hw::simulate(passes, {.draws = 3000, .seed = 6, .threads = threads}));
    };
    const auto whole = run(1);
    REQUIRE(run(2) == whole);
    const auto shard = [](unsigned i) { return hw::simulate(passes, {.draws = 3000, .seed = 6, .shard = {i, 2}}); };
    REQUIRE(draws_of(hw::merge(shard(0), shard(1))) == whole);
    const auto alone = hw::forecast(hw::inputs(dram), [](const auto& in) { return in[dram](when); });
    const auto beside = hw::forecast(hw::inputs(share, flash, dram), [](const auto& in) { return in[dram](when); });
    const auto of_alone = draws_of(hw::simulate(alone, {.draws = 500, .seed = 6}));
    REQUIRE(draws_of(hw::simulate(beside, {.draws = 500, .seed = 6})) == of_alone);
    // Draw by draw, on plain numbers, too.
    const auto one_by_one =
        hw::forecast(hw::inputs(dram), hw::draw_by_draw([](const auto& in) { return in[dram](when); }));
    REQUIRE(draws_of(hw::simulate(one_by_one, {.draws = 500, .seed = 6})) == of_alone);
    const auto passes_one_by_one = hw::forecast(passes.inputs(), hw::draw_by_draw(passes.model()));
    const auto some = draws_of(hw::simulate(passes_one_by_one, {.draws = 300, .seed = 6}));
    REQUIRE(some == draws_of(hw::simulate(passes, {.draws = 300, .seed = 6})));
    // Other seeds and names have other paths.
    REQUIRE(draws_of(hw::simulate(alone, {.draws = 500, .seed = 7})) != of_alone);
}

TEST_CASE("stratified and quasi-random runs have paths of the same law and honest errors") {
    for (const auto how : {hw::method::latin_hypercube, hw::method::sobol}) {
        const auto run = hw::simulate(bill, {.draws = 8192, .seed = 6, .method = how});
        const double variance = 0.383 * 0.383 * 2.0 + 0.25;
        const double mean = 4.0 * std::exp(-0.892 + variance / 2.0);
        REQUIRE_THAT(run.mean().in(usd), WithinAbs(mean, 4.5 * run.standard_error().in(usd)));
        REQUIRE(run.standard_error().in(usd) < 0.05);
    }
}

TEST_CASE("sensitivity counts a path as one input, against closed forms") {
    const double of_path = 0.383 * 0.383 * 2.0;
    const double all = std::exp(of_path + 0.25) - 1.0;
    const auto indices = hw::sobol_indices(bill, {.draws = 16'384, .seed = 1});
    REQUIRE_THAT(indices[dram].first_order.value,
                 WithinAbs((std::exp(of_path) - 1.0) / all, 4.5 * indices[dram].first_order.standard_error));
    REQUIRE_THAT(indices[dram].total.value,
                 WithinAbs(1.0 - (std::exp(0.25) - 1.0) / all, 4.5 * indices[dram].total.standard_error));
    REQUIRE_THAT(indices[share].total.value,
                 WithinAbs(1.0 - (std::exp(of_path) - 1.0) / all, 4.5 * indices[share].total.standard_error));
    const double both = (std::exp(of_path) - 1.0) * (std::exp(0.25) - 1.0);
    const auto effects = hw::shapley(bill, {.draws = 8192, .seed = 1});
    REQUIRE_THAT(effects[dram].share.value,
                 WithinAbs((std::exp(of_path) - 1.0 + both / 2.0) / all, 4.5 * effects[dram].share.standard_error));

    // One percent more of the whole path is one percent more of the bill.
    const auto slopes = hw::elasticities(bill);
    REQUIRE_THAT(*slopes[dram].value, WithinRel(1.0, 1e-12));
    REQUIRE_THAT(*slopes[share].value, WithinRel(1.0, 1e-12));
    REQUIRE(slopes[dram].central.text() == "the central path");
    // Of a date: ln(1.01)/.446 years later, to first order.
    const auto later = hw::elasticities(passes);
    REQUIRE_THAT(*later[dram].value / (1.0 * year), WithinRel(0.01 / 0.446, 1e-6));

    const auto bars = hw::tornado(bill, {.low = 0.1, .high = 0.9});
    const double factor = std::exp(1.2815515655446004 * std::sqrt(of_path));
    REQUIRE_THAT(bars[dram].low.result.in(usd), WithinRel(bill.baseline().in(usd) / factor, 1e-12));
    REQUIRE_THAT(bars[dram].high.result.in(usd), WithinRel(bill.baseline().in(usd)*factor, 1e-12));
    REQUIRE(bars[dram].low.input.text() == "the path of its 10 % quantiles");
}

TEST_CASE("a scenario overrides a path by another process, on common draws") {
    constexpr auto faster = hw::log_walk(start, 4.0 * usd, log_rate(-0.7), hw::per_sqrt_year(0.383));
    constexpr auto reverting =
        hw::log_mean_reverting(start, 4.0 * usd, 3.0 * usd, log_rate(-1.0), hw::per_sqrt_year(0.3));
    REQUIRE_THAT(bill.at(hw::override(dram, faster)).in(usd), WithinRel(4.0 * std::exp(-1.4), 1e-14));
    STATIC_REQUIRE(bill.with(hw::override(dram, faster)).baseline() < bill.baseline());
    const auto compared = hw::compare(bill,
                                      {hw::scenario<"as it is">(), hw::scenario<"faster">(hw::override(dram, faster)),
                                       hw::scenario<"reverting">(hw::override(dram, reverting, "analysts"))},
                                      {.draws = 2000, .seed = 3});
    const auto base = draws_of(compared["as it is"]);
    const auto fast = draws_of(compared["faster"]);
    // The same shocks, another drift.
    for (std::size_t i = 0; i < base.size(); ++i) REQUIRE_THAT(fast[i] / base[i], WithinRel(std::exp(-0.508), 1e-12));
    REQUIRE(draws_of(compared["reverting"]) ==
            draws_of(hw::simulate(bill.with(hw::override(dram, reverting)), {.draws = 2000, .seed = 3})));

    // A part of the model that reads the path is not remembered from one process to the next.
    constexpr auto in_part = hw::forecast(bill.inputs(), [](const auto& in) {
        return hw::part<"price">(in, [](const auto& x) { return x[dram](when); }) * in[share];
    });
    const auto again =
        hw::compare(in_part, {hw::scenario<"as it is">(), hw::scenario<"faster">(hw::override(dram, faster))},
                    {.draws = 2000, .seed = 3});
    REQUIRE(draws_of(again["faster"]) == fast);

    // Another process is another run.
    const auto one = hw::simulate(bill, {.draws = 2048, .seed = 3, .shard = {0, 2}});
    const auto two = hw::simulate(bill.with(hw::override(dram, faster)), {.draws = 2048, .seed = 3, .shard = {1, 2}});
    REQUIRE_THROWS(hw::merge(one, two));
    REQUIRE(bill.with(hw::override(dram, reverting, "analysts")).sources()[0].note == "analysts");
}

TEST_CASE("two paths are correlated step by step, each with its own law") {
    const auto f = hw::forecast(
        hw::inputs(dram, flash),
        [](const auto& in) {
            return hw::outputs(hw::output<"a">(in[dram](when)), hw::output<"b">(in[flash](when)),
                               hw::output<"a between">(in[dram](start + 40.0 * day)),
                               hw::output<"b between">(in[flash](start + 40.0 * day)));
        },
        hw::correlate(dram, flash, 0.6));
    const auto run = hw::simulate(f, {.draws = 16'384, .seed = 3});
    const auto logs = [](std::vector<double> x) {
        for (double& v : x) v = std::log(v);
        return x;
    };
    const auto at_end = fit_of(logs(draws_of(hw::get<"a">(run))), logs(draws_of(hw::get<"b">(run))));
    const auto between = fit_of(logs(draws_of(hw::get<"a between">(run))), logs(draws_of(hw::get<"b between">(run))));
    const double error = (1.0 - 0.36) / 128.0;
    REQUIRE_THAT(at_end.correlation(), WithinAbs(0.6, 4.0 * error));
    REQUIRE_THAT(between.correlation(), WithinAbs(0.6, 4.0 * error));
    REQUIRE_THAT(at_end.yy / 16'383.0, WithinRel(0.5, 4.0 * std::sqrt(2.0) / 128.0));
    // The leader is what it is alone.
    const auto alone = hw::forecast(hw::inputs(dram), [](const auto& in) { return in[dram](when); });
    REQUIRE(draws_of(hw::get<"a">(run)) == draws_of(hw::simulate(alone, {.draws = 16'384, .seed = 3})));
    // A model that reads the follower only follows all the same.
    const auto follower = hw::forecast(
        hw::inputs(dram, flash), [](const auto& in) { return in[flash](when); }, hw::correlate(dram, flash, 0.6));
    REQUIRE(draws_of(hw::simulate(follower, {.draws = 16'384, .seed = 3})) == draws_of(hw::get<"b">(run)));
    REQUIRE_THROWS_WITH(hw::sobol_indices(follower),
                        "sobol_indices: the path \"flash price\" is correlated with the path \"DRAM price\", and then their shares of "
                        "the variance overlap; ask of the forecast made without correlate(...), which has a share for each, "
                        "or tornado(f), which moves one at a time");
    REQUIRE_NOTHROW(hw::tornado(follower));
    REQUIRE_THROWS_WITH(hw::shapley(follower),
                        Contains("shapley: the path \"flash price\" is correlated with the path \"DRAM price\""));
}

TEST_CASE("correlations of paths that cannot be are refused in words") {
    constexpr auto weekly = hw::path<"weekly">(dram.process().with_step(7.0 * day), "test");
    constexpr auto third = hw::path<"third">(flash.process(), "test");
    const auto model = [](const auto& in) { return in[dram](when); };
    REQUIRE_THROWS_WITH(hw::correlate(dram, flash, 1.5), "correlate: correlation must be between -1 and 1, got 1.5");
    REQUIRE_THROWS_WITH(hw::forecast(hw::inputs(dram, weekly), model, hw::correlate(dram, weekly, 0.5)),
                        Contains("must start on one date and have steps of one length"));
    REQUIRE_THROWS_WITH(hw::forecast(hw::inputs(dram, flash, third), model, hw::correlate(dram, flash, 0.5),
                                     hw::correlate(flash, third, 0.5)),
                        Contains("are of a chain"));
    REQUIRE_THROWS_WITH(hw::forecast(hw::inputs(dram, flash, third), model, hw::correlate(flash, third, 0.5),
                                     hw::correlate(dram, flash, 0.5)),
                        Contains("are of a chain"));
    // Another process must fit the correlation too.
    const auto both = hw::forecast(hw::inputs(dram, flash), model, hw::correlate(dram, flash, 0.5));
    REQUIRE_THROWS_WITH(both.with(hw::override(flash, flash.process().with_step(7.0 * day))),
                        Contains("must start on one date and have steps of one length"));
    REQUIRE_THROWS_WITH(both.with(hw::override(dram, dram.process().with_step(7.0 * day))),
                        Contains("must start on one date and have steps of one length"));
}

TEST_CASE("what a path has no answer to is refused in words") {
    const auto run = hw::simulate(bill, {.draws = 1000, .seed = 3});
    REQUIRE_THROWS_WITH(hw::spearman(bill, run),
                        Contains("spearman: the input \"DRAM price\" is a path, which no single number per draw tells "
                                 "of; ask sobol_indices(f) or shapley(f)"));
    REQUIRE_THROWS_WITH(hw::rare_probability(bill, hw::statistic::probability_below(0.001 * usd)),
                        Contains("rare_probability: the input \"DRAM price\" is a path"));
    const auto faster =
        bill.with(hw::override(dram, hw::log_walk(start, 4.0 * usd, log_rate(-0.7), hw::per_sqrt_year(0.383))));
    REQUIRE_THROWS_WITH(hw::explain_change(bill, faster),
                        Contains("explain_change: the path \"DRAM price\" has another process"));
    hw::override_list list;
    list.set("DRAM price", hw::belief<hw::detail::path_key<hw::dim::money>>(dram.parts()));
    REQUIRE_THROWS_WITH(bill.with(list), Contains("\"DRAM price\" is a path, which a belief cannot replace"));
}
