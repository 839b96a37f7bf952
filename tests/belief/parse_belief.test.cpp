// SPDX-License-Identifier: BSL-1.0
#include <headway/belief/parse_belief.hpp>

#include "catch.hpp"

#include <bit>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include <headway/belief/belief_text.hpp>
#include <headway/belief/discrete.hpp>
#include <headway/belief/empirical.hpp>
#include <headway/belief/from_quantiles.hpp>
#include <headway/belief/makers.hpp>
#include <headway/belief/mixture.hpp>
#include <headway/belief/truncated.hpp>
#include <headway/quantity/units.hpp>

using namespace headway;
using namespace headway::units;
using namespace std::chrono_literals;

namespace {

using money = quantity<dim::money>;

template <class T>
std::string error_of(std::string_view text) {
    try {
        (void)parse_belief<T>(text);
    } catch (const parse_error& e) {
        return e.what();
    }
    return "read";
}

struct random_bits {
    std::uint64_t state;
    std::uint64_t operator()() {
        state += 0x9e3779b97f4a7c15u;
        std::uint64_t z = state;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
        return z ^ (z >> 31);
    }
    /// Any finite double, or one of a size that people write.
    double number() {
        const std::uint64_t bits = (*this)();
        const double any = std::bit_cast<double>(bits);
        if (bits % 3 == 0 && any - any == 0.0) return any;
        const double fraction = static_cast<double>(bits >> 12) / 0x1p52;
        return bits % 3 == 1 ? fraction * 1000.0 : static_cast<double>(bits % 2000) / 10.0 - 20.0;
    }
};

/// A belief of any shape with any arguments; throws where they make none.
template <class T>
belief<T> random_belief(random_bits& random, int depth) {
    const auto shape = static_cast<belief_shape>(random() % belief_shape_count);
    if (shape == belief_shape::mixture || shape == belief_shape::discrete || shape == belief_shape::empirical) {
        std::vector<weighted<T>> parts;
        std::vector<weighted_value<T>> values;
        std::vector<T> data;
        const std::uint64_t count = 1 + random() % 12;
        for (std::uint64_t i = 0; i < count; ++i) {
            const double weight = static_cast<double>(random() % 100) / 100.0;
            const T value = value_from_base<T>(random.number());
            try {
                if (depth < 3) parts.push_back({random_belief<T>(random, depth + 1), weight});
            } catch (const std::domain_error&) {
                parts.push_back({exactly(value), weight});
            }
            values.push_back({value, weight});
            data.push_back(value);
        }
        return shape == belief_shape::mixture    ? mixture(parts)
               : shape == belief_shape::discrete ? discrete(values)
                                                 : empirical(data);
    }
    if (shape == belief_shape::truncated) {
        const belief<T> whole = random_belief<T>(random, depth + 1);
        return truncated(whole, random() % 3 == 0 ? whole.support().first : whole.quantile(0.2),
                         random() % 3 == 0 ? whole.support().second : whole.quantile(0.7));
    }
    if (shape == belief_shape::metalog) {
        std::vector<quantile_at<T>> quantiles;
        double x = random.number();
        const double width = 1e-3 + std::abs(random.number());
        const auto count = static_cast<int>(3 + random() % 4);
        for (int i = 0; i < count; ++i) {
            quantiles.push_back({(i + 0.5) / count, value_from_base<T>(x)});
            x += width * (1.0 + static_cast<double>(random() % 8) / 10.0);
        }
        auto made = from_quantiles(quantiles);
        if (random() % 2 == 0) made = made.above(value_from_base<T>(base_value_of(quantiles[0].value) - width));
        if (random() % 2 == 0) made = made.below(value_from_base<T>(x + width));
        return random() % 2 == 0 ? made.terms(3) : made;
    }
    belief_parameters p;
    p.count = detail::parameter_count(shape);
    for (double& x : p.value) x = random.number();
    return belief_from<T>(shape, p);
}

template <class T>
void check_round_trips(std::uint64_t seed) {
    random_bits random{seed};
    int seen[belief_shape_count] = {};
    for (int i = 0; i < 4000; ++i) {
        belief<T> b;
        try {
            b = random_belief<T>(random, 0);
        } catch (const std::domain_error&) {
            continue;
        }
        ++seen[static_cast<int>(b.shape())];
        const std::string text = belief_text(b);
        if (!(parse_belief<T>(text) == b)) FAIL("not the same belief: " << text);
        if (belief_text(parse_belief<T>(text)) != text) FAIL("not the same text: " << text);
    }
    for (int shape = 0; shape < belief_shape_count; ++shape) {
        const auto s = static_cast<belief_shape>(shape);
        CAPTURE(name_of(s));
        const bool possible = (std::same_as<T, double> || (s != belief_shape::bernoulli && !detail::is_count(s))) &&
                              !(std::same_as<T, date> && detail::needs_a_zero(s));
        CHECK((!possible || seen[shape] > 5));
    }
}

}  // namespace

