// SPDX-License-Identifier: BSL-1.0
#include <headway/belief/truncated.hpp>

#include "../reference/belief.hpp"
#include "../reference/window.hpp"
#include "catch.hpp"

#include <cmath>
#include <limits>
#include <stdexcept>
#include <string>

#include <headway/belief/discrete.hpp>
#include <headway/belief/empirical.hpp>
#include <headway/belief/makers.hpp>
#include <headway/belief/mixture.hpp>
#include <headway/quantity/units.hpp>

using namespace headway;
using namespace headway::units;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::MessageMatches;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();

belief<double> made(std::string_view shape, const double (&parameter)[4]) {
    for (int i = 0; i < belief_shape_count; ++i) {
        const auto candidate = static_cast<belief_shape>(i);
        if (name_of(candidate) != shape) continue;
        belief_parameters p;
        p.count = detail::parameter_count(candidate);
        for (int k = 0; k < p.count; ++k) p.value[k] = parameter[k];
        return belief_from<double>(candidate, p);
    }
    throw std::logic_error("no such shape");
}

// Symmetric about the mean it stays so; what does not cut changes nothing.
static_assert(truncated(normal(3, 2), 1, 5).median() == 3.0);
static_assert(truncated(ci90(1.0, 2.0), 0, infinite) == ci90(1.0, 2.0));
static_assert(truncated(pert(1, 2, 3), 0, 4) == pert(1, 2, 3));
static_assert(truncated(exactly(3), 3, 4) == exactly(3));

// Shapes that stay in their family, or turn into a simpler one.
static_assert(truncated(uniform(0, 10), 2, 5) == uniform(2, 5));
static_assert(truncated(log_uniform(1, 10), 2, 50) == log_uniform(2, 10));
static_assert(truncated(bernoulli(0.3), 0.5, 2) == exactly(1) && truncated(bernoulli(0.3), -1, 1) == bernoulli(0.3));
static_assert(truncated(discrete({1, 1}, {2, 2}, {3, 3}), 2, 9) == discrete({2, 2}, {3, 3}));
static_assert(truncated(truncated(normal(0, 1), -1, 3), -2, 2) == truncated(normal(0, 1), -1, 2));

// Quantities, dates, one-sided with an infinite bound or never.
static_assert(truncated(ci90(1.0 * usd, 3.0 * usd), 1.0 * usd, 2.0 * usd).support() == std::pair(1.0 * usd, 2.0 * usd));
inline constexpr auto not_before = truncated(normal_ci(0.9, 2026y / 1 / 1, 2030y / 1 / 1), 2027y / 1 / 1, date::never());
static_assert(not_before.quantile(0.0) == date(2027y / 1 / 1) && not_before.median() > date(2028y / 1 / 1));
static_assert(not_before.mean() > not_before.median() && not_before.cdf(date(2026y / 12 / 31)) == 0.0);

}  // namespace

TEST_CASE("mean and variance of truncated shapes agree with 40-digit references") {
    for (const auto& golden : reference::truncated_moments_table) {
        const auto b = truncated(made(golden.shape, golden.parameter), golden.lo, golden.hi);
        INFO(golden.shape << " " << golden.parameter[0] << " " << golden.parameter[1] << " from " << golden.lo << " to "
                          << golden.hi);
        CHECK_THAT(b.mean(), WithinRel(golden.mean, 1e-13));
        CHECK_THAT(b.variance(), WithinRel(golden.variance, 1e-12));
    }
}

