// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <stdexcept>
#include <utility>
#include <vector>

#include <headway/quantity/date.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// The outcomes of a forecast over time, one per date (a fan).
template <class Outcome>
class fan {
  public:
    fan(std::vector<date> dates, std::vector<Outcome> outcomes)
        : dates_(std::move(dates)), outcomes_(std::move(outcomes)) {}

    [[nodiscard]] std::size_t size() const noexcept { return dates_.size(); }
    [[nodiscard]] const std::vector<date>& dates() const noexcept { return dates_; }
    [[nodiscard]] const Outcome& operator[](std::size_t i) const noexcept { return outcomes_[i]; }
    /// The outcome on one of the simulated dates. \throws std::domain_error for any other.
    [[nodiscard]] const Outcome& at(const date& when) const {
        for (std::size_t i = 0; i < dates_.size(); ++i) {
            if (dates_[i] == when) return outcomes_[i];
        }
        throw std::domain_error("fan::at: the date is not among those simulated; add it to the dates of simulate(...)");
    }

  private:
    std::vector<date> dates_;
    std::vector<Outcome> outcomes_;
};

}  // namespace headway

#include <headway/header_end.hpp>
