// SPDX-License-Identifier: BSL-1.0
#include <headway/sensitivity/sobol_indices.hpp>

#include "catch.hpp"

#include <cmath>

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::WithinAbs;

namespace {

constexpr double pi = 3.14159265358979323846;

// ---- Ishigami's function: sin x1 + 7 sin² x2 + 0.1 x3⁴ sin x1 -------------------------------------------------------

constexpr auto x1 = hw::assumption<"x1">(hw::uniform(-pi, pi), "test");
constexpr auto x2 = hw::assumption<"x2">(hw::uniform(-pi, pi), "test");
constexpr auto x3 = hw::assumption<"x3">(hw::uniform(-pi, pi), "test");

/// The series, from -pi to pi to 1e-13, for blocks of draws too.
constexpr auto sine(const auto& x) {
    auto sum = 1.0 + 0.0 * x;
    for (int n = 28; n >= 2; n -= 2) sum = 1.0 - x * x / static_cast<double>(n * (n + 1)) * sum;
    return x * sum;
}
constexpr auto ishigami = hw::forecast(hw::inputs(x1, x2, x3), [](const auto& in) {
    const auto s = sine(in[x1]);
    const auto t = sine(in[x2]);
    const auto square = in[x3] * in[x3];
    return s + 7.0 * t * t + 0.1 * square * square * s;
});
constexpr auto ishigami_draw_by_draw = hw::forecast(hw::inputs(x1, x2, x3), hw::draw_by_draw([](const auto& in) {
                                                        return std::sin(in[x1]) +
                                                               7.0 * std::pow(std::sin(in[x2]), 2.0) +
                                                               0.1 * std::pow(in[x3], 4.0) * std::sin(in[x1]);
                                                    }));

struct exact_index {
    double first_order;
    double total;
};
/// Sobol' and Levitan (1999), with a = 7 and b = 0.1.
std::vector<exact_index> exact_ishigami() {
    const double a = 7.0, b = 0.1, p4 = pi * pi * pi * pi;
    const double v1 = 0.5 * (1.0 + b * p4 / 5.0) * (1.0 + b * p4 / 5.0);
    const double v2 = a * a / 8.0;
    const double v13 = 8.0 * b * b * p4 * p4 / 225.0;
    const double v = v1 + v2 + v13;
    return {{v1 / v, (v1 + v13) / v}, {v2 / v, v2 / v}, {0.0, v13 / v}};
}

// ---- Sobol's g-function: the product of (|4x - 2| + a) / (1 + a) ----------------------------------------------------

/// "a0", "a1", ... for many inputs at once.
template <std::size_t I>
constexpr char name_text[3] = {static_cast<char>('a' + I / 10), static_cast<char>('0' + I % 10), '\0'};
template <std::size_t I>
constexpr hw::label<2> name(name_text<I>);

template <std::size_t... I>
constexpr auto g_inputs(std::index_sequence<I...>) {
    return std::tuple{hw::assumption<name<I>>(hw::uniform(0.0, 1.0), "test")...};
}
constexpr std::array<double, 8> g_a{0.0, 1.0, 4.5, 9.0, 99.0, 99.0, 99.0, 99.0};
constexpr auto g_assumptions = g_inputs(std::make_index_sequence<8>());
constexpr auto g_function = std::apply(
    [](const auto&... x) {
        return hw::forecast(hw::inputs(x...), [](const auto& in) {
            return [&]<std::size_t... I>(std::index_sequence<I...>) {
                return (((hw::abs(in.template get<I>() * 4.0 - 2.0) + g_a[I]) / (1.0 + g_a[I])) * ...);
            }(std::make_index_sequence<8>());
        });
    },
    g_assumptions);

std::vector<exact_index> exact_g_function() {
    double product = 1.0;
    for (const double a : g_a) product *= 1.0 + 1.0 / (3.0 * (1.0 + a) * (1.0 + a));
    std::vector<exact_index> exact;
    for (const double a : g_a) {
        const double v = 1.0 / (3.0 * (1.0 + a) * (1.0 + a));
        exact.push_back({v / (product - 1.0), v * product / (1.0 + v) / (product - 1.0)});
    }
    return exact;
}

/// How many of the intervals have the truth.
int covered(const auto& indices, const std::vector<exact_index>& exact) {
    int count = 0;
    for (std::size_t i = 0; i < exact.size(); ++i) {
        const auto& row = indices[i];
        count += row.first_order.low <= exact[i].first_order && exact[i].first_order <= row.first_order.high ? 1 : 0;
        count += row.total.low <= exact[i].total && exact[i].total <= row.total.high ? 1 : 0;
    }
    return count;
}

/// Fails for a right estimator with a probability of 0.1 % for each number checked, Student's t with 7 degrees of
/// freedom.
void check_within_errors(const auto& indices, const std::vector<exact_index>& exact, double largest_error) {
    REQUIRE(indices.size() == exact.size());
    for (std::size_t i = 0; i < exact.size(); ++i) {
        const auto& row = indices[i];
        INFO(row.input);
        CHECK_THAT(row.first_order.value, WithinAbs(exact[i].first_order, 5.41 * row.first_order.standard_error));
        CHECK_THAT(row.total.value, WithinAbs(exact[i].total, 5.41 * row.total.standard_error));
        CHECK(row.first_order.standard_error < largest_error);
        CHECK(row.total.standard_error < largest_error);
        CHECK(row.first_order.value >= 0.0);
        CHECK(row.first_order.low >= 0.0);
        CHECK(row.first_order.low <= row.first_order.value);
        CHECK(row.first_order.value <= row.first_order.high);
    }
}

constexpr auto a = hw::assumption<"a">(hw::normal(0.0, 3.0), "test");
constexpr auto b = hw::assumption<"b">(hw::normal(5.0, 4.0), "test");

}  // namespace

