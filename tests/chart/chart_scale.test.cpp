// SPDX-License-Identifier: BSL-1.0
#include <headway/chart/detail/chart_scale.hpp>

#include "catch.hpp"

#include <cstdlib>

using namespace headway::report::detail;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

// The number that a label tells, read by the C library: "2×10⁷", "0.005", "-20".
double told(std::string label) {
    const auto replace = [&](const std::string& from, const std::string& to) {
        for (auto at = label.find(from); at != std::string::npos; at = label.find(from))
            label.replace(at, from.size(), to);
    };
    const bool power_alone =
        label.find("10") != std::string::npos && label.find("×") == std::string::npos &&
        (label.find("⁻") != std::string::npos || label.find_first_not_of("-0123456789.") != std::string::npos);
    replace("×10", "e");
    if (power_alone) replace("10", "1e");
    constexpr const char* raised[] = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
    for (int d = 0; d < 10; ++d) replace(raised[d], std::to_string(d));
    replace("⁻", "-");
    char* end = nullptr;
    const double x = std::strtod(label.c_str(), &end);
    REQUIRE(*end == '\0');
    return x;
}

bool is_1_2_5(double x) {
    const double mantissa = x / headway::pow(10.0, headway::floor(headway::log10(x) + 1e-9));
    for (const double m : {1.0, 2.0, 5.0}) {
        if (headway::abs(mantissa - m) < 1e-6) return true;
    }
    return false;
}

TEST_CASE("linear ticks are multiples of 1, 2 or 5 times a power of ten, few and enough, on every range") {
    for (double lo : {-1e9, -37.5, -1.0, -1e-7, 0.0, 1e-12, 0.3, 1.0, 99.9, 12345.0, 1e15}) {
        for (double width : {1e-9, 0.007, 0.9, 1.0, 3.3, 17.0, 250.0, 1e6, 7.7e12}) {
            if (width < 2e-6 * headway::abs(lo)) continue;
            for (const int count : {4, 6, 9}) {
                for (const bool outward : {false, true}) {
                    const double hi = lo + width;
                    const auto marks = linear_ticks(lo, hi, count, outward);
                    INFO(lo << " to " << hi << ", " << count << ", " << outward);
                    REQUIRE(marks.ticks.size() >= 2);
                    CHECK(marks.ticks.size() <= static_cast<std::size_t>(count) + (outward ? 3 : 1));
                    const double step = marks.ticks[1].value - marks.ticks[0].value;
                    CHECK(is_1_2_5(step));
                    for (std::size_t i = 0; i < marks.ticks.size(); ++i) {
                        const auto& tick = marks.ticks[i];
                        CHECK(headway::abs(tick.value / step - headway::floor(tick.value / step + 0.5)) < 1e-6);
                        CHECK_THAT(told(tick.label), WithinRel(tick.value, 1e-15) || WithinAbs(0.0, 0.0));
                        if (i > 0) CHECK(tick.value > marks.ticks[i - 1].value);
                        if (i > 0) CHECK(tick.label != marks.ticks[i - 1].label);
                        CHECK(tick.value >= marks.lo - 1e-8 * width);
                        CHECK(tick.value <= marks.hi + 1e-8 * width);
                    }
                    CHECK(marks.lo <= lo + 1e-8 * width);
                    CHECK(marks.hi >= hi - 1e-8 * width);
                    if (outward) CHECK(marks.lo == marks.ticks.front().value);
                    if (outward) CHECK(marks.hi == marks.ticks.back().value);
                }
            }
        }
    }
}

TEST_CASE("logarithmic ticks are round, few and enough, on every range") {
    for (double lo : {1e-200, 3e-7, 0.02, 0.9, 1.0, 7.3, 1e3, 4.4e11, 1e200}) {
        for (double factor : {1.01, 1.5, 4.0, 20.0, 900.0, 1e6, 1e13, 1e45}) {
            for (const int count : {4, 6, 9}) {
                for (const bool outward : {false, true}) {
                    const double hi = lo * factor;
                    const auto marks = log_ticks(lo, hi, count, outward);
                    INFO(lo << " to " << hi << ", " << count << ", " << outward);
                    REQUIRE(marks.ticks.size() >= (factor > 900.0 || outward ? 2 : 1));
                    CHECK(marks.ticks.size() <= static_cast<std::size_t>(count) + 3);
                    for (std::size_t i = 0; i < marks.ticks.size(); ++i) {
                        const auto& tick = marks.ticks[i];
                        if (factor >= 20.0) CHECK(is_1_2_5(tick.value));
                        CHECK_THAT(told(tick.label), WithinRel(tick.value, 1e-14));
                        if (i > 0) CHECK(tick.value > marks.ticks[i - 1].value);
                    }
                    CHECK(marks.lo <= lo * (1.0 + 1e-9));
                    CHECK(marks.hi >= hi * (1.0 - 1e-9));
                    for (const double at : marks.minor) CHECK((at >= marks.lo && at <= marks.hi));
                }
            }
        }
    }
}

