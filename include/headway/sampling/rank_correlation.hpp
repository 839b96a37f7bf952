// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

#include <headway/math/batch_functions.hpp>
#include <headway/math/check.hpp>
#include <headway/sampling/detail/symmetric_matrix.hpp>

#include <headway/header_begin.hpp>

namespace headway {

namespace detail {

/// sin(x) for |x| <= pi / 6: the series up to x^17.
[[nodiscard]] constexpr double sine_of_small(double x) noexcept {
    double sum = 1.0;
    for (int n = 16; n >= 2; n -= 2) sum = 1.0 - x * x / (n * (n + 1)) * sum;
    return x * sum;
}
[[nodiscard]] constexpr double cosine_of_small(double x) noexcept {
    double sum = 1.0;
    for (int n = 17; n >= 1; n -= 2) sum = 1.0 - x * x / (n * (n + 1)) * sum;
    return sum;
}

inline constexpr double pi_over_6 = 0x1.0c152382d7366p-1;

/// A matrix whose least eigenvalue is not above this is refused: its Cholesky factor would amplify rounding.
inline constexpr double least_eigenvalue = 1e-8;

[[noreturn]] inline void correlations_contradict(double eigenvalue, const std::string& who) {
    throw std::domain_error(
        "correlation: the matrix of rank correlations is not positive definite, its smallest eigenvalue is " +
        number_text(eigenvalue, 3) + ": " + who +
        " cannot all be correlated like that. Weaken some of these correlations, use the matrix that "
        "nearest_correlation(...) returns, or, for inputs that move as one, make them one assumption");
}

}  // namespace detail

/// The correlation of two standard normal numbers whose ranks correlate by `rank_correlation` (Spearman's rho):
/// r = 2 sin(pi rho / 6). Domain -1 to 1, range -1 to 1, to 3 ULP. Source: Pearson (1907), Mathematical contributions
/// to the theory of evolution XVI.
[[nodiscard]] constexpr double normal_from_rank_correlation(double rank_correlation) noexcept {
    return 2.0 * detail::sine_of_small(detail::pi_over_6 * rank_correlation);
}
/// The inverse, rho = 6 / pi * asin(r / 2), to 3 ULP.
[[nodiscard]] constexpr double rank_from_normal_correlation(double correlation) noexcept {
    double angle = 0.5 * correlation;
    for (int step = 0; step < 6; ++step) {  // Newton's method; the sine is nearly straight here
        angle -= (detail::sine_of_small(angle) - 0.5 * correlation) / detail::cosine_of_small(angle);
    }
    return angle / detail::pi_over_6;
}

/// Rank correlations (Spearman's rho) between the inputs of a forecast, which are counted from 0; 0 unless set. Ranks
/// do not change when a belief is stretched, so they mean the same for a lognormal and a PERT.
template <std::size_t Size>
class rank_correlations {
  public:
    static constexpr std::size_t size = Size;

    /// Sets the correlation of two inputs; the last value set for a pair counts.
    /// Throws std::domain_error for an input with itself, an input that there is not, and a value outside -1 to 1 or
    /// NaN.
    constexpr rank_correlations& set(std::size_t one, std::size_t other, double rank_correlation) {
        if (!(one < Size && other < Size)) {
            detail::value_breaks_a_rule("correlation", "input", "must be one of the forecast's, counted from 0",
                                        static_cast<double>(one < other ? other : one));
        }
        if (one == other) {
            detail::value_breaks_a_rule("correlation", "an input",
                                        "must not be correlated with itself, it always is by 1",
                                        static_cast<double>(one));
        }
        if (!(-1.0 <= rank_correlation && rank_correlation <= 1.0)) {
            detail::value_breaks_a_rule("correlation", "rank correlation", "must be between -1 and 1",
                                        rank_correlation);
        }
        double& rho = rho_[pair(one, other)];
        const auto count = [&](double value, int by) {
            if (value == 0.0) return;
            partners_[one] += by;
            partners_[other] += by;
            pairs_ += by;
        };
        count(rho, -1);
        rho = rank_correlation;
        count(rho, 1);
        return *this;
    }

    [[nodiscard]] constexpr double operator()(std::size_t one, std::size_t other) const noexcept {
        return one == other ? 1.0 : rho_[pair(one, other)];
    }

    /// Whether an input is correlated with any other.
    [[nodiscard]] constexpr bool takes_part(std::size_t input) const noexcept { return partners_[input] != 0; }
    /// Whether any input is.
    [[nodiscard]] constexpr bool any() const noexcept { return pairs_ != 0; }

