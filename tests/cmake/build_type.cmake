# SPDX-License-Identifier: BSL-1.0
# A project that uses headway and has no build type is told so, as a subdirectory and as a package, once and only then; whoever
# has one, a generator of several, or -O among the flags hears nothing, and nothing is set for anybody. The lines of the README set one.
# Input: SOURCE of headway, COMPILER, WORK, a directory to fill.

cmake_minimum_required(VERSION 3.25)
file(REMOVE_RECURSE ${WORK})
set(ENV{CXXFLAGS} "")
set(ENV{CMAKE_BUILD_TYPE} "")
set(said "-- headway: no build type, so nothing is optimised")

# Configures `project`, generator and options following, and holds what is said of the build type to be `times` of it.
function(told times project)
    execute_process(COMMAND ${CMAKE_COMMAND} -S ${WORK}/${project} -B ${WORK}/${project}/build -DCMAKE_CXX_COMPILER=${COMPILER} ${ARGN}
        OUTPUT_VARIABLE output COMMAND_ERROR_IS_FATAL ANY)
    string(REGEX MATCHALL "${said}" lines "${output}")
    list(LENGTH lines count)
    if(NOT count EQUAL times)
        message(FATAL_ERROR "${project} ${ARGN}: told ${count} times, not ${times}:\n${output}")
    endif()
endfunction()

file(WRITE ${WORK}/within/CMakeLists.txt "cmake_minimum_required(VERSION 3.25)\nproject(within LANGUAGES CXX)\n"
    "add_compile_options(\${OPTIONS})\nset(type \"\${CMAKE_BUILD_TYPE}\")\n"
    "add_subdirectory(${SOURCE} headway)\nadd_subdirectory(${SOURCE} again)\n"
    "if(NOT type STREQUAL \"\${CMAKE_BUILD_TYPE}\" OR DEFINED headway_types)\nmessage(FATAL_ERROR \"headway sets something\")\nendif()\n")
told(1 within -G Ninja)
told(0 within -DCMAKE_BUILD_TYPE=Release)
told(0 within -DCMAKE_BUILD_TYPE=Debug)
told(0 within -DCMAKE_BUILD_TYPE= "-DCMAKE_CXX_FLAGS=-g -O2")
told(0 within -DCMAKE_CXX_FLAGS= -DOPTIONS=-O1)
told(1 within "-DCMAKE_CXX_FLAGS=-g -I/Opt/-Other" -DOPTIONS=-g)
file(REMOVE_RECURSE ${WORK}/within/build)
told(0 within -G "Ninja Multi-Config" -DCMAKE_CXX_FLAGS= -DOPTIONS=)

execute_process(COMMAND ${CMAKE_COMMAND} -S ${SOURCE} -B ${WORK}/headway -G Ninja -DCMAKE_CXX_COMPILER=${COMPILER}
    -DHEADWAY_BUILD_TESTS=OFF -DHEADWAY_BUILD_EXAMPLES=OFF OUTPUT_VARIABLE output COMMAND_ERROR_IS_FATAL ANY)
if(output MATCHES "${said}")
    message(FATAL_ERROR "headway by itself is nobody's library:\n${output}")
endif()
execute_process(COMMAND ${CMAKE_COMMAND} --install ${WORK}/headway --prefix ${WORK}/prefix OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
file(WRITE ${WORK}/beside/CMakeLists.txt "cmake_minimum_required(VERSION 3.25)\nproject(beside LANGUAGES CXX)\n"
    "find_package(headway REQUIRED \${QUIETLY})\nfind_package(headway REQUIRED)\n"
    "if(DEFINED headway_types OR DEFINED headway_options)\nmessage(FATAL_ERROR \"headway leaves something\")\nendif()\n")
told(1 beside -G Ninja -DCMAKE_PREFIX_PATH=${WORK}/prefix)
told(0 beside -DQUIETLY=QUIET)
told(0 beside -DQUIETLY= -DCMAKE_BUILD_TYPE=RelWithDebInfo)

# The README's lines choose one where there is none.
include(${CMAKE_CURRENT_LIST_DIR}/readme_blocks.cmake)
file(READ ${SOURCE}/README.md readme)
read_blocks("${readme}")
foreach(n RANGE 1 ${blocks})
    if(block_${n}_language STREQUAL "cmake")
        set(lines "${block_${n}}")
        break()
    endif()
endforeach()
file(WRITE ${WORK}/copied/CMakeLists.txt "cmake_minimum_required(VERSION 3.25)\nproject(copied LANGUAGES CXX)\n"
    "add_executable(my_program main.cpp)\n${lines}")
file(WRITE ${WORK}/copied/main.cpp "int main() {}\n")
file(CREATE_LINK ${SOURCE} ${WORK}/copied/headway SYMBOLIC)
foreach(type IN ITEMS "" Debug)
    told(0 copied -G Ninja -DCMAKE_EXPORT_COMPILE_COMMANDS=ON -DCMAKE_BUILD_TYPE=${type})
    file(READ ${WORK}/copied/build/compile_commands.json commands)
    string(REGEX MATCH " -O[0-9]" level "${commands}")
    if(NOT "${level}|${type}" MATCHES "^( -O3[|]|[|]Debug)$")
        message(FATAL_ERROR "with the README's lines the build type '${type}' compiles by\n${commands}")
    endif()
endforeach()
