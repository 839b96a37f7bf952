// SPDX-License-Identifier: BSL-1.0
#include <headway/chart/detail/chart_style.hpp>

#include "catch.hpp"

#include <array>
#include <cmath>
#include <stdexcept>
#include <string>

using headway::report::detail::chart_style;

namespace {

using colour = std::array<double, 3>;

/// What follows `key` in the style, from a place on.
std::string after(const std::string& key, std::size_t from = 0) {
    const std::size_t at = chart_style.find(key, from);
    if (at == chart_style.npos) throw std::runtime_error("the style has no " + key);
    return std::string(chart_style.substr(at + key.size()));
}
double number_after(const std::string& key, std::size_t from = 0) { return std::stod(after(key, from)); }

colour variable(const std::string& name, bool dark) {
    const std::size_t from = dark ? chart_style.find("prefers-color-scheme:dark") : 0;
    std::string hex = after("--hw-" + name + ":#", from);
    hex = hex.substr(0, hex.find_first_of(";}"));
    if (hex.size() == 3) hex = {hex[0], hex[0], hex[1], hex[1], hex[2], hex[2]};
    REQUIRE(hex.size() == 6);
    const auto part = [&](std::size_t i) { return static_cast<double>(std::stoi(hex.substr(2 * i, 2), nullptr, 16)); };
    return {part(0), part(1), part(2)};
}
/// A colour that lets through what lies under it, as a screen mixes them.
colour over(const colour& top, double opacity, const colour& under) {
    colour mixed{};
    for (std::size_t i = 0; i < 3; ++i) mixed[i] = opacity * top[i] + (1.0 - opacity) * under[i];
    return mixed;
}
/// Relative luminance and contrast ratio as WCAG 2.1 defines them.
double luminance(const colour& c) {
    const auto linear = [](double x) {
        x /= 255.0;
        return x <= 0.04045 ? x / 12.92 : std::pow((x + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(c[0]) + 0.7152 * linear(c[1]) + 0.0722 * linear(c[2]);
}
double contrast(const colour& a, const colour& b) {
    const double x = luminance(a) + 0.05;
    const double y = luminance(b) + 0.05;
    return x > y ? x / y : y / x;
}
double opacity_of(const std::string& rule) {
    const std::string body = after(".hw-chart ." + rule + "{");
    const std::string key = "fill-opacity:";
    return std::stod(body.substr(body.find(key) + key.size()));
}

TEST_CASE("contrast is that of the published examples") {
    CHECK_THAT(contrast({0.0, 0.0, 0.0}, {255.0, 255.0, 255.0}), Catch::Matchers::WithinAbs(21.0, 1e-9));
    CHECK_THAT(contrast({118.0, 118.0, 118.0}, {255.0, 255.0, 255.0}), Catch::Matchers::WithinAbs(4.54, 0.005));  // #767676
}

TEST_CASE("bands are seen on light and on dark paper, and apart from one another and their line") {
    for (const bool dark : {false, true}) {
        INFO((dark ? "dark" : "light"));
        const colour paper = variable("paper", dark);
        const colour outer = over(variable("main", dark), opacity_of("hw-outer"), paper);
        const colour inner = over(variable("main", dark), opacity_of("hw-inner"), outer);
        CHECK(contrast(outer, paper) >= 1.6);
        CHECK(contrast(inner, outer) >= 1.5);
        CHECK(contrast(variable("deep", dark), inner) >= 3.0);
        CHECK(contrast(over(variable("second", dark), opacity_of("hw-second-outer"), paper), paper) >= 1.6);
        for (const char* mark : {"main", "second", "deep"}) CHECK(contrast(variable(mark, dark), paper) >= 3.0);
        for (const char* text : {"ink", "soft"}) CHECK(contrast(variable(text, dark), paper) >= 7.0);
    }
    CHECK(chart_style.find("@media screen and (prefers-color-scheme:dark)") != chart_style.npos);  // a printer has no dark
}

TEST_CASE("texts are at least 11 px high on a phone and where texts are smaller from a width of 30 em on") {
    constexpr double width = 720.0;  // of every chart that is asked for none
    const std::size_t wide = chart_style.find("@media screen and (min-width:30em)");
    REQUIRE(wide != chart_style.npos);
    const double phone = number_after(".hw-chart text{font-size:");
    const double screen = number_after(".hw-chart text{font-size:", wide);
    CHECK(phone == headway::report::detail::label_size);
    CHECK(number_after(".hw-title{font-size:") == headway::report::detail::title_size);
    CHECK(phone * 328.0 / width >= 11.0);
    // a page leaves a margin of 16 px to either side of 480
    CHECK(screen * 448.0 / width >= 11.0);
    CHECK(screen < phone);
    CHECK(number_after(".hw-title{font-size:", wide) < headway::report::detail::title_size);
    // none but these has a size of its own
    std::size_t sizes = 0;
    for (auto at = chart_style.find("font-size"); at != chart_style.npos; at = chart_style.find("font-size", at + 1)) ++sizes;
    CHECK(sizes == 4);
}

}  // namespace
