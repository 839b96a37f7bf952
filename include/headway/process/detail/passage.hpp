// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/math/function_ref.hpp>
#include <headway/process/detail/path_values.hpp>
#include <headway/trend/first_time.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// Beyond this exponent no bridge comes to the level, whatever the uniform number, which is 2^-53 at least.
inline constexpr double surely_not_passed = 37.0;

/// The distances from the level at the ends of some steps, each in a row that follows the one before, and but for rounding the
/// exponents 2ab/(σ²h) of the probabilities exp(-2ab/(σ²h)) that the bridges come to the level: a product with 1/σ² does for a
/// first look, and spares divisions. `near_level` has its top bit set where one is not too far for that.
struct distance_loop {
    const double* x;
    const double* level;
    const double* per_variance;
    double sign;
    const double* variance_time;
    int steps;
    double* distance;  ///< begins with the row where the first step does
    double* exponent;
    std::uint64_t* near_level;
    HEADWAY_INLINE void operator()() const noexcept {
        std::uint64_t signs = 0;
        for (int s = 0; s < steps; ++s) {
            const double scale = 2.0 / variance_time[s];
            const double* const at_end = x + s * block_lanes;
            const double* const before = distance + s * block_lanes;
            double* const after = distance + (s + 1) * block_lanes;
            double* const of_step = exponent + s * block_lanes;
            HEADWAY_INDEPENDENT
            for (int i = 0; i < block_lanes; ++i) {
                after[i] = sign * (at_end[i] - level[i]);
                of_step[i] = (scale * per_variance[i]) * before[i] * after[i];
                signs |= bits_of(of_step[i] - surely_not_passed) | bits_of(after[i] - 0x1p-1074);
            }
        }
        *near_level = signs;
    }
};
/// A bit for each bridge that may come to the level in a step: u (1 + e + e²/2 + e³/6) < 1 wherever u < exp(-e); and where the
/// end is at the level or beyond.
struct near_loop {
    const double* after;
    const double* exponent;
    const double* u;
    int steps;
    std::uint64_t* may_pass;
    HEADWAY_INLINE void operator()() const noexcept {
        for (int s = 0; s < steps; ++s) {
            const int row = s * block_lanes;
            std::uint64_t found = 0;
            HEADWAY_INDEPENDENT
            for (std::size_t i = 0; i < block_lanes; ++i) {
                const double e = (exponent + row)[i];
                const double bound = (u + row)[i] * (1.0 + e * (1.0 + e * (0.5 + e * (1.0 / 6.0))));
                found |= top_bit_set(bits_of(bound - 1.000001) | bits_of((after + row)[i] - 0x1p-1074)) & bit_of_lane[i];
            }
            may_pass[s] = found;
        }
    }
};

/// Where in a span each bridge first comes to zero, as a share of the span, given that it does: from `before` to `after`, both
/// in units of `scale`, the first above zero. The share over what is left is inverse Gaussian with mean before/|after| and shape
/// before², and is drawn from a normal number and a uniform one as by Michael, Schucany and Haas (The American Statistician 30,
/// 1976, 88-90). Both roots are made for each, for which of them it is is a coin that no processor guesses.
struct share_loop {
    const double* before;
    const double* after;
    const double* scale;
    const double* z;
    const double* u;
    double* share;
    HEADWAY_INLINE void operator()() const noexcept {
        double start[block_lanes], end[block_lanes], squared[block_lanes], root[block_lanes];
        HEADWAY_INDEPENDENT
        for (int i = 0; i < block_lanes; ++i) {
            start[i] = before[i] / scale[i];
            end[i] = abs(after[i] / scale[i]);
            squared[i] = z[i] * z[i] / (2.0 * start[i]);
            root[i] = squared[i] * (2.0 * end[i] + squared[i]);
        }
        square_roots<block_lanes>(root);
        HEADWAY_INDEPENDENT
        for (int i = 0; i < block_lanes; ++i) {
            const double lesser = start[i] / (end[i] + squared[i] + root[i]);
            // The other root is the mean's square over this one; this one has the probability mean / (mean + this one).
            const double greater = (start[i] / end[i]) * (start[i] / end[i]) / lesser;
            const std::uint64_t is_greater = top_bit_set(bits_of(start[i] - u[i] * (start[i] + end[i] * lesser)));
            const std::uint64_t ratio = choose(is_greater, bits_of(greater), bits_of(lesser));
            const double within = from_bits(ratio) / (1.0 + from_bits(ratio));
            share[i] = from_bits(choose(less(ratio & ~sign_bit, infinity_bits), bits_of(within), bits_of(1.0)));
        }
    }
};

