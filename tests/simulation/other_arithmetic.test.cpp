// SPDX-License-Identifier: BSL-1.0
// Shards of programs that round differently do not meet unnoticed. What really fuses is tried by tests/bits/elsewhere.sh.
#include <headway/outcome/merge.hpp>

#include <memory>
#include <sstream>
#include <string>

#include "catch.hpp"

#include <headway/belief/makers.hpp>
#include <headway/simulation/outcome_file.hpp>
#include <headway/simulation/shard_merge.hpp>
#include <headway/simulation/simulate.hpp>

namespace hw = headway;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::Message;

namespace {

inline constexpr auto a = hw::assumption<"a">(hw::ci90(1.0, 3.0), "test");
inline constexpr auto f = hw::forecast(hw::inputs(a), [](const auto& in) { return in[a] * in[a] - 1.0; });

hw::outcome<double> shard(unsigned index) { return hw::simulate(f, {.draws = 20'000, .shard = {index, 2}}); }

/// The same draws, said to come from another program.
hw::outcome<double> from(const hw::detail::arithmetic& arithmetic, const hw::outcome<double>& o) {
    auto identity = std::make_shared<hw::detail::run_identity>(o.identity());
    identity->arithmetic = arithmetic;
    return {std::move(identity), o.column()};
}

const hw::detail::arithmetic here = hw::detail::arithmetic_here();
const hw::detail::arithmetic fusing{here.probe, true};
const hw::detail::arithmetic other{here.probe + 1, false};

}  // namespace

TEST_CASE("a run knows how its program rounds") {
    CHECK(shard(0).identity().arithmetic == here);
    CHECK_FALSE(here.may_fuse);
    CHECK(here.probe == hw::detail::probe_of_arithmetic());
    std::stringstream file;
    hw::save(from(fusing, shard(0)), file);
    CHECK(hw::load<hw::outcome<double>>(file, "part1.hw").identity().arithmetic == fusing);
}

TEST_CASE("runs of programs that round differently are not merged, those of like ones are") {
    const auto first = shard(0);
    const auto second = shard(1);
    const auto middle = second.identity().covered.front().first;
    CHECK_THROWS_MATCHES(hw::merge(first, from(fusing, second)), std::domain_error,
                         Message("merge: beside the outcome of draws 0 to " + std::to_string(middle - 1) +
                                 ", the outcome of draws " + std::to_string(middle) +
                                 " to 19999 was run "
                                 "by a program that may fuse products and sums (HEADWAY_FUSED_ARITHMETIC), so that its "
                                 "bits are others; compile every program of a run with that macro or none"));
    CHECK_THROWS_WITH(hw::merge(from(fusing, first), second), ContainsSubstring("by a program that does not fuse"));
    CHECK_THROWS_WITH(hw::merge(first, from(other, second)),
                      ContainsSubstring("with other arithmetic") && ContainsSubstring("-ffp-contract=off"));
    const auto whole = hw::merge(from(fusing, first), from(fusing, second));
    CHECK(whole.draws() == 20'000);
    CHECK(whole.identity().arithmetic == fusing);
}

TEST_CASE("files of programs that round differently are refused by name") {
    const auto loaded = [](const hw::outcome<double>& o) {
        std::stringstream file;
        hw::save(o, file);
        return hw::load(f, file, "part2.hw");
    };
    CHECK(loaded(shard(1)).identity() == shard(1).identity());
    CHECK_THROWS_MATCHES(
        loaded(from(other, shard(1))), hw::outcome_file_error,
        Message("part2.hw: was run with other arithmetic, so that its draws differ in their last bits; "
                "compile every program of a run with -ffp-contract=off and without flags that let the "
                "compiler rewrite sums and products (this program differs)"));
    CHECK_THROWS_WITH(loaded(from(fusing, shard(1))),
                      ContainsSubstring("part2.hw: was run by a program that may fuse"));

    hw::shard_merge<hw::outcome<double>> parts;
    parts.add(shard(0), "part1.hw");
    CHECK_THROWS_WITH(parts.add(from(other, shard(1)), "part2.hw"),
                      ContainsSubstring("part2.hw: was run with other arithmetic") &&
                          ContainsSubstring("(part1.hw differs)"));
    CHECK_THROWS_WITH(parts.add(from(fusing, shard(1)), "part2.hw"),
                      ContainsSubstring("part2.hw: was run by a program"));
    CHECK_FALSE(parts.complete());
    parts.add(shard(1), "part2.hw");
    CHECK(parts.complete());
}
