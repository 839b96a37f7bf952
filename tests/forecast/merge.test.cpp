// SPDX-License-Identifier: BSL-1.0
#include <headway/forecast/merge.hpp>

#include "catch.hpp"

#include <headway/belief/makers.hpp>
#include <headway/forecast/simulate.hpp>

namespace hw = headway;
using Catch::Matchers::ContainsSubstring;

namespace {

constexpr auto x = hw::assumption<"x">(hw::uniform(0.0, 1.0), "test");
constexpr auto y = hw::assumption<"x">(hw::uniform(0.0, 2.0), "test");
constexpr auto f = hw::forecast(hw::inputs(x), [](const auto& in) { return in[x]; });
constexpr auto g = hw::forecast(hw::inputs(y), [](const auto& in) { return in[y]; });
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
