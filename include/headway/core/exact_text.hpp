// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/core/detail/value_notation.hpp>

namespace headway {

namespace detail {

/// The shortest text that reads back as the same number, written out where that is short enough to read.
[[nodiscard]] inline std::string shortest_text(double x) {
    const double size = x < 0.0 ? -x : x;
    if (!(size < __builtin_huge_val())) return x < 0.0 ? "-infinite" : "infinite";
    char buffer[40];
    const bool written_out = x == 0.0 || (size >= 1e-4 && size < 1e15);
    const auto form = written_out ? std::chars_format::fixed : std::chars_format::scientific;
    return {buffer, std::to_chars(buffer, buffer + sizeof buffer, x, form).ptr};
}

/// The unit of size 1 of a kind: "USD per s", "nm^2".
[[nodiscard]] inline std::string base_unit_text(const value_kind& kind) {
    const auto text_of = [](const value_kind::factor& f, bool alone) {
        std::string text(f.name);  // a user's base dimension has the name of its unit
        for (const named_unit& u : named_units) {
            if (u.factors[0].name == f.name && u.factors[1].exponent == 0 && u.above == 1.0 && u.below == 1.0) {
                text = std::string(u.name) + (alone && u.takes == named_unit::form::with_s ? "s" : "");
                break;
            }
        }
        const int exponent = f.exponent < 0 ? -f.exponent : f.exponent;
        // Beyond what one power takes.
        std::string all;
        for (int left = exponent; left > 0; left -= left < 9 ? left : 9) {
            const int now = left < 9 ? left : 9;
            all += (all.empty() ? "" : "·") + text + (now == 1 ? "" : "^" + std::to_string(now));
        }
        return all;
    };
    std::string above;
    std::string below;
    for (const auto& f : kind) {
        if (f.exponent > 0) above += (above.empty() ? "" : "·") + text_of(f, kind.end() - kind.begin() == 1);
        if (f.exponent < 0) below += " per " + text_of(f, false);
    }
    return above.empty() ? below.substr(1) : above + below;
}

/// The number of units that makes exactly so many base units, in the fewest digits; empty where there is none.
[[nodiscard]] inline std::string exact_number_of(const run_time_unit& unit, double base) {
    const double about = unit.from_base(base);
    std::string best;
    for (const int ulps : {0, 1, -1, 2, -2}) {
        const auto bits = std::bit_cast<std::uint64_t>(about) + static_cast<std::uint64_t>(ulps);
        const double x = std::bit_cast<double>(bits);
        if (!(x - x == 0.0) || std::bit_cast<std::uint64_t>(unit.to_base(x)) != std::bit_cast<std::uint64_t>(base)) {
            continue;
        }
        const std::string text = shortest_text(x);
        if (best.empty() || text.size() < best.size()) best = text;
    }
    return best;
}

/// The unit behind the number in what `to_text` prints, read; false where it cannot be.
[[nodiscard]] inline bool read_own_unit(std::string_view name, const value_notation& notation, run_time_unit& unit) {
    text_cursor cursor(name);
    unit = unit_reader(cursor, *notation.units).read();
    return cursor.is_done() && !cursor.has_failed() && unit.is_of(notation.kind);
}

[[nodiscard]] inline std::string exact_date_text(double seconds) {
    const std::string day = to_text(date::from_seconds_since_1970(seconds));
    if (!(seconds - seconds == 0.0)) return day;
    const double whole_days = floor(seconds / seconds_per_day) * seconds_per_day;
    const double in_day = seconds - whole_days;
    if (!day.starts_with("year") && in_day < seconds_per_day && whole_days + in_day == seconds) {
        if (in_day == 0.0) return day;
        const double minutes = floor(in_day / 60.0);
        const double rest = in_day - minutes * 60.0;
        const auto two = [](int n) { return std::string(n < 10 ? "0" : "") + std::to_string(n); };
        const int minute = static_cast<int>(minutes);
        const std::string text = day + " " + two(minute / 60) + ":" + two(minute % 60) +
                                 (rest == 0.0 ? "" : (rest < 10.0 ? ":0" : ":") + shortest_text(rest));
        // Not where the fraction of a second is too small to be written out.
        text_cursor cursor(text);
        const double back = value_reader(cursor, notation_of<date>).read();
        if (back == seconds && cursor.is_done() && !cursor.has_failed()) return text;
    }
    return "1970-01-01 + " + shortest_text(seconds) + " s";
}

[[nodiscard]] inline std::string exact_text_of(double base, const value_notation& notation) {
    if (notation.kind.is_date()) return exact_date_text(base);
    if (notation.kind.is_number() || !(base - base == 0.0)) return shortest_text(base);
    const std::string printed = notation.text(base < 0.0 ? -base : base, 17);
    const std::size_t digits = read_decimal(printed).length;
    const std::string_view unit_name = std::string_view(printed).substr(digits < printed.size() ? digits + 1 : digits);
    run_time_unit unit;
    if (read_own_unit(unit_name, notation, unit)) {
        const std::string number = exact_number_of(unit, base);
        if (!number.empty()) return number + " " + std::string(unit_name);
    }
    return shortest_text(base) + " " + base_unit_text(notation.kind);
}

}  // namespace detail

/// A number, quantity or date as text that `parse_value` reads back as the same value, bit for bit, in the fewest
/// digits: a quantity in the unit in which `to_text` prints it ("4.2 million USD"), or in base units where that is not
/// exact; a date as "2026-11-21", with the time of day where there is one. Not for reading: `to_text` rounds. A date
/// -0.0 seconds from 1970 reads back as 0.0; NaN, which no text stands for, gives "undefined".
template <any_value T>
[[nodiscard]] std::string exact_text(const T& value) {
    const double base = base_value_of(value);
    return base == base ? detail::exact_text_of(base, detail::notation_of<T>) : "undefined";
}

}  // namespace headway
