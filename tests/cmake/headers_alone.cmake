# SPDX-License-Identifier: BSL-1.0
# cmake -DSOURCE=<headway> -DCOMPILER=<clang++> -DFLAGS="-stdlib=libc++ ..." -DWORK=<directory> -P headers_alone.cmake
# Each header compiles alone: Clang compiles it as a module, in which nothing is seen but what it includes. The modules of what
# it includes are compiled once for all headers, of the standard library, too; parsing each header with all that it includes
# takes three times as long. Before, a header that lacks what it uses must be refused, though others have included that.

cmake_minimum_required(VERSION 3.25)
separate_arguments(flags UNIX_COMMAND "${FLAGS}")
file(MAKE_DIRECTORY ${WORK})

# Compiles everything in `include` that is a header; result is what Clang says, nothing if all is well.
function(compile_alone result name include)
    file(GLOB_RECURSE headers RELATIVE ${include} ${include}/*.hpp)
    list(SORT headers)
    set(map "")
    set(all "")
    foreach(header IN LISTS headers)
        string(MAKE_C_IDENTIFIER ${header} module)
        if(header MATCHES "/header_(begin|end)[.]hpp$|/bodies/") # what stands at both ends of others
            string(APPEND map "module ${module} { textual header \"${include}/${header}\" }\n")
        else()
            string(APPEND map "module ${module} { header \"${include}/${header}\" export * }\n")
            string(APPEND all "#include <${header}>\n")
        endif()
    endforeach()
    if(all STREQUAL "")
        message(FATAL_ERROR "no headers in ${include}")
    endif()
    file(WRITE ${WORK}/${name}.modulemap "${map}")
    file(WRITE ${WORK}/${name}.cpp "${all}")
    execute_process(COMMAND ${COMPILER} ${flags} -std=c++20 -fsyntax-only -fmodules -fmodules-cache-path=${WORK}/modules
        -fmodule-map-file=${WORK}/${name}.modulemap -I ${include} ${WORK}/${name}.cpp
        RESULT_VARIABLE failed OUTPUT_VARIABLE output ERROR_VARIABLE output)
    if(failed)
        set(${result} "${output}" PARENT_SCOPE)
    else()
        set(${result} "" PARENT_SCOPE)
    endif()
endfunction()

file(REMOVE_RECURSE ${WORK}/breach)
file(WRITE ${WORK}/breach/a_whole.hpp "#pragma once\n#include <optional>\nstruct whole {\n    std::optional<int> value;\n};\n")
foreach(lacking IN ITEMS "std::optional<int> value;" "whole part;")
    file(WRITE ${WORK}/breach/b_lacking.hpp "#pragma once\nstruct lacking {\n    ${lacking}\n};\n")
    compile_alone(output breach ${WORK}/breach)
    if(NOT output MATCHES "b_lacking[.]hpp:3:[0-9]+: error: ")
        message(FATAL_ERROR "a header with '${lacking}' and no include is not refused, but:\n${output}")
    endif()
endforeach()

compile_alone(output headway ${SOURCE}/include)
if(output)
    message(FATAL_ERROR "a header does not compile alone:\n${output}")
endif()
