// SPDX-License-Identifier: BSL-1.0
// How often the 95 % intervals of a simulation hold the true value, and how wide they are beside those of independent
// draws. Six forecasts whose statistics are known in closed form, three methods, 500 and 5000 draws.
// Usage: bench_coverage [seeds] [scramblings] [keep: 1 or 0]
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include <headway/belief/discrete.hpp>
#include <headway/belief/makers.hpp>
#include <headway/belief/mixture.hpp>
#include <headway/simulation/simulate.hpp>

namespace hw = headway;
namespace statistic = headway::statistic;

namespace {

constexpr double level = 0.95;
constexpr hw::method methods[] = {hw::method::independent, hw::method::latin_hypercube, hw::method::sobol};
constexpr std::uint64_t sizes[] = {500, 5000};
constexpr const char* names[] = {"mean", "p5", "p50", "p95", "P(< x)"};

struct truth {
    double of[5];
    double x;  // of the probability
    bool at_component[5] = {};
};

struct cell {
    int held = 0;
    double width = 0.0;
    void count(const hw::confidence_interval<double>& i, double true_value) {
        held += i.contains(true_value) ? 1 : 0;
        width += i.high - i.low;
    }
};

int seeds = 400;
unsigned scramblings = hw::default_replicates;
bool keep = true;
int outside = 0;
double least = 1.0;

template <class Forecast>
void measure(const char* name, const Forecast& forecast, const truth& t) {
    for (const auto draws : sizes) {
        cell cells[3][5];
        for (int m = 0; m < 3; ++m) {
            for (int seed = 1; seed <= seeds; ++seed) {
                const auto o = hw::simulate(forecast, {.draws = draws,
                                                       .seed = static_cast<std::uint64_t>(seed),
                                                       .method = methods[m],
                                                       .keep = keep,
                                                       .replicates = scramblings});
                cells[m][0].count(o.interval(statistic::mean, level), t.of[0]);
                for (int q = 1; q < 4; ++q) {
                    constexpr double p[] = {0.0, 0.05, 0.5, 0.95};
                    cells[m][q].count(o.interval(statistic::quantile(p[q]), level), t.of[q]);
                }
                cells[m][4].count(o.interval(statistic::probability_below(t.x), level), t.of[4]);
            }
        }
        for (int s = 0; s < 5; ++s) {
            const auto share = [&](int m) { return static_cast<double>(cells[m][s].held) / seeds; };
            const auto width = [&](int m) {
                return cells[0][s].width > 0.0 ? cells[m][s].width / cells[0][s].width : 0.0;
            };
            std::printf("| %s | %d | %s%s | %.3f | %.3f | %.3f | %.2f | %.2f |\n", name, static_cast<int>(draws),
                        names[s], t.at_component[s] ? ", a value of its own" : "", share(0), share(1), share(2), width(1),
                        width(2));
            for (int m = 0; m < 3; ++m) {
                least = share(m) < least ? share(m) : least;
                const bool too_often = m == 0 && !t.at_component[s] && share(m) > 0.97;
                outside += share(m) < 0.93 || too_often ? 1 : 0;
            }
        }
        std::fflush(stdout);
    }
}

template <class Belief>
truth of_belief(const Belief& b, double x) {
    return {{b.mean(), b.quantile(0.05), b.quantile(0.5), b.quantile(0.95), b.cdf(x)}, x};
}

inline constexpr auto plain = hw::assumption<"plain">(hw::normal(3.0, 2.0), "bench");
inline constexpr auto skewed = hw::assumption<"skewed">(hw::lognormal(1.0, 2.0), "bench");
inline constexpr auto counted =
    hw::assumption<"counted">(hw::discrete({1.0, 0.3}, {2.0, 0.25}, {3.0, 0.2}, {5.0, 0.15}, {8.0, 0.1}), "bench");
inline constexpr auto demand = hw::assumption<"demand">(hw::lognormal(1.0, 1.0), "bench");
inline constexpr auto either =
    hw::assumption<"either">(hw::mixture({hw::ci90(1.0, 3.0), 0.9}, {hw::ci90(1000.0, 3000.0), 0.1}), "bench");
inline constexpr auto a = hw::assumption<"a">(hw::lognormal(2.0, 0.5), "bench");
inline constexpr auto b = hw::assumption<"b">(hw::lognormal(3.0, 0.4), "bench");
inline constexpr auto c = hw::assumption<"c">(hw::lognormal(1.5, 0.3), "bench");

}  // namespace

int main(int argc, char** argv) {
    if (argc > 1) seeds = std::atoi(argv[1]);
    if (argc > 2) scramblings = static_cast<unsigned>(std::atoi(argv[2]));
    if (argc > 3) keep = std::atoi(argv[3]) != 0;
    std::printf("%d seeds, %u scramblings, level %g, draws %s\n\n", seeds, scramblings, level,
                keep ? "kept" : "streamed");
    std::printf("| forecast | draws | statistic | independent | Latin hypercube | Sobol' | width, Latin hypercube | "
                "width, Sobol' |\n|---|---|---|---|---|---|---|---|\n");
    measure("normal", hw::forecast(hw::inputs(plain), [](const auto& in) { return in[plain]; }),
            of_belief(plain.belief(), 2.0));
    measure("lognormal, sigma 2", hw::forecast(hw::inputs(skewed), [](const auto& in) { return in[skewed]; }),
            of_belief(skewed.belief(), 10.0));
    // Each probability asked for lies within the jump of a value, at which cdf(x) would count it.
    measure("discrete", hw::forecast(hw::inputs(counted), [](const auto& in) { return in[counted]; }),
            truth{{2.95, 1.0, 2.0, 8.0, 0.55}, 3.0, {false, true, true, true, false}});
    // E min(X, h) of a lognormal of median 1: exp(s^2 / 2) P(Z < ln h - s) + h P(Z > ln h).
    const double log_cap = hw::log(3.0);
    truth capped = of_belief(demand.belief(), 0.5);
    capped.of[0] = hw::exp(0.5) * hw::normal_cdf(log_cap - 1.0) + 3.0 * hw::normal_cdf(-log_cap);
    capped.of[3] = 3.0;
    capped.at_component[3] = true;
    measure("capped", hw::forecast(hw::inputs(demand), [](const auto& in) { return hw::min(in[demand], 3.0); }),
            capped);
    measure("mixture of two scales", hw::forecast(hw::inputs(either), [](const auto& in) { return in[either]; }),
            of_belief(either.belief(), 2.0));
    measure("three inputs", hw::forecast(hw::inputs(a, b, c), [](const auto& in) { return in[a] * in[b] / in[c]; }),
            of_belief(hw::lognormal(4.0, hw::sqrt(0.5)), 3.0));
    std::printf("\n%d cells outside: below 0.93, or with independent draws above 0.97; the least %.3f\n", outside,
                least);
}
