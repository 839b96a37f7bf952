// SPDX-License-Identifier: BSL-1.0
#include <headway/belief/from_quantiles.hpp>

#include "../reference/metalog.hpp"
#include "catch.hpp"

#include <array>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <string>
#include <vector>

#include <headway/belief/belief_sampler.hpp>
#include <headway/belief/pool.hpp>
#include <headway/belief/truncated.hpp>
#include <headway/quantity/units.hpp>
#include <headway/sampling/name_hash.hpp>
#include <headway/sampling/random_stream.hpp>

using namespace headway;
using namespace headway::units;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::MessageMatches;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();
constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

// All at compile time: numbers, quantities, dates, bounds, terms.
constexpr auto stated = from_quantiles({{0.1, 10}, {0.5, 20}, {0.9, 50}});
constexpr belief<double> unbounded = stated;
static_assert(unbounded.shape() == belief_shape::metalog && unbounded.median() == 20.0 && unbounded.has_density());
static_assert(stated.quantile(0.9) > 49.999999 && stated.quantile(0.9) < 50.000001 && stated.cdf(20.0) == 0.5);
static_assert(stated.above(0).support() == std::pair(0.0, infinite));
static_assert(stated.below(200.0).support() == std::pair(-infinite, 200.0));
static_assert(stated.between(0, 100).support() == std::pair(0.0, 100.0));
static_assert(stated.terms(2).median() > 24.0 && stated.terms(2).coefficients().count == 2);
static_assert(from_quantiles({{10.0 * percent, 1}, {50.0 * percent, 2}, {90.0 * percent, 3.5}}).median() == 2.0);
constexpr auto months = from_quantiles({0.1, 0.5, 0.9}, {10.0 * month, 20.0 * month, 50.0 * month}).above(0.0 * month);
static_assert(std::same_as<decltype(months.belief()), belief<quantity<dim::time>>>);
static_assert(months == from_quantiles({quantile_at{0.1, 10.0 * month}, {0.5, 20.0 * month}, {0.9, 50.0 * month}})
                            .above(0.0 * month));
constexpr belief<date> when = from_quantiles<date>({{0.1, 2027y / 1 / 1}, {0.5, 2028y / 1 / 1}, {0.9, 2031y / 1 / 1}});
static_assert(when.median() == date(2028y / 1 / 1) && when.stddev() > 1.0 * year);
constexpr belief<double> of_nine = from_quantiles(
    {{0.1, 1.0}, {0.2, 2.1}, {0.3, 3.0}, {0.4, 3.7}, {0.5, 4.3}, {0.6, 5.0}, {0.7, 5.9}, {0.8, 7.0}, {0.9, 9.0}});
static_assert(given_quantile_count(of_nine) == 9 && given_quantile(of_nine, 8).value == 9.0);
constexpr belief<double> in_a_mixture = mixture({stated, 0.3}, {0.0, 0.7});
static_assert(in_a_mixture.mass(0.0) == 0.7 && truncated(stated, 0, 60).support() == std::pair(0.0, 60.0));

elicited_quantiles<double> made(const reference::metalog_case& c) {
    std::vector<quantile_at<double>> quantiles;
    for (int i = 0; i < c.count; ++i) quantiles.emplace_back(c.probability[i], c.value[i]);
    auto all = from_quantiles(quantiles).terms(c.terms);
    if (c.lo > -infinite) all = all.above(c.lo);
    return c.hi < infinite ? all.below(c.hi) : all;
}

std::string refused(const auto& make) {
    try {
        (void)make();
    } catch (const std::domain_error& e) {
        return e.what();
    }
    return "was taken";
}

}  // namespace

