// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/distribution/closed_form.hpp>
#include <headway/distribution/counts.hpp>
#include <headway/distribution/metalog.hpp>
#include <headway/distribution/normal_draw.hpp>
#include <headway/distribution/pareto.hpp>
#include <headway/distribution/point_masses.hpp>
#include <headway/distribution/quantile_table.hpp>
#include <headway/distribution/special_form.hpp>
#include <headway/distribution/truncated_moments.hpp>
#include <headway/distribution/window.hpp>

#include <headway/header_begin.hpp>

// What is asked of a component, as functions of its shape. The maker of a component gives it the pointer to them, so that a
// program has the formulas of the shapes that it makes and of no others: a component's shape is known when running only.
namespace headway::detail {

inline constexpr std::size_t shape_block = 64;

struct shape_functions {
    double (*quantile)(const component&, asked_probability) noexcept;
    /// P(X <= x) and P(X > x) for lo <= x < hi.
    split_probability (*probability)(const component&, double) noexcept;
    /// For lo <= x <= hi.
    double (*density)(const component&, double) noexcept;
    double (*mean)(const component&);
    double (*variance)(const component&);
    /// shape_block draws from as many uniform numbers, each as by `quantile`; `drawn` may be `u`.
    void (*draw)(const component&, const double* u, double* drawn) noexcept;
    /// The same from standard normal numbers; null where each is but the quantile of the normal probability.
    void (*draw_from_normals)(const component&, const double* z, double* drawn) noexcept;
    /// Null for a shape whose quantile costs no more than a look into a table.
    quantile_table (*make_table)(const component&);
    /// Those of the shape that is not truncated; null for itself.
    const shape_functions* whole;
};

/// The two sides, in the untruncated shape, of a share of what the truncation left; both from their own end, so that
/// neither tail is a difference.
HEADWAY_INLINE constexpr split_probability untruncated(const component& a, split_probability p) noexcept {
    return {a.at_lo.lower + p.lower * a.inside, a.at_hi.upper + p.upper * a.inside};
}

/// P(X <= x) and P(X > x) of a truncated shape, lo < x < hi: differences, or where these have lost their digits integrals.
template <class Formulas>
constexpr split_probability truncated_probability(Formulas formulas, const component& a, double x) noexcept {
    const split_probability at_x = Formulas::below(a, x);
    const auto below = [&] { return probability_between(formulas, a, x, a.lo); };
    const auto above = [&] { return probability_between(formulas, a, x, a.hi); };
    const double from_lo = a.at_lo.lower <= 0.5 ? difference_or(at_x.lower, a.at_lo.lower, below)
                                                : difference_or(a.at_lo.upper, at_x.upper, below);
    const double from_hi = a.at_hi.upper <= 0.5 ? difference_or(at_x.upper, a.at_hi.upper, above)
                                                : difference_or(a.at_hi.lower, at_x.lower, above);
    return {clamped(from_lo / a.inside, 0.0, 1.0), clamped(from_hi / a.inside, 0.0, 1.0)};
}

template <class Formulas, bool IsTruncated>
struct shape_code;
/// The functions of a shape, as it is or truncated.
template <class Formulas, bool IsTruncated = false>
inline constexpr shape_functions functions_of = shape_code<Formulas, IsTruncated>::table();

template <class Formulas, bool IsTruncated>
struct shape_code {
    static constexpr bool may_have_window = IsTruncated && Formulas::has_windows;
    static constexpr bool is_normal_based =
        std::is_same_v<Formulas, normal_formulas> || std::is_same_v<Formulas, lognormal_formulas>;