    /// The correlations of the normal numbers that stand for the inputs in a Gaussian copula, for inputs of which no single
    /// value has a probability of its own.
    [[nodiscard]] constexpr detail::symmetric_matrix<Size> normal_correlations() const noexcept {
        detail::symmetric_matrix<Size> r{};
        for (std::size_t i = 0; i < Size; ++i) {
            for (std::size_t j = 0; j < Size; ++j) r[i][j] = i == j ? 1.0 : normal_from_rank_correlation((*this)(i, j));
        }
        return r;
    }
    /// Of `normal_correlations()`; the inputs can be drawn when it is above 1e-8.
    [[nodiscard]] constexpr double smallest_eigenvalue() const noexcept {
        if constexpr (Size == 0) {
            return 1.0;
        } else {
            return detail::eigen_system_of(normal_correlations()).values[0];
        }
    }

    friend constexpr bool operator==(const rank_correlations&, const rank_correlations&) noexcept = default;

  private:
    [[nodiscard]] static constexpr std::size_t pair(std::size_t one, std::size_t other) noexcept {
        return one < other ? other * (other - 1) / 2 + one : one * (one - 1) / 2 + other;
    }

    std::array<double, Size == 0 ? 0 : Size * (Size - 1) / 2> rho_{};
    std::array<int, Size> partners_{};
    int pairs_ = 0;
};

/// The nearest rank correlations that inputs can have together: those given if they are fine, else the ones whose
/// correlations of normals are nearest to `normal_correlations()` in the sum of squares, with no eigenvalue below 1e-7.
/// Not for hiding a contradiction: look at what changed. Beliefs with ties (discrete ones, say) need stronger correlations
/// of their normals than this knows of.
/// Source: Higham, IMA Journal of Numerical Analysis 22 (2002), pp. 329-343.
template <std::size_t Size>
[[nodiscard]] constexpr rank_correlations<Size> nearest_correlation(const rank_correlations<Size>& wanted) {
    const auto r = wanted.normal_correlations();
    if (detail::eigenvalues_above(detail::least_eigenvalue, r)) return wanted;
    const auto nearest = detail::nearest_unit_diagonal(r, 10.0 * detail::least_eigenvalue);
    rank_correlations<Size> result;
    for (std::size_t i = 0; i < Size; ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            const double rho = rank_from_normal_correlation(nearest[i][j]);
            result.set(i, j, rho < -1.0 ? -1.0 : rho > 1.0 ? 1.0 : rho);
        }
    }
    return result;
}

namespace detail {

/// Row i of the lower Cholesky factor is `row(i)`.
template <class Row>
constexpr void mix_normals(std::size_t size, const bool* takes_part, Row row, batch* normals) noexcept {
    for (std::size_t i = size; i-- > 0;) {  // from the last, so that the numbers it is made of are still there
        if (!takes_part[i]) continue;
        const double* const factor = row(i);
        batch& mixed = normals[i];
        for (double& z : mixed.lane) z *= factor[i];
        for (std::size_t j = 0; j < i; ++j) {
            const double share = factor[j];
            if (share == 0.0) continue;
            for (int k = 0; k < batch::size; ++k) mixed.lane[k] += share * normals[j].lane[k];
        }
    }
}

/// A gaussian_copula of any number of inputs.
struct copula_view {
    std::size_t size;
    const double* factor;
    const bool* takes_part;
    std::uint64_t fingerprint;
    bool any;

    [[nodiscard]] const double* row(std::size_t i) const noexcept { return factor + i * size; }
    void mix(batch* normals) const noexcept {
        mix_normals(size, takes_part, [this](std::size_t i) { return row(i); }, normals);
    }
};

}  // namespace detail

/// Turns independent standard normal numbers, a block for each input, into correlated ones (Gaussian copula): with
/// z' = L z, L the lower Cholesky factor of the correlations of normals. Each stays standard normal, so each input
/// keeps its belief; `normal_cdf` of the results correlate in rank as asked. An input keeps its own numbers where it is
/// correlated only with later ones.
template <std::size_t Size>
class gaussian_copula {
  public:
    /// No correlation at all.
    constexpr gaussian_copula() noexcept {
        for (std::size_t i = 0; i < Size; ++i) factor_[i][i] = 1.0;
    }

