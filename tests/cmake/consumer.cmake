# SPDX-License-Identifier: BSL-1.0
# Builds and runs tests/consumer against an installed headway and against headway as a subdirectory.
# Input: SOURCE and BUILD of headway, its VERSION, GENERATOR COMPILER FLAGS, and WORK, a directory to fill.

cmake_minimum_required(VERSION 3.25)
file(REMOVE_RECURSE ${WORK})
set(prefix ${WORK}/prefix)

function(run)
    execute_process(COMMAND ${ARGN} COMMAND_ERROR_IS_FATAL ANY)
endfunction()

function(consume name)
    set(build ${WORK}/${name})
    run(${CMAKE_COMMAND} -S ${SOURCE}/tests/consumer -B ${build} -G ${GENERATOR} -DCMAKE_CXX_COMPILER=${COMPILER}
        -DCMAKE_CXX_FLAGS=${FLAGS} ${ARGN})
    run(${CMAKE_COMMAND} --build ${build})
    execute_process(COMMAND ${build}/consumer OUTPUT_VARIABLE output COMMAND_ERROR_IS_FATAL ANY)
    if(NOT output STREQUAL "${VERSION}\n")
        message(FATAL_ERROR "${name}: printed '${output}', expected version ${VERSION}")
    endif()
endfunction()

run(${CMAKE_COMMAND} --install ${BUILD} --prefix ${prefix})
consume(installed -DCMAKE_PREFIX_PATH=${prefix} -DHEADWAY_VERSION=${VERSION})
consume(subdirectory -DHEADWAY_SOURCE=${SOURCE})

run(${CMAKE_COMMAND} --install ${WORK}/subdirectory --prefix ${WORK}/nothing)
if(EXISTS ${WORK}/nothing)
    message(FATAL_ERROR "as a subdirectory headway installs files")
endif()
