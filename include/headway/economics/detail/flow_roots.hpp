// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

#include <headway/economics/detail/dated_amount.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// All real zeros of f(u) = sum of amount * exp(-u * when), in ascending order. f has no more zeros than its amounts, in
/// order of their dates, have changes of sign (Descartes' rule, for exponential sums by Laguerre). His proof is the method:
/// with c a date between two amounts of different sign, the derivative of f(u) exp(u c) is an exponential sum, with amounts
/// amount * (c - when), that has one change of sign less; between its zeros f(u) exp(u c) is monotone and has one zero or
/// none. So zeros are followed from the sum without a change of sign, which has none, up to f, and none is missed.
/// What the rounding of the sum cannot tell from a zero where f turns counts as one zero, so that two that are closer than
/// about 1e-7 may be told as one.
template <class = void>
class basic_flow_roots {
  public:
    /// Forgets the flows before; `flows` come in any order and are rearranged.
    constexpr void set(std::vector<dated_amount<double>>& flows) {
        // Closer than 0.03 seconds is the same date: what lies between is no date on which money is paid.
        constexpr double same_date = 1e-9;
        std::sort(flows.begin(), flows.end());
        flows_.clear();
        centres_.clear();
        for (std::size_t i = 0; i < flows.size();) {
            dated_amount<double> all = flows[i];
            for (++i; i < flows.size() && flows[i].when - all.when < same_date; ++i) all.amount += flows[i].amount;
            if (all.amount != 0.0) flows_.push_back(all);
        }
        for (std::size_t i = 1; i < flows_.size(); ++i) {
            const bool changes = (flows_[i - 1].amount < 0.0) != (flows_[i].amount < 0.0);
            if (changes) centres_.push_back(0.5 * (flows_[i - 1].when + flows_[i].when));
        }
    }

    /// How often the amounts change their sign in order of their dates.
    [[nodiscard]] constexpr std::size_t sign_changes() const noexcept { return centres_.size(); }

    [[nodiscard]] constexpr const std::vector<double>& find() {
        roots_.clear();
        for (std::size_t level = centres_.size(); level-- > 0;) {
            set_weights(level);
            turns_.swap(roots_);
            roots_.clear();
            find_between_turns();
        }
        return roots_;
    }

    /// From when on the sum at u counts, for the largest factor to be 1.
    [[nodiscard]] constexpr double reference(double u) const noexcept {
        return u < 0.0 ? flows_.back().when : flows_.front().when;
    }

    /// f and f' at u, both divided by one positive number that keeps them from overflowing.
    struct sums {
        double value;
        double slope;
        double size;  ///< the sum of the absolute values
    };
    [[nodiscard]] constexpr sums at(double u) const noexcept {
        const double reference = this->reference(u);
        sums s{};
        for (std::size_t i = 0; i < flows_.size(); ++i) {
            const double term = weights_[i] * exp(-u * (flows_[i].when - reference));
            s.value += term;
            s.slope -= term * flows_[i].when;
            s.size += abs(term);
        }
        return s;
    }

  private:
    /// The amounts of the sum after so many derivatives, to a common factor.
    constexpr void set_weights(std::size_t level) {
        weights_.assign(flows_.size(), 0.0);
        for (std::size_t i = 0; i < flows_.size(); ++i) weights_[i] = flows_[i].amount;
        for (std::size_t k = 0; k < level; ++k) {
            double largest = 0.0;
            for (std::size_t i = 0; i < flows_.size(); ++i) {
                weights_[i] *= centres_[k] - flows_[i].when;
                largest = max(largest, abs(weights_[i]));
            }
            for (double& weight : weights_) weight /= largest;
        }
        centre_ = centres_[level];
    }
    [[nodiscard]] static constexpr int sign_of(double x) noexcept { return x > 0.0 ? 1 : x < 0.0 ? -1 : 0; }
    /// The sign where it can be told from rounding, else 0.
    [[nodiscard]] constexpr int certain_sign(double u) const noexcept {
        const sums s = at(u);
        const double span = flows_.back().when - flows_.front().when;
        const double doubt = 0x1p-52 * (8.0 + 2.0 * abs(u) * span) * s.size;
        return abs(s.value) <= doubt ? 0 : sign_of(s.value);
    }

    constexpr void find_between_turns() {
        int sign = sign_of(weights_.back());  // of the last flow, which outweighs all others as u falls
        for (std::size_t k = 0; k < turns_.size(); ++k) {
            const int next = certain_sign(turns_[k]);
            if (next == 0) {
                roots_.push_back(turns_[k]);
            } else if (sign * next < 0) {
                const double left = k > 0 ? turns_[k - 1] : outwards(turns_[k], -1.0, sign);
                roots_.push_back(zero_between(left, turns_[k], sign));
            }
            sign = next;
        }
        const int last = sign_of(weights_.front());
        if (sign * last >= 0) return;
        const double left = turns_.empty() ? outwards(0.0, -1.0, sign) : turns_.back();
        roots_.push_back(zero_between(left, outwards(left, 1.0, last), sign));
    }
    /// A place beyond `from` in a direction in which the sum has the sign that it keeps there.
    [[nodiscard]] constexpr double outwards(double from, double direction, int sign) const noexcept {
        const double span = flows_.back().when - flows_.front().when;
        double step = 1.0 / span;
        double u = from;
        do {
            u = from + direction * step;
            step *= 2.0;
        } while (sign_of(at(u).value) != sign && step < 1e300);
        return u;
    }
    /// The zero between two places, of which the left one has the sign `left_sign` and the right one the other: Newton's
    /// method on f(u) exp(u c), halving where it leaves the bracket or is slow.
    [[nodiscard]] constexpr double zero_between(double left, double right, int left_sign) const noexcept {
        double u = 0.5 * (left + right);
        double before = right - left;
        for (int i = 0; i < 200; ++i) {
            const sums s = at(u);
            const double newton = u - s.value / (s.slope + centre_ * s.value);
            if (abs(s.value) <= 0x1p-53 * s.size) return newton > left && newton < right ? newton : u;
            (sign_of(s.value) == left_sign ? left : right) = u;
            const bool good = newton > left && newton < right && abs(newton - u) < 0.5 * before;
            const double next = good ? newton : 0.5 * (left + right);
            before = abs(next - u);
            if (!(next > left && next < right) || before <= 0x1p-53 * abs(next)) return next;
            u = next;
        }
        return u;
    }

    std::vector<dated_amount<double>> flows_;
    std::vector<double> centres_;
    std::vector<double> weights_;
    std::vector<double> turns_;
    std::vector<double> roots_;
    double centre_ = 0.0;
};
using flow_roots = basic_flow_roots<>;
HEADWAY_INSTANTIATE(class basic_flow_roots<>);

}  // namespace headway::detail

#include <headway/header_end.hpp>
