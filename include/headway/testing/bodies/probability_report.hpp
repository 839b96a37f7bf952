// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/testing/probability_report.hpp>

#include <headway/header_begin.hpp>

namespace headway {

template <class>
std::string probability_report::text() const {
    const std::string asked = to_text(100.0 * probability_, 6) + " %";
    const std::string sure = to_text(100.0 * confidence_, 6) + " % confidence";
    const std::string least = to_text(100.0 * held_.probability_at_least(confidence_), 4) + " %";
    const std::string most = to_text(100.0 * held_.probability_at_most(confidence_), 4) + " %";
    switch (verdict_) {
    case headway::verdict::shown:
        return "a probability of at least " + asked + " is shown: with " + sure + " at least " + least + "; " +
               held_.text();
    case headway::verdict::refuted:
        return "a probability of at least " + asked + " is refuted: with " + sure + " at most " + most + "; " +
               held_.text();
    case headway::verdict::undecided:
        break;
    }
    return "a probability of at least " + asked + " is borderline: with " + sure + " it lies between " + least +
           " and " + most + advice() + "; " + held_.text();
}
HEADWAY_INSTANTIATE(std::string probability_report::text<>() const);

template <class>
std::string probability_report::advice() const {
    const double p = held_.share();
    const double distance = p - probability_;
    const double z = normal_quantile(confidence_);
    const double draws = z * z * (p * (1.0 - p) + probability_ * (1.0 - probability_)) / 2.0 / (distance * distance);
    if (!(draws < 1e9)) return ", too close to decide by draws: state another probability";
    return ", about " + to_text(1.2 * draws, 2) + " draws would decide it";
}
HEADWAY_INSTANTIATE(std::string probability_report::advice<>() const);

HEADWAY_OUT_OF_LINE probability_report::probability_report(holds_report held, double probability, double confidence)
    : held_(std::move(held)), probability_(probability), confidence_(confidence) {
    if (!(probability > 0.0 && probability < 1.0)) {
        detail::value_breaks_a_rule("holds_with_probability", "probability",
                                    "must be above 0 and below 1 (for every draw ask holds_always)", probability);
    }
    if (held_.probability_at_least(confidence) >= probability) {
        verdict_ = headway::verdict::shown;
    } else if (held_.probability_at_most(confidence) < probability) {
        verdict_ = headway::verdict::refuted;
    }
}

}  // namespace headway

#include <headway/header_end.hpp>