TEST_CASE("far tails and narrow windows agree with 50-digit references") {
    for (const auto& golden : reference::belief_windows) {
        const auto b = truncated(made(golden.shape, golden.parameter), golden.lo, golden.hi);
        INFO(golden.shape << " " << golden.parameter[0] << " " << golden.parameter[1] << " from " << golden.lo << " to "
                          << golden.hi);
        const double ulp = 4e-16 * std::abs(golden.mean);  // of x itself, however narrow the window
        CHECK_THAT(b.mean(), WithinAbs(golden.mean, 1e-11 * golden.stddev + ulp));
        CHECK_THAT(b.stddev(), WithinRel(golden.stddev, 1e-11));
        for (const auto& [x, density, below, above] : golden.at) {
            CHECK_THAT(b.pdf(x), WithinRel(density, 1e-11));
            CHECK_THAT(b.cdf(x), WithinRel(below, 1e-11));
            CHECK_THAT(b.survival(x), WithinRel(above, 1e-11));
        }
        const double share[] = {0.01, 0.25, 0.5, 0.75, 0.99};
        for (int i = 0; i < 5; ++i) {
            CHECK_THAT(b.quantile(share[i]), WithinAbs(golden.quantile[i], 1e-11 * golden.stddev + ulp));
            CHECK(b.draw(share[i]) == b.quantile(share[i]));
        }
        CHECK((b.support() ==
               std::pair(golden.lo > b.untruncated().support().first ? golden.lo : b.untruncated().support().first,
                         golden.hi < b.untruncated().support().second ? golden.hi : b.untruncated().support().second)));
    }
}

// In a constant expression too: the probability, 5.7e-300, is a number.
inline constexpr auto far_out = truncated(normal(0, 1), 37, 38);
static_assert(far_out.mean() > 37.0269 && far_out.mean() < 37.0271);
static_assert(truncated(normal(0, 1), -1e-12, 1e-12).pdf(0.0) > 5e11 * (1 - 1e-12));

TEST_CASE("inside a window draws, quantiles and probabilities are one function") {
    for (const auto& golden : reference::belief_windows) {
        const auto b = truncated(made(golden.shape, golden.parameter), golden.lo, golden.hi);
        INFO(golden.shape << " from " << golden.lo << " to " << golden.hi);
        double u[8];
        double drawn[8];
        double before = -infinite;
        for (int i = 0; i < 8; ++i) u[i] = (i + 0.5) / 8.0;
        b.draw_block<8>(u, drawn);
        for (int i = 0; i < 8; ++i) {
            CHECK(drawn[i] == b.draw(u[i]));
            CHECK(drawn[i] >= before);
            before = drawn[i];
        }
        // Where x has digits enough to tell the places apart.
        if (golden.stddev > 1e-7 * std::abs(golden.mean)) {
            for (const double p : {1e-9, 0.3, 0.5, 0.9}) {
                CHECK_THAT(b.cdf(b.quantile(p)), WithinRel(p, 1e-7) || WithinAbs(p, 1e-9));
                CHECK_THAT(b.survival(b.quantile_upper(p)), WithinRel(p, 1e-7) || WithinAbs(p, 1e-9));
            }
        }
    }
}

TEST_CASE("where a window begins nothing jumps") {
    // Widths on either side of those at which differences of probabilities give way to integrals.
    for (const auto& whole : {normal(3, 2), lognormal(3, 0.5), gamma(2.5, 1), weibull(1.5, 3), student_t(5, 3, 1),
                              log_student_t(5, 3, 0.5), beta(2, 3, 0, 8), pert(0, 2, 8), triangular(0, 2, 8)}) {
        INFO(name_of(whole.shape()));
        for (double width = 1.0; width > 1e-6; width *= 0.9) {
            const auto b = truncated(whole, 2.5, 2.5 + width);
            // Of a smooth density to second order; the next are beyond.
            CHECK_THAT(b.mean(), WithinAbs(2.5 + 0.5 * width, 0.2 * width * width));
            CHECK_THAT(b.stddev(), WithinAbs(width / std::sqrt(12.0), 0.1 * width * width));
            const double x = 2.5 + 0.25 * width;
            const double shares = whole.pdf(x) / whole.pdf(2.5 + 0.75 * width);
            CHECK_THAT(b.pdf(x) / b.pdf(2.5 + 0.75 * width), WithinRel(shares, 1e-11));
            CHECK_THAT(b.cdf(x) + b.survival(x), WithinRel(1.0, 1e-12));
            CHECK_THAT(b.cdf(b.quantile(0.3)), WithinAbs(0.3, 4e-15 / width + 1e-12));
        }
    }
}

