// SPDX-License-Identifier: BSL-1.0
#include <headway/quantity/std_functions.hpp>

#include <headway/math/batch_functions.hpp>
#include <headway/quantity/units.hpp>

namespace hw = headway;
using namespace hw::units;
const hw::batch x = 2.0;
const hw::quantity<hw::dim::money, hw::batch> price = 3.0 * usd;
const auto good = hw::max(x, 3.0) + hw::abs(x) + hw::exp(x) + hw::pow(x, 2.0) + hw::floor(x + 0.5);
const auto more = hw::max(price, 3.0 * usd) + hw::abs(price) + std::max(2.0 * usd, 3.0 * usd);
const double plain = std::max(2.0, 3.0) + std::abs(-2.0) + std::exp(1.0) + std::pow(2.0, 3.0) + std::floor(2.5);
// Of one type std::min and std::max take what can be compared; a block then branches.
const std::string words = std::to_string(2);
// Under `using namespace std` the functions of this library are found as without these.
namespace in_sight {
using namespace std;
const auto block = abs(x) + exp(x) + pow(x, 2.0) + pow(2.0, x) + max(x, 3.0) + min(3.0, x) + max(x, x) + floor(x) + sqrt(x) + log(x);
const auto money = abs(price) + max(price, 3.0 * usd) + min(price, price) + max(2.0 * usd, 3.0 * usd);
const double number = abs(-2.0) + max(2.0, 3.0) + pow(2.0, 3);
}  // namespace in_sight

#if HEADWAY_CASE == 1  // case: the larger of a block and a number
// expect: std::max takes plain numbers, and a model's values are blocks of draws or quantities: write headway::max\(x, y\)
auto wrong = std::max(x, 3.0);
#endif

#if HEADWAY_CASE == 2  // case: the smaller of a number and a block
// expect: std::min takes plain numbers, .*: write headway::min\(x, y\)
auto wrong = std::min(3, x);
#endif

#if HEADWAY_CASE == 3  // case: a block between two numbers
// expect: std::clamp takes plain numbers, .*: write headway::min\(headway::max\(x, low\), high\)
auto wrong = std::clamp(x, 1.0, 2.0);
#endif

#if HEADWAY_CASE == 4  // case: the size of a block
// expect: std::abs takes plain numbers, .*: write headway::abs\(x\)
auto wrong = std::abs(x);
#endif

#if HEADWAY_CASE == 5  // case: an exponential of a block
// expect: std::exp takes plain numbers, .*: write headway::exp\(x\)
auto wrong = std::exp(x);
#endif

#if HEADWAY_CASE == 6  // case: a power of a block
// expect: std::pow takes plain numbers, .*: write headway::pow\(x, y\)
auto wrong = std::pow(x, 2);
#endif

#if HEADWAY_CASE == 7  // case: a number to the power of a block
// expect: std::pow takes plain numbers, .*: write headway::pow\(x, y\)
auto wrong = std::pow(2.0, x);
#endif

#if HEADWAY_CASE == 8  // case: a root of a block
// expect: std::sqrt takes plain numbers, .*: write headway::sqrt\(x\)
auto wrong = std::sqrt(x);
#endif

#if HEADWAY_CASE == 9  // case: a block to the nearest whole number
// expect: std::round takes plain numbers, .*: write headway::floor\(x \+ 0.5\)
auto wrong = std::round(x);
#endif

#if HEADWAY_CASE == 10  // case: a block as text
// expect: std::to_string takes plain numbers, .*: write the text of a result
auto wrong = std::to_string(x);
#endif

#if HEADWAY_CASE == 11  // case: the larger of money in blocks and plain money
// expect: std::max takes plain numbers, .*: write headway::max\(x, y\)
auto wrong = std::max(price, 3.0 * usd);
#endif

#if HEADWAY_CASE == 12  // case: the size of money
// expect: std::abs takes plain numbers, .* or quantities: write headway::abs\(x\)
auto wrong = std::abs(-3.0 * usd);
#endif

#if HEADWAY_CASE == 13  // case: a logarithm of a block
// expect: std::log takes plain numbers, .*: write headway::log\(x\)
auto wrong = std::log(x);
#endif
