// SPDX-License-Identifier: BSL-1.0
// Streaming runs against runs of the same seed that keep their draws.
#include <headway/outcome/outcome.hpp>

#include "catch.hpp"

#include <headway/belief/makers.hpp>
#include <headway/belief/mixture.hpp>
#include <headway/outcome/merge.hpp>
#include <headway/quantity/units.hpp>
#include <headway/scenario/compare.hpp>
#include <headway/simulation/outcome_file.hpp>
#include <headway/simulation/simulate.hpp>

#include <random>
#include <sstream>

namespace hw = headway;
using namespace headway::units;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::WithinAbs;
using hw::detail::counting_plan;
using hw::detail::value_bins;

namespace {

const double inf = hw::detail::never_value;
constexpr double bound = 1.0 / 4096.0;

/// How far a streaming run may know a value that happens: 2^-12 of the lesser of its distances from zero and from the
/// central case, which a few units in the last place more or less do not change.
double allowance(double value, double pivot) {
    const double rounding = 4.0 * std::numeric_limits<double>::epsilon() * std::max(std::abs(value), std::abs(pivot));
    return bound * std::min(std::abs(value), std::abs(value - pivot)) * (1.0 + 1e-12) + rounding;
}

/// An outcome of these draws, of which those in `expected` are counted one by one.
template <class T = double>
hw::outcome<T> outcome_of(const std::vector<double>& draws, bool keep, double pivot, counting_plan plan = {}) {
    hw::detail::draw_column column(pivot, 1, keep);
    if (!keep) column.plan_counts(plan);
    if (keep) std::copy(draws.begin(), draws.end(), column.keep_range(0, draws.size()));
    for (std::size_t i = 0; i < draws.size(); i += 64) {
        (void)column.add_block(draws.data() + i, static_cast<int>(std::min<std::size_t>(64, draws.size() - i)), 0);
    }
    auto identity = std::make_shared<hw::detail::run_identity>();
    identity->draws = identity->draws_per_replicate = draws.size();
    identity->keep = keep;
    if (!draws.empty()) identity->covered.push_back({0, draws.size()});
    return hw::outcome<T>(std::move(identity), std::move(column));
}

/// Whether every statistic of order of a streaming run is what it may be, given all draws. `atoms` are values that carry
/// probability of their own. Stops at the first that is not, and says which.
template <class T>
std::string disagreement(const hw::outcome<T>& kept, const hw::outcome<T>& streamed, std::vector<double> draws,
                         const std::vector<double>& atoms, std::mt19937_64& engine) {
    std::ostringstream says;
    says.precision(17);
    const double pivot = streamed.column().pivot();
    const auto n = static_cast<double>(draws.size());
    std::sort(draws.begin(), draws.end());
    const auto base = [](const T& x) { return hw::base_value_of(x); };
    const auto value = [](double x) { return hw::value_from_base<T>(x); };
    if (kept.draws() != streamed.draws()) says << "draws; ";
    if (kept.probability_never() != streamed.probability_never()) says << "never; ";
    std::vector<double> probabilities{0.0, 1e-6, 0.001, 0.05, 0.25, 0.5, 0.75, 0.95, 0.999, 1.0};
    for (int i = 0; i < 12; ++i) {
        probabilities.push_back(static_cast<double>(engine() >> 11U) * 0x1p-53);
        const auto rank = static_cast<double>(engine() % draws.size());
        if (n > 1) probabilities.push_back(rank / (n - 1.0));
    }
    for (const double p : probabilities) {
        const double k = base(kept.quantile(p));
        const double s = base(streamed.quantile(p));
        const bool in_range = s >= draws.front() && s <= draws.back();
        const bool right = k == inf || s == inf ? k == s : std::abs(s - k) <= allowance(k, pivot);
        const bool sign = k == inf || (k > 0) == (s > 0);
        if (!in_range || !right || !sign) says << "quantile " << p << " is " << s << ", kept " << k << "; ";
    }
    const double finite_end = *(std::lower_bound(draws.begin(), draws.end(), inf) - (draws.front() < inf ? 1 : 0));
    std::vector<double> limits = atoms;
    limits.insert(limits.end(), {0.0, -inf, inf, pivot, draws.front(), draws.back(), finite_end});
    for (int i = 0; i < 20; ++i) limits.push_back(draws[engine() % draws.size()] * (i < 10 ? 1.0 : 1.0 + 1e-5));
    const auto below = [&](double x) {
        return static_cast<double>(std::lower_bound(draws.begin(), draws.end(), x) - draws.begin());
    };
    const auto at_most = [&](double x) {
        return static_cast<double>(std::upper_bound(draws.begin(), draws.end(), x) - draws.begin());
    };
    for (const double x : limits) {
        const double b = streamed.probability_below(value(x)) * n;
        const double a = n - streamed.probability_above(value(x)) * n;
        const bool exact = !(x - x == 0.0) || x == 0.0 || x == draws.front() || x == finite_end ||
                           std::find(atoms.begin(), atoms.end(), x) != atoms.end();
        const double room = exact ? 0.0 : allowance(x, pivot);
        const double tiny = 1e-9 * n;
        if (!(b > below(x - room) - 0.5 && b < below(x + room) + 0.5 + tiny) || std::abs(b - std::round(b)) > tiny) {
            says << "below " << x << " are " << b << ", kept " << below(x) << "; ";
        }
        const double most = x == inf ? n : at_most(x + room);
        if (!(a > (x == inf ? n : at_most(x - room)) - 0.5 && a < most + 0.5 + tiny)) {
            says << "at most " << x << " are " << a << ", kept " << at_most(x) << "; ";
        }
    }
    const double lo = draws[draws.size() / 10];
    const double hi = draws[draws.size() - 1 - draws.size() / 5];
    if (lo < hi && hi < inf && hi - lo < inf && 7.0 / (hi - lo) < inf) {
        const auto k = kept.histogram(value(lo), value(hi), 7);
        const auto s = streamed.histogram(value(lo), value(hi), 7);
        std::uint64_t all = s.below + s.above + s.never;
        auto cumulative = static_cast<double>(s.below);
        auto cumulative_kept = static_cast<double>(k.below);
        for (std::size_t i = 0; i < 7; ++i) {
            const double edge = lo + (hi - lo) / 7.0 * static_cast<double>(i);
            const double room = allowance(edge, pivot) + 1e-15 * (hi - lo);
            if (!(cumulative >= below(edge - room) && cumulative <= at_most(edge + room))) {
                says << "histogram below " << edge << " has " << cumulative << ", kept " << cumulative_kept << "; ";
            }
            all += s.bins[i];
            cumulative += static_cast<double>(s.bins[i]);
            cumulative_kept += static_cast<double>(k.bins[i]);
        }
        if (all != kept.draws() || s.never != k.never) says << "histogram counts " << all << "; ";
        const bool discrete = !atoms.empty() && std::all_of(draws.begin(), draws.end(), [&](double x) {
            return x == inf || std::find(atoms.begin(), atoms.end(), x) != atoms.end();
        });
        if (discrete && (s.bins != k.bins || s.below != k.below)) says << "histogram of atoms; ";
    }
    return says.str();
}

struct random_sample {
    std::vector<double> draws;
    std::vector<double> atoms;
    double pivot = 0.0;
};

/// A sample of some shape: scales 1e9 apart and up to the ends of the numbers, signs, atoms, never.
random_sample sample_of(std::mt19937_64& engine, std::size_t n) {
    const auto u = [&] { return static_cast<double>(engine() >> 11U) * 0x1p-53; };
    const double scales[] = {1.0, 1e-9, 1e9, 1.7e9, 1e-320, 1e300, 3e-308};
    random_sample all;
    const double scale = scales[engine() % std::size(scales)];
    const double second_scale = engine() % 2 == 0 && scale < 1e290 && scale > 1e-290 ? 1e9 : 1.0;
    const unsigned shape = static_cast<unsigned>(engine() % 6);
    const double never = engine() % 3 == 0 ? 0.3 * u() : 0.0;
    const std::size_t atoms = engine() % 3 == 0 ? 0 : engine() % 4;
    const double sign = engine() % 3 == 0 ? -1.0 : 1.0;
    const double shift = engine() % 4 == 0 ? 100.0 * scale : 0.0;
    const auto continuous = [&] {
        const double z = hw::normal_quantile(u() * (1.0 - 0x1p-53) + 0x1p-54);
        switch (shape) {
        case 0:
            return scale * u();
        case 1:
            return scale * z;
        case 2:
            return scale * hw::exp(2.0 * z);
        case 3:
            return scale * (u() < 0.5 ? z : second_scale * hw::exp(z));
        case 4:
            return scale * (u() < 0.5 ? -1.0 - 1e-3 * u() : 1.0 + 1e-3 * u());
        default:
            return scale * hw::exp(20.0 * u() - 10.0);
        }
    };
    const auto one = [&] {
        const double x = sign * continuous() + shift;
        return x - x == 0.0 ? x : 0.0;
    };
    for (std::size_t i = 0; i < atoms; ++i) all.atoms.push_back(i == 0 && engine() % 2 == 0 ? 0.0 : one());
    for (std::size_t i = 0; i < n; ++i) {
        const double which = u();
        all.draws.push_back(which < never ? inf : which > 0.6 && atoms > 0 ? all.atoms[engine() % atoms] : one());
    }
    std::sort(all.atoms.begin(), all.atoms.end());
    all.atoms.erase(std::unique(all.atoms.begin(), all.atoms.end()), all.atoms.end());
    const double pivots[] = {0.0, scale, one(), all.draws[0], 1e3 * scale, -scale, 5e-324};
    all.pivot = pivots[engine() % std::size(pivots)];
    if (!(all.pivot - all.pivot == 0.0)) all.pivot = 0.0;
    return all;
}

}  // namespace

