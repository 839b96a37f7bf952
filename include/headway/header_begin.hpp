// SPDX-License-Identifier: BSL-1.0

// Every header includes this after all others, and header_end.hpp as its last line. Without a guard, as it is read once
// for every header.

#ifndef HEADWAY_SURROUNDINGS
#define HEADWAY_SURROUNDINGS
#if !defined(__cpp_exceptions) && !defined(_CPPUNWIND)
// A file that is not there ends the compilation with this one line; after an #error each throw has an error of its own.
#include "headway: tells bad input by exceptions; compile without -fno-exceptions"
#endif
#if defined(__FAST_MATH__)
#error "headway: relies on IEEE 754 arithmetic in the written order; compile without -ffast-math"
#endif
#if defined(__FLT_EVAL_METHOD__) && (__FLT_EVAL_METHOD__ == 2 || __FLT_EVAL_METHOD__ == -1)
#error "headway: relies on sums and products that round to double each; compile with -msse2 -mfpmath=sse"
#endif
// From here on to the end of the program's file products and sums are not fused, in what it computes itself too, for its
// models are part of a run. Never taken back: GCC compiles a template with what holds at its end, and an inlined function
// with what holds for its caller. GCC fuses only where the processor can, so that others are spared the pragma.
// Who defines HEADWAY_FUSED_ARITHMETIC leaves it to the compiler, and runs remember it.
#if defined(__GNUC__) && !defined(__clang__) && defined(__FP_FAST_FMA) && !defined(HEADWAY_FUSED_ARITHMETIC)
#pragma GCC optimize("fp-contract=off")
#endif
// What is neither a template nor known when compiling need not be compiled in every file of a program. A file that is
// compiled with HEADWAY_COMPILED sees it declared only, and takes it from the one file that includes <headway/compiled.hpp>:
// the definitions are in bodies/ of each room, and each header includes its own last, where HEADWAY_BODIES says so. There
// HEADWAY_INSTANTIATE follows a function that is a template only so that who does not call it does not pay for it, and
// HEADWAY_OUT_OF_LINE is what makes a member of a class that is no template one function in all files. HEADWAY_ELSEWHERE
// stands with a class whose members are in part small enough to stay in it.
#if defined(HEADWAY_COMPILED_DEFINITIONS)
#define HEADWAY_INSTANTIATE(...) template __VA_ARGS__
#define HEADWAY_ELSEWHERE(...) static_assert(true)
#define HEADWAY_OUT_OF_LINE
#define HEADWAY_BODIES 1
namespace headway::detail {
extern const char one_file_of_this_program_must_include_headway_compiled_hpp;
const char one_file_of_this_program_must_include_headway_compiled_hpp = 0;
}  // namespace headway::detail
#elif defined(HEADWAY_COMPILED)
#define HEADWAY_INSTANTIATE(...) extern template __VA_ARGS__
#define HEADWAY_ELSEWHERE(...) extern template __VA_ARGS__
#define HEADWAY_BODIES 0
// The linker names this where that file is missing.
namespace headway::detail {
extern const char one_file_of_this_program_must_include_headway_compiled_hpp;
[[maybe_unused, gnu::used]] static const char* const the_compiled_half =
    &one_file_of_this_program_must_include_headway_compiled_hpp;
}  // namespace headway::detail
#else
#define HEADWAY_INSTANTIATE(...) static_assert(true)
#define HEADWAY_ELSEWHERE(...) static_assert(true)
#define HEADWAY_OUT_OF_LINE inline
#define HEADWAY_BODIES 1
#endif
#endif

// The same for Clang, in every header anew, for a pragma may stand between two of them. Its pragma holds for what is written
// below, so that the headers stay exact where the program's own code need not.
#if defined(__clang__)
#if defined(HEADWAY_FUSED_ARITHMETIC)
#pragma float_control(push)
#endif
#pragma clang fp contract(off)
#endif

// Platform headers define these as macros: min, max, near, far and small those of Windows, I that of <complex.h>, major and
// minor <sys/sysmacros.h>.
#pragma push_macro("min")
#pragma push_macro("max")
#pragma push_macro("near")
#pragma push_macro("far")
#pragma push_macro("small")
#pragma push_macro("I")
#pragma push_macro("major")
#pragma push_macro("minor")
#undef min
#undef max
#undef near
#undef far
#undef small
#undef I
#undef major
#undef minor

// What a program may want to know of its own code and is meant here: numbers are compared for equality where the very same
// number is asked for, a conversion that does nothing on one machine is needed on another, and GCC takes a pointer into a
// vector that has an element for one that may be null. Clang tells by an attribute of its own, diagnose_if, in words and in few
// lines what was called wrongly; GCC does not know it. A program's own global names are nothing to the parameters of a template
// here, which GCC says they shadow; the headers among themselves are held to it where HEADWAY_WARN_OF_SHADOWS is defined.
#if defined(__clang__)
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wfloat-equal"
#pragma clang diagnostic ignored "-Wgcc-compat"
#elif defined(__GNUC__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wfloat-equal"
#pragma GCC diagnostic ignored "-Wuseless-cast"
#pragma GCC diagnostic ignored "-Wnull-dereference"
#pragma GCC diagnostic ignored "-Wattributes"
#ifndef HEADWAY_WARN_OF_SHADOWS
#pragma GCC diagnostic ignored "-Wshadow"
#endif
#endif
