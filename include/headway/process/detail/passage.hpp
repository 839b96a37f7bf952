// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/math/function_ref.hpp>
#include <headway/process/detail/path_values.hpp>
#include <headway/trend/detail/side_change.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// Where in a span a bridge of unit variance first comes to zero, as a share of the span, given that it does: from `above`
/// zero to `end`. The share over what is left is inverse Gaussian with mean above/|end| and shape above², and is drawn from
/// a normal number and a uniform one as by Michael, Schucany and Haas (The American Statistician 30, 1976, 88-90).
[[nodiscard]] constexpr double passage_share(double above, double end, double z, double u) noexcept {
    const double q = abs(end);
    const double squared = z * z / (2.0 * above);
    const double lesser = above / (q + squared + sqrt(squared * (2.0 * q + squared)));
    // The other root is the mean's square over this one; this one has the probability mean / (mean + this one).
    const double ratio = u * (above + q * lesser) <= above ? lesser : (above / q) * (above / q) / lesser;
    return ratio < no_limit ? ratio / (1.0 + ratio) : 1.0;
}

/// The distance from the level at the end of a span, and whether the bridge there from `before` comes to the level.
struct bridge_loop {
    const double* x;
    const double* level;
    const double* before;
    const double* spread;
    const double* u;
    double sign;
    double variance_time;
    double* after;
    std::uint64_t* passed;
    HEADWAY_INLINE void operator()() const noexcept {
        double hit[block_lanes];
        HEADWAY_INDEPENDENT
        for (int i = 0; i < block_lanes; ++i) {
            after[i] = sign * (x[i] - level[i]);
            const double exponent = 2.0 * before[i] * after[i] / (spread[i] * spread[i] * variance_time);
            hit[i] = headway::exp(-exponent) - u[i];
        }
        for (int i = 0; i < block_lanes; ++i) passed[i] = after[i] <= 0.0 || hit[i] > 0.0 ? 1 : 0;
    }
};

/// The window of a search for a passage, in seconds since 1970.
struct passage_window {
    const double* first;
    const double* last;
    bool is_one;  ///< the same for all
};
/// Tells the level to be passed, in the process's coordinate, at a date of each path.
using passage_level = function_ref<void(const double* when, bool on_one_date, double* level)>;

/// When each path of a block is first at the level or beyond it in its window: below where `sign` is 1, above where it is -1;
/// infinite where it is not.
template <class = void>
class basic_passage {
  public:
    basic_passage(path_grid& grid, const passage_window& window, double sign) : grid_(grid), window_(window), sign_(sign) {}

    void find(const char* function, passage_level level, double* out) {
        const process_record& p = grid_.process();
        double x[block_lanes], x_last[block_lanes];
        path_values(grid_, window_.last, window_.is_one, x_last);
        path_values(grid_, window_.first, window_.is_one, x);
        copy_block(window_.first, left_);
        level(left_, window_.is_one, level_);
        std::size_t step = ~std::size_t{0};
        std::size_t last_step = 0;
        std::uint64_t open = 0;
        for (int i = 0; i < block_lanes; ++i) {
            before_[i] = sign_ * (x[i] - level_[i]);
            if (before_[i] != before_[i]) no_difference_to_solve(function, left_[i]);
            out[i] = before_[i] <= 0.0 ? window_.first[i] : no_limit;
            if (before_[i] > 0.0 && window_.first[i] < window_.last[i]) open |= bit_of_lane[static_cast<std::size_t>(i)];
            step = min(step, step_of(p, window_.first[i]));
            last_step = max(last_step, step_of(p, window_.last[i]));
        }
        for (; open != 0 && step <= last_step; ++step) pass_step(function, level, step, x_last, open, out);
    }

  private:
    [[nodiscard]] static std::size_t min(std::size_t a, std::size_t b) noexcept { return b < a ? b : a; }
    [[nodiscard]] static std::size_t max(std::size_t a, std::size_t b) noexcept { return a < b ? b : a; }

