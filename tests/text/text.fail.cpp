// SPDX-License-Identifier: BSL-1.0
#include <headway/text/text.hpp>

#include <headway/math/batch_functions.hpp>
#include <headway/quantity/units.hpp>

#include <iostream>

namespace hw = headway;
using namespace hw::units;
const hw::batch x = 2.0;
const auto price = x * usd;
const auto opens = hw::date(2027, 1, 1) + x * year;
void good() { std::cout << 2.0 * usd << hw::date(2027, 1, 1) << hw::value_at(x, 3); }

#if HEADWAY_CASE == 1  // case: a block of draws as text
// expect: a model runs on blocks of draws, which have no text: print its outcome, std::cout << simulate\(f\), or its central case, f.baseline\(\)
void wrong() { std::cout << x; }
#endif

#if HEADWAY_CASE == 2  // case: money in blocks as text
// expect: a model runs on blocks of draws, which have no text: print its outcome
void wrong() { std::cout << price << '\n'; }
#endif

#if HEADWAY_CASE == 3  // case: dates in blocks as text
// expect: a model runs on blocks of draws, which have no text: print its outcome
void wrong() { std::cout << opens; }
#endif
