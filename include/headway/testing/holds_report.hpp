// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <headway/math/beta.hpp>
#include <headway/testing/check_report.hpp>
#include <headway/testing/counterexample.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// In how many draws a predicate holds, and the worst draw in which it does not. True when it holds in all of them.
class holds_report : public check_report {
  public:
    /// For checks; draws and satisfied draws by independent scrambling (one unless the method is Sobol').
    holds_report(const std::vector<std::uint64_t>& satisfied, const std::vector<std::uint64_t>& draws,
                 std::optional<counterexample> worst, std::string misses_by);

    [[nodiscard]] explicit operator bool() const noexcept { return satisfied_ == draws_; }

    [[nodiscard]] std::uint64_t draws() const noexcept { return draws_; }
    [[nodiscard]] std::uint64_t satisfied() const noexcept { return satisfied_; }
    /// The share of draws that satisfy the predicate.
    [[nodiscard]] double share() const noexcept {
        return static_cast<double>(satisfied_) / static_cast<double>(draws_);
    }
    /// Its standard error, sqrt(p (1 - p) / n); with Sobol' draws the spread over the independent scramblings. Zero when
    /// all draws agree, which does not make the probability 0 or 1: ask `probability_at_least`.
    [[nodiscard]] double standard_error() const noexcept { return error_; }

    /// The least probability with which the predicate may hold, given these draws: one-sided Clopper-Pearson bound, the
    /// (1 - confidence) quantile of beta(k, n - k + 1); exact for independent draws, cautious for the other methods.
    /// \throws std::domain_error unless 0 < confidence < 1.
    template <class = void>
    [[nodiscard, gnu::cold]] double probability_at_least(double confidence) const;
    /// The greatest, likewise.
    template <class = void>
    [[nodiscard, gnu::cold]] double probability_at_most(double confidence) const;

    /// The worst draw that does not satisfy the predicate; null when all do. Worst is, where the predicate returns a
    /// margin, the most negative margin; where it returns false, the draw nearest to the central case, that is whose least
    /// usual input is the most usual: the one that is hardest to explain away. Of equals the first.
    [[nodiscard]] const counterexample* worst() const noexcept { return worst_ ? &*worst_ : nullptr; }

    template <class = void>
    [[nodiscard, gnu::cold]] std::string text() const;

  private:
    [[gnu::cold]] static void require_confidence(double confidence);
    template <class = void>
    [[nodiscard, gnu::cold]] double spread(const std::vector<std::uint64_t>& satisfied, const std::vector<std::uint64_t>& draws) const;

    std::uint64_t satisfied_ = 0;
    std::uint64_t draws_ = 0;
    double error_ = 0.0;
    std::optional<counterexample> worst_;
    std::string misses_by_;
};

}  // namespace headway

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/testing/bodies/holds_report.hpp>
#endif
