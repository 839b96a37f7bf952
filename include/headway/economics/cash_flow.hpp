// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <iterator>
#include <type_traits>
#include <utility>
#include <vector>

#include <headway/quantity/units.hpp>
#include <headway/trend/point.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// When in a period its amount is paid.
enum class paid_at {
    start_of_period,
    middle_of_period,
    end_of_period,
};

/// An amount that changes hands on a date; above zero it comes in, below zero it goes out. Made by `received` and `paid`.
/// `Dimension` is that of money, or `dimensionless` for plain numbers.
/// A flow on a date that is never does not happen: it adds nothing to any sum.
template <class Dimension, class Number>
class cash_flow {
  public:
    using dimension = Dimension;
    using number_type = Number;

    /// \throws std::domain_error for an amount that is not finite, and a date that is neither in the calendar nor never.
    constexpr cash_flow(const char* function, const basic_date<Number>& on, const Number& base_amount)
        : on_(on), amount_(base_amount) {
        detail::require_finite(function, "amount in base units", amount_);
        const Number& seconds = on.seconds_since_1970();
        if (!all_of(seconds > -no_limit)) {
            detail::date_breaks_a_rule(function, "date", "must be in the calendar or never",
                                       detail::offender(seconds, [](double s) { return !(s > -no_limit); }));
        }
    }
    /// From another number type, where that conversion is implicit (`double` to `dual` or `batch`).
    template <class Other>
        requires(!std::same_as<Other, Number> && std::convertible_to<Other, Number>)
    constexpr cash_flow(const cash_flow<Dimension, Other>& other) : on_(other.date()), amount_(other.base_amount()) {}

    [[nodiscard]] constexpr const basic_date<Number>& date() const noexcept { return on_; }
    /// A quantity, or a plain number.
    [[nodiscard]] constexpr auto amount() const noexcept { return quantity_or_number<Dimension>(amount_); }
    [[nodiscard]] constexpr const Number& base_amount() const noexcept { return amount_; }

    /// The same on the other side: what is received is paid.
    [[nodiscard]] constexpr cash_flow operator-() const noexcept {
        cash_flow other = *this;
        other.amount_ = -amount_;
        return other;
    }

  private:
    basic_date<Number> on_;
    Number amount_;
};

template <class T>
inline constexpr bool is_cash_flow = false;
template <class Dimension, class Number>
inline constexpr bool is_cash_flow<cash_flow<Dimension, Number>> = true;

namespace detail {

/// The size of a list whose length is known at run time only.
inline constexpr std::size_t counted_at_run_time = static_cast<std::size_t>(-1);

template <class T, std::size_t Size>
using listed = std::conditional_t<Size == counted_at_run_time, std::vector<T>, std::array<T, Size>>;

[[noreturn, gnu::cold]] inline void there_are_no_cash_flows(const char* function) {
    throw std::domain_error(std::string(function) + ": there must be at least one cash flow, got none");
}

}  // namespace detail

/// Amounts on dates, at least one, in any order: whatever depends on their order looks at the dates. Made by `cash_flows`,
/// `cash_flows_every`, `cash_flows_over` and `cash_flows_at`, and joined by `+` and `-`. A list that is written out has its
/// size in its type and can be a constant; one made of a range or of a trend is held on the heap.
template <class Dimension, class Number, std::size_t Size = detail::counted_at_run_time>
class cash_flow_list {
  public:
    using dimension = Dimension;
    using number_type = Number;
    using flow_type = cash_flow<Dimension, Number>;
    using storage_type = detail::listed<flow_type, Size>;
    static constexpr std::size_t fixed_size = Size;

    /// \throws std::domain_error when there is none.
    constexpr explicit cash_flow_list(const char* function, storage_type flows) : flows_(std::move(flows)) {
        if (flows_.empty()) detail::there_are_no_cash_flows(function);
    }
    /// From another number type, where that conversion is implicit (`double` to `dual` or `batch`).
    template <class Other>
        requires(!std::same_as<Other, Number> && std::convertible_to<Other, Number>)
    constexpr cash_flow_list(const cash_flow_list<Dimension, Other, Size>& other) : flows_(converted(other)) {}

    [[nodiscard]] constexpr std::size_t size() const noexcept { return flows_.size(); }
    [[nodiscard]] constexpr const flow_type& operator[](std::size_t i) const noexcept { return flows_[i]; }
    [[nodiscard]] constexpr const flow_type* begin() const noexcept { return flows_.data(); }
    [[nodiscard]] constexpr const flow_type* end() const noexcept { return flows_.data() + flows_.size(); }

  private:
    template <class Other>
    static constexpr storage_type converted(const Other& other) {
        if constexpr (Size == detail::counted_at_run_time) {
            return storage_type(other.begin(), other.end());
        } else {
            return [&]<std::size_t... I>(std::index_sequence<I...>) { return storage_type{flow_type(other[I])...}; }
            (std::make_index_sequence<Size>());
        }
    }

