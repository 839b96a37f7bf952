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
[[nodiscard]] std::vector<double> moves_of_mean(const weighted_record& record) {
    const double mean = record.mean();
    const auto x = record.values();
    const auto w = record.weights()->relative();
    double all = 0.0;
    for (std::size_t i = 0; i < x.size(); ++i) all += x[i] < never_value ? w[i] : 0.0;
    std::vector<double> moves(x.size(), 0.0);
    for (std::size_t i = 0; i < x.size(); ++i) {
        if (w[i] > 0.0 && x[i] < never_value) moves[i] = w[i] / all * (x[i] - mean);
    }
    return moves;
}
HEADWAY_INSTANTIATE(std::vector<double> moves_of_mean<>(const weighted_record& record));

/// The standard error of the difference of two means on common draws: by how much each draw, or each scrambling, moves one
/// more than the other.
template <class = void>
[[nodiscard]] double error_of_difference(const weighted_record& a, const weighted_record& b) {
    const std::vector<double> first = moves_of_mean(a);
    const std::vector<double> second = moves_of_mean(b);
    double squares = 0.0;
    double between = 0.0;
    for (const auto& p : a.weights()->parts()) {
        double part = 0.0;
        for (std::size_t i = p.first; i < p.last; ++i) {
            const double moved = first[i] - second[i];
            part += moved;
            squares += moved * moved;
        }
        between += part * part;
    }
    const double parts = static_cast<double>(a.weights()->parts().size());
    if (parts > 1.0) return sqrt(between * parts / (parts - 1.0));
    const double n = min(a.effective(), b.effective());
    if (!(n > 1.0)) throw std::domain_error("standard_error: needs at least 2 draws with weight; draw more");
    return sqrt(squares * n / (n - 1.0));
}
HEADWAY_INSTANTIATE(double error_of_difference<>(const weighted_record& a, const weighted_record& b));

template <class = void>
void require_same_weights(const weighted_record& a, const weighted_record& b) {
    const auto v = a.weights()->relative();
    const auto w = b.weights()->relative();
    if (std::equal(v.begin(), v.end(), w.begin(), w.end())) return;
    throw std::domain_error(
        "difference: the scenarios change what was observed, so that a draw has another weight in each, and none has "
        "both results by one; ask for mean(), or each outcome for its probability_below(x)");
}
HEADWAY_INSTANTIATE(void require_same_weights<>(const weighted_record& a, const weighted_record& b));

/// -1 where the first is below the second, 1 where it is above, with their weights.
template <class = void>
[[nodiscard]] weighted_record signs_of_difference(const weighted_record& a, const weighted_record& b) {
    require_same_weights(a, b);
    const auto x = a.values();
    const auto y = b.values();
    std::vector<double> signs(x.size());
    for (std::size_t i = 0; i < signs.size(); ++i) signs[i] = x[i] < y[i] ? -1.0 : x[i] > y[i] ? 1.0 : 0.0;
    return {draw_record(a.weights()->shared_identity(), column_of_input(signs, 0.0, *a.weights())), a.weights()};
}
HEADWAY_INSTANTIATE(weighted_record signs_of_difference<>(const weighted_record& a, const weighted_record& b));

/// The share of the weight in which both happen.
template <class = void>
[[nodiscard]] double share_of_both(const weighted_record& a, const weighted_record& b) {
    const auto x = a.values();
    const auto y = b.values();
    const auto happens = [](double value) { return value < never_value; };
    if (std::all_of(x.begin(), x.end(), happens) && std::all_of(y.begin(), y.end(), happens)) return 1.0;
    require_same_weights(a, b);
    const auto w = a.weights()->relative();
    double both = 0.0;
    double all = 0.0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        all += w[i];
        if (happens(x[i]) && happens(y[i])) both += w[i];
    }
    return both / all;
}
HEADWAY_INSTANTIATE(double share_of_both<>(const weighted_record& a, const weighted_record& b));

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
