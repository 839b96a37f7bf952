// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/history/csv_table.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
void require_date_form(std::string_view form) {
    const std::string whole = whole_form(form);
    bool has_year = false;
    bool has_month = false;
    bool has_day = false;
    bool has_half = false;
    bool has_hour_of_half = false;
    for (std::size_t i = 0; i < whole.size(); ++i) {
        if (whole[i] != '%') continue;
        const char sign = ++i < whole.size() ? whole[i] : '\0';
        if (std::string_view("YymbBdejqHIMSzp%").find(sign) == std::string_view::npos) {
            csv_option_breaks_a_rule(".dates", "must be made of %Y %y %m %b %B %d %j %q %H %I %M %S %p %z %F %T %%",
                                     form);
        }
        has_year = has_year || sign == 'Y' || sign == 'y';
        has_month = has_month || sign == 'm' || sign == 'b' || sign == 'B';
        has_day = has_day || sign == 'd' || sign == 'e';
        has_half = has_half || sign == 'p';
        has_hour_of_half = has_hour_of_half || sign == 'I';
    }
    if (!has_year) csv_option_breaks_a_rule(".dates", "must have a year, %Y or %y", form);
    if (has_day && !has_month) csv_option_breaks_a_rule(".dates", "must have a month, %m or %b, for its day", form);
    if (has_half != has_hour_of_half) csv_option_breaks_a_rule(".dates", "must have both %I and %p or neither", form);
}
HEADWAY_INSTANTIATE(void require_date_form<>(std::string_view form));

template <class>
void require_valid(const csv_options& options) {
    const auto text = [](const char& c) { return std::string_view(&c, 1); };
    const auto means_something_else = [](char c) {
        return is_digit(c) || c == '"' || c == '\n' || c == '\r' || c == '\0';
    };
    const char s = options.separator;
    if (means_something_else(s) || s == '+' || s == '-' || s == '.') {
        csv_option_breaks_a_rule(".separator", "must be one that no number has, such as ';'", text(s));
    }
    if (options.decimal != '.' && options.decimal != ',') {
        csv_option_breaks_a_rule(".decimal", "must be '.' or ','", text(options.decimal));
    }
    const std::string_view thousands = options.thousands.text();
    if (thousands == text(options.decimal)) {
        csv_option_breaks_a_rule(".thousands", "must not be the decimal sign", thousands);
    }
    if (thousands.find_first_of("0123456789+-eE\"\n\r") != thousands.npos) {
        csv_option_breaks_a_rule(".thousands", "must be a sign that no number has, such as ','", thousands);
    }
    const std::string_view currency = options.currency.text();
    if (currency.find_first_of("0123456789+-.,\"\n\r%") != currency.npos ||
        currency != without_spaces_around(currency)) {
        csv_option_breaks_a_rule(".currency", "must be a sign or word without spaces, such as \"$\"", currency);
    }
    if (options.comment != '\0' && (options.comment == s || means_something_else(options.comment))) {
        csv_option_breaks_a_rule(".comment", "must be one that no row begins with, such as '#'", text(options.comment));
    }
    if (!options.dates.empty()) require_date_form(options.dates);
}
HEADWAY_INSTANTIATE(void require_valid<>(const csv_options& options));

}  // namespace headway::detail

