// SPDX-License-Identifier: BSL-1.0
#include <headway/simulation/simulate.hpp>

#include "catch.hpp"

#include <headway/belief/makers.hpp>
#include <headway/belief/mixture.hpp>
#include <headway/quantity/units.hpp>
#include <headway/trend/exponential.hpp>

namespace hw = headway;
using namespace headway::units;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

constexpr auto decline = hw::assumption<"decline">(hw::ci90(3.0, 5.5), "test");
constexpr auto cost = hw::assumption<"cost">(hw::ci90(80.0 * million_usd, 200.0 * million_usd), "test");
constexpr auto third = hw::assumption<"third">(hw::uniform(0.0, 1.0), "test");
constexpr auto growth = hw::assumption<"growth">(hw::normal_ci(0.90, -0.5, 1.5), "test");
constexpr auto wide = hw::assumption<"wide">(hw::ci90(0.1, 1000.0), "test");
constexpr auto wider = hw::assumption<"wider">(hw::ci90(5.0, 50'333'333.0), "test");

constexpr auto affordable = hw::forecast(hw::inputs(decline, cost), [](const auto& in) {
    return hw::exponential(hw::date(2024y / 3 / 1), in[cost], hw::falls_by_factor(in[decline], year))
        .reaches(5.0 * million_usd);
});
constexpr auto just_decline = hw::forecast(hw::inputs(decline), [](const auto& in) { return in[decline]; });

// The draws of an outcome as plain numbers.
template <class T>
std::vector<double> kept(const hw::outcome<T>& outcome) {
    std::vector<double> all;
    outcome.for_each_draw([&](const T& x) { all.push_back(hw::base_value_of(x)); });
    return all;
}

}  // namespace

