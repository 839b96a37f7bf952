# SPDX-License-Identifier: BSL-1.0
# Compiles the cases of a <name>.fail.cpp file, each of which must fail with the expected first error.
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
# Most of a compilation is its headers, so the cases are compiled together first, each in a namespace of its own, and an error
# counts for the case whose lines asked for it. A case that does not show its error there (another one's template has failed
# already, say) is compiled alone, and so is the control where an error is not any case's: nothing is refused for the company
# that it was in.
#
# A file about what is not included says `// not precompiled: why`, and has its own includes only.
#
# Input: COMPILER COMPILER_ID FLAGS INCLUDE FILE WORK (a directory), PRECOMPILED (a header that Clang precompiled, or nothing),
# and ALONE, to compile nothing together.

cmake_minimum_required(VERSION 3.25)
set(ENV{LC_ALL} C)
separate_arguments(flags UNIX_COMMAND "${FLAGS}")
list(APPEND flags -std=c++20 -fsyntax-only -I ${INCLUDE})
set(compiler gcc)
set(all_errors -fmax-errors=0 -fno-diagnostics-show-caret)
if(COMPILER_ID MATCHES "Clang")
    set(compiler clang)
    set(all_errors -ferror-limit=0 -fno-caret-diagnostics)
endif()
file(READ ${FILE} text)
cmake_path(GET FILE FILENAME file_name)
if(PRECOMPILED AND NOT text MATCHES "// not precompiled: ")
    list(APPEND flags -include-pch ${PRECOMPILED})
endif()

function(refuse reason) # the details first, because FATAL_ERROR would fold their lines
    message("${FILE}: ${reason}")
    message(FATAL_ERROR "refused")
endfunction()

# The cases: case_numbers, and of each expected_<number> and expected_note_<number>.
string(REGEX MATCHALL "HEADWAY_CASE == [0-9]+" uses "${text}")
string(REGEX REPLACE "[][;]" "_" plain "${text}") # they would confuse the list
string(REGEX MATCHALL "HEADWAY_CASE == [1-9][0-9]* *// case: [^ \n]" cases "${plain}")
list(LENGTH uses use_count)
list(LENGTH cases case_count)
if(case_count EQUAL 0)
    refuse("no case found")
elseif(NOT use_count EQUAL case_count)
    refuse("${use_count} uses of HEADWAY_CASE but ${case_count} of the form '== N // case: text'")
endif()
set(case_numbers)
foreach(use IN LISTS uses)
    string(REGEX REPLACE "[^0-9]" "" number ${use})
    if(number IN_LIST case_numbers)
        refuse("two cases have the number ${number}")
    endif()
    list(APPEND case_numbers ${number})
    string(REGEX REPLACE "^.*HEADWAY_CASE == ${number}[^0-9]" "" block "${text}")
    string(REGEX REPLACE "HEADWAY_CASE == .*$" "" block "${block}")
    set(expected_note_${number} "")
    if(block MATCHES "// expect-${compiler}-note: *([^\n]+)")
        set(expected_note_${number} "${CMAKE_MATCH_1}")
    endif()
    if(block MATCHES "// expect-${compiler}: *([^\n]+)")
    elseif(block MATCHES "// expect: *([^\n]+)")
    else()
        refuse("case ${number} has no '// expect: pattern'")
    endif()
    set(expected_${number} "${CMAKE_MATCH_1}")
endforeach()

function(compile_control)
    execute_process(COMMAND ${COMPILER} ${flags} -DHEADWAY_CASE=0 ${FILE}
        RESULT_VARIABLE failed OUTPUT_QUIET ERROR_VARIABLE output)
    if(failed)
        refuse("the control does not compile\n${output}")
    endif()
endfunction()

function(compile_alone number)
    execute_process(COMMAND ${COMPILER} ${flags} -DHEADWAY_CASE=${number} ${FILE}
        RESULT_VARIABLE failed OUTPUT_QUIET ERROR_VARIABLE output)
    if(NOT failed)
        refuse("case ${number} compiles, but must not")
    elseif(NOT output MATCHES "error: ([^\n]*)")
        refuse("case ${number}: the compiler failed without an error line\n${output}")
    endif()
    set(first_error "${CMAKE_MATCH_1}")
    if(NOT first_error MATCHES "${expected_${number}}")
        refuse("case ${number}: the first error does not match\n  error:   ${first_error}\n  pattern: ${expected_${number}}\n\n${output}")
    endif()
    set(note "${expected_note_${number}}")
    if(NOT note STREQUAL "" AND NOT output MATCHES "note: [^\n]*(${note})")
        refuse("case ${number}: no note matches\n  pattern: ${note}\n\n${output}")
    endif()
    message("case ${number} alone: ${first_error}")
