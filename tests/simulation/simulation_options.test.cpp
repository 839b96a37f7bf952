// SPDX-License-Identifier: BSL-1.0
#include <headway/simulation/simulation_options.hpp>

#include "catch.hpp"

namespace hw = headway;

namespace {

// What is done where nothing is said.
constexpr hw::simulation usual;
static_assert(usual.draws == 10'000 && usual.seed == 1 && usual.method == hw::method::independent && usual.threads == 1);
static_assert(usual.shard.index == 0 && usual.shard.count == 1 && usual.keep);
static_assert(usual.replicates == hw::default_replicates);

TEST_CASE("options are named where they are given") {
    constexpr hw::simulation options{.draws = 100, .seed = 7, .shard = {1, 4}, .keep = false};
    static_assert(options.draws == 100 && options.seed == 7 && options.shard.index == 1 && !options.keep);
}

}  // namespace
