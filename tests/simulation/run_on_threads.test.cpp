// SPDX-License-Identifier: BSL-1.0
#include <headway/simulation/run_on_threads.hpp>

#include "catch.hpp"

#include <stdexcept>
#include <string>
#include <vector>

using headway::detail::run_on_threads;

namespace {

TEST_CASE("the parts of threads are consecutive, cover everything once and differ by one at most") {
    for (const unsigned threads : {1U, 2U, 3U, 7U}) {
        for (const std::uint64_t last : {10ULL, 11ULL, 23ULL}) {
            std::vector<std::uint64_t> from(threads), to(threads);
            run_on_threads(threads, 3, last, [&](unsigned t, std::uint64_t begin, std::uint64_t end) {
                from[t] = begin;
                to[t] = end;
            });
            std::uint64_t next = 3;
            for (unsigned t = 0; t < threads; ++t) {
                CHECK(from[t] == next);
                CHECK(to[t] - from[t] - (last - 3) / threads <= 1);
                next = to[t];
            }
            CHECK(next == last);
        }
    }
}

TEST_CASE("of several parts at fault the exception of the lowest is passed on, when all are done") {
    std::vector<int> done(4);
    try {
        run_on_threads(4, 0, 4, [&](unsigned t, std::uint64_t, std::uint64_t) {
            done[t] = 1;
            if (t == 1 || t == 3) throw std::runtime_error(std::to_string(t));
        });
        FAIL("nothing was thrown");
    } catch (const std::runtime_error& e) {
        CHECK(std::string(e.what()) == "1");
    }
    CHECK(done == std::vector<int>{1, 1, 1, 1});
}

}  // namespace
