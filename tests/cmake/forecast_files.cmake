# SPDX-License-Identifier: BSL-1.0
# Runs PROGRAM (example_forecast) into the folder OUT and compares what it writes with the files of the folder EXPECTED,
# byte for byte. With XMLLINT, a path to it, all pictures and the page must be well-formed.

file(REMOVE_RECURSE ${OUT})
execute_process(COMMAND ${PROGRAM} --out ${OUT} RESULT_VARIABLE exit_code OUTPUT_VARIABLE output)
if(NOT exit_code EQUAL 0)
    message(FATAL_ERROR "${PROGRAM} ended with ${exit_code}\n${output}")
endif()

file(GLOB expected RELATIVE ${EXPECTED} ${EXPECTED}/*)
if(NOT expected)
    message(FATAL_ERROR "there is nothing in ${EXPECTED} to compare with")
endif()
foreach(name IN LISTS expected)
    execute_process(COMMAND ${CMAKE_COMMAND} -E compare_files ${EXPECTED}/${name} ${OUT}/${name} RESULT_VARIABLE differs)
    if(differs)
        message(SEND_ERROR "${name} is not what the program writes; if the change is meant:\n  cp ${OUT}/${name} ${EXPECTED}/")
    endif()
endforeach()

if(XMLLINT)
    file(GLOB written ${OUT}/*.svg ${OUT}/*.html)
    execute_process(COMMAND ${XMLLINT} --noout ${written} RESULT_VARIABLE malformed)
    if(malformed)
        message(SEND_ERROR "xmllint: not well-formed")
    endif()
endif()

# A folder that cannot be made is an error that names it.
execute_process(COMMAND ${PROGRAM} --draws 100 --out ${OUT}/forecast.html/sub RESULT_VARIABLE exit_code
    OUTPUT_QUIET ERROR_VARIABLE error)
if(NOT exit_code EQUAL 1 OR NOT error MATCHES "cannot write \".*forecast.html/sub\"")
    message(SEND_ERROR "expected exit code 1 and the folder's name, got ${exit_code}: ${error}")
endif()
