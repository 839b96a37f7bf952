# SPDX-License-Identifier: BSL-1.0
# Compiles and runs the README's table of what to write: its lines together are one program, behind the first program's
# definitions. What begins with `inline constexpr` is a definition for the lines after it, what ends with a semicolon a statement,
# anything else an expression. Then each line is spoilt, and each must be refused: so none is left out of the program.
# Input: ROOT, the sources; WORK, a directory to fill; COMPILER, COMPILER_ID.

cmake_minimum_required(VERSION 3.25)
include(${CMAKE_CURRENT_LIST_DIR}/readme_blocks.cmake)
file(READ ${ROOT}/README.md readme)
read_blocks("${readme}")
string(FIND "${block_1}" "int main()" end)
string(SUBSTRING "${block_1}" 0 ${end} shared)

file(REMOVE_RECURSE ${WORK})
file(MAKE_DIRECTORY ${WORK})
# The open files that the README speaks of.
set(files [[
    std::istringstream prices("year,price\n2019,9.1\n2020,6.2\n2021,5.6\n2022,3.9\n2023,3.3\n");
    std::istringstream text("yearly fall in training cost = 2 to 3\n");
    std::ofstream part("part1.hw", std::ios::binary);
]])

set(definitions "")
set(statements "")
set(spoilt_definitions "")
set(spoilt_statements "")
set(lines 0)
string(REGEX REPLACE "^.*\n\\| I want to \\| write \\| more in \\|\n[^\n]*\n" "" rest "${prose}")
while(rest MATCHES "^\\|")
    take_line(rest row)
    if(NOT row MATCHES "^\\| [^|`]+ \\| `([^|`]+)` \\| \\[[^]]+\\]\\([^)]+\\) \\|$")
        message(FATAL_ERROR "this row of the README does not say what, how and where:\n${row}")
    endif()
    set(code "${CMAKE_MATCH_1}")
    math(EXPR lines "${lines} + 1")
    # The same again with a member that nothing has, in a scope and a file of its own.
    set(spoilt "#line 1 \"line_${lines}\"\n")
    if(code MATCHES "^inline (constexpr .*);$")
        string(APPEND definitions "${code}\n")
        string(APPEND spoilt_definitions "${code}\nvoid spoil_${lines}() {\n${spoilt}${CMAKE_MATCH_1}.no_such_thing;\n}\n")
    else()
        string(REGEX REPLACE ";$" "" open "${code}")
        if(code STREQUAL open)
            set(code "static_cast<void>(${code});")
        endif()
        string(APPEND statements "    ${code}\n")
        string(APPEND spoilt_statements "    ${code}\n    {\n${spoilt}${open}.no_such_thing;\n    }\n")
    endif()
endwhile()
if(lines LESS 20)
    message(FATAL_ERROR "the README's table of what to write has ${lines} lines")
endif()

function(write_program file definitions statements)
    file(WRITE ${WORK}/${file} "#include <headway/report.hpp>\n#include <fstream>\n#include <sstream>\n${shared}"
        "${definitions}\nint main() {\n${files}${statements}}\n")
endfunction()

set(compile ${COMPILER} -std=c++20 -O0 -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow -I ${ROOT}/include)
write_program(table.cpp "${definitions}" "${statements}")
foreach(step IN ITEMS compile_it run_it)
    set(compile_it ${compile} -Werror -Wno-unused-variable table.cpp -o table -pthread)
    set(run_it ./table)
    execute_process(COMMAND ${${step}} WORKING_DIRECTORY ${WORK} RESULT_VARIABLE code OUTPUT_VARIABLE out ERROR_VARIABLE out)
    if(NOT code EQUAL 0)
        message(FATAL_ERROR "the README's table of what to write, as ${WORK}/table.cpp:\n${out}")
    endif()
endforeach()

write_program(spoilt.cpp "${spoilt_definitions}" "${spoilt_statements}")
set(all_errors -fmax-errors=0)
if(COMPILER_ID MATCHES "Clang")
    set(all_errors -ferror-limit=0)
endif()
execute_process(COMMAND ${compile} -w ${all_errors} -fsyntax-only spoilt.cpp WORKING_DIRECTORY ${WORK} ERROR_VARIABLE out RESULT_VARIABLE code)
foreach(line RANGE 1 ${lines})
    if(NOT "\n${out}" MATCHES "\nline_${line}:[0-9]+:[0-9]+: error: ")
        message(FATAL_ERROR "row ${line} of the README's table of what to write is not compiled: it may be wrong and pass\n${out}")
    endif()
endforeach()
