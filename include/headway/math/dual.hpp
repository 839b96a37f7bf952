// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cstddef>

#include <headway/math/number.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// A value with its gradient in `Size` variables (forward-mode automatic differentiation): run a model on it and the
/// result carries the exact first derivatives. Arithmetic follows the chain rule; comparisons look at the value alone.
/// At a kink (`abs` at 0, `min` of equals) the derivative is that of the side taken.
template <std::size_t Size>
struct dual {
    double value = 0.0;
    std::array<double, Size> gradient{};

    constexpr dual() noexcept = default;
    /// A constant: gradient zero.
    constexpr dual(double constant) noexcept : value(constant) {}  // NOLINT: implicit, a number is a constant dual
    constexpr dual(double v, const std::array<double, Size>& g) noexcept : value(v), gradient(g) {}

    /// The variable number `index` at this value: gradient 1 in its own direction.
    [[nodiscard]] static constexpr dual variable(double value, std::size_t index) noexcept {
        dual d(value);
        d.gradient[index] = 1.0;
        return d;
    }

    constexpr dual operator+() const noexcept { return *this; }
    constexpr dual operator-() const noexcept { return scaled(-value, -1.0); }

    friend constexpr dual operator+(const dual& a, const dual& b) noexcept {
        return combined(a.value + b.value, a, 1.0, b, 1.0);
    }
    friend constexpr dual operator-(const dual& a, const dual& b) noexcept {
        return combined(a.value - b.value, a, 1.0, b, -1.0);
    }
    friend constexpr dual operator*(const dual& a, const dual& b) noexcept {
        return combined(a.value * b.value, a, b.value, b, a.value);
    }
    friend constexpr dual operator/(const dual& a, const dual& b) noexcept {
        const double ratio = a.value / b.value;
        return combined(ratio, a, 1.0 / b.value, b, -ratio / b.value);
    }
    constexpr dual& operator+=(const dual& b) noexcept { return *this = *this + b; }
    constexpr dual& operator-=(const dual& b) noexcept { return *this = *this - b; }
    constexpr dual& operator*=(const dual& b) noexcept { return *this = *this * b; }
    constexpr dual& operator/=(const dual& b) noexcept { return *this = *this / b; }

    friend constexpr bool operator==(const dual& a, const dual& b) noexcept { return a.value == b.value; }
    friend constexpr bool operator!=(const dual& a, const dual& b) noexcept { return a.value != b.value; }
    friend constexpr bool operator<(const dual& a, const dual& b) noexcept { return a.value < b.value; }
    friend constexpr bool operator<=(const dual& a, const dual& b) noexcept { return a.value <= b.value; }
    friend constexpr bool operator>(const dual& a, const dual& b) noexcept { return a.value > b.value; }
    friend constexpr bool operator>=(const dual& a, const dual& b) noexcept { return a.value >= b.value; }

    /// The chain rule for a function of one variable: its value here and its derivative here.
    [[nodiscard]] constexpr dual scaled(double function_value, double derivative) const noexcept {
        dual result(function_value);
        for (std::size_t i = 0; i < Size; ++i) result.gradient[i] = chain(derivative, gradient[i]);
        return result;
    }
    /// The chain rule for a function of two variables.
    [[nodiscard]] static constexpr dual combined(double function_value, const dual& a, double by_a, const dual& b,
                                                 double by_b) noexcept {
        dual result(function_value);
        for (std::size_t i = 0; i < Size; ++i) {
            result.gradient[i] = chain(by_a, a.gradient[i]) + chain(by_b, b.gradient[i]);
        }
        return result;
    }

  private:
    // A variable that does not take part contributes nothing, even where the derivative is infinite (never).
    static constexpr double chain(double derivative, double inner) noexcept {
        return inner == 0.0 ? 0.0 : derivative * inner;
    }
};

template <std::size_t Size>
inline constexpr bool is_number_type<dual<Size>> = true;

namespace detail {

[[nodiscard]] constexpr double power_by_base(double base, double exponent) noexcept {
    return exponent == 0.0 ? 0.0 : exponent * pow(base, exponent - 1.0);
}
// Zero to the power y stays zero when y moves, although its logarithm is infinite.
[[nodiscard]] constexpr double power_by_exponent(double power, double base) noexcept {
    return power == 0.0 ? 0.0 : power * log(base);
}

}  // namespace detail

