// SPDX-License-Identifier: BSL-1.0
#include <headway/testing/check_report.hpp>

#include "catch.hpp"

// The same string makers in every file of the program.
#include <headway/testing/catch.hpp>

#include <sstream>

namespace {

struct verdict_of_my_own : headway::check_report {
    bool good = false;
    explicit constexpr operator bool() const noexcept { return good; }
    [[nodiscard]] std::string text() const { return good ? "good" : "bad, because of this"; }
};
struct wordless : headway::check_report {
    explicit constexpr operator bool() const noexcept { return true; }
};

}  // namespace

static_assert(headway::any_check_report<verdict_of_my_own> && !headway::any_check_report<wordless>);
static_assert(!headway::any_check_report<bool>);

TEST_CASE("a report is printed in its words") {
    std::ostringstream out;
    out << verdict_of_my_own{};
    CHECK(out.str() == "bad, because of this");
    CHECK(headway::to_text(verdict_of_my_own{{}, true}) == "good");
    CHECK(Catch::Detail::stringify(verdict_of_my_own{}) == "bad, because of this");
}
