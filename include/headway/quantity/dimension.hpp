// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string_view>
#include <type_traits>

#include <headway/header_begin.hpp>

namespace headway {

/// \defgroup dimension Dimensions
/// A dimension is a type, so that the compiler's messages name it in words. A base dimension is any class with a
/// `static constexpr std::string_view name`; products of powers are spelled with `power`, `per` and `product`, for
/// example money per time: `product<dim::money, per<dim::time>>`. Use `multiplied` and `divided` to form them: they
/// cancel, sort by name and so give one spelling per dimension. Exponents are whole numbers.
/// @{
template <class Base, int Exponent>
struct power;
template <class Base, int Exponent = 1>
struct per;
template <class... Factors>
struct product;
/// The dimension of a ratio.
struct dimensionless;

namespace dim {
struct time { static constexpr std::string_view name = "time"; };
struct money { static constexpr std::string_view name = "money"; };
/// Arithmetic operations done, counted in FLOP.
struct compute { static constexpr std::string_view name = "compute"; };
struct energy { static constexpr std::string_view name = "energy"; };
struct length { static constexpr std::string_view name = "length"; };
struct chips { static constexpr std::string_view name = "chips"; };
struct wafers { static constexpr std::string_view name = "wafers"; };
struct tokens { static constexpr std::string_view name = "tokens"; };
struct people { static constexpr std::string_view name = "people"; };
/// Bytes, of a memory or of what it moves.
struct data { static constexpr std::string_view name = "data"; };
/// Total Processing Performance of the US export rules: dense operations in TOPS times the bit length, best over formats.
struct processing_performance { static constexpr std::string_view name = "processing performance"; };
}  // namespace dim

namespace detail {

template <class... Factors>
struct factor_list {};

template <class Factor>
struct factor_traits {
    using base = Factor;
    static constexpr int exponent = 1;
};
template <class Base, int Exponent>
struct factor_traits<power<Base, Exponent>> {
    using base = Base;
    static constexpr int exponent = Exponent;
};
template <class Base, int Exponent>
struct factor_traits<per<Base, Exponent>> {
    using base = Base;
    static constexpr int exponent = -Exponent;
};

template <class Base, int Exponent>
struct make_factor {
    using type = std::conditional_t<(Exponent > 0), power<Base, Exponent>, per<Base, -Exponent>>;
};
template <class Base>
struct make_factor<Base, 1> {
    using type = Base;
};

template <class Dimension>
struct factors_of {
    using type = factor_list<Dimension>;
};
template <>
struct factors_of<dimensionless> {
    using type = factor_list<>;
};
template <class... Factors>
struct factors_of<product<Factors...>> {
    using type = factor_list<Factors...>;
};

template <class List>
struct to_dimension;
template <>
struct to_dimension<factor_list<>> {
    using type = dimensionless;
};
template <class Factor>
struct to_dimension<factor_list<Factor>> {
    using type = Factor;
};
template <class First, class Second, class... Rest>
struct to_dimension<factor_list<First, Second, Rest...>> {
    using type = product<First, Second, Rest...>;
};

template <class Head, class List>
struct prepend;
template <class Head, class... Tail>
struct prepend<Head, factor_list<Tail...>> {
    using type = factor_list<Head, Tail...>;
};

template <class Base>
concept has_name = requires { std::string_view(Base::name); };

/// Negative: a before b. Two different tags of one name would make dimensions ambiguous, so that is an error.
template <class A, class B>
consteval int order() {
    using base_a = typename factor_traits<A>::base;
    using base_b = typename factor_traits<B>::base;
    static_assert(has_name<base_a> && has_name<base_b>,
                  "a base dimension needs a name: static constexpr std::string_view name = \"cow\";");
    if constexpr (has_name<base_a> && has_name<base_b>) {
        constexpr int result = std::string_view(base_a::name).compare(base_b::name);
        static_assert(result != 0 || std::is_same_v<base_a, base_b>,
                      "two different base dimensions have the same name: rename one of them");
        return result;
    } else {
        return 1;
    }
}

// Merge of two sorted factor lists; the exponents of the second are multiplied by Sign.
template <class A, class B, int Sign>
struct merge;
template <class... Left, int Sign>
struct merge<factor_list<Left...>, factor_list<>, Sign> {
    using type = factor_list<Left...>;
};
template <class Head, class... Tail, int Sign>
struct merge<factor_list<>, factor_list<Head, Tail...>, Sign> {
    using type = typename prepend<
        typename make_factor<typename factor_traits<Head>::base, Sign * factor_traits<Head>::exponent>::type,
        typename merge<factor_list<>, factor_list<Tail...>, Sign>::type>::type;
};
template <class A, class... As, class B, class... Bs, int Sign>
struct merge<factor_list<A, As...>, factor_list<B, Bs...>, Sign> {
    static consteval auto combine() {
        using base_b = typename factor_traits<B>::base;
        constexpr int exponent_b = Sign * factor_traits<B>::exponent;
        if constexpr (order<A, B>() < 0) {
            return prepend<A, typename merge<factor_list<As...>, factor_list<B, Bs...>, Sign>::type>{};
        } else if constexpr (order<A, B>() > 0) {
            return prepend<typename make_factor<base_b, exponent_b>::type,
                           typename merge<factor_list<A, As...>, factor_list<Bs...>, Sign>::type>{};
        } else {
            constexpr int sum = factor_traits<A>::exponent + exponent_b;
            using rest = typename merge<factor_list<As...>, factor_list<Bs...>, Sign>::type;
            if constexpr (sum == 0) {
                return std::type_identity<rest>{};
            } else {
                return prepend<typename make_factor<base_b, sum>::type, rest>{};
            }
        }
    }
    using type = typename decltype(combine())::type;
};

template <class A, class B, int Sign>
using merged =
    typename to_dimension<typename merge<typename factors_of<A>::type, typename factors_of<B>::type, Sign>::type>::type;

}  // namespace detail

/// The dimension of a product of quantities.
template <class A, class B>
using multiplied = detail::merged<A, B, 1>;
/// The dimension of a ratio of quantities.
template <class A, class B>
using divided = detail::merged<A, B, -1>;
/// The dimension of one over a quantity.
template <class A>
using inverted = divided<dimensionless, A>;

namespace dim {
using area = multiplied<length, length>;
using power = divided<energy, time>;
using performance = divided<compute, time>;
using frequency = inverted<time>;
}  // namespace dim
/// @}

}  // namespace headway

#include <headway/header_end.hpp>
