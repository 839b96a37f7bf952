// SPDX-License-Identifier: BSL-1.0
// Outcomes of an edited model are told from those of the model before, wherever in its inputs' ranges the edit matters.
#include <headway/forecast/fingerprint_points.hpp>

#include <sstream>

#include "catch.hpp"

#include <headway/belief/discrete.hpp>
#include <headway/belief/empirical.hpp>
#include <headway/belief/from_quantiles.hpp>
#include <headway/belief/makers.hpp>
#include <headway/belief/mixture.hpp>
#include <headway/belief/truncated.hpp>
#include <headway/quantity/units.hpp>
#include <headway/scenario/compare.hpp>
#include <headway/sensitivity/spearman.hpp>
#include <headway/simulation/outcome_file.hpp>
#include <headway/simulation/shard_merge.hpp>
#include <headway/simulation/simulate.hpp>

namespace hw = headway;
using namespace headway::units;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;

namespace {

constexpr auto x = hw::assumption<"x">(hw::ci90(1.0, 4.0), "test");
constexpr auto y = hw::assumption<"y">(hw::normal(10.0, 3.0), "test");
constexpr auto z = hw::assumption<"z">(hw::uniform(0.0, 1.0), "test");
constexpr auto m = hw::assumption<"m">(
    hw::mixture({hw::normal(5.0, 1.0), 0.3}, {hw::ci90(100.0, 400.0), 0.4}, {hw::normal(-50.0, 2.0), 0.3}), "test");
constexpr hw::simulation first{.draws = 2'000, .shard = {0, 2}};
constexpr hw::simulation later{.draws = 2'000, .shard = {1, 2}};

template <class F>
std::uint64_t fingerprint(const F& f) {
    return hw::detail::model_evaluation(hw::detail::typed_model<F>::call(f), {}).fingerprint();
}

/// Shard 1 of the one and shard 2 of the other do not merge, and neither's file is taken for the other's.
template <class F, class G>
bool are_told_apart(const F& f, const G& g) {
    const auto one = hw::simulate(f, first);
    const auto other = hw::simulate(g, later);
    CHECK_NOTHROW(hw::merge(one, hw::simulate(f, later)));
    try {
        (void)hw::merge(one, other);
        return false;
    } catch (const std::domain_error& e) {
        CHECK_THAT(e.what(), ContainsSubstring("draws 0 to 1023") && ContainsSubstring("draws 1024 to 1999") &&
                                 ContainsSubstring("different forecasts") && ContainsSubstring("one program"));
    }
    std::stringstream file(hw::outcome_bytes(one));
    CHECK_NOTHROW(hw::load(f, file, "part1.hw"));
    std::stringstream again(hw::outcome_bytes(one));
    CHECK_THROWS_WITH(hw::load(g, again, "part1.hw"),
                      ContainsSubstring("part1.hw: is of another forecast") && ContainsSubstring("run its shard again"));
    return true;
}

}  // namespace

TEST_CASE("a model that was edited without moving its central result is another model") {
    const auto f = hw::forecast(hw::inputs(x), [](const auto& in) { return in[x] * 1.0; });
    const auto g = hw::forecast(hw::inputs(x), [](const auto& in) { return hw::max(in[x], 2.0) * 1.0; });
    CHECK(f.baseline() == g.baseline());
    CHECK(are_told_apart(f, g));
    CHECK_THROWS_WITH(hw::spearman(g, hw::simulate(f, {.draws = 100})), ContainsSubstring("another model"));

    hw::shard_merge<hw::outcome<double>> parts;
    parts.add(hw::simulate(f, first), "a.hw");
    CHECK_THROWS_WITH(parts.add(hw::simulate(g, later), "b.hw"),
                      ContainsSubstring("b.hw: is of another forecast than a.hw") && ContainsSubstring("another model") &&
                          ContainsSubstring("the program that made a.hw"));
}

TEST_CASE("an edit that matters only far out in one input is seen") {
    const auto f = hw::forecast(hw::inputs(x, y, z), [](const auto& in) { return in[x] + in[y] * in[z]; });
    for (const double tail : {0.3, 0.1, 0.01, 1e-3, 1e-4, 1e-5, 2e-6}) {
        const double low = x.belief().quantile(tail);
        const double high = y.belief().quantile_upper(tail);
        const auto floored = hw::forecast(
            hw::inputs(x, y, z), [low](const auto& in) { return hw::max(in[x], low) + in[y] * in[z]; });
        const auto capped = hw::forecast(
            hw::inputs(x, y, z), [high](const auto& in) { return in[x] + hw::min(in[y], high) * in[z]; });
        CHECK(are_told_apart(f, floored));
        CHECK(are_told_apart(f, capped));
    }
}

TEST_CASE("an edit that matters only in some sixteenth of an input's probability is seen") {
    const auto f = hw::forecast(hw::inputs(x, z), [](const auto& in) { return in[x] + in[z]; });
    for (int i = 0; i < 16; ++i) {
        const double from = i / 16.0;
        const auto g = hw::forecast(hw::inputs(x, z), [from](const auto& in) {
            return hw::select(in[z] > from && in[z] < from + 1.0 / 16.0, in[x] + in[z] + 0.001, in[x] + in[z]);
        });
        CHECK(fingerprint(f) != fingerprint(g));
    }
}

TEST_CASE("an edit that matters only in a corner of two inputs is seen") {
    const auto f = hw::forecast(hw::inputs(x, y, z), [](const auto& in) { return in[x] + in[y] + in[z]; });
    for (const double tail : {0.2, 0.01, 1e-4}) {
        for (int corner = 0; corner < 4; ++corner) {
            const double at_y = (corner & 1) != 0 ? y.belief().quantile_upper(tail) : y.belief().quantile(tail);
            const double at_z = (corner & 2) != 0 ? z.belief().quantile_upper(tail) : z.belief().quantile(tail);
            const auto g = hw::forecast(hw::inputs(x, y, z), [=](const auto& in) {
                const double up_y = (corner & 1) != 0 ? 1.0 : -1.0;
                const double up_z = (corner & 2) != 0 ? 1.0 : -1.0;
                const auto sum = in[x] + in[y] + in[z];
                return hw::select(up_y * in[y] > up_y * at_y && up_z * in[z] > up_z * at_z, sum * 2.0, sum);
            });
            CHECK(are_told_apart(f, g));
        }
    }
}

TEST_CASE("the corners hold every pattern of two inputs, and of three of the first fifteen") {
    using hw::detail::corner_word;
    constexpr std::uint32_t even = 0x55555555U;
    for (std::size_t i = 0; i < 400; ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            const std::uint32_t a = corner_word(i);
            const std::uint32_t b = corner_word(j);
            REQUIRE(((a & b) != 0 && (a & ~b) != 0 && (~a & b) != 0 && (~a & ~b) != 0));
            if (i >= 15) continue;
            for (const std::uint32_t depth : {even, ~even}) {
                REQUIRE(((a & b & depth) != 0 && (a & ~b & depth) != 0 && (~a & b & depth) != 0 && (~a & ~b & depth) != 0));
            }
            for (std::size_t k = 0; k < j; ++k) {
                const std::uint32_t c = corner_word(k);
                for (unsigned pattern = 0; pattern < 8; ++pattern) {
                    REQUIRE((((pattern & 1) != 0 ? a : ~a) & ((pattern & 2) != 0 ? b : ~b) &
                             ((pattern & 4) != 0 ? c : ~c)) != 0);
                }
            }
        }
    }
}

TEST_CASE("every input has each stratum once, but for the rows in which it is alone in a tail") {
    const hw::belief_sampler uniform(hw::uniform(0.0, 1.0));
    const auto parts = hw::uniform(0.0, 1.0).parts();
    for (const std::size_t place : {0U, 3U, 15U, 16U, 31U, 32U, 77U, 199U}) {
        double u[64];
        hw::detail::fingerprint_points(place, parts, uniform, u);
        int seen[32] = {};
        int lone = 0;
        for (int r = 0; r < 32; ++r) {
            if (u[r] < 0.001 || u[r] > 0.999) {
                ++lone;
            } else {
                ++seen[static_cast<int>(u[r] * 32.0)];
            }
        }
        CHECK(lone == (place < 16 ? 2 : 0));
        for (const int n : seen) CHECK(n <= 1);
    }
}

TEST_CASE("the tails of a mixture are those of the component that goes furthest") {
    const auto f = hw::forecast(hw::inputs(m), [](const auto& in) { return in[m] + 0.0; });
    for (const double tail : {1e-2, 1e-4, 1e-6}) {
        // Of components that hold 0.4 and 0.3.
        const double high = hw::ci90(100.0, 400.0).quantile_upper(tail / 0.4);
        const double low = hw::normal(-50.0, 2.0).quantile(tail / 0.3);
        CHECK(are_told_apart(f, hw::forecast(hw::inputs(m), [high](const auto& in) { return hw::min(in[m], high); })));
        CHECK(are_told_apart(f, hw::forecast(hw::inputs(m), [low](const auto& in) { return hw::max(in[m], low); })));
    }
}

TEST_CASE("an edit of one of several outputs, on one of several dates, or under one scenario is seen") {
    const auto outputs = [](double cap) {
        return hw::forecast(hw::inputs(x, z), [cap](const auto& in) {
            return hw::outputs(hw::output<"sum">(in[x] + in[z]), hw::output<"capped">(hw::min(in[x], cap)));
        });
    };
    CHECK_THROWS_WITH(hw::merge(hw::simulate(outputs(1e6), first), hw::simulate(outputs(9.0), later)),
                      ContainsSubstring("different forecasts"));

    const hw::date last = 2030y / 1 / 1;
    const std::vector<hw::date> dates{hw::date(2026y / 1 / 1), hw::date(2028y / 1 / 1), last};
    const auto over_time = [last](double cap) {
        return hw::forecast(hw::inputs(x), [=](const auto& in, const hw::date& on) {
            return on == last ? hw::min(in[x], cap) : hw::min(in[x], 1e6);
        });
    };
    const auto plain = hw::simulate(over_time(1e6), dates, first);
    CHECK_THROWS_WITH(hw::merge(plain, hw::simulate(over_time(9.0), dates, later)),
                      ContainsSubstring("different forecasts"));
    std::stringstream file(hw::outcome_bytes(plain));
    CHECK_THROWS_WITH(hw::load(over_time(9.0), file, "fan.hw"), ContainsSubstring("fan.hw: is of another forecast"));
    CHECK_THROWS_WITH(hw::merge(plain, hw::simulate(over_time(1e6), {dates[0], last}, later)),
                      ContainsSubstring("different dates; run every shard over the same dates"));

    // The edit matters above 1000 only, where nothing lies but what this scenario believes.
    constexpr auto base = hw::scenario<"base">();
    constexpr auto huge = hw::scenario<"huge">(hw::override(x, hw::ci90(500.0, 3000.0)));
    const auto capped = [](double cap) {
        return hw::forecast(hw::inputs(x), [cap](const auto& in) { return hw::min(in[x], cap); });
    };
    const auto before = hw::compare(capped(1e9), {base, huge}, first);
    const auto after = hw::compare(capped(1000.0), {base, huge}, later);
    CHECK_NOTHROW(hw::merge(before[base], after[base]));
    CHECK_THROWS_WITH(hw::merge(before[huge], after[huge]), ContainsSubstring("different forecasts"));
    CHECK_NOTHROW(hw::merge(before[huge], hw::simulate(capped(1e9).with(hw::override(x, hw::ci90(500.0, 3000.0))), later)));
}

TEST_CASE("a belief that differs in one observation or one weight makes another forecast") {
    std::vector<double> data(1000);
    for (std::size_t i = 0; i < data.size(); ++i) data[i] = static_cast<double>(i);
    const auto with = [](const hw::belief<double>& b) {
        return hw::forecast(hw::inputs(hw::assumption<"b">(b, "test")), [](const auto&) { return 1.0; });
    };
    const auto before = fingerprint(with(hw::empirical(data)));
    CHECK(fingerprint(with(hw::empirical(data))) == before);
    for (const std::size_t i : {0U, 63U, 64U, 500U, 998U, 999U}) {
        auto changed = data;
        changed[i] += 0.25;
        CHECK(fingerprint(with(hw::empirical(changed))) != before);
    }
    // Few observations stand in the belief itself.
    CHECK(fingerprint(with(hw::empirical({1.0, 2.0, 4.0}))) == fingerprint(with(hw::empirical({4.0, 2.0, 1.0}))));
    CHECK(fingerprint(with(hw::empirical({1.0, 2.0, 4.0}))) != fingerprint(with(hw::empirical({1.0, 2.5, 4.0}))));
    const auto quantiles = hw::from_quantiles({{0.1, 1.0}, {0.5, 2.0}, {0.9, 4.0}});
    CHECK(fingerprint(with(quantiles.above(0))) != fingerprint(with(quantiles)));
    CHECK(fingerprint(with(quantiles.terms(2))) != fingerprint(with(quantiles)));
    CHECK(fingerprint(with(hw::from_quantiles({{0.1, 1.0}, {0.5, 2.0}, {0.9, 4.25}}))) != fingerprint(with(quantiles)));
    const auto discrete = fingerprint(with(hw::discrete({1.0, 0.2}, {2.0, 0.6}, {3.0, 0.2})));
    CHECK(fingerprint(with(hw::discrete({1.0, 0.2}, {2.0, 0.6}, {3.0, 0.19}))) != discrete);
    CHECK(fingerprint(with(hw::normal(0.0, 1.0))) != fingerprint(with(hw::truncated(hw::normal(0.0, 1.0), -9.0, 9.0))));
    CHECK(fingerprint(with(hw::truncated(hw::normal(0.0, 1.0), -9.0, 8.0))) !=
          fingerprint(with(hw::truncated(hw::normal(0.0, 1.0), -9.0, 9.0))));
}

TEST_CASE("a model that refuses a corner that no draw reaches runs, and is known by that") {
    const auto strict = [](double most) {
        return hw::forecast(hw::inputs(x, z), [most](const auto& in) {
            hw::detail::require_not_negative("test", "what is left", most - in[x]);
            return in[x] * in[z];
        });
    };
    const double beyond = x.belief().quantile_upper(1e-5);
    const auto f = strict(beyond);
    CHECK(hw::simulate(f, {.draws = 2'000}).median() > 0.0);
    CHECK(are_told_apart(f, strict(1e9)));
    CHECK(are_told_apart(f, strict(x.belief().quantile_upper(1e-4))));
    // At the medians too: where no draw throws, the run is done.
    const auto gap = hw::forecast(hw::inputs(z), [](const auto& in) {
        if (hw::any_of(in[z] == 0.5)) throw std::domain_error("not there");
        return in[z] + 0.0;
    });
    CHECK(hw::simulate(gap, {.draws = 100}).mean() > 0.0);
    CHECK(hw::simulate(gap, {.draws = 100, .keep = false}).mean() > 0.0);
    CHECK_THROWS_AS(gap.baseline(), std::domain_error);
}

TEST_CASE("what a model leaves undefined at a point counts, whatever the bits of it") {
    const auto f = hw::forecast(hw::inputs(z), [](const auto& in) { return hw::select(in[z] > 1e-5, in[z] * 1.0, hw::log(in[z] * -1.0)); });
    const auto g = hw::forecast(hw::inputs(z), [](const auto& in) { return hw::select(in[z] > 1e-5, in[z] * 1.0, -hw::log(in[z] * -1.0)); });
    CHECK(fingerprint(f) == fingerprint(g));
}

TEST_CASE("a model that branches on draws is known by the results of the one that selects") {
    const auto f = hw::forecast(hw::inputs(x), [](const auto& in) { return hw::select(in[x] > 2.0, in[x] * 3.0, in[x] * 1.0); });
    const auto g = hw::forecast(hw::inputs(x), [](const auto& in) {
        if (in[x] > 2.0) return in[x] * 3.0;
        return in[x] * 1.0;
    });
    const auto h = hw::forecast(hw::inputs(x), hw::draw_by_draw([](const auto& in) { return in[x] > 2.0 ? in[x] * 3.0 : in[x]; }));
    static_assert(hw::branches_on_draws<decltype(g)> && hw::branches_on_draws<decltype(h)>);
    CHECK(fingerprint(f) == fingerprint(g));
    CHECK(fingerprint(f) == fingerprint(h));
    CHECK_NOTHROW(hw::merge(hw::simulate(f, first), hw::simulate(g, later)));
}

TEST_CASE("a model is evaluated once more, on one block, than its draws ask for") {
    int blocks = 0;
    const auto f = hw::forecast(hw::inputs(x), [&blocks](const auto& in) {
        ++blocks;
        return in[x] + 0.0;
    });
    (void)hw::simulate(f, {.draws = 6'400});
    CHECK(blocks == 100 + 2);  // and at the medians
}

TEST_CASE("a version that the caller gives tells forecasts apart") {
    constexpr auto f = hw::forecast(hw::inputs(x), [](const auto& in) { return in[x] * 1.0; });
    constexpr auto march = f.version("data of March");
    static_assert(march.version() == "data of March" && f.version().empty());
    CHECK(are_told_apart(f, march));
    CHECK(are_told_apart(march, f.version("data of April")));
    CHECK_FALSE(are_told_apart(march, f.version("data of March")));
    CHECK(march.with(hw::override(x, 3.0)).version() == "data of March");
    CHECK(march.baseline() == f.baseline());
}

TEST_CASE("the fingerprint has the same bits everywhere") {
    const auto f = hw::forecast(
        hw::inputs(x, y, m), [](const auto& in) { return hw::exp(hw::log(in[x]) * 1.5) / in[y] + hw::sqrt(hw::abs(in[m])); },
        hw::correlate(x, y, 0.5));
    CHECK(fingerprint(f) == 0x1e267ca96af6e15aULL);
}
