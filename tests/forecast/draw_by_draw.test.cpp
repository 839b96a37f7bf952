// SPDX-License-Identifier: BSL-1.0
#include <headway/forecast/draw_by_draw.hpp>

#include "catch.hpp"

#include <cmath>

#include <headway/belief/makers.hpp>
#include <headway/simulation/simulate.hpp>

namespace hw = headway;
using Catch::Matchers::WithinAbs;

namespace {

constexpr auto x = hw::assumption<"x">(hw::uniform(0.0, 1.0), "test");
constexpr auto y = hw::assumption<"y">(hw::uniform(0.0, 1.0), "test");

constexpr auto smooth = hw::forecast(hw::inputs(x, y), [](const auto& in) {
    return hw::select(in[x] < in[y] && !(in[x] > 0.9), in[x], 0.0) + hw::max(in[y], 0.5);
});
constexpr auto with_if = hw::forecast(hw::inputs(x, y), [](const auto& in) {
    if (in[x] < in[y] && !(in[x] > 0.9)) return in[x] + hw::max(in[y], 0.5);
    return 0.0 + hw::max(in[y], 0.5);
});
constexpr auto with_loop = hw::forecast(hw::inputs(x), [](const auto& in) {
    auto total = in[x];
    while (total < 1.0) total = total + 0.25;
    return total;
});
constexpr auto with_conditional =
    hw::forecast(hw::inputs(x, y), [](const auto& in) { return in[x] < in[y] ? in[x] : in[y]; });

constexpr auto with_bool = hw::forecast(hw::inputs(x, y), [](const auto& in) {
    const bool is_less = in[x] < in[y];
    return is_less ? in[x] : in[y];
});
constexpr auto with_predicate = hw::forecast(hw::inputs(x, y), [](const auto& in) {
    const auto less = [](const auto& a, const auto& b) -> bool { return a < b; };
    return less(in[x], in[y]) ? in[x] : in[y];
});

// A branch inside a function with a declared return type cannot be seen before the function is compiled.
template <class Number>
Number hidden(const Number& a, const Number& b) {
    if (a < b) return a;
    return b;
}
constexpr auto with_hidden_branch = hw::forecast(hw::inputs(x, y), [](const auto& in) { return hidden(in[x], in[y]); });
constexpr auto with_smaller = hw::forecast(hw::inputs(x, y), [](const auto& in) { return hw::min(in[x], in[y]); });

constexpr auto plain_numbers_only = hw::forecast(
    hw::inputs(x), hw::draw_by_draw([](const auto& in) { return std::floor(10.0 * in[x]); }));

static_assert(!hw::branches_on_draws<decltype(smooth)>);
static_assert(hw::branches_on_draws<decltype(with_if)>);
static_assert(hw::branches_on_draws<decltype(with_loop)>);
static_assert(hw::branches_on_draws<decltype(with_conditional)>);
static_assert(!hw::branches_on_draws<decltype(with_hidden_branch)>);
static_assert(hw::branches_on_draws<decltype(plain_numbers_only)>);

std::vector<double> kept(const hw::outcome<double>& outcome) {
    std::vector<double> all;
    outcome.for_each_draw([&](double v) { all.push_back(v); });
    return all;
}

}  // namespace

TEST_CASE("of two plain values a condition chooses for each draw") {
    using namespace headway::units;
    using namespace std::chrono_literals;
    static constexpr auto price = hw::forecast(hw::inputs(x), [](const auto& in) {
        return hw::select(in[x] < 0.25, 3.0 * usd, 5.0 * usd);
    });
    static constexpr auto when = hw::forecast(hw::inputs(x), [](const auto& in) {
        return hw::select(in[x] < 0.25, hw::date(2027y / 1 / 1), hw::date::never());
    });
    const hw::simulation options{.draws = 4'000, .seed = 1, .method = hw::method::latin_hypercube};
    const auto prices = hw::simulate(price, options);
    CHECK(prices.quantile(0.1) == 3.0 * usd);
    CHECK(prices.quantile(0.9) == 5.0 * usd);
    CHECK_THAT(prices.mean().in(usd), WithinAbs(4.5, 1e-3));
    const auto dates = hw::simulate(when, options);
    CHECK(dates.quantile(0.1) == hw::date(2027y / 1 / 1));
    CHECK_THAT(dates.probability_never(), WithinAbs(0.75, 1e-3));
}

TEST_CASE("a model that branches gives the same draws as one that selects") {
    const hw::simulation options{.draws = 10'000, .seed = 4};
    CHECK(kept(hw::simulate(smooth, options)) == kept(hw::simulate(with_if, options)));
    CHECK(kept(hw::simulate(with_conditional, options)) == kept(hw::simulate(with_smaller, options)));
    CHECK(kept(hw::simulate(with_bool, options)) == kept(hw::simulate(with_smaller, options)));
    CHECK(kept(hw::simulate(with_predicate, options)) == kept(hw::simulate(with_smaller, options)));
    CHECK(kept(hw::simulate(with_hidden_branch, options)) == kept(hw::simulate(with_smaller, options)));
}

TEST_CASE("loops and functions of plain numbers run draw by draw") {
    const auto looped = kept(hw::simulate(with_loop, {.draws = 1'000}));
    for (const double v : looped) CHECK((v >= 1.0 && v < 1.25));
    CHECK(plain_numbers_only.baseline() == 5.0);
    const auto o = hw::simulate(plain_numbers_only, {.draws = 100'000});
    CHECK_THAT(o.mean(), WithinAbs(4.5, 5.0 * o.standard_error()));
    CHECK(o.quantile(1.0) == 9.0);
}
