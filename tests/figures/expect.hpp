// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include <headway/source/figure_list.hpp>
#include <headway/source/figure_text.hpp>

#include "catch.hpp"

/// A second writing of each figure, typed by hand from the specification, against which the constants are held.
namespace expected {

namespace fig = headway::figures;

/// The numbers that a caller reads from a figure, in a unit; a date as its calendar day in decimal form 20260101.
template <class Value, class Unit>
double number(const Value& value, const Unit& unit) {
    if constexpr (std::is_same_v<Value, headway::date>) {
        const std::chrono::year_month_day d(value);
        return unit * (static_cast<int>(d.year()) * 1e4 + static_cast<unsigned>(d.month()) * 1e2 +
                       static_cast<unsigned>(d.day()));
    } else if constexpr (std::is_same_v<Value, double>) {
        return value / unit;
    } else {
        return value.in(unit);
    }
}

template <class Figure, class Unit>
std::vector<double> numbers(const Figure& f, const Unit& unit) {
    std::vector<double> all;
    if constexpr (fig::figure_with_value<Figure>) all.push_back(number(f.value, unit));
    if constexpr (fig::figure_with_ends<Figure>) {
        all.push_back(number(f.low, unit));
        all.push_back(number(f.high, unit));
    }
    if constexpr (requires { f.core_low; }) {
        all.push_back(number(f.core_low, unit));
        all.push_back(number(f.core_high, unit));
    }
    if constexpr (requires { f.first; }) {
        all.push_back(number(f.first, unit));
        all.push_back(number(f.second, unit));
    }
    return all;
}

/// Holds the figures of one source list against expectations given in the list's order. Of a figure with words the text
/// is those words, and the last argument what is printed without them.
class rows {
  public:
    explicit rows(fig::figure_list list) : list_(list) {}
    ~rows() {
        INFO("rows of the catalogue without an expectation");
        CHECK(at_ == list_.size());
    }
    rows(const rows&) = delete;
    rows& operator=(const rows&) = delete;

    template <fig::any_figure Figure, class Unit>
    void operator()(const Figure& f, std::string_view id, std::initializer_list<double> in_unit, const Unit& unit,
                    fig::precision precision, fig::kind kind, std::string_view text,
                    std::string_view without_words = {}) {
        INFO("figure " << id);
        CHECK(f.id == id);
        REQUIRE(at_ < list_.size());
        CHECK(&list_[at_] == &f);
        ++at_;
        const auto got = numbers(f, unit);
        REQUIRE(got.size() == in_unit.size());
        for (std::size_t i = 0; i < got.size(); ++i) {
            CHECK_THAT(got[i], Catch::Matchers::WithinRel(in_unit.begin()[i], 1e-14));
        }
        CHECK(f.precision == precision);
        CHECK(f.kind == kind);
        CHECK(fig::value_text(f) == text);
        // Words stand in front of a number and a unit, which callers read by themselves.
        fig::figure_info number = f;
        number.words = {};
        CHECK(fig::value_text(number) == (f.words.empty() ? text : without_words));
    }

  private:
    fig::figure_list list_;
    std::size_t at_ = 0;
};

/// The source is a publication, which appeared from the one day to the other.
inline bool appeared(const fig::article& source, std::chrono::year_month_day first, std::chrono::year_month_day last) {
    return source.published && source.earliest == headway::date(first) && source.latest == headway::date(last);
}

inline std::vector<std::string> ids(fig::figure_list list) {
    std::vector<std::string> all;
    for (const fig::figure_info& f : list) all.emplace_back(f.id);
    return all;
}

inline bool contains(std::string_view text, std::string_view part) { return text.find(part) != text.npos; }

}  // namespace expected