TEST_CASE("parse_belief: every maker by its name, and plain values") {
    CHECK(parse_belief<double>("3") == exactly(3.0));
    CHECK(parse_belief<double>("80 %") == exactly(0.8));
    CHECK(parse_belief<double>("exactly(3)") == exactly(3.0));
    CHECK(parse_belief<double>("ci90(3, 5.5)") == ci90(3.0, 5.5));
    CHECK(parse_belief<double>("normal_ci(80 %, -2, 9)") == normal_ci(0.8, -2.0, 9.0));
    CHECK(parse_belief<double>("lognormal_ci(0.8,2,9)") == lognormal_ci(0.8, 2.0, 9.0));
    CHECK(parse_belief<money>("around(40 billion USD, 1.5)") == around(40.0 * billion_usd, 1.5));
    CHECK(parse_belief<double>("uniform(1, 2)") == uniform(1.0, 2.0));
    CHECK(parse_belief<double>("log_uniform (1, 2)") == log_uniform(1.0, 2.0));
    CHECK(parse_belief<double>("normal(5, 2)") == normal(5.0, 2.0));
    CHECK(parse_belief<double>("lognormal(5, 30 %)") == lognormal(5.0, 0.3));
    CHECK(parse_belief<double>("triangular(1, 2, 5)") == triangular(1.0, 2.0, 5.0));
    CHECK(parse_belief<double>("pert(1, 2, 5)") == pert(1.0, 2.0, 5.0));
    CHECK(parse_belief<double>("beta(2, 3)") == beta(2.0, 3.0));
    CHECK(parse_belief<money>("beta(2, 3, 0, 5 USD)") == beta(2.0, 3.0, 0.0 * usd, 5.0 * usd));
    CHECK(parse_belief<quantity<dim::time>>("gamma(2, 3 months)") == gamma(2.0, 3.0 * month));
    CHECK(parse_belief<quantity<dim::time>>("weibull(2, 3 months)") == weibull(2.0, 3.0 * month));
    CHECK(parse_belief<double>("student_t(4)") == student_t(4.0));
    CHECK(parse_belief<double>("student_t(4, 10, 2)") == student_t(4.0, 10.0, 2.0));
    CHECK(parse_belief<double>("log_student_t(4, 10, 0.5)") == log_student_t(4.0, 10.0, 0.5));
    CHECK(parse_belief<double>("bernoulli(30 %)") == bernoulli(0.3));
    CHECK(parse_belief<double>("empirical(3, 1, 2)") == empirical({1.0, 2.0, 3.0}));
    CHECK(parse_belief<double>("discrete(60 %: 1, 40 %: 0)") == discrete({0.0, 0.4}, {1.0, 0.6}));
    CHECK(parse_belief<double>("mixture(6: 0, 2: 1, 2: ci90(1, 3))") ==
          mixture({0.0, 6.0}, {1.0, 2.0}, {ci90(1.0, 3.0), 2.0}));
    CHECK(parse_belief<double>("mixture(1: mixture(1: 0, 1: empirical(1, 2)), 2: 5)") ==
          mixture({mixture({0.0, 1.0}, {empirical({1.0, 2.0}), 1.0}), 1.0}, {5.0, 2.0}));
    CHECK(parse_belief<double>("truncated(normal(5, 2), 0, infinite)") ==
          truncated(normal(5.0, 2.0), 0.0, std::numeric_limits<double>::infinity()));
}

