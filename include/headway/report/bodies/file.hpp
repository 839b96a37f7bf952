// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/report/file.hpp>

#include <headway/header_begin.hpp>

namespace headway::report::detail {

template <class>
std::string last_reason() {
    return errno == 0 ? std::string("the system gives no reason") : std::generic_category().message(errno);
}
HEADWAY_INSTANTIATE(std::string last_reason<>());

template <class>
std::string write_and_close(std::FILE* file, std::string_view contents) {
    errno = 0;
    std::string reason;
    if (std::fwrite(contents.data(), 1, contents.size(), file) != contents.size() || std::fflush(file) != 0) {
        reason = last_reason();
    }
    // What the disk has no room for may show only now.
    errno = 0;
    if (std::fclose(file) != 0 && reason.empty()) reason = last_reason();
    return reason;
}
HEADWAY_INSTANTIATE(std::string write_and_close<>(std::FILE* file, std::string_view contents));

template <class>
std::FILE* open_beside(const std::filesystem::path& file, std::filesystem::path& beside) {
    for (int i = 0; i < 1000; ++i) {
        beside = file;
        beside += ".part" + std::to_string(i);
        errno = 0;
        std::FILE* const opened = std::fopen(beside.string().c_str(), "wbx");
        if (opened != nullptr) return opened;
        if (errno != EEXIST) break;
    }
    throw file_error(file, last_reason());
}
HEADWAY_INSTANTIATE(std::FILE* open_beside<>(const std::filesystem::path& file, std::filesystem::path& beside));

template <class>
std::string why_not_writable(const std::filesystem::path& file, const std::filesystem::file_status& status) {
    using std::filesystem::perms;
    const perms writers = perms::owner_write | perms::group_write | perms::others_write;
    if ((status.permissions() & writers) == perms::none) {
        return "it is read-only; make it writable, or give another name";
    }
    errno = 0;
    std::FILE* const opened = std::fopen(file.string().c_str(), "ab");  // changes nothing
    if (opened == nullptr) return last_reason();
    (void)std::fclose(opened);
    return {};
}
HEADWAY_INSTANTIATE(std::string why_not_writable<>(const std::filesystem::path& file,
                    const std::filesystem::file_status& status));

template <class>
void put_in_place(const std::filesystem::path& beside, const std::filesystem::path& target,
                  const std::filesystem::path& file, std::string reason) {
    std::error_code error;
    if (reason.empty()) {
        std::filesystem::rename(beside, target, error);
        if (error) reason = error.message();
    }
    if (reason.empty()) return;
    std::filesystem::remove(beside, error);
    throw file_error(file, reason);
}
HEADWAY_INSTANTIATE(void put_in_place<>(const std::filesystem::path& beside, const std::filesystem::path& target,
                    const std::filesystem::path& file, std::string reason));

}  // namespace headway::report::detail

namespace headway::report {

template <class>
void write_file(const std::filesystem::path& file, std::string_view contents) {
    namespace fs = std::filesystem;
    std::error_code error;
    fs::path target = file;
    for (int links = 0; fs::is_symlink(fs::symlink_status(target, error)); ++links) {
        const fs::path to = fs::read_symlink(target, error);
        if (error || links == 40) throw file_error(file, error ? error.message() : "its links lead in a circle");
        target = target.parent_path() / to;
    }
    const fs::file_status status = fs::status(target, error);
    if (fs::is_directory(status)) throw file_error(file, "it is a folder; give the name of a file");
    if (fs::exists(status) && !fs::is_regular_file(status)) {
        errno = 0;
        std::FILE* const opened = std::fopen(target.string().c_str(), "wb");
        if (opened == nullptr) throw file_error(file, detail::last_reason());
        const std::string reason = detail::write_and_close(opened, contents);
        if (!reason.empty()) throw file_error(file, reason);
        return;
    }
    if (fs::exists(status)) {
        const std::string reason = detail::why_not_writable(target, status);
        if (!reason.empty()) throw file_error(file, reason);
    }

    fs::path beside;
    std::FILE* const opened = detail::open_beside(target, beside);
    std::string reason;
    if (fs::exists(status)) {
        // Before there is anything in it that others may not read.
        fs::permissions(beside, status.permissions(), error);
        if (error) reason = "its permissions cannot be kept: " + error.message();
    }
    const std::string failure = detail::write_and_close(opened, contents);
    detail::put_in_place(beside, target, file, reason.empty() ? failure : reason);
}
HEADWAY_INSTANTIATE(void write_file<>(const std::filesystem::path& file, std::string_view contents));

}  // namespace headway::report

#include <headway/header_end.hpp>
