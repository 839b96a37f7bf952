# SPDX-License-Identifier: BSL-1.0
# What computes, for machines that are emulated: tests of numbers, besides the bits and some examples. HEADWAY_NATIVE_SHARDS is
# this machine's own example_shards, with which outcome files are exchanged.

# One program, for what its files have in common is most of its compilation.
set(tests
    math/beta math/elementary math/error_function math/gamma math/math math/wide_product
    sampling/latin_hypercube sampling/random_stream sampling/sobol_points
    text/parse_number
    belief/belief_sampler belief/discrete belief/empirical belief/makers belief/mixture belief/truncated
    outcome/confidence_interval outcome/exact_sum
    sensitivity/ranking
    simulation/block_model simulation/byte_stream simulation/outcome_file)
list(TRANSFORM tests REPLACE "(.+)" "${CMAKE_CURRENT_SOURCE_DIR}/\\1.test.cpp")
headway_catch_test(headway_numeric_tests numeric ${tests})

# The headers themselves keep the two apart, which shows where size_t is not 64 bits wide.
if(CMAKE_SIZEOF_VOID_P EQUAL 4)
    separate_arguments(flags UNIX_COMMAND "${CMAKE_CXX_FLAGS}")
    add_test(NAME "no warning of a conversion" COMMAND ${CMAKE_CXX_COMPILER} ${flags} -fsyntax-only -std=c++20 -Wall -Wextra -Wpedantic
        -Wconversion -Wsign-conversion -Wshadow -Werror -I ${PROJECT_SOURCE_DIR}/include
        ${PROJECT_SOURCE_DIR}/examples/scale_out/shards.cpp)
endif()

if(HEADWAY_NATIVE_SHARDS)
    add_test(NAME "outcome files both ways" COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/exchange.sh ${HEADWAY_NATIVE_SHARDS}
        ${CMAKE_CROSSCOMPILING_EMULATOR} $<TARGET_FILE:example_shards>)
endif()
