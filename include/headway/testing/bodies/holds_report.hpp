// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/testing/holds_report.hpp>

#include <headway/header_begin.hpp>

namespace headway {

template <class>
double holds_report::probability_at_least(double confidence) const {
    require_confidence(confidence);
    if (satisfied_ == 0) return 0.0;
    const double k = static_cast<double>(satisfied_);
    return beta_i_inverse(k, static_cast<double>(draws_) - k + 1.0, 1.0 - confidence);
}
HEADWAY_INSTANTIATE(double holds_report::probability_at_least<>(double confidence) const);

template <class>
double holds_report::probability_at_most(double confidence) const {
    require_confidence(confidence);
    if (satisfied_ == draws_) return 1.0;
    const double k = static_cast<double>(satisfied_);
    return beta_i_complement_inverse(k + 1.0, static_cast<double>(draws_) - k, 1.0 - confidence);
}
HEADWAY_INSTANTIATE(double holds_report::probability_at_most<>(double confidence) const);

template <class>
std::string holds_report::text() const {
    std::string text = "holds in " + std::to_string(satisfied_) + " of " + std::to_string(draws_) + " draws (" +
                       to_text(100.0 * share(), 4) + " %, ";
    if (satisfied_ == draws_) {
        text += "so with 95 % confidence in at least " + to_text(100.0 * probability_at_least(0.95), 6) + " %)";
    } else {
        text += "standard error " + to_text(100.0 * error_, 2) + " %)";
    }
    if (!worst_) return text;
    text += misses_by_.empty() ? "\n  the counterexample nearest to the central case: "
                               : "\n  the worst counterexample, which misses by " + misses_by_ + ": ";
    return text + worst_->text();
}
HEADWAY_INSTANTIATE(std::string holds_report::text<>() const);

template <class>
double holds_report::spread(const std::vector<std::uint64_t>& satisfied,
                            const std::vector<std::uint64_t>& draws) const {
    double squares = 0.0;
    for (std::size_t r = 0; r < draws.size(); ++r) {
        const double weight = static_cast<double>(draws[r]) / static_cast<double>(draws_);
        const double distance = static_cast<double>(satisfied[r]) / static_cast<double>(draws[r]) - share();
        squares += weight * distance * distance;
    }
    return sqrt(squares / (static_cast<double>(draws.size()) - 1.0));
}
HEADWAY_INSTANTIATE(double holds_report::spread<>(const std::vector<std::uint64_t>& satisfied, const
                    std::vector<std::uint64_t>& draws) const);

HEADWAY_OUT_OF_LINE holds_report::holds_report(const std::vector<std::uint64_t>& satisfied,
                                               const std::vector<std::uint64_t>& draws,
                                               std::optional<counterexample> worst, std::string misses_by)
    : worst_(std::move(worst)), misses_by_(std::move(misses_by)) {
    for (std::size_t r = 0; r < draws.size(); ++r) {
        satisfied_ += satisfied[r];
        draws_ += draws[r];
    }
    error_ = sqrt(share() * (1.0 - share()) / static_cast<double>(draws_));
    if (draws.size() > 1) error_ = spread(satisfied, draws);
}

HEADWAY_OUT_OF_LINE void holds_report::require_confidence(double confidence) {
    if (!(confidence > 0.0 && confidence < 1.0)) {
        detail::value_breaks_a_rule("holds", "confidence", "must be between 0 and 1, such as 0.95", confidence);
    }
}

}  // namespace headway

#include <headway/header_end.hpp>
