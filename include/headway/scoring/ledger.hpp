// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <utility>

#include <headway/scoring/detail/ledger_reader.hpp>
#include <headway/text/readable_stream.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// What becomes of the lines of a ledger that cannot be read: the ledger is refused, or read without them.
enum class faulty_lines { refuse, skip };

/// A record of forecasts and of what became of them: comma-separated text with one line for each statement and one for each
/// answer, to be written by `state` and `resolve`, by hand or in a spreadsheet. Nothing in it is ever changed, only added.
///
///     # Everything on a line that begins with # is a comment.
///     entry,id,date,who,question,unit,value,due,source,seed,version
///     state,fall,2025-02-06,D. Amodei,Fall of training cost,per year,5 %: 3 | 50 %: 4 | 95 %: 5.5,2026-02-06,ChinaTalk,,
///     state,fab 2,2026-01-15,TSMC,"Arizona, second fab: volume",date,10 %: 2027-07-01 | 90 %: 2028-06-30,2029-01-01,,,
///     state,lead,2025-02-06,D. Amodei,No lead above two years,event,90 %,2030-12-31,ChinaTalk,,
///     resolve,fall,2026-03-03,,,,3,,"Epoch AI, ""thread""",,
///
/// The header line may have its columns in any order, others beside them, and ; or a tab for the comma; a ledger of one
/// forecaster may lack `who`. `unit` is empty for a
/// plain number, "date", "event" for a probability, or the unit of the numbers in `value` (one with another unit of the same
/// dimension behind it is converted): quantiles "5 %: 3 | 95 %: 5.5"
/// (see quantile_grid), or one value for a point forecast; dates as in `parse_value`, `never` among them where `due` is
/// stated. The answer stands in the same unit; of an event it is yes or no. A date is not after the day on which it was
/// known; that something did not happen is known on its due date, if it has one, or later. A line `correct` replaces an answer, which stays
/// in the file. A cell with a comma, a quote or a space at its ends stands in quotes, a quote within twice; a line break within
/// a cell is not read. A line counts once it has its line end: what a killed writer left is a fault and nothing else.
class ledger {
  public:
    ledger() = default;
    /// \throws parse_errors with line, column, what stands there and what was expected, all faults at once, unless these lines
    /// are to be skipped: then `faults()` has them. After 1000 it stops looking.
    explicit ledger(std::string_view text, faulty_lines how = faulty_lines::refuse);

    [[nodiscard]] std::size_t size() const noexcept { return entries_.size(); }
    [[nodiscard]] bool empty() const noexcept { return entries_.empty(); }
    /// The statements in the order of the file.
    [[nodiscard]] std::vector<ledger_entry>::const_iterator begin() const noexcept { return entries_.begin(); }
    [[nodiscard]] std::vector<ledger_entry>::const_iterator end() const noexcept { return entries_.end(); }
    /// Null when there is none of this id.
    template <class = void>
    [[nodiscard]] const ledger_entry* find(std::string_view id) const noexcept;
    /// Why lines were skipped.
    [[nodiscard]] const std::vector<parse_error>& faults() const noexcept { return faults_; }

    /// The statements without an answer, and those of them whose due date has come on this day or before; by due date.
    [[nodiscard, gnu::cold]] std::vector<ledger_entry> unresolved() const { return open_ones(date::never()); }
    [[nodiscard, gnu::cold]] std::vector<ledger_entry> overdue(const date& on) const { return open_ones(on); }

  private:
    template <class = void>
    [[nodiscard, gnu::cold]] std::vector<ledger_entry> open_ones(const date& on) const;

    std::vector<ledger_entry> entries_;
    std::vector<parse_error> faults_;
};

/// Reads a ledger from a stream to its end. \throws parse_errors as `ledger`, and std::runtime_error for a stream that cannot be
/// read, such as a file that was not opened.
template <detail::byte_source Stream>
[[nodiscard, gnu::cold]] ledger load_ledger(Stream& in, faulty_lines how = faulty_lines::refuse) {
    return ledger(detail::text_of_stream(in, "load_ledger"), how);
}

}  // namespace headway

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/scoring/bodies/ledger.hpp>
#endif
