// SPDX-License-Identifier: BSL-1.0
#include <headway/source/grade.hpp>

#include "../catch.hpp"

using headway::figures::grade;
using headway::figures::to_text;

static_assert(to_text(grade::a) == "A" && to_text(grade::b) == "B" && to_text(grade::c) == "C");
static_assert(to_text(grade::none).empty());

TEST_CASE("grades are printed by their letters") { CHECK(to_text(grade::b) == "B"); }
