// SPDX-License-Identifier: BSL-1.0
// What a model meets that collects its values, blocks of draws, in a plain number.
#include <headway/math/batch_functions.hpp>
#include <headway/math/dual.hpp>
#include <headway/quantity/std_functions.hpp>
#include <headway/quantity/sum_over.hpp>
#include <headway/quantity/units.hpp>

#include <algorithm>
#include <numeric>
#include <vector>

namespace hw = headway;
using namespace hw::units;
const hw::batch x = 2.0;
const auto price = x * usd;

// What to write instead.
auto loop() {
    auto sum = 0.0 * price;
    for (int k = 0; k < 3; ++k) sum += price;
    const std::vector each{x, 2.0 * x};
    return std::accumulate(each.begin(), each.end(), 0.0 * x) * usd + sum + hw::sum_over(each) * usd + hw::min_over(each) * usd;
}

#if HEADWAY_CASE == 1  // case: a sum of plain money takes a model's
// expect: this variable holds one plain number, and a model's values are whole blocks of draws: start it from a value of the model, such as 'auto sum = 0.0 \* in\[price\]', or write sum_over\(range, f\)
void add() {
    auto sum = 0.0 * usd;
    sum += price;
}
#endif

#if HEADWAY_CASE == 2  // case: a plain sum takes a model's number
// expect: this variable holds one plain number, and a model's values are whole blocks of draws
void add() {
    auto sum = 0.0;
    sum += x;
}
#endif

#if HEADWAY_CASE == 3  // case: a whole number takes a model's number
// expect: this variable holds one plain number, and a model's values are whole blocks of draws
void subtract() {
    auto sum = 0;
    sum -= x;
}
#endif

#if HEADWAY_CASE == 4  // case: a plain product takes a model's number
// expect: this variable holds one plain number, and a model's values are whole blocks of draws
void multiply() {
    auto product = 1.0F;
    product *= x;
}
#endif

#if HEADWAY_CASE == 5  // case: a plain number is divided by a model's
// expect: this variable holds one plain number, and a model's values are whole blocks of draws
void divide() {
    auto ratio = 1.0;
    ratio /= x;
}
#endif

#if HEADWAY_CASE == 6  // case: money is multiplied by a model's number
// expect: this variable holds one plain number, and a model's values are whole blocks of draws
void multiply() {
    auto product = 1.0 * usd;
    product *= x;
}
#endif

#if HEADWAY_CASE == 7  // case: money becomes a sum with a model's
// expect: this variable holds one plain number, and a model's values are whole blocks of draws
void assign() {
    auto sum = 0.0 * usd;
    sum = sum + price;
}
#endif

#if HEADWAY_CASE == 8  // case: the least price so far
// expect: this variable holds one plain number, and a model's values are whole blocks of draws: .* or write sum_over\(range, f\), min_over, max_over
void least() {
    auto so_far = 1e9 * usd;
    so_far = min(so_far, price);
}
#endif

#if HEADWAY_CASE == 9  // case: the standard library's sum from plain money
// expect: this variable holds one plain number, and a model's values are whole blocks of draws
auto sum(const std::vector<hw::quantity<hw::dim::money, hw::batch>>& prices) {
    return std::accumulate(prices.begin(), prices.end(), 0.0 * usd);
}
#endif

#if HEADWAY_CASE == 10  // case: a date moved by a model's span
// expect: this variable holds one plain number, and a model's values are whole blocks of draws
void later(hw::date start) { start += x * year; }
#endif

#if HEADWAY_CASE == 11  // case: the latest date so far
// expect: this variable holds one plain number, and a model's values are whole blocks of draws
void latest(hw::date so_far) { so_far = max(so_far, so_far + x * year); }
#endif

#if HEADWAY_CASE == 12  // case: a plain sum takes a derivative
// expect: this variable holds one plain number, and a model's values are whole blocks of draws
void add() {
    auto sum = 0.0 * usd;
    sum += hw::dual<1>(1.0) * usd;
}
#endif

#if HEADWAY_CASE == 13  // case: a plain number becomes a sum with a model's
// expect-gcc: cannot convert .*batch.* to .double. in assignment
// expect-clang: assigning to 'double' from incompatible type '.*batch.*'
void assign() {
    auto sum = 0.0;
    sum = sum + x;
}
#endif

#if HEADWAY_CASE == 14  // case: the standard library's sum from a plain number
// expect-gcc: cannot convert .*batch.* to .double. in assignment
// expect-clang: assigning to 'double' from incompatible type '.*batch.*'
auto sum(const std::vector<hw::batch>& each) { return std::accumulate(each.begin(), each.end(), 0.0); }
#endif

#if HEADWAY_CASE == 15  // case: the standard library's maximum of a model's number and a plain one
// expect: std::max takes plain numbers, and a model's values are blocks of draws or quantities: write headway::max
auto larger() { return std::max(x, 1.0); }
#endif

#if HEADWAY_CASE == 16  // case: a vector of plain numbers of a model's
// expect-gcc: no matching function for call to .std::vector<double>::vector\(<brace-enclosed initializer list>\)
// expect-clang: no matching constructor for initialization of 'std::vector<double>'
std::vector<double> plain{x, x};
#endif

#if HEADWAY_CASE == 17  // case: a sum over dates
// expect: sum_over: the function must return a number or a quantity
auto wrong = hw::sum_over({1, 2}, [](int) { return hw::date(); });
#endif

#if HEADWAY_CASE == 18  // case: a sum over what is no range
// expect: sum_over: the arguments are a range and a function that takes one of its elements
void wrong() { hw::sum_over(3, [](int k) { return k * usd; }); }
#endif
