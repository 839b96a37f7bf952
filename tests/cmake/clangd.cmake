# SPDX-License-Identifier: BSL-1.0
# Opens a program of a user's and some headers in clangd, as an editor does: it must have nothing to say of them, no error, no
# warning, no include that is not used.
# Input: ROOT, the sources; CLANGD; WORK, a directory to fill.

cmake_minimum_required(VERSION 3.25)
file(REMOVE_RECURSE ${WORK})
file(MAKE_DIRECTORY ${WORK})
set(program ${ROOT}/examples/hello_headway.cpp)
file(WRITE ${WORK}/compile_commands.json "[{\"directory\": \"${WORK}\", \"file\": \"${program}\",\n"
    "\"command\": \"clang++ -std=c++20 -Wall -Wextra -I ${ROOT}/include -c ${program}\"}]\n")
# What an editor must see, to know that it sees anything.
file(WRITE ${WORK}/faulty.cpp "#include <headway/quantity/date.hpp>\nint days = headway::dates();\n")
set(files ${WORK}/faulty.cpp ${program})
foreach(header IN ITEMS headway belief/belief)
    list(APPEND files ${ROOT}/include/headway/${header}.hpp)
endforeach()

set(next "\n---\n")
set(messages "{\"jsonrpc\": \"2.0\", \"id\": 0, \"method\": \"initialize\", \"params\": {\"processId\": null, \"rootUri\": null, \"capabilities\": {}}}")
foreach(file IN LISTS files)
    file(READ ${file} text)
    string(REPLACE "\\" "\\\\" text "${text}")
    string(REPLACE "\"" "\\\"" text "${text}")
    string(REPLACE "\n" "\\n" text "${text}")
    string(REPLACE "\t" "\\t" text "${text}")
    string(APPEND messages "${next}{\"jsonrpc\": \"2.0\", \"method\": \"textDocument/didOpen\", \"params\": {\"textDocument\": "
        "{\"uri\": \"file://${file}\", \"languageId\": \"cpp\", \"version\": 1, \"text\": \"${text}\"}}}")
endforeach()
string(APPEND messages "${next}{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"shutdown\"}${next}{\"jsonrpc\": \"2.0\", \"method\": \"exit\"}\n")
file(WRITE ${WORK}/messages "${messages}")
execute_process(COMMAND ${CLANGD} --input-style=delimited --sync --log=error --background-index=false --compile-commands-dir=${WORK}
    INPUT_FILE ${WORK}/messages OUTPUT_VARIABLE output ERROR_VARIABLE errors RESULT_VARIABLE code)

set(faults "")
foreach(file IN LISTS files)
    string(FIND "${output}" "\"uri\":\"file://${file}\",\"version\":1}" end)
    string(SUBSTRING "${output}" 0 ${end} answer)
    string(FIND "${answer}" "\"diagnostics\":" begin REVERSE)
    if(end EQUAL -1 OR begin EQUAL -1)
        string(APPEND faults "  ${file}: no answer\n")
        continue()
    endif()
    string(SUBSTRING "${answer}" ${begin} -1 answer)
    if(file MATCHES "faulty[.]cpp$")
        if(NOT answer MATCHES "dates")
            string(APPEND faults "  the fault in ${file} goes unseen\n")
        endif()
    elseif(NOT answer STREQUAL "\"diagnostics\":[],")
        string(APPEND faults "  ${file}: ${answer}\n")
    endif()
endforeach()
if(faults OR NOT code EQUAL 0)
    message(FATAL_ERROR "clangd (exit status ${code})\n${faults}${errors}")
endif()
