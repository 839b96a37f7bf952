// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <utility>
#include <vector>

#include <headway/assumption/detail/assumption_lines.hpp>
#include <headway/assumption/known_inputs.hpp>
#include <headway/belief/belief_text.hpp>
#include <headway/belief/parse_belief.hpp>
#include <headway/math/stable_order.hpp>
#include <headway/text/text_encoding.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// Assumptions as text, to be changed without recompiling. A line for each, what is said about it below:
///
///     # Everything behind a # at the start of a line, or behind a space, is a comment.
///     yearly fall in training cost = 3 to 5.5
///         source: Dario Amodei, On DeepSeek and Export Controls, January 2025
///         as_of: 2025-02-06
///         review_by: 2026-06-01
///     cost of the first run = ci90(80 million USD, 200 million USD)  # as parse_belief reads them
///         note: of the run that counts
///
/// A path cannot be set by a file. `assumptions_of` writes it in words, `price = path(a random walk ...)`, and a file with these
/// words is read where the forecast's path has the same; any other text is a fault, so that no path is lost in silence.
///
/// A name is that of an input, in quotes where it has =, # behind a space, or spaces at its ends. The text is kept as
/// it is, byte for byte; setting a belief changes that belief alone. What it says is checked against a forecast's
/// inputs, all at once: `load_assumptions(in, f)`; `f.with(file)` is the forecast with it.
class assumption_file {
  public:
    struct entry {
        std::string name;
        /// As it is written.
        std::string belief;
        std::string source;
        std::string note;
        date as_of = date::never();      ///< never when not stated
        date review_by = date::never();  ///< never when not stated
        std::size_t line = 0;
        std::size_t column = 0;  ///< of the name
        std::size_t belief_column = 0;
    };

    assumption_file() = default;
    /// \throws parse_errors, all faults at once: a line that is none of the above, bytes that are no text, two entries
    /// or two sources of one name, a date that does not exist, `review_by` before `as_of`. After 1000 it stops looking.
    explicit assumption_file(std::string text) : text_(std::move(text)) {
        std::vector<parse_error> faults = read();
        if (!faults.empty()) throw parse_errors(std::move(faults));
    }
    /// Checked against what can be set as well. \throws parse_errors with the faults of both kinds.
    assumption_file(std::string text, const known_inputs& inputs) : text_(std::move(text)) {
        std::vector<parse_error> faults = read();
        (void)read_beliefs(inputs, faults);
        if (!faults.empty()) throw parse_errors(std::move(faults));
    }

    /// The whole text, as it was read but for what has been set since.
    [[nodiscard]] const std::string& text() const noexcept { return text_; }
    [[nodiscard]] std::size_t size() const noexcept { return entries_.size(); }
    [[nodiscard]] bool empty() const noexcept { return entries_.empty(); }
    [[nodiscard]] std::vector<entry>::const_iterator begin() const noexcept { return entries_.begin(); }
    [[nodiscard]] std::vector<entry>::const_iterator end() const noexcept { return entries_.end(); }
    /// Null when there is none of this name.
    [[nodiscard]] const entry* find(std::string_view name) const noexcept {
        const auto at = place(name);
        return at == by_name_.end() || entries_[*at].name != name ? nullptr : &entries_[*at];
    }

    /// The beliefs, as `f.with(file)` takes them, each with its source, note and dates as the reason. \throws parse_errors, all
    /// faults at once: a name that is no input, a belief that cannot be read or is about something else, a value for a chance.
    [[nodiscard, gnu::cold]] override_list overrides(const known_inputs& inputs) const {
        std::vector<parse_error> faults;
        override_list list = read_beliefs(inputs, faults);
        if (!faults.empty()) throw parse_errors(std::move(faults));
        return list;
    }

    /// The entries whose `review_by` date has come on that day or before, in order.
    template <class = void>
    [[nodiscard, gnu::cold]] std::vector<entry> stale(const date& day) const {
        std::vector<entry> due;
        for (const entry& e : entries_) {
            if (!e.review_by.is_never() && e.review_by <= day) due.push_back(e);
        }
        return due;
    }
    /// The entries that do not say where they come from, in order.
    template <class = void>
    [[nodiscard, gnu::cold]] std::vector<entry> unsourced() const {
        std::vector<entry> without;
        for (const entry& e : entries_) {
            if (e.source.empty()) without.push_back(e);
        }
        return without;
    }

