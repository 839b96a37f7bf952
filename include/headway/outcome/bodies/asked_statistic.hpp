// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/outcome/asked_statistic.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
double asked_statistic::of(const outcome<double>& result) const {
    switch (is) {
    case kind::mean:
        return result.record().total().count == 0 ? never_value : result.mean();
    case kind::quantile:
        return result.quantile(p);
    case kind::below:
        return result.probability_below(limit);
    case kind::above:
        return result.probability_above(limit);
    case kind::never:
        break;
    }
    return result.probability_never();
}
HEADWAY_INSTANTIATE(double asked_statistic::of<>(const outcome<double>& result) const);

template <class>
double asked_statistic::error_of(const outcome<double>& result) const {
    switch (is) {
    case kind::mean:
        return result.record().total().count < 2 ? never_value : result.standard_error();
    case kind::quantile:
        return result.quantile_standard_error(p);
    case kind::below:
        return result.probability_below_standard_error(limit);
    case kind::above:
        return result.probability_above_standard_error(limit);
    case kind::never:
        break;
    }
    return result.probability_never_standard_error();
}
HEADWAY_INSTANTIATE(double asked_statistic::error_of<>(const outcome<double>& result) const);

template <class>
double asked_statistic::of(std::span<const double> draws) const {
    const auto share_of = [&](auto met) {
        std::size_t count = 0;
        for (const double x : draws) count += met(x) ? 1U : 0U;
        return static_cast<double>(count) / static_cast<double>(draws.size());
    };
    switch (is) {
    case kind::mean: {
        double sum = 0.0;
        std::size_t happened = 0;
        for (const double x : draws) {
            sum += x < never_value ? x : 0.0;
            happened += x < never_value ? 1U : 0U;
        }
        return happened == 0 ? never_value : sum / static_cast<double>(happened);
    }
    case kind::below:
        return share_of([this](double x) { return x < limit; });
    case kind::above:
        return share_of([this](double x) { return x > limit; });
    case kind::quantile:
    case kind::never:
        break;
    }
    return share_of([](double x) { return !(x < never_value); });
}
HEADWAY_INSTANTIATE(double asked_statistic::of<>(std::span<const double> draws) const);

}  // namespace headway::detail

#include <headway/header_end.hpp>
