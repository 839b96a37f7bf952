// SPDX-License-Identifier: BSL-1.0
#include <headway/outcome/outcome.hpp>

#include "catch.hpp"

#include <random>

#include <headway/quantity/units.hpp>

namespace hw = headway;
using namespace headway::units;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

// An outcome of these very draws.
template <class T>
hw::outcome<T> outcome_of(const std::vector<double>& draws, bool keep = true, double pivot = 0.0) {
    hw::detail::draw_column column(pivot, 1, keep);
    if (keep) std::copy(draws.begin(), draws.end(), column.keep_range(0, draws.size()));
    for (std::size_t i = 0; i < draws.size(); i += 64) {
        column.add_block(draws.data() + i, static_cast<int>(std::min<std::size_t>(64, draws.size() - i)), 0);
    }
    auto identity = std::make_shared<hw::detail::run_identity>();
    identity->draws = draws.size();
    return hw::outcome<T>(identity, std::move(column));
}

const double inf = hw::detail::never_value;

}  // namespace

TEST_CASE("statistics of a small sample by hand") {
    const auto o = outcome_of<double>({4.0, 1.0, 3.0, 2.0});
    CHECK(o.mean() == 2.5);
    CHECK_THAT(o.stddev(), WithinRel(hw::sqrt(5.0 / 3.0), 1e-15));
    CHECK_THAT(o.standard_error(), WithinRel(hw::sqrt(5.0 / 12.0), 1e-15));
    // Hyndman and Fan's type 7, as numpy.quantile gives it.
    CHECK(o.quantile(0.0) == 1.0);
    CHECK(o.quantile(0.25) == 1.75);
    CHECK(o.median() == 2.5);
    CHECK(o.quantile(1.0) == 4.0);
    CHECK(o.probability_below(3.0) == 0.5);
    CHECK(o.probability_above(3.0) == 0.25);
    CHECK_THAT(o.probability_below_standard_error(3.0), WithinRel(0.25, 1e-15));
    const auto counts = o.histogram(1.0, 4.0, 3);
    CHECK(counts.bins == std::vector<std::uint64_t>{1, 1, 1});
    CHECK(counts.above == 1);
    CHECK(counts.below == 0);
    CHECK(o.given([](double x) { return x > 1.5; }).mean() == 3.0);
    CHECK_THROWS_WITH(o.given([](double x) { return x > 9.0; }), ContainsSubstring("no draw meets the condition"));
    CHECK_THROWS_WITH(o.quantile(1.5), ContainsSubstring("between 0 and 1"));
    CHECK_THROWS_WITH(o.histogram(4.0, 1.0, 3), ContainsSubstring("below hi"));
    CHECK_THROWS_WITH(o.histogram(1.0, 4.0, 0), ContainsSubstring("at least 1"));
}

TEST_CASE("too few draws are said to be too few") {
    CHECK_THROWS_WITH(outcome_of<double>({1.0}).stddev(), ContainsSubstring("needs at least 2 draws"));
    CHECK_THROWS_WITH(outcome_of<double>({inf, inf}).mean(), ContainsSubstring("never"));
    CHECK(outcome_of<double>({1.0, inf}).mean() == 1.0);
    CHECK_THROWS_AS(outcome_of<double>({1.0, inf}).standard_error(), std::domain_error);
}

TEST_CASE("one draw is enough for a mean, a quantile, a share and a histogram") {
    for (const bool keep : {true, false}) {
        const auto o = outcome_of<double>({3.0}, keep);
        CHECK(o.draws() == 1);
        CHECK(o.mean() == 3.0);
        CHECK(o.quantile(0.9) == 3.0);
        CHECK(o.probability_below(3.0) == 0.0);
        CHECK(o.probability_below(3.5) == 1.0);
        CHECK(o.probability_above(3.0) == 0.0);
        CHECK(o.probability_above(2.5) == 1.0);
        CHECK(o.probability_never() == 0.0);
        const auto counts = o.histogram(0.0, 4.0, 2);
        CHECK(counts.bins == std::vector<std::uint64_t>{0, 1});
        CHECK(counts.below + counts.above + counts.never == 0);
        const auto never = outcome_of<double>({inf}, keep);
        CHECK(never.probability_never() == 1.0);
        CHECK(never.probability_above(1e300) == 1.0);
        CHECK(never.probability_below(1e300) == 0.0);
        CHECK(never.quantile(0.5) == inf);
        CHECK(never.histogram(0.0, 4.0, 2).never == 1);
    }
}

