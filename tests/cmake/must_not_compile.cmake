# SPDX-License-Identifier: BSL-1.0
# Compiles one case of a <name>.fail.cpp file, which must fail with the expected first error.
#
#   // SPDX-License-Identifier: BSL-1.0
#   #include <headway/quantity/quantity.hpp>
#   constexpr auto cost = 3.0 * headway::units::usd;   // the control: everything outside the cases must compile
#
#   #if HEADWAY_CASE == 1   // case: adding money and time
#   // expect: cannot add.*money.*time
#   auto sum = cost + 2.0 * headway::units::year;
#   #endif
#
# Cases are numbered, each number used once. The pattern is a CMake regular expression, searched for in the compiler's
# first error, after "error: "; that is one line, the first a reader sees. `// expect-gcc:` and `// expect-clang:`
# replace `// expect:` for one compiler. Where a compiler says the reason in a note only, `// expect-gcc-note:` or
# `// expect-clang-note:` asks for one of its notes as well. HEADWAY_CASE is 0 for the control.
#
# Input: COMPILER COMPILER_ID FLAGS INCLUDE FILE CASE, and PRECOMPILED, a header that Clang precompiled, or nothing.
# With CASE=0 the control must compile and the file be well-formed.

cmake_minimum_required(VERSION 3.25)
set(ENV{LC_ALL} C)
separate_arguments(flags UNIX_COMMAND "${FLAGS}")
if(PRECOMPILED)
    list(APPEND flags -include-pch ${PRECOMPILED})
endif()
execute_process(
    COMMAND ${COMPILER} ${flags} -std=c++20 -fsyntax-only -I ${INCLUDE} -DHEADWAY_CASE=${CASE} ${FILE}
    RESULT_VARIABLE failed OUTPUT_QUIET ERROR_VARIABLE output)
file(READ ${FILE} text)

function(refuse reason) # the details first, because FATAL_ERROR would fold their lines
    message("case ${CASE} of ${FILE}: ${reason}")
    message(FATAL_ERROR "refused")
endfunction()

# pattern <- what case `number` expects of this compiler; note_pattern <- what it expects of one of its notes, if anything
function(find_expected number pattern note_pattern)
    string(REGEX REPLACE "^.*HEADWAY_CASE == ${number}[^0-9]" "" block "${text}")
    string(REGEX REPLACE "HEADWAY_CASE == .*$" "" block "${block}")
    set(compiler gcc)
    if(COMPILER_ID MATCHES "Clang")
        set(compiler clang)
    endif()
    set(${note_pattern} "" PARENT_SCOPE)
    if(block MATCHES "// expect-${compiler}-note: *([^\n]+)")
        set(${note_pattern} "${CMAKE_MATCH_1}" PARENT_SCOPE)
    endif()
    if(block MATCHES "// expect-${compiler}: *([^\n]+)")
    elseif(block MATCHES "// expect: *([^\n]+)")
    else()
        refuse("case ${number} has no '// expect: pattern'")
    endif()
    set(${pattern} "${CMAKE_MATCH_1}" PARENT_SCOPE)
endfunction()

if(CASE EQUAL 0)
    if(failed)
        refuse("the control does not compile\n${output}")
    endif()
    string(REGEX MATCHALL "HEADWAY_CASE == [0-9]+" uses "${text}")
    string(REGEX MATCHALL "HEADWAY_CASE == [1-9][0-9]* *// case: [^ \n]" cases "${text}")
    list(LENGTH uses use_count)
    list(LENGTH cases case_count)
    if(case_count EQUAL 0)
        refuse("no case found")
    elseif(NOT use_count EQUAL case_count)
        refuse("${use_count} uses of HEADWAY_CASE but ${case_count} of the form '== N // case: text'")
    endif()
    foreach(use IN LISTS uses)
        string(REGEX REPLACE "[^0-9]" "" number ${use})
        if(number IN_LIST numbers)
            refuse("two cases have the number ${number}")
        endif()
        list(APPEND numbers ${number})
        find_expected(${number} pattern note_pattern)
    endforeach()
    return()
endif()

find_expected(${CASE} pattern note_pattern)
if(NOT failed)
    refuse("it compiles, but must not")
elseif(NOT output MATCHES "error: ([^\n]*)")
    refuse("the compiler failed without an error line\n${output}")
endif()
set(first_error "${CMAKE_MATCH_1}")
if(NOT first_error MATCHES "${pattern}")
    refuse("the first error does not match\n  error:   ${first_error}\n  pattern: ${pattern}\n\n${output}")
endif()
if(NOT note_pattern STREQUAL "" AND NOT output MATCHES "note: [^\n]*(${note_pattern})")
    refuse("no note matches\n  pattern: ${note_pattern}\n\n${output}")
endif()
message("${first_error}")
