# SPDX-License-Identifier: BSL-1.0
# headway_must_not_compile(file): one ctest entry for the control and one per case of a .fail.cpp file.
# The format of such a file is described in must_not_compile.cmake.

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
            -P ${PROJECT_SOURCE_DIR}/tests/cmake/must_not_compile.cmake)
        set_tests_properties(${test} PROPERTIES LABELS build)
    endforeach()
endfunction()
