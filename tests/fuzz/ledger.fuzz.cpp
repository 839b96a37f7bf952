// SPDX-License-Identifier: BSL-1.0
// Any bytes are a ledger, or parse_errors with a place for each fault; what can be read of the rest has finite scores or
// infinite ones, never undefined, and is read again from what is written of it. A statement that is added is there.
#include <headway/scoring/ledger.hpp>
#include <headway/scoring/state.hpp>
#include <headway/scoring/track_record.hpp>

#include <cstdint>
#include <cstdlib>

namespace hw = headway;

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}
/// What a writer adds to a file that holds this text, and the text after it.
std::string with(std::string text, const hw::ledger_entry& e) {
    const hw::detail::ledger_reader read(text);
    text += hw::detail::before_a_new_line(text, read);
    return text + hw::detail::ledger_line(hw::detail::fields_of_statement(e, 17), read.layout);
}
void require_same(const hw::ledger_entry& a, const hw::ledger_entry& b) {
    require(a.id == b.id && a.said == b.said && a.question == b.question && a.unit == b.unit && a.kind == b.kind);
    require(a.kind == hw::stated_kind::event ? a.probability == b.probability : a.quantiles == b.quantiles);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    const hw::ledger book(text, hw::faulty_lines::skip);
    try {
        require(hw::ledger(text).size() == book.size());
        require(book.faults().empty());
    } catch (const hw::parse_errors& faults) {
        require(faults.size() == book.faults().size());
        for (const auto& fault : faults) require(fault.line() > 0 && fault.column() > 0);
    }
    for (const auto& e : book) {
        require(book.find(e.id) != nullptr);
        if (e.is_resolved()) {
            const auto s = hw::score_of(e);
            require(s.score == s.score && s.log_score == s.log_score && s.score >= 0.0 && s.width >= 0.0);
        }
        // Written into a new file it is the same, point forecasts at one probability apart.
        if (e.kind != hw::stated_kind::event && e.quantiles.size() > 1 &&
            e.quantiles.begin()->value == (e.quantiles.end() - 1)->value) {
            continue;
        }
        if (e.kind == hw::stated_kind::event || e.quantiles.size() > 1 || e.quantiles.begin()->probability == 0.5) {
            hw::ledger_entry named = e;
            if (e.who.empty()) named.who = "the one forecaster";
            const hw::ledger again(with({}, named));
            require(again.size() == 1);
            require_same(e, *again.begin());
        }
    }
    (void)hw::track_record(book, {.by = hw::record_by::horizon});

    hw::ledger_entry added;
    added.id = "an id that stands nowhere else";
    added.said = hw::date::from_seconds_since_1970(0.0);
    added.who = "us";
    added.question = "?";
    const hw::detail::ledger_reader read(text);
    // A file that is something else is not added to.
    if (!read.has_header && !read.faults.empty()) return 0;
    const std::string longer = with(text, added);
    require(longer.substr(0, text.size()) == text);
    const hw::ledger after(longer, hw::faulty_lines::skip);
    if (read.faults.size() < 1000) {
        require(after.size() >= book.size() && after.find(added.id) != nullptr);
        require(after.faults().size() == book.faults().size());
    }
    return 0;
}
