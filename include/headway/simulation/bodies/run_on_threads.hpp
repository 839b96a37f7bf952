// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/simulation/run_on_threads.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
void run_on_threads(unsigned threads, std::uint64_t first, std::uint64_t last,
                    function_ref<void(unsigned thread, std::uint64_t first, std::uint64_t last)> work) {
    std::vector<std::exception_ptr> failures(threads);
    const auto part = [&](unsigned t) {
        const std::uint64_t size = last - first;
        const auto share = [&](std::uint64_t i) { return first + size / threads * i + size % threads * i / threads; };
        try {
            work(t, share(t), share(t + 1));
        } catch (...) {
            failures[t] = std::current_exception();
        }
    };
    std::vector<std::thread> others;
    others.reserve(threads - 1);
    for (unsigned t = 1; t < threads; ++t) {
        try {
            others.emplace_back(part, t);
        } catch (const std::system_error&) {
            part(t);  // no more threads to be had: this one does it
        }
    }
    part(0);
    for (auto& thread : others) thread.join();
    for (const auto& failure : failures) {
        if (failure) std::rethrow_exception(failure);
    }
}
HEADWAY_INSTANTIATE(void run_on_threads<>(unsigned threads, std::uint64_t first, std::uint64_t last,
                    function_ref<void(unsigned thread, std::uint64_t first, std::uint64_t last)> work));

}  // namespace headway::detail

#include <headway/header_end.hpp>
