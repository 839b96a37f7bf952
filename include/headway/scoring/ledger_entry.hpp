// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <headway/quantity/date.hpp>
#include <headway/scoring/quantile_grid.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// What a statement of a ledger is about: a number (in some unit), a date, or whether something happens.
enum class stated_kind { number, calendar_date, event };

/// What became of a statement.
struct ledger_answer {
    date on;  ///< the day on which it was known
    /// In the statement's unit; of a date in seconds since 1970, infinite for never; of an event 1 if it happened, else 0.
    double value = 0.0;
    std::string source{};
    std::size_t line = 0;
};

/// One statement of a ledger, as it stands in the file, and its answer if there is one.
struct ledger_entry {
    std::string id{};
    date said{};
    std::string who{};
    std::string question{};
    /// "million USD", empty for a plain number, "date", "event".
    std::string unit{};
    stated_kind kind = stated_kind::number;
    /// In the unit; of dates in seconds since 1970, infinite for never. Of an event unused.
    quantile_grid quantiles{};
    /// Of an event.
    double probability = 0.5;
    /// The day by which the answer is known; never when not stated. A date is cut off there: what is later counts as never
    /// by then.
    date due = date::never();
    std::string source{};
    /// Of the run that the statement comes from, and the version of the library that ran it.
    std::optional<std::uint64_t> seed{};
    std::string version{};
    std::optional<ledger_answer> answer{};
    /// Answers that were corrected, the first one first.
    std::vector<ledger_answer> corrected{};
    std::size_t line = 0;

    [[nodiscard]] bool is_resolved() const noexcept { return answer.has_value(); }
    /// Not resolved on its due date or on a later day.
    [[nodiscard]] bool is_overdue(const date& on) const noexcept {
        return !is_resolved() && !due.is_never() && due <= on;
    }
    /// How far ahead it looks: from the day it was said to the due date or, where none is stated, to the day of the answer;
    /// infinite where neither is there.
    [[nodiscard]] quantity<dim::time> horizon() const;
};

}  // namespace headway

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/scoring/bodies/ledger_entry.hpp>
#endif
