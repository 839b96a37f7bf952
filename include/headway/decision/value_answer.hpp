// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <headway/decision/varied_input.hpp>
#include <headway/quantity/value.hpp>
#include <headway/text/text.hpp>
#include <headway/text/unit_scale.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// A value of an input at which a statistic of the result meets its target.
template <any_value T, any_value V>
struct found_value {
    T value;
    /// The same, but for a stretch on which the target is met throughout: there its other end.
    T until;
    /// Of the value, from that of the statistic; infinite where it cannot be told, as at a jump.
    typename value_traits<T>::difference_type standard_error;
    /// Whether the statistic passes the target in a jump, without meeting it, as from a date to never: then from one to the
    /// other; else both are the target as nearly as the draws can meet it.
    bool jumps = false;
    V from;
    V to;
};

/// Where a statistic meets its target: nowhere, at one value of the input, or at several, in ascending order. Made by
/// `value_for`.
template <any_value T, any_value V>
class value_answer {
  public:
    /// For `value_for`.
    struct question {
        std::string input;
        varied how;
        std::string statistic;
        V target;
        T low;
        T high;
        V least;
        V greatest;
        bool is_probability;
        std::uint64_t evaluations;
    };
    value_answer(question asked, std::vector<found_value<T, V>> found)
        : asked_(std::move(asked)), found_(std::move(found)) {}

    [[nodiscard]] std::size_t size() const noexcept { return found_.size(); }
    [[nodiscard]] bool none() const noexcept { return found_.empty(); }
    [[nodiscard]] bool several() const noexcept { return found_.size() > 1; }
    [[nodiscard]] auto begin() const noexcept { return found_.begin(); }
    [[nodiscard]] auto end() const noexcept { return found_.end(); }
    [[nodiscard]] const found_value<T, V>& operator[](std::size_t place) const noexcept { return found_[place]; }

    /// The only value. \throws std::domain_error, with `text()`, where there is none or are several.
    [[nodiscard]] T value() const { return only().value; }
    [[nodiscard]] typename value_traits<T>::difference_type standard_error() const { return only().standard_error; }

    /// The range that was searched.
    [[nodiscard]] const T& low() const noexcept { return asked_.low; }
    [[nodiscard]] const T& high() const noexcept { return asked_.high; }
    /// The least and the greatest of the statistic in it, as far as it was looked at.
    [[nodiscard]] const V& least() const noexcept { return asked_.least; }
    [[nodiscard]] const V& greatest() const noexcept { return asked_.greatest; }
    [[nodiscard]] const V& target() const noexcept { return asked_.target; }
    [[nodiscard]] const std::string& input() const noexcept { return asked_.input; }
    /// The input and what of it is varied: "yearly fall", "the median of yearly fall, its belief scaled".
    [[nodiscard, gnu::cold]] std::string what() const { return detail::varied_text(asked_.input, asked_.how); }
    [[nodiscard]] varied how() const noexcept { return asked_.how; }
    [[nodiscard]] const std::string& statistic() const noexcept { return asked_.statistic; }
    [[nodiscard]] bool is_probability() const noexcept { return asked_.is_probability; }
    /// How often the model was evaluated.
    [[nodiscard]] std::uint64_t evaluations() const noexcept { return asked_.evaluations; }

    /// "The median is 2027-01-01 where yearly fall is 3.51 (standard error 0.02)."
    template <class = void>
    [[nodiscard, gnu::cold]] std::string text() const {
        const std::string what = this->what() + (asked_.how == varied::value ? "" : ",");
        const std::string target = shown(asked_.target);
        if (none()) {
            return "No value of " + what + (asked_.how == varied::value ? " between " : " from ") +
                   to_text(asked_.low) + (asked_.how == varied::value ? " and " : " to ") + to_text(asked_.high) +
                   " makes " + asked_.statistic + " " + target + ": it is from " + shown(asked_.least) + " to " +
                   shown(asked_.greatest) + " there.";
        }
        std::string text = asked_.statistic + " is " + target + " where " + what + " is ";
        text[0] = text[0] == 't' ? 'T' : text[0];
        for (std::size_t i = 0; i < size(); ++i) {
            const auto& one = found_[i];
            text += i == 0 ? "" : i + 1 == size() ? " or " : ", ";
            const bool stretch = base_value_of(one.until) != base_value_of(one.value);
            text += stretch ? "from " + to_text(one.value) + " to " + to_text(one.until) : to_text(one.value);
            const double error = base_value_of(one.standard_error);
            if (one.jumps) {
                text += " (where it jumps from " + shown(one.from) + " to " + shown(one.to) + ")";
            } else if (!(error < no_limit)) {
                text += " (standard error unknown)";
            } else if (error > 0.0) {
                text += " (standard error " + error_text(one) + ")";
            }
        }
        return text + ".";
    }
    template <class Traits>
    friend std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& out,
                                                        const value_answer& answer) {
        return out << answer.text();
    }

  private:
    [[nodiscard]] const found_value<T, V>& only() const {
        if (size() == 1) return found_.front();
        throw std::domain_error("value_for: " + text() +
                                (none() ? " Give a wider range, value_range(low, high), or another target"
                                        : " Take them one by one, or give a range that has one of them"));
    }
    /// In the unit of the value, beside which it stands; of a date in that of a span.
    [[nodiscard, gnu::cold]] static std::string error_text(const found_value<T, V>& one) {
        const double value = base_value_of(one.value);
        if constexpr (any_quantity<T>) {
            const report::unit_scale scale = report::detail::scale_of_value<T>::get();
            const report::shown_unit& unit = scale[report::detail::unit_for(scale, value < 0.0 ? -value : value)];
            if (value != 0.0) return to_text(base_value_of(one.standard_error) / unit.size, 2) + " " + unit.name;
        }
        return to_text(one.standard_error, 2);
    }
    [[nodiscard, gnu::cold]] std::string shown(const V& x) const {
        if (!asked_.is_probability) return to_text(x);
        return to_text(100.0 * base_value_of(x), 4) + " %";
    }

    question asked_;
    std::vector<found_value<T, V>> found_;
};

}  // namespace headway

#include <headway/header_end.hpp>
