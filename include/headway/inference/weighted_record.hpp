// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <memory>
#include <mutex>
#include <span>
#include <utility>
#include <vector>

#include <headway/inference/draw_weights.hpp>
#include <headway/outcome/outcome.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// Shares of the weight in equal bins, and outside them.
struct bin_shares {
    std::vector<double> bins;
    double below = 0.0;
    double above = 0.0;
    double never = 0.0;
};

/// What `weighted_outcome` knows, without its type: kept draws of one output with their weights, in base units. A mean is the
/// ratio of two sums over the draws, whose error follows from how far each draw moves it (the delta method), of Sobol' points
/// from how far each scrambling does; shares and quantiles likewise.
/// Source: Owen, Monte Carlo theory, methods and examples (2013), 9.2; Korn and Graubard, Survey Methodology 24 (1998)
/// 193-201, for intervals of shares; Woodruff, Journal of the American Statistical Association 47 (1952) 635-646, of quantiles.
template <class = void>
class basic_weighted_record {
  public:
    basic_weighted_record(draw_record draws, std::shared_ptr<const draw_weights> weights);

    [[nodiscard]] const draw_record& draws() const noexcept { return draws_; }
    [[nodiscard]] const std::shared_ptr<const draw_weights>& weights() const noexcept { return weights_; }
    [[nodiscard]] std::span<const double> values() const noexcept;
    /// Of the draws.
    [[nodiscard]] double effective() const noexcept { return weights_->effective_draws(); }

    // ---- Moments, over the draws that happen ---------------------------------------------------------------------------

    [[nodiscard]] double mean() const { return moments_of("mean", false).mean; }
    [[nodiscard]] double stddev() const { return sqrt(moments_of("stddev", true).variance); }
    [[nodiscard]] double mean_error() const;
    [[nodiscard]] double stddev_error() const;
    [[nodiscard]] base_interval mean_interval(double level) const;

    // ---- Quantiles -----------------------------------------------------------------------------------------------------

    /// Between neighbouring draws by linear interpolation, each gap having half of the weight of either: type 7 of Hyndman
    /// and Fan where all weights are equal.
    [[nodiscard]] std::vector<double> quantiles(std::span<const double> probabilities) const;
    [[nodiscard]] double quantile(double p) const { return quantiles(std::array{p}).front(); }
    [[nodiscard]] double quantile_error(double p) const;
    [[nodiscard]] base_interval quantile_interval(double p, double level) const;

    // ---- Probabilities -------------------------------------------------------------------------------------------------

    using condition = function_ref<bool(double draw)>;
    [[nodiscard]] double share(const char* function, condition met) const;
    [[nodiscard]] double share_never() const {
        return share("probability_never", [](double x) { return !(x < never_value); });
    }
    /// A share of none or of all of the weight has the error that one effective draw more or less would make.
    [[nodiscard]] double share_error(double share, condition met) const;
    [[nodiscard]] base_interval share_interval(double share, condition met, double level) const;
    /// The share of the weight from each edge to below the next, the last bin with both its ends.
    [[nodiscard]] std::vector<double> shares_between(const std::vector<double>& edges) const;
    [[nodiscard]] bin_shares histogram(double from, double to, std::size_t bins) const;

    /// The draws for which `condition` holds of those of `other`, with their weights.
    [[nodiscard]] basic_weighted_record given(const basic_weighted_record& other, condition met) const;

    void require_weight(const char* function) const;

  private:
    /// The draws that have weight, in order of their values, and where on an axis of weight they stand.
    struct sorted_draws {
        std::once_flag once;
        std::vector<double> value;
        std::vector<double> place;
    };
    [[nodiscard]] const sorted_draws& sorted() const;

    /// Moments of the draws that happen; with `weight` their sum of weights, `effective` their effective number.
    struct happening {
        double weight = 0.0;
        double effective = 0.0;
        double mean = 0.0;
        double variance = 0.0;
        double shrinkage = 1.0;  ///< the variance about the mean of the draws themselves, over `variance`
    };
    [[nodiscard]] happening everything() const { return {weights_->sum(), effective(), 0.0, 0.0, 1.0}; }
    [[nodiscard]] happening moments_of(const char* function, bool two) const;

    struct ratio_spread {
        double error;
        double skewness;
    };
    /// Of a ratio of sums of weights: by how much each draw, or each scrambling, moves it, `off(x)` per its share of the
    /// weight. Draws that are no part of the ratio have an `off` of zero.
    template <class Off>
    [[nodiscard]] ratio_spread spread(const happening& over, Off off) const {
        const auto x = values();
        const auto w = weights_->relative();
        double squares = 0.0;
        double cubes = 0.0;
        double between = 0.0;
        for (const auto& p : weights_->parts()) {
            double lanes[3][sum_lanes] = {};
            for (std::size_t i = p.first; i < p.last; ++i) {
                const double moved = w[i] > 0.0 ? w[i] * off(x[i]) : 0.0;
                lanes[0][i % sum_lanes] += moved;
                lanes[1][i % sum_lanes] += moved * moved;
                lanes[2][i % sum_lanes] += moved * moved * moved;
            }
            const double all = together(lanes[0]);
            between += all * all;
            squares += together(lanes[1]);
            cubes += together(lanes[2]);
        }
        const double root = sqrt(squares);
        const double skewness = squares > 0.0 ? cubes / (squares * root) : 0.0;
        const double parts = static_cast<double>(weights_->parts().size());
        if (parts > 1.0) return {sqrt(between * parts / (parts - 1.0)) / over.weight, skewness};
        const double n = over.effective;
        return {(n > 1.0 ? sqrt(n / (n - 1.0)) : 1.0) * root / over.weight, skewness};
    }
    /// `f(x, w)` added up over all draws, in sums that meet in a fixed order.
    template <class F>
    [[nodiscard]] double sum(F f) const {
        const auto x = values();
        const auto w = weights_->relative();
        double lanes[sum_lanes] = {};
        for (std::size_t i = 0; i < x.size(); ++i) lanes[i % sum_lanes] += f(x[i], w[i]);
        return together(lanes);
    }

    void require_two(const char* function) const;
    [[nodiscard]] double degrees_of_freedom(double effective) const noexcept;
    [[nodiscard]] double floored(double share, double error) const noexcept;
    /// Half the interval of a share over scramblings, never less than what so many effective draws leave possible.
    [[nodiscard]] double half_width(double error, double level) const noexcept {
        return std::max(student_factor(degrees_of_freedom(0.0), level) * error, -expm1(log1p(-level) / effective()));
    }
    /// So many draws of equal weight would know a share to this error.
    [[nodiscard]] double equal_draws(double share, double error) const noexcept;
    /// Of the share below the p-quantile, to which those that equal it add what p takes of them.
    [[nodiscard]] double error_of_share_below_quantile(double p) const;

    draw_record draws_;
    std::shared_ptr<const draw_weights> weights_;
    std::shared_ptr<const std::vector<double>> joined_;
    std::shared_ptr<sorted_draws> order_;
};
HEADWAY_ELSEWHERE(class basic_weighted_record<>);
using weighted_record = basic_weighted_record<>;

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/inference/bodies/weighted_record.hpp>
#endif
