# SPDX-License-Identifier: BSL-1.0
# Compiles and runs every block of code in README.md and in its guide, in a scratch directory that looks like a checkout built by the
# presets `forecast`, `test` and `bench`. The rules, by the block's language:
#   cpp    The first block is the program examples/hello_headway.cpp, which readme.cmake holds it to. The other blocks of a
#          section ("## ...", of the guide a page) together are a program: with a `main` the file my_forecast.cpp, which the section's commands
#          compile; without one definitions (what begins with `inline constexpr`) and statements, which are compiled as they
#          would stand in the first program, the former before its `main` and the latter in it, and run.
#   sh     Each line is either a command of .ci/run or run here, one after another.
#   cmake  Each block is the build file of a project with an executable my_program; it is configured and built.
#   text   Each block stands in what the section's code or commands print or in an examples/*/<name>.expected. A line `...`
#          stands for lines left out.
# Input: ROOT, the sources; BUILD, where they were built, examples included; HALF, the library of the compiled half there; WORK, a
# directory to fill; COMPILER, GENERATOR.

cmake_minimum_required(VERSION 3.25)
include(${CMAKE_CURRENT_LIST_DIR}/readme_blocks.cmake)
read_manual(${ROOT} readme)
read_blocks("${readme}")

file(REMOVE_RECURSE ${WORK})
set(checkout ${WORK}/checkout)
file(MAKE_DIRECTORY ${checkout}/build)
foreach(entry IN ITEMS include examples tests CMakeLists.txt CMakePresets.json README.md LICENSE .ci)
    file(CREATE_LINK ${ROOT}/${entry} ${checkout}/${entry} SYMBOLIC)
endforeach()
file(CREATE_LINK ${BUILD} ${checkout}/build/forecast SYMBOLIC)
file(CREATE_LINK ${BUILD} ${checkout}/build/test SYMBOLIC)
file(CREATE_LINK ${BUILD} ${checkout}/build/bench SYMBOLIC)

function(run_in directory output) # further arguments: the command
    execute_process(COMMAND ${ARGN} WORKING_DIRECTORY ${directory}
        RESULT_VARIABLE code OUTPUT_VARIABLE out ERROR_VARIABLE out)
    if(NOT code EQUAL 0)
        message(FATAL_ERROR "${ARGN}\nended with ${code}\n${out}")
    endif()
    set(${output} "${out}" PARENT_SCOPE)
endfunction()

# ---- Programs and statements

set(sections "")
foreach(n RANGE 2 ${blocks})
    string(MAKE_C_IDENTIFIER "${block_${n}_section}" id)
    set(id_${n} ${id})
    if(block_${n}_language STREQUAL "cpp")
        list(APPEND sections ${id})
        string(APPEND code_${id} "${block_${n}}")
    endif()
endforeach()
list(REMOVE_DUPLICATES sections)

string(FIND "${block_1}" "int main()" end)
string(SUBSTRING "${block_1}" 0 ${end} shared)
set(includes "")
set(functions "")
set(calls "")
set(fragments "")
foreach(id IN LISTS sections)
    if(code_${id} MATCHES "(^|\n)int main\\(")
        if(EXISTS ${checkout}/my_forecast.cpp)
            message(FATAL_ERROR "two sections have a main; only one can be my_forecast.cpp")
        endif()
        file(WRITE ${checkout}/my_forecast.cpp "${code_${id}}")
        continue()
    endif()
    set(definitions "")
    set(statements "")
    set(place statements)
    set(rest "${code_${id}}")
    while(NOT rest STREQUAL "")
        take_line(rest line)
        if(line MATCHES "^#include")
            string(APPEND includes "${line}\n")
            continue()
        elseif(line MATCHES "^inline constexpr ")
            set(place definitions)
        elseif(line MATCHES "^[^ }]") # the next one begins; indented lines and a closing brace go on
            set(place statements)
        endif()
        string(APPEND ${place} "${line}\n")
    endwhile()
    string(APPEND functions "\nnamespace ${id} {\n${definitions}\nvoid run() {\n${statements}}\n}\n")
    string(APPEND calls "    if (std::string(argv[1]) == \"${id}\") ${id}::run();\n")
    list(APPEND fragments ${id})
endforeach()
file(WRITE ${WORK}/fragments.cpp
    "${includes}${shared}${functions}\nint main(int, char** argv) {\n${calls}}\n")
run_in(${WORK} _ ${COMPILER} -std=c++20 -O0 -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Werror
    -Wno-unused-variable -Wno-unused-but-set-variable -ffp-contract=off -DHEADWAY_COMPILED -I ${ROOT}/include fragments.cpp ${HALF}
    -o fragments -pthread)
