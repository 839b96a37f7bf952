# SPDX-License-Identifier: BSL-1.0
# Builds and runs tests/consumer in each way that a project can use headway: installed and found by CMake, installed and
# found by pkg-config, as a subdirectory, fetched as an archive and by git, through a library that is installed on top of it,
# by its include directory alone, and as one file. All must print the same.
# Input: SOURCE and BUILD of headway, its VERSION, GENERATOR COMPILER FLAGS, and WORK, a directory to fill.

cmake_minimum_required(VERSION 3.25)
file(REMOVE_RECURSE ${WORK})
set(prefix ${WORK}/prefix)
separate_arguments(flags UNIX_COMMAND "${FLAGS}")

function(run)
    execute_process(COMMAND ${ARGN} COMMAND_ERROR_IS_FATAL ANY)
endfunction()

# Runs what has been built. Of each of the programs `main` and `small` all must print the same.
function(compare name kind program)
    execute_process(COMMAND ${program} OUTPUT_VARIABLE output COMMAND_ERROR_IS_FATAL ANY)
    if(NOT DEFINED expected_${kind})
        set(expected_${kind} "${output}" PARENT_SCOPE)
        if(NOT output MATCHES "^${VERSION} 0x1\\.[0-9a-f]+p\\+30\n")
            message(FATAL_ERROR "${name}: printed '${output}', expected version ${VERSION} and a date in seconds")
        endif()
    elseif(NOT output STREQUAL expected_${kind})
        message(FATAL_ERROR "${name}: printed '${output}', the others '${expected_${kind}}'")
    endif()
    message("${name}: ${output}")
endfunction()

function(configure name source) # further arguments: CMake's
    execute_process(COMMAND ${CMAKE_COMMAND} -S ${source} -B ${WORK}/${name} -G ${GENERATOR}
        -DCMAKE_CXX_COMPILER=${COMPILER} "-DCMAKE_CXX_FLAGS=${FLAGS} -O0" ${ARGN}
        RESULT_VARIABLE failed OUTPUT_VARIABLE output ERROR_VARIABLE output)
    set(failed "${failed}" PARENT_SCOPE)
    set(output "${output}" PARENT_SCOPE)
endfunction()
macro(build name source)
    configure(${name} ${source} ${ARGN})
    if(failed)
        message(FATAL_ERROR "${name} cannot be configured:\n${output}")
    endif()
    run(${CMAKE_COMMAND} --build ${WORK}/${name})
endmacro()
macro(consume_by_cmake name kind)
    build(${name} ${SOURCE}/tests/consumer ${ARGN})
    compare(${name} ${kind} ${WORK}/${name}/consumer)
endmacro()
macro(consume_by_compiler name kind) # further arguments: the compiler's
    run(${COMPILER} ${flags} -O0 -std=c++20 ${SOURCE}/tests/consumer/${kind}.cpp ${ARGN} -o ${WORK}/consumer_${name})
    compare(${name} ${kind} ${WORK}/consumer_${name})
endmacro()

run(${CMAKE_COMMAND} --install ${BUILD} --prefix ${prefix})
consume_by_cmake(package main -DHEADWAY_FROM=package -DCMAKE_PREFIX_PATH=${prefix} -DHEADWAY_VERSION=${VERSION})
compare(package_compiled main ${WORK}/package/consumer_compiled)
# Debuggers find their files, and Visual Studio its own among the sources of what is linked to headway.
foreach(file IN ITEMS headway.natvis headway_gdb.py headway_lldb.py headway_text.py)
    run(${CMAKE_COMMAND} -E compare_files ${SOURCE}/include/headway/debugger/${file} ${prefix}/share/headway/debugger/${file})
endforeach()
file(WRITE ${WORK}/visual_studio/CMakeLists.txt "cmake_minimum_required(VERSION 3.25)\nproject(visual_studio LANGUAGES CXX)\n"
    "if(FROM_PACKAGE)\n    find_package(headway REQUIRED)\nelse()\n    add_subdirectory(${SOURCE} headway)\nendif()\n"
    "get_target_property(sources headway::headway INTERFACE_SOURCES)\nmessage(\"sources: \${sources}\")\n")
