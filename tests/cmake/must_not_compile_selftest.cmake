# SPDX-License-Identifier: BSL-1.0
# Holds must_not_compile.cmake to its word on files that are right or wrong in one way each.

set(fixtures ${CMAKE_CURRENT_LIST_DIR}/fixtures)

function(check file case verdict)
    execute_process(
        COMMAND ${CMAKE_COMMAND} -DCOMPILER=${COMPILER} -DCOMPILER_ID=${COMPILER_ID} -DFLAGS=${FLAGS} -DINCLUDE=.
            -DFILE=${file} -DCASE=${case} -P ${CMAKE_CURRENT_LIST_DIR}/must_not_compile.cmake
        RESULT_VARIABLE failed ERROR_VARIABLE output)
    if(verdict STREQUAL "accepted")
        if(failed)
            message(FATAL_ERROR "${file}, case ${case} should have been accepted:\n${output}")
        endif()
    elseif(NOT failed OR NOT output MATCHES "${verdict}")
        message(FATAL_ERROR "${file}, case ${case} should have been refused with '${verdict}':\n${output}")
    endif()
endfunction()

check(${fixtures}/cases.fail.cpp 0 accepted)
check(${fixtures}/cases.fail.cpp 1 accepted)
check(${fixtures}/cases.fail.cpp 2 "it compiles")
check(${fixtures}/cases.fail.cpp 3 "does not match.*undeclared")
check(${fixtures}/cases.fail.cpp 4 accepted)
check(${fixtures}/cases.fail.cpp 5 "does not match.*undeclared")
check(${fixtures}/cases.fail.cpp 6 accepted)
check(${fixtures}/cases.fail.cpp 7 "no note matches")
check(${fixtures}/cases.fail.cpp 8 "case 8 has no")
check(${fixtures}/broken_control.fail.cpp 0 "control does not compile")
check(${fixtures}/no_case.fail.cpp 0 "no case found")
check(${fixtures}/no_pattern.fail.cpp 0 "case 2 has no")
check(${fixtures}/no_name.fail.cpp 0 "2 uses of HEADWAY_CASE but 1")
check(${fixtures}/same_number.fail.cpp 0 "two cases have the number 1")
