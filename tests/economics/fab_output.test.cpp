// SPDX-License-Identifier: BSL-1.0
#include <headway/economics/fab_output.hpp>

#include "../trend/number_types.hpp"
#include "catch.hpp"

#include <headway/trend/cumulative.hpp>
#include <headway/trend/exponential.hpp>
#include <headway/trend/ramp.hpp>

namespace hw = headway;
using namespace hw::units;
using Catch::Matchers::Message;

namespace {

constexpr bool close(double a, double b, double relative = 4e-15) { return hw::abs(a - b) <= relative * hw::abs(b); }

constexpr auto opens = start_date;
constexpr auto ramp = hw::ramp_up(opens, 12.0 * month);
constexpr auto output = hw::fab_output(30e3 * wafer / month, ramp, 80.0 * percent);
static_assert(close(output(opens + year).in(wafer / month), 24e3));
static_assert(close(output(opens + 6.0 * month).in(wafer / month), 12e3));
static_assert(output(opens - day) == 0.0 * wafer / month);
static_assert(close(hw::cumulative(output, opens, opens + 2.0 * year).in(wafer), 24e3 * 18.0));

TEST_CASE("output counts its starts, its ramp and its yield") {
    const auto when = opens + 5.0 * month;
    CHECK(hw::fab_output(31e3 * wafer / month, ramp, 0.8)(when) > output(when));
    CHECK(hw::fab_output(30e3 * wafer / month, hw::ramp_up(opens, 11.0 * month), 0.8)(when) > output(when));
    CHECK(hw::fab_output(30e3 * wafer / month, hw::ramp_up(opens - month, 12.0 * month), 0.8)(when) > output(when));
    CHECK(hw::fab_output(30e3 * wafer / month, ramp, 0.9)(when) > output(when));
}

TEST_CASE("the output runs on every number type") {
    check_number_types(
        [](const auto& x) {
            return hw::fab_output(x * wafer / month, hw::ramp_up(opens + x * month, (8.0 + x) * month),
                                  0.1 * x)(opens + 7.0 * month)
                .base_value();
        },
        0.5, 3.0);
}

TEST_CASE("an output that makes no sense is refused") {
    constexpr double nan = __builtin_nan("");
    CHECK_THROWS_MATCHES(hw::fab_output(-1.0 * wafer / second, ramp, 0.8), std::domain_error,
                         Message("fab_output: installed wafer starts per second must be >= 0, got -1"));
    for (const double yield : {-0.1, 80.0, nan}) {
        CHECK_THROWS_MATCHES(
            hw::fab_output(wafer / second, ramp, yield), std::domain_error,
            Message("fab_output: yield must be between 0 and 1, got " + hw::detail::number_text(yield)));
    }
}

TEST_CASE("fab output: limits pass, what is beyond is refused, in a block wherever it stands") {
    constexpr double nan = __builtin_nan("");
    check_refusals([&](const auto& x) { return hw::fab_output(1000.0 * wafer / month, hw::constant(1.0), x); }, {0.0, 1.0}, {-1e-9, 1.0000001, nan});
}

}  // namespace
