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
#include <headway/figures/published_costs.hpp>
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
const std::string evil = "<script>alert(\"1\")</script> & 'x' \x01\x1b[31m \xE2\x80\xAE\xE2\x80\x8F\xC2\x9B\xff";
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
            "tbody", "tr",   "th",   "td",    "svg",    "desc",       "rect", "path",  "circle",  "text",
            "details", "summary"};
        require(std::find(known.begin(), known.end(), e.name) != known.end(), "an element of its own kind: " + e.name);
        for (const auto& [key, value] : e.attributes) {
            require(key.substr(0, 2) != "on" && key != "src" && key != "style", "an attribute that acts: " + key);
            if (key == "href") {
                const bool on_page = value.substr(0, 1) == "#";
                require(on_page || value.substr(0, 8) == "https://" || value.find(':') == value.npos,
                        "a link that acts: " + value);
                if (on_page) pointed_to.push_back(value.substr(1));
            }
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
    const auto at = [&](const char* markup) { return text.find(markup); };
    CHECK(at("</h1>") < at("<nav"));  // the contents stand above the answers, and those above the sections
    CHECK(at("<nav") < at("<div class=\"answers\""));
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
    page.headline("How much?", outcome_of<double>(draws), {"times"}).headline("And?", "so", "why\nand when", "who");
    const auto root = checked(page.text());
    const auto p = named(root, "p");
    REQUIRE(p.size() == 6);
    CHECK(p[0].has_class("value"));
    CHECK(p[0].text == "1.53 times");
    CHECK_THAT(p[1].text, ContainsSubstring("between 1.05 times and 2.00 times; never in 4.8"));
    CHECK(p[2].text == "so");
    CHECK(p[3].text == "why");
    CHECK(p[4].text == "and when");
    CHECK(p[5].text == "who");
    CHECK(p[5].has_class("soft"));
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
    CHECK(cell(0, 1) == "4.1\n");
    CHECK(cell(0, 2) == "3.0 to 5.5\n");
    CHECK_THAT(cell(0, 4), ContainsSubstring("about ÷4 per year: Dario Amodei (Anthropic)"));
    CHECK(cell(0, 5) == "about, observed\n");
    CHECK(cell(0, 6) == "11 months; believed for 11 months\n");
    CHECK(cell(1, 1) == "130\n");
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

TEST_CASE("html page: an answer leads to its section and to what it rests on") {
    html_page page("t");
    page.headline("Q", "A").told_in("Cost", {"day", "fall & rise", "not on the page"});
    page.headline("No links", "B");
    page.section("Time").section("Cost").section("s").assumptions(2026y / 1 / 1, model);
    const auto root = checked(page.text());
    const auto answers = named(named(root, "main").front(), "div");
    REQUIRE(answers.at(1).has_class("answer"));
    const auto links = named(answers[1], "a");
    REQUIRE(links.size() == 3);
    CHECK(links[0].at("href") == "#section-2");
    CHECK(links[0].text == "Cost");
    CHECK(links[1].at("href") == "#assumption-3");
    CHECK(links[2].at("href") == "#assumption-1");
    CHECK(named(answers[1], "summary").front().text == "Rests on 3 assumptions");
    CHECK(named(answers[1], "li").back().text == "not on the page");
    CHECK(named(answers.at(2), "a").empty());
    for (const auto& tr : named(root, "tr")) {
        if (tr.find("id") != nullptr && tr.at("id") == "assumption-3") CHECK(tr.children[0].text == "day");
    }
    // Rows of a second table have ids of their own, which `checked` asks for.
    (void)checked(page.assumptions(2026y / 1 / 1, model).text());
    using Catch::Matchers::MessageMatches;
    CHECK_THROWS_MATCHES(html_page("t").told_in("Cost"), std::domain_error, MessageMatches(ContainsSubstring("call headline first")));
    CHECK_THROWS_MATCHES(html_page("t").headline("q", "a").told_in("Costs").section("Cost").text(), std::domain_error,
                         MessageMatches(ContainsSubstring("no section \"Costs\"")));
}

TEST_CASE("html page: a section stays with its chart on paper, whose pages have numbers") {
    html_page page("t");
    page.section("a").paragraph("one").paragraph("two").chart(fan_svg("One")).paragraph("apart").section("b").table("c", {"x"}, {}, {{"1"}});
    const auto root = checked(page.text());
    std::vector<std::string> inside;
    for (const auto& div : named(root, "div")) {
        if (!div.has_class("opening")) continue;
        for (const auto& e : div.children) inside.push_back(e.name + " " + e.text);
    }
    CHECK(inside == std::vector<std::string>{"h2 a", "p one", "p two", "h2 b"});
    const std::string style = named(root, "style").front().text;
    const std::string print = style.substr(style.find("@media print"));
    CHECK_THAT(print, ContainsSubstring("figure,.answer,tr,dl,.opening{break-inside:avoid}"));
    CHECK_THAT(print, ContainsSubstring("h1,h2,h3,h4,caption,.opening{break-after:avoid}"));
    CHECK_THAT(style, ContainsSubstring("@bottom-right{content:counter(page)"));
}

TEST_CASE("html page: charts have the type of the page and one size, however many stand side by side") {
    const std::string page = html_page("t").chart(fan_svg("One")).text();
    const std::string style = named(checked(page), "style").front().text;
    CHECK_THAT(style, ContainsSubstring(".page .hw-chart{font-family:inherit}"));
    CHECK_THAT(style, ContainsSubstring("repeat(auto-fill,minmax(min(100%,30rem),1fr))"));
    CHECK(style.find("auto-fit") == style.npos);
}

TEST_CASE("html page: a chart has its values in words and a link to its file, numbers links to theirs") {
    html_page page("t");
    page.chart(fan_svg("One"), "A caption", "charts/cost over time.svg").files({{"a:b.csv", "all <answers>"}, {"b.json", ""}});
    const auto root = checked(page.text());
    const auto figure = named(root, "figure").front();
    CHECK(named(figure, "summary").front().text == "Values");
    CHECK_THAT(words(named(figure, "details").front()), ContainsSubstring(named(figure, "desc").front().text));
    CHECK_THAT(named(figure, "desc").front().text, ContainsSubstring("Median on 2024-01-01"));
    const auto links = named(root, "a");
    REQUIRE(links.size() == 3);
    CHECK(links[0].at("href") == "charts/cost%20over%20time.svg");
    CHECK(links[0].text == "charts/cost over time.svg");
    CHECK(links[1].at("href") == "a%3Ab.csv");  // no scheme
    CHECK_THAT(words(named(root, "li").front()), ContainsSubstring("all <answers>"));
    CHECK(links[2].at("href") == "b.json");
    CHECK(html_page("t").files({}).text() == html_page("t").text());
    using Catch::Matchers::MessageMatches;
    for (const char* name : {"", "/etc/passwd", "//elsewhere.example/x"}) {
        CHECK_THROWS_MATCHES(page.files({{name, "w"}}), std::domain_error, MessageMatches(ContainsSubstring("names no file beside the page")));
        if (*name != '\0') CHECK_THROWS_AS(page.chart(fan_svg("Two"), {}, name), std::domain_error);
    }
    CHECK(named(checked(page.text()), "figure").size() == 1);
}

TEST_CASE("html page: a source with an address is a link, and only to the web") {
    namespace published = said::published;
    static constexpr said::article bad{.key = "bad", .speaker = "Bad", .url = "javascript:alert(1)"};
    static constexpr said::figure<double> figure = [] {
        said::figure<double> f = published::training_cost_growth;
        f.source = &bad;
        return f;
    }();
    const auto a = headway::assumption<"a">(headway::ci90(2.0, 3.0), published::training_cost_growth);
    const auto b = headway::assumption<"b">(headway::ci90(2.0, 3.0), figure);
    const auto both = headway::forecast(headway::inputs(a, b), [=](const auto& in) { return in[a] * in[b]; });
    const auto root = checked(html_page("t").section("s").assumptions(2026y / 1 / 1, both).text());
    const auto links = named(root, "a");
    REQUIRE(links.size() == 1);
    CHECK(links[0].at("href") == "https://arxiv.org/abs/2405.21015");
    CHECK_THAT(words(links[0]), ContainsSubstring("Cottier et al.") && ContainsSubstring("arXiv 2405.21015"));
}

TEST_CASE("html page: no number is longer than a person would write it") {
    const auto odd = headway::assumption<"odd">(headway::lognormal(2.4, 0.1118017816623301), "Ours.");
    const auto f = headway::forecast(headway::inputs(odd), [=](const auto& in) { return in[odd]; });
    html_page page("t");
    page.section("s").assumptions(2026y / 1 / 1, f).paragraph("0.1118017816623301 and 12.5, 1.2345678901234567e-05, arXiv 2403.05812, 1.0000000000000002");
    page.table("c", {"x", "y"}, {false, true}, {{"a", "5.19969079572405"}});
    const std::string all = words(checked(page.text()));
    CHECK_THAT(all, ContainsSubstring("lognormal(2.4, 0.1118)"));
    CHECK_THAT(all, ContainsSubstring("0.1118 and 12.5, 1.235e-05, arXiv 2403.05812, 1\n"));
    CHECK_THAT(all, ContainsSubstring("5.2\n"));
    std::size_t longest = 0;
    std::size_t run = 0;
    for (const char c : all) {
        run = (c >= '0' && c <= '9') ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    CHECK(longest <= 6);
}

TEST_CASE("html page: a phone reads tables as cards where they are words, else the first column stays") {
    html_page page("t");
    page.table("words", {"a", "<b>"}, {false, false}, {{"1", "2"}}).table("numbers", {"a", "b"}, {false, true}, {{"1", "2"}});
    page.section("s").assumptions(2026y / 1 / 1, model);
    const auto root = checked(page.text());
    const auto tables = named(root, "table");
    REQUIRE(tables.size() == 3);
    CHECK(tables[0].has_class("cards"));
    CHECK(named(tables[0], "td").front().at("data-label") == "<b>");
    CHECK(tables[1].find("class") == nullptr);
    CHECK(tables[2].has_class("cards"));
    CHECK(named(tables[2], "td").front().at("data-label") == "Median");
    const std::string style = named(root, "style").front().text;
    CHECK_THAT(style, ContainsSubstring("tbody th,thead th:first-child{position:sticky;left:0}"));
    CHECK_THAT(style, ContainsSubstring("tbody th{font-weight:600;background:var(--paper)}"));  // what scrolls under it is hidden
}

TEST_CASE("html page: results are no sharper than their spread, and the numbers of a row agree") {
    std::vector<double> days;
    for (int i = 0; i <= 100; ++i) days.push_back(86400.0 * (19000.0 + 7.3 * i));  // Jan 2022 to Jan 2024
    const auto root = checked(html_page("t")
                                  .headline("When?", outcome_of<date>(days))
                                  .headline("How much?", outcome_of<money>(charts::even_draws(1.0e6, 2.1e6, 101)))
                                  .table("c", outcome_of<date>(days))
                                  .text());
    const auto p = named(root, "p");
    CHECK(p[0].text == "Jan 2023");
    CHECK(p[1].text == "90\xC2\xA0% between Feb 2022 and Dec 2023");
    CHECK(p[2].text == "1.55 million USD");
    CHECK(p[3].text == "90\xC2\xA0% between 1.05 million USD and 2.04 million USD");
    CHECK(named(root, "th").back().text == "Feb 2022");
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
