// SPDX-License-Identifier: BSL-1.0
#include <headway/text/name_list.hpp>

#include "catch.hpp"

using headway::detail::names_are_unique;
using headway::detail::place_of;

namespace {

struct cost {
    static constexpr std::string_view name = "cost";
};
struct date {
    static constexpr std::string_view name = "date";
};
struct same_cost {
    static constexpr std::string_view name = "cost";
};
struct nameless {
    static constexpr std::string_view name = "";
};

TEST_CASE("names in a list are told apart by their characters") {
    static_assert(names_are_unique<>());
    static_assert(names_are_unique<cost, date, nameless>());
    static_assert(!names_are_unique<cost, date, same_cost>());
    static_assert(!names_are_unique<nameless, cost, nameless>());
}

TEST_CASE("a name that is not there has the place behind the last") {
    static_assert(place_of<cost, date>("date") == 1);
    static_assert(place_of<cost, date>("dat") == 2);
    static_assert(place_of<cost, same_cost>("cost") == 0);
    static_assert(place_of<>("cost") == 0);
}

}  // namespace
