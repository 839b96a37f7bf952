// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cerrno>
#include <cstdio>
#include <string>
#include <string_view>
#include <system_error>

#if (defined(__unix__) || defined(__APPLE__)) && defined(__GNUC__) && __has_include(<unistd.h>)
#include <cstdlib>
#include <unistd.h>
#define HEADWAY_LOCKS_FILES 1
#else
#define HEADWAY_LOCKS_FILES 0
#endif

#include <headway/math/function_ref.hpp>
#include <headway/scoring/ledger_file_error.hpp>

#include <headway/header_begin.hpp>

/// Adding to the end of a file, all or nothing, beside other writers.
namespace headway::detail {

template <class = void>
[[nodiscard, gnu::cold]] std::string system_reason(int number);

/// What is to be added to a file that holds this text.
using addition = function_ref<std::string(std::string_view)>;

#if HEADWAY_LOCKS_FILES

// Declared here and not by <sys/file.h>, <fcntl.h> and <sys/stat.h>: they would put flock, stat, open and more everyday
// words into the global namespace of every program that includes headway. <unistd.h> comes with the standard library.
#define HEADWAY_TEXT(x) #x
#define HEADWAY_SYMBOL(prefix, name) HEADWAY_TEXT(prefix) name
extern "C" int headway_flock(int descriptor, int operation) __asm__(HEADWAY_SYMBOL(__USER_LABEL_PREFIX__, "flock"));
#undef HEADWAY_SYMBOL
#undef HEADWAY_TEXT

/// An open file, and the lock on it: between threads and processes, given up by the system where a process is killed.
template <class = void>
class basic_locked_file {
  public:
    [[gnu::cold]] basic_locked_file(const std::string& file, bool may_be_new);
    ~basic_locked_file() { close(); }
    basic_locked_file(const basic_locked_file&) = delete;
    basic_locked_file& operator=(const basic_locked_file&) = delete;

    [[nodiscard, gnu::cold]] std::string text();
    /// In one piece, which the system puts behind whatever is there, and on the disk.
    [[gnu::cold]] void append(std::string_view text);

  private:
    /// A file that was replaced is opened anew. Where the names still differ after that, the file system spells them in two ways.
    static constexpr int most_tries = 4;

    void open(bool may_be_new);
    /// Whether the opened file is the one that has the name now; yes where the system does not tell (Linux does).
    [[nodiscard]] bool has_its_name() const;
    [[noreturn, gnu::cold]] void fail(const char* what, int reason) { fail(what, system_reason(reason)); }
    [[noreturn, gnu::cold]] void fail(const char* what, const std::string& reason);
    [[noreturn, gnu::cold]] void take_back(const std::string& reason);
    /// A new file survives a loss of power when its folder is written too.
    [[gnu::cold]] void flush_folder() const noexcept;
    void close() noexcept;

    const std::string& file_;
    std::FILE* stream_ = nullptr;  // for its name and its end; what is read and written goes past its buffer
    int descriptor_ = -1;
    bool is_plain_ = true;
    ::off_t size_ = 0;
};
HEADWAY_ELSEWHERE(class basic_locked_file<>);

/// Adds what `what` makes of the text of a file, which is made where it is not there and may be new. Nobody else adds to it meanwhile; what
/// `what` throws leaves the file as it was. \throws ledger_file_error.
template <class = void>
[[gnu::cold]] void append_to_file(const std::string& file, bool may_be_new, addition what);

#else

/// Where files cannot be locked: as above, for one writer at a time.
template <class = void>
[[gnu::cold]] void append_to_file(const std::string& file, bool may_be_new, addition what) {
    std::string text;
    if (std::FILE* const in = std::fopen(file.c_str(), "rb")) {
        char piece[1 << 14];
        for (std::size_t got = 1; got > 0; text.append(piece, got)) got = std::fread(piece, 1, sizeof piece, in);
        (void)std::fclose(in);
    } else if (!may_be_new) {
        throw ledger_file_error(file, "cannot be opened: " + system_reason(errno));
    }
    const std::string added = what(text);
    errno = 0;
    std::FILE* const out = std::fopen(file.c_str(), "ab");
    if (out == nullptr) throw ledger_file_error(file, "cannot be opened: " + system_reason(errno));
    const bool written = std::fwrite(added.data(), 1, added.size(), out) == added.size() && std::fflush(out) == 0;
    const int reason = errno;
    if (std::fclose(out) != 0 || !written) {
        throw ledger_file_error(file, "cannot be added to; its last line may be torn: " + system_reason(reason));
    }
}

#endif

}  // namespace headway::detail

#undef HEADWAY_LOCKS_FILES

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/scoring/bodies/detail/append_to_file.hpp>
#endif
