// SPDX-License-Identifier: BSL-1.0
// A crowded file. First platform headers that define everyday words as macros, read before headway: <windows.h> has min, max,
// near, far and small, <complex.h> has I, <sys/sysmacros.h> has major and minor. Then, without those macros, everything of std
// and of headway in one scope: what is in both is called without a qualifier. Last std::chrono whole beside headway's units.
#include <complex.h>

#if __has_include(<sys/sysmacros.h>)
#include <sys/sysmacros.h>
#endif
#if __has_include(<bits/stdc++.h>)
#include <bits/stdc++.h>  // libstdc++ does without its names only in what has been read before; libc++ guards itself
#endif

#define min(a, b) (((a) < (b)) ? (a) : (b))
#define max(a, b) (((a) > (b)) ? (a) : (b))
#define near
#define far
#define small char
#ifndef I
#define I _Complex_I
#endif
#ifndef major
#define major(device) ((device) >> 8)
#define minor(device) ((device)&255)
#endif

#include <headway/headway.hpp>
#include <headway/report.hpp>

#if !defined(min) || !defined(max) || !defined(near) || !defined(far) || !defined(small) || !defined(I) || \
    !defined(major) || !defined(minor)
#error "headway kept a macro of its surroundings"
#endif
static_assert(min(2, 1) == 1 && max(1, 2) == 2, "they are the macros that they were");

namespace hw = headway;
using namespace headway::units;

static_assert((hw::min)(2.0, 1.0) == 1.0 && (hw::max)(1.0 * usd, 2.0 * usd) == 2.0 * usd);
static_assert((hw::min)(hw::date::decimal(2025.0), hw::date::never()) == hw::date::decimal(2025.0));
static_assert(hw::exponential(hw::date::decimal(2025.0), 1.0 * usd, hw::grows_by_factor(2.0, year))
                  .reaches(2.0 * usd) == hw::date::decimal(2025.0) + 1.0 * year);

namespace {

bool a_block_beside_macros() {
    const hw::batch three(3.0);
    return hw::value_at((hw::min)(three, hw::batch(2.0)), 63) == 2.0;
}

}  // namespace

#undef min
#undef max
#undef near
#undef far
#undef small
#undef I
#undef major
#undef minor

#include <algorithm>
#include <chrono>
#include <cmath>
#include <complex>
#include <functional>
#include <iterator>
#include <numeric>
#include <string>
#include <valarray>
#include <vector>

using namespace std;
using namespace std::literals;
using namespace headway;

