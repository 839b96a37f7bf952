// SPDX-License-Identifier: BSL-1.0
#include <headway/core/date.hpp>
#include <headway/core/units.hpp>
#include <headway/version.hpp>

#include <cstdio>

using namespace headway::units;
using namespace std::chrono_literals;

static_assert(headway::date(2025y / 3 / 1) - headway::date(2024y / 3 / 1) == 365.0 * day);
static_assert((2.0 * million_usd).in(usd) == 2e6);

int main() { std::puts(headway::version); }
