// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/process/detail/path_grid.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

HEADWAY_OUT_OF_LINE regime_step::regime_step(const process_record& p) noexcept {
    if (!p.has_regimes()) return;
    const double h = p.step;
    const double leaving = p.leave_first + p.leave_other;
    const double first = p.leave_other / leaving;
    const double other = p.leave_first / leaving;
    const double kept = headway::exp(-leaving * h);
    const double gone = -headway::expm1(-leaving * h);
    const double once = gone / leaving;
    leaves[0] = other * gone;
    leaves[1] = first * gone;
    // The integral over the step of P(there at s) P(to the end from there), over P(to the end).
    const double crossing = h - 2.0 * once + h * kept;
    in_other[0][0] = other * first * crossing / (first + other * kept) / h;
    in_other[0][1] = (other * (h - once) + first * (once - h * kept)) / gone / h;
    in_other[1][0] = in_other[0][1];
    in_other[1][1] = (other * other * h + 2.0 * other * first * once + first * first * h * kept) / (other + first * kept) / h;
}

HEADWAY_OUT_OF_LINE jump_in_step::jump_in_step(const process_record& p) noexcept
    : mean(p.jump_mean), spread(p.jump_spread) {
    if (p.kind != process_kind::mean_reverting) return;
    const double faded = p.reversion * p.step;
    const double once = -headway::expm1(-faded) / faded;
    const double twice = -headway::expm1(-2.0 * faded) / (2.0 * faded);
    const double squared = (spread * spread + mean * mean) * twice - mean * mean * once * once;
    mean *= once;
    spread = squared > 0.0 ? sqrt(squared) : 0.0;
}

template <class V>
bool basic_path_grid<V>::is_of(const path_source& source) const noexcept {
    return name_hash_ == source.name_hash && same(keys_, source.keys) && process_ == *source.process &&
           (driver_hash_ == source.driver_hash && correlation_ == source.correlation) &&
           (source.driver_keys == nullptr || same(driver_keys_, source.driver_keys));
}

template <class V>
void basic_path_grid<V>::start(const path_source& source) {
    process_ = *source.process;
    name_hash_ = source.name_hash;
    copy_block(source.keys, keys_);
    driver_hash_ = source.driver_hash;
    correlation_ = source.correlation;
    shocks_.start(keys_, name_hash_, path_numbers::shocks);
    if (source.driver_keys != nullptr) {
        copy_block(source.driver_keys, driver_keys_);
        driver_shocks_.start(driver_keys_, driver_hash_, path_numbers::shocks);
    }
    if (process_.has_jumps()) {
        jump_counts_.start(keys_, name_hash_, path_numbers::jump_counts);
        jump_sizes_.start(keys_, name_hash_, path_numbers::jump_sizes);
    }
    if (process_.has_regimes()) regimes_.start(keys_, name_hash_, path_numbers::regimes);
    bridges_are_ready_ = false;
    looks_.forget();
    steps_ = 0;
    uniform_steps_ = 0;
    for (int i = 0; i < block_lanes; ++i) {
        x_[i] = process_.first;
        drift_[i] = process_.drift;
        spread_[i] = process_.volatility;
        in_other_[i] = 0.0;
    }
    if (process_.is_estimated()) draw_estimates();
    make_room(ends_, 1);
    copy_block(x_, row(ends_, 0));
    if (process_.kind == process_kind::yearly) start_years();
}

template <class V>
const double* basic_path_grid<V>::before(std::size_t steps, int rows) {
    follow(steps + static_cast<std::size_t>(rows) - 1);
    return row(ends_, steps);
}

template <class V>
const double* basic_path_grid<V>::after(std::size_t steps) {
    follow(steps);
    return steps > 0 && process_.has_jumps() ? row(jumped_, steps) : row(ends_, steps);
}

template <class V>
double basic_path_grid<V>::drift(std::size_t step, int lane) {
    if (!process_.has_regimes()) return drift_[lane];
    follow(step + 1);
    return mixed(process_.drift, process_.other_drift, row(shares_of_other_, step)[lane]);
}

template <class V>
const double* basic_path_grid<V>::spreads(std::size_t step) {
    if (!process_.has_regimes()) return spread_;
    follow(step + 1);
    for (int i = 0; i < block_lanes; ++i) {
        step_spread_[i] = spread_of(row(shares_of_other_, step)[i]);
    }
    return step_spread_;
}