TEST_CASE("parse_belief: two values with to between them are a 90 % interval") {
    CHECK(parse_belief<double>("3 to 5.5") == ci90(3.0, 5.5));
    CHECK(parse_belief<money>("80 to 200 million USD") == ci90(80.0 * million_usd, 200.0 * million_usd));
    CHECK(parse_belief<money>("80 million USD to 1 billion USD") == ci90(80.0 * million_usd, 1.0 * billion_usd));
    CHECK(parse_belief<date>("2026 to 2028-06-01") == ci90(date(2026y / 1 / 1), date(2028y / 6 / 1)));
    CHECK(parse_belief<double>("mixture(1: 0, 1: 3 to 5.5)") == mixture({0.0, 1.0}, {ci90(3.0, 5.5), 1.0}));
    CHECK_THROWS_AS(parse_belief<money>("80 to 200"), parse_error);
    CHECK_THROWS_AS(parse_belief<double>("-1 to 3"), parse_error);
}

TEST_CASE("parse_belief: dates, with spans of time for what is no date") {
    CHECK(parse_belief<date>("2026-11-21") == exactly(date(2026y / 11 / 21)));
    CHECK(parse_belief<date>("normal(2026-01-01, 3 months)") == normal(date(2026y / 1 / 1), 3.0 * month));
    CHECK(parse_belief<date>("student_t(4, 2026-01-01, 3 months)") == student_t(4.0, date(2026y / 1 / 1), 3.0 * month));
    CHECK(parse_belief<date>("truncated(normal(2026-01-01, 1 year), before every date, 2027)") ==
          truncated(normal(date(2026y / 1 / 1), 1.0 * year),
                    date::from_seconds_since_1970(-std::numeric_limits<double>::infinity()), date(2027y / 1 / 1)));
    for (const char* const text :
         {"lognormal(2026, 1)", "log_uniform(2026, 2027)", "gamma(1, 2026)", "weibull(1, 2026)", "around(2026, 2)",
          "lognormal_ci(80 %, 2026, 2027)", "log_student_t(3, 2026, 1)"}) {
        CAPTURE(text);
        CHECK(error_of<date>(text).find("a shape for dates, which have no zero") != std::string::npos);
    }
}

TEST_CASE("parse_belief: any belief printed and parsed again is the same belief, bit for bit") {
    check_round_trips<double>(1);
    check_round_trips<money>(2);
    check_round_trips<decltype(usd / (chip * hour))>(3);
    check_round_trips<date>(4);
}

TEST_CASE("parse_belief: what cannot be read is refused in words, with its place") {
    CHECK(error_of<double>("5 to 3") ==
          "line 1, column 1: got \"5 to 3\", expected what makes a belief (ci90: lo must be below hi, got 5 and 3)");
    CHECK(error_of<double>("ci09(1, 2)") ==
          "line 1, column 1: got \"ci09\", expected a value, or a shape such as ci90, "
          "normal_ci or triangular; did you mean ci90?");
    CHECK(error_of<money>("uniform(1 USD, 2 chips)") ==
          "line 1, column 18: got \"chips\", expected a number and a unit of money, such as 1 USD");
    for (const char* const text : {"",
                                   " ",
                                   "ci90",
                                   "ci90(",
                                   "ci90()",
                                   "ci90(1)",
                                   "ci90(1,2",
                                   "ci90(1,2,3)",
                                   "ci90(1,,2)",
                                   "ci90(1,2))",
                                   "(1)",
                                   "normal(1, 0)",
                                   "normal(1, -1)",
                                   "normal(infinite, 1)",
                                   "infinite",
                                   "nan",
                                   "mixture()",
                                   "mixture(0: 1)",
                                   "mixture(1)",
                                   "mixture(-1: 1)",
                                   "mixture(infinite: 1)",
                                   "mixture(1: 1,)",
                                   "discrete(1: ci90(1, 2))",
                                   "empirical()",
                                   "empirical(infinite)",
                                   "truncated(normal(0, 1), 5, 5)",
                                   "truncated(normal(0, 1), 1)",
                                   "truncated(exactly(1), 5, 6)",
                                   "normal_ci(90, 1, 2)",
                                   "beta(1)",
                                   "beta(1, 2, 3)",
                                   "bernoulli(2)",
                                   "uniform(-1e308, 1e308)",
                                   "3 to",
                                   "to 3",
                                   "3 to 4 to 5",
                                   "3 USD",
                                   "log_pool(1: 2)"}) {
        CAPTURE(text);
        CHECK_THROWS_AS(parse_belief<double>(text), parse_error);
    }
    CHECK_THROWS_AS(parse_belief<money>("bernoulli(0.5)"), parse_error);
    CHECK_THROWS_AS(parse_belief<money>("beta(1, 2)"), parse_error);
    std::string deep;
    for (int i = 0; i < 100000; ++i) deep += "truncated(";
    CHECK_THROWS_AS(parse_belief<double>(deep), parse_error);
}

