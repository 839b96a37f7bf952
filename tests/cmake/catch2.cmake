# SPDX-License-Identifier: BSL-1.0
# Provides headway_catch2 (Catch2 with its main) and headway_catch_test(target label sources...).

find_package(Catch2 QUIET)
# A system's v3 is a library for its own processor and standard library; others need one of their own.
if(NOT Catch2_FOUND OR (Catch2_VERSION VERSION_GREATER_EQUAL 3 AND
                        (CMAKE_CROSSCOMPILING OR CMAKE_CXX_FLAGS MATCHES "-stdlib=libc\\+\\+")))
    include(FetchContent)
    FetchContent_Declare(Catch2
        GIT_REPOSITORY https://github.com/catchorg/Catch2.git
        GIT_TAG fa43b77429ba76c462b1898d6cd2f2d7a9416b14 # v3.7.1
        SYSTEM)
    FetchContent_MakeAvailable(Catch2)
    list(APPEND CMAKE_MODULE_PATH ${Catch2_SOURCE_DIR}/extras)
    set(Catch2_VERSION 3.7.1)
endif()
include(Catch)

if(Catch2_VERSION VERSION_LESS 3)
    # Compiled here, so that it fits the compiler's standard library whatever the system built its own with.
    file(CONFIGURE OUTPUT catch2_main.cpp CONTENT
        "#define CATCH_CONFIG_MAIN\n#include <catch2/catch.hpp>\n")
    add_library(headway_catch2 STATIC ${CMAKE_CURRENT_BINARY_DIR}/catch2_main.cpp)
    target_compile_features(headway_catch2 PUBLIC cxx_std_20)
    target_compile_options(headway_catch2 PRIVATE -O0) # twice as fast to build, and no test waits for it
    target_link_libraries(headway_catch2 PUBLIC Catch2::Catch2)
    set(scope PUBLIC)
    # Without it a run that selects no test counts as a success; v3 fails by itself.
    set(headway_catch2_arguments --warn NoTests)
else()
    add_library(headway_catch2 INTERFACE)
    target_link_libraries(headway_catch2 INTERFACE Catch2::Catch2WithMain)
    set(scope INTERFACE)
    set(headway_catch2_arguments)
endif()
# An exception in a check ends its case instead of being told beside it: a sixth of a test's compilation.
target_compile_definitions(headway_catch2 ${scope} CATCH_CONFIG_FAST_COMPILE)

# Clang parses all headers once for all tests, which halves their build. GCC gains nothing by it.
set(precompile OFF)
if(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
    set(precompile ON)
endif()
option(HEADWAY_PRECOMPILE "Precompile all headers for the tests" ${precompile})
if(HEADWAY_PRECOMPILE)
    file(CONFIGURE OUTPUT precompiled.cpp CONTENT "")
    add_library(headway_precompiled OBJECT ${CMAKE_CURRENT_BINARY_DIR}/precompiled.cpp)
    target_include_directories(headway_precompiled PRIVATE ${PROJECT_SOURCE_DIR}/tests)
    target_link_libraries(headway_precompiled PRIVATE headway_half headway_catch2)
    target_precompile_headers(headway_precompiled PRIVATE ${PROJECT_SOURCE_DIR}/tests/catch.hpp
        <headway/headway.hpp> <headway/report.hpp> <headway/testing/catch.hpp>)
endif()

# Much of a test's build is what every simulation instantiates, so that several files compiled as one take a quarter less,
# each in a namespace of its own after all that they include.
set(HEADWAY_TEST_BATCH 1 CACHE STRING "How many test files are compiled as one; 1: each alone")
function(headway_batches result target)
    set(together)
    set(units)
    foreach(source IN LISTS ARGN)
        file(READ ${source} text)
        if(text MATCHES "\n#(if|define)|\nnamespace headway |\ntemplate <>|\nvoid\\* operator new" OR HEADWAY_TEST_BATCH LESS 2)
            list(APPEND units ${source})
        else()
            list(APPEND together ${source})
        endif()
    endforeach()
    list(LENGTH together left)
    math(EXPR batches "(${left} + ${HEADWAY_TEST_BATCH} - 1) / ${HEADWAY_TEST_BATCH}")
    set(batch 0)
    while(batch LESS batches)
        # Every so many-th file: neighbours are of a kind, and the batches shall take about as long.
        set(includes)
        set(bodies)
        set(i ${batch})
        while(i LESS left)
            list(GET together ${i} source)
            set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${source})
            file(STRINGS ${source} lines REGEX "^#include ")
            list(APPEND includes ${lines})
            cmake_path(GET source STEM name)
            string(APPEND bodies "namespace ${name}_test {\n#include \"${source}\"\n}\n")
            math(EXPR i "${i} + ${batches}")
        endwhile()
        list(REMOVE_DUPLICATES includes)
        list(JOIN includes "\n" includes)
        set(unit ${CMAKE_CURRENT_BINARY_DIR}/${target}_${batch}.cpp)
        file(CONFIGURE OUTPUT ${unit} CONTENT "@includes@\n\n@bodies@" @ONLY)
        list(APPEND units ${unit})
        math(EXPR batch "${batch} + 1")
    endwhile()
    set(${result} ${units} PARENT_SCOPE)
endfunction()

# A process for every case costs more than the cases where starting one is slow: emulated, or under the sanitizers.
option(HEADWAY_WHOLE_PROGRAMS "Run all cases of a room's tests as one test" OFF)
function(headway_catch_test target label)
    headway_batches(units ${target} ${ARGN})
    list(GET ARGN 0 first)
    cmake_path(ABSOLUTE_PATH first)
    cmake_path(GET first PARENT_PATH folder) # where what they include with quotes is, also from a batch
    add_executable(${target} ${units})
    if(HEADWAY_PRECOMPILE)
        target_precompile_headers(${target} REUSE_FROM headway_precompiled)
    endif()
    target_include_directories(${target} PRIVATE ${folder} ${PROJECT_SOURCE_DIR}/tests ${PROJECT_SOURCE_DIR}/tests/reference)
    target_link_libraries(${target} PRIVATE headway_half headway_catch2)
    if(HEADWAY_WHOLE_PROGRAMS)
        add_test(NAME ${label} COMMAND ${target} ${headway_catch2_arguments})
        set_tests_properties(${label} PROPERTIES LABELS ${label} TIMEOUT 1800 COST 50)
    else()
        catch_discover_tests(${target} TEST_PREFIX ${label}/ EXTRA_ARGS ${headway_catch2_arguments}
            PROPERTIES LABELS ${label})
    endif()
endfunction()
