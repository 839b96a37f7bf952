// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cerrno>
#include <concepts>
#include <cstddef>
#include <exception>
#include <iosfwd>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// A stream of bytes to read from, by its own type: a file stream can then be asked whether a file is open.
template <class Stream>
concept byte_source = std::derived_from<Stream, std::basic_istream<char, typename Stream::traits_type>>;

/// Gives all that a stream still holds, piece by piece, to `take(piece)`, which says whether it wants more.
/// \return Why the stream could not be read; empty where it was. What an unopened stream or a folder gives, nothing, is
/// not taken for an empty file; a file stream that never had a file, given as `std::istream&`, is.
template <byte_source Stream, class Take>
[[nodiscard, gnu::cold]] std::string read_stream(Stream& in, Take take) {
    if constexpr (requires {
                      { in.is_open() } -> std::same_as<bool>;
                  }) {
        if (!in.is_open()) return "no file is open in it; is the path right?";
    }
    if (in.bad()) return "an earlier read from it failed";
    if (in.fail()) return "its file could not be opened, or an earlier read from it failed; is the path right?";
    if (in.eof()) return "it was read to its end before; open it again";
    constexpr std::size_t size = std::size_t{1} << 16;
    const auto buffer = std::make_unique<char[]>(size);
    errno = 0;
    try {
        // Of the buffer itself: a stream that was told to throw at failures would throw at the end of the file.
        for (;;) {
            const auto got = in.rdbuf()->sgetn(buffer.get(), static_cast<std::ptrdiff_t>(size));
            if (got <= 0) break;
            if (!take(std::string_view(buffer.get(), static_cast<std::size_t>(got)))) return {};
        }
    } catch (const std::exception& e) {
        return std::string("reading it broke off: ") + e.what();
    }
    if (errno == EISDIR) return "it is a folder; give the name of a file";
    in.setstate(Stream::eofbit);
    return {};
}

[[noreturn, gnu::cold]] inline void stream_cannot_be_read(const char* function, const std::string& why) {
    throw std::runtime_error(std::string(function) + ": the stream cannot be read: " + why);
}

/// All that a stream still holds. \throws std::runtime_error, in the name of `function`, where it cannot be read.
template <byte_source Stream>
[[nodiscard, gnu::cold]] std::string text_of_stream(Stream& in, const char* function) {
    std::string text;
    const std::string why = read_stream(in, [&text](std::string_view piece) {
        text += piece;
        return true;
    });
    if (!why.empty()) stream_cannot_be_read(function, why);
    return text;
}

}  // namespace headway::detail

#include <headway/header_end.hpp>