    HEADWAY_INLINE static constexpr double quantile_by_formula(const component& a, asked_probability p) noexcept {
        if constexpr (Formulas::has_steps) {
            return Formulas::at(a, p);
        } else {
            return clamped(Formulas::at(a, untruncated(a, p)), a.lo, a.hi);
        }
    }
    static constexpr double quantile(const component& a, asked_probability p) noexcept {
        if constexpr (may_have_window) {
            if (a.window > 0.0) return window_quantile(Formulas{}, a, p);
        }
        return quantile_by_formula(a, p);
    }
    static constexpr split_probability probability(const component& a, double x) noexcept {
        if constexpr (may_have_window) {
            if (a.window > 0.0) return window_probability(Formulas{}, a, x);
            return truncated_probability(Formulas{}, a, x);
        } else {
            return Formulas::below(a, x);
        }
    }
    static constexpr double density(const component& a, double x) noexcept {
        if constexpr (may_have_window) {
            if (a.window > 0.0) return window_density(Formulas{}, a, x);
        }
        return Formulas::density(a, x) / a.inside;
    }
    static constexpr double mean(const component& a) {
        if constexpr (may_have_window) {
            return truncated_mean(Formulas{}, a);
        } else {
            return Formulas::mean(a);
        }
    }
    static constexpr double variance(const component& a) {
        if constexpr (may_have_window) {
            return truncated_variance(Formulas{}, a);
        } else {
            return Formulas::variance(a);
        }
    }
    static constexpr void draw(const component& a, const double* u, double* drawn) noexcept {
        if constexpr (may_have_window) {
            // Asked once, not at each draw.
            if (a.window > 0.0) {
                for (std::size_t i = 0; i < shape_block; ++i) drawn[i] = quantile(a, from_lower(u[i]));
                return;
            }
        }
        if constexpr (is_normal_based && IsTruncated) {
            double z[shape_block];
            truncated_normals<shape_block>(u, z, [&a](double x) { return untruncated(a, from_lower(x)); });
            vector_dispatch(from_normals_loop<Formulas, shape_block>{a, z, drawn});
        } else if constexpr (is_normal_based) {
            vector_dispatch(from_uniforms_loop<Formulas, shape_block>{a, u, drawn});
        } else if constexpr (std::is_same_v<Formulas, bernoulli_formulas>) {
            vector_dispatch(bernoulli_loop<shape_block>{a, u, drawn});
        } else if constexpr (std::is_same_v<Formulas, metalog_formulas>) {
            metalog_block<shape_block>(a, u, drawn);
        } else {
            double value[shape_block];
            for (std::size_t i = 0; i < shape_block; ++i) value[i] = quantile_by_formula(a, from_lower(u[i]));
            for (std::size_t i = 0; i < shape_block; ++i) drawn[i] = value[i];
        }
    }
    static constexpr void draw_from_normals([[maybe_unused]] const component& a, [[maybe_unused]] const double* z,
                                            [[maybe_unused]] double* drawn) noexcept {
        if constexpr (is_normal_based) vector_dispatch(from_normals_loop<Formulas, shape_block>{a, z, drawn});
    }
    static constexpr quantile_table make_table(const component& a) {
        return quantile_table(a, &quantile);
    }

