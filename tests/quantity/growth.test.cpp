// SPDX-License-Identifier: BSL-1.0
#include <headway/quantity/growth.hpp>

#include "catch.hpp"

#include <chrono>
#include <concepts>
#include <limits>
#include <stdexcept>
#include <string>
#include <type_traits>

#include <headway/math/batch_functions.hpp>
#include <headway/math/dual.hpp>
#include <headway/quantity/units.hpp>

using namespace headway;
using namespace headway::units;
using Catch::Matchers::Message;
using Catch::Matchers::StartsWith;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();
constexpr double nan = std::numeric_limits<double>::quiet_NaN();

constexpr bool near(double got, double expected, double relative = 2e-15) {
    return headway::abs(got - expected) <= relative * headway::abs(expected);
}

static_assert(sizeof(growth) == sizeof(double) && std::is_trivially_copyable_v<growth>);
static_assert(std::same_as<decltype(falls_by_factor(4, year)), growth>);
static_assert(growth().over(5.0 * year) == 1.0 && growth() == grows_by_factor(1.0, year));

// Divided by 4 a year: halves every 6 months, 0.602 orders of magnitude a year, a sixteenth after two years.
constexpr auto decline = falls_by_factor(4.0, year);
static_assert(near(decline.halving_time().in(month), 6.0));
static_assert(near(decline.ooms_per(year), -0.6020599913279624));
static_assert(near(decline.over(6.0 * month), 0.5) && near(decline.over(24.0 * month), 1.0 / 16.0));
static_assert(near(decline.over(-6.0 * month), 2.0) && decline.over(0.0 * year) == 1.0);
static_assert(near(decline.factor_per(year), 0.25) && near(decline.factor_per(std::chrono::months{18}), 0.125));
static_assert(near(decline.rate().in(1.0 / year), -1.3862943611198906));

// Multiplied by 4.7 a year.
constexpr auto rise = grows_by_factor(4.7, year);
static_assert(near(rise.doubling_time().in(month), 5.3747529549681694));
static_assert(near(rise.ooms_per(year), 0.67209785793571746) && near(rise.ooms_per(10.0 * year), 6.7209785793571747));
static_assert(near(rise.over(7.0 * month), 2.4663634954813429) && near(rise.factor_per(year), 4.7));
static_assert(near(rise.rate().in(1.0 / year), 1.5475625087160129));

// Doubling times and the span of a tenfold rise: exact values, and the table of Hobbhahn and Besiroglu (2022).
constexpr double years_to_tenfold(double doubling_years) {
    return 1.0 / doubles_every(doubling_years * year).ooms_per(year);
}
static_assert(near(years_to_tenfold(2.46), 8.1719431134229114));
static_assert(near(years_to_tenfold(2.07), 6.8763911564168401));
static_assert(near(years_to_tenfold(2.95), 9.7996878799177189));
static_assert(near(years_to_tenfold(2.30), 7.6404346182409334));
static_assert(near(years_to_tenfold(2.0), 6.6438561897747247));
static_assert(near(years_to_tenfold(1.08), 3.5876823424783513));

// A fall of 20 % every few weeks is not a division by 4 a year.
constexpr double yearly_division(double weeks) { return 1.0 / falls_by_percent(20.0, weeks * week).factor_per(year); }
static_assert(near(yearly_division(2.0), 337.49014988089508, 1e-14));
static_assert(near(yearly_division(3.0), 48.473837346093898) && near(yearly_division(4.0), 18.37090498263205));
static_assert(near(yearly_division(6.0), 6.9623155161263625));
static_assert(near(yearly_division(8.398701585492676), 4.0));

// Each maker tells the same growth in its own terms.
static_assert(near(grows_by_factor(2.0, 3.0 * month).factor_per(year), 16.0));
static_assert(near(grows_by_factor(0.5, year).factor_per(year), 0.5) &&
              near(falls_by_factor(0.5, year).over(year), 2.0));
static_assert(near(grows_by_percent(300.0, year).factor_per(year), 4.0) &&
              near(falls_by_percent(75.0, year).over(year), 0.25));
