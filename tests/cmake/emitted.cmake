# SPDX-License-Identifier: BSL-1.0
# Guards what a program pays for headway when it is compiled: how many functions GCC emits for it without optimisation, which
# does not depend on the machine. Where a change brings more than are allowed here, look which (nm -C) and why; a table of
# function pointers emits all that it points to, and what is no template is emitted wherever it is used.
# Input: SOURCE of headway, COMPILER, WORK, a directory to fill.

cmake_minimum_required(VERSION 3.25)
find_program(nm nm REQUIRED)
file(MAKE_DIRECTORY ${WORK})

# The functions emitted for a program, in all.
function(count result program) # further arguments: flags
    execute_process(COMMAND ${COMPILER} -std=c++20 -O0 ${ARGN} -I ${SOURCE}/include -I ${SOURCE}/examples -c ${program}
        -o ${WORK}/emitted.o COMMAND_ERROR_IS_FATAL ANY)
    execute_process(COMMAND ${nm} --defined-only ${WORK}/emitted.o OUTPUT_VARIABLE symbols COMMAND_ERROR_IS_FATAL ANY)
    string(REGEX MATCHALL " [tTwW] [^\n]*" functions "${symbols}")
    list(LENGTH functions size)
    set(${result} ${size} PARENT_SCOPE)
endfunction()

# A program of many forecasts: `more` beyond the first two.
function(write_program path more)
    string(CONCAT text "#include <headway/forecasting.hpp>\nnamespace hw = headway;\n"
        "constexpr auto a = hw::assumption<\"a\">(hw::ci90(1.0, 2.0), \"test\");\n"
        "constexpr auto b = hw::assumption<\"b\">(hw::ci90(1.0, 2.0), \"test\");\n"
        "template <int N> double run() {\n    const auto f = hw::forecast(hw::inputs(a, b), [](const auto& in) "
        "{ return in[a] * in[b] + static_cast<double>(N); });\n    return hw::simulate(f, {.draws = 1000}).mean();\n}\n"
        "int main() {\n    double sum = run<0>() + run<1>();\n")
    foreach(i RANGE 2 ${more})
        string(APPEND text "    sum += run<${i}>();\n")
    endforeach()
    file(WRITE ${path} "${text}    return sum > 0.0 ? 0 : 1;\n}\n")
endfunction()

set(breaches "")
function(at_most what limit found)
    message("${what}: ${found} functions, at most ${limit}")
    if(found GREATER limit)
        set(breaches "${breaches}  ${what}: ${found} functions are emitted, at most ${limit} are allowed\n" PARENT_SCOPE)
    endif()
endfunction()

count(hello ${SOURCE}/examples/hello_headway.cpp)
at_most("hello_headway" 6400 ${hello})
count(hello ${SOURCE}/examples/hello_headway.cpp -DHEADWAY_COMPILED)
at_most("hello_headway with the compiled half" 1250 ${hello})
write_program(${WORK}/few.cpp 2)
write_program(${WORK}/more.cpp 12)
count(few ${WORK}/few.cpp)
count(more ${WORK}/more.cpp)
math(EXPR each "(${more} - ${few}) / 10")
at_most("a further forecast with simulate" 25 ${each})

if(breaches)
    message(FATAL_ERROR "${breaches}")
endif()
