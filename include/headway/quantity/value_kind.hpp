// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include <headway/quantity/value.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// What a value is about, known at run time: a number, a date, or a quantity of some dimension. Equal for equal types.
class value_kind {
  public:
    /// A base dimension, such as money, and its exponent.
    struct factor {
        std::string_view name;
        int exponent;
        [[nodiscard]] friend constexpr bool operator==(const factor&, const factor&) noexcept = default;
    };

    /// The kind of `T`, whatever its number type; a share counts as a number.
    template <any_value T>
    [[nodiscard]] static constexpr value_kind of() noexcept {
        return of_type(static_cast<const T*>(nullptr));
    }

    [[nodiscard]] constexpr bool is_number() const noexcept { return !is_date_ && count_ == 0; }
    [[nodiscard]] constexpr bool is_date() const noexcept { return is_date_; }
    /// The factors of the dimension, sorted by name; none for a number or a date.
    [[nodiscard]] constexpr const factor* begin() const noexcept { return factors_; }
    [[nodiscard]] constexpr const factor* end() const noexcept { return factors_ + count_; }

    /// In words: "a number", "a date", "money", "chips per time", "length^2".
    [[nodiscard]] constexpr std::string text() const {
        if (is_date_) return "a date";
        std::string above;
        std::string below;
        for (const factor& f : *this) {
            std::string& side = f.exponent > 0 ? above : below;
            if (!side.empty()) side += f.exponent > 0 ? " * " : " per ";
            side += f.name;
            const int size = f.exponent > 0 ? f.exponent : -f.exponent;
            if (size > 1) side += "^" + std::to_string(size);
        }
        if (above.empty() && below.empty()) return "a number";
        if (below.empty()) return above;
        return above.empty() ? "1 per " + below : above + " per " + below;
    }

    [[nodiscard]] friend constexpr bool operator==(const value_kind& a, const value_kind& b) noexcept {
        if (a.is_date_ != b.is_date_ || a.count_ != b.count_) return false;
        for (std::size_t i = 0; i < a.count_; ++i) {
            if (!(a.factors_[i] == b.factors_[i])) return false;
        }
        return true;
    }

  private:
    template <class Dimension>
    struct table {
        static constexpr std::size_t size = 1;
        static constexpr factor factors[] = {{detail::factor_traits<Dimension>::base::name,
                                              detail::factor_traits<Dimension>::exponent}};
    };
    template <class... Factors>
    struct table<product<Factors...>> {
        static constexpr std::size_t size = sizeof...(Factors);
        static constexpr factor factors[] = {{detail::factor_traits<Factors>::base::name,
                                              detail::factor_traits<Factors>::exponent}...};
    };

    constexpr value_kind(const factor* factors, std::size_t count, bool is_date) noexcept
        : factors_(factors), count_(count), is_date_(is_date) {}

    template <class Number>
    static constexpr value_kind of_type(const Number*) noexcept {
        return {nullptr, 0, false};
    }
    template <class Dimension, class Number>
    static constexpr value_kind of_type(const quantity<Dimension, Number>*) noexcept {
        return {table<Dimension>::factors, table<Dimension>::size, false};
    }
    template <class Number>
    static constexpr value_kind of_type(const quantity<dimensionless, Number>*) noexcept {
        return {nullptr, 0, false};
    }
    template <class Number>
    static constexpr value_kind of_type(const basic_date<Number>*) noexcept {
        return {nullptr, 0, true};
    }

    const factor* factors_;
    std::size_t count_;
    bool is_date_;
};

}  // namespace headway

#include <headway/header_end.hpp>
