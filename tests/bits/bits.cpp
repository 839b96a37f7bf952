// SPDX-License-Identifier: BSL-1.0
// Prints a hash of the bytes of draws and outcomes. Built at -O0, -O2 and -O3 by each compiler and standard library, and
// compared with bits.expected: the promise that a seed gives the same bits everywhere.
#include <bit>
#include <cstdint>
#include <cstdio>
#include <string>

#include <headway/assumption/path.hpp>
#include <headway/belief/makers.hpp>
#include <headway/belief/mixture.hpp>
#include <headway/process/first_passage.hpp>
#include <headway/process/regime_switching.hpp>
#include <headway/quantity/units.hpp>
#include <headway/simulation/simulate.hpp>
#include <headway/trend/exponential.hpp>

namespace hw = headway;
using namespace headway::units;
using namespace std::chrono_literals;

namespace {

class hasher {
  public:
    void add(double x) {
        // Lowest byte first, in whatever order memory holds them.
        const auto bits = std::bit_cast<std::uint64_t>(x);
        for (int shift = 0; shift < 64; shift += 8) hash_ = (hash_ ^ ((bits >> shift) & 0xFFU)) * 1099511628211ULL;
    }
    void print(const std::string& what) const {
        std::printf("%016llx  %s\n", static_cast<unsigned long long>(hash_), what.c_str());
    }

