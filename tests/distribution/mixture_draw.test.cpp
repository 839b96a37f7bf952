// SPDX-License-Identifier: BSL-1.0
#include <headway/distribution/mixture_draw.hpp>

#include "catch.hpp"

#include <bit>
#include <cstdint>
#include <vector>

#include <headway/belief/makers.hpp>
#include <headway/belief/mixture.hpp>
#include <headway/sampling/random_stream.hpp>

namespace hw = headway;
using hw::detail::mixture_loop;

namespace {

constexpr std::size_t size = hw::detail::lanes_by_component::most;

/// Uniform numbers of which some are as near to 0 and 1 as they come.
std::vector<double> uniforms() {
    std::vector<double> u(size);
    auto reader = hw::random_stream(7, hw::hash_of("mixture_draw.test")).read();
    for (std::size_t block = 0; block < size / 64; ++block) reader.uniforms(block, u.data() + 64 * block);
    u[3] = 0x1p-53;
    u[70] = 1.0 - 0x1p-53;
    u[71] = 1e-12;
    return u;
}

/// Draws by the loop that spells out vectors of `Width` numbers against single draws, which choose their component by a search
/// and ask it for a quantile. How many differ, and how many lanes were left.
struct outcome_of_loop {
    std::size_t different;
    std::size_t left;
};
template <int Width>
outcome_of_loop against_single_draws(const hw::belief<double>& b) {
    const std::vector<double> u = uniforms();
    std::vector<double> drawn(size);
    hw::detail::lanes_left left;
    mixture_loop<Width>{b.parts(), u.data(), drawn.data(), size / 64, &left}();
    std::vector<bool> is_left(size);
    for (std::size_t i = 0; i < left.count; ++i) is_left[left.lane[i]] = true;
    std::size_t different = 0;
    for (std::size_t i = 0; i < size; ++i) {
        if (is_left[i]) continue;
        if (std::bit_cast<std::uint64_t>(drawn[i]) != std::bit_cast<std::uint64_t>(b.draw(u[i]))) ++different;
    }
    return {different, left.count};
}
template <int Width>
void check_the_loop() {
    const auto sure_and_lognormals = hw::mixture({0.0, 0.6}, {1.0, 0.2}, {hw::ci90(1.0, 3.0), 0.1}, {hw::ci90(2.0, 10.0), 0.1});
    CHECK(against_single_draws<Width>(sure_and_lognormals).different == 0);
    CHECK(against_single_draws<Width>(sure_and_lognormals).left == 0);

    const auto two = hw::mixture({hw::normal(-1.0, 2.0), 0.3}, {hw::normal(5.0, 0.1), 0.7});
    CHECK(against_single_draws<Width>(two).different == 0);

    // A lognormal so wide that its exponentials may be subnormal or infinite, one of weight 0, and eight in all.
    const auto eight = hw::mixture({hw::lognormal_ci(0.9, 1e-100, 1e100), 0.2}, {hw::normal(0.0, 1.0), 0.1}, {-2.0, 0.1},
                                   {hw::ci90(1.0, 3.0), 0.0}, {hw::ci90(0.01, 3000.0), 0.2}, {hw::uniform(1.0, 2.0), 0.1},
                                   {hw::ci90(1.0, 1.1), 0.2}, {0.5, 0.1});
    const outcome_of_loop of_eight = against_single_draws<Width>(eight);
    CHECK(of_eight.different == 0);
    CHECK(of_eight.left > size / 20);  // of the uniform, which has no loop: a tenth
    CHECK(of_eight.left < size / 5);
}

}  // namespace

TEST_CASE("a mixture's blocks have the bits of its single draws") { check_the_loop<1>(); }

#if defined(__GNUC__)
TEST_CASE("a mixture's blocks in vectors of two have the bits of its single draws") { check_the_loop<2>(); }
#endif
