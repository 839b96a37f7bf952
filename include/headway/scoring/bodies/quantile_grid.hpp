// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/scoring/quantile_grid.hpp>

#include <headway/header_begin.hpp>

namespace headway {

template <class>
const char* quantile_grid::why_not(const std::vector<stated_quantile>& stated, std::size_t* where) noexcept {
    std::size_t ignored = 0;
    std::size_t& i = where != nullptr ? *where : ignored;
    i = 0;
    if (stated.empty()) return "there are no quantiles; give at least one";
    for (; i < stated.size(); ++i) {
        const auto [p, x] = stated[i];
        if (!(p >= 0.0 && p <= 1.0)) return "a probability must be between 0 and 1";
        if ((p > 0.0 && p < 1e-12) || (p < 1.0 && 1.0 - p < 1e-12)) {
            return "a probability must be 0, 1 or at least 1e-12 from both";
        }
        if (!((x >= -1e150 && x <= 1e150) || x == detail::infinity)) {
            return "a quantile must be a number from -1e150 to 1e150, or infinite for never";
        }
        if (i > 0 && !(p > stated[i - 1].probability)) return "the probabilities must increase";
        if (i > 0 && !(x >= stated[i - 1].value)) return "the quantiles must not decrease";
    }
    return nullptr;
}
HEADWAY_INSTANTIATE(const char* quantile_grid::why_not<>(const std::vector<stated_quantile>& stated,
                                                         std::size_t* where));

template <class>
double quantile_grid::quantile(double p) const {
    if (!(p >= 0.0 && p <= 1.0)) {
        detail::value_breaks_a_rule("quantile_grid::quantile", "probability", "must be between 0 and 1", p);
    }
    const std::size_t n = finite_count();
    if (n == 0) return detail::infinity;
    const auto [first, lowest] = stated_[0];
    const auto [last, highest] = stated_[n - 1];
    if (p < first) {
        const double scale = lower_scale();
        return scale > 0.0 ? lowest + scale * log(p / first) : lowest;
    }
    if (p > last) {
        if (n < size()) return detail::infinity;
        const double scale = upper_scale();
        return scale > 0.0 ? highest - scale * log((1.0 - p) / (1.0 - last)) : highest;
    }
    std::size_t i = 0;
    while (i + 1 < n && stated_[i + 1].probability < p) ++i;
    if (i + 1 == n || p == stated_[i].probability) return stated_[i].value;
    if (p == stated_[i + 1].probability) return stated_[i + 1].value;
    const double share = (p - stated_[i].probability) / (stated_[i + 1].probability - stated_[i].probability);
    return stated_[i].value + share * (stated_[i + 1].value - stated_[i].value);
}
HEADWAY_INSTANTIATE(double quantile_grid::quantile<>(double p) const);

template <class>
double quantile_grid::cdf(double x) const noexcept {
    const std::size_t n = finite_count();
    if (!(x < detail::infinity)) return 1.0;
    if (n == 0 || x < stated_[0].value) return n == 0 ? 0.0 : lower_tail(x);
    if (x >= stated_[n - 1].value) return n < size() ? stated_[n - 1].probability : 1.0 - upper_tail(x);
    std::size_t i = n - 1;
    while (stated_[i].value > x) --i;
    const double share = (x - stated_[i].value) / (stated_[i + 1].value - stated_[i].value);
    return stated_[i].probability + share * (stated_[i + 1].probability - stated_[i].probability);
}
HEADWAY_INSTANTIATE(double quantile_grid::cdf<>(double x) const);

template <class>
double quantile_grid::mass(double x) const noexcept {
    if (x == detail::infinity) return probability_never();
    const std::size_t n = finite_count();
    double low = 2.0;
    double high = -1.0;
    for (std::size_t i = 0; i < n; ++i) {
        if (stated_[i].value != x) continue;
        low = min(low, i == 0 && !(lower_scale() > 0.0) ? 0.0 : stated_[i].probability);
        high = max(high, i + 1 == n && n == size() && !(upper_scale() > 0.0) ? 1.0 : stated_[i].probability);
    }
    return high > low ? high - low : 0.0;
}
HEADWAY_INSTANTIATE(double quantile_grid::mass<>(double x) const);

template <class>
double quantile_grid::crps(double y, double horizon) const noexcept {
    if (horizon < y) y = horizon;
    const std::size_t n = finite_count();
    if (n == 0) return horizon - y;
    double sum = integral_of_lower_tail(min(y, horizon), min(stated_[0].value, horizon));
    for (std::size_t i = 0; i + 1 < n; ++i) sum += integral_of_piece(stated_[i], stated_[i + 1], y, horizon);
    return sum + integral_above(max(y, stated_[n - 1].value), horizon);
}
HEADWAY_INSTANTIATE(double quantile_grid::crps<>(double y, double horizon) const);

template <class>
double quantile_grid::log_score(double y, double horizon) const noexcept {
    const double own =
        !(y < horizon) ? 1.0 - (horizon < detail::infinity ? cdf(horizon) : 1.0 - probability_never()) : mass(y);
    const double density = own > 0.0 || !(y < horizon) ? own : density_at(y);
    return density > 0.0 ? -log(density) : detail::infinity;
}
HEADWAY_INSTANTIATE(double quantile_grid::log_score<>(double y, double horizon) const);

template <class>
double quantile_grid::integral_of_lower_tail(double y, double end) const noexcept {
    const double scale = lower_scale();
    const double from = min(y, end);
    const double at_from = lower_tail(from);
    const double at_end = lower_tail(end);
    return 0.5 * scale * at_from * at_from + (end - from) - 2.0 * scale * (at_end - at_from) +
           0.5 * scale * (at_end * at_end - at_from * at_from);
}
HEADWAY_INSTANTIATE(double quantile_grid::integral_of_lower_tail<>(double y, double end) const);

template <class>
double quantile_grid::integral_of_piece(stated_quantile a, stated_quantile b, double y, double horizon) noexcept {
    if (!(horizon > a.value) || a.value == b.value) return 0.0;
    const auto at = [&](double x) {
        return a.probability + (x - a.value) / (b.value - a.value) * (b.probability - a.probability);
    };
    const double end = min(b.value, horizon);
    const double middle = detail::clamped(y, a.value, end);
    const double at_middle = at(middle);
    const double at_end = horizon < b.value ? at(end) : b.probability;
    const auto third = [](double f, double g) { return (f * f + f * g + g * g) / 3.0; };
    return (middle - a.value) * third(a.probability, at_middle) +
           (end - middle) * third(1.0 - at_middle, 1.0 - at_end);
}
HEADWAY_INSTANTIATE(double quantile_grid::integral_of_piece<>(stated_quantile a, stated_quantile b, double y,
                                                              double horizon));

template <class>
double quantile_grid::integral_above(double from, double horizon) const noexcept {
    const auto [p, highest] = stated_[finite_count() - 1];
    if (!(horizon > highest)) return 0.0;
    const double up_to_y = min(from, horizon) - highest;
    const double beyond = horizon - min(from, horizon);
    if (finite_count() < size()) return up_to_y * p * p + (p < 1.0 ? beyond * (1.0 - p) * (1.0 - p) : 0.0);
    const double scale = upper_scale();
    const double q = scale > 0.0 ? 1.0 - p : 0.0;
    const double at_from = scale > 0.0 ? upper_tail(min(from, horizon)) : 0.0;
    const double at_end = scale > 0.0 && horizon < detail::infinity ? upper_tail(horizon) : 0.0;
    return up_to_y - 2.0 * scale * (q - at_from) + 0.5 * scale * (q * q - at_from * at_from) +
           0.5 * scale * (at_from * at_from - at_end * at_end);
}
HEADWAY_INSTANTIATE(double quantile_grid::integral_above<>(double from, double horizon) const);

template <class>
double quantile_grid::density_at(double y) const noexcept {
    const std::size_t n = finite_count();
    double density = 0.0;
    if (n == 0) return density;
    if (y <= stated_[0].value && lower_scale() > 0.0) density = lower_tail(y) / lower_scale();
    if (y >= stated_[n - 1].value && upper_scale() > 0.0) density = max(density, upper_tail(y) / upper_scale());
    for (std::size_t i = 0; i + 1 < n; ++i) {
        const auto& a = stated_[i];
        const auto& b = stated_[i + 1];
        if (a.value <= y && y <= b.value && a.value < b.value) {
            density = max(density, (b.probability - a.probability) / (b.value - a.value));
        }
    }
    return density;
}
HEADWAY_INSTANTIATE(double quantile_grid::density_at<>(double y) const);

HEADWAY_OUT_OF_LINE quantile_grid::quantile_grid(std::vector<stated_quantile> stated) : stated_(std::move(stated)) {
    const char* const why = why_not(stated_);
    if (why != nullptr) throw std::domain_error(std::string("quantile_grid: ") + why);
}

HEADWAY_OUT_OF_LINE double quantile_grid::probability_never() const noexcept {
    if (is_finite(stated_.back().value)) return 0.0;
    const std::size_t n = finite_count();
    return n == 0 ? 1.0 : 1.0 - stated_[n - 1].probability;
}

HEADWAY_OUT_OF_LINE bool quantile_grid::covers(double y, double level) const {
    const auto [lo, hi] = interval(level);
    return lo <= y && y <= hi;
}

HEADWAY_OUT_OF_LINE double quantile_grid::width(double level) const {
    const auto [lo, hi] = interval(level);
    return hi > lo ? hi - lo : 0.0;
}

HEADWAY_OUT_OF_LINE double quantile_grid::tail_of(double level) {
    if (!(level > 0.0 && level < 1.0)) {
        detail::value_breaks_a_rule("quantile_grid", "level", "must be between 0 and 1 (0.9 for a 90 % interval)",
                                    level);
    }
    // 0.1 of 80 %, which 1 - 0.8 misses by a bit.
    return 0.5 * (floor((1.0 - level) * 1e12 + 0.5) / 1e12);
}

HEADWAY_OUT_OF_LINE std::size_t quantile_grid::finite_count() const noexcept {
    std::size_t n = size();
    while (n > 0 && !is_finite(stated_[n - 1].value)) --n;
    return n;
}

HEADWAY_OUT_OF_LINE double quantile_grid::lower_scale() const noexcept {
    if (finite_count() < 2) return 0.0;
    const auto [p, x] = stated_[0];
    return (p / (stated_[1].probability - p)) * (stated_[1].value - x);
}

HEADWAY_OUT_OF_LINE double quantile_grid::upper_scale() const noexcept {
    const std::size_t n = finite_count();
    if (n < 2 || n < size()) return 0.0;
    const auto [p, x] = stated_[n - 1];
    return ((1.0 - p) / (p - stated_[n - 2].probability)) * (x - stated_[n - 2].value);
}

HEADWAY_OUT_OF_LINE double quantile_grid::lower_tail(double x) const noexcept {
    const double scale = lower_scale();
    return scale > 0.0 ? stated_[0].probability * exp((x - stated_[0].value) / scale) : 0.0;
}

HEADWAY_OUT_OF_LINE double quantile_grid::upper_tail(double x) const noexcept {
    const double scale = upper_scale();
    const auto [p, highest] = stated_[finite_count() - 1];
    return scale > 0.0 ? (1.0 - p) * exp((highest - x) / scale) : 0.0;
}

}  // namespace headway

#include <headway/header_end.hpp>
