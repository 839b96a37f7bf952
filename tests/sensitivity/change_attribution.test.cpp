// SPDX-License-Identifier: BSL-1.0
#include <headway/sensitivity/change_attribution.hpp>

#include "catch.hpp"

#include <headway/sensitivity/explain_change.hpp>
#include <headway/trend/exponential.hpp>

#include <sstream>

namespace hw = headway;
namespace statistic = headway::statistic;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::WithinAbs;

namespace {

constexpr hw::date start(2025y / 1 / 1);
constexpr auto months = hw::assumption<"months to build">(hw::normal(12.0, 2.0), "test");
constexpr auto delay = hw::assumption<"months of delay">(hw::normal(3.0, 1.0), "test");
constexpr auto price = hw::assumption<"price">(hw::normal(9.0 * million_usd, 1.0 * million_usd), "test");
constexpr auto opens =
    hw::forecast(hw::inputs(months, delay), [](const auto& in) { return start + (in[months] + in[delay]) * month; });
constexpr auto cost = hw::forecast(hw::inputs(months, price), [](const auto& in) { return in[months] * in[price]; });
/// Never where the delay is above three months.
constexpr auto perhaps = hw::forecast(hw::inputs(months, delay), [](const auto& in) {
    return hw::select(in[delay] > 3.0, hw::date::never(), start + in[months] * month);
});
constexpr hw::simulation options{.draws = 4'000, .seed = 1};

}  // namespace

TEST_CASE("one sentence says by how much and because of what") {
    const auto later = hw::explain_change(
        opens, opens.with(hw::override(months, hw::normal(21.1, 2.0)), hw::override(delay, hw::normal(1.1, 1.0))),
        options);
    CHECK(later.sentence() == "7.2 months later: months to build +9.1, months of delay −1.9");
    std::ostringstream out;
    out << later;
    CHECK(out.str() == later.sentence());
    const auto sooner = hw::explain_change(opens, opens.with(hw::override(delay, hw::normal(1.0, 1.0))), options);
    CHECK(sooner.sentence() == "2.0 months earlier: months of delay −2.0");
    const auto level = hw::explain_change(
        opens, opens.with(hw::override(months, hw::normal(17.0, 2.0)), hw::override(delay, hw::normal(-2.0, 1.0))),
        options);
    CHECK(level.sentence() == "Neither later nor earlier: months to build +5.0, months of delay −5.0 months");
    const auto dearer =
        hw::explain_change(cost, cost.with(hw::override(price, hw::normal(12.0 * million_usd, 1.0 * million_usd))),
                           statistic::mean, options);
    CHECK(dearer.sentence() == "36 million USD higher: price +36");
    const auto likelier = hw::explain_change(opens, opens.with(hw::override(delay, hw::normal(9.0, 1.0))),
                                             statistic::probability_below(start + 15.0 * month), options);
    CHECK_THAT(likelier.sentence(), ContainsSubstring("49 percentage points lower: months of delay −49"));
    CHECK(likelier.is_probability());
    CHECK(likelier.statistic() == "the probability of before 2026-04-02");
}

TEST_CASE("many small parts are told together") {
    static constexpr auto n = hw::assumption<"n">(hw::normal(0.0, 1.0), "test");
    static constexpr auto o = hw::assumption<"o">(hw::normal(0.0, 1.0), "test");
    static constexpr auto p = hw::assumption<"p">(hw::normal(0.0, 1.0), "test");
    static constexpr auto q = hw::assumption<"q">(hw::normal(0.0, 1.0), "test");
    static constexpr auto r = hw::assumption<"r">(hw::normal(0.0, 1.0), "test");
    static constexpr auto s = hw::assumption<"s">(hw::normal(0.0, 1.0), "test");
    const auto sum = hw::forecast(hw::inputs(n, o, p, q, r, s),
                                  [](const auto& in) { return in[n] + in[o] + in[p] + in[q] + in[r] + in[s]; });
    const auto why = hw::explain_change(
        sum,
        hw::override_list(hw::override(n, hw::normal(1.0, 1.0)), hw::override(o, hw::normal(20.0, 1.0)),
                          hw::override(p, hw::normal(3.0, 1.0)), hw::override(q, hw::normal(-4.0, 1.0)),
                          hw::override(r, hw::normal(5.0, 1.0)), hw::override(s, hw::normal(2.0, 1.0))),
        options);
    CHECK(why.sentence() == "27 higher: o +20, r +5, q −4, p +3, 2 others +3");
}

TEST_CASE("where the median is never, that is said and the probability of never is shared out") {
    CHECK(hw::explain_change(perhaps, perhaps.with(hw::override(months, hw::normal(15.0, 2.0))),
                             statistic::quantile(0.3), options)
              .happens());
    const auto often = perhaps.with(hw::override(delay, hw::normal(2.0, 1.0)));
    const auto seldom =
        perhaps.with(hw::override(delay, hw::normal(5.0, 1.0)), hw::override(months, hw::normal(15.0, 2.0)));

    const auto why = hw::explain_change(often, seldom, options);
    CHECK_FALSE(why.happens());
    CHECK(why.before() < hw::date(2026y / 12 / 31));
    CHECK(why.after().is_never());
    CHECK(std::isnan(hw::base_value_of(why.change())));
    CHECK(std::isnan(hw::base_value_of(why[delay].change)));
    CHECK_THAT(why.sentence(),
               ContainsSubstring("The median is 2026-0") &&
                   ContainsSubstring(" before the changes and never after them. Never in 16.") &&
                   ContainsSubstring("percentage points higher: months of delay +81, months to build 0"));
    const auto never = why.never();
    CHECK(never.happens());
    CHECK(never.before() == hw::simulate(often, options).probability_never());
    CHECK(never.after() == hw::simulate(seldom, options).probability_never());
    CHECK_THAT(never[delay].change, WithinAbs(never.change(), 1e-15));
    CHECK(never[months].change == 0.0);
    // One draw more or less: nothing is known to less than that.
    CHECK(never[months].standard_error == 1.0 / 4'000);

    const auto back = hw::explain_change(seldom, often, options);
    CHECK_THAT(back.sentence(), ContainsSubstring("The median is never before the changes and 2026-"));
    const auto both = hw::explain_change(seldom, seldom.with(hw::override(delay, hw::normal(4.0, 1.0))), options);
    CHECK_THAT(both.sentence(),
               ContainsSubstring("The median is never, before the changes and after them. Never in 97."));
    const auto other =
        hw::explain_change(often, hw::scenario<"longer">(hw::override(months, hw::normal(15.0, 1.0))), options);
    CHECK_THAT(other.sentence(), ContainsSubstring("months later: months to build +") &&
                                     ContainsSubstring("; never in 16.") &&
                                     ContainsSubstring(" % of draws before, 16."));

    // A way from the one to the other that leads through never.
    constexpr auto either = hw::forecast(hw::inputs(months, delay), [](const auto& in) {
        return hw::select(in[months] - in[delay] * 4.0 > 6.0, hw::date::never(), start + in[months] * month);
    });
    const auto through = hw::explain_change(
        either, either.with(hw::override(months, hw::normal(24.0, 2.0)), hw::override(delay, hw::normal(6.0, 1.0))),
        options);
    CHECK_FALSE(through.happens());
    CHECK_THAT(through.sentence(), ContainsSubstring("but never with some of them alone"));
    // The mean of what happens in no draw is never too.
    const auto hopeless = perhaps.with(hw::override(delay, 9.0));
    const auto mean = hw::explain_change(perhaps, hopeless, statistic::mean, options);
    CHECK_FALSE(mean.happens());
    CHECK_THAT(mean.sentence(), ContainsSubstring("The mean is 2025-12-") && ContainsSubstring("and never after them"));
}

TEST_CASE("stated errors hold the truth as often as they say") {
    // Student's t with 19 degrees of freedom at 95 %, for the 20 sections of a run; with 7 for 8 scramblings.
    static constexpr auto x = hw::assumption<"x">(hw::normal(1.0, 1.0), "test");
    static constexpr auto y = hw::assumption<"y">(hw::normal(2.0, 0.5), "test");
    constexpr auto sum = hw::forecast(hw::inputs(x, y), [](const auto& in) { return in[x] + in[y]; });
    const auto after = sum.with(hw::override(x, hw::normal(2.0, 2.0)), hw::override(y, hw::normal(1.0, 1.5)));
    // Of standard deviations sqrt(s1^2 + s2^2) by the two orders.
    const auto sd = [](double s1, double s2) { return std::sqrt(s1 * s1 + s2 * s2); };
    const double spread = 0.5 * (sd(2.0, 0.5) - sd(1.0, 0.5) + sd(2.0, 1.5) - sd(1.0, 1.5));
    const double q90 = 1.0 + 1.2815515655446004 * spread;
    struct covered {
        int mean = 0, median = 0, q90 = 0;
    } held;
    constexpr int runs = 400;
    for (int seed = 0; seed < runs; ++seed) {
        const hw::simulation one{.draws = 1'000, .seed = static_cast<std::uint64_t>(seed)};
        const auto holds = [&](const auto& why, double truth) {
            return std::abs(why[x].change - truth) <= 2.093024054408309 * why[x].standard_error ? 1 : 0;
        };
        held.mean += holds(hw::explain_change(sum, after, statistic::mean, one), 1.0);
        held.median += holds(hw::explain_change(sum, after, one), 1.0);
        held.q90 += holds(hw::explain_change(sum, after, statistic::quantile(0.9), one), q90);
    }
    CAPTURE(held.mean, held.median, held.q90);
    // 0.93 to 0.975 of 400: three standard deviations of 0.95 reach from 0.917 to 0.983.
    for (const int count : {held.mean, held.median, held.q90}) {
        CHECK(count >= 372);
        CHECK(count <= 392);
    }
}
