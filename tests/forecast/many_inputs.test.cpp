// SPDX-License-Identifier: BSL-1.0
// A forecast of 200 inputs is a constant like any other, and one with a few correlations among many inputs.
#include <headway/forecast/forecast.hpp>

#include <cstddef>
#include <utility>

#include "catch.hpp"

#include <headway/belief/makers.hpp>

namespace hw = headway;

namespace {

constexpr std::size_t count = 200;

/// "input 007"
template <std::size_t I>
consteval auto numbered() {
    const char text[] = {'i', 'n', 'p', 'u', 't', ' ', '0' + I / 100, '0' + I / 10 % 10, '0' + I % 10, '\0'};
    return hw::label<9>(text);
}
template <std::size_t I>
inline constexpr auto input = hw::assumption<numbered<I>()>(hw::normal(1.0 + I, 0.5), "test");

template <std::size_t... I, class... Correlations>
constexpr auto sum_of(std::index_sequence<I...>, const Correlations&... correlated) {
    return hw::forecast(
        hw::inputs(input<I>...), [](const auto& in) { return (in[input<I>] + ...); }, correlated...);
}

constexpr auto independent = sum_of(std::make_index_sequence<count>());
constexpr auto correlated = sum_of(std::make_index_sequence<60>(), hw::correlate(input<3>, input<50>, 0.5),
                                   hw::correlate(input<50>, input<7>, -0.3));

// 1 + 2 + ... + 200
static_assert(independent.baseline() == 20100.0);
static_assert(correlated.baseline() == 1830.0);
static_assert(!independent.correlation().any() && correlated.correlation().takes_part(50));

}  // namespace

TEST_CASE("a forecast of 200 inputs is the same when it is not a constant") {
    CHECK(independent.baseline() == 20100.0);
    CHECK_THAT(correlated.correlation().factor()[50][3],
               Catch::Matchers::WithinRel(hw::normal_from_rank_correlation(0.5), 1e-15));
}