// Under a sanitizer a tenth of them: there each takes twenty times as long, and the fuzz target goes on.
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define HEADWAY_TEST_SANITIZED
#endif
#endif
#ifdef HEADWAY_TEST_SANITIZED
constexpr int random_texts = 100'000;
#else
constexpr int random_texts = 1'000'000;
#endif

TEST_CASE("parse_belief: a million random texts give a belief or a parse_error, nothing else") {
    const std::string valid[] = {"ci90(3, 5.5)",
                                 "80 to 200 million USD",
                                 "mixture(60 %: 0, 20 %: 1, 20 %: truncated(normal(5, 2), 0, infinite))",
                                 "discrete(1: 2 USD per chip-hour, 2: 3 PFLOP/s)",
                                 "empirical(2026-11-21 14:30:15.25, 2026.5, never)",
                                 "beta(2, 3, 0 GW, 5 GW)",
                                 "student_t(4, 2026-01-01 + 3 months, 1.5e-3 mm²)"};
    const std::string pieces = "0123456789.-+eE(),:%/*^ \t\"#=abcimnortUSDµ²·\xff\n";
    random_bits random{5};
    int beliefs = 0;
    int errors = 0;
    std::string text;
    for (int i = 0; i < random_texts; ++i) {
        const std::uint64_t r = random();
        if (i % 2 == 0) {
            text.clear();
            for (std::uint64_t k = 0; k < r % 24; ++k) {
                const std::uint64_t c = random();
                text += i % 4 == 0 ? static_cast<char>(c & 255) : pieces[c % pieces.size()];
            }
        } else {
            text = valid[r % 7];
            for (std::uint64_t k = 0; k < 1 + (r >> 8) % 3; ++k) {
                const std::uint64_t c = random();
                const std::size_t at = (c >> 8) % (text.size() + 1);
                const std::string_view other = valid[(c >> 40) % 7];
                switch (c % 4) {
                case 0:
                    text.insert(at, 1, pieces[(c >> 32) % pieces.size()]);
                    break;
                case 1:
                    text.erase(at, 1 + (c >> 32) % 8);
                    break;
                case 2:
                    text.insert(at, other.substr((c >> 48) % other.size()));
                    break;
                default:
                    text.resize(at);
                    break;
                }
            }
        }
        try {
            switch ((r >> 32) % 3) {
            case 0:
                (void)parse_belief<double>(text);
                break;
            case 1:
                (void)parse_belief<money>(text);
                break;
            default:
                (void)parse_belief<date>(text);
                break;
            }
            ++beliefs;
        } catch (const parse_error&) {
            ++errors;
        }
    }
    CHECK(beliefs > random_texts / 200);
    CHECK(errors > random_texts / 2);
    CHECK(beliefs + errors == random_texts);
}

