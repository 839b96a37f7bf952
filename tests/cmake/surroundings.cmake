# SPDX-License-Identifier: BSL-1.0
# cmake -DCOMPILER=... -DFLAGS=... -DSOURCE=<headway> -DWORK=<directory> -P surroundings.cmake
# Compiles and runs each program of tests/surroundings by itself: without precompiled headers, which would come first.

cmake_minimum_required(VERSION 3.25)
separate_arguments(flags UNIX_COMMAND "${FLAGS}")
file(MAKE_DIRECTORY ${WORK})
file(GLOB programs ${SOURCE}/tests/surroundings/*.cpp)
if(NOT programs)
    message(FATAL_ERROR "no programs in ${SOURCE}/tests/surroundings")
endif()
foreach(program IN LISTS programs)
    cmake_path(GET program STEM name)
    execute_process(COMMAND ${COMPILER} ${flags} -O0 -std=c++20 -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow
        -Werror -I ${SOURCE}/include ${program} -o ${WORK}/${name} -pthread COMMAND_ERROR_IS_FATAL ANY)
    execute_process(COMMAND ${WORK}/${name} RESULT_VARIABLE failures)
    if(NOT failures EQUAL 0)
        message(FATAL_ERROR "${name}: ${failures} checks fail")
    endif()
endforeach()
