// SPDX-License-Identifier: BSL-1.0
#include <headway/scoring/track_record.hpp>

#include "../catch.hpp"

#include <limits>
#include <string>
#include <vector>

#include "../reference/track_record.hpp"

using namespace headway;
using namespace headway::units;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

const std::string header = "entry,id,date,who,question,unit,value,due,source,seed,version\n";

const track_record_row& row(const track_record& record, const std::string& name) {
    for (const auto& r : record.rows()) {
        if (r.name() == name) return r;
    }
    FAIL("no row " + name);
    return record.all();
}

}  // namespace

TEST_CASE("the scores of a record agree with those of 40-digit arithmetic on the same file") {
    const ledger book(reference::track_record_ledger);
    // Costs and dates of one forecaster have two units, so their means are taken apart.
    const auto only = [&](const std::string& who, const std::string& unit) {
        std::string text = header;
        std::string all = reference::track_record_ledger;
        for (std::size_t at = 0; at < all.size(); at = all.find('\n', at) + 1) {
            const std::string line = all.substr(at, all.find('\n', at) + 1 - at);
            const bool is_theirs = line.find("," + who + ",") != line.npos && line.find("," + unit + ",") != line.npos;
            if (line.starts_with("state") && !is_theirs) continue;
            if (line.starts_with("resolve") && text.find("state," + line.substr(8, 2)) == text.npos) continue;
            if (!line.starts_with("entry")) text += line;
        }
        return track_record(ledger(text)).all();
    };
    const track_record record(book, {.baseline = "no change"});
    REQUIRE(record.rows().size() == 2);
    for (const auto& r : reference::track_record_points) {
        INFO(r.who);
        const auto& found = row(record, r.who);
        CHECK((found.values() == 3 && found.events() == 1 && found.compared() == 4));
        CHECK_THAT(only(r.who, "million USD").crps(), WithinRel(r.cost_crps, 1e-12));
        CHECK_THAT(only(r.who, "date").crps(), WithinRel(r.date_crps, 1e-12));
        CHECK_THAT(found.brier(), WithinRel(r.brier, 1e-13));
        CHECK_THAT(found.skill(), WithinRel(r.skill, 1e-11));
        for (int i = 0; i < 3; ++i) CHECK(found.coverage(detail::recorded_levels[i]) == r.inside[i]);
    }
    CHECK(only("ann", "million USD").unit() == "million USD");
    CHECK(only("ann", "date").unit() == "days");
    CHECK(row(record, "ann").statements() == 5);
    CHECK(record.all().statements() == 9);
    // Of two units there is no mean.
    CHECK(
        (!row(record, "ann").has_one_unit() && is_nan(row(record, "ann").crps()) && row(record, "ann").unit().empty()));
}

TEST_CASE("scores of events are the squared distance and the logarithm of what was said of what came") {
    const ledger book(
        header + "state,a,2025-01-01,x,q,event,0.8\nstate,b,2025-01-01,x,r,event,0.3\nstate,c,2025-01-01,x,s,event,0\n"
                 "resolve,a,2025-06-01,,,,yes\nresolve,b,2025-06-01,,,,no\nresolve,c,2025-06-01,,,,yes\n");
    CHECK_THAT(score_of(*book.find("a")).score, WithinRel(0.04, 1e-14));
    CHECK_THAT(score_of(*book.find("a")).log_score, WithinRel(-headway::log(0.8), 1e-14));
    CHECK_THAT(score_of(*book.find("b")).score, WithinRel(0.09, 1e-14));
    CHECK_THAT(score_of(*book.find("b")).log_score, WithinRel(-headway::log(0.7), 1e-14));
    CHECK((score_of(*book.find("c")).score == 1.0 && score_of(*book.find("c")).log_score == detail::infinity));
    const track_record record(book);
    CHECK_THAT(record.all().brier(), WithinRel((0.04 + 0.09 + 1.0) / 3.0, 1e-14));
    CHECK((record.all().values() == 0 && is_nan(record.all().crps()) && is_nan(record.all().coverage(0.9))));
    REQUIRE(record.all().stated_chances().size() == 3);
    CHECK((record.all().stated_chances()[1].first == 0.3 && !record.all().stated_chances()[1].second));
}

TEST_CASE("a date is scored in days, up to its due date") {
    const std::string said =
        "state,a,2025-01-01,x,q,date,25 %: 2026-01-01 | 75 %: 2026-04-11 | 90 %: never,2026-07-20\n";
    const auto score = [&](const std::string& came) {
        return score_of(*ledger(header + said + "resolve,a,2026-08-01,,,," + came + "\n").find("a"));
    };
    // Half of the probability over a hundred days.
    CHECK_THAT(score("2026-03-01").log_score, WithinRel(-headway::log(0.005), 1e-12));
    CHECK_THAT(score("never").log_score, WithinRel(-headway::log(0.25), 1e-12));
    // What comes later than the due date is later than the due date.
    CHECK(score("2026-07-30").score == score("never").score);
    CHECK(score("never").score < 100.0);
    const auto inside = score("never").inside;
    CHECK((!inside[0] && inside[1] && inside[2]));
    CHECK(score("2026-03-01").inside[0]);
}

