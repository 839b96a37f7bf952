// SPDX-License-Identifier: BSL-1.0
#include <headway/history/observed_lead.hpp>

#include "catch.hpp"

#include <headway/figures/since/lead.hpp>
#include <headway/forecast/forecast.hpp>
#include <headway/simulation/simulate.hpp>
#include <headway/source/reading.hpp>

namespace hw = headway;
namespace since = headway::figures::since;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::Message;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

constexpr double infinite = __builtin_huge_val();
constexpr auto start = hw::date(2023y / 1 / 1);
constexpr hw::date after(double months) { return start + months * month; }
constexpr bool close(double a, double b, double error = 1e-9) { return hw::abs(a - b) <= error; }
constexpr bool is(const hw::observed_span& lead, double months) {
    return lead.is_known() && close(lead.least.in(month), months);
}
constexpr hw::observed_span span(double least, double most) { return {least * month, most * month}; }

// An index of two sides whose leads are known: the leader has 10 k points after k years, the follower k months later than
// it, 14, 4, 6, 4 and 7. What is worse than the best so far, or of the same day, does not count.
constexpr std::array leader_scores{hw::point(after(0), 0.0),   hw::point(after(12), 10.0), hw::point(after(13), 4.0),
                                   hw::point(after(24), 20.0), hw::point(after(24), 15.0), hw::point(after(36), 30.0),
                                   hw::point(after(48), 40.0), hw::point(after(60), 50.0), hw::point(after(70), 50.0)};
constexpr std::array follower_scores{hw::point(after(26), 10.0), hw::point(after(28), 20.0), hw::point(after(29), 12.0),
                                     hw::point(after(42), 30.0), hw::point(after(52), 35.0), hw::point(after(52), 40.0),
                                     hw::point(after(67), 50.0)};
constexpr auto by_steps = hw::observed_lead(leader_scores, follower_scores, hw::best_between::steps);

static_assert(by_steps.leader().size() == 6 && by_steps.follower().size() == 5);
static_assert(by_steps.leader().last() == after(70) && by_steps.observed().last == after(67));
static_assert(is(by_steps.at(after(26)), 14.0) && is(by_steps.at(after(27.9)), 15.9) &&
              is(by_steps.at(after(28)), 4.0));
static_assert(is(by_steps.at(after(66)), 18.0) && is(by_steps.at(after(67)), 7.0));
// At the advances 14, 4, 6, 4, 7: the published mean with its smallest and largest.
constexpr auto at_advances = by_steps.at_advances();
static_assert(is(at_advances.mean, since::lead_epoch.value.in(month)) &&
              is(at_advances.smallest, since::lead_epoch.low.in(month)) &&
              is(at_advances.largest, since::lead_epoch.high.in(month)));
static_assert(at_advances.known_share == 1.0 && at_advances.advances == 5);
static_assert(is(by_steps.at_advances(hw::between(after(40), after(60))).mean, 5.0));
// Over the days: from 14 to 16 in 2 months, 4 to 18 in 14, 6 to 16 in 10, 4 to 19 in 15.
constexpr auto over_days = by_steps.over();
static_assert(is(over_days.mean, (15.0 * 2.0 + 11.0 * 14.0 + 11.0 * 10.0 + 11.5 * 15.0) / 41.0));
static_assert(is(over_days.smallest, 4.0) && is(over_days.largest, 19.0) && over_days.known_share == 1.0);
static_assert(is(by_steps.over(hw::between(after(30), after(36))).mean, 9.0));
static_assert(by_steps.over(hw::between(after(30), after(36))).advances == 0);

// Gradually: on the line the follower has 11 points a fifth of a month after it had 10, the leader 1.2 months after.
constexpr auto by_lines = hw::observed_lead(leader_scores, follower_scores, hw::best_between::linear);
static_assert(is(by_lines.at(after(26)), 14.0) && is(by_lines.at(after(26.2)), 13.0) &&
              is(by_lines.at(after(28)), 4.0));
static_assert(is(by_lines.at_advances().mean, 7.0));
static_assert(is(by_lines.over().mean, (9.0 * 2.0 + 5.0 * 14.0 + 5.0 * 10.0 + 5.5 * 15.0) / 41.0));
static_assert(is(by_lines.over().largest, 14.0));

