// SPDX-License-Identifier: BSL-1.0
#include <headway/forecast/unread_inputs.hpp>

#include "catch.hpp"

#include <headway/belief/makers.hpp>
#include <headway/quantity/units.hpp>
#include <headway/simulation/simulate.hpp>
#include <headway/trend/exponential.hpp>

namespace hw = headway;
using namespace headway::units;
using namespace std::chrono_literals;

namespace {

constexpr auto x = hw::assumption<"x">(hw::ci90(1.0, 4.0), "test");
constexpr auto y = hw::assumption<"y">(hw::normal(10.0, 3.0), "test");
constexpr auto z = hw::assumption<"z">(hw::uniform(0.0, 1.0), "test");
constexpr auto cost = hw::assumption<"cost">(hw::ci90(80.0 * million_usd, 200.0 * million_usd), "test");

using names = std::vector<std::string_view>;
template <class Unread>
names all(const Unread& unread) {
    return {unread.begin(), unread.end()};
}

constexpr auto ignores_y = hw::forecast(hw::inputs(x, y, z), [](const auto& in) { return in[x] * in[z]; });
constexpr auto reads_all = hw::forecast(hw::inputs(x, y), [](const auto& in) { return in[x] * in[y]; });
constexpr auto reads_none = hw::forecast(hw::inputs(x, y), [](const auto&) { return 1.0; });

static_assert(!hw::unread_inputs(reads_all));
static_assert(hw::unread_inputs(reads_all).empty());

}  // namespace

TEST_CASE("the inputs that a model never reads are named, in their order") {
    const auto unread = hw::unread_inputs(ignores_y);
    CHECK(unread);
    CHECK(all(unread) == names{"y"});
    CHECK(unread.size() == 1);
    CHECK(unread[0] == "y");
    CHECK(unread.contains("y"));
    CHECK_FALSE(unread.contains("x"));
    CHECK(unread.text() == "the model never reads, so read them or leave them out of inputs(...):\n  y");
    CHECK(hw::unread_inputs(reads_all).text() == "the model reads every input");
    CHECK(all(hw::unread_inputs(reads_none)) == names{"x", "y"});
    CHECK(all(hw::unread_inputs(reads_none).except(x)) == names{"y"});
    CHECK(hw::unread_inputs(reads_none).except(x, y).empty());
    CHECK_FALSE(hw::unread_inputs(ignores_y).except(y));
}

TEST_CASE("an input that only some draws read is read") {
    for (const double tail : {0.4, 0.02, 1e-3, 1e-5}) {
        const double high = x.belief().quantile_upper(tail);
        const double low = x.belief().quantile(tail);
        const auto above = hw::forecast(hw::inputs(x, y), [high](const auto& in) {
            if (in[x] > high) return in[y] * 1.0;
            return in[x] * 1.0;
        });
        const auto below = hw::forecast(hw::inputs(x, y), [low](const auto& in) {
            if (in[x] < low) return in[y] * 1.0;
            return in[x] * 1.0;
        });
        CHECK_FALSE(hw::unread_inputs(above));
        CHECK_FALSE(hw::unread_inputs(below));
    }
    const auto corner = hw::forecast(hw::inputs(x, y, z), [](const auto& in) {
        if (in[x] > x.belief().quantile_upper(0.01) && in[y] < y.belief().quantile(0.01)) return in[z] * 1.0;
        return in[x] + in[y];
    });
    CHECK_FALSE(hw::unread_inputs(corner));
    const auto nowhere = hw::forecast(hw::inputs(x, y), [](const auto& in) {
        if (in[x] < 0.0) return in[y] * 1.0;  // a lognormal is not
        return in[x] * 1.0;
    });
    CHECK(all(hw::unread_inputs(nowhere)) == names{"y"});
}

TEST_CASE("what is read through functions, by place or for nothing is read") {
    const auto by_type = []<class... Assumptions>(const hw::input_values<double, Assumptions...>& in) {
        return in[x] + in[y];
    };
    const auto draws = hw::forecast(hw::inputs(x, y, z), hw::draw_by_draw([by_type](const auto& in) { return by_type(in); }));
    CHECK(all(hw::unread_inputs(draws)) == names{"z"});
    const auto copies = hw::forecast(hw::inputs(x, y), [](auto in) { return in[x] + in.template get<1>(); });
    CHECK_FALSE(hw::unread_inputs(copies));
    const auto for_nothing = hw::forecast(hw::inputs(x, y), [](const auto& in) {
        (void)in[y];
        return in[x] * 1.0;
    });
    CHECK_FALSE(hw::unread_inputs(for_nothing));
    const auto outputs = hw::forecast(hw::inputs(x, y, cost), [](const auto& in) {
        return hw::outputs(hw::output<"a">(in[x] * 1.0), hw::output<"b">(in[cost] * 2.0));
    });
    CHECK(all(hw::unread_inputs(outputs)) == names{"y"});
    // A forecast that asks another.
    const auto inner = hw::forecast(hw::inputs(x), [](const auto& in) { return in[x] * 1.0; });
    const auto outer = hw::forecast(hw::inputs(x, y), [inner](const auto& in) { return inner.baseline() * in[y]; });
    CHECK(all(hw::unread_inputs(outer)) == names{"x"});
}

TEST_CASE("over time an input that some date reads is read") {
    const auto later = hw::forecast(hw::inputs(cost, x, y), [](const auto& in, const hw::date& on) {
        const auto curve = hw::exponential(hw::date(2024y / 3 / 1), in[cost], hw::falls_by_factor(in[x] + 1.0, year));
        if (on > hw::date(2040y / 1 / 1)) return curve(on) * in[y];
        return curve(on);
    });
    CHECK_FALSE(hw::unread_inputs(later));
    CHECK(all(hw::unread_inputs(later, {hw::date(2030y / 1 / 1), hw::date(2040y / 1 / 1)})) == names{"y"});
    CHECK_FALSE(hw::unread_inputs(later, {hw::date(2030y / 1 / 1), hw::date(2041y / 1 / 1)}));
    CHECK_THROWS_WITH(hw::unread_inputs(later, {}), Catch::Matchers::ContainsSubstring("give at least one"));
    constexpr auto always = hw::forecast(hw::inputs(x), [](const auto& in, const auto& on) {
        return hw::exponential(hw::date(2024y / 3 / 1), 1.0 * usd, hw::grows_by_factor(in[x], year))(on);
    });
    static_assert(!hw::unread_inputs(always));
}

TEST_CASE("a model that throws has read what it read before") {
    const auto strict = hw::forecast(hw::inputs(x, y, z), [](const auto& in) {
        if (in[x] < 100.0) throw std::domain_error("too small");
        return in[y] + in[z];
    });
    CHECK(all(hw::unread_inputs(strict)) == names{"y", "z"});
    const auto at_medians = hw::forecast(hw::inputs(x, y), [](const auto& in) {
        if (in[x] == 2.0) throw std::domain_error("not there");
        return in[y] * 1.0;
    });
    CHECK(x.central() == 2.0);
    CHECK_FALSE(hw::unread_inputs(at_medians));
}

TEST_CASE("an override changes what is read where the model branches") {
    const auto branching = hw::forecast(hw::inputs(x, y), [](const auto& in) {
        if (in[x] > 1000.0) return in[y] * 1.0;
        return in[x] * 1.0;
    });
    CHECK(all(hw::unread_inputs(branching)) == names{"y"});
    CHECK_FALSE(hw::unread_inputs(branching.with(hw::override(x, 2000.0))));
}
