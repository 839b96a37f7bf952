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
[[nodiscard, gnu::cold]] std::string system_reason(int number) {
    return number == 0 ? std::string("the system gives no reason") : std::generic_category().message(number);
}
HEADWAY_INSTANTIATE(std::string system_reason<>(int number));

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
    [[gnu::cold]] basic_locked_file(const std::string& file, bool may_be_new) : file_(file) {
        // Anew where an editor has put another file in the place of the one that was waited for.
        for (int tries = 0;; ++tries) {
            open(may_be_new);
            size_ = ::lseek(descriptor_, 0, SEEK_END);
            is_plain_ = size_ >= 0;
            if (!is_plain_) return;  // a pipe has no end at which two writers meet
            constexpr int exclusive = 2;
            int locked = 0;
            do {
                locked = headway_flock(descriptor_, exclusive);
            } while (locked != 0 && errno == EINTR);
            if (locked != 0) fail("cannot be locked against other writers", errno);
            size_ = ::lseek(descriptor_, 0, SEEK_END);
            if (has_its_name() || tries == most_tries) return;
            close();
        }
    }
    ~basic_locked_file() { close(); }
    basic_locked_file(const basic_locked_file&) = delete;
    basic_locked_file& operator=(const basic_locked_file&) = delete;

    [[nodiscard, gnu::cold]] std::string text() {
        std::string all;
        char piece[1 << 14];
        // Not beyond its end: a device may give bytes for ever.
        while (static_cast<::off_t>(all.size()) < size_) {
            const auto got = ::pread(descriptor_, piece, sizeof piece, static_cast<::off_t>(all.size()));
            if (got < 0 && errno == EINTR) continue;
            if (got < 0) fail("cannot be read", errno);
            if (got == 0) break;
            all.append(piece, static_cast<std::size_t>(got));
        }
        return all;
    }
    /// In one piece, which the system puts behind whatever is there, and on the disk.
    [[gnu::cold]] void append(std::string_view text) {
        ::ssize_t written = 0;
        do {
            written = ::write(descriptor_, text.data(), text.size());
        } while (written < 0 && errno == EINTR);
        if (written < 0) fail("cannot be added to; nothing was added", errno);
        // Not tried again: at a limit on the size of files the system would end the process, between two halves of a line.
        if (static_cast<std::size_t>(written) < text.size())
            take_back("there is room for a part of it only; is the disk full?");
        if (!is_plain_) return;
        if (::fsync(descriptor_) != 0 && errno != EINVAL && errno != EROFS) take_back(system_reason(errno));
        if (size_ == 0) flush_folder();
    }

  private:
    /// A file that was replaced is opened anew. Where the names still differ after that, the file system spells them in two ways.
    static constexpr int most_tries = 4;

    void open(bool may_be_new) {
        if (!may_be_new && ::access(file_.c_str(), F_OK) != 0) throw ledger_file_error(file_, "cannot be opened: " + system_reason(errno));
        do {
            stream_ = std::fopen(file_.c_str(), "a+be");
        } while (stream_ == nullptr && errno == EINTR);
        if (stream_ == nullptr) throw ledger_file_error(file_, "cannot be opened: " + system_reason(errno));
        descriptor_ = ::fileno(stream_);
    }
    /// Whether the opened file is the one that has the name now; yes where the system does not tell (Linux does).
    [[nodiscard]] bool has_its_name() const {
        char opened[1 << 12];
        const auto length = ::readlink(("/proc/self/fd/" + std::to_string(descriptor_)).c_str(), opened, sizeof opened);
        if (length < 0) return true;
        char* const named = ::realpath(file_.c_str(), nullptr);
        const bool is_same = named != nullptr && std::string_view(opened, static_cast<std::size_t>(length)) == named;
        std::free(named);
        return is_same;
    }
    [[noreturn, gnu::cold]] void fail(const char* what, int reason) { fail(what, system_reason(reason)); }
    [[noreturn, gnu::cold]] void fail(const char* what, const std::string& reason) {
        close();
        throw ledger_file_error(file_, std::string(what) + ": " + reason);
    }
    [[noreturn, gnu::cold]] void take_back(const std::string& reason) {
        if (is_plain_ && ::ftruncate(descriptor_, size_) == 0) fail("cannot be added to; nothing was added", reason);
        fail("was added to in part, which could not be taken back; its last line is torn", reason);
    }
    /// A new file survives a loss of power when its folder is written too.
    [[gnu::cold]] void flush_folder() const noexcept {
        const std::size_t slash = file_.rfind('/');
        const std::string folder = slash == file_.npos ? "." : slash == 0 ? "/" : file_.substr(0, slash);
        std::FILE* const opened = std::fopen(folder.c_str(), "re");
        if (opened == nullptr) return;
        (void)::fsync(::fileno(opened));
        (void)std::fclose(opened);
    }
    void close() noexcept {
        if (stream_ != nullptr) (void)std::fclose(stream_);
        stream_ = nullptr;
    }

    const std::string& file_;
    std::FILE* stream_ = nullptr;  // for its name and its end; what is read and written goes past its buffer
    int descriptor_ = -1;
    bool is_plain_ = true;
    ::off_t size_ = 0;
};
HEADWAY_INSTANTIATE(class basic_locked_file<>);

/// Adds what `what` makes of the text of a file, which is made where it is not there and may be new. Nobody else adds to it meanwhile; what
/// `what` throws leaves the file as it was. \throws ledger_file_error.
template <class = void>
[[gnu::cold]] void append_to_file(const std::string& file, bool may_be_new, addition what) {
    basic_locked_file<> locked(file, may_be_new);
    locked.append(what(locked.text()));
}

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
HEADWAY_INSTANTIATE(void append_to_file<>(const std::string& file, bool may_be_new, addition what));

}  // namespace headway::detail

#undef HEADWAY_LOCKS_FILES

#include <headway/header_end.hpp>