static_assert(near(grows_by_percent(-75.0, year).over(year), 0.25) &&
              near(falls_by_percent(-300, year).over(year), 4.0));
static_assert(near(grows_by_ooms(0.14, year).factor_per(year), 1.3803842646028848));
static_assert(near(grows_by_ooms(-2, year).over(year), 0.01) && grows_by_ooms(0, year) == growth());
static_assert(near(doubles_every(6.0 * month).factor_per(year), 4.0) &&
              near(halves_every(6.0 * month).over(year), 0.25));
static_assert(near(grows_continuously(0.32 / year).factor_per(year), 1.3771277643359571));
static_assert(near(grows_continuously(32.0 * percent / year).factor_per(year), 1.3771277643359571));
static_assert(grows_continuously(-0.5 / year).halving_time() > year);
static_assert(falls_by_factor(4.0, std::chrono::years{1}) == decline &&
              doubles_every(std::chrono::weeks{1}) == doubles_every(week));

// A percentage too small to change 1 + p is not lost.
static_assert(near(grows_by_percent(1e-15, year).rate().in(1.0 / year), 1e-17));

// Growths compose: rates of factors that multiply add.
static_assert(near((falls_by_factor(2.0, year) * falls_by_factor(2.0, year)).rate_per_second(),
                   decline.rate_per_second()));
static_assert(near((grows_by_factor(2.4, year) / decline).factor_per(year), 9.6));
static_assert(rise / rise == growth() && rise * decline == decline * rise && rise != decline);
static_assert(near(pow(rise, 2).factor_per(year), 22.09) && near(pow(decline, -0.5).factor_per(year), 2.0));
static_assert(pow(rise, 0.0) == growth() && pow(rise, 1) == rise);
static_assert(select(true, rise, decline) == rise && select(false, rise, decline) == decline);

// In other number types; the derivative of a yearly factor by itself is 1.
constexpr auto uncertain = falls_by_factor(dual<1>::variable(4.0, 0), year);
static_assert(std::same_as<decltype(uncertain), const basic_growth<dual<1>>>);
static_assert(near(uncertain.over(2.0 * year).value, 1.0 / 16.0) &&
              near(uncertain.over(2.0 * year).gradient[0], -1.0 / 32.0));
static_assert(near(uncertain.halving_time().in(month).gradient[0], -1.0820212806667225));
static_assert(basic_growth<dual<1>>(decline) == decline);

TEST_CASE("the published table of doubling times agrees to its printed digits") {
    const double table[][2] = {{2.46, 8.17}, {2.07, 6.86}, {2.95, 9.79}, {2.30, 7.64}, {2.0, 6.64}, {1.08, 3.58}};
    for (const auto& [doubling, tenfold] : table) CHECK_THAT(years_to_tenfold(doubling), WithinAbs(tenfold, 0.02));
    const double exact[][2] = {{2.46, 8.171943}, {2.07, 6.876391}, {2.95, 9.799688},
                               {2.30, 7.640435}, {2.0, 6.643856},  {1.08, 3.587682}};
    for (const auto& [doubling, tenfold] : exact) CHECK_THAT(years_to_tenfold(doubling), WithinAbs(tenfold, 1e-6));
}