TEST_CASE("weights in percent add up to 100") {
    const auto fault = [](const std::string& text) {
        try {
            (void)parse_belief<double>(text);
        } catch (const parse_error& e) {
            return std::string(e.what());
        }
        return std::string("none");
    };
    const std::string plain = " %; weights without % are relative, as in mixture(1: 0, 2: 1)";
    CHECK(fault("mixture(45 %: 1 to 3, 50 %: 0)") ==
          "line 1, column 9: got \"45 %: 1 to 3, 50 %: 0\", expected weights that add up to 100 %, not 95" + plain);
    CHECK_THAT(fault("discrete(60 %: 0, 50 %: 1)"),
               Catch::Matchers::ContainsSubstring("add up to 100 %, not 110" + plain));
    CHECK_THAT(fault("pool(50 %: 1, 49.999 %: 2)"),
               Catch::Matchers::ContainsSubstring("add up to 100 %, not 99.999" + plain));
    CHECK_THAT(fault("mixture(50 %: 1)"), Catch::Matchers::ContainsSubstring("add up to 100 %, not 50" + plain));
    CHECK_THAT(fault("mixture(50 %: discrete(20 %: 1, 20 %: 2), 50 %: 2)"),
               Catch::Matchers::ContainsSubstring("column 24") && Catch::Matchers::ContainsSubstring("not 40"));
    CHECK(fault("mixture(33.3333 %: 1, 33.3333 %: 2, 33.3333 %: 3)") == "none");
    CHECK(parse_belief<double>("mixture(1: 0, 3: 1)") == mixture({0.0, 1.0}, {1.0, 3.0}));
    CHECK(parse_belief<double>("mixture(0.45: 0, 0.5: 1)") == mixture({0.0, 0.45}, {1.0, 0.5}));
    CHECK(belief_text(mixture({0.0, 0.45}, {1.0, 0.5})) == "mixture(0.45: 0, 0.5: 1)");
    CHECK(belief_text(mixture({0.0, 0.45}, {1.0, 0.55})) == "mixture(45 %: 0, 55 %: 1)");
    // What is printed of weights that are no round shares is read again.
    const auto thirds = mixture({0.0, 1.0}, {1.0, 1.0}, {ci90(1.0, 3.0), 1.0});
    CHECK(parse_belief<double>(belief_text(thirds)) == thirds);
}

TEST_CASE("parse_belief: percent is the decimal that it means, and weights behind their values are refused") {
    for (int tenths = 1; tenths < 1000; ++tenths) {
        const std::string shown = std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
        const auto b = parse_belief<double>("mixture(" + shown + " %: 1, 1: 2)");
        if (b.weight(0) != tenths / 1000.0) FAIL(shown);
        const auto sure = mixture({1.0, tenths / 1000.0}, {2.0, 1.0 - 0.5});
        if (!(parse_belief<double>(belief_text(sure)) == sure)) FAIL(belief_text(sure));
    }
    const auto joined = parse_belief<double>("discrete(70 %: 1, 10 %: 1, 20 %: 2)");
    CHECK((joined.quantile(0.8) == 1.0 && joined.cdf(1.0) == 0.8));
    const auto nested = parse_belief<double>("mixture(10 %: discrete(70 %: 1, 10 %: 2, 20 %: 3), 90 %: 4)");
    CHECK((nested.quantile(0.07) == 1.0 && nested.quantile(0.08) == 2.0));
    CHECK(parse_belief<double>("mixture(0.7: empirical(1, 2, 3, 4, 5, 6, 7, 8, 9, 10), 0.3: 20)").quantile(0.49) == 7.0);
    CHECK(parse_belief<double>("mixture(0.6: 0, 0.4: ci90(1, 3))") == mixture({0.0, 0.6}, {ci90(1.0, 3.0), 0.4}));
    const auto pooled = parse_belief<double>("pool(0.6: 0, 0.4: ci90(1, 3))");
    CHECK(pooled == mixture({0.0, 0.6}, {ci90(1.0, 3.0), 0.4}));
    CHECK((belief_text(pooled) == "pool(0.6: 0, 0.4: ci90(1, 3))" && parse_belief<double>(belief_text(pooled)) == pooled));

    const std::string error = error_of<double>("mixture(0: 60%, 1: 40%)");
    CHECK(error.find("line 1, column 14: got \"%\", expected the weight in front of the value") == 0);
    CHECK(error.find("write 0.6") != std::string::npos);
    for (const char* const text : {"discrete(0: 60 %, 1: 40 %)", "pool(1: 50 %, 2: 30 %, 3: 20 %)"}) {
        CHECK(error_of<double>(text).find("expected the weight in front") != std::string::npos);
    }
    for (const char* const text : {"mixture(0.3: 60 %, 0.7: 40 %)", "mixture(1: 60 %, 2: 30 %)", "mixture(0: 0.6, 1: 0.4)",
                                   "mixture(60 %: 30 %, 40 %: 70 %)"}) {
        CHECK(error_of<double>(text) == "read");
    }
}

