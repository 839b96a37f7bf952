// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstring>
#include <vector>

#include <headway/math/batch_functions.hpp>
#include <headway/process/detail/path_looks.hpp>
#include <headway/process/process_record.hpp>
#include <headway/sampling/keyed_streams.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// What a block of a path is drawn from: its process, and the draws of the input, by which all its numbers are keyed.
struct path_source {
    const process_record* process = nullptr;
    std::uint64_t name_hash = 0;
    const double* keys = nullptr;
    /// A path whose shocks this one shares: they count with this correlation, its own with the rest.
    std::uint64_t driver_hash = 0;
    const double* driver_keys = nullptr;
    double correlation = 0.0;
};

/// x' = keep x + add + spread root z, step by step; row s of `out` is x after step s of a chunk.
struct path_steps_loop {
    double* x;
    const double* z;
    const double* add;
    const double* spread;
    const double* root;
    double keep;
    double* out;
    HEADWAY_INLINE void operator()() const noexcept {
        for (int s = 0; s < keyed_streams::chunk; ++s) {
            const double* const shocks = z + s * block_lanes;
            double* const row = out + s * block_lanes;
            const double of_step = root[s];
            HEADWAY_INDEPENDENT
            for (int i = 0; i < block_lanes; ++i) {
                x[i] = keep * x[i] + (add[i] + spread[i] * (of_step * shocks[i]));
                row[i] = x[i];
            }
        }
    }
};

/// What a step does to the regimes, a two-state chain in continuous time: the probability to end it in the other one, and the
/// expected share of it that is spent in the second, given where it begins and ends.
struct regime_step {
    double leaves[2] = {};
    double in_other[2][2] = {};

    explicit regime_step(const process_record& p) noexcept {
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
};

/// What one jump at some moment of a step, each as likely, has become at its end: of a process that reverts to a mean it has
/// faded since. Mean and standard deviation.
struct jump_in_step {
    double mean = 0.0;
    double spread = 0.0;

