// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/sensitivity/detail/saltelli_samples.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
void require_confidence_level(const char* function, double level) {
    if (!(level > 0.0 && level < 1.0)) value_breaks_a_rule(function, "level", "must be above 0 and below 1", level);
}
HEADWAY_INSTANTIATE(void require_confidence_level<>(const char* function, double level));

template <class>
unsigned threads_for(unsigned asked, std::size_t parts) {
    const unsigned wanted = asked != 0 ? asked : std::max(1U, std::thread::hardware_concurrency());
    return parts < wanted ? static_cast<unsigned>(parts) : wanted;
}
HEADWAY_INSTANTIATE(unsigned threads_for<>(unsigned asked, std::size_t parts));

template <class V>
basic_saltelli_samples<V>::reader::reader(const basic_saltelli_samples& draws, const assumption_record* inputs,
                                          std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
        const std::uint64_t name = hash_of(inputs[i].name);
        first_.push_back(draws.source_.read(i, name));
        second_.push_back(draws.source_.read(count + i, hash_combine(name, std::uint64_t{2})));
    }
}

template <class V>
unsigned basic_saltelli_samples<V>::valid_replicates(const char* function, unsigned replicates) {
    if (replicates < 2) {
        value_breaks_a_rule(function, "replicates", "must be at least 2, for their spread is the error",
                            replicates);
    }
    return replicates;
}

template <class V>
std::uint64_t basic_saltelli_samples<V>::valid_draws(const char* function, std::uint64_t draws) {
    if (draws < 1 || draws > sampling_plan::max_draws / 2) {
        throw std::domain_error(std::string(function) + ": draws must be between 1 and 2^51, got " +
                                std::to_string(draws));
    }
    return draws;
}

template <class V>
void basic_block_result<V>::evaluate(std::uint64_t block, double central, double* out, bool base) {
    parts_.begin(base);
    const double* const values = worker_.result_of_drawn(block, place_);
    bool all_happen = true;
    for (int k = 0; k < batch::size; ++k) {
        all_happen = all_happen && values[k] < no_limit;
        out[k] = values[k] - central;
    }
    if (!all_happen) never_has_no_variance(function_);
}

HEADWAY_INSTANTIATE(class basic_saltelli_samples<>);

HEADWAY_INSTANTIATE(class basic_block_result<>);

}  // namespace headway::detail

#include <headway/header_end.hpp>
