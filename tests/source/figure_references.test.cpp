// SPDX-License-Identifier: BSL-1.0
#include <headway/source/figure_references.hpp>

#include "../catch.hpp"

#include <headway/source/figure.hpp>

using namespace headway::figures;

namespace {

constexpr article essay{.key = "essay", .speaker = "An Author"};
constexpr figure one{1.0, {1.0, "×"}, {.id = "one", .source = &essay}};
constexpr figure two{2.0, {1.0, "×"}, {.id = "two", .source = &essay, .checks = one}};
constexpr figure_references eight{one, two, one, two, one, two, one, two};

static_assert(figure_references{}.empty() && two.checks.size() == 1 && &two.checks[0] == &one);
static_assert(two.bears_on(one) && !one.bears_on(two) && !two.bears_on(two));
static_assert(eight.size() == figure_references::most && &eight[7] == &two && &eight[0] == &one);
static_assert(figure_references{one, two, one}.size() == 3);

}  // namespace

TEST_CASE("references are those that were given, in their order") {
    std::string ids;
    for (const figure_info* f : figure_references{two, one, two, one, one}) ids += std::string(f->id) + " ";
    CHECK(ids == "two one two one one ");
    CHECK(figure_references(one, two, one, two).size() == 4);
    CHECK(&figure_references(one, two, one, two, one, two)[5] == &two);
    CHECK(&figure_references(one, two, one, two, one, two, two)[6] == &two);
    CHECK(&figure_references(one, two)[1] == &two);
}

TEST_CASE("a place that is not there is refused") {
    CHECK_THROWS_WITH(two.checks[1], "figure_references: there are 1 figures, got place 1 (counted from 0)");
    CHECK_THROWS_AS(figure_references{}[0], std::domain_error);
}
