// SPDX-License-Identifier: BSL-1.0
#include <headway/forecast/common_factor.hpp>

#include "catch.hpp"
#include "fleet_by_owner.hpp"

#include <headway/belief/interval.hpp>
#include <headway/belief/makers.hpp>
#include <headway/figures/since/chips.hpp>
#include <headway/simulation/simulate.hpp>
#include <headway/source/quantile_reading.hpp>

namespace hw = headway;
namespace since = headway::figures::since;
using namespace hw::units;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::Message;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

constexpr auto published = [](const auto& figure) { return hw::as_quantiles(figure).above(0.0 * chip); };
constexpr auto nvidia = hw::assumption<"Nvidia">(published(since::nvidia_stock_2025), since::nvidia_stock_2025);
constexpr auto tpu = hw::assumption<"Google">(published(since::tpu_stock_2025), since::tpu_stock_2025);
constexpr auto trainium = hw::assumption<"Amazon">(published(since::trainium_stock_2025), since::trainium_stock_2025);
constexpr auto amd = hw::assumption<"AMD">(published(since::amd_stock_2025), since::amd_stock_2025);
constexpr auto nvidia_2024 =
    hw::assumption<"Nvidia, a year before">(published(since::nvidia_stock_2024), since::nvidia_stock_2024);

constexpr auto nvidia_2023 =
    hw::assumption<"Nvidia, two years before">(published(since::nvidia_stock_2023), since::nvidia_stock_2023);

constexpr auto a = hw::assumption<"a">(hw::lognormal(1.0, 0.3), "test");
constexpr auto b = hw::assumption<"b">(hw::lognormal(2.0, 0.2), "test");
constexpr auto c = hw::assumption<"c">(hw::normal(10.0, 1.0), "test");

