// SPDX-License-Identifier: BSL-1.0
#include <headway/sampling/sampling_plan.hpp>

#include <array>
#include <cmath>
#include <cstdint>
#include <set>
#include <stdexcept>
#include <vector>

#include "catch.hpp"

using Catch::Matchers::ContainsSubstring;
using headway::hash_of;
using headway::method;
using headway::sampling_plan;

namespace {

using block = std::array<double, 64>;

constexpr method every_method[] = {method::independent, method::latin_hypercube, method::sobol};

constexpr block draws_of(const sampling_plan& draws, std::size_t input, const char* name, std::uint64_t index) {
    block u{};
    draws.uniforms(input, hash_of(name), index, u.data());
    return u;
}

}  // namespace

// How a run is cut: 1000 draws are 16 blocks, the last of 40 draws.
static_assert([] {
    constexpr sampling_plan run(method::sobol, 1, 1000, 8, 3);
    return run.draws() == 1000 && run.seed() == 1 && run.method() == method::sobol && run.blocks() == 16 &&
           run.segments() == 1 && run.first_draw(0) == 0 && run.first_draw(15) == 960 && run.first_draw(16) == 1000 &&
           run.first_draw(17) == 1000 && run.valid(0) == 64 && run.valid(15) == 40 && run.valid(16) == 0 &&
           run.replicates() == 8 && run.draws_per_replicate() == 128 && run.replicate_of(0) == 0 &&
           run.replicate_of(1) == 0 && run.replicate_of(2) == 1 && run.replicate_of(15) == 7;
}());
static_assert(sampling_plan(method::sobol, 1, 300, 8, 1).replicates() == 5);
static_assert(sampling_plan(method::sobol, 1, 300, 8, 1).draws_per_replicate() == 64);
static_assert(sampling_plan(method::sobol, 1, 64, 8, 1).replicates() == 1);
static_assert(sampling_plan(method::sobol, 1, 64, 8, 1).draws_per_replicate() == 64);
static_assert(sampling_plan(method::sobol, 1, 576, 8, 1).replicates() == 5);  // nine blocks in pairs
static_assert(sampling_plan(method::independent, 1, 1000, 8, 1).replicates() == 1);
static_assert(sampling_plan(method::latin_hypercube, 1, 1000, 8, 1).draws_per_replicate() == 1000);
static_assert(sampling_plan(method::independent, 1, sampling_plan::max_draws, 8, 1000).segments() == 1ULL << 42);

// Every method works in a constant expression.
static_assert(draws_of(sampling_plan(method::independent, 1, 100, 8, 1), 0, "x", 1)[35] > 0);
static_assert(draws_of(sampling_plan(method::latin_hypercube, 1, 100, 8, 1), 0, "x", 1)[35] > 0);
static_assert(draws_of(sampling_plan(method::sobol, 1, 100, 8, 1), 0, "x", 1)[35] > 0);

TEST_CASE("replicates are consecutive runs of whole blocks that cover the run") {
    for (std::uint64_t draws : {1U, 63U, 64U, 65U, 577U, 1000U, 16384U, 100000U}) {
        for (unsigned replicates : {1U, 2U, 7U, 8U, 1000U}) {
            const sampling_plan run(method::sobol, 1, draws, replicates, 1);
            CHECK(run.replicates() <= replicates);
            std::uint64_t covered = 0;
            std::size_t last = 0;
            for (std::uint64_t b = 0; b < run.blocks(); ++b) {
                CHECK(run.first_draw(b) == covered);
                covered += static_cast<std::uint64_t>(run.valid(b));
                const std::size_t replicate = run.replicate_of(b);
                CHECK((replicate == last || replicate == last + 1));
                CHECK(replicate == run.first_draw(b) / run.draws_per_replicate());
                last = replicate;
            }
            CHECK(covered == draws);
            CHECK(last + 1 == run.replicates());
        }
    }
}

TEST_CASE("a sampling_plan hands out the draws of its method") {
    block u{};
    headway::random_stream(5, hash_of("x")).uniforms(7, u.data());
    CHECK(draws_of(sampling_plan(method::independent, 5, 1000, 8, 3), 2, "x", 7) == u);
    headway::latin_hypercube(1000, 5, hash_of("x")).uniforms(7, u.data());
    CHECK(draws_of(sampling_plan(method::latin_hypercube, 5, 1000, 8, 3), 2, "x", 7) == u);
    headway::sobol(2, 5, hash_of("x"), 3).uniforms(1, u.data());  // block 7 is the second of replicate 3
    CHECK(draws_of(sampling_plan(method::sobol, 5, 1000, 8, 3), 2, "x", 7) == u);
}

TEST_CASE("a reader gives the same bits in any order") {
    for (const method how : every_method) {
        const sampling_plan run(how, 11, 3000, 8, 2);
        auto forward = run.read(1, hash_of("x"));
        std::vector<block> all(static_cast<std::size_t>(run.blocks()));
        for (std::uint64_t b = 0; b < run.blocks(); ++b) {
            forward.uniforms(b, all[b].data());
            CHECK(all[b] == draws_of(run, 1, "x", b));
        }
        auto anyhow = run.read(1, hash_of("x"));
        for (std::uint64_t b = 0; b < 200; ++b) {
            const std::uint64_t index = b * 29 % run.blocks();
            block u{};
            anyhow.uniforms(index, u.data());
            CHECK(u == all[index]);
        }
        const auto copy_start = run.blocks() - 1;
        auto copy = anyhow;
        block u{}, v{};
        anyhow.uniforms(copy_start, u.data());
        copy.uniforms(copy_start, v.data());
        CHECK(u == v);
    }
}