TEST_CASE("from_quantiles: 10, 20 and 50 at 10, 50 and 90 %") {
    const auto a = stated.coefficients();
    CHECK(a.count == 3);
    CHECK(a[0] == 20.0);
    CHECK_THAT(a[1], WithinRel(9.1023922662683739, 1e-12));
    CHECK_THAT(a[2], WithinRel(11.377990332835467, 1e-12));
    CHECK_THAT(stated.quantile(0.05), WithinRel(8.2743706157971079, 1e-12));
    CHECK_THAT(stated.quantile(0.95), WithinRel(61.877247800724615, 1e-12));
    CHECK_THAT(stated.mean(), WithinRel(25.6889951664177, 1e-12));
    const auto log_scale = stated.above(0);
    CHECK_THAT(log_scale.quantile(0.05), WithinRel(8.0490531981384679, 1e-12));
    CHECK_THAT(log_scale.quantile(0.95), WithinRel(69.568858947535546, 1e-12));
    CHECK_THAT(log_scale.quantile(0.99), WithinRel(143.236599247065, 1e-12));
    CHECK_THAT(log_scale.mean(), WithinRel(27.879089502751, 1e-12));
}

TEST_CASE("from_quantiles: quantiles, densities, moments agree with 50-digit references") {
    for (const auto& c : reference::metalog_cases) {
        const belief<double> b = made(c);
        INFO(c.count << " quantiles from " << c.value[0] << ", " << c.terms << " terms, " << c.lo << " to " << c.hi);
        const auto a = made(c).coefficients();
        // The powers up to the ninth term are nearly dependent: of their coefficients, and far out, some digits are lost.
        const double tolerance = c.terms == 9 ? 1e-11 : 1e-12;
        double size = 0.0;
        for (const double x : c.coefficient) size = std::max(size, std::abs(x));
        CHECK(a.count == c.terms);
        for (int i = 0; i < c.terms; ++i) CHECK_THAT(a[i], WithinAbs(c.coefficient[i], tolerance * size));
        const double spread = std::abs(c.quantile[6] - c.quantile[2]);
        for (int i = 0; i < 9; ++i) {
            const double p = reference::metalog_levels[i];
            CHECK_THAT(b.quantile(p), WithinRel(c.quantile[i], 1e-12) || WithinAbs(c.quantile[i], 1e-12 * spread));
            CHECK_THAT(b.cdf(c.quantile[i]), WithinRel(p, tolerance));
            CHECK_THAT(b.survival(c.quantile[i]), WithinRel(1.0 - p, 1e-11));
            CHECK_THAT(b.pdf(c.quantile[i]), WithinRel(c.density[i], 1e-11));
        }
        CHECK(b.has_mean() == (std::abs(c.mean) < infinite));
        CHECK(b.has_variance() == (c.stddev < infinite));
        if (b.has_mean()) CHECK_THAT(b.mean(), WithinRel(c.mean, 1e-12));
        if (b.has_variance()) CHECK_THAT(b.stddev(), WithinRel(c.stddev, 1e-12));
    }
}

TEST_CASE("from_quantiles: with as many terms as quantiles it goes through each") {
    for (const auto& c : reference::metalog_cases) {
        if (c.terms != c.count) continue;
        const belief<double> b = made(c);
        for (int i = 0; i < c.count; ++i) {
            CHECK_THAT(b.quantile(c.probability[i]),
                       WithinAbs(c.value[i], 1e-13 * (c.value[c.count - 1] - c.value[0])));
        }
    }
}

TEST_CASE("from_quantiles: cdf undoes quantile far into both tails") {
    const belief<double> all[] = {stated, stated.above(0), stated.below(200), stated.between(0, 100), of_nine};
    for (const auto& b : all) {
        double before = b.quantile(0.0);
        for (const double p :
             {1e-300, 1e-200, 1e-100, 1e-30, 1e-16, 1e-10, 1e-5, 0.01, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99}) {
            const double x = b.quantile(p);
            CHECK(x >= before);
            before = x;
            // Beside a bound that is not 0 the value itself has too few digits.
            if (std::abs(x - 200.0) > 1e-3 && std::abs(x - 100.0) > 1e-3) CHECK_THAT(b.cdf(x), WithinRel(p, 1e-12));
            const double y = b.quantile_upper(p);
            if (std::abs(y - 200.0) > 1e-3 && std::abs(y - 100.0) > 1e-3)
                CHECK_THAT(b.survival(y), WithinRel(p, 1e-12));
        }
    }
    CHECK((unbounded.cdf(-1e300) == 0.0 && unbounded.cdf(1e300) == 1.0 && unbounded.cdf(infinite) == 1.0));
    CHECK((stated.above(0).cdf(0.0) == 0.0 && stated.above(0).cdf(-1.0) == 0.0 && stated.above(0).pdf(-1.0) == 0.0));
}

