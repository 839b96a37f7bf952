// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <iosfwd>
#include <optional>
#include <string_view>

#include <headway/core/parse_error.hpp>
#include <headway/core/parse_number.hpp>
#include <headway/core/units.hpp>
#include <headway/history/observations.hpp>

namespace headway {

/// What to do with a row whose date or value is missing: an empty or blank cell, NA, N/A or NaN in any case. There is
/// no default, because dropping rows in silence changes a fit.
enum class missing_cells {
    refuse,  ///< an error that names the cell
    skip,    ///< the row is left out
};

/// How years and decimal years in a table become dates. ISO dates are always those of the calendar.
enum class decimal_years {
    calendar,  ///< as `date::decimal`: 2024.5 is half-way through the 366 days of 2024
    even,  ///< every year 365.2425 days long, counted from 1970: what a regression on the numbers themselves does, so that
           ///< yearly data are evenly spaced; at most two days from the calendar between 1900 and 2100
};

namespace detail {

struct csv_cell {
    std::string text;
    std::size_t line = 1;
    std::size_t column = 1;
};

/// What a message quotes of a text that may be long, binary or both.
[[nodiscard]] inline std::string quoted_part(std::string_view text) {
    constexpr std::size_t most = 60;
    return text.size() <= most ? std::string(text) : std::string(text.substr(0, most)) + "...";
}

/// Cuts text into records and fields, RFC 4180.
class csv_reader {
  public:
    explicit csv_reader(std::string_view text) : text_(text) {
        if (text_.starts_with("\xef\xbb\xbf"))
            text_.remove_prefix(3);  // UTF-8's byte-order mark, not a part of the header
    }

    /// The next line that is not empty; no cells at the end of the text.
    [[nodiscard]] std::vector<csv_cell> record() {
        while (at_ < text_.size() && at_line_end()) next_line();
        std::vector<csv_cell> cells;
        if (at_ == text_.size()) return cells;
        cells.push_back(field());
        while (at_ < text_.size() && text_[at_] == ',') {
            ++at_;
            cells.push_back(field());
        }
        if (at_ < text_.size()) next_line();
        return cells;
    }

