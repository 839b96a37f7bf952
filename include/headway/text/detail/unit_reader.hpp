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

    [[nodiscard]] double to_base(double x) const noexcept;
    [[nodiscard]] double from_base(double x) const noexcept;
    /// False where it takes more factors, larger exponents or a larger size than there is room for.
    template <class = void>
    [[nodiscard]] bool multiply(const run_time_unit& other, int exponent) noexcept;
    template <class = void>
    [[nodiscard]] bool multiply(std::string_view base, int exponent) noexcept;
    template <class = void>
    [[nodiscard]] bool is_of(const value_kind& kind) const noexcept;
};

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
    [[nodiscard]] static bool is_next(text_cursor& cursor) noexcept;
    /// Words that stand between a value and another: "80 to 200", "between 0 and 1", "10, 20, 50 above 0".
    HEADWAY_INLINE static bool joins_values(std::string_view word) noexcept {
        return word == "to" || word == "and" || word == "above" || word == "below" || word == "between" || word == "terms";
    }
    /// Everything up to what is no unit; the empty unit where there is none.
    [[nodiscard, gnu::cold]] run_time_unit read();

  private:
    static constexpr int most_depth = 32;

    std::size_t start() noexcept;
    [[gnu::cold]] void combine(run_time_unit& all, const run_time_unit& part, int exponent, std::size_t from);
    [[gnu::cold]] run_time_unit ratio();
    /// The number in "per 1000 tokens", which counts the unit behind it; 1 where none stands.
    [[gnu::cold]] run_time_unit number_of_units();
    [[gnu::cold]] run_time_unit factor();
    bool unit_follows() noexcept;
    [[gnu::cold]] run_time_unit taken(const units_of_dimension::found& found);
    [[gnu::cold]] run_time_unit to_a_power(const run_time_unit& base, std::size_t from);

    static double counted(std::string_view word) noexcept;
    static bool is_unit(const named_unit& u, std::string_view word, double size, run_time_unit& unit) noexcept;
    static bool find(std::string_view word, run_time_unit& unit) noexcept;
    [[gnu::cold]] void refuse(std::string_view word);

    text_cursor& cursor_;
    const units_of_dimension& own_;
    int depth_ = 0;
};
HEADWAY_ELSEWHERE(class basic_unit_reader<>);
using unit_reader = basic_unit_reader<>;

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/text/bodies/detail/unit_reader.hpp>
#endif
