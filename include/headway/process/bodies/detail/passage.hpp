// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/process/detail/passage.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class V>
void basic_passage<V>::find(const char* function, double* out) {
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

template <class V>
void basic_passage<V>::look_at_level(const char* function, const double* when, bool on_one_date) {
    if (level_is_known_ && !level_at_.moves) return;
    level_at_.at(when, on_one_date, level_);
    level_is_known_ = true;
    for (int i = 0; i < block_lanes; ++i) {
        if (level_[i] != level_[i]) no_difference_to_solve(function, when[i]);
    }
}

template <class V>
std::size_t basic_passage<V>::steps_at_once(std::size_t step) const noexcept {
    const process_record& p = grid_.process();
    if (level_at_.moves || p.has_jumps() || p.has_regimes()) return 1;
    std::size_t steps = 1;
    while ((step + steps) % most_steps != 0 && p.time_of(static_cast<double>(step + steps) + 1.0) <= window_.last[0])
        ++steps;
    return steps;
}

template <class V>
void basic_passage<V>::pass_steps(const char* function, std::size_t step, int steps, double* out) {
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

template <class V>
void basic_passage<V>::pass_step_in_windows(const char* function, std::size_t step, double* out) {
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

template <class V>
void basic_passage<V>::jump(std::size_t step, double end, double* out) {
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

template <class V>
void basic_passage<V>::pass_year(const char* function, std::size_t step, double* out) {
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

template <class V>
bool basic_passage<V>::comes_to_level(double u, double time, double before, double after, double spread) noexcept {
    if (after <= 0.0) return true;
    return !(u >= headway::exp(-(2.0 / time * (before / spread) * (after / spread))));
}

template <class V>
const double* basic_passage<V>::per_variance(std::size_t step) {
    if (per_variance_is_known_) return per_variance_;
    const double* const spread = grid_.spreads(step);
    for (int i = 0; i < block_lanes; ++i) per_variance_[i] = 1.0 / (spread[i] * spread[i]);
    per_variance_is_known_ = !grid_.process().has_regimes();
    return per_variance_;
}

template <class V>
void basic_passage<V>::note_passage(std::size_t step, int i, double left, double right, double before, double after,
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

template <class V>
void basic_passage<V>::date_passages(double* out) {
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

HEADWAY_INSTANTIATE(class basic_passage<>);

}  // namespace headway::detail

#include <headway/header_end.hpp>
