// SPDX-License-Identifier: BSL-1.0
// Everyday names of a program's own: -Wshadow must not hold them against the parameters of what is instantiated below them,
// and none of the system's may stand in their way.
#include <headway/headway.hpp>
#include <headway/report.hpp>

#include <sstream>

namespace hw = headway;

inline constexpr auto x = hw::assumption<"x">(hw::normal(10.0, 2.0), "test");
inline constexpr auto y = hw::assumption<"y">(hw::normal(5.0, 1.0), "test");
inline constexpr auto f = hw::forecast(hw::inputs(x, y), [](const auto& in) { return in[x] + 2.0 * in[y]; });
inline constexpr int a = 1, b = 2, c = 3, d = 4, e = 5, g = 6, i = 7, k = 8, m = 9, n = 10, o = 11, p = 12, q = 13, r = 14, s = 15,
                     t = 16, u = 17, v = 18, w = 19, z = 20;
inline constexpr int first = 1, last = 2, value = 3, result = 4, rows = 5, row = 6, draws = 7, error = 8, model = 9, part = 10,
                     name = 11, text = 12, size = 13, count = 14, from = 15, to = 16, lo = 17, hi = 18, mean = 19, share = 20,
                     names = 21, all = 22, now = 23, next = 24, sum = 25, scale = 26, at = 27, out = 28, in = 29, options = 30,
                     outputs = 31, line = 32, unit = 33, when = 34, seed = 35, level = 36, weight = 37, weights = 38, sd = 39;

// Words of the system that standard headers do not bring, so headway's do not either: a herd's dimension may be called flock.
namespace {

struct flock {
    static constexpr std::string_view name = "flock";
};
struct stat {
    double mean;
};
constexpr double open = 1.0, chmod = 2.0, mkdir = 3.0, umask = 4.0, creat = 5.0;

}  // namespace

// From outside, where one of the system's would be found as well.
constexpr auto herd = 12.0 * hw::base_unit<flock>;
static_assert(herd == 2.0 * 6.0 * hw::base_unit<flock> && stat{open + chmod}.mean >= mkdir && creat > umask);
static_assert(flock::name == "flock");

int main() {
    int failures = 0;
    const hw::simulation run{.draws = 1000, .seed = 1};
    const auto outcome = hw::simulate(f, run);
    const auto updated = hw::simulate(f.updated(hw::observed(x, 9.0, hw::normal_error(1.0))), run);
    const auto tornado = hw::tornado(f);
    const auto grown = hw::explain_change(f, f.with(hw::override(x, 11.0)), run);
    std::ostringstream printed;
    printed << hw::report::table(outcome) << hw::report::table(updated) << hw::report::table(tornado) << hw::report::table(grown)
            << hw::report::table(hw::compare(f, {hw::scenario<"more">(hw::override(x, 12.0))}, run)) << hw::report::sources(f)
            << hw::report::csv(outcome) << hw::report::histogram_chart(outcome, {.title = "x"});
    failures += printed.str().size() > 3000 ? 0 : 1;
    return failures;
}
