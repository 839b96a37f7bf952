// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <bit>
#include <cstdint>
#include <type_traits>

#include <headway/core/number.hpp>

namespace headway {

/// The outcome of comparing batches: one yes or no per draw. It does not convert to bool, because the draws of a block
/// may differ: write `select(a < b, x, y)` instead of `if`, or let the model run draw by draw.
struct batch_mask {
    static constexpr int size = 64;
    std::int64_t lane[size];  // all bits set for yes, none for no, so that select is pure bit logic

    friend constexpr batch_mask operator&&(const batch_mask& a, const batch_mask& b) noexcept {
        batch_mask r;
        for (int i = 0; i < size; ++i) r.lane[i] = a.lane[i] & b.lane[i];
        return r;
    }
    friend constexpr batch_mask operator||(const batch_mask& a, const batch_mask& b) noexcept {
        batch_mask r;
        for (int i = 0; i < size; ++i) r.lane[i] = a.lane[i] | b.lane[i];
        return r;
    }
    friend constexpr batch_mask operator!(const batch_mask& a) noexcept {
        batch_mask r;
        for (int i = 0; i < size; ++i) r.lane[i] = ~a.lane[i];
        return r;
    }
};

/// A fixed block of draws. Arithmetic and functions act on each draw, in loops of fixed length that compilers vectorise.
struct batch {
    static constexpr int size = batch_mask::size;
    alignas(64) double lane[size];

    constexpr batch() noexcept : batch(0.0) {}
    /// Every draw the same.
    constexpr batch(double same) noexcept {  // NOLINT: implicit, a number is a constant batch
        for (int i = 0; i < size; ++i) lane[i] = same;
    }

    /// One value per draw: `f(draw)`.
    template <class F>
    [[nodiscard]] static constexpr batch generate(F f) noexcept(noexcept(f(0))) {
        batch r(uninitialised{});
        for (int i = 0; i < size; ++i) r.lane[i] = f(i);
        return r;
    }

    constexpr batch operator+() const noexcept { return *this; }
    constexpr batch operator-() const noexcept {
        return map([](double x) noexcept { return -x; });
    }

    /// The function of each draw.
    template <class F>
    [[nodiscard]] constexpr batch map(F f) const noexcept(noexcept(f(0.0))) {
        batch r(uninitialised{});
        for (int i = 0; i < size; ++i) r.lane[i] = f(lane[i]);
        return r;
    }
    /// The function of each pair of draws.
    template <class F>
    [[nodiscard]] static constexpr batch zip(const batch& a, const batch& b, F f) noexcept(noexcept(f(0.0, 0.0))) {
        batch r(uninitialised{});
        for (int i = 0; i < size; ++i) r.lane[i] = f(a.lane[i], b.lane[i]);
        return r;
    }
    /// For each pair of draws, whether it passes.
    template <class F>
    [[nodiscard]] static constexpr batch_mask test(const batch& a, const batch& b,
                                                   F f) noexcept(noexcept(f(0.0, 0.0))) {
        batch_mask r;
        for (int i = 0; i < size; ++i) r.lane[i] = f(a.lane[i], b.lane[i]) ? -1 : 0;
        return r;
    }

    friend constexpr batch operator+(const batch& a, const batch& b) noexcept {
        return zip(a, b, [](double x, double y) noexcept { return x + y; });
    }
    friend constexpr batch operator-(const batch& a, const batch& b) noexcept {
        return zip(a, b, [](double x, double y) noexcept { return x - y; });
    }
    friend constexpr batch operator*(const batch& a, const batch& b) noexcept {
        return zip(a, b, [](double x, double y) noexcept { return x * y; });
    }
    friend constexpr batch operator/(const batch& a, const batch& b) noexcept {
        return zip(a, b, [](double x, double y) noexcept { return x / y; });
    }
    // With a plain number beside it, the same without spreading the number over a block first.
    friend constexpr batch operator+(const batch& a, double b) noexcept {
        return a.map([b](double x) noexcept { return x + b; });
    }
    friend constexpr batch operator+(double a, const batch& b) noexcept {
        return b.map([a](double x) noexcept { return a + x; });
    }
    friend constexpr batch operator-(const batch& a, double b) noexcept {
        return a.map([b](double x) noexcept { return x - b; });
    }
    friend constexpr batch operator-(double a, const batch& b) noexcept {
        return b.map([a](double x) noexcept { return a - x; });
    }
    friend constexpr batch operator*(const batch& a, double b) noexcept {
        return a.map([b](double x) noexcept { return x * b; });
    }
    friend constexpr batch operator*(double a, const batch& b) noexcept {
        return b.map([a](double x) noexcept { return a * x; });
    }
    friend constexpr batch operator/(const batch& a, double b) noexcept {
        return a.map([b](double x) noexcept { return x / b; });
    }
    friend constexpr batch operator/(double a, const batch& b) noexcept {
        return b.map([a](double x) noexcept { return a / x; });
    }
    constexpr batch& operator+=(const batch& b) noexcept { return *this = *this + b; }
    constexpr batch& operator-=(const batch& b) noexcept { return *this = *this - b; }
    constexpr batch& operator*=(const batch& b) noexcept { return *this = *this * b; }
    constexpr batch& operator/=(const batch& b) noexcept { return *this = *this / b; }