// What is not known is bounded. The leader had 5 points at its first observation, or before; it never came to 60.
constexpr std::array late_leader{hw::point(after(6), 5.0), hw::point(after(12), 50.0)};
constexpr std::array bold_follower{hw::point(after(8), 3.0), hw::point(after(10), 5.0), hw::point(after(14), 20.0),
                                   hw::point(after(20), 60.0), hw::point(after(24), 61.0)};
constexpr auto bounded = hw::observed_lead(late_leader, bold_follower, hw::best_between::steps);
static_assert(bounded.at(after(9)) == hw::observed_span{after(9) - after(6), infinite* month});
static_assert(bounded.at(after(10)) == hw::observed_span{after(10) - after(6), infinite* month});
static_assert(is(bounded.at(after(14)), 2.0));
static_assert(bounded.at(after(20)) == hw::observed_span{-infinite * month, after(20) - after(12)});
// Nothing better came until month 30, so the follower was ahead by 10 months at least when it came to 60.
static_assert(bounded.until(after(30)).at(after(20)) == hw::observed_span{-infinite * month, after(20) - after(30)});
static_assert(bounded.until(after(30)).observed().last == after(30));
constexpr auto at_first_three = bounded.at_advances(hw::between(after(8), after(14)));
static_assert(close(at_first_three.mean.least.in(month), (2.0 + 4.0 + 2.0) / 3.0) &&
              at_first_three.mean.most == infinite * month);
static_assert(close(at_first_three.smallest.least.in(month), 2.0) &&
              close(at_first_three.smallest.most.in(month), 2.0));
static_assert(close(at_first_three.largest.least.in(month), 4.0) && at_first_three.largest.most == infinite * month);
static_assert(at_first_three.known_share == 1.0 / 3.0);
static_assert(bounded.at_advances().mean == span(-infinite, infinite) && bounded.over().known_share == 6.0 / 16.0);

// A follower that is ahead: the lead is below zero, the time until the leader came to it.
constexpr std::array slow_leader{hw::point(after(0), 1.0), hw::point(after(10), 2.0), hw::point(after(20), 3.0)};
constexpr std::array quick_follower{hw::point(after(2), 0.5), hw::point(after(6), 2.0), hw::point(after(12), 3.0)};
constexpr auto overtaken = hw::observed_lead(slow_leader, quick_follower, hw::best_between::steps);
static_assert(is(overtaken.at(after(6)), -4.0) && is(overtaken.at(after(12)), -8.0));
static_assert(overtaken.catch_up() == after(6) && by_steps.catch_up() == after(28));
static_assert(bounded.catch_up() == after(10));
static_assert(hw::observed_lead(leader_scores, std::array{hw::point(after(2), -5.0), hw::point(after(60), 49.0)},
                                hw::best_between::steps)
                  .catch_up() == hw::date::never());

// Where less is ahead: the cost of a level.
constexpr std::array cheap{hw::point(after(0), 8.0), hw::point(after(6), 4.0), hw::point(after(7), 5.0),
                           hw::point(after(12), 2.0)};
constexpr std::array dear{hw::point(after(3), 9.0), hw::point(after(9), 4.0), hw::point(after(18), 2.0)};
constexpr auto in_cost = hw::observed_lead<hw::ahead_is::less>(cheap, dear, hw::best_between::steps);
static_assert(is(in_cost.at(after(9)), 3.0) && is(in_cost.at(after(18)), 6.0) &&
              in_cost.at(after(4)).most == infinite * month);
static_assert(is(hw::observed_lead<hw::ahead_is::less>(cheap, dear, hw::best_between::log_linear).at(after(13.5)),
                 4.5));

