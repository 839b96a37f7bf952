// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <type_traits>

#include <headway/math/copy_lanes.hpp>
#include <headway/math/number.hpp>
#include <headway/math/vector_dispatch.hpp>

#include <headway/header_begin.hpp>

namespace headway {

namespace detail {

// A comparison's conversion to bool leaves a trace that later code can see at compile time: its exception specification
// is instantiated only when overload resolution selects it, and that defines `branch_answer` for the model's tag.
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wnon-template-friend"
#endif
template <class Tag>
struct branch_question {
    friend constexpr auto branch_answer(branch_question);
};
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic pop
#endif
template <class Tag>
struct branch_trace {
    friend constexpr auto branch_answer(branch_question<Tag>) { return true; }
    static constexpr bool is_noexcept = false;
};

/// Thrown when a model branches on a comparison whose draws differ; the block is then run draw by draw.
struct block_diverged {};

}  // namespace detail

/// The outcome of comparing batches: one yes or no per draw. The draws of a block may differ, so write
/// `select(a < b, x, y)` instead of `if`. The mask of a plain `batch` does not convert to bool; that of a batch that
/// runs a forecast's model (its `Tag`) does, and the forecast then runs draw by draw.
template <class Tag>
struct basic_batch_mask {
    static constexpr int size = 64;
    std::int64_t lane[static_cast<std::size_t>(size)];  // all bits set for yes, none for no, so that select is pure bit logic

    explicit constexpr operator bool() const noexcept(detail::branch_trace<Tag>::is_noexcept)
        requires(!std::is_void_v<Tag>)
    {
        if (all_of(*this)) return true;
        if (any_of(*this)) throw detail::block_diverged{};
        return false;
    }

    friend constexpr basic_batch_mask operator&&(const basic_batch_mask& a, const basic_batch_mask& b) noexcept {
        basic_batch_mask r;
        for (int i = 0; i < size; ++i) r.lane[i] = a.lane[i] & b.lane[i];
        return r;
    }
    friend constexpr basic_batch_mask operator||(const basic_batch_mask& a, const basic_batch_mask& b) noexcept {
        basic_batch_mask r;
        for (int i = 0; i < size; ++i) r.lane[i] = a.lane[i] | b.lane[i];
        return r;
    }
    friend constexpr basic_batch_mask operator!(const basic_batch_mask& a) noexcept {
        basic_batch_mask r;
        for (int i = 0; i < size; ++i) r.lane[i] = ~a.lane[i];
        return r;
    }
};
using batch_mask = basic_batch_mask<void>;

/// The condition holds in every draw.
template <class Tag>
[[nodiscard]] constexpr bool all_of(const basic_batch_mask<Tag>& m) noexcept {
    std::int64_t all = -1;
    for (int i = 0; i < m.size; ++i) all &= m.lane[i];
    return all != 0;
}
/// The condition holds in some draw.
template <class Tag>
[[nodiscard]] constexpr bool any_of(const basic_batch_mask<Tag>& m) noexcept {
    std::int64_t any = 0;
    for (int i = 0; i < m.size; ++i) any |= m.lane[i];
    return any != 0;
}

/// A fixed block of draws. Arithmetic and functions act on each draw, in loops of fixed length that compilers vectorise.
/// `Tag` tells the batches of one forecast from another's; callers write `batch`.
template <class Tag>
struct basic_batch {
    static constexpr int size = basic_batch_mask<Tag>::size;
    double lane[static_cast<std::size_t>(size)];

    constexpr basic_batch() noexcept : basic_batch(0.0) {}
    /// Every draw the same.
    constexpr basic_batch(double same) noexcept {  // NOLINT: implicit, a number is a constant basic_batch
        for (int i = 0; i < size; ++i) lane[i] = same;
    }

    constexpr basic_batch(const basic_batch& other) noexcept {
        detail::copy_lanes<static_cast<std::size_t>(size)>(other.lane, lane);
    }
    constexpr basic_batch& operator=(const basic_batch& other) noexcept {
        detail::copy_lanes<static_cast<std::size_t>(size)>(other.lane, lane);
        return *this;
    }

    /// One value per draw: `f(draw)`.
    template <class F>
    [[nodiscard]] static constexpr basic_batch generate(F f) noexcept(noexcept(f(0))) {
        basic_batch r(uninitialised{});
        for (int i = 0; i < size; ++i) r.lane[i] = f(i);
        return r;
    }

    constexpr basic_batch operator+() const noexcept { return *this; }
    constexpr basic_batch operator-() const noexcept {
        return map([](double x) noexcept { return -x; });
    }

