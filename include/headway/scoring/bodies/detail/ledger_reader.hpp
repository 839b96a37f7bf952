// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/scoring/detail/ledger_reader.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class V>
basic_ledger_reader<V>::basic_ledger_reader(std::string_view text) {
    if (auto fault = wide_encoding_fault(text)) {
        faults.push_back(*std::move(fault));
        return;
    }
    std::size_t at = byte_order_mark_length(text);
    for (std::size_t number = 1; at < text.size() && faults.size() < most_faults; ++number) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const bool is_whole = end < text.size();
        std::string_view line = text.substr(at, end - at);
        const bool has_return = line.ends_with('\r');
        if (has_return) line.remove_suffix(1);
        if (!read_line(line, number, is_whole)) break;
        if (is_new_header_ && has_return) layout.has_returns = true;
        is_new_header_ = false;
        if (!is_whole) ends_in_a_line = !is_blank(line);
        at = end + 1;
    }
    index();
    for (row& r : answers_) {
        read_row(r.cells, r.line, [&] { answer(r); });
    }
}

template <class V>
ledger_entry* basic_ledger_reader<V>::find(std::string_view id) noexcept {
    const auto at = std::lower_bound(by_id_.begin(), by_id_.end(), id, [&](std::size_t i, std::string_view wanted) {
        return std::string_view(entries[i].id) < wanted;
    });
    return at == by_id_.end() || std::string_view(entries[*at].id) != id ? nullptr : &entries[*at];
}

template <class V>
std::string basic_ledger_reader<V>::near_ids(std::string_view id) const {
    std::string outputs;
    int count = 0;
    for (const ledger_entry& e : entries) {
        if (!e.id.starts_with(std::string(id) + ": ") || ++count > 5) continue;
        outputs += (outputs.empty() ? "'" : ", '") + e.id + "'";
    }
    if (count > 0 && !id.empty())
        return "; it has one for each output or date: " + outputs + (count > 5 ? ", ..." : "");
    near_names names(id);
    for (const ledger_entry& e : entries) names.offer(e.id);
    return names.empty() ? std::string() : "; did you mean " + names.text("'") + "?";
}

template <class V>
bool basic_ledger_reader<V>::is_blank(std::string_view line) noexcept {
    const std::size_t first = line.find_first_not_of(" \t,;\"");
    return first == line.npos || line[first] == '#';
}

template <class V>
bool basic_ledger_reader<V>::read_line(std::string_view line, std::size_t number, bool is_whole) {
    if (is_blank(line)) return true;
    if (!is_whole) {
        fail(number, line.size() + 1, "the end",
             "a line end: its writer was killed, or an editor left it out; complete the line, or delete it");
        return true;
    }
    std::string_view to_the_mark = line;
    while (to_the_mark.ends_with(' ') || (has_header && to_the_mark.ends_with(layout.separator)))
        to_the_mark.remove_suffix(1);
    if (to_the_mark.ends_with(torn_mark)) {
        const std::size_t mark = to_the_mark.size() - torn_mark.size();
        fail(number, mark + 1, torn_mark,
             "a whole line: this one had no end when the next was added; complete it and take the mark away, or "
             "delete it");
        return true;
    }
    if (auto fault = encoding_fault(line)) {
        fail(number, fault->column(), fault->got(), fault->expected());
        return true;
    }
    std::optional<parse_error> fault;
    if (!has_header) {
        const auto found = read_ledger_header(line, number, fault);
        if (found) layout = *found;
        if (fault) faults.push_back(*std::move(fault));
        has_header = found.has_value();
        is_new_header_ = has_header;
        return has_header;
    }
    auto cells = ledger_cells(line, number, layout.separator, fault);
    if (fault) {
        faults.push_back(*std::move(fault));
        faulty_ids_.push_back(id_of_unread(line));
        return true;
    }
    const auto says = at(cells, ledger_column::entry);
    if (says.text == "state") {
        read_row(cells, number, [&] { read_statement(cells, number); });
    } else if (says.text == "resolve" || says.text == "correct") {
        answers_.push_back({std::move(cells), number, says.text == "correct"});
    } else {
        near_names names(says.text);
        for (const char* const word : {"state", "resolve", "correct"}) names.offer(word);
        const std::string near = names.empty() ? "" : "; did you mean " + names.text() + "?";
        read_row(cells, number, [&] {
            fail(number, says.at + 1, quoted_in_message(says.text), "state, resolve or correct" + near);
        });
    }
    return true;
}

