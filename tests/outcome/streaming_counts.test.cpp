// SPDX-License-Identifier: BSL-1.0
// How a streaming run counts: its parts against plain counts of the same values, and counts in pages against packed ones.
#include <headway/outcome/outcome.hpp>

#include "catch.hpp"

#include <headway/belief/makers.hpp>
#include <headway/belief/mixture.hpp>
#include <headway/outcome/detail/bin_pages.hpp>
#include <headway/outcome/detail/held_draws.hpp>
#include <headway/outcome/detail/pilot_values.hpp>
#include <headway/outcome/merge.hpp>
#include <headway/quantity/units.hpp>
#include <headway/simulation/outcome_file.hpp>
#include <headway/simulation/simulate.hpp>
#include <headway/trend/exponential.hpp>

#include <map>
#include <random>

namespace hw = headway;
using namespace headway::units;
using namespace std::chrono_literals;
using hw::detail::bin_pages;
using hw::detail::counting_plan;

namespace {

const double inf = hw::detail::never_value;

double uniform(std::mt19937_64& engine) { return static_cast<double>(engine() >> 11U) * 0x1p-53; }

std::map<std::uint32_t, std::uint64_t> counts_in(const hw::detail::packed_bins& bins) {
    std::map<std::uint32_t, std::uint64_t> counts;
    for (hw::detail::packed_bins::reader in(bins); in.next();) counts[in.bin()] = in.count();
    return counts;
}
std::map<std::uint32_t, std::uint64_t> counts_in(const bin_pages& pages) {
    std::map<std::uint32_t, std::uint64_t> counts;
    std::uint64_t all = 0;
    std::uint64_t of_pages = 0;
    pages.each_page([&](std::uint32_t first, const auto& page) {
        of_pages += page.count();
        for (bin_pages::reader in(first, page); in.next(); all += in.count()) counts[in.bin()] = in.count();
    });
    CHECK(all == of_pages);
    return counts;
}

}  // namespace