    /// The function of each draw.
    template <class F>
    [[nodiscard]] constexpr basic_batch map(F f) const noexcept(noexcept(f(0.0))) {
        basic_batch r(uninitialised{});
        for (int i = 0; i < size; ++i) r.lane[i] = f(lane[i]);
        return r;
    }
    /// The function of each pair of draws.
    template <class F>
    [[nodiscard]] static constexpr basic_batch zip(const basic_batch& a, const basic_batch& b, F f) noexcept(noexcept(f(0.0, 0.0))) {
        basic_batch r(uninitialised{});
        for (int i = 0; i < size; ++i) r.lane[i] = f(a.lane[i], b.lane[i]);
        return r;
    }
    /// For each pair of draws, whether it passes.
    template <class F>
    [[nodiscard]] static constexpr basic_batch_mask<Tag> test(const basic_batch& a, const basic_batch& b,
                                                   F f) noexcept(noexcept(f(0.0, 0.0))) {
        basic_batch_mask<Tag> r;
        for (int i = 0; i < size; ++i) r.lane[i] = f(a.lane[i], b.lane[i]) ? -1 : 0;
        return r;
    }

    friend constexpr basic_batch operator+(const basic_batch& a, const basic_batch& b) noexcept {
        return zip(a, b, [](double x, double y) noexcept { return x + y; });
    }
    friend constexpr basic_batch operator-(const basic_batch& a, const basic_batch& b) noexcept {
        return zip(a, b, [](double x, double y) noexcept { return x - y; });
    }
    friend constexpr basic_batch operator*(const basic_batch& a, const basic_batch& b) noexcept {
        return zip(a, b, [](double x, double y) noexcept { return x * y; });
    }
    friend constexpr basic_batch operator/(const basic_batch& a, const basic_batch& b) noexcept {
        return zip(a, b, [](double x, double y) noexcept { return x / y; });
    }
    // With a plain number beside it, the same without spreading the number over a block first.
    friend constexpr basic_batch operator+(const basic_batch& a, double b) noexcept {
        return a.map([b](double x) noexcept { return x + b; });
    }
    friend constexpr basic_batch operator+(double a, const basic_batch& b) noexcept {
        return b.map([a](double x) noexcept { return a + x; });
    }
    friend constexpr basic_batch operator-(const basic_batch& a, double b) noexcept {
        return a.map([b](double x) noexcept { return x - b; });
    }
    friend constexpr basic_batch operator-(double a, const basic_batch& b) noexcept {
        return b.map([a](double x) noexcept { return a - x; });
    }
    friend constexpr basic_batch operator*(const basic_batch& a, double b) noexcept {
        return a.map([b](double x) noexcept { return x * b; });
    }
    friend constexpr basic_batch operator*(double a, const basic_batch& b) noexcept {
        return b.map([a](double x) noexcept { return a * x; });
    }
    friend constexpr basic_batch operator/(const basic_batch& a, double b) noexcept {
        return a.map([b](double x) noexcept { return x / b; });
    }
    friend constexpr basic_batch operator/(double a, const basic_batch& b) noexcept {
        return b.map([a](double x) noexcept { return a / x; });
    }
    constexpr basic_batch& operator+=(const basic_batch& b) noexcept { return *this = *this + b; }
    constexpr basic_batch& operator-=(const basic_batch& b) noexcept { return *this = *this - b; }
    constexpr basic_batch& operator*=(const basic_batch& b) noexcept { return *this = *this * b; }
    constexpr basic_batch& operator/=(const basic_batch& b) noexcept { return *this = *this / b; }

    friend constexpr basic_batch_mask<Tag> operator==(const basic_batch& a, const basic_batch& b) noexcept {
        return test(a, b, [](double x, double y) noexcept { return x == y; });
    }
    friend constexpr basic_batch_mask<Tag> operator!=(const basic_batch& a, const basic_batch& b) noexcept {
        return test(a, b, [](double x, double y) noexcept { return x != y; });
    }
    friend constexpr basic_batch_mask<Tag> operator<(const basic_batch& a, const basic_batch& b) noexcept {
        return test(a, b, [](double x, double y) noexcept { return x < y; });
    }
    friend constexpr basic_batch_mask<Tag> operator<=(const basic_batch& a, const basic_batch& b) noexcept {
        return test(a, b, [](double x, double y) noexcept { return x <= y; });
    }
    friend constexpr basic_batch_mask<Tag> operator>(const basic_batch& a, const basic_batch& b) noexcept { return b < a; }
    friend constexpr basic_batch_mask<Tag> operator>=(const basic_batch& a, const basic_batch& b) noexcept { return b <= a; }

