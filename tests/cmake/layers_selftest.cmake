# SPDX-License-Identifier: BSL-1.0
# Holds layers.cmake to its word: in the directory WORK a small sound tree, then one breach after the other.

cmake_minimum_required(VERSION 3.25)
set(head "// SPDX-License-Identifier: BSL-1.0\n#pragma once\n")

# Runs the check on the sound tree, with `file` replaced by `text` where given.
function(check verdict)
    file(REMOVE_RECURSE ${WORK})
    set(sound
        include/headway/headway.hpp
            "${head}#include <headway/version.hpp>\n#include <headway/quantity.hpp>\n#include <headway/trend.hpp>\n"
        include/headway/quantity.hpp "${head}#include <headway/quantity/date.hpp>\n"
        include/headway/trend.hpp "${head}#include <headway/trend/line.hpp>\n"
        include/headway/version.hpp "${head}"
        include/headway/quantity/detail/digits.hpp "${head}"
        include/headway/quantity/date.hpp "${head}#include <headway/quantity/detail/digits.hpp>\n"
        include/headway/trend/line.hpp "${head}#include <headway/quantity/date.hpp>\n"
        include/headway/testing/catch.hpp "${head}#include <catch2/catch.hpp>\n"
        tests/math/version.test.cpp "#include <headway/version.hpp>\n"
        tests/quantity/date.test.cpp "#include <headway/quantity/date.hpp>\n"
        tests/trend/line.test.cpp "#include <headway/trend/line.hpp>\n")
    set(changes ${ARGN})
    foreach(list IN ITEMS sound changes)
        while(${list})
            list(POP_FRONT ${list} file text)
            file(WRITE ${WORK}/${file} "${text}")
        endwhile()
    endforeach()
    execute_process(COMMAND ${CMAKE_COMMAND} -DROOT=${WORK} -P ${CMAKE_CURRENT_LIST_DIR}/layers.cmake
        RESULT_VARIABLE failed ERROR_VARIABLE output)
    if(verdict STREQUAL "accepted")
        if(failed)
            message(FATAL_ERROR "the sound tree should have been accepted:\n${output}")
        endif()
    elseif(NOT failed OR NOT output MATCHES "${verdict}")
        message(FATAL_ERROR "should have been refused with '${verdict}':\n${output}")
    endif()
endfunction()

set(date include/headway/quantity/date.hpp)
set(line include/headway/trend/line.hpp)
set(all include/headway/headway.hpp)
string(REPEAT "//\n" 400 long)

check(accepted)
check("first line is not" ${date} "#pragma once\n")
check("no #pragma once" ${date} "// SPDX-License-Identifier: BSL-1.0\n")
check("402 lines" ${date} "${head}${long}")
check("includes <iostream>" ${date} "${head}#include <iostream>\n")
check("includes \"line.hpp\"" ${date} "${head}#include \"line.hpp\"\n")
check("date.hpp: mentions Catch2" ${date} "${head}#include <catch2/catch.hpp>\n")
set(begin include/headway/header_begin.hpp "// SPDX-License-Identifier: BSL-1.0\n")
set(end include/headway/header_end.hpp "// SPDX-License-Identifier: BSL-1.0\n")
set(open "#include <headway/header_begin.hpp>\n")
set(close "#include <headway/header_end.hpp>\n")
check(accepted ${date} "${head}#include <algorithm>\n\n${open}\nint x = min(1, 2)\n\n${close}" ${begin} ${end})
check(accepted ${date} "${head}// int x\n#define HEADWAY_TWO \\\n    2\n")
check("has no header_begin.hpp" ${date} "${head}int x = 1\n")
check("has no header_begin.hpp" ${date} "${head}${open}int x = 1\n" ${begin})
check("has no header_begin.hpp" ${date} "${head}${open}int x = 1\n${close}int y = 1\n" ${begin} ${end})
check("includes <algorithm> after header_begin" ${date} "${head}${open}\n#include <algorithm>\nint x = 1\n${close}" ${begin} ${end})
check("room is not in rooms.cmake" include/headway/attic/old.hpp "${head}")
check("which does not exist" ${date} "${head}#include <headway/quantity/time.hpp>\n")
check("date.hpp: includes <headway/trend/line.hpp>, which lies above" ${date} "${head}#include <headway/trend/line.hpp>\n")
check("which lies above" ${line} "${head}#include <headway/headway.hpp>\n")
check("circle.*quantity/date.hpp" include/headway/quantity/detail/digits.hpp "${head}#include <headway/quantity/date.hpp>\n")
check("not a public header" ${all} "${head}#include <headway/quantity/detail/digits.hpp>\n")
check("quantity/date.hpp> after a header of a higher room" ${all}
    "${head}#include <headway/trend/line.hpp>\n#include <headway/quantity/date.hpp>\n")
