// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <utility>

#include <headway/testing/holds_report.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// What draws say about a probability.
enum class verdict { shown, refuted, undecided };

/// Whether a predicate holds with at least some probability. True only when the draws show it at the stated confidence.
class probability_report : public check_report {
  public:
    probability_report(holds_report held, double probability, double confidence);

    [[nodiscard]] explicit operator bool() const noexcept { return verdict_ == headway::verdict::shown; }
    /// Each of two one-sided tests is at the stated confidence; in between the case is undecided.
    [[nodiscard]] headway::verdict verdict() const noexcept { return verdict_; }
    [[nodiscard]] const holds_report& held() const noexcept { return held_; }
    [[nodiscard]] double probability() const noexcept { return probability_; }
    [[nodiscard]] double confidence() const noexcept { return confidence_; }

    template <class = void>
    [[nodiscard, gnu::cold]] std::string text() const;

  private:
    /// How many draws would decide it if the share stayed what it is, by the normal approximation.
    template <class = void>
    [[nodiscard, gnu::cold]] std::string advice() const;

    holds_report held_;
    double probability_;
    double confidence_;
    headway::verdict verdict_ = headway::verdict::undecided;
};

}  // namespace headway

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/testing/bodies/probability_report.hpp>
#endif
