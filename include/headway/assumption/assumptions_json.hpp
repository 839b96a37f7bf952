// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <headway/assumption/assumption_file.hpp>
#include <headway/text/exact_text.hpp>
#include <headway/text/json_reader.hpp>
#include <headway/text/json_text.hpp>
#include <headway/text/readable_stream.hpp>

#include <headway/header_begin.hpp>

namespace headway {

namespace detail {

/// Reads the document of an assumption file as the text of one, and tells what is wrong with that text by the places in
/// the document. One reader of beliefs, dates and names for both notations.
class assumptions_json_reader {
  public:
    /// \throws parse_error for what is no JSON, parse_errors for what is no such document.
    explicit assumptions_json_reader(std::string_view document);

    template <class... Inputs>
    [[nodiscard, gnu::cold]] assumption_file file(const Inputs&... inputs) const {
        try {
            return assumption_file(text_, inputs...);
        } catch (const parse_errors& faults) {
            std::vector<parse_error> placed;
            for (const parse_error& fault : faults) placed.push_back(at_its_place(fault));
            throw parse_errors(std::move(placed));
        }
    }

  private:
    static constexpr std::array<std::string_view, 6> keys{"name", "belief", "source", "note", "as_of", "review_by"};

    /// A piece of the text and the string of the document that it came from.
    struct piece {
        std::size_t line;
        std::size_t column;
        std::size_t said_line;
        std::size_t said_column;
        bool counts_bytes;
    };

    [[noreturn, gnu::cold]] static void refuse(parse_error fault);

    /// Another version is refused before anything else is looked at, for it may mean something else by the same names.
    template <class = void>
    [[gnu::cold]] void require_head() const;

    template <class = void>
    [[gnu::cold]] void add(const json_value& entry);
    [[nodiscard]] static bool stands_on_a_line(std::string_view text) noexcept;
    /// Where each byte of the text is one of the document's, places within it are told too, behind the quote.
    [[gnu::cold]] void write(const json_value& said, std::string_view as, bool as_it_is);
    template <class = void>
    [[nodiscard, gnu::cold]] parse_error at_its_place(const parse_error& fault) const;

    json_value document_;
    std::vector<const json_value*> names_;
    std::vector<piece> pieces_;
    std::vector<parse_error> faults_;
    std::string text_;
    std::size_t line_ = 1;
    std::size_t line_start_ = 0;
};

}  // namespace detail

/// An assumption file as JSON (RFC 8259), for programs that would rather write that:
///
///     {"headway": "0.2.0", "kind": "assumptions", "schema_version": 1, "assumptions": [
///       {"name": "yearly fall in training cost", "belief": "3 to 5.5", "source": "Dario Amodei, ...",
///        "as_of": "2025-02-06", "review_by": "2026-06-01"}]}
///
/// The schema is examples/export/headway.schema.json. What is not said is left out; comments and the layout of the file are
/// not told. `parse_assumptions_json` reads it back.
template <class = void>
[[nodiscard, gnu::cold]] std::string assumptions_json(const assumption_file& file);

/// What `assumptions_json` wrote, or another program by its schema. A document of another version of the schema, of another
/// kind or with members that the schema has not is refused, with the names of both versions.
/// \throws parse_error for what is no JSON, parse_errors for everything else, all faults at once, at their lines and columns
/// in the document. *Not for* the other documents of the library, which are results and not read back.
template <class = void>
[[nodiscard, gnu::cold]] assumption_file parse_assumptions_json(std::string_view document);
/// The same, checked against the inputs of a forecast or of several, `known_inputs(f, g)`: names and beliefs too.
template <class = void>
[[nodiscard, gnu::cold]] assumption_file parse_assumptions_json(std::string_view document, const known_inputs& inputs);

/// From a stream to its end. \throws std::runtime_error for a stream that cannot be read.
template <detail::byte_source Stream>
[[nodiscard, gnu::cold]] assumption_file load_assumptions_json(Stream& in) {
    return parse_assumptions_json(detail::text_of_stream(in, "load_assumptions_json"));
}
template <detail::byte_source Stream>
[[nodiscard, gnu::cold]] assumption_file load_assumptions_json(Stream& in, const known_inputs& inputs) {
    return parse_assumptions_json(detail::text_of_stream(in, "load_assumptions_json"), inputs);
}

}  // namespace headway

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/assumption/bodies/assumptions_json.hpp>
#endif
