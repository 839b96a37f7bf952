// SPDX-License-Identifier: BSL-1.0
#include <headway/belief/belief_sampler.hpp>

#include "catch.hpp"

#include <vector>

#include <headway/belief/discrete.hpp>
#include <headway/belief/empirical.hpp>
#include <headway/belief/makers.hpp>
#include <headway/belief/mixture.hpp>
#include <headway/belief/truncated.hpp>
#include <headway/quantity/units.hpp>

using namespace headway;
using namespace headway::units;
using Catch::Matchers::WithinAbs;

namespace {

constexpr std::size_t n = 64;

/// Scattered over (0, 1), with its far ends and every power of two.
std::vector<double> uniforms() {
    std::vector<double> u;
    for (unsigned k = 0; k < 64 * 200; ++k) u.push_back(((k * 40503U) % 65536U + 0.5) / 65536.0);
    for (int e = 1; e <= 53; ++e) {
        const double tail = 1.0 / static_cast<double>(std::uint64_t{1} << e);
        for (const double near : {tail, tail * (1.0 - 0x1p-52), tail * (1.0 + 0x1p-52)}) {
            u.push_back(near);
            u.push_back(1.0 - near < 1.0 ? 1.0 - near : 1.0 - 0x1p-53);
        }
    }
    while (u.size() % n != 0) u.push_back(0.5);
    return u;
}

}  // namespace

TEST_CASE("a sampler without a table has the belief's very bits") {
    const std::vector<belief<double>> fast = {
        exactly(2), uniform(2, 10), normal(3, 2), lognormal(4.5, 0.5), triangular(1, 2.5, 10), bernoulli(0.3),
        discrete({1, 0.2}, {2, 0.5}, {5, 0.3}), empirical({3.0, 1.0, 4.0}), truncated(normal(3, 2), 2, 9),
        mixture({0.0, 0.6}, {1.0, 0.2}, {ci90(1.0, 3.0), 0.1}, {ci90(2.0, 10.0), 0.1})};
    for (const auto& b : fast) {
        const belief_sampler sampler(b);
        int differ = 0;
        for (const double u : uniforms()) {
            differ += sampler.draw(u) == b.draw(u) ? 0 : 1;
            differ += sampler.draw_from_normal(normal_quantile(u)) == b.draw_from_normal(normal_quantile(u)) ? 0 : 1;
        }
        INFO(name_of(b.shape()));
        CHECK(differ == 0);
    }
}

TEST_CASE("a table agrees with the quantile function, and a block with single draws") {
    const std::vector<belief<double>> slow = {
        pert(1, 2, 5), pert(0, 0, 1), beta(2, 3.5), beta(0.5, 0.25), beta(0.02, 0.5), beta(300, 40), gamma(2.5, 3),
        gamma(0.3, 1), gamma(1000, 1), weibull(1.5, 2), weibull(0.3, 2), student_t(1), student_t(4, 100, 1),
        student_t(500), log_student_t(9, 3, 0.5), log_student_t(32, 1e9, 0.1), truncated(gamma(2.5, 3), 1, 9),
        truncated(student_t(2), -1, 5), truncated(normal(0, 1), 0.1, 0.101), truncated(lognormal(1, 1), 5, 5.001),
        mixture({0.0, 0.5}, {pert(2, 3, 10), 0.5}), mixture({gamma(2, 3), 1}, {normal(0, 1), 1}, {student_t(3), 0})};
    for (const auto& b : slow) {
        INFO(name_of(b.shape()) << " " << b.parameters()[0] << " " << b.parameters()[1]);
        const belief_sampler sampler(b);
        const auto u = uniforms();
        const double width = b.quantile(0.75) - b.quantile(0.25);
        double worst = 0.0;
        int differ = 0;
        int by_table = 0;  // not to the last bit what the function gives: a table that is not used would cost time only
        for (std::size_t first = 0; first < u.size(); first += n) {
            double drawn[n];
            sampler.draw_block<n>(u.data() + first, drawn);
            double in_place[n];
            for (std::size_t i = 0; i < n; ++i) in_place[i] = u[first + i];
            sampler.draw_block<n>(in_place, in_place);
            for (std::size_t i = 0; i < n; ++i) {
                const double exact = b.draw(u[first + i]);
                worst = max(worst, headway::abs(drawn[i] - exact) / max(headway::abs(exact), width));
                by_table += drawn[i] != exact ? 1 : 0;
                differ += drawn[i] == sampler.draw(u[first + i]) && drawn[i] == in_place[i] ? 0 : 1;
            }
        }
        CHECK(worst <= 1.2e-13);
        CHECK(differ == 0);
        CHECK(by_table > static_cast<int>(u.size() / 8));
    }
}