TEST_CASE("pages count as a plain table does, alone and added up") {
    std::mt19937_64 engine(1);
    for (int i = 0; i < 60; ++i) {
        bin_pages pages[2];
        std::map<std::uint32_t, std::uint64_t> plain[2];
        // Few pages and more than soon have counters, sparse and crowded ones.
        const std::uint64_t numbers = i % 3 == 0 ? 3 : i % 3 == 1 ? 70 : 400;
        for (const int side : {0, 1}) {
            const int steps = static_cast<int>(engine() % 60'000);
            for (int k = 0; k < steps; ++k) {
                const double u = uniform(engine);
                const auto page = static_cast<std::uint32_t>(u * u * u * static_cast<double>(numbers)) + 7;
                const auto key = page << bin_pages::page_shift | static_cast<std::uint32_t>(engine() & 0xFFFU);
                const std::uint64_t count = k % 5000 == 0 ? engine() % 200'000 : 1;
                if (count == 1) {
                    (void)pages[side].add_one(key);
                } else {
                    pages[side].add(key, count);
                }
                if (count > 0) plain[side][key] += count;
            }
            const bool same = counts_in(pages[side]) == plain[side];
            CHECK(same);
            CHECK(counts_in(pages[side].packed()) == plain[side]);
        }
        const bin_pages copy = pages[0];
        pages[0].add(pages[1]);
        const hw::detail::packed_bins sum = hw::detail::packed_bins::sum(copy.packed(), pages[1].packed());
        CHECK(pages[0].packed().bytes() == sum.bytes());
        CHECK(counts_in(pages[0]) == counts_in(sum));
        CHECK(counts_in(copy) == plain[0]);
    }
}

TEST_CASE("held draws have the order statistics of their sorted sample") {
    std::mt19937_64 engine(2);
    for (int i = 0; i < 300; ++i) {
        const std::size_t sizes[] = {1, 2, 63, 64, 65, 200, 5000, 20'000};
        const std::size_t n = sizes[engine() % std::size(sizes)];
        const auto kinds = static_cast<double>(1 + engine() % 12);
        const double share = uniform(engine);
        std::vector<double> draws;
        for (std::size_t k = 0; k < n; ++k) {
            const double x = uniform(engine) * kinds - 3.0;
            draws.push_back((uniform(engine) < share ? std::floor(x) : x) + 0.0);
        }
        std::vector<double> sorted = draws;
        std::sort(sorted.begin(), sorted.end());
        std::vector<std::uint64_t> ranks{0, n - 1};
        for (int k = 0; k < 20; ++k) ranks.push_back(engine() % n);
        std::sort(ranks.begin(), ranks.end());
        ranks.erase(std::unique(ranks.begin(), ranks.end()), ranks.end());
        std::vector<double> found(ranks.size() + 1, -7.0);  // one more, which is to stay
        const hw::detail::held_draws held(draws);
        held.find(ranks, std::span(found).first(ranks.size()));
        for (std::size_t k = 0; k < ranks.size(); ++k) CHECK(found[k] == sorted[ranks[k]]);
        CHECK(found.back() == -7.0);
        for (const double limit : {-3.0, 0.0, 1.0, sorted[n / 2], uniform(engine)}) {
            const auto below = std::lower_bound(sorted.begin(), sorted.end(), limit) - sorted.begin();
            CHECK(held.count_below(limit) == static_cast<std::uint64_t>(below));
        }
    }
}

TEST_CASE("a pilot expects what it repeats, and hands on every value that is to be counted") {
    std::mt19937_64 engine(3);
    for (int i = 0; i < 200; ++i) {
        const std::uint64_t first = i % 2 == 0 ? 0 : engine() % 257;
        const std::uint64_t last = first + engine() % (257 - first);
        const double kinds[] = {1.0, 2.0, 9.0, 300.0, 5000.0};
        const double values = kinds[engine() % std::size(kinds)];
        const double continuous = i % 4 == 0 ? 0.0 : i % 4 == 1 ? 1.0 : uniform(engine);
        hw::detail::pilot_values pilot;
        std::map<double, std::uint64_t> all;
        std::map<double, std::uint64_t> to_count;
        for (std::uint64_t block = 0; block < 256; ++block) {
            double x[64];
            for (double& value : x) {
                const double u = uniform(engine);
                value = uniform(engine) < continuous ? u : std::floor(values * (u - 0.5)) + (u < 0.01 ? inf : 0.0);
            }
            const int valid = block % 64 == 63 ? static_cast<int>(engine() % 65) : 64;
            const bool counted = first <= block && block < last;
            pilot.add_block(x, valid, counted);
            for (int k = 0; k < valid; ++k) {
                if (x[k] == inf) continue;
                ++all[x[k] + 0.0];
                if (counted) ++to_count[x[k] + 0.0];
            }
        }
        std::vector<double> repeated;
        std::size_t once = 0;
        for (const auto& [value, times] : all) {
            if (times > 1) repeated.push_back(value);
            once += times == 1 ? 1U : 0U;
        }
        const counting_plan plan = pilot.plan();
        CHECK(*plan.expected == repeated);
        CHECK(plan.how == (once > 1024 ? counting_plan::form::binned : counting_plan::form::distinct));
        std::map<double, std::uint64_t> counted;
        pilot.take([&](double value, std::uint64_t times) { counted[value] += times; },
                   [&](const double* x, int size) {
                       for (int k = 0; k < size; ++k) ++counted[x[k]];
                   });
        const bool same = counted == to_count;
        CHECK(same);
    }
}

namespace {

constexpr auto half = hw::assumption<"half">(hw::mixture({0.0, 0.4}, {hw::normal(2.0, 3.0), 0.6}), "test");
constexpr auto wide = hw::assumption<"wide">(hw::log_uniform(1e-150, 1e150), "test");
constexpr auto cost = hw::assumption<"cost">(hw::ci90(80.0 * million_usd, 200.0 * million_usd), "test");
constexpr auto decline = hw::assumption<"decline">(hw::ci90(3.0, 5.5), "test");
constexpr auto coin = hw::assumption<"coin">(hw::bernoulli(0.3), "test");

template <class T>
void check_same_answers(const hw::outcome<T>& a, const hw::outcome<T>& b, std::mt19937_64& engine) {
    CHECK(hw::outcome_bytes(a) == hw::outcome_bytes(b));
    for (int i = 0; i < 40; ++i) {
        const double p = i == 0 ? 0.0 : i == 1 ? 1.0 : uniform(engine);
        const T q = a.quantile(p);
        CHECK(b.quantile(p) == q);
        CHECK(b.probability_below(q) == a.probability_below(q));
        CHECK(b.probability_above(q) == a.probability_above(q));
    }
}

template <class Forecast>
void check_pages_against_packed(const Forecast& forecast, std::uint64_t draws) {
    std::mt19937_64 engine(4);
    const auto part = [&](std::uint64_t index, std::uint64_t count, unsigned threads) {
        return hw::simulate(forecast,
                            {.draws = draws, .seed = 5, .threads = threads, .shard = {index, count}, .keep = false});
    };
    const auto loaded = [](const auto& outcome) {
        return hw::outcome_from_bytes<std::remove_cvref_t<decltype(outcome)>>(hw::outcome_bytes(outcome), "loaded");
    };
    const auto whole = part(0, 1, 1);
    check_same_answers(whole, loaded(whole), engine);
    check_same_answers(whole, part(0, 1, 3), engine);
    const auto a = part(0, 3, 1);
    const auto b = part(1, 3, 2);
    const auto c = part(2, 3, 1);
    check_same_answers(whole, hw::merge(hw::merge(c, a), b), engine);
    check_same_answers(whole, hw::merge(loaded(a), hw::merge(b, loaded(c))), engine);
    check_same_answers(whole, hw::merge(hw::merge(a, loaded(b)), c), engine);
    check_same_answers(whole, hw::merge(loaded(a), loaded(c), loaded(b)), engine);
}

}  // namespace

TEST_CASE("answers from pages are those from a file, and do not depend on who counted what") {
    const auto itself = [](const auto& x) {
        return hw::forecast(hw::inputs(x), [x](const auto& in) { return in[x]; });
    };
    for (const std::uint64_t draws : {5'000ULL, 70'000ULL, 200'000ULL}) {
        check_pages_against_packed(itself(half), draws);
        check_pages_against_packed(itself(wide), draws);
        check_pages_against_packed(itself(coin), draws);
        check_pages_against_packed(hw::forecast(hw::inputs(cost, decline),
                                                [](const auto& in) {
                                                    return hw::exponential(hw::date(2024y / 3 / 1), in[cost],
                                                                           hw::falls_by_factor(in[decline], year))
                                                        .reaches(5.0 * million_usd);
                                                }),
                                   draws);
    }
}