namespace {

// headway's own stay constant expressions, whatever arithmetic type they are given.
static_assert(headway::exp(0.0) == 1.0 && headway::exp(0) == 1.0 && headway::pow(2, 10) == 1024.0);
static_assert(headway::abs(-1) == 1.0 && headway::sqrt(4.0F) == 2.0 && headway::min(1, 2.0) == 1.0);
static_assert(headway::erf(0.0) == 0.0 && headway::erfc(0) == 1.0);
constexpr double (*of_a_double)(double) = headway::log;
static_assert(of_a_double(1.0) == 0.0);

int failures = 0;
void check(bool holds) { failures += holds ? 0 : 1; }
bool near_to(double a, double b) { return a - b < 1e-12 && b - a < 1e-12; }

template <class Number>
double sum_of_all(const Number& x) {
    return value_at(exp(x) + exp2(x) + expm1(x) + log(x) + log2(x) + log10(x) + log1p(x) + sqrt(x) + abs(x) + floor(x) +
                        pow(x, 2.0) + pow(2.0, x) + pow(x, x) + min(x, x) + max(x, x) + min(x, 1.0) + max(1.0, x) +
                        select(x > 0.0, x, 1.0),
                    0);
}

void functions_of_numbers() {
    check(near_to(exp(1.0), 2.718281828459045) && near_to(exp(1), exp(1.0F)) == false && near_to(log(2.0), 0.6931471805599453));
    check(pow(2.0, 3.0) == 8.0 && pow(2.0, 3) == 8.0 && pow(2, 3) == 8.0 && sqrt(4.0) == 2.0 && floor(2.5) == 2.0);
    check(min(1.0, 2.0) == 1.0 && max(1.0, 2.0) == 2.0 && min(1, 2) == 1 && max(1.0F, 2.0F) == 2.0F);
    check(abs(-1) == 1 && abs(-1.0) == 1.0 && abs(-1.0 * usd) == 1.0 * usd);
    check(exp2(3.0) == 8.0 && expm1(0.0) == 0.0 && log1p(0.0) == 0.0 && log2(8.0) == 3.0 && log10(100.0) == 2.0);
    check(erf(0.0) == 0.0 && erfc(0.0) == 1.0);
    check(near_to(sum_of_all(1.5), sum_of_all(dual<2>(1.5))) && near_to(sum_of_all(1.5), sum_of_all(batch(1.5))));
    const quantity<dimensionless> share = 0.25;
    check(sqrt(share) == 0.5 && headway::sqrt(share) == 0.5);
    check(near_to(exp(complex<double>(1.0, 0.0)).real(), exp(1.0)) && exp(valarray<double>(1)).size() == 1);
}

// A block of which the draws differ: std::min would ask for one answer for all of them.
void blocks() {
    const batch count = batch::generate([](int i) { return static_cast<double>(i); });
    const batch least = min(count, batch(31.0));
    const batch greatest = max(count, batch(31.0));
    for (int i = 0; i < batch::size; ++i) {
        check(value_at(least, i) == (i < 31 ? i : 31) && value_at(greatest, i) == (i < 31 ? 31 : i));
    }
    const quantity<dim::money, batch> money = count * usd;
    check(value_at(min(money, money).in(usd), 7) == 7.0 && value_at(min(money, 3.0 * usd).in(usd), 7) == 3.0);
}

void amounts_dates_and_trends() {
    check(min(1.0 * usd, 2.0 * usd) == 1.0 * usd && max(1.0 * usd, 2.0 * usd) == 2.0 * usd);
    const date first(2024y / 3 / 1);
    check(min(first, first + 1.0 * year) == first && max(first, first + 1.0 * year) == first + 365.2425 * day);
    const auto slow = exponential(first, 2.0 * usd, grows_by_factor(2.0, year));
    const auto fast = exponential(first, 1.0 * usd, grows_by_factor(8.0, year));
    check(min(slow, fast)(first) == 1.0 * usd && max(slow, fast)(first) == 2.0 * usd && min(slow, slow)(first) == 2.0 * usd);
    check(min(slow, 1.0 * usd)(first) == 1.0 * usd);
}

void beliefs() {
    check(near_to(beta(2.0, 3.0).mean(), 0.4) && near_to(beta(2, 3).mean(), 0.4) && near_to(gamma(2.0, 3.0).mean(), 6.0));
    check(uniform(0.0, 1.0).mean() == 0.5 && ci90(1.0, 2.0).quantile(0.05) < 1.0 + 1e-12);
}

void algorithms_of_std() {
    vector<double> v{3.0, 1.0, 2.0};
    sort(v.begin(), v.end());
    vector<double> both;
    merge(v.begin(), v.end(), v.begin(), v.end(), back_inserter(both));
    check(all_of(both.begin(), both.end(), [](double x) { return x > 0.0; }) && all_of(true) && any_of(true));
    check(accumulate(v.begin(), v.end(), 0.0) == 6.0 && get<0>(make_tuple(1)) == 1);
}

}  // namespace

// Three names are types in std::chrono and units here: day, month and year are written with their namespace; all others and the
// literals need none.
namespace beside_chrono {

using namespace std::chrono;

static_assert(date(2025y / 3 / 1) - date(2024y / March / 1d) == 365.0 * units::day);
static_assert(date(year_month_day(2025y / 3 / 1)) == date(sys_days(2025y / March / 1)) && floor<days>(25h) == days(1));
static_assert(quantity(36h) == 1.5 * units::day && (12.0 * units::month == 1.0 * units::year));
static_assert(3.0 * week == 21.0 * units::day && 60.0 * second == minute && abs(-2h) == 2h);

}  // namespace beside_chrono

int main() {
    functions_of_numbers();
    blocks();
    amounts_dates_and_trends();
    beliefs();
    algorithms_of_std();
    check(a_block_beside_macros());
    return failures;
}