foreach(id IN LISTS fragments)
    run_in(${checkout} output_${id} ${WORK}/fragments ${id})
endforeach()

# ---- Commands

file(STRINGS ${ROOT}/.ci/run ci_commands REGEX "^ *(readme_)?stage \"")
list(TRANSFORM ci_commands REPLACE "^ *(readme_)?stage \"(.*)\"$" "\\2")
list(APPEND ci_commands .ci/run)
set(run 0)
foreach(n RANGE 1 ${blocks})
    if(NOT block_${n}_language STREQUAL "sh")
        continue()
    endif()
    set(rest "${block_${n}}")
    while(NOT rest STREQUAL "")
        take_line(rest line)
        string(REGEX REPLACE " +#.*$" "" line "${line}")
        if(line STREQUAL "" OR line IN_LIST ci_commands)
            continue()
        endif()
        run_in(${checkout} output bash -euo pipefail -c "${line}")
        string(APPEND output_${id_${n}} "${output}")
        math(EXPR run "${run} + 1")
    endwhile()
endforeach()

# ---- Build files

run_in(${checkout} _ ${CMAKE_COMMAND} --install build/test --prefix ${WORK}/prefix)
foreach(n RANGE 1 ${blocks})
    if(NOT block_${n}_language STREQUAL "cmake")
        continue()
    endif()
    set(project ${WORK}/project_${n})
    file(WRITE ${project}/CMakeLists.txt "cmake_minimum_required(VERSION 3.25)\nproject(mine LANGUAGES CXX)\n"
        "add_executable(my_program main.cpp)\n${block_${n}}")
    file(WRITE ${project}/main.cpp "#include <headway/quantity/units.hpp>\n"
        "int main() { return headway::units::day < headway::units::week ? 0 : 1; }\n")
    file(CREATE_LINK ${ROOT} ${project}/headway SYMBOLIC)
    # FetchContent takes these sources instead of fetching; tests/cmake/consumer.cmake fetches.
    run_in(${project} _ ${CMAKE_COMMAND} -S . -B build -G ${GENERATOR} -DCMAKE_CXX_COMPILER=${COMPILER}
        -DCMAKE_PREFIX_PATH=${WORK}/prefix -DFETCHCONTENT_SOURCE_DIR_HEADWAY=${ROOT})
    run_in(${project} _ ${CMAKE_COMMAND} --build build)
    run_in(${project} _ build/my_program)
endforeach()

# ---- What they print

file(GLOB_RECURSE expected ${ROOT}/examples/*.expected)
set(printed_by_examples "")
foreach(file IN LISTS expected)
    file(READ ${file} text)
    string(APPEND printed_by_examples "\n${text}")
endforeach()

# result <- whether the lines of `block` stand in `text` in this order, whole and, but where it has `...`, together
function(prints text block result)
    set(${result} TRUE PARENT_SCOPE)
    set(left "\n${text}\n")
    set(rest "${block}...\n")
    set(part "\n")
    while(NOT rest STREQUAL "")
        take_line(rest line)
        if(NOT line STREQUAL "...")
            string(APPEND part "${line}\n")
            continue()
        endif()
        string(FIND "${left}" "${part}" place)
        if(place EQUAL -1)
            set(${result} FALSE PARENT_SCOPE)
            return()
        endif()
        string(LENGTH "${part}" length)
        math(EXPR place "${place} + ${length} - 1")
        string(SUBSTRING "${left}" ${place} -1 left)
        set(part "\n")
    endwhile()
endfunction()

foreach(n RANGE 1 ${blocks})
    if(NOT block_${n}_language STREQUAL "text")
        continue()
    endif()
    prints("${output_${id_${n}}}\n${printed_by_examples}" "${block_${n}}" found)
    if(NOT found)
        file(WRITE ${WORK}/printed "${output_${id_${n}}}")
        message(FATAL_ERROR "README.md or its guide, section '${block_${n}_section}': nothing prints\n${block_${n}}"
            "The section's code and commands print (${WORK}/printed)\n${output_${id_${n}}}")
    endif()
endforeach()

# The comparison itself: lines are whole, in order, and a gap is one that is stated.
foreach(block IN ITEMS "ne\n" "two\none\n" "one\nthree\n" "one\n...\nfour\n")
    prints("one\ntwo\nthree\n" "${block}" found)
    if(found)
        message(FATAL_ERROR "'${block}' counts as printed")
    endif()
endforeach()
prints("one\ntwo\nthree\n" "one\n...\nthree\n" found)
if(NOT found OR run EQUAL 0)
    message(FATAL_ERROR "the check of the README finds nothing")
endif()
