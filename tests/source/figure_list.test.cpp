// SPDX-License-Identifier: BSL-1.0
#include <headway/source/figure_list.hpp>

#include "catch.hpp"

#include <string>
#include <vector>

using namespace headway::units;
using namespace headway::figures;

namespace {

constexpr article essay{.key = "essay", .speaker = "An Author"};
constexpr figure price{3.0 * million_usd, {million_usd, "million USD"}, {.id = "price", .source = &essay}};
constexpr figure_range firms{3.0, 5.0, {1.0, "firms"}, {.id = "firms", .source = &essay}};
constexpr figure_range soon{1.0 * year, 2.0 * year, {year, "years"}, {.id = "soon", .source = &essay}};

constexpr const figure_info* listed[] = {&price, &firms, &soon};
constexpr figure_list list(listed);
static_assert(list.size() == 3 && list[1] == firms && list.begin()->id == "price");
static_assert(*list.find("soon") == soon);
static_assert(list.find("growth") == nullptr);

}  // namespace

TEST_CASE("a list of figures iterates in its order") {
    std::vector<std::string> ids;
    for (const figure_info& f : list) ids.emplace_back(f.id);
    CHECK(ids == std::vector<std::string>{"price", "firms", "soon"});
    CHECK(list.find("soon") == &soon);
    CHECK(list.find("growth") == nullptr);
}
