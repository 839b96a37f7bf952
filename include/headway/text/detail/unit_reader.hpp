// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/text/detail/named_units.hpp>
#include <headway/text/near_names.hpp>
#include <headway/text/parse_number.hpp>
#include <headway/text/text_cursor.hpp>
#include <headway/text/unit_ladder.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// A unit put together at run time: above / below base units. Two whole numbers where a size below 1 would be rounded,
/// so that "5 per hour" is 5 / 3600, as in code.
struct run_time_unit {
    static constexpr int capacity = 16;
    static constexpr int most_exponent = 99;

    double above = 1.0;
    double below = 1.0;
    value_kind::factor factors[capacity] = {};
    int count = 0;

    [[nodiscard]] double to_base(double x) const noexcept {
        const double scaled = x * above;
        return scaled / below;
    }
    [[nodiscard]] double from_base(double x) const noexcept {
        const double scaled = x * below;
        return scaled / above;
    }
    /// False where it takes more factors, larger exponents or a larger size than there is room for.
    template <class = void>
    [[nodiscard]] bool multiply(const run_time_unit& other, int exponent) noexcept {
        for (int i = 0; i < (exponent < 0 ? -exponent : exponent); ++i) {
            above *= exponent > 0 ? other.above : other.below;
            below *= exponent > 0 ? other.below : other.above;
        }
        if (!(above > 0.0 && above < 1e300 && below > 0.0 && below < 1e300)) return false;
        for (int i = 0; i < other.count; ++i) {
            if (!multiply(other.factors[i].name, exponent * other.factors[i].exponent)) return false;
        }
        return true;
    }
    template <class = void>
    [[nodiscard]] bool multiply(std::string_view base, int exponent) noexcept {
        int place = 0;
        while (place < count && factors[place].name < base) ++place;
        if (place < count && factors[place].name == base) {
            factors[place].exponent += exponent;
            const int now = factors[place].exponent;
            if (now == 0) {
                --count;
                for (int i = place; i < count; ++i) factors[i] = factors[i + 1];
            }
            return now >= -most_exponent && now <= most_exponent;
        }
        if (exponent == 0) return true;
        if (count == capacity) return false;
        for (int i = count; i > place; --i) factors[i] = factors[i - 1];
        factors[place] = {base, exponent};
        ++count;
        return exponent >= -most_exponent && exponent <= most_exponent;
    }
    template <class = void>
    [[nodiscard]] bool is_of(const value_kind& kind) const noexcept {
        if (kind.is_date() || kind.end() - kind.begin() != count) return false;
        for (int i = 0; i < count; ++i) {
            if (!(kind.begin()[i] == factors[i])) return false;
        }
        return true;
    }
};
HEADWAY_INSTANTIATE(bool run_time_unit::multiply<>(const run_time_unit& other, int exponent));
HEADWAY_INSTANTIATE(bool run_time_unit::multiply<>(std::string_view base, int exponent));
HEADWAY_INSTANTIATE(bool run_time_unit::is_of<>(const value_kind& kind) const);

/// Units that come with a dimension: those of its ladder and of its base dimensions, a user's own among them. Given
/// the text at which a unit is to be read, `find` tells the one with the longest name there; `offer` tells all names.
struct units_of_dimension {
    struct found {
        std::size_t length = 0;
        double size = 1.0;
        const value_kind::factor* factors = nullptr;
        std::size_t count = 0;
    };
    found (*find)(std::string_view text, bool of_the_bases);
    void (*offer)(near_names& names);
};

