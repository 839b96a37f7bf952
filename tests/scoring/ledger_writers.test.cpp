// SPDX-License-Identifier: BSL-1.0
// Several writers of one ledger, writers that are killed, and disks that are full.
#include <headway/scoring/state.hpp>

#include "../catch.hpp"

#include <set>
#include <string>
#include <thread>
#include <vector>

#include <headway/scoring/ledger.hpp>
#include <headway/scoring/resolve.hpp>

#include "ledger_folder.hpp"

#if __has_include(<sys/wait.h>) && __has_include(<sys/resource.h>)
#include <csignal>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#define HAS_PROCESSES 1
#else
#define HAS_PROCESSES 0
#endif

using namespace headway;
using namespace ledger_test;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;

namespace {

statement said(const std::string& id) {
    return {.id = id, .said = 2025y / 1 / 1, .who = "us", .question = "Does it happen?", .due = 2026y / 1 / 1};
}
std::string id_of(int writer, int i) { return "writer " + std::to_string(writer) + ", " + std::to_string(i); }

}  // namespace

#if HAS_PROCESSES

TEST_CASE("two processes do not lose each other's lines, and of two answers to one statement one is refused") {
    const folder f;
    state(chance{0.5}, said("shared"), f.file());
    std::vector<pid_t> children;
    for (int writer = 0; writer < 4; ++writer) {
        const pid_t child = ::fork();
        REQUIRE(child >= 0);
        if (child == 0) {
            int refused = 0;
            try {
                for (int i = 0; i < 25; ++i) state(chance{0.5}, said(id_of(writer, i)), f.file());
                resolve("shared", 2025y / 2 / 1, true, f.file());
            } catch (const std::domain_error&) {
                refused = 1;
            } catch (...) {
                refused = 2;
            }
            ::_exit(refused);
        }
        children.push_back(child);
    }
    int refused = 0;
    for (const pid_t child : children) {
        int status = 0;
        REQUIRE(::waitpid(child, &status, 0) == child);
        REQUIRE(WIFEXITED(status));
        REQUIRE(WEXITSTATUS(status) < 2);
        refused += WEXITSTATUS(status);
    }
    CHECK(refused == 3);
    const ledger book(contents_of(f.file()));
    CHECK((book.size() == 101 && book.find("shared")->is_resolved()));
    for (int writer = 0; writer < 4; ++writer) {
        for (int i = 0; i < 25; ++i) CHECK(book.find(id_of(writer, i)) != nullptr);
    }
}

TEST_CASE("of several processes that state one id at a time, one does") {
    const folder f;
    int ends[2];
    REQUIRE(::pipe(ends) == 0);
    std::vector<pid_t> children;
    for (int writer = 0; writer < 4; ++writer) {
        const pid_t child = ::fork();
        REQUIRE(child >= 0);
        if (child == 0) {
            // All begin when the last end for writing is closed.
            (void)::close(ends[1]);
            char nothing = 0;
            (void)!::read(ends[0], &nothing, 1);
            for (int i = 0; i < 40; ++i) {
                try {
                    state(chance{0.5}, said(id_of(0, i)), f.file());
                } catch (const std::domain_error&) {
                } catch (...) {
                    ::_exit(1);
                }
            }
            ::_exit(0);
        }
        children.push_back(child);
    }
    (void)::close(ends[1]);
    (void)::close(ends[0]);
    for (const pid_t child : children) {
        int status = 0;
        REQUIRE(::waitpid(child, &status, 0) == child);
        CHECK((WIFEXITED(status) && WEXITSTATUS(status) == 0));
    }
    // An id that stands twice is a fault.
    CHECK(ledger(contents_of(f.file())).size() == 40);
}

