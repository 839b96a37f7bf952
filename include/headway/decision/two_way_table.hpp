// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include <headway/quantity/value.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// A statistic of the result for each pair of levels of two inputs. Made by `two_way`.
template <any_value V>
class two_way_table {
  public:
    using value_type = V;
    using difference_type = typename value_traits<V>::difference_type;

    /// One input and the labels of its levels.
    struct side {
        std::string input;
        std::vector<std::string> levels;
    };
    struct cell {
        V value;
        difference_type standard_error;
    };

    /// For `two_way`: the cells row by row.
    two_way_table(side down, side across, std::vector<cell> cells, std::string statistic, bool is_probability)
        : rows_(std::move(down)), columns_(std::move(across)), cells_(std::move(cells)),
          statistic_(std::move(statistic)), is_probability_(is_probability) {}

    /// The input whose levels go down, one for each row, and the one whose levels go across.
    [[nodiscard]] const side& rows() const noexcept { return rows_; }
    [[nodiscard]] const side& columns() const noexcept { return columns_; }
    [[nodiscard]] const cell& at(std::size_t row, std::size_t column) const noexcept {
        return cells_[row * columns_.levels.size() + column];
    }
    /// What is in the cells: "the median".
    [[nodiscard]] const std::string& statistic() const noexcept { return statistic_; }
    [[nodiscard]] bool is_probability() const noexcept { return is_probability_; }

  private:
    side rows_;
    side columns_;
    std::vector<cell> cells_;
    std::string statistic_;
    bool is_probability_;
};

}  // namespace headway

#include <headway/header_end.hpp>
