// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <type_traits>

#include <headway/math/block_kernels.hpp>
#include <headway/math/branch_trace.hpp>
#include <headway/math/number.hpp>

#include <headway/header_begin.hpp>

// A literal, as the attribute and static_assert want one.
#define HEADWAY_NO_ONE_NUMBER                                                                                          \
    "a value of a model is a whole block of draws and no single number: leave out the cast and let auto hold it, " \
    "floor(x) rounds it down, and a yes or no is a comparison, x > 0.0"

namespace headway {

/// The outcome of comparing batches: one yes or no per draw. The draws of a block may differ, so write
/// `select(a < b, x, y)` instead of `if`. The mask of a plain `batch` does not convert to bool; that of a batch that
/// runs a forecast's model (its `Tag`) does, and the model is then run once for each way that the draws go.
template <class Tag>
struct basic_batch_mask {
    static constexpr int size = detail::block_lanes;
    std::int64_t lane[static_cast<std::size_t>(size)];  // all bits set for yes, none for no, so that select is pure bit logic

    explicit constexpr operator bool() const noexcept(detail::branch_trace<Tag>::is_noexcept)
        requires(!std::is_void_v<Tag>)
    {
        if (all_of(*this)) return true;
        if (!any_of(*this)) return false;
        if constexpr (std::same_as<Tag, detail::model_run>) return detail::answer_of_leader(lane);
        return false;  // of a block that is only looked at, for its branches
    }
    /// Without being asked to, into a bool alone: `const bool is_dear = in[price] > 3.0 * usd;`.
    template <std::same_as<bool> Bool>
    constexpr operator Bool() const noexcept(detail::branch_trace<Tag>::is_noexcept)
        requires(!std::is_void_v<Tag>)
    {
        return static_cast<bool>(*this);
    }

    friend constexpr basic_batch_mask operator&&(const basic_batch_mask& a, const basic_batch_mask& b) noexcept {
        basic_batch_mask r;
        detail::combine_masks(detail::lane_and, a.lane, b.lane, r.lane);
        return r;
    }
    friend constexpr basic_batch_mask operator||(const basic_batch_mask& a, const basic_batch_mask& b) noexcept {
        basic_batch_mask r;
        detail::combine_masks(detail::lane_or, a.lane, b.lane, r.lane);
        return r;
    }
    friend constexpr basic_batch_mask operator!(const basic_batch_mask& a) noexcept {
        basic_batch_mask r;
        detail::combine_masks(detail::lane_not, a.lane, a.lane, r.lane);
        return r;
    }
};
using batch_mask = basic_batch_mask<void>;

/// The condition holds in every draw.
template <class Tag>
[[nodiscard]] constexpr bool all_of(const basic_batch_mask<Tag>& m) noexcept {
    return detail::all_lanes(m.lane);
}
/// The condition holds in some draw.
template <class Tag>
[[nodiscard]] constexpr bool any_of(const basic_batch_mask<Tag>& m) noexcept {
    return detail::any_lane(m.lane);
}

/// A fixed block of draws. Arithmetic and functions act on each draw, in loops of fixed length that compilers vectorise.
/// `Tag` tells the batches of one forecast from another's; callers write `batch`.
template <class Tag>
struct basic_batch {
    static constexpr int size = basic_batch_mask<Tag>::size;
    /// A row of the widest vectors does not lie across two lines of the cache.
    alignas(64) double lane[static_cast<std::size_t>(size)];

    constexpr basic_batch() noexcept : basic_batch(0.0) {}
    /// Every draw the same.
    constexpr basic_batch(double same) noexcept {  // NOLINT: implicit, a number is a constant basic_batch
        detail::fill_block(same, lane);
    }

    constexpr basic_batch(const basic_batch& other) noexcept {
        detail::copy_block(other.lane, lane);
    }
    constexpr basic_batch& operator=(const basic_batch& other) noexcept {
        detail::copy_block(other.lane, lane);
        return *this;
    }

