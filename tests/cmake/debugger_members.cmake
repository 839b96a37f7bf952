# SPDX-License-Identifier: BSL-1.0
# Holds what debuggers are told in include/headway/debugger to the headers, without a debugger: every member, enumerator and
# type that headway_text.py or headway.natvis names is declared in a header, belief_shape has the order that the former counts
# on, the latter is well-formed XML where xmllint is there to ask, and its calendar is that of std::chrono.
# Input: ROOT, the sources; COMPILER; WORK, a directory to fill.

cmake_minimum_required(VERSION 3.25)
set(include_dir ${ROOT}/include/headway)
set(errors "")

set(declarations "")
foreach(header IN ITEMS quantity/quantity quantity/date quantity/growth quantity/value_kind math/batch math/dual
                        distribution/shape distribution/component distribution/component_list distribution/shared_array
                        belief/belief belief/any_belief belief/belief_notation text/value_notation process/process_record
                        assumption/assumption assumption/assumption_record assumption/path outcome/outcome outcome/draw_record
                        outcome/draw_column outcome/detail/quantile_sketch outcome/detail/sketch_contents
                        outcome/detail/counting_plan outcome/detail/value_counter outcome/detail/exact_sum)
    file(READ ${include_dir}/${header}.hpp text)
    string(REGEX REPLACE "//[^\n]*|return [^;]*;" "" text "${text}")
    string(APPEND declarations "${text}")
endforeach()

# A member is declared as `type name;`, perhaps with an initialiser or as an array; an enumerator stands alone on its line, or
# among others.
function(is_declared name result)
    set(rest "(\\[[^]\n]*\\])?( = [^;\n]*|{[^;\n]*})?;")
    string(REGEX MATCH "[A-Za-z0-9_>*]&? +${name}${rest}|(\n|{) *([a-z_]+, )*${name} *(,|\n| })" found "${declarations}")
    string(COMPARE NOTEQUAL "${found}" "" found)
    set(${result} ${found} PARENT_SCOPE)
endfunction()
is_declared(seconds_since found)
if(found)
    message(FATAL_ERROR "what is no member passes for one")
endif()

# names <- the identifiers in a list of pieces of code, but for those of the standard libraries (they begin with _)
function(find_identifiers names) # further arguments: the pieces
    set(all "")
    foreach(piece IN LISTS ARGN)
        string(REGEX MATCHALL "[A-Za-z_$][A-Za-z0-9_]*" identifiers "${piece}")
        list(APPEND all ${identifiers})
    endforeach()
    list(FILTER all INCLUDE REGEX "^[a-z]")
    list(REMOVE_DUPLICATES all)
    set(${names} ${all} PARENT_SCOPE)
endfunction()

function(check_names file) # further arguments: names that it reads
    list(LENGTH ARGN size)
    if(size LESS 30)
        message(FATAL_ERROR "only ${size} members are found in ${file}: ${ARGN}")
    endif()
    foreach(name IN LISTS ARGN)
        is_declared(${name} found)
        if(NOT found)
            string(APPEND errors "  ${file}: no header has a member or an enumerator ${name}\n")
        endif()
    endforeach()
    set(errors "${errors}" PARENT_SCOPE)
endfunction()

# ---- headway_text.py

file(READ ${include_dir}/debugger/headway_text.py python)
string(REGEX MATCHALL "\\[\"[A-Za-z_]+\"\\]" pieces "${python}")
string(REGEX MATCHALL "[( ]member\\([^)\n]*\\)" calls "${python}")
foreach(call IN LISTS calls)
    string(REGEX MATCHALL "\"[A-Za-z_.]+\"" strings "${call}")
    list(APPEND pieces ${strings})
endforeach()
list(TRANSFORM pieces REPLACE "[]\"[]" "")
find_identifiers(of_python ${pieces})
check_names(headway_text.py ${of_python})

string(REGEX MATCH "enum class belief_shape : unsigned char {([^}]*)}" _ "${declarations}")
string(REGEX MATCHALL "[a-z_]+" shapes "${CMAKE_MATCH_1}")
string(REGEX MATCH "\nSHAPES = \\(\n(.*)\nGIVEN_AS" _ "${python}")
string(REGEX MATCHALL "\\(\"[a-z_]+\"" of_text "${CMAKE_MATCH_1}")
list(TRANSFORM of_text REPLACE "[(\"]" "")
if(NOT shapes STREQUAL of_text OR shapes STREQUAL "")
    string(APPEND errors "  headway_text.py: SHAPES are ${of_text}\n    belief_shape has ${shapes}\n")
endif()

