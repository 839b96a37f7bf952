// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <utility>

#include <headway/quantity/value.hpp>
#include <headway/text/text.hpp>

#include <headway/header_begin.hpp>

namespace headway::report {

/// The unit in which a chart shows values of type `T`. Left out, it is the one on the dimension's `unit_ladder` that
/// suits the values ("million USD"), and a plain number has none. Dates have none to choose.
template <class T>
class chart_unit {
  public:
    chart_unit() = default;
    explicit operator bool() const noexcept { return false; }
};

/// For plain numbers: a name to print, `.unit = {"times cheaper"}`.
template <>
class chart_unit<double> {
  public:
    chart_unit() = default;
    chart_unit(std::string name) : name_(std::move(name)) {}  // NOLINT: implicit, so that `.unit = {...}` reads well
    chart_unit(const char* name) : name_(name) {}             // NOLINT: as above

    explicit operator bool() const noexcept { return !name_.empty(); }
    [[nodiscard]] const std::string& name() const noexcept { return name_; }
    [[nodiscard]] double size() const noexcept { return 1.0; }

  private:
    std::string name_;
};

/// For quantities: the unit and its name, `.unit = {million_usd, "million USD"}`. A unit of another dimension does not
/// compile.
template <class Dimension>
class chart_unit<quantity<Dimension, double>> {
  public:
    chart_unit() = default;
    /// \throws std::domain_error for a unit that is not above zero and finite.
    chart_unit(const quantity<Dimension, double>& unit, std::string name)
        : size_(unit.base_value()), name_(std::move(name)) {
        headway::detail::require_above_zero("chart_unit", "the unit", size_);
    }

    explicit operator bool() const noexcept { return size_ > 0.0; }
    [[nodiscard]] const std::string& name() const noexcept { return name_; }
    [[nodiscard]] double size() const noexcept { return size_; }

  private:
    double size_ = 0.0;
    std::string name_;
};

/// How values are laid out along an axis.
enum class axis_kind {
    automatic,  ///< logarithmic where all values are above zero and span a factor of 20 or more, else linear
    linear,
    logarithmic,  ///< values that are not above zero are refused
};

}  // namespace headway::report

#include <headway/header_end.hpp>
