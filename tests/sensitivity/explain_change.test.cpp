// SPDX-License-Identifier: BSL-1.0
#include <headway/sensitivity/explain_change.hpp>

#include "catch.hpp"
#include "reference/explain_change.hpp"

#include <headway/belief/mixture.hpp>
#include <headway/trend/exponential.hpp>

#include <sstream>

namespace hw = headway;
namespace statistic = headway::statistic;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

constexpr auto a = hw::assumption<"a">(hw::normal(1.0, 1.0), "test");
constexpr auto b = hw::assumption<"b">(hw::normal(2.0, 0.5), "test");
constexpr auto c = hw::assumption<"c">(hw::normal(0.0, 3.0), "test");
constexpr auto unread = hw::assumption<"unread">(hw::normal(0.0, 3.0), "test");
constexpr auto linear =
    hw::forecast(hw::inputs(a, b, c, unread), [](const auto& in) { return 2.0 * in[a] - 3.0 * in[b] + 0.5 * in[c]; });
const auto linear_after = linear.with(hw::override(a, hw::normal(1.5, 2.0)), hw::override(b, hw::normal(1.0, 1.5)),
                                      hw::override(c, hw::normal(-2.0, 1.0)));

constexpr auto factor_a = hw::assumption<"factor a">(hw::lognormal(3.0, 0.2), "test");
constexpr auto factor_b = hw::assumption<"factor b">(hw::lognormal(5.0 * usd, 0.5), "test");
constexpr auto factor_c = hw::assumption<"factor c">(hw::lognormal(2.0, 0.3), "test");
constexpr auto product = hw::forecast(hw::inputs(factor_a, factor_b, factor_c),
                                      [](const auto& in) { return in[factor_a] * in[factor_b] * in[factor_c]; });
const auto product_after =
    product.with(hw::override(factor_a, hw::lognormal(4.0, 0.1)), hw::override(factor_b, hw::lognormal(2.5 * usd, 0.6)),
                 hw::override(factor_c, hw::lognormal(3.0, 0.4)));

template <class Why>
double sum_of_parts(const Why& why) {
    double sum = 0.0;
    for (const auto& part : why) sum += hw::base_value_of(part.change);
    return sum;
}
template <class Why>
double greatest_part(const Why& why) {
    return std::abs(hw::base_value_of(why[0].change));
}

/// Each part within four of its errors, which are themselves of the size that independent draws have.
template <class Why, std::size_t N>
void check_parts(const Why& why, const double (&golden)[N], const char* const (&names)[N]) {
    for (std::size_t i = 0; i < N; ++i) {
        INFO(names[i]);
        bool found = false;
        for (const auto& part : why) {
            if (part.input != names[i]) continue;
            found = true;
            CHECK_THAT(hw::base_value_of(part.change),
                       WithinAbs(golden[i], 4.0 * hw::base_value_of(part.standard_error)));
            CHECK(hw::base_value_of(part.standard_error) > 0.0);
        }
        CHECK(found);
    }
    CHECK_THAT(sum_of_parts(why), WithinAbs(hw::base_value_of(why.change()), 1e-12 * greatest_part(why)));
}

constexpr const char* abc[] = {"a", "b", "c"};
constexpr const char* factors[] = {"factor a", "factor b", "factor c"};

}  // namespace