/// The window of a search for a passage, in seconds since 1970.
struct passage_window {
    const double* first;
    const double* last;
    bool is_one;  ///< the same for all
};
/// The level to be passed, in the process's coordinate, at a date of each path.
struct moving_level {
    function_ref<void(const double* when, bool on_one_date, double* level)> at;
    bool moves;  ///< from date to date
};

/// When each path of a block is first at the level or beyond it in its window: below where `sign` is 1, above where it is -1;
/// infinite where it is not.
template <class = void>
class basic_passage {
  public:
    basic_passage(path_grid& grid, const passage_window& window, double sign, const moving_level& level)
        : grid_(grid), window_(window), sign_(sign), level_at_(level) {}

    void find(const char* function, double* out) {
        const process_record& p = grid_.process();
        for (int i = 0; i < block_lanes; ++i) require_path_date(p, window_.last[i]);
        double x[block_lanes];
        path_values(grid_, window_.first, window_.is_one, x);
        copy_block(window_.first, left_);
        look_at_level(function, left_, window_.is_one);
        std::size_t step = ~std::size_t{0};
        std::size_t last_step = 0;
        open_ = 0;
        for (int i = 0; i < block_lanes; ++i) {
            before_[i] = sign_ * (x[i] - level_[i]);
            if (before_[i] != before_[i]) no_difference_to_solve(function, left_[i]);
            out[i] = before_[i] <= 0.0 ? window_.first[i] : no_limit;
            if (before_[i] > 0.0 && window_.first[i] < window_.last[i])
                open_ |= bit_of_lane[static_cast<std::size_t>(i)];
            if (i > 0 && window_.is_one) continue;
            const std::size_t first_of_lane = step_of(p, window_.first[i]);
            const std::size_t last_of_lane = step_of(p, window_.last[i]);
            step = first_of_lane < step ? first_of_lane : step;
            last_step = last_of_lane > last_step ? last_of_lane : last_step;
        }
        for (std::size_t steps = 1; open_ != 0 && step <= last_step; step += steps) {
            if (p.kind == process_kind::yearly) {
                pass_year(function, step, out);
            } else if (window_.is_one) {
                steps = steps_at_once(step);
                pass_steps(function, step, static_cast<int>(steps), out);
            } else {
                pass_step_in_windows(function, step, out);
            }
        }
        date_passages(out);
    }

  private:
    static constexpr int most_steps = keyed_streams::chunk;

    void look_at_level(const char* function, const double* when, bool on_one_date) {
        if (level_is_known_ && !level_at_.moves) return;
        level_at_.at(when, on_one_date, level_);
        level_is_known_ = true;
        for (int i = 0; i < block_lanes; ++i) {
            if (level_[i] != level_[i]) no_difference_to_solve(function, when[i]);
        }
    }

