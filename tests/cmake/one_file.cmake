# SPDX-License-Identifier: BSL-1.0
# Writes headway as one file: headway.hpp with every header that it includes put in its place, each once, and the standard
# headers ahead of all.
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
    file(STRINGS ${SOURCE}/include/${header} includes REGEX "^#include <")
    foreach(include IN LISTS includes)
        string(REGEX REPLACE "^#include <(.*)>.*" "\\1" name "${include}")
        if(name MATCHES "^headway/")
            append(${name})
        else()
            list(APPEND std_headers ${name})
        endif()
    endforeach()
    file(READ ${SOURCE}/include/${header} text)
    string(REGEX REPLACE "(^|\n)(// SPDX-License-Identifier: BSL-1.0|#pragma once|#include <[^\n]*)" "" text "${text}")
    string(STRIP "${text}" text)
    set(body "${body}\n// ---- ${header}\n\n${text}\n" PARENT_SCOPE)
    set(seen ${seen} PARENT_SCOPE)
    set(std_headers ${std_headers} PARENT_SCOPE)
endfunction()

append(headway/headway.hpp)
list(REMOVE_DUPLICATES std_headers)
list(SORT std_headers)
list(TRANSFORM std_headers REPLACE "(.+)" "#include <\\1>\n")
list(JOIN std_headers "" std_headers)
file(WRITE ${OUTPUT} "// SPDX-License-Identifier: BSL-1.0\n// headway as one file, generated from include/headway.\n"
    "#pragma once\n\n${std_headers}${body}")