TEST_CASE("parse_belief: quantiles in short and in full") {
    using span = quantity<dim::time>;
    const auto months = from_quantiles({0.1, 0.5, 0.9}, {10.0 * month, 20.0 * month, 50.0 * month});
    CHECK(parse_belief<span>("10/50/90: 10, 20, 50 months") == months);
    CHECK(parse_belief<span>("10 / 50 / 90 % : 10 months,20 months , 50 months") == months);
    CHECK(parse_belief<span>("from_quantiles(10 %: 10 months, 0.5: 20 months, 90 %: 50 months)") == months);
    CHECK(parse_belief<span>("from_quantiles(10 %: 10, 50 %: 20, 90 %: 50 months)") == months);
    CHECK(parse_belief<span>("10/50/90: 10, 20, 50 months above 0 months") == months.above(0.0 * month));
    CHECK(parse_belief<span>("10/50/90: 10, 20, 50 months, below 20 years") == months.below(20.0 * year));
    CHECK(parse_belief<span>("10/50/90: 10, 20, 50 months between 0 days and 20 years, terms 2") ==
          months.between(0.0 * day, 20.0 * year).terms(2));
    CHECK(parse_belief<span>("10/50/90: 10, 20, 50 months terms 2 above 1 day") == months.above(1.0 * day).terms(2));
    CHECK(parse_belief<double>("2.5/50/97.5: 20, 40, 70 % between 0 and 1") ==
          from_quantiles({{0.025, 0.2}, {0.5, 0.4}, {0.975, 0.7}}).between(0, 1));
    CHECK(parse_belief<double>("mixture(60 %: 10/50/90: 1, 2, 4, above 0, 40 %: 0)") ==
          mixture({from_quantiles({{0.1, 1}, {0.5, 2}, {0.9, 4}}).above(0), 0.6}, {0.0, 0.4}));
    CHECK(parse_belief<date>("10/50/90: 2027-01-01, 2028-01-01, 2031-01-01 above 2026-11-30") ==
          from_quantiles<date>({{0.1, 2027y / 1 / 1}, {0.5, 2028y / 1 / 1}, {0.9, 2031y / 1 / 1}}).above(2026y / 11 / 30));
    CHECK(parse_belief<money>("10/50/90: 80, 100, 150 million USD") ==
          from_quantiles({0.1, 0.5, 0.9}, {80.0 * million_usd, 100.0 * million_usd, 150.0 * million_usd}));
    CHECK(belief_text(parse_belief<span>("10/50/90: 10, 20, 50 months above 0 days")) ==
          "from_quantiles(10 %: 10 months, 50 %: 20 months, 90 %: 50 months, above 0 days)");
    CHECK(belief_text(parse_belief<double>("0.5/50/99.50 %: 1, 2, 3")) == "from_quantiles(0.5 %: 1, 50 %: 2, 99.50 %: 3)");
}