TEST_CASE("from_quantiles: three terms are a belief exactly up to the ratio of Keelin") {
    const auto of_ratio = [](double r) {
        // Quantiles of a2 = 1 and a3 = r at 10, 50 and 90 %.
        const double s = headway::log(9.0);
        return from_quantiles({{0.1, -s + 0.4 * r * s}, {0.5, 0.0}, {0.9, s + 0.4 * r * s}});
    };
    for (const double side : {-1.0, 1.0}) {
        CHECK_NOTHROW(of_ratio(side * reference::metalog_greatest_ratio * (1.0 - 1e-12)).belief());
        CHECK_THROWS_AS(of_ratio(side * reference::metalog_greatest_ratio * (1.0 + 1e-12)).belief(), std::domain_error);
        CHECK_NOTHROW(of_ratio(side * 1.6671131).belief());
        CHECK_THROWS_AS(of_ratio(side * 1.6671132).belief(), std::domain_error);
    }
}

TEST_CASE("from_quantiles: what is believed is a belief only if the quantile function rises, on a fine grid") {
    // Every third quantile of a set moved step by step: taken or refused as a dense look at the curve says.
    int taken = 0, fell = 0;
    for (double x = 1.05; x < 9.0; x += 0.13) {
        for (double y = x + 0.1; y < 9.5; y += 0.37) {
            const auto q = from_quantiles({{0.1, 1.0}, {0.3, x}, {0.7, y}, {0.9, 10.0}});
            const auto a = q.coefficients();
            bool rises = true;
            for (double s = -36.0; s <= 36.0; s += 0.01) {
                rises = rises && detail::metalog_slope(a.value, s) > 0.0;
            }
            const bool is_taken = refused([&] { return q.belief(); }) == "was taken";
            INFO(x << " " << y);
            CHECK(is_taken == rises);
            (is_taken ? taken : fell) += 1;
        }
    }
    CHECK((taken > 100 && fell > 100));
}

TEST_CASE("from_quantiles: uniform and logistic quantiles give the uniform and the logistic") {
    const belief<double> straight = from_quantiles({{0.1, 1.0}, {0.3, 3.0}, {0.6, 6.0}, {0.8, 8.0}});
    for (const double p : {0.0, 1e-9, 0.2, 0.5, 1.0}) CHECK_THAT(straight.quantile(p), WithinAbs(10.0 * p, 1e-13));
    CHECK_THAT(straight.pdf(0.0), WithinRel(0.1, 1e-12));
    CHECK_THAT(straight.pdf(10.0 - 1e-9), WithinRel(0.1, 1e-9));
    CHECK_THAT(straight.stddev(), WithinRel(10.0 / std::sqrt(12.0), 1e-12));
    CHECK(straight.cdf(11.0) == 1.0);
    const double s = headway::log(9.0);
    const belief<double> logistic = from_quantiles({{0.1, 5.0 - s}, {0.5, 5.0}, {0.9, 5.0 + s}});
    for (const double x : {-700.0, 0.0, 5.0, 30.0}) {
        CHECK_THAT(logistic.cdf(x), WithinRel(1.0 / (1.0 + headway::exp(5.0 - x)), 1e-12));
    }
    CHECK_THAT(logistic.stddev(), WithinRel(3.14159265358979323846 / std::sqrt(3.0), 1e-13));
}

