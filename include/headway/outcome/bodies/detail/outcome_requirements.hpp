// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/outcome/detail/outcome_requirements.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
void require_interval_level(const char* function, double level) {
    if (!(level > 0.0 && level < 1.0)) {
        value_breaks_a_rule(function, "level", "must be between 0 and 1 (0.95 for a 95 % interval)", level);
    }
}
HEADWAY_INSTANTIATE(void require_interval_level<>(const char* function, double level));

template <class>
void require_quantile_probability(const char* function, double p) {
    if (!(p >= 0.0 && p <= 1.0)) value_breaks_a_rule(function, "probability", "must be between 0 and 1", p);
}
HEADWAY_INSTANTIATE(void require_quantile_probability<>(const char* function, double p));

template <class>
void require_drawn(const char* function, std::uint64_t draws, std::uint64_t least) {
    if (draws >= least) return;
    if (draws == 0) {
        throw std::domain_error(std::string(function) +
                                ": the outcome has no draws; merge the shards of the run first");
    }
    throw std::domain_error(std::string(function) + ": needs at least " + std::to_string(least) + " draws, has " +
                            std::to_string(draws) + "; draw more");
}
HEADWAY_INSTANTIATE(void require_drawn<>(const char* function, std::uint64_t draws, std::uint64_t least));

}  // namespace headway::detail

#include <headway/header_end.hpp>
