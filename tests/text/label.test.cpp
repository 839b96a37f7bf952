// SPDX-License-Identifier: BSL-1.0
#include <headway/text/label.hpp>

#include "catch.hpp"

#include <concepts>
#include <string_view>

using headway::label;

namespace {

template <label Name>
struct named {
    static constexpr std::string_view name = Name.view();
};

// Two labels are one template argument exactly when their characters agree.
static_assert(std::same_as<named<"cost of the first run">, named<"cost of the first run">>);
static_assert(!std::same_as<named<"cost of the first run">, named<"cost of the first ruN">>);
static_assert(!std::same_as<named<"a">, named<"a ">>);
static_assert(named<"cost of the first run">::name == "cost of the first run");
static_assert(named<"">::name.empty());
static_assert(named<"÷4 per year">::name == "÷4 per year");
static_assert(named<"a\0b">::name.size() == 3);

static_assert(label("lead") == label("lead"));
static_assert(!(label("lead") == label("leaf")));
static_assert(label("lead") != label("lead time"));
static_assert(label("") != label("a"));
static_assert(std::same_as<decltype(label("lead")), label<4>>);

TEST_CASE("a label's text outlives the expression that used it") {
    const std::string_view name = named<"yearly fall in training cost">::name;
    CHECK(name == "yearly fall in training cost");
}

}  // namespace