TEST_CASE("a short logarithmic axis has 2 and 5, a long one decades, a longer one some of them") {
    const auto labels = [](const chart_ticks& marks) {
        std::string all;
        for (const auto& tick : marks.ticks) all += tick.label + " ";
        return all;
    };
    CHECK(labels(log_ticks(1.0, 100.0, 6, true)) == "1 2 5 10 20 50 100 ");
    CHECK(labels(log_ticks(1.0, 1e5, 6, true)) == "1 10 100 1000 10000 100000 ");
    CHECK(labels(log_ticks(1.0, 1e12, 6, true)) == "10⁰ 10² 10⁴ 10⁶ 10⁸ 10¹⁰ 10¹² ");
    CHECK(labels(log_ticks(2e-7, 8e-5, 3, true)) == "10⁻⁶ 10⁻⁵ 10⁻⁴ ");
    CHECK(labels(log_ticks(2e5, 5e6, 6, true)) == "2×10⁵ 5×10⁵ 10⁶ 2×10⁶ 5×10⁶ ");
}

TEST_CASE("a label has the digits and the notation of its axis") {
    CHECK(tick_text({0, 3}) == "0");
    CHECK(tick_text({25, 1}) == "250");
    CHECK(tick_text({-5, -3}) == "-0.005");
    CHECK(tick_text({10, -1}, {.decimals = 1}) == "1.0");
    CHECK(tick_text({10, -1}) == "1");
    CHECK(tick_text({1, 7}, {.powers = true}) == "10⁷");
    CHECK(tick_text({25, 6}, {.powers = true}) == "2.5×10⁷");
    CHECK(tick_text({-2, -5}, {.powers = true}) == "-2×10⁻⁵");
    CHECK(tick_text({10, 6}, {.powers = true}) == "10⁷");
    CHECK(tick_text({5, 5}, {.decimals = 1, .powers = true, .one_power = true, .power = 6}) == "0.5×10⁶");
    CHECK(tick_text({10, 5}, {.decimals = 1, .powers = true, .one_power = true, .power = 6}) == "1.0×10⁶");
}

TEST_CASE("an axis has one notation: written out below a million and from 0.0001 on, else powers of ten for all but 0") {
    const auto labels = [](const chart_ticks& marks) {
        std::string all;
        for (const auto& tick : marks.ticks) all += tick.label + " ";
        return all;
    };
    CHECK(labels(linear_ticks(0.0, 9e5, 5, true)) == "0 0.2×10⁶ 0.4×10⁶ 0.6×10⁶ 0.8×10⁶ 1.0×10⁶ ");
    CHECK(labels(linear_ticks(0.0, 1.4e6, 3, true)) == "0 0.5×10⁶ 1.0×10⁶ 1.5×10⁶ ");
    CHECK(labels(linear_ticks(0.0, 8e5, 4, true)) == "0 200000 400000 600000 800000 ");
    CHECK(labels(linear_ticks(0.0, 2e-4, 4, true)) == "0 0.5×10⁻⁴ 1.0×10⁻⁴ 1.5×10⁻⁴ 2.0×10⁻⁴ ");
    CHECK(labels(linear_ticks(0.0, 1.4, 3, true)) == "0 0.5 1.0 1.5 ");
    for (const double size : {1e-7, 3e-5, 1e-4, 0.2, 7.0, 3e5, 9.9e5, 1.1e6, 4e9}) {
        for (const double lo : {0.0, -size, 0.4 * size}) {
            std::size_t out = 0;
            std::size_t raised = 0;
            for (const bool log_scale : {false, true}) {
                if (log_scale && !(lo > 0.0)) continue;
                for (const auto& tick : (log_scale ? log_ticks(lo, 300.0 * size, 6, true) : linear_ticks(lo, size, 6, true)).ticks) {
                    if (tick.label == "0") continue;
                    ++(tick.label.find_first_not_of("-0123456789.") != std::string::npos
                           ? raised
                           : out);
                }
                INFO(size << " from " << lo);
                CHECK((out == 0) != (raised == 0));
                out = raised = 0;
            }
        }
    }
}

TEST_CASE("one value, or values that are hardly apart, get an axis around them") {
    for (const double x : {0.0, 1.0, -3e8, 1e-9}) {
        const auto marks = linear_ticks(x, x, 6, true);
        CHECK(marks.lo < x);
        CHECK(marks.hi > x);
        CHECK(marks.ticks.size() >= 2);
    }
    const auto marks = log_ticks(5.0, 5.0, 6, true);
    CHECK((marks.lo < 5.0 && marks.hi > 5.0 && marks.lo > 0.0));
}

TEST_CASE("a value lies where the scale says, and one outside at the end") {
    const chart_scale linear{10.0, 30.0, false, 100.0, 500.0};
    CHECK(linear(10.0) == 100.0);
    CHECK(linear(20.0) == 300.0);
    CHECK(linear(30.0) == 500.0);
    CHECK(linear(-1e308) == 100.0);
    CHECK(linear(__builtin_huge_val()) == 500.0);
    const chart_scale downward{0.0, 1.0, false, 400.0, 0.0};
    CHECK(downward(0.25) == 300.0);
    const chart_scale log10{1.0, 1000.0, true, 0.0, 300.0};
    CHECK_THAT(log10(10.0), WithinAbs(100.0, 1e-9));
    CHECK_THAT(log10(100.0), WithinAbs(200.0, 1e-9));
    CHECK(log10(0.0) == 0.0);
    const chart_scale widest{-1.7e308, 1.7e308, false, 0.0, 2.0};
    CHECK(widest(0.0) == 1.0);
}

}  // namespace
