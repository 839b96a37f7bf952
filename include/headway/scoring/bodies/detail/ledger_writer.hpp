// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/scoring/detail/ledger_writer.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
void require_cell(const char* function, const char* what, std::string_view text, bool may_be_empty) {
    const auto refuse = [&](const char* rule) {
        refuse_entry(function, std::string(what) + " must be " + rule + ", got \"" + quoted_in_message(text) + "\"");
    };
    if (text.empty() && !may_be_empty) refuse("a text, not nothing");
    for (std::size_t i = 0; i < text.size();) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const std::size_t length = byte < 0x20 || byte == 0x7f ? 0 : character_length(text.substr(i, 4));
        if (length == 0) refuse("one line of text in UTF-8");
        i += length;
    }
}
HEADWAY_INSTANTIATE(void require_cell<>(const char* function, const char* what, std::string_view text,
                                        bool may_be_empty));

template <class>
std::string before_a_new_line(std::string_view text, const ledger_reader& read) {
    const char* const line_end = read.layout.has_returns ? "\r\n" : "\n";
    std::string before;
    if (!text.empty() && text.back() != '\n' && text.size() > byte_order_mark_length(text)) {
        before = (read.ends_in_a_line ? " " + std::string(torn_mark) : std::string()) + line_end;
    }
    return read.has_header ? before : before + ledger_header(read.layout);
}
HEADWAY_INSTANTIATE(std::string before_a_new_line<>(std::string_view text, const ledger_reader& read));

template <class>
void require_a_ledger(const std::string& file, const ledger_reader& read) {
    if (read.has_header || read.faults.empty()) return;
    for (const parse_error& fault : read.faults) {
        // What a writer that was killed while it made the file has left is a ledger.
        if (fault.got() == torn_mark || fault.got() == "the end") continue;
        throw ledger_file_error(file, std::string("is none, so nothing was added: ") + fault.what());
    }
}
HEADWAY_INSTANTIATE(void require_a_ledger<>(const std::string& file, const ledger_reader& read));

template <class>
std::string stated_value_text(const ledger_entry& e, int digits) {
    if (e.kind == stated_kind::event) return ledger_share_text(e.probability);
    const bool is_date = e.kind == stated_kind::calendar_date;
    std::string text;
    bool is_one_value = true;
    for (const stated_quantile& q : e.quantiles) is_one_value = is_one_value && q.value == e.quantiles.begin()->value;
    if (is_one_value) return ledger_value_text(e.quantiles.begin()->value, is_date, digits);
    for (const stated_quantile& q : e.quantiles) {
        text += (text.empty() ? "" : " | ") + ledger_share_text(q.probability) + ": " +
                ledger_value_text(q.value, is_date, digits);
    }
    return text;
}
HEADWAY_INSTANTIATE(std::string stated_value_text<>(const ledger_entry& e, int digits));

template <class>
ledger_fields fields_of_statement(const ledger_entry& e, int digits) {
    ledger_fields fields;
    field(fields, ledger_column::entry) = "state";
    field(fields, ledger_column::id) = e.id;
    field(fields, ledger_column::on) = exact_text(e.said);
    field(fields, ledger_column::who) = e.who;
    field(fields, ledger_column::question) = e.question;
    field(fields, ledger_column::unit) = e.unit;
    field(fields, ledger_column::value) = stated_value_text(e, digits);
    if (!e.due.is_never()) field(fields, ledger_column::due) = exact_text(e.due);
    field(fields, ledger_column::source) = e.source;
    if (e.seed) field(fields, ledger_column::seed) = std::to_string(*e.seed);
    field(fields, ledger_column::version) = version;
    return fields;
}
HEADWAY_INSTANTIATE(ledger_fields fields_of_statement<>(const ledger_entry& e, int digits));

