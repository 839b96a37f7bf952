// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <span>
#include <string>
#include <type_traits>

#include <headway/outcome/outcome.hpp>
#include <headway/text/text.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// One of the statistics of statistic.hpp without its type, in base units, for what asks the same of many results.
struct asked_statistic {
    enum class kind { mean, quantile, below, above, never };
    kind is = kind::quantile;
    /// Of a quantile.
    double p = 0.5;
    /// Of a probability below or above it.
    double limit = 0.0;
    /// "the median", "the probability of more than 5 million USD".
    std::string words;

    [[nodiscard]] bool is_share() const noexcept { return is != kind::mean && is != kind::quantile; }

    /// Never where it is; so is the mean of what happens in no draw.
    template <class = void>
    [[nodiscard]] double of(const outcome<double>& result) const;
    /// Its standard error; infinite where the draws cannot tell it.
    template <class = void>
    [[nodiscard]] double error_of(const outcome<double>& result) const;
    /// The same of some draws; not a quantile.
    template <class = void>
    [[nodiscard]] double of(std::span<const double> draws) const;
};

/// What one of statistic.hpp is of a result of type T: its value type, and how it is asked without its type.
template <class Statistic, class T>
struct statistic_of {
    static constexpr bool is_one = false;
    static constexpr bool fits = false;
    using value_type = T;
};
template <class T>
struct statistic_of<statistic::mean_of_draws, T> {
    static constexpr bool is_one = true;
    static constexpr bool fits = true;
    using value_type = T;
    [[nodiscard, gnu::cold]] static asked_statistic asked(statistic::mean_of_draws) {
        return {asked_statistic::kind::mean, 0.0, 0.0, "the mean"};
    }
};
template <class T>
struct statistic_of<statistic::quantile, T> {
    static constexpr bool is_one = true;
    static constexpr bool fits = true;
    using value_type = T;
    [[nodiscard, gnu::cold]] static asked_statistic asked(const statistic::quantile& q) {
        require_quantile_probability("quantile", q.p);
        return {asked_statistic::kind::quantile, q.p, 0.0,
                q.p == 0.5 ? "the median" : "the " + to_text(100.0 * q.p, 12) + " % quantile"};
    }
};
template <class T>
[[nodiscard, gnu::cold]] double limit_of_probability(const T& x) {
    const double limit = base_value_of(x);
    if (!(limit == limit)) value_breaks_a_rule("probability", "the value", "must be a number", limit);
    return limit;
}
template <class X, class T>
struct statistic_of<statistic::probability_below<X>, T> {
    static constexpr bool is_one = true;
    static constexpr bool fits = std::is_same_v<X, T>;
    using value_type = double;
    [[nodiscard, gnu::cold]] static asked_statistic asked(const statistic::probability_below<X>& q) {
        return {asked_statistic::kind::below, 0.0, limit_of_probability(q.x),
                (any_date<X> ? "the probability of before " : "the probability of less than ") + to_text(q.x)};
    }
};
template <class X, class T>
struct statistic_of<statistic::probability_above<X>, T> {
    static constexpr bool is_one = true;
    static constexpr bool fits = std::is_same_v<X, T>;
    using value_type = double;
    [[nodiscard, gnu::cold]] static asked_statistic asked(const statistic::probability_above<X>& q) {
        return {asked_statistic::kind::above, 0.0, limit_of_probability(q.x),
                (any_date<X> ? "the probability of after " : "the probability of more than ") + to_text(q.x)};
    }
};
template <class T>
struct statistic_of<statistic::probability_of_never, T> {
    static constexpr bool is_one = true;
    static constexpr bool fits = true;
    using value_type = double;
    [[nodiscard, gnu::cold]] static asked_statistic asked(statistic::probability_of_never) {
        return {asked_statistic::kind::never, 0.0, 0.0, "the probability of never"};
    }
};

/// A statistic that `outcome` has; others do not fit where one is asked for.
template <class S>
concept any_statistic = statistic_of<S, double>::is_one;

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/outcome/bodies/asked_statistic.hpp>
#endif