endfunction()

if(ALONE)
    compile_control()
    foreach(number IN LISTS case_numbers)
        compile_alone(${number})
    endforeach()
    return()
endif()

# The file with every case in a namespace of its own, line by line as it was; case_at_<line> is whose the line is.
string(ASCII 1 open)
string(ASCII 2 close)
string(ASCII 3 semicolon)
function(split_lines text lines) # what would confuse a list stands for itself again after restore()
    string(REPLACE "[" "${open}" text "${text}")
    string(REPLACE "]" "${close}" text "${text}")
    string(REPLACE ";" "${semicolon}" text "${text}")
    string(REGEX MATCHALL "[^\n]*\n" found "${text}")
    set(${lines} "${found}" PARENT_SCOPE)
endfunction()
function(restore line result)
    string(REPLACE "${open}" "[" line "${line}")
    string(REPLACE "${close}" "]" line "${line}")
    string(REPLACE "${semicolon}" ";" line "${line}")
    set(${result} "${line}" PARENT_SCOPE)
endfunction()

split_lines("${text}" lines)
set(together "")
set(case 0)
set(at 0)
foreach(line IN LISTS lines)
    math(EXPR at "${at} + 1")
    if(line MATCHES "^#if HEADWAY_CASE == ([0-9]+)")
        set(case ${CMAKE_MATCH_1})
        set(line "namespace case_${case} {\n")
    elseif(line MATCHES "^#endif" AND case GREATER 0)
        set(line "}\n")
        set(case 0)
    elseif(line MATCHES "^#" AND case GREATER 0)
        refuse("line ${at}: within a case stands no line of the preprocessor")
    endif()
    set(case_at_${at} ${case})
    restore("${line}" line)
    string(APPEND together "${line}")
endforeach()
file(MAKE_DIRECTORY ${WORK})
file(WRITE ${WORK}/${file_name} "${together}")
execute_process(COMMAND ${COMPILER} ${flags} ${all_errors} ${WORK}/${file_name} OUTPUT_QUIET ERROR_VARIABLE output)

# An error is a case's that stands in its lines, or whose instantiation was asked for there: GCC says so in lines before the
# error, Clang in notes after it. Of a case the first error is kept, with its notes.
set(owner 0)     # of the error being read
set(error "")
set(notes "")
set(context 0)   # the case of a line that GCC prints before an error
set(others FALSE) # whether an error is not a case's
macro(end_of_error)
    if(NOT error STREQUAL "")
        if(owner EQUAL 0)
            set(others TRUE)
        elseif(NOT DEFINED error_${owner})
            set(error_${owner} "${error}")
            set(notes_${owner} "${notes}")
        endif()
    endif()
    set(error "")
    set(notes "")
    set(owner 0)
endmacro()
string(REGEX REPLACE "([][+.*()^$?|\\])" "\\\\\\1" this_file "${WORK}/${file_name}")
split_lines("${output}" lines)
foreach(line IN LISTS lines)
    set(case 0)
    if(line MATCHES "^${this_file}:([0-9]+):")
        set(case ${case_at_${CMAKE_MATCH_1}})
    endif()
    if(line MATCHES "^[^ ]*: (fatal )?error: (.*)\n")
        set(message "${CMAKE_MATCH_2}")
        end_of_error()
        set(error "${message}")
        set(owner ${case})
        if(owner EQUAL 0)
            set(owner ${context})
        endif()
        set(context 0)
    elseif(line MATCHES "^[^ ]*: note: (.*)\n")
        string(APPEND notes "note: ${CMAKE_MATCH_1}\n")
        if(owner EQUAL 0 AND line MATCHES "note: (in |while )")
            set(owner ${case})
        endif()
    elseif(case GREATER 0) # "required from here", "in 'constexpr' expansion of"
        set(context ${case})
    endif()
endforeach()
end_of_error()

if(others OR lines STREQUAL "")
    compile_control()
endif()
foreach(number IN LISTS case_numbers)
    set(shown FALSE)
    if(DEFINED error_${number})
        restore("${error_${number}}" first_error)
        restore("${notes_${number}}" notes)
        set(note "${expected_note_${number}}")
        if(first_error MATCHES "${expected_${number}}" AND (note STREQUAL "" OR notes MATCHES "note: [^\n]*(${note})"))
            set(shown TRUE)
            message("case ${number}: ${first_error}")
        endif()
    endif()
    if(NOT shown)
        compile_alone(${number})
    endif()
endforeach()