template <class V>
const double* basic_path_grid<V>::bridge_uniforms(std::size_t step, int rows) {
    if (!bridges_are_ready_) {
        bridges_.start(keys_, name_hash_, path_numbers::bridges);
        bridges_are_ready_ = true;
    }
    for (; uniform_steps_ < step + static_cast<std::size_t>(rows); uniform_steps_ += keyed_streams::chunk) {
        make_room(uniforms_, uniform_steps_ + keyed_streams::chunk);
        bridges_.uniforms(row(uniforms_, uniform_steps_));
    }
    return row(uniforms_, step);
}

template <class V>
void basic_path_grid<V>::normals_within(std::size_t step, std::uint64_t place, int first, int count,
                                        double* z) const noexcept {
    normals_of(keys_ + first, name_hash_, step, place, count, z);
    if (driver_hash_ == 0) return;
    double shared[block_lanes];
    normals_of(driver_keys_ + first, driver_hash_, step, place, count, shared);
    share(shared, z, count);
}

template <class V>
void basic_path_grid<V>::normals_of(const double* keys, std::uint64_t name_hash, std::size_t step, std::uint64_t place,
                                    int count, double* z) noexcept {
    for (int i = 0; i < count; ++i) z[i] = keyed_pair(keys[i], name_hash, step, place).first;
    if (count == block_lanes) return normal_quantile_block<block_lanes>(z, z);
    for (int i = 0; i < count; ++i) z[i] = normal_quantile(z[i]);
}

template <class V>
void basic_path_grid<V>::share(const double* shared, double* own, int count) const noexcept {
    const double rest = sqrt(1.0 - correlation_ * correlation_);
    for (int i = 0; i < count; ++i) own[i] = correlation_ * shared[i] + rest * own[i];
}

template <class V>
void basic_path_grid<V>::start_years() {
    keyed_streams numbers;
    numbers.start(keys_, name_hash_, path_numbers::scale);
    double z[keyed_streams::chunk * block_lanes];
    numbers.normals(z);
    copy_block(z, x_);
    process_.yearly.draw(process_.yearly.beliefs, 0, x_, row(ends_, 0));
}

template <class V>
void basic_path_grid<V>::follow_years(const double* z) {
    const double rho = process_.autocorrelation;
    const double rest = sqrt(1.0 - rho * rho);
    for (std::size_t s = 0; s < keyed_streams::chunk; ++s) {
        for (int i = 0; i < block_lanes; ++i)
            x_[i] = rho * x_[i] + rest * z[s * block_lanes + static_cast<std::size_t>(i)];
        const std::size_t year = steps_ + 1 + s;
        if (year >= static_cast<std::size_t>(process_.yearly.count)) break;
        process_.yearly.draw(process_.yearly.beliefs, static_cast<int>(year), x_, row(ends_, year));
    }
}

template <class V>
void basic_path_grid<V>::draw_estimates() {
    const int degrees = process_.increments - 1;
    keyed_streams numbers;
    numbers.start(keys_, name_hash_, path_numbers::scale);
    double u[keyed_streams::chunk * block_lanes];
    numbers.uniforms(u);
    double z[block_lanes];
    double odd[block_lanes];
    normal_quantile_block<block_lanes>(u, z);
    normal_quantile_block<block_lanes>(u + block_lanes, odd);
    double chi_squared[block_lanes];
    for (int i = 0; i < block_lanes; ++i) chi_squared[i] = degrees % 2 != 0 ? odd[i] * odd[i] : 0.0;
    for (int done = 0; done < degrees / 2; done += keyed_streams::chunk) {
        const int more = degrees / 2 - done < keyed_streams::chunk ? degrees / 2 - done : keyed_streams::chunk;
        numbers.uniforms(u);
        for (int i = 0; i < block_lanes; ++i) {
            double product = u[i];
            for (int s = 1; s < more; ++s) product *= u[s * block_lanes + i];
            chi_squared[i] -= 2.0 * headway::log(product);
        }
    }
    const double root_of_span = sqrt(process_.increment_span);
    const double of_drift = sqrt(process_.slope / process_.increments) / root_of_span;
    for (int i = 0; i < block_lanes; ++i) {
        spread_[i] = process_.volatility * sqrt(degrees / chi_squared[i]);
        drift_[i] = process_.drift + spread_[i] * (of_drift * z[i]);
    }
}

