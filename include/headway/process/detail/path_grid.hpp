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

    explicit regime_step(const process_record& p) noexcept;
};

/// What one jump at some moment of a step, each as likely, has become at its end: of a process that reverts to a mean it has
/// faded since. Mean and standard deviation.
struct jump_in_step {
    double mean = 0.0;
    double spread = 0.0;

    explicit jump_in_step(const process_record& p) noexcept;
};

/// A block of 64 paths at the ends of their steps, in the process's coordinate, followed as far as was asked.
template <class = void>
class basic_path_grid {
  public:
    /// Whether these very paths are followed here already.
    [[nodiscard]] bool is_of(const path_source& source) const noexcept;
    void start(const path_source& source);

    [[nodiscard]] const process_record& process() const noexcept { return process_; }
    [[nodiscard]] std::uint64_t name_hash() const noexcept { return name_hash_; }
    [[nodiscard]] const double* keys() const noexcept { return keys_; }
    /// After so many steps, in rows that follow each other the ends of further ones; of a step that ends with a jump before that.
    [[nodiscard]] const double* before(std::size_t steps, int rows = 1);
    /// After so many steps and the jump that ends the last of them.
    [[nodiscard]] const double* after(std::size_t steps);
    /// The drift and the volatility of a path during a step.
    [[nodiscard]] double drift(std::size_t step, int lane);
    /// Of all 64 paths, the volatilities during a step.
    [[nodiscard]] const double* spreads(std::size_t step);
    /// The uniform number of each path that tells what its bridge does in a step, and rows of those in the next steps.
    [[nodiscard]] const double* bridge_uniforms(std::size_t step, int rows);
    /// Between two steps: where each path was looked at last, and the middles of halves on the way there.
    [[nodiscard]] path_looks& looks() noexcept { return looks_; }
    /// Standard normal numbers of so many paths from the first on, at a place within a step.
    void normals_within(std::size_t step, std::uint64_t place, int first, int count, double* z) const noexcept;

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
                           int count, double* z) noexcept;
    void share(const double* shared, double* own, int count) const noexcept;

    /// The first year's normal score and value.
    void start_years();
    void follow_years(const double* z);

    /// The volatility K √((m-1)/χ²) and the drift of each path. χ² of an even number of degrees of freedom is -2 ln of a
    /// product of half as many uniforms, of an odd one a squared normal more.
    void draw_estimates();

    void follow(std::size_t steps) {
        while (steps_ < steps) follow_chunk();
    }
    void follow_chunk();
    [[nodiscard]] static double mixed(double first, double other, double share_of_other) noexcept {
        return first + share_of_other * (other - first);
    }
    [[nodiscard]] double spread_of(double share_of_other) const noexcept;
    void follow_one_by_one(const double* z, const double* root, double* add, double keep);
    /// The least n with P(N <= n) >= u, of a Poisson N of this mean whose P(0) is `none` < u.
    [[nodiscard]] static double poisson_above_zero(double u, double none, double mean) noexcept;

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
HEADWAY_ELSEWHERE(class basic_path_grid<>);
using path_grid = basic_path_grid<>;

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/process/bodies/detail/path_grid.hpp>
#endif
