// SPDX-License-Identifier: BSL-1.0
// What reading an outcome file costs in memory, whatever the file says.
#include <headway/simulation/outcome_file.hpp>

#include "catch.hpp"

#include <cstdlib>
#include <new>

namespace {

// Of this thread alone: others of this program go on without being counted.
thread_local std::ptrdiff_t held = 0;
thread_local std::ptrdiff_t most_held = 0;

void* counted(std::size_t size) {
    auto* const block = static_cast<std::size_t*>(std::malloc(size + 16));
    if (block == nullptr) throw std::bad_alloc();
    *block = size;
    held += static_cast<std::ptrdiff_t>(size);
    most_held = held > most_held ? held : most_held;
    return block + 2;
}
void uncounted(void* block) noexcept {
    if (block == nullptr) return;
    held -= static_cast<std::ptrdiff_t>(static_cast<std::size_t*>(block)[-2]);
    std::free(static_cast<std::size_t*>(block) - 2);
}

}  // namespace

// Memory that cannot be had is to be refused by these, as without a sanitizer, not to end the program.
extern "C" const char* __asan_default_options() { return "allocator_may_return_null=1"; }

void* operator new(std::size_t size) { return counted(size); }
void* operator new[](std::size_t size) { return counted(size); }
// A sanitizer's own would not call those above.
void* operator new(std::size_t size, const std::nothrow_t&) noexcept try { return counted(size); } catch (...) {
    return nullptr;
}
void* operator new[](std::size_t size, const std::nothrow_t&) noexcept try { return counted(size); } catch (...) {
    return nullptr;
}
void operator delete(void* block) noexcept { uncounted(block); }
void operator delete[](void* block) noexcept { uncounted(block); }
void operator delete(void* block, std::size_t) noexcept { uncounted(block); }
void operator delete[](void* block, std::size_t) noexcept { uncounted(block); }

namespace {

namespace hw = headway;
using hw::detail::counting_plan;

/// The file of a fan whose every output has these draws, counted as the plan says, and how many bytes reading it holds at
/// most for each of its own.
double memory_per_byte(const std::vector<double>& draws, const counting_plan& plan, std::size_t dates) {
    auto identity = std::make_shared<hw::detail::run_identity>();
    // As of a long run, of which only few draws are here: what a file could pretend.
    identity->draws = identity->draws_per_replicate = 1ULL << 40U;
    if (plan.how == counting_plan::form::few) identity->draws = identity->draws_per_replicate = draws.size();
    identity->keep = false;
    identity->covered.push_back({0, draws.size()});
    std::vector<hw::outcome<double>> outcomes;
    std::vector<hw::date> when;
    for (std::size_t d = 0; d < dates; ++d) {
        hw::detail::draw_column column(0.0, 1, false);
        column.plan_counts(plan);
        for (std::size_t i = 0; i < draws.size(); i += 64) (void)column.add_block(draws.data() + i, 64, 0);
        outcomes.emplace_back(identity, std::move(column));
        when.push_back(hw::date::from_seconds_since_1970(static_cast<double>(d)));
    }
    const std::string bytes = hw::outcome_bytes(hw::fan<hw::outcome<double>>(when, std::move(outcomes)));
    const std::ptrdiff_t before = held;
    most_held = held;
    const auto read = hw::outcome_from_bytes<hw::fan<hw::outcome<double>>>(bytes, "crafted");
    REQUIRE(read.size() == dates);
    return static_cast<double>(most_held - before) / static_cast<double>(bytes.size());
}

}  // namespace

TEST_CASE("reading a file takes a small multiple of its bytes, whatever they are") {
    std::vector<double> draws(64, 1.1);
    const auto expected = std::make_shared<const std::vector<double>>(std::vector<double>{2.2, 2.3});
    for (const auto form : {counting_plan::form::few, counting_plan::form::distinct, counting_plan::form::binned}) {
        CHECK(memory_per_byte(draws, {form, {}}, 300) < 16.0);
        CHECK(memory_per_byte(draws, {form, expected}, 300) < 16.0);
    }
    // A bin for each of many exponents.
    draws.resize(1920);
    for (std::size_t i = 0; i < draws.size(); ++i) draws[i] = std::exp2(static_cast<double>(i) - 960.0) * 1.1;
    for (const auto form : {counting_plan::form::few, counting_plan::form::distinct, counting_plan::form::binned}) {
        const double times = memory_per_byte(draws, {form, {}}, 100);
        INFO("times " << times);
        CHECK(times < 16.0);
    }
}