template <std::size_t Size>
[[nodiscard]] constexpr double value_at(const dual<Size>& x, int = 0) noexcept {
    return x.value;
}

template <std::size_t Size>
[[nodiscard]] constexpr dual<Size> exp(const dual<Size>& x) noexcept {
    const double e = exp(x.value);
    return x.scaled(e, e);
}
template <std::size_t Size>
[[nodiscard]] constexpr dual<Size> expm1(const dual<Size>& x) noexcept {
    return x.scaled(expm1(x.value), exp(x.value));
}
template <std::size_t Size>
[[nodiscard]] constexpr dual<Size> exp2(const dual<Size>& x) noexcept {
    const double power = exp2(x.value);
    return x.scaled(power, power * detail::ln2);
}
template <std::size_t Size>
[[nodiscard]] constexpr dual<Size> log2(const dual<Size>& x) noexcept {
    return x.scaled(log2(x.value), 1.0 / (x.value * detail::ln2));
}
template <std::size_t Size>
[[nodiscard]] constexpr dual<Size> log10(const dual<Size>& x) noexcept {
    return x.scaled(log10(x.value), 1.0 / (x.value * detail::ln10));
}
template <std::size_t Size>
[[nodiscard]] constexpr dual<Size> log(const dual<Size>& x) noexcept {
    return x.scaled(log(x.value), 1.0 / x.value);
}
template <std::size_t Size>
[[nodiscard]] constexpr dual<Size> log1p(const dual<Size>& x) noexcept {
    return x.scaled(log1p(x.value), 1.0 / (1.0 + x.value));
}
template <std::size_t Size>
[[nodiscard]] constexpr dual<Size> sqrt(const dual<Size>& x) noexcept {
    const double root = sqrt(x.value);
    return x.scaled(root, 0.5 / root);
}
template <std::size_t Size>
[[nodiscard]] constexpr dual<Size> abs(const dual<Size>& x) noexcept {
    return x.scaled(abs(x.value), x.value < 0.0 ? -1.0 : 1.0);
}
/// Flat but for its steps: the derivative is 0, at the steps too.
template <std::size_t Size>
[[nodiscard]] constexpr dual<Size> floor(const dual<Size>& x) noexcept {
    return dual<Size>(floor(x.value));
}
template <std::size_t Size>
[[nodiscard]] constexpr dual<Size> pow(const dual<Size>& base, double exponent) noexcept {
    return base.scaled(pow(base.value, exponent), detail::power_by_base(base.value, exponent));
}
template <std::size_t Size>
[[nodiscard]] constexpr dual<Size> pow(double base, const dual<Size>& exponent) noexcept {
    const double power = pow(base, exponent.value);
    return exponent.scaled(power, detail::power_by_exponent(power, base));
}
template <std::size_t Size>
[[nodiscard]] constexpr dual<Size> pow(const dual<Size>& base, const dual<Size>& exponent) noexcept {
    const double power = pow(base.value, exponent.value);
    return dual<Size>::combined(power, base, detail::power_by_base(base.value, exponent.value), exponent,
                                detail::power_by_exponent(power, base.value));
}
template <std::size_t Size>
[[nodiscard]] constexpr dual<Size> min(const dual<Size>& a, const dual<Size>& b) noexcept {
    return b < a ? b : a;
}
template <std::size_t Size>
[[nodiscard]] constexpr dual<Size> max(const dual<Size>& a, const dual<Size>& b) noexcept {
    return a < b ? b : a;
}
template <std::size_t Size>
[[nodiscard]] constexpr dual<Size> min(const dual<Size>& a, double b) noexcept {
    return b < a.value ? dual<Size>(b) : a;
}
template <std::size_t Size>
[[nodiscard]] constexpr dual<Size> min(double a, const dual<Size>& b) noexcept {
    return b.value < a ? b : dual<Size>(a);
}
template <std::size_t Size>
[[nodiscard]] constexpr dual<Size> max(const dual<Size>& a, double b) noexcept {
    return a.value < b ? dual<Size>(b) : a;
}
template <std::size_t Size>
[[nodiscard]] constexpr dual<Size> max(double a, const dual<Size>& b) noexcept {
    return a < b.value ? b : dual<Size>(a);
}

}  // namespace headway

#include <headway/header_end.hpp>