template <class Dimension>
struct units_of {
    static void try_name(units_of_dimension::found& best, std::string_view text, std::string_view name, double size,
                         const value_kind::factor* factors, std::size_t count) noexcept {
        if (name.empty() || name.size() <= best.length || !text.starts_with(name)) return;
        // "chip" is not what stands in "chips".
        if (name.size() < text.size() && !text_cursor(text.substr(name.size())).word_at(0).empty()) return;
        best = {name.size(), size, factors, count};
    }
    template <class Of>
    static void try_ladder([[maybe_unused]] units_of_dimension::found& best,
                           [[maybe_unused]] std::string_view text) noexcept {
        if constexpr (has_unit_ladder<Of>) {
            constexpr value_kind own = value_kind::of<quantity<Of>>();
            const auto count = static_cast<std::size_t>(own.end() - own.begin());
            for (const unit_rung& rung : unit_ladder<Of>) {
                try_name(best, text, rung.many, rung.size, own.begin(), count);
                try_name(best, text, rung.one, rung.size, own.begin(), count);
            }
        }
    }
    template <class Base>
    static void try_base(units_of_dimension::found& best, std::string_view text) noexcept {
        constexpr value_kind own = value_kind::of<quantity<Base>>();
        try_ladder<Base>(best, text);
        try_name(best, text, unit_after_per<Base>.many, unit_after_per<Base>.size, own.begin(), 1);
        try_name(best, text, Base::name, 1.0, own.begin(), 1);
    }
    template <class... Factors>
    static void try_bases([[maybe_unused]] units_of_dimension::found& best, [[maybe_unused]] std::string_view text,
                          factor_list<Factors...>) noexcept {
        (try_base<typename factor_traits<Factors>::base>(best, text), ...);
    }
    [[gnu::cold]] static units_of_dimension::found find(std::string_view text, bool of_the_bases) {
        units_of_dimension::found best;
        if (of_the_bases) {
            try_bases(best, text, typename factors_of<Dimension>::type{});
        } else {
            try_ladder<Dimension>(best, text);
        }
        return best;
    }
    template <class Of>
    [[gnu::cold]] static void offer_ladder([[maybe_unused]] near_names& names) {
        if constexpr (has_unit_ladder<Of>) {
            for (const unit_rung& rung : unit_ladder<Of>) names.offer(rung.many);
        }
    }
    template <class... Factors>
    [[gnu::cold]] static void offer_bases([[maybe_unused]] near_names& names, factor_list<Factors...>) {
        (offer_ladder<typename factor_traits<Factors>::base>(names), ...);
    }
    [[gnu::cold]] static void offer(near_names& names) {
        offer_ladder<Dimension>(names);
        offer_bases(names, typename factors_of<Dimension>::type{});
    }
    static constexpr units_of_dimension table{find, offer};
};

/// Reads what stands behind a number: "million USD", "USD per chip-hour", "(PFLOP/s)·day", "USD per 1000 tokens", "%".
template <class = void>
class basic_unit_reader {
  public:
    basic_unit_reader(text_cursor& cursor, const units_of_dimension& own) noexcept : cursor_(cursor), own_(own) {}

    /// A unit or a counting word stands here.
    [[nodiscard]] static bool is_next(text_cursor& cursor) noexcept {
        if (cursor.next() == '%' || cursor.next() == '(') return true;
        const std::string_view word = cursor.peek_word();
        return !word.empty() && !joins_values(word);
    }
    /// Words that stand between a value and another: "80 to 200", "between 0 and 1", "10, 20, 50 above 0".
    HEADWAY_INLINE static bool joins_values(std::string_view word) noexcept {
        return word == "to" || word == "and" || word == "above" || word == "below" || word == "between" || word == "terms";
    }
    /// Everything up to what is no unit; the empty unit where there is none.
    [[nodiscard, gnu::cold]] run_time_unit read() {
        run_time_unit all;
        const std::size_t from = start();
        if (is_next(cursor_) && cursor_.peek_word() != "per") combine(all, ratio(), 1, from);
        while (cursor_.take_word("per")) {
            const run_time_unit count = number_of_units();
            combine(all, ratio(), -1, from);
            combine(all, count, -1, from);
        }
        return all;
    }

  private:
    static constexpr int most_depth = 32;

