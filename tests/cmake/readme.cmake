# SPDX-License-Identifier: BSL-1.0
# The program in the README is examples/hello_headway.cpp, which is built and run, without its licence line.
# Input: ROOT.

cmake_minimum_required(VERSION 3.25)
file(READ ${ROOT}/README.md readme)
file(READ ${ROOT}/examples/hello_headway.cpp program)
string(REGEX REPLACE "^// SPDX-License-Identifier: BSL-1.0\n" "" program "${program}")
string(FIND "${readme}" "```cpp\n${program}```\n" place)
if(place EQUAL -1)
    message(FATAL_ERROR "the first program in README.md is not examples/hello_headway.cpp; copy it there")
endif()
foreach(preset IN ITEMS forecast test)
    string(FIND "${readme}" "\nsh .ci/setup && cmake --workflow --preset ${preset}\n" place)
    if(place EQUAL -1)
        message(FATAL_ERROR "README.md lacks the line 'sh .ci/setup && cmake --workflow --preset ${preset}', which .ci/run runs")
    endif()
endforeach()
