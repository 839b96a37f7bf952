// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <memory>
#include <utility>

#include <headway/history/csv_options.hpp>
#include <headway/history/detail/csv_date.hpp>
#include <headway/history/detail/csv_reader.hpp>
#include <headway/history/detail/csv_rows.hpp>
#include <headway/history/observations.hpp>
#include <headway/math/function_ref.hpp>
#include <headway/text/readable_stream.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// What to do with a row whose date or value is missing: an empty or blank cell, NA, N/A or NaN in any case, and what
/// `csv_options::missing` names. There is no default, because dropping rows in silence changes a fit.
enum class missing_cells {
    refuse,  ///< an error that names the cell
    skip,    ///< the row is left out
};

namespace detail {

inline constexpr std::size_t most_csv_faults = 1000;

[[noreturn, gnu::cold]] inline void csv_option_breaks_a_rule(const char* option, const char* rule, std::string_view got) {
    throw std::domain_error("csv_options: " + std::string(option) + " " + rule + ", got \"" + quoted_in_message(got) +
                            "\"");
}

template <class = void>
[[gnu::cold]] void require_date_form(std::string_view form);

/// \throws std::domain_error for signs that could be taken for another thing.
template <class = void>
[[gnu::cold]] void require_valid(const csv_options& options);

}  // namespace detail

/// A table read from comma-separated values (RFC 4180), or as `csv_options` says: the first line names the columns, cells
/// may be quoted, a quoted cell may hold commas, line breaks and doubled quotes, lines end with LF or CR LF, a UTF-8
/// byte-order mark and empty lines are skipped. Every row has as many cells as the header, or fewer where
/// `.short_rows` allows it. The text is UTF-8; no locale takes part. Whatever the bytes, the result is a table or a
/// parse_error.
///
/// A table keeps its text, once, and four bytes for each row, another four for every 16 columns beyond the first 16; what
/// a cell says is read when it is asked for. A table of some rows of another, and a copy, share the text. To read a stream
/// takes no memory beyond what is kept but for a buffer of 64 KiB, where std::realloc moves pages, as on Linux.
/// `observations` adds what it returns, 16 bytes for each; rows that are not in order of date take another 16 each while
/// they are sorted.
class csv_table {
  public:
    /// \throws parse_errors, all faults at once: text without a header, rows of another length, misplaced quotes; alone,
    /// because it is behind all others, another encoding than UTF-8 and another separator than the one that is said.
    /// std::domain_error for options that contradict themselves.
    explicit csv_table(std::string_view text, const csv_options& options = {})
        : csv_table(detail::csv_text(text), options) {}
    csv_table(detail::csv_text text, const csv_options& options) : options_(options) { read(std::move(text)); }

    [[nodiscard]] std::size_t row_count() const noexcept { return rows_.size(); }
    [[nodiscard]] std::size_t column_count() const noexcept { return header_.size(); }
    /// The name of a column < column_count(), without spaces around it.
    [[nodiscard]] std::string_view column_name(std::size_t column) const noexcept {
        return detail::without_spaces_around(header_[column].text);
    }
    /// A cell as it stands, without its quotes; row < row_count(), column < column_count(). Looked up past at most 15
    /// other cells of its row.
    [[nodiscard]] std::string_view cell(std::size_t row, std::size_t column) const noexcept {
        return rows_.cell(row, column).text();
    }

    /// The position of the column of this name. \throws parse_error, which lists the columns found, if there is none, and
    /// if there are several.
    template <class = void>
    [[nodiscard, gnu::cold]] std::size_t column(std::string_view name) const;

    /// The rows whose cell in this column is `text`, without spaces around it. \throws parse_error as `column`.
    template <class = void>
    [[nodiscard, gnu::cold]] csv_table where(std::string_view column_with_name, std::string_view text) const;

