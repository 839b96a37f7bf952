// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/scoring/detail/ledger_text.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
std::vector<ledger_cell> ledger_cells(std::string_view line, std::size_t number, char separator,
                                      std::optional<parse_error>& fault) {
    std::vector<ledger_cell> cells;
    std::size_t at = 0;
    const auto is_space = [&](std::size_t i) { return line[i] == ' ' || (line[i] == '\t' && separator != '\t'); };
    for (;;) {
        ledger_cell cell;
        while (at < line.size() && is_space(at)) ++at;
        cell.at = at;
        if (at < line.size() && line[at] == '"') {
            ++cell.at;
            for (++at;; ++at) {
                if (at >= line.size()) {
                    fault.emplace(number, cell.at, quoted_in_message(line.substr(cell.at - 1)),
                                  "a closing quote on the same line");
                    return {};
                }
                if (line[at] == '"') {
                    if (at + 1 >= line.size() || line[at + 1] != '"') break;
                    ++at;
                }
                cell.text += line[at];
            }
            ++at;
            while (at < line.size() && is_space(at)) ++at;
            if (at < line.size() && line[at] != separator) {
                fault.emplace(number, at + 1, quoted_in_message(line.substr(at)),
                              std::string("a \"") + separator +
                                  "\" behind the closing quote; write a quote within quotes twice");
                return {};
            }
        } else {
            const std::size_t end = std::min(line.find(separator, at), line.size());
            std::size_t last = end;
            while (last > at && is_space(last - 1)) --last;
            cell.text = line.substr(at, last - at);
            at = end;
        }
        cells.push_back(std::move(cell));
        if (at >= line.size()) return cells;
        ++at;
    }
}
HEADWAY_INSTANTIATE(std::vector<ledger_cell> ledger_cells<>(std::string_view line, std::size_t number, char separator,
                                                            std::optional<parse_error>& fault));

template <class>
std::string ledger_cell_text(std::string_view text, char separator) {
    const bool is_plain =
        text.empty() || (text.find(separator) == text.npos && text.find('"') == text.npos && text.front() != ' ' &&
                         text.back() != ' ' && text.front() != '#' && !text.ends_with(torn_mark));
    if (is_plain) return std::string(text);
    std::string quoted = "\"";
    for (const char c : text) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + '"';
}
HEADWAY_INSTANTIATE(std::string ledger_cell_text<>(std::string_view text, char separator));

template <class>
std::string ledger_header(const ledger_layout& layout) {
    std::string line;
    for (const std::string_view name : ledger_column_names) {
        line += (line.empty() ? std::string() : std::string(1, layout.separator)) + std::string(name);
    }
    return line + (layout.has_returns ? "\r\n" : "\n");
}
HEADWAY_INSTANTIATE(std::string ledger_header<>(const ledger_layout& layout));

template <class>
std::string ledger_line(const ledger_fields& fields, const ledger_layout& layout) {
    std::vector<std::string> cells(layout.width);
    for (std::size_t i = 0; i < ledger_column_count; ++i) {
        if (layout.place[i] < layout.width) cells[layout.place[i]] = ledger_cell_text(fields[i], layout.separator);
    }
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) line += layout.separator;
        line += cells[i];
    }
    return line + (layout.has_returns ? "\r\n" : "\n");
}
HEADWAY_INSTANTIATE(std::string ledger_line<>(const ledger_fields& fields, const ledger_layout& layout));

template <class>
std::optional<ledger_layout> read_ledger_header(std::string_view line, std::size_t number,
                                                std::optional<parse_error>& fault) {
    ledger_layout layout;
    const std::size_t sign = line.find_first_of(",;\t");
    if (sign != line.npos) layout.separator = line[sign];
    const auto cells = ledger_cells(line, number, layout.separator, fault);
    if (fault) return std::nullopt;
    layout.width = cells.size();
    layout.place.fill(layout.width);
    for (std::size_t i = 0; i < cells.size(); ++i) {
        for (std::size_t c = 0; c < ledger_column_count; ++c) {
            if (cells[i].text != ledger_column_names[c]) continue;
            if (layout.place[c] < layout.width) {
                fault.emplace(number, cells[i].at + 1, quoted_in_message(cells[i].text), "each column once");
                return std::nullopt;
            }
            layout.place[c] = i;
        }
    }
    for (const ledger_column c : {ledger_column::entry, ledger_column::id, ledger_column::on, ledger_column::question,
                                  ledger_column::unit, ledger_column::value}) {
        if (layout.has(c)) continue;
        fault.emplace(
            number, 1, quoted_in_message(line),
            "the header line of a ledger, entry,id,date,who,question,unit,value,due,source,seed,version; the column " +
                std::string(ledger_column_names[static_cast<std::size_t>(c)]) + " is missing");
        return std::nullopt;
    }
    return layout;
}
HEADWAY_INSTANTIATE(std::optional<ledger_layout> read_ledger_header<>(std::string_view line, std::size_t number,
                                                                      std::optional<parse_error>& fault));

template <class>
std::string ledger_share_text(double share) {
    const std::string plain = shortest_text(share);
    decimal_text digits = read_decimal(plain);
    digits.exponent += 2;
    const std::string in_hundredths = shortest_text(value_of(digits).value_or(0.0));
    digits = read_decimal(in_hundredths);
    digits.exponent -= 2;
    return value_of(digits) == share ? in_hundredths + " %" : plain;
}
HEADWAY_INSTANTIATE(std::string ledger_share_text<>(double share));

template <class>
std::string ledger_value_text(double x, bool is_date, int digits) {
    if (is_date) {
        const date when = date::from_seconds_since_1970(x);
        return digits < 17 && x - x == 0.0 ? to_text(when) : exact_text(when);
    }
    if (digits >= 17) return shortest_text(x);
    return shortest_text(parse_number(number_text(x, digits)).value_or(x));
}
HEADWAY_INSTANTIATE(std::string ledger_value_text<>(double x, bool is_date, int digits));

}  // namespace headway::detail

#include <headway/header_end.hpp>