template <class V>
void basic_path_grid<V>::follow_chunk() {
    constexpr int chunk = keyed_streams::chunk;
    // Before any number is drawn, so that nothing is half done where there is no memory.
    make_room(ends_, steps_ + 1 + chunk);
    if (process_.has_jumps()) make_room(jumped_, steps_ + 1 + chunk);
    if (process_.has_regimes()) make_room(shares_of_other_, steps_ + chunk);
    double z[chunk * block_lanes];
    shocks_.normals(z);
    if (driver_hash_ != 0) {
        double shared[chunk * block_lanes];
        driver_shocks_.normals(shared);
        share(shared, z, chunk * block_lanes);
    }
    if (process_.kind == process_kind::yearly) {
        follow_years(z);
        steps_ += chunk;
        return;
    }
    double root[chunk];
    double keep = 1.0;
    double add[block_lanes];
    const double h = process_.step;
    if (process_.kind == process_kind::mean_reverting) {
        keep = headway::exp(-process_.reversion * h);
        const double s = sqrt(headway::expm1(-2.0 * process_.reversion * h) / (-2.0 * process_.reversion));
        for (double& r : root) r = s;
        for (double& a : add) a = process_.long_run * (1.0 - keep);
    } else {
        for (int s = 0; s < chunk; ++s) {
            const auto step = static_cast<double>(steps_) + s;
            root[s] = sqrt(process_.variance_time((step + 1.0) * h) - process_.variance_time(step * h));
        }
        for (int i = 0; i < block_lanes; ++i) add[i] = drift_[i] * h;
    }
    if (!process_.has_jumps() && !process_.has_regimes()) {
        vector_dispatch(path_steps_loop{x_, z, add, spread_, root, keep, row(ends_, steps_ + 1)});
    } else {
        follow_one_by_one(z, root, add, keep);
    }
    steps_ += chunk;
}

template <class V>
double basic_path_grid<V>::spread_of(double share_of_other) const noexcept {
    return sqrt(mixed(process_.volatility * process_.volatility,
                      process_.other_volatility * process_.other_volatility, share_of_other));
}

template <class V>
void basic_path_grid<V>::follow_one_by_one(const double* z, const double* root, double* add, double keep) {
    constexpr int chunk = keyed_streams::chunk;
    const process_record& p = process_;
    double counts[chunk * block_lanes], sizes[chunk * block_lanes], switches[chunk * block_lanes];
    if (p.has_jumps()) {
        jump_counts_.uniforms(counts);
        jump_sizes_.normals(sizes);
    }
    if (p.has_regimes()) regimes_.uniforms(switches);
    const regime_step stay(p);
    const double none = headway::exp(-p.jump_rate * p.step);
    const jump_in_step jump(p);
    for (int s = 0; s < chunk; ++s) {
        const auto end = steps_ + 1 + static_cast<std::size_t>(s);
        for (int i = 0; i < block_lanes; ++i) {
            const int at = s * block_lanes + i;
            double spread = spread_[i];
            if (p.has_regimes()) {
                const bool from = in_other_[i] != 0.0;
                const bool to = (switches[at] < stay.leaves[from ? 1 : 0]) != from;
                const double share = stay.in_other[from ? 1 : 0][to ? 1 : 0];
                row(shares_of_other_, end - 1)[i] = share;
                add[i] = mixed(p.drift, p.other_drift, share) * p.step;
                spread = spread_of(share);
                in_other_[i] = to ? 1.0 : 0.0;
            }
            x_[i] = keep * x_[i] + (add[i] + spread * (root[s] * z[at]));
            row(ends_, end)[i] = x_[i];
            if (!p.has_jumps()) continue;
            if (counts[at] > none) {
                const double jumps = poisson_above_zero(counts[at], none, p.jump_rate * p.step);
                x_[i] += jumps * jump.mean + sqrt(jumps) * (jump.spread * sizes[at]);
            }
            row(jumped_, end)[i] = x_[i];
        }
    }
}

template <class V>
double basic_path_grid<V>::poisson_above_zero(double u, double none, double mean) noexcept {
    double term = none;
    double below = none;
    double n = 0.0;
    while (below < u && n < 400.0) {
        n += 1.0;
        term *= mean / n;
        below += term;
    }
    return n;
}

HEADWAY_INSTANTIATE(class basic_path_grid<>);

}  // namespace headway::detail

#include <headway/header_end.hpp>
