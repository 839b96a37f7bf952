// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/process/process_record.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
std::uint64_t fingerprint_of_process(const process_record& p) {
    std::uint64_t hash = hash_combine(static_cast<std::uint64_t>(p.kind), std::uint64_t{p.in_logs ? 1U : 0U});
    const double numbers[] = {p.start,
                              p.first,
                              p.step,
                              p.drift,
                              p.volatility,
                              p.long_run,
                              p.reversion,
                              p.jump_rate,
                              p.jump_mean,
                              p.jump_spread,
                              p.other_drift,
                              p.other_volatility,
                              p.leave_first,
                              p.leave_other,
                              p.increment_span,
                              p.bend,
                              p.slope,
                              p.autocorrelation,
                              p.driver_correlation};
    for (const double x : numbers) hash = hash_combine(hash, x + 0.0);
    hash = hash_combine(hash, static_cast<std::uint64_t>(p.increments));
    hash = hash_combine(hash, p.driver_hash);
    for (int year = 0; year < p.yearly.count; ++year) {
        const double levels[] = {0.01, 0.25, 0.5, 0.8, 0.99};
        for (const double level : levels)
            hash = hash_combine(hash, p.yearly.quantile(p.yearly.beliefs, year, level) + 0.0);
    }
    return hash;
}
HEADWAY_INSTANTIATE(std::uint64_t fingerprint_of_process<>(const process_record& p));

}  // namespace headway::detail

#include <headway/header_end.hpp>