    /// Another belief for an entry, or a new entry at the end, on a line that ends as the last one does. Everything else
    /// stays as it is.
    template <any_value T>
    [[gnu::cold]] void set(std::string_view name, const belief<T>& b) {
        std::string written = belief_text(b);
        const auto at = place(name);
        if (at != by_name_.end() && entries_[*at].name == name) {
            const std::size_t changed = *at;
            text_.replace(offsets_[changed], entries_[changed].belief.size(), written);
            for (std::size_t i = changed + 1; i < entries_.size(); ++i) {
                offsets_[i] = offsets_[i] + written.size() - entries_[changed].belief.size();
            }
            entries_[changed].belief = std::move(written);
            return;
        }
        assumption_file longer = *this;
        const std::size_t last_end = text_.rfind('\n');
        const bool has_returns = last_end != std::string::npos && last_end > 0 && text_[last_end - 1] == '\r';
        const char* const line_end = has_returns ? "\r\n" : "\n";
        if (text_.ends_with('\r')) {
            longer.text_ += '\n';  // a file cut within its last line end
        } else if (!text_.empty() && !text_.ends_with('\n')) {
            longer.text_ += line_end;
        }
        longer.text_ += detail::text_in_file(name, true) + " = " + written + line_end;
        *this = assumption_file(std::move(longer.text_));
    }

  private:
    static constexpr std::size_t most_faults = 1000;

    [[nodiscard]] std::vector<std::size_t>::const_iterator place(std::string_view name) const noexcept {
        return std::lower_bound(by_name_.begin(), by_name_.end(), name,
                                [&](std::size_t i, std::string_view wanted) { return entries_[i].name < wanted; });
    }

    template <class = void>
    [[nodiscard, gnu::cold]] std::vector<parse_error> read() {
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
    /// A source, note or date.
    template <class = void>
    [[gnu::cold]] static void add(entry& to, detail::assumption_line& said, std::size_t number, std::string_view line,
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
    /// Sorts the names and tells those that stand twice.
    template <class = void>
    [[gnu::cold]] void index(std::vector<parse_error>& faults) {
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
    [[nodiscard, gnu::cold]] override_list read_beliefs(const known_inputs& inputs, std::vector<parse_error>& faults) const {
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
    template <class = void>
    [[nodiscard, gnu::cold]] static std::string names_near(std::string_view name, const known_inputs& inputs) {
        detail::near_names names(name);
        for (const auto& input : inputs) names.offer(input.name);
        if (!names.empty()) return "the name of an input; did you mean " + names.text("'") + "?";
        std::string all = "the name of an input:";
        for (const auto& input : inputs)
            all += (&input == &*inputs.begin() ? " '" : ", '") + std::string(input.name) + "'";
        return all;
    }

    std::string text_;
    std::vector<entry> entries_;
    std::vector<std::size_t> offsets_;  // of the beliefs in the text
    std::vector<std::size_t> by_name_;
};
HEADWAY_INSTANTIATE(std::vector<assumption_file::entry> assumption_file::stale<>(const date& day) const);
HEADWAY_INSTANTIATE(std::vector<assumption_file::entry> assumption_file::unsourced<>() const);
HEADWAY_INSTANTIATE(std::vector<parse_error> assumption_file::read<>());
HEADWAY_INSTANTIATE(void assumption_file::add<>(entry& to, detail::assumption_line& said, std::size_t number,
                    std::string_view line, bool below_an_entry, std::vector<parse_error>& faults));
HEADWAY_INSTANTIATE(void assumption_file::index<>(std::vector<parse_error>& faults));
HEADWAY_INSTANTIATE(std::string assumption_file::names_near<>(std::string_view name, const known_inputs& inputs));

}  // namespace headway

#include <headway/header_end.hpp>
