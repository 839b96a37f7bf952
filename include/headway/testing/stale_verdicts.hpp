// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/source/verdict.hpp>
#include <headway/testing/check_report.hpp>
#include <headway/testing/flagged_inputs.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// The verdicts of a list that must be looked at again. True when there are any: `static_assert(!stale(verdicts(), today))`.
/// Made by `stale`.
class stale_verdicts : public check_report {
  public:
    constexpr stale_verdicts(const figures::verdict_list& verdicts, const date& day) : verdicts_(verdicts), day_(day) {
        for (const figures::verdict& v : verdicts) size_ += v.is_stale(day) ? 1U : 0U;
    }

    [[nodiscard]] explicit constexpr operator bool() const noexcept { return size_ != 0; }
    [[nodiscard]] constexpr bool empty() const noexcept { return size_ == 0; }
    [[nodiscard]] constexpr std::size_t size() const noexcept { return size_; }
    [[nodiscard]] constexpr bool contains(const figures::figure_info& judged) const noexcept {
        const figures::verdict* v = verdicts_.find(judged);
        return v != nullptr && v->is_stale(day_);
    }

    /// A line for each with the day from which it is stale, or that there are none.
    template <class = void>
    [[nodiscard, gnu::cold]] std::string text() const;

  private:
    figures::verdict_list verdicts_;
    date day_;
    std::size_t size_ = 0;
};

/// The verdicts whose `review_by` date has come on that day or before. \throws std::domain_error for a day that is not a
/// date.
[[nodiscard]] constexpr stale_verdicts stale(const figures::verdict_list& verdicts, const date& day) {
    if (!(day == day)) detail::day_must_be_a_date(day.seconds_since_1970());
    return {verdicts, day};
}

}  // namespace headway

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/testing/bodies/stale_verdicts.hpp>
#endif
