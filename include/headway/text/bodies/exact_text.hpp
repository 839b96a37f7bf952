// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/text/exact_text.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
std::string shortest_text(double x) {
    const double size = x < 0.0 ? -x : x;
    if (x != x) return "nan";
    if (!(size < no_limit)) return x < 0.0 ? "-infinite" : "infinite";
    char buffer[40];
    const bool written_out = x == 0.0 || (size >= 1e-4 && size < 1e15);
    const auto form = written_out ? std::chars_format::fixed : std::chars_format::scientific;
    return {buffer, std::to_chars(buffer, buffer + sizeof buffer, x, form).ptr};
}
HEADWAY_INSTANTIATE(std::string shortest_text<>(double x));

template <class>
std::string base_unit_text(const value_kind& kind) {
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
HEADWAY_INSTANTIATE(std::string base_unit_text<>(const value_kind& kind));

template <class>
std::string exact_number_of(const run_time_unit& unit, double base) {
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
HEADWAY_INSTANTIATE(std::string exact_number_of<>(const run_time_unit& unit, double base));

template <class>
bool read_own_unit(std::string_view name, const value_notation& notation, run_time_unit& unit) {
    text_cursor cursor(name);
    unit = unit_reader(cursor, *notation.units).read();
    return cursor.is_done() && !cursor.has_failed() && unit.is_of(notation.kind);
}
HEADWAY_INSTANTIATE(bool read_own_unit<>(std::string_view name, const value_notation& notation, run_time_unit& unit));

template <class>
std::string exact_date_text(double seconds) {
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
HEADWAY_INSTANTIATE(std::string exact_date_text<>(double seconds));

template <class>
int shown_digits(std::string_view number) noexcept {
    number = number.substr(0, number.find('e'));
    int count = 0;
    int zeros = 0;
    for (const char c : number) {
        if (!is_digit(c) || (c == '0' && count == 0)) continue;
        ++count;
        zeros = c == '0' ? zeros + 1 : 0;
    }
    return count - zeros;
}
HEADWAY_INSTANTIATE(int shown_digits<>(std::string_view number));

template <class>
std::string unit_name_with(const value_kind& kind, std::string_view time, std::string_view energy) {
    std::string above;
    std::string below;
    const value_kind::factor* const first = kind.begin();
    const auto count = kind.end() - first;
    // The words of the base units, those of time and energy as asked.
    const auto name = [&](const value_kind::factor& f, bool plural) {
        if (f.name == dim::time::name) return std::string(time) + (plural ? "s" : "");
        if (f.name == dim::energy::name) return std::string(energy);
        for (const named_unit& u : named_units) {
            if (u.factors[0].name == f.name && u.factors[1].exponent == 0 && u.above == 1.0 && u.below == 1.0) {
                return std::string(u.name) + (plural && u.takes == named_unit::form::with_s ? "s" : "");
            }
        }
        return std::string(f.name);
    };
    bool has_chips_below = false;
    for (const auto& f : kind) {
        if (f.exponent > 0) above += (above.empty() ? "" : "·") + name(f, count == 1);
        if (f.exponent > 1) above += "^" + std::to_string(f.exponent);
        has_chips_below = has_chips_below || (f.name == dim::chips::name && f.exponent == -1);
    }
    for (const auto& f : kind) {
        if (f.exponent >= 0) continue;
        // Sorted by name, so chips come before the time for which they are had: "per chip-month".
        const bool is_joined = has_chips_below && f.name == dim::time::name && f.exponent == -1;
        below += (is_joined ? "-" : below.empty() && above.empty() ? "per " : " per ") + name(f, false);
        if (f.exponent < -1) below += "^" + std::to_string(-f.exponent);
    }
    return above + below;
}
HEADWAY_INSTANTIATE(std::string unit_name_with<>(const value_kind& kind, std::string_view time, std::string_view energy));

template <class>
std::string counted_text(const std::string& number, const run_time_unit& unit, double base, const std::string& name) {
    const double size = base < 0.0 ? -unit.from_base(base) : unit.from_base(base);
    if (!name.starts_with("USD") && !name.starts_with("chip") && !name.starts_with("token")) return number + " " + name;
    for (const char* const word : {"trillion", "billion", "million", "thousand"}) {
        run_time_unit larger = unit;
        const double factor = word[0] == 't' ? (word[1] == 'r' ? 1e12 : 1e3) : word[0] == 'b' ? 1e9 : 1e6;
        larger.above *= factor;
        if (!(size >= factor)) continue;
        const std::string in_these = exact_number_of(larger, base);
        if (!in_these.empty() && in_these.size() < number.size() + 1) return in_these + " " + word + " " + name;
    }
    return number + " " + name;
}
HEADWAY_INSTANTIATE(std::string counted_text<>(const std::string& number, const run_time_unit& unit, double base,
                    const std::string& name));

template <class>
std::string text_in_few_digits(double base, const value_notation& notation, int digits) {
    constexpr unit_rung times[] = {{31556952.0, "year"}, {2629746.0, "month"}, {604800.0, "week"}, {86400.0, "day"},
                                   {3600.0, "hour"},     {60.0, "minute"},     {1.0, "second"}};
    constexpr unit_rung energies[] = {{3.6e6, "kWh"}, {1.0, "J"}};
    int time_exponent = 0;
    int energy_exponent = 0;
    for (const auto& f : notation.kind) {
        if (f.name == dim::time::name) time_exponent = f.exponent;
        if (f.name == dim::energy::name) energy_exponent = f.exponent;
    }
    // A quick look, before a name is read and the number is tried to the last bit.
    const auto may_be_short = [&](const unit_rung& time, const unit_rung& energy) {
        double x = base < 0.0 ? -base : base;
        for (int i = 0; i < time_exponent; ++i) x /= time.size;
        for (int i = 0; i > time_exponent; --i) x *= time.size;
        for (int i = 0; i < energy_exponent; ++i) x /= energy.size;
        for (int i = 0; i > energy_exponent; --i) x *= energy.size;
        if (!(x > 1e-9 && x < 1e15)) return false;
        const double off = round_to(x, 7).value() / x - 1.0;
        return off > -1e-14 && off < 1e-14;
    };
    std::string best;
    if (time_exponent == 0 && energy_exponent == 0) return best;
    // Fewer by several, and few: chance makes one or two.
    int fewest = digits - 3 < 7 ? digits - 3 : 7;
    for (const unit_rung& time : times) {
        for (const unit_rung& energy : energies) {
            if (!may_be_short(time, energy)) continue;
            const std::string plain = unit_name_with(notation.kind, time.many, energy.many);
            // In brackets it is one rounded number, as a unit may be in code.
            for (const std::string& name : {plain, "(" + plain + ")"}) {
                run_time_unit unit;
                if (!read_own_unit(name, notation, unit)) continue;
                const std::string number = exact_number_of(unit, base);
                if (number.empty() || shown_digits(number) >= fewest) continue;
                fewest = shown_digits(number);
                best = counted_text(number, unit, base, name);
            }
        }
    }
    return best;
}
HEADWAY_INSTANTIATE(std::string text_in_few_digits<>(double base, const value_notation& notation, int digits));

template <class>
std::string exact_text_of(double base, const value_notation& notation) {
    if (notation.kind.is_date()) return exact_date_text(base);
    if (notation.kind.is_number() || !(base - base == 0.0)) return shortest_text(base);
    const std::string printed = notation.text(base < 0.0 ? -base : base, 17);
    const std::size_t digits = read_decimal(printed).length;
    const std::string_view unit_name = std::string_view(printed).substr(digits < printed.size() ? digits + 1 : digits);
    run_time_unit unit;
    std::string number;
    if (read_own_unit(unit_name, notation, unit)) number = exact_number_of(unit, base);
    if (const int shown = number.empty() ? 17 : shown_digits(number); shown > 6) {
        const std::string other = text_in_few_digits(base, notation, shown);
        if (!other.empty()) return other;
    }
    if (!number.empty()) return number + " " + std::string(unit_name);
    return shortest_text(base) + " " + base_unit_text(notation.kind);
}
HEADWAY_INSTANTIATE(std::string exact_text_of<>(double base, const value_notation& notation));

}  // namespace headway::detail

#include <headway/header_end.hpp>
