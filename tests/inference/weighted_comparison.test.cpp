// SPDX-License-Identifier: BSL-1.0
#include <headway/inference/weighted_comparison.hpp>

#include <cmath>
#include <string>

#include "catch.hpp"
#include <headway/quantity/units.hpp>
#include <headway/table/print_table.hpp>

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::MessageMatches;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

constexpr auto x_input = hw::assumption<"x">(hw::normal(2.0, 1.0), "a test");
constexpr auto y_input = hw::assumption<"y">(hw::normal(1.0, 2.0), "a test");
constexpr auto z_input = hw::assumption<"z">(hw::normal(0.0, 1.0), "a test");
constexpr auto sum = [](const auto& in) { return in[x_input] + in[y_input]; };
constexpr auto f = hw::forecast(hw::inputs(x_input, y_input, z_input),
                                [](const auto& in) { return in[x_input] + in[z_input]; });
constexpr auto updated = f.updated(hw::observed(sum, 5.0, hw::normal_error(0.5)));
constexpr auto as_is = hw::scenario<"as is">();
constexpr auto higher = hw::scenario<"higher">(hw::override(z_input, hw::normal(1.0, 1.0)));
constexpr auto other_x = hw::scenario<"other x">(hw::override(x_input, hw::normal(4.0, 1.0)));
constexpr auto sure_x = hw::scenario<"sure x">(hw::override(x_input, 30.0));

void within_errors(double got, double error, double expected) {
    CAPTURE(got, error, expected);
    CHECK(error > 0.0);
    CHECK(std::abs(got - expected) <= 4.0 * error);
}

}  // namespace