# ---- headway.natvis

set(natvis_file ${include_dir}/debugger/headway.natvis)
file(READ ${natvis_file} natvis)
find_program(xmllint xmllint)
if(xmllint)
    execute_process(COMMAND ${xmllint} --noout ${natvis_file} RESULT_VARIABLE code ERROR_VARIABLE text)
    if(NOT code EQUAL 0)
        string(APPEND errors "  headway.natvis: ${text}\n")
    endif()
endif()
string(REGEX REPLACE "<!--([^-]|-[^-])*-->" "" natvis "${natvis}")
string(REPLACE ";" "" natvis "${natvis}") # behind the likes of &lt, which would part lists
string(REGEX MATCHALL "<Type Name=\"headway::(detail::)?[a-z_]+" types "${natvis}")
foreach(type IN LISTS types)
    string(REGEX REPLACE ".*::" "" type ${type})
    if(NOT declarations MATCHES "(class|struct) ${type} ")
        string(APPEND errors "  headway.natvis: no header has a type ${type}\n")
    endif()
endforeach()
string(REGEX MATCHALL "Condition=\"[^\"]*\"|Expression=\"[^\"]*\"|{[^}]*}|<(Size|ValuePointer|Item Name=\"[^\"]*\"|ExpandedItem)>[^<]*" pieces "${natvis}")
list(TRANSFORM pieces REPLACE "^(Condition=|Expression=|<[^>]*>)" "")
list(TRANSFORM pieces REPLACE "headway::([a-z_]+::)*" "")
list(TRANSFORM pieces REPLACE "&[a-z]+" " ")
list(TRANSFORM pieces REPLACE ",(en|na)}?$|,(en|na)}|](sb|s8)}" "")
list(TRANSFORM pieces REPLACE "[0-9.]+e[0-9]+" "")
find_identifiers(of_natvis ${pieces})
string(REGEX MATCHALL "<Intrinsic Name=\"[a-z_]+\"" intrinsics "${natvis}")
list(TRANSFORM intrinsics REPLACE ".*=\"([a-z_]+)\"" "\\1")
list(REMOVE_ITEM of_natvis ${intrinsics} long int nullptr this)
check_names(headway.natvis ${of_natvis})

# The functions by which it tells a date, as C++.
string(REGEX MATCH "<Type Name=\"headway::basic_date[^>]*>.*</Type>" dates "${natvis}")
string(REGEX MATCHALL "<Intrinsic Name=\"[a-z_]+\" Expression=\"[^\"]*\"" functions "${dates}")
set(code "#include <chrono>\n#include <cstdio>\nstruct shown {\n    double seconds_;\n")
foreach(function IN LISTS functions)
    if(function MATCHES "Name=\"(size)\"")
        continue()
    endif()
    string(REGEX REPLACE ".*Name=\"([a-z_]+)\" Expression=\"([^\"]*)\"" "    long long \\1() const { return \\2; }\n" function "${function}")
    string(REPLACE "&lt" "<" function "${function}")
    string(REPLACE "&gt" ">" function "${function}")
    string(REPLACE "return" "return " function "${function}")
    string(REPLACE " }\n" "; }\n" function "${function}")
    string(APPEND code "${function}")
endforeach()
string(APPEND code [[
};
int main() {
    using namespace std::chrono;
    int days = 0;
    for (sys_days day = year(0) / 3 / 1; day < sys_days(year(3001) / 1 / 1); day += std::chrono::days(1), ++days) {
        const year_month_day ymd = day;
        for (const double in_day : {0.0, 43200.0, 86399.0}) {
            const shown s{static_cast<double>(day.time_since_epoch().count()) * 86400.0 + in_day};
            if (s.year() == int(ymd.year()) && s.month() == unsigned(ymd.month()) && s.day() == unsigned(ymd.day())) continue;
            std::printf("%.0f seconds are %lld-%lld-%lld\n", s.seconds_, s.year(), s.month(), s.day());
            return 1;
        }
    }
    std::printf("%d days", days);
}
]])
file(MAKE_DIRECTORY ${WORK})
file(WRITE ${WORK}/calendar.cpp "${code}")
execute_process(COMMAND ${COMPILER} -std=c++20 -O1 ${WORK}/calendar.cpp -o ${WORK}/calendar COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${WORK}/calendar OUTPUT_VARIABLE text)
if(NOT text STREQUAL "1096033 days")
    string(APPEND errors "  headway.natvis: ${text}\n")
endif()

if(errors)
    message(FATAL_ERROR "what debuggers are told does not fit the headers:\n${errors}")
endif()
