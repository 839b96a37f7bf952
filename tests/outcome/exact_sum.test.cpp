// SPDX-License-Identifier: BSL-1.0
#include <headway/outcome/detail/exact_sum.hpp>

#include "catch.hpp"

#include <bit>
#include <cstdint>
#include <initializer_list>
#include <limits>
#include <vector>

using headway::detail::exact_sum;

namespace {

constexpr double greatest = std::numeric_limits<double>::max();
constexpr double least = 0x1p-1074;

constexpr exact_sum sum_of(std::initializer_list<double> terms) {
    exact_sum sum;
    for (const double x : terms) sum.add(x);
    return sum;
}

// What cancels leaves what was far below it.
static_assert(exact_sum().value() == 0.0 && sum_of({0.0, -0.0}).value() == 0.0);
static_assert(sum_of({greatest, least, -greatest}).value() == least);
static_assert(sum_of({-greatest, 1.0, greatest}).value() == 1.0);
static_assert(sum_of({1e308, 1.0, -1e308, -least}).value() == 1.0);
static_assert(sum_of({greatest, greatest, -greatest}).value() == greatest);
static_assert(sum_of({least, least, least}).value() == 3.0 * least && sum_of({-least}).value() == -least);
// The least normal number, the greatest subnormal one, and between them.
static_assert(sum_of({0x1p-1022}).value() == 0x1p-1022 && sum_of({0x1p-1022, -least}).value() == 0x1p-1022 - least);
static_assert(sum_of({0x1p-1022 - least, least}).value() == 0x1p-1022);
static_assert(sum_of({-1.0, 0x1p-53}).value() == -1.0 + 0x1p-53 && sum_of({-3.0, 1.0}).value() == -2.0);

std::uint64_t state = 7;
std::uint64_t next() { return state = state * 6364136223846793005U + 1442695040888963407U; }

}  // namespace

TEST_CASE("every double is its own sum, whatever its exponent and sign") {
    int wrong = 0;
    for (int exponent = 0; exponent < 2047; ++exponent) {
        for (const std::uint64_t fraction : {std::uint64_t{0}, std::uint64_t{1}, next() >> 12U, ~std::uint64_t{0} >> 12U}) {
            const auto x = std::bit_cast<double>(static_cast<std::uint64_t>(exponent) << 52U | fraction);
            wrong += sum_of({x}).value() != x || sum_of({-x}).value() != -x || sum_of({x, -x}).value() != 0.0;
            wrong += sum_of({x, x, -x}).value() != x;
        }
    }
    CHECK(wrong == 0);
}

TEST_CASE("sums of whole numbers are exact on every scale, in every order, and however they are split") {
    for (int scale = -1060; scale <= 950; scale += 67) {
        const double unit = scale < -1000 ? 0x1p-1000 * std::bit_cast<double>(static_cast<std::uint64_t>(scale + 1000 + 1023) << 52U)
                                          : std::bit_cast<double>(static_cast<std::uint64_t>(scale + 1023) << 52U);
        std::int64_t whole = 0;
        exact_sum forward, backward, left, right;
        std::vector<double> terms;
        for (int i = 0; i < 1000; ++i) {
            const auto term = static_cast<std::int64_t>(next() >> 24U) * ((next() >> 63U) != 0 ? -1 : 1);  // of 40 bits
            whole += term;
            terms.push_back(static_cast<double>(term) * unit);
        }
        for (std::size_t i = 0; i < terms.size(); ++i) {
            forward.add(terms[i]);
            backward.add(terms[terms.size() - 1 - i]);
            (i % 3 == 0 ? left : right).add(terms[i]);
        }
        left.add(right);
        INFO("scale " << scale);
        CHECK(forward.value() == static_cast<double>(whole) * unit);
        CHECK(forward.digits() == backward.digits());
        CHECK(forward.digits() == left.digits());
        CHECK(exact_sum::from_digits(forward.digits()).value() == forward.value());
    }
}

TEST_CASE("a sum of more than 53 bits is rounded to within one unit in the last place") {
    CHECK(sum_of({0x1p53, 1.0}).value() - 0x1p53 <= 2.0);
    CHECK(sum_of({0x1p53, 1.0}).value() >= 0x1p53);
    CHECK(sum_of({0x1p60, 3.0 * 0x1p8, 0x1p-300}).value() == 0x1p60 + 3.0 * 0x1p8);
    CHECK(sum_of({0x1p64, -1.0}).value() == 0x1p64);
    CHECK(sum_of({0x1p53, 2.0, -0x1p-200}).value() - 0x1p53 >= 0.0);
    CHECK(sum_of({0x1p53, 2.0, -0x1p-200}).value() - 0x1p53 <= 2.0);
}