    /// How many steps are looked at together: those to the end of a chunk where nothing but the paths changes from one to the
    /// next. A step alone is too short for its vectors: half the time goes by until they have begun and have told which lanes
    /// to look at.
    [[nodiscard]] std::size_t steps_at_once(std::size_t step) const noexcept {
        const process_record& p = grid_.process();
        if (level_at_.moves || p.has_jumps() || p.has_regimes()) return 1;
        std::size_t steps = 1;
        while ((step + steps) % most_steps != 0 && p.time_of(static_cast<double>(step + steps) + 1.0) <= window_.last[0])
            ++steps;
        return steps;
    }
    /// All paths on the same dates.
    void pass_steps(const char* function, std::size_t step, int steps, double* out) {
        const process_record& p = grid_.process();
        double date[most_steps + 1], time[most_steps];
        date[0] = left_[0];
        for (int s = 0; s < steps; ++s) {
            const double end = p.time_of(static_cast<double>(step) + (s + 1));
            date[s + 1] = end <= window_.last[0] ? end : window_.last[0];
            time[s] = p.variance_time(date[s + 1] - p.start) - p.variance_time(date[s] - p.start);
        }
        const double right = date[steps];
        if (!(date[0] < right)) return;
        const bool to_the_end = right == p.time_of(static_cast<double>(step) + steps);
        double within[block_lanes];
        const double* x = within;
        if (to_the_end) {
            x = grid_.before(step + 1, steps);
        } else {
            path_values(grid_, window_.last, true, within);
        }
        if (level_at_.moves) {
            double dates[block_lanes];
            for (double& d : dates) d = right;
            look_at_level(function, dates, true);
        }
        double exponent[most_steps * block_lanes];
        std::uint64_t near_level = 0;
        vector_dispatch(distance_loop{x, level_, per_variance(step), sign_, time, steps, before_, exponent, &near_level});
        if (near_level >> 63U != 0) {
            const double* const u = grid_.bridge_uniforms(step, steps);
            std::uint64_t may_pass[most_steps];
            vector_dispatch(near_loop{before_ + block_lanes, exponent, u, steps, may_pass});
            const double* const spread = grid_.spreads(step);
            for (int s = 0; s < steps; ++s) {
                const double* const before = before_ + s * block_lanes;
                const double* const after = before + block_lanes;
                for (std::uint64_t lanes = may_pass[s] & open_; lanes != 0; lanes &= lanes - 1) {
                    const int i = std::countr_zero(lanes);
                    if (!comes_to_level((u + s * block_lanes)[i], time[s], before[i], after[i], spread[i])) continue;
                    note_passage(step + static_cast<std::size_t>(s), i, date[s], date[s + 1], before[i], after[i],
                                 spread[i] * sqrt(time[s]));
                }
            }
        }
        copy_block(before_ + steps * block_lanes, before_);
        left_[0] = right;
        if (p.has_jumps() && to_the_end) {
            for (double& l : left_) l = right;
            jump(step, right, out);
        }
    }
    /// Each path on dates of its own.
    void pass_step_in_windows(const char* function, std::size_t step, double* out) {
        const process_record& p = grid_.process();
        const double end = p.time_of(static_cast<double>(step) + 1.0);
        double right[block_lanes], x_last[block_lanes];
        bool ends_within = false;
        for (int i = 0; i < block_lanes; ++i) {
            right[i] = end <= window_.last[i] ? end : window_.last[i];
            ends_within = ends_within || right[i] < end;
            if (right[i] < left_[i]) right[i] = left_[i];
        }
        if (ends_within) path_values(grid_, window_.last, false, x_last);
        look_at_level(function, right, false);
        const double* const at_end = grid_.before(step + 1);
        const double* const spread = grid_.spreads(step);
        const double* const u = grid_.bridge_uniforms(step, 1);
        for (std::uint64_t lanes = open_; lanes != 0; lanes &= lanes - 1) {
            const int i = std::countr_zero(lanes);
            if (!(left_[i] < right[i])) continue;  // not begun
            const double after = sign_ * ((right[i] < end ? x_last[i] : at_end[i]) - level_[i]);
            const double time = p.variance_time(right[i] - p.start) - p.variance_time(left_[i] - p.start);
            if (comes_to_level(u[i], time, before_[i], after, spread[i])) {
                note_passage(step, i, left_[i], right[i], before_[i], after, spread[i] * sqrt(time));
            }
            before_[i] = after;
            left_[i] = right[i];
            if (right[i] == window_.last[i] && right[i] < end) open_ &= ~bit_of_lane[static_cast<std::size_t>(i)];
        }
        if (p.has_jumps()) jump(step, end, out);
    }
    /// At the jumps that end a step.
    void jump(std::size_t step, double end, double* out) {
        const double* const x = grid_.after(step + 1);
        for (std::uint64_t lanes = open_; lanes != 0; lanes &= lanes - 1) {
            const int i = std::countr_zero(lanes);
            if (left_[i] != end) continue;
            before_[i] = sign_ * (x[i] - level_[i]);
            if (before_[i] > 0.0) continue;
            out[i] = end;
            open_ &= ~bit_of_lane[static_cast<std::size_t>(i)];
        }
    }
    /// Values stand still until the next year begins.
    void pass_year(const char* function, std::size_t step, double* out) {
        const process_record& p = grid_.process();
        const double end = p.time_of(static_cast<double>(step) + 1.0);
        double dates[block_lanes];
        for (double& d : dates) d = end;
        bool any = false;
        for (int i = 0; i < block_lanes; ++i) any = any || end <= window_.last[i];
        if (!any) {
            open_ = 0;
            return;
        }
        look_at_level(function, dates, true);
        const double* const x = grid_.after(step + 1);
        for (std::uint64_t lanes = open_; lanes != 0; lanes &= lanes - 1) {
            const int i = std::countr_zero(lanes);
            if (end < window_.first[i] || !(end <= window_.last[i]) || !(sign_ * (x[i] - level_[i]) <= 0.0)) continue;
            out[i] = end;
            open_ &= ~bit_of_lane[static_cast<std::size_t>(i)];
        }
    }
    /// Also where the end is at the level or beyond, whose exponent is 0 or below, or is not a number at no volatility.
    [[nodiscard]] static bool comes_to_level(double u, double time, double before, double after, double spread) noexcept {
        if (after <= 0.0) return true;
        return !(u >= headway::exp(-(2.0 / time * (before / spread) * (after / spread))));
    }
    [[nodiscard]] const double* per_variance(std::size_t step) {
        if (per_variance_is_known_) return per_variance_;
        const double* const spread = grid_.spreads(step);
        for (int i = 0; i < block_lanes; ++i) per_variance_[i] = 1.0 / (spread[i] * spread[i]);
        per_variance_is_known_ = !grid_.process().has_regimes();
        return per_variance_;
    }
    /// One path's bridge comes to the level in a step. Dates are drawn for all at last, side by side.
    void note_passage(std::size_t step, int i, double left, double right, double before, double after,
                      double scale) noexcept {
        passed_in_[i] = step;
        from_[i] = left;
        to_[i] = right;
        above_[i] = before;
        end_[i] = after;
        scale_[i] = scale;
        passed_ |= bit_of_lane[static_cast<std::size_t>(i)];
        open_ &= ~bit_of_lane[static_cast<std::size_t>(i)];
    }
    void date_passages(double* out) {
        if (passed_ == 0) return;
        constexpr std::uint64_t place = ~std::uint64_t{0};
        double u[block_lanes], z[block_lanes], share[block_lanes];
        for (std::size_t i = 0; i < block_lanes; ++i) {
            if ((passed_ & bit_of_lane[i]) != 0) {
                const keyed_pair drawn(grid_.keys()[i], grid_.name_hash(), passed_in_[i], place);
                u[i] = drawn.first;
                z[i] = drawn.second;
            } else {
                u[i] = z[i] = 0.5;
                above_[i] = end_[i] = scale_[i] = 1.0;
            }
        }
        normal_quantile_block<block_lanes>(z, z);
        vector_dispatch(share_loop{above_, end_, scale_, z, u, share});
        for (std::uint64_t lanes = passed_; lanes != 0; lanes &= lanes - 1) {
            const int i = std::countr_zero(lanes);
            // Without chance it is where the line comes to the level.
            const double within = scale_[i] > 0.0 ? share[i] : above_[i] / (above_[i] - end_[i]);
            const double when = from_[i] + (to_[i] - from_[i]) * within;
            out[i] = when < to_[i] ? when : to_[i];
        }
    }

    path_grid& grid_;
    passage_window window_;
    double sign_;
    moving_level level_at_;
    bool level_is_known_ = false;
    /// A bit for each path that has not passed in a window that is not over.
    std::uint64_t open_ = 0;
    double left_[block_lanes] = {};
    /// The distance from the level at `left_`, above zero until it is passed, and rows for those after the next steps.
    double before_[(most_steps + 1) * block_lanes] = {};
    double level_[block_lanes] = {};
    double per_variance_[block_lanes];
    bool per_variance_is_known_ = false;
    /// A bit for each path that has passed within a step; which step, its ends and what its date is drawn from.
    std::uint64_t passed_ = 0;
    std::size_t passed_in_[block_lanes];
    double from_[block_lanes], to_[block_lanes], above_[block_lanes], end_[block_lanes], scale_[block_lanes];
};
HEADWAY_INSTANTIATE(class basic_passage<>);
using passage = basic_passage<>;

}  // namespace headway::detail

#include <headway/header_end.hpp>
