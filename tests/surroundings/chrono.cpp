// SPDX-License-Identifier: BSL-1.0
// std::chrono whole beside headway's units. Three names are types there and units here: day, month and year are written
// with their namespace; all others and the literals need none.
#include <chrono>

#include <headway/headway.hpp>
#include <headway/report.hpp>

using namespace std;
using namespace std::chrono;
using namespace std::literals;
using namespace headway;
using namespace headway::units;

static_assert(date(2025y / 3 / 1) - date(2024y / March / 1d) == 365.0 * units::day);
static_assert(date(year_month_day(2025y / 3 / 1)) == date(sys_days(2025y / March / 1)) && floor<days>(25h) == days(1));
static_assert(quantity(36h) == 1.5 * units::day && (12.0 * units::month == 1.0 * units::year));
static_assert(3.0 * week == 21.0 * units::day && 60.0 * second == minute && abs(-2h) == 2h);

int main() {}
