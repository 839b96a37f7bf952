# SPDX-License-Identifier: BSL-1.0
# cmake -DCOMPILER=... -DCOMPILER_ID=... -DFLAGS=... -DSOURCE=<headway> -DWORK=<directory> -P surroundings.cmake
# Compiles and runs each program of tests/surroundings by itself: without precompiled headers, which would come first. Then the
# one of several files in program/, in the ways that real programs are compiled and linked.

cmake_minimum_required(VERSION 3.25)
separate_arguments(flags UNIX_COMMAND "${FLAGS}")
list(APPEND flags -std=c++20 -I ${SOURCE}/include)
file(MAKE_DIRECTORY ${WORK})
set(warnings -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Werror)

function(compile)
    execute_process(COMMAND ${COMPILER} ${flags} ${ARGN} COMMAND_ERROR_IS_FATAL ANY)
endfunction()

file(GLOB programs ${SOURCE}/tests/surroundings/*.cpp)
if(NOT programs)
    message(FATAL_ERROR "no programs in ${SOURCE}/tests/surroundings")
endif()
# Whoever includes headway by -I sees no warning from it, of these kinds neither; a program that earns none of them itself asks.
set(more_warnings ${warnings} -Wfloat-equal -Wdouble-promotion -Wnull-dereference -Wold-style-cast)
if(COMPILER_ID STREQUAL "GNU")
    list(APPEND more_warnings -Wuseless-cast)
endif()
set(warnings_of_names ${more_warnings})
if(NOT EXISTS ${SOURCE}/tests/surroundings/names.cpp)
    message(FATAL_ERROR "no program asks for all warnings")
endif()
foreach(program IN LISTS programs)
    cmake_path(GET program STEM name)
    compile(-O0 ${warnings} ${warnings_of_${name}} ${program} -o ${WORK}/${name} -pthread)
    execute_process(COMMAND ${WORK}/${name} RESULT_VARIABLE failures)
    if(NOT failures EQUAL 0)
        message(FATAL_ERROR "${name}: ${failures} checks fail")
    endif()
endforeach()

set(files ${SOURCE}/tests/surroundings/program)
file(READ ${files}/expected.txt expected)
function(compare name)
    execute_process(COMMAND ${WORK}/${name} OUTPUT_VARIABLE output COMMAND_ERROR_IS_FATAL ANY)
    if(NOT output STREQUAL expected)
        message(FATAL_ERROR "${name}: printed\n${output}expected\n${expected}")
    endif()
endfunction()

# Of first.cpp the optimiser, and what it warns of, would see nothing but what main.cpp has as well.
set(as_told ${more_warnings} -fno-rtti -funsigned-char -D_GLIBCXX_DEBUG)
compile(-O0 ${as_told} -c ${files}/first.cpp -o ${WORK}/first.o)
compile(-O2 ${as_told} ${files}/main.cpp ${WORK}/first.o ${files}/second.cpp -o ${WORK}/as_told -pthread)
compare(as_told)

foreach(part IN ITEMS first second)
    compile(-O0 -fPIC -shared -fvisibility=hidden -fvisibility-inlines-hidden -DPART_IS_SHARED ${files}/${part}.cpp
        -o ${WORK}/lib${part}.so -pthread)
endforeach()
compile(-O0 -fvisibility=hidden -fvisibility-inlines-hidden ${files}/main.cpp ${WORK}/libfirst.so ${WORK}/libsecond.so
    -Wl,-rpath,${WORK} -o ${WORK}/of_shared_objects -pthread)
compare(of_shared_objects)

if(COMPILER_ID STREQUAL "GNU") # Clang's needs a linker of its own
    compile(-O1 -flto -Wodr -Werror ${files}/main.cpp ${files}/first.cpp ${files}/second.cpp -o ${WORK}/optimised_as_one -pthread)
    compare(optimised_as_one)
endif()

file(WRITE ${WORK}/everything.cpp "#include <headway/headway.hpp>\n#include <headway/report.hpp>\n")
execute_process(COMMAND ${COMPILER} ${flags} -fno-exceptions -fsyntax-only ${WORK}/everything.cpp
    RESULT_VARIABLE failed ERROR_VARIABLE output)
string(REGEX MATCHALL "error:" errors "${output}")
list(LENGTH errors count)
if(NOT failed OR NOT count EQUAL 1 OR NOT output MATCHES "tells bad input by exceptions; compile without -fno-exceptions")
    message(FATAL_ERROR "with -fno-exceptions it says:\n${output}")
endif()
