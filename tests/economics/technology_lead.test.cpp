// SPDX-License-Identifier: BSL-1.0
#include <headway/economics/technology_lead.hpp>

#include "catch.hpp"
#include "trend/number_types.hpp"
#include "lead.hpp"

#include <headway/math/batch_functions.hpp>
#include <headway/math/dual.hpp>
#include <headway/trend/algebra.hpp>
#include <headway/trend/lagged.hpp>
#include <headway/trend/logistic.hpp>

namespace hw = headway;
namespace said = headway::figures::amodei;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::Message;
using Catch::Matchers::WithinRel;

namespace {

constexpr bool close(double a, double b, double relative = 4e-15) { return hw::abs(a - b) <= relative * hw::abs(b); }

constexpr auto by_4 = hw::grows_by_factor(4.0, year);
constexpr auto by_5 = hw::grows_by_factor(5.0, year);
constexpr auto start = hw::date(2025y / 2 / 6);
constexpr auto leader = hw::exponential(start, 100.0, by_4);
constexpr auto follower = hw::follower_of(leader, 2.0 * year, start, by_5);
constexpr auto gap = hw::lead(leader, follower);
constexpr auto infinite = __builtin_huge_val();

// A ratio and the lead that it is.
static_assert(close(hw::lead_of_ratio(16.0, by_4).in(year), 2.0));
static_assert(close(hw::lead_of_ratio(10.0, by_4).in(year), reference::lead_of_10));
static_assert(hw::lead_of_ratio(1, by_4) == 0.0 * year);
static_assert(hw::lead_of_ratio(0.5, by_4) == -hw::lead_of_ratio(2.0, by_4));
static_assert(close(hw::ratio_of_lead(2.0 * year, by_4), reference::ratio_of_2_years));
static_assert(close(hw::ratio_of_lead(std::chrono::months{18}, by_4), reference::ratio_of_18_months));
static_assert(hw::ratio_of_lead(2.0 * year, by_5) > hw::ratio_of_lead(2.0 * year, by_4));
static_assert(hw::lead_of_ratio(16.0, by_5) < hw::lead_of_ratio(16.0, by_4));

// The budget: of two years, after six months on safety, 18 months are left, worth a factor of 8.
static_assert(hw::lead_left(said::assumed_lead.value, said::safety_spend.value) == 18.0 * month);
static_assert(close(hw::ratio_of_lead(hw::lead_left(2.0 * year, 6.0 * month), by_4), 8.0));
static_assert(hw::lead_left(2.0 * year, 6.0 * month) > hw::lead_left(2.0 * year, 7.0 * month));
static_assert(hw::lead_left(1.5 * year, 6.0 * month) < hw::lead_left(2.0 * year, 6.0 * month));
static_assert(hw::lead_left(3.0 * year, 6.0 * month) == hw::lead_left(said::longest_lead.value, 6.0 * month));
static_assert(hw::lead_left(3.0 * year, 6.0 * month, 4.0 * year) == 2.5 * year);
static_assert(hw::lead_left(3.0 * year, 6.0 * month, std::chrono::years{1}) == 0.5 * year);
static_assert(hw::lead_left(1.0 * year, 2.0 * year) == -1.0 * year);
static_assert(hw::lead_left(-1.0 * year, 0.0 * year) == -1.0 * year);

// The lead of one trend over another.
static_assert(close(follower(start), 100.0 / 16.0) && follower.growth() == by_5);
static_assert(close(gap.ratio_at(start), 16.0) && close(gap.time_at(start).in(year), 2.0));
static_assert(close(gap.time_at(start + 3.0 * year).in(year), reference::lead_after_3_years, 1e-14));
static_assert(close((gap.catch_up(start) - start).in(year), reference::catch_up_years, 1e-14));
static_assert(gap.catch_up(2025y / 2 / 6) == gap.catch_up(start));
static_assert(hw::lead(leader, hw::follower_of(leader, 3.0 * year, start, by_5)).time_at(start) > gap.time_at(start));
static_assert(hw::follower_of(leader, 2.0 * year, start + year, by_5)(start + year) > follower(start));
// Never where the follower does not grow faster.
static_assert(hw::lead(leader, hw::follower_of(leader, year, start, by_4)).catch_up(start).is_never());
static_assert(hw::lead(follower, leader* leader / leader).catch_up(start) == start);
// A follower ahead of its leader: ratio below 1, lead below zero, caught up already.
constexpr auto ahead = hw::lead(leader, hw::follower_of(leader, -1.0 * year, start, by_4));
static_assert(close(ahead.ratio_at(start), 0.25) && close(ahead.time_at(start).in(year), -1.0));
static_assert(ahead.catch_up(start) == start && ahead.catch_up(hw::between(start, start + year)) == start);
static_assert(hw::lead(leader, leader).time_at(start) == 0.0 * year);
static_assert(hw::lead(leader, leader).catch_up(start) == start);

// A leader that stands still or falls back was never where a follower behind it is, and never will be where one ahead
// is.
constexpr auto flat = hw::exponential(start, 100.0, hw::growth());
static_assert(hw::lead(flat, hw::exponential(start, 50.0, by_4)).time_at(start).base_value() == infinite);
static_assert(hw::lead(flat, hw::exponential(start, 200.0, by_4)).time_at(start).base_value() == -infinite);
static_assert(hw::lead(flat, hw::exponential(start, 100.0, by_4)).time_at(start) == 0.0 * year);
constexpr auto falling = hw::exponential(start, 100.0, hw::falls_by_factor(4.0, year));
static_assert(hw::lead(falling, hw::exponential(start, 50.0, by_4)).time_at(start).base_value() == infinite);
static_assert(hw::lead(hw::lagged(falling, year), hw::exponential(start, 50.0, by_4)).time_at(start).base_value() ==
              infinite);

// In cost less is ahead.
constexpr auto dearer = hw::lead_in_cost(falling, hw::exponential(start, 400.0, hw::falls_by_factor(5.0, year)));
static_assert(close(dearer.ratio_at(start), 4.0) && close(dearer.time_at(start).in(year), 1.0));
static_assert(close((dearer.catch_up(start) - start).in(year), 0.5 * reference::catch_up_years, 1e-14));
static_assert(hw::lead_in_cost(falling, falling * 4.0).catch_up(hw::between(start, start + 9.0 * year)).is_never());

TEST_CASE("a lead computed from a ratio and back is the same") {
    for (const double factor : {1.1, 2.0, 4.0, 30.0}) {
        for (const double span : {0.1, 1.0, 7.0}) {
            const auto rate = hw::grows_by_factor(factor, span * year);
            for (const double years : {-3.0, -0.2, 0.0, 0.5, 2.0, 9.0}) {
                const auto back = hw::lead_of_ratio(hw::ratio_of_lead(years * year, rate), rate);
                CHECK_THAT(back.in(year), Catch::Matchers::WithinAbs(years, 1e-14));
                const auto l = hw::exponential(start, 7.0, rate);
                const auto f = hw::follower_of(l, years * year, start, by_5);
                CHECK_THAT(hw::lead(l, f).time_at(start).in(year), Catch::Matchers::WithinAbs(years, 1e-13));
            }
        }
    }
}

TEST_CASE("leaders of every kind agree with the closed form") {
    const auto where = hw::between(start - 20.0 * year, start + 25.0 * year);
    const auto search_for = hw::as_trend([](const auto& when) { return leader(when); });
    for (int months = 0; months <= 240; months += 24) {
        const auto when = start + static_cast<double>(months) * month;
        const double expected = gap.time_at(when).in(year);
        CHECK_THAT(hw::lead(hw::lagged(leader, 0.0 * year), follower).time_at(when).in(year),
                   Catch::Matchers::WithinAbs(expected, 1e-12));
        CHECK_THAT(hw::lead(search_for, follower).time_at(when, where).in(year),
                   Catch::Matchers::WithinAbs(expected, 1e-12));
        CHECK_THAT(hw::lead(hw::lagged(leader, 6.0 * month), follower).time_at(when).in(year),
                   Catch::Matchers::WithinAbs(expected - 0.5, 1e-12));
    }
    const auto narrow = hw::between(start - year, start);
    CHECK(hw::lead(search_for, follower).time_at(start, narrow).base_value() == infinite);
    CHECK(hw::lead(search_for, leader * 16.0).time_at(start, narrow).base_value() == -infinite);
    // A follower above an S-curve's ceiling is where that leader will never be.
    const auto s_curve = hw::logistic(1000.0, start, by_4);
    CHECK(hw::lead(s_curve, hw::exponential(start, 2000.0, by_4)).time_at(start).base_value() == -infinite);
    CHECK(hw::lead(s_curve, hw::exponential(start, 100.0, by_4)).time_at(start) > 0.0 * year);
}

TEST_CASE("the catch-up date is where the trends meet") {
    const auto where = hw::between(start, start + 50.0 * year);
    CHECK_THAT((gap.catch_up(where) - start).in(year), WithinRel(reference::catch_up_years, 1e-12));
    const auto when = gap.catch_up(start);
    CHECK_THAT(gap.ratio_at(when), WithinRel(1.0, 1e-12));
    // From a later date the same one, and from a date after it that date.
    CHECK_THAT((gap.catch_up(start + 3.0 * year) - start).in(year), WithinRel(reference::catch_up_years, 1e-12));
    CHECK(gap.catch_up(when + year) == when + year);
    CHECK(gap.catch_up(hw::between(start, start + 12.0 * year)).is_never());
    const auto shifted = hw::lead(leader + 1000.0, follower);
    CHECK_THAT((shifted.catch_up(where) - start).in(year), WithinRel(reference::catch_up_of_shifted, 1e-9));
    // A faster follower and a slower leader meet sooner.
    const auto faster = hw::follower_of(leader, 2.0 * year, start, hw::grows_by_factor(6.0, year));
    CHECK(hw::lead(leader, faster).catch_up(start) < when);
    CHECK(hw::lead(hw::exponential(start, 100.0, hw::grows_by_factor(3.9, year)), follower).catch_up(start) < when);
}

TEST_CASE("derivatives of a lead are those of the formulas") {
    using dual = hw::dual<2>;
    const auto within = [](double x) { return WithinRel(x, 1e-12); };
    const double g = hw::log(4.0);
    const double f = hw::log(5.0);
    const auto span = hw::lead_of_ratio(dual::variable(16.0, 0), hw::grows_by_factor(dual::variable(4.0, 1), year));
    CHECK_THAT(span.in(year).gradient[0], within(1.0 / (16.0 * g)));
    CHECK_THAT(span.in(year).gradient[1], within(-2.0 / (4.0 * g)));
    const auto ratio =
        hw::ratio_of_lead(dual::variable(2.0, 0) * year, hw::grows_by_factor(dual::variable(4.0, 1), year));
    CHECK_THAT(ratio.gradient[0], within(16.0 * g));
    CHECK_THAT(ratio.gradient[1], within(8.0));
    const auto left = hw::lead_left(dual::variable(1.5, 0) * year, dual::variable(0.5, 1) * year);
    CHECK_THAT(left.in(year).gradient[0], within(1.0));
    CHECK_THAT(left.in(year).gradient[1], within(-1.0));
    CHECK(hw::lead_left(dual::variable(2.5, 0) * year, 0.5 * year).in(year).gradient[0] == 0.0);

    const auto behind = hw::follower_of(leader, dual::variable(2.0, 0) * year, start,
                                        hw::grows_by_factor(dual::variable(5.0, 1), year));
    const auto pair = hw::lead(leader, behind);
    CHECK_THAT(pair.time_at(start + year).in(year).gradient[0], within(1.0));
    CHECK_THAT(pair.time_at(start + year).in(year).gradient[1], within(-0.2 / g));
    const auto wait = (pair.catch_up(start) - start).in(year);
    CHECK_THAT(wait.gradient[0], within(g / (f - g)));
    CHECK_THAT(wait.gradient[1], within(-2.0 * g / ((f - g) * (f - g)) / 5.0));
    const auto searched = (pair.catch_up(hw::between(start, start + 50.0 * year)) - start).in(year);
    CHECK_THAT(searched.gradient[0], WithinRel(wait.gradient[0], 1e-6));
}

TEST_CASE("each draw of a block gets the lead that it gets alone, to the last bit") {
    const auto at = [](int i) { return 2.0 + 0.1 * i; };
    const auto x = hw::batch::generate(at);
    const auto where = hw::between(start, start + 30.0 * year);
    const auto pair_of = [&](const auto& y) {
        return hw::lead(leader, hw::follower_of(leader, y * year, start, hw::grows_by_factor(y, year)));
    };
    const auto block = pair_of(x);
    for (int i = 0; i < hw::batch::size; ++i) {
        const auto alone = pair_of(at(i));
        REQUIRE(block.ratio_at(start).lane[i] == alone.ratio_at(start));
        REQUIRE(block.time_at(start + year).base_value().lane[i] == alone.time_at(start + year).base_value());
        REQUIRE(block.catch_up(start).seconds_since_1970().lane[i] == alone.catch_up(start).seconds_since_1970());
        REQUIRE(block.catch_up(where).seconds_since_1970().lane[i] == alone.catch_up(where).seconds_since_1970());
        REQUIRE(hw::lead_left(x * year, x * month).base_value().lane[i] ==
                hw::lead_left(at(i) * year, at(i) * month).base_value());
        REQUIRE(hw::lead_of_ratio(x, by_4).base_value().lane[i] == hw::lead_of_ratio(at(i), by_4).base_value());
    }
}

TEST_CASE("a lead that makes no sense is refused by name") {
    const double nan = __builtin_nan("");
    CHECK_THROWS_MATCHES(hw::lead_of_ratio(0.0, by_4), std::domain_error,
                         Message("lead_of_ratio: ratio must be > 0, got 0"));
    CHECK_THROWS_MATCHES(hw::lead_of_ratio(2.0, hw::growth()), std::domain_error,
                         Message("lead_of_ratio: the leader's growth must rise, got a yearly rate of 0; make it with "
                                 "grows_by_factor, doubles_every, ..."));
    CHECK_THROWS_MATCHES(hw::ratio_of_lead(nan * year, by_4), std::domain_error,
                         Message("ratio_of_lead: lead in seconds must be a finite number, got nan"));
    CHECK_THROWS_MATCHES(hw::lead_left(infinite * year, year), std::domain_error,
                         Message("lead_left: lead in seconds must be a finite number, got inf"));
    CHECK_THROWS_MATCHES(hw::lead_left(year, -1.0 * second), std::domain_error,
                         Message("lead_left: time spent in seconds must be >= 0, got -1"));
    CHECK_THROWS_MATCHES(hw::lead_left(year, second, -1.0 * second), std::domain_error,
                         Message("lead_left: longest lead in seconds must be >= 0, got -1"));
    CHECK_THROWS_MATCHES(hw::follower_of(leader, nan * year, start, by_4), std::domain_error,
                         Message("follower_of: lead in seconds must be a finite number, got nan"));
    CHECK_THROWS_MATCHES(hw::follower_of(leader, year, hw::date::never(), by_4), std::domain_error,
                         Message("follower_of: date must be a date in the calendar, got never"));
    CHECK_THROWS_MATCHES(gap.ratio_at(hw::date::never()), std::domain_error,
                         Message("ratio_at: date must be a date in the calendar, got never"));
    CHECK_THROWS_MATCHES(hw::lead(leader, follower - 1e9).ratio_at(start), std::domain_error,
                         Catch::Matchers::MessageMatches(Catch::Matchers::StartsWith(
                             "ratio_at: the follower's value (in base units) must be > 0, got -")));
    CHECK_THROWS_MATCHES(hw::lead(leader * -1.0, follower).time_at(start), std::domain_error,
                         Message("ratio_at: the leader's value (in base units) must be > 0, got -100"));
}

TEST_CASE("lead: limits pass, what is beyond is refused, in a block wherever it stands") {
    constexpr double nan = __builtin_nan("");
    constexpr double inf = __builtin_huge_val();
    check_refusals([&](const auto& x) { return hw::lead_of_ratio(2.0, hw::basic_growth<std::remove_cvref_t<decltype(x)>>::from_rate_per_second(x)); }, {1e-12, 1.0}, {0.0, -1e-12, nan, inf});
    check_refusals([&](const auto& x) { return hw::lead_of_ratio(x, hw::doubles_every(1.0 * year)); }, {1e-9, 1.0}, {0.0, -1.0, nan, inf});
    check_refusals([&](const auto& x) { return hw::ratio_of_lead(x * second, hw::doubles_every(1.0 * year)); }, {0.0, -1.0}, {nan, inf});
    check_refusals([&](const auto& x) { return hw::lead_left(x * second, 0.0 * second); }, {0.0, -1.0}, {nan, inf});
    check_refusals([&](const auto& x) { return hw::lead_left(1.0 * second, x * second); }, {0.0, 1.0}, {-1e-9, nan, inf});
    check_refusals([&](const auto& x) { return hw::lead_left(1.0 * second, 0.0 * second, x * second); }, {0.0, 1.0}, {-1e-9, nan, inf});
    // A lead of a second or less is told as it comes out, on whichever side of the date rounding leaves it; of a leader that
    // retreats a longer one is endless.
    const auto rises = hw::logistic(100.0, start_date, 0.8 / year);
    for (int i = 0; i < 400; ++i) {
        const auto when = after_years(-6.0 + 0.03 * i);
        for (const double off : {1.0 - 3e-16, 1.0 - 1e-15, 1.0, 1.0 + 4e-16, 1.0 + 1e-15}) {
            CHECK(hw::abs(hw::lead(rises, off * rises).time_at(when)) < 1.0 * second);
        }
    }
    const auto retreats = hw::as_trend([](const auto& t) { return 1e9 - (t - start_date).in(second); });
    const auto where = hw::between(start_date - year, start_date + year);
    const auto lead_over = [&](double excess) {
        return hw::lead_in_cost(hw::as_trend([](const auto& t) { return 2e9 + (t - start_date).in(second); }),
                                hw::constant(2e9 + excess))
            .time_at(start_date, where);
    };
    CHECK(lead_over(1.5).base_value() == inf);
    CHECK(lead_over(-1.5).base_value() == -inf);
    CHECK(hw::lead(retreats, hw::constant(1e9 - 1.5)).time_at(start_date, where).base_value() == inf);
    const auto back = hw::exponential(start_date, 1.0, hw::falls_by_factor(2.0, year));
    const auto half = 0.5 * back;
    const auto lead_of_half = hw::lead(1.0 * back, half).time_at(start_date);
    CHECK(lead_of_half.base_value() == inf);
    CHECK(hw::lead(1.0 * back, 1.0 * back).time_at(start_date) == 0.0 * second);
    // A follower behind a retreating leader by so little that it is within 1.5 s, and within half a second.
    const double per_second = back.growth().rate_per_second();
    CHECK(hw::lead(1.0 * back, hw::exp(1.5 * per_second) * back).time_at(start_date).base_value() == inf);
    CHECK(hw::abs(hw::lead(1.0 * back, hw::exp(0.5 * per_second) * back).time_at(start_date)) < 1.0 * second);
}

}  // namespace
