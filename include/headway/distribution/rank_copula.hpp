// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <vector>

#include <headway/distribution/list_functions.hpp>
#include <headway/math/error_function.hpp>

#include <headway/header_begin.hpp>

// Spearman's rank correlation of inputs some of whose values have a probability of their own, under a Gaussian copula.
//
// Ties share their ranks' mean, so with F(x-) and F(x) the probabilities below x and up to x, the population's rank
// correlation is the correlation of the grades G = (F(x-) + F(x)) / 2: rho = cov(G, H) / sqrt(var G var H), where var G
// = (1 - the sum of the cubes of the single values' probabilities) / 12. As functions of the standard normal numbers
// that the inputs are drawn from, grades rise by jumps at the ends of the ties and along the normal cdf between them.
// The covariance grows with the normal correlation r at the rate E[G'(Z) H'(W)] (Price's theorem), the expectation over
// jumps and densities under the bivariate normal density, and is 0 at r = 0. With r = 1 - t^2 that is integrated over t
// by Gauss and Legendre's rule, panel by panel towards t = 0, until the asked covariance is reached.
// Sources: Kruskal, JASA 53 (1958) 814-861, for grades; Price, IRE Trans. Inf. Theory 4 (1958) 69-72.
namespace headway::detail {

/// A single value with less probability than this counts as part of what is continuous: n such values change a rank
/// correlation by 1 / n^2, below 2.5e-5, and cost n^2.
inline constexpr double least_tie = 1.0 / 200.0;
/// The largest normal correlation that leaves two inputs anything of their own, 1 - 2^-26.
inline constexpr double least_t = 0x1p-13;

inline constexpr int gauss_nodes = 16;
inline constexpr double gauss_node[gauss_nodes / 2] = {0.09501250983763744,  0.2816035507792589, 0.45801677765722737,
                                                       0.6178762444026438,   0.755404408355003,  0.8656312023878318,
                                                       0.9445750230732326,   0.9894009349916499};
inline constexpr double gauss_weight[gauss_nodes / 2] = {0.1894506104550685,  0.18260341504492358, 0.16915651939500254,
                                                         0.14959598881657674, 0.12462897125553388, 0.09515851168249279,
                                                         0.062253523938647894, 0.027152459411754096};

/// The integral of f from a to b by 16 points.
template <class F>
constexpr double gauss_integral(double a, double b, F f) {
    const double half = 0.5 * (b - a);
    const double middle = 0.5 * (a + b);
    double sum = 0.0;
    for (int i = 0; i < gauss_nodes / 2; ++i) {
        sum += gauss_weight[i] * (f(middle - half * gauss_node[i]) + f(middle + half * gauss_node[i]));
    }
    return half * sum;
}

/// A sure value among others, with its probability.
struct point_mass {
    double value;
    double mass;
};

/// The grades of an input as a function of the standard normal number that it is drawn from.
class grades {
  public:
    struct jump {
        double at;
        double size;
    };
    struct interval {
        double from;
        double to;
    };

    constexpr explicit grades(const component_list& parts) {
        std::size_t candidates = 0;
        for (const weighted_component& c : parts) candidates += count_of(c.part);
        if (candidates <= small) {
            point_mass masses[small] = {};
            build(parts, masses, candidates);
        } else {
            build_large(parts, candidates);
        }
    }

    /// Whether single values have, together, any probability to speak of.
    [[nodiscard]] constexpr bool has_ties() const noexcept { return jumps_ > 0 || is_sure(); }
    /// One value has all of it, so that there is nothing to correlate.
    [[nodiscard]] constexpr bool is_sure() const noexcept { return !(variance() > 1e-12); }
    [[nodiscard]] constexpr double variance() const noexcept { return (1.0 - cubes_) / 12.0; }
    [[nodiscard]] constexpr std::size_t jumps() const noexcept { return jumps_; }
    [[nodiscard]] constexpr const jump& jump_at(std::size_t i) const noexcept { return jump_[i]; }
    /// Where the grade rises along the normal cdf.
    [[nodiscard]] constexpr std::size_t slopes() const noexcept { return slopes_; }
    [[nodiscard]] constexpr const interval& slope(std::size_t i) const noexcept { return slope_[i]; }

    /// The grades of the input with its sign changed.
    [[nodiscard]] constexpr grades reversed() const noexcept {
        grades other = *this;
        for (std::size_t i = 0; i < jumps_; ++i) other.jump_[i].at = -jump_[i].at;
        for (std::size_t i = 0; i < slopes_; ++i) other.slope_[i] = {-slope_[i].to, -slope_[i].from};
        return other;
    }

  private:
    static constexpr std::size_t small = 64;
    static constexpr std::size_t most_ties = 200;
    /// Probabilities nearer to 0 or to each other than this are the same.
    static constexpr double same = 1e-13;