TEST_CASE("bins keep their widths, their order and their sides") {
    std::mt19937_64 engine(1);
    std::uint64_t keys[64];
    double block[64];
    for (int i = 0; i < 4000; ++i) {
        const auto any = [&] {
            while (true) {
                const double x = std::bit_cast<double>(engine());
                if (x - x == 0.0) return engine() % 4 == 0 ? x * 0x1p-1060 : x;
            }
        };
        const double pivots[] = {0.0, 5e-324, -5e-324, 1.0, -3.0, 1.7e9, 1e308, any(), any() * 0x1p-1000};
        const double pivot = pivots[engine() % std::size(pivots)];
        const value_bins bins(pivot);
        const double u = static_cast<double>(engine() >> 11U) * 0x1p-53;
        const double near = pivot + pivot * hw::exp(-40.0 * u) * (engine() % 2 == 0 ? 1.0 : -1.0);
        const double candidates[] = {any(), near, pivot, 0.5 * pivot, 0.0, -0.0, 2.0 * pivot, u};
        const double x = candidates[engine() % std::size(candidates)];
        if (!(x - x == 0.0)) continue;
        INFO("x " << x << ", pivot " << pivot);
        const std::uint32_t key = bins.key_of(x);
        const value_bins::range range = bins.range_of(key);
        CHECK(range.holds(x));
        CHECK(bins.has_values(key));
        CHECK(range.greatest - range.least <= allowance(x, pivot));
        if (pivot == 0.0 || std::abs(pivot) > 1e-300) CHECK(range.holds(0.0) == (x == 0.0));
        CHECK(range.holds(pivot) == (x == pivot));
        if (range.greatest < std::numeric_limits<double>::max()) {
            CHECK(bins.key_of(hw::detail::next_above(range.greatest)) > key);
        }
        if (range.least > -std::numeric_limits<double>::max())
            CHECK(bins.key_of(hw::detail::next_below(range.least)) < key);
        for (double& b : block) b = x;
        value_bins::keys_loop{&bins, block, keys}();
        CHECK((keys[63] == 0 || keys[63] == key));
    }
}

