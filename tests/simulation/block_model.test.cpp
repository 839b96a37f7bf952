// SPDX-License-Identifier: BSL-1.0
#include <headway/simulation/detail/block_model.hpp>

#include "catch.hpp"

#include <headway/simulation/simulate.hpp>

#include <stdexcept>
#include <vector>

namespace hw = headway;

namespace {

constexpr auto x = hw::assumption<"x">(hw::normal(0.0, 1.0), "test");
constexpr auto y = hw::assumption<"y">(hw::uniform(0.0, 4.0), "test");

/// A logarithm that says what it cannot take, as the checks in models do: of a whole block, if of any draw.
template <class T>
T checked_log(const T& value) {
    if (!hw::all_of(value > 0.0)) throw std::domain_error("checked_log: needs a value above 0");
    return hw::log(value);
}

/// Both run the same model, one on blocks, one draw after the other; every draw must have the same bits.
template <class Model>
void runs_as_its_draws_do(const Model& model) {
    const auto in_blocks = hw::forecast(hw::inputs(x, y), model);
    const auto one_by_one = hw::forecast(hw::inputs(x, y), hw::draw_by_draw(model));
    for (const auto method : {hw::method::independent, hw::method::sobol}) {
        const hw::simulation options{.draws = 2'000, .seed = 7, .method = method};
        const auto a = hw::simulate(in_blocks, options);
        const auto b = hw::simulate(one_by_one, options);
        const auto of = [](const auto& o) {
            std::vector<double> all;
            for (const auto& range : o.column().kept()) {
                all.insert(all.end(), range.draws().begin(), range.draws().end());
            }
            return all;
        };
        CHECK(of(a) == of(b));
    }
}

TEST_CASE("a model that branches gives each draw what it gives that draw alone") {
    runs_as_its_draws_do([](const auto& in) { return in[x] > 0.5 ? in[y] * 2.0 : in[y] - in[x]; });
    // More ways than two, and ways that part again.
    runs_as_its_draws_do([](const auto& in) {
        auto sum = in[y];
        if (in[x] > 0.0) {
            sum = sum + in[x];
            if (in[y] > 2.0) sum = sum * 3.0;
        } else if (in[y] < 1.0) {
            sum = sum - 7.0;
        }
        return sum;
    });
    // A loop that every draw leaves after rounds of its own.
    runs_as_its_draws_do([](const auto& in) {
        auto left = in[y];
        double rounds = 0.0;
        while (left > 0.1) {
            left = left * 0.7;
            rounds += 1.0;
        }
        return left + rounds;
    });
}

TEST_CASE("a check on one way is not asked of draws that go another") {
    runs_as_its_draws_do([](const auto& in) {
        if (in[x] > 0.0) return checked_log(in[x]);
        return checked_log(1.0 - in[x]) * 5.0;
    });
}

TEST_CASE("of several draws at which a model throws the lowest is named, on whichever way it lies") {
    const auto f = hw::forecast(hw::inputs(x, y), [](const auto& in) {
        if (in[y] > 3.0) return checked_log(in[x] + 100.0);
        return checked_log(in[x] + 2.0);
    });
    const auto by_draws = hw::forecast(hw::inputs(x, y), hw::draw_by_draw([](const auto& in) {
        if (in[y] > 3.0) return checked_log(in[x] + 100.0);
        return checked_log(in[x] + 2.0);
    }));
    const auto first_fault = [](const auto& forecast) {
        try {
            (void)hw::simulate(forecast, {.draws = 5'000, .seed = 3});
        } catch (const hw::model_error& e) {
            return e.draw().value();
        }
        return ~std::uint64_t{0};
    };
    CHECK(first_fault(f) < 5'000);
    CHECK(first_fault(f) == first_fault(by_draws));
}

TEST_CASE("a model that runs another forecast keeps its own way") {
    const auto inner = hw::forecast(hw::inputs(x), [](const auto& in) { return in[x] > 0.0 ? in[x] : 0.0 * in[x]; });
    const double mean = hw::simulate(inner, {.draws = 640, .seed = 5}).mean();
    runs_as_its_draws_do([&](const auto& in) {
        if (in[x] > 0.3) return in[y] + hw::simulate(inner, {.draws = 640, .seed = 5}).mean();
        return in[y] > 1.0 ? in[y] - mean : in[x] + mean;
    });
}

}  // namespace
