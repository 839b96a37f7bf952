// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/assumption/assumption_file.hpp>

#include <headway/header_begin.hpp>

namespace headway {

template <class>
std::vector<assumption_file::entry> assumption_file::stale(const date& day) const {
    std::vector<entry> due;
    for (const entry& e : entries_) {
        if (!e.review_by.is_never() && e.review_by <= day) due.push_back(e);
    }
    return due;
}
HEADWAY_INSTANTIATE(std::vector<assumption_file::entry> assumption_file::stale<>(const date& day) const);

template <class>
std::vector<assumption_file::entry> assumption_file::unsourced() const {
    std::vector<entry> without;
    for (const entry& e : entries_) {
        if (e.source.empty()) without.push_back(e);
    }
    return without;
}
HEADWAY_INSTANTIATE(std::vector<assumption_file::entry> assumption_file::unsourced<>() const);

template <class>
std::vector<parse_error> assumption_file::read() {
    std::vector<parse_error> faults;
    if (auto fault = detail::wide_encoding_fault(text_)) {
        faults.push_back(*std::move(fault));
        return faults;
    }
    std::size_t at = detail::byte_order_mark_length(text_);
    enum { none, good, broken } above = none;  // what the entry is that a source or a date belongs to
    entry lost;
    for (std::size_t number = 1; at < text_.size() && faults.size() < most_faults; ++number) {
        const std::size_t end = std::min(text_.find('\n', at), text_.size());
        std::string_view line = std::string_view(text_).substr(at, end - at);
        if (line.ends_with('\r')) line.remove_suffix(1);
        detail::assumption_line_reader reader(line, number);
        detail::assumption_line said = reader.read();
        using kind = detail::assumption_line::kind;
        if (reader.has_failed()) {
            faults.push_back(reader.error());
            if (detail::is_below_an_assumption(said.says)) {
                if (above == none) above = broken;
            } else {
                above = broken;
                lost = {};
            }
        } else if (said.says == kind::assumption) {
            above = good;
            const auto belief = line.substr(said.belief_from, said.belief_to - said.belief_from);
            entries_.push_back({std::move(said.text),
                                std::string(belief),
                                {},
                                {},
                                date::never(),
                                date::never(),
                                number,
                                said.from + 1,
                                said.belief_from + 1});
            offsets_.push_back(at + said.belief_from);
        } else if (said.says != kind::blank) {
            add(above == good ? entries_.back() : lost, said, number, line, above != none, faults);
        }
        at = end + 1;
    }
    index(faults);
    return faults;
}
HEADWAY_INSTANTIATE(std::vector<parse_error> assumption_file::read<>());

template <class>
void assumption_file::add(entry& to, detail::assumption_line& said, std::size_t number, std::string_view line,
                          bool below_an_entry, std::vector<parse_error>& faults) {
    using kind = detail::assumption_line::kind;
    const auto fail = [&](const char* expected) {
        faults.emplace_back(number, said.from + 1, detail::quoted_in_message(line.substr(said.from)), expected);
    };
    if (!below_an_entry) return fail("an assumption, name = belief, above what is said about it");
    if (said.says == kind::source || said.says == kind::note) {
        std::string& text = said.says == kind::source ? to.source : to.note;
        if (!text.empty()) return fail("one of these for each assumption");
        text = std::move(said.text);
        return;
    }
    date& when = said.says == kind::as_of ? to.as_of : to.review_by;
    if (!when.is_never()) return fail("one of these for each assumption");
    when = said.when;
    if (!to.as_of.is_never() && to.review_by < to.as_of) fail("a review_by that is not before the as_of");
}
HEADWAY_INSTANTIATE(void assumption_file::add<>(entry& to, detail::assumption_line& said, std::size_t number,
                    std::string_view line, bool below_an_entry, std::vector<parse_error>& faults));

template <class>
void assumption_file::index(std::vector<parse_error>& faults) {
    by_name_ = detail::stable_order(
        entries_.size(), [&](std::size_t a, std::size_t b) { return entries_[a].name < entries_[b].name; });
    for (std::size_t i = 1; i < by_name_.size() && faults.size() < most_faults; ++i) {
        const entry& first = entries_[by_name_[i - 1]];
        const entry& again = entries_[by_name_[i]];
        if (first.name != again.name) continue;
        faults.emplace_back(again.line, again.column, detail::quoted_in_message(again.name),
                            "each name once; it stands in line " + std::to_string(first.line) + " already");
    }
}
HEADWAY_INSTANTIATE(void assumption_file::index<>(std::vector<parse_error>& faults));

template <class>
std::string assumption_file::names_near(std::string_view name, const known_inputs& inputs) {
    detail::near_names names(name);
    for (const auto& input : inputs) names.offer(input.name);
    if (!names.empty()) return "the name of an input; did you mean " + names.text("'") + "?";
    std::string all = "the name of an input:";
    for (const auto& input : inputs)
        all += (&input == &*inputs.begin() ? " '" : ", '") + std::string(input.name) + "'";
    return all;
}
HEADWAY_INSTANTIATE(std::string assumption_file::names_near<>(std::string_view name, const known_inputs& inputs));

HEADWAY_OUT_OF_LINE assumption_file::assumption_file(std::string text) : text_(std::move(text)) {
    std::vector<parse_error> faults = read();
    if (!faults.empty()) throw parse_errors(std::move(faults));
}

HEADWAY_OUT_OF_LINE assumption_file::assumption_file(std::string text, const known_inputs& inputs)
    : text_(std::move(text)) {
    std::vector<parse_error> faults = read();
    (void)read_beliefs(inputs, faults);
    if (!faults.empty()) throw parse_errors(std::move(faults));
}

HEADWAY_OUT_OF_LINE auto assumption_file::find(std::string_view name) const noexcept -> const entry* {
    const auto at = place(name);
    return at == by_name_.end() || entries_[*at].name != name ? nullptr : &entries_[*at];
}

HEADWAY_OUT_OF_LINE override_list assumption_file::overrides(const known_inputs& inputs) const {
    std::vector<parse_error> faults;
    override_list list = read_beliefs(inputs, faults);
    if (!faults.empty()) throw parse_errors(std::move(faults));
    return list;
}

HEADWAY_OUT_OF_LINE std::vector<std::size_t>::const_iterator
assumption_file::place(std::string_view name) const noexcept {
    return std::lower_bound(by_name_.begin(), by_name_.end(), name,
                            [&](std::size_t i, std::string_view wanted) { return entries_[i].name < wanted; });
}

HEADWAY_OUT_OF_LINE override_list assumption_file::read_beliefs(const known_inputs& inputs,
                                                                std::vector<parse_error>& faults) const {
    override_list list;
    for (const entry& e : entries_) {
        if (faults.size() >= most_faults) break;
        const known_inputs::input* const input = inputs.find(e.name);
        if (input == nullptr) {
            faults.emplace_back(e.line, e.column, detail::quoted_in_message(e.name), names_near(e.name, inputs));
            continue;
        }
        if (input->motion.kind != detail::process_kind::none) {
            if (const std::string known = detail::path_in_file(input->motion); e.belief != known) {
                faults.emplace_back(e.line, e.belief_column, detail::quoted_in_message(e.belief),
                                    known + ", for '" + e.name +
                                        "' is a path, which no file sets; in the program, override(...) gives it "
                                        "another process");
            }
            continue;
        }
        detail::text_cursor cursor(e.belief, e.line, e.belief_column);
        const detail::component_list made = detail::read_belief(cursor, *input->notation);
        if (cursor.has_failed()) {
            faults.push_back(cursor.error());
        } else if (input->is_yes_or_no && detail::is_sure_of_neither(made)) {
            const double value = detail::quantile_of(made, detail::from_lower(0.5));
            faults.emplace_back(e.line, e.belief_column, detail::quoted_in_message(e.belief),
                                detail::instead_of_a_chance(value));
        } else {
            const std::string reason = e.source + (e.source.empty() || e.note.empty() ? "" : "; ") + e.note;
            list.set(e.name, input->notation->as_any(made), override_reason(reason, e.as_of, e.review_by));
        }
    }
    return list;
}

}  // namespace headway

#include <headway/header_end.hpp>