TEST_CASE("a streaming run agrees with its draws to the stated error, however it counts them") {
    std::mt19937_64 engine(2);
    for (int i = 0; i < 400; ++i) {
        const std::size_t sizes[] = {1, 2, 3, 64, 65, 1000, 4000};
        const random_sample sample = sample_of(engine, sizes[engine() % std::size(sizes)]);
        const auto expected = std::make_shared<const std::vector<double>>(sample.atoms);
        const auto kept = outcome_of(sample.draws, true, sample.pivot);
        for (const auto form : {counting_plan::form::few, counting_plan::form::distinct, counting_plan::form::binned}) {
            const auto streamed = outcome_of(sample.draws, false, sample.pivot, {form, expected});
            INFO("sample " << i << " of " << sample.draws.size() << ", pivot " << sample.pivot << ", counted in form "
                           << static_cast<int>(form));
            CHECK(disagreement(kept, streamed, sample.draws, sample.atoms, engine) == "");
            const auto again = hw::outcome_from_bytes<hw::outcome<double>>(hw::outcome_bytes(streamed), "again");
            CHECK(hw::outcome_bytes(again) == hw::outcome_bytes(streamed));
            if (form != counting_plan::form::binned) CHECK(streamed.quantile(0.3) == kept.quantile(0.3));
        }
    }
}