template <class V>
std::string basic_ledger_reader<V>::id_of_unread(std::string_view line) const {
    for (std::size_t i = 0; i < layout.place[static_cast<std::size_t>(ledger_column::id)]; ++i) {
        line.remove_prefix(std::min(line.find(layout.separator), line.size() - 1) + 1);
        if (line.empty()) return {};
    }
    return std::string(line.substr(0, line.find(layout.separator)));
}

template <class V>
ledger_cell basic_ledger_reader<V>::at(const std::vector<ledger_cell>& cells, ledger_column c) const {
    const std::size_t place = layout.place[static_cast<std::size_t>(c)];
    if (place < layout.width && place < cells.size()) return cells[place];
    return {{}, cells.empty() ? 0 : cells.back().at + cells.back().text.size()};
}

template <class V>
bool basic_ledger_reader<V>::read_text(const std::vector<ledger_cell>& cells, std::size_t line, ledger_column c,
                                       const char* expected, std::string& text) {
    ledger_cell cell = at(cells, c);
    if (cell.text.empty()) {
        fail(line, cell.at + 1, "", expected);
        return false;
    }
    text = std::move(cell.text);
    return true;
}

template <class V>
bool basic_ledger_reader<V>::read_date(const ledger_cell& cell, std::size_t line, const char* expected, date& when) {
    text_cursor cursor(cell.text, line, cell.at + 1);
    const double seconds = value_reader(cursor, notation_of<date>).read();
    cursor.expect_the_end();
    if (cursor.has_failed()) {
        faults.push_back(cursor.error());
        return false;
    }
    if (!is_finite(seconds)) {
        fail(line, cell.at + 1, quoted_in_message(cell.text), expected);
        return false;
    }
    when = date::from_seconds_since_1970(seconds);
    return true;
}

template <class V>
void basic_ledger_reader<V>::read_statement(const std::vector<ledger_cell>& cells, std::size_t line) {
    ledger_entry e;
    e.line = line;
    if (!read_text(cells, line, ledger_column::id, "an id, by which the statement is resolved", e.id)) return;
    if (!read_date(at(cells, ledger_column::on), line, "the day on which it was said", e.said)) return;
    if (!read_text(cells, line, ledger_column::question, "a question", e.question)) return;
    if (layout.has(ledger_column::who) &&
        !read_text(cells, line, ledger_column::who, "who said it, in the column who", e.who)) {
        return;
    }
    e.unit = at(cells, ledger_column::unit).text;
    e.source = at(cells, ledger_column::source).text;
    e.version = at(cells, ledger_column::version).text;
    e.kind = e.unit == "date"    ? stated_kind::calendar_date
             : e.unit == "event" ? stated_kind::event
                                 : stated_kind::number;
    if (const ledger_cell due = at(cells, ledger_column::due); !due.text.empty()) {
        if (!read_date(due, line, "a day", e.due)) return;
        if (!(e.due >= e.said)) {
            const bool is_a_day = due.text.find('-') != std::string::npos;
            fail(line, due.at + 1, due.text,
                 std::string("a due date that is not before the statement") +
                     (is_a_day ? "" : "; put a cell that has a comma in quotes"));
            return;
        }
    }
    if (const ledger_cell seed = at(cells, ledger_column::seed); !seed.text.empty()) {
        std::uint64_t number = 0;
        const char* const end = seed.text.data() + seed.text.size();
        const auto read = std::from_chars(seed.text.data(), end, number);
        if (read.ec != std::errc() || read.ptr != end) {
            fail(line, seed.at + 1, quoted_in_message(seed.text),
                 "a seed, a whole number from 0 to 2^64 - 1, or nothing");
            return;
        }
        e.seed = number;
    }
    const ledger_cell value = at(cells, ledger_column::value);
    text_cursor cursor(value.text, line, value.at + 1);
    if (e.kind == stated_kind::event) {
        e.probability = read_share(cursor);
        cursor.expect_the_end();
    } else {
        read_quantiles(cursor, e);
    }
    if (cursor.has_failed()) {
        faults.push_back(cursor.error());
        return;
    }
    entries.push_back(std::move(e));
}