    /// Chosen only for a cast to a plain number, to say in words that there is none.
    template <class Plain>
        requires std::is_arithmetic_v<Plain>
    __attribute__((diagnose_if(true, HEADWAY_NO_ONE_NUMBER, "error")))
    explicit constexpr operator Plain() const {
        static_assert(!std::is_arithmetic_v<Plain>, HEADWAY_NO_ONE_NUMBER);
        return {};
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
        basic_batch r(uninitialised{});
        detail::map_block<detail::lane_negative>(lane, r.lane);
        return r;
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
        return combined<detail::lane_sum>(detail::lane_block{a.lane}, detail::lane_block{b.lane});
    }
    friend constexpr basic_batch operator-(const basic_batch& a, const basic_batch& b) noexcept {
        return combined<detail::lane_difference>(detail::lane_block{a.lane}, detail::lane_block{b.lane});
    }
    friend constexpr basic_batch operator*(const basic_batch& a, const basic_batch& b) noexcept {
        return combined<detail::lane_product>(detail::lane_block{a.lane}, detail::lane_block{b.lane});
    }
    friend constexpr basic_batch operator/(const basic_batch& a, const basic_batch& b) noexcept {
        return combined<detail::lane_ratio>(detail::lane_block{a.lane}, detail::lane_block{b.lane});
    }
    // With a plain number beside it, the same without spreading the number over a block first.
    friend constexpr basic_batch operator+(const basic_batch& a, double b) noexcept {
        return combined<detail::lane_sum>(detail::lane_block{a.lane}, detail::lane_number{b});
    }
    friend constexpr basic_batch operator+(double a, const basic_batch& b) noexcept {
        return combined<detail::lane_sum>(detail::lane_number{a}, detail::lane_block{b.lane});
    }
    friend constexpr basic_batch operator-(const basic_batch& a, double b) noexcept {
        return combined<detail::lane_difference>(detail::lane_block{a.lane}, detail::lane_number{b});
    }
    friend constexpr basic_batch operator-(double a, const basic_batch& b) noexcept {
        return combined<detail::lane_difference>(detail::lane_number{a}, detail::lane_block{b.lane});
    }
    friend constexpr basic_batch operator*(const basic_batch& a, double b) noexcept {
        return combined<detail::lane_product>(detail::lane_block{a.lane}, detail::lane_number{b});
    }
    friend constexpr basic_batch operator*(double a, const basic_batch& b) noexcept {
        return combined<detail::lane_product>(detail::lane_number{a}, detail::lane_block{b.lane});
    }
    friend constexpr basic_batch operator/(const basic_batch& a, double b) noexcept {
        return combined<detail::lane_ratio>(detail::lane_block{a.lane}, detail::lane_number{b});
    }
    friend constexpr basic_batch operator/(double a, const basic_batch& b) noexcept {
        return combined<detail::lane_ratio>(detail::lane_number{a}, detail::lane_block{b.lane});
    }
    constexpr basic_batch& operator+=(const basic_batch& b) noexcept { return *this = *this + b; }
    constexpr basic_batch& operator-=(const basic_batch& b) noexcept { return *this = *this - b; }
    constexpr basic_batch& operator*=(const basic_batch& b) noexcept { return *this = *this * b; }
    constexpr basic_batch& operator/=(const basic_batch& b) noexcept { return *this = *this / b; }

    friend constexpr basic_batch_mask<Tag> operator==(const basic_batch& a, const basic_batch& b) noexcept {
        return tested<detail::lane_equal>(a, b);
    }
    friend constexpr basic_batch_mask<Tag> operator!=(const basic_batch& a, const basic_batch& b) noexcept {
        return tested<detail::lane_unequal>(a, b);
    }
    friend constexpr basic_batch_mask<Tag> operator<(const basic_batch& a, const basic_batch& b) noexcept {
        return tested<detail::lane_less>(a, b);
    }
    friend constexpr basic_batch_mask<Tag> operator<=(const basic_batch& a, const basic_batch& b) noexcept {
        return tested<detail::lane_at_most>(a, b);
    }
    friend constexpr basic_batch_mask<Tag> operator>(const basic_batch& a, const basic_batch& b) noexcept { return b < a; }
    friend constexpr basic_batch_mask<Tag> operator>=(const basic_batch& a, const basic_batch& b) noexcept { return b <= a; }

    /// For each pair of draws, whether it passes.
    template <class Test>
    [[nodiscard]] static constexpr basic_batch_mask<Tag> tested(const basic_batch& a, const basic_batch& b) noexcept {
        basic_batch_mask<Tag> r;
        detail::test_blocks<Test>(detail::lane_block{a.lane}, detail::lane_block{b.lane}, r.lane);
        return r;
    }
    /// `Operation` of each pair of draws.
    template <class Operation, class A, class B>
    [[nodiscard]] static constexpr basic_batch combined(A a, B b) noexcept {
        basic_batch r(uninitialised{});
        detail::combine_blocks<Operation>(a, b, r.lane);
        return r;
    }

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

template <class Tag>
[[nodiscard]] constexpr lane_block lanes_of_operand(const basic_batch<Tag>& x) noexcept {
    return {x.lane};
}
[[nodiscard]] constexpr lane_number lanes_of_operand(double x) noexcept { return {x}; }

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
    basic_batch<Tag> r(typename basic_batch<Tag>::uninitialised{});
    detail::select_block(condition.lane, yes.lane, no.lane, r.lane);
    return r;
}

/// Every draw lies strictly between: the two comparisons of a check in one pass, without masks.
template <class Tag>
[[nodiscard]] constexpr bool all_between(double above, const basic_batch<Tag>& x, double below) noexcept {
    return detail::all_lanes_between(above, x.lane, below);
}

// Of one type as well, since std::min would be the better match where it is visible too, and would branch.
template <class Tag>
[[nodiscard]] constexpr basic_batch<Tag> min(const basic_batch<Tag>& a, const basic_batch<Tag>& b) noexcept {
    return basic_batch<Tag>::template combined<detail::lane_min>(detail::lanes_of_operand(a), detail::lanes_of_operand(b));
}
template <class Tag>
[[nodiscard]] constexpr basic_batch<Tag> max(const basic_batch<Tag>& a, const basic_batch<Tag>& b) noexcept {
    return basic_batch<Tag>::template combined<detail::lane_max>(detail::lanes_of_operand(a), detail::lanes_of_operand(b));
}
template <number_like A, number_like B>
[[nodiscard]] constexpr detail::common_batch<A, B> min(const A& a, const B& b) noexcept {
    return detail::common_batch<A, B>::template combined<detail::lane_min>(detail::lanes_of_operand(to_number(a)),
                                                                              detail::lanes_of_operand(to_number(b)));
}
template <number_like A, number_like B>
[[nodiscard]] constexpr detail::common_batch<A, B> max(const A& a, const B& b) noexcept {
    return detail::common_batch<A, B>::template combined<detail::lane_max>(detail::lanes_of_operand(to_number(a)),
                                                                                 detail::lanes_of_operand(to_number(b)));
}

}  // namespace headway

#undef HEADWAY_NO_ONE_NUMBER

#include <headway/header_end.hpp>