    /// One quantity over time: dates from one column (a year, a decimal year, a month, a quarter, YYYY-MM-DD, a time of
    /// day, or as `csv_options` says) and numbers in `unit` from another, `table.observations("year", "price", usd,
    /// missing_cells::skip)`. The unit of plain numbers is 1.0. In order of date, whatever the order of the rows.
    /// \throws parse_errors, all faults at once: a column that is not there, a cell that is no date or no finite number, a
    /// number that its unit makes too large or too small for a double, a missing cell under `missing_cells::refuse`.
    template <detail::amount Unit>
    [[nodiscard]] auto observations(std::string_view date_column, std::string_view value_column, const Unit& unit,
                                    missing_cells missing, decimal_years years = decimal_years::calendar) const {
        using value = std::remove_cvref_t<decltype(1.0 * unit)>;
        std::vector<observation<value>> found;
        found.reserve(row_count());
        give_dated_numbers(date_column, value_column, detail::base_of(1.0 * unit),
                           std::same_as<detail::dimension_of<value>, dimensionless>, missing, years,
                           [&found](const date& when, double number) {
                               found.emplace_back(when, value_from_base<value>(number));
                           });
        return headway::observations<value>(std::move(found));
    }

  private:
    csv_table(std::vector<detail::csv_cell> header, detail::csv_rows rows, const csv_options& options)
        : options_(options), header_(std::move(header)), rows_(std::move(rows)) {}

    template <class = void>
    void read(detail::csv_text whole);

    /// A cell and its place, which only messages need.
    struct placed_cell {
        detail::csv_places& places;
        std::size_t row;
        std::size_t column;
        detail::csv_span span;
        [[nodiscard]] std::size_t line() const { return places.of(row, column).line; }
    };
    template <class = void>
    [[gnu::cold]] static void add(std::vector<parse_error>& faults, const placed_cell& cell, std::string_view expected);
    /// Throws where header and row are made of equally many cells by a separator other than the one in use.
    template <class = void>
    [[gnu::cold]] void require_separator(const detail::csv_record& header, const detail::csv_record& row) const;
    template <class = void>
    [[nodiscard, gnu::cold]] parse_error wrong_length(const std::vector<detail::csv_cell>& row) const;

    template <class = void>
    [[nodiscard, gnu::cold]] std::size_t find_column(std::string_view name, std::vector<parse_error>& faults) const;

    template <class = void>
    void give_dated_numbers(std::string_view date_column, std::string_view value_column, double unit, bool is_share,
                            missing_cells missing, decimal_years years,
                            detail::function_ref<void(const date&, double)> give) const;

    /// Notations that must not be mixed within a column, because one of them would then be read wrongly in silence.
    struct column_notation {
        bool moves_years;
        bool is_share;
        double unit;
        std::size_t whole_year = 0;  // the lines in which they are first met
        std::size_t decimal_year = 0;
        std::size_t percent = 0;
        std::size_t no_percent = 0;

        template <class = void>
        void hold(detail::csv_date::kind is, const placed_cell& cell, std::vector<parse_error>& faults);
        template <class = void>
        double base_value(const detail::csv_number& number, const placed_cell& cell,
                          std::vector<parse_error>& faults);
    };

    csv_options options_;
    std::vector<detail::csv_cell> header_;
    detail::csv_rows rows_;
};

/// Reads a table from a stream to its end: `load_csv(file, {.separator = ';'})`. \throws as `csv_table`, and
/// std::runtime_error for a stream that cannot be read, such as a file that was not opened.
template <detail::byte_source Stream>
[[nodiscard, gnu::cold]] csv_table load_csv(Stream& in, const csv_options& options = {}) {
    detail::csv_text text;
    const std::string why = detail::read_stream(in, [&](std::string_view piece) {
        // Of a file or a string streams know how much is left.
        const auto left = text.has_room_for(piece) ? 0 : in.rdbuf()->in_avail();
        text.append(piece, left > 0 ? static_cast<std::size_t>(left) : 0);
        return true;
    });
    if (!why.empty()) detail::stream_cannot_be_read("load_csv", why);
    text.finish();
    return csv_table(std::move(text), options);
}

}  // namespace headway

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/history/bodies/csv_table.hpp>
#endif