    storage_type flows_;
};

template <class T>
inline constexpr bool is_cash_flow_list = false;
template <class Dimension, class Number, std::size_t Size>
inline constexpr bool is_cash_flow_list<cash_flow_list<Dimension, Number, Size>> = true;

/// Whatever is made of dated amounts.
template <class T>
concept any_cash_flows = is_cash_flow_list<std::remove_cvref_t<T>>;

namespace detail {

template <class Date, class Amount>
constexpr auto dated(const char* function, const Date& on, const Amount& base_amount) {
    using number_type = common_number_t<date_number_t<Date>, number_of<Amount>>;
    return cash_flow<dimension_of<Amount>, number_type>(function, to_date(on), number_type(base_of(base_amount)));
}

template <class... Flows>
inline constexpr bool are_cash_flows = false;
template <class First, class... Others>
inline constexpr bool are_cash_flows<First, Others...> = is_cash_flow<First> && (is_cash_flow<Others> && ...);
template <class... Flows>
inline constexpr bool of_one_dimension = true;
template <class First, class... Others>
    requires are_cash_flows<First, Others...>
inline constexpr bool of_one_dimension<First, Others...> =
    (std::same_as<typename First::dimension, typename Others::dimension> && ...);

/// A flow in a sum of lists is a list of one.
template <any_cash_flows List>
constexpr const List& as_flows(const List& list) {
    return list;
}
template <class Dimension, class Number>
constexpr auto as_flows(const cash_flow<Dimension, Number>& flow) {
    return cash_flow_list<Dimension, Number, 1>("cash_flows", {flow});
}

template <class T>
concept flow_operand = any_cash_flows<T> || is_cash_flow<std::remove_cvref_t<T>>;

/// The flows of a list, each changed by `change`.
template <class Number, class Dimension, class From, std::size_t Size, class Change>
constexpr auto changed_flows(const cash_flow_list<Dimension, From, Size>& list, const Change& change) {
    using flow = cash_flow<Dimension, Number>;
    using result = cash_flow_list<Dimension, Number, Size>;
    if constexpr (Size == counted_at_run_time) {
        std::vector<flow> flows;
        flows.reserve(list.size());
        for (const auto& one : list) flows.push_back(change(flow(one)));
        return result("cash_flows", std::move(flows));
    } else {
        return [&]<std::size_t... I>(std::index_sequence<I...>) {
            return result("cash_flows", {change(flow(list[I]))...});
        }
        (std::make_index_sequence<Size>());
    }
}

template <class A, class B>
constexpr auto joined_flows(const A& a, const B& b) {
    static_assert(std::same_as<typename A::dimension, typename B::dimension>,
                  "cash flows that are joined must be amounts of one dimension");
    using number_type = common_number_t<typename A::number_type, typename B::number_type>;
    using flow = cash_flow<typename A::dimension, number_type>;
    if constexpr (A::fixed_size != counted_at_run_time && B::fixed_size != counted_at_run_time) {
        return [&]<std::size_t... I, std::size_t... J>(std::index_sequence<I...>, std::index_sequence<J...>) {
            return cash_flow_list<typename A::dimension, number_type, A::fixed_size + B::fixed_size>(
                "cash_flows", {flow(a[I])..., flow(b[J])...});
        }
        (std::make_index_sequence<A::fixed_size>(), std::make_index_sequence<B::fixed_size>());
    } else {
        std::vector<flow> flows;
        flows.reserve(a.size() + b.size());
        for (const auto& one : a) flows.push_back(flow(one));
        for (const auto& one : b) flows.push_back(flow(one));
        return cash_flow_list<typename A::dimension, number_type>("cash_flows", std::move(flows));
    }
}

}  // namespace detail

/// An amount that comes in on a date; one below zero goes out. The date may be never: then it does not happen.
/// \throws std::domain_error for an amount that is not finite and a date that is not a number.
template <date_like Date, detail::amount Amount>
[[nodiscard]] constexpr auto received(const Date& on, const Amount& amount) {
    return detail::dated("received", on, amount);
}
/// An amount that goes out on a date, written above zero: `paid(date(2026y / 1 / 1), 100.0 * million_usd)`. As `received`.
template <date_like Date, detail::amount Amount>
[[nodiscard]] constexpr auto paid(const Date& on, const Amount& amount) {
    return -detail::dated("paid", on, amount);
}

/// A list that is written out: `cash_flows(paid(today, price), received(today + 3.0 * year, resale))`.
template <class First, class... Others>
    requires(detail::are_cash_flows<First, Others...>&& detail::of_one_dimension<First, Others...>)