    friend constexpr batch_mask operator==(const batch& a, const batch& b) noexcept {
        return test(a, b, [](double x, double y) noexcept { return x == y; });
    }
    friend constexpr batch_mask operator!=(const batch& a, const batch& b) noexcept {
        return test(a, b, [](double x, double y) noexcept { return x != y; });
    }
    friend constexpr batch_mask operator<(const batch& a, const batch& b) noexcept {
        return test(a, b, [](double x, double y) noexcept { return x < y; });
    }
    friend constexpr batch_mask operator<=(const batch& a, const batch& b) noexcept {
        return test(a, b, [](double x, double y) noexcept { return x <= y; });
    }
    friend constexpr batch_mask operator>(const batch& a, const batch& b) noexcept { return b < a; }
    friend constexpr batch_mask operator>=(const batch& a, const batch& b) noexcept { return b <= a; }

  private:
    struct uninitialised {};
    constexpr explicit batch(uninitialised) noexcept {  // NOLINT: the caller fills every lane
        if (std::is_constant_evaluated()) {
            for (int i = 0; i < size; ++i) lane[i] = 0.0;
        }
    }
};

template <>
inline constexpr bool is_number_type<batch> = true;
template <>
inline constexpr int lanes_of<batch> = batch::size;

/// The value of one draw, counted from 0.
[[nodiscard]] constexpr double value_at(const batch& x, int draw) noexcept { return x.lane[draw]; }

/// The condition holds in every draw.
[[nodiscard]] constexpr bool all_of(const batch_mask& m) noexcept {
    std::int64_t all = -1;
    for (int i = 0; i < batch_mask::size; ++i) all &= m.lane[i];
    return all != 0;
}
/// The condition holds in some draw.
[[nodiscard]] constexpr bool any_of(const batch_mask& m) noexcept {
    std::int64_t any = 0;
    for (int i = 0; i < batch_mask::size; ++i) any |= m.lane[i];
    return any != 0;
}

/// Draw by draw `yes` where the condition holds, else `no`.
[[nodiscard]] constexpr batch select(const batch_mask& condition, const batch& yes, const batch& no) noexcept {
    return batch::generate([&](int i) noexcept {
        const auto y = std::bit_cast<std::int64_t>(yes.lane[i]);
        const auto n = std::bit_cast<std::int64_t>(no.lane[i]);
        return std::bit_cast<double>((condition.lane[i] & y) | (~condition.lane[i] & n));
    });
}

/// The functions of core/elementary.hpp, each draw with the very result of `double`.
[[nodiscard]] constexpr batch exp(const batch& x) noexcept {
    return x.map([](double v) noexcept { return exp(v); });
}
[[nodiscard]] constexpr batch expm1(const batch& x) noexcept {
    return x.map([](double v) noexcept { return expm1(v); });
}
[[nodiscard]] constexpr batch exp2(const batch& x) noexcept {
    return x.map([](double v) noexcept { return exp2(v); });
}
[[nodiscard]] constexpr batch log2(const batch& x) noexcept {
    return x.map([](double v) noexcept { return log2(v); });
}
[[nodiscard]] constexpr batch log10(const batch& x) noexcept {
    return x.map([](double v) noexcept { return log10(v); });
}
[[nodiscard]] constexpr batch floor(const batch& x) noexcept {
    return x.map([](double v) noexcept { return floor(v); });
}
[[nodiscard]] constexpr batch log(const batch& x) noexcept {
    return x.map([](double v) noexcept { return log(v); });
}
[[nodiscard]] constexpr batch log1p(const batch& x) noexcept {
    return x.map([](double v) noexcept { return log1p(v); });
}
[[nodiscard]] constexpr batch sqrt(const batch& x) noexcept {
    return x.map([](double v) noexcept { return sqrt(v); });
}
[[nodiscard]] constexpr batch abs(const batch& x) noexcept {
    return x.map([](double v) noexcept { return abs(v); });
}
[[nodiscard]] constexpr batch pow(const batch& base, const batch& exponent) noexcept {
    return batch::zip(base, exponent, [](double b, double e) noexcept { return pow(b, e); });
}
[[nodiscard]] constexpr batch min(const batch& a, const batch& b) noexcept {
    return batch::zip(a, b, [](double x, double y) noexcept { return y < x ? y : x; });
}
[[nodiscard]] constexpr batch max(const batch& a, const batch& b) noexcept {
    return batch::zip(a, b, [](double x, double y) noexcept { return x < y ? y : x; });
}

}  // namespace headway
