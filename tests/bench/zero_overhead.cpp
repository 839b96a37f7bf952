// SPDX-License-Identifier: BSL-1.0
// Loops over a million dates, each written twice: on plain numbers, and with date, quantity, growth and trend.
//   zero_overhead raw|headway|nothing [sum|store|step]     `nothing` prepares the same data and leaves the loop out
// zero_overhead.sh counts the instructions of each.

#include <cstddef>
#include <string_view>
#include <vector>

#include <headway/quantity/date.hpp>
#include <headway/quantity/growth.hpp>
#include <headway/quantity/units.hpp>
#include <headway/trend/exponential.hpp>

namespace {

namespace hw = headway;
using namespace headway::units;
using money = hw::quantity<hw::dim::money>;
using curve = decltype(hw::exponential(hw::date(), 1.0 * usd, hw::growth()));

struct raw_curve {
    double at, value, rate;
    double operator()(double seconds) const { return value * hw::exp(rate * (seconds - at)); }
};

// Not known to the compiler, as in a program that reads its assumptions.
volatile double start_seconds = 1.7092512e9;  // 2024-03-01
volatile double start_usd = 100e6;
volatile double yearly_factor = 4.0;
volatile double step_seconds = 200.0;
constexpr std::size_t count = 1'000'000;

// The sum over given dates.
[[gnu::noinline]] double raw_sum(const raw_curve& cost, const double* first, const double* last) {
    double total = 0.0;
    for (const double* when = first; when != last; ++when) total += cost(*when);
    return total;
}
[[gnu::noinline]] double headway_sum(const curve& cost, const hw::date* first, const hw::date* last) {
    auto total = 0.0 * usd;
    for (const hw::date* when = first; when != last; ++when) total += cost(*when);
    return total.in(usd);
}

// The values at given dates, stored.
[[gnu::noinline]] void raw_store(const raw_curve& cost, const double* when, double* out) {
    for (std::size_t i = 0; i < count; ++i) out[i] = cost(when[i]);
}
[[gnu::noinline]] void headway_store(const curve& cost, const hw::date* when, money* out) {
    for (std::size_t i = 0; i < count; ++i) out[i] = cost(when[i]);
}

// The sum over dates a span apart.
[[gnu::noinline]] double raw_step(const raw_curve& cost, double start, double step) {
    double total = 0.0;
    for (std::size_t i = 0; i < count; ++i) total += cost(start + static_cast<double>(i) * step);
    return total;
}
[[gnu::noinline]] double headway_step(const curve& cost, hw::date start, hw::quantity<hw::dim::time> step) {
    auto total = 0.0 * usd;
    for (std::size_t i = 0; i < count; ++i) total += cost(start + static_cast<double>(i) * step);
    return total.in(usd);
}

}  // namespace

int main(int argc, char** argv) {
    const std::string_view mode = argc > 1 ? argv[1] : "";
    const std::string_view loop = argc > 2 ? argv[2] : "sum";

    const raw_curve raw{start_seconds, start_usd, -hw::log(yearly_factor) / 31556952.0};
    const auto start = hw::date() + start_seconds * second;
    const auto cost = hw::exponential(start, start_usd * usd, hw::falls_by_factor(yearly_factor, year));
    std::vector<double> raw_dates(count), raw_values(count);
    std::vector<hw::date> dates(count);
    std::vector<money> values(count);
    for (std::size_t i = 0; i < count; ++i) {
        raw_dates[i] = start_seconds + static_cast<double>(i) * step_seconds;
        dates[i] = start + static_cast<double>(i) * step_seconds * second;
    }

    double result = 0.0;
    if (mode == "raw" && loop == "sum") {
        result = raw_sum(raw, raw_dates.data(), raw_dates.data() + count);
    } else if (mode == "raw" && loop == "store") {
        raw_store(raw, raw_dates.data(), raw_values.data());
        result = raw_values.back();
    } else if (mode == "raw" && loop == "step") {
        result = raw_step(raw, start_seconds, step_seconds);
    } else if (mode == "headway" && loop == "sum") {
        result = headway_sum(cost, dates.data(), dates.data() + count);
    } else if (mode == "headway" && loop == "store") {
        headway_store(cost, dates.data(), values.data());
        result = values.back().in(usd);
    } else if (mode == "headway" && loop == "step") {
        result = headway_step(cost, start, step_seconds * second);
    } else {
        return mode == "nothing" ? 0 : 2;
    }
    return result > 0.0 ? 0 : 1;
}
