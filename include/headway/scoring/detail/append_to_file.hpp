// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cerrno>
#include <cstdio>
#include <string>
#include <string_view>
#include <system_error>

#if __has_include(<fcntl.h>) && __has_include(<sys/file.h>) && __has_include(<sys/stat.h>) && __has_include(<unistd.h>)
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
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

/// An open file, and the lock on it: between threads and processes, given up by the system where a process is killed.
template <class = void>
class basic_locked_file {
  public:
    [[gnu::cold]] basic_locked_file(const std::string& file, bool may_be_new) : file_(file) {
        // Anew where an editor has put another file in the place of the one that was waited for.
        for (int tries = 0; tries < 100; ++tries) {
            do {
                descriptor_ = ::open(file.c_str(), O_RDWR | O_APPEND | O_CLOEXEC | (may_be_new ? O_CREAT : 0), 0666);
            } while (descriptor_ < 0 && errno == EINTR);
            if (descriptor_ < 0) throw ledger_file_error(file, "cannot be opened: " + system_reason(errno));
            struct ::stat now {};
            if (::fstat(descriptor_, &now) != 0) fail("cannot be looked at", errno);
            is_plain_ = S_ISREG(now.st_mode);
            if (!is_plain_) return;  // a device or a pipe has no end at which two writers meet
            size_ = now.st_size;
            int locked = 0;
            do {
                locked = ::flock(descriptor_, LOCK_EX);
            } while (locked != 0 && errno == EINTR);
            if (locked != 0) fail("cannot be locked against other writers", errno);
            struct ::stat there {};
            const bool is_there = ::stat(file.c_str(), &there) == 0;
            if (::fstat(descriptor_, &now) != 0) fail("cannot be looked at", errno);
            size_ = now.st_size;
            if (is_there && there.st_ino == now.st_ino && there.st_dev == now.st_dev) return;
            close();
        }
        throw ledger_file_error(file, "is replaced again and again; nothing was added");
    }
    ~basic_locked_file() { close(); }
    basic_locked_file(const basic_locked_file&) = delete;
    basic_locked_file& operator=(const basic_locked_file&) = delete;

    [[nodiscard, gnu::cold]] std::string text() {
        std::string all;
        if (!is_plain_) return all;
        char piece[1 << 14];
        for (;;) {
            const auto got = ::pread(descriptor_, piece, sizeof piece, static_cast<::off_t>(all.size()));
            if (got < 0 && errno == EINTR) continue;
            if (got < 0) fail("cannot be read", errno);
            if (got == 0) return all;
            all.append(piece, static_cast<std::size_t>(got));
        }
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
        const int opened = ::open(folder.c_str(), O_RDONLY | O_CLOEXEC);
        if (opened < 0) return;
        (void)::fsync(opened);
        (void)::close(opened);
    }
    void close() noexcept {
        if (descriptor_ >= 0) (void)::close(descriptor_);
        descriptor_ = -1;
    }

    const std::string& file_;
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