    static constexpr std::size_t count_of(const component& a) noexcept {
        switch (a.shape) {
            case belief_shape::exactly: return 1;
            case belief_shape::bernoulli: return 2;
            case belief_shape::empirical: return a.data_size;
            default: return 0;
        }
    }
    void build_large(const component_list& parts, std::size_t candidates);
    constexpr void build(const component_list& parts, point_mass* masses, std::size_t count) {
        std::size_t next = 0;
        bool only_points = true;
        for (const weighted_component& c : parts) {
            const component& a = c.part;
            only_points = only_points && (count_of(a) > 0 || !(c.share > 0.0));
            if (a.shape == belief_shape::exactly) {
                masses[next++] = {a.parameter[0], c.share};
            } else if (a.shape == belief_shape::bernoulli) {
                masses[next++] = {0.0, c.share * (1.0 - a.parameter[0])};
                masses[next++] = {1.0, c.share * a.parameter[0]};
            } else if (a.shape == belief_shape::empirical) {
                const double each = c.share / static_cast<double>(a.data_size);
                for (std::size_t i = 0; i < a.data_size; ++i) masses[next++] = {a.data[i], each};
            }
        }
        sort_elements(masses, count, [](const point_mass& a, const point_mass& b) { return a.value < b.value; });
        double reached = 0.0;     // the probability below, where there is nothing but points
        double tied_up_to = 0.0;  // the end of the last tie
        for (std::size_t i = 0; i < count;) {
            const double value = masses[i].value;
            double mass = 0.0;
            for (; i < count && masses[i].value == value; ++i) mass += masses[i].mass;
            const double before = reached;
            reached += mass;
            if (mass < least_tie) continue;
            const split_probability up_to =
                only_points ? from_lower(clamped(reached, 0.0, 1.0)) : probability_of(parts, value);
            const double lower = only_points ? before : clamped(up_to.lower - mass, 0.0, 1.0);
            add_tie(lower, up_to, mass, tied_up_to);
            tied_up_to = up_to.upper > same ? up_to.lower : 1.0;
        }
        if (tied_up_to < 1.0 - same) add_slope(tied_up_to, 1.0);
    }
    constexpr void add_tie(double lower, split_probability up_to, double mass, double tied_up_to) noexcept {
        cubes_ += mass * mass * mass;
        if (lower - tied_up_to > same) add_slope(tied_up_to, lower);
        if (lower > same) add_jump(normal_quantile(lower), 0.5 * mass);
        if (up_to.upper > same) {
            add_jump(up_to.lower <= up_to.upper ? normal_quantile(up_to.lower) : normal_quantile_upper(up_to.upper),
                     0.5 * mass);
        }
    }
    constexpr void add_jump(double at, double size) noexcept {
        if (jumps_ > 0 && abs(jump_[jumps_ - 1].at - at) < 1e-9) {
            jump_[jumps_ - 1].size += size;
        } else {
            jump_[jumps_++] = {at, size};
        }
    }
    constexpr void add_slope(double from, double to) noexcept {
        slope_[slopes_++] = {from > 0.0 ? normal_quantile(from) : -infinity, to < 1.0 ? normal_quantile(to) : infinity};
    }

    jump jump_[2 * most_ties] = {};
    interval slope_[most_ties + 1] = {};
    std::size_t jumps_ = 0;
    std::size_t slopes_ = 0;
    double cubes_ = 0.0;
};

inline constexpr double one_over_two_pi = 0.15915494309189534;

/// E[G'(Z) H'(W)] sqrt(1 - r^2) at the normal correlation r = 1 - t^2, with c^2 = 1 - r^2.
class covariance_rate {
  public:
    constexpr covariance_rate(const grades& g, const grades& h) noexcept : g_(g), h_(h) {}

    constexpr double operator()(double t) const {
        const at_correlation c(t);
        double sum = 0.0;
        for (std::size_t i = 0; i < g_.jumps(); ++i) sum += g_.jump_at(i).size * c.jump_with(g_.jump_at(i).at, h_);
        for (std::size_t j = 0; j < h_.jumps(); ++j) {
            for (std::size_t k = 0; k < g_.slopes(); ++k) {
                sum += h_.jump_at(j).size * c.jump_with_slope(h_.jump_at(j).at, g_.slope(k));
            }
        }
        if (!g_.has_ties()) {
            for (std::size_t k = 0; k < h_.slopes(); ++k) sum += c.whole_with_slope(h_.slope(k));
        } else if (!h_.has_ties()) {
            for (std::size_t k = 0; k < g_.slopes(); ++k) sum += c.whole_with_slope(g_.slope(k));
        } else {
            for (std::size_t k = 0; k < g_.slopes(); ++k) sum += slope_with_slopes(c, g_.slope(k));
        }
        return sum;
    }