TEST_CASE("from_quantiles: the density at a bound is its limit there") {
    // z = a2·s: x = e^(a2·s) is log-logistic, its density at 0 infinite, 1 or 0.
    const auto log_logistic = [](double power) {
        return from_quantiles({{0.1, headway::pow(1.0 / 9.0, power)}, {0.5, 1.0}, {0.9, headway::pow(9.0, power)}})
            .above(0)
            .terms(2);
    };
    CHECK(log_logistic(0.5).pdf(0.0) == 0.0);
    CHECK(log_logistic(2.0).pdf(0.0) == infinite);
    CHECK_THAT(log_logistic(0.5).pdf(1e-100), WithinAbs(0.0, 1e-99));
    CHECK(unbounded.pdf(infinite) == 0.0);
    CHECK(stated.above(0).pdf(infinite) == 0.0);
}

TEST_CASE("from_quantiles: infinite moments are told") {
    const auto heavy = from_quantiles({{0.1, 1.0}, {0.5, 10.0}, {0.9, 1000.0}}).above(0);
    CHECK_FALSE(heavy.has_mean());
    CHECK_FALSE(heavy.has_variance());
    CHECK_THROWS_MATCHES(heavy.mean(), std::domain_error,
                         MessageMatches(ContainsSubstring("quantiles with one bound")));
    CHECK_THROWS_AS(heavy.stddev(), std::domain_error);
    CHECK(truncated(heavy, 0, 1e6).has_variance());
    CHECK_FALSE(truncated(heavy, 1.0, infinite).has_mean());
    const auto mirrored = from_quantiles({{0.1, -1000.0}, {0.5, -10.0}, {0.9, -1.0}}).below(0);
    CHECK_FALSE(mirrored.has_mean());
    CHECK(truncated(mirrored, -1e6, 0.0).has_mean());
    CHECK_FALSE(mixture({heavy, 0.5}, {1.0, 0.5}).has_mean());
    // A tail so heavy that a good part of the mean lies beyond a tail probability of 1e-300: of x = e^(b·s) it is πb/sin(πb).
    for (const double b : {0.5, 0.9, 0.99, 0.999}) {
        const auto q = from_quantiles({{0.1, headway::pow(1.0 / 9.0, b)}, {0.5, 1.0}, {0.9, headway::pow(9.0, b)}})
                           .above(0)
                           .terms(2);
        const double pi_b = 3.14159265358979323846 * b;
        const double power = q.coefficients()[1];
        CHECK_THAT(power, WithinRel(b, 1e-14));
        CHECK_THAT(q.mean(), WithinRel(pi_b / std::sin(pi_b), 1e-10));
        CHECK(q.has_variance() == (power < 0.5));
    }
}

TEST_CASE("from_quantiles: truncated beliefs agree with 50-digit references") {
    for (const auto& c : reference::metalog_cuts) {
        const belief<double> b = made(reference::metalog_cases[c.which]);
        const auto cut = truncated(b, c.lo, c.hi);
        INFO(c.which << " cut to " << c.lo << ", " << c.hi);
        CHECK(cut.shape() == belief_shape::truncated);
        CHECK_THAT(cut.parts()[0].part.inside, WithinRel(c.inside, 1e-11));
        const double sd = c.stddev;
        CHECK_THAT(cut.mean(), WithinAbs(c.mean, 1e-11 * sd) || WithinRel(c.mean, 4e-16));
        CHECK_THAT(cut.stddev(), WithinRel(sd, 1e-11));
        CHECK_THAT(cut.median(), WithinAbs(c.median, 1e-11 * sd) || WithinRel(c.median, 4e-16));
        CHECK_THAT(cut.cdf(c.median), WithinRel(0.5, 1e-11) || WithinAbs(0.5, 4e-16 * std::abs(c.median) / sd));
        CHECK(cut.untruncated() == b);
        CHECK(truncated(b, b.support().first, b.support().second) == b);
    }
}

