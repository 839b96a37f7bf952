// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>

#include <headway/scoring/score.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// The scores of one forecast, in one unit or in logarithms; made by `score_in` or `score_in_logs`.
struct forecast_score {
    double crps;
    double log_score;
    /// F(outcome)
    double pit;
    /// Of the 90 % interval.
    double width;
};

/// The scores of a forecast in a unit: `score_in(usd, belief, outcome)`, `score_in(day, when, date)`, and 1 for plain
/// numbers. \throws std::domain_error as `crps` and `log_score`.
template <any_value T>
[[nodiscard]] forecast_score score_in(const typename belief<T>::difference_type& unit, const belief<T>& forecast,
                                      const T& outcome) {
    const double score = log_score(forecast, outcome, unit);
    const double size = base_value_of(unit);
    return {base_value_of(crps(forecast, outcome)) / size, score, pit(forecast, outcome),
            base_value_of(sharpness(forecast, 0.9)) / size};
}
/// The scores of a forecast in logarithms. \throws std::domain_error as `crps_in_logs` and `log_score_in_logs`.
template <any_value T>
[[nodiscard]] forecast_score score_in_logs(const belief<T>& forecast, const T& outcome) {
    return {crps_in_logs(forecast, outcome), log_score_in_logs(forecast, outcome), pit(forecast, outcome),
            sharpness_in_logs(forecast, 0.9)};
}

/// Mean scores of many forecasts: CRPS, logarithmic score, width of the 90 % interval, coverage of the 50, 80, 90 and
/// 95 % intervals, and the counts of the probability integral transform by tenths.
class score_summary {
  public:
    static constexpr double levels[4] = {0.5, 0.8, 0.9, 0.95};

    /// \throws std::domain_error for a pit that is not between 0 and 1, and another score that is undefined.
    constexpr void add(const forecast_score& s) {
        if (!(s.pit >= 0.0 && s.pit <= 1.0)) {
            detail::value_breaks_a_rule("score_summary::add", "pit", "must be between 0 and 1", s.pit);
        }
        if (is_nan(s.crps) || is_nan(s.log_score) || is_nan(s.width)) {
            detail::value_breaks_a_rule("score_summary::add", "each score", "must be a number",
                                        s.crps + s.log_score + s.width);
        }
        ++count_;
        crps_ += s.crps;
        log_score_ += s.log_score;
        width_ += s.width;
        for (int i = 0; i < 4; ++i) inside_[i] += abs(2.0 * s.pit - 1.0) <= levels[i] ? 1U : 0U;
        const int tenth = static_cast<int>(10.0 * s.pit);
        ++tenths_[tenth < 10 ? tenth : 9];
    }
    /// Adds all forecasts of another summary.
    constexpr void add(const score_summary& other) noexcept {
        count_ += other.count_;
        crps_ += other.crps_;
        log_score_ += other.log_score_;
        width_ += other.width_;
        for (int i = 0; i < 4; ++i) inside_[i] += other.inside_[i];
        for (int i = 0; i < 10; ++i) tenths_[i] += other.tenths_[i];
    }

    [[nodiscard]] constexpr std::uint64_t count() const noexcept { return count_; }
    /// Means. Here and below: \throws std::domain_error if nothing was scored.
    [[nodiscard]] constexpr double crps() const { return crps_ / size("score_summary::crps"); }
    [[nodiscard]] constexpr double log_score() const { return log_score_ / size("score_summary::log_score"); }
    /// The mean width of the 90 % interval.
    [[nodiscard]] constexpr double sharpness() const { return width_ / size("score_summary::sharpness"); }
    /// The share of outcomes within the central interval of one of `levels`. \throws std::domain_error for another
    /// level.
    [[nodiscard]] constexpr double coverage(double level) const {
        for (int i = 0; i < 4; ++i) {
            if (level == levels[i]) return static_cast<double>(inside_[i]) / size("score_summary::coverage");
        }
        detail::value_breaks_a_rule("score_summary::coverage", "level",
                                    "must be 0.5, 0.8, 0.9 or 0.95, which are counted", level);
    }
    /// The number of outcomes whose transform lies from i/10 to (i + 1)/10, i from 0 to 9.
    [[nodiscard]] constexpr std::uint64_t pit_count(int i) const {
        if (!(i >= 0 && i < 10))
            detail::value_breaks_a_rule("score_summary::pit_count", "tenth", "must be from 0 to 9", i);
        return tenths_[i];
    }

  private:
    constexpr double size(const char* function) const {
        if (count_ == 0) detail::nothing_was_scored(function);
        return static_cast<double>(count_);
    }

    std::uint64_t count_ = 0;
    double crps_ = 0.0;
    double log_score_ = 0.0;
    double width_ = 0.0;
    std::uint64_t inside_[4] = {};
    std::uint64_t tenths_[10] = {};
};

}  // namespace headway

#include <headway/header_end.hpp>
