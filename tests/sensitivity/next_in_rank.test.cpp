// SPDX-License-Identifier: BSL-1.0
#include <headway/sensitivity/detail/next_in_rank.hpp>

#include "catch.hpp"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <vector>

using headway::detail::next_in_rank;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

using numbers = std::vector<double>;
using places = std::vector<std::size_t>;

/// Uniform from 0 to 1.
numbers some(std::size_t n, std::uint64_t state) {
    numbers values;
    for (std::size_t i = 0; i < n; ++i) {
        state = state * 6364136223846793005U + 1442695040888963407U;
        values.push_back(static_cast<double>(state >> 11U) * 0x1p-53);
    }
    return values;
}
numbers less_mean(numbers z) {
    const double mean = std::accumulate(z.begin(), z.end(), 0.0) / static_cast<double>(z.size());
    for (double& x : z) x -= mean;
    return z;
}
double variance_of(const numbers& z) {
    double sum = 0.0;
    for (const double x : z) sum += x * x;
    return sum / (static_cast<double>(z.size()) - 1.0);
}
double half_square(double a, double b) { return 0.5 * (a - b) * (a - b); }

/// By definition, looking through all draws for each.
double by_definition(const numbers& x, const numbers& z, const places& part) {
    double sum = 0.0, count = 0.0;
    const auto other = [&](std::size_t i, std::size_t k) { return i != k && (part.empty() || part[i] != part[k]); };
    for (std::size_t i = 0; i < x.size(); ++i) {
        double equals = 0.0, of_equals = 0.0;
        std::size_t next = x.size();
        for (std::size_t k = 0; k < x.size(); ++k) {
            if (!other(i, k)) continue;
            if (x[k] == x[i]) {
                of_equals += half_square(z[i], z[k]);
                ++equals;
            }
            if (x[k] > x[i] && (next == x.size() || x[k] < x[next])) next = k;
        }
        if (equals > 0.0) {
            sum += of_equals / equals;
        } else if (next < x.size()) {
            sum += half_square(z[i], z[next]);
        } else {
            continue;
        }
        ++count;
    }
    return 1.0 - sum / count / variance_of(z);
}

}  // namespace

TEST_CASE("the estimator is that of Gamboa et al. without the pair of the last and the first") {
    for (const std::size_t n : {3U, 4U, 50U, 777U}) {
        const numbers x = some(n, 1);
        numbers y = some(n, 2);
        for (std::size_t i = 0; i < n; ++i) y[i] += 2.0 * x[i];
        const numbers z = less_mean(y);
        places order(n);
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::sort(order.begin(), order.end(), [&](std::size_t i, std::size_t k) { return x[i] < x[k]; });
        double products = 0.0, squares = 0.0;
        for (std::size_t i = 0; i < n; ++i) {
            products += z[order[i]] * z[order[(i + 1) % n]];
            squares += z[i] * z[i];
        }
        const double theirs = products / squares;
        // They divide by n what is a sum over n pairs, here there is one pair less, and the variance has n - 1 too.
        const double of_the_ends = half_square(z[order.back()], z[order.front()]);
        CHECK_THAT(next_in_rank(z, variance_of(z), {}).share(x).value, WithinAbs(theirs + of_the_ends / squares, 1e-12));
    }
}

TEST_CASE("draws with the same value are compared with each other, whatever their order") {
    numbers x = some(300, 3), y = some(300, 4);
    for (std::size_t i = 0; i < x.size(); ++i) {
        if (i % 3 == 0) x[i] = 0.5;                                        // many
        if (i % 3 == 1) x[i] = static_cast<double>(static_cast<int>(40.0 * x[i]));  // few, all below 0.5 or above it
        y[i] += x[i] * x[i];
    }
    const numbers z = less_mean(y);
    const auto share = next_in_rank(z, variance_of(z), {}).share(x);
    CHECK_THAT(share.value, WithinAbs(by_definition(x, z, {}), 1e-12));
    // The other way round, of equal ones the last comes first: values that are alone may follow another of them.
    numbers coin;
    for (std::size_t i = 0; i < z.size(); ++i) coin.push_back(i % 7 < 3 ? 1.0 : 2.0);
    const auto there = next_in_rank(z, variance_of(z), {}).share(coin);
    numbers back_coin(coin.rbegin(), coin.rend()), back_z(z.rbegin(), z.rend());
    const auto back = next_in_rank(back_z, variance_of(z), {}).share(back_coin);
    CHECK_THAT(back.value, WithinAbs(there.value, 1e-12));
    CHECK_THAT(there.value, WithinAbs(by_definition(coin, z, {}), 1e-12));
}

TEST_CASE("draws of one part are not compared") {
    for (const std::size_t parts : {2U, 5U}) {
        numbers x = some(400, 5), y = some(400, 6);
        places part;
        for (std::size_t i = 0; i < x.size(); ++i) {
            part.push_back(i * parts / x.size());
            y[i] += x[i];
        }
        const numbers z = less_mean(y);
        CHECK_THAT(next_in_rank(z, variance_of(z), part).share(x).value, WithinAbs(by_definition(x, z, part), 1e-12));
        for (double& v : x) v = static_cast<double>(static_cast<int>(6.0 * v * v));
        next_in_rank compared(z, variance_of(z), part);
        CHECK_THAT(compared.share(x).value, WithinAbs(by_definition(x, z, part), 1e-12));
        CHECK_THAT(compared.share(x).value, WithinAbs(by_definition(x, z, part), 1e-12));  // nothing is left of the first
    }
    // Equal ones of one part only are compared with the next: 1 - (2 of 4 ½ (1 - 3)², of 2 and 3 with the next) / ...
    const numbers x{1.0, 1.0, 2.0, 3.0};
    const numbers z = less_mean({0.0, 2.0, 3.0, 7.0});
    const places part{0, 0, 1, 0};
    const double left = (4.5 + 0.5 + 8.0) / 3.0;  // 0 and 2 with 3, 3 with 7; 7 has none
    CHECK_THAT(next_in_rank(z, variance_of(z), part).share(x).value, WithinAbs(1.0 - left / variance_of(z), 1e-14));
}

TEST_CASE("what does not matter has 0 on average, and a result of one input alone has 1") {
    // 400 samples of 50 draws: each estimate has a standard deviation of about 1 / sqrt(50), their mean of 0.007.
    double sum = 0.0, square = 0.0, errors = 0.0;
    for (std::uint64_t seed = 1; seed <= 400; ++seed) {
        const numbers z = less_mean(some(50, 2 * seed));
        const auto share = next_in_rank(z, variance_of(z), {}).share(some(50, 2 * seed + 1));
        sum += share.value;
        square += share.value * share.value;
        errors += share.standard_error * share.standard_error;
    }
    CHECK_THAT(sum / 400.0, WithinAbs(0.0, 0.025));
    // The spread that they have is the one that they state.
    CHECK_THAT(errors, WithinRel(square, 0.25));

    numbers levels = some(100, 8);
    for (double& v : levels) v = static_cast<double>(static_cast<int>(3.0 * v));
    const numbers z = less_mean(levels);
    const auto all = next_in_rank(z, variance_of(z), {}).share(levels);
    CHECK_THAT(all.value, WithinAbs(1.0, 1e-14));
    CHECK_THAT(all.standard_error, WithinAbs(0.0, 1e-7));
    const auto none = next_in_rank(z, variance_of(z), {}).share(numbers(100, 3.0));
    CHECK((none.value == 0.0 && none.standard_error == 0.0));
}