  private:
    std::uint64_t hash_ = 14695981039346656037ULL;
};

template <class T>
hasher hash_of_outcome(const hw::outcome<T>& o) {
    hasher h;
    h.add(hw::base_value_of(o.mean()));
    h.add(hw::base_value_of(o.stddev()));
    h.add(hw::base_value_of(o.standard_error()));
    for (const double p : {0.001, 0.05, 0.5, 0.95, 0.999}) {
        h.add(hw::base_value_of(o.quantile(p)));
        h.add(hw::base_value_of(o.quantile_standard_error(p)));
    }
    if (o.column().keeps_draws()) o.for_each_draw([&](const T& x) { h.add(hw::base_value_of(x)); });
    return h;
}

constexpr auto decline = hw::assumption<"decline">(hw::ci90(3.0, 5.5), "bits");
constexpr auto cost = hw::assumption<"cost">(hw::ci90(80.0 * million_usd, 200.0 * million_usd), "bits");
constexpr auto start = hw::assumption<"start">(
    hw::normal_ci(0.9, hw::date(2024y / 1 / 1), hw::date(2024y / 6 / 1)), "bits");
constexpr auto affordable = hw::forecast(
    hw::inputs(decline, cost, start),
    [](const auto& in) {
        return hw::exponential(in[start], in[cost], hw::falls_by_factor(in[decline], year)).reaches(5.0 * million_usd);
    },
    hw::correlate(decline, cost, -0.4));

// What a model itself computes, on blocks and, where it branches, draw by draw.
constexpr auto product_of_blocks = hw::forecast(hw::inputs(decline, cost), [](const auto& in) {
    return hw::abs(in[decline] * in[decline] - 3.0 * in[decline]) + in[cost].in(billion_usd) * in[decline];
});
constexpr auto product_of_draws = hw::forecast(hw::inputs(decline, cost), [](const auto& in) {
    const auto difference = in[decline] * in[decline] - 3.0 * in[decline];
    if (difference < 0.0) return -difference + in[cost].in(billion_usd) * in[decline];
    return difference + in[cost].in(billion_usd) * in[decline];
});

// A path within a step, and when it first comes to a level that falls; each kind of process takes its place in turn.
constexpr hw::date first_day = 2025y / 1 / 1;
constexpr auto price = hw::path<"price">(
    hw::log_walk(first_day, 4.0 * usd, hw::falls_by_factor(1.5, year), hw::per_sqrt_year(0.4)), "bits");
constexpr auto years =
    hw::years_from(first_day, hw::ci90(3.0 * usd, 5.0 * usd), hw::ci90(1.0 * usd, 6.0 * usd), hw::ci90(0.5 * usd, 4.0 * usd));
constexpr auto value_of_path =
    hw::forecast(hw::inputs(price), [](const auto& in) { return in[price](hw::date(2026y / 10 / 8)); });
constexpr auto passage_of_path = hw::forecast(hw::inputs(price), [](const auto& in) {
    const auto falling = hw::exponential(first_day, 1.0, hw::falls_by_factor(1.2, year));
    return hw::first_at_most(in[price] * falling, 2.0 * usd, hw::between(first_day, hw::date(2027y / 10 / 1)));
});

void path_draws(const std::string& name, const hw::process<hw::dim::money>& process) {
    const hw::simulation run{.draws = 5'000, .seed = 2025};
    hash_of_outcome(hw::simulate(value_of_path.with(hw::override(price, process)), run)).print(name + ", its value");
    hash_of_outcome(hw::simulate(passage_of_path.with(hw::override(price, process)), run)).print(name + ", its first passage");
}

void draws(const char* name, const hw::belief<double>& belief) {
    hasher h;
    const auto stream = hw::random_stream(2025, hw::hash_of(name));
    for (std::uint64_t block = 0; block < 200; ++block) {
        double u[64];
        double x[64];
        stream.uniforms(block, u);
        belief.draw_block<64>(u, x);
        for (const double v : x) h.add(v);
    }
    h.print(name);
}

}  // namespace

int main() {
    std::printf("%016llx  arithmetic\n", static_cast<unsigned long long>(hw::detail::arithmetic_here().probe));
    draws("uniform", hw::uniform(0.0, 1.0));
    draws("log_uniform", hw::log_uniform(0.1, 1000.0));
    draws("normal", hw::normal(3.0, 2.0));
    draws("lognormal", hw::ci90(0.1, 1000.0));
    draws("triangular", hw::triangular(1.0, 2.0, 5.0));
    draws("mixture", hw::mixture({0.0, 0.6}, {1.0, 0.2}, {hw::ci90(1.0, 3.0), 0.1}, {hw::ci90(2.0, 10.0), 0.1}));
    draws("log_student_t", hw::log_student_t(9, 20.0, 0.3));
    for (const auto& [method, name] : {std::pair{hw::method::independent, "independent"},
                                       {hw::method::latin_hypercube, "latin_hypercube"},
                                       {hw::method::sobol, "sobol"}}) {
        for (const bool keep : {true, false}) {
            const auto label = [&, method_name = std::string(name)](auto count, const char* what) {
                return method_name + (keep ? ", draws kept, " : ", streaming, ") + std::to_string(count) + what;
            };
            // A streaming run holds fewer draws as they are.
            hw::simulation options{.draws = keep ? 20'000U : 70'000U, .seed = 2025, .method = method, .keep = keep};
            for (const unsigned threads : {1U, 2U, 7U}) {
                options.threads = threads;
                hash_of_outcome(hw::simulate(affordable, options)).print(label(threads, " threads"));
            }
            options.threads = 1;
            for (const std::uint64_t shards : {2U, 5U}) {
                std::vector<hw::outcome<hw::date>> parts;
                for (std::uint64_t i = 0; i < shards; ++i) {
                    options.shard = {i, shards};
                    parts.push_back(hw::simulate(affordable, options));
                }
                hash_of_outcome(hw::merge(parts)).print(label(shards, " shards"));
            }
        }
    }
    hash_of_outcome(hw::simulate(product_of_blocks, {.draws = 20'000})).print("a product and a sum, on blocks");
    hash_of_outcome(hw::simulate(product_of_draws, {.draws = 20'000})).print("a product and a sum, draw by draw");
    const auto walk = price.process();
    path_draws("random walk", walk);
    path_draws("random walk in levels",
               hw::level_walk(first_day, 4.0 * usd, -1.0 * usd / year, hw::per_sqrt_year(0.9 * usd)));
    path_draws("random walk of an estimated drift", walk.with_estimated_drift(20, year));
    path_draws("mean reversion with jumps", hw::log_mean_reverting(first_day, 4.0 * usd, 2.0 * usd, hw::halves_every(9.0 * month),
                                                                   hw::per_sqrt_year(0.3)).with_jumps(2.0 / year, 0.8, 0.1));
    path_draws("regimes", hw::regime_switching(walk, hw::log_walk(first_day, 4.0 * usd, hw::grows_by_factor(1.4, year),
                                                                  hw::per_sqrt_year(0.6)), 1.0 * year, 5.0 * month));
    path_draws("a value a year", years.process_with(0.6));
}
