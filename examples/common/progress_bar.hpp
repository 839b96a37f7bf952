// SPDX-License-Identifier: BSL-1.0
// A progress bar on a terminal, and nothing elsewhere.
#pragma once

#include <cstdint>
#include <cstdio>
#include <string>

#if __has_include(<unistd.h>)
#include <unistd.h>
#endif

/// Drawn on standard error while runs of simulations go on, if both it and standard output are terminals; erased at the
/// end, so that it leaves nothing between the answers.
class progress_bar {
  public:
    explicit progress_bar(int runs) : runs_(runs) {}
    progress_bar(const progress_bar&) = delete;
    progress_bar& operator=(const progress_bar&) = delete;
    ~progress_bar() {
        if (shown_ >= 0) std::fputs("\r\033[K", stderr);
    }

    /// What the next run tells its progress to: `simulate(f, options, bar.next("costs"))`.
    [[nodiscard]] auto next(const std::string& what) {
        const int run = run_++;
        return [this, run, what](std::uint64_t done, std::uint64_t all) {
            const double share = (run + static_cast<double>(done) / static_cast<double>(all)) / runs_;
            show(static_cast<int>(share * width), what);
        };
    }

  private:
    static constexpr int width = 40;

    void show(int filled, const std::string& what) {
        if (!is_terminal_ || filled == shown_) return;
        shown_ = filled;
        const std::string full(static_cast<std::size_t>(filled), '#');
        const std::string empty(static_cast<std::size_t>(width - filled), '.');
        std::fprintf(stderr, "\r\033[K[%s%s] %s", full.c_str(), empty.c_str(), what.c_str());
        std::fflush(stderr);
    }
    static bool on_a_terminal() {
#if __has_include(<unistd.h>)
        return isatty(STDOUT_FILENO) == 1 && isatty(STDERR_FILENO) == 1;
#else
        return false;
#endif
    }

    int runs_;
    int run_ = 0;
    int shown_ = -1;
    bool is_terminal_ = on_a_terminal();
};
