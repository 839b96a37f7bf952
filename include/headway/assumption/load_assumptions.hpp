// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <iosfwd>
#include <stdexcept>

#include <headway/assumption/assumption_file.hpp>
#include <headway/assumption/known_inputs.hpp>
#include <headway/text/readable_stream.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// Reads an assumption file from a stream to its end. \throws parse_errors as `assumption_file`, and std::runtime_error
/// for a stream that cannot be read, such as a file that was not opened: what it does not say must not pass for defaults.
template <detail::byte_source Stream>
[[nodiscard, gnu::cold]] assumption_file load_assumptions(Stream& in) {
    return assumption_file(detail::text_of_stream(in, "load_assumptions"));
}
/// The same, checked against the inputs of a forecast, or of several: `load_assumptions(in, known_inputs(f, g))`.
template <detail::byte_source Stream>
[[nodiscard, gnu::cold]] assumption_file load_assumptions(Stream& in, const known_inputs& inputs) {
    return assumption_file(detail::text_of_stream(in, "load_assumptions"), inputs);
}

/// Writes the text of an assumption file: that which was read, byte for byte, but for what has been set since.
/// \throws std::runtime_error when the stream does not take it all.
template <class Traits>
[[gnu::cold]] void save_assumptions(std::basic_ostream<char, Traits>& out, const assumption_file& file) {
    out.write(file.text().data(), static_cast<std::streamsize>(file.text().size()));
    out.flush();
    if (!out) throw std::runtime_error("save_assumptions: the stream did not take the text; is the disk full?");
}

}  // namespace headway

#include <headway/header_end.hpp>
