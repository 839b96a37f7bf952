// SPDX-License-Identifier: BSL-1.0
#include <headway/chart/convergence_chart.hpp>

#include "catch.hpp"

#include <cmath>

#include <headway/belief/makers.hpp>
#include <headway/forecast/forecast.hpp>
#include <headway/report/html.hpp>
#include <headway/simulation/simulate.hpp>

#include "chart/chart_checks.hpp"

using namespace headway::report;
using namespace headway::units;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using headway::date;
using money = headway::quantity<headway::dim::money>;

namespace {

inline constexpr auto a = headway::assumption<"a">(headway::normal(0.0, 1.0), "for this test");
inline constexpr auto b = headway::assumption<"b">(headway::normal(0.0, 1.0), "for this test");
inline constexpr auto sum = headway::forecast(headway::inputs(a, b), [](const auto& in) { return in[a] + in[b]; });
inline constexpr auto when =
    headway::forecast(headway::inputs(a, b), [](const auto& in) {
        return headway::select(in[b] > 0.5, date::never(), date(2026y / 1 / 1) + in[a] * year);
    });

/// The remarks of the steps, each once, of the upper plot.
std::vector<std::string> told_of(const xml::element& root) {
    std::vector<std::string> told;
    for (const auto& mark : charts::of_class(root, "hw-hit")) {
        const std::string& text = mark.children.at(0).text;
        if (!told.empty() && text == told.front()) break;
        told.push_back(text);
    }
    return told;
}
double number_after(const std::string& text, const std::string& words) {
    const std::size_t at = text.find(words);
    REQUIRE(at != std::string::npos);
    return std::strtod(text.c_str() + at + words.size(), nullptr);
}

}  // namespace

