// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/text/detail/unit_reader.hpp>
#include <headway/text/text.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// How values of one kind are read and written, whatever their type: a number, a quantity of some dimension, a date.
struct value_notation {
    value_kind kind;
    const units_of_dimension* units;
    /// `to_text` of the value in base units, to so many digits.
    std::string (*text)(double, int);

    [[nodiscard]] bool is_quantity() const noexcept { return !kind.is_date() && !kind.is_number(); }
};

template <class T>
struct notated {
    using dimension = dimensionless;
    static std::string text(double base, int digits) { return to_text(value_from_base<T>(base), digits); }
};
template <class Dimension>
struct notated<quantity<Dimension>> {
    using dimension = Dimension;
    [[gnu::cold]] static std::string text(double base, int digits) {
        return to_text(quantity<Dimension>::from_base_value(base), digits);
    }
};
template <>
struct notated<date> {
    using dimension = dimensionless;
    static std::string text(double base, int) { return to_text(date::from_seconds_since_1970(base)); }
};

template <any_value T>
inline constexpr value_notation notation_of{value_kind::of<T>(), &units_of<typename notated<T>::dimension>::table,
                                            notated<T>::text};

/// How differences of such values are written: of dates, spans of time.
template <class = void>
[[nodiscard]] const value_notation& notation_of_differences(const value_notation& values) noexcept;

/// The unit that a value without one most often lacks: "months", "USD", "USD per chip".
template <class = void>
[[nodiscard, gnu::cold]] std::string usual_unit_of(const value_notation& values);

/// Reads values of one kind, in base units.
class value_reader {
  public:
    value_reader(text_cursor& cursor, const value_notation& notation) noexcept : cursor_(cursor), notation_(notation) {}

    /// What such a value looks like, for messages.
    [[nodiscard, gnu::cold]] std::string expected() const;

    [[nodiscard, gnu::cold]] double read() { return notation_.kind.is_date() ? read_date() : read_with_unit(); }

    /// A number that may lack its unit, because that follows further on: `80 to 200 million USD`.
    struct number_and_unit {
        double number = 0.0;
        bool has_unit = false;
        run_time_unit unit;
    };
    template <class = void>
    [[nodiscard, gnu::cold]] number_and_unit read_number_and_unit();
    /// Fails where the number takes no such unit, or is too large or too small in it.
    template <class = void>
    [[nodiscard, gnu::cold]] double in_base_units(const number_and_unit& r, const run_time_unit& unit, bool has_unit);

  private:
    std::size_t start() noexcept;
    template <class = void>
    [[gnu::cold]] double number();
    /// 0 when no infinite value stands here.
    template <class = void>
    double infinite() noexcept;
    template <class = void>
    run_time_unit unit_of_kind() const noexcept;
    [[gnu::cold]] double read_with_unit();

    /// So many digits, as a number; -1 where there are fewer.
    template <class = void>
    int digits(std::size_t count) noexcept;
    bool take_now(char c) noexcept;

    template <class = void>
    [[gnu::cold]] double read_date();
    /// 2026-11-21, with the time of day behind it or without. False, having read nothing to keep, for another notation.
    template <class = void>
    [[gnu::cold]] bool calendar_day(double& seconds);
    template <class = void>
    [[gnu::cold]] void time_of_day(double& seconds);

    text_cursor& cursor_;
    const value_notation& notation_;
    std::size_t cursor_unit_from_ = 0;
};

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/text/bodies/value_notation.hpp>
#endif
