// SPDX-License-Identifier: BSL-1.0
#include <headway/scoring/ledger_file_error.hpp>

#include "../catch.hpp"

TEST_CASE("a ledger's file error names the file and what became of it") {
    const headway::ledger_file_error e("claims.ledger", "cannot be opened: No such file or directory");
    CHECK(e.file() == "claims.ledger");
    CHECK(std::string(e.what()) == "ledger \"claims.ledger\": cannot be opened: No such file or directory");
}