    std::size_t start() noexcept {
        cursor_.skip_spaces();
        return cursor_.at();
    }
    [[gnu::cold]] void combine(run_time_unit& all, const run_time_unit& part, int exponent, std::size_t from) {
        if (!all.multiply(part, exponent)) {
            cursor_.fail(from, cursor_.at(), "a unit of fewer factors and of a size that a number can hold");
        }
    }
    [[gnu::cold]] run_time_unit ratio() {
        const std::size_t from = start();
        run_time_unit all = factor();
        bool below_the_line = false;
        for (;;) {
            const std::size_t sign = start();
            if (cursor_.take("/")) {
                const run_time_unit count = number_of_units();
                combine(all, factor(), -1, from);
                combine(all, count, -1, from);
                below_the_line = true;
            } else if (cursor_.take("·") || cursor_.take("⋅") || cursor_.take("×") || cursor_.take("*")) {
                if (below_the_line) {
                    cursor_.fail(from,
                                 "brackets around what is below the line, as in USD/(chip·hour) or (USD/chip)·hour");
                }
                combine(all, factor(), 1, sign);
            } else {
                return all;
            }
        }
    }
    /// The number in "per 1000 tokens", which counts the unit behind it; 1 where none stands.
    [[gnu::cold]] run_time_unit number_of_units() {
        run_time_unit count;
        const std::size_t from = start();
        const decimal_text digits = read_decimal(cursor_.rest());
        if (digits.length == 0) return count;
        const auto n = value_of(digits);
        cursor_.go_to(from + digits.length);
        if (!n || !(*n > 0.0)) {
            cursor_.fail(from, cursor_.at(), "a number above 0 in front of the unit that it counts");
        } else if (cursor_.next() == ',' || cursor_.peek_word().empty()) {
            if (cursor_.next() == '(') return count.above = *n, count;
            cursor_.fail(from, "a unit behind the number, whose thousands have no comma: USD per 1000 tokens");
        } else {
            count.above = *n;
        }
        return count;
    }
    [[gnu::cold]] run_time_unit factor() {
        const std::size_t from = start();
        run_time_unit all;
        if (cursor_.take("(")) {
            if (++depth_ > most_depth) cursor_.fail(from, "fewer brackets inside one another");
            all = read();
            if (!cursor_.take(")")) cursor_.fail(from, "a closing bracket behind the unit");
            --depth_;
            // One unit, as in code: 140 * (USD / chip-month) is not always 140 * USD / chip-month to the last bit.
            if (const double size = all.above / all.below; all.below != 1.0 && size > 0.0) {
                all.above = size;
                all.below = 1.0;
            }
            return to_a_power(all, from);
        }
        for (;;) {
            const auto of_bases = own_.find(cursor_.rest(), true);
            if (of_bases.length > 0) {
                combine(all, taken(of_bases), 1, from);
                break;
            }
            const std::string_view word = cursor_.next() == '%' ? std::string_view("%") : cursor_.peek_word();
            run_time_unit unit;
            if (find(word, unit)) {
                cursor_.go_to(cursor_.at() + word.size());
                combine(all, to_a_power(unit, from), 1, from);
                break;
            }
            if (const double size = counted(word); size > 0.0) {
                cursor_.go_to(cursor_.at() + word.size());
                unit.above = size;
                combine(all, unit, 1, from);
                if (!unit_follows()) return all;
                continue;
            }
            const auto of_ladder = own_.find(cursor_.rest(), false);
            if (of_ladder.length == 0) {
                refuse(word);
                return all;
            }
            combine(all, taken(of_ladder), 1, from);
            break;
        }
        // "chip-hours": one name, so it binds before a line does.
        if (cursor_.rest().size() > 1 && cursor_.rest().front() == '-' && !cursor_.word_at(cursor_.at() + 1).empty()) {
            cursor_.go_to(cursor_.at() + 1);
            if (++depth_ > most_depth) cursor_.fail(from, "fewer units joined by -");
            combine(all, factor(), 1, from);
            --depth_;
        }
        return all;
    }
    bool unit_follows() noexcept {
        const std::string_view word = cursor_.peek_word();
        return !word.empty() && word != "per" && !joins_values(word);
    }
    [[gnu::cold]] run_time_unit taken(const units_of_dimension::found& found) {
        const std::size_t from = cursor_.at();
        cursor_.go_to(from + found.length);
        run_time_unit unit;
        // A size such as 1.0 / 3600 is meant as one over a whole number.
        const double inverse = 1.0 / found.size;
        if (found.size < 1.0 && floor(inverse + 0.5) < 9007199254740992.0 && 1.0 / floor(inverse + 0.5) == found.size) {
            unit.below = floor(inverse + 0.5);
        } else {
            unit.above = found.size;
        }
        bool fits = true;
        for (std::size_t i = 0; i < found.count; ++i) {
            fits = unit.multiply(found.factors[i].name, found.factors[i].exponent) && fits;
        }
        if (!fits) cursor_.fail(from, cursor_.at(), "a unit of fewer factors");
        return to_a_power(unit, from);
    }
    [[gnu::cold]] run_time_unit to_a_power(const run_time_unit& base, std::size_t from) {
        int exponent = 1;
        const std::string_view rest = cursor_.rest();
        const std::string_view raised = rest.starts_with("⁻") ? rest.substr(std::string_view("⁻").size()) : rest;
        if (raised.starts_with("¹") || raised.starts_with("²") || raised.starts_with("³")) {
            exponent = raised.starts_with("¹") ? 1 : raised.starts_with("²") ? 2 : 3;
            if (raised.size() < rest.size()) exponent = -exponent;
            cursor_.go_to(cursor_.at() + rest.size() - raised.size() + 2);
        } else if (rest.starts_with("^") || rest.starts_with("2") || rest.starts_with("3")) {
            if (rest.front() == '^') cursor_.go_to(cursor_.at() + 1);
            const decimal_text digits = read_decimal(cursor_.rest());
            const auto n = value_of(digits);
            if (digits.length == 0 || !n || *n != floor(*n) || !(*n >= -9.0 && *n <= 9.0) || *n == 0.0) {
                cursor_.fail(from, cursor_.at() + digits.length, "a unit to a whole power from -9 to 9, as in mm^2");
                return base;
            }
            cursor_.go_to(cursor_.at() + digits.length);
            exponent = static_cast<int>(*n);
        }
        run_time_unit all;
        combine(all, base, exponent, from);
        return all;
    }

