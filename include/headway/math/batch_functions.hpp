// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/math/batch.hpp>
#include <headway/math/elementary.hpp>

#include <headway/header_begin.hpp>

namespace headway {

namespace detail {

template <class Function, class Tag>
[[nodiscard]] constexpr basic_batch<Tag> each(Function, const basic_batch<Tag>& x) noexcept {
    basic_batch<Tag> y(typename basic_batch<Tag>::uninitialised{});
    map_block<Function>(x.lane, y.lane);
    return y;
}

struct exp_of_double {
    HEADWAY_INLINE constexpr double operator()(double x) const noexcept { return headway::exp(x); }
};
struct expm1_of_double {
    HEADWAY_INLINE constexpr double operator()(double x) const noexcept { return headway::expm1(x); }
};
struct exp2_of_double {
    HEADWAY_INLINE constexpr double operator()(double x) const noexcept { return headway::exp2(x); }
};
struct log_of_double {
    HEADWAY_INLINE constexpr double operator()(double x) const noexcept { return headway::log(x); }
};
struct log1p_of_double {
    HEADWAY_INLINE constexpr double operator()(double x) const noexcept { return headway::log1p(x); }
};
struct log2_of_double {
    HEADWAY_INLINE constexpr double operator()(double x) const noexcept { return headway::log2(x); }
};
struct sqrt_of_double {
    HEADWAY_INLINE constexpr double operator()(double x) const noexcept { return headway::sqrt(x); }
};
struct abs_of_double {
    HEADWAY_INLINE constexpr double operator()(double x) const noexcept { return headway::abs(x); }
};
struct floor_of_double {
    HEADWAY_INLINE constexpr double operator()(double x) const noexcept { return headway::floor(x); }
};
struct log10_of_double {
    HEADWAY_INLINE constexpr double operator()(double x) const noexcept { return headway::log10(x); }
};

HEADWAY_INSTANTIATE(void map_block<exp_of_double>(const double*, double*) noexcept);
HEADWAY_INSTANTIATE(void map_block<expm1_of_double>(const double*, double*) noexcept);
HEADWAY_INSTANTIATE(void map_block<exp2_of_double>(const double*, double*) noexcept);
HEADWAY_INSTANTIATE(void map_block<log_of_double>(const double*, double*) noexcept);
HEADWAY_INSTANTIATE(void map_block<log1p_of_double>(const double*, double*) noexcept);
HEADWAY_INSTANTIATE(void map_block<log2_of_double>(const double*, double*) noexcept);
HEADWAY_INSTANTIATE(void map_block<log10_of_double>(const double*, double*) noexcept);
HEADWAY_INSTANTIATE(void map_block<sqrt_of_double>(const double*, double*) noexcept);
HEADWAY_INSTANTIATE(void map_block<abs_of_double>(const double*, double*) noexcept);
HEADWAY_INSTANTIATE(void map_block<floor_of_double>(const double*, double*) noexcept);

template <class A, class B>
[[gnu::noinline]] constexpr void pow_blocks(A a, B b, double* result) noexcept {
    for (int i = 0; i < block_lanes; ++i) result[i] = headway::pow(a.at(i), b.at(i));
}
HEADWAY_INSTANTIATE(void pow_blocks(lane_block, lane_block, double*) noexcept);
HEADWAY_INSTANTIATE(void pow_blocks(lane_block, lane_number, double*) noexcept);
HEADWAY_INSTANTIATE(void pow_blocks(lane_number, lane_block, double*) noexcept);

}  // namespace detail

/// The functions of math/elementary.hpp, each draw with the very result of `double`.
template <class Tag>
[[nodiscard]] constexpr basic_batch<Tag> exp(const basic_batch<Tag>& x) noexcept {
    return detail::each(detail::exp_of_double{}, x);
}
template <class Tag>
[[nodiscard]] constexpr basic_batch<Tag> expm1(const basic_batch<Tag>& x) noexcept {
    return detail::each(detail::expm1_of_double{}, x);
}
template <class Tag>
[[nodiscard]] constexpr basic_batch<Tag> exp2(const basic_batch<Tag>& x) noexcept {
    return detail::each(detail::exp2_of_double{}, x);
}
template <class Tag>
[[nodiscard]] constexpr basic_batch<Tag> log(const basic_batch<Tag>& x) noexcept {
    return detail::each(detail::log_of_double{}, x);
}
template <class Tag>
[[nodiscard]] constexpr basic_batch<Tag> log1p(const basic_batch<Tag>& x) noexcept {
    return detail::each(detail::log1p_of_double{}, x);
}
template <class Tag>
[[nodiscard]] constexpr basic_batch<Tag> log2(const basic_batch<Tag>& x) noexcept {
    return detail::each(detail::log2_of_double{}, x);
}
template <class Tag>
[[nodiscard]] constexpr basic_batch<Tag> log10(const basic_batch<Tag>& x) noexcept {
    return detail::each(detail::log10_of_double{}, x);
}
template <class Tag>
[[nodiscard]] constexpr basic_batch<Tag> sqrt(const basic_batch<Tag>& x) noexcept {
    return detail::each(detail::sqrt_of_double{}, x);
}
template <class Tag>
[[nodiscard]] constexpr basic_batch<Tag> abs(const basic_batch<Tag>& x) noexcept {
    return detail::each(detail::abs_of_double{}, x);
}
template <class Tag>
[[nodiscard]] constexpr basic_batch<Tag> floor(const basic_batch<Tag>& x) noexcept {
    return detail::each(detail::floor_of_double{}, x);
}
template <number_like A, number_like B>
[[nodiscard]] constexpr detail::common_batch<A, B> pow(const A& a, const B& b) noexcept {
    detail::common_batch<A, B> r(typename detail::common_batch<A, B>::uninitialised{});
    detail::pow_blocks(detail::lanes_of_operand(to_number(a)), detail::lanes_of_operand(to_number(b)), r.lane);
    return r;
}

}  // namespace headway

#include <headway/header_end.hpp>