    /// Throws std::domain_error if the matrix is not positive definite; the message has the smallest eigenvalue and, if
    /// `names` has the inputs' names, says which inputs contradict each other.
    constexpr explicit gaussian_copula(const rank_correlations<Size>& correlations,
                                         const std::string_view* names = nullptr)
        : gaussian_copula() {
        if (!correlations.any()) return;
        set_normal_correlations(correlations.normal_correlations(), correlations, names);
    }
    /// With `normals` for the correlations of the normal numbers, which attain the rank correlations for the inputs'
    /// beliefs.
    constexpr gaussian_copula(const rank_correlations<Size>& correlations, const std::string_view* names,
                                const detail::symmetric_matrix<Size>& normals)
        : gaussian_copula() {
        if (correlations.any()) set_normal_correlations(normals, correlations, names);
    }

    [[nodiscard]] constexpr bool any() const noexcept { return any_; }
    [[nodiscard]] constexpr bool takes_part(std::size_t input) const noexcept { return takes_part_[input]; }
    /// The lower Cholesky factor of the correlations of normals.
    [[nodiscard]] constexpr const detail::symmetric_matrix<Size>& factor() const noexcept { return factor_; }
    /// A hash of the correlations, 0 for none.
    [[nodiscard]] constexpr std::uint64_t fingerprint() const noexcept { return fingerprint_; }

    /// In place: `normals` has a block for each input, those of inputs that take no part are neither read nor written.
    constexpr void mix(batch* normals) const noexcept {
        detail::mix_normals(Size, takes_part_.data(), [this](std::size_t i) { return factor_[i].data(); }, normals);
    }
    /// This without its size.
    [[nodiscard]] detail::copula_view view() const noexcept {
        return {Size, any_ ? factor_[0].data() : nullptr, takes_part_.data(), fingerprint_, any_};
    }

  private:
    constexpr void set_normal_correlations(const detail::symmetric_matrix<Size>& normals,
                                           const rank_correlations<Size>& correlations, const std::string_view* names) {
        any_ = true;
        std::array<std::size_t, Size> inputs{};  // those that take part
        std::size_t count = 0;
        for (std::size_t i = 0; i < Size; ++i) {
            takes_part_[i] = correlations.takes_part(i);
            if (takes_part_[i]) inputs[count++] = i;
        }
        for (std::size_t p = 0; p < count; ++p) {
            for (std::size_t q = 0; q < p; ++q) factor_[inputs[p]][inputs[q]] = normals[inputs[p]][inputs[q]];
        }
        auto shifted = factor_;
        for (std::size_t p = 0; p < count; ++p) shifted[inputs[p]][inputs[p]] -= detail::least_eigenvalue;
        if (!detail::factorise(shifted, inputs.data(), count)) matrix_is_not_positive_definite(normals, names);
        static_cast<void>(detail::factorise(factor_, inputs.data(), count));
        for (std::size_t p = 0; p < count; ++p) {
            const std::size_t i = inputs[p];
            for (std::size_t q = 0; q < p; ++q) {
                const std::size_t j = inputs[q];
                if (correlations(i, j) == 0.0) continue;
                for (const std::uint64_t word : {static_cast<std::uint64_t>(i), static_cast<std::uint64_t>(j),
                                                 std::bit_cast<std::uint64_t>(correlations(i, j))}) {
                    fingerprint_ = (fingerprint_ ^ word) * 0x9E3779B97F4A7C15ULL;
                    fingerprint_ ^= fingerprint_ >> 32;
                }
            }
        }
    }
    [[noreturn]] static void matrix_is_not_positive_definite(const detail::symmetric_matrix<Size>& r,
                                                             const std::string_view* names) {
        const auto eigen = detail::eigen_system_of(r);
        // The inputs that weigh most in the impossible combination, which would have to have a negative variance.
        std::string who;
        for (std::size_t i = 0; i < Size; ++i) {
            if (!(abs(eigen.vectors[0][i]) > 0.2)) continue;
            if (!who.empty()) who += ", ";
            if (names != nullptr) {
                who.append("\"").append(names[i]).append("\"");
            } else {
                who.append("input ").append(std::to_string(i));
            }
        }
        detail::correlations_contradict(eigen.values[0], who.empty() ? std::string("the inputs") : who);
    }

    detail::symmetric_matrix<Size> factor_{};
    std::array<bool, Size> takes_part_{};
    std::uint64_t fingerprint_ = 0;
    bool any_ = false;
};

}  // namespace headway

#include <headway/header_end.hpp>
