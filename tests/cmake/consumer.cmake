# SPDX-License-Identifier: BSL-1.0
# Builds and runs tests/consumer in each way that a project can use headway: installed and found by CMake, installed and
# found by pkg-config, as a subdirectory, fetched, by its include directory alone, and as one file. All must print the same.
# Input: SOURCE and BUILD of headway, its VERSION, GENERATOR COMPILER FLAGS, and WORK, a directory to fill.

cmake_minimum_required(VERSION 3.25)
file(REMOVE_RECURSE ${WORK})
set(prefix ${WORK}/prefix)
separate_arguments(flags UNIX_COMMAND "${FLAGS}")

function(run)
    execute_process(COMMAND ${ARGN} COMMAND_ERROR_IS_FATAL ANY)
endfunction()

function(compare name program)
    execute_process(COMMAND ${program} OUTPUT_VARIABLE output COMMAND_ERROR_IS_FATAL ANY)
    if(NOT DEFINED expected)
        set(expected "${output}" PARENT_SCOPE)
        if(NOT output MATCHES "^${VERSION} 0x1\\.[0-9a-f]+p\\+30\n$")
            message(FATAL_ERROR "${name}: printed '${output}', expected version ${VERSION} and a date in seconds")
        endif()
    elseif(NOT output STREQUAL expected)
        message(FATAL_ERROR "${name}: printed '${output}', the others '${expected}'")
    endif()
    message("${name}: ${output}")
endfunction()

function(configure name)
    execute_process(COMMAND ${CMAKE_COMMAND} -S ${SOURCE}/tests/consumer -B ${WORK}/${name} -G ${GENERATOR}
        -DCMAKE_CXX_COMPILER=${COMPILER} "-DCMAKE_CXX_FLAGS=${FLAGS} -O0" ${ARGN}
        RESULT_VARIABLE failed OUTPUT_VARIABLE output ERROR_VARIABLE output)
    set(failed "${failed}" PARENT_SCOPE)
    set(output "${output}" PARENT_SCOPE)
endfunction()
macro(consume_by_cmake name)
    configure(${name} ${ARGN})
    if(failed)
        message(FATAL_ERROR "${name} cannot be configured:\n${output}")
    endif()
    run(${CMAKE_COMMAND} --build ${WORK}/${name})
    compare(${name} ${WORK}/${name}/consumer)
endmacro()
macro(consume_by_compiler name) # further arguments: the compiler's
    run(${COMPILER} ${flags} -O0 -std=c++20 ${SOURCE}/tests/consumer/main.cpp ${ARGN} -o ${WORK}/consumer_${name})
    compare(${name} ${WORK}/consumer_${name})
endmacro()

run(${CMAKE_COMMAND} --install ${BUILD} --prefix ${prefix})
consume_by_cmake(package -DHEADWAY_FROM=package -DCMAKE_PREFIX_PATH=${prefix} -DHEADWAY_VERSION=${VERSION})

# Another minor version is another interface before 1.0.
string(REGEX REPLACE "^([0-9]+)\\.([0-9]+).*" "\\1;\\2" parts ${VERSION})
list(GET parts 0 major)
list(GET parts 1 minor)
math(EXPR next "${minor} + 1")
configure(next_minor -DHEADWAY_FROM=package -DCMAKE_PREFIX_PATH=${prefix} -DHEADWAY_VERSION=${major}.${next})
if(NOT failed OR NOT output MATCHES "requested version \"${major}\\.${next}\"")
    message(FATAL_ERROR "find_package(headway ${major}.${next}) found ${VERSION}:\n${output}")
endif()

consume_by_cmake(subdirectory -DHEADWAY_FROM=subdirectory -DHEADWAY_SOURCE=${SOURCE})
run(${CMAKE_COMMAND} --install ${WORK}/subdirectory --prefix ${WORK}/nothing)
if(EXISTS ${WORK}/nothing)
    message(FATAL_ERROR "as a subdirectory headway installs files")
endif()

execute_process(COMMAND ${CMAKE_COMMAND} -E tar czf ${WORK}/headway.tar.gz include CMakeLists.txt LICENSE
    WORKING_DIRECTORY ${SOURCE} COMMAND_ERROR_IS_FATAL ANY)
consume_by_cmake(fetch -DHEADWAY_FROM=fetch -DHEADWAY_ARCHIVE=${WORK}/headway.tar.gz)

find_program(pkg_config NAMES pkg-config pkgconf REQUIRED)
foreach(question IN ITEMS --modversion --cflags --libs)
    execute_process(COMMAND ${CMAKE_COMMAND} -E env PKG_CONFIG_PATH=${prefix}/share/pkgconfig
        ${pkg_config} ${question} headway OUTPUT_VARIABLE answer OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
    separate_arguments(answer${question} UNIX_COMMAND "${answer}")
endforeach()
if(NOT answer--modversion STREQUAL VERSION)
    message(FATAL_ERROR "pkg-config says version ${answer--modversion}, it is ${VERSION}")
endif()
consume_by_compiler(pkg_config ${answer--cflags} ${answer--libs})

consume_by_compiler(include_directory -I ${SOURCE}/include -pthread)

run(${CMAKE_COMMAND} -DSOURCE=${SOURCE} -DOUTPUT=${WORK}/one_file/headway_all.hpp
    -P ${SOURCE}/tests/cmake/one_file.cmake)
consume_by_compiler(one_file -DCONSUMER_OF_ONE_FILE -I ${WORK}/one_file -pthread)
