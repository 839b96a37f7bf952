// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <headway/quantity/date.hpp>
#include <headway/text/text.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// The dates on which one may act, once: made by `may_act_on` and `must_act_on`.
class exercise_schedule {
  public:
    /// \throws std::domain_error for no dates, for one that is never or not a number, and unless they ascend.
    template <class = void>
    [[gnu::cold]] exercise_schedule(const char* function, std::vector<date> dates, bool must_act)
        : dates_(std::move(dates)), must_act_(must_act) {
        const std::string name(function);
        if (dates_.empty()) throw std::domain_error(name + ": no dates given; give those on which one may act");
        for (std::size_t k = 0; k < dates_.size(); ++k) {
            const double seconds = dates_[k].seconds_since_1970();
            if (!(seconds - seconds == 0.0)) {
                throw std::domain_error(name + ": every date must be finite, got " + to_text(dates_[k]));
            }
            if (k > 0 && !(dates_[k - 1] < dates_[k])) {
                throw std::domain_error(name + ": the dates must ascend, got " + to_text(dates_[k]) + " after " +
                                        to_text(dates_[k - 1]));
            }
        }
    }

    [[nodiscard]] const std::vector<date>& dates() const noexcept { return dates_; }
    /// On the last date at the latest; else one may let it go, which gives nothing.
    [[nodiscard]] bool must_act() const noexcept { return must_act_; }

  private:
    std::vector<date> dates_;
    bool must_act_;
};

/// One may act on one of these dates, ascending, the first of which is now, or never, which gives 0.
[[nodiscard, gnu::cold]] inline exercise_schedule may_act_on(const std::vector<date>& dates) {
    return {"may_act_on", dates, false};
}
/// One must act on one of these dates, ascending, the first of which is now: on the last if on none before.
[[nodiscard, gnu::cold]] inline exercise_schedule must_act_on(const std::vector<date>& dates) {
    return {"must_act_on", dates, true};
}

/// A date and those that follow it at equal distances, so many in all: `dates_every(3.0 * month, from, 21)`.
/// \throws std::domain_error unless the distance is above 0 and finite and there is at least one.
template <class Span>
[[nodiscard, gnu::cold]] std::vector<date> dates_every(const Span& span, const date& from, int count) {
    const double seconds = quantity<dim::time>(span).base_value();
    if (!(seconds > 0.0 && seconds - seconds == 0.0)) {
        throw std::domain_error("dates_every: the distance must be > 0 and finite, got " + to_text(seconds) +
                                " seconds");
    }
    if (count < 1)
        throw std::domain_error("dates_every: there must be at least one date, got " + std::to_string(count));
    std::vector<date> all;
    for (int k = 0; k < count; ++k) {
        all.push_back(date::from_seconds_since_1970(from.seconds_since_1970() + k * seconds));
    }
    return all;
}

}  // namespace headway

#include <headway/header_end.hpp>