TEST_CASE("what a killed process was told is written is there, and nothing is torn") {
    const folder f;
    for (int round = 0; round < 12; ++round) {
        int ends[2];
        REQUIRE(::pipe(ends) == 0);
        const pid_t child = ::fork();
        REQUIRE(child >= 0);
        if (child == 0) {
            for (int i = 0;; ++i) {
                state(chance{0.5}, said(id_of(round, i)), f.file());
                const char done = '.';
                if (::write(ends[1], &done, 1) != 1) ::_exit(1);
            }
        }
        (void)::close(ends[1]);
        // Killed at some moment after a few statements, another one each round.
        int told = 0;
        char done = 0;
        while (told < 3 + round && ::read(ends[0], &done, 1) == 1) ++told;
        ::usleep(static_cast<useconds_t>(70 * round));
        REQUIRE(::kill(child, SIGKILL) == 0);
        int status = 0;
        REQUIRE(::waitpid(child, &status, 0) == child);
        while (::read(ends[0], &done, 1) == 1) ++told;
        (void)::close(ends[0]);

        const ledger book(contents_of(f.file()), faulty_lines::skip);
        CHECK(book.faults().empty());
        for (int i = 0; i < told; ++i) CHECK(book.find(id_of(round, i)) != nullptr);
    }
    // The lock went with its holder.
    state(chance{0.5}, said("after"), f.file());
}

TEST_CASE("a full disk leaves the ledger as it was, to the last byte") {
    const folder f;
    state(chance{0.5}, said("a"), f.file());
    const auto before = contents_of(f.file());
    // A limit on the size of files stands for the full disk, which a test cannot have; in a process of its own.
    for (const std::size_t room : {std::size_t{0}, std::size_t{1}, std::size_t{20}}) {
        const pid_t child = ::fork();
        REQUIRE(child >= 0);
        if (child == 0) {
            (void)std::signal(SIGXFSZ, SIG_IGN);
            rlimit small{};
            small.rlim_cur = small.rlim_max = static_cast<rlim_t>(before.size() + room);
            if (::setrlimit(RLIMIT_FSIZE, &small) != 0) ::_exit(3);
            try {
                state(chance{0.5}, said("b"), f.file());
                ::_exit(2);
            } catch (const ledger_file_error& e) {
                const std::string what = e.what();
                ::_exit(what.find("cannot be added to; nothing was added") != what.npos ? 0 : 1);
            } catch (...) {
                ::_exit(4);
            }
        }
        int status = 0;
        REQUIRE(::waitpid(child, &status, 0) == child);
        REQUIRE(WIFEXITED(status));
        CHECK(WEXITSTATUS(status) == 0);
        CHECK(contents_of(f.file()) == before);
    }
    state(chance{0.5}, said("b"), f.file());
    CHECK(ledger(contents_of(f.file())).size() == 2);
}

#endif

TEST_CASE("a full device is told in the system's words") {
    if (!std::filesystem::exists("/dev/full")) return;
    CHECK_THROWS_WITH(state(chance{0.5}, said("a"), "/dev/full"),
                      "ledger \"/dev/full\": cannot be added to; nothing was added: No space left on device");
    CHECK(std::filesystem::is_character_file("/dev/full"));
}

TEST_CASE("threads of one process do not lose each other's lines") {
    const folder f;
    std::vector<std::thread> writers;
    for (int writer = 0; writer < 4; ++writer) {
        writers.emplace_back([&f, writer] {
            for (int i = 0; i < 20; ++i) state(chance{0.5}, said(id_of(writer, i)), f.file());
        });
    }
    for (auto& writer : writers) writer.join();
    CHECK(ledger(contents_of(f.file())).size() == 80);
}

TEST_CASE("who replaces the file while another waits for it gets the line in the new one") {
    const folder f;
    state(chance{0.5}, said("a"), f.file());
    std::filesystem::copy_file(f.file(), f.file() + ".edited");
    std::filesystem::rename(f.file() + ".edited", f.file());
    state(chance{0.5}, said("b"), f.file());
    CHECK(ledger(contents_of(f.file())).size() == 2);
    std::filesystem::create_symlink(f.file(), f.file() + ".link");
    state(chance{0.5}, said("c"), f.file() + ".link");
    CHECK(ledger(contents_of(f.file())).size() == 3);
}
