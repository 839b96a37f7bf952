// SPDX-License-Identifier: BSL-1.0
#include <headway/version.hpp>

#include <cstdio>

static_assert(__cplusplus >= 202002L, "headway::headway asks for C++20");

int main() { std::puts(headway::version); }