template <class>
void check_statement(const ledger_entry& e) {
    constexpr const char* name = "state";
    require_cell(name, "id", e.id, false);
    require_cell(name, "who", e.who, false);
    require_cell(name, "question", e.question, false);
    require_cell(name, "unit", e.unit, true);
    require_cell(name, "source", e.source, true);
    if (!is_finite(e.said.seconds_since_1970())) {
        refuse_entry(name, "said must be the day of the statement '" + e.id + "', got " + to_text(e.said));
    }
    if (!(e.due >= e.said)) {
        refuse_entry(name, "due must not be before the day on which '" + e.id + "' is said, got " + to_text(e.due) +
                               " and " + to_text(e.said));
    }
    if (e.kind == stated_kind::event) {
        if (!(e.probability >= 0.0 && e.probability <= 1.0)) {
            value_breaks_a_rule(name, "the chance", "must be between 0 and 1", e.probability);
        }
    } else if (e.quantiles.probability_never() > 0.0 || !is_finite((e.quantiles.end() - 1)->value)) {
        if (e.kind != stated_kind::calendar_date) {
            refuse_entry(name, "a quantile of '" + e.id +
                                   "' is infinite; state the chance that there is a value, or the date");
        }
        if (e.due.is_never()) {
            refuse_entry(name,
                         "'" + e.id + "' may never happen, so it needs a due date, by which that is known; give .due");
        }
    }
}
HEADWAY_INSTANTIATE(void check_statement<>(const ledger_entry& e));

template <class>
void append_statements(const std::vector<ledger_entry>& entries, int digits, const std::string& file) {
    if (!(digits >= 1 && digits <= 17)) value_breaks_a_rule("state", "digits", "must be from 1 to 17", digits);
    for (const ledger_entry& e : entries) check_statement(e);
    append_to_file(file, true, [&](std::string_view text) {
        ledger_reader read(text);
        require_a_ledger(file, read);
        for (std::size_t i = 0; i < entries.size(); ++i) {
            bool is_there = read.find(entries[i].id) != nullptr;
            for (std::size_t k = 0; k < i; ++k) is_there = is_there || entries[k].id == entries[i].id;
            if (is_there) {
                refuse_entry("state", "the ledger \"" + file + "\" has a statement '" + entries[i].id +
                                          "' already; give another id, nothing was added");
            }
        }
        for (const ledger_column c :
             {ledger_column::who, ledger_column::due, ledger_column::source, ledger_column::seed}) {
            for (const ledger_entry& e : entries) {
                auto fields = fields_of_statement(e, digits);
                if (read.layout.has(c) || field(fields, c).empty()) continue;
                const std::string name(ledger_column_names[static_cast<std::size_t>(c)]);
                throw ledger_file_error(file,
                                        "has no column " + name + ", so nothing was added; add it to the header line");
            }
        }
        std::string added = before_a_new_line(text, read);
        for (const ledger_entry& e : entries) added += ledger_line(fields_of_statement(e, digits), read.layout);
        return added;
    });
}
HEADWAY_INSTANTIATE(void append_statements<>(const std::vector<ledger_entry>& entries, int digits,
                                             const std::string& file));

template <class>
bool read_stated_unit(std::string_view unit, const value_notation& notation, run_time_unit& made) {
    if (notation.kind.is_number() && unit.empty()) return true;
    return read_own_unit(unit, notation, made);
}
HEADWAY_INSTANTIATE(bool read_stated_unit<>(std::string_view unit, const value_notation& notation,
                                            run_time_unit& made));

template <class>
bool is_a_unit_of_words(std::string_view unit) {
    text_cursor cursor(unit);
    (void)unit_reader(cursor, *notation_of<double>.units).read();
    return cursor.has_failed() || !cursor.is_done();
}
HEADWAY_INSTANTIATE(bool is_a_unit_of_words<>(std::string_view unit));

