// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <optional>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include <headway/outcome/paired_difference.hpp>
#include <headway/text/text.hpp>

#include <headway/header_begin.hpp>

namespace headway {

namespace detail {

struct estimate {
    double value = 0.0;
    double error = 0.0;
};

/// What `option_to_wait` knows, in base units.
struct exercise_record {
    struct one_date {
        date when;
        estimate acts;
        std::string rule;
        std::optional<double> threshold;
        bool above;
    };
    better preferred = better::higher;
    bool must_act = false;
    estimate value;
    estimate acting_now;
    estimate waiting;
    estimate never;
    std::vector<one_date> dates;
};

}  // namespace detail

/// A date on which one may act, and what is done on it by the rule.
struct exercise_date {
    date when;
    /// The share of the draws in which the rule acts on this date.
    double probability;
    double standard_error;
    /// "wait", "act if price is 21.3 USD or less", for the draws that have not acted before.
    std::string rule;
    /// The value of what is seen, in base units, where the rule is to act above it, or below it; none where it is not of that
    /// kind, or more than one thing is seen.
    std::optional<double> threshold;
    bool acts_above_threshold;
};

/// What it is worth to be able to wait, and the rule by which to act. Made by `real_option`.
template <any_value T>
class option_to_wait {
  public:
    using value_type = T;

    /// For `real_option`.
    explicit option_to_wait(detail::exercise_record record) : record_(std::move(record)) {
        for (const auto& d : record_.dates) {
            dates_.push_back({d.when, d.acts.value, d.acts.error, d.rule, d.threshold, d.above});
        }
    }

    /// The expected value of following the rule, discounted to the first date; of draws on which the rule was not fitted.
    [[nodiscard]] T value() const { return value_from_base<T>(record_.value.value); }
    [[nodiscard]] T standard_error() const { return value_from_base<T>(record_.value.error); }
    /// The expected value of acting on the first date, come what may.
    [[nodiscard]] T acting_now() const { return value_from_base<T>(record_.acting_now.value); }
    [[nodiscard]] T acting_now_standard_error() const { return value_from_base<T>(record_.acting_now.error); }
    /// By how much following the rule is better than what is best without waiting: acting now or, where one may let it go and
    /// that is better, not at all. An estimate may be below 0 by its error. On common draws.
    [[nodiscard]] T worth_of_waiting() const { return value_from_base<T>(record_.waiting.value); }
    [[nodiscard]] T worth_of_waiting_standard_error() const { return value_from_base<T>(record_.waiting.error); }

    [[nodiscard]] const std::vector<exercise_date>& dates() const noexcept { return dates_; }
    /// The share of the draws in which the rule never acts.
    [[nodiscard]] double probability_never() const noexcept { return record_.never.value; }
    [[nodiscard]] double probability_never_standard_error() const noexcept { return record_.never.error; }
    [[nodiscard]] better preferred() const noexcept { return record_.preferred; }

    /// "Being able to wait is worth 0.48 USD (standard error 0.009 USD): 4.48 USD in place of 4 USD if one acts now."
    [[nodiscard, gnu::cold]] std::string text() const {
        const bool lets_go = !record_.must_act && (preferred() == better::higher ? record_.acting_now.value <= 0.0
                                                                                 : record_.acting_now.value >= 0.0);
        return "Being able to wait is worth " + to_text(worth_of_waiting()) + " (standard error " +
               to_text(worth_of_waiting_standard_error()) + "): " + to_text(value()) + " in place of " +
               (lets_go ? "nothing, as acting now gives " + to_text(acting_now())
                        : to_text(acting_now()) + " if one acts now") +
               ".";
    }
    friend std::ostream& operator<<(std::ostream& out, const option_to_wait& o) { return out << o.text(); }

  private:
    detail::exercise_record record_;
    std::vector<exercise_date> dates_;
};

}  // namespace headway

#include <headway/header_end.hpp>
