// SPDX-License-Identifier: BSL-1.0
#include <headway/sensitivity/sensitivity_rows.hpp>

#include "catch.hpp"

namespace hw = headway;

namespace {

constexpr auto a = hw::assumption<"a">(1.0, "test");
constexpr auto b = hw::assumption<"b">(2.0, "test");
struct row {
    std::string_view input;
    int value = 0;
    friend constexpr bool operator==(const row&, const row&) = default;
};
using rows = hw::sensitivity_rows<row, std::remove_const_t<decltype(a)>, std::remove_const_t<decltype(b)>>;

// In an order of their own.
constexpr rows two({row{"b", 2}, row{"a", 1}});
static_assert(rows::size() == 2);
static_assert(two[0].input == "b" && two[1].input == "a");
static_assert(two[a].value == 1 && two[b].value == 2);
static_assert(two == two && !(two == rows()));

}  // namespace

TEST_CASE("sensitivity rows are gone through in order") {
    std::string names;
    for (const auto& r : two) names += r.input;
    CHECK(names == "ba");
}