  private:
    [[nodiscard]] std::size_t column() const noexcept { return at_ - line_start_ + 1; }
    [[nodiscard]] bool at_line_end() const noexcept {
        return text_[at_] == '\n' || (text_[at_] == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n');
    }
    void next_line() noexcept {
        at_ += text_[at_] == '\r' ? 2u : 1u;
        ++line_;
        line_start_ = at_;
    }
    [[noreturn]] void fail(std::size_t line, std::size_t column, std::string_view got,
                           std::string_view expected) const {
        throw parse_error(line, column, quoted_part(got.substr(0, got.find('\n'))), expected);
    }

    csv_cell field() {
        if (at_ < text_.size() && text_[at_] == '"') return quoted_field();
        csv_cell cell{{}, line_, column()};
        const std::size_t first = at_;
        while (at_ < text_.size() && text_[at_] != ',' && !at_line_end()) {
            if (text_[at_] == '"') {
                fail(line_, column(), text_.substr(first),
                     "a cell that has a quote to be put into quotes, \"like \"\"this\"\"\"");
            }
            if (text_[at_] == '\r') fail(line_, column(), text_.substr(at_), "lines to end with LF or CR LF");
            ++at_;
        }
        cell.text = std::string(text_.substr(first, at_ - first));
        return cell;
    }
    csv_cell quoted_field() {
        csv_cell cell{{}, line_, column()};
        const std::size_t first = at_++;
        for (;; ++at_) {
            if (at_ == text_.size()) fail(cell.line, cell.column, text_.substr(first), "a closing quote for this cell");
            if (text_[at_] == '"') {
                if (at_ + 1 == text_.size() || text_[at_ + 1] != '"') break;
                ++at_;
            } else if (text_[at_] == '\n') {
                ++line_;
                line_start_ = at_ + 1;
            }
            cell.text += text_[at_];
        }
        ++at_;
        if (at_ < text_.size() && text_[at_] != ',' && !at_line_end()) {
            fail(line_, column(), text_.substr(at_), "a comma or the end of the line after the closing quote");
        }
        return cell;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::size_t line_ = 1;
    std::size_t line_start_ = 0;
};

[[nodiscard]] inline std::string_view without_spaces_around(std::string_view text) noexcept {
    constexpr std::string_view spaces = " \t\r\n";
    const std::size_t first = text.find_first_not_of(spaces);
    return first == std::string_view::npos ? std::string_view()
                                           : text.substr(first, text.find_last_not_of(spaces) - first + 1);
}

[[nodiscard]] inline bool is_missing(std::string_view trimmed) noexcept {
    const auto same = [trimmed](std::string_view word) {
        if (trimmed.size() != word.size()) return false;
        for (std::size_t i = 0; i < word.size(); ++i) {
            const char c = trimmed[i];
            if ((c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c) != word[i]) return false;
        }
        return true;
    };
    return trimmed.empty() || same("na") || same("n/a") || same("nan");
}

/// "2024-03-01", "2024" or "2024.5"; nothing for any other text and for a day or year that the calendar does not have.
[[nodiscard]] inline std::optional<date> date_in(std::string_view text, decimal_years years) {
    const auto digits = [text](std::size_t first, std::size_t count) {
        unsigned n = 0;
        for (std::size_t i = first; i < first + count; ++i) {
            if (!is_digit(text[i])) return ~0u;
            n = 10 * n + static_cast<unsigned>(text[i] - '0');
        }
        return n;
    };
    if (text.size() == 10 && text[4] == '-' && text[7] == '-') {
        const unsigned year = digits(0, 4);
        if (year == ~0u) return std::nullopt;
        const std::chrono::year_month_day day{std::chrono::year(static_cast<int>(year)),
                                              std::chrono::month(digits(5, 2)), std::chrono::day(digits(8, 2))};
        if (!day.ok() || digits(5, 2) == ~0u || digits(8, 2) == ~0u) return std::nullopt;
        return date(day);
    }
    const auto year = parse_number(text);
    if (!year || !(*year >= -32767.0 && *year < 32768.0)) return std::nullopt;
    if (years == decimal_years::calendar) return date::decimal(*year);
    return date::from_seconds_since_1970((*year - 1970.0) * units::year.base_value());
}

/// A number of units; nothing for any other text and where it overflows.
template <class Unit>
[[nodiscard]] auto number_of_units(std::string_view text, const Unit& unit) {
    using value = std::remove_cvref_t<decltype(1.0 * unit)>;
    const auto number = parse_number(text);
    if (!number || !is_finite(base_of(*number * unit))) return std::optional<value>();
    return std::optional<value>(*number * unit);
}

}  // namespace detail

/// A table read from comma-separated values (RFC 4180): the first line names the columns, cells may be quoted, a quoted
/// cell may hold commas, line breaks and doubled quotes, lines end with LF or CR LF, a byte-order mark and empty lines are
/// skipped. Every row has as many cells as the header. No locale takes part; bytes are not interpreted as UTF-8.
/// Whatever the bytes, the result is a table or a parse_error.
class csv_table {
  public:
    /// \throws parse_error for text without a header, a row of another length and misplaced quotes.
    explicit csv_table(std::string_view text) {
        detail::csv_reader reader(text);
        header_ = reader.record();
        if (header_.empty()) throw parse_error(1, 1, "", "a line with the names of the columns");
        for (auto row = reader.record(); !row.empty(); row = reader.record()) {
            if (row.size() != header_.size()) {
                throw parse_error(row.front().line, row.back().column, detail::quoted_part(row.back().text),
                                  std::to_string(header_.size()) + " cells in a row, as in the header, not " +
                                      std::to_string(row.size()));
            }
            rows_.push_back(std::move(row));
        }
    }

    [[nodiscard]] std::size_t row_count() const noexcept { return rows_.size(); }
    [[nodiscard]] std::size_t column_count() const noexcept { return header_.size(); }
    /// The name of a column < column_count(), without spaces around it.
    [[nodiscard]] std::string_view column_name(std::size_t column) const noexcept {
        return detail::without_spaces_around(header_[column].text);
    }
    /// A cell as it stands, without its quotes; row < row_count(), column < column_count().
    [[nodiscard]] std::string_view cell(std::size_t row, std::size_t column) const noexcept {
        return rows_[row][column].text;
    }