TEST_CASE("parse_belief: quantiles that cannot be read") {
    using Catch::Matchers::ContainsSubstring;
    const auto number = [](std::string_view text) { return error_of<double>(text); };
    CHECK_THAT(number("10/50/90: 1, 2"), ContainsSubstring("column 15: got \"the end\", expected a comma and a value for each level"));
    CHECK_THAT(number("10/50/90: 1, 2, 4, 8"), ContainsSubstring("expected the end of the text"));
    CHECK_THAT(number("10/50: 1, 2"), ContainsSubstring("takes 3 to 9 quantiles, got 2"));
    CHECK_THAT(number("1/2/3/4/5/6/7/8/9/10: 1, 2, 3, 4, 5, 6, 7, 8, 9, 10"), ContainsSubstring("got 10; leave some out"));
    CHECK_THAT(number("0.1/0.5/0.9: 1, 2, 4"), ContainsSubstring("expected levels in percent, as in 10/50/90: 1, 2, 5"));
    CHECK_THAT(number("10/50/100: 1, 2, 4"), ContainsSubstring("every probability must be between 0 and 1"));
    CHECK_THAT(number("10/90/50: 1, 2, 4"), ContainsSubstring("the probabilities must rise, got 0.9 and then 0.5"));
    CHECK_THAT(number("10/50/90: 1, 4, 2"), ContainsSubstring("the quantiles must rise with the probability"));
    CHECK_THAT(number("10/50/90: 10, 20, 100"), ContainsSubstring("2 terms would do, or a lower bound of 0"));
    CHECK_THAT(number("10/50/90: 1, 2, 4 above 3"), ContainsSubstring("every quantile must lie above the bound"));
    CHECK_THAT(number("10/50/90: 1, 2, 4 above infinite"), ContainsSubstring("expected a finite bound"));
    CHECK_THAT(number("10/50/90: 1, 2, 4 between 0 5"), ContainsSubstring("the word and"));
    CHECK_THAT(number("10/50/90: 1, 2, 4 terms 4"), ContainsSubstring("as many as quantiles (3), got 4"));
    CHECK_THAT(number("10/50/90: 1, 2, 4 terms two"), ContainsSubstring("a number"));
    CHECK_THAT(number("10/50/90: 1, 2, 4 terms 2.5"), ContainsSubstring("a whole number of terms"));
    CHECK_THAT(number("10/50/90: 1, 2, infinite"), ContainsSubstring("every quantile must be a finite number"));
    CHECK_THAT(number("from_quantiles(10 %, 50 %: 2, 90 %: 4)"), ContainsSubstring("a colon behind the probability"));
    CHECK_THAT(number("from_quantiles(above 0)"), ContainsSubstring("takes 3 to 9 quantiles, got 0"));
    CHECK_THAT(number("from_quantiles(10 %: 1, 50 %: 2, 90 %: 4"), ContainsSubstring("a closing bracket"));
    CHECK_THAT(number("from_quantiles(10 %: 1, 50 %: 2, 90 %: 4, above 0, 95 %: 5)"), ContainsSubstring("above, below, between or terms"));
    CHECK_THAT(number("from_quantile(10 %: 1, 50 %: 2, 90 %: 4)"), ContainsSubstring("did you mean from_quantiles?"));
    CHECK_THAT(error_of<quantity<dim::time>>("10/50/90: 10, 20, 50"), ContainsSubstring("a number and a unit of time"));
    CHECK_THAT(error_of<quantity<dim::time>>("10/50/90: 10, 20, 50 USD"), ContainsSubstring("a unit of time"));
    CHECK_THAT(error_of<date>("10/50/90: 2027-01-01, 2028-01-01, soon"), ContainsSubstring("a date"));
}

namespace {

/// What a message offers between quotes behind "did you mean".
std::vector<std::string> offered_in(const std::string& message) {
    std::vector<std::string> offered;
    std::size_t at = message.find("did you mean \"");
    while (at != std::string::npos && (at = message.find('"', at)) != std::string::npos) {
        const std::size_t end = message.find('"', at + 1);
        offered.push_back(message.substr(at + 1, end - at - 1));
        at = end + 1;
    }
    return offered;
}

template <class T>
void offers(const char* text, const std::vector<std::string>& meant) {
    CAPTURE(text);
    CHECK(offered_in(error_of<T>(text)) == meant);
}

/// How many texts were refused with an offer; each offer must be a belief.
template <class T>
int check_offers(const std::vector<std::string>& texts) {
    int count = 0;
    for (const std::string& text : texts) {
        const std::vector<std::string> offered = offered_in(error_of<T>(text));
        for (const std::string& offer : offered) {
            if (error_of<T>(offer) != "read") FAIL("of '" << text << "' it is offered '" << offer << "', which cannot be read");
        }
        count += offered.empty() ? 0 : 1;
    }
    return count;
}

}  // namespace

