// SPDX-License-Identifier: BSL-1.0
#include <headway/forecast/part.hpp>

#include "catch.hpp"

#include <atomic>
#include <cstring>

#include <headway/belief/discrete.hpp>
#include <headway/belief/makers.hpp>
#include <headway/decision/value_of_information.hpp>
#include <headway/forecast/unread_inputs.hpp>
#include <headway/quantity/units.hpp>
#include <headway/scenario/compare.hpp>
#include <headway/scenario/scenario_grid.hpp>
#include <headway/sensitivity/elasticities.hpp>
#include <headway/sensitivity/explain_change.hpp>
#include <headway/sensitivity/shapley.hpp>
#include <headway/sensitivity/sobol_indices.hpp>
#include <headway/sensitivity/tornado.hpp>
#include <headway/trend/exponential.hpp>

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;

namespace {

constexpr auto cost = hw::assumption<"cost">(hw::ci90(80.0 * million_usd, 200.0 * million_usd), "test");
constexpr auto fall = hw::assumption<"fall">(hw::ci90(2.0, 5.0), "test");
constexpr auto site = hw::assumption<"site">(hw::uniform(1.0, 3.0), "test");
constexpr auto rate = hw::assumption<"rate">(hw::uniform(0.02, 0.1), "test");
constexpr auto wait = hw::assumption<"wait">(hw::ci90(3.0 * month, 14.0 * month), "test");
constexpr auto lag = hw::assumption<"lag">(hw::discrete({{0.0, 0.3}, {1.0, 0.4}, {2.0, 0.3}}), "test");
constexpr auto spare = hw::assumption<"spare">(hw::uniform(0.0, 1.0), "test");
constexpr auto all_inputs = hw::inputs(cost, fall, site, rate, wait, lag, spare);

/// How often each part was called.
struct counts {
    std::atomic<int> when{0}, abroad{0}, inner{0}, share{0}, constant{0};
};
counts calls;

constexpr hw::date start = 2024y / 3 / 1;

/// Notes a call when a program runs, not in a constant expression.
constexpr void note(std::atomic<int>& counter) {
    if (!std::is_constant_evaluated()) ++counter;
}

constexpr auto when_affordable = [](const auto& in) {
    note(calls.when);
    return hw::exponential(start, in[cost], hw::falls_by_factor(in[fall], year)).reaches(5.0 * million_usd);
};
constexpr auto premium = [](const auto& in) {
    note(calls.inner);
    return in[site] * hw::exp(in[rate]);
};
constexpr auto share_after = [](const auto& in, const auto& gap, const auto& span) {
    note(calls.share);
    return hw::exp(-(in[rate] * gap)) * (span / year);
};
constexpr auto forty_two = [](const auto&) {
    note(calls.constant);
    return 42.0;
};
/// Which inputs it reads depends on the draw.
constexpr auto cost_abroad = [](const auto& in) {
    note(calls.abroad);
    const auto dear = hw::part<"premium">(in, premium);
    if (in[lag] > 0.5) return std::pair(in[cost] * dear, in[rate] + 0.0 * in[lag]);
    return std::pair(in[cost] * dear * 1.25, dear + 0.0 * in[spare]);
};

/// The same model with and without parts.
struct with_parts {
    template <hw::label Name>
    static constexpr auto call(const auto& in, const auto& f, const auto&... arguments) {
        return hw::part<Name>(in, f, arguments...);
    }
};
struct without_parts {
    template <hw::label>
    static constexpr auto call(const auto& in, const auto& f, const auto&... arguments) {
        return f(in, arguments...);
    }
};
template <class Call>
struct model {
    constexpr auto operator()(const auto& in) const {
        const auto abroad = Call::template call<"abroad">(in, cost_abroad);
        return hw::outputs(
            hw::output<"when">(Call::template call<"when">(in, when_affordable)),
            hw::output<"abroad">(abroad.first), hw::output<"rest">(abroad.second),
            hw::output<"share">(Call::template call<"share">(in, share_after, in[lag], in[wait])),
            hw::output<"fixed share">(Call::template call<"fixed share">(in, share_after, 1.0, 2.0 * year)),
            hw::output<"constant">(Call::template call<"constant">(in, forty_two)));
    }
};
constexpr auto parted = hw::forecast(all_inputs, model<with_parts>{});
constexpr auto whole = hw::forecast(all_inputs, model<without_parts>{});

/// Over time: a part of the date, and one that is not.
template <class Call>
struct model_over_time {
    constexpr auto operator()(const auto& in, const auto& when) const {
        const auto grown = [](const auto& inputs, const hw::date& on) {
            return hw::exponential(start, inputs[cost], hw::falls_by_factor(inputs[fall], year))(on);
        };
        return Call::template call<"grown">(in, grown, when) * Call::template call<"premium">(in, premium);
    }
};
constexpr auto parted_over_time = hw::forecast(all_inputs, model_over_time<with_parts>{});
constexpr auto whole_over_time = hw::forecast(all_inputs, model_over_time<without_parts>{});

bool same_bits(double a, double b) { return std::memcmp(&a, &b, sizeof a) == 0; }
template <class T>
bool same_draws(const hw::outcome<T>& a, const hw::outcome<T>& b) {
    std::vector<double> x, y;
    a.for_each_draw([&](const T& v) { x.push_back(hw::base_value_of(v)); });
    b.for_each_draw([&](const T& v) { y.push_back(hw::base_value_of(v)); });
    return !x.empty() && x.size() == y.size() && std::memcmp(x.data(), y.data(), x.size() * sizeof(double)) == 0;
}

const std::vector<hw::any_scenario> scenarios{
    hw::any_scenario(hw::scenario<"as believed">()),
    hw::any_scenario(hw::scenario<"slow">(hw::override(fall, 2.0))),
    hw::any_scenario(hw::scenario<"dear">(hw::override(cost, 300.0 * million_usd))),
    hw::any_scenario(hw::scenario<"near">(hw::override(lag, 0.0))),
    hw::any_scenario(hw::scenario<"slow again">(hw::override(fall, 2.0))),
    hw::any_scenario(hw::scenario<"late">(hw::override(wait, hw::ci90(12.0 * month, 20.0 * month)), hw::override(rate, 0.1))),
    hw::any_scenario(hw::scenario<"of no account">(hw::override(spare, 0.5))),
};
constexpr auto throws_where_near = [](const auto& in) {
    if (in[lag] < 0.5) throw std::runtime_error("too near");
    return in[site] + 0.0 * in[lag];
};
void set_to_zero() { calls.when = calls.abroad = calls.inner = calls.share = calls.constant = 0; }

}  // namespace