TEST_CASE("two exponentials, observed now and then: the lead of the trends, and its mean in closed form") {
    const auto leads = hw::exponential(start, 100.0, hw::grows_by_factor(4.0, year));
    const auto follows = hw::exponential(start, 20.0, hw::grows_by_factor(5.0, year));
    std::vector<hw::observation<double>> of_leader;
    std::vector<hw::observation<double>> of_follower;
    for (const double months : {-30.0, -21.0, -13.0, -2.0, 3.0, 11.0, 24.0, 30.0}) {
        of_leader.emplace_back(after(months), leads(after(months)));
    }
    for (const double months : {28.0, 1.0, 6.0, 7.0, 19.0})
        of_follower.emplace_back(after(months), follows(after(months)));
    const auto seen = hw::observed_lead(hw::observations<double>(of_leader), hw::observations<double>(of_follower),
                                        hw::best_between::log_linear);
    const auto trends = hw::lead(leads, follows);
    for (const double months : {1.0, 2.5, 6.0, 13.0, 28.0}) {
        const hw::observed_span lead = seen.at(after(months));
        CHECK(lead.is_known());
        CHECK_THAT(lead.least.in(month), WithinAbs(trends.time_at(after(months)).in(month), 1e-9));
    }
    // The lead of two exponentials is a straight line in time: its mean is that of the middle.
    const auto whole = seen.over();
    CHECK_THAT(whole.mean.least.in(month), WithinAbs(trends.time_at(after(14.5)).in(month), 1e-9));
    CHECK(whole.mean.is_known());
    CHECK_THAT(whole.largest.least.in(month), WithinAbs(trends.time_at(after(1.0)).in(month), 1e-9));
    CHECK_THAT(whole.smallest.most.in(month), WithinAbs(trends.time_at(after(28.0)).in(month), 1e-9));
    CHECK(whole.known_share == 1.0);
    // They meet after ln 5 / ln 1.25 years, beyond the data.
    CHECK(seen.catch_up() == hw::date::never());
}

TEST_CASE("the mean over time is that of a dense grid, its bounds those of the grid, whichever line") {
    const std::array leader{hw::point(after(0), 5.0),   hw::point(after(4), 9.0),   hw::point(after(5), 12.0),
                            hw::point(after(11), 13.0), hw::point(after(17), 31.0), hw::point(after(20), 33.0)};
    const std::array follower{hw::point(after(3), 6.0),   hw::point(after(9), 8.0),   hw::point(after(10), 12.5),
                              hw::point(after(16), 13.0), hw::point(after(21), 31.5), hw::point(after(24), 32.0)};
    for (const auto how : {hw::best_between::steps, hw::best_between::linear, hw::best_between::log_linear}) {
        const auto seen = hw::observed_lead(leader, follower, how);
        const auto where = hw::between(after(4), after(23));
        const auto exact = seen.over(where);
        const int count = 20'000;
        double mean = 0.0;
        double smallest = infinite;
        double largest = -infinite;
        for (int i = 0; i < count; ++i) {
            const double lead = seen.at(after(4.0 + 19.0 * (i + 0.5) / count)).least.in(month);
            mean += lead / count;
            smallest = hw::min(smallest, lead);
            largest = hw::max(largest, lead);
        }
        INFO(static_cast<int>(how));
        CHECK_THAT(exact.mean.least.in(month), WithinAbs(mean, 0.001));
        CHECK_THAT(exact.smallest.least.in(month), WithinAbs(smallest, 0.005));
        CHECK_THAT(exact.largest.least.in(month), WithinAbs(largest, 0.005));
        CHECK(exact.mean.is_known());
    }
    // Parted where the follower's line leaves what the leader had at first, and where it passes all that it had.
    const std::array high{hw::point(after(2), 4.0), hw::point(after(6), 6.0), hw::point(after(26), 40.0)};
    for (const auto how : {hw::best_between::linear, hw::best_between::log_linear}) {
        const auto seen = hw::observed_lead(leader, high, how);
        int known = 0;
        const int count = 20'000;
        for (int i = 0; i < count; ++i) known += seen.at(after(2.0 + 24.0 * (i + 0.5) / count)).is_known() ? 1 : 0;
        CHECK_THAT(seen.over().known_share, WithinAbs(known / static_cast<double>(count), 1e-4));
        CHECK(seen.over().mean == span(-infinite, infinite));
        CHECK(seen.over(hw::between(after(3), after(8))).mean.most == infinite * month);
        CHECK(hw::is_finite(seen.over(hw::between(after(3), after(8))).mean.least.in(month)));
    }
}

constexpr auto measured = hw::assumption<"lead">(hw::as_mean_and_ends(since::lead_epoch), since::lead_epoch);

