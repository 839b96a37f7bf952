// SPDX-License-Identifier: BSL-1.0
#include <headway/simulation/detail/run_until.hpp>

#include "catch.hpp"

#include <headway/belief/makers.hpp>
#include <headway/belief/mixture.hpp>
#include <headway/quantity/units.hpp>
#include <headway/scenario/compare.hpp>
#include <headway/simulation/outcome_file.hpp>
#include <headway/simulation/precision.hpp>
#include <headway/simulation/simulate.hpp>
#include <headway/testing/holds.hpp>
#include <headway/trend/exponential.hpp>

#include <atomic>
#include <set>

namespace hw = headway;
using namespace headway::units;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;
using hw::detail::until_steps;

namespace {

constexpr auto decline = hw::assumption<"decline">(hw::ci90(3.0, 5.5), "test");
constexpr auto cost = hw::assumption<"cost">(hw::ci90(80.0 * million_usd, 200.0 * million_usd), "test");

constexpr auto affordable = hw::forecast(hw::inputs(decline, cost), [](const auto& in) {
    return hw::exponential(hw::date(2024y / 3 / 1), in[cost], hw::falls_by_factor(in[decline], year))
        .reaches(5.0 * million_usd);
});
constexpr auto two_outputs = hw::forecast(hw::inputs(decline, cost), [](const auto& in) {
    const auto curve = hw::exponential(hw::date(2024y / 3 / 1), in[cost], hw::falls_by_factor(in[decline], year));
    return hw::outputs(hw::output<"when">(curve.reaches(5.0 * million_usd)),
                       hw::output<"cost in 2026">(curve(hw::date(2026y / 1 / 1))));
});
constexpr auto spending = hw::forecast(hw::inputs(decline, cost), [](const auto& in, const hw::date& when) {
    return hw::exponential(hw::date(2024y / 3 / 1), in[cost], hw::falls_by_factor(in[decline], year))(when);
});
const std::vector<hw::date> dates{2024y / 3 / 1, 2025y / 3 / 1, 2026y / 3 / 1};

constexpr auto x = hw::assumption<"x">(hw::normal(0.0, 1.0), "test");
constexpr auto just_x = hw::forecast(hw::inputs(x), [](const auto& in) { return in[x]; });

constexpr auto a = hw::assumption<"a">(hw::lognormal_ci(0.9, 0.5, 2.0), "test");
constexpr auto b = hw::assumption<"b">(hw::lognormal_ci(0.9, 0.4, 2.5), "test");
constexpr auto c = hw::assumption<"c">(hw::lognormal_ci(0.9, 0.25, 4.0), "test");
constexpr auto product = hw::forecast(hw::inputs(a, b, c), [](const auto& in) { return in[a] * in[b] * in[c]; });

std::vector<std::uint64_t> all_steps(const hw::simulation& options) {
    until_steps steps(options);
    std::vector<std::uint64_t> all{steps.draws()};
    while (steps.advance()) all.push_back(steps.draws());
    return all;
}

}  // namespace

