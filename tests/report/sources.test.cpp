// SPDX-License-Identifier: BSL-1.0
#include <headway/report/sources.hpp>

#include "catch.hpp"

#include <headway/belief/pareto.hpp>
#include <headway/figures/catalogue.hpp>
#include <headway/figures/since/training.hpp>
#include <headway/inference/simulate_updated.hpp>
#include <headway/source/reading.hpp>

namespace hw = headway;
namespace said = headway::figures;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;

namespace {

constexpr auto decline =
    hw::assumption<"yearly fall in training cost">(hw::ci90(3.0, 5.5), said::amodei::training_cost_decline);
constexpr auto myth = hw::assumption<"the popular reading">(6.0 * million_usd, said::amodei::deepseek_v3_cost_myth);
constexpr auto start = hw::assumption<"start">(hw::normal_ci(0.9, hw::date(2024y / 1 / 1), hw::date(2024y / 12 / 31)),
                                               "chosen for the example")
                           .as_of(2025y / 2 / 6)
                           .review_by(2025y / 12 / 31);
constexpr auto forecast = hw::forecast(hw::inputs(decline, myth, start), [](const auto& in) { return in[decline]; });

TEST_CASE("an overridden input names the reason and the figure that it no longer rests on") {
    const auto changed = forecast.with(hw::override(decline, 3.0, "the fall has slowed"), hw::override(start, 2025y / 1 / 1));
    const std::string text = hw::report::sources(changed);
    CHECK_THAT(text, ContainsSubstring("- yearly fall in training cost: 3 (a single value)\n"
                                       "    overridden: the fall has slowed\n"
                                       "    in place of about ÷4 per year [observed]: "));
    CHECK_THAT(text, ContainsSubstring("- start: 2025-01-01 (a single value)\n    never read by the model, so it changes nothing\n"
                                       "    overridden, no reason given\n"));
    CHECK_THAT(text, !ContainsSubstring("chosen for the example") && !ContainsSubstring("to be reviewed"));
}

TEST_CASE("an input that is overridden by a figure rests on it") {
    constexpr auto changed = forecast.with(
        hw::override(decline, hw::as_about(said::since::algorithms_epoch, 1.5),
                     {said::since::algorithms_epoch, "\"About\" is read as: 90 % within a factor of 1.5."}),
        hw::override(myth, said::since::deepseek_v3_final_run.value, said::since::deepseek_v3_final_run));
    static_assert(*changed.inputs().records()[0].figure() == said::since::algorithms_epoch);
    static_assert(*changed.inputs().records()[0].overridden_figure() == said::amodei::training_cost_decline);
    const std::string text = hw::report::sources(changed);
    CHECK_THAT(text, ContainsSubstring("    overridden: about 3 × per year [claimed, grade A]: Epoch AI, thread on the longest useful\n"
                                       "    training run, 2025-07-25\n"
                                       "    \"About\" is read as: 90 % within a factor of 1.5.\n"
                                       "    in place of about ÷4 per year [observed]: "));
    CHECK_THAT(text, ContainsSubstring("    overridden: 5.576 million USD [claimed, exact, grade A]: DeepSeek, "));
}

TEST_CASE("the sources of a forecast, as a reader sees them") {
    CHECK(hw::report::sources(forecast) ==
          "- yearly fall in training cost: 4.06 (90 % between 3 and 5.5)\n"
          "    about ÷4 per year [observed]: Dario Amodei (Anthropic), interviewed by Jordan Schneider,\n"
          "    ChinaTalk interview on DeepSeek and export controls, Chinese edition by Baoyu, baoyu.io,\n"
          "    2025-02-06\n"
          "    A factor to divide by, ÷4 per year, for training to a fixed capability. Not the pace of serving\n"
          "    cost, which is inference_cost_step: the two never share a parameter.\n"
          "- the popular reading: 6.00 million USD (a single value)\n"
          "    never read by the model, so it changes nothing\n"
          "    about 6 million USD [claimed, rejected by the speaker]: Dario Amodei (Anthropic), interviewed by\n"
          "    Jordan Schneider, ChinaTalk interview on DeepSeek and export controls, Chinese edition by Baoyu,\n"
          "    baoyu.io, 2025-02-06\n"
          "    One half of a comparison that he rejects; the other half is rival_cost_myth.\n"
          "- start: 2024-07-01 (90 % between 2024-01-01 and 2024-12-31)\n"
          "    never read by the model, so it changes nothing\n"
          "    chosen for the example\n"
          "    made on 2025-02-06, to be reviewed by 2025-12-31\n");
}

TEST_CASE("a belief that its interval does not tell follows as it was given") {
    constexpr auto rent = hw::assumption<"rent">(hw::ci90(60.0 * usd / (chip * month), 140.0 * usd / (chip * month)), "-");
    constexpr auto less = hw::assumption<"less sure">(hw::normal_ci(0.8, -1.0, 3.0), "-");
    constexpr auto close = hw::assumption<"close">(hw::ci90(1.0, 2.0001), "-");
    constexpr auto near = hw::assumption<"near">(hw::ci90(1.0001, 3.0), "-");
    constexpr auto told = hw::assumption<"told">(hw::normal_ci(0.9, -1.0, 3.0), "-");
    constexpr auto sure = hw::assumption<"sure">(28.0 * month, "-");
    const auto f = hw::forecast(hw::inputs(rent, less, close, near, told, sure), [=](const auto& in) {
        return in[rent] * (chip * month / usd) + in[less] + in[close] + in[near] + in[told] + in[sure] / month;
    });
    CHECK(hw::report::sources(f) ==
          "- rent: 0.125 USD per chip-hour (90 % between 0.0821 USD per chip-hour and 0.192 USD per chip-hour):\n"
          "  ci90(60 USD per chip-month, 140 USD per chip-month)\n    -\n"
          "- less sure: 1 (90 % between -1.57 and 3.57): normal_ci(80 %, -1, 3)\n    -\n"
          "- close: 1.41 (90 % between 1 and 2): ci90(1, 2.0001)\n    -\n"
          "- near: 1.73 (90 % between 1 and 3): ci90(1.0001, 3)\n    -\n"
          "- told: 1 (90 % between -1 and 3)\n    -\n"
          "- sure: 2.33 years (a single value)\n    -\n");
}

TEST_CASE("a forecast without inputs has no sources") {
    CHECK(hw::report::sources(hw::forecast(hw::inputs(), [](const auto&) { return 1.0; })).empty());
}

TEST_CASE("a figure's line tells value, kind, precision, rejection and source") {
    using hw::report::source_line;
    CHECK(source_line(said::schmidt::deepseek_base_cost) ==
          "at least 100 million USD [claimed]: Eric Schmidt (former Google CEO), US-China AI race: China, betting on open "
          "source, may well win, AI Founder Journey podcast, 2025-05-12");
    CHECK_THAT(source_line(said::schmidt::deepseek_cost_claim), ContainsSubstring(", citing DeepSeek, "));
    CHECK_THAT(source_line(said::amodei::rival_cost_myth),
               ContainsSubstring("billions of USD [claimed, order of magnitude, rejected by the speaker]: "));
    CHECK_THAT(source_line(said::amodei::frontier_labs_china), ContainsSubstring("1 firm [observed, exact]: "));
    CHECK_THAT(source_line(said::published::training_cost_growth),
               ContainsSubstring("about 2.4 × per year (95 % interval 2 to 3.1) [observed]: Cottier et al., "));
}

TEST_CASE("an updated forecast lists what was observed, with its error and who says so") {
    constexpr auto by_figure = hw::observed(decline, 4.2, hw::log_error(0.2)).from(said::amodei::training_cost_decline);
    constexpr auto by_note = hw::observed([](const auto& in) { return in[myth]; }, 7.0 * million_usd,
                                          hw::normal_error(1.0 * million_usd)).from("price list of 2025-09");
    constexpr auto of_result = hw::observed(4.4, hw::normal_error(0.5));
    const auto updated = forecast.updated(by_figure, by_note, of_result);
    const std::string text = hw::report::sources(updated);
    CHECK(text.starts_with(hw::report::sources(forecast)));
    CHECK_THAT(text, ContainsSubstring("- observed: yearly fall in training cost: 4.2; observed / model: lognormal(1, 0.2)\n"
                                       "    " + hw::report::source_line(said::amodei::training_cost_decline).substr(0, 40)));
    CHECK_THAT(text, ContainsSubstring("- observed: a function of the inputs: 7.000 million USD; observed - model: normal(0"));
    CHECK_THAT(text, ContainsSubstring("\n    price list of 2025-09\n"));
    CHECK_THAT(text, ContainsSubstring("- observed: the result: 4.4; observed - model: normal(0, 0.5)\n"
                                       "    no source given; say one, observed(...).from(figure_or_note)\n"));
    const auto over_time = hw::forecast(hw::inputs(decline), [](const auto& in, const auto&) {
        return hw::outputs(hw::output<"fall">(in[decline]));
    });
    CHECK_THAT(hw::report::sources(over_time.updated(hw::observed<"fall">(hw::date(2026y / 1 / 1), 4.0, hw::log_error(0.1)))),
               ContainsSubstring("- observed: fall on 2026-01-01: 4; "));
    // Who says so changes no bit of what is said.
    CHECK(hw::simulate(forecast.updated(by_figure), {.draws = 2000}).mean() ==
          hw::simulate(forecast.updated(hw::observed(decline, 4.2, hw::log_error(0.2))), {.draws = 2000}).mean());
    CHECK(hw::report::sources(hw::simulate(updated, {.draws = 2000})) == text);
}

TEST_CASE("a belief without a finite mean or variance says so") {
    const auto entry = [](const auto& belief) {
        static constexpr auto one = hw::assumption<"one">(1.0, "a test");
        const auto f = hw::forecast(hw::inputs(one), [](const auto& in) { return in[one]; });
        return hw::report::sources(f.with(hw::override(one, belief, "a test")));
    };
    // A Pareto has moments below its index: no mean at 0.9, no variance at 1.5, both at 2.5. Student's t below its degrees.
    CHECK_THAT(entry(hw::pareto(1.0, 0.9)), ContainsSubstring("\n    has no finite mean, so that the mean over draws"));
    CHECK_THAT(entry(hw::pareto(1.0, 1.5)), ContainsSubstring("\n    has no finite variance, so that a mean over draws"));
    CHECK_THAT(entry(hw::pareto(1.0, 2.5)), !ContainsSubstring("finite"));
    CHECK_THAT(entry(hw::student_t(1, 0.0, 1.0)), ContainsSubstring("has no finite mean"));
    CHECK_THAT(entry(hw::student_t(2, 0.0, 1.0)), ContainsSubstring("has no finite variance"));
    CHECK_THAT(entry(hw::lognormal(1.0, 0.5)), !ContainsSubstring("finite"));
}

TEST_CASE("lines that go on stand as far in as they should") {
    static constexpr auto long_one = hw::assumption<"a name of an assumption so long that with its belief it cannot stand on one line of the list">(
        hw::ci90(80.0 * million_usd, 200.0 * million_usd),
        "A note that is longer than one line of the list, which has a hundred columns, goes on below it, and where that "
        "line does not do either it goes on once more, as far to the right as the first of its lines was.");
    const std::string text = hw::report::sources(hw::forecast(hw::inputs(long_one), [](const auto& in) { return in[long_one]; }));
    std::vector<std::size_t> margins;
    for (std::size_t at = 0; at < text.size(); at = text.find('\n', at) + 1) margins.push_back(text.find_first_not_of(' ', at) - at);
    CHECK((margins == std::vector<std::size_t>{0, 2, 4, 4, 4}));
}

TEST_CASE("every figure of the catalogue has a line that names its speaker and its date") {
    for (const auto list : {said::catalogue(), said::published_catalogue()}) {
        for (const auto& f : list) {
            const std::string line = hw::report::source_line(f);
            REQUIRE_THAT(line, ContainsSubstring(std::string(f.speaker())));
            REQUIRE_THAT(line, ContainsSubstring(std::string(f.source->date_text)));
            REQUIRE((line.find("rejected by the speaker") != std::string::npos) == f.rejected);
            REQUIRE(line.find('\n') == std::string::npos);
        }
    }
}

TEST_CASE("a belief tells its median and its 5 % and 95 % ends in readable units, of each kind of value") {
    using hw::report::belief_line;
    CHECK(belief_line(hw::ci90(80.0 * million_usd, 200.0 * million_usd)) ==
          "126 million USD (90 % between 80.0 million USD and 200 million USD)");
    CHECK(belief_line(hw::uniform(0.0, 10.0)) == "5 (90 % between 0.5 and 9.5)");
    CHECK(belief_line(hw::exactly(2.0 * year)) == "2 years (a single value)");
}

}  // namespace