namespace {

/// An outcome of 160 kept draws in three scramblings, of 64, 64 and 32.
hw::outcome<double> scrambled(const std::vector<double>& draws) {
    hw::detail::draw_column column(0.0, 3, true);
    std::copy(draws.begin(), draws.end(), column.keep_range(0, draws.size()));
    for (std::size_t r = 0; r < 3; ++r) column.add_block(draws.data() + 64 * r, r < 2 ? 64 : 32, r);
    auto identity = std::make_shared<hw::detail::run_identity>();
    identity->method = hw::method::sobol;
    identity->draws = 160;
    identity->draws_per_replicate = 64;
    return {std::move(identity), std::move(column)};
}

}  // namespace

TEST_CASE("the error of a share of scrambled draws is that of the shares of the scramblings, the last one shorter") {
    // 16 of 64, 48 of 64 and 16 of 32 draws are 0, the others 1.
    std::vector<double> draws(160, 1.0);
    std::fill_n(draws.begin(), 16, 0.0);
    std::fill_n(draws.begin() + 64, 48, 0.0);
    std::fill_n(draws.begin() + 128, 16, 0.0);
    const auto o = scrambled(draws);
    CHECK(o.probability_below(0.5) == 0.5);
    // Shares 1/4, 3/4 and 1/2 with weights 0.4, 0.4 and 0.2: 3/2 times the sum of (0.4 / 4)^2 twice, and its root.
    CHECK_THAT(o.probability_below_standard_error(0.5), WithinRel(hw::sqrt(0.03), 1e-14));
    CHECK_THAT(o.probability_above_standard_error(0.5), WithinRel(hw::sqrt(0.03), 1e-14));
}

TEST_CASE("of draws that equal a quantile, its error counts in each scrambling as many as its share takes of all") {
    // Of 160 draws 40 lie below 1, 60 are 1 and 60 above it: the median takes 40 of the 60, two thirds. So 16 + 2/3 48 of
    // 64, 16 of 64 and 8 + 2/3 12 of 32 count as below it: shares 3/4, 1/4 and 1/2, whose error is the root of 0.03.
    std::vector<double> draws(160, 1.0);
    for (std::size_t i = 0; i < 16; ++i) draws[i] = draws[64 + i] = -1.0;
    for (std::size_t i = 0; i < 48; ++i) draws[80 + i] = 2.0 + static_cast<double>(i);
    for (std::size_t i = 0; i < 8; ++i) draws[128 + i] = -1.0;
    for (std::size_t i = 0; i < 12; ++i) draws[148 + i] = 50.0 + static_cast<double>(i);
    const auto o = scrambled(draws);
    REQUIRE(o.median() == 1.0);
    // The quantile at 1/2 less the error is 1, that at 1/2 plus the error between 9 and 10: place 99 has the last 1.
    const double place = 159.0 * (0.5 + hw::sqrt(0.03));
    CHECK_THAT(o.quantile_standard_error(0.5), WithinRel(0.5 * (place - 99.0), 1e-12));
}

TEST_CASE("the interval of a mean of few streamed draws is that of kept ones, and even about draws that are even") {
    namespace statistic = hw::statistic;
    for (const std::size_t n : {3U, 5U, 9U, 17U}) {
        std::vector<double> even;
        std::vector<double> skewed;
        for (std::size_t i = 0; i < n; ++i) {
            even.push_back(static_cast<double>(i) - 0.5 * static_cast<double>(n - 1));
            skewed.push_back(hw::exp(even.back()));
        }
        for (const auto& draws : {even, skewed}) {
            const auto kept = outcome_of<double>(draws).interval(statistic::mean, 0.9);
            const auto streamed = outcome_of<double>(draws, false).interval(statistic::mean, 0.9);
            CHECK_THAT(streamed.low, WithinRel(kept.low, 1e-9));
            CHECK_THAT(streamed.high, WithinRel(kept.high, 1e-9));
        }
        const auto ends = outcome_of<double>(even, false).interval(statistic::mean, 0.9);
        CHECK(ends.high > 0.0);
        CHECK_THAT(ends.low, WithinRel(-ends.high, 1e-9));
    }
}