static_assert(hw::base_value_of(hw::get<"abroad">(parted.baseline())) ==
              hw::base_value_of(hw::get<"abroad">(whole.baseline())));
static_assert(hw::get<"constant">(parted.at(hw::override(lag, 2.0))) == 42.0);

TEST_CASE("scenarios have the same bits with parts and without") {
    for (const auto chosen : {hw::method::independent, hw::method::sobol}) {
        for (const unsigned threads : {1U, 3U}) {
            const hw::simulation options{.draws = 10'000, .seed = 7, .method = chosen, .threads = threads};
            const auto a = hw::compare(parted, scenarios, options);
            const auto b = hw::compare(whole, scenarios, options);
            for (const auto& s : scenarios) {
                CHECK(same_draws(hw::get<"when">(a)[s], hw::get<"when">(b)[s]));
                CHECK(same_draws(hw::get<"abroad">(a)[s], hw::get<"abroad">(b)[s]));
                CHECK(same_draws(hw::get<"rest">(a)[s], hw::get<"rest">(b)[s]));
                CHECK(same_draws(hw::get<"share">(a)[s], hw::get<"share">(b)[s]));
                CHECK(same_draws(hw::get<"fixed share">(a)[s], hw::get<"fixed share">(b)[s]));
                CHECK(same_draws(hw::get<"constant">(a)[s], hw::get<"constant">(b)[s]));
            }
            const auto alone = hw::simulate(whole.with(hw::override(lag, 0.0)), options);
            CHECK(same_draws(hw::get<"abroad">(a)[scenarios[3]], hw::get<"abroad">(alone)));
        }
    }
}

TEST_CASE("streaming scenarios have the same moments with parts and without") {
    const hw::simulation options{.draws = 30'000, .seed = 3, .keep = false};
    const auto a = hw::compare(parted, scenarios, options);
    const auto b = hw::compare(whole, scenarios, options);
    for (const auto& s : scenarios) {
        CHECK(same_bits(hw::get<"abroad">(a)[s].mean().base_value(), hw::get<"abroad">(b)[s].mean().base_value()));
        CHECK(hw::get<"when">(a)[s].quantile(0.9) == hw::get<"when">(b)[s].quantile(0.9));
    }
}

TEST_CASE("scenarios over time have the same bits with parts and without") {
    std::vector<hw::date> dates;
    for (int y = 2025; y < 2031; ++y) dates.emplace_back(std::chrono::year(y) / 1 / 1);
    const auto a = hw::compare(parted_over_time, dates, scenarios, {.draws = 1000, .seed = 4});
    const auto b = hw::compare(whole_over_time, dates, scenarios, {.draws = 1000, .seed = 4});
    for (std::size_t i = 0; i < dates.size(); ++i) {
        for (const auto& s : scenarios) CHECK(same_draws(a[i][s], b[i][s]));
    }
}

TEST_CASE("indices have the same bits with parts and without") {
    CHECK(hw::sobol_indices<"abroad">(parted, {.draws = 2048}) == hw::sobol_indices<"abroad">(whole, {.draws = 2048}));
    CHECK(hw::sobol_indices<"share">(parted, {.draws = 2048}) == hw::sobol_indices<"share">(whole, {.draws = 2048}));
    CHECK(hw::shapley<"abroad">(parted, {.draws = 512}) == hw::shapley<"abroad">(whole, {.draws = 512}));
    CHECK(hw::shapley<"share">(parted, {.draws = 256, .every_subset_up_to = 7}) ==
          hw::shapley<"share">(whole, {.draws = 256, .every_subset_up_to = 7}));
    CHECK(hw::tornado<"abroad">(parted) == hw::tornado<"abroad">(whole));
    CHECK(hw::tornado<"when">(parted) == hw::tornado<"when">(whole));
    CHECK(hw::elasticities<"abroad">(parted) == hw::elasticities<"abroad">(whole));
    static_assert(hw::tornado<"abroad">(parted) == hw::tornado<"abroad">(whole));
}

TEST_CASE("why an answer moved has the same bits with parts and without") {
    const auto change = hw::override_list(hw::override(cost, 300.0 * million_usd), hw::override(rate, 0.1),
                                          hw::override(lag, hw::discrete({{0.0, 0.5}, {1.0, 0.5}})));
    const auto a = hw::explain_change<"abroad">(parted, change, {.draws = 2000, .seed = 5});
    const auto b = hw::explain_change<"abroad">(whole, change, {.draws = 2000, .seed = 5});
    REQUIRE(a.size() == 3);
    REQUIRE(b.size() == 3);
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(a[i].input == b[i].input);
        CHECK(a[i].change == b[i].change);
        CHECK(a[i].standard_error == b[i].standard_error);
    }
}

TEST_CASE("Shapley effects of correlated inputs have the same bits with parts and without") {
    const auto a = hw::forecast(all_inputs, model<with_parts>{}, hw::correlate(cost, rate, 0.6), hw::correlate(site, fall, -0.5));
    const auto b =
        hw::forecast(all_inputs, model<without_parts>{}, hw::correlate(cost, rate, 0.6), hw::correlate(site, fall, -0.5));
    CHECK(hw::shapley<"abroad">(a, {.draws = 512}) == hw::shapley<"abroad">(b, {.draws = 512}));
    CHECK(hw::shapley<"abroad">(a, {.draws = 512, .every_subset_up_to = 7}) ==
          hw::shapley<"abroad">(b, {.draws = 512, .every_subset_up_to = 7}));
    const auto c = hw::compare(a, scenarios, {.draws = 2000, .seed = 5});
    const auto d = hw::compare(b, scenarios, {.draws = 2000, .seed = 5});
    for (const auto& s : scenarios) CHECK(same_draws(hw::get<"abroad">(c)[s], hw::get<"abroad">(d)[s]));
}

TEST_CASE("the value of information and grids have the same numbers with parts and without") {
    const auto value_of = [](const auto& f) {
        return hw::value_of_information<"abroad">(
            f, {hw::scenario<"here">(hw::override(site, 1.9)), hw::scenario<"there">(hw::override(rate, 0.05))},
            hw::better::lower, {.draws = 4096, .seed = 2});
    };
    const auto a = value_of(parted);
    const auto b = value_of(whole);
    CHECK(a.all.value == b.all.value);
    REQUIRE(a.inputs.size() == b.inputs.size());
    for (std::size_t i = 0; i < a.inputs.size(); ++i) {
        CHECK(a.inputs[i].input == b.inputs[i].input);
        CHECK(a.inputs[i].value == b.inputs[i].value);
    }
    const auto grid_of = [](const auto& f) {
        return hw::get<"abroad">(hw::compare_grid(f, {hw::axis(site, {1.0, 2.0, 3.0}), hw::axis(lag, {0.0, 1.0})},
                                                  {.draws = 1000, .seed = 2}));
    };
    const auto x = grid_of(parted);
    const auto y = grid_of(whole);
    REQUIRE(x.rows.size() == 6);
    for (std::size_t i = 0; i < 6; ++i) CHECK(x.rows[i].p50 == y.rows[i].p50);
}

TEST_CASE("a part is evaluated again only where what it reads has changed") {
    // One block and one way through the model, so that each evaluation calls a part once.
    constexpr auto one_way = hw::forecast(all_inputs, [](const auto& in) {
        return hw::outputs(hw::output<"when">(in, when_affordable),
                           hw::output<"share">(in, share_after, in[lag], in[wait]), hw::output<"constant">(in, forty_two));
    });
    const auto counted = [&](const auto& call) {
        set_to_zero();
        static_cast<void>(call());
        return std::array{calls.when.load(), calls.share.load(), calls.constant.load()};
    };
    const auto cost_of = [&](const auto&... s) {
        return counted([&] { return hw::compare(one_way, {s...}, {.draws = 64, .seed = 1}); });
    };
    // A forecast's central case and its fingerprint are evaluations of their own, two for each scenario.
    const int scenario_alone = 2;
    const auto base = hw::scenario<"base">();
    const auto slow = hw::scenario<"slow">(hw::override(fall, 2.0));
    const auto late = hw::scenario<"late">(hw::override(wait, 20.0 * month));
    const auto idle = hw::scenario<"idle">(hw::override(spare, 0.5));
    const auto one = cost_of(base);
    CHECK(one == std::array{scenario_alone + 1, scenario_alone + 1, scenario_alone + 1});
    CHECK(cost_of(base, idle) == std::array{2 * scenario_alone + 1, 2 * scenario_alone + 1, 2 * scenario_alone + 1});
    CHECK(cost_of(base, slow) == std::array{2 * scenario_alone + 2, 2 * scenario_alone + 1, 2 * scenario_alone + 1});
    CHECK(cost_of(base, late) == std::array{2 * scenario_alone + 1, 2 * scenario_alone + 2, 2 * scenario_alone + 1});
    // A scenario of another part between two leaves the base run's results where they are.
    CHECK(cost_of(base, slow, idle, late) ==
          std::array{4 * scenario_alone + 2, 4 * scenario_alone + 2, 4 * scenario_alone + 1});

    // Two evaluations of whole draws, and one for each input that the part reads: 4 blocks of 2 replicates, 5 blocks in all
    // with the two of the evaluation itself.
    const auto indices = counted([&] { return hw::sobol_indices<"when">(one_way, {.draws = 128, .replicates = 2}); });
    CHECK(indices == std::array{1 + 2 * (2 + 2), 1 + 2 * (2 + 3), 1 + 1});
    // A bar has two ends: of each part those of the inputs that it reads.
    const auto bars = counted([&] { return hw::tornado<"when">(one_way); });
    CHECK(bars == std::array{1 + 2 * 2, 1 + 2 * 3, 1});
    // Each step of a walk changes one input, and what is changed stays so.
    const auto walks =
        counted([&] { return hw::shapley<"when">(one_way, {.draws = 128, .replicates = 2, .every_subset_up_to = 0}); });
    CHECK(walks == std::array{1 + 2 * (1 + 2), 1 + 2 * (1 + 3), 1 + 1});
    // Four combinations of two changes: a part that reads one of them is evaluated for two at most, for its last two are kept.
    // A model that holds nothing is not asked whether it is the one before.
    const auto why = counted([&] {
        return hw::explain_change<"when">(
            one_way, hw::override_list(hw::override(fall, 2.0), hw::override(wait, 20.0 * month)), {.draws = 64, .seed = 1});
    });
    CHECK(why == std::array{1 + 2, 1 + 2, 1 + 1});
    // A simulation calls each part once for a block, as without parts.
    CHECK(counted([&] { return hw::simulate(one_way, {.draws = 640, .seed = 1}); }) == std::array{12, 12, 12});
}

TEST_CASE("a part of a part counts as what it reads for both") {
    set_to_zero();
    constexpr auto nested = hw::forecast(all_inputs, [](const auto& in) {
        return hw::part<"outer">(in, [](const auto& inputs) {
            note(calls.abroad);
            return hw::part<"premium">(inputs, premium) + 0.0 * inputs[lag];
        });
    });
    hw::any_scenario near("near");
    near.set(hw::override(lag, 0.0));
    hw::any_scenario far("far");
    far.set(hw::override(site, 3.0));
    const auto c = hw::compare(nested, {hw::scenario<"base">(), near, far}, {.draws = 64, .seed = 1});
    CHECK(calls.abroad == 6 + 3);
    CHECK(calls.inner == 6 + 2);
    CHECK(same_draws(c[far], hw::simulate(nested.with(hw::override(site, 3.0)), {.draws = 64, .seed = 1})));
}

TEST_CASE("what a part reads counts as read by the model") {
    CHECK(hw::unread_inputs(hw::forecast(all_inputs, [](const auto& in) {
              return hw::part<"premium">(in, premium);
          })).size() == 5);
}

TEST_CASE("a fault in a part is told as one of the model, of the lowest draw, in scenarios too") {
    constexpr auto faulty = [](const auto& call) {
        return hw::forecast(all_inputs, call);
    };
    const auto told = [](const auto& f) {
        try {
            static_cast<void>(hw::compare(f, {hw::scenario<"base">(hw::override(lag, 1.0)), hw::scenario<"idle">(hw::override(lag, 2.0)),
                                              hw::scenario<"as believed">()},
                                          {.draws = 1000, .seed = 1}));
        } catch (const hw::model_error& e) {
            return std::string(e.what());
        }
        return std::string();
    };
    const auto parts = told(faulty([](const auto& in) { return hw::part<"near">(in, throws_where_near); }));
    CHECK(parts == told(faulty(throws_where_near)));
    CHECK(parts.find("in scenario 'as believed'") != std::string::npos);
    CHECK(parts.find("too near") != std::string::npos);
}
