// SPDX-License-Identifier: BSL-1.0
#include <headway/project/crew.hpp>

#include "../catch.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>
#include <map>

#include <headway/math/batch_functions.hpp>
#include <headway/math/dual.hpp>
#include <headway/project/project_network.hpp>

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::Message;
using Catch::Matchers::WithinRel;
using hw::priority_rule;

namespace {

class random_numbers {
  public:
    explicit random_numbers(std::uint64_t seed) : state_(seed) {}
    unsigned operator()(unsigned below) {
        state_ = state_ * 6364136223846793005u + 1442695040888963407u;
        return static_cast<unsigned>((state_ >> 33) % below);
    }

  private:
    std::uint64_t state_;
};

/// Stages of whole days with crews, at random.
struct problem {
    std::vector<hw::network_stage> stages;
    std::vector<hw::crew> crews;

    problem(random_numbers& random, unsigned count, unsigned longest) {
        crews = {{"first", 2 + static_cast<int>(random(3)), {}}, {"second", 1 + static_cast<int>(random(2)), {}}};
        for (unsigned i = 0; i < count; ++i) {
            hw::network_stage stage{"s" + std::to_string(i), (random(longest) + 1.0) * day, {}};
            for (unsigned j = 0; j < i; ++j) {
                if (random(4) == 0) stage.after.push_back("s" + std::to_string(j));
            }
            for (hw::crew& c : crews) {
                if (random(3) != 0)
                    c.demands.push_back({stage.name, 1 + static_cast<int>(random(static_cast<unsigned>(c.size)))});
            }
            stages.push_back(stage);
        }
    }
    [[nodiscard]] int days(std::size_t i) const { return static_cast<int>(stages[i].duration.in(day) + 0.5); }
    [[nodiscard]] int demand(const hw::crew& c, std::size_t i) const {
        for (const auto& d : c.demands) {
            if (d.stage == stages[i].name) return d.count;
        }
        return 0;
    }
    [[nodiscard]] std::vector<std::size_t> before(std::size_t i) const {
        std::vector<std::size_t> all;
        for (std::size_t j = 0; j < stages.size(); ++j) {
            const auto& after = stages[i].after;
            if (std::find(after.begin(), after.end(), stages[j].name) != after.end()) all.push_back(j);
        }
        return all;
    }
    /// Whether stages that start on these days have their predecessors done and enough people on each day.
    [[nodiscard]] bool is_possible(const std::vector<int>& starts) const {
        int end = 0;
        for (std::size_t i = 0; i < stages.size(); ++i) {
            for (const std::size_t j : before(i)) {
                if (starts[j] + days(j) > starts[i]) return false;
            }
            end = std::max(end, starts[i] + days(i));
        }
        for (const hw::crew& c : crews) {
            for (int at = 0; at < end; ++at) {
                int busy = 0;
                for (std::size_t i = 0; i < stages.size(); ++i) {
                    if (starts[i] <= at && at < starts[i] + days(i)) busy += demand(c, i);
                }
                if (busy > c.size) return false;
            }
        }
        return true;
    }
    /// The fewest days in which it can be done: every start of every stage is tried, without a schedule-generation scheme.
    [[nodiscard]] int fewest_days() const {
        int most = 0;
        for (std::size_t i = 0; i < stages.size(); ++i) most += days(i);
        for (int limit = 1;; ++limit) {
            std::vector<int> starts(stages.size(), 0);
            const std::function<bool(std::size_t)> place = [&](std::size_t i) {
                if (i == stages.size()) return is_possible(starts);
                int first = 0;
                for (const std::size_t j : before(i)) first = std::max(first, starts[j] + days(j));
                for (starts[i] = first; starts[i] + days(i) <= limit; ++starts[i]) {
                    // People of the stages so far, so that hopeless starts are left early.
                    bool fits = true;
                    for (const hw::crew& c : crews) {
                        for (int at = starts[i]; at < starts[i] + days(i); ++at) {
                            int busy = 0;
                            for (std::size_t k = 0; k <= i; ++k) {
                                if (starts[k] <= at && at < starts[k] + days(k)) busy += demand(c, k);
                            }
                            fits = fits && busy <= c.size;
                        }
                    }
                    if (fits && place(i + 1)) return true;
                }
                return false;
            };
            if (place(0)) return limit;
            REQUIRE(limit <= most);
        }
    }
};

std::vector<int> start_days(const hw::project_network& network) {
    std::vector<int> all;
    for (const auto& t : network.timings()) all.push_back(static_cast<int>(t.start.in(day) + 0.5));
    return all;
}

const std::array rules{priority_rule::as_listed, priority_rule::longest_first, priority_rule::most_successors_first,
                       priority_rule::soonest_due_first};

TEST_CASE("a crew of two and four stages, by hand") {
    // a (3 days, both), b (2, one), c (4, one), d (1, both, after b): listed: a 0-3, b and c from 3, d when c is done, 7-8.
    // Longest first: c 0-4, a 4-7, b at 0, beside c; d 7-8. b in the gap before a, although its turn comes after.
    const hw::project_network plain(
        {{"a", 3.0 * day, {}}, {"b", 2.0 * day, {}}, {"c", 4.0 * day, {}}, {"d", 1.0 * day, {"b"}}});
    const std::vector<hw::crew> crews{{"fitters", 2, {{"a", 2}, {"b", 1}, {"c", 1}, {"d", 2}}}};
    CHECK(start_days(plain.levelled(crews, priority_rule::as_listed)) == std::vector{0, 3, 3, 7});
    CHECK(start_days(plain.levelled(crews, priority_rule::longest_first)) == std::vector{4, 0, 0, 7});
    CHECK(start_days(plain.levelled(crews, priority_rule::most_successors_first)) == std::vector{2, 0, 5, 9});
    CHECK(start_days(plain.levelled(crews, {"d", "c", "b", "a"})) == std::vector{5, 0, 0, 4});
    // Due without crews: a on day 4, b on 3, c and d on 4.
    CHECK(start_days(plain.levelled(crews, priority_rule::soonest_due_first)) == std::vector{2, 0, 5, 9});

    const auto levelled = plain.levelled(crews, priority_rule::as_listed);
    CHECK(levelled.duration() == 8.0 * day);
    const hw::date start(2026y / 1 / 1);
    CHECK(levelled.completion(start) == start + 8.0 * day);
    CHECK(levelled.done_by(start, start + 7.9 * day) == 0.0);
    // b may end two days later: c, beside it, ends on day 7, and d takes over both.
    CHECK(levelled.critical("a") == 1.0);
    CHECK(levelled.critical("b") == 0.0);
    CHECK(levelled.critical("c") == 1.0);
    CHECK(levelled.critical("d") == 1.0);
    CHECK_THAT(levelled.total_float("b").in(day), WithinRel(2.0, 1e-12));
    CHECK_THAT(levelled.free_float("b").in(day), WithinRel(2.0, 1e-12));
    CHECK(levelled.gain_of_saving("c", day) == 1.0 * day);
    CHECK(levelled.gain_of_saving("c", 4.0 * day) == 2.0 * day);
    CHECK(levelled.gain_of_saving("b", day) == 0.0 * day);
    const auto rows = levelled.schedule(start);
    CHECK(rows[3].stage == "d");
    CHECK(rows[3].start == start + 7.0 * day);
    CHECK(rows[3].end == start + 8.0 * day);
    CHECK(rows[3].critical == 1.0);
    CHECK(rows[1].total_float == levelled.total_float("b"));
}

TEST_CASE("every schedule is possible, and some order gives the shortest there is") {
    random_numbers random(17);
    int shorter_than_as_listed = 0;
    int longer_than_without = 0;
    for (int round = 0; round < 40; ++round) {
        const problem p(random, 5, 3);
        INFO("round " << round);
        const hw::project_network plain(p.stages);
        const int best = p.fewest_days();
        std::vector<std::string> order = plain.stage_names();
        int least = 1000;
        do {
            const auto levelled = plain.levelled(p.crews, order);
            const auto starts = start_days(levelled);
            REQUIRE(p.is_possible(starts));
            least = std::min(least, static_cast<int>(levelled.duration().in(day) + 0.5));
        } while (std::next_permutation(order.begin(), order.end()));
        CHECK(least == best);
        for (const priority_rule rule : rules) {
            const auto levelled = plain.levelled(p.crews, rule);
            CHECK(p.is_possible(start_days(levelled)));
            CHECK(levelled.duration() > (best - 0.5) * day);
            CHECK(levelled.duration() >= plain.duration());
        }
        const auto listed = plain.levelled(p.crews, priority_rule::as_listed).duration();
        CHECK(listed == plain.levelled(p.crews, plain.stage_names()).duration());
        shorter_than_as_listed += listed > (best + 0.5) * day ? 1 : 0;
        longer_than_without += plain.duration() < (best - 0.5) * day ? 1 : 0;
    }
    CHECK(shorter_than_as_listed > 3);
    CHECK(longer_than_without > 10);
}

TEST_CASE("larger problems are possible too, and a stage may slip by its float within the plan") {
    random_numbers random(4);
    int critical_count = 0;
    int with_float = 0;
    for (int round = 0; round < 30; ++round) {
        const problem p(random, 15, 8);
        const hw::project_network plain(p.stages);
        for (const priority_rule rule : rules) {
            INFO("round " << round << ", rule " << static_cast<int>(rule));
            const auto levelled = plain.levelled(p.crews, rule);
            const auto starts = start_days(levelled);
            REQUIRE(p.is_possible(starts));
            const auto timings = levelled.timings();
            double latest_end = 0.0;
            bool chain_starts = false;
            bool chain_ends = false;
            for (std::size_t i = 0; i < timings.size(); ++i) {
                const auto& t = timings[i];
                latest_end = hw::max(latest_end, t.end.in(day));
                CHECK((t.critical == 1.0) == (t.total_float == 0.0 * day));
                CHECK(t.free_float <= t.total_float);
                critical_count += t.critical == 1.0 ? 1 : 0;
                with_float += t.critical == 1.0 ? 0 : 1;
                chain_starts = chain_starts || (t.critical == 1.0 && t.start == 0.0 * day);
                chain_ends = chain_ends || (t.critical == 1.0 && t.end == levelled.duration());
                // Alone it may end later by its free float, and nothing is in its way.
                auto slipped = starts;
                slipped[i] += static_cast<int>(t.free_float.in(day) + 0.5);
                CHECK(p.is_possible(slipped));
            }
            CHECK_THAT(latest_end, WithinRel(levelled.duration().in(day), 1e-12));
            CHECK(chain_starts);
            CHECK(chain_ends);
            // All that have float, together, as late as the critical stages let them: backwards, each by its total float.
            auto latest = starts;
            for (std::size_t i = 0; i < timings.size(); ++i)
                latest[i] += static_cast<int>(timings[i].total_float.in(day) + 0.5);
            CHECK(p.is_possible(latest));
        }
    }
    CHECK(critical_count > 300);
    CHECK(with_float > 300);
}

TEST_CASE("a crew that is large enough changes nothing, to the last bit") {
    random_numbers random(9);
    for (int round = 0; round < 50; ++round) {
        problem p(random, 9, 12);
        for (auto& stage : p.stages) stage.duration = 0.1 * stage.duration;  // sums that tie but for rounding
        for (hw::crew& c : p.crews) c.size = 100;
        const hw::project_network plain(p.stages);
        for (const priority_rule rule : rules) {
            const auto levelled = plain.levelled(p.crews, rule);
            CHECK(levelled.duration() == plain.duration());
            const auto ours = levelled.timings();
            const auto theirs = plain.timings();
            for (std::size_t i = 0; i < ours.size(); ++i) {
                CHECK(ours[i].start == theirs[i].start);
                CHECK(ours[i].end == theirs[i].end);
                CHECK(ours[i].critical == theirs[i].critical);
                CHECK(ours[i].total_float == theirs[i].total_float);
                CHECK(ours[i].free_float == theirs[i].free_float);
            }
        }
    }
}

TEST_CASE("each draw of a block has its own schedule, and derivatives follow the stages that decide") {
    random_numbers random(23);
    const problem p(random, 8, 6);
    const hw::project_network plain(p.stages);
    const auto x = hw::batch::generate([](int i) { return 0.5 + 0.25 * i; });
    const auto y = hw::batch::generate([](int i) { return 16.0 - 0.25 * i; });
    for (const priority_rule rule : rules) {
        const auto block = plain.with("s1", x * day).with("s4", y * day).levelled(p.crews, rule);
        for (int i = 0; i < hw::batch::size; ++i) {
            const auto alone =
                plain.with("s1", (0.5 + 0.25 * i) * day).with("s4", (16.0 - 0.25 * i) * day).levelled(p.crews, rule);
            REQUIRE(block.duration().base_value().lane[i] == alone.duration().base_value());
            const auto together = block.timings();
            const auto single = alone.timings();
            for (std::size_t s = 0; s < single.size(); ++s) {
                REQUIRE(together[s].start.base_value().lane[i] == single[s].start.base_value());
                REQUIRE(together[s].end.base_value().lane[i] == single[s].end.base_value());
                REQUIRE(together[s].duration.base_value().lane[i] == single[s].duration.base_value());
                REQUIRE(together[s].critical.lane[i] == single[s].critical);
                REQUIRE(together[s].total_float.base_value().lane[i] == single[s].total_float.base_value());
                REQUIRE(together[s].free_float.base_value().lane[i] == single[s].free_float.base_value());
            }
        }
    }
    // a and b share one fitter, c follows a: the end is that of a, then b, then its own.
    using dual = hw::dual<3>;
    const hw::basic_project_network<dual> shared({{"a", dual::variable(3.0, 0) * day, {}},
                                                  {"b", dual::variable(4.0, 1) * day, {}},
                                                  {"c", dual::variable(2.0, 2) * day, {"a"}}});
    const auto levelled = shared.levelled({{"fitter", 1, {{"a", 1}, {"b", 1}}}}, priority_rule::as_listed);
    CHECK_THAT(levelled.duration().in(day).value, WithinRel(7.0, 1e-15));
    CHECK(levelled.duration().in(day).gradient == std::array{1.0, 1.0, 0.0});
    CHECK(levelled.total_float("c").in(day).gradient == std::array{0.0, 1.0, -1.0});
}

TEST_CASE("a stage that takes less time may delay the project") {
    // b goes first and needs the fitter from the end of a on, c from day 1.5 to 2.5: beside b if a ends on day 2.5, else after
    // it, and d, which takes six days, waits for c.
    const auto days = [](double a) {
        return hw::project_network({{"a", a * day, {}},
                                    {"b", 4.0 * day, {"a"}},
                                    {"r", 1.5 * day, {}},
                                    {"c", 1.0 * day, {"r"}},
                                    {"d", 6.0 * day, {"c"}}})
            .levelled({{"fitter", 1, {{"b", 1}, {"c", 1}}}}, priority_rule::as_listed);
    };
    CHECK(days(2.5).duration() == 8.5 * day);
    CHECK(days(2.0).duration() == 13.0 * day);
    CHECK(days(2.5).gain_of_saving("a", 0.5 * day) == -4.5 * day);
    CHECK(days(2.5).with_each([](const auto& d) { return 2.0 * d; }).duration() == 17.0 * day);
    // Crews of a levelled network are replaced.
    CHECK(days(2.0).levelled({{"fitters", 2, {{"b", 1}, {"c", 1}}}}, priority_rule::as_listed).duration() == 8.5 * day);
}

TEST_CASE("crews that cannot be are refused in words") {
    const hw::project_network network({{"a", day, {}}, {"b", day, {"a"}}});
    using crews = std::vector<hw::crew>;
    const auto make = [&](const crews& all) { return network.levelled(all, priority_rule::as_listed); };
    CHECK_THROWS_MATCHES(
        make({{"fitters", 2, {{"a", 1}, {"b", 3}}}}), std::domain_error,
        Message("levelled: crew \"fitters\" is of 2, but stage \"b\" needs 3 and would never start; make the "
                "crew larger or the demand smaller"));
    CHECK_THROWS_MATCHES(make({{"fitters", 0, {}}}), std::domain_error,
                         Message("levelled: crew \"fitters\" must be of 1 or more, got 0"));
    CHECK_THROWS_MATCHES(
        make({{"fitters", 2, {{"a", 0}}}}), std::domain_error,
        Message("levelled: crew \"fitters\" must be needed by 1 or more on stage \"a\", got 0; leave out a "
                "stage that needs none"));
    CHECK_THROWS_MATCHES(make({{"fitters", 2, {{"q", 1}}}}), std::domain_error,
                         Message("levelled: crew \"fitters\" works on \"q\", which is not a stage; there are a, b"));
    CHECK_THROWS_MATCHES(make({{"fitters", 2, {{"a", 1}, {"b", 1}, {"a", 1}}}}), std::domain_error,
                         Message("levelled: crew \"fitters\" has stage \"a\" twice; add its demands up"));
    CHECK_THROWS_MATCHES(make({{"x", 2, {}}, {"x", 2, {}}}), std::domain_error,
                         Message("levelled: crew \"x\" is there twice; rename one of them"));
    CHECK_THROWS_MATCHES(make({{"", 2, {}}}), std::domain_error, Message("levelled: a crew has no name; give it one"));
    CHECK_THROWS_MATCHES(make({}), std::domain_error, Message("levelled: give at least one crew"));
    const crews one{{"fitters", 2, {{"a", 1}}}};
    CHECK_THROWS_MATCHES(network.levelled(one, hw::priority_rule(17)), std::domain_error,
                         Message("levelled: rule must be priority_rule::as_listed, longest_first, most_successors_first or "
                                 "soonest_due_first, got 17"));
    CHECK_THROWS_MATCHES(network.levelled(one, {"a"}), std::domain_error,
                         Message("levelled: the order must name each stage once, got one without \"b\""));
    CHECK_THROWS_MATCHES(network.levelled(one, {"a", "b", "a"}), std::domain_error,
                         Message("levelled: the order must name each stage once, got \"a\" twice"));
    CHECK_THROWS_MATCHES(
        network.levelled(one, {"a", "q"}), std::domain_error,
        Message("levelled: the order must name each stage once, got \"q\", which is not a stage; there are "
                "a, b"));
    // The order is one of priority: what waits goes after what it waits for.
    CHECK(network.levelled(one, {"b", "a"}).timing("b").start == 1.0 * day);
}

}  // namespace