TEST_CASE("scenarios of an updated forecast are each updated, and differ as the linear-Gaussian model says") {
    for (const auto method : {hw::method::independent, hw::method::sobol}) {
        const hw::simulation options{.draws = 40'000, .seed = 11, .method = method};
        const auto c = hw::compare(updated, {as_is, other_x, higher}, options);
        // x given x + y = 5 within 0.5: gain 1 / (1 + 4 + 0.25) of what is missed, 5 - 3 or 5 - 5.
        within_errors(c[as_is].mean(), c[as_is].standard_error(), 2.0 + 2.0 / 5.25);
        within_errors(c[other_x].mean(), c[other_x].standard_error(), 4.0);
        const auto d = c.difference(other_x);
        within_errors(d.mean(), d.standard_error(), 2.0 - 2.0 / 5.25);
        // Each is the updated simulation of its own.
        const auto own = hw::simulate(f.with(hw::override(x_input, hw::normal(4.0, 1.0)))
                                          .updated(hw::observed(sum, 5.0, hw::normal_error(0.5))), options);
        CHECK(c[other_x].mean() == own.mean());
        CHECK(c[other_x].quantile(0.1) == own.quantile(0.1));
        CHECK(hw::simulate(updated.with(hw::override(x_input, hw::normal(4.0, 1.0))), options).mean() == own.mean());
        // A scenario that leaves alone what was observed has the same weights: every draw is higher by 1.
        const auto up = c.difference(higher);
        CHECK_THAT(up.mean(), WithinRel(1.0, 1e-9));
        CHECK(up.standard_error() < 1e-9 * up.unpaired_standard_error() + 1e-12);
        CHECK_THAT(c.beats(higher, as_is, hw::better::higher).probability, WithinRel(1.0, 1e-12));
        CHECK(c.beats(as_is, higher, hw::better::higher).ties == 0.0);
        CHECK_THROWS_MATCHES(c.beats(other_x, as_is, hw::better::lower), std::domain_error,
                             MessageMatches(ContainsSubstring("the scenarios change what was observed")));
    }
}

TEST_CASE("who beats whom is a share of the weight where the weights are the same") {
    // x + z against x + z' with z' of N(1, 2): the same u, so that z' - z = 1 + q is below 0 where q < -1.
    const auto wider = hw::scenario<"wider">(hw::override(z_input, hw::normal(1.0, 2.0)));
    const auto c = hw::compare(updated, {as_is, wider}, {.draws = 40'000, .seed = 3});
    const auto beats = c.beats(wider, as_is, hw::better::lower);
    within_errors(beats.probability, beats.standard_error, 0.158655253931457);
    const auto d = c.difference("wider");
    CHECK_THAT(d.probability_below() + d.probability_equal() + d.probability_above(), WithinRel(1.0, 1e-12));
}

TEST_CASE("in which share of the weight both happen") {
    constexpr auto some = hw::forecast(hw::inputs(x_input, z_input), [](const auto& in) {
        return hw::select(in[z_input] > 0.0, in[x_input], hw::no_limit);
    });
    // By the same u, z is above 0 where q > 0, and one of N(1, 2) where q > -1/2: both in half of the draws.
    const auto seen = some.updated(hw::observed(x_input, 3.0, hw::normal_error(1.0)));
    const auto c = hw::compare(seen, {as_is, hw::scenario<"wider">(hw::override(z_input, hw::normal(1.0, 2.0)))}, {.draws = 40'000, .seed = 3});
    CHECK_THAT(c.difference("wider").probability_both_happen(), WithinAbs(0.5, 0.02));
    CHECK_THAT(1.0 - c["wider"].probability_never(), WithinAbs(0.691462461274013, 0.02));
    CHECK(hw::compare(updated, {as_is, other_x}, {.draws = 4000}).difference(other_x).probability_both_happen() == 1.0);
    const auto other = hw::compare(seen, {as_is, other_x}, {.draws = 4000});
    CHECK_THROWS_MATCHES(other.difference(other_x).probability_both_happen(), std::domain_error,
                         MessageMatches(ContainsSubstring("the scenarios change what was observed")));
}

TEST_CASE("a scenario that the observation contradicts is refused by its name, and so are shards") {
    CHECK_THROWS_MATCHES(hw::compare(updated, {as_is, sure_x}, {.draws = 4000}), std::domain_error,
                         MessageMatches(ContainsSubstring("compare: in scenario 'sure x': updated: ")));
    CHECK_THROWS_MATCHES(hw::compare(updated, {as_is}, {.draws = 4000, .shard = {0, 2}}), std::domain_error,
                         MessageMatches(ContainsSubstring("leave out .shard")));
    const auto c = hw::compare(updated, {as_is, higher}, {.draws = 4000});
    CHECK_THROWS_MATCHES(c["lower"], std::domain_error, MessageMatches(ContainsSubstring("there are 'as is', 'higher'")));
}

TEST_CASE("a stress test of an updated forecast confines what was believed before and updates it there") {
    const auto c = hw::stress(updated, x_input, hw::level_range(0.5, 1.0), {.draws = 40'000, .seed = 5});
    // x given the sum is N(2 + 2 / 5.25, 4.25 / 5.25), cut off below 2, plus z of mean 0: mean m + sd phi(a) / (1 - Phi(a)).
    const double m = 2.0 + 2.0 / 5.25;
    const double sd = std::sqrt(4.25 / 5.25);
    const double a = (2.0 - m) / sd;
    const double hazard = std::exp(-0.5 * a * a) / std::sqrt(2.0 * 3.141592653589793) / (0.5 * std::erfc(a / std::sqrt(2.0)));
    within_errors(c[1].mean(), c[1].standard_error(), m + sd * hazard);
    CHECK(c.names()[0] == "as believed");
}

TEST_CASE("a comparison over time and of several outputs, and its table") {
    constexpr auto g = hw::forecast(hw::inputs(x_input, y_input), [](const auto& in, const auto& when) {
        return hw::outputs(hw::output<"later">(when + in[x_input] * year), hw::output<"sum">(in[x_input] + in[y_input]));
    });
    const std::vector<hw::date> dates{hw::date(2027y / 1 / 1), hw::date(2028y / 1 / 1)};
    const auto c = hw::compare(g.updated(hw::observed(x_input, 3.0, hw::normal_error(1.0))), dates, {as_is, other_x},
                               {.draws = 20'000});
    const auto& later = hw::get<"later">(c[1]);
    // x is N(2.5, 1/2), or N(3.5, 1/2).
    const auto days = [](auto span) { return span.in(day); };
    within_errors(days(later.difference(other_x).mean()), days(later.difference(other_x).standard_error()), 365.2425);
    const std::string text = hw::report::table(later).text();
    CHECK(text.find("effective draws") != text.npos);
    CHECK(text.find("other x") != text.npos);
    CHECK(text.find("difference") != text.npos);
}
