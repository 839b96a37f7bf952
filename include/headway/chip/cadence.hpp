// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/quantity/growth.hpp>
#include <headway/trend/amount.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// How far apart two chips are, told in three ways that a cadence makes one: so many generations, so much time, so many
/// times the performance. Below zero generations and time (below 1 as a ratio) for what is ahead.
template <class Number>
struct generation_gap {
    Number generations;
    quantity<dim::time, Number> time;
    /// The leading chip's performance over the other's.
    Number performance_ratio;
};

/// The rhythm of chip generations: each comes a span after the one before and performs better by a factor. Made by
/// `cadence`. A gap of n generations is n spans of time and factor^n in performance.
template <class Number>
class basic_cadence {
  public:
    using number_type = Number;

    /// \throws std::domain_error unless the span is above zero and the factor at least 1, both finite.
    constexpr basic_cadence(const quantity<dim::time, Number>& span, const Number& factor)
        : span_(span), factor_(factor) {
        detail::require_above_zero("cadence", "span of a generation in seconds", span.base_value());
        if (!all_of(factor >= 1.0 && factor - factor == 0.0)) {
            detail::value_breaks_a_rule("cadence", "performance factor per generation",
                                        "must be a finite number, at least 1",
                                        detail::offender(factor, [](double f) { return !(f >= 1.0 && f - f == 0.0); }));
        }
    }

    /// The time from one launch to the next.
    [[nodiscard]] constexpr const quantity<dim::time, Number>& span() const noexcept { return span_; }
    /// The performance of a generation over that of the one before.
    [[nodiscard]] constexpr const Number& factor() const noexcept { return factor_; }
    /// The growth of performance that the steps amount to: ln factor / span.
    [[nodiscard]] constexpr auto growth() const { return grows_by_factor(factor_, span_); }

    /// The gap of so many generations, whole or not. \throws std::domain_error unless the number is finite.
    template <number_like Generations>
    [[nodiscard]] constexpr auto gap_of_generations(const Generations& generations) const {
        using result = common_number_t<Number, as_number_t<Generations>>;
        const result n = to_number(generations);
        detail::require_finite("gap_of_generations", "number of generations", n);
        return generation_gap<result>{n, n * span_, pow(factor_, n)};
    }
    /// The gap that is so long in time. \throws std::domain_error unless the span is finite.
    template <time_like Span>
    [[nodiscard]] constexpr auto gap_of_time(const Span& time) const {
        const auto span = as_time(time);
        detail::require_finite("gap_of_time", "time in seconds", span.base_value());
        return gap_of_generations(span / span_);
    }
    /// The gap that is so large in performance: ln ratio / ln factor generations.
    /// \throws std::domain_error unless the ratio is above zero and finite and the factor per generation above 1.
    template <number_like Ratio>
    [[nodiscard]] constexpr auto gap_of_ratio(const Ratio& performance_ratio) const {
        using result = common_number_t<Number, as_number_t<Ratio>>;
        const result ratio = to_number(performance_ratio);
        detail::require_above_zero("gap_of_ratio", "performance ratio", ratio);
        if (!all_of(factor_ > 1.0)) {
            detail::value_breaks_a_rule("gap_of_ratio", "performance factor per generation",
                                        "must be above 1 for a ratio to be a number of generations", 1.0);
        }
        const result n = log(ratio) / log(factor_);
        return generation_gap<result>{n, n * span_, ratio};
    }

  private:
    quantity<dim::time, Number> span_;
    Number factor_;
};

template <class T>
inline constexpr bool is_cadence = false;
template <class Number>
inline constexpr bool is_cadence<basic_cadence<Number>> = true;

/// A new generation every `span`, each better than the last by `factor`: `cadence(2.0 * year, 2.5)`.
/// \throws std::domain_error unless the span is above zero and the factor at least 1, both finite.
template <time_like Span, number_like Factor>
[[nodiscard]] constexpr auto cadence(const Span& span, const Factor& factor) {
    using number_type = common_number_t<time_number_t<Span>, as_number_t<Factor>>;
    return basic_cadence<number_type>(as_time(span), to_number(factor));
}
/// A new generation every `span` of a performance that grows at a given rate: the factor is the growth over the span,
/// so that a faster rhythm means smaller steps. \throws std::domain_error for a growth that falls or a span not above
/// zero.
template <time_like Span, class Rate>
[[nodiscard]] constexpr auto cadence(const Span& span, const basic_growth<Rate>& growth_of_performance) {
    return cadence(span, growth_of_performance.over(as_time(span)));
}

/// Chosen only for arguments of the wrong kind, to say so in words.
template <class Span, class Factor>
constexpr auto cadence(const Span&, const Factor&) {
    static_assert(time_like<Span>, "cadence: the first argument must be the span of a generation, such as 2.0 * year");
    static_assert(!time_like<Span>,
                  "cadence: the second argument must be the performance factor per generation, a plain "
                  "number, or a growth, such as doubles_every(2.0 * year)");
    return detail::wrong_arguments{};
}

}  // namespace headway

#include <headway/header_end.hpp>
