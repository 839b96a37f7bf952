// SPDX-License-Identifier: BSL-1.0
// Fits of 100 000 points and the reading of their table. Medians of processor time over the rounds.
// Usage: bench_history_fits [rounds]        (default 15; one thread)
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>
#include <vector>

#include <headway/quantity/units.hpp>
#include <headway/history/csv_table.hpp>
#include <headway/history/fit_experience_curve.hpp>
#include <headway/history/fit_exponential.hpp>
#include <headway/history/fit_logistic.hpp>

namespace hw = headway;
using namespace headway::units;

namespace {

constexpr int points = 100'000;
double sink = 0.0;  // what the optimiser must not remove

void measure(const char* name, double target, int rounds, auto job) {
    sink += job();  // once without a clock: the first touch of the memory is no part of the work
    std::vector<double> times;
    for (int i = 0; i < rounds; ++i) {
        const auto start = std::clock();
        sink += job();
        times.push_back(1e3 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
    }
    std::sort(times.begin(), times.end());
    std::printf("%-48s %8.2f ms", name, times[times.size() / 2]);
    if (target > 0.0) std::printf("   target %.2f ms", target);
    std::printf("\n");
}

class noise {
  public:
    /// Between -1 and 1.
    double operator()() {
        state_ = state_ * 6364136223846793005u + 1442695040888963407u;
        return static_cast<double>(state_ >> 33) * 0x1p-30 - 1.0;
    }

  private:
    std::uint64_t state_ = 2025;
};

}  // namespace

int main(int argc, char** argv) {
    const int rounds = argc > 1 ? std::max(1, std::atoi(argv[1])) : 15;
    noise random;
    std::vector<hw::observation<hw::quantity<hw::dim::money>>> cost_rows;
    std::vector<hw::observation<hw::quantity<hw::dim::chips>>> output_rows;
    std::vector<hw::observation<double>> share_rows;
    std::string text = "year,cost\n";
    for (int i = 0; i < points; ++i) {
        const hw::date when = hw::date::from_seconds_since_1970(1735689600.0 + 360.0 * i);
        cost_rows.emplace_back(when, 1e12 * hw::exp(-2e-5 * i + 0.3 * random()) * usd);
        output_rows.emplace_back(when, (1e6 + 30.0 * i) * chip);
        share_rows.emplace_back(when, 100.0 / (1.0 + hw::exp(6.0 - 1e-4 * i)) + random());
        text += std::to_string(2000.0 + 1e-4 * i) + "," + std::to_string(cost_rows.back().value.in(usd)) + "\n";
    }
    const hw::observations costs(cost_rows);
    const hw::observations shares(share_rows);
    const hw::cumulative_output output{hw::observations(output_rows), hw::current_period::included};

    std::printf("%d points, %d rounds\n", points, rounds);
    measure("fit_exponential", 5.0, rounds, [&] { return hw::fit_exponential(costs).r_squared(); });
    measure("fit_experience_curve", 0.0, rounds, [&] { return hw::fit_experience_curve(costs, output).r_squared(); });
    measure("fit_logistic", 0.0, rounds, [&] { return hw::fit_logistic(shares).r_squared(); });
    measure("csv_table and its observations", 0.0, rounds, [&] {
        const hw::csv_table table(text);
        return table.observations("year", "cost", usd, hw::missing_cells::refuse).back().value.in(usd);
    });
    return sink == 0.5 ? 1 : 0;
}
