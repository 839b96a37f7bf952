// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/table/formatted_table.hpp>

#include <headway/header_begin.hpp>

namespace headway::report {

template <class>
bool formatted_table::is_shown(const result_table& table, std::size_t c) {
    const result_column& column = table.columns()[c];
    const auto some_is_not = [&](double value) {
        return std::any_of(table.rows().begin(), table.rows().end(), [&](const auto& row) {
            return row[c].is != kind::nothing && !(row[c].value == value);
        });
    };
    return column.for_people && table.any(c) && (!column.only_unless_zero || some_is_not(0.0)) &&
           (!column.only_unless_all || some_is_not(1.0));
}
HEADWAY_INSTANTIATE(bool formatted_table::is_shown<>(const result_table& table, std::size_t c));

template <class>
double formatted_table::median_of(std::vector<double>& magnitudes) {
    if (magnitudes.empty()) return 0.0;
    const auto middle = magnitudes.begin() + static_cast<std::ptrdiff_t>(magnitudes.size() / 2);
    std::nth_element(magnitudes.begin(), middle, magnitudes.end());
    return *middle;
}
HEADWAY_INSTANTIATE(double formatted_table::median_of<>(std::vector<double>& magnitudes));

template <class>
void formatted_table::choose_units(const result_table& table) {
    std::vector<std::vector<double>> magnitudes(table.scales().size());
    for (const auto& row : table.rows()) {
        for (std::size_t c = 0; c < row.size(); ++c) {
            const result_cell& cell = row[c];
            if (!table.columns()[c].for_people || (cell.is != kind::number && cell.is != kind::date)) continue;
            const double x = cell.is == kind::date ? cell.error : cell.value;
            if (x - x == 0.0 && x != 0.0) magnitudes[cell.scale].push_back(x < 0.0 ? -x : x);
        }
    }
    for (std::size_t s = 0; s < magnitudes.size(); ++s) {
        const unit_scale& scale = table.scales()[s];
        units_.push_back(scale[detail::unit_for(scale, median_of(magnitudes[s]))]);
    }
}
HEADWAY_INSTANTIATE(void formatted_table::choose_units<>(const result_table& table));

template <class>
void formatted_table::measure_spreads(const result_table& table) {
    spreads_.assign(table.rows().size(), undefined);
    const auto place_of = [&](std::string_view key) {
        std::size_t c = 0;
        while (c < table.columns().size() && table.columns()[c].key != key) ++c;
        return c;
    };
    const std::size_t low = place_of("p5");
    const std::size_t high = place_of("p95");
    if (low == table.columns().size() || high == table.columns().size()) return;
    for (std::size_t r = 0; r < spreads_.size(); ++r) {
        const auto& row = table.rows()[r];
        if (row[low].is != kind::nothing && row[high].is != kind::nothing) {
            // Of what hardly ever happens both ends are never: a spread without end, not an unknown one.
            spreads_[r] = row[high].value == no_limit ? no_limit : row[high].value - row[low].value;
        }
    }
    join_spreads(table, low);
}
HEADWAY_INSTANTIATE(void formatted_table::measure_spreads<>(const result_table& table));

template <class>
void formatted_table::join_spreads(const result_table& table, std::size_t c) {
    const auto counts = [&](std::size_t r) { return spreads_[r] > 0.0 && spreads_[r] < no_limit; };
    std::vector<double> joined = spreads_;
    for (std::size_t r = 0; r < spreads_.size(); ++r) {
        if (!counts(r)) continue;
        const result_cell& cell = table.rows()[r][c];
        // Of a date the unit is that of its error.
        const auto is_alike = [&](const result_cell& beside) {
            return beside.is == cell.is && (cell.is == kind::date || unit_of(beside) == unit_of(cell));
        };
        std::vector<double> alike;
        for (std::size_t other = 0; other < spreads_.size(); ++other) {
            if (counts(other) && is_alike(table.rows()[other][c])) alike.push_back(spreads_[other]);
        }
        std::sort(alike.begin(), alike.end());
        double least = alike.front();
        double most = least;
        for (const double spread : alike) {
            if (spread > 10.0 * least) {
                if (spreads_[r] <= most) break;
                least = spread;
            }
            most = spread;
        }
        joined[r] = sqrt(least) * sqrt(most);
    }
    spreads_ = std::move(joined);
}
HEADWAY_INSTANTIATE(void formatted_table::join_spreads<>(const result_table& table, std::size_t c));

template <class>
bool formatted_table::is_mixed(const result_table& table, std::size_t c, kind is) const {
    const result_cell* first = nullptr;
    for (const auto& row : table.rows()) {
        if (row[c].is == kind::nothing) continue;
        if (first == nullptr) first = &row[c];
        if ((row[c].is == is || first->is == is) && (row[c].is != first->is || unit_of(row[c]) != unit_of(*first))) {
            return true;
        }
    }
    return false;
}
HEADWAY_INSTANTIATE(bool formatted_table::is_mixed<>(const result_table& table, std::size_t c, kind is) const);

template <class>
void formatted_table::add_unit_column(const result_table& table, std::size_t c) {
    headings.emplace_back("unit");
    numeric.push_back(false);
    for (std::size_t r = 0; r < rows.size(); ++r) {
        const auto& cells = table.rows()[r];
        const auto cell =
            std::find_if(cells.begin() + static_cast<std::ptrdiff_t>(c), cells.end(), [](const result_cell& x) {
                return x.is == kind::number || x.is == kind::date;
            });
        told_[r] = cell == cells.end() ? "" : cell->is == kind::date ? "date" : unit_of(*cell);
        rows[r].push_back(told_[r]);
    }
}
HEADWAY_INSTANTIATE(void formatted_table::add_unit_column<>(const result_table& table, std::size_t c));

template <class>
void formatted_table::add_column(const result_table& table, std::size_t c) {
    const result_column& column = table.columns()[c];
    const auto some = std::find_if(table.rows().begin(), table.rows().end(),
                                   [c](const auto& row) { return row[c].is != kind::nothing; });
    const result_cell& first = (*some)[c];
    const bool mixed = is_mixed(table, c, kind::number);
    if (mixed && told_.empty()) {
        told_.resize(rows.size());
        add_unit_column(table, c);
    }
    const std::string unit = mixed || first.is != kind::number ? "" : unit_of(first);
    if (column.is_corner) corner_ = headings.size();
    if (column.unit_in_corner && !corner_has_unit_ && !unit.empty()) {
        headings[corner_] = headed(headings[corner_], unit);
        corner_has_unit_ = true;
    }
    headings.push_back(headed(column.heading, column.unit_in_corner ? "" : unit));
    numeric.push_back(first.is != kind::text);
    // A row of a mixed column whose unit is not the one told of it.
    const auto differs = [&](std::size_t r) { return mixed && unit_of(table.rows()[r][c]) != told_[r]; };
    const auto spread = [&](std::size_t r) {
        return spreads_.empty() || !has_spread(column) ? undefined : spreads_[r];
    };
    for (std::size_t r = 0; r < rows.size(); ++r) {
        rows[r].push_back(text_of(table.rows()[r][c], differs(r), spread(r)));
    }
    if (!column.show_error) return;
    const bool mixed_errors = mixed || is_mixed(table, c, kind::date);
    headings.push_back(headed("s.e.", mixed_errors ? "" : unit_of(first)));
    numeric.push_back(true);
    for (std::size_t r = 0; r < rows.size(); ++r) {
        const result_cell& cell = table.rows()[r][c];
        rows[r].push_back(error_text(cell, cell.is == kind::date ? mixed_errors : differs(r)));
    }
}
HEADWAY_INSTANTIATE(void formatted_table::add_column<>(const result_table& table, std::size_t c));

template <class>
std::string formatted_table::text_of(const result_cell& cell, bool with_unit, double spread) const {
    const bool by_spread = spread == spread && spread != 0.0;
    switch (cell.is) {
        case kind::nothing: return {};
        case kind::text: return cell.text;
        case kind::count: return to_text(cell.value, 17);
        case kind::share:
            if (cell.of_draws && cell.error > 0.0 && !(cell.value > 0.0 && cell.value < 1.0)) return bound_text(cell);
            // Weights leave next to nothing where equal draws leave none.
            if (cell.of_draws && cell.value > 0.0 && cell.value < 1e-6) return "< 0.0001 %";
            if (cell.of_draws && cell.value < 1.0 && cell.value > 1.0 - 1e-6) return "> 99.9999 %";
            return beside(number_text(cell, 0.01), "%");
        case kind::date: {
            const date when = date::from_seconds_since_1970(cell.value);
            return (by_spread ? spread_text(when, spread * units::second) : to_text(when)) + unknown_error(cell);
        }
        case kind::number: break;
    }
    const shown_unit& unit = units_[cell.scale];
    if (by_spread) {
        return beside(spread_text(cell.value / unit.size, spread / unit.size), with_unit ? unit.name : "") +
               unknown_error(cell);
    }
    return beside(number_text(cell, unit.size), with_unit ? unit.name : "") +
           unknown_error(cell);
}
HEADWAY_INSTANTIATE(std::string formatted_table::text_of<>(const result_cell& cell, bool with_unit, double spread) const);

template <class>
std::string formatted_table::error_text(const result_cell& cell, bool with_unit) const {
    if (cell.is == kind::nothing) return {};
    if (cell.error == no_limit) return "unknown";
    if (!(cell.error < no_limit)) return to_text(cell.error);
    const bool is_share = cell.is == kind::share;
    const shown_unit unit = is_share ? shown_unit{0.01, "%"} : units_[cell.scale];
    const std::string number = headway::detail::magnitude_text(cell.error / unit.size, 2, true);
    return beside(number, with_unit || is_share ? unit.name : "");
}
HEADWAY_INSTANTIATE(std::string formatted_table::error_text<>(const result_cell& cell, bool with_unit) const);

HEADWAY_OUT_OF_LINE formatted_table::formatted_table(const result_table& table, digits_by digits) {
    choose_units(table);
    if (digits == digits_by::spread) measure_spreads(table);
    rows.resize(table.rows().size());
    for (std::size_t c = 0; c < table.columns().size(); ++c) {
        if (is_shown(table, c)) add_column(table, c);
    }
}

HEADWAY_OUT_OF_LINE std::string formatted_table::beside(const std::string& number, const std::string& unit) {
    const bool word = number == "undefined" || number == "unknown" || number == "infinite" || number == "-infinite";
    return unit.empty() || word || number == "0" ? number : number + " " + unit;
}

HEADWAY_OUT_OF_LINE std::string formatted_table::number_text(const result_cell& cell, double unit) {
    if (cell.digits > 0 && cell.error == 0.0 && cell.value - cell.value == 0.0) {
        return to_text(cell.value / unit, cell.digits);
    }
    return unit == 0.01 ? value_text(100.0 * cell.value, 100.0 * cell.error)
                        : value_text(cell.value / unit, cell.error / unit);
}

HEADWAY_OUT_OF_LINE std::string formatted_table::unknown_error(const result_cell& cell) {
    const bool unknown = cell.error == no_limit && cell.value - cell.value == 0.0;
    return unknown ? " (error unknown)" : "";
}

HEADWAY_OUT_OF_LINE std::string formatted_table::bound_text(const result_cell& cell) {
    const double bound = -100.0 * expm1(-2.995732273553991 * cell.error);  // 1 - 0.05^(1/n) in percent
    return cell.value > 0.0 ? "> " + value_text(100.0 - bound, bound) + " %" : "< " + to_text(bound, bound < 1.0 ? 1 : 2) + " %";
}

}  // namespace headway::report

#include <headway/header_end.hpp>
