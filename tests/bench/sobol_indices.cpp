// SPDX-License-Identifier: BSL-1.0
// Sobol' indices of a quotient of three lognormals, x1 x2 / x3, which have a closed form: processor time and the root mean
// square error of all six indices over seeds. rival_sobol_indices.py lets OpenTURNS take turns with it.
// Usage: bench_sobol_indices [points] [seeds]        points: evaluations are five times as many
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <algorithm>
#include <vector>

#include <headway/belief/makers.hpp>
#include <headway/sensitivity/sobol_indices.hpp>

namespace hw = headway;

namespace {

constexpr double sigma[] = {0.3, 0.4, 0.5};
inline constexpr auto x1 = hw::assumption<"x1">(hw::lognormal(1.0, sigma[0]), "benchmark");
inline constexpr auto x2 = hw::assumption<"x2">(hw::lognormal(1.0, sigma[1]), "benchmark");
inline constexpr auto x3 = hw::assumption<"x3">(hw::lognormal(1.0, sigma[2]), "benchmark");
inline constexpr auto quotient =
    hw::forecast(hw::inputs(x1, x2, x3), [](const auto& in) { return in[x1] * in[x2] / in[x3]; });

}  // namespace

int main(int argc, char** argv) {
    const std::uint64_t points = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 65'536;
    const int seeds = argc > 2 ? std::atoi(argv[2]) : 9;
    double v[3];
    double all = 1.0;
    for (int i = 0; i < 3; ++i) {
        v[i] = hw::expm1(sigma[i] * sigma[i]);
        all *= 1.0 + v[i];
    }
    std::vector<double> times;
    double squares = 0.0;
    for (int s = 1; s <= seeds; ++s) {
        const auto start = std::clock();
        const auto rows = hw::sobol_indices(quotient, {.draws = points, .seed = static_cast<std::uint64_t>(s)});
        times.push_back(1e3 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
        for (std::size_t i = 0; i < 3; ++i) {
            const double first = rows[i].first_order.value - v[i] / (all - 1.0);
            const double total = rows[i].total.value - v[i] * all / (1.0 + v[i]) / (all - 1.0);
            squares += (first * first + total * total) / (6.0 * seeds);
        }
    }
    std::nth_element(times.begin(), times.begin() + seeds / 2, times.end());
    std::printf("%.3f %.3g\n", times[static_cast<std::size_t>(seeds / 2)], hw::sqrt(squares));
}