  private:
    struct at_correlation {
        double r, c2, steepness;  // steepness: sqrt(1 + c^2) / c
        constexpr explicit at_correlation(double t) noexcept
            : r(1.0 - t * t), c2(t * t * (2.0 - t * t)), steepness(sqrt((1.0 + c2) / c2)) {}

        constexpr double jumps(double z, double w) const noexcept {
            return one_over_two_pi * exp(-(z - w) * (z - w) / (2.0 * c2) - z * w / (1.0 + r));
        }
        constexpr double jump_with_slope(double z, const grades::interval& y) const noexcept {
            const double mean = z * r / (1.0 + c2);
            return one_over_two_pi * exp(-z * z / (1.0 + c2)) *
                   (cdf(steepness, y.to - mean) - cdf(steepness, y.from - mean)) / steepness;
        }
        constexpr double whole_with_slope(const grades::interval& y) const noexcept {
            const double narrower = sqrt((3.0 + c2) / (1.0 + c2));
            return one_over_two_pi * (cdf(narrower, y.to) - cdf(narrower, y.from)) / (narrower * steepness);
        }
        /// A jump of size 1 at z with all of the other grades.
        constexpr double jump_with(double z, const grades& other) const noexcept {
            double sum = 0.0;
            for (std::size_t j = 0; j < other.jumps(); ++j) sum += other.jump_at(j).size * jumps(z, other.jump_at(j).at);
            for (std::size_t k = 0; k < other.slopes(); ++k) sum += jump_with_slope(z, other.slope(k));
            return sum;
        }
        static constexpr double cdf(double scale, double x) noexcept {
            return x == infinity ? 1.0 : x == -infinity ? 0.0 : normal_cdf(scale * x);
        }
    };

    /// Panels of the scale on which the rate of a jump changes, so that near r = 1 they are narrow.
    constexpr double slope_with_slopes(const at_correlation& c, const grades::interval& x) const {
        constexpr double end = 8.3;  // beyond it lies 1e-16
        const double from = x.from > -end ? x.from : -end;
        const double to = x.to < end ? x.to : end;
        if (!(from < to)) return 0.0;
        const double scale = 4.0 / c.steepness;
        const double wanted = (to - from) / (scale < 2.0 ? scale : 2.0);
        const int panels = wanted < 256.0 ? static_cast<int>(wanted) + 1 : 256;
        double sum = 0.0;
        for (int p = 0; p < panels; ++p) {
            const double width = (to - from) / panels;
            sum += gauss_integral(from + p * width, from + (p + 1) * width, [&](double z) {
                double rate = 0.0;
                for (std::size_t k = 0; k < h_.slopes(); ++k) rate += c.jump_with_slope(z, h_.slope(k));
                return normal_pdf(z) * rate;
            });
        }
        return sum;
    }

    const grades& g_;
    const grades& h_;
};

/// The normal correlation that gives two inputs a rank correlation, or why there is none.
struct copula_solution {
    double correlation;
    /// The greatest rank correlation of this sign that can be had, where the asked one cannot.
    double most = 1.0;
    bool is_attained = true;
};

/// For inputs of which at least one has ties and none is sure.
[[nodiscard]] constexpr copula_solution solve_copula(double rank_correlation, const grades& g, const grades& second) {
    if (rank_correlation == 0.0) return {0.0};
    const double sign = rank_correlation < 0.0 ? -1.0 : 1.0;
    const grades h = sign < 0.0 ? second.reversed() : second;
    const covariance_rate rate(g, h);
    const auto by_t = [&](double t) { return 2.0 * rate(t) / sqrt(2.0 - t * t); };
    const double scale = sqrt(g.variance() * h.variance());
    const double target = sign * rank_correlation * scale;

    double reached = 0.0;
    double upper = 1.0;
    double lower = 1.0;
    double in_panel = 0.0;
    while (true) {
        if (!(upper > least_t)) return {sign, sign * reached / scale, false};
        lower = 0.5 * upper;
        in_panel = gauss_integral(lower, upper, by_t);
        if (reached + in_panel >= target) break;
        reached += in_panel;
        upper = lower;
    }
    // Newton's method within the panel, held by bisection.
    const double start = upper;
    double lo = lower;
    double hi = upper;
    double t = upper - (upper - lower) * ((target - reached) / in_panel);
    for (int step = 0; step < 60; ++step) {
        const double missing = target - (reached + gauss_integral(t, start, by_t));
        (missing > 0.0 ? hi : lo) = t;
        if (abs(missing) <= 1e-13 * scale) break;
        double next = t - missing / by_t(t);
        if (!(next > lo && next < hi)) next = 0.5 * (lo + hi);
        if (abs(next - t) <= 1e-15) break;
        t = next;
    }
    return {sign * (1.0 - t * t)};
}

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/distribution/bodies/rank_copula.hpp>
#endif
