// SPDX-License-Identifier: BSL-1.0
#include <headway/outcome/merge.hpp>

#include "catch.hpp"

#include <headway/belief/makers.hpp>
#include <headway/simulation/simulate.hpp>

namespace hw = headway;
using Catch::Matchers::ContainsSubstring;

namespace {

constexpr auto x = hw::assumption<"x">(hw::uniform(0.0, 1.0), "test");
constexpr auto y = hw::assumption<"x">(hw::uniform(0.0, 2.0), "test");
constexpr auto f = hw::forecast(hw::inputs(x), [](const auto& in) { return in[x]; });
constexpr auto g = hw::forecast(hw::inputs(y), [](const auto& in) { return in[y]; });
constexpr auto z = hw::assumption<"z">(hw::uniform(0.0, 1.0), "test");
constexpr auto sum = hw::forecast(hw::inputs(x, z), [](const auto& in) { return in[x] + in[z]; });
constexpr auto squared = hw::forecast(hw::inputs(x), [](const auto& in) { return in[x] * in[x]; });

auto shard(const auto& forecast, std::uint64_t index, std::uint64_t count, hw::simulation options = {.draws = 20'000}) {
    options.shard = {index, count};
    return hw::simulate(forecast, options);
}

}  // namespace

TEST_CASE("merging is associative and in any order") {
    const auto a = shard(f, 0, 4);
    const auto b = shard(f, 1, 4);
    const auto c = shard(f, 2, 4);
    const auto d = shard(f, 3, 4);
    const auto whole = hw::simulate(f, {.draws = 20'000});
    for (const auto& all : {hw::merge(hw::merge(a, b), hw::merge(c, d)), hw::merge(d, b, a, c),
                            hw::merge(hw::merge(d, hw::merge(c, a)), b)}) {
        CHECK(all.identity() == whole.identity());
        CHECK(all.mean() == whole.mean());
        CHECK(all.stddev() == whole.stddev());
        CHECK(all.quantile(0.3) == whole.quantile(0.3));
    }
    CHECK(hw::merge(a, c).draws() == a.draws() + c.draws());
}

TEST_CASE("a replicate with a gap in it counts with all its draws") {
    // Four scramblings of 16 384 draws in 16 shards of 4096; without shard 5 the second has two parts.
    const hw::simulation options{.draws = 65'536, .seed = 3, .method = hw::method::sobol, .replicates = 4};
    std::vector<hw::outcome<double>> parts;
    std::vector<std::uint64_t> replicate_of_draw;
    for (std::uint64_t i = 0; i < 16; ++i) {
        if (i == 5) continue;
        parts.push_back(shard(sum, i, 16, options));
        for (std::uint64_t k = 0; k < parts.back().draws(); ++k) replicate_of_draw.push_back(i / 4);
    }
    const auto most = hw::merge(parts);
    REQUIRE(replicate_of_draw.size() == most.draws());

    double below[4] = {};
    double all[4] = {};
    std::size_t draw = 0;
    most.for_each_draw([&](double value) {
        below[replicate_of_draw[draw]] += value < 0.7 ? 1.0 : 0.0;
        all[replicate_of_draw[draw]] += 1.0;
        ++draw;
    });
    // Each by its weight.
    const double n = static_cast<double>(most.draws());
    const double mean = (below[0] + below[1] + below[2] + below[3]) / n;
    double squares = 0.0;
    for (int r = 0; r < 4; ++r) {
        const double off = all[r] / n * (below[r] / all[r] - mean);
        squares += off * off;
    }
    REQUIRE(hw::sqrt(squares * 4.0 / 3.0) > 1.0 / n);
    CHECK_THAT(most.probability_below_standard_error(0.7),
               Catch::Matchers::WithinRel(hw::sqrt(squares * 4.0 / 3.0), 1e-10));
}

TEST_CASE("a shard without draws is like none") {
    const auto whole = shard(f, 0, 1, {.draws = 100});
    const auto none = shard(f, 0, 9, {.draws = 100});
    REQUIRE(none.draws() == 0);
    const auto merged = hw::merge(none, shard(f, 8, 9, {.draws = 100}));
    CHECK(merged.identity() == whole.identity());
    CHECK(merged.given(whole, [](double v) { return v > 0.5; }).draws() ==
          whole.given([](double v) { return v > 0.5; }).draws());
}

TEST_CASE("what does not belong together is refused by name") {
    const auto a = shard(f, 0, 2);
    CHECK_THROWS_WITH(hw::merge(a, a), ContainsSubstring("overlapping shards"));
    CHECK_THROWS_WITH(hw::merge(a, shard(f, 0, 3)), ContainsSubstring("overlapping shards"));
    CHECK_THROWS_WITH(hw::merge(a, shard(f, 1, 2, {.draws = 20'000, .seed = 2})), ContainsSubstring("different seeds"));
    CHECK_THROWS_WITH(hw::merge(a, shard(g, 1, 2)), ContainsSubstring("different forecasts"));
    CHECK_THROWS_WITH(hw::merge(a, shard(squared, 1, 2)), ContainsSubstring("different forecasts"));
    CHECK_THROWS_WITH(hw::merge(a, shard(f, 1, 2, {.draws = 20'001})), ContainsSubstring("different options"));
    CHECK_THROWS_WITH(hw::merge(a, shard(f, 1, 2, {.draws = 20'000, .keep = false})),
                      ContainsSubstring("different options"));
    CHECK_THROWS_WITH(hw::merge(a, a.given([](double v) { return v > 0.5; })), ContainsSubstring("different conditions"));
    CHECK_THROWS_WITH(hw::merge(std::vector<hw::outcome<double>>{}), ContainsSubstring("at least one"));
}
