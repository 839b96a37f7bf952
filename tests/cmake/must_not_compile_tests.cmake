# SPDX-License-Identifier: BSL-1.0
# headway_must_not_compile(file): a ctest entry for the cases of a .fail.cpp file, whose format must_not_compile.cmake describes.

# Clang reads all headers precompiled, with what they instantiate, which takes a tenth of the time (GCC would gain nothing). A
# test makes them, because these tests need no build.
set(headway_precompiled_all)
if(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
    set(headway_precompiled_all ${CMAKE_CURRENT_BINARY_DIR}/all.pch)
    separate_arguments(flags UNIX_COMMAND "${CMAKE_CXX_FLAGS}")
    add_test(NAME "build/all headers together" COMMAND ${CMAKE_CXX_COMPILER} ${flags} -std=c++20
        -fpch-instantiate-templates -I ${PROJECT_SOURCE_DIR}/include -x c++-header ${PROJECT_SOURCE_DIR}/include/headway/headway.hpp
        -o ${headway_precompiled_all})
    set_tests_properties("build/all headers together" PROPERTIES LABELS build FIXTURES_SETUP headway_precompiled_all)
endif()

function(headway_must_not_compile source)
    cmake_path(RELATIVE_PATH source BASE_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR} OUTPUT_VARIABLE name)
    string(REPLACE ".fail.cpp" "" name ${name})
    set(test "${name} must not compile")
    cmake_path(GET name PARENT_PATH room)
    add_test(NAME ${test} COMMAND ${CMAKE_COMMAND}
        "-DCOMPILER=${CMAKE_CXX_COMPILER}" "-DCOMPILER_ID=${CMAKE_CXX_COMPILER_ID}" "-DFLAGS=${CMAKE_CXX_FLAGS}"
        -DINCLUDE=${PROJECT_SOURCE_DIR}/include -DFILE=${source} -DWORK=${CMAKE_CURRENT_BINARY_DIR}/together/${room}
        "-DPRECOMPILED=${headway_precompiled_all}" -P ${PROJECT_SOURCE_DIR}/tests/cmake/must_not_compile.cmake)
    set_tests_properties(${test} PROPERTIES LABELS build COST 3)
    if(headway_precompiled_all)
        set_tests_properties(${test} PROPERTIES FIXTURES_REQUIRED headway_precompiled_all)
    endif()
endfunction()
