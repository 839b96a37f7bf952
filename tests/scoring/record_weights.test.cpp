// SPDX-License-Identifier: BSL-1.0
#include <headway/scoring/record_weights.hpp>

#include "../catch.hpp"

#include <limits>
#include <string>
#include <vector>

#include <headway/scoring/aggregation.hpp>

using namespace headway;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::WithinRel;

namespace {

const std::string header = "entry,id,date,who,question,unit,value,due,source,seed,version\n";

}  // namespace

TEST_CASE("weights are the inverse of the mean ratio of scores, with some even questions before") {
    // Ratios 0.5, 1.5 on the first question and 1, 1 on the second; one even question before.
    const auto w = weights_from_scores({{1.0, 4.0}, {3.0, 4.0}}, 1.0);
    CHECK_THAT(w[0], WithinRel((1.0 / 2.5) / (1.0 / 2.5 + 1.0 / 3.5), 1e-15));
    CHECK_THAT(w[0] + w[1], WithinRel(1.0, 1e-15));
    // Neither the unit nor a hard question counts.
    const auto scaled = weights_from_scores({{1000.0, 4e-9}, {3000.0, 4e-9}}, 1.0);
    CHECK_THAT(scaled[0], WithinRel(w[0], 1e-14));
    CHECK_THAT(weights_from_scores({{0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}})[2], WithinRel(1.0 / 3.0, 1e-15));
    CHECK(weights_from_scores({{}, {}}) == std::vector<double>{0.5, 0.5});
    // The perfect one has most of the weight, and not all of it.
    std::vector<std::vector<double>> scores(2, std::vector<double>(1000, 0.0));
    for (double& s : scores[1]) s = 1.0;
    CHECK_THAT(weights_from_scores(scores, 10.0)[0], WithinRel(2010.0 / 2020.0, 1e-12));
}

TEST_CASE("of a ledger those questions count that all have answered") {
    const ledger book(header +
                      "state,a1,2025-01-01,ann,q,event,0.9\nstate,b1,2025-01-01,bob,q,event,0.4\n"
                      "state,a2,2025-01-01,ann,r,,3\nstate,b2,2025-02-01,bob,r,,6\nstate,a3,2025-01-15,ann,r,,5\n"
                      "state,a4,2025-03-01,ann,r,,2\nstate,a5,2025-03-01,ann,s,,2\n"
                      "resolve,a1,2026-01-01,,,,yes\nresolve,b1,2026-01-01,,,,yes\nresolve,a2,2026-01-01,,,,2\n"
                      "resolve,b2,2026-01-01,,,,2\nresolve,a3,2026-01-01,,,,2\nresolve,a4,2026-01-01,,,,2\n"
                      "resolve,a5,2026-01-01,,,,2\n");
    const auto w = weights_from_record(book, {"ann", "bob"}, 2.0);
    REQUIRE(w.size() == 2);
    CHECK((w[0].who == "ann" && w[0].questions == 2 && w[1].questions == 2));
    // Brier scores 0.01 and 0.36; distances 3 (of the word on 2025-01-15, the last by the day when bob had one) and 4.
    const double ann = 0.01 / 0.185 + 3.0 / 3.5 + 2.0;
    const double bob = 0.36 / 0.185 + 4.0 / 3.5 + 2.0;
    CHECK_THAT(w[0].weight, WithinRel((1.0 / ann) / (1.0 / ann + 1.0 / bob), 1e-12));
    const double together = geometric_mean_of_odds({{0.7, w[0].weight}, {0.2, w[1].weight}});
    CHECK(together > geometric_mean_of_odds({0.7, 0.2}));
}

TEST_CASE("what gives no weights is refused in words") {
    CHECK_THROWS_WITH(weights_from_scores({}), ContainsSubstring("there are no forecasters"));
    CHECK_THROWS_WITH(weights_from_scores({{1.0}, {1.0, 2.0}}),
                      ContainsSubstring("every forecaster needs a score on the same questions, got 1 and 2 scores"));
    CHECK_THROWS_WITH(weights_from_scores({{-1.0}}), ContainsSubstring("each score must be >= 0, got -1"));
    CHECK_THROWS_WITH(weights_from_scores({{std::numeric_limits<double>::quiet_NaN()}}), ContainsSubstring("got nan"));
    CHECK_THROWS_WITH(weights_from_scores({{std::numeric_limits<double>::infinity()}}), ContainsSubstring("got inf"));
    CHECK_THROWS_WITH(weights_from_scores({{1.0}}, 0.0), ContainsSubstring("prior_questions must be > 0, got 0"));
    const ledger book(header + "state,a1,2025-01-01,Anna,q,event,0.9\n");
    CHECK_THROWS_WITH(weights_from_record(book, {"Ana"}),
                      "weights_from_record: the ledger has no statement of 'Ana'; did you mean 'Anna'?");
    CHECK_THROWS_WITH(weights_from_record(book, {}), ContainsSubstring("there are no forecasters"));
    CHECK(weights_from_record(book, {"Anna"})[0].questions == 0);
}
