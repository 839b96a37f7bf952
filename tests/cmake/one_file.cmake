# SPDX-License-Identifier: BSL-1.0
# Writes headway as one file: headway.hpp and report.hpp with every header that they include put in its place, each once,
# and the standard headers ahead of all; testing/catch.hpp for who defines HEADWAY_WITH_CATCH2. Where the headers
# themselves can be included the file includes them in place of its own text, so that the two never meet.
# Input: SOURCE of headway, OUTPUT, the file to write.   cmake --build <build> --target headway_all   calls it.

cmake_minimum_required(VERSION 3.25)
set(std_headers)
set(seen)
set(body "")

# Appends a header's text to `body`, after all that it includes.
function(append header)
    if(header IN_LIST seen)
        return()
    endif()
    list(APPEND seen ${header})
    set(seen ${seen} PARENT_SCOPE)
    file(READ ${SOURCE}/include/${header} text)
    string(REGEX REPLACE "\n#include <headway/header_(begin|end)[.]hpp>" "" text "${text}")
    # Its bodies follow it.
    string(REGEX REPLACE "^(headway/[^/]+/)" "\\1bodies/" bodies ${header})
    string(REPLACE "\n#if HEADWAY_BODIES\n#include <${bodies}>\n#endif\n" "" without_bodies "${text}")
    string(COMPARE NOTEQUAL "${text}" "${without_bodies}" has_bodies)
    set(text "${without_bodies}")
    # What is included under a condition stays where it is.
    string(REGEX MATCHALL "\n#if[^\n]*\n(#[^\n]*\n)+" conditional "${text}")
    foreach(lines IN LISTS conditional)
        string(REPLACE "#include" "# include" apart "${lines}")
        string(REPLACE "${lines}" "${apart}" text "${text}")
    endforeach()
    string(REGEX MATCHALL "\n#include <[^>]*" includes "${text}")
    foreach(include IN LISTS includes)
        string(REGEX REPLACE "^\n#include <" "" name "${include}")
        if(name MATCHES "^headway/")
            append(${name})
        else()
            list(APPEND std_headers ${name})
        endif()
    endforeach()
    string(REGEX REPLACE "(^|\n)(// SPDX-License-Identifier: BSL-1.0|#pragma once|#include <[^\n]*)" "" text "${text}")
    string(STRIP "${text}" text)
    set(body "${body}\n// ---- ${header}\n\n${text}\n")
    if(has_bodies)
        set(body "${body}\n#if HEADWAY_BODIES\n")
        append(${bodies})
        set(body "${body}\n#endif\n")
    endif()
    set(body "${body}" PARENT_SCOPE)
    set(seen ${seen} PARENT_SCOPE)
    set(std_headers ${std_headers} PARENT_SCOPE)
endfunction()

# Once around all stands what is around each header.
foreach(name IN ITEMS begin end)
    file(READ ${SOURCE}/include/headway/header_${name}.hpp text)
    string(REGEX REPLACE "\n//[^\n]*" "" header_${name} "\n${text}")
endforeach()
append(headway/headway.hpp)
append(headway/report.hpp)
set(library "${header_begin}${body}${header_end}")
set(body "")
append(headway/testing/catch.hpp)
set(matchers "${header_begin}${body}${header_end}")

file(READ ${SOURCE}/include/headway/version.hpp version)
set(same_version "")
foreach(part IN ITEMS MAJOR MINOR PATCH)
    string(REGEX MATCH "VERSION_${part} ([0-9]+)" _ "${version}")
    list(APPEND same_version "HEADWAY_VERSION_${part} == ${CMAKE_MATCH_1}")
endforeach()
list(JOIN same_version " && " same_version)

list(REMOVE_DUPLICATES std_headers)
list(SORT std_headers)
list(TRANSFORM std_headers REPLACE "(.+)" "#include <\\1>\n")
list(JOIN std_headers "" std_headers)
file(WRITE ${OUTPUT} "// SPDX-License-Identifier: BSL-1.0\n// headway as one file, generated from include/headway.\n"
    "#pragma once\n\n"
    "#if __has_include(<headway/version.hpp>)\n\n"
    "#include <headway/version.hpp>\n"
    "#if !(${same_version})\n"
    "#error \"headway_all.hpp and the headers <headway/...> on the include path are of two versions; keep one of them\"\n"
    "#endif\n"
    "#include <headway/headway.hpp>\n#include <headway/report.hpp>\n"
    "#ifdef HEADWAY_WITH_CATCH2\n#include <headway/testing/catch.hpp>\n#endif\n\n"
    "#else\n\n"
    "${std_headers}${library}\n"
    "#ifdef HEADWAY_WITH_CATCH2\n${matchers}\n#endif\n\n"
    "#endif\n")
