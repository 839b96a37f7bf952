// SPDX-License-Identifier: BSL-1.0
#include <headway/simulation/progress.hpp>

#include "catch.hpp"

namespace hw = headway;

namespace {

std::uint64_t last_of(hw::detail::progress_ref progress) {
    std::uint64_t done = 0;
    while (done < 10 && progress(done + 1, 10)) ++done;
    return done;
}

TEST_CASE("a callback that returns nothing lets a run go on, one that returns false stops it") {
    std::uint64_t seen = 0;
    auto silent = [&](std::uint64_t done, std::uint64_t) { seen = done; };
    CHECK(last_of(hw::detail::told(silent)) == 10);
    CHECK(seen == 10);
    auto until_four = [](std::uint64_t done, std::uint64_t all) { return done < 4 && all == 10; };
    CHECK(last_of(hw::detail::told(until_four)) == 3);
    hw::no_progress none;
    CHECK(last_of(hw::detail::told(none)) == 10);
}

}  // namespace
