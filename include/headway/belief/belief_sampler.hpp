// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/belief/belief.hpp>
#include <headway/distribution/quantile_table.hpp>

#include <headway/header_begin.hpp>

namespace headway {

namespace detail {

/// Whether a quantile costs more than a look into a table.
constexpr bool is_slow(const component& a) noexcept {
    if (a.window > 0.0) return true;
    switch (a.shape) {
        case belief_shape::pert:
        case belief_shape::beta:
        case belief_shape::gamma:
        case belief_shape::weibull:
        case belief_shape::student_t:
        case belief_shape::log_student_t:
        case belief_shape::pareto:
        case belief_shape::lomax:
        case belief_shape::generalized_pareto:
        case belief_shape::poisson:
        case belief_shape::geometric_trials:
        case belief_shape::geometric_failures: return true;
        default: return false;
    }
}

}  // namespace detail

/// What a sampler is fed with: independent inputs draw from uniform, correlated ones from standard normal numbers.
enum class drawn_from { uniforms, normals };

/// A belief made ready for many draws, in base units. Draws of PERTs, betas, gammas, Weibulls, Student-ts, log-Student-ts,
/// Paretos of all kinds and counts, of what is left of other shapes that are cut to less than 1/128 of the whole or of a tail, and draws of
/// mixtures from normals, come from a table of the quantile function: 5 to 30 ns instead of 100 to 3000 ns each, after some
/// 3 milliseconds to make the table. They agree with the belief's own draws to 1e-13 of the value or of the distance between
/// the quartiles, whichever is larger; all other draws have its very bits. Equal beliefs give the same bits always. Copies
/// share the tables and may be made on any thread.
class belief_sampler {
  public:
    constexpr belief_sampler() noexcept = default;
    template <any_value T>
    constexpr explicit belief_sampler(const belief<T>& b, drawn_from source = drawn_from::uniforms)
        : belief_sampler(b.parts(), source) {}
    /// Of a belief given in base units.
    constexpr belief_sampler(const detail::component_list& parts, drawn_from source) : parts_(parts) { make_tables(source); }

    /// One draw from a uniform number strictly between 0 and 1; see `belief::draw`.
    [[nodiscard]] constexpr double draw(double u) const noexcept {
        if (!is_tabled_) return detail::draw_from(parts_, u);
        double in[1] = {u};
        double out[1] = {};
        draw_block<1>(in, out);
        return out[0];
    }
    /// `drawn[i] = draw(u[i])` for i < N, the same bits. `drawn` may be `u`.
    template <std::size_t N>
    constexpr void draw_block(const double* u, double* drawn) const noexcept {
        if (draws_best_in_groups()) {
            double apart[N];
            detail::copy_lanes<N>(u, apart);
            draw_of_mixture(apart, drawn, N);
        } else if (is_tabled_) {
            for (std::size_t i = 0; i < N; ++i) drawn[i] = quantile(detail::from_lower(u[i]));
        } else {
            detail::draw_block<N>(parts_, u, drawn);
        }
    }
    /// True for a mixture of few components: `draw_group` then takes less time than the blocks in it.
    [[nodiscard]] constexpr bool draws_best_in_groups() const noexcept {
        return parts_.size() > 1 && parts_.size() <= detail::component_list::capacity_in_place &&
               parts_.shape() != belief_shape::discrete;
    }
    static constexpr std::size_t group_size = 1024;
    /// `drawn[i] = draw(u[i])` for i < group_size, the same bits, if draws_best_in_groups(). `drawn` is not `u`.
    constexpr void draw_group(const double* u, double* drawn) const noexcept { draw_of_mixture(u, drawn, group_size); }
    /// One draw from a standard normal number; see `belief::draw_from_normal`. Of a mixture it takes the slow way unless the
    /// sampler was made for drawn_from::normals.
    [[nodiscard]] constexpr double draw_from_normal(double z) const noexcept {
        if (whole_.is_empty()) return detail::draw_from_normal(parts_, z);
        return quantile(detail::split_probability{normal_cdf(z), normal_cdf(-z)});
    }
    /// `drawn[i] = draw_from_normal(z[i])` for i < N, the same bits. `drawn` may be `z`.
    template <std::size_t N>
    constexpr void draw_from_normal_block(const double* z, double* drawn) const noexcept {
        if (whole_.is_empty()) return detail::draw_from_normal_block<N>(parts_, z, drawn);
        for (std::size_t i = 0; i < N; ++i) drawn[i] = draw_from_normal(z[i]);
    }

  private:
    constexpr void make_tables(drawn_from source) {
        const bool is_mixture = parts_.shape() == belief_shape::mixture;
        const bool is_slow = is_mixture ? source == drawn_from::normals : detail::is_slow(parts_[0].part);
        if (is_slow) {
            whole_ = is_mixture ? parts_.functions()->make_table(parts_)
                                : parts_[0].part.functions->make_table(parts_[0].part);
        }
        is_tabled_ = is_slow && !is_mixture;
        if (source == drawn_from::normals || !is_mixture ||
            parts_.size() > detail::component_list::capacity_in_place) {
            return;
        }
        for (std::size_t k = 0; k < parts_.size(); ++k) {
            const detail::weighted_component& c = parts_[k];
            if (!detail::is_slow(c.part) || !(c.share > 0.0)) continue;
            of_parts_[k] = c.part.functions->make_table(c.part);
            is_tabled_ = true;
        }
    }

    constexpr void draw_of_mixture(const double* u, double* drawn, std::size_t count) const noexcept {
        parts_.functions()->draw(parts_, of_parts_, u, drawn, count);
    }

    [[nodiscard]] constexpr double quantile(detail::asked_probability p) const noexcept {
        return whole_.at(p, [this](detail::asked_probability q) { return detail::quantile_of(parts_, q); });
    }

    detail::component_list parts_;
    /// Whether draw uses a table.
    bool is_tabled_ = false;
    detail::quantile_table whole_;
    detail::quantile_table of_parts_[detail::component_list::capacity_in_place];
};

}  // namespace headway

#include <headway/header_end.hpp>