TEST_CASE("next to an end a probability keeps its digits") {
    const auto half = truncated(normal(0, 1), 0, 3);
    const double inside = normal(0, 1).cdf(3.0) - 0.5;
    CHECK_THAT(half.cdf(1e-12), WithinRel(0.3989422804014326779 * 1e-12 / inside, 1e-12));
    CHECK_THAT(half.survival(std::nextafter(3.0, 0.0)),
               WithinRel(normal(0, 1).pdf(3.0) * (3.0 - std::nextafter(3.0, 0.0)) / inside, 1e-12));
}

TEST_CASE("a probability that is no number is refused, the least that is one is not") {
    CHECK(truncated(normal(0, 1), 38, 39).mean() > 38.0);
    CHECK_THAT(truncated(normal(0, 1), 38, infinite).mean(), WithinRel(38.026279466575868988, 1e-14));
    CHECK_THROWS_AS(truncated(normal(0, 1), 39, 40), std::domain_error);
    // Of a mixture each part counts by what is left of it, also where that is next to nothing.
    const auto m = truncated(mixture({normal(0, 1), 0.5}, {normal(0.1, 1), 0.5}), 37, 38);
    const double a = truncated(normal(0, 1), 37, 38).mean();
    const double b = truncated(normal(0.1, 1), 37, 38).mean();
    const double share = m.weight(0) / (m.weight(0) + m.weight(1));
    CHECK_THAT(share, WithinRel(0.024181177115033707781, 1e-11));
    CHECK_THAT(m.mean(), WithinRel(share * a + (1.0 - share) * b, 1e-14));
}

TEST_CASE("truncation keeps the proportions of what is inside") {
    for (const auto& [whole, lo, hi] : {std::tuple(normal(3, 2), 2.0, 9.0), {lognormal(4.5, 0.5), 6.0, infinite},
                                        {gamma(2.5, 3), 1.0, 4.0}, {weibull(1.5, 2), 0.5, 3.0}, {pert(0, 2, 10), 1.0, 9.0},
                                        {triangular(0, 2, 10), 1.0, 9.0}, {student_t(2.5), -1.0, infinite},
                                        {beta(2, 3.5), 0.25, 0.75}}) {
        const auto cut = truncated(whole, lo, hi);
        INFO(name_of(whole.shape()));
        const double inside = whole.cdf(hi) - whole.cdf(lo);
        for (const double p : {0.01, 0.3, 0.5, 0.8, 0.99}) {
            const double x = cut.quantile(p);
            CHECK_THAT(cut.cdf(x), WithinRel(p, 1e-13));
            CHECK_THAT(cut.survival(x), WithinRel(1.0 - p, 1e-13));
            CHECK_THAT((whole.cdf(x) - whole.cdf(lo)) / inside, WithinRel(p, 1e-12));
            CHECK_THAT(cut.pdf(x), WithinRel(whole.pdf(x) / inside, 1e-13));
        }
        CHECK((cut.cdf(lo - 0.1) == 0.0 && cut.pdf(lo - 0.1) == 0.0 && cut.survival(lo - 0.1) == 1.0));
        if (hi < infinite) CHECK((cut.cdf(hi) == 1.0 && cut.pdf(hi + 0.1) == 0.0 && cut.survival(hi) == 0.0));
        CHECK(cut.untruncated() == whole);
        CHECK(truncated(cut.untruncated(), cut.parameters()[0], cut.parameters()[1]) == cut);
        CHECK(cut != truncated(whole, lo, hi < infinite ? hi - 0.1 : 100.0));
    }
}

