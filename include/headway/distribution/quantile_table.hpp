// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>

#include <headway/distribution/component.hpp>
#include <headway/distribution/shared_array.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// A quantile function as polynomials of degree 7 on cells that narrow towards both ends as the distance to them does:
/// sixteen to each halving of the distance, down to a probability of 2^-11. A cell is kept only if it agrees with the
/// quantile function at its ends and between its nodes to 1e-13 of the value or of the middle half's width; elsewhere, and
/// further out, the quantile function itself is asked. So jumps and corners cost speed, never accuracy.
class quantile_table {
  public:
    constexpr quantile_table() noexcept = default;
    /// Of `quantile(of, asked_probability)`: a pointer, for one such function serves the components of all shapes.
    template <class Parts>
    constexpr quantile_table(const Parts& of, double (*quantile)(const Parts&, asked_probability) noexcept)
        : cells_(2 * cells_per_side) {
        const double width = quantile(of, from_upper(0.25)) - quantile(of, from_lower(0.25));
        for (std::size_t side = 0; side < 2; ++side) {
            for (std::size_t i = 0; i < cells_per_side; ++i) {
                const double start = start_of(i);
                const double half = 0.5 * (start_of(i + 1) - start);
                cell& c = cells_.unshared()[side * cells_per_side + i];
                c.one_over_half = 1.0 / half;
                fit(c, width, [&](double t) {
                    const double tail = start + half * (1.0 + t);
                    return quantile(of, side == 0 ? from_lower(tail) : from_upper(tail));
                });
            }
        }
    }

    [[nodiscard]] constexpr bool is_empty() const noexcept { return cells_.size() == 0; }

    /// The quantile, from the table where it has it, else from the function.
    template <class Quantile>
    [[nodiscard]] constexpr double at(asked_probability p, Quantile quantile) const noexcept {
        const bool is_lower = p.lower <= p.upper;
        const double tail = is_lower ? p.lower : p.upper;
        const std::uint64_t place = (bits_of(tail) >> dropped_bits) - first_place;
        if (place < cells_per_side) {
            const cell& c = cells_[static_cast<std::size_t>(is_lower ? place : cells_per_side + place)];
            if (c.is_kept) {
                // The cell's number is the tail's leading bits, and its width a power of 2: both steps are exact.
                const double start = from_bits((place + first_place) << dropped_bits);
                return c.at((tail - start) * c.one_over_half - 1.0);
            }
        }
        return quantile(p);
    }

  private:
    static constexpr int dropped_bits = 48;  // of 52: sixteen cells
    static constexpr std::uint64_t first_place = std::uint64_t{1023 - 11} << 4;
    static constexpr std::size_t cells_per_side = 160;
    static constexpr std::size_t terms = 8;
    static constexpr double tolerance = 1e-13;

    struct cell {
        double of[terms] = {};
        double one_over_half = 0.0;
        bool is_kept = false;

        [[nodiscard]] constexpr double at(double t) const noexcept {
            const double t2 = t * t;
            const double t4 = t2 * t2;
            return ((of[0] + of[1] * t) + (of[2] + of[3] * t) * t2) +
                   ((of[4] + of[5] * t) + (of[6] + of[7] * t) * t2) * t4;
        }
    };

    static constexpr double start_of(std::size_t i) noexcept { return from_bits((first_place + i) << dropped_bits); }

    /// The polynomial through f at eight places in [-1, 1], kept if it agrees with f elsewhere.
    template <class F>
    static constexpr void fit(cell& c, double width, F f) noexcept {
        // Chebyshev's nodes cos((2k+1)π/16).
        constexpr double node[terms] = {0.98078528040323044913,  0.83146961230254523708,  0.55557023301960222474,
                                        0.19509032201612826785,  -0.19509032201612826785, -0.55557023301960222474,
                                        -0.83146961230254523708, -0.98078528040323044913};
        // Newton's divided differences, of what f differs from its middle so that rounding stays small beside f; then the
        // coefficients of the powers of t.
        const double middle = f(0.0);
        double difference[terms] = {};
        for (std::size_t k = 0; k < terms; ++k) difference[k] = f(node[k]) - middle;
        for (std::size_t order = 1; order < terms; ++order) {
            for (std::size_t k = terms - 1; k >= order; --k) {
                difference[k] = (difference[k] - difference[k - 1]) / (node[k] - node[k - order]);
            }
        }
        for (std::size_t k = terms; k > 0; --k) {
            for (std::size_t power = terms - 1; power > 0; --power) {
                c.of[power] = c.of[power - 1] - node[k - 1] * c.of[power];
            }
            c.of[0] = difference[k - 1] - node[k - 1] * c.of[0];
        }
        c.of[0] += middle;
        c.is_kept = true;
        for (const double t : {-1.0, -0.7, 0.0, 0.38, 1.0}) {
            const double exact = t == 0.0 ? middle : f(t);
            if (!(abs(c.at(t) - exact) <= tolerance * max(abs(exact), width))) c.is_kept = false;
        }
    }

    shared_array<cell> cells_;
};

}  // namespace headway::detail

#include <headway/header_end.hpp>