TEST_CASE("a measured lead as the belief of a forecast") {
    const auto& lead = since::lead_epoch;
    CHECK_THAT(measured.belief().mean().in(month), WithinAbs(7.0, 1e-12));
    CHECK(measured.belief().support() == std::pair(lead.low, lead.high));
    const auto f = hw::forecast(hw::inputs(measured), [](const auto& in) {
        const auto leader = hw::exponential(start, 1.0, hw::grows_by_factor(4.0, year));
        const auto follower = hw::follower_of(leader, in[measured], start, hw::grows_by_factor(4.0, year));
        return hw::lead(leader, follower).time_at(start + 1.0 * year);
    });
    const auto later = hw::simulate(f, {.draws = 16'384, .seed = 18, .threads = 1});
    // Of equal growth the lead stays what it is.
    CHECK_THAT(later.mean().in(month), WithinAbs(7.0, 4.0 * later.stddev().in(month) / 128.0));
    CHECK(later.quantile(0.0) > lead.low);
    CHECK(later.quantile(1.0) < lead.high);
}

TEST_CASE("leads in words") {
    CHECK(hw::to_text(by_steps.at_advances().mean) == "7 months");
    CHECK(hw::to_text(span(14.0, infinite)) == "at least 14 months");
    CHECK(hw::to_text(span(-infinite, -3.0)) == "at most -3 months");
    CHECK(hw::to_text(span(4.0, 7.0)) == "between 4 months and 7 months");
    CHECK(hw::to_text(span(-infinite, infinite)) == "unknown");
}

TEST_CASE("series that tell no lead are refused in words") {
    const auto refused = [](const auto& leader, const auto& follower, const std::string& words,
                            hw::best_between how = hw::best_between::steps) {
        CHECK_THROWS_MATCHES(hw::observed_lead(leader, follower, how), std::domain_error, Message(words));
    };
    using table = std::vector<hw::point<hw::dimensionless, double>>;
    const table fine{hw::point(after(0), 1.0), hw::point(after(6), 2.0)};
    refused(
        fine, table{hw::point(after(3), 1.0)},
        "observed_lead: the follower must have at least 2 observations, got 1; one score tells no time by which it was "
        "reached");
    refused(
        hw::observations<double>{}, fine,
        "observed_lead: the leader must have at least 2 observations, got 0; one score tells no time by which it was "
        "reached");
    refused(table{hw::point(after(6), 2.0), hw::point(after(0), 1.0)}, fine,
            "best_so_far: dates must not descend, got 2023-01-01 after 2023-07-02 at point 2; sort them, or hand over "
            "observations, which are");
    refused(fine, table{hw::point(after(7), 1.0), hw::point(after(9), 2.0)},
            "observed_lead: both sides must have been observed at one time, got the leader from 2023-01-01 to "
            "2023-07-02 and "
            "the follower from 2023-08-02 to 2023-10-01; a lead is of sides that can be compared");
    refused(fine, table{hw::point(after(0), 1.0), hw::point(after(3), __builtin_nan(""))},
            "best_so_far: values must be finite numbers, got nan (in base units) on 2023-04-02 at point 2");
    refused(fine, table{hw::point(after(0), 0.0), hw::point(after(3), 2.0)},
            "best_so_far: values must be > 0 for a log-linear line, got 0 (in base units) on 2023-01-01 at point 1",
            hw::best_between::log_linear);
    refused(fine, table{hw::point(after(0), 0.0), hw::point(hw::date::never(), 2.0)},
            "best_so_far: date of an observation must be a date in the calendar, got never");

    const auto asked = [](const auto& question, const std::string& words) {
        CHECK_THROWS_MATCHES(question(), std::domain_error, Message(words));
    };
    const std::string inside = ": the follower is observed from 2025-03-02 to 2028-08-01, got ";
    const std::string remedy = "; say until(...) if nothing better came after the last observation";
    asked([] { return by_steps.at(after(68)); }, "observed_lead::at" + inside + "2028-08-31" + remedy);
    asked([] { return by_steps.over(hw::between(after(0), after(60))); },
          "observed_lead::over" + inside + "2023-01-01" + remedy);
    asked([] { return by_steps.at_advances(hw::between(after(30), after(80))); },
          "observed_lead::at_advances" + inside + "2029-08-31" + remedy);
    asked([] { return by_steps.at_advances(hw::between(after(30), after(40))); },
          "observed_lead::at_advances: the follower has no new best from 2025-07-02 to 2026-05-02; take a longer "
          "window, or ask "
          "over(window)");
    asked([] { return by_steps.over(hw::between(after(30), after(30))); },
          "observed_lead::over: window's length in seconds must be > 0, got 0");
    asked([] { return by_steps.until(after(69)); }, "observed_lead::until: the sides are observed until 2028-10-31 as "
                                                    "it is, got 2028-10-01; give a window to leave later "
                                                    "ones out");
}

}  // namespace
