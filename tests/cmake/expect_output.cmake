# SPDX-License-Identifier: BSL-1.0
# Runs PROGRAM, by EMULATOR where it is another machine's, and compares its standard output with the file EXPECTED, byte for byte.

execute_process(COMMAND ${EMULATOR} ${PROGRAM} RESULT_VARIABLE exit_code OUTPUT_VARIABLE actual)
if(NOT exit_code EQUAL 0)
    message("${actual}")
    message(FATAL_ERROR "${PROGRAM} ended with ${exit_code}")
endif()
file(READ ${EXPECTED} expected)
if(NOT actual STREQUAL expected)
    set(actual_file ${PROGRAM}.actual)
    file(WRITE ${actual_file} "${actual}")
    execute_process(COMMAND diff -u ${EXPECTED} ${actual_file})
    message(FATAL_ERROR "the output differs from the expected one; if the change is meant:\n  cp ${actual_file} ${EXPECTED}")
endif()
