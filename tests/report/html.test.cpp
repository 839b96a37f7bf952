// SPDX-License-Identifier: BSL-1.0
#include <headway/report/html.hpp>

#include "../catch.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include <headway/chart/fan_chart.hpp>
#include <headway/chart/tornado_chart.hpp>
#include <headway/chart/track_record_chart.hpp>
#include <headway/figures/amodei.hpp>
#include <headway/figures/krishnan.hpp>
#include <headway/figures/schmidt.hpp>
#include <headway/table/track_record_table.hpp>

#include "chart/chart_checks.hpp"
#include "track_record.hpp"

using namespace headway::report;
using namespace headway::units;
using namespace std::chrono_literals;
namespace said = headway::figures;
using headway::date;
using money = headway::quantity<headway::dim::money>;
using Catch::Matchers::ContainsSubstring;

namespace {

constexpr double never_value = std::numeric_limits<double>::infinity();
const std::string evil = "<script>alert(\"1\")</script> & 'x' \x01\x1b[31m \xff";
const std::string evil_shown = "<script>alert(\"1\")</script> & 'x' [31m \xEF\xBF\xBD";

/// Reads a page and checks what holds for all of them. Returns its root, `html`.
xml::element checked(const std::string& page) {
    const auto require = [](bool holds, const std::string& what) {
        if (!holds) throw std::runtime_error(what);
    };
    const std::string doctype = "<!DOCTYPE html>\n";
    require(page.substr(0, doctype.size()) == doctype, "no doctype");
    const xml::element root = xml::parse(page.substr(doctype.size()));
    require(root.name == "html" && root.at("lang") == "en" && root.at("xmlns") == "http://www.w3.org/1999/xhtml",
            "root");
    const xml::element& head = root.children.at(0);
    const xml::element& body = root.children.at(1);
    require(root.children.size() == 2 && head.name == "head" && body.name == "body", "head and body");
    require(head.children.at(0).name == "meta" && head.children[0].at("charset") == "utf-8", "charset is not first");
    std::vector<std::string> ids;
    std::vector<std::string> pointed_to;
    int titles = 0;
    int h1 = 0;
    int deepest = 1;
    xml::each(root, [&](const xml::element& e) {
        static const std::vector<std::string> known{
            "html",  "head", "meta", "title", "style",  "body",       "main", "h1",    "h2",      "h3",
            "h4",    "p",    "div",  "nav",   "ul",     "li",         "a",    "dl",    "dt",      "dd",
            "code",  "span", "br",   "sup",   "figure", "figcaption", "time", "table", "caption", "thead",
            "tbody", "tr",   "th",   "td",    "svg",    "desc",       "rect", "path",  "circle",  "text"};
        require(std::find(known.begin(), known.end(), e.name) != known.end(), "an element of its own kind: " + e.name);
        for (const auto& [key, value] : e.attributes) {
            require(key.substr(0, 2) != "on" && key != "src" && key != "style", "an attribute that acts: " + key);
            require(key != "href" || value.substr(0, 1) == "#", "a link to elsewhere: " + value);
            if (key == "href") pointed_to.push_back(value.substr(1));
            if (key == "id") ids.push_back(value);
        }
        if (e.name == "style") {
            require(e.text.find("url") == std::string::npos && e.text.find("@import") == std::string::npos,
                    "a style from elsewhere");
        }
        if (e.name == "h1") ++h1;
        if (e.name.size() == 2 && e.name[0] == 'h' && e.name[1] >= '1' && e.name[1] <= '6') {
            require(e.name[1] - '0' <= deepest + 1, "a heading skips a level");
            deepest = e.name[1] - '0';
        }
        if (e.name == "table") {
            require(e.children.at(0).name == "caption" && !e.children[0].text.empty(), "a table without caption");
            const auto& columns = e.children.at(1).children.at(0).children;
            for (const auto& th : columns)
                require(th.name == "th" && th.at("scope") == "col", "a heading without scope");
            for (const auto& row : e.children.at(2).children) {
                require(row.children.size() == columns.size(), "a row of another width");
                require(row.children[0].name == "th" && row.children[0].at("scope") == "row", "a row without a header");
            }
        }
        if (e.has_class("wide")) {
            require(e.children.at(0).name == "table" && e.at("tabindex") == "0" && !e.at("aria-label").empty(),
                    "a scrolling box that a keyboard cannot reach");
        }
        if (e.name == "title") ++titles;
    });
    require(h1 == 1, "not one h1");
    for (const auto& id : pointed_to) require(std::count(ids.begin(), ids.end(), id) == 1, "a link to nowhere: " + id);
    std::sort(ids.begin(), ids.end());
    require(std::adjacent_find(ids.begin(), ids.end()) == ids.end(), "an id used twice");
    return root;
}

const auto decline = headway::assumption<"fall & rise">(headway::ci90(3.0, 5.5), said::amodei::training_cost_decline)
                         .as_of(2025y / 2 / 1)
                         .review_by(2025y / 12 / 1);
const auto first_run = headway::assumption<"cost of the <first> run">(
    headway::ci90(80.0 * million_usd, 200.0 * million_usd), said::schmidt::deepseek_base_cost);
const auto day_of_it = headway::assumption<"day">(headway::date(2024y / 3 / 1), "Ours & only ours.");
const auto model = headway::forecast(headway::inputs(decline, first_run, day_of_it),
                                     [](const auto& in) { return in[first_run] / in[decline]; });

std::string fan_svg(const std::string& title) {
    std::vector<headway::outcome<double>> outcomes;
    for (int i = 0; i < 3; ++i) outcomes.push_back(outcome_of<double>(charts::even_draws(1.0, 2.0 + i, 21)));
    return fan_chart(headway::fan<headway::outcome<double>>({2024y / 1 / 1, 2025y / 1 / 1, 2026y / 1 / 1}, outcomes),
                     {.title = title});
}

/// All text of an element and of what is in it, in the order of elements.
std::string words(const xml::element& root) {
    std::string all;
    xml::each(root, [&](const xml::element& e) { all += e.text + "\n"; });
    return all;
}
std::vector<xml::element> named(const xml::element& root, const std::string& name) {
    std::vector<xml::element> found;
    xml::each(root, [&](const xml::element& e) {
        if (e.name == name) found.push_back(e);
    });
    return found;
}

/// Relative luminance and contrast by WCAG 2.1.
double luminance(const std::string& colour) {
    std::string hex = colour.substr(1);
    if (hex.size() == 3) hex = {hex[0], hex[0], hex[1], hex[1], hex[2], hex[2]};
    double sum = 0.0;
    const double weight[] = {0.2126, 0.7152, 0.0722};
    for (std::size_t i = 0; i < 3; ++i) {
        const double c = std::stoi(hex.substr(2 * i, 2), nullptr, 16) / 255.0;
        sum += weight[i] * (c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4));
    }
    return sum;
}
double contrast(const std::string& a, const std::string& b) {
    const double x = luminance(a);
    const double y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}
