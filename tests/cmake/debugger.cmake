# SPDX-License-Identifier: BSL-1.0
# Compiles tests/debugger/shown.cpp, stops it in gdb, saves a core file, and asks gdb, and LLDB where it is given, of that core
# file what its variables are: they must say what the library itself said of them, line for line. Then the commands in the
# tables of examples/guide/debugging.md are given, which must show what the guide says.
# Input: ROOT, the sources; COMPILER and its FLAGS; GDB; LLDB and LLDB_PYTHON, the folder of its Python module; WORK, a
# directory to fill.

cmake_minimum_required(VERSION 3.25)
file(REMOVE_RECURSE ${WORK})
file(MAKE_DIRECTORY ${WORK})
separate_arguments(flags UNIX_COMMAND "${FLAGS}")
set(program ${WORK}/shown)
set(core ${WORK}/shown.core)
set(own ${ROOT}/include/headway/debugger)

execute_process(COMMAND ${COMPILER} ${flags} -std=c++20 -g -O0 -I ${ROOT}/include ${ROOT}/tests/debugger/shown.cpp -o ${program}
    -pthread COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${program} OUTPUT_VARIABLE said COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${GDB} -nx -batch -ex "break all_is_said" -ex "run >/dev/null" -ex "generate-core-file ${core}" ${program}
    OUTPUT_VARIABLE output ERROR_VARIABLE output)
if(NOT EXISTS ${core})
    message(FATAL_ERROR "gdb saved no core file:\n${output}")
endif()

macro(gdb) # further arguments: commands
    execute_process(COMMAND ${GDB} -nx -batch -ex "source ${own}/headway_gdb.py" ${ARGN} ${program} ${core}
        OUTPUT_VARIABLE output ERROR_VARIABLE errors)
endmacro()
macro(lldb) # further arguments: commands
    execute_process(COMMAND ${CMAKE_COMMAND} -E env PYTHONPATH=${LLDB_PYTHON}
        ${LLDB} --no-lldbinit -b -c ${core} ${program} -o "command script import ${own}/headway_lldb.py" ${ARGN}
        OUTPUT_VARIABLE output ERROR_VARIABLE errors)
endmacro()

# `output`, from its first variable on, is what was said.
function(compare debugger)
    string(FIND "${output}" "\nmoney[0] = " begin)
    math(EXPR begin "${begin} + 1")
    string(SUBSTRING "${output}" ${begin} -1 shown)
    if(shown STREQUAL said)
        return()
    endif()
    file(WRITE ${WORK}/said.txt "${said}")
    file(WRITE ${WORK}/${debugger}.txt "${shown}")
    execute_process(COMMAND diff -u ${WORK}/said.txt ${WORK}/${debugger}.txt)
    message(FATAL_ERROR "${debugger} shows other values than the library says\n${errors}")
endfunction()

# The rows of the guide's section: `commands`, and in order what they show.
function(read_guide section option)
    file(READ ${ROOT}/examples/guide/debugging.md guide)
    string(REGEX MATCH "\n## ${section}\n(.*)" _ "${guide}")
    string(REGEX REPLACE "\n## .*" "" guide "${CMAKE_MATCH_1}")
    string(REGEX MATCHALL "\n\\| `[^\n]*` \\|" rows "${guide}")
    set(commands ${option} up)
    set(number 0)
    foreach(row IN LISTS rows)
        string(REGEX MATCH "^\n\\| `([^`]*)` \\| `([^`]*)`" _ "${row}")
        list(APPEND commands ${option} "${CMAKE_MATCH_1}")
        math(EXPR number "${number} + 1")
        set(shows_${number} "${CMAKE_MATCH_2}" PARENT_SCOPE)
    endforeach()
    if(number LESS 5)
        message(FATAL_ERROR "only ${number} rows with a command under '${section}' in the guide")
    endif()
    set(commands ${commands} PARENT_SCOPE)
    set(rows ${number} PARENT_SCOPE)
endfunction()
function(hold_to_guide debugger)
    set(rest "${output}")
    foreach(row RANGE 1 ${rows})
        string(FIND "${rest}" "${shows_${row}}\n" begin)
        if(begin EQUAL -1)
            message(FATAL_ERROR "the guide says that ${debugger} shows\n${shows_${row}}\nIt shows\n${rest}${errors}")
        endif()
        string(SUBSTRING "${rest}" ${begin} -1 rest)
    endforeach()
endfunction()

gdb(-ex "source ${ROOT}/tests/debugger/said_in_gdb.py")
compare(gdb)
read_guide("In gdb" -ex)
gdb(${commands})
hold_to_guide(gdb)
if(LLDB)
    lldb(-o "command script import ${ROOT}/tests/debugger/said_in_lldb.py")
    compare(lldb)
    read_guide("In LLDB" -o)
    lldb(${commands})
    hold_to_guide(lldb)
endif()
