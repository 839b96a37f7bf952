// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/inference/weighted_difference.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
std::vector<double> moves_of_mean(const weighted_record& record) {
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

template <class>
double error_of_difference(const weighted_record& a, const weighted_record& b) {
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

template <class>
void require_same_weights(const weighted_record& a, const weighted_record& b) {
    const auto v = a.weights()->relative();
    const auto w = b.weights()->relative();
    if (std::equal(v.begin(), v.end(), w.begin(), w.end())) return;
    throw std::domain_error(
        "difference: the scenarios change what was observed, so that a draw has another weight in each, and none has "
        "both results by one; ask for mean(), or each outcome for its probability_below(x)");
}
HEADWAY_INSTANTIATE(void require_same_weights<>(const weighted_record& a, const weighted_record& b));

template <class>
weighted_record signs_of_difference(const weighted_record& a, const weighted_record& b) {
    require_same_weights(a, b);
    const auto x = a.values();
    const auto y = b.values();
    std::vector<double> signs(x.size());
    for (std::size_t i = 0; i < signs.size(); ++i) signs[i] = x[i] < y[i] ? -1.0 : x[i] > y[i] ? 1.0 : 0.0;
    return {draw_record(a.weights()->shared_identity(), column_of_input(signs, 0.0, *a.weights())), a.weights()};
}
HEADWAY_INSTANTIATE(weighted_record signs_of_difference<>(const weighted_record& a, const weighted_record& b));

template <class>
double share_of_both(const weighted_record& a, const weighted_record& b) {
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

}  // namespace headway::detail

#include <headway/header_end.hpp>
