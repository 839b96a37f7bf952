// SPDX-License-Identifier: BSL-1.0
#include <headway/simulation/shard_merge.hpp>

#include "catch.hpp"

#include <headway/belief/makers.hpp>
#include <headway/simulation/simulate.hpp>

namespace hw = headway;

namespace {

constexpr auto x = hw::assumption<"x">(hw::uniform(0.0, 1.0), "test");
constexpr auto f = hw::forecast(hw::inputs(x), [](const auto& in) { return in[x]; });
constexpr auto g = hw::forecast(hw::inputs(x), [](const auto& in) { return 2.0 * in[x]; });

const hw::simulation streaming{.draws = 20'000, .keep = false};

auto shard(const auto& forecast, std::uint64_t index, std::uint64_t count, hw::simulation options = streaming) {
    options.shard = {index, count};
    return hw::simulate(forecast, options);
}
using parts_type = hw::shard_merge<hw::outcome<double>>;

}  // namespace

TEST_CASE("parts in any order have the bytes of the whole run, and tell what is missing") {
    for (const bool keep : {true, false}) {
        hw::simulation options = streaming;
        options.keep = keep;
        parts_type parts;
        CHECK_FALSE(parts.complete());
        CHECK_THROWS_AS(parts.merged(), std::domain_error);
        for (const std::uint64_t index : {5U, 2U, 0U, 6U, 1U, 4U}) parts.add(shard(f, index, 7, options), "part");
        CHECK_FALSE(parts.complete());
        const auto missing = parts.missing();
        REQUIRE(missing.size() == 1);
        CHECK(missing.front() == shard(f, 3, 7, options).identity().covered.front());
        CHECK(parts.merged().draws() + missing.front().last - missing.front().first == 20'000);
        parts.add(shard(f, 3, 7, options), "part");
        CHECK(parts.complete());
        CHECK(hw::outcome_bytes(parts.merged()) == hw::outcome_bytes(hw::simulate(f, options)));
    }
}

TEST_CASE("what is missing at the start and the end is told too") {
    parts_type parts;
    parts.add(shard(f, 1, 3), "middle.hw");
    const auto here = shard(f, 1, 3).identity().covered.front();
    CHECK(parts.missing() == std::vector<hw::detail::draw_range>{{0, here.first}, {here.last, 20'000}});
}

TEST_CASE("parts that do not belong together are refused with the names of both files") {
    parts_type parts;
    parts.add(shard(f, 0, 4), "a.hw");
    parts.add(shard(f, 2, 4), "c.hw");
    const auto before = hw::outcome_bytes(parts.merged());
    const auto refused = [&](hw::outcome<double> part, const std::string& message) {
        CHECK_THROWS_MATCHES(parts.add(std::move(part), "b.hw"), hw::outcome_file_error,
                             Catch::Matchers::Message(message));
    };
    const auto first_of_c = std::to_string(shard(f, 2, 4).identity().covered.front().first);
    refused(shard(f, 2, 4), "b.hw: overlaps c.hw: both have draw " + first_of_c + " of the run; give each shard once");
    refused(shard(f, 0, 1), "b.hw: overlaps a.hw: both have draw 0 of the run; give each shard once");
    refused(shard(g, 1, 4),
            "b.hw: is of another forecast than a.hw, or of this one with other assumptions or another model; run its "
            "shard again with the program that made a.hw");
    refused(shard(f, 1, 4, {.draws = 20'000, .seed = 2, .keep = false}),
            "b.hw: is of another seed than a.hw; merge the shards of one run only");
    refused(shard(f, 1, 4, {.draws = 20'001, .keep = false}),
            "b.hw: is of a run with other options than a.hw; merge the shards of one run only");
    refused(shard(f, 1, 4, {.draws = 20'000}),
            "b.hw: is of a run with other options than a.hw; merge the shards of one run only");
    CHECK(hw::outcome_bytes(parts.merged()) == before);
    CHECK(parts.missing().size() == 2);
}

TEST_CASE("a fan of other dates is another forecast") {
    constexpr auto over_time =
        hw::forecast(hw::inputs(x), [](const auto& in, const hw::date& d) { return in[x] * d.seconds_since_1970(); });
    const hw::date then = hw::date::decimal(2025.0);
    const hw::date later = hw::date::decimal(2026.0);
    hw::shard_merge<hw::fan<hw::outcome<double>>> parts;
    parts.add(hw::simulate(over_time, {then, later}, {.draws = 1'000, .shard = {0, 2}}), "a.hw");
    CHECK_THROWS_WITH(parts.add(hw::simulate(over_time, {then}, {.draws = 1'000, .shard = {1, 2}}), "b.hw"),
                      "b.hw: has other dates than a.hw; merge the shards of one run only");
    parts.add(hw::simulate(over_time, {then, later}, {.draws = 1'000, .shard = {1, 2}}), "b.hw");
    CHECK(hw::outcome_bytes(parts.merged()) ==
          hw::outcome_bytes(hw::simulate(over_time, {then, later}, {.draws = 1'000})));
}
