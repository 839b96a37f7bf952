// SPDX-License-Identifier: BSL-1.0
// Prints the version and a date to the last bit; however headway came here, the same must be printed.
#include <headway/quantity/date.hpp>
#include <headway/quantity/units.hpp>
#include <headway/version.hpp>

#include <cstdio>

int main() {
    using namespace std::chrono_literals;
    const headway::date when = headway::date(2025y / 3 / 1) + 3.0 * headway::units::year;
    std::printf("%s %a\n", headway::version, when.seconds_since_1970());
}
