// SPDX-License-Identifier: BSL-1.0
// Everything of std and of headway in one scope: what is in both is called without a qualifier.
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

#include <headway/headway.hpp>
#include <headway/report.hpp>

using namespace std;
using namespace std::literals;
using namespace headway;
using namespace headway::units;

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

int main() {
    functions_of_numbers();
    blocks();
    amounts_dates_and_trends();
    beliefs();
    algorithms_of_std();
    return failures;
}
