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

    void find(const char* function, double* out);

  private:
    static constexpr int most_steps = keyed_streams::chunk;

    void look_at_level(const char* function, const double* when, bool on_one_date);

    /// How many steps are looked at together: those to the end of a chunk where nothing but the paths changes from one to the
    /// next. A step alone is too short for its vectors: half the time goes by until they have begun and have told which lanes
    /// to look at.
    [[nodiscard]] std::size_t steps_at_once(std::size_t step) const noexcept;
    /// All paths on the same dates.
    void pass_steps(const char* function, std::size_t step, int steps, double* out);
    /// Each path on dates of its own.
    void pass_step_in_windows(const char* function, std::size_t step, double* out);
    /// At the jumps that end a step.
    void jump(std::size_t step, double end, double* out);
    /// Values stand still until the next year begins.
    void pass_year(const char* function, std::size_t step, double* out);
    /// Also where the end is at the level or beyond, whose exponent is 0 or below, or is not a number at no volatility.
    [[nodiscard]] static bool comes_to_level(double u, double time, double before, double after, double spread) noexcept;
    [[nodiscard]] const double* per_variance(std::size_t step);
    /// One path's bridge comes to the level in a step. Dates are drawn for all at last, side by side.
    void note_passage(std::size_t step, int i, double left, double right, double before, double after,
                      double scale) noexcept;
    void date_passages(double* out);

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
HEADWAY_ELSEWHERE(class basic_passage<>);
using passage = basic_passage<>;

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/process/bodies/detail/passage.hpp>
#endif