foreach(from_package IN ITEMS ON OFF)
    foreach(msvc IN ITEMS ON OFF)
        configure(visual_studio_${from_package}_${msvc} ${WORK}/visual_studio -DCMAKE_PREFIX_PATH=${prefix}
            -DFROM_PACKAGE=${from_package} -DMSVC=${msvc})
        string(REGEX MATCH "sources: [^\n]*" line "${output}")
        string(REGEX MATCH "/[^<>\n]*/headway[.]natvis" natvis "${line}")
        if(failed OR (msvc AND NOT EXISTS "${natvis}") OR (NOT msvc AND NOT line STREQUAL "sources: sources-NOTFOUND"))
            message(FATAL_ERROR "Visual Studio ${msvc}, package ${from_package}: '${line}'\n${output}")
        endif()
    endforeach()
endforeach()
# Without the one file that holds the compiled half the linker says which.
execute_process(COMMAND ${COMPILER} ${flags} -O0 -std=c++20 -DHEADWAY_COMPILED ${SOURCE}/tests/consumer/small.cpp
    -I ${SOURCE}/include -o ${WORK}/without_the_half -pthread RESULT_VARIABLE failed OUTPUT_VARIABLE output ERROR_VARIABLE output)
if(NOT failed OR NOT output MATCHES "one_file_of_this_program_must_include_headway_compiled_hpp")
    message(FATAL_ERROR "a program without its compiled half:\n${output}")
endif()

# Another minor version is another interface before 1.0.
string(REGEX REPLACE "^([0-9]+)\\.([0-9]+).*" "\\1;\\2" parts ${VERSION})
list(GET parts 0 major)
list(GET parts 1 minor)
math(EXPR next "${minor} + 1")
configure(next_minor ${SOURCE}/tests/consumer
    -DHEADWAY_FROM=package -DCMAKE_PREFIX_PATH=${prefix} -DHEADWAY_VERSION=${major}.${next})
if(NOT failed OR NOT output MATCHES "requested version \"${major}\\.${next}\"")
    message(FATAL_ERROR "find_package(headway ${major}.${next}) found ${VERSION}:\n${output}")
endif()

consume_by_cmake(subdirectory small -DHEADWAY_FROM=subdirectory -DHEADWAY_SOURCE=${SOURCE}
    -DCMAKE_EXPORT_COMPILE_COMMANDS=ON)
# Products and sums are not fused but by who asks for it.
file(STRINGS ${WORK}/subdirectory/compile_commands.json consumer REGEX "\"command\".*consumer[.]dir")
file(STRINGS ${WORK}/subdirectory/compile_commands.json fusing REGEX "\"command\".*fusing[.]dir")
if(NOT consumer MATCHES " -ffp-contract=off " OR consumer MATCHES "HEADWAY_FUSED" OR
   NOT fusing MATCHES " -DHEADWAY_FUSED_ARITHMETIC " OR fusing MATCHES " -ffp-contract")
    message(FATAL_ERROR "flags of the consumers:\n${consumer}\n${fusing}")
endif()
run(${CMAKE_COMMAND} --install ${WORK}/subdirectory --prefix ${WORK}/nothing)
if(EXISTS ${WORK}/nothing)
    message(FATAL_ERROR "as a subdirectory headway installs files")
endif()

# Brought twice in two versions, it says so.
file(WRITE ${WORK}/older/CMakeLists.txt "cmake_minimum_required(VERSION 3.25)\nproject(older LANGUAGES NONE)\n"
    "add_library(headway INTERFACE)\nadd_library(headway::headway ALIAS headway)\n"
    "set_target_properties(headway PROPERTIES HEADWAY_VERSION 0.0.9)\nadd_subdirectory(${SOURCE} headway)\n")
configure(older_build ${WORK}/older)
if(failed OR NOT output MATCHES "headway 0\\.0\\.9 is part of this build already; version[ \n]+${VERSION}")
    message(FATAL_ERROR "headway in two versions goes unsaid:\n${output}")
endif()