TEST_CASE("far out in a tail nothing is lost") {
    const auto upper = truncated(normal(0, 1), 20, infinite);
    const auto lower = truncated(normal(0, 1), -infinite, -20);
    for (const double p : {1e-10, 0.3, 0.5, 0.99}) {
        CHECK_THAT(upper.cdf(upper.quantile(p)), WithinRel(p, 1e-5) || WithinAbs(p, 1e-12));
        CHECK_THAT(upper.quantile_upper(p), WithinRel(-lower.quantile(p), 1e-15));
    }
    // Mills' ratio: the mean excess over 20 is just below 1/20.
    CHECK_THAT(upper.mean(), WithinRel(20.049753068527851, 1e-14));
    CHECK_THAT(lower.mean(), WithinRel(-20.049753068527851, 1e-14));
}

TEST_CASE("a heavy tail that is cut on both sides has moments, one that is cut on one side may not") {
    CHECK(truncated(student_t(1), -1, 1).has_variance());
    CHECK_THAT(truncated(student_t(1), -1, 1).mean(), WithinAbs(0.0, 1e-15));
    CHECK_FALSE(truncated(student_t(1), -1, infinite).has_mean());
    CHECK_FALSE(truncated(student_t(2), -infinite, 1).has_variance());
    // Closed forms, where most of the moment lies further out than any probability that a double can hold.
    CHECK_THAT(truncated(student_t(1.1), 2, infinite).mean(), WithinRel(23.8264746411562565, 1e-12));
    CHECK_THAT(truncated(student_t(1.3), 2, infinite).mean(), WithinRel(9.45745475432634745, 1e-12));
    CHECK_THAT(truncated(student_t(1.1), -infinite, -2).mean(), WithinRel(-23.8264746411562565, 1e-12));
    CHECK_THAT(truncated(student_t(2.2), -1, infinite).variance(), WithinRel(6.60598255555121157, 1e-12));
    CHECK_THAT(truncated(student_t(2.5), -1, infinite).variance(), WithinRel(2.89382515177341503, 1e-12));
}

TEST_CASE("of a mixture each part is cut and weighted by what is left of it") {
    const auto m = mixture({0.0, 0.5}, {uniform(0, 4), 0.25}, {normal(1, 1), 0.25});
    const auto cut = truncated(m, 1, 3);
    CHECK(cut.component_count() == 2);
    CHECK(cut.component(0) == uniform(1, 3));
    CHECK(cut.component(1) == truncated(normal(1, 1), 1, 3));
    const double inside = m.cdf(3.0) - m.cdf(1.0);
    for (const double x : {1.5, 2.0, 2.9}) CHECK_THAT(cut.cdf(x), WithinRel((m.cdf(x) - m.cdf(1.0)) / inside, 1e-14));
    CHECK(truncated(m, -1, 0) == mixture({0.0, 0.5}, {truncated(normal(1, 1), -1, 0), 0.25 * (normal(1, 1).cdf(0.0) -
                                                                                              normal(1, 1).cdf(-1.0))}));
    const auto data = truncated(mixture({empirical({1.0, 2.0, 3.0, 4.0}), 1}, {normal(0, 1), 1}), 2.5, 9);
    CHECK(data.component(0) == empirical({3.0, 4.0}));
    CHECK(data.weight(0) == 0.5);
}

TEST_CASE("what leaves nothing is refused") {
    const auto refuses = [](auto make, const std::string& words) {
        CHECK_THROWS_MATCHES(make(), std::domain_error, MessageMatches(ContainsSubstring(words)));
    };
    const double undefined = std::numeric_limits<double>::quiet_NaN();
    refuses([] { return truncated(normal(0, 1), 2, 1); }, "truncated: lo must be below hi, got 2 and 1");
    refuses([] { return truncated(normal(0, 1), 1, 1); }, "truncated: lo must be below hi");
    refuses([=] { return truncated(normal(0, 1), undefined, 1); }, "truncated: lo must be below hi, got nan and 1");
    refuses([=] { return truncated(normal(0, 1), 1, undefined); }, "truncated: lo must be below hi");
    refuses([] { return truncated(uniform(0, 1), 2, 3); },
            "the belief has no probability between 2 and 3, or less than a number can hold; widen");
    refuses([] { return truncated(gamma(1e5, 1.0), 2e4, 2e4 + 1e-9); }, "between 20000 and 20000.000000001, or less");
    refuses([] { return truncated(normal(0, 1), 2e4 + 1e-9, 2e4); }, "must be below hi, got 20000.000000001 and 20000");
    refuses([] { return truncated(exactly(5), 2, 3); }, "no probability between");
    refuses([] { return truncated(normal(0, 1), 50, 60); }, "no probability between");
    refuses([] { return truncated(bernoulli(0), 0.5, 3); }, "no probability between");
    refuses([] { return truncated(empirical({1, 2}), 3, 4); }, "no probability between");
    refuses([] { return truncated(mixture({1.0, 1}, {2.0, 0}), 1.5, 4); }, "no probability between");
    refuses([] { return truncated(ci90(1.0 * usd, 2.0 * usd), -3.0 * million_usd, -2.0 * usd); },
            "between -3.00000 million USD and -2.00000 USD");
}