TEST_CASE("what a maker is given its member gives back, and compounding is consistent") {
    const quantity<dim::time> periods[] = {1.0 * hour, 3.0 * day, 2.0 * week, 1.0 * month, 1.0 * year, 12.5 * year};
    for (double factor = 1e-6; factor < 1e7; factor *= 2.9) {
        for (const auto& period : periods) {
            const growth g = grows_by_factor(factor, period);
            CHECK_THAT(g.factor_per(period), WithinRel(factor, 1e-14));
            CHECK_THAT(g.factor_per(period) * falls_by_factor(factor, period).over(period), WithinRel(1.0, 1e-14));
            CHECK_THAT(g.over(0.3 * period) * g.over(0.7 * period), WithinRel(g.over(period), 1e-14));
            CHECK_THAT(pow(g, 3.0).over(period), WithinRel(g.over(3.0 * period), 1e-13));
            CHECK_THAT(grows_by_ooms(g.ooms_per(period), period).rate_per_second(),
                       WithinRel(g.rate_per_second(), 1e-15));
            CHECK_THAT(grows_continuously(g.rate()).over(period), WithinRel(factor, 1e-14));
            CHECK(((g.over(period) > 1.0) == (factor > 1.0)));
            if (factor > 1.0) {
                CHECK_THAT(g.over(g.doubling_time()), WithinRel(2.0, 1e-15));
                CHECK_THAT(doubles_every(g.doubling_time()).rate_per_second(), WithinRel(g.rate_per_second(), 1e-15));
                CHECK_THAT((g.doubling_time() / falls_by_factor(factor, period).halving_time()), WithinRel(1.0, 1e-15));
            } else {
                CHECK_THAT(g.over(g.halving_time()), WithinRel(0.5, 1e-15));
            }
        }
    }
    for (double percent = 0.001; percent < 100.0; percent *= 1.7) {
        CHECK_THAT(falls_by_percent(percent, month).over(month), WithinRel(1.0 - percent / 100.0, 1e-14));
        CHECK_THAT(grows_by_percent(percent, month).over(month), WithinRel(1.0 + percent / 100.0, 1e-14));
    }
}

TEST_CASE("a factor that is not above zero and finite is refused") {
    const auto message = [](const std::string& maker, const std::string& rest) {
        return maker + ": factor must be " + rest;
    };
    for (const double bad : {0.0, -2.0, nan, -infinite}) {
        const std::string rest = "> 0, got " + detail::number_text(bad);
        CHECK_THROWS_MATCHES(falls_by_factor(bad, year), std::domain_error, Message(message("falls_by_factor", rest)));
        CHECK_THROWS_MATCHES(grows_by_factor(bad, year), std::domain_error, Message(message("grows_by_factor", rest)));
    }
    CHECK_THROWS_MATCHES(falls_by_factor(-2.0, year), std::domain_error,
                         Message("falls_by_factor: factor must be > 0, got -2"));
    CHECK_THROWS_MATCHES(falls_by_factor(infinite, year), std::domain_error,
                         Message("falls_by_factor: factor must be a finite number, got inf"));
    CHECK_THROWS_MATCHES(grows_by_factor(infinite, year), std::domain_error,
                         Message("grows_by_factor: factor must be a finite number, got inf"));
}

TEST_CASE("a percentage that leaves nothing, and one that is not finite, is refused") {
    for (const double bad : {-100.0, -250.0, nan, infinite, -infinite}) {
        CHECK_THROWS_MATCHES(
            grows_by_percent(bad, year), std::domain_error,
            Message("grows_by_percent: percent must be finite and above -100, got " + detail::number_text(bad)));
        CHECK_THROWS_MATCHES(
            falls_by_percent(-bad, year), std::domain_error,
            Message("falls_by_percent: percent must be finite and below 100, got " + detail::number_text(-bad)));
    }
}

TEST_CASE("a percentage that is refused is named wherever in a block it stands, not one that leaves little") {
    for (const int place : {0, 1, batch::size - 1}) {
        const auto falls = batch::generate([=](int i) { return i == place ? 100.0 : 99.0; });
        CHECK_THROWS_MATCHES(falls_by_percent(falls, year), std::domain_error,
                             Message("falls_by_percent: percent must be finite and below 100, got 100"));
        const auto grows = batch::generate([=](int i) { return i == place ? infinite : i % 2 == 0 ? -99.0 : 0.0; });
        CHECK_THROWS_MATCHES(grows_by_percent(grows, year), std::domain_error,
                             Message("grows_by_percent: percent must be finite and above -100, got inf"));
    }
}