    explicit jump_in_step(const process_record& p) noexcept : mean(p.jump_mean), spread(p.jump_spread) {
        if (p.kind != process_kind::mean_reverting) return;
        const double faded = p.reversion * p.step;
        const double once = -headway::expm1(-faded) / faded;
        const double twice = -headway::expm1(-2.0 * faded) / (2.0 * faded);
        const double squared = (spread * spread + mean * mean) * twice - mean * mean * once * once;
        mean *= once;
        spread = squared > 0.0 ? sqrt(squared) : 0.0;
    }
};

/// A block of 64 paths at the ends of their steps, in the process's coordinate, followed as far as was asked.
template <class = void>
class basic_path_grid {
  public:
    /// Whether these very paths are followed here already.
    [[nodiscard]] bool is_of(const path_source& source) const noexcept {
        return name_hash_ == source.name_hash && same(keys_, source.keys) && process_ == *source.process &&
               (driver_hash_ == source.driver_hash && correlation_ == source.correlation) &&
               (source.driver_keys == nullptr || same(driver_keys_, source.driver_keys));
    }
    void start(const path_source& source) {
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

    [[nodiscard]] const process_record& process() const noexcept { return process_; }
    [[nodiscard]] std::uint64_t name_hash() const noexcept { return name_hash_; }
    [[nodiscard]] const double* keys() const noexcept { return keys_; }
    /// After so many steps, in rows that follow each other the ends of further ones; of a step that ends with a jump before that.
    [[nodiscard]] const double* before(std::size_t steps, int rows = 1) {
        follow(steps + static_cast<std::size_t>(rows) - 1);
        return row(ends_, steps);
    }
    /// After so many steps and the jump that ends the last of them.
    [[nodiscard]] const double* after(std::size_t steps) {
        follow(steps);
        return steps > 0 && process_.has_jumps() ? row(jumped_, steps) : row(ends_, steps);
    }
    /// The drift and the volatility of a path during a step.
    [[nodiscard]] double drift(std::size_t step, int lane) {
        if (!process_.has_regimes()) return drift_[lane];
        follow(step + 1);
        return mixed(process_.drift, process_.other_drift, row(shares_of_other_, step)[lane]);
    }
    /// Of all 64 paths, the volatilities during a step.
    [[nodiscard]] const double* spreads(std::size_t step) {
        if (!process_.has_regimes()) return spread_;
        follow(step + 1);
        for (int i = 0; i < block_lanes; ++i) {
            step_spread_[i] = spread_of(row(shares_of_other_, step)[i]);
        }
        return step_spread_;
    }
    /// The uniform number of each path that tells what its bridge does in a step, and rows of those in the next steps.
    [[nodiscard]] const double* bridge_uniforms(std::size_t step, int rows) {
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
    /// Between two steps: where each path was looked at last, and the middles of halves on the way there.
    [[nodiscard]] path_looks& looks() noexcept { return looks_; }
    /// Standard normal numbers of so many paths from the first on, at a place within a step.
    void normals_within(std::size_t step, std::uint64_t place, int first, int count, double* z) const noexcept {
        normals_of(keys_ + first, name_hash_, step, place, count, z);
        if (driver_hash_ == 0) return;
        double shared[block_lanes];
        normals_of(driver_keys_ + first, driver_hash_, step, place, count, shared);
        share(shared, z, count);
    }

  private:
    /// The rows of a block follow each other, so that a chunk of them is one stretch of numbers.
    static void make_room(std::vector<double>& rows, std::size_t count) {
        if (rows.size() < count * block_lanes) rows.resize(count * block_lanes);
    }
    [[nodiscard]] static double* row(std::vector<double>& rows, std::size_t i) noexcept {
        return rows.data() + i * block_lanes;
    }
    [[nodiscard]] static bool same(const double* a, const double* b) noexcept {
        return std::memcmp(a, b, block_lanes * sizeof(double)) == 0;
    }
    static void normals_of(const double* keys, std::uint64_t name_hash, std::size_t step, std::uint64_t place,
                           int count, double* z) noexcept {
        for (int i = 0; i < count; ++i) z[i] = keyed_pair(keys[i], name_hash, step, place).first;
        if (count == block_lanes) return normal_quantile_block<block_lanes>(z, z);
        for (int i = 0; i < count; ++i) z[i] = normal_quantile(z[i]);
    }
    void share(const double* shared, double* own, int count) const noexcept {
        const double rest = sqrt(1.0 - correlation_ * correlation_);
        for (int i = 0; i < count; ++i) own[i] = correlation_ * shared[i] + rest * own[i];
    }

    /// The first year's normal score and value.
    void start_years() {
        keyed_streams numbers;
        numbers.start(keys_, name_hash_, path_numbers::scale);
        double z[keyed_streams::chunk * block_lanes];
        numbers.normals(z);
        copy_block(z, x_);
        process_.yearly.draw(process_.yearly.beliefs, 0, x_, row(ends_, 0));
    }
    void follow_years(const double* z) {
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

    /// The volatility K √((m-1)/χ²) and the drift of each path. χ² of an even number of degrees of freedom is -2 ln of a
    /// product of half as many uniforms, of an odd one a squared normal more.
    void draw_estimates() {
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

    void follow(std::size_t steps) {
        while (steps_ < steps) follow_chunk();
    }
    void follow_chunk() {
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
    [[nodiscard]] static double mixed(double first, double other, double share_of_other) noexcept {
        return first + share_of_other * (other - first);
    }
    [[nodiscard]] double spread_of(double share_of_other) const noexcept {
        return sqrt(mixed(process_.volatility * process_.volatility,
                          process_.other_volatility * process_.other_volatility, share_of_other));
    }
    void follow_one_by_one(const double* z, const double* root, double* add, double keep) {
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
    /// The least n with P(N <= n) >= u, of a Poisson N of this mean whose P(0) is `none` < u.
    [[nodiscard]] static double poisson_above_zero(double u, double none, double mean) noexcept {
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

    process_record process_;
    std::uint64_t name_hash_ = 0;
    std::uint64_t driver_hash_ = 0;
    double correlation_ = 0.0;
    double keys_[block_lanes] = {};
    double driver_keys_[block_lanes] = {};
    alignas(64) double x_[block_lanes] = {};
    double drift_[block_lanes] = {};
    double spread_[block_lanes] = {};
    double step_spread_[block_lanes] = {};
    double in_other_[block_lanes] = {};
    keyed_streams shocks_, driver_shocks_, bridges_, jump_counts_, jump_sizes_, regimes_;
    bool bridges_are_ready_ = false;
    path_looks looks_;
    std::size_t steps_ = 0;
    std::size_t uniform_steps_ = 0;
    std::vector<double> ends_, jumped_, shares_of_other_, uniforms_;
};
HEADWAY_INSTANTIATE(class basic_path_grid<>);
using path_grid = basic_path_grid<>;

}  // namespace headway::detail

#include <headway/header_end.hpp>