TEST_CASE("next to its bounds a cut normal keeps the digits of the tail that has them") {
    // Above and below x, of the standard normal between lo and hi, by erfc with 40 digits.
    struct row {
        double lo, hi, x, above, below;
    };
    for (const auto& [lo, hi, x, above, below] : std::initializer_list<row>{
        {-1, 1, 0.0, 0.5, 0.5},
        {-1, 1, 0.8, 0.077927293835155277747, 0.92207270616484472225},
        {-1, 1, 0.9, 0.03721292287035972763, 0.96278707712964027237},
        {-1, 1, 0.96, 0.014460971860686519789, 0.98553902813931348021},
        {-8, 0.5, -3.75, 0.99987213002852349521, 0.0001278699714765047868},
        {-8, 0.5, -0.35, 0.47478081723302155749, 0.52521918276697844251},
        {-8, 0.5, 0.075, 0.23366390262665540948, 0.76633609737334459052},
        {-8, 0.5, 0.33, 0.089899952368818280208, 0.91010004763118171979},
        {-3, 2, -0.5, 0.68522630379012994425, 0.31477369620987005575},
        {-3, 2, 1.5, 0.045145066783604213434, 0.95485493321639578657},
        {-3, 2, 1.75, 0.01773647448239984208, 0.98226352551760015792},
        {-3, 2, 1.9, 0.0061137699058430719548, 0.99388623009415692805}}) {
        INFO(x << " between " << lo << " and " << hi);
        const auto cut = truncated(normal(0, 1), lo, hi);
        CHECK_THAT(cut.survival(x), WithinRel(above, 4e-15));
        CHECK_THAT(cut.cdf(x), WithinRel(below, 4e-15));
        // Mirrored, the two change places.
        const auto mirrored = truncated(normal(0, 1), -hi, -lo);
        CHECK_THAT(mirrored.cdf(-x), WithinRel(above, 4e-15));
        CHECK_THAT(mirrored.survival(-x), WithinRel(below, 4e-15));
    }
}

TEST_CASE("where only never is left it is sure of never") {
    const auto permit = mixture<date>({{ci90(2026y / 1 / 1, 2028y / 1 / 1), 0.7}, {date::never(), 0.3}});
    CHECK(truncated(permit, 9999y / 1 / 1, date::never()) == exactly(date::never()));
    CHECK(truncated(exactly(date::never()), 2026y / 1 / 1, date::never()) == exactly(date::never()));
    CHECK_THROWS_MATCHES(truncated(exactly(date::never()), 2026y / 1 / 1, 2030y / 1 / 1), std::domain_error,
                         MessageMatches(ContainsSubstring("no probability between 2026-01-01 and 2030-01-01")));
    // What is later than 2028, with never as a part of it.
    const auto late = truncated(permit, 2028y / 1 / 1, date::never());
    CHECK_THAT(late.mass(date::never()), WithinRel(0.3 / (0.3 + 0.7 * 0.05), 1e-12));
    const auto listed = discrete(weighted_value{2027y / 1 / 1, 0.25}, {date::never(), 0.75});
    CHECK(truncated(listed, 2028y / 1 / 1, date::never()) == exactly(date::never()));
}
