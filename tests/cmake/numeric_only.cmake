# SPDX-License-Identifier: BSL-1.0
# What computes, for machines that are emulated: tests of numbers, besides the bits and some examples. HEADWAY_NATIVE_SHARDS is
# this machine's own example_shards, with which outcome files are exchanged.

foreach(room_and_tests IN ITEMS
    "math beta elementary error_function gamma math wide_product"
    "sampling latin_hypercube random_stream sobol_points"
    "text parse_number"
    "belief belief_sampler discrete empirical makers mixture truncated"
    "outcome confidence_interval exact_sum"
    "sensitivity ranking"
    "simulation byte_stream outcome_file")
    separate_arguments(names UNIX_COMMAND "${room_and_tests}")
    list(POP_FRONT names room)
    list(TRANSFORM names REPLACE "(.+)" "${CMAKE_CURRENT_SOURCE_DIR}/${room}/\\1.test.cpp")
    headway_catch_test(headway_${room}_tests ${room} ${names})
endforeach()

# The headers themselves keep the two apart.
separate_arguments(flags UNIX_COMMAND "${CMAKE_CXX_FLAGS}")
add_test(NAME "no warning of a conversion" COMMAND ${CMAKE_CXX_COMPILER} ${flags} -fsyntax-only -std=c++20 -Wall -Wextra -Wpedantic
    -Wconversion -Wsign-conversion -Wshadow -Werror -I ${PROJECT_SOURCE_DIR}/include
    ${PROJECT_SOURCE_DIR}/examples/shards.cpp)

if(HEADWAY_NATIVE_SHARDS)
    add_test(NAME "outcome files both ways" COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/exchange.sh ${HEADWAY_NATIVE_SHARDS}
        ${CMAKE_CROSSCOMPILING_EMULATOR} $<TARGET_FILE:example_shards>)
endif()
