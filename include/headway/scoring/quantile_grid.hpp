// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <headway/distribution/component.hpp>
#include <headway/math/check.hpp>
#include <headway/math/math.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// The value below which a forecaster puts this probability.
struct stated_quantile {
    double probability;
    double value;
    friend constexpr bool operator==(const stated_quantile&, const stated_quantile&) noexcept = default;
};

/// A forecast as its quantiles, plain numbers in some unit, and its scores. Between stated quantiles the quantile function is a
/// straight line (every value between two of them equally likely), so that all scores are closed forms. Convention of the
/// tails: beyond the outermost stated quantiles the density goes on as it is there and falls off exponentially, with the
/// probability that is left; quantiles of 0 and of 1 are ends beyond which nothing lies. A single quantile is a point
/// forecast, sure of its value. A value that stands at several probabilities has the probability between them of its own.
/// Infinite values, at the upper end only, are *never*: all the probability above the last finite one.
class quantile_grid {
  public:
    /// Sure of 0.
    quantile_grid() : stated_{{0.5, 0.0}} {}
    /// \throws std::domain_error for none, probabilities outside [0, 1], nearer to an end than 1e-12 or not increasing, values
    /// that are not numbers, beyond 1e150 on either side, or decrease.
    explicit quantile_grid(std::vector<stated_quantile> stated);
    /// What makes these no forecast, in words; nullptr where they are one. `where`, if it is given, becomes the place of the
    /// quantile at fault.
    template <class = void>
    [[nodiscard, gnu::cold]] static const char* why_not(const std::vector<stated_quantile>& stated,
                                                        std::size_t* where = nullptr) noexcept;

    [[nodiscard]] std::size_t size() const noexcept { return stated_.size(); }
    [[nodiscard]] std::vector<stated_quantile>::const_iterator begin() const noexcept { return stated_.begin(); }
    [[nodiscard]] std::vector<stated_quantile>::const_iterator end() const noexcept { return stated_.end(); }
    /// The probability of never; what is above the last finite quantile.
    [[nodiscard]] double probability_never() const noexcept;

    /// \throws std::domain_error for p outside [0, 1].
    template <class = void>
    [[nodiscard]] double quantile(double p) const;

    /// P(X <= x).
    template <class = void>
    [[nodiscard]] double cdf(double x) const noexcept;
    /// P(X = x).
    template <class = void>
    [[nodiscard]] double mass(double x) const noexcept;

    /// The continuous ranked probability score ∫ (F(t) - 1{t >= y})² dt, in the unit of the values, over t < `horizon`: what
    /// is later counts as the horizon, an outcome `y` of never too. Lower is better; of a point forecast the distance.
    /// Infinite where never is possible and no horizon is given.
    template <class = void>
    [[nodiscard]] double crps(double y, double horizon = detail::infinity) const noexcept;

    /// The logarithmic score: -ln of the density at y, per unit of the values; where y has a probability of its own, of that
    /// (never, and what is not below the horizon, among it). Infinite for an outcome taken to be impossible.
    template <class = void>
    [[nodiscard]] double log_score(double y, double horizon = detail::infinity) const noexcept;

    /// The central interval of this level. Here and below: \throws std::domain_error for a level outside (0, 1).
    [[nodiscard]] std::pair<double, double> interval(double level) const {
        return {quantile(tail_of(level)), quantile(1.0 - tail_of(level))};
    }
    /// Whether y lies in it, ends included.
    [[nodiscard]] bool covers(double y, double level) const;
    /// Its width.
    [[nodiscard]] double width(double level) const;

    friend bool operator==(const quantile_grid& a, const quantile_grid& b) noexcept { return a.stated_ == b.stated_; }

  private:
    static double tail_of(double level);
    [[nodiscard]] std::size_t finite_count() const noexcept;
    /// Of the exponential tails: the distance over which they fall by e; 0 where there is none.
    [[nodiscard]] double lower_scale() const noexcept;
    [[nodiscard]] double upper_scale() const noexcept;
    /// F(x) for x below the lowest quantile, and 1 - F(x) above the highest.
    [[nodiscard]] double lower_tail(double x) const noexcept;
    [[nodiscard]] double upper_tail(double x) const noexcept;

    /// Of F² up to y, of (1 - F)² from there to `end`, which is not above the lowest quantile.
    template <class = void>
    [[nodiscard]] double integral_of_lower_tail(double y, double end) const noexcept;
    template <class = void>
    [[nodiscard]] static double integral_of_piece(stated_quantile a, stated_quantile b, double y,
                                                  double horizon) noexcept;
    /// Above the highest finite quantile: of F² up to `from`, which is y where that lies higher, of (1 - F)² beyond.
    template <class = void>
    [[nodiscard]] double integral_above(double from, double horizon) const noexcept;

    /// Where it jumps the greater of its two sides.
    template <class = void>
    [[nodiscard]] double density_at(double y) const noexcept;

    std::vector<stated_quantile> stated_;
};

}  // namespace headway

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/scoring/bodies/quantile_grid.hpp>
#endif