TEST_CASE("rows are by forecaster, source, unit or horizon") {
    const ledger book(reference::track_record_ledger);
    const auto names = [&](record_by by) {
        std::string all;
        const track_record record(book, {.by = by, .baseline = "no change"});
        for (const auto& r : record.rows())
            all +=
                r.name() + " " + std::to_string(r.values() + r.events()) + "/" + std::to_string(r.statements()) + "; ";
        return all;
    };
    CHECK(names(record_by::who) == "ann 4/5; bob 4/4; ");
    CHECK(names(record_by::source) == "survey 5/5; model 3/4; ");
    CHECK(names(record_by::unit) == "million USD 4/4; date 2/2; event 2/3; ");
    CHECK(names(record_by::horizon) == "up to 12 months 4/4; up to 5 years 4/4; over 5 years 0/1; ");
    CHECK(names(record_by::nothing) == "all 8/9; ");
    const track_record near(book, {.by = record_by::horizon, .horizons = {200.0 * day}});
    CHECK((near.rows().front().name() == "up to 6.57 months" && near.rows().front().events() == 2));
    const track_record open(ledger(header + "state,a,2025-01-01,x,q,,1\n"), {.by = record_by::horizon});
    CHECK(open.rows().front().name() == "open");
}

TEST_CASE("skill compares with the last word of the baseline before the statement") {
    const ledger book(header +
                      "state,n1,2024-01-01,naive,q,,50 %: 0\nstate,n2,2025-01-01,naive,q,,50 %: 6\n"
                      "state,n3,2026-01-01,naive,q,,50 %: 8\nstate,early,2024-06-01,x,q,,50 %: 9\n"
                      "state,late,2025-06-01,y,q,,50 %: 9\nstate,first,2023-01-01,z,q,,50 %: 9\n"
                      "state,other,2025-01-01,z,another,,50 %: 9\n"
                      "resolve,early,2027-01-01,,,,10\nresolve,late,2027-01-01,,,,10\nresolve,first,2027-01-01,,,,10\n"
                      "resolve,other,2027-01-01,,,,10\n");
    const track_record record(book, {.baseline = "naive"});
    CHECK(row(record, "x").skill() == 1.0 - 1.0 / 10.0);
    CHECK(row(record, "y").skill() == 1.0 - 1.0 / 4.0);
    CHECK((is_nan(row(record, "z").skill()) && row(record, "z").compared() == 0));
    CHECK(record.all().compared() == 2);
    CHECK(record.all().skill() == 1.0 - 2.0 / 14.0);
}

TEST_CASE("each of many questions has its own baseline, of one day the one that was said last") {
    std::string text = header;
    std::string answers;
    double theirs = 0.0;
    for (int k = 0; k < 200; ++k) {
        const int i = k * 77 % 200;  // questions in disorder
        const std::string id = std::to_string(i);
        text += "state,a" + id + ",2024-01-01,naive,q" + id + ",,50 %: 0\n";
        text += "state,b" + id + ",2024-01-01,naive,q" + id + ",,50 %: " + std::to_string(i % 7) + "\n";
        text += "state,c" + id + ",2024-01-01,x,q" + id + ",,50 %: 9\n";
        text += "state,d" + id + ",2024-01-02,naive,q" + id + ",,50 %: 10\n";
        answers += "resolve,c" + id + ",2027-01-01,,,,10\n";
        theirs += 10 - i % 7;
    }
    const track_record record(ledger(text + answers), {.baseline = "naive"});
    CHECK(row(record, "x").compared() == 200);
    CHECK_THAT(row(record, "x").skill(), WithinRel(1.0 - 200.0 / theirs, 1e-12));
}

TEST_CASE("what cannot be drawn up is refused in words") {
    const ledger book(header + "state,a,2025-01-01,Anna,q,,1\n");
    CHECK_THROWS_WITH(score_of(*book.find("a")), "score_of: 'a' is not resolved yet; resolve it first");
    CHECK_THROWS_WITH(track_record(book, {.baseline = "Ana"}),
                      "track_record: the ledger has no statement of the baseline 'Ana'; did you mean 'Anna'?");
    CHECK_THROWS_WITH(track_record(book, {.horizons = {1.0 * year, 1.0 * year}}),
                      ContainsSubstring("horizons must be above 0 and increase, got 12 months"));
    CHECK_THROWS_WITH(track_record(book, {.horizons = {-1.0 * year}}), ContainsSubstring("must be above 0"));
    CHECK_THROWS_WITH(track_record(book).all().coverage(0.95),
                      ContainsSubstring("must be 0.5, 0.8 or 0.9, which are counted"));
    CHECK(track_record(ledger()).all().statements() == 0);
}
