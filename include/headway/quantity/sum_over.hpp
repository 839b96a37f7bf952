// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <initializer_list>
#include <iterator>
#include <stdexcept>
#include <string>
#include <type_traits>

#include <headway/quantity/value.hpp>

#include <headway/header_begin.hpp>

namespace headway {

namespace detail {

/// What a function gives for an element of a range, as a value that can be added to and replaced.
template <class T>
struct kept_value {
    using type = T;
};
template <class T>
    requires std::is_arithmetic_v<T>
struct kept_value<T> {
    using type = double;
};
template <class Range, class Function>
using value_over = typename kept_value<
    std::remove_cvref_t<decltype(std::declval<const Function&>()(*std::begin(std::declval<const Range&>())))>>::type;

struct element_itself {
    template <class Element>
    constexpr const Element& operator()(const Element& element) const noexcept {
        return element;
    }
};

/// Asked only where they are not.
template <class... Arguments>
inline constexpr bool are_a_range_and_a_function = false;

[[noreturn, gnu::cold]] inline void range_has_no_value(const char* function) {
    throw std::domain_error(std::string(function) + ": the range must have at least one element, got none");
}

template <class Range, class Function, class Better>
[[nodiscard]] constexpr auto best_over(const char* function, const Range& range, const Function& f,
                                       const Better& better) {
    using value = value_over<Range, Function>;
    static_assert(any_value<value>, "min_over, max_over: the function must return a number, a quantity or a date");
    auto place = std::begin(range);
    const auto last = std::end(range);
    if (place == last) range_has_no_value(function);
    value best = f(*place);
    while (++place != last) best = better(best, value(f(*place)));
    return best;
}
struct lesser_of_two {
    template <class T>
    constexpr T operator()(const T& a, const T& b) const {
        return min(a, b);
    }
};
struct greater_of_two {
    template <class T>
    constexpr T operator()(const T& a, const T& b) const {
        return max(a, b);
    }
};

}  // namespace detail

/// The sum of f(x) over the elements x of a range, in the range's order: `sum_over(years, [&](int k) { return in[price] * k; })`.
/// In a model it has the number type of what it adds, which a loop with `auto sum = 0.0 * usd` has not. The sum over an
/// empty range is zero, of the dimension and number type that f returns.
/// \param range whatever a range-based for takes: a container, an array, `std::views::iota(0, 12)`, a list in braces.
/// \return a number or a quantity; whole numbers and float as double.
template <class Range, class Function>
    requires requires(const Range& range, const Function& f) { f(*std::begin(range)); }
[[nodiscard]] constexpr auto sum_over(const Range& range, const Function& f) {
    using value = detail::value_over<Range, Function>;
    static_assert(number<value> || any_quantity<value>, "sum_over: the function must return a number or a quantity");
    value sum{};
    const auto last = std::end(range);
    for (auto place = std::begin(range); place != last; ++place) sum = sum + value(f(*place));
    return sum;
}
/// The sum of the elements, such as of `std::vector{in[a], in[b]}`.
template <class Range>
    requires requires(const Range& range) { *std::begin(range); }
[[nodiscard]] constexpr auto sum_over(const Range& range) { return sum_over(range, detail::element_itself{}); }
template <class T, class Function>
[[nodiscard]] constexpr auto sum_over(std::initializer_list<T> range, const Function& f) {
    return sum_over<std::initializer_list<T>, Function>(range, f);
}
template <class T>
[[nodiscard]] constexpr auto sum_over(std::initializer_list<T> range) {
    return sum_over<std::initializer_list<T>>(range);
}

/// The least f(x) over the elements x of a range: of numbers, of quantities, of dates the earliest. Each draw of a block has
/// its own. \throws std::domain_error for an empty range, which has none.
template <class Range, class Function>
    requires requires(const Range& range, const Function& f) { f(*std::begin(range)); }
[[nodiscard]] constexpr auto min_over(const Range& range, const Function& f) {
    return detail::best_over("min_over", range, f, detail::lesser_of_two{});
}
/// The least element.
template <class Range>
    requires requires(const Range& range) { *std::begin(range); }
[[nodiscard]] constexpr auto min_over(const Range& range) { return min_over(range, detail::element_itself{}); }
template <class T>
[[nodiscard]] constexpr auto min_over(std::initializer_list<T> range) {
    return min_over<std::initializer_list<T>>(range);
}

/// The greatest f(x) over the elements x of a range, as `min_over`; of dates the latest, never among them.
/// \throws std::domain_error for an empty range.
template <class Range, class Function>
    requires requires(const Range& range, const Function& f) { f(*std::begin(range)); }
[[nodiscard]] constexpr auto max_over(const Range& range, const Function& f) {
    return detail::best_over("max_over", range, f, detail::greater_of_two{});
}
/// The greatest element.
template <class Range>
    requires requires(const Range& range) { *std::begin(range); }
[[nodiscard]] constexpr auto max_over(const Range& range) { return max_over(range, detail::element_itself{}); }
template <class T>
[[nodiscard]] constexpr auto max_over(std::initializer_list<T> range) {
    return max_over<std::initializer_list<T>>(range);
}

/// Chosen only for arguments of the wrong kind, to say so in words.
template <class... Arguments>
constexpr auto sum_over(const Arguments&...) {
    static_assert(detail::are_a_range_and_a_function<Arguments...>,
                  "sum_over: the arguments are a range and a function that takes one of its elements");
}
template <class... Arguments>
constexpr auto min_over(const Arguments&...) {
    static_assert(detail::are_a_range_and_a_function<Arguments...>,
                  "min_over: the arguments are a range and a function that takes one of its elements");
}
template <class... Arguments>
constexpr auto max_over(const Arguments&...) {
    static_assert(detail::are_a_range_and_a_function<Arguments...>,
                  "max_over: the arguments are a range and a function that takes one of its elements");
}

}  // namespace headway

#include <headway/header_end.hpp>
