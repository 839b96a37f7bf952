// SPDX-License-Identifier: BSL-1.0
#include <headway/figures/since/rules.hpp>

#include "figures/since/since_expect.hpp"

#include <headway/figures/since/generations.hpp>

using namespace headway::units;
using headway::date;
using headway::figures::admission;
using headway::figures::admits;
using headway::figures::dated_rule;
using headway::figures::grade;
namespace now = headway::figures::since;

namespace {

/// Days as 20260115, 0 for never; limits in TPP per chip and GB/s per chip; shares in %.
struct row {
    std::string_view id;
    double from, until, binds_from, tpp, bandwidth, share, levy, home;
};
constexpr row table[] = {
    {"diffusion_rule", 2025'01'15, 2025'05'13, 2025'05'15, 0, 0, 0, 0, 0},
    {"h20_licence", 2025'04'09, 0, 2025'04'09, 0, 0, 0, 0, 0},
    {"revenue_share", 2025'08'10, 0, 2025'08'10, 0, 0, 0, 15, 0},
    {"h200_announced", 2025'12'08, 2026'01'15, 2025'12'08, 0, 0, 0, 25, 0},
    {"h200_rule", 2026'01'15, 0, 2026'01'15, 21'000, 6500, 50, 0, 0},
    {"chip_duty", 2026'01'15, 0, 2026'01'15, 0, 0, 0, 25, 0},
    {"china_customs_block", 2026'01'13, 2026'01'28, 2026'01'13, 0, 0, 0, 0, 0},
    {"parent_rule", 2026'05'31, 0, 2026'05'31, 0, 0, 0, 0, 0},
    {"house_bill", 2026'01'21, 0, 0, 0, 0, 0, 0, 0},
    {"exports_programme", 2025'07'23, 0, 2025'07'23, 0, 0, 0, 0, 51},
};

double day_number(const date& d) { return d.is_never() ? 0.0 : expected::number(d, 1.0); }

}  // namespace

TEST_CASE("every rule is as the table has it") {
    REQUIRE(now::rules().size() == std::size(table));
    std::size_t at = 0;
    for (const dated_rule& r : now::rules()) {
        const row& want = table[at++];
        INFO("rule " << std::string(want.id));
        CHECK(r.id == want.id);
        CHECK(day_number(r.from) == want.from);
        CHECK(day_number(r.until) == want.until);
        CHECK(day_number(r.binds_from) == want.binds_from);
        CHECK(r.below_processing_performance.in(tpp / chip) == want.tpp);
        CHECK_THAT(r.below_memory_bandwidth.in(gigabyte / second / chip),
                   Catch::Matchers::WithinRel(want.bandwidth, 1e-14));
        CHECK(r.most_share_of_home_shipments == want.share / 100.0);
        CHECK(r.levy == want.levy / 100.0);
        CHECK(r.home_content == want.home / 100.0);
        CHECK(r.grade == grade::b);
        CHECK_FALSE(r.source->key.empty());
        CHECK_FALSE(r.words.empty());
    }
}

TEST_CASE("the diffusion rule and the bill never take effect, the other rules do") {
    using namespace std::chrono_literals;
    for (const dated_rule& r : now::rules()) {
        INFO("rule " << std::string(r.id));
        CHECK(r.takes_effect() == (r.id != "diffusion_rule" && r.id != "house_bill"));
    }
    CHECK_FALSE(now::diffusion_rule.binds_on(2025y / 5 / 14));
    CHECK(now::h20_licence.binds_on(2025y / 8 / 9));  // a licence issued does not end the duty to have one
    CHECK(now::h200_rule.binds_on(2026y / 1 / 15));
    CHECK_FALSE(now::h200_rule.binds_on(2026y / 1 / 14));
    CHECK_FALSE(now::h200_announced.binds_on(2026y / 1 / 15));
}

TEST_CASE("the H200 rule lets through whom it is meant to, and says unknown where the data has no answer") {
    static_assert(admits(now::h200_rule, now::h200) == admission::yes);
    static_assert(admits(now::h200_rule, now::h100) == admission::yes);
    static_assert(admits(now::h200_rule, now::b200) == admission::no);
    static_assert(admits(now::h200_rule, now::b300) == admission::no);
    static_assert(admits(now::h200_rule, now::rubin) == admission::no);
    static_assert(admits(now::h200_rule, now::h20) == admission::unknown);
    // Bandwidth not stated, performance within the limit.
    static_assert(admits(now::h200_rule, now::trainium2) == admission::unknown);
    // Bandwidth not stated, but performance by itself keeps it out.
    static_assert(admits(now::h200_rule, now::rubin_ultra) == admission::no);
    CHECK_THROWS_WITH(admits(now::chip_duty, now::h200),
                      "admits: chip_duty limits neither processing performance nor memory bandwidth of a chip");
}

TEST_CASE("the programme of the export order has its deadline and its day") {
    CHECK(now::exports_programme_deadline.value.in(day) == 90.0);
    CHECK(day_number(now::exports_programme_announced.value) == 2025'10'22);
}

TEST_CASE("the notes on rules say what no number holds") {
    using expected::contains;
    CHECK(contains(now::diffusion_rule.note, "Never enforced"));
    CHECK(contains(now::h20_licence.note, "4.5 billion USD"));
    CHECK(contains(now::h20_licence.note, "2025-08-08"));
    CHECK(contains(now::h200_rule.note, "re-exports still presumed denied"));
    CHECK(contains(now::h200_rule.note, "independent US laboratory"));
    CHECK(contains(now::h200_rule.note, "(dd)(1)(iii)"));
    CHECK(contains(now::chip_duty.note, "Free for US data centres"));
    CHECK(contains(now::china_customs_block.note, "400 000"));
    CHECK(contains(now::house_bill.words, "42 to 2"));
}