    void pass_step(const char* function, passage_level level, std::size_t step, const double* x_last, std::uint64_t& open,
                   double* out) {
        const process_record& p = grid_.process();
        const double end = p.time_of(static_cast<double>(step) + 1.0);
        const bool is_yearly = p.kind == process_kind::yearly;
        double right[block_lanes], x[block_lanes], after[block_lanes];
        std::uint64_t passed[block_lanes] = {};
        if (is_yearly && end > window_.last[0] && window_.is_one) {
            open = 0;
            return;
        }
        const double* const at_end = is_yearly ? nullptr : grid_.before(step + 1);
        bool all_to_the_end = true;
        for (int i = 0; i < block_lanes; ++i) {
            const bool to_the_end = end <= window_.last[i];
            all_to_the_end = all_to_the_end && to_the_end;
            right[i] = to_the_end ? end : window_.last[i];
            if (!is_yearly) x[i] = to_the_end ? at_end[i] : x_last[i];
        }
        const bool on_one_date = window_.is_one || all_to_the_end;
        level(right, on_one_date, level_);
        const double* const spread = grid_.spreads(step);
        const double* const u = grid_.bridge_uniforms(step);
        if (is_yearly) {
            copy_block(before_, after);
        } else if (window_.is_one) {
            const double time = p.variance_time(right[0] - p.start) - p.variance_time(left_[0] - p.start);
            vector_dispatch(bridge_loop{x, level_, before_, spread, u, sign_, time, after, passed});
        } else {
            for (int i = 0; i < block_lanes; ++i) {
                after[i] = sign_ * (x[i] - level_[i]);
                if (!(left_[i] < right[i])) continue;
                const double time = p.variance_time(right[i] - p.start) - p.variance_time(left_[i] - p.start);
                const double exponent = 2.0 * before_[i] * after[i] / (spread[i] * spread[i] * time);
                passed[i] = after[i] <= 0.0 || u[i] < headway::exp(-exponent) ? 1 : 0;
            }
        }
        const double* const jumped = p.has_jumps() || is_yearly ? grid_.after(step + 1) : nullptr;
        for (std::uint64_t left = open; left != 0; left &= left - 1) {
            const int i = std::countr_zero(left);
            if (!(left_[i] < right[i])) continue;  // its window has not begun
            if (after[i] != after[i]) no_difference_to_solve(function, right[i]);
            if (passed[i] != 0) {
                out[i] = date_within(step, i, right[i], after[i]);
            } else if (jumped != nullptr && right[i] == end && sign_ * (jumped[i] - level_[i]) <= 0.0) {
                out[i] = end;
            }
            if (out[i] < no_limit || !(right[i] < window_.last[i])) open &= ~bit_of_lane[static_cast<std::size_t>(i)];
        }
        for (int i = 0; i < block_lanes; ++i) {
            if (!(left_[i] < right[i])) continue;
            before_[i] = jumped != nullptr && right[i] == end ? sign_ * (jumped[i] - level_[i]) : after[i];
            left_[i] = right[i];
        }
    }
    /// The date of a passage that the bridge of one path makes in a step.
    [[nodiscard]] double date_within(std::size_t step, int i, double right, double after) {
        constexpr std::uint64_t place = ~std::uint64_t{0};
        const process_record& p = grid_.process();
        const double time = p.variance_time(right - p.start) - p.variance_time(left_[i] - p.start);
        const double scale = grid_.spreads(step)[i] * sqrt(time);
        const double u = keyed_uniform(grid_.keys()[i], grid_.name_hash(), step, place);
        const double z = normal_quantile(keyed_uniform(grid_.keys()[i], grid_.name_hash(), step, place - 1));
        // Without chance it is where the line comes to the level.
        const double share = scale > 0.0 ? passage_share(before_[i] / scale, after / scale, z, u)
                                         : before_[i] / (before_[i] - after);
        const double when = left_[i] + (right - left_[i]) * share;
        return when < right ? when : right;
    }

    path_grid& grid_;
    passage_window window_;
    double sign_;
    double left_[block_lanes] = {};
    /// The distance from the level, above zero until it is passed, at `left_`.
    double before_[block_lanes] = {};
    double level_[block_lanes] = {};
};
HEADWAY_INSTANTIATE(class basic_passage<>);
using passage = basic_passage<>;

}  // namespace headway::detail

#include <headway/header_end.hpp>
