// SPDX-License-Identifier: BSL-1.0
#include <headway/assumption/inputs.hpp>

#include "catch.hpp"

#include <headway/math/batch_functions.hpp>
#include <headway/math/dual.hpp>

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;

namespace {

constexpr auto decline = hw::assumption<"yearly fall">(hw::ci90(2.0, 8.0), "a guess");
constexpr auto cost = hw::assumption<"cost">(100.0 * million_usd, "a guess");
constexpr auto start = hw::assumption<"start">(2024y / 3 / 1, "a guess");
constexpr auto all = hw::inputs(decline, cost, start);

static_assert(all.size == 3 && hw::inputs().size == 0);
static_assert(all.place_of("yearly fall") == 0 && all.place_of("cost") == 1 && all.place_of("start") == 2);
static_assert(all.place_of("Cost") == 3 && all.place_of("") == 3);
static_assert(all.get<0>().belief() == decline.belief() && all.get<2>().note() == "a guess");
static_assert(std::same_as<std::remove_cvref_t<decltype(all)>::assumption_at<1>, std::remove_const_t<decltype(cost)>>);
static_assert(all.apply([](const auto&... a) { return (a.name.size() + ...); }) == 11 + 4 + 5);

constexpr std::size_t longest_name() {
    std::size_t longest = 0;
    all.for_each([&](const auto& a) { longest = a.name.size() > longest ? a.name.size() : longest; });
    return longest;
}
static_assert(longest_name() == 11);

constexpr auto cost_again = hw::assumption<"cost">(2.0, "another guess");
template <class... Assumptions>
consteval bool are_told_apart(const Assumptions&...) {
    return hw::detail::names_are_unique<Assumptions...>();
}
static_assert(are_told_apart() && are_told_apart(cost) && are_told_apart(decline, cost, start));
static_assert(!are_told_apart(cost, cost_again) && !are_told_apart(cost, start, cost_again));
static_assert(!are_told_apart(start, cost, cost_again) && !are_told_apart(start, decline, start));

// Two names that differ and have one hash, 64-bit FNV-1a; only such a pair would draw the same numbers.
constexpr auto twin = hw::assumption<"8yn0iYCKYHlIj4-BwPqk">(1.0, "a guess");
constexpr auto other_twin = hw::assumption<"GReLUrM4wMqfg9yzV3KQ">(1.0, "a guess");
static_assert(hw::hash_of("8yn0iYCKYHlIj4-BwPqk") == hw::hash_of("GReLUrM4wMqfg9yzV3KQ"));
template <class... Assumptions>
consteval bool draw_apart(const Assumptions&...) {
    return hw::detail::hashes_are_unique<Assumptions...>();
}
static_assert(are_told_apart(twin, other_twin) && !draw_apart(twin, other_twin));
static_assert(!draw_apart(twin, cost, other_twin) && !draw_apart(cost, twin, start, other_twin));
static_assert(draw_apart() && draw_apart(twin) && draw_apart(decline, twin, start) && draw_apart(decline, cost, start));

// The values are read by their assumption, each in its own type, and not by their place.
template <class Number>
using values = std::remove_cvref_t<decltype(all)>::values<Number>;
constexpr values<double> plain(4.0, 100.0 * million_usd, hw::date(2024y / 3 / 1));
static_assert(plain[decline] == 4.0 && plain[cost] == 100.0 * million_usd && plain[start] == hw::date(2024y / 3 / 1));
static_assert(plain[cost.as_of(2025y / 1 / 1).with_note("said again").with_belief(1.0 * usd)] == plain[cost]);
static_assert(std::same_as<decltype(plain[cost]), const hw::quantity<hw::dim::money>&>);

static_assert(std::same_as<decltype(std::declval<values<hw::batch>>()[decline]), const hw::batch&>);
static_assert(
    std::same_as<decltype(std::declval<values<hw::batch>>()[cost]), const hw::quantity<hw::dim::money, hw::batch>&>);
static_assert(std::same_as<decltype(std::declval<values<hw::dual<2>>>()[start]), const hw::basic_date<hw::dual<2>>&>);
static_assert(std::same_as<values<hw::batch>::number_type, hw::batch>);

TEST_CASE("the inputs keep the order in which they are listed") {
    std::string names;
    hw::inputs(start, decline, cost).for_each([&](const auto& a) { names += std::string(a.name) + ";"; });
    CHECK(names == "start;yearly fall;cost;");
}

TEST_CASE("an input is a copy of the assumption: a belief changed afterwards does not change the forecast") {
    auto assumed = hw::assumption<"cost">(1.0 * usd, "a guess");
    const auto list = hw::inputs(assumed);
    assumed = assumed.with_belief(2.0 * usd);
    CHECK(list.get<0>().central() == 1.0 * usd);
}

}  // namespace