TEST_CASE("orders of magnitude, continuous rates and exponents must be finite") {
    for (const double bad : {nan, infinite, -infinite}) {
        const std::string got = detail::number_text(bad);
        CHECK_THROWS_MATCHES(grows_by_ooms(bad, year), std::domain_error,
                             Message("grows_by_ooms: orders of magnitude must be a finite number, got " + got));
        CHECK_THROWS_MATCHES(grows_continuously(bad / second), std::domain_error,
                             Message("grows_continuously: rate per second must be a finite number, got " + got));
        CHECK_THROWS_MATCHES(pow(rise, bad), std::domain_error,
                             Message("pow: exponent of a growth must be a finite number, got " + got));
    }
}

TEST_CASE("a period that is not above zero and finite is refused by every maker and member") {
    const auto check = [](const char* function, const auto& call) {
        for (const double bad : {0.0, -3.0, nan}) {
            CHECK_THROWS_MATCHES(
                call(bad * second), std::domain_error,
                Message(std::string(function) + ": period in seconds must be > 0, got " + detail::number_text(bad)));
        }
        CHECK_THROWS_MATCHES(call(infinite * second), std::domain_error,
                             Message(std::string(function) + ": period in seconds must be a finite number, got inf"));
    };
    check("grows_by_factor", [](auto p) { return grows_by_factor(4.0, p); });
    check("falls_by_factor", [](auto p) { return falls_by_factor(4.0, p); });
    check("grows_by_percent", [](auto p) { return grows_by_percent(4.0, p); });
    check("falls_by_percent", [](auto p) { return falls_by_percent(4.0, p); });
    check("grows_by_ooms", [](auto p) { return grows_by_ooms(4.0, p); });
    check("doubles_every", [](auto p) { return doubles_every(p); });
    check("halves_every", [](auto p) { return halves_every(p); });
    check("factor_per", [](auto p) { return rise.factor_per(p); });
    check("ooms_per", [](auto p) { return rise.ooms_per(p); });
}

TEST_CASE("a doubling time is asked of what rises, a halving time of what falls") {
    CHECK_THROWS_MATCHES(grows_continuously(-0.5 / year).doubling_time(), std::domain_error,
                         Message("doubling_time: the growth must rise, got a yearly rate of -0.5; "
                                 "ask halving_time() of what falls"));
    CHECK_THROWS_MATCHES(grows_continuously(0.5 / year).halving_time(), std::domain_error,
                         Message("halving_time: the growth must fall, got a yearly rate of 0.5; "
                                 "ask doubling_time() of what rises"));
    CHECK_THROWS_AS(growth().doubling_time(), std::domain_error);
    CHECK_THROWS_AS(growth().halving_time(), std::domain_error);
}

TEST_CASE("a growth of draws is that of each draw, and one bad draw is refused") {
    const auto draws = batch::generate([](int i) { return 1.5 + 0.1 * i; });
    const auto g = falls_by_factor(draws, year);
    const auto after = g.over(7.0 * month);
    const auto percent = grows_by_percent(draws, draws * month).over(year);
    for (int i = 0; i < batch::size; ++i) {
        const double x = value_at(draws, i);
        CHECK(value_at(after, i) == falls_by_factor(x, year).over(7.0 * month));
        CHECK(value_at(g.halving_time().in(day), i) == falls_by_factor(x, year).halving_time().in(day));
        CHECK(value_at(percent, i) == grows_by_percent(x, x * month).over(year));
    }
    const auto bad = batch::generate([](int i) { return i == 40 ? -2.0 : 2.0; });
    CHECK_THROWS_MATCHES(falls_by_factor(bad, year), std::domain_error,
                         Message("falls_by_factor: factor must be > 0, got -2"));
    CHECK_THROWS_MATCHES(falls_by_percent(50.0 - 25.0 * bad, year), std::domain_error,
                         Message("falls_by_percent: percent must be finite and below 100, got 100"));
    CHECK_THROWS_AS(grows_by_factor(bad + 3.0, bad * year), std::domain_error);
    CHECK_THROWS_WITH(grows_continuously(bad / year).doubling_time(),
                      StartsWith("doubling_time: the growth must rise, got a yearly rate of -2;"));
    CHECK_THROWS_WITH(grows_continuously(-bad / year).halving_time(),
                      StartsWith("halving_time: the growth must fall, got a yearly rate of 2;"));
}

}  // namespace