template <class>
double in_stated_unit(const char* function, const typed_answer& answer, const ledger_entry& e) {
    const auto refuse = [&](const std::string& wanted) {
        const std::string got = answer.is_an_event ? "yes or no" : answer.notation->kind.text();
        refuse_entry(function, "'" + e.id + "' is about " + wanted + ", got " + got + "; nothing was added");
    };
    if (e.kind == stated_kind::event) {
        if (!answer.is_an_event) refuse("whether something happens, give true or false");
        return answer.base;
    }
    if (answer.is_an_event) refuse(e.kind == stated_kind::calendar_date ? "a date" : "a number");
    const value_kind& kind = answer.notation->kind;
    if (e.kind == stated_kind::calendar_date) {
        if (!kind.is_date()) refuse("a date");
        return answer.base;
    }
    if (kind.is_date()) refuse(e.unit.empty() ? "a number" : e.unit);
    if (kind.is_number() && !e.unit.empty() && is_a_unit_of_words(e.unit)) return answer.base;
    run_time_unit unit;
    if (!read_stated_unit(e.unit, *answer.notation, unit)) refuse(e.unit.empty() ? "a number" : e.unit);
    return unit.from_base(answer.base);
}
HEADWAY_INSTANTIATE(double in_stated_unit<>(const char* function, const typed_answer& answer, const ledger_entry& e));

template <class>
void append_answer(const char* function, bool is_correction, std::string_view id, const date& on,
                   const typed_answer& answer, const std::string& file, std::string_view source) {
    require_cell(function, "source", source, true);
    if (!is_finite(on.seconds_since_1970())) {
        refuse_entry(function,
                     "the day on which '" + std::string(id) + "' was known must be a date, got " + to_text(on));
    }
    append_to_file(file, false, [&](std::string_view text) {
        ledger_reader read(text);
        require_a_ledger(file, read);
        const ledger_entry* const e = read.find(id);
        if (e == nullptr) {
            std::string unread;
            if (!read.faults.empty())
                unread = "; line " + std::to_string(read.faults.front().line()) + " cannot be read";
            refuse_entry(function, "the ledger \"" + file + "\" has no statement '" + quoted_in_message(id) + "'" +
                                       read.near_ids(id) + unread);
        }
        if (on < e->said) {
            refuse_entry(function, "'" + e->id + "' was said on " + to_text(e->said) +
                                       " and cannot have been known before, on " + to_text(on));
        }
        if (is_correction && !e->is_resolved())
            refuse_entry(function, "'" + e->id + "' is not resolved yet; resolve it");
        if (!is_correction && e->is_resolved()) {
            refuse_entry(function, "'" + e->id + "' was resolved on " + to_text(e->answer->on) + " (line " +
                                       std::to_string(e->answer->line) + "); to replace that, use correct");
        }
        ledger_answer made{on, in_stated_unit(function, answer, *e), {}, 0};
        if (const std::string expected = why_no_answer(*e, made); !expected.empty()) {
            refuse_entry(function,
                         "'" + e->id + "' takes " + expected + ", got " +
                             (e->kind == stated_kind::event
                                  ? "no"
                                  : ledger_value_text(made.value, e->kind == stated_kind::calendar_date, 17)));
        }
        ledger_fields fields;
        field(fields, ledger_column::entry) = is_correction ? "correct" : "resolve";
        field(fields, ledger_column::id) = e->id;
        field(fields, ledger_column::on) = exact_text(on);
        field(fields, ledger_column::value) =
            e->kind == stated_kind::event ? std::string(made.value == 1.0 ? "yes" : "no")
                                          : ledger_value_text(made.value, e->kind == stated_kind::calendar_date, 17);
        field(fields, ledger_column::source) = source;
        if (!source.empty() && !read.layout.has(ledger_column::source)) {
            throw ledger_file_error(file, "has no column source, so nothing was added; add it to the header line");
        }
        return before_a_new_line(text, read) + ledger_line(fields, read.layout);
    });
}
HEADWAY_INSTANTIATE(void append_answer<>(const char* function, bool is_correction, std::string_view id, const date& on,
                                         const typed_answer& answer, const std::string& file, std::string_view source));

}  // namespace headway::detail

#include <headway/header_end.hpp>