TEST_CASE("from_quantiles: draws one by one, in blocks and by a sampler have the same bits") {
    const belief<double> all[] = {stated,          stated.above(0), stated.below(200),       stated.between(0, 100),
                                  stated.terms(2), of_nine,         truncated(stated, 5, 30)};
    for (const auto& b : all) {
        double u[64], drawn[64], sampled[64], z[64], from_normals[64];
        for (int i = 0; i < 64; ++i) {
            u[i] = (i + 0.4) / 64.0;
            z[i] = -4.0 + 0.125 * i;
        }
        u[0] = 0x1p-54;
        u[63] = 1.0 - 0x1p-53;
        b.draw_block<64>(u, drawn);
        belief_sampler(b).draw_block<64>(u, sampled);
        b.draw_from_normal_block<64>(z, from_normals);
        for (int i = 0; i < 64; ++i) {
            CHECK(drawn[i] == b.draw(u[i]));
            CHECK(drawn[i] == b.quantile(u[i]));
            CHECK(drawn[i] == sampled[i]);
            CHECK(from_normals[i] == b.draw_from_normal(z[i]));
        }
        b.draw_block<64>(u, u);
        for (int i = 0; i < 64; ++i) CHECK(u[i] == drawn[i]);
    }
    // Known bits: any compiler, any machine.
    double u[64], drawn[64];
    for (int i = 0; i < 64; ++i) u[i] = (i + 0.5) / 64.0;
    stated.above(0).belief().draw_block<64>(u, drawn);
    CHECK(drawn[0] == 0x1.25de8e446724bp+2);
    CHECK(drawn[40] == 0x1.8a31d3ad215cp+4);
    of_nine.draw_block<64>(u, drawn);
    CHECK(drawn[63] == 0x1.0063bfc38b3a1p+5);
}

TEST_CASE("from_quantiles: units do not matter") {
    const auto in_months = months.belief();
    for (const double p : {0.01, 0.3, 0.9}) {
        CHECK_THAT(in_months.quantile(p).in(month), WithinRel(stated.above(0).quantile(p), 1e-14));
    }
    CHECK_THAT(in_months.mean().in(month), WithinRel(stated.above(0).mean(), 1e-13));
    CHECK_THAT(in_months.pdf(20.0 * month).in(1.0 / month), WithinRel(stated.above(0).pdf(20.0), 1e-13));
    const auto flop_count = from_quantiles({0.1, 0.5, 0.9}, {1e25 * flop, 2e25 * flop, 5e25 * flop}).above(0.0 * flop);
    CHECK_THAT(flop_count.quantile(0.99).in(1e24 * flop), WithinRel(stated.above(0).quantile(0.99), 1e-14));
    // A date is its distance from the middle one: the same spread far from 1970.
    const auto dates =
        from_quantiles({0.1, 0.5, 0.9}, {date(2027y / 1 / 1), date(2027y / 1 / 11), date(2027y / 2 / 10)});
    CHECK_THAT((dates.quantile(0.95) - date(2027y / 1 / 1)).in(day), WithinAbs(stated.quantile(0.95) - 10.0, 1e-5));
}

TEST_CASE("from_quantiles: pooled, mixed, taken apart and compared like every other belief") {
    const auto other = from_quantiles({{0.1, 12}, {0.5, 18}, {0.9, 30}});
    const auto both = pool({stated, 0.5}, {other, 0.5});
    CHECK(both.component_count() == 2);
    CHECK(both.component(0) == unbounded);
    CHECK_THAT(both.cdf(20.0), WithinRel(0.5 * 0.5 + 0.5 * other.cdf(20.0), 1e-14));
    CHECK_THAT(both.cdf(both.quantile(0.8)), WithinRel(0.8, 1e-13));
    CHECK_THAT(both.mean(), WithinRel(0.5 * (stated.mean() + other.mean()), 1e-14));
    CHECK(stated.terms(3) == stated);
    CHECK_FALSE(stated.terms(2) == stated);
    CHECK_FALSE(stated.above(0) == stated);
    CHECK_FALSE(other == stated);
    CHECK(unbounded.parameters().count == 0);
    CHECK(given_quantile_count(exactly(1.0)) == 0);
    const auto again =
        from_quantiles({given_quantile(unbounded, 0), given_quantile(unbounded, 1), given_quantile(unbounded, 2)});
    CHECK(again == stated);
}