TEST_CASE("a mixture draws the same bits one by one, in blocks and in groups") {
    const std::vector<belief<double>> mixtures = {
        mixture({0.0, 0.6}, {1.0, 0.2}, {ci90(1.0, 3.0), 0.1}, {ci90(2.0, 10.0), 0.1}),
        mixture({normal(0, 1), 0.5}, {lognormal(4, 0.3), 0.5}), mixture({0.0, 0.5}, {pert(2, 3, 10), 0.5}),
        mixture({truncated(normal(0, 1), 0, 2), 0.1}, {ci90(2.0, 10.0), 0.7}, {student_t(3), 0.2}),
        mixture({normal(-5, 1), 1.0}, {ci90(2.0, 10.0), 1.0}, {3.0, 1.0}, {normal(5, 2), 0.0}, {ci90(20.0, 30.0), 2.0},
                {uniform(7, 9), 1.0}, {-2.0, 0.5}, {normal(9, 0.1), 3.0})};
    constexpr std::size_t group = belief_sampler::group_size;
    auto u = uniforms();
    while (u.size() % group != 0) u.push_back(0.25);
    for (const auto& b : mixtures) {
        const belief_sampler sampler(b);
        REQUIRE(sampler.draws_best_in_groups());
        int differ = 0;
        for (std::size_t first = 0; first < u.size(); first += group) {
            std::vector<double> grouped(group);
            sampler.draw_group(u.data() + first, grouped.data());
            for (std::size_t block = 0; block < group; block += n) {
                double drawn[n];
                sampler.draw_block<n>(u.data() + first + block, drawn);
                for (std::size_t i = 0; i < n; ++i) {
                    differ += drawn[i] == grouped[block + i] && drawn[i] == sampler.draw(u[first + block + i]) ? 0 : 1;
                }
            }
        }
        CHECK(differ == 0);
    }
    CHECK(!belief_sampler(ci90(1.0, 3.0)).draws_best_in_groups());
    CHECK(!belief_sampler(discrete({1, 0.5}, {2, 0.5})).draws_best_in_groups());
}

TEST_CASE("draws from normals agree for mixtures with jumps and gaps, too") {
    const std::vector<belief<double>> all = {
        pert(1, 2, 5), student_t(4, 100, 1),
        mixture({0.0, 0.6}, {1.0, 0.2}, {ci90(1.0, 3.0), 0.1}, {ci90(2.0, 10.0), 0.1}),
        mixture({normal(0, 1), 0.5}, {normal(40, 1), 0.5}), mixture({uniform(0, 1), 0.3}, {uniform(5, 6), 0.7}),
        mixture(std::vector<weighted<double>>(20, {ci90(1.0, 3.0), 1.0}))};
    for (const auto& b : all) {
        INFO(name_of(b.shape()));
        const belief_sampler sampler(b, drawn_from::normals);
        const double width = b.quantile(0.75) - b.quantile(0.25);
        double worst = 0.0;
        int differ = 0;
        double before = b.support().first;
        for (int first = -640; first < 640; first += static_cast<int>(n)) {
            double z[n];
            for (std::size_t i = 0; i < n; ++i) z[i] = (first + static_cast<int>(i)) / 80.0;
            double drawn[n];
            sampler.draw_from_normal_block<n>(z, drawn);
            for (std::size_t i = 0; i < n; ++i) {
                const double exact = b.draw_from_normal(z[i]);
                worst = max(worst, headway::abs(drawn[i] - exact) / max(headway::abs(exact), width));
                differ += drawn[i] == sampler.draw_from_normal(z[i]) ? 0 : 1;
                differ += drawn[i] >= before - 1e-13 * max(headway::abs(before), width) ? 0 : 1;
                before = drawn[i];
            }
        }
        CHECK(worst <= 1.2e-13);
        CHECK(differ == 0);
    }
}

TEST_CASE("a sampler is of any unit, and copies share its table") {
    const auto b = pert(1.0 * million_usd, 2.0 * million_usd, 5.0 * million_usd);
    const belief_sampler sampler(b);
    belief_sampler copy;
    CHECK(copy.draw(0.3) == 0.0);
    copy = sampler;
    for (const double u : {0.01, 0.3, 0.9}) {
        CHECK(copy.draw(u) == sampler.draw(u));
        CHECK_THAT(copy.draw(u), WithinAbs(b.quantile(u).in(usd), 1e-6));
    }
}

TEST_CASE("never is drawn as every value, by itself, from a list and from a mixture") {
    const double never = std::numeric_limits<double>::infinity();
    const auto drawn_share = [&](const belief<date>& b, drawn_from source) {
        const belief_sampler sampler(b, source);
        double u[64], drawn[64];
        int count = 0;
        const auto standard = source == drawn_from::uniforms ? uniform(0, 1) : normal(0, 1);
        for (int i = 0; i < 64; ++i) u[i] = standard.quantile((i + 0.5) / 64.0);
        if (source == drawn_from::uniforms) {
            sampler.draw_block<64>(u, drawn);
        } else {
            sampler.draw_from_normal_block<64>(u, drawn);
        }
        for (const double x : drawn) {
            CHECK((x == never || is_finite(x)));
            count += x == never ? 1 : 0;
        }
        return count;
    };
    std::vector<weighted_value<date>> many{{date::never(), 48.0}};
    for (int i = 0; i < 16; ++i) many.push_back({date() + i * day, 1.0});
    for (const auto source : {drawn_from::uniforms, drawn_from::normals}) {
        CHECK(drawn_share(exactly(date::never()), source) == 64);
        CHECK(drawn_share(discrete(weighted_value{date(), 0.25}, {date::never(), 0.75}), source) == 48);
        CHECK(drawn_share(discrete(many), source) == 48);
        CHECK(drawn_share(mixture<date>({{normal(date(), 1.0 * year), 0.25}, {exactly(date::never()), 0.75}}), source) == 48);
        CHECK(drawn_share(mixture<date>({{date::never(), 0.25}, {date::never(), 0.75}}), source) == 64);
    }
}