// What is asked where nothing is said.
constexpr hw::sobol_indices_run usual;
static_assert(usual.draws == 16'384 && usual.seed == 1 && usual.replicates == 8 && usual.level == 0.95 && usual.threads == 1);

TEST_CASE("sobol indices of Ishigami's function") {
    const auto indices = hw::sobol_indices(ishigami, {.draws = 16'384, .seed = 1});
    check_within_errors(indices, exact_ishigami(), 4e-3);
    CHECK(indices.evaluations() == 5 * 16'384);
    CHECK(indices[x3].input == "x3");
    CHECK(indices[x1].first_order.value < indices[x1].total.value);
    // What noise makes negative is zero, and says how sure that is.
    CHECK(indices[x3].first_order.standard_error > 0.0);
}

TEST_CASE("sobol indices of the g-function") {
    check_within_errors(hw::sobol_indices(g_function, {.draws = 16'384, .seed = 1}), exact_g_function(), 4e-3);
}

TEST_CASE("the confidence intervals of sobol indices cover the truth as often as they say") {
    // 40 seeds, 6 intervals each, of which those of x3's first-order index always have its truth, 0, for an estimate
    // below it: a right 90 % interval covers 216 to 218 of 240. Standard deviation 4.6 if they were independent, so
    // that a right estimator fails here with a probability below 1e-4.
    int count = 0, zero = 0;
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        const auto indices = hw::sobol_indices(ishigami, {.draws = 4096, .seed = seed, .level = 0.9});
        count += covered(indices, exact_ishigami());
        zero += indices[x3].first_order.value == 0.0 ? 1 : 0;
    }
    CAPTURE(count);
    CHECK(count >= 195);
    CHECK(count <= 234);
    CHECK(zero >= 5);  // x3 alone does nothing: noise makes about half of the estimates negative
    CHECK(zero <= 35);
}

TEST_CASE("draw by draw the sobol indices are the same") {
    const auto blocks = hw::sobol_indices(ishigami, {.draws = 2048});
    const auto draws = hw::sobol_indices(ishigami_draw_by_draw, {.draws = 2048});
    static_assert(!hw::branches_on_draws<decltype(ishigami)> && hw::branches_on_draws<decltype(ishigami_draw_by_draw)>);
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK_THAT(draws[i].first_order.value, WithinAbs(blocks[i].first_order.value, 1e-10));
        CHECK_THAT(draws[i].total.value, WithinAbs(blocks[i].total.value, 1e-10));
    }
}

TEST_CASE("sobol indices of a sum are its parts of the variance") {
    constexpr auto sum = hw::forecast(hw::inputs(a, b), [](const auto& in) { return 2.0 * in[a] + in[b]; });
    const auto indices = hw::sobol_indices(sum, {.draws = 4096});
    for (const auto& row : indices) {
        INFO(row.input);
        const double share = row.input == "a" ? 36.0 / 52.0 : 16.0 / 52.0;
        CHECK_THAT(row.first_order.value, WithinAbs(share, 5.41 * row.first_order.standard_error));
        CHECK_THAT(row.total.value, WithinAbs(share, 5.41 * row.total.standard_error));
    }
    // An input that the model does not read has nothing, and no error.
    constexpr auto alone = hw::forecast(hw::inputs(b, a), [](const auto& in) { return in[a] * in[a]; });
    const auto of_one = hw::sobol_indices(alone, {.draws = 1024});
    CHECK(of_one[b].first_order == hw::sensitivity_index{});
    CHECK(of_one[b].total == hw::sensitivity_index{});
    CHECK_THAT(of_one[a].total.value, WithinAbs(1.0, 5.41 * of_one[a].total.standard_error));
}

TEST_CASE("sobol indices of results near the root of the greatest number are those of small ones") {
    const auto scaled = [](double by) {
        return hw::sobol_indices(hw::forecast(hw::inputs(a, b), [by](const auto& in) { return by * (in[a] + in[b]); }),
                                 {.draws = 512});
    };
    CHECK(scaled(0x1p490) == scaled(1.0));
    CHECK(scaled(0x1p-480) == scaled(1.0));
}

TEST_CASE("sobol indices do not depend on the number of threads, but on the seed") {
    const auto one = hw::sobol_indices(ishigami, {.draws = 1024, .seed = 7});
    for (const unsigned threads : {0U, 2U, 3U, 20U}) {
        CHECK(hw::sobol_indices(ishigami, {.draws = 1024, .seed = 7, .threads = threads}) == one);
    }
    CHECK_FALSE(hw::sobol_indices(ishigami, {.draws = 1024, .seed = 8}) == one);
    // Far away from zero the digits are there still.
    constexpr auto far =
        hw::forecast(hw::inputs(x1, x2, x3), [](const auto& in) { return 1e9 + ishigami.model()(in); });
    const auto moved = hw::sobol_indices(far, {.draws = 1024, .seed = 7});
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK_THAT(moved[i].first_order.value, WithinAbs(one[i].first_order.value, 1e-6));
        CHECK_THAT(moved[i].first_order.standard_error, WithinAbs(one[i].first_order.standard_error, 1e-6));
    }
}

TEST_CASE("sobol indices have the same bits everywhere") {
    constexpr auto product = hw::forecast(hw::inputs(x1, x2, b), [](const auto& in) { return in[x1] * in[x2] + in[b]; });
    const auto indices = hw::sobol_indices(product, {.draws = 512, .seed = 11});
    CHECK(indices[b].first_order.value == 0x1.3552fbb57decdp-1);
    CHECK(indices[x2].total.value == 0x1.a637b345c917cp-2);
    CHECK(indices[x2].total.standard_error == 0x1.c588146112031p-6);
}

TEST_CASE("draws are rounded up to whole blocks in every replicate") {
    CHECK(hw::sobol_indices(ishigami, {.draws = 1, .replicates = 3}).evaluations() == 5 * 64 * 3);
    CHECK(hw::sobol_indices(ishigami, {.draws = 193, .replicates = 3}).evaluations() == 5 * 128 * 3);
}

TEST_CASE("sobol indices of one of several outputs, and on a date") {
    constexpr auto two = hw::forecast(hw::inputs(a, b), [](const auto& in) {
        return hw::outputs(hw::output<"a">(in[a] * usd), hw::output<"when">(hw::date() + in[b] * year));
    });
    CHECK(hw::sobol_indices<"a">(two, {.draws = 512})[b].total.value == 0.0);
    CHECK(hw::sobol_indices<"when">(two, {.draws = 512})[a].total.value == 0.0);

    constexpr auto over_time = hw::forecast(hw::inputs(a, b), [](const auto& in, const auto& when) {
        return in[a] + in[b] * (when - hw::date(2025y / 1 / 1)).in(year);
    });
    const auto start = hw::sobol_indices(over_time, 2025y / 1 / 1, {.draws = 512});
    CHECK(start[b].total.value == 0.0);
    const auto later = hw::sobol_indices(over_time, hw::date(2025y / 1 / 1) + 3.0 * year, {.draws = 4096});
    CHECK_THAT(later[b].total.value, WithinAbs(144.0 / 153.0, 0.01));
}

TEST_CASE("pairs of draws beyond the dimensions of the sequence are independent ones") {
    using samples = hw::detail::saltelli_samples;
    static_assert(samples::quasi_random(64) && !samples::quasi_random(65));
    const std::vector<hw::assumption_record> inputs(65, hw::assumption<"x1">(hw::uniform(0.0, 1.0), "test"));
    const samples pairs("test", 65, 200, 3, 2);
    CHECK(pairs.draws_per_replicate() == 128);
    samples::reader reader(pairs, inputs.data(), inputs.size());
    hw::batch one, other, expected;
    reader.first(64, 3, one.lane);
    reader.second(64, 3, other.lane);
    hw::random_stream(3, hw::hash_of("x1")).uniforms(3, expected.lane);
    int equal = 0;
    for (int k = 0; k < hw::batch::size; ++k) {
        CHECK(one.lane[k] == expected.lane[k]);
        CHECK((other.lane[k] > 0.0 && other.lane[k] < 1.0));
        equal += one.lane[k] == other.lane[k] ? 1 : 0;
    }
    CHECK(equal == 0);
}

TEST_CASE("sobol indices refuse what they cannot answer") {
    constexpr auto correlated = hw::forecast(
        hw::inputs(a, b), [](const auto& in) { return in[a] + in[b]; }, hw::correlate(a, b, 0.5));
    CHECK_THROWS_WITH(hw::sobol_indices(correlated),
                      ContainsSubstring("correlated") && ContainsSubstring("ask shapley"));
    constexpr auto sometimes = hw::forecast(hw::inputs(a), [](const auto& in) {
        return select(in[a] < 0.0, hw::date() + in[a] * year, hw::date::never());
    });
    CHECK_THROWS_WITH(hw::sobol_indices(sometimes), ContainsSubstring("never") && ContainsSubstring("a cap"));
    CHECK_NOTHROW(hw::sobol_indices(
        hw::forecast(hw::inputs(a),
                     [&](const auto& in) { return min(sometimes.model()(in), hw::date(2040y / 1 / 1)); }),
        {.draws = 64}));
    constexpr auto constant = hw::forecast(hw::inputs(a), [](const auto& in) { return 0.0 * in[a] + 3.0; });
    CHECK_THROWS_WITH(hw::sobol_indices(constant, {.draws = 64}), ContainsSubstring("no input changes the result"));
    constexpr auto huge = hw::forecast(hw::inputs(a), [](const auto& in) { return 1e300 * in[a]; });
    CHECK_THROWS_WITH(hw::sobol_indices(huge, {.draws = 64}), ContainsSubstring("ask of its logarithm"));
    constexpr auto undefined = hw::forecast(hw::inputs(a), [](const auto& in) { return hw::log(in[a] + 1.0); });
    CHECK_THROWS_WITH(hw::sobol_indices(undefined, {.draws = 64}),
                      ContainsSubstring("sobol_indices: at draw") && ContainsSubstring("(inputs: a = "));

    CHECK_THROWS_WITH(hw::sobol_indices(ishigami, {.draws = 0}),
                      "sobol_indices: draws must be between 1 and 2^51, got 0");
    CHECK_THROWS_AS(hw::sobol_indices(ishigami, {.draws = ~0ULL}), std::domain_error);
    CHECK_THROWS_WITH(hw::sobol_indices(ishigami, {.replicates = 1}),
                      ContainsSubstring("replicates must be at least 2"));
    for (const double level : {0.0, 1.0, -1.0, __builtin_nan("")}) {
        CHECK_THROWS_WITH(hw::sobol_indices(ishigami, {.level = level}), ContainsSubstring("level must be above 0"));
    }
}

TEST_CASE("sobol indices are a regular type") {
    auto indices = hw::sobol_indices(ishigami, {.draws = 64});
    const auto copy = indices;
    CHECK(copy == indices);
    indices = decltype(indices)();
    CHECK_FALSE(copy == indices);
    CHECK(copy.level() == 0.95);
}