TEST_CASE("from_quantiles: a set that gives no belief is refused with where, and what would do") {
    const auto skewed = from_quantiles({{0.1, 10}, {0.5, 20}, {0.9, 100}});
    const auto why = refused([&] { return skewed.belief(); });
    CHECK_THAT(why, ContainsSubstring("from_quantiles: no belief has these quantiles with 3 terms"));
    CHECK_THAT(why, ContainsSubstring("would fall at the probability 0.202, near 8.16716"));
    CHECK_THAT(why, ContainsSubstring("2 terms would do, or a lower bound of 0"));
    CHECK_NOTHROW(skewed.terms(2).belief());
    CHECK_NOTHROW(skewed.above(0).belief());
    CHECK_THAT(refused([] {
                   return from_quantiles({{0.1, -10}, {0.5, 20}, {0.9, 22}}).median();
               }),
               ContainsSubstring("at the probability 0.755, near 23.624; 2 terms would do, or an upper bound of 25.2"));
    CHECK_NOTHROW(from_quantiles({{0.1, -10}, {0.5, 20}, {0.9, 22}}).below(25.2).belief());
    CHECK_THAT(
        refused([] {
            return from_quantiles<date>({{0.1, 2027y / 1 / 1}, {0.5, 2028y / 1 / 1}, {0.9, 2041y / 1 / 1}}).belief();
        }),
        ContainsSubstring("near 2026-05-20; 2 terms would do, or a lower bound of 20"));
    CHECK_THAT(refused([] {
                   return from_quantiles({0.1, 0.5, 0.9}, {10.0 * month, 20.0 * month, 100.0 * month}).mean();
               }),
               ContainsSubstring("or a lower bound of 0"));
    CHECK_THAT(refused([] {
                   return from_quantiles({{0.1, 1.0}, {0.3, 1.1}, {0.5, 5.0}, {0.9, 5.1}}).belief();
               }),
               ContainsSubstring("with 4 terms") && ContainsSubstring("3 terms would do"));
    CHECK_THAT(refused([] {
                   return from_quantiles({{0.5, 1.0}, {0.999, 5.0}, {0.9999, 50.0}}).belief();
               }),
               ContainsSubstring("would fall at the probability"));
}

TEST_CASE("from_quantiles: what would do, does as it is told") {
    const random_stream numbers(2026, hash_of("quantiles"));
    std::array<double, 64> u{};
    int refusals = 0;
    int bounds = 0;
    for (std::uint64_t k = 0; k < 300; ++k) {
        numbers.uniforms(k, u.data());
        const double size = std::pow(10.0, -6.0 + 12.0 * u[0]);
        const double first = size * (u[1] - 0.3);
        const double middle = first + size * std::pow(10.0, -3.0 * u[2]);
        const double third = middle + size * std::pow(10.0, -3.0 * u[3]);
        const auto elicited = from_quantiles({{0.1, first}, {0.5, middle}, {0.9, third}});
        std::string why;
        try {
            (void)elicited.belief();
            continue;
        } catch (const std::domain_error& e) {
            why = e.what();
        }
        ++refusals;
        CAPTURE(why);
        if (why.find("2 terms would do") != why.npos) CHECK_NOTHROW(elicited.terms(2).belief());
        const std::string bound = " bound of ";
        if (const auto at = why.find(bound); at != why.npos) {
            ++bounds;
            const double told = std::stod(why.substr(at + bound.size()));
            const bool is_lower = why.find("a lower bound") != why.npos;
            CHECK_NOTHROW(is_lower ? elicited.above(told).belief() : elicited.below(told).belief());
        }
    }
    CHECK(refusals > 100);
    CHECK(bounds > 50);
}

