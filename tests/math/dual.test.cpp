// SPDX-License-Identifier: BSL-1.0
#include <headway/math/dual.hpp>

#include "catch.hpp"

#include <cmath>
#include <limits>
#include <string>

#include <headway/quantity/date.hpp>
#include <headway/quantity/growth.hpp>
#include <headway/quantity/units.hpp>

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace headway {  // where exp and log are those of the library, not those of <cmath>
namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();
using one = dual<1>;
using two = dual<2>;
constexpr one variable(double x) { return one::variable(x, 0); }

// A constant has no gradient, a variable points in its own direction.
static_assert(two().value == 0.0 && two(3.0).gradient[0] == 0.0 && two(3.0).gradient[1] == 0.0);
static_assert(two::variable(3.0, 1).value == 3.0 && two::variable(3.0, 1).gradient[0] == 0.0);
static_assert(two::variable(3.0, 1).gradient[1] == 1.0);

// The rules of differentiation, where the numbers are exact.
constexpr two x = two::variable(6.0, 0);
constexpr two y = two::variable(2.0, 1);
static_assert((x + y).value == 8.0 && (x + y).gradient[0] == 1.0 && (x + y).gradient[1] == 1.0);
static_assert((x - y).value == 4.0 && (x - y).gradient[0] == 1.0 && (x - y).gradient[1] == -1.0);
static_assert((x * y).value == 12.0 && (x * y).gradient[0] == 2.0 && (x * y).gradient[1] == 6.0);
static_assert((x / y).value == 3.0 && (x / y).gradient[0] == 0.5 && (x / y).gradient[1] == -1.5);
static_assert((-x).value == -6.0 && (-x).gradient[0] == -1.0 && (+x).gradient[0] == 1.0);
static_assert((2.0 * x + 1).value == 13.0 && (2.0 * x + 1).gradient[0] == 2.0 && (1.0 - x).gradient[0] == -1.0);
static_assert((12.0 / x).value == 2.0 && (12.0 / x).gradient[0] == -2.0 / 6.0);
static_assert((x * x * x).gradient[0] == 108.0 && (x / x).gradient[0] == 0.0);

constexpr two compound() {
    two z = x;
    z += y;
    z *= 2.0;
    z -= x;
    z /= y;
    return z;  // (x + 2y) / y
}
static_assert(compound().value == 5.0 && compound().gradient[0] == 0.5 && compound().gradient[1] == -1.5);

// Comparisons look at the value alone.
static_assert(x > y && y < x && x >= 6.0 && x <= 6.0 && x == 6.0 && x != y && !(x != 6.0) && 5.0 < x);
static_assert(!(x > 6.0) && !(x < 6.0) && !(x == 5.0) && !(x >= 7.0) && !(x <= 5.0) && !(x > 7.0) && !(x < 5.0));
static_assert(all_of(x > y) && value_at(x) == 6.0 && number<two>);

// Functions at points where the answers are exact.
static_assert(exp(variable(0.0)).value == 1.0 && exp(variable(0.0)).gradient[0] == 1.0);
static_assert(expm1(variable(0.0)).value == 0.0 && expm1(variable(0.0)).gradient[0] == 1.0);
static_assert(log(variable(1.0)).value == 0.0 && log(variable(1.0)).gradient[0] == 1.0);
static_assert(log1p(variable(0.0)).value == 0.0 && log1p(variable(1.0)).gradient[0] == 0.5);
static_assert(sqrt(variable(16.0)).value == 4.0 && sqrt(variable(16.0)).gradient[0] == 0.125);
static_assert(abs(variable(-3.0)).value == 3.0 && abs(variable(-3.0)).gradient[0] == -1.0);
static_assert(abs(variable(3.0)).gradient[0] == 1.0 && abs(variable(0.0)).gradient[0] == 1.0);
static_assert(floor(variable(2.5)).value == 2.0 && floor(variable(2.5)).gradient[0] == 0.0);
static_assert(pow(variable(3.0), 2.0).value == 9.0 && pow(variable(3.0), 2.0).gradient[0] == 6.0);
static_assert(pow(variable(3.0), 0.0).value == 1.0 && pow(variable(3.0), 0.0).gradient[0] == 0.0);

// The side that min, max and select take brings its gradient.
static_assert(min(x, y).gradient[0] == 0.0 && min(x, y).gradient[1] == 1.0 && max(x, y).gradient[0] == 1.0);
static_assert(min(x, 5.0).gradient[0] == 0.0 && min(7.0, x).gradient[0] == 1.0 && max(x, 5.0).gradient[0] == 1.0);
// Of equals the first is taken.
constexpr two six = two::variable(6.0, 1);
static_assert(min(x, six).gradient[0] == 1.0 && max(x, six).gradient[0] == 1.0);
static_assert(min(x, 6.0).gradient[0] == 1.0 && max(x, 6.0).gradient[0] == 1.0);
static_assert(min(6.0, x).gradient[0] == 0.0 && max(6.0, x).gradient[0] == 0.0);
static_assert(min(x, 7.0).gradient[0] == 1.0 && max(5.0, x).gradient[0] == 1.0 && max(x, 7.0).gradient[0] == 0.0);
static_assert(max(7.0, x).gradient[0] == 0.0 && select(x > y, x, y).gradient[0] == 1.0);

// At the edges: zero to a power stays zero as the exponent moves; zero times an infinite slope is zero.
static_assert(pow(0.0, variable(2.0)).value == 0.0 && pow(0.0, variable(2.0)).gradient[0] == 0.0);
static_assert(pow(variable(0.0), 2.0).gradient[0] == 0.0 && pow(variable(0.0), 1.0).gradient[0] == 1.0);
static_assert(pow(two::variable(0.0, 0), two::variable(2.0, 1)).gradient[1] == 0.0);

template <class F>
double central_difference(F f, double at) {
    const double h = 1e-6 * (std::abs(at) > 1e-3 ? std::abs(at) : 1e-3);
    return (f(at + h) - f(at - h)) / ((at + h) - (at - h));
}

struct function {
    std::string name;
    double (*plain)(double);
    one (*derived)(const one&);
    double (*derivative)(double);  // in closed form, by the standard library
    bool negative_too;
};

TEST_CASE("the derivative of every function agrees with its closed form and with central differences") {
    const function functions[] = {
        {"exp", [](double v) { return exp(v); }, [](const one& v) { return exp(v); },
         [](double v) { return std::exp(v); }, true},
        {"expm1", [](double v) { return expm1(v); }, [](const one& v) { return expm1(v); },
         [](double v) { return std::exp(v); }, true},
        {"exp2", [](double v) { return exp2(v); }, [](const one& v) { return exp2(v); },
         [](double v) { return std::exp2(v) * std::log(2.0); }, true},
        {"log", [](double v) { return log(v); }, [](const one& v) { return log(v); }, [](double v) { return 1.0 / v; },
         false},
        {"log2", [](double v) { return log2(v); }, [](const one& v) { return log2(v); },
         [](double v) { return 1.0 / (v * std::log(2.0)); }, false},
        {"log10", [](double v) { return log10(v); }, [](const one& v) { return log10(v); },
         [](double v) { return 1.0 / (v * std::log(10.0)); }, false},
        {"log1p", [](double v) { return log1p(v); }, [](const one& v) { return log1p(v); },
         [](double v) { return 1.0 / (1.0 + v); }, false},
        {"sqrt", [](double v) { return sqrt(v); }, [](const one& v) { return sqrt(v); },
         [](double v) { return 0.5 / std::sqrt(v); }, false},
        {"abs", [](double v) { return abs(v); }, [](const one& v) { return abs(v); },
         [](double v) { return v < 0.0 ? -1.0 : 1.0; }, true},
        {"x^-1.7", [](double v) { return pow(v, -1.7); }, [](const one& v) { return pow(v, -1.7); },
         [](double v) { return -1.7 * std::pow(v, -2.7); }, false},
        {"x^3", [](double v) { return pow(v, 3.0); }, [](const one& v) { return pow(v, 3.0); },
         [](double v) { return 3.0 * v * v; }, true},
        {"2.3^x", [](double v) { return pow(2.3, v); }, [](const one& v) { return pow(2.3, v); },
         [](double v) { return std::pow(2.3, v) * std::log(2.3); }, true},
        {"x^x", [](double v) { return pow(v, v); }, [](const one& v) { return pow(v, v); },
         [](double v) { return std::pow(v, v) * (std::log(v) + 1.0); }, false},
        {"1/x", [](double v) { return 1.0 / v; }, [](const one& v) { return 1.0 / v; },
         [](double v) { return -1.0 / (v * v); }, true},
        {"x exp(-x²) + 3/x", [](double v) { return v * exp(-v * v) + 3.0 / v; },
         [](const one& v) { return v * exp(-v * v) + 3.0 / v; },
         [](double v) { return (1.0 - 2.0 * v * v) * std::exp(-v * v) - 3.0 / (v * v); }, true},
    };
    for (const auto& f : functions) {
        for (double size = 0.02; size < 30.0; size *= 1.19) {
            for (const double at : {size, -size}) {
                if (at < 0.0 && !f.negative_too) continue;
                INFO(f.name << " at " << at);
                const one result = f.derived(variable(at));
                const double derivative = f.derivative(at);
                CHECK(result.value == f.plain(at));
                CHECK_THAT(result.gradient[0], WithinAbs(derivative, 2e-14 * std::abs(derivative) + 1e-15));
                const double scale = std::abs(result.value / at) + std::abs(derivative);
                CHECK_THAT(result.gradient[0], WithinAbs(central_difference(f.plain, at), 1e-7 * scale));
            }
        }
    }
}

TEST_CASE("a function of two variables has both partial derivatives") {
    for (double base = 0.3; base < 20.0; base *= 1.7) {
        for (double exponent = -3.0; exponent < 4.0; exponent += 0.7) {
            const two power = pow(two::variable(base, 0), two::variable(exponent, 1));
            CHECK(power.value == pow(base, exponent));
            CHECK_THAT(power.gradient[0], WithinRel(exponent * std::pow(base, exponent - 1.0), 1e-13));
            CHECK_THAT(power.gradient[1], WithinRel(std::log(base) * std::pow(base, exponent), 1e-13));
        }
    }
}

TEST_CASE("a variable that does not take part contributes nothing, not even at an infinite slope") {
    const two at_the_edge = sqrt(two::variable(0.0, 0)) + 0.0 * two::variable(3.0, 1);
    CHECK(at_the_edge.gradient[0] == infinite);
    CHECK(at_the_edge.gradient[1] == 0.0);
    const two never = two(infinite) * two::variable(3.0, 1);
    CHECK(never.value == infinite);
    CHECK(never.gradient[0] == 0.0);
}

TEST_CASE("a chain of models carries the exact gradient: when a falling cost reaches a level") {
    using namespace headway::units;
    // t = ln(C0 / level) / ln F years: dt/dF = -t / (F ln F), dt/dC0 = 1 / (C0 ln F).
    const auto factor = two::variable(4.0, 0);
    const auto first_cost = two::variable(100e6, 1) * usd;
    const auto wait = log(first_cost / (5.0 * million_usd)) / -falls_by_factor(factor, year).rate();
    const auto when = date(std::chrono::year(2024) / 3 / 1) + wait;
    const double years = std::log(20.0) / std::log(4.0);
    CHECK_THAT(wait.in(year).value, WithinRel(years, 1e-15));
    CHECK_THAT(wait.in(year).gradient[0], WithinRel(-years / (4.0 * std::log(4.0)), 1e-14));
    CHECK_THAT(wait.in(year).gradient[1], WithinRel(1.0 / (100e6 * std::log(4.0)), 1e-14));
    CHECK(when.seconds_since_1970().gradient[0] == wait.base_value().gradient[0]);
}

}  // namespace
}  // namespace headway
