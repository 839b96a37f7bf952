// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <stdexcept>
#include <utility>
#include <vector>

#include <headway/inference/detail/inputs_of_draws.hpp>
#include <headway/outcome/paired_difference.hpp>

#include <headway/header_begin.hpp>

namespace headway {

namespace detail {

/// By how much each draw moves the mean of the draws that happen.
template <class = void>
[[nodiscard]] std::vector<double> moves_of_mean(const weighted_record& record);

/// The standard error of the difference of two means on common draws: by how much each draw, or each scrambling, moves one
/// more than the other.
template <class = void>
[[nodiscard]] double error_of_difference(const weighted_record& a, const weighted_record& b);

template <class = void>
void require_same_weights(const weighted_record& a, const weighted_record& b);

/// -1 where the first is below the second, 1 where it is above, with their weights.
template <class = void>
[[nodiscard]] weighted_record signs_of_difference(const weighted_record& a, const weighted_record& b);

/// The share of the weight in which both happen.
template <class = void>
[[nodiscard]] double share_of_both(const weighted_record& a, const weighted_record& b);

}  // namespace detail

/// The difference of one output between two scenarios that were updated by the same observations, on common draws: the mean
/// of the first less that of the second, each over the draws in which it happens, a span of time for dates. Its standard error
/// (delta method, by draw or by scrambling) counts what the two share; `unpaired_standard_error()` is that of two separate runs.
/// Where a scenario leaves alone what was observed, the draws have the same weights in both, and what they share cancels. Where
/// it changes that, the observation weighs them otherwise: the means differ all the same, with an error about that of separate
/// runs; who is above whom draw by draw is then not defined, and `probability_below()` and its like say so.
template <any_value T>
class weighted_difference {
  public:
    using difference_type = typename value_traits<T>::difference_type;

    weighted_difference(detail::weighted_record first, detail::weighted_record second)
        : first_(std::move(first)), second_(std::move(second)) {}

    /// \throws std::domain_error, as those below, where one of the two is never in every draw.
    [[nodiscard]] difference_type mean() const { return span(first_.mean() - second_.mean()); }
    [[nodiscard]] difference_type standard_error() const {
        return span(detail::error_of_difference(first_, second_));
    }
    [[nodiscard]] difference_type unpaired_standard_error() const {
        const double a = first_.mean_error();
        const double b = second_.mean_error();
        return span(sqrt(a * a + b * b));
    }

    /// The share of the weight in which both happen. \throws std::domain_error where one may be never and the two are weighed
    /// otherwise.
    [[nodiscard]] double probability_both_happen() const { return detail::share_of_both(first_, second_); }

    /// Over all draws; never is above every value, and two nevers are equal.
    /// \throws std::domain_error where the two are weighed otherwise.
    [[nodiscard]] double probability_below() const { return signs().share("probability_below", is_below); }
    [[nodiscard]] double probability_equal() const { return signs().share("probability_equal", is_equal); }
    [[nodiscard]] double probability_above() const { return signs().share("probability_above", is_above); }
    [[nodiscard]] double probability_below_standard_error() const { return error_of("probability_below", is_below); }
    [[nodiscard]] double probability_equal_standard_error() const { return error_of("probability_equal", is_equal); }
    [[nodiscard]] double probability_above_standard_error() const { return error_of("probability_above", is_above); }
    /// The probability that the first beats the second: is lower, or higher, as asked. Ties are told apart.
    [[nodiscard]] chance_to_beat beats(better preferred) const {
        if (preferred == better::lower) {
            return {probability_below(), probability_below_standard_error(), probability_equal()};
        }
        return {probability_above(), probability_above_standard_error(), probability_equal()};
    }

  private:
    static constexpr auto is_below = [](double sign) { return sign < 0.0; };
    static constexpr auto is_equal = [](double sign) { return sign == 0.0; };
    static constexpr auto is_above = [](double sign) { return sign > 0.0; };

    [[nodiscard]] static difference_type span(double base) { return value_from_base<difference_type>(base); }
    [[nodiscard]] detail::weighted_record signs() const { return detail::signs_of_difference(first_, second_); }
    [[nodiscard]] double error_of(const char* function, detail::weighted_record::condition met) const {
        const detail::weighted_record all = signs();
        return all.share_error(all.share(function, met), met);
    }

    detail::weighted_record first_;
    detail::weighted_record second_;
};

}  // namespace headway

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/inference/bodies/weighted_difference.hpp>
#endif
