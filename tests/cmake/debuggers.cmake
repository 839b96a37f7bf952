# SPDX-License-Identifier: BSL-1.0
# Tests in the debuggers gdb and LLDB and in the language server clangd, where these are. Which of them can do what the tests
# need is asked of them: some systems pack LLDB so that it does not find its own Python, some forbid to trace a program.

option(HEADWAY_DEBUGGERS_REQUIRED "Fail to configure where gdb, LLDB or clangd is missing" OFF)
set(missing "")

find_program(HEADWAY_GDB gdb)
set(output "")
if(HEADWAY_GDB)
    execute_process(COMMAND ${HEADWAY_GDB} -nx -batch -ex "python print(6 * 7)" -ex run ${CMAKE_COMMAND}
        OUTPUT_VARIABLE output ERROR_QUIET)
endif()
if(NOT output MATCHES "42\n.*exited")
    set(HEADWAY_GDB "")
    list(APPEND missing "gdb with Python that may trace")
endif()

find_program(HEADWAY_LLDB NAMES lldb lldb-14)
set(lldb "")
if(HEADWAY_LLDB)
    file(GLOB places /usr/lib/llvm-*/lib/python3*/*-packages/lldb/embedded_interpreter.py)
    list(TRANSFORM places REPLACE "/lldb/embedded_interpreter.py$" "")
    foreach(python IN ITEMS "" LISTS places)
        execute_process(COMMAND ${CMAKE_COMMAND} -E env PYTHONPATH=${python} ${HEADWAY_LLDB} --no-lldbinit -b
            -o "script print(6 * 7)" OUTPUT_VARIABLE output ERROR_QUIET)
        if(output MATCHES "\n42\n")
            set(lldb -DLLDB=${HEADWAY_LLDB} -DLLDB_PYTHON=${python})
            break()
        endif()
    endforeach()
endif()
if(NOT lldb)
    list(APPEND missing "LLDB with Python")
endif()

find_program(HEADWAY_CLANGD NAMES clangd clangd-14)
if(NOT HEADWAY_CLANGD)
    list(APPEND missing clangd)
endif()

if(HEADWAY_DEBUGGERS_REQUIRED AND missing)
    message(FATAL_ERROR "missing: ${missing}; sh .ci/setup all installs them on Debian 12")
endif()

add_test(NAME "build/what debuggers read is there" COMMAND ${CMAKE_COMMAND} -DROOT=${PROJECT_SOURCE_DIR}
    "-DCOMPILER=${CMAKE_CXX_COMPILER}" -DWORK=${CMAKE_CURRENT_BINARY_DIR}/debugger/members
    -P ${CMAKE_CURRENT_SOURCE_DIR}/cmake/debugger_members.cmake)
set(tests "build/what debuggers read is there")

# With this compiler; with Clang also with the others that are tested, for each lays out the standard library's types and names
# types in its own way.
set(compiler_0 ${CMAKE_CXX_COMPILER})
set(flags_0 ${CMAKE_CXX_FLAGS})
set(name_0 "values in a debugger")
if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
    find_program(compiler_1 g++ NO_CACHE)
    set(flags_1 "")
    set(name_1 "values in a debugger, of GCC")
    find_program(compiler_2 clang++-19 NO_CACHE)
    set(flags_2 -stdlib=libc++)
    set(name_2 "values in a debugger, of libc++")
endif()
if(HEADWAY_GDB)
    foreach(n RANGE 2)
        if(compiler_${n})
            add_test(NAME "build/${name_${n}}" COMMAND ${CMAKE_COMMAND} -DROOT=${PROJECT_SOURCE_DIR}
                "-DCOMPILER=${compiler_${n}}" "-DFLAGS=${flags_${n}}" -DGDB=${HEADWAY_GDB} ${lldb}
                -DWORK=${CMAKE_CURRENT_BINARY_DIR}/debugger/${n} -P ${CMAKE_CURRENT_SOURCE_DIR}/cmake/debugger.cmake)
            list(APPEND tests "build/${name_${n}}")
        endif()
    endforeach()
endif()
if(HEADWAY_CLANGD)
    add_test(NAME "build/an editor has nothing to say" COMMAND ${CMAKE_COMMAND} -DROOT=${PROJECT_SOURCE_DIR}
        -DCLANGD=${HEADWAY_CLANGD} -DWORK=${CMAKE_CURRENT_BINARY_DIR}/clangd -P ${CMAKE_CURRENT_SOURCE_DIR}/cmake/clangd.cmake)
    list(APPEND tests "build/an editor has nothing to say")
endif()
set_tests_properties(${tests} PROPERTIES LABELS build TIMEOUT 900 COST 30)
