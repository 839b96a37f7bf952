// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <headway/math/elementary.hpp>
#include <headway/outcome/draw_column.hpp>
#include <headway/outcome/draw_record.hpp>
#include <headway/outcome/run_identity.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// Of what follows from no draws, or from draws that all are impossible.
[[noreturn, gnu::cold]] inline void no_draw_has_weight(const char* function) {
    throw std::domain_error(
        std::string(function) +
        ": no draw here could have given what was observed; merge the shards of the run first, draw more, "
        "or widen the error");
}

/// Draws that are not those of a run, kept as one range.
template <class = void>
[[nodiscard]] draw_column kept_column(const std::vector<double>& values, double pivot);

/// w[i] = exp(least - surprise[i])
struct weight_loop {
    const double* surprise;
    double least;
    double* weight;
    HEADWAY_INLINE constexpr void operator()() const noexcept {
        HEADWAY_INDEPENDENT
        for (int i = 0; i < batch::size; ++i) weight[i] = headway::exp(least - surprise[i]);
    }
};

/// The sums of 64 weights and of their squares, added to those in eight lanes.
struct weight_sums_loop {
    const double* weight;
    double* sums;
    double* squares;
    HEADWAY_INLINE constexpr void operator()() const noexcept {
        double s[sum_lanes];
        double q[sum_lanes];
        for (int j = 0; j < sum_lanes; ++j) s[j] = sums[j];
        for (int j = 0; j < sum_lanes; ++j) q[j] = squares[j];
        for (int i = 0; i < batch::size; i += sum_lanes) {
            for (int j = 0; j < sum_lanes; ++j) s[j] += weight[i + j];
            for (int j = 0; j < sum_lanes; ++j) q[j] += weight[i + j] * weight[i + j];
        }
        for (int j = 0; j < sum_lanes; ++j) sums[j] = s[j];
        for (int j = 0; j < sum_lanes; ++j) squares[j] = q[j];
    }
};

/// The weights of the draws of an updated run: their likelihoods, relative to the greatest. Kept are the surprises, minus the
/// logarithms, which merge with those of other shards; all else follows from them in the order of the draws, so that it has
/// the bits of the whole run.
/// Source: Kish, Survey Sampling (1965) 258, for the effective sample size; Owen, Monte Carlo theory, methods and examples
/// (2013), chapter 9, for the rest.
template <class = void>
class basic_draw_weights {
  public:
    /// `surprises` keeps its draws; the identity is that of the update.
    basic_draw_weights(std::shared_ptr<const run_identity> identity, draw_column surprises);

    /// A run of consecutive draws, in places of `relative()`: those of a scrambling, or all.
    struct part {
        std::size_t first;
        std::size_t last;
    };
    [[nodiscard]] const std::vector<part>& parts() const noexcept { return parts_; }

    [[nodiscard]] const std::shared_ptr<const run_identity>& shared_identity() const noexcept { return identity_; }
    [[nodiscard]] const run_identity& identity() const noexcept { return *identity_; }
    [[nodiscard]] const draw_column& surprises() const noexcept { return surprises_; }
    [[nodiscard]] std::size_t draws() const noexcept { return weights_.size(); }
    /// Of each draw in order, 1 for the likeliest.
    [[nodiscard]] std::span<const double> relative() const noexcept { return weights_; }
    [[nodiscard]] double sum() const noexcept { return sum_; }
    /// All draws of the run are here.
    [[nodiscard]] bool is_whole() const noexcept {
        return identity_->covered.size() == 1 && identity_->covered.front() == draw_range{0, identity_->draws};
    }

    /// So many draws of equal weight would tell as much of what they were not weighed by: (sum of w)^2 / sum of w^2.
    [[nodiscard]] double effective_draws() const noexcept { return squares_ > 0.0 ? sum_ * sum_ / squares_ : 0.0; }
    [[nodiscard]] double log_evidence() const;
    /// The standard error of that: of the mean likelihood, relative to it.
    [[nodiscard]] double log_evidence_error() const;

    /// By how many independent numbers an error is known: of scramblings one fewer than there are, else of draws.
    [[nodiscard]] double degrees_of_freedom() const noexcept;

    /// `f(weight)` added up over a part, in eight sums that meet in a fixed order.
    template <class F>
    [[nodiscard]] double sum_of(const part& p, F f) const {
        double lanes[sum_lanes] = {};
        for (std::size_t i = p.first; i < p.last; ++i) lanes[i % sum_lanes] += f(weights_[i]);
        return together(lanes);
    }

  private:
    void weigh(std::span<const double> surprises, double* weights) const;
    void add_sums(const part& p);
    /// Each scrambling's draws are a part, those of any other method one; so are those that a condition chose.
    void add_parts(const kept_range& range, std::size_t from);

    std::shared_ptr<const run_identity> identity_;
    draw_column surprises_;
    // Of many draws in a room that a program's next run takes over: fresh memory costs more than what is written to it.
    static constexpr std::size_t few = std::size_t{1} << 14U;
    static constexpr std::size_t whole_room = std::size_t{1} << 18U;
    std::shared_ptr<double[]> room_;
    std::span<double> weights_;
    std::vector<part> parts_;
    std::uint64_t last_replicate_ = 0;
    double least_ = no_limit;
    double sum_ = 0.0;
    double squares_ = 0.0;
};
HEADWAY_ELSEWHERE(class basic_draw_weights<>);
using draw_weights = basic_draw_weights<>;

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/inference/bodies/draw_weights.hpp>
#endif