namespace headway {

template <class>
std::size_t csv_table::column(std::string_view name) const {
    std::vector<parse_error> faults;
    const std::size_t found = find_column(name, faults);
    if (!faults.empty()) throw parse_errors(std::move(faults));
    return found;
}
HEADWAY_INSTANTIATE(std::size_t csv_table::column<>(std::string_view name) const);

template <class>
csv_table csv_table::where(std::string_view column_with_name, std::string_view text) const {
    const std::size_t i = column(column_with_name);
    csv_table chosen(header_, rows_.none(options_), options_);
    for (std::size_t row = 0; row < row_count(); ++row) {
        if (detail::without_spaces_around(cell(row, i)) == text) chosen.rows_.push_back(rows_, row);
    }
    return chosen;
}
HEADWAY_INSTANTIATE(csv_table csv_table::where<>(std::string_view column_with_name, std::string_view text) const);

template <class>
void csv_table::read(detail::csv_text whole) {
    const auto text = std::make_shared<detail::csv_text>(std::move(whole));
    detail::require_valid(options_);
    if (auto fault = detail::encoding_fault(text->view())) throw parse_errors({*std::move(fault)});
    std::vector<parse_error> faults;
    detail::csv_reader reader(text->view(), options_);
    detail::csv_record header = reader.record(faults);
    if (header.cells.empty()) faults.emplace_back(1, 1, "", "a line with the names of the columns");
    if (!header.is_broken && header.cells.size() == 1) require_separator(header, header);
    header_ = std::move(header.cells);
    rows_ = detail::csv_rows(text, header_.size(), options_);
    while (faults.size() < detail::most_csv_faults) {
        if (!header.is_broken && !header_.empty()) reader.move_to(rows_.take_good_rows(reader.position()));
        const detail::csv_record row = reader.record(faults);
        if (row.cells.empty()) break;
        if (row.is_broken || header.is_broken) continue;
        require_separator(header, row);
        faults.push_back(wrong_length(row.cells));
    }
    if (!faults.empty()) throw parse_errors(std::move(faults));
}
HEADWAY_INSTANTIATE(void csv_table::read<>(detail::csv_text whole));

template <class>
void csv_table::add(std::vector<parse_error>& faults, const placed_cell& cell, std::string_view expected) {
    const auto [line, column] = cell.places.of(cell.row, cell.column);
    faults.emplace_back(line, column, detail::quoted_in_message(cell.span.text()), expected);
}
HEADWAY_INSTANTIATE(void csv_table::add<>(std::vector<parse_error>& faults, const placed_cell& cell, std::string_view
                    expected));

template <class>
void csv_table::require_separator(const detail::csv_record& header, const detail::csv_record& row) const {
    const char likely = detail::likely_separator(header.text, row.text, options_.separator);
    if (likely == '\0') return;
    const std::string named = detail::separator_text(likely);
    std::string expected = detail::separator_text(options_.separator) + " between cells; the line has " + named +
                           ", for a table with that between its cells say .separator = " + named;
    if (header.text.starts_with("sep=")) expected += " and, for this line that tells it, .skip_lines = 1";
    throw parse_errors({parse_error(header.line, header.text.find(likely) + 1, std::string(1, likely), expected)});
}
HEADWAY_INSTANTIATE(void csv_table::require_separator<>(const detail::csv_record& header, const detail::csv_record& row)
                    const);

template <class>
parse_error csv_table::wrong_length(const std::vector<detail::csv_cell>& row) const {
    const bool is_short = row.size() < header_.size();
    return parse_error(row.front().line, row.back().column, detail::quoted_in_message(row.back().text),
                       std::to_string(header_.size()) + " cells in a row, as in the header, not " +
                           std::to_string(row.size()) +
                           (is_short ? "; of rows that lack cells at their end say .short_rows = true"
                                     : "; a cell that has the separator belongs into quotes"));
}
HEADWAY_INSTANTIATE(parse_error csv_table::wrong_length<>(const std::vector<detail::csv_cell>& row) const);

template <class>
std::size_t csv_table::find_column(std::string_view name, std::vector<parse_error>& faults) const {
    const std::string_view wanted = detail::without_spaces_around(name);
    std::size_t found = column_count();
    for (std::size_t i = 0; i < column_count(); ++i) {
        if (column_name(i) != wanted) continue;
        if (found != column_count()) {
            faults.emplace_back(header_[i].line, header_[i].column, detail::quoted_in_message(wanted),
                                "one column of this name, there are two");
            return found;
        }
        found = i;
    }
    if (found != column_count()) return found;
    std::string all;
    std::string separators;
    for (std::size_t i = 0; i < column_count(); ++i) {
        all += (i == 0 ? "" : ", ") + ("\"" + detail::quoted_in_message(column_name(i)) + "\"");
        for (const char c : {';', '\t', '|'}) {
            if (separators.empty() && c != options_.separator && column_name(i).find(c) != std::string_view::npos) {
                separators = "; if " + detail::separator_text(c) +
                             " stands between cells say .separator = " + detail::separator_text(c);
            }
        }
    }
    faults.emplace_back(header_[0].line, header_[0].column, detail::quoted_in_message(column_name(0)),
                        "a column \"" + detail::quoted_in_message(wanted) + "\"; the columns found are " + all +
                            separators);
    return found;
}
HEADWAY_INSTANTIATE(std::size_t csv_table::find_column<>(std::string_view name, std::vector<parse_error>& faults) const);

template <class>
void csv_table::give_dated_numbers(std::string_view date_column, std::string_view value_column, double unit,
                                   bool is_share, missing_cells missing, decimal_years years,
                                   detail::function_ref<void(const date&, double)> give) const {
    std::vector<parse_error> faults;
    const std::size_t dates = find_column(date_column, faults);
    const std::size_t values = find_column(value_column, faults);
    if (!faults.empty()) throw parse_errors(std::move(faults));
    column_notation notation{options_.periods && *options_.periods != period_date::first_day, is_share, unit};
    const detail::csv_missing says_missing(options_);
    const std::string form = detail::whole_form(options_.dates);
    detail::csv_places places(rows_);
    placed_cell dated{places, 0, dates, {}};
    placed_cell valued{places, 0, values, {}};
    const auto is_left_out = [&](const placed_cell& cell, std::string_view text) {
        if (!says_missing(text)) return false;
        if (missing == missing_cells::refuse) {
            add(faults, cell, "a value; to leave out rows without one say missing_cells::skip");
        }
        return true;
    };
    detail::csv_date when;
    std::string_view last_date_text;
    for (std::size_t row = 0; row < row_count(); ++row) {
        if (faults.size() >= detail::most_csv_faults) break;
        dated.row = valued.row = row;
        dated.span = rows_.cell(row, dates);
        valued.span = rows_.cell(row, values, dates, dated.span);
        const std::string_view date_text = detail::without_spaces_around(dated.span.text());
        const std::string_view value_text = detail::without_spaces_around(valued.span.text());
        if (is_left_out(dated, date_text) || is_left_out(valued, value_text)) continue;
        // Of tables of many things in order of date the rows of one date follow each other.
        if (date_text != last_date_text || !when.when) {
            when = detail::date_of_text(date_text, form, options_, years);
            last_date_text = date_text;
        }
        if (!when.when) {
            add(faults, dated, when.expected);
        } else {
            notation.hold(when.is, dated, faults);
        }
        const auto number = detail::number_in(value_text, options_);
        if (!number) {
            add(faults, valued, detail::expected_number(valued.span.text(), options_));
            continue;
        }
        const double value = notation.base_value(*number, valued, faults);
        if (when.when) give(*when.when, value);
    }
    if (!faults.empty()) throw parse_errors(std::move(faults));
}
HEADWAY_INSTANTIATE(void csv_table::give_dated_numbers<>(std::string_view date_column, std::string_view value_column, double
                    unit, bool is_share, missing_cells missing, decimal_years years,
                    detail::function_ref<void(const date&, double)> give) const);

template <class>
void csv_table::column_notation::hold(detail::csv_date::kind is, const placed_cell& cell,
                                      std::vector<parse_error>& faults) {
    using kind = detail::csv_date::kind;
    if (is == kind::whole_year && whole_year == 0) whole_year = cell.line();
    if (is == kind::decimal_year && decimal_year == 0) decimal_year = cell.line();
    if (!moves_years || is == kind::moment || whole_year == 0 || decimal_year == 0) return;
    const bool is_whole = is == kind::whole_year;
    add(faults, cell,
        std::string(is_whole ? "a decimal year" : "a year without decimals") + ", as in line " +
            std::to_string(is_whole ? decimal_year : whole_year) +
            ": where .periods moves years to their middle or last day, a column has one or the other");
}
HEADWAY_INSTANTIATE(void csv_table::column_notation::hold<>(detail::csv_date::kind is, const placed_cell& cell,
                    std::vector<parse_error>& faults));

template <class>
double csv_table::column_notation::base_value(const detail::csv_number& number, const placed_cell& cell,
                                              std::vector<parse_error>& faults) {
    if (number.is_percent && !(is_share && (unit == 1.0 || unit == 0.01))) {
        add(faults, cell, "a number without a percent sign; of shares in percent the unit is 1 or percent");
    }
    std::size_t& first = number.is_percent ? percent : no_percent;
    if (number.value != 0.0 && first == 0) first = cell.line();
    if (is_share && unit != 0.01 && number.value != 0.0 && percent != 0 && no_percent != 0) {
        add(faults, cell,
            std::string(number.is_percent ? "no percent sign" : "a percent sign") + ", as in line " +
                std::to_string(number.is_percent ? no_percent : percent) +
                "; where both stand the unit must be percent");
    }
    const double value = number.is_percent ? number.value / 100.0 : number.value * unit;
    if (!is_finite(value) || (value == 0.0 && number.value != 0.0)) {
        add(faults, cell, "a number that its unit makes neither too large nor too small for a double");
    }
    return value;
}
HEADWAY_INSTANTIATE(double csv_table::column_notation::base_value<>(const detail::csv_number& number, const
                    placed_cell& cell, std::vector<parse_error>& faults));

}  // namespace headway

#include <headway/header_end.hpp>
