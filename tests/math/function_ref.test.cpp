// SPDX-License-Identifier: BSL-1.0
#include <headway/math/function_ref.hpp>

#include "catch.hpp"

using headway::detail::function_ref;

namespace {

int twice(function_ref<int(int)> f) { return f(f(1)); }

TEST_CASE("a callable is called where it stands, not copied") {
    int calls = 0;
    const auto counted = [&calls](int x) { return ++calls, x + 3; };
    CHECK(twice(counted) == 7);
    CHECK(calls == 2);
    struct {
        int sum = 0;
        int operator()(int x) { return sum += x; }
    } summing;
    CHECK(twice(summing) == 2);
    CHECK(summing.sum == 2);
}

TEST_CASE("a copy calls the same callable, and what is called may throw") {
    const auto throwing = [](int x) -> int { throw x; };
    const function_ref<int(int)> one = throwing;
    const function_ref<int(int)> other = one;
    CHECK_THROWS_AS(other(4), int);
    static_assert(!std::is_constructible_v<function_ref<int(int)>, int>);
    static_assert(!std::is_constructible_v<function_ref<int(int)>, int (*)(void*)>);
}

}  // namespace