check("quantity.hpp> after a header of a higher room" ${all}
    "${head}#include <headway/trend.hpp>\n#include <headway/quantity.hpp>\n")
check("headway.hpp: does not include <headway/trend/line.hpp>" ${all} "${head}#include <headway/quantity.hpp>\n")
check("trend.hpp: does not include <headway/trend/line.hpp>" include/headway/trend.hpp "${head}")
check("which lies above" ${line} "${head}#include <headway/quantity.hpp>\n")
check("private to its room" ${line} "${head}#include <headway/quantity/detail/digits.hpp>\n")
# What rooms share and callers do not see needs no test of its own and is in no umbrella.
set(shared "${head}${open}namespace headway::detail {\n${close}")
check(accepted include/headway/quantity/shared.hpp "${shared}" ${begin} ${end})
check("not a public header" include/headway/quantity/shared.hpp "${shared}" ${begin} ${end}
    include/headway/quantity.hpp "${head}#include <headway/quantity/date.hpp>\n#include <headway/quantity/shared.hpp>\n")
check("no test tests/quantity/shared.test.cpp" include/headway/quantity/shared.hpp
    "${head}${open}namespace headway {\n${close}" ${begin} ${end})
# What a header declares is defined in a header of its own in bodies/, which it includes last.
set(with_bodies "${head}\n#if HEADWAY_BODIES\n#include <headway/quantity/bodies/date.hpp>\n#endif\n")
set(bodies include/headway/quantity/bodies/date.hpp)
check(accepted ${date} "${with_bodies}"
    ${bodies} "${head}#include <headway/quantity/date.hpp>\n")
check("quantity/bodies/date.hpp>, which does not exist" ${date}
    "${with_bodies}")
check("date.hpp: does not end with '#if HEADWAY_BODIES'" ${bodies} "${head}#include <headway/quantity/date.hpp>\n")
check("quantity/bodies/date.hpp: does not include <headway/quantity/date.hpp>" ${bodies} "${head}")
check("no <headway/quantity/unit.hpp> whose bodies these are" include/headway/quantity/bodies/unit.hpp "${head}")
check("which only the end of the header does" ${line} "${head}#include <headway/quantity/bodies/date.hpp>\n"
    ${date} "${with_bodies}"
    ${bodies} "${head}#include <headway/quantity/date.hpp>\n")
check("quantity/bodies/date.hpp: includes <headway/trend/line.hpp>, which lies above"
    ${date} "${with_bodies}"
    ${bodies} "${head}#include <headway/quantity/date.hpp>\n#include <headway/trend/line.hpp>\n")
check("report.hpp: does not include <headway/report/chart.hpp>" include/headway/report/chart.hpp "${head}"
    tests/report/chart.test.cpp "#include <headway/report/chart.hpp>\n")
check(accepted include/headway/report/chart.hpp "${head}" tests/report/chart.test.cpp "#include <headway/report/chart.hpp>\n"
    include/headway/report.hpp "${head}#include <headway/report/chart.hpp>\n")
check("report.hpp: does not include <headway/table/json.hpp>" include/headway/table/json.hpp "${head}"
    include/headway/table.hpp "${head}#include <headway/table/json.hpp>\n"
    tests/table/json.test.cpp "#include <headway/table/json.hpp>\n")
check("no test tests/quantity/unit.test.cpp" include/headway/quantity/unit.hpp "${head}")
check("first include is not <headway/quantity/date.hpp>" tests/quantity/date.test.cpp
    "#include \"catch.hpp\"\n#include <headway/quantity/date.hpp>\n")
check("no test can be named '-20 % a week'" tests/quantity/date.test.cpp
    "#include <headway/quantity/date.hpp>\nTEST_CASE(\"-20 % a week\") {}\n")
check("no test can be named 'the interval .0, 1.'" tests/quantity/date.test.cpp
    "#include <headway/quantity/date.hpp>\nTEST_CASE(\"the interval [0, 1)\", \"[tag]\") {}\n")
check(accepted tests/quantity/date.test.cpp
    "#include <headway/quantity/date.hpp>\nTEST_CASE(\"20 % a week (or so), ÷4\", \"[tag]\") {}\n")
check("another test of the room is named \"one\" too" tests/quantity/date.test.cpp
    "#include <headway/quantity/date.hpp>\nTEST_CASE(\"one\") {}\nTEST_CASE(\"two\") {}\nTEST_CASE(\"one\", \"[tag]\") {}\n")
check("tests/cores/date.fail.cpp: lies in no room" tests/cores/date.fail.cpp "")
