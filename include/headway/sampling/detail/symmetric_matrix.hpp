// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cstddef>

#include <headway/math/elementary.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// A small symmetric matrix in full, row by row.
template <std::size_t Size>
using symmetric_matrix = std::array<std::array<double, Size>, Size>;

template <std::size_t Size>
struct eigen_system {
    std::array<double, Size> values;  // ascending
    symmetric_matrix<Size> vectors;   // row k belongs to value k
};

/// Eigenvalues and orthonormal eigenvectors by cyclic Jacobi rotations; errors of a few units of rounding of the
/// largest eigenvalue. Source: Golub and Van Loan, Matrix Computations, section 8.5.
template <std::size_t Size>
[[nodiscard]] constexpr eigen_system<Size> eigen_system_of(symmetric_matrix<Size> a) noexcept {
    eigen_system<Size> result{};
    auto& v = result.vectors;
    for (std::size_t i = 0; i < Size; ++i) v[i][i] = 1.0;
    for (int sweep = 0; sweep < 60; ++sweep) {
        double off = 0.0, diagonal = 0.0;
        for (std::size_t i = 0; i < Size; ++i) {
            diagonal += a[i][i] * a[i][i];
            for (std::size_t j = 0; j < i; ++j) off += a[i][j] * a[i][j];
        }
        if (!(off > 1e-34 * diagonal)) break;
        for (std::size_t p = 0; p + 1 < Size; ++p) {
            for (std::size_t q = p + 1; q < Size; ++q) {
                if (a[p][q] == 0.0) continue;
                const double theta = (a[q][q] - a[p][p]) / (2.0 * a[p][q]);
                const double t = (theta < 0.0 ? -1.0 : 1.0) / (abs(theta) + sqrt(theta * theta + 1.0));
                const double c = 1.0 / sqrt(t * t + 1.0), s = t * c;
                for (std::size_t k = 0; k < Size; ++k) {
                    const double x = a[k][p], y = a[k][q];
                    a[k][p] = c * x - s * y;
                    a[k][q] = s * x + c * y;
                }
                for (std::size_t k = 0; k < Size; ++k) {
                    const double x = a[p][k], y = a[q][k];
                    a[p][k] = c * x - s * y;
                    a[q][k] = s * x + c * y;
                    const double vp = v[p][k], vq = v[q][k];
                    v[p][k] = c * vp - s * vq;
                    v[q][k] = s * vp + c * vq;
                }
                a[p][q] = a[q][p] = 0.0;
            }
        }
    }
    for (std::size_t i = 0; i < Size; ++i) result.values[i] = a[i][i];
    for (std::size_t i = 1; i < Size; ++i) {  // few enough to sort by insertion
        for (std::size_t k = i; k > 0 && result.values[k] < result.values[k - 1]; --k) {
            const double value = result.values[k];
            const auto vector = v[k];
            result.values[k] = result.values[k - 1];
            v[k] = v[k - 1];
            result.values[k - 1] = value;
            v[k - 1] = vector;
        }
    }
    return result;
}

/// Replaces `a`, of which only the lower triangle is read, by its lower Cholesky factor L, a = L L^T, in the rows and
/// columns that are listed in increasing order; false if that part of `a` is not positive definite.
template <std::size_t Size>
[[nodiscard]] constexpr bool factorise(symmetric_matrix<Size>& a, const std::size_t* listed, std::size_t count) noexcept {
    for (std::size_t p = 0; p < count; ++p) {
        const std::size_t i = listed[p];
        for (std::size_t q = 0; q <= p; ++q) {
            const std::size_t j = listed[q];
            double sum = a[i][j];
            for (std::size_t k = 0; k < q; ++k) sum -= a[i][listed[k]] * a[j][listed[k]];
            if (j < i) {
                a[i][j] = sum / a[j][j];
            } else {
                if (!(sum > 0.0)) return false;
                a[i][i] = sqrt(sum);
            }
        }
        for (std::size_t q = p + 1; q < count; ++q) a[i][listed[q]] = 0.0;
    }
    return true;
}
/// Of the whole matrix.
template <std::size_t Size>
[[nodiscard]] constexpr bool factorise(symmetric_matrix<Size>& a) noexcept {
    std::array<std::size_t, Size> all{};
    for (std::size_t i = 0; i < Size; ++i) all[i] = i;
    return factorise(a, all.data(), Size);
}

/// Whether every eigenvalue is above `least`.
template <std::size_t Size>
[[nodiscard]] constexpr bool eigenvalues_above(double least, symmetric_matrix<Size> a) noexcept {
    for (std::size_t i = 0; i < Size; ++i) a[i][i] -= least;
    return factorise(a);
}

/// The matrix of unit diagonal and eigenvalues >= `least` that is nearest to `a` in the Frobenius norm: projections on
/// the two sets by turns, with Dykstra's correction of the second, until they agree to 1e-12.
/// Source: Higham, "Computing the nearest correlation matrix", IMA Journal of Numerical Analysis 22 (2002), algorithm
/// 3.3.
template <std::size_t Size>
[[nodiscard]] constexpr symmetric_matrix<Size> nearest_unit_diagonal(const symmetric_matrix<Size>& a,
                                                                     double least) noexcept {
    auto unit = a;
    symmetric_matrix<Size> correction{};
    for (int step = 0; step < 2000; ++step) {
        auto shifted = unit;
        for (std::size_t i = 0; i < Size; ++i) {
            for (std::size_t j = 0; j < Size; ++j) shifted[i][j] -= correction[i][j];
        }
        const auto eigen = eigen_system_of(shifted);
        double apart = 0.0;
        for (std::size_t i = 0; i < Size; ++i) {
            for (std::size_t j = 0; j < Size; ++j) {
                double lifted = shifted[i][j];
                for (std::size_t k = 0; k < Size && eigen.values[k] < least; ++k) {
                    lifted += (least - eigen.values[k]) * eigen.vectors[k][i] * eigen.vectors[k][j];
                }
                correction[i][j] = lifted - shifted[i][j];
                const double next = i == j ? 1.0 : lifted;
                apart += (next - lifted) * (next - lifted);
                unit[i][j] = next;
            }
        }
        if (!(apart > 1e-24)) break;
    }
    for (std::size_t i = 0; i < Size; ++i) {
        for (std::size_t j = 0; j < i; ++j) unit[i][j] = unit[j][i];
    }
    // What is left of the disagreement may push an eigenvalue a hair below: lean on the identity, whose are all 1.
    for (double lean = 1e-15; !eigenvalues_above(least * 0.5, unit) && lean < 1.0; lean *= 2.0) {
        for (std::size_t i = 0; i < Size; ++i) {
            for (std::size_t j = 0; j < Size; ++j) unit[i][j] *= i == j ? 1.0 : 1.0 - lean;
        }
    }
    return unit;
}

}  // namespace headway::detail

#include <headway/header_end.hpp>