TEST_CASE("the steps follow from the options alone") {
    using list = std::vector<std::uint64_t>;
    CHECK(all_steps({.draws = 40'000}) == list{4096, 8192, 16'384, 32'768, 40'000});
    CHECK(all_steps({.draws = 32'768}) == list{4096, 8192, 16'384, 32'768});
    CHECK(all_steps({.draws = 1000}) == list{1000});
    CHECK(all_steps({.draws = 40'000, .method = hw::method::latin_hypercube}) == list{4096, 8192, 16'384, 32'768, 40'000});
    // Powers of two in each scrambling, at least 64.
    CHECK(all_steps({.draws = 40'000, .method = hw::method::sobol}) == list{4096, 8192, 16'384, 32'768});
    CHECK(all_steps({.draws = 40'000, .method = hw::method::sobol, .replicates = 5}) == list{5120, 10'240, 20'480});
    CHECK(all_steps({.draws = 40'000, .method = hw::method::sobol, .replicates = 100}) == list{6400, 12'800, 25'600});
    CHECK(all_steps({.draws = 1000, .method = hw::method::sobol}) == list{1000});
    CHECK(all_steps({}).back() == hw::draw_count::most_by_default);
    CHECK(all_steps({.draws = hw::sampling_plan::max_draws}).back() == hw::sampling_plan::max_draws);
}

TEST_CASE("a run that waits for its errors has the bits of a plain run of so many draws") {
    std::set<std::uint64_t> draws;
    for (const auto method : {hw::method::independent, hw::method::latin_hypercube, hw::method::sobol}) {
        for (const bool keep : {true, false}) {
            for (const unsigned replicates : {8U, 5U}) {
                if (replicates != 8 && method != hw::method::sobol) continue;
                // Past 65 536 draws a streaming run counts in another way; 300 000 is not a power of two.
                for (const std::uint64_t most : {3000U, 20'000U, 300'000U}) {
                    hw::simulation options{.draws = most, .seed = 11, .method = method, .threads = 3, .keep = keep,
                                           .replicates = replicates, .until = hw::known_to{.mean = 1.0 * second}};
                    INFO("method " << static_cast<int>(method) << ", keep " << keep << ", most " << most);
                    const auto found = hw::simulate(affordable, options);
                    CHECK(found.draws() == all_steps(options).back());
                    CHECK_FALSE(hw::precision_of(found, options.until).reached());
                    draws.insert(found.draws());
                    options = {.draws = found.draws(), .seed = 11, .method = method, .keep = keep, .replicates = replicates};
                    CHECK(hw::outcome_bytes(found) == hw::outcome_bytes(hw::simulate(affordable, options)));
                }
            }
        }
    }
    CHECK(draws.contains(300'000));
}

TEST_CASE("it ends with the first step that knows enough, on any number of threads") {
    // A normal of standard deviation 1: the error of the mean is 1/sqrt(n), known to 1 %.
    hw::simulation options{.seed = 5, .until = hw::known_to{.mean = 0.007}};
    const auto o = hw::simulate(just_x, options);
    CHECK(o.draws() == 32'768);  // 1/sqrt(16 384) = 0.0078, 1/sqrt(32 768) = 0.0055
    CHECK(hw::precision_of(o, options.until).reached());
    options.threads = 7;
    CHECK(hw::outcome_bytes(hw::simulate(just_x, options)) == hw::outcome_bytes(o));
    // sqrt(p (1 - p) / n) of a probability, with the density sqrt(2 pi) times that of the median.
    CHECK(hw::simulate(just_x, {.until = hw::known_to{.probability_below = {{0.0, 0.003}}}}).draws() == 32'768);
    CHECK(hw::simulate(just_x, {.until = hw::known_to{.probability_above = {{0.0, 0.003}}}}).draws() == 32'768);
    CHECK(hw::simulate(just_x, {.until = hw::known_to{.median = 0.008}}).draws() == 32'768);
    // No draw of n is never, which leaves 1/n.
    CHECK(hw::simulate(just_x, {.until = hw::known_to{.probability_never = 0.0001}}).draws() == 16'384);
    // 0.003 of the range, which is 3.29 standard deviations.
    CHECK(hw::simulate(just_x, {.until = hw::known_to{.mean = hw::share_of_range(0.003)}}).draws() == 16'384);
    // All that is asked, not the first of it.
    CHECK(hw::simulate(just_x, {.until = hw::known_to{.mean = 0.1, .quantiles = {{0.05, 1.0}, {0.5, 0.008}}}}).draws() == 32'768);
    // What every draw agrees on is known at once: two looks for Sobol' points, one for others.
    const auto same = hw::forecast(hw::inputs(x), [](const auto& in) { return 0.0 * in[x] + 3.0; });
    CHECK(hw::simulate(same, {.until = hw::known_to{.mean = 1e-9, .median = hw::share_of_range(1e-9)}}).draws() == 4096);
    CHECK(hw::simulate(same, {.method = hw::method::sobol, .until = hw::known_to{.mean = 1e-9}}).draws() == 8192);
}

TEST_CASE("one output or all, over time every date") {
    const auto both = hw::simulate(two_outputs, {.draws = 1'000'000, .until = {{.of = "when", .mean = 1.5 * day},
                                                                              {.of = "cost in 2026", .mean = 1.0 * billion_usd}}});
    CHECK(hw::get<"when">(both).draws() > 4096);
    CHECK(hw::get<"when">(both).draws() == hw::get<"cost in 2026">(both).draws());
    CHECK(hw::get<"when">(both).standard_error() <= 1.5 * day);
    const auto cheap = hw::simulate(two_outputs, {.until = {{.of = "cost in 2026", .mean = 1.0 * billion_usd}}});
    CHECK(hw::get<"when">(cheap).draws() == 4096);
    const auto each = hw::simulate(two_outputs, {.until = hw::known_to{.median = hw::share_of_range(0.002)}});
    CHECK(hw::precision_of(each, hw::known_to{.median = hw::share_of_range(0.002)}).reached());

    // The first date has the greatest cost, and its error is the last to be small enough.
    const hw::known_to asked{.mean = 0.2 * million_usd};
    const auto fan = hw::simulate(spending, dates, {.until = asked});
    CHECK(fan[0].standard_error() <= 0.2 * million_usd);
    CHECK(fan[0].draws() == 65'536);
    CHECK(hw::outcome_bytes(fan) == hw::outcome_bytes(hw::simulate(spending, dates, {.draws = 65'536})));
}

TEST_CASE("draws that are there are not drawn again") {
    static std::atomic<std::uint64_t> blocks;
    const auto counted = hw::forecast(hw::inputs(x), [](const auto& in) {
        ++blocks;
        return in[x];
    });
    const auto calls = [&](const hw::simulation& options) {
        blocks = 0;
        (void)hw::simulate(counted, options);
        return blocks.load();
    };
    for (const auto method : {hw::method::independent, hw::method::sobol, hw::method::latin_hypercube}) {
        for (const bool keep : {true, false}) {
            const std::uint64_t plain = calls({.draws = 262'144, .method = method, .keep = keep});
            const std::uint64_t until =
                calls({.draws = 262'144, .method = method, .keep = keep, .until = hw::known_to{.mean = 1e-9}});
            INFO("method " << static_cast<int>(method) << ", keep " << keep << ": " << until << " against " << plain);
            CHECK(plain >= 4096);
            if (method == hw::method::latin_hypercube) {
                CHECK(until > plain);
                CHECK(until < 2 * plain);
            } else if (keep) {
                CHECK(until == plain);
            } else {
                CHECK(until == plain + 65'536 / 64);
            }
        }
    }
}

TEST_CASE("progress is told up to the next look, and stops the run") {
    std::vector<std::uint64_t> totals;
    std::uint64_t before = 0;
    bool in_order = true;
    (void)hw::simulate(just_x, {.draws = 40'000, .until = hw::known_to{.mean = 1e-9}}, [&](std::uint64_t done, std::uint64_t all) {
        in_order = in_order && before < done && done <= all;
        before = done;
        if (totals.empty() || totals.back() != all) totals.push_back(all);
    });
    CHECK(in_order);
    CHECK(before == 40'000);
    CHECK(totals == std::vector<std::uint64_t>{4096, 8192, 16'384, 32'768, 40'000});
    CHECK_THROWS_AS((void)hw::simulate(just_x, {.until = hw::known_to{.mean = 1e-9}},
                                       [](std::uint64_t done, std::uint64_t) { return done < 100'000; }),
                    hw::simulation_cancelled);
}

TEST_CASE("the error at the stop is what was asked, and intervals cover") {
    // Of lognormals of medians 1 the product has median 1. Of 320 seeds a coverage of 0.95 gives 0.92 to 0.98 but once in
    // 70 times, and the root of the mean square error is known to 4 %.
    // exp((ln(2)^2 + ln(2.5)^2 + ln(4)^2) / z^2 / 2), z the 95 % quantile of the normal distribution
    const double mean = 1.8205037229;
    const int seeds = 320;
    struct asked {
        hw::method method;
        double error;
        bool median;
    };
    for (const asked& t : {asked{hw::method::independent, 0.0433, false}, asked{hw::method::independent, 0.0214, true},
                           asked{hw::method::sobol, 0.004, true}}) {
        double squares = 0.0;
        int covered = 0;
        std::set<std::uint64_t> draws;
        for (int seed = 1; seed <= seeds; ++seed) {
            hw::known_to until;
            (t.median ? until.median : until.mean) = t.error;
            const auto o = hw::simulate(product, {.draws = 1U << 17U,
                                                  .seed = static_cast<std::uint64_t>(seed),
                                                  .method = t.method,
                                                  .until = until});
            const double truth = t.median ? 1.0 : mean;
            const double off = (t.median ? o.median() : o.mean()) - truth;
            squares += off * off;
            const auto interval = t.median ? o.interval(hw::statistic::median, 0.95) : o.interval(hw::statistic::mean, 0.95);
            covered += interval.low <= truth && truth <= interval.high ? 1 : 0;
            draws.insert(o.draws());
        }
        const double error = hw::sqrt(squares / seeds) / t.error;
        const double coverage = static_cast<double>(covered) / seeds;
        INFO((t.median ? "median" : "mean") << " to " << t.error << ": error " << error << " of that asked, coverage " << coverage
                                            << ", " << draws.size() << " numbers of draws up to " << *draws.rbegin());
        CHECK(draws.size() > 1);  // the stop is chance
        CHECK(error < 1.15);
        CHECK(error > 0.3);  // nor is much more drawn than is needed
        CHECK(coverage >= 0.92);
        CHECK(coverage <= 0.98);
    }
}

TEST_CASE("what cannot be asked is refused in words, before any work") {
    static std::atomic<std::uint64_t> calls;
    const auto counted = hw::forecast(hw::inputs(x), [](const auto& in) {
        ++calls;
        return in[x];
    });
    calls = 0;
    const auto refuses = [&](const hw::known_to& until, const std::string& words, std::uint64_t most = 1'000'000) {
        CHECK_THROWS_WITH((void)hw::simulate(counted, {.draws = most, .until = until}), ContainsSubstring(words));
    };
    const double nan = std::numeric_limits<double>::quiet_NaN();
    refuses({}, "simulate: until asks for no error; name a statistic");
    refuses({.mean = 0.0}, "the mean to a standard error that must be > 0 and finite, got 0");
    refuses({.median = -1.0}, "the median to a standard error that must be > 0 and finite, got -1");
    refuses({.median = nan}, "got nan");
    refuses({.mean = std::numeric_limits<double>::infinity()}, "must be > 0 and finite, got inf");
    refuses({.mean = hw::share_of_range(1.0)}, "a share of the range that must be below 1, got 1");
    refuses({.quantiles = {{0.0, 1.0}}}, "a quantile whose probability must lie between 0 and 1, got 0");
    refuses({.quantiles = {{1.0, 1.0}}}, "got 1");
    refuses({.quantiles = {{nan, 1.0}}}, "got nan");
    refuses({.quantiles = {{0.1, {}}}}, "the 0.1 quantile without an error");
    refuses({.quantiles = {{1e-7, 1.0}}}, "the 1e-07 quantile, of which 1000000 draws cannot tell an error; allow more .draws");
    refuses({.probability_below = {{nan, 0.01}}}, "the probability below the limit, which must be a number");
    refuses({.probability_above = {{0.0, 1.5}}}, "a plain number below 1, such as 0.005");
    refuses({.probability_above = {{0.0, hw::share_of_range(0.1)}}}, "a plain number below 1");
    refuses({.probability_never = 1e-7}, "but 1000000 draws know none better than to one of them; allow more .draws");
    refuses({.mean = 1.0 * day}, "the mean with an error that is time, where a number is needed");
    refuses({.probability_below = {{1.0 * day, 0.1}}}, "a limit that is time, where a number is needed");
    refuses({.of = "x", .mean = 1.0}, "the model returns one value, which has no name; leave out .of");
    CHECK_THROWS_WITH((void)hw::simulate(counted, {.shard = {0, 2}, .until = hw::known_to{.mean = 1.0}}),
                      ContainsSubstring("until is for whole runs") && ContainsSubstring("then give it to each shard as .draws"));
    CHECK(calls == 0);
    refuses({.mean = 1.0}, "draws must be between 1 and 2^52, got 0", 0);

    CHECK_THROWS_WITH((void)hw::simulate(affordable, {.until = hw::known_to{.median = 1.0}}),
                      ContainsSubstring("an error that is a number, where time is needed"));
    CHECK_THROWS_WITH((void)hw::simulate(affordable, {.until = hw::known_to{.probability_below = {{1.0 * day, 0.1}}}}),
                      ContainsSubstring("a limit that is time, where a date is needed"));
    CHECK_THROWS_WITH((void)hw::simulate(two_outputs, {.until = {{.of = "costs", .mean = 1.0}}}),
                      ContainsSubstring("asks for an output \"costs\" that the model does not have; it has \"when\", \"cost in 2026\""));
    CHECK_THROWS_WITH((void)hw::simulate(two_outputs, {.until = hw::known_to{.mean = 1.0 * day}}),
                      ContainsSubstring("the mean of \"cost in 2026\" with an error that is time, where money is needed; say which "
                                        "output is meant with .of"));
    // What would not stop.
    const hw::simulation until{.until = hw::known_to{.mean = 1.0 * day}};
    constexpr auto slower = hw::scenario<"slower">(hw::override(decline, 2.0));
    CHECK_THROWS_WITH((void)hw::compare(affordable, {slower}, until), ContainsSubstring("until is for simulate(...) alone"));
    CHECK_THROWS_WITH((void)hw::holds(affordable, [](const hw::date& d) { return d > hw::date(2024y / 1 / 1); }, until),
                      ContainsSubstring("until is for simulate(...) alone"));
}