[[nodiscard]] constexpr auto cash_flows(const First& first, const Others&... others) {
    using number_type =
        typename detail::common_number_of<typename First::number_type, typename Others::number_type...>::type;
    using flow = cash_flow<typename First::dimension, number_type>;
    return cash_flow_list<typename First::dimension, number_type, 1 + sizeof...(Others)>(
        "cash_flows", {flow(first), flow(others)...});
}
/// One flow for each element of a range: `cash_flows(years, [&](int k) { return received(start + k * year, rent); })`, in
/// which a model builds lists in a loop without naming its number type. \throws std::domain_error for an empty range.
template <class Range, class Flow>
    requires(!is_cash_flow<Range> && requires(const Range& range, const Flow& flow) { flow(*std::begin(range)); })
[[nodiscard]] constexpr auto cash_flows(const Range& range, const Flow& flow) {
    using made = std::remove_cvref_t<decltype(flow(*std::begin(range)))>;
    static_assert(is_cash_flow<made>,
                  "cash_flows: the function must return received(date, amount) or paid(date, amount)");
    std::vector<made> flows;
    for (const auto& element : range) flows.push_back(flow(element));
    return cash_flow_list<typename made::dimension, typename made::number_type>("cash_flows", std::move(flows));
}
/// The flows of a range, such as a std::vector. \throws std::domain_error for an empty one.
template <class Range>
    requires requires(const Range& range) { requires is_cash_flow<std::remove_cvref_t<decltype(*std::begin(range))>>; }
[[nodiscard]] constexpr auto cash_flows(const Range& range) {
    return cash_flows(range, [](const auto& flow) { return flow; });
}
/// Chosen only for arguments of the wrong kind, to say so in words.
template <class... Arguments>
constexpr auto cash_flows(const Arguments&...) {
    constexpr bool amounts_are_of_one_dimension = detail::of_one_dimension<Arguments...>;
    static_assert(amounts_are_of_one_dimension, "cash_flows: all amounts must be of one dimension");
    constexpr bool each_is_a_flow = detail::are_cash_flows<Arguments...>;
    static_assert(each_is_a_flow,
                  "cash_flows: every argument must be received(date, amount) or paid(date, amount), at least "
                  "one; or a range of these, or a range and a function that makes one of each element");
    return detail::wrong_arguments{};
}

/// Amounts a period apart, the first on the date given, each above zero where it comes in and below zero where it goes out:
/// `cash_flows_every(year, start, {-100.0 * usd, 39.0 * usd, 59.0 * usd, 55.0 * usd, 20.0 * usd})`. A year is 365.2425 days.
/// Dates are exact and not those of the calendar, which `cash_flows_at` has.
/// \throws std::domain_error for a period that is not above zero and an amount that is not finite.
template <time_like Period, date_like Date, detail::amount Amount, std::size_t Size>
[[nodiscard]] constexpr auto cash_flows_every(const Period& period, const Date& first, const Amount (&amounts)[Size]) {
    const auto step = as_time(period).base_value();
    detail::require_above_zero("cash_flows_every", "period in seconds", step);
    const auto start = detail::to_date(first).seconds_since_1970();
    using number_type = common_number_t<detail::number_of<Amount>, std::remove_const_t<decltype(step)>,
                                        std::remove_const_t<decltype(start)>>;
    using flow = cash_flow<detail::dimension_of<Amount>, number_type>;
    return [&]<std::size_t... I>(std::index_sequence<I...>) {
        return cash_flow_list<detail::dimension_of<Amount>, number_type, Size>(
            "cash_flows_every",
            {flow("cash_flows_every",
                  basic_date<number_type>::from_seconds_since_1970(start + static_cast<double>(I) * step),
                  number_type(detail::base_of(amounts[I])))...});
    }
    (std::make_index_sequence<Size>());
}

/// The flows of both. \throws nothing but what memory does.
template <detail::flow_operand A, detail::flow_operand B>
[[nodiscard]] constexpr auto operator+(const A& a, const B& b) {
    return detail::joined_flows(detail::as_flows(a), detail::as_flows(b));
}
/// The flows of `a` and those of `b` on the other side: what choosing `a` instead of `b` brings.
template <detail::flow_operand A, detail::flow_operand B>
[[nodiscard]] constexpr auto operator-(const A& a, const B& b) {
    return detail::joined_flows(detail::as_flows(a), -detail::as_flows(b));
}
template <any_cash_flows List>
[[nodiscard]] constexpr auto operator-(const List& list) {
    return detail::changed_flows<typename List::number_type>(list, [](const auto& one) { return -one; });
}
/// Every amount times a number. \throws std::domain_error unless the results are finite.
template <any_cash_flows List, number_like Factor>
[[nodiscard]] constexpr auto operator*(const List& list, const Factor& factor) {
    using number_type = common_number_t<typename List::number_type, as_number_t<Factor>>;
    return detail::changed_flows<number_type>(list, [&](const auto& one) {
        return cash_flow<typename List::dimension, number_type>("cash flows * number", one.date(),
                                                                one.base_amount() * to_number(factor));
    });
}
template <number_like Factor, any_cash_flows List>
[[nodiscard]] constexpr auto operator*(const Factor& factor, const List& list) {
    return list * factor;
}

}  // namespace headway

#include <headway/header_end.hpp>