execute_process(COMMAND ${CMAKE_COMMAND} -E tar czf ${WORK}/headway.tar.gz include CMakeLists.txt LICENSE
    WORKING_DIRECTORY ${SOURCE} COMMAND_ERROR_IS_FATAL ANY)
consume_by_cmake(archive small -DHEADWAY_FROM=archive -DHEADWAY_ARCHIVE=${WORK}/headway.tar.gz)

# A repository of the same files, not that of SOURCE: these may be a copy without one, or changed since.
find_program(git git REQUIRED)
file(MAKE_DIRECTORY ${WORK}/repository)
execute_process(COMMAND ${CMAKE_COMMAND} -E tar xzf ${WORK}/headway.tar.gz
    WORKING_DIRECTORY ${WORK}/repository COMMAND_ERROR_IS_FATAL ANY)
foreach(command IN ITEMS "init -q" "add ." "-c user.name=n -c user.email=n@example.org commit -q -m headway"
                         "clone -q --bare . ../headway.git")
    separate_arguments(command UNIX_COMMAND "${command}")
    execute_process(COMMAND ${git} ${command} WORKING_DIRECTORY ${WORK}/repository COMMAND_ERROR_IS_FATAL ANY)
endforeach()
execute_process(COMMAND ${git} rev-parse HEAD WORKING_DIRECTORY ${WORK}/repository
    OUTPUT_VARIABLE commit OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
consume_by_cmake(git small -DHEADWAY_FROM=git -DHEADWAY_REPOSITORY=file://${WORK}/headway.git -DHEADWAY_COMMIT=${commit})

build(library ${SOURCE}/tests/consumer/library -DHEADWAY_SOURCE=${SOURCE})
run(${CMAKE_COMMAND} --install ${WORK}/library --prefix ${WORK}/library_prefix)
consume_by_cmake(of_library small -DHEADWAY_FROM=library -DCMAKE_PREFIX_PATH=${WORK}/library_prefix)

find_program(pkg_config NAMES pkg-config pkgconf REQUIRED)
foreach(question IN ITEMS --modversion --cflags --libs)
    execute_process(COMMAND ${CMAKE_COMMAND} -E env PKG_CONFIG_PATH=${prefix}/share/pkgconfig
        ${pkg_config} ${question} headway OUTPUT_VARIABLE answer OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
    separate_arguments(answer${question} UNIX_COMMAND "${answer}")
endforeach()
if(NOT answer--modversion STREQUAL VERSION)
    message(FATAL_ERROR "pkg-config says version ${answer--modversion}, it is ${VERSION}")
endif()
consume_by_compiler(pkg_config small ${answer--cflags} ${answer--libs})

consume_by_compiler(include_directory small -I ${SOURCE}/include -pthread)

# The one file stands alone; beside the headers, before or after them, the two do not clash.
run(${CMAKE_COMMAND} -DSOURCE=${SOURCE} -DOUTPUT=${WORK}/one_file/headway_all.hpp
    -P ${SOURCE}/tests/cmake/one_file.cmake)
consume_by_compiler(one_file main -DCONSUMER_OF_ONE_FILE -I ${WORK}/one_file -pthread)
file(WRITE ${WORK}/beside.cpp "#include <headway/quantity/units.hpp>\n#include <headway_all.hpp>\n#include <headway/report.hpp>\n"
    "auto csv(const headway::outcome<double>& run) { return headway::report::csv(run); }\n")
run(${COMPILER} ${flags} -std=c++20 -fsyntax-only ${WORK}/beside.cpp -I ${WORK}/one_file -I ${SOURCE}/include)
file(READ ${WORK}/one_file/headway_all.hpp text)
if(NOT text MATCHES "\n#ifdef HEADWAY_WITH_CATCH2\n.*\n// ---- headway/testing/catch.hpp\n")
    message(FATAL_ERROR "headway_all.hpp has no Catch2 matchers")
endif()
if(text MATCHES "\n#include <headway/([^>]*)" AND NOT CMAKE_MATCH_1 STREQUAL "version.hpp")
    message(FATAL_ERROR "headway_all.hpp includes ${CMAKE_MATCH_1} where it should hold its text")
endif()
