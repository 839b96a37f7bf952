// SPDX-License-Identifier: BSL-1.0
#include <headway/report/file.hpp>

#include "catch.hpp"

#include <atomic>
#include <fstream>
#include <iterator>
#include <thread>
#include <vector>

#if __has_include(<sys/resource.h>)
#include <csignal>
#include <sys/resource.h>
#define HAS_FILE_SIZE_LIMIT 1
#else
#define HAS_FILE_SIZE_LIMIT 0
#endif

namespace fs = std::filesystem;
using Catch::Matchers::ContainsSubstring;
using headway::report::file_error;
using headway::report::write_file;

namespace {

/// An empty folder for one test.
class folder {
  public:
    folder() {
        for (int i = 0;; ++i) {
            path_ = fs::temp_directory_path() / ("headway_file_test_" + std::to_string(i));
            if (fs::create_directory(path_)) break;
        }
    }
    ~folder() { fs::remove_all(path_); }
    folder(const folder&) = delete;
    folder& operator=(const folder&) = delete;

    fs::path operator/(const char* name) const { return path_ / name; }
    std::size_t size() const {
        return static_cast<std::size_t>(std::distance(fs::directory_iterator(path_), fs::directory_iterator()));
    }

  private:
    fs::path path_;
};

std::string contents_of(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST_CASE("a file has all its bytes and nothing lies beside it") {
    const folder f;
    std::string bytes("a\r\nb\0c\n", 7);
    bytes.append(100'000, 'x');
    write_file(f / "out.csv", bytes);
    CHECK(contents_of(f / "out.csv") == bytes);
    write_file(f / "out.csv", "new");
    CHECK(contents_of(f / "out.csv") == "new");
    write_file(f / "empty", "");
    CHECK(fs::file_size(f / "empty") == 0);
    CHECK(f.size() == 2);
}

TEST_CASE("a folder that is none, or does not exist, is named with the reason") {
    const folder f;
    write_file(f / "file", "x");
    // A folder without the right to write does not stop the superuser, a file in the place of a folder does.
    CHECK_THROWS_WITH(write_file(f / "file/out.csv", "x"),
                      "cannot write \"" + (f / "file/out.csv").string() + "\": Not a directory");
    CHECK_THROWS_WITH(write_file(f / "none/out.csv", "x"), ContainsSubstring("No such file or directory"));
    CHECK_THROWS_WITH(write_file(f / "", "x"), ContainsSubstring("it is a folder"));
    CHECK(f.size() == 1);
    try {
        write_file(f / "none/out.csv", "x");
    } catch (const file_error& e) {
        CHECK(e.file() == f / "none/out.csv");
    }
}

TEST_CASE("a full device is an error") {
    if (!fs::exists("/dev/full")) return;
    CHECK_THROWS_WITH(write_file("/dev/full", "x"), ContainsSubstring("No space left on device"));
    CHECK(fs::is_character_file("/dev/full"));
}

#if HAS_FILE_SIZE_LIMIT
TEST_CASE("what fails half-way leaves the old file and nothing beside it") {
    const folder f;
    write_file(f / "out.csv", "old");
    // A limit on the size of files stands for the full disk, which a test cannot have.
    rlimit before{};
    REQUIRE(getrlimit(RLIMIT_FSIZE, &before) == 0);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    rlimit small = before;
    small.rlim_cur = 10'000;
    REQUIRE(setrlimit(RLIMIT_FSIZE, &small) == 0);
    std::string message;
    try {
        write_file(f / "out.csv", std::string(100'000, 'x'));
    } catch (const file_error& e) {
        message = e.what();
    }
    setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, handler);
    CHECK(message == "cannot write \"" + (f / "out.csv").string() + "\": File too large");
    CHECK(contents_of(f / "out.csv") == "old");
    CHECK(f.size() == 1);
}
#endif

TEST_CASE("what another writer left beside is not touched") {
    const folder f;
    std::ofstream(f / "out.csv.part0") << "half";
    write_file(f / "out.csv", "whole");
    CHECK(contents_of(f / "out.csv") == "whole");
    CHECK(contents_of(f / "out.csv.part0") == "half");
    CHECK(f.size() == 2);
}

TEST_CASE("through a link the file it leads to is written") {
    const folder f;
    write_file(f / "real", "old");
    fs::create_symlink(f / "real", f / "link");
    write_file(f / "link", "new");
    CHECK(fs::is_symlink(f / "link"));
    CHECK(contents_of(f / "real") == "new");
    fs::create_symlink(f / "to come", f / "dangling");
    write_file(f / "dangling", "new");
    CHECK(contents_of(f / "to come") == "new");
    fs::create_symlink("there", f / "here");
    fs::create_symlink("here", f / "there");
    CHECK_THROWS_WITH(write_file(f / "here", "x"), ContainsSubstring("in a circle"));
}

TEST_CASE("through a relative link in another folder the file it leads to is written, and nothing else") {
    const folder f;
    fs::create_directory(f / "sub");
    write_file(f / "sub/real", "old");
    fs::permissions(f / "sub/real", fs::perms::owner_read | fs::perms::owner_write);
    fs::create_symlink("sub/real", f / "link");
    fs::create_symlink("link", f / "link to link");
    write_file(f / "link to link", "new");
    CHECK(fs::is_symlink(f / "link"));
    CHECK(fs::is_symlink(f / "link to link"));
    CHECK(contents_of(f / "sub/real") == "new");
    CHECK(fs::status(f / "sub/real").permissions() == (fs::perms::owner_read | fs::perms::owner_write));
    CHECK(f.size() == 3);
}

TEST_CASE("a file keeps its permissions when it is written anew") {
    const folder f;
    using fs::perms;
    for (const perms mode : {perms::owner_read | perms::owner_write, perms::owner_all, perms(0640), perms(0664),
                             perms(0755), perms(0200)}) {
        fs::remove(f / "out.csv");
        std::ofstream(f / "out.csv") << "old";
        fs::permissions(f / "out.csv", mode);
        write_file(f / "out.csv", "new");
        CHECK(fs::status(f / "out.csv").permissions() == mode);
        fs::permissions(f / "out.csv", perms::owner_read, fs::perm_options::add);
        CHECK(contents_of(f / "out.csv") == "new");
    }
    // A new file has those of any new file.
    std::ofstream(f / "other") << "x";
    write_file(f / "new", "x");
    CHECK(fs::status(f / "new").permissions() == fs::status(f / "other").permissions());
}

TEST_CASE("a read-only file is refused and stays, by its own name and through a link") {
    const folder f;
    for (const fs::perms mode : {fs::perms::owner_read, fs::perms(0444), fs::perms(0555), fs::perms::none}) {
        fs::remove(f / "out.csv");
        fs::remove(f / "link");
        std::ofstream(f / "out.csv") << "old";
        fs::create_symlink("out.csv", f / "link");
        fs::permissions(f / "out.csv", mode);
        CHECK_THROWS_WITH(write_file(f / "out.csv", "new"), "cannot write \"" + (f / "out.csv").string() +
                                                                "\": it is read-only; make it writable, or give "
                                                                "another name");
        CHECK_THROWS_WITH(write_file(f / "link", "new"), "cannot write \"" + (f / "link").string() +
                                                             "\": it is read-only; make it writable, or give "
                                                             "another name");
        CHECK(fs::status(f / "out.csv").permissions() == mode);
        CHECK(f.size() == 2);
        fs::permissions(f / "out.csv", fs::perms::owner_read, fs::perm_options::add);
        CHECK(contents_of(f / "out.csv") == "old");
    }
}

TEST_CASE("what cannot be put in its place is reported and removed") {
    const folder f;
    // A folder stands where the file should go, as if it had been made meanwhile.
    fs::create_directory(f / "out.csv");
    std::ofstream(f / "out.csv.part0") << "new";
    std::string message;
    try {
        headway::report::detail::put_in_place(f / "out.csv.part0", f / "out.csv", f / "link", "");
    } catch (const file_error& e) {
        message = e.what();
        CHECK(e.file() == f / "link");
    }
    CHECK_THAT(message, ContainsSubstring("cannot write \"" + (f / "link").string() + "\": Is a directory"));
    CHECK(fs::is_directory(f / "out.csv"));
    CHECK(f.size() == 1);
    // What is not whole is not put in its place.
    std::ofstream(f / "old") << "old";
    std::ofstream(f / "old.part0") << "ne";
    CHECK_THROWS_WITH(headway::report::detail::put_in_place(f / "old.part0", f / "old", f / "old", "the disk is full"),
                      ContainsSubstring("the disk is full"));
    CHECK(contents_of(f / "old") == "old");
    CHECK(f.size() == 2);
}

TEST_CASE("of several writers at once one's contents stay, whole, and a reader never sees a part") {
    const folder f;
    write_file(f / "out.csv", std::string(1000, 'a'));
    std::atomic<bool> is_done{false};
    std::atomic<int> parts{0};
    std::vector<std::thread> writers;
    for (int w = 0; w < 4; ++w) {
        writers.emplace_back([&f, w] {
            for (int i = 0; i < 30; ++i) {
                write_file(f / "out.csv",
                           std::string(1000 + 50'000 * static_cast<std::size_t>(w), static_cast<char>('a' + w)));
            }
        });
    }
    std::thread reader([&] {
        while (!is_done) {
            const std::string seen = contents_of(f / "out.csv");
            const bool whole = !seen.empty() &&
                               seen.size() == 1000 + 50'000 * static_cast<std::size_t>(seen[0] - 'a') &&
                               seen.find_first_not_of(seen[0]) == seen.npos;
            if (!whole) ++parts;
        }
    });
    for (auto& writer : writers) writer.join();
    is_done = true;
    reader.join();
    CHECK(parts == 0);
    CHECK(f.size() == 1);
}