/// The colour that a custom property has the n-th time it is set.
std::string colour(const std::string& style, const std::string& property, int n) {
    std::size_t at = 0;
    for (int i = 0; i <= n; ++i) at = style.find("--" + property + ":#", at) + property.size() + 3;
    return style.substr(at, style.find_first_of(";}", at) - at);
}

}  // namespace

TEST_CASE("html page: a whole one is well-formed, in order, and the same twice") {
    const auto build = [] {
        html_page page("What will it cost?");
        page.lead("Every answer is simulated.");
        page.section("Cost").paragraph("It falls.").chart(fan_svg("One"), "A caption").chart(fan_svg("Two"));
        page.table("Cost on a date", outcome_of<money>(charts::even_draws(1e6, 5e6, 21)));
        page.section("What it rests on").assumptions(2026y / 1 / 1, model);
        page.section("Again").reproduce({.draws = 100'000, .seed = 2025}, "example --set \"a = 3\"");
        page.headline("When?", outcome_of<date>(charts::even_draws(0.0, 86400.0 * 100.0, 21)), {}, "Rests on us.");
        return page.text();
    };
    const std::string text = build();
    CHECK(text == build());
    const auto root = checked(text);
    CHECK(named(root, "title").front().text == "What will it cost?");
    CHECK(named(root, "h1").front().text == "What will it cost?");
    const auto h2 = named(root, "h2");
    REQUIRE(h2.size() == 4);
    CHECK(h2[0].text == "When?");  // headlines stand first, though added last
    CHECK(h2[1].text == "Cost");
    CHECK(named(root, "nav").size() == 1);
    CHECK(named(root, "svg").size() == 2);
    CHECK(named(root, "figcaption").front().text == "A caption");
    std::size_t groups = 0;
    for (const auto& div : named(root, "div")) groups += div.has_class("charts") ? 1U : 0U;
    CHECK(groups == 1);
    const std::string all = words(root);
    for (const char* text_of_page : {"1970-02-20", "Rests on us.", "headway 0.2.0", "independent draws", "2025",
                                     "100 000", "example --set \"a = 3\"", "Library", "Method", "Seed", "Draws"}) {
        INFO(text_of_page);
        CHECK_THAT(all, ContainsSubstring(text_of_page));
    }
}

TEST_CASE("html page: a headline of an outcome tells median, interval and never") {
    auto draws = charts::even_draws(1.0, 2.0, 20);
    draws.push_back(never_value);
    html_page page("t");
    page.headline("How much?", outcome_of<double>(draws), {"times"}).headline("And?", "so", "why", "who");
    const auto root = checked(page.text());
    const auto p = named(root, "p");
    REQUIRE(p.size() == 5);
    CHECK(p[0].has_class("value"));
    CHECK(p[0].text == "1.53 times");
    CHECK_THAT(p[1].text, ContainsSubstring("between 1.05 times and 2 times; never in 4.8"));
    CHECK(p[2].text == "so");
    CHECK(p[4].text == "who");
    CHECK(p[4].has_class("soft"));
    CHECK_THROWS_AS(page.headline("No draws", outcome_of<double>({})), std::domain_error);
}

TEST_CASE("html page: text is escaped wherever it stands, and control characters are dropped") {
    html_page page(evil);
    page.lead(evil).headline(evil, evil, evil, evil).section(evil).paragraph(evil).chart(fan_svg(evil), evil);
    page.table(evil, {evil, evil}, {false, true}, {{evil, evil}});
    page.table(evil, result_table().add(evil, outcome_of<double>({1.0, 2.0})));
    page.reproduce({}, evil);
    const auto root = checked(page.text());
    CHECK(named(root, "h1").front().text == evil_shown);
    CHECK(named(root, "figcaption").front().text == evil_shown);
    CHECK(named(root, "caption").front().text == evil_shown);
    CHECK(named(root, "th").front().text == evil_shown);
    CHECK(named(root, "code").front().text == evil_shown);
    for (const auto& div : named(root, "div")) {
        if (div.has_class("wide")) CHECK(div.at("aria-label") == evil_shown);
    }
}

TEST_CASE("html page: the assumption table tells belief, unit, source, precision and age") {
    html_page page("t");
    page.section("s").assumptions(2026y / 1 / 1, model);
    const auto root = checked(page.text());
    const auto table = named(root, "table").front();
    CHECK(table.children[0].text == "What is assumed, as of 2026-01-01");
    std::vector<std::string> headings;
    for (const auto& th : table.children[1].children[0].children) headings.push_back(th.text);
    CHECK(headings ==
          std::vector<std::string>{"Assumption", "Median", "90 % between", "Unit", "Source", "Precision", "Age"});
    const auto& rows = table.children[2].children;
    REQUIRE(rows.size() == 3);
    const auto cell = [&](std::size_t r, std::size_t c) { return words(rows[r].children[c]); };
    CHECK_THAT(cell(0, 0), ContainsSubstring("fall & rise") && ContainsSubstring("ci90(3, 5.5)") &&
                               ContainsSubstring("disputed") && ContainsSubstring("to be reviewed by") &&
                               ContainsSubstring("2025-12-01"));
    CHECK(cell(0, 1) == "4.06\n");
    CHECK(cell(0, 2) == "3 to 5.5\n");
    CHECK_THAT(cell(0, 4), ContainsSubstring("about ÷4 per year: Dario Amodei (Anthropic)"));
    CHECK(cell(0, 5) == "about, observed\n");
    CHECK(cell(0, 6) == "11 months; believed for 11 months\n");
    CHECK(cell(1, 1) == "126\n");
    CHECK(cell(1, 2) == "80 to 200\n");
    CHECK(cell(1, 3) == "million USD\n");
    CHECK(cell(1, 5) == "at least, claimed\n");
    CHECK(named(rows[2].children[1], "time").front().text == "2024-03-01");
    CHECK(cell(2, 2) == "single value\n");
    CHECK(cell(2, 3) == "date\n");
    CHECK_THAT(cell(2, 4), ContainsSubstring("Ours & only ours."));
    CHECK(cell(2, 5) == "judgement\n");
    CHECK(cell(2, 6) == "not dated\n");
    const std::string all = words(root);
    CHECK_THAT(all, ContainsSubstring("3 assumptions: 2 rest on a figure with a source, 1 are judgements"));
    CHECK_THAT(all, ContainsSubstring("1 of them is due for review"));
    CHECK_THAT(all, ContainsSubstring("Where the sources disagree") && ContainsSubstring("DeepSeek's cost"));
    CHECK_THAT(all, ContainsSubstring("Amodei: rejects the headline: the cost lies on the curve of ÷4 per year"));
    CHECK(all.find("supply of GPUs") == all.npos);  // nobody here takes part in it
}

TEST_CASE("html page: how to run it again says all that the numbers depend on") {
    html_page page("t");
    page.reproduce({.draws = 4096, .seed = 7, .method = headway::method::sobol, .shard = {1, 3}, .keep = false});
    const std::string all = words(checked(page.text()));
    for (const char* text : {"Owen-scrambled Sobol' points, 8 scramblings", "7", "4 096", "2 of 3", "stream"}) {
        INFO(text);
        CHECK_THAT(all, ContainsSubstring(text));
    }
}

TEST_CASE("html page: no line breaks in a date, a number or before its sign") {
    const std::string page =
        html_page("t").paragraph("By 2026-11-30, 100 000 draws, 90 % of 2 ×; 12026-11-30 1 %").text();
    CHECK_THAT(page, ContainsSubstring("<p>By <time>2026-11-30</time>, 100\xC2\xA0"
                                       "000 draws, 90\xC2\xA0% of 2\xC2\xA0×; "
                                       "12026-11-30 1\xC2\xA0%</p>"));
}

TEST_CASE("html page: only three digits after a space go on with a number, and only ten characters are a date") {
    const auto shown = [](std::string_view text) { return html_page("t").paragraph(text).text(); };
    CHECK_THAT(shown("1 a23; 2 1b3; 3 12c; 4 1234; 5 123; 6 12"), ContainsSubstring("<p>1 a23; 2 1b3; 3 12c; 4 1234; 5\xC2\xA0"
                                                                                    "123; 6 12</p>"));
    CHECK_THAT(shown("2026-11-301, 2026-1-30, 2026-11x30, until 2026-11-30"),
               ContainsSubstring("<p>2026-11-301, 2026-1-30, 2026-11x30, until <time>2026-11-30</time></p>"));
    CHECK_THAT(shown(" 123"), ContainsSubstring("<p> 123</p>"));
    for (const auto& [draws, text] : {std::pair{999U, "<dd>999</dd>"}, {1000U, "<dd>1 000</dd>"}, {1234567U, "<dd>1 234 567</dd>"}}) {
        CHECK_THAT(html_page("t").reproduce({.draws = draws}).text(), ContainsSubstring(text) && !ContainsSubstring("Shard"));
    }
}

TEST_CASE("html page: contents are listed from three sections on, and nothing may be due") {
    html_page page("t");
    CHECK(named(checked(page.section("a").section("b").text()), "nav").empty());
    CHECK(named(checked(page.section("c").text()), "nav").size() == 1);
    CHECK_THAT(words(checked(page.assumptions(2025y / 3 / 1, model).text())), ContainsSubstring("none of them are due for review"));
}

TEST_CASE("html page: readable in light and dark, and on a phone") {
    const std::string style = named(checked(html_page("t").text()), "style").front().text;
    CHECK(style.find("@media screen and (prefers-color-scheme:dark)") != style.npos);
    CHECK(style.find("@media print") != style.npos);
    for (const int scheme : {0, 1}) {
        for (const char* text : {"ink", "soft", "strong", "warn"}) {
            for (const char* paper : {"paper", "raised"}) {
                INFO(text << " on " << paper << " in scheme " << scheme);
                CHECK(contrast(colour(style, text, scheme), colour(style, paper, scheme)) >= 4.5);
            }
        }
    }
    CHECK(contrast("#000", "#fff") == 21.0);  // the measure itself
    const auto root = checked(html_page("t").table("c", {"a"}, {}, {{"b"}}).text());
    bool fits = false;
    for (const auto& meta : named(root, "meta")) {
        fits = fits || (meta.find("name") != nullptr && meta.at("name") == "viewport" &&
                        meta.at("content") == "width=device-width, initial-scale=1");
    }
    CHECK(fits);
    // What may be wider than 360 pixels scrolls in its own box: tables do, columns of a grid are never wider than it.
    CHECK(style.find(".wide{overflow-x:auto") != style.npos);
    CHECK(style.find("figure svg{display:block;width:100%}") != style.npos);
    for (std::size_t at = style.find("minmax("); at != style.npos; at = style.find("minmax(", at + 1)) {
        CHECK(style.substr(at, 16) == "minmax(min(100%,");
    }
    for (const auto& table : named(root, "div")) CHECK(table.has_class("wide"));
}

TEST_CASE("html page: what cannot be told is an error that says so") {
    using Catch::Matchers::MessageMatches;
    CHECK_THROWS_MATCHES(html_page(" \n"), std::domain_error, MessageMatches(ContainsSubstring("title has no words")));
    html_page page("t");
    const std::string before = page.text();
    CHECK_THROWS_MATCHES(page.section(""), std::domain_error,
                         MessageMatches(ContainsSubstring("heading has no words")));
    CHECK_THROWS_MATCHES(page.table("", {"a"}, {}, {}), std::domain_error,
                         MessageMatches(ContainsSubstring("caption")));
    CHECK_THROWS_MATCHES(page.headline("", "a"), std::domain_error, MessageMatches(ContainsSubstring("question")));
    CHECK_THROWS_MATCHES(page.headline("q", "\x01"), std::domain_error, MessageMatches(ContainsSubstring("answer")));
    CHECK_THROWS_MATCHES(page.table("c", {"a", "b"}, {}, {{"1"}}), std::domain_error,
                         MessageMatches(ContainsSubstring("1 cells, but there are 2 headings")));
    for (const std::string& svg :
         std::vector<std::string>{std::string(), std::string("<svg>"), std::string("<p>no</p>"),
                                  "<svg aria-labelledby=\"a-title a-desc\"><script>1</script></svg>\n",
                                  fan_svg("a") + fan_svg("b"), fan_svg("a") + "<p>"}) {
        INFO(svg.substr(0, 40));
        CHECK_THROWS_MATCHES(page.chart(svg), std::domain_error,
                             MessageMatches(ContainsSubstring("no chart of the library")));
    }
    CHECK(page.text() == before);  // nothing half done
    page.chart(fan_svg("a"));
    CHECK_THROWS_MATCHES(page.chart(fan_svg("a")), std::domain_error,
                         MessageMatches(ContainsSubstring("on the page already")));
    CHECK_NOTHROW(page.chart(fan_svg("b")));
    CHECK(named(checked(page.text()), "svg").size() == 2);
    CHECK(html_page("t").table("c", result_table()).paragraph(" ").lead("").text() == before);
}

TEST_CASE("a page shows a track record, its charts and what is overdue") {
    const headway::ledger book(reference::track_record_ledger);
    const headway::track_record record(book, {.by = headway::record_by::source, .baseline = "no change"});
    html_page page("How good were they?");
    page.table("By source", record)
        .chart(calibration_chart(record.all()))
        .chart(reliability_chart(record.all()))
        .table("Overdue", book.overdue(2041y / 1 / 1));
    (void)checked(page.text());
    for (const char* const words : {"survey", "83.3 %", "share of intervals that held", "share that happened", "2040-01-01"}) {
        CHECK_THAT(page.text(), ContainsSubstring(words));
    }
}
