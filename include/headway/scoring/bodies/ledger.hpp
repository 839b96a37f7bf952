// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/scoring/ledger.hpp>

#include <headway/header_begin.hpp>

namespace headway {

template <class>
const ledger_entry* ledger::find(std::string_view id) const noexcept {
    for (const ledger_entry& e : entries_) {
        if (e.id == id) return &e;
    }
    return nullptr;
}
HEADWAY_INSTANTIATE(const ledger_entry* ledger::find<>(std::string_view id) const);

template <class>
std::vector<ledger_entry> ledger::open_ones(const date& on) const {
    std::vector<ledger_entry> open;
    for (const ledger_entry& e : entries_) {
        if (on.is_never() ? !e.is_resolved() : e.is_overdue(on)) open.push_back(e);
    }
    detail::sort_stably(open, [](const ledger_entry& a, const ledger_entry& b) { return a.due < b.due; });
    return open;
}
HEADWAY_INSTANTIATE(std::vector<ledger_entry> ledger::open_ones<>(const date& on) const);

HEADWAY_OUT_OF_LINE ledger::ledger(std::string_view text, faulty_lines how) {
    detail::ledger_reader read(text);
    if (how == faulty_lines::refuse && !read.faults.empty()) throw parse_errors(std::move(read.faults));
    entries_ = std::move(read.entries);
    faults_ = std::move(read.faults);
}

}  // namespace headway

#include <headway/header_end.hpp>
