# SPDX-License-Identifier: BSL-1.0
# Runs PROGRAM (example_forecast, example_as_known_in_2026) into the folder OUT and compares what it writes with the pictures of
# the folder EXPECTED, byte for byte, and, where SAME is given, that file with the one of the name AS. That pictures and page are well-formed .ci/run asks of xmllint.

file(REMOVE_RECURSE ${OUT})
execute_process(COMMAND ${PROGRAM} --out ${OUT} RESULT_VARIABLE exit_code OUTPUT_VARIABLE output)
if(NOT exit_code EQUAL 0)
    message(FATAL_ERROR "${PROGRAM} ended with ${exit_code}\n${output}")
endif()

file(GLOB expected RELATIVE ${EXPECTED} ${EXPECTED}/*.svg)
if(NOT expected)
    message(FATAL_ERROR "there is nothing in ${EXPECTED} to compare with")
endif()
foreach(name IN LISTS expected)
    execute_process(COMMAND ${CMAKE_COMMAND} -E compare_files ${EXPECTED}/${name} ${OUT}/${name} RESULT_VARIABLE differs)
    if(differs)
        message(SEND_ERROR "${name} is not what the program writes; if the change is meant:\n  cp ${OUT}/${name} ${EXPECTED}/")
    endif()
endforeach()

if(SAME)
    execute_process(COMMAND ${CMAKE_COMMAND} -E compare_files ${SAME} ${OUT}/${AS} RESULT_VARIABLE differs)
    if(differs)
        message(SEND_ERROR "${AS} is not ${SAME}")
    endif()
endif()

# A folder that cannot be made is an error that names it.
execute_process(COMMAND ${PROGRAM} --draws 100 --out ${OUT}/forecast.html/sub RESULT_VARIABLE exit_code
    OUTPUT_QUIET ERROR_VARIABLE error)
if(NOT exit_code EQUAL 1 OR NOT error MATCHES "cannot write \".*forecast.html/sub\"")
    message(SEND_ERROR "expected exit code 1 and the folder's name, got ${exit_code}: ${error}")
endif()

# What --list prints is what the program runs with: read again it changes nothing, and compared with it nothing has moved.
execute_process(COMMAND ${PROGRAM} --draws 100 OUTPUT_VARIABLE plain)
execute_process(COMMAND ${PROGRAM} --list OUTPUT_FILE ${OUT}/listed)
execute_process(COMMAND ${PROGRAM} --draws 100 --assumptions ${OUT}/listed OUTPUT_VARIABLE again)
if(NOT plain STREQUAL again)
    message(SEND_ERROR "with the assumptions that --list prints the answers are others")
endif()
execute_process(COMMAND ${PROGRAM} --draws 100 --compared-with ${OUT}/listed RESULT_VARIABLE exit_code OUTPUT_VARIABLE compared)
if(NOT exit_code EQUAL 0 OR NOT compared MATCHES "Nothing is believed otherwise than in the file compared with")
    message(SEND_ERROR "--compared-with what --list prints ended with ${exit_code}\n${compared}")
endif()