    static double counted(std::string_view word) noexcept {
        for (const named_factor& f : counting_words) {
            if (f.name == word) return f.size;
        }
        return 0.0;
    }
    static bool is_unit(const named_unit& u, std::string_view word, double size, run_time_unit& unit) noexcept {
        const bool plural = u.takes != named_unit::form::as_it_is && u.takes != named_unit::form::with_si_letter &&
                            word.size() == u.name.size() + 1 && word.starts_with(u.name) && word.back() == 's';
        if (word != u.name && !(plural && u.name != "flop")) return false;
        unit.above = u.above * size;
        unit.below = u.below;
        for (const auto& f : u.factors) {
            if (f.exponent != 0 && !unit.multiply(f.name, f.exponent)) return false;
        }
        return true;
    }
    static bool find(std::string_view word, run_time_unit& unit) noexcept {
        if (word.empty()) return false;
        for (const named_unit& u : named_units) {
            if (is_unit(u, word, 1.0, unit)) return true;
            if (u.takes == named_unit::form::with_si_letter || u.takes == named_unit::form::with_si_word) {
                const bool letters = u.takes == named_unit::form::with_si_letter;
                const named_factor* const prefixes = letters ? si_letters : si_words;
                for (int i = 0; i < 8; ++i) {
                    if (word.starts_with(prefixes[i].name) &&
                        is_unit(u, word.substr(prefixes[i].name.size()), prefixes[i].size, unit)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
    [[gnu::cold]] void refuse(std::string_view word) {
        if (cursor_.has_failed()) return;
        if (word.empty()) return cursor_.fail(cursor_.at(), "a unit, such as USD, chips or month");
        near_names names(word);
        own_.offer(names);
        for (const named_unit& u : named_units) names.offer(u.name);
        for (const named_factor& f : counting_words) names.offer(f.name);
        const std::string near = names.empty() ? "" : "; did you mean " + names.text() + "?";
        cursor_.fail(cursor_.at(), cursor_.at() + word.size(),
                     "a unit that is known, such as USD, chips or month" + near);
    }

    text_cursor& cursor_;
    const units_of_dimension& own_;
    int depth_ = 0;
};
HEADWAY_INSTANTIATE(class basic_unit_reader<>);
using unit_reader = basic_unit_reader<>;

}  // namespace headway::detail

#include <headway/header_end.hpp>