constexpr auto sum = [](const auto& in) { return in[a] + in[b]; };
constexpr auto sum_of_three = [](const auto& in) { return in[a] + in[b] + in[c]; };
constexpr hw::simulation run{.draws = 65'536, .seed = 18, .threads = 1};

// Each pair has what was asked; loadings multiply.
constexpr auto three = hw::correlate_all(0.4, a, b, c);
static_assert(three.size == 3 && three.names[2] == "c" && three(0, 1) == 0.4 && three(2, 1) == 0.4 &&
              three(2, 0) == 0.4);
constexpr auto unequal = hw::common_factor(hw::loads(a, 0.9), hw::loads(b, -0.5), hw::loads(c, 0.0));
static_assert(unequal(0, 1) == hw::rank_from_normal_correlation(-0.45) && unequal(0, 2) == 0.0);

// Beside a pair of its own; the last one counts.
constexpr auto joined =
    hw::forecast(hw::inputs(a, b, c), sum_of_three, hw::correlate_all(0.4, a, b, c), hw::correlate(a, b, 0.1));
static_assert(joined.correlation().takes_part(0) && joined.correlation().takes_part(2));
static_assert(joined.correlation().factor()[1][0] == hw::normal_from_rank_correlation(0.1));
static_assert(joined.correlation().factor()[2][0] == hw::normal_from_rank_correlation(0.4));
// A group is its pairs, bit for bit, in whichever order its inputs stand.
static_assert(
    hw::forecast(hw::inputs(a, b, c), sum_of_three, hw::correlate_all(0.4, c, a, b)).correlation().fingerprint() ==
    hw::forecast(hw::inputs(a, b, c), sum_of_three, hw::correlate(a, b, 0.4), hw::correlate(a, c, 0.4),
                 hw::correlate(b, c, 0.4))
        .correlation()
        .fingerprint());

// The growth that is published comes out of the central case.
constexpr auto growth = hw::forecast(
    hw::inputs(nvidia_2023, nvidia_2024, nvidia),
    [](const auto& in) {
        return hw::outputs(hw::output<"2024">(in[nvidia_2024] / in[nvidia_2023]),
                           hw::output<"2025">(in[nvidia] / in[nvidia_2024]));
    },
    hw::correlate_all(0.8, nvidia_2023, nvidia_2024, nvidia));
static_assert(hw::abs(hw::get<"2024">(growth.baseline()) - 3.40) < 0.005);
static_assert(hw::abs(hw::get<"2025">(growth.baseline()) - 2.89) < 0.005);

TEST_CASE("the published quantiles of each owner stay, however its belief is joined to the others") {
    for (const double rho : {0.0, 0.9}) {
        const auto f = hw::forecast(
            hw::inputs(nvidia, tpu, trainium, amd),
            [](const auto& in) {
                return hw::outputs(hw::output<"Nvidia">(in[nvidia]), hw::output<"Google">(in[tpu]),
                                   hw::output<"Amazon">(in[trainium]), hw::output<"AMD">(in[amd]));
            },
            hw::correlate_all(rho, nvidia, tpu, trainium, amd));
        const auto result = hw::simulate(f, run);
        const auto is_as_published = [&](const auto& stock, const auto& figure) {
            INFO(figure.id << " at " << rho);
            // Four standard errors: one false alarm in 16 000.
            CHECK_THAT(stock.quantile(0.05).in(chip),
                       WithinAbs(figure.low.in(chip), 4.0 * stock.quantile_standard_error(0.05).in(chip)));
            CHECK_THAT(stock.quantile(0.5).in(chip),
                       WithinAbs(figure.value.in(chip), 4.0 * stock.quantile_standard_error(0.5).in(chip)));
            CHECK_THAT(stock.quantile(0.95).in(chip),
                       WithinAbs(figure.high.in(chip), 4.0 * stock.quantile_standard_error(0.95).in(chip)));
            CHECK(stock.quantile_standard_error(0.95) < 0.005 * stock.quantile(0.95));
        };
        is_as_published(hw::get<"Nvidia">(result), since::nvidia_stock_2025);
        is_as_published(hw::get<"Google">(result), since::tpu_stock_2025);
        is_as_published(hw::get<"Amazon">(result), since::trainium_stock_2025);
        is_as_published(hw::get<"AMD">(result), since::amd_stock_2025);
    }
}

TEST_CASE("the spread of the owners' total grows with what their errors share, as an integral has it") {
    double before = 0.0;
    for (const auto& golden : reference::four_makers) {
        const auto total =
            hw::simulate(hw::forecast(
                             hw::inputs(nvidia, tpu, trainium, amd),
                             [](const auto& in) { return in[nvidia] + in[tpu] + in[trainium] + in[amd]; },
                             hw::correlate_all(golden.rank_correlation, nvidia, tpu, trainium, amd)),
                         run);
        INFO("rank correlation " << golden.rank_correlation);
        CHECK_THAT(total.mean().in(chip),
                   WithinAbs(reference::four_makers_mean, 4.0 * golden.stddev / hw::sqrt(65'536.0)));
        // The standard deviation of n draws with tails somewhat above normal: 1 / sqrt(2 n) of itself, 0.3 %.
        CHECK_THAT(total.stddev().in(chip), WithinRel(golden.stddev, 0.015));
        CHECK(total.stddev().in(chip) > 1.05 * before);
        before = total.stddev().in(chip);
    }
}

TEST_CASE("two lognormals: variance of the sum and interval of the ratio in closed form") {
    const double at_90 = hw::normal_quantile(0.95);
    double widest = 100.0;
    for (const double rho : {-0.5, 0.0, 0.5, 0.95}) {
        INFO("rank correlation " << rho);
        const double r = hw::normal_from_rank_correlation(rho);
        const auto mean = [](double median, double sigma) { return median * hw::exp(0.5 * sigma * sigma); };
        const auto shared = [&](double s, double t, double by) { return hw::expm1(by * s * t); };
        const double ma = mean(1.0, 0.3);
        const double mb = mean(2.0, 0.2);
        const double variance =
            ma * ma * shared(0.3, 0.3, 1.0) + mb * mb * shared(0.2, 0.2, 1.0) + 2.0 * ma * mb * shared(0.3, 0.2, r);
        const auto both = hw::simulate(hw::forecast(
                                           hw::inputs(a, b),
                                           [](const auto& in) {
                                               return hw::outputs(hw::output<"sum">(in[a] + in[b]),
                                                                  hw::output<"ratio">(in[b] / in[a]));
                                           },
                                           hw::correlate_all(rho, a, b)),
                                       run);
        CHECK_THAT(hw::get<"sum">(both).stddev(), WithinRel(hw::sqrt(variance), 0.015));
        // ln(b/a) is normal: the factor between the 5 and the 95 % quantile of b/a is exp(2 z s).
        const double s = hw::sqrt(0.3 * 0.3 + 0.2 * 0.2 - 2.0 * r * 0.3 * 0.2);
        const auto& ratio = hw::get<"ratio">(both);
        const double error = 4.0 * ratio.quantile_standard_error(0.95);
        CHECK_THAT(ratio.quantile(0.95), WithinAbs(2.0 * hw::exp(at_90 * s), error));
        CHECK_THAT(ratio.quantile(0.05), WithinAbs(2.0 * hw::exp(-at_90 * s), error));
        const double width = ratio.quantile(0.95) / ratio.quantile(0.05);
        CHECK(width < 0.95 * widest);
        widest = width;
    }
}

TEST_CASE("growth of a stock: the more the two ends' errors share, the better it is known") {
    for (const auto& golden : reference::nvidia_growth) {
        const auto ratio = hw::simulate(hw::forecast(
                                            hw::inputs(nvidia_2024, nvidia),
                                            [](const auto& in) { return in[nvidia] / in[nvidia_2024]; },
                                            hw::correlate_all(golden.rank_correlation, nvidia_2024, nvidia)),
                                        run);
        INFO("rank correlation " << golden.rank_correlation);
        const auto agrees = [&](double p, double value) {
            CHECK_THAT(ratio.quantile(p), WithinAbs(value, 4.0 * ratio.quantile_standard_error(p)));
        };
        agrees(0.05, golden.p5);
        agrees(0.5, golden.p50);
        agrees(0.95, golden.p95);
    }
}

TEST_CASE("a factor's loadings: who follows it more, moves more with the others") {
    const auto f = hw::forecast(hw::inputs(a, b, c), sum_of_three,
                                hw::common_factor(hw::loads(a, 0.9), hw::loads(b, 0.5), hw::loads(c, -0.8)));
    const auto& rows = f.correlation().factor();
    // The rows of the Cholesky factor multiply to the correlations of normals: the products of the loadings.
    CHECK_THAT(rows[1][0], WithinRel(0.45, 1e-14));
    CHECK_THAT(rows[2][0], WithinRel(-0.72, 1e-14));
    CHECK_THAT(rows[2][0] * rows[1][0] + rows[2][1] * rows[1][1], WithinRel(-0.4, 1e-13));
    // Var(a + b + c), of which the last is normal: Cov(lognormal, normal) = mean sigma r.
    const double ma = hw::exp(0.045);
    const double mb = 2.0 * hw::exp(0.02);
    const double variance = ma * ma * hw::expm1(0.09) + mb * mb * hw::expm1(0.04) + 1.0 +
                            2.0 * (ma * mb * hw::expm1(0.45 * 0.06) - ma * 0.3 * 0.72 - mb * 0.2 * 0.4);
    CHECK_THAT(hw::simulate(f, run).stddev(), WithinRel(hw::sqrt(variance), 0.015));
}

TEST_CASE("what cannot be is refused in words") {
    CHECK_THROWS_MATCHES(hw::correlate_all(1.5, a, b), std::domain_error,
                         Message("correlate_all: rank correlation must be above -1 and below 1 (inputs that always move "
                                 "together are one assumption), got 1.5"));
    CHECK_THROWS_MATCHES(hw::correlate_all(__builtin_nan(""), a, b), std::domain_error,
                         Message("correlate_all: rank correlation must be above -1 and below 1 (inputs that always move "
                                 "together are one assumption), got nan"));
    CHECK_THROWS_MATCHES(hw::loads(a, -1.1), std::domain_error,
                         Message("loads: loading must be between -1 and 1, got -1.1"));
    // Three cannot all avoid each other.
    CHECK_THROWS_WITH(hw::forecast(hw::inputs(a, b, c), sum_of_three, hw::correlate_all(-0.6, a, b, c)),
                      ContainsSubstring("\"a\", \"b\", \"c\" cannot all be correlated like that"));
    // Inputs that move as one are one.
    CHECK_THROWS_WITH(hw::correlate_all(1.0, a, b),
                      ContainsSubstring("(inputs that always move together are one assumption), got 1"));
    CHECK_THROWS_AS(hw::correlate_all(-1.0, a, b), std::domain_error);
    CHECK_THROWS_WITH(hw::forecast(hw::inputs(a, b), sum, hw::correlate(a, b, 1.0)),
                      ContainsSubstring("make them one assumption"));
    CHECK_THROWS_WITH(hw::forecast(hw::inputs(a, b), sum, hw::common_factor(hw::loads(a, 1.0), hw::loads(b, -1.0))),
                      ContainsSubstring("make them one assumption"));
    CHECK(hw::forecast(hw::inputs(a, b), sum, hw::common_factor(hw::loads(a, 1.0), hw::loads(b, 0.99)))
              .correlation()
              .any());
}

}  // namespace