TEST_CASE("an input's draws do not depend on the other inputs") {
    for (const method how : every_method) {
        // More inputs after it; for all but Sobol' points also more before it.
        CHECK(draws_of(sampling_plan(how, 1, 1000, 8, 3), 2, "x", 4) == draws_of(sampling_plan(how, 1, 1000, 8, 9), 2, "x", 4));
        if (how != method::sobol) {
            CHECK(draws_of(sampling_plan(how, 1, 1000, 8, 3), 2, "x", 4) == draws_of(sampling_plan(how, 1, 1000, 8, 9), 8, "x", 4));
        }
        CHECK(draws_of(sampling_plan(how, 1, 1000, 8, 3), 2, "x", 4) != draws_of(sampling_plan(how, 1, 1000, 8, 3), 2, "y", 4));
        CHECK(draws_of(sampling_plan(how, 1, 1000, 8, 3), 2, "x", 4) != draws_of(sampling_plan(how, 2, 1000, 8, 3), 2, "x", 4));
    }
}

TEST_CASE("a longer run keeps the draws of a shorter one where the method allows it") {
    CHECK(draws_of(sampling_plan(method::independent, 1, 1000, 8, 1), 0, "x", 4) ==
          draws_of(sampling_plan(method::independent, 1, 5000, 8, 1), 0, "x", 4));
    CHECK(draws_of(sampling_plan(method::sobol, 1, 1024, 8, 1), 0, "x", 1) ==
          draws_of(sampling_plan(method::sobol, 1, 8192, 8, 1), 0, "x", 1));
}

TEST_CASE("the replicates of a Sobol' run are different scramblings and tell the error of its mean") {
    // f = u1 u2, mean 1/4: over 400 seeds the error divided by the standard error from 8 replicates is a Student t with
    // 7 degrees of freedom, of variance 7/5; the mean of 400 squares lies in 0.9 to 2.2 but once in about 1e4.
    double squares = 0;
    for (std::uint64_t seed = 0; seed < 400; ++seed) {
        const sampling_plan run(method::sobol, seed, 2048, 8, 2);
        auto x = run.read(0, hash_of("a")), y = run.read(1, hash_of("b"));
        std::array<double, 8> mean{};
        std::set<double> starts;
        for (std::uint64_t b = 0; b < run.blocks(); ++b) {
            block u{}, v{};
            x.uniforms(b, u.data());
            y.uniforms(b, v.data());
            for (std::size_t i = 0; i < 64; ++i) mean[run.replicate_of(b)] += u[i] * v[i] / 256;
            if (b % 4 == 0) starts.insert(u[0]);
        }
        CHECK(starts.size() == 8);
        double all = 0, spread = 0;
        for (const double m : mean) all += m / 8;
        for (const double m : mean) spread += (m - all) * (m - all);
        squares += (all - 0.25) * (all - 0.25) / (spread / 7 / 8) / 400;
    }
    CHECK(squares > 0.9);
    CHECK(squares < 2.2);
}

TEST_CASE("runs that cannot be are refused before any work, in words") {
    const auto says = [](const char* words) { return Catch::Matchers::MessageMatches(ContainsSubstring(words)); };
    for (const method how : every_method) {
        CHECK_THROWS_MATCHES(sampling_plan(how, 1, 0, 8, 1), std::domain_error,
                             says("draws must be between 1 and 2^52, got 0"));
        CHECK_THROWS_MATCHES(sampling_plan(how, 1, ~0ULL, 8, 1), std::domain_error, says("2^52"));
        CHECK_THROWS_MATCHES(sampling_plan(how, 1, (1ULL << 52) + 1, 8, 1), std::domain_error, says("2^52"));
        CHECK_THROWS_MATCHES(sampling_plan(how, 1, 100, 0, 1), std::domain_error, says("replicates must be >= 1"));
    }
    CHECK_THROWS_MATCHES(sampling_plan(method::latin_hypercube, 1, (1ULL << 40) + 1, 8, 1), std::domain_error, says("2^40"));
    CHECK_THROWS_MATCHES(sampling_plan(method::sobol, 1, 100, 8, 129), std::domain_error,
                         says("at most 128 inputs, got 129"));
    CHECK_NOTHROW(sampling_plan(method::latin_hypercube, 1, 1ULL << 40, 8, 1));
    CHECK_NOTHROW(sampling_plan(method::sobol, 1, 100, 8, 128));
    CHECK_NOTHROW(sampling_plan(method::independent, 1, 100, 8, 1000));
    CHECK_THROWS_AS(sampling_plan(method::sobol, 1, 100, 8, 1).read(128, 1), std::domain_error);
    CHECK_THROWS_AS(sampling_plan(method::sobol, 1, 100, 8, 1).read((std::size_t{1} << 32), 1), std::domain_error);
}
