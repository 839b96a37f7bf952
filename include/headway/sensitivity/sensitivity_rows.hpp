// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>

#include <headway/assumption/inputs.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// What an analysis of sensitivity says, one row for each input of the forecast. Every row has the name of its `input`.
/// Rows are read in order, `for (const auto& row : rows)`, or by their assumption, `rows[decline]`.
template <class Row, class... Assumptions>
class sensitivity_rows {
  public:
    using row_type = Row;

    constexpr sensitivity_rows() = default;
    constexpr explicit sensitivity_rows(const std::array<Row, sizeof...(Assumptions)>& rows) : rows_(rows) {}
    /// As many rows as there are inputs.
    constexpr explicit sensitivity_rows(const Row* rows) {
        for (std::size_t i = 0; i < size(); ++i) rows_[i] = rows[i];
    }

    [[nodiscard]] static constexpr std::size_t size() noexcept { return sizeof...(Assumptions); }
    [[nodiscard]] constexpr auto begin() const noexcept { return rows_.begin(); }
    [[nodiscard]] constexpr auto end() const noexcept { return rows_.end(); }

    /// The row at a place below `size()`.
    [[nodiscard]] constexpr const Row& operator[](std::size_t place) const noexcept { return rows_[place]; }
    /// The row of an input. An assumption that the forecast does not read does not compile.
    template <label Name, class T>
    [[nodiscard]] constexpr const Row& operator[](const named_assumption<Name, T>&) const noexcept {
        constexpr bool is_an_input = (std::same_as<named_assumption<Name, T>, Assumptions> || ...);
        static_assert(is_an_input, "there is no row of this assumption: it is not among the forecast's inputs");
        std::size_t place = 0;
        while (place + 1 < size() && rows_[place].input != Name.view()) ++place;
        return rows_[place];
    }

    template <label Name, class Dimension>
    [[nodiscard]] constexpr const Row& operator[](const named_path<Name, Dimension>&) const noexcept {
        constexpr bool is_an_input = (std::same_as<named_path<Name, Dimension>, Assumptions> || ...);
        static_assert(is_an_input, "there is no row of this path: it is not among the forecast's inputs");
        std::size_t place = 0;
        while (place + 1 < size() && rows_[place].input != Name.view()) ++place;
        return rows_[place];
    }

    friend constexpr bool operator==(const sensitivity_rows&, const sensitivity_rows&) = default;

  private:
    std::array<Row, sizeof...(Assumptions)> rows_{};
};

}  // namespace headway

#include <headway/header_end.hpp>
