// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>

#include <headway/header_begin.hpp>

namespace headway::report {

/// Thrown when a file cannot be written; the message names it and the system's reason.
class file_error : public std::runtime_error {
  public:
    file_error(const std::filesystem::path& file, const std::string& reason)
        : std::runtime_error("cannot write \"" + file.string() + "\": " + reason), file_(file) {}
    [[nodiscard]] const std::filesystem::path& file() const noexcept { return file_; }

  private:
    std::filesystem::path file_;
};

namespace detail {

/// The reason of the last failure, in the system's words.
template <class = void>
[[nodiscard, gnu::cold]] std::string last_reason();

/// Writes and closes; closes also where writing fails. The reason of the failure, empty for none.
template <class = void>
[[nodiscard, gnu::cold]] std::string write_and_close(std::FILE* file, std::string_view contents);

/// Opens a new file beside the one to be, of a name that nothing has.
template <class = void>
[[nodiscard, gnu::cold]] std::FILE* open_beside(const std::filesystem::path& file, std::filesystem::path& beside);

/// Whether nobody at all may write a file, or this process may not. The superuser may write anything; what is marked as
/// read-only is not meant to be replaced by anyone.
template <class = void>
[[nodiscard, gnu::cold]] std::string why_not_writable(const std::filesystem::path& file,
                                                  const std::filesystem::file_status& status);

/// Puts the file beside in the place of the target, and removes it where that fails or `reason` tells that it is not
/// whole. \throws file_error in the name of `file`.
template <class = void>
[[gnu::cold]] void put_in_place(const std::filesystem::path& beside, const std::filesystem::path& target,
                         const std::filesystem::path& file, std::string reason);

}  // namespace detail

/// Writes a whole file, or nothing: writes beside it ("out.csv.part0") and renames, so that a reader sees the old contents
/// or the new, and a failure (no such folder, no right to write, a full disk) leaves the old file as it was and nothing
/// beside it. Of several writers at once the last one's contents stay, whole. A file that is there keeps its
/// permissions, and one that is read-only is refused. Through a symbolic link the file it leads to is written; a device or
/// a pipe ("/dev/stdout") is written directly. Folders are not made.
/// \throws file_error. *Not for* files with several names (hard links: the others keep the old contents) or an owner
/// other than the writer (it becomes the writer's), nor for surviving a loss of power: the system is not asked to flush
/// its caches. A process that is killed while it writes may leave the file beside.
template <class = void>
[[gnu::cold]] void write_file(const std::filesystem::path& file, std::string_view contents);

}  // namespace headway::report

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/report/bodies/file.hpp>
#endif
