// SPDX-License-Identifier: BSL-1.0
// As small.cpp, by way of a library that is built on headway.
#include <on_headway/library.hpp>

#include <cstdio>

int main() {
    using namespace std::chrono_literals;
    std::printf("%s %a\n", headway::version, in_three_years(2025y / 3 / 1).seconds_since_1970());
}
