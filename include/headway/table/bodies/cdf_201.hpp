// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/table/cdf_201.hpp>

#include <headway/header_begin.hpp>

namespace headway::report::detail {

template <class>
std::array<double, cdf_points> cdf_places(double low, double high, std::optional<double> zero) {
    if (!(low < high) || !(high - low - (high - low) == 0.0)) {
        throw std::domain_error("cdf_201: low must be below high, both finite, got " + to_text(low) + " and " + to_text(high) +
                                " (in base units)");
    }
    if (zero && !(*zero < low) && !(*zero > high)) {
        throw std::domain_error("cdf_201: zero_point must lie outside the range, got " + to_text(*zero) + " (in base units)");
    }
    std::array<double, cdf_points> places{};
    for (std::size_t i = 0; i < cdf_points; ++i) {
        const double share = static_cast<double>(i) / 200.0;
        if (!zero) {
            places[i] = low + (high - low) * share;
        } else {
            // Equal factors of the distance from the zero point.
            places[i] = *zero + (low - *zero) * exp(share * log((high - *zero) / (low - *zero)));
        }
    }
    places.front() = low;
    places.back() = high;
    return places;
}
HEADWAY_INSTANTIATE(std::array<double, cdf_points> cdf_places<>(double low, double high, std::optional<double> zero));

template <class>
void cap_cdf_steps(std::array<double, cdf_points - 1>& steps) {
    std::array<double, cdf_points - 1> sorted = steps;
    std::sort(sorted.begin(), sorted.end(), [](double a, double b) { return a > b; });
    double left = 0.0;
    for (const double step : sorted) left += step;
    double uncapped = left;
    double factor = 1.0;
    for (const double step : sorted) {
        factor = left / uncapped;
        if (step * factor <= greatest_cdf_step) break;
        left -= greatest_cdf_step;
        uncapped -= step;
    }
    for (double& step : steps) step = std::min(greatest_cdf_step, step * factor);
}
HEADWAY_INSTANTIATE(void cap_cdf_steps<>(std::array<double, cdf_points - 1>& steps));

template <class>
std::array<double, cdf_points> site_cdf(std::array<double, cdf_points> shares, bool open_lower, bool open_upper) {
    const double from = open_lower ? 0.0 : shares.front();
    const double within = (open_upper ? 1.0 : shares.back()) - from;
    if (!(within > 0.0)) {
        throw std::domain_error("cdf_201: no draw lies in the range, whose ends are closed; widen it, or open an end");
    }
    const double first = open_lower ? beyond_open_end : 0.0;
    const double last = open_upper ? beyond_open_end : 0.0;
    for (std::size_t i = 0; i < cdf_points; ++i) {
        const double place = static_cast<double>(i) / 200.0;
        shares[i] = first + (0.99 - first - last) * ((shares[i] - from) / within) + 0.01 * place;
    }
    std::array<double, cdf_points - 1> steps{};
    for (std::size_t i = 0; i + 1 < cdf_points; ++i) steps[i] = shares[i + 1] - shares[i];
    cap_cdf_steps(steps);
    for (std::size_t i = 0; i + 2 < cdf_points; ++i) shares[i + 1] = shares[i] + steps[i];
    // The site rounds to ten decimals before it looks.
    for (double& share : shares) share = floor(share * 1e10 + 0.5) / 1e10;
    return shares;
}
HEADWAY_INSTANTIATE(std::array<double, cdf_points> site_cdf<>(std::array<double, cdf_points> shares, bool open_lower,
                    bool open_upper));

}  // namespace headway::report::detail

#include <headway/header_end.hpp>
