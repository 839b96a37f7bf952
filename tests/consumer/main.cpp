// SPDX-License-Identifier: BSL-1.0
// Prints the version, a date and a simulated result to the last bit; from the headers and from the one file the same.
#ifdef CONSUMER_OF_ONE_FILE
#include <headway_all.hpp>
#else
#include <headway/headway.hpp>
#include <headway/report.hpp>
#endif

#include <cstdio>

namespace hw = headway;
using namespace headway::units;
using namespace std::chrono_literals;

static_assert(hw::date(2025y / 3 / 1) - hw::date(2024y / 3 / 1) == 365.0 * day);

inline constexpr auto decline = hw::assumption<"decline">(hw::ci90(3.0, 5.5), "an example");

inline constexpr auto affordable = hw::forecast(hw::inputs(decline), [](const auto& in) {
    const auto curve = hw::exponential(hw::date(2024y / 3 / 1), 100.0 * million_usd, hw::falls_by_factor(in[decline], year));
    return curve.reaches(5.0 * million_usd);
});

int main() {
    const auto when = hw::simulate(affordable, {.draws = 1'000, .seed = 2025, .threads = 2});
    std::printf("%s %a\n", hw::version, when.mean().seconds_since_1970());
    std::fputs(hw::report::csv(when).c_str(), stdout);  // what headway.hpp alone does not bring
    std::printf("%zu\n", hw::report::histogram_chart(when).size());
}