TEST_CASE("parts of a change are the Shapley values of its formula") {
    for (const auto method : {hw::method::independent, hw::method::latin_hypercube, hw::method::sobol}) {
        const hw::simulation options{.draws = 16'384, .seed = 7, .method = method};
        check_parts(hw::explain_change(linear, linear_after, options), reference::linear_median_parts, abc);
        check_parts(hw::explain_change(linear, linear_after, statistic::mean, options), reference::linear_median_parts,
                    abc);
        check_parts(hw::explain_change(linear, linear_after, statistic::quantile(0.9), options),
                    reference::linear_q90_parts, abc);
        check_parts(hw::explain_change(linear, linear_after, statistic::probability_below(0.0), options),
                    reference::linear_below_0_parts, abc);
        check_parts(hw::explain_change(product, product_after, options), reference::product_median_parts, factors);
        check_parts(hw::explain_change(product, product_after, statistic::mean, options), reference::product_mean_parts,
                    factors);
    }
    // Sobol' points know the mean far better: their errors are their own.
    const hw::simulation sobol{.draws = 16'384, .seed = 7, .method = hw::method::sobol};
    CHECK(hw::explain_change(linear, linear_after, statistic::mean, sobol)[a].standard_error < 1e-3);
}

TEST_CASE("beliefs that are only shifted move the median of a linear model by exactly that, without error") {
    const auto after = linear.with(hw::override(a, hw::normal(1.5, 1.0)), hw::override(b, hw::normal(1.0, 0.5)));
    const auto why = hw::explain_change(linear, after, {.draws = 1'000, .seed = 3});
    REQUIRE(why.size() == 2);
    CHECK(why[0].input == "b");  // the greater first
    CHECK_THAT(why[a].change, WithinAbs(1.0, 1e-12));
    CHECK_THAT(why[b].change, WithinAbs(3.0, 1e-12));
    CHECK(why[a].standard_error < 1e-13);
    CHECK_THAT(why.change(), WithinAbs(4.0, 1e-12));
    CHECK(why[c].change == 0.0);
    CHECK(why[c].standard_error == 0.0);
    CHECK(why[a].before == "normal(1, 1)");
    CHECK(why[a].after == "normal(1.5, 1)");
    CHECK(why.statistic() == "the median");
    CHECK(why.every_combination());
    CHECK(why.draws() == 1'000);
    CHECK(why.evaluations() == 4'000);
}

TEST_CASE("what the model does not read has no part, and what has not changed none") {
    const auto after = linear.with(hw::override(a, hw::normal(2.0, 3.0)), hw::override(unread, hw::normal(9.0, 1.0)));
    const auto why = hw::explain_change(linear, after, statistic::quantile(0.8), {.draws = 2'000});
    CHECK(why.size() == 2);
    CHECK(why[unread].change == 0.0);
    CHECK(why[unread].standard_error == 0.0);
    CHECK_THAT(why[a].change, WithinAbs(why.change(), 1e-12));

    const auto none = hw::explain_change(linear, linear, {.draws = 100});
    CHECK(none.size() == 0);
    CHECK(none.change() == 0.0);
    CHECK(none.sentence() == "No change: nothing is believed otherwise");
}

TEST_CASE("every combination is the forecast's own simulation of it") {
    const auto check = [](const auto& forecast, const auto& x, const auto& other_x, const auto& y, const auto& other_y,
                          const hw::simulation& options) {
        const auto median = [&](const auto& f) { return hw::base_value_of(hw::simulate(f, options).median()); };
        const double v0 = median(forecast);
        const double vx = median(forecast.with(hw::override(x, other_x)));
        const double vy = median(forecast.with(hw::override(y, other_y)));
        const auto after = forecast.with(hw::override(x, other_x), hw::override(y, other_y));
        const double vxy = median(after);
        const auto why = hw::explain_change(forecast, after, options);
        CHECK(hw::base_value_of(why.before()) == v0);
        CHECK(hw::base_value_of(why.after()) == vxy);
        CHECK_THAT(why[x].change, WithinAbs(0.5 * (vx - v0 + vxy - vy), 1e-13));
        CHECK_THAT(why[y].change, WithinAbs(0.5 * (vy - v0 + vxy - vx), 1e-13));
    };
    const auto mixed = hw::mixture({{hw::normal(0.0, 1.0), 0.7}, {hw::belief<double>(4.0), 0.3}});
    const auto joint = hw::forecast(
        hw::inputs(a, b, c), [](const auto& in) { return in[a] * in[b] + in[c]; }, hw::correlate(a, b, 0.7),
        hw::correlate(b, c, -0.3));
    for (const auto method : {hw::method::independent, hw::method::latin_hypercube, hw::method::sobol}) {
        for (const std::uint64_t draws : {1'000U, 1'001U, 2'048U}) {
            const hw::simulation options{.draws = draws, .seed = 5, .method = method};
            check(linear, a, hw::normal(2.0, 2.0), c, mixed, options);
            check(joint, a, hw::normal(2.0, 2.0), c, hw::uniform(3.0, 5.0), options);
            check(joint, a, hw::belief<double>(2.5), b, hw::gamma(2.0, 1.0), options);
        }
    }
}

TEST_CASE("correlations that differ are a change of their own") {
    const auto model = [](const auto& in) { return in[a] + in[c]; };
    const auto apart = hw::forecast(hw::inputs(a, c), model);
    const auto joined = hw::forecast(hw::inputs(a, c), model, hw::correlate(a, c, 0.9));
    const auto after = joined.with(hw::override(a, hw::normal(3.0, 1.0)));
    const auto check = [](const auto& from, const auto& to, double sign) {
        const auto why = hw::explain_change(from, to, statistic::quantile(0.9), {.draws = 20'000, .seed = 2});
        REQUIRE(why.size() == 2);
        CHECK_THAT(why[a].change, WithinAbs(sign * 2.0, 1e-9));
        // Pearson's correlation of normals is 2 sin(pi rho / 6) of their rank correlation.
        const double r = 0.9079809994790935;
        const double golden = 1.2815515655446004 * (std::sqrt(10.0 + 6.0 * r) - std::sqrt(10.0));
        for (const auto& part : why) {
            if (part.input != "the correlations") continue;
            CHECK_THAT(part.change, WithinAbs(sign * golden, 4.0 * part.standard_error));
            CHECK(part.before.empty());
        }
        CHECK(why.before() == hw::simulate(from, {.draws = 20'000, .seed = 2}).quantile(0.9));
        CHECK(why.after() == hw::simulate(to, {.draws = 20'000, .seed = 2}).quantile(0.9));
    };
    check(apart, after, 1.0);
    check(after, apart, -1.0);
}

TEST_CASE("parts add up to the whole, of few changes and of many") {
    const auto check = [](const auto& forecast, bool every) {
        hw::override_list changes;
        std::size_t i = 0;
        for (const auto& source : forecast.sources()) {
            changes.set(source.input, hw::belief<double>(hw::lognormal(0.5 + 0.13 * static_cast<double>(i % 7), 0.4)));
            ++i;
        }
        for (const unsigned orders : {4U, 7U}) {
            const auto why = hw::explain_change(forecast, changes, statistic::quantile(0.7), {.draws = 500, .seed = 11},
                                                {.orders = orders});
            CHECK(why.every_combination() == every);
            CHECK(why.size() == forecast.sources().size());
            CHECK_THAT(sum_of_parts(why), WithinAbs(why.change(), 1e-12 * greatest_part(why)));
            CHECK_THAT(why.change(), WithinRel(why.after() - why.before(), 1e-12));
        }
    };
    const auto of = []<std::size_t... I>(std::index_sequence<I...>) {
        constexpr auto assumed = []<std::size_t J>(std::integral_constant<std::size_t, J>) {
            constexpr char text[] = {'x', static_cast<char>('a' + J), '\0'};
            return hw::assumption<hw::label<2>(text)>(hw::lognormal(1.0, 0.3), "test");
        };
        return hw::forecast(
            hw::inputs(assumed(std::integral_constant<std::size_t, I>{})...), [assumed](const auto& in) {
                auto sum = 0.0 * in[assumed(std::integral_constant<std::size_t, 0>{})];
                auto last = 1.0 + sum;
                const auto add = [&](const auto& x, double weight) {
                    sum = sum + weight * x * last;
                    last = x;
                };
                (add(in[assumed(std::integral_constant<std::size_t, I>{})], 1.0 + static_cast<double>(I % 3)), ...);
                return sum;
            });
    };
    check(of(std::make_index_sequence<5>{}), true);
    check(of(std::make_index_sequence<12>{}), true);
    check(of(std::make_index_sequence<13>{}), false);
    check(of(std::make_index_sequence<20>{}), false);

    // Orders tell what every combination tells, within the error that they state.
    const auto eight = of(std::make_index_sequence<8>{});
    hw::override_list changes;
    for (const auto& source : eight.sources()) changes.set(source.input, hw::belief<double>(hw::lognormal(1.4, 0.5)));
    const hw::simulation options{.draws = 1'000, .seed = 4};
    const auto exact = hw::explain_change(eight, changes, options);
    int outside = 0;
    for (const unsigned orders : {10U, 20U, 40U}) {
        // The same draws: the parts differ by what the orders leave open.
        const auto drawn =
            hw::explain_change(eight, changes, options, {.every_combination_up_to = 3, .orders = orders});
        CHECK_FALSE(drawn.every_combination());
        for (const auto& part : drawn) {
            for (const auto& truth : exact) {
                if (truth.input != part.input) continue;
                CHECK(part.standard_error >= truth.standard_error * 0.8);
                outside += std::abs(part.change - truth.change) > 3.0 * part.standard_error ? 1 : 0;
            }
        }
    }
    CHECK(outside == 0);
}

TEST_CASE("the same bits on any number of threads") {
    const auto why = hw::explain_change(linear, linear_after, {.draws = 5'000, .seed = 9});
    for (const unsigned threads : {2U, 3U, 0U}) {
        const auto again = hw::explain_change(linear, linear_after, {.draws = 5'000, .seed = 9, .threads = threads});
        CHECK(again.change() == why.change());
        CHECK(again[a].change == why[a].change);
        CHECK(again[b].standard_error == why[b].standard_error);
    }
}

TEST_CASE("an input that is not read has a part of 0, not what rounding leaves") {
    constexpr auto with_unread = hw::forecast(hw::inputs(factor_a, factor_b, factor_c, unread, a), [](const auto& in) {
        return in[factor_a] * in[factor_b] * in[factor_c];
    });
    const auto why = hw::explain_change(with_unread,
                                        with_unread.with(hw::override(factor_a, hw::lognormal(4.1, 0.13)),
                                                         hw::override(factor_b, hw::lognormal(2.7 * usd, 0.6)),
                                                         hw::override(factor_c, hw::lognormal(1.7, 0.4)),
                                                         hw::override(unread, hw::normal(0.3, 1.0)),
                                                         hw::override(a, hw::normal(7.0, 1.0))),
                                        statistic::mean, {.draws = 3000, .seed = 4});
    CHECK(why[unread].change == 0.0 * usd);
    CHECK(why[a].change == 0.0 * usd);
    CHECK(why[unread].standard_error == 0.0 * usd);
    CHECK(why[factor_c].change != 0.0 * usd);
    CHECK_THAT(sum_of_parts(why), WithinAbs(hw::base_value_of(why.change()), 1e-12 * greatest_part(why)));
}
