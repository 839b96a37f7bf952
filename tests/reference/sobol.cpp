// SPDX-License-Identifier: BSL-1.0
// Golden values of headway/sampling/sobol_points.hpp from Boost.Random's engine, another implementation with another copy of
// Joe and Kuo's table (1.74 or later; it leaves out point 0):
//     c++ -O2 sobol.cpp -o sobol && ./sobol > sobol.hpp
#include <boost/random/sobol.hpp>

#include <cstdint>
#include <cstdio>

int main() {
    constexpr unsigned dimensions = 128;
    boost::random::sobol_engine<std::uint64_t, 52> engine(dimensions);
    std::printf("// SPDX-License-Identifier: BSL-1.0\n// Made by sobol.cpp.\n#pragma once\n\n#include <cstdint>\n\n"
                "namespace reference {\n\n"
                "// Some points of Sobol' sequences: the first 52 binary digits of a coordinate.\n"
                "struct sobol_coordinate {\n    int dimension;\n    std::uint64_t index, digits;\n};\n"
                "inline constexpr sobol_coordinate sobol_coordinates[] = {\n");
    std::uint64_t hash = 14695981039346656037ULL;
    const std::uint64_t last = (1ULL << 20) + 54321;
    for (std::uint64_t index = 1; index <= last; ++index) {
        for (unsigned d = 0; d < dimensions; ++d) {
            const std::uint64_t digits = engine();
            const bool shown = d < 3 || d == 63 || d == 127;
            if (shown && (index <= 4 || index == 1000 || index == last)) {
                std::printf("    {%u, %lluULL, 0x%013llxULL},\n", d, static_cast<unsigned long long>(index),
                            static_cast<unsigned long long>(digits));
            }
            if (index < 1024 || index == last) hash = (hash ^ digits) * 1099511628211ULL;
        }
    }
    std::printf(
        "};\n\n// Over the points 1 to 1023 and %llu, each in 128 dimensions: hash = (hash ^ digits) * prime, from "
        "FNV's offset basis\n// with FNV's prime.\n"
        "inline constexpr std::uint64_t sobol_last = %lluULL;\n"
        "inline constexpr std::uint64_t sobol_hash = 0x%016llxULL;\n\n}  // namespace reference\n",
        static_cast<unsigned long long>(last), static_cast<unsigned long long>(last),
        static_cast<unsigned long long>(hash));
}
