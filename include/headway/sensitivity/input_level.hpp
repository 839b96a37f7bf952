// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>

#include <headway/process/path_trend.hpp>
#include <headway/quantity/value.hpp>
#include <headway/text/text.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// A value of some input, whatever its dimension, so that inputs of different kinds fit into one table: as a number and
/// as text.
class input_level {
  public:
    /// The plain number 0.
    constexpr input_level() noexcept = default;
    template <any_value T>
    constexpr explicit input_level(const T& value) noexcept
        : base_value_(base_value_of(value)), is_date_(any_date<T>), text_(&text_of<T>) {}

    /// In base units; of a date the seconds since 1970.
    [[nodiscard]] constexpr double base_value() const noexcept { return base_value_; }
    [[nodiscard]] constexpr bool is_date() const noexcept { return is_date_; }
    /// "4.20 million USD", "2026-11-21", as `to_text` of the value.
    [[nodiscard]] std::string text() const { return text_(base_value_); }

    friend constexpr bool operator==(const input_level&, const input_level&) noexcept = default;

  private:
    template <class T>
    static std::string text_of(double base_value) {
        if constexpr (detail::is_path_key<T>) {
            return base_value == 0.5 ? std::string("the central path")
                                     : "the path of its " + detail::number_text(100.0 * base_value, 4) + " % quantiles";
        } else {
            return to_text(value_from_base<T>(base_value));
        }
    }

    double base_value_ = 0.0;
    bool is_date_ = false;
    std::string (*text_)(double) = &text_of<double>;
};

}  // namespace headway

#include <headway/header_end.hpp>