TEST_CASE("parse_belief: a text of another notation is refused with what it means in this one") {
    using time = quantity<dim::time>;
    offers<time>("3", {"3 months"});
    offers<time>("8 to 24", {"8 to 24 months"});
    offers<time>("8-24 months", {"8 to 24 months"});
    offers<time>("8 \xE2\x80\x93 24 months", {"8 to 24 months"});
    offers<time>("8..24 months", {"8 to 24 months"});
    offers<time>("between 8 and 24 months", {"8 to 24 months"});
    offers<time>("18mo", {"18 months"});
    offers<time>("2.5 yrs.", {"2.5 years"});
    offers<time>("3 Months", {"3 months"});
    offers<time>("5 +/- 1 months", {"normal(5 months, 1 months)", "uniform(4 months, 6 months)"});
    offers<time>("about 5 months", {"around(5 months, 1.5)", "5 months"});
    offers<time>("uniform(3, 5)", {"uniform(3 months, 5 months)"});
    offers<money>("10,000 USD", {"10000 USD"});
    offers<money>("10'000 USD", {"10000 USD"});
    offers<money>("1 234 567 USD", {"1234567 USD"});
    offers<money>("$10bn", {"10 billion USD"});
    offers<money>("USD 1.5m", {"1.5 million USD"});
    offers<money>("$10-20 million", {"10 to 20 million USD"});
    offers<money>("10m to 20m USD", {"10 million USD to 20 million USD"});
    offers<money>("0 to 20 million USD", {"uniform(0 million USD, 20 million USD)", "pert(0 million USD, 10 million USD, 20 million USD)"});
    offers<decltype(usd / chip)>("$3,500 per chip", {"3500 USD per chip"});
    offers<double>("10,000", {"10000"});
    offers<double>("1,5", {"1.5"});
    offers<double>("1.234.567,5", {"1234567.5"});
    offers<double>("10^6", {"1e6"});
    offers<double>("3x", {"3"});
    offers<double>("5\xC2\xB1" "1", {"normal(5, 1)", "uniform(4, 6)"});
    offers<double>(">3", {"3 to 6"});
    offers<double>("up to 3", {"uniform(0, 3)"});
    offers<double>("ci90(0, 3)", {"uniform(0, 3)"});
    offers<double>("-5 to 5", {"normal_ci(90 %, -5, 5)"});
    offers<date>("2028-01", {"2028-01-01", "uniform(2028-01-01, 2028-02-01)"});
    offers<date>("Q4 2027", {"2027-10-01", "uniform(2027-10-01, 2028-01-01)"});
    offers<date>("2027H1", {"2027-01-01", "uniform(2027-01-01, 2027-07-01)"});
    offers<date>("Jun 1, 2027", {"2027-06-01"});
    offers<date>("2027/6/5", {"2027-06-05"});
    offers<date>("2027-2029", {"2027 to 2029"});
    offers<date>("Q3 2027 to Q1 2028", {"2027-07-01 to 2028-01-01"});
    offers<date>("18 months", {"2026-11-21 + 18 months"});
    // Which of the two is the month, nobody knows.
    offers<date>("01/06/2027", {});
    offers<date>("soon .5", {});
    offers<double>("ten", {});
    offers<money>("\xE2\x82\xAC" "5 million", {});
}
TEST_CASE("parse_belief: for a share from nothing on no shape is offered that goes below it") {
    offers<double>("0% to 20%", {"uniform(0%, 20%)", "pert(0%, 10%, 20%)"});
    for (const std::string& offer : offered_in(error_of<double>("0% to 20%"))) {
        const auto [lo, hi] = parse_belief<double>(offer).support();
        CHECK(lo == 0.0);
        CHECK(hi == 0.2);
    }
}
TEST_CASE("parse_belief: what a message offers can be read") {
    const std::vector<std::string> numbers{"3", "0", "8-24", "8 - 24", "10,000", "1,5", "1.5", "~5", "about 5", ">3", "< 3", "5+-1", "0 to 20",
                                           "-5 to 5", "0-20", "[3, 5]", "10 000", "1e6", "10^6", "$10", "$1-2", "1/3", "from 3 to 5", "3.."};
    const std::vector<std::string> behind{"", "%", " %", "k", "m", "bn", " M", "x", " months", "mo", "yrs", " USD", " usd", "m USD", "/chip", " per chip",
                                          " dollars", " million", " Million USD", "-fold", " (guess)", ")", ", 3)"};
    std::vector<std::string> texts;
    for (const std::string& number : numbers) {
        for (const std::string& unit : behind) {
            texts.push_back(number + unit);
            texts.push_back("uniform(" + number + unit + ", 40" + unit + ")");
        }
    }
    CHECK(check_offers<double>(texts) > 100);
    CHECK(check_offers<money>(texts) > 100);
    CHECK(check_offers<quantity<dim::time>>(texts) > 100);
    CHECK(check_offers<decltype(usd / chip)>(texts) > 50);
    std::vector<std::string> dates;
    for (const char* const part : {"Q1", "q4", "H2", "Jan", "december", "31 Feb", "30 Sept", "mid", "end of", "early", "by", "1", "12/", "2026-", "in", "soon", "~"}) {
        for (const char* const when : {"2027", "2028-02", "27", "2027-13", "2027 + 3 months", "99999", "0"}) {
            dates.push_back(std::string(part) + " " + when);
            dates.push_back(std::string(when) + " " + part);
            dates.push_back(std::string(part) + when + " to " + when + part);
        }
    }
    CHECK(check_offers<date>(dates) > 40);
}
