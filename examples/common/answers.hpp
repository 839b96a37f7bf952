// SPDX-License-Identifier: BSL-1.0
// How the examples print an answer: a question, a sentence, a table of p10, p50 and p90, and what it rests on.
#pragma once

#include <headway/headway.hpp>

#include <iostream>
#include <string>

namespace answers {

namespace hw = headway;

/// Every example simulates with these: the same seed, so the same draws of an assumption in all of them.
inline constexpr hw::simulation options{.draws = 100'000, .seed = 2025};

inline void question(const std::string& text) {
    std::cout << "\n\n" << text << '\n' << std::string(text.size(), '=') << "\n\n";
}
inline void say(const std::string& text) { std::cout << hw::report::paragraph(text); }

/// How many draws, with the thousands set apart.
inline std::string draws_text(std::uint64_t draws) {
    const std::string digits = std::to_string(draws);
    std::string text;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && (digits.size() - i) % 3 == 0) text += ' ';
        text += digits[i];
    }
    return text;
}

inline std::string percent_text(double share, int significant_digits = 2) {
    return hw::to_text(100.0 * share, significant_digits) + " %";
}

/// A table of answers: 80 % of the draws lie between the first number and the last.
inline hw::report::text_table quantiles_of(const std::string& what) {
    return hw::report::text_table({what, "p10", "p50", "p90", "standard error"});
}
/// A row of it; the standard error is the largest of the three. `print(value, significant_digits)` makes the text.
template <class T, class Print>
void add(hw::report::text_table& table, const std::string& what, const hw::outcome<T>& outcome, const Print& print) {
    std::vector<std::string> cells{what};
    auto error = outcome.quantile_standard_error(0.5);
    for (const double p : {0.1, 0.5, 0.9}) {
        cells.push_back(print(outcome.quantile(p), 3));
        if (outcome.quantile_standard_error(p) > error) error = outcome.quantile_standard_error(p);
    }
    cells.push_back(print(error, 1));
    table.row(cells);
}
template <class T>
void add(hw::report::text_table& table, const std::string& what, const hw::outcome<T>& outcome) {
    add(table, what, outcome, [](const auto& value, int significant_digits) {
        if constexpr (hw::any_date<decltype(value)>) {
            return hw::to_text(value);
        } else {
            return hw::to_text(value, significant_digits);
        }
    });
}

template <class Forecast>
void say_sources(const Forecast& forecast) {
    std::cout << "\nIt rests on\n" << hw::report::sources(forecast);
}
inline void say_source(const hw::figures::figure_info& figure) {
    std::cout << hw::report::paragraph("- " + std::string(figure.what) + ": " + hw::report::source_line(figure),
                                       {0, 4});
}

}  // namespace answers