    /// For results whose every draw is about to be written.
    struct uninitialised {};
    constexpr explicit basic_batch(uninitialised) noexcept {  // NOLINT: the caller fills every lane
        if (std::is_constant_evaluated()) {
            for (int i = 0; i < size; ++i) lane[i] = 0.0;
        }
    }
};

using batch = basic_batch<void>;

template <class Tag>
inline constexpr bool is_number_type<basic_batch<Tag>> = true;
template <class Tag>
inline constexpr int lanes_of<basic_batch<Tag>> = basic_batch<Tag>::size;

/// The value of one draw, counted from 0.
template <class Tag>
[[nodiscard]] constexpr double value_at(const basic_batch<Tag>& x, int draw) noexcept {
    return x.lane[draw];
}

namespace detail {

template <class A, class B>
struct batch_of_two;
template <class Tag>
struct batch_of_two<basic_batch<Tag>, basic_batch<Tag>> {
    using type = basic_batch<Tag>;
};
template <class Tag>
struct batch_of_two<basic_batch<Tag>, double> {
    using type = basic_batch<Tag>;
};
template <class Tag>
struct batch_of_two<double, basic_batch<Tag>> {
    using type = basic_batch<Tag>;
};

/// The batch that a batch with another of its kind or with a plain number amounts to.
template <class A, class B>
using common_batch = typename batch_of_two<as_number_t<A>, as_number_t<B>>::type;

}  // namespace detail

/// Draw by draw `yes` where the condition holds, else `no`; plain numbers count for every draw.
template <class Tag, number_like A, number_like B>
[[nodiscard]] constexpr basic_batch<Tag> select(const basic_batch_mask<Tag>& condition, const A& yes_value,
                                                const B& no_value) noexcept {
    const basic_batch<Tag> yes = to_number(yes_value);
    const basic_batch<Tag> no = to_number(no_value);
    return basic_batch<Tag>::generate([&](int i) noexcept {
        const auto y = std::bit_cast<std::int64_t>(yes.lane[i]);
        const auto n = std::bit_cast<std::int64_t>(no.lane[i]);
        return std::bit_cast<double>((condition.lane[i] & y) | (~condition.lane[i] & n));
    });
}

/// Every draw lies strictly between: the two comparisons of a check in one pass, without masks.
template <class Tag>
[[nodiscard]] constexpr bool all_between(double above, const basic_batch<Tag>& x, double below) noexcept {
    std::int64_t all = -1;
    for (const double v : x.lane) all &= v > above && v < below ? -1 : 0;
    return all != 0;
}

namespace detail {

/// y[i] = Function(x[i]) for a block.
template <class Function, int Size>
struct function_loop {
    const double* x;
    double* y;
    HEADWAY_INLINE constexpr void operator()() const noexcept {
        HEADWAY_INDEPENDENT
        for (int i = 0; i < Size; ++i) y[i] = Function{}(x[i]);
    }
};

template <class Function, class Tag>
[[nodiscard]] constexpr basic_batch<Tag> each(Function, const basic_batch<Tag>& x) noexcept {
    basic_batch<Tag> y(typename basic_batch<Tag>::uninitialised{});
    vector_dispatch(function_loop<Function, basic_batch<Tag>::size>{x.lane, y.lane});
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
struct log10_of_double {
    HEADWAY_INLINE constexpr double operator()(double x) const noexcept { return headway::log10(x); }
};

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
    return x.map([](double v) noexcept { return sqrt(v); });
}
template <class Tag>
[[nodiscard]] constexpr basic_batch<Tag> abs(const basic_batch<Tag>& x) noexcept {
    return x.map([](double v) noexcept { return abs(v); });
}
template <class Tag>
[[nodiscard]] constexpr basic_batch<Tag> floor(const basic_batch<Tag>& x) noexcept {
    return x.map([](double v) noexcept { return floor(v); });
}
template <number_like A, number_like B>
[[nodiscard]] constexpr detail::common_batch<A, B> pow(const A& a, const B& b) noexcept {
    return detail::common_batch<A, B>::zip(to_number(a), to_number(b),
                                           [](double x, double y) noexcept { return pow(x, y); });
}
// Of one type as well, since std::min would be the better match where it is visible too, and would branch.
template <class Tag>
[[nodiscard]] constexpr basic_batch<Tag> min(const basic_batch<Tag>& a, const basic_batch<Tag>& b) noexcept {
    return basic_batch<Tag>::zip(a, b, [](double x, double y) noexcept { return y < x ? y : x; });
}
template <class Tag>
[[nodiscard]] constexpr basic_batch<Tag> max(const basic_batch<Tag>& a, const basic_batch<Tag>& b) noexcept {
    return basic_batch<Tag>::zip(a, b, [](double x, double y) noexcept { return x < y ? y : x; });
}
template <number_like A, number_like B>
[[nodiscard]] constexpr detail::common_batch<A, B> min(const A& a, const B& b) noexcept {
    return detail::common_batch<A, B>::zip(to_number(a), to_number(b),
                                           [](double x, double y) noexcept { return y < x ? y : x; });
}
template <number_like A, number_like B>
[[nodiscard]] constexpr detail::common_batch<A, B> max(const A& a, const B& b) noexcept {
    return detail::common_batch<A, B>::zip(to_number(a), to_number(b),
                                           [](double x, double y) noexcept { return x < y ? y : x; });
}

}  // namespace headway

#include <headway/header_end.hpp>
