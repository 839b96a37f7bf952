// SPDX-License-Identifier: BSL-1.0
#include <headway/scoring/ledger_entry.hpp>

#include "../catch.hpp"

#include <headway/quantity/units.hpp>

using namespace headway;
using namespace headway::units;
using namespace std::chrono_literals;

TEST_CASE("an entry is overdue from its due date on until it is resolved") {
    ledger_entry e;
    e.said = date(2025y / 1 / 1);
    CHECK(!e.is_overdue(2100y / 1 / 1));
    CHECK(e.horizon() > 1e6 * year);
    e.due = date(2026y / 1 / 1);
    CHECK((!e.is_overdue(2025y / 12 / 31) && e.is_overdue(2026y / 1 / 1) && e.is_overdue(2026y / 1 / 2)));
    e.answer = ledger_answer{2025y / 6 / 1, 3.0, {}, 2};
    CHECK((e.is_resolved() && !e.is_overdue(2027y / 1 / 1)));
    CHECK(e.horizon() == 365.0 * day);
    e.due = date::never();
    CHECK(e.horizon() == 151.0 * day);
}
