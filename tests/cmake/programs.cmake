# SPDX-License-Identifier: BSL-1.0
# Provides headway_program(name source library), and headway_programs_together(), which must follow the last of a directory.

# Half of a program's build is parsing headers and what every simulation instantiates, so that several are compiled as one:
# each in a namespace of its own after all that they include, its main a function there. They are one program, which is told
# by its name whose main is meant; what is named as they are starts it. That each compiles alone is asked where this is 1.
set(HEADWAY_PROGRAM_BATCH 1 CACHE STRING "How many benchmarks are compiled as one; 1: each alone")

# In `${result}_parameters` those of main, in `${result}_body` the text with that function; nothing where it must be alone.
function(headway_main_as_function result source)
    file(READ ${source} text)
    set(${result}_body "" PARENT_SCOPE)
    if(text MATCHES "\n#(if|define)|\nnamespace headway |\ntemplate <>|operator new|operator delete" OR
       NOT text MATCHES "\nint main[(]([^)]*)[)] {\n")
        return()
    endif()
    set(head "${CMAKE_MATCH_0}")
    set(parameters "${CMAKE_MATCH_1}")
    string(FIND "${text}" "${head}" begin)
    string(FIND "${text}" "\n}\n" end REVERSE)
    string(LENGTH "${text}" length)
    math(EXPR last "${length} - 3")
    if(NOT end EQUAL last)
        return()
    endif()
    string(SUBSTRING "${text}" 0 ${begin} before)
    string(LENGTH "${head}" head)
    math(EXPR begin "${begin} + ${head}")
    math(EXPR count "${end} - ${begin}")
    string(SUBSTRING "${text}" ${begin} ${count} main)
    if(main MATCHES "\n[^ \n#]") # main is not what comes last
        return()
    endif()
    string(REGEX REPLACE "(^|\n)#include [^\n]*" "\\1" before "${before}")
    set(${result}_parameters "${parameters}" PARENT_SCOPE)
    # The end of main returns 0, that of another function nothing.
    set(${result}_body "#line 1 \"${source}\"\n${before}\nint program(${parameters}) {\n${main}\n    return 0;\n}\n" PARENT_SCOPE)
endfunction()

function(headway_program name source library) # further arguments: of add_executable
    set(body)
    if(HEADWAY_PROGRAM_BATCH GREATER 1)
        headway_main_as_function(main ${source})
        set(body "${main_body}")
    endif()
    if("${body}" STREQUAL "")
        add_executable(${name} ${ARGN} ${source})
        target_link_libraries(${name} PRIVATE ${library})
        return()
    endif()
    set(unit ${CMAKE_CURRENT_BINARY_DIR}/${name}.cpp)
    file(CONFIGURE OUTPUT ${unit} @ONLY CONTENT [[
#include <cstdio>
#include <unistd.h>

int main(int, char** arguments) {
    char name[] = "@name@";
    arguments[0] = name;
    execv(HEADWAY_PROGRAM, arguments);
    std::perror(HEADWAY_PROGRAM);
    return 127;
}
]])
    add_executable(${name} ${ARGN} ${unit})
    set_property(DIRECTORY APPEND PROPERTY headway_programs ${name})
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${source})
    set_target_properties(${name} PROPERTIES headway_source ${source} headway_body "${body}" headway_library ${library}
        headway_parameters "${main_parameters}")
endfunction()

# Compiles what the programs of this directory have been found to share; options are those of the compilation.
function(headway_programs_together target) # further arguments: options
    get_property(names DIRECTORY PROPERTY headway_programs)
    list(LENGTH names left)
    math(EXPR batches "(${left} + ${HEADWAY_PROGRAM_BATCH} - 1) / ${HEADWAY_PROGRAM_BATCH}")
    set(batch 0)
    while(batch LESS batches)
        set(includes "#include <string>")
        set(bodies)
        set(calls)
        add_executable(${target}_${batch} EXCLUDE_FROM_ALL ${CMAKE_CURRENT_BINARY_DIR}/${target}_${batch}.cpp)
        target_compile_options(${target}_${batch} PRIVATE ${ARGN})
        set(i ${batch})
        while(i LESS left)
            list(GET names ${i} name)
            get_target_property(source ${name} headway_source)
            get_target_property(body ${name} headway_body)
            get_target_property(library ${name} headway_library)
            cmake_path(GET source PARENT_PATH folder)
            file(STRINGS ${source} lines REGEX "^#include ")
            list(TRANSFORM lines REPLACE "\"(.*)\"" "\"${folder}/\\1\"")
            list(APPEND includes ${lines})
            string(APPEND bodies "namespace ${name} {\n${body}}\n")
            target_link_libraries(${target}_${batch} PRIVATE ${library})
            get_target_property(parameters ${name} headway_parameters)
            set(arguments "argc, argv")
            if(parameters STREQUAL "")
                set(arguments "")
            endif()
            string(APPEND calls "    if (name == \"${name}\") return ${name}::program(${arguments});\n")
            target_compile_definitions(${name} PRIVATE "HEADWAY_PROGRAM=\"$<TARGET_FILE:${target}_${batch}>\"")
            add_dependencies(${name} ${target}_${batch})
            math(EXPR i "${i} + ${batches}")
        endwhile()
        list(REMOVE_DUPLICATES includes)
        list(JOIN includes "\n" includes)
        string(PREPEND calls "int main(int argc, char** argv) {\n    const std::string name = argv[0];\n")
        string(APPEND calls "    return 127;\n}\n")
        file(CONFIGURE OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/${target}_${batch}.cpp @ONLY CONTENT "@includes@\n\n@bodies@\n@calls@")
        math(EXPR batch "${batch} + 1")
    endwhile()
endfunction()