    /// The position of the column of this name. \throws parse_error, which lists the columns found, if there is none, and
    /// if there are several.
    [[nodiscard]] std::size_t column(std::string_view name) const {
        const std::string_view wanted = detail::without_spaces_around(name);
        std::size_t found = column_count();
        for (std::size_t i = 0; i < column_count(); ++i) {
            if (column_name(i) != wanted) continue;
            if (found != column_count()) {
                throw parse_error(header_[i].line, header_[i].column, detail::quoted_part(wanted),
                                  "one column of this name, there are two");
            }
            found = i;
        }
        if (found == column_count()) {
            std::string all;
            for (std::size_t i = 0; i < column_count(); ++i) {
                all += (i == 0 ? "" : ", ") + ("\"" + detail::quoted_part(column_name(i)) + "\"");
            }
            throw parse_error(header_[0].line, header_[0].column, detail::quoted_part(column_name(0)),
                              "a column \"" + std::string(wanted) + "\"; the columns found are " + all);
        }
        return found;
    }

    /// The rows whose cell in this column is `text`, without spaces around it. \throws parse_error as `column`.
    [[nodiscard]] csv_table where(std::string_view column_with_name, std::string_view text) const {
        const std::size_t i = column(column_with_name);
        csv_table chosen(header_);
        for (const auto& row : rows_) {
            if (detail::without_spaces_around(row[i].text) == text) chosen.rows_.push_back(row);
        }
        return chosen;
    }

    /// One quantity over time: dates from one column (a year, a decimal year or YYYY-MM-DD; a year alone is its first
    /// day) and numbers in `unit` from another, `table.observations("year", "price", usd, missing_cells::skip)`. The unit
    /// of plain numbers is 1.0. In order of date, whatever the order of the rows.
    /// \throws parse_error for a column that is not there, a cell that is no date or no finite number, and a missing cell
    /// under `missing_cells::refuse`.
    template <detail::amount Unit>
    [[nodiscard]] auto observations(std::string_view date_column, std::string_view value_column, const Unit& unit,
                                    missing_cells missing, decimal_years years = decimal_years::calendar) const {
        using value = std::remove_cvref_t<decltype(1.0 * unit)>;
        const std::size_t dates = column(date_column);
        const std::size_t values = column(value_column);
        std::vector<observation<value>> found;
        found.reserve(rows_.size());
        for (const auto& row : rows_) {
            if (is_left_out(row[dates], missing) || is_left_out(row[values], missing)) continue;
            const auto when = detail::date_in(detail::without_spaces_around(row[dates].text), years);
            if (!when) fail(row[dates], "a date: a year, a decimal year or YYYY-MM-DD");
            const auto number = detail::number_of_units(detail::without_spaces_around(row[values].text), unit);
            if (!number) fail(row[values], "a number");
            found.emplace_back(*when, *number);
        }
        return headway::observations<value>(std::move(found));
    }

  private:
    explicit csv_table(std::vector<detail::csv_cell> header) : header_(std::move(header)) {}

    [[noreturn]] static void fail(const detail::csv_cell& cell, std::string_view expected) {
        throw parse_error(cell.line, cell.column, detail::quoted_part(cell.text), expected);
    }
    static bool is_left_out(const detail::csv_cell& cell, missing_cells missing) {
        if (!detail::is_missing(detail::without_spaces_around(cell.text))) return false;
        if (missing == missing_cells::refuse) {
            fail(cell, "a value; to leave out rows without one say missing_cells::skip");
        }
        return true;
    }

    std::vector<detail::csv_cell> header_;
    std::vector<std::vector<detail::csv_cell>> rows_;
};

/// Reads a table from a stream to its end. \throws parse_error as `csv_table`.
template <class Traits>
[[nodiscard]] csv_table load_csv(std::basic_istream<char, Traits>& in) {
    std::string text;
    char buffer[4096];
    while (in.read(buffer, sizeof buffer), in.gcount() > 0) text.append(buffer, static_cast<std::size_t>(in.gcount()));
    return csv_table(text);
}

}  // namespace headway