    static constexpr shape_functions table() noexcept {
        shape_functions all{&quantile, &probability, &density, &mean, &variance, &draw, nullptr, nullptr, nullptr};
        if constexpr (is_normal_based && !IsTruncated) all.draw_from_normals = &draw_from_normals;
        if constexpr (may_have_window || Formulas::is_slow) all.make_table = &make_table;
        if constexpr (IsTruncated) all.whole = &functions_of<Formulas>;
        return all;
    }
};

HEADWAY_INSTANTIATE(struct shape_code<uniform_formulas, false>);
HEADWAY_INSTANTIATE(struct shape_code<log_uniform_formulas, false>);
HEADWAY_INSTANTIATE(struct shape_code<normal_formulas, false>);
HEADWAY_INSTANTIATE(struct shape_code<lognormal_formulas, false>);
HEADWAY_INSTANTIATE(struct shape_code<triangular_formulas, false>);
HEADWAY_INSTANTIATE(struct shape_code<beta_formulas<0, 2>, false>);
HEADWAY_INSTANTIATE(struct shape_code<beta_formulas<2, 3>, false>);
HEADWAY_INSTANTIATE(struct shape_code<gamma_formulas, false>);
HEADWAY_INSTANTIATE(struct shape_code<weibull_formulas, false>);
HEADWAY_INSTANTIATE(struct shape_code<student_t_formulas, false>);
HEADWAY_INSTANTIATE(struct shape_code<log_student_t_formulas, false>);
HEADWAY_INSTANTIATE(struct shape_code<bernoulli_formulas, false>);
HEADWAY_INSTANTIATE(struct shape_code<empirical_formulas, false>);
HEADWAY_INSTANTIATE(struct shape_code<normal_formulas, true>);
HEADWAY_INSTANTIATE(struct shape_code<lognormal_formulas, true>);
HEADWAY_INSTANTIATE(struct shape_code<triangular_formulas, true>);
HEADWAY_INSTANTIATE(struct shape_code<beta_formulas<0, 2>, true>);
HEADWAY_INSTANTIATE(struct shape_code<beta_formulas<2, 3>, true>);
HEADWAY_INSTANTIATE(struct shape_code<gamma_formulas, true>);
HEADWAY_INSTANTIATE(struct shape_code<weibull_formulas, true>);
HEADWAY_INSTANTIATE(struct shape_code<student_t_formulas, true>);
HEADWAY_INSTANTIATE(struct shape_code<log_student_t_formulas, true>);
HEADWAY_INSTANTIATE(struct shape_code<metalog_formulas, false>);
HEADWAY_INSTANTIATE(struct shape_code<metalog_formulas, true>);
HEADWAY_INSTANTIATE(struct shape_code<pareto_formulas, false>);
HEADWAY_INSTANTIATE(struct shape_code<lomax_formulas, false>);
HEADWAY_INSTANTIATE(struct shape_code<generalized_pareto_formulas, false>);
HEADWAY_INSTANTIATE(struct shape_code<poisson_formulas, false>);
HEADWAY_INSTANTIATE(struct shape_code<geometric_formulas<0>, false>);
HEADWAY_INSTANTIATE(struct shape_code<geometric_formulas<1>, false>);
HEADWAY_INSTANTIATE(struct shape_code<pareto_formulas, true>);
HEADWAY_INSTANTIATE(struct shape_code<lomax_formulas, true>);
HEADWAY_INSTANTIATE(struct shape_code<generalized_pareto_formulas, true>);
HEADWAY_INSTANTIATE(struct shape_code<poisson_formulas, true>);
HEADWAY_INSTANTIATE(struct shape_code<geometric_formulas<0>, true>);
HEADWAY_INSTANTIATE(struct shape_code<geometric_formulas<1>, true>);

/// `f(formulas)` with the formulas of a shape, whichever it is: for those few who make components of every shape.
template <class F>
constexpr auto with_formulas(belief_shape shape, F f) {
    switch (shape) {
        case belief_shape::uniform: return f(uniform_formulas{});
        case belief_shape::log_uniform: return f(log_uniform_formulas{});
        case belief_shape::normal: return f(normal_formulas{});
        case belief_shape::lognormal: return f(lognormal_formulas{});
        case belief_shape::triangular: return f(triangular_formulas{});
        case belief_shape::pert: return f(beta_formulas<0, 2>{});
        case belief_shape::beta: return f(beta_formulas<2, 3>{});
        case belief_shape::gamma: return f(gamma_formulas{});
        case belief_shape::weibull: return f(weibull_formulas{});
        case belief_shape::student_t: return f(student_t_formulas{});
        case belief_shape::log_student_t: return f(log_student_t_formulas{});
        case belief_shape::metalog: return f(metalog_formulas{});
        case belief_shape::pareto: return f(pareto_formulas{});
        case belief_shape::lomax: return f(lomax_formulas{});
        case belief_shape::generalized_pareto: return f(generalized_pareto_formulas{});
        case belief_shape::poisson: return f(poisson_formulas{});
        case belief_shape::geometric_trials: return f(geometric_formulas<1>{});
        case belief_shape::geometric_failures: return f(geometric_formulas<0>{});
        case belief_shape::bernoulli: return f(bernoulli_formulas{});
        case belief_shape::empirical: return f(empirical_formulas{});
        default: return f(exactly_formulas{});
    }
}

}  // namespace headway::detail

#include <headway/header_end.hpp>