TEST_CASE("convergence: each step is what a run of so many draws says") {
    for (const auto method : {headway::method::independent, headway::method::sobol}) {
        const headway::simulation options{.draws = 16'384, .seed = 3, .method = method};
        const auto run = headway::simulate(sum, options);
        for (const auto& told : told_of(charts::checked(convergence_chart(run, headway::statistic::median)))) {
            auto fewer = options;
            fewer.draws = static_cast<std::uint64_t>(number_after(told, "after "));
            // A block of points of each scrambling is the least that such a run draws.
            if (method == headway::method::sobol && fewer.draws < 8 * 64) continue;
            const auto whole = headway::simulate(sum, fewer);
            INFO(told);
            CHECK_THAT(number_after(told, "median "), WithinRel(whole.median(), 0.006));
            const auto interval = whole.interval(headway::statistic::median, 0.9);
            CHECK_THAT(number_after(told, "90 % interval "), WithinRel(interval.low, 0.006));
            CHECK_THAT(number_after(told, " to "), WithinRel(interval.high, 0.006));
            CHECK_THAT(number_after(told, "standard error "), WithinRel(whole.quantile_standard_error(0.5), 0.06));
        }
    }
}

TEST_CASE("convergence: of independent draws the error falls with their root, and steps go by a quarter of a doubling") {
    const auto run = headway::simulate(sum, {.draws = 100'000, .seed = 1});
    const auto root = charts::checked(convergence_chart(run, headway::statistic::mean));
    const auto told = told_of(root);
    REQUIRE(told.size() == 41);  // from 98 to 92 682, and all
    CHECK(told.front().starts_with("after 108 draws"));
    CHECK(told.back().starts_with("after 100000 draws"));
    for (const auto& one : told) {
        // sqrt(2) is the standard deviation of the sum, estimated to a tenth from a hundred draws.
        CHECK_THAT(number_after(one, "standard error "),
                   WithinRel(std::sqrt(2.0 / number_after(one, "after ")), one == told.back() ? 0.05 : 0.25));
    }
    CHECK(charts::says(root, "running mean"));
    CHECK(charts::says(root, "standard error, log scale"));
    CHECK(charts::says(root, "draws, log scale"));
    CHECK(charts::says(root, "its 90 % interval"));
    CHECK_THAT(charts::all_words(root), ContainsSubstring("The standard error is 0.0045 after 100000 draws."));
    CHECK(charts::title_of(root) == "How the mean converges");
    CHECK_THAT(charts::description_of(root), ContainsSubstring("After 100000 draws: mean "));
}

TEST_CASE("convergence: a run that waits for what is asked stops where the picture says") {
    for (const auto method : {headway::method::independent, headway::method::sobol}) {
        for (const double error : {0.03, 0.01, 0.005}) {
            const headway::known_to asked{.median = error};
            const auto stopped = headway::simulate(sum, {.draws = 1U << 19U, .seed = 5, .method = method, .until = asked});
            const auto run = headway::simulate(sum, {.draws = 1U << 19U, .seed = 5, .method = method});
            REQUIRE(stopped.draws() < run.draws());
            const auto root = charts::checked(convergence_chart(run, headway::statistic::median, {.until = asked}));
            CHECK_THAT(charts::all_words(root),
                       ContainsSubstring("Asked: a standard error of " + headway::to_text(error, 2) +
                                         "; the run could have stopped after " + std::to_string(stopped.draws()) +
                                         " draws."));
            CHECK(charts::says(root, "could have stopped"));
            CHECK(charts::of_class(root, "hw-dash").size() == 2);  // the legend's and the plot's
            CHECK(charts::of_class(root, "hw-second-line").size() == 3);
            const auto own = charts::checked(convergence_chart(stopped, headway::statistic::median, {.until = asked}));
            CHECK_THAT(charts::all_words(own), ContainsSubstring("it took all " + std::to_string(stopped.draws())));
            CHECK(charts::of_class(own, "hw-second-line").empty());
        }
    }
}

TEST_CASE("convergence: what is not reached says how many draws would do") {
    const auto run = headway::simulate(sum, {.draws = 10'000, .seed = 1});
    const auto root =
        charts::checked(convergence_chart(run, headway::statistic::mean, {.until = {.mean = 0.00141421356}}));
    // Of a standard deviation of sqrt(2), estimated to 1 %, a million draws have that error.
    CHECK_THAT(charts::all_words(root), ContainsSubstring("not reached"));
    CHECK_THAT(number_after(charts::description_of(root), "independent draws do, "), WithinRel(1e6, 0.05));
}

TEST_CASE("convergence: of shards merged one after the other, streaming ones too") {
    for (const bool keep : {true, false}) {
        std::vector<headway::outcome<double>> shards;
        for (unsigned i = 0; i < 5; ++i) {
            shards.push_back(
                headway::simulate(sum, {.draws = 50'000, .seed = 1, .shard = {i, 5}, .keep = keep}));
        }
        const auto root = charts::checked(
            convergence_chart(shards, headway::statistic::mean, {.until = {.mean = 0.01}}));
        const auto told = told_of(root);
        REQUIRE(told.size() == 5);
        const auto whole = headway::simulate(sum, {.draws = 50'000, .seed = 1});
        CHECK_THAT(number_after(told.back(), "mean "), WithinRel(whole.mean(), 0.006));
        CHECK_THAT(number_after(told.back(), "standard error "), WithinRel(whole.standard_error(), 0.06));
        // 2 / 0.01² = 20 000 draws, so the second or third shard.
        const double stop = number_after(charts::description_of(root), "could have stopped after ");
        CHECK(stop == number_after(told[stop < 25'000.0 ? 1 : 2], "after "));
    }
}

TEST_CASE("convergence: one draw, few draws, all never, all equal, any width") {
    for (const double width : {320.0, 360.0, 720.0, 1'280.0}) {
        for (const std::vector<double>& draws :
             {std::vector<double>{3.0}, {3.0, 4.0}, std::vector<double>(100, never), std::vector<double>(1'000, 2.0),
              std::vector<double>{1.0, never, 2.0, never, never}}) {
            const auto run = outcome_of(draws);
            const auto root = charts::checked(convergence_chart(run, headway::statistic::median, {.width = width}));
            CHECK(told_of(root).empty() == (draws.size() == 100));  // of what is never throughout nothing is drawn
            charts::checked(convergence_chart(run, headway::statistic::mean, {.width = width}));
            charts::checked(convergence_chart(run, headway::statistic::quantile(0.9),
                                              {.title = "\xE2\x80\xAE<&>", .until = {.quantiles = {{0.9, 0.1}}}, .width = width}));
        }
        const auto dates = headway::simulate(when, {.draws = 3'000, .seed = 1});
        const auto of_dates = charts::checked(
            convergence_chart(dates, headway::statistic::quantile(0.65), {.until = {.quantiles = {{0.65, 5.0 * day}}}, .width = width}));
        CHECK_THAT(charts::all_words(of_dates), ContainsSubstring("Asked: a standard error of 5"));
        charts::checked(convergence_chart(dates, headway::statistic::median, {.width = width}));
    }
    CHECK_THAT(charts::all_words(charts::checked(convergence_chart(outcome_of({3.0}), headway::statistic::median))),
               ContainsSubstring("The standard error is unknown after 1 draw."));
    const std::string svg = convergence_chart(outcome_of<money>(charts::even_draws(1e6, 2e6, 5'000)),
                                              headway::statistic::median, {.unit = {million_usd, "million USD"}});
    html_page page("Convergence");
    page.chart(svg, "In 5000 draws");
    CHECK_THAT(page.text(), ContainsSubstring("running median, million USD"));
}

TEST_CASE("convergence: what cannot be drawn is refused in words") {
    const auto run = headway::simulate(sum, {.draws = 100, .seed = 1});
    const auto streaming = headway::simulate(sum, {.draws = 100, .seed = 1, .keep = false});
    CHECK_THROWS_WITH(convergence_chart(streaming, headway::statistic::median),
                      ContainsSubstring("convergence_chart: the run did not keep its draws; simulate with .keep = true"));
    CHECK_THROWS_WITH(convergence_chart(run, headway::statistic::median, {.until = {.mean = 0.1}}),
                      ContainsSubstring("convergence_chart: until asks for no error of the median, which is drawn"));
    CHECK_THROWS_WITH(convergence_chart(run, headway::statistic::mean, {.until = {.mean = 1.0 * day}}),
                      ContainsSubstring("convergence_chart: until asks for the mean with an error that is"));
    CHECK_THROWS_WITH(convergence_chart(run, headway::statistic::quantile(1.0)),
                      ContainsSubstring("the quantile's probability must lie between 0 and 1, got 1"));
    CHECK_THROWS_WITH(convergence_chart(outcome_of({}), headway::statistic::mean),
                      ContainsSubstring("convergence_chart: the outcome has no draws"));
    CHECK_THROWS_WITH(convergence_chart(std::vector<headway::outcome<double>>{}, headway::statistic::mean),
                      ContainsSubstring("convergence_chart: there are no shards to draw"));
    CHECK_THROWS_WITH(convergence_chart(run, headway::statistic::mean, {.width = 5.0}),
                      ContainsSubstring("width must be between"));
    CHECK_THROWS_WITH(convergence_chart(outcome_of({1e300, 2e300, 3e300}), headway::statistic::median),
                      ContainsSubstring("convergence_chart: the statistic must be a finite number of at most 1e250"));
}
