# SPDX-License-Identifier: BSL-1.0
# headway_must_not_compile(file): one ctest entry for the control and one per case of a .fail.cpp file.
# The format of such a file is described in must_not_compile.cmake.

# Clang reads all headers precompiled, which takes a tenth of the time (GCC would gain nothing). A test makes them, because
# these tests need no build.
set(headway_precompiled_all)
if(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
    set(headway_precompiled_all ${CMAKE_CURRENT_BINARY_DIR}/all.pch)
    separate_arguments(flags UNIX_COMMAND "${CMAKE_CXX_FLAGS}")
    add_test(NAME "build/all headers together" COMMAND ${CMAKE_CXX_COMPILER} ${flags} -std=c++20
        -I ${PROJECT_SOURCE_DIR}/include -x c++-header ${PROJECT_SOURCE_DIR}/include/headway/headway.hpp
        -o ${headway_precompiled_all})
    set_tests_properties("build/all headers together" PROPERTIES LABELS build FIXTURES_SETUP headway_precompiled_all)
endif()

function(headway_must_not_compile source)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${source})
    cmake_path(RELATIVE_PATH source BASE_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR} OUTPUT_VARIABLE name)
    string(REPLACE ".fail.cpp" "" name ${name})
    file(READ ${source} text)
    string(REGEX REPLACE "[][;]" "_" text "${text}") # they would confuse the list below
    string(REGEX MATCHALL "HEADWAY_CASE == [0-9]+ *// case: [^\n]*" cases "${text}")
    foreach(case IN LISTS cases ITEMS "HEADWAY_CASE == 0 // case: control")
        string(REGEX MATCH "== ([0-9]+) *// case: (.*)$" _ "${case}")
        set(test "${name} must not compile: ${CMAKE_MATCH_2}")
        add_test(NAME ${test} COMMAND ${CMAKE_COMMAND}
            "-DCOMPILER=${CMAKE_CXX_COMPILER}" "-DCOMPILER_ID=${CMAKE_CXX_COMPILER_ID}" "-DFLAGS=${CMAKE_CXX_FLAGS}"
            -DINCLUDE=${PROJECT_SOURCE_DIR}/include -DFILE=${source} -DCASE=${CMAKE_MATCH_1}
            "-DPRECOMPILED=${headway_precompiled_all}"
            -P ${PROJECT_SOURCE_DIR}/tests/cmake/must_not_compile.cmake)
        set_tests_properties(${test} PROPERTIES LABELS build)
        if(headway_precompiled_all)
            set_tests_properties(${test} PROPERTIES FIXTURES_REQUIRED headway_precompiled_all)
        endif()
    endforeach()
endfunction()
