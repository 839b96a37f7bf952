// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/assumption/assumptions_json.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
void assumptions_json_reader::require_head() const {
    using kind = json_value::kind;
    if (document_.is != kind::object) refuse(document_.fault("an object, as headway writes assumptions"));
    const json_value* const version = document_.find("schema_version");
    const json_value* const writer = document_.find("headway");
    const std::string wanted = "schema_version " + std::to_string(json_schema_version) + " of headway's assumptions";
    if (version == nullptr) refuse(document_.fault("\"schema_version\": " + std::to_string(json_schema_version)));
    if (version->is != kind::number || version->number != json_schema_version) {
        const bool names_its_writer = writer != nullptr && writer->is == kind::string;
        refuse(version->fault(wanted + ", which headway " + headway::version + " reads" +
                              (names_its_writer ? "; this was written by headway " + quoted_in_message(writer->text) : "")));
    }
    const json_value* const what = document_.find("kind");
    if (what == nullptr || what->is != kind::string || what->text != "assumptions") {
        refuse((what == nullptr ? document_ : *what).fault("\"kind\": \"assumptions\"; no other kind is read back"));
    }
    for (const json_value& name : document_.names) {
        constexpr std::array<std::string_view, 4> known{"headway", "kind", "schema_version", "assumptions"};
        if (std::find(known.begin(), known.end(), name.text) == known.end()) {
            refuse(name.fault("headway, kind, schema_version or assumptions"));
        }
    }
}
HEADWAY_INSTANTIATE(void assumptions_json_reader::require_head<>() const);

template <class>
void assumptions_json_reader::add(const json_value& entry) {
    using kind = json_value::kind;
    const auto fail = [&](const json_value& at, std::string_view expected) { faults_.push_back(at.fault(expected)); };
    if (entry.is != kind::object) return fail(entry, "an object with a name and a belief");
    const std::size_t before = faults_.size();
    for (std::size_t i = 0; i < entry.names.size(); ++i) {
        const std::string& key = entry.names[i].text;
        const json_value& said = entry.items[i];
        if (std::find(keys.begin(), keys.end(), key) == keys.end()) {
            fail(entry.names[i], "name, belief, source, note, as_of or review_by");
        } else if (said.is != kind::string || said.text.empty()) {
            fail(said, "a string that is not empty; leave the member out where there is nothing to say");
        } else if (key != "name" && key != "source" && key != "note" && !stands_on_a_line(said.text)) {
            fail(said, "text on one line without #");
        }
    }
    const json_value* const name = entry.find("name");
    const json_value* const belief = entry.find("belief");
    if (name == nullptr || belief == nullptr) fail(entry, "a name and a belief");
    if (faults_.size() > before) return;
    for (const json_value* known : names_) {
        if (known->text == name->text) {
            return fail(*name, "each name once; it stands in line " + std::to_string(known->line) + " already");
        }
    }
    names_.push_back(name);
    write(*name, text_in_file(name->text, true), false);
    text_ += " = ";
    write(*belief, belief->text, true);
    for (std::size_t i = 2; i < keys.size(); ++i) {
        const json_value* const said = entry.find(keys[i]);
        if (said == nullptr) continue;
        text_ += "\n    " + std::string(keys[i]) + ": ";
        ++line_;
        line_start_ = text_.size() - keys[i].size() - 6;
        if (i < 4) {
            write(*said, text_in_file(said->text, false), false);
        } else {
            write(*said, said->text, true);
        }
    }
    text_ += '\n';
    ++line_;
    line_start_ = text_.size();
}
HEADWAY_INSTANTIATE(void assumptions_json_reader::add<>(const json_value& entry));

template <class>
parse_error assumptions_json_reader::at_its_place(const parse_error& fault) const {
    const piece* of = nullptr;
    for (const piece& p : pieces_) {
        if (p.line > fault.line()) break;
        if (of == nullptr || of->line < p.line || p.column <= fault.column()) of = &p;
    }
    if (of == nullptr) return fault;
    const bool counts = of->counts_bytes && of->line == fault.line() && of->column <= fault.column();
    return {of->said_line, of->said_column + (counts ? 1 + fault.column() - of->column : 0), fault.got(), fault.expected()};
}
HEADWAY_INSTANTIATE(parse_error assumptions_json_reader::at_its_place<>(const parse_error& fault) const);

}  // namespace headway::detail

namespace headway {

template <class>
std::string assumptions_json(const assumption_file& file) {
    std::string out = detail::json_head("assumptions") + ", \"assumptions\": [";
    bool first = true;
    for (const auto& entry : file) {
        out += std::string(first ? "" : ",") + "\n  {\"name\": " + detail::json_string(entry.name) +
               ", \"belief\": " + detail::json_string(entry.belief);
        if (!entry.source.empty()) out += ", \"source\": " + detail::json_string(entry.source);
        if (!entry.note.empty()) out += ", \"note\": " + detail::json_string(entry.note);
        if (!entry.as_of.is_never()) out += ", \"as_of\": " + detail::json_string(exact_text(entry.as_of));
        if (!entry.review_by.is_never()) out += ", \"review_by\": " + detail::json_string(exact_text(entry.review_by));
        out += '}';
        first = false;
    }
    return out + "\n]}\n";
}
HEADWAY_INSTANTIATE(std::string assumptions_json<>(const assumption_file& file));

template <class>
assumption_file parse_assumptions_json(std::string_view document) {
    return detail::assumptions_json_reader(document).file();
}
HEADWAY_INSTANTIATE(assumption_file parse_assumptions_json<>(std::string_view document));

template <class>
assumption_file parse_assumptions_json(std::string_view document, const known_inputs& inputs) {
    return detail::assumptions_json_reader(document).file(inputs);
}
HEADWAY_INSTANTIATE(assumption_file parse_assumptions_json<>(std::string_view document, const known_inputs& inputs));

}  // namespace headway

namespace headway::detail {

HEADWAY_OUT_OF_LINE assumptions_json_reader::assumptions_json_reader(std::string_view document)
    : document_(json_reader(document).read()) {
    require_head();
    const json_value* const all = document_.find("assumptions");
    if (all == nullptr || all->is != json_value::kind::array) {
        refuse((all == nullptr ? document_ : *all).fault("\"assumptions\" with an array in it"));
    }
    for (const json_value& entry : all->items) add(entry);
    if (!faults_.empty()) throw parse_errors(std::move(faults_));
}

HEADWAY_OUT_OF_LINE void assumptions_json_reader::refuse(parse_error fault) {
    std::vector<parse_error> one;
    one.push_back(std::move(fault));
    throw parse_errors(std::move(one));
}

HEADWAY_OUT_OF_LINE bool assumptions_json_reader::stands_on_a_line(std::string_view text) noexcept {
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return static_cast<unsigned char>(c) >= 0x20 && c != '\x7f' && c != '#'; });
}

HEADWAY_OUT_OF_LINE void assumptions_json_reader::write(const json_value& said, std::string_view as, bool as_it_is) {
    const bool counts = as_it_is && !said.has_escapes;
    pieces_.push_back({line_, text_.size() - line_start_ + 1, said.line, said.column, counts});
    text_ += as;
}

}  // namespace headway::detail

#include <headway/header_end.hpp>
