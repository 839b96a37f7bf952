// SPDX-License-Identifier: BSL-1.0
#include <headway/report/html.hpp>

#include <string>
#include <vector>

#include "../catch.hpp"

#include <headway/assumption/assumptions_of.hpp>
#include <headway/belief/empirical.hpp>
#include <headway/decision/two_way.hpp>
#include <headway/quantity/units.hpp>
#include <headway/report/sources.hpp>
#include <headway/sensitivity/explain_change.hpp>
#include <headway/table/csv.hpp>
#include <headway/table/print_table.hpp>

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;

namespace {

constexpr auto price = hw::assumption<"price">(hw::lognormal(100.0 * million_usd, 0.2), "test");
constexpr auto share = hw::assumption<"share">(hw::uniform(0.5, 1.5), "test");
constexpr auto cost = hw::forecast(hw::inputs(price, share), [](const auto& in) { return in[price] * in[share]; });
const hw::simulation options{.draws = 1000, .seed = 3};

/// As an update leaves it: thousands of draws.
hw::belief<hw::quantity<hw::dim::money>> observations() {
    std::vector<hw::quantity<hw::dim::money>> values;
    for (int i = 0; i < 10'000; ++i) values.push_back((80.0 + 0.004 * i) * million_usd);
    return hw::empirical(values);
}
const std::string in_words = "empirical: 100 million USD (90 % between 82.0 million USD and 118 million USD)";

}  // namespace

TEST_CASE("a belief of many observations is told in a few words wherever people read it") {
    const auto after = cost.with(hw::override(price, observations()));
    const auto why = hw::explain_change(cost, after, options);
    CHECK(why[price].before == "lognormal(100 million USD, 0.2)");
    CHECK(why[price].after == in_words);
    CHECK(hw::report::table(why).text().size() < 2000);
    CHECK(hw::report::csv(why).size() < 2000);

    const auto pairs =
        hw::two_way(cost, hw::axis(price, {100.0 * million_usd, observations()}), hw::axis(share, {1.0}), options);
    CHECK(pairs.rows().levels == std::vector<std::string>{"100 million USD", in_words});

    hw::report::html_page page("Costs");
    page.assumptions(2026y / 1 / 1, after);
    CHECK_THAT(page.text(), ContainsSubstring("empirical(...)"));
    CHECK(page.text().size() < 60'000);
    CHECK(hw::report::sources(after).size() < 1000);
    // A file keeps the whole.
    CHECK(hw::assumptions_of(after).text().size() > 100'000);
}
