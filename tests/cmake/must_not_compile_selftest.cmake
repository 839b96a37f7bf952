# SPDX-License-Identifier: BSL-1.0
# Holds must_not_compile.cmake to its word on files that are right or wrong in one way each.

set(fixtures ${CMAKE_CURRENT_LIST_DIR}/fixtures)

# Together and alone, for what is refused must not depend on it.
function(check file verdict)
    foreach(alone IN ITEMS OFF ON)
        execute_process(
            COMMAND ${CMAKE_COMMAND} -DCOMPILER=${COMPILER} -DCOMPILER_ID=${COMPILER_ID} -DFLAGS=${FLAGS} -DINCLUDE=.
                -DFILE=${fixtures}/${file}.fail.cpp -DWORK=${WORK} -DALONE=${alone} -P ${CMAKE_CURRENT_LIST_DIR}/must_not_compile.cmake
            RESULT_VARIABLE failed ERROR_VARIABLE output)
        if(verdict STREQUAL "accepted")
            if(failed)
                message(FATAL_ERROR "${file} should have been accepted:\n${output}")
            endif()
        elseif(NOT failed OR NOT output MATCHES "${verdict}")
            message(FATAL_ERROR "${file} should have been refused with '${verdict}':\n${output}")
        endif()
    endforeach()
endfunction()

check(as_it_should_be accepted)
check(compiles "case 2 compiles, but must not")
check(other_cause "case 2: the first error does not match.*undeclared")
check(later_error "case 2: the first error does not match.*undeclared")
check(other_note "case 2: no note matches")
check(once_for_two accepted)
check(broken_control "control does not compile")
check(no_case "no case found")
check(no_pattern "case 2 has no")
check(no_name "2 uses of HEADWAY_CASE but 1")
check(same_number "two cases have the number 1")
