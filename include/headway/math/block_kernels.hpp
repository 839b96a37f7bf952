// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <bit>
#include <cstdint>

#include <headway/math/branch_trace.hpp>
#include <headway/math/copy_lanes.hpp>
#include <headway/math/vector_dispatch.hpp>

#include <headway/header_begin.hpp>

// What is done with blocks of draws, one function for each operation in a whole program: were they inlined where a model
// uses them, every + of it would be a loop for the compiler to make into vectors.
namespace headway::detail {

struct lane_sum {
    HEADWAY_INLINE constexpr double operator()(double x, double y) const noexcept { return x + y; }
};
struct lane_difference {
    HEADWAY_INLINE constexpr double operator()(double x, double y) const noexcept { return x - y; }
};
struct lane_product {
    HEADWAY_INLINE constexpr double operator()(double x, double y) const noexcept { return x * y; }
};
struct lane_ratio {
    HEADWAY_INLINE constexpr double operator()(double x, double y) const noexcept { return x / y; }
};
struct lane_min {
    HEADWAY_INLINE constexpr double operator()(double x, double y) const noexcept { return y < x ? y : x; }
};
struct lane_max {
    HEADWAY_INLINE constexpr double operator()(double x, double y) const noexcept { return x < y ? y : x; }
};
struct lane_equal {
    HEADWAY_INLINE constexpr bool operator()(double x, double y) const noexcept { return x == y; }
};
struct lane_unequal {
    HEADWAY_INLINE constexpr bool operator()(double x, double y) const noexcept { return x != y; }
};
struct lane_less {
    HEADWAY_INLINE constexpr bool operator()(double x, double y) const noexcept { return x < y; }
};
struct lane_at_most {
    HEADWAY_INLINE constexpr bool operator()(double x, double y) const noexcept { return x <= y; }
};
struct lane_negative {
    HEADWAY_INLINE constexpr double operator()(double x) const noexcept { return -x; }
};

/// A block as an operand, or one number for all its draws.
struct lane_block {
    const double* lanes;
    HEADWAY_INLINE constexpr double at(int i) const noexcept { return lanes[i]; }
};
struct lane_number {
    double number;
    HEADWAY_INLINE constexpr double at(int) const noexcept { return number; }
};

template <class Operation, class A, class B>
struct pair_loop {
    A a;
    B b;
    double* result;
    HEADWAY_INLINE constexpr void operator()() const noexcept {
        HEADWAY_INDEPENDENT
        for (int i = 0; i < block_lanes; ++i) result[i] = Operation{}(a.at(i), b.at(i));
    }
};
template <class Test, class A, class B>
struct test_loop {
    A a;
    B b;
    std::int64_t* result;
    HEADWAY_INLINE constexpr void operator()() const noexcept {
        HEADWAY_INDEPENDENT
        for (int i = 0; i < block_lanes; ++i) result[i] = Test{}(a.at(i), b.at(i)) ? -1 : 0;
    }
};
/// y[i] = Function(x[i])
template <class Function>
struct function_loop {
    const double* x;
    double* y;
    HEADWAY_INLINE constexpr void operator()() const noexcept {
        HEADWAY_INDEPENDENT
        for (int i = 0; i < block_lanes; ++i) y[i] = Function{}(x[i]);
    }
};
struct select_loop {
    const std::int64_t* condition;
    const double* yes;
    const double* no;
    double* result;
    HEADWAY_INLINE constexpr void operator()() const noexcept {
        HEADWAY_INDEPENDENT
        for (int i = 0; i < block_lanes; ++i) {
            const auto y = std::bit_cast<std::int64_t>(yes[i]);
            const auto n = std::bit_cast<std::int64_t>(no[i]);
            result[i] = std::bit_cast<double>((condition[i] & y) | (~condition[i] & n));
        }
    }
};

/// In vectors as wide as those of the loops that read the copy: what was written in narrower ones waits for memory.
struct copy_loop {
    const double* from;
    double* to;
    HEADWAY_INLINE constexpr void operator()() const noexcept {
        HEADWAY_INDEPENDENT
        for (int i = 0; i < block_lanes; ++i) to[i] = from[i];
    }
};
struct fill_loop {
    double same;
    double* result;
    HEADWAY_INLINE constexpr void operator()() const noexcept {
        const double x = same;
        for (int i = 0; i < block_lanes; ++i) result[i] = x;
    }
};

/// "And" of two masks, with all lanes turned before it, after it, or both: by De Morgan all of logic in one loop.
struct mask_operation {
    std::int64_t before;
    std::int64_t after;
};
inline constexpr mask_operation lane_and{0, 0};
inline constexpr mask_operation lane_or{-1, -1};
inline constexpr mask_operation lane_not{0, -1};  // of a mask and itself
struct mask_loop {
    mask_operation operation;
    const std::int64_t* a;
    const std::int64_t* b;
    std::int64_t* result;
    HEADWAY_INLINE constexpr void operator()() const noexcept {
        const std::int64_t before = operation.before;
        const std::int64_t after = operation.after;
        HEADWAY_INDEPENDENT
        for (int i = 0; i < block_lanes; ++i) result[i] = ((a[i] ^ before) & (b[i] ^ before)) ^ after;
    }
};
/// Not zero where a lane is not between two numbers, or is none.
struct outside_loop {
    double above;
    const double* x;
    double below;
    std::int64_t* result;
    HEADWAY_INLINE constexpr void operator()() const noexcept {
        constexpr std::int64_t yes = -1;
        constexpr std::int64_t no = 0;
        const double least = above;
        const double most = below;
        std::int64_t inside[8] = {yes, yes, yes, yes, yes, yes, yes, yes};
        for (int i = 0; i < block_lanes; i += 8) {
            for (int j = 0; j < 8; ++j) inside[j] &= x[i + j] > least ? yes : no;
            for (int j = 0; j < 8; ++j) inside[j] &= x[i + j] < most ? yes : no;
        }
        *result = no;
        for (int j = 0; j < 8; ++j) *result |= ~inside[j];
    }
};

template <class Operation, class A, class B>
[[gnu::noinline]] constexpr void combine_blocks(A a, B b, double* result) noexcept {
    vector_dispatch(pair_loop<Operation, A, B>{a, b, result});
}
template <class Test, class A, class B>
[[gnu::noinline]] constexpr void test_blocks(A a, B b, std::int64_t* result) noexcept {
    vector_dispatch(test_loop<Test, A, B>{a, b, result});
}
template <class Function>
[[gnu::noinline]] constexpr void map_block(const double* x, double* y) noexcept {
    vector_dispatch(function_loop<Function>{x, y});
}
template <class = void>
[[gnu::noinline]] constexpr void select_block(const std::int64_t* condition, const double* yes, const double* no,
                                              double* result) noexcept {
    vector_dispatch(select_loop{condition, yes, no, result});
}
template <class = void>
[[gnu::noinline]] constexpr void fill_block(double same, double* result) noexcept {
    vector_dispatch(fill_loop{same, result});
}
template <class = void>
[[gnu::noinline]] constexpr void copy_block(const double* from, double* to) noexcept {
    vector_dispatch(copy_loop{from, to});
}
template <class = void>
[[nodiscard, gnu::noinline]] constexpr bool all_lanes(const std::int64_t* mask) noexcept {
    std::int64_t all = -1;
    for (int i = 0; i < block_lanes; ++i) all &= mask[i];
    return all != 0;
}
template <class = void>
[[nodiscard, gnu::noinline]] constexpr bool any_lane(const std::int64_t* mask) noexcept {
    std::int64_t any = 0;
    for (int i = 0; i < block_lanes; ++i) any |= mask[i];
    return any != 0;
}
template <class = void>
[[nodiscard, gnu::noinline]] constexpr bool all_lanes_between(double above, const double* x, double below) noexcept {
    std::int64_t outside = 0;
    vector_dispatch(outside_loop{above, x, below, &outside});
    return outside == 0;
}
template <class = void>
[[gnu::noinline]] constexpr void combine_masks(const mask_operation& operation, const std::int64_t* a,
                                               const std::int64_t* b, std::int64_t* result) noexcept {
    vector_dispatch(mask_loop{operation, a, b, result});
}

HEADWAY_INSTANTIATE(void combine_blocks<lane_sum>(lane_block, lane_block, double*) noexcept);
HEADWAY_INSTANTIATE(void combine_blocks<lane_sum>(lane_block, lane_number, double*) noexcept);
HEADWAY_INSTANTIATE(void combine_blocks<lane_sum>(lane_number, lane_block, double*) noexcept);
HEADWAY_INSTANTIATE(void combine_blocks<lane_difference>(lane_block, lane_block, double*) noexcept);
HEADWAY_INSTANTIATE(void combine_blocks<lane_difference>(lane_block, lane_number, double*) noexcept);
HEADWAY_INSTANTIATE(void combine_blocks<lane_difference>(lane_number, lane_block, double*) noexcept);
HEADWAY_INSTANTIATE(void combine_blocks<lane_product>(lane_block, lane_block, double*) noexcept);
HEADWAY_INSTANTIATE(void combine_blocks<lane_product>(lane_block, lane_number, double*) noexcept);
HEADWAY_INSTANTIATE(void combine_blocks<lane_product>(lane_number, lane_block, double*) noexcept);
HEADWAY_INSTANTIATE(void combine_blocks<lane_ratio>(lane_block, lane_block, double*) noexcept);
HEADWAY_INSTANTIATE(void combine_blocks<lane_ratio>(lane_block, lane_number, double*) noexcept);
HEADWAY_INSTANTIATE(void combine_blocks<lane_ratio>(lane_number, lane_block, double*) noexcept);
HEADWAY_INSTANTIATE(void combine_blocks<lane_min>(lane_block, lane_block, double*) noexcept);
HEADWAY_INSTANTIATE(void combine_blocks<lane_min>(lane_block, lane_number, double*) noexcept);
HEADWAY_INSTANTIATE(void combine_blocks<lane_min>(lane_number, lane_block, double*) noexcept);
HEADWAY_INSTANTIATE(void combine_blocks<lane_max>(lane_block, lane_block, double*) noexcept);
HEADWAY_INSTANTIATE(void combine_blocks<lane_max>(lane_block, lane_number, double*) noexcept);
HEADWAY_INSTANTIATE(void combine_blocks<lane_max>(lane_number, lane_block, double*) noexcept);
HEADWAY_INSTANTIATE(void test_blocks<lane_equal>(lane_block, lane_block, std::int64_t*) noexcept);
HEADWAY_INSTANTIATE(void test_blocks<lane_unequal>(lane_block, lane_block, std::int64_t*) noexcept);
HEADWAY_INSTANTIATE(void test_blocks<lane_less>(lane_block, lane_block, std::int64_t*) noexcept);
HEADWAY_INSTANTIATE(void test_blocks<lane_at_most>(lane_block, lane_block, std::int64_t*) noexcept);
HEADWAY_INSTANTIATE(void map_block<lane_negative>(const double*, double*) noexcept);
HEADWAY_INSTANTIATE(void select_block<>(const std::int64_t*, const double*, const double*, double*) noexcept);
HEADWAY_INSTANTIATE(void fill_block<>(double, double*) noexcept);
HEADWAY_INSTANTIATE(void copy_block<>(const double*, double*) noexcept);
HEADWAY_INSTANTIATE(bool all_lanes<>(const std::int64_t*) noexcept);
HEADWAY_INSTANTIATE(bool any_lane<>(const std::int64_t*) noexcept);
HEADWAY_INSTANTIATE(bool all_lanes_between<>(double, const double*, double) noexcept);
HEADWAY_INSTANTIATE(void combine_masks<>(const mask_operation&, const std::int64_t*, const std::int64_t*, std::int64_t*) noexcept);

}  // namespace headway::detail

#include <headway/header_end.hpp>
