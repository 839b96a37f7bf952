// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace ledger_test {

/// An empty folder for one test, with a ledger to be made in it.
class folder {
  public:
    folder() {
        for (int i = 0;; ++i) {
            path_ = std::filesystem::temp_directory_path() / ("headway_ledger_test_" + std::to_string(i));
            if (std::filesystem::create_directory(path_)) break;
        }
    }
    ~folder() { std::filesystem::remove_all(path_); }
    folder(const folder&) = delete;
    folder& operator=(const folder&) = delete;

    std::string file() const { return (path_ / "claims.ledger").string(); }

  private:
    std::filesystem::path path_;
};

inline std::string contents_of(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}
inline void write(const std::string& path, const std::string& text) { std::ofstream(path, std::ios::binary) << text; }

}  // namespace ledger_test
