// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "../expect.hpp"

/// A second writing of what has become known since, typed by hand row by row from the specification, beside `expected::rows`.
namespace expected {

/// Names as the specification has them: "amodei.longest_lead", "published.training_cost_growth".
inline std::string name_of(const fig::figure_info& f) {
    const std::string_view room = f.source->published ? "published" : f.source->key;
    return std::string(room) + "." + std::string(f.id);
}
inline std::vector<std::string> names_of(const fig::figure_references& figures) {
    std::vector<std::string> all;
    for (const fig::figure_info* f : figures) all.push_back(name_of(*f));
    return all;
}

/// Each call holds one constant against one row: id, numbers in a unit (value, then ends), precision, kind, as-of day, grade,
/// the figures that it checks, and its value as text.
template <fig::any_figure Figure, class Unit>
void since_row(const Figure& f, std::string_view id, std::initializer_list<double> in_unit, const Unit& unit,
               fig::precision precision, fig::kind kind, std::string_view as_of, fig::grade grade,
               const std::vector<std::string>& checks, std::string_view text) {
    INFO("figure " << id);
    CHECK(f.id == id);
    const auto got = numbers(f, unit);
    REQUIRE(got.size() == in_unit.size());
    for (std::size_t i = 0; i < got.size(); ++i) {
        CHECK_THAT(got[i], Catch::Matchers::WithinRel(in_unit.begin()[i], 1e-14));
    }
    CHECK(f.precision == precision);
    CHECK(f.kind == kind);
    CHECK(f.said_on().text == as_of);
    CHECK(f.said_on().earliest <= f.said_on().latest);
    CHECK(f.grade == grade);
    CHECK(f.read.substr(0, 1) == (grade == fig::grade::none ? "n" : fig::to_text(grade)));
    CHECK(names_of(f.checks) == checks);
    CHECK(fig::value_text(f) == text);
    CHECK(f.source->published);
    CHECK_FALSE(fig::citation(f).empty());
}

}  // namespace expected