TEST_CASE("a long run with few values counts them one by one, and with too many of them by bin") {
    std::mt19937_64 engine(3);
    for (const std::size_t values : {20U, 16'384U, 16'385U}) {
        std::vector<double> draws;
        for (std::size_t i = 0; i < 70'000; ++i) draws.push_back(static_cast<double>(i % values) + 0.1);
        std::shuffle(draws.begin(), draws.end(), engine);
        const auto kept = outcome_of(draws, true, 5.1);
        const auto streamed = outcome_of(draws, false, 5.1);
        CHECK(disagreement(kept, streamed, draws, {}, engine) == "");
        const bool exact = values <= counting_plan::most_distinct;
        const bool same = streamed.quantile(0.7) == kept.quantile(0.7) &&
                          streamed.probability_below(7'000.1) == kept.probability_below(7'000.1) &&
                          streamed.probability_above(12.1) == kept.probability_above(12.1);
        CHECK((same || !exact));
        CHECK((streamed.column().sketch().contents().bins.count() == 0) == exact);
    }
}

namespace {

constexpr auto x = hw::assumption<"e">(hw::log_uniform(1.0 * usd, 1e12 * usd), "test");
constexpr auto coin = hw::assumption<"coin">(hw::bernoulli(0.5), "test");
constexpr auto u = hw::assumption<"u">(hw::uniform(0.0, 1.0), "test");
constexpr auto wide = hw::assumption<"a">(hw::ci90(1.0, 100.0), "test");

constexpr auto itself = hw::forecast(hw::inputs(x), [](const auto& in) { return in[x]; });
constexpr auto capped = hw::forecast(hw::inputs(u), [](const auto& in) { return hw::max(in[u] - 0.6, 0.0) * 100.0; });

}  // namespace

TEST_CASE("values far below the central case have their own scale") {
    const auto kept = hw::simulate(itself, {.draws = 100'000, .seed = 1});
    const auto streamed = hw::simulate(itself, {.draws = 100'000, .seed = 1, .keep = false});
    CHECK_THAT(kept.quantile(0.05).in(usd), WithinAbs(3.96, 0.005));
    CHECK_THAT(streamed.quantile(0.05).in(usd), WithinAbs(3.96, 0.005));
    CHECK(streamed.quantile(0.0) == kept.quantile(0.0));
    CHECK(streamed.quantile(0.0) >= 1.0 * usd);
    CHECK(streamed.probability_below(0.0 * usd) == 0.0);
    CHECK(streamed.probability_below(1.0 * usd) == 0.0);
}

TEST_CASE("values that carry probability of their own are counted exactly") {
    for (const std::uint64_t draws : {100ULL, 100'000ULL}) {
        const auto f = hw::forecast(hw::inputs(coin), [](const auto& in) { return in[coin]; });
        const auto tossed = hw::simulate(f, {.draws = draws, .seed = 1, .keep = false});
        CHECK(tossed.probability_above(1.0) == 0.0);
        CHECK(tossed.probability_below(0.0) == 0.0);
        CHECK(tossed.probability_above(0.0) == hw::simulate(f, {.draws = draws, .seed = 1}).probability_above(0.0));

        const auto kept = hw::simulate(capped, {.draws = draws, .seed = 1});
        const auto o = hw::simulate(capped, {.draws = draws, .seed = 1, .keep = false});
        CHECK(o.probability_above(0.0) == kept.probability_above(0.0));
        CHECK_THAT(o.probability_above(0.0), WithinAbs(0.4, 4.0 * std::sqrt(0.24 / static_cast<double>(draws))));
        CHECK(o.quantile(0.05) == 0.0);
        CHECK(o.quantile(0.5) == 0.0);
    }
}

TEST_CASE("a few draws are interpolated as in a run that keeps them") {
    const auto f = hw::forecast(hw::inputs(wide), [](const auto& in) { return in[wide]; });
    const auto kept = hw::simulate(f, {.draws = 64, .seed = 1});
    const auto streamed = hw::simulate(f, {.draws = 64, .seed = 1, .keep = false});
    CHECK_THAT(kept.quantile(0.95), WithinAbs(98.49, 0.005));
    CHECK(streamed.quantile(0.95) == kept.quantile(0.95));
}

TEST_CASE("random forecasts: every statistic of a streaming run is what its draws allow") {
    std::mt19937_64 engine(4);
    const auto unit = [&] { return static_cast<double>(engine() >> 11U) * 0x1p-53; };
    for (int i = 0; i < 200; ++i) {
        const double scales[] = {1.0, 1e-9, 1e9, 1e-300, 1e250};
        const double scale = scales[engine() % std::size(scales)];
        const double atom = scale * (3.0 * unit() - 1.0);
        const double share = engine() % 2 == 0 ? 0.0 : 0.02 + 0.5 * unit();
        const double never = engine() % 3 == 0 ? 0.4 * unit() : 0.0;
        const unsigned kind = static_cast<unsigned>(engine() % 5);
        const double far = engine() % 2 == 0 ? 1e9 : 1.0;
        const auto centred = hw::assumption<"first">(hw::normal(0.3, 1.0), "test");
        const auto spread = hw::assumption<"second">(hw::ci90(0.1, 20.0), "test");
        const auto chance = hw::assumption<"chance">(hw::uniform(0.0, 1.0), "test");
        const auto f = hw::forecast(hw::inputs(centred, spread, chance), [&](const auto& in) {
            const auto a = in[centred] * scale;
            const auto b = in[spread] * scale;
            const auto value = kind == 0   ? a + 0.0 * b
                               : kind == 1 ? b + 0.0 * a
                               : kind == 2 ? hw::select(in[chance] * 7.0 < 3.0, a, b * far)
                               : kind == 3 ? hw::min(b, 5.0 * scale)
                                           : hw::max(a, 0.0 * a);
            const auto with_component = hw::select(in[chance] < share, atom + 0.0 * a, value);
            return hw::select(in[chance] > 1.0 - never, inf + 0.0 * in[chance], with_component);
        });
        const bool is_long = i % 8 == 0;
        const double size = is_long ? 66'000.0 + 34'000.0 * unit() : hw::exp(unit() * 8.0);
        hw::simulation options{.draws = static_cast<std::uint64_t>(size), .seed = engine() % 1000};
        const hw::method methods[] = {hw::method::independent, hw::method::latin_hypercube, hw::method::sobol};
        options.method = methods[engine() % 3];
        options.threads = 1 + static_cast<unsigned>(engine() % 3);
        const auto kept = hw::simulate(f, options);
        std::vector<double> draws;
        kept.for_each_draw([&](double d) { draws.push_back(d); });
        options.keep = false;
        const auto streamed = hw::simulate(f, options);
        std::vector<double> atoms;
        if (share > 0.0) atoms.push_back(atom);
        if (kind == 3) atoms.push_back(5.0 * scale);
        INFO("forecast " << i << " of kind " << kind << ", " << options.draws << " draws, atom " << atom);
        CHECK(disagreement(kept, streamed, draws, atoms, engine) == "");
        CHECK(streamed.mean() == kept.mean());

        options.threads = 1;
        const std::uint64_t parts = 2 + engine() % 3;
        std::vector<hw::outcome<double>> shards;
        for (std::uint64_t s = 0; s < parts; ++s) {
            options.shard = {s, parts};
            shards.push_back(hw::simulate(f, options));
        }
        std::shuffle(shards.begin(), shards.end(), engine);
        CHECK(hw::outcome_bytes(hw::merge(shards)) == hw::outcome_bytes(streamed));
    }
}

TEST_CASE("dates of a streaming run are right relative to their distance from the central case") {
    const auto start = hw::date(std::chrono::year(2025) / 1 / 1);
    const auto f = hw::forecast(hw::inputs(wide, u), [&](const auto& in) {
        const auto when = start + in[wide] * day;
        return hw::select(in[u] < 0.1, hw::date::never(), hw::select(in[u] < 0.3, start + 7.0 * day, when));
    });
    const auto kept = hw::simulate(f, {.draws = 90'000, .seed = 3});
    const auto streamed = hw::simulate(f, {.draws = 90'000, .seed = 3, .keep = false});
    std::vector<double> draws;
    kept.for_each_draw([&](const hw::date& d) { draws.push_back(d.seconds_since_1970()); });
    std::mt19937_64 engine(5);
    CHECK(disagreement(kept, streamed, draws, {(start + 7.0 * day).seconds_since_1970()}, engine) == "");
    CHECK(streamed.quantile(0.99).is_never());
    CHECK(streamed.probability_above(hw::date::never()) == 0.0);
}

TEST_CASE("a comparison that streams counts its scenarios' atoms") {
    const auto same = hw::scenario<"same">();
    const auto more = hw::scenario<"more">(hw::override(u, hw::uniform(0.2, 1.2)));
    const auto c = hw::compare(capped, {same, more}, {.draws = 70'000, .keep = false});
    const auto kept = hw::compare(capped, {same, more}, {.draws = 70'000});
    for (const std::size_t s : {0U, 1U}) {
        CHECK(c[s].probability_above(0.0) == kept[s].probability_above(0.0));
        CHECK(c[s].quantile(0.2) == kept[s].quantile(0.2));
    }
}

TEST_CASE("statistics of nothing and limits that are no number are refused, for kept and streaming runs") {
    const double nan = std::nan("");
    for (const bool keep : {true, false}) {
        const auto none = outcome_of({}, keep, 0.0);
        const auto empty = ContainsSubstring("the outcome has no draws; merge the shards of the run first");
        CHECK_THROWS_WITH(none.quantile(0.5), empty);
        CHECK_THROWS_WITH(none.probability_below(1.0), empty);
        CHECK_THROWS_WITH(none.probability_above(1.0), empty);
        CHECK_THROWS_WITH(none.probability_never(), empty);
        CHECK_THROWS_WITH(none.histogram(0.0, 1.0, 2), empty);
        const auto some = outcome_of({1.0, 2.0, inf}, keep, 0.0);
        CHECK_THROWS_WITH(some.probability_below(nan),
                          ContainsSubstring("probability_below") && ContainsSubstring("got nan"));
        CHECK_THROWS_WITH(some.probability_above(nan),
                          ContainsSubstring("probability_above") && ContainsSubstring("got nan"));
        CHECK_THROWS_WITH(some.quantile(nan), ContainsSubstring("between 0 and 1, got nan"));
        CHECK_THROWS_WITH(some.histogram(nan, 1.0, 2), ContainsSubstring("got nan"));
        CHECK_THROWS_WITH(some.histogram(0.0, nan, 2), ContainsSubstring("got nan"));
        CHECK_THROWS_WITH(some.histogram(-1e308, 1e308, 2), ContainsSubstring("must be finite"));
        CHECK_THROWS_WITH(some.histogram(-inf, 1.0, 2), ContainsSubstring("must be finite"));
        CHECK_THROWS_WITH(some.histogram(0.0, 5e-324, 2), ContainsSubstring("so many bins"));
        CHECK(some.probability_below(-inf) == 0.0);
        CHECK(some.probability_above(-inf) == 1.0);
        CHECK(some.probability_below(inf) * 3.0 == 2.0);
        CHECK(some.probability_above(inf) == 0.0);
        CHECK(outcome_of({-1.7e308, 1.7e308}, keep, 0.0).quantile(0.5) == 0.0);
        CHECK(outcome_of({-1.0, 1.0}, keep, 0.0, {counting_plan::form::binned, {}}).quantile(0.5) == 0.0);
    }
}

