# SPDX-License-Identifier: BSL-1.0
# cmake -DPROGRAM=<example> -DEXPECTED=<its output without arguments> -DWORK=<directory> -P command_line.cmake
# The command line that every example has, tried on the example when_is_it_affordable.

function(run_with code)
    execute_process(COMMAND ${PROGRAM} ${ARGN} RESULT_VARIABLE result OUTPUT_VARIABLE out ERROR_VARIABLE err)
    if(NOT result EQUAL code)
        message(FATAL_ERROR "${ARGN}: exit code ${result} instead of ${code}\n${out}${err}")
    endif()
    set(out "${out}" PARENT_SCOPE)
    set(err "${err}" PARENT_SCOPE)
endfunction()

function(must_contain text part)
    string(FIND "${text}" "${part}" at)
    if(at EQUAL -1)
        message(FATAL_ERROR "\"${part}\" is not in\n${text}")
    endif()
endfunction()

file(READ ${EXPECTED} expected)
file(MAKE_DIRECTORY ${WORK})
set(decline "yearly fall of the cost of a fixed capability")

run_with(0 --help)
must_contain("${out}" "--set")

# What --list prints is an assumption file, and with it nothing changes.
run_with(0 --list)
must_contain("${out}" "${decline} = around(4, 1.35)")
set(list "${out}")
file(WRITE ${WORK}/assumptions.txt "${list}")
run_with(0 --assumptions ${WORK}/assumptions.txt --list)
if(NOT "${out}" STREQUAL "${list}")
    message(FATAL_ERROR "a list that is read back is listed otherwise:\n${out}")
endif()
run_with(0 --assumptions ${WORK}/assumptions.txt --threads 2)
if(NOT "${out}" STREQUAL "${expected}")
    message(FATAL_ERROR "its own assumptions from a file change the answers:\n${out}")
endif()

# Other assumptions, other answers; --set counts before a file, and the last one before others.
run_with(0 --set "${decline} = 9" --assumptions ${WORK}/assumptions.txt --set "${decline} = 2 to 3" --draws 1000)
must_contain("${out}" "${decline} = ci90(2, 3)")
must_contain("${out}" "1 000 draws")
run_with(0 --draws 1024 --seed 7 --method sobol)
set(sobol "${out}")
run_with(0 --draws 1024 --seed 8 --method sobol)
if("${out}" STREQUAL "${sobol}")
    message(FATAL_ERROR "another seed gives the same answers")
endif()

# Why the answers have moved from those of another file; nothing has from its own.
file(WRITE ${WORK}/before.txt "${decline} = 2 to 3\nwhat counts as affordable = 4 million USD\n")
run_with(0 --compared-with ${WORK}/before.txt --draws 1000)
must_contain("${out}" "What has moved, the medians")
must_contain("${out}" "months earlier: ${decline} −")
must_contain("${out}" "ci90(2, 3)")
run_with(0 --compared-with ${WORK}/assumptions.txt --draws 1000)
must_contain("${out}" "Nothing is believed otherwise than in the file compared with.")

# Errors in words, and nothing is run.
function(refused part)
    run_with(2 ${ARGN})
    must_contain("${err}" "${part}")
    if(NOT "${out}" STREQUAL "")
        message(FATAL_ERROR "${ARGN}: it went on\n${out}")
    endif()
endfunction()
refused("did you mean '${decline}'" --set "yearly fall of the costs of a fixed capability = 3")
refused("expected no unit" --set "${decline} = 3 USD")
refused("lo must be below hi" --set "${decline} = 5 to 3")
refused("a name, = and a belief" --set "${decline}")
refused("something must follow" --set)
refused("cannot be read" --assumptions ${WORK}/no_such_file)
refused("cannot be read" --compared-with ${WORK}/no_such_file)
refused("a whole number" --draws many)
refused("a whole number" --threads -1)
refused("at least 1" --draws 0)
refused("independent, latin_hypercube or sobol" --method guess)
refused("is no option" --sed 3)
file(WRITE ${WORK}/wrong.txt "${decline} = 5 to 3\nwhat counts as affordable = 5 chips\nas_of: 2026-02-30\n")
refused("line 1, column" --assumptions ${WORK}/wrong.txt)
refused("line 2, column" --assumptions ${WORK}/wrong.txt)
refused("line 3, column" --assumptions ${WORK}/wrong.txt)

# All faults of a command line at once, whatever their kind and order.
function(refused_all)
    cmake_parse_arguments(PARSE_ARGV 0 arg "" "" "PARTS;LINE")
    run_with(2 ${arg_LINE})
    foreach(part IN LISTS arg_PARTS)
        must_contain("${err}" "${part}")
    endforeach()
    if(NOT "${out}" STREQUAL "")
        message(FATAL_ERROR "${arg_LINE}: it went on\n${out}")
    endif()
endfunction()
refused_all(PARTS "--set \"nosuch = 3\"" "--set \"other = 4\"" "no_such_file: " "cannot be read" "--draws many"
        "--threads -1" "--method guess" "\"--sed\" is no option" "--seed: something must follow"
    LINE --set "nosuch = 3" --assumptions ${WORK}/no_such_file --set "other = 4" --draws many --threads -1 --method guess
        --sed --set "${decline} = 3" --seed)
refused_all(PARTS "line 1, column" "line 3, column" "--set \"other = 4\""
    LINE --assumptions ${WORK}/wrong.txt --help --set "other = 4")
# What cannot be read is no empty file: a folder, and a file in another encoding.
refused("cannot be read" --assumptions ${WORK})
