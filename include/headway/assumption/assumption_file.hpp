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
    explicit assumption_file(std::string text);
    /// Checked against what can be set as well. \throws parse_errors with the faults of both kinds.
    assumption_file(std::string text, const known_inputs& inputs);

    /// The whole text, as it was read but for what has been set since.
    [[nodiscard]] const std::string& text() const noexcept { return text_; }
    [[nodiscard]] std::size_t size() const noexcept { return entries_.size(); }
    [[nodiscard]] bool empty() const noexcept { return entries_.empty(); }
    [[nodiscard]] std::vector<entry>::const_iterator begin() const noexcept { return entries_.begin(); }
    [[nodiscard]] std::vector<entry>::const_iterator end() const noexcept { return entries_.end(); }
    /// Null when there is none of this name.
    [[nodiscard]] const entry* find(std::string_view name) const noexcept;

    /// The beliefs, as `f.with(file)` takes them, each with its source, note and dates as the reason. \throws parse_errors, all
    /// faults at once: a name that is no input, a belief that cannot be read or is about something else, a value for a chance.
    [[nodiscard, gnu::cold]] override_list overrides(const known_inputs& inputs) const;

    /// The entries whose `review_by` date has come on that day or before, in order.
    template <class = void>
    [[nodiscard, gnu::cold]] std::vector<entry> stale(const date& day) const;
    /// The entries that do not say where they come from, in order.
    template <class = void>
    [[nodiscard, gnu::cold]] std::vector<entry> unsourced() const;

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

    [[nodiscard]] std::vector<std::size_t>::const_iterator place(std::string_view name) const noexcept;

    template <class = void>
    [[nodiscard, gnu::cold]] std::vector<parse_error> read();
    /// A source, note or date.
    template <class = void>
    [[gnu::cold]] static void add(entry& to, detail::assumption_line& said, std::size_t number, std::string_view line,
                    bool below_an_entry, std::vector<parse_error>& faults);
    /// Sorts the names and tells those that stand twice.
    template <class = void>
    [[gnu::cold]] void index(std::vector<parse_error>& faults);
    [[nodiscard, gnu::cold]] override_list read_beliefs(const known_inputs& inputs, std::vector<parse_error>& faults) const;
    template <class = void>
    [[nodiscard, gnu::cold]] static std::string names_near(std::string_view name, const known_inputs& inputs);

    std::string text_;
    std::vector<entry> entries_;
    std::vector<std::size_t> offsets_;  // of the beliefs in the text
    std::vector<std::size_t> by_name_;
};

}  // namespace headway

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/assumption/bodies/assumption_file.hpp>
#endif
