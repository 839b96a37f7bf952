// SPDX-License-Identifier: BSL-1.0
#include <headway/belief/truncated.hpp>

#include "../reference/belief.hpp"
#include "catch.hpp"

#include <limits>
#include <stdexcept>
#include <string>

#include <headway/belief/discrete.hpp>
#include <headway/belief/empirical.hpp>
#include <headway/belief/makers.hpp>
#include <headway/belief/mixture.hpp>
#include <headway/core/units.hpp>

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
    refuses([] { return truncated(uniform(0, 1), 2, 3); }, "the belief has no probability between 2 and 3; widen");
    refuses([] { return truncated(exactly(5), 2, 3); }, "no probability between");
    refuses([] { return truncated(normal(0, 1), 50, 60); }, "no probability between");
    refuses([] { return truncated(bernoulli(0), 0.5, 3); }, "no probability between");
    refuses([] { return truncated(empirical({1, 2}), 3, 4); }, "no probability between");
    refuses([] { return truncated(mixture({1.0, 1}, {2.0, 0}), 1.5, 4); }, "no probability between");
    refuses([] { return truncated(ci90(1.0 * usd, 2.0 * usd), -3.0 * million_usd, -2.0 * usd); },
            "between -3.00000 million USD and -2.00000 USD");
}