TEST_CASE("from_quantiles: bad input is refused in words") {
    using quantiles = std::vector<quantile_at<double>>;
    const auto of = [](const quantiles& q) { return refused([&] { return from_quantiles(q); }); };
    CHECK_THAT(of({{0.1, 1.0}, {0.9, 2.0}}), ContainsSubstring("takes 3 to 9 quantiles, got 2; for two use normal_ci"));
    CHECK_THAT(of({}), ContainsSubstring("takes 3 to 9 quantiles, got 0"));
    quantiles ten;
    for (int i = 1; i <= 10; ++i) ten.emplace_back(i / 11.0, i);
    CHECK_THAT(of(ten), ContainsSubstring("takes 3 to 9 quantiles, got 10; leave some out"));
    CHECK_THAT(of({{0.1, 1.0}, {0.5, 3.0}, {0.9, 2.0}}),
               ContainsSubstring("the quantiles must rise with the probability, got 3 and 2 at 0.5 and 0.9"));
    CHECK_THAT(of({{0.1, 1.0}, {0.5, 1.0}, {0.9, 2.0}}), ContainsSubstring("the quantiles must rise"));
    CHECK_THAT(of({{0.1, 1.0}, {0.9, 2.0}, {0.5, 3.0}}),
               ContainsSubstring("the probabilities must rise, got 0.9 and then 0.5"));
    CHECK_THAT(of({{0.1, 1.0}, {0.5, 2.0}, {0.5, 3.0}}), ContainsSubstring("the probabilities must rise"));
    for (const double p : {0.0, 1.0, -0.1, 10.0, undefined}) {
        CHECK_THAT(of({{p, 1.0}, {0.5, 2.0}, {0.9, 3.0}}),
                   ContainsSubstring("every probability must be between 0 and 1"));
    }
    for (const double x : {undefined, infinite, -infinite}) {
        CHECK_THAT(of({{0.1, 1.0}, {0.5, x}, {0.9, 3.0}}), ContainsSubstring("every quantile must be a finite number"));
    }
    CHECK_THAT(of({{0.1, -1.7e308}, {0.5, 0.0}, {0.9, 1.7e308}}), ContainsSubstring("too large for a number"));
    CHECK_THAT(refused([] { return stated.above(10); }), ContainsSubstring("every quantile must lie above the bound"));
    CHECK_THAT(refused([] { return stated.above(12.5); }), ContainsSubstring("got 10 and 12.5 as the bound"));
    CHECK_THAT(refused([] { return stated.below(50); }), ContainsSubstring("every quantile must lie below the bound"));
    CHECK_THAT(refused([] { return stated.between(0, 40); }), ContainsSubstring("got 50 and 40 as the bound"));
    CHECK_THAT(refused([] { return stated.between(60, 0); }), ContainsSubstring("lo must be below hi"));
    CHECK_THAT(refused([] { return stated.above(undefined); }), ContainsSubstring("lo must be a finite number"));
    CHECK_THAT(refused([] { return stated.below(infinite); }), ContainsSubstring("hi must be a finite number"));
    for (const int terms : {-1, 0, 1, 4}) {
        CHECK_THAT(refused([&] { return stated.terms(terms); }),
                   ContainsSubstring("takes 2 terms to as many as quantiles (3), got " + std::to_string(terms)));
    }
    CHECK_THROWS_AS(stated.quantile(1.5), std::domain_error);
    CHECK_THROWS_AS(stated.cdf(undefined), std::domain_error);
}

TEST_CASE("from_quantiles: values of very different sizes") {
    const auto huge = from_quantiles({{0.1, 1e300}, {0.5, 2e300}, {0.9, 5e300}});
    CHECK_THAT(huge.quantile(0.95), WithinRel(6.1877247800724615e300, 1e-12));
    const auto tiny = from_quantiles({{0.1, 1e-300}, {0.5, 2e-300}, {0.9, 5e-300}}).above(0);
    CHECK_THAT(tiny.quantile(0.95), WithinRel(6.9568858947535546e-300, 1e-12));
    // A spread of a billionth of the values keeps its digits.
    const auto narrow = from_quantiles({{0.1, 1e9 + 1}, {0.5, 1e9 + 2}, {0.9, 1e9 + 5}});
    CHECK_THAT(narrow.quantile(0.95) - 1e9, WithinAbs(6.1877247800724615, 3e-7));
    CHECK_THAT(narrow.stddev(), WithinRel(0.1 * stated.stddev(), 1e-12));
}