template <class V>
void basic_ledger_reader<V>::read_quantiles(text_cursor& cursor, ledger_entry& e) {
    std::vector<stated_quantile> all;
    std::vector<std::size_t> begins;
    std::vector<std::size_t> ends;
    cursor.skip_spaces();
    const std::size_t first = cursor.at();
    if (cursor.rest().find(':') == std::string_view::npos || is_time_of_day_alone(cursor.rest())) {
        all.push_back({0.5, read_value(cursor, e)});
        begins.push_back(first);
        ends.push_back(cursor.at());
        cursor.expect_the_end();
    } else {
        do {
            cursor.skip_spaces();
            begins.push_back(cursor.at());
            const double p = read_share(cursor);
            if (!cursor.take(":"))
                cursor.fail(cursor.at(), "a colon between a probability and its quantile, as in 5 %: 3.2");
            all.push_back({p, read_value(cursor, e)});
            ends.push_back(cursor.at());
        } while (!cursor.has_failed() && cursor.take("|"));
        if (!cursor.is_done()) cursor.fail(cursor.at(), "a | and a further quantile, or the end");
    }
    if (cursor.has_failed()) return;
    std::size_t fault = 0;
    const char* const why = quantile_grid::why_not(all, &fault);
    const bool is_never = !is_finite(all.back().value);
    if (why == nullptr && is_never && (e.kind != stated_kind::calendar_date || e.due.is_never())) {
        return cursor.fail(begins.back(),
                           e.kind == stated_kind::calendar_date
                               ? "a due date in its column where a quantile is never: by then it is known"
                               : "a finite quantile; state a date, or the event that there is a value");
    }
    if (why == nullptr) {
        e.quantiles = quantile_grid(std::move(all));
        return;
    }
    cursor.fail(begins[fault], ends[fault], std::string("quantiles in order (") + why + ")");
}

template <class V>
void basic_ledger_reader<V>::index() {
    const auto in_order = [&](std::size_t a, std::size_t b) { return entries[a].id < entries[b].id; };
    by_id_ = stable_order(entries.size(), in_order);
    std::vector<bool> is_again(entries.size());
    bool any_again = false;
    for (std::size_t i = 1, first = 0; i < by_id_.size(); ++i) {
        const ledger_entry& e = entries[by_id_[i]];
        if (entries[by_id_[first]].id != e.id) {
            first = i;
            continue;
        }
        is_again[by_id_[i]] = any_again = true;
        fail(e.line, 1, quoted_in_message(e.id),
             "each id once; it is stated in line " + std::to_string(entries[by_id_[first]].line) + " already");
    }
    if (!any_again) return;
    std::vector<ledger_entry> kept;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (!is_again[i]) kept.push_back(std::move(entries[i]));
    }
    entries = std::move(kept);
    by_id_ = stable_order(entries.size(), in_order);
}

template <class V>
void basic_ledger_reader<V>::answer(const row& r) {
    const ledger_cell id = at(r.cells, ledger_column::id);
    ledger_entry* const e = find(id.text);
    if (is_faulty(id.text) && (e == nullptr || (r.is_correction && !e->is_resolved()))) return;
    if (e == nullptr)
        return fail(r.line, id.at + 1, quoted_in_message(id.text), "the id of a statement" + near_ids(id.text));
    ledger_answer found;
    found.line = r.line;
    found.source = at(r.cells, ledger_column::source).text;
    const ledger_cell on = at(r.cells, ledger_column::on);
    if (!read_date(on, r.line, "the day on which it was known", found.on)) return;
    if (!(found.on >= e->said)) {
        return fail(r.line, on.at + 1, on.text, "a day that is not before the statement, " + to_text(e->said));
    }
    const ledger_cell value = at(r.cells, ledger_column::value);
    text_cursor cursor(value.text, r.line, value.at + 1);
    found.value = e->kind == stated_kind::event ? read_yes_or_no(cursor) : read_value(cursor, *e);
    cursor.expect_the_end();
    if (cursor.has_failed()) {
        faults.push_back(cursor.error());
        return;
    }
    if (const std::string expected = why_no_answer(*e, found); !expected.empty()) {
        return fail(r.line, value.at + 1, quoted_in_message(value.text), expected);
    }
    if (r.is_correction != e->answer.has_value()) {
        return fail(r.line, id.at + 1, quoted_in_message(id.text),
                    r.is_correction
                        ? "a statement that is resolved; resolve it first"
                        : "a statement that is not resolved yet, or correct in place of resolve; it was resolved "
                          "in line " +
                              std::to_string(e->answer->line));
    }
    if (e->answer) e->corrected.push_back(*std::move(e->answer));
    e->answer = std::move(found);
}

HEADWAY_INSTANTIATE(class basic_ledger_reader<>);

}  // namespace headway::detail

#include <headway/header_end.hpp>
