// SPDX-License-Identifier: BSL-1.0
#include <headway/figures/krishnan.hpp>

#include "expect.hpp"

using namespace headway::units;
using namespace std::chrono_literals;
using headway::date;
using headway::figures::kind;
using headway::figures::precision;
namespace said = headway::figures::krishnan;

static_assert(said::source.earliest == date(2025y / 9 / 24) && said::source.dated());

TEST_CASE("every figure of the krishnan article is as specified") {
    expected::rows row(said::catalogue());
    using enum precision;
    row(said::supply_shortage, "supply_shortage", {0}, year, exact, kind::claimed, "none", "0 years");
    row(said::victory_metric, "victory_metric", {100}, 0.01, at_most, kind::assumed, "a share, below 100 %",
        "at most 100 %");
    row(said::outreach, "outreach", {8}, month, exact, kind::observed, "8 months");
    row(said::order_deadline, "order_deadline", {120}, day, exact, kind::observed, "120 days");
    row(said::state_bills, "state_bills", {1000}, 1.0, at_least, kind::observed, "at least 1 000 bills");
    row(said::export_policy, "export_policy", {1}, 1.0, at_least, kind::observed,
        "at least 1 generation behind, quantity capped (no number)", "at least 1 generation");
}

TEST_CASE("the traps of the krishnan article are notes where they belong") {
    using expected::contains;
    CHECK(contains(said::source.note, "three wrong beliefs and lists four"));
    CHECK(contains(said::victory_metric.note, "host"));
    CHECK(contains(said::export_policy.note, "two parameters"));
}