// What is asked where nothing is said.
static_assert(headway::simulation{}.draws == 10'000 && headway::simulation{}.seed == 1 && headway::simulation{}.threads == 1);
static_assert(headway::simulation{}.keep && headway::shard_of{}.index == 0 && headway::shard_of{}.count == 1);

TEST_CASE("an outcome's mean is the belief's, within its standard error") {
    const auto o = hw::simulate(just_decline, {.draws = 100'000, .seed = 7});
    // Exact moments of the lognormal; five standard errors are missed once in 1.7 million seeds, and the seed is fixed.
    CHECK(hw::abs(o.mean() - decline.belief().mean()) < 5.0 * o.standard_error());
    CHECK_THAT(o.stddev(), WithinRel(decline.belief().stddev(), 0.02));
    CHECK_THAT(o.standard_error(), WithinRel(o.stddev() / hw::sqrt(100'000.0), 1e-12));
    for (const double p : {0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99}) {
        CHECK(hw::abs(o.quantile(p) - decline.belief().quantile(p)) < 5.0 * o.quantile_standard_error(p));
    }
    CHECK(o.draws() == 100'000);
    CHECK(o.probability_never() == 0.0);
}

TEST_CASE("each method converges to the exact mean, the better ones faster") {
    const auto error = [](hw::method method) {
        double squares = 0.0;
        for (std::uint64_t seed = 1; seed <= 20; ++seed) {
            const auto o = hw::simulate(just_decline, {.draws = 4096, .seed = seed, .method = method});
            squares += (o.mean() - decline.belief().mean()) * (o.mean() - decline.belief().mean());
        }
        return hw::sqrt(squares / 20.0);
    };
    const double independent = error(hw::method::independent);
    CHECK(independent < 0.05);
    CHECK(error(hw::method::latin_hypercube) < independent / 10.0);
    CHECK(error(hw::method::sobol) < independent / 10.0);
}

TEST_CASE("the standard error of a Sobol run comes from its scramblings") {
    // Of 40 seeds the root-mean-square error and the reported standard error must agree to a factor of 1.5.
    double squares = 0.0;
    double reported = 0.0;
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        const auto o = hw::simulate(just_decline, {.draws = 1024, .seed = seed, .method = hw::method::sobol, .replicates = 8});
        squares += (o.mean() - decline.belief().mean()) * (o.mean() - decline.belief().mean());
        reported += o.standard_error() * o.standard_error();
    }
    CHECK(squares / reported > 1.0 / 2.25);
    CHECK(squares / reported < 2.25);
}

TEST_CASE("draws depend on the input's name and not on the other inputs") {
    const auto alone = kept(hw::simulate(just_decline, {.draws = 1000, .seed = 3}));
    const auto read = [](const auto& in) { return in[decline]; };
    for (const auto method : {hw::method::independent, hw::method::latin_hypercube}) {
        const auto one = kept(hw::simulate(just_decline, {.draws = 1000, .seed = 3, .method = method}));
        CHECK(one == kept(hw::simulate(hw::forecast(hw::inputs(cost, decline, third), read),
                                       {.draws = 1000, .seed = 3, .method = method})));
    }
    // With Sobol' points an input added at the end leaves the others alone.
    const hw::simulation sobol{.draws = 1000, .seed = 3, .method = hw::method::sobol};
    CHECK(kept(hw::simulate(just_decline, sobol)) ==
          kept(hw::simulate(hw::forecast(hw::inputs(decline, cost, third), read), sobol)));
    CHECK(alone != kept(hw::simulate(just_decline, {.draws = 1000, .seed = 4})));
}

TEST_CASE("threads and shards do not change a bit") {
    for (const auto method : {hw::method::independent, hw::method::latin_hypercube, hw::method::sobol}) {
        for (const bool keep : {true, false}) {
            const hw::simulation whole{.draws = 10'007, .seed = 11, .method = method, .keep = keep};
            const auto one = hw::simulate(affordable, whole);
            for (const unsigned threads : {2U, 7U}) {
                auto options = whole;
                options.threads = threads;
                const auto many = hw::simulate(affordable, options);
                CHECK(many.mean() == one.mean());
                CHECK(many.stddev() == one.stddev());
                CHECK(many.quantile(0.9) == one.quantile(0.9));
                if (keep) CHECK(kept(many) == kept(one));
            }
            for (const std::uint64_t shards : {2U, 5U, 40U}) {
                std::vector<hw::outcome<hw::date>> parts;
                for (std::uint64_t i = 0; i < shards; ++i) {
                    auto options = whole;
                    options.shard = {i, shards};
                    options.threads = 2;
                    parts.push_back(hw::simulate(affordable, options));
                }
                const auto merged = hw::merge(parts);
                CHECK(merged.identity() == one.identity());
                CHECK(merged.draws() == 10'007);
                CHECK(merged.mean() == one.mean());
                CHECK(merged.standard_error() == one.standard_error());
                CHECK(merged.quantile(0.1) == one.quantile(0.1));
                if (keep) CHECK(kept(merged) == kept(one));
            }
        }
    }
}

TEST_CASE("a streaming run agrees with a kept one") {
    const auto all = hw::simulate(affordable, {.draws = 70'000, .seed = 5});
    const auto stream = hw::simulate(affordable, {.draws = 70'000, .seed = 5, .keep = false});
    CHECK(stream.mean() == all.mean());
    CHECK(stream.stddev() == all.stddev());
    const hw::date central = affordable.baseline();
    for (const double p : {0.001, 0.05, 0.5, 0.95, 0.999}) {
        const auto distance = hw::abs((all.quantile(p) - central));
        CHECK(hw::abs(stream.quantile(p) - all.quantile(p)) < distance / 4096.0 + 1e-6 * second);
    }
    CHECK_THAT(stream.probability_below(hw::date(2027y / 1 / 1)),
               WithinAbs(all.probability_below(hw::date(2027y / 1 / 1)), 1e-3));
    const auto counts = stream.histogram(central, central + year, 3);
    const auto of_all = all.histogram(central, central + year, 3);
    CHECK(counts.below + counts.above + counts.never + counts.bins[0] + counts.bins[1] + counts.bins[2] == 70'000);
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK_THAT(static_cast<double>(counts.bins[i]), WithinAbs(static_cast<double>(of_all.bins[i]), 70.0));
    }
    CHECK_THROWS_WITH(stream.given([](hw::date) { return true; }), ContainsSubstring(".keep = true"));
}

TEST_CASE("what never happens is counted and ordered last") {
    const auto f = hw::forecast(hw::inputs(growth), [](const auto& in) {
        return hw::exponential(hw::date(2025y / 1 / 1), 1.0 * billion_usd, hw::grows_continuously(in[growth] / year))
            .reaches(2.0 * billion_usd);
    });
    const auto o = hw::simulate(f, {.draws = 20'000, .seed = 1});
    const double exact = growth.belief().cdf(0.0);  // no growth, no crossing
    CHECK(hw::abs(o.probability_never() - exact) < 5.0 * o.probability_never_standard_error());
    CHECK(o.quantile(0.99).is_never());
    CHECK_FALSE(o.median().is_never());
    CHECK(o.probability_above(hw::date(2100y / 1 / 1)) >= o.probability_never());
    const auto stream = hw::simulate(f, {.draws = 20'000, .seed = 1, .keep = false});
    CHECK(stream.probability_never() == o.probability_never());
    CHECK(stream.quantile(0.99).is_never());
    // A run in which it never happens has no mean.
    const auto never = hw::simulate(
        hw::forecast(hw::inputs(growth), [](const auto& in) { return hw::date::never() + 0.0 * in[growth] * year; }),
        {.draws = 100});
    CHECK(never.probability_never() == 1.0);
    CHECK(never.median().is_never());
    CHECK_THROWS_WITH(never.mean(), ContainsSubstring("probability_never()"));
}

TEST_CASE("named outputs and forecasts over time share their draws") {
    const auto f = hw::forecast(hw::inputs(decline, cost), [](const auto& in, const auto& when) {
        const auto curve = hw::exponential(hw::date(2024y / 3 / 1), in[cost], hw::falls_by_factor(in[decline], year));
        return hw::outputs(hw::output<"cost">(curve(when)), hw::output<"fall">(in[decline]));
    });
    const auto fan = hw::simulate(f, {hw::date(2025y / 1 / 1), hw::date(2026y / 1 / 1)}, {.draws = 5'000, .seed = 2});
    REQUIRE(fan.size() == 2);
    CHECK(kept(hw::get<"fall">(fan[0])) == kept(hw::get<"fall">(fan[1])));
    CHECK(kept(hw::get<"fall">(fan[0])) == kept(hw::simulate(just_decline, {.draws = 5'000, .seed = 2})));
    CHECK(hw::get<"cost">(fan.at(hw::date(2026y / 1 / 1))).median() < hw::get<"cost">(fan[0]).median());
    CHECK_THROWS_WITH(fan.at(hw::date(2027y / 1 / 1)), ContainsSubstring("not among those simulated"));
    CHECK_THROWS_WITH(hw::simulate(f, std::vector<hw::date>{}), ContainsSubstring("at least one"));
    const auto merged = hw::merge(hw::simulate(f, fan.dates(), {.draws = 5'000, .seed = 2, .shard = {0, 2}}),
                                  hw::simulate(f, fan.dates(), {.draws = 5'000, .seed = 2, .shard = {1, 2}}));
    CHECK(hw::get<"cost">(merged[1]).mean() == hw::get<"cost">(fan[1]).mean());
}

TEST_CASE("correlated inputs have the rank correlation asked for, and keep their beliefs") {
    const auto product = [](const auto& in) {
        return hw::outputs(hw::output<"a">(in[decline]), hw::output<"b">(in[third]));
    };
    const auto spearman = [](const std::vector<double>& x, const std::vector<double>& y) {
        const auto ranks = [](const std::vector<double>& v) {
            std::vector<std::size_t> order(v.size());
            for (std::size_t i = 0; i < v.size(); ++i) order[i] = i;
            std::sort(order.begin(), order.end(), [&](std::size_t i, std::size_t j) { return v[i] < v[j]; });
            std::vector<double> r(v.size());
            for (std::size_t i = 0; i < v.size(); ++i) r[order[i]] = static_cast<double>(i);
            return r;
        };
        const auto rx = ranks(x);
        const auto ry = ranks(y);
        double squares = 0.0;
        for (std::size_t i = 0; i < rx.size(); ++i) squares += (rx[i] - ry[i]) * (rx[i] - ry[i]);
        const auto n = static_cast<double>(rx.size());
        return 1.0 - 6.0 * squares / (n * (n * n - 1.0));
    };
    for (const double wanted : {-0.8, 0.3, 0.95}) {
        const auto f = hw::forecast(hw::inputs(decline, third), product, hw::correlate(decline, third, wanted));
        for (const auto method : {hw::method::independent, hw::method::latin_hypercube, hw::method::sobol}) {
            const auto o = hw::simulate(f, {.draws = 20'000, .seed = 9, .method = method});
            CHECK_THAT(spearman(kept(hw::get<"a">(o)), kept(hw::get<"b">(o))), WithinAbs(wanted, 0.03));
            CHECK_THAT(hw::get<"a">(o).median(), WithinRel(decline.belief().median(), 0.01));
            CHECK_THAT(hw::get<"b">(o).stddev(), WithinRel(hw::sqrt(1.0 / 12.0), 0.02));
        }
    }
    CHECK_THROWS_WITH(hw::forecast(hw::inputs(decline, cost, third), [](const auto& in) { return in[third]; },
                                   hw::correlate(decline, cost, 0.9), hw::correlate(cost, third, 0.9),
                                   hw::correlate(decline, third, -0.9)),
                      ContainsSubstring("smallest eigenvalue"));
}

TEST_CASE("a model that throws is named with the draw and its inputs") {
    const auto f = hw::forecast(hw::inputs(decline), [](const auto& in) {
        return hw::falls_by_factor(in[decline] - 2.5, year).over(year);  // below 2.5 in a few draws of 10 000
    });
    for (const unsigned threads : {1U, 2U}) {
        try {
            static_cast<void>(hw::simulate(f, {.draws = 10'000, .threads = threads}));
            FAIL("the model should have thrown");
        } catch (const hw::model_error& e) {
            CHECK_THAT(e.what(), ContainsSubstring("at draw ") && ContainsSubstring("decline = ") &&
                                     ContainsSubstring("factor must be > 0"));
            CHECK_THROWS_AS(std::rethrow_if_nested(e), std::domain_error);
        }
    }
    // Replayed through at(...), the draw that the message names throws again.
    CHECK_THROWS_AS(f.at(hw::override(decline, 2.2089797126417263)), std::domain_error);
    const auto undefined = hw::forecast(hw::inputs(third), [](const auto& in) { return hw::log(in[third] - 0.5); });
    CHECK_THROWS_WITH(hw::simulate(undefined, {.draws = 1'000}), ContainsSubstring("the model returned nan"));
}

TEST_CASE("of several draws at fault the lowest is named, with any number of threads") {
    std::vector<double> drawn = kept(hw::simulate(hw::forecast(hw::inputs(third), [](const auto& in) { return in[third] * 1.0; }),
                                                  {.draws = 40'000}));
    const auto named = [&](const auto& f, std::uint64_t expected, const char* words) {
        for (const unsigned threads : {1U, 2U, 3U, 16U}) {
            for (const bool keep : {true, false}) {
                try {
                    static_cast<void>(hw::simulate(f, {.draws = 40'000, .threads = threads, .keep = keep}));
                    FAIL("it should have thrown");
                } catch (const hw::model_error& e) {
                    CHECK(e.draw() == expected);
                    CHECK_THAT(e.what(), ContainsSubstring("simulate: at draw " + std::to_string(expected) + " ") &&
                                             ContainsSubstring(words) && ContainsSubstring("(inputs: third = 0."));
                }
            }
        }
    };
    // Never the first of a block, nor in the part of the first thread; the last two are the ends of a block.
    for (const std::size_t low : {std::size_t{1}, std::size_t{13'001}, std::size_t{20'479}, std::size_t{39'999}}) {
        const double a = drawn[low];
        const double b = drawn[low < 39'990 ? low + 7 : low];
        const double later = drawn[low < 30'000 ? low + 9'000 : low];
        const auto throws = [=](const auto& x) {
            if (hw::any_of(x == b || x == later)) throw std::domain_error("a later one");
        };
        // A throw before a throw, an undefined result before a throw, and undefined results of two outputs.
        named(hw::forecast(hw::inputs(third), [=](const auto& in) {
                  if (hw::any_of(in[third] == a)) throw std::domain_error("the lowest");
                  throws(in[third]);
                  return in[third] * 1.0;
              }),
              low, "the model threw: the lowest");
        if (low + 7 < 40'000) {
            named(hw::forecast(hw::inputs(third), [=](const auto& in) {
                      throws(in[third]);
                      return hw::select(in[third] == a, hw::log(in[third] - 2.0), in[third] * 1.0);
                  }),
                  low, "the model returned nan");
            named(hw::forecast(hw::inputs(third),
                               [=](const auto& in) {
                                   return hw::select(in[third] == a, hw::log(0.0 * in[third]), in[third] * 1.0);
                               }),
                  low, "the model returned -inf");
            named(hw::forecast(hw::inputs(third), [=](const auto& in) {
                      return hw::outputs(hw::output<"late">(hw::select(in[third] == b, hw::log(in[third] - 2.0), in[third] * 1.0)),
                                         hw::output<"early">(hw::select(in[third] == a, hw::log(in[third] - 2.0), in[third] * 1.0)));
                  }),
                  low, "the model returned nan");
        }
    }
}

TEST_CASE("draws that no memory can hold are refused before the first") {
    for (const std::uint64_t draws : {1'000'000'000'000ULL, 1ULL << 52U}) {
        CHECK_THROWS_WITH(
            hw::simulate(just_decline, {.draws = draws}),
            ContainsSubstring("simulate: keeping " + std::to_string(draws) + " draws of 1 output takes ") &&
                ContainsSubstring(draws == 1'000'000'000'000ULL ? " 8 TB " : " 36 PB ") &&
                ContainsSubstring(".keep = false"));
    }
    CHECK_THROWS_AS(hw::simulate(just_decline, {.draws = 1'000'000'000'000ULL}), std::domain_error);
}

TEST_CASE("memory that draws would take is told in the unit that leaves less than a thousand") {
    const auto f = hw::forecast(hw::inputs(third), [](const auto& in) { return in[third] * 1.0; });
    CHECK_THROWS_WITH(hw::simulate(f, {.draws = 150'000'000'000'000}), ContainsSubstring(" 1.2 PB of memory"));
    CHECK_THROWS_WITH(hw::simulate(f, {.draws = 125'000'000'000'000}), ContainsSubstring(" 1 PB of memory"));
    CHECK_THROWS_WITH(hw::simulate(f, {.draws = 124'000'000'000'000}), ContainsSubstring(" 992 TB of memory"));
}

TEST_CASE("progress is told and can stop a run") {
    std::uint64_t last = 0;
    bool ordered = true;
    static_cast<void>(hw::simulate(affordable, {.draws = 10'000, .threads = 2}, [&](std::uint64_t done, std::uint64_t all) {
        ordered = ordered && done > last && all == 10'000;
        last = done;
    }));
    CHECK(ordered);
    CHECK(last == 10'000);
    CHECK_THROWS_AS(hw::simulate(affordable, {.draws = 100'000},
                                 [](std::uint64_t done, std::uint64_t) { return done < 5'000; }),
                    hw::simulation_cancelled);
}

TEST_CASE("progress of a shard is told of its own draws, kept or streaming") {
    // Of sixteen shards of a streaming run, several begin among the draws that are looked at before all others.
    for (const auto& [keep, shards] : {std::pair{true, 3U}, {false, 3U}, {false, 16U}}) {
        std::uint64_t sum = 0;
        for (unsigned index = 0; index < shards; ++index) {
            std::uint64_t last = 0;
            std::uint64_t all = 0;
            bool steady = true;
            const hw::simulation options{.draws = 80'000, .shard = {index, shards}, .keep = keep};
            static_cast<void>(hw::simulate(affordable, options, [&](std::uint64_t done, std::uint64_t of) {
                steady = steady && done > last && (all == 0 || of == all);
                last = done;
                all = of;
            }));
            CHECK(steady);
            CHECK(last == all);
            sum += all;
        }
        CHECK(sum == 80'000);
    }
}

TEST_CASE("options that cannot be are refused before any work") {
    CHECK_THROWS_WITH(hw::simulate(affordable, {.draws = 0}), ContainsSubstring("draws must be"));
    CHECK_THROWS_WITH(hw::simulate(affordable, {.draws = ~std::uint64_t{0}}), ContainsSubstring("draws must be"));
    CHECK_THROWS_WITH(hw::simulate(affordable, {.shard = {2, 2}}), ContainsSubstring("got index 2 of 2"));
    CHECK_THROWS_WITH(hw::simulate(affordable, {.shard = {0, 0}}), ContainsSubstring("shard index"));
    CHECK_THROWS_WITH(hw::simulate(affordable, {.method = hw::method::sobol, .replicates = 0}),
                      ContainsSubstring("replicates"));
}

TEST_CASE("the tails and the exact moments of wide beliefs") {
    const auto o = hw::simulate(hw::forecast(hw::inputs(wide), [](const auto& in) { return in[wide]; }),
                                {.draws = 1'000'000, .seed = 21});
    CHECK(hw::abs(o.quantile(0.999) - wide.belief().quantile(0.999)) < 4.0 * o.quantile_standard_error(0.999));
    const auto p = hw::simulate(hw::forecast(hw::inputs(wider), [](const auto& in) { return in[wider]; }),
                                {.draws = 1'000'000, .seed = 21});
    CHECK(hw::abs(p.mean() - wider.belief().mean()) < 4.0 * p.standard_error());
}
