// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/process/detail/path_values.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
void values_within(path_grid& grid, std::size_t step, double when, int first, int count, double* out) {
    const process_record& p = grid.process();
    double left = p.time_of(static_cast<double>(step));
    double right = p.time_of(static_cast<double>(step) + 1.0);
    double x_left[block_lanes], x_right[block_lanes], z[block_lanes];
    const double* const end = grid.before(step + 1);
    const double* const begin = grid.after(step);
    const double* const spread = grid.spreads(step);
    for (int i = 0; i < count; ++i) {
        x_left[i] = begin[first + i];
        x_right[i] = end[first + i];
    }
    path_looks& looks = grid.looks();
    std::size_t halvings = 0;
    for (std::uint64_t place = 1; right - left > finest_span && when != left; ++halvings) {
        const double middle = left + (right - left) * 0.5;
        const bool is_early = when < middle;
        double* const x_end = is_early ? x_right : x_left;
        path_looks::middle* known = nullptr;
        if (count == block_lanes) {
            if (looks.middles.size() <= halvings) looks.middles.emplace_back();
            known = &looks.middles[halvings];
        }
        if (known != nullptr && known->place == place && known->step == step) {
            copy_block(known->x, x_end);
        } else {
            double share = 0.5;
            double pull = 0.0;  // to the long-run mean
            double root = 0.0;
            double drifted = 0.0;  // by which the middle is off the line, per unit of drift
            if (p.kind == process_kind::mean_reverting) {
                const double decayed = headway::exp(-p.reversion * (middle - left));
                share = decayed / (1.0 + decayed * decayed);
                pull = 1.0 - 2.0 * share;
                root = sqrt((1.0 - decayed * decayed) / (1.0 + decayed * decayed) / (2.0 * p.reversion));
            } else {
                const double before = p.variance_time(middle - p.start) - p.variance_time(left - p.start);
                const double after = p.variance_time(right - p.start) - p.variance_time(middle - p.start);
                share = before / (before + after);
                root = sqrt(before * after / (before + after));
                drifted = (middle - left) - share * (right - left);
            }
            grid.normals_within(step, place, first, count, z);
            const double of_left = p.kind == process_kind::mean_reverting ? share : 1.0 - share;
            for (int i = 0; i < count; ++i) {
                const double mean =
                    of_left * x_left[i] + share * x_right[i] + (pull * p.long_run + drifted * grid.drift(step, first + i));
                x_end[i] = mean + spread[first + i] * (root * z[i]);
            }
            if (known != nullptr) {
                copy_block(x_end, known->x);
                known->place = place;
                known->step = step;
            }
        }
        (is_early ? right : left) = middle;
        place = 2 * place + (is_early ? 0 : 1);
    }
    const bool is_line = right - left <= finest_span;
    for (int i = 0; i < count; ++i) {
        looks.left[first + i] = is_line ? left : 0.0;
        looks.right[first + i] = is_line ? right : 0.0;
        looks.x_left[first + i] = x_left[i];
        looks.x_right[first + i] = x_right[i];
        out[i] = is_line ? looks.value(first + i, when) : x_left[i];
    }
}
HEADWAY_INSTANTIATE(void values_within<>(path_grid& grid, std::size_t step, double when, int first, int count,
                                         double* out));

template <class>
void path_values(path_grid& grid, const double* when, bool on_one_date, double* out) {
    const process_record& p = grid.process();
    if (!on_one_date) {
        on_one_date = true;
        for (int i = 1; i < block_lanes; ++i) on_one_date = on_one_date && when[i] == when[0];
    }
    const path_looks& looks = grid.looks();
    for (int i = 0; i < block_lanes;) {
        const int count = on_one_date ? block_lanes : 1;
        bool is_known = true;
        for (int k = i; k < i + count; ++k) is_known = is_known && looks.has(k, when[i]);
        if (is_known) {
            for (int k = i; k < i + count; ++k) out[k] = looks.value(k, when[i]);
            i += count;
            continue;
        }
        require_path_date(p, when[i]);
        const std::size_t step = step_of(p, when[i]);
        if (p.kind == process_kind::yearly || when[i] == p.time_of(static_cast<double>(step))) {
            const double* const row = grid.after(step);
            for (int k = i; k < i + count; ++k) out[k] = row[k];
        } else {
            values_within(grid, step, when[i], i, count, out + i);
        }
        i += count;
    }
}
HEADWAY_INSTANTIATE(void path_values<>(path_grid& grid, const double* when, bool on_one_date, double* out));

template <class V>
path_grid& basic_path_memory<V>::grid_of(const path_source& source) {
    for (std::size_t i = 0; i < most; ++i) {
        if (grids_[i] == nullptr || !grids_[i]->is_of(source)) continue;
        used_[i] = ++now_;
        return *grids_[i];
    }
    std::size_t oldest = 0;
    for (std::size_t i = 1; i < most; ++i) {
        if (used_[i] < used_[oldest]) oldest = i;
    }
    if (grids_[oldest] == nullptr) grids_[oldest] = std::make_unique<path_grid>();
    used_[oldest] = 0;
    grids_[oldest]->start(source);
    used_[oldest] = ++now_;
    return *grids_[oldest];
}

template <class V>
path_grid& basic_path_memory<V>::of_this_thread(const path_source& source) {
    thread_local basic_path_memory memory;
    return memory.grid_of(source);
}

HEADWAY_INSTANTIATE(class basic_path_memory<>);

}  // namespace headway::detail

#include <headway/header_end.hpp>
