// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/scoring/detail/append_to_file.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
std::string system_reason(int number) {
    return number == 0 ? std::string("the system gives no reason") : std::generic_category().message(number);
}
HEADWAY_INSTANTIATE(std::string system_reason<>(int number));

template <class>
void append_to_file(const std::string& file, bool may_be_new, addition what) {
    basic_locked_file<> locked(file, may_be_new);
    locked.append(what(locked.text()));
}
HEADWAY_INSTANTIATE(void append_to_file<>(const std::string& file, bool may_be_new, addition what));

template <class V>
basic_locked_file<V>::basic_locked_file(const std::string& file, bool may_be_new) : file_(file) {
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

template <class V>
std::string basic_locked_file<V>::text() {
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

template <class V>
void basic_locked_file<V>::append(std::string_view text) {
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

template <class V>
void basic_locked_file<V>::open(bool may_be_new) {
    if (!may_be_new && ::access(file_.c_str(), F_OK) != 0) throw ledger_file_error(file_, "cannot be opened: " + system_reason(errno));
    do {
        stream_ = std::fopen(file_.c_str(), "a+be");
    } while (stream_ == nullptr && errno == EINTR);
    if (stream_ == nullptr) throw ledger_file_error(file_, "cannot be opened: " + system_reason(errno));
    descriptor_ = ::fileno(stream_);
}

template <class V>
bool basic_locked_file<V>::has_its_name() const {
    char opened[1 << 12];
    const auto length = ::readlink(("/proc/self/fd/" + std::to_string(descriptor_)).c_str(), opened, sizeof opened);
    if (length < 0) return true;
    char* const named = ::realpath(file_.c_str(), nullptr);
    const bool is_same = named != nullptr && std::string_view(opened, static_cast<std::size_t>(length)) == named;
    std::free(named);
    return is_same;
}

template <class V>
void basic_locked_file<V>::fail(const char* what, const std::string& reason) {
    close();
    throw ledger_file_error(file_, std::string(what) + ": " + reason);
}

template <class V>
void basic_locked_file<V>::take_back(const std::string& reason) {
    if (is_plain_ && ::ftruncate(descriptor_, size_) == 0) fail("cannot be added to; nothing was added", reason);
    fail("was added to in part, which could not be taken back; its last line is torn", reason);
}

template <class V>
void basic_locked_file<V>::flush_folder() const noexcept {
    const std::size_t slash = file_.rfind('/');
    const std::string folder = slash == file_.npos ? "." : slash == 0 ? "/" : file_.substr(0, slash);
    std::FILE* const opened = std::fopen(folder.c_str(), "re");
    if (opened == nullptr) return;
    (void)::fsync(::fileno(opened));
    (void)std::fclose(opened);
}

template <class V>
void basic_locked_file<V>::close() noexcept {
    if (stream_ != nullptr) (void)std::fclose(stream_);
    stream_ = nullptr;
}

HEADWAY_INSTANTIATE(class basic_locked_file<>);

}  // namespace headway::detail

#include <headway/header_end.hpp>
