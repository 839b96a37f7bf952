// SPDX-License-Identifier: BSL-1.0
// What the examples about a ledger share: their command line, and a folder that is gone at the end.
#pragma once

#include <headway/headway.hpp>

#include <filesystem>
#include <string>

namespace ledger_run {

namespace hw = headway;
namespace fs = std::filesystem;
using namespace std::chrono_literals;

struct request {
    hw::date on = 2026y / 11 / 29;
    fs::path ledger;  ///< empty where none is named
    fs::path out;     ///< a folder for a page and charts, empty for none
};

/// \throws std::domain_error for anything but --on DATE, --ledger FILE and, of who has a page, --out FOLDER.
inline request read_command_line(int argc, char** argv, bool has_page = false) {
    request asked;
    for (int i = 1; i < argc; i += 2) {
        const std::string word = argv[i];
        if (i + 1 == argc) throw std::domain_error(word + ": a value must follow");
        if (word == "--on") {
            asked.on = hw::parse_value<hw::date>(argv[i + 1]);
        } else if (word == "--ledger") {
            asked.ledger = argv[i + 1];
        } else if (has_page && word == "--out") {
            asked.out = argv[i + 1];
        } else {
            throw std::domain_error(word + (has_page ? ": must be --on DATE, --ledger FILE or --out FOLDER"
                                                     : ": must be --on DATE or --ledger FILE"));
        }
    }
    return asked;
}

/// A folder of its own, gone with what is in it when this is.
class temporary_folder {
  public:
    temporary_folder() {
        for (int i = 0; path_.empty() || !fs::create_directory(path_); ++i) {
            path_ = fs::temp_directory_path() / ("headway_ledger_" + std::to_string(i));
        }
    }
    temporary_folder(const temporary_folder&) = delete;
    temporary_folder& operator=(const temporary_folder&) = delete;
    ~temporary_folder() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }

    [[nodiscard]] const fs::path& path() const noexcept { return path_; }
    /// Where a run writes its ledger: as asked, or here.
    [[nodiscard]] std::string file_of(const request& asked) const {
        return (asked.ledger.empty() ? path_ / "run.ledger" : asked.ledger).string();
    }

  private:
    fs::path path_;
};

}  // namespace ledger_run
