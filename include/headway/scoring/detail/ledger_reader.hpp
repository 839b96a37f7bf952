// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <utility>

#include <headway/math/stable_order.hpp>
#include <headway/scoring/detail/ledger_text.hpp>
#include <headway/scoring/detail/ledger_values.hpp>
#include <headway/text/parse_errors.hpp>
#include <headway/text/text_encoding.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// Reads a whole ledger: what can be read of it, and a fault for each line that cannot.
template <class = void>
class basic_ledger_reader {
  public:
    [[gnu::cold]] explicit basic_ledger_reader(std::string_view text);

    std::vector<ledger_entry> entries;
    std::vector<parse_error> faults;
    /// Of the file; as of a new one where it has no header.
    ledger_layout layout;
    bool has_header = false;
    /// The last line has no end, and is neither empty nor a comment.
    bool ends_in_a_line = false;

    /// The statement of this id; null where there is none.
    [[nodiscard]] ledger_entry* find(std::string_view id) noexcept;
    /// "; did you mean 'a' or 'b'?"; empty where nothing is near. Of several outputs the ids that begin with this one.
    [[nodiscard, gnu::cold]] std::string near_ids(std::string_view id) const;

  private:
    static constexpr std::size_t most_faults = 1000;

    /// A line that answers a statement, until all statements are read.
    struct row {
        std::vector<ledger_cell> cells;
        std::size_t line;
        bool is_correction;
    };

    [[nodiscard]] static bool is_blank(std::string_view line) noexcept;
    /// False where nothing that follows can be read.
    [[gnu::cold]] bool read_line(std::string_view line, std::size_t number, bool is_whole);
    /// Reads a line by `read`. More cells than the header has are the fault that is told, and not what follows from it.
    template <class Read>
    [[gnu::cold]] void read_row(const std::vector<ledger_cell>& cells, std::size_t line, const Read& read) {
        const std::size_t before = faults.size();
        std::size_t beyond = layout.width;
        while (beyond < cells.size() && cells[beyond].text.empty()) ++beyond;
        const bool is_too_long = beyond < cells.size();
        if (!is_too_long) read();
        const bool is_faulty = faults.size() > before;
        if (is_too_long || (is_faulty && cells.size() > layout.width)) {
            faults.erase(faults.begin() + static_cast<std::ptrdiff_t>(before), faults.end());
            fail(line, cells[layout.width].at + 1, std::to_string(cells.size()) + " cells",
                 "the " + std::to_string(layout.width) + " cells of the header line; put a cell with a \"" +
                     layout.separator + "\" in quotes");
        }
        if (is_too_long || is_faulty) faulty_ids_.push_back(at(cells, ledger_column::id).text);
    }
    /// Of a statement or answer that cannot be read: what follows from that is not told as well.
    [[nodiscard, gnu::cold]] bool is_faulty(std::string_view id) const {
        return std::find(faulty_ids_.begin(), faulty_ids_.end(), id) != faulty_ids_.end();
    }
    /// Where no cells can be made out.
    [[nodiscard, gnu::cold]] std::string id_of_unread(std::string_view line) const;

    [[gnu::cold]] void fail(std::size_t line, std::size_t column, std::string_view got, std::string_view expected) {
        faults.emplace_back(line, column, got.empty() ? "nothing" : got, expected);
    }
    /// The cell of a column; an empty one where the line or the file has none.
    [[nodiscard]] ledger_cell at(const std::vector<ledger_cell>& cells, ledger_column c) const;
    /// A text that must be there.
    [[gnu::cold]] bool read_text(const std::vector<ledger_cell>& cells, std::size_t line, ledger_column c,
                                 const char* expected, std::string& text);
    [[gnu::cold]] bool read_date(const ledger_cell& cell, std::size_t line, const char* expected, date& when);

    [[gnu::cold]] void read_statement(const std::vector<ledger_cell>& cells, std::size_t line);

    /// "5 %: 3 | 50 %: 4 | 95 %: 5.5", or one value alone.
    [[gnu::cold]] static void read_quantiles(text_cursor& cursor, ledger_entry& e);
    /// Sorts the ids and tells those that stand twice; of these the first counts.
    [[gnu::cold]] void index();

    [[gnu::cold]] void answer(const row& r);

    std::vector<row> answers_;
    std::vector<std::string> faulty_ids_;
    std::vector<std::size_t> by_id_;
    bool is_new_header_ = false;
};
HEADWAY_ELSEWHERE(class basic_ledger_reader<>);
using ledger_reader = basic_ledger_reader<>;

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/scoring/bodies/detail/ledger_reader.hpp>
#endif
