// SPDX-License-Identifier: BSL-1.0
#include <headway/forecast/outputs.hpp>

#include "catch.hpp"

#include <headway/math/batch_functions.hpp>
#include <headway/math/dual.hpp>
#include <headway/quantity/units.hpp>

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;

namespace {

constexpr auto result =
    hw::outputs(hw::output<"cost">(5.0 * million_usd), hw::output<"date">(hw::date(2026y / 1 / 1)), hw::output<"n">(3));

static_assert(result.size == 3 && result.names[0] == "cost" && result.names[1] == "date" && result.names[2] == "n");
static_assert(hw::get<"cost">(result) == 5.0 * million_usd);
static_assert(hw::get<"date">(result) == hw::date(2026y / 1 / 1));
static_assert(hw::get<"n">(result) == 3.0);
static_assert(get<"n">(result) == 3.0);  // found without naming the namespace
static_assert(result.get<0>() == hw::get<"cost">(result) && result.get<1>() == hw::get<"date">(result));
static_assert(result.place_of("date") == 1 && result.place_of("Date") == 3);
static_assert(hw::is_named_outputs<std::remove_cvref_t<decltype(result)>> && !hw::is_named_outputs<double>);

// A plain arithmetic type becomes a number, everything else keeps its type.
static_assert(std::same_as<decltype(hw::output<"n">(3)), hw::named_output<"n", double>>);
static_assert(std::same_as<decltype(hw::output<"n">(3.0f)), hw::named_output<"n", double>>);
static_assert(std::same_as<decltype(hw::output<"n">(hw::batch(3.0))), hw::named_output<"n", hw::batch>>);
static_assert(std::same_as<decltype(hw::output<"n">(hw::dual<2>(3.0) * usd)),
                           hw::named_output<"n", hw::quantity<hw::dim::money, hw::dual<2>>>>);

TEST_CASE("outputs are visited in the order in which the model names them") {
    std::string names;
    double first = 0.0;
    result.for_each([&](const auto& o) {
        if (names.empty()) first = hw::base_value_of(o.value);
        names += std::string(o.name) + ";";
    });
    CHECK(names == "cost;date;n;");
    CHECK(first == 5e6);
}

}  // namespace