TEST_CASE("order statistics agree with sorting, ties, infinities and signs included") {
    std::mt19937_64 engine(1);  // its raw words are the same everywhere
    for (const std::size_t n : {1U, 2U, 100U, 16'384U, 16'385U, 100'003U}) {
        for (const int kind : {0, 1, 2, 3, 4}) {
            std::vector<double> draws(n);
            for (auto& x : draws) {
                const double u = static_cast<double>(engine() >> 11U) * 0x1p-53;
                const bool heads = (engine() & 1U) != 0;
                x = kind == 0   ? u
                    : kind == 1 ? (heads ? 1.0 : hw::exp(100.0 * u))
                    : kind == 2 ? (heads ? -u : hw::exp(10.0 * u))
                    : kind == 3 ? (u < 0.3 ? inf : 1.7e9 + 1e8 * u)
                                : (heads ? 0.0 : -0.0);
            }
            const auto o = outcome_of<double>(draws);
            std::sort(draws.begin(), draws.end());
            for (const double p : {0.0, 0.05, 0.25, 0.5, 0.75, 0.95, 1.0}) {
                const double place = p * static_cast<double>(n - 1);
                const auto i = static_cast<std::size_t>(place);
                const double weight = place - static_cast<double>(i);
                const double upper = weight > 0.0 ? draws[i + 1] : draws[i];
                const double expected = draws[i] == upper ? upper : draws[i] + weight * (upper - draws[i]);
                CHECK(o.quantile(p) == expected);
            }
        }
    }
}

TEST_CASE("several quantiles of many draws at once agree with sorting, in whatever order they come") {
    std::mt19937_64 engine(6);
    for (const std::size_t n : {131'071U, 131'072U, 131'109U, 400'001U}) {
        for (const int kind : {0, 1, 2, 3, 4, 5, 6}) {
            std::vector<double> draws(n);
            for (std::size_t i = 0; i < n; ++i) {
                const double u = static_cast<double>(engine() >> 11U) * 0x1p-53;
                const double v = static_cast<double>(engine() >> 11U) * 0x1p-53;
                draws[i] = kind == 0   ? u + v - 1.0                           // around zero
                           : kind == 1 ? hw::floor(4.0 * (u + v)) / 4.0 - 1.0  // atoms, quantiles on their borders
                           : kind == 2 ? (v < 0.3 ? inf : u - 0.5)             // never from the 70th percentile on
                           : kind == 3 ? (v < 0.5 ? 0.0 : u - 0.5)             // half of it in one place
                           : kind == 4 ? static_cast<double>(i % 4096) - 2000.0 + u  // a pattern in the order
                           : kind == 5 ? (i == n / 2 ? 1.0 : -1.0)                   // all but one
                                       : 1e-300 * (u - 0.5);
            }
            for (const int order : {0, 1, 2}) {
                if (order == 1) std::sort(draws.begin(), draws.end());
                if (order == 2) std::reverse(draws.begin(), draws.end());
                const auto o = outcome_of<double>(draws);
                auto sorted = draws;
                std::sort(sorted.begin(), sorted.end());
                const auto check = [&](const auto& probabilities) {
                    const auto found = o.quantiles(probabilities);
                    for (std::size_t k = 0; k < found.size(); ++k) {
                        const double place = probabilities[k] * static_cast<double>(n - 1);
                        const auto i = static_cast<std::size_t>(place);
                        const double weight = place - static_cast<double>(i);
                        const double upper = weight > 0.0 ? sorted[i + 1] : sorted[i];
                        const double expected =
                            sorted[i] == upper ? upper : sorted[i] + weight * (upper - sorted[i]);
                        CHECK(found[k] == expected);
                    }
                };
                check(std::array{0.5});
                check(std::array{0.05, 0.25, 0.5, 0.75, 0.95});
                check(std::array{0.0, 1e-5, 0.0625, 0.3, 0.4375, 0.7, 0.9999, 1.0});
                std::array<double, 41> many{};
                for (std::size_t k = 0; k < many.size(); ++k) many[k] = static_cast<double>(k) / 40.0;
                check(many);
            }
        }
    }
}

TEST_CASE("the quantile sketch keeps its stated error") {
    std::mt19937_64 engine(2);
    std::vector<double> draws(100'000);
    for (auto& x : draws) x = hw::exp(20.0 * (static_cast<double>(engine() >> 11U) * 0x1p-53) - 10.0);
    const auto exact = outcome_of<double>(draws);
    const auto sketch = outcome_of<double>(draws, false);
    for (const double p : {0.001, 0.1, 0.5, 0.9, 0.999}) {
        CHECK_THAT(sketch.quantile(p), WithinRel(exact.quantile(p), 1.0 / 4096.0));
    }
    CHECK_THAT(sketch.probability_below(1.0), WithinAbs(exact.probability_below(1.0), 2e-4));
    CHECK(sketch.mean() == exact.mean());
}

TEST_CASE("bins count more than 2^16 values, however they are merged") {
    using hw::detail::counting_plan;
    using hw::detail::quantile_sketch;
    const std::vector<double> ones(64, 1.1);
    const std::vector<double> threes(64, 3.3);
    const auto sketch_of = [&](int blocks_of_ones, int blocks_of_threes) {
        quantile_sketch sketch(0.0, counting_plan{counting_plan::form::binned, {}});
        for (int i = 0; i < blocks_of_ones; ++i) sketch.add_block(ones.data(), 64);
        for (int i = 0; i < blocks_of_threes; ++i) sketch.add_block(threes.data(), 64);
        return sketch;
    };
    const auto counts_of = [](const quantile_sketch& s) {
        std::vector<std::uint64_t> counts;
        const auto contents = s.contents();
        for (hw::detail::packed_bins::reader bin(contents.bins); bin.next();) counts.push_back(bin.count());
        return counts;
    };
    const quantile_sketch whole = sketch_of(3000, 10);  // past 2^16 twice
    CHECK(counts_of(whole) == std::vector<std::uint64_t>{64 * 3000, 640});
    CHECK(whole.contents().edges.least_count == 64 * 3000);
    CHECK(whole.contents().edges.greatest_count == 640);

    quantile_sketch merged = sketch_of(600, 10);  // no part past it, the sum is
    for (int i = 0; i < 4; ++i) merged.add(sketch_of(600, 0));
    CHECK(merged.contents().bins.bytes() == whole.contents().bins.bytes());
    quantile_sketch taken_over(0.0, counting_plan{counting_plan::form::binned, {}});
    taken_over.add(quantile_sketch(whole));
    taken_over.add(whole);
    CHECK(counts_of(taken_over) == std::vector<std::uint64_t>{64 * 6000, 1280});
}

TEST_CASE("sums keep their digits far from zero") {
    // Dates are seconds since 1970: 1.7e9 with a spread of one second must not lose the variance.
    std::vector<double> draws;
    for (int i = 0; i < 6400; ++i) draws.push_back(1.7e9 + (i % 2 == 0 ? 1.0 : -1.0));
    const auto o = outcome_of<hw::date>(draws, true, 1.7e9);
    CHECK(o.mean() == hw::date::from_seconds_since_1970(1.7e9));
    CHECK_THAT(o.stddev().in(second), WithinRel(hw::sqrt(6400.0 / 6399.0), 1e-12));
    CHECK_THAT(o.quantile_standard_error(0.5).in(second), WithinAbs(1.0, 1e-6));
}

TEST_CASE("an exact sum does not depend on order or grouping") {
    std::mt19937_64 engine(3);
    std::vector<double> terms;
    for (int i = 0; i < 3000; ++i) {
        const double u = static_cast<double>(engine() >> 11U) * 0x1p-53 - 0.5;
        terms.push_back(u * hw::exp2(static_cast<double>(engine() % 2000) - 1000.0));
    }
    hw::detail::exact_sum forward;
    for (const double x : terms) forward.add(x);
    hw::detail::exact_sum backward;
    hw::detail::exact_sum parts[3];
    for (std::size_t i = terms.size(); i-- > 0;) parts[i % 3].add(terms[i]);
    for (const auto& part : parts) backward.add(part);
    CHECK(forward.digits() == backward.digits());
    CHECK(forward.value() == backward.value());
    for (const double x : terms) forward.add(-x);
    CHECK(forward.value() == 0.0);
    // 1 survives between two numbers that would swallow it.
    hw::detail::exact_sum swallowed;
    for (const double x : {1e300, 1.0, -1e300, 5e-324}) swallowed.add(x);
    CHECK(swallowed.value() == 1.0);
    swallowed.add(-1.0);
    CHECK(swallowed.value() == 5e-324);
    swallowed.add(-1e-323);
    CHECK(swallowed.value() == -5e-324);
}

TEST_CASE("an outcome given another of the same run") {
    const std::vector<double> a{1.0, 2.0, 3.0, 4.0};
    const std::vector<double> b{40.0, 30.0, 20.0, 10.0};
    auto identity = std::make_shared<hw::detail::run_identity>();
    const auto make = [&](const std::vector<double>& draws) {
        hw::detail::draw_column column(0.0, 1, true);
        std::copy(draws.begin(), draws.end(), column.keep_range(0, draws.size()));
        column.add_block(draws.data(), 4, 0);
        return hw::outcome<double>(identity, std::move(column));
    };
    const auto given = make(a).given(make(b), [](double y) { return y > 15.0; });
    CHECK(given.draws() == 3);
    CHECK(given.mean() == 2.0);
    CHECK_THROWS_WITH(make(a).given(given, [](double) { return true; }), ContainsSubstring("of another run"));
}
