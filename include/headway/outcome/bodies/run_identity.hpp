// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/outcome/run_identity.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

HEADWAY_OUT_OF_LINE bool run_identity::same_run(const run_identity& other) const noexcept {
    return forecast == other.forecast && seed == other.seed && method == other.method && draws == other.draws &&
           draws_per_replicate == other.draws_per_replicate && keep == other.keep && arithmetic == other.arithmetic &&
           condition == other.condition;
}

HEADWAY_OUT_OF_LINE std::pair<std::uint64_t, std::uint64_t>
run_identity::draws_of_replicate(std::uint64_t replicate) const noexcept {
    const std::uint64_t first = replicate * draws_per_replicate;
    const std::uint64_t last = first + draws_per_replicate;
    return {first, last < draws ? last : draws};
}

HEADWAY_OUT_OF_LINE void run_identity::describe_condition(const std::vector<double>& chosen) noexcept {
    condition = hash_combine(condition, static_cast<std::uint64_t>(chosen.size()));
    for (const double x : chosen) condition = hash_combine(condition, x);
}

}  // namespace headway::detail

#include <headway/header_end.hpp>
