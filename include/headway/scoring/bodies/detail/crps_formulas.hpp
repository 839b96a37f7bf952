// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/scoring/detail/crps_formulas.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
std::vector<share_at> values_and_shares(const component_list& parts) {
    std::vector<share_at> all;
    for (const weighted_component& c : parts) {
        if (c.part.shape == belief_shape::empirical) {
            const double share = c.share / static_cast<double>(c.part.data_size);
            for (std::size_t i = 0; i < c.part.data_size; ++i) all.push_back({c.part.observation(i), share});
        } else if (c.part.shape == belief_shape::bernoulli) {
            all.push_back({0.0, c.share * (1.0 - c.part.parameter[0])});
            all.push_back({1.0, c.share * c.part.parameter[0]});
        } else if (is_count(c.part.shape)) {
            if (!(c.share > 0.0)) continue;
            for_each_count(c.part, [&](double k, double share) { all.push_back({k, c.share * share}); });
        } else {
            all.push_back({c.part.parameter[0], c.share});
        }
    }
    sort_stably(all, [](const share_at& a, const share_at& b) { return a.x < b.x; });
    return all;
}
HEADWAY_INSTANTIATE(std::vector<share_at> values_and_shares<>(const component_list& parts));

template <class>
std::vector<split_probability> probability_breaks(const component_list& parts, double y) {
    std::vector<split_probability> breaks = {{0.0, 1.0}, {0.5, 0.5}, {1.0, 0.0}};
    const auto add = [&](double x) {
        if (!is_finite(x)) return;
        const split_probability at = probability_of(parts, x);
        const double mass = mass_of(parts, x);
        breaks.push_back(at);
        if (mass > 0.0) breaks.push_back({clamped(at.lower - mass, 0.0, 1.0), clamped(at.upper + mass, 0.0, 1.0)});
    };
    add(y);
    for (const weighted_component& c : parts) {
        if (!(c.share > 0.0)) continue;
        add(c.part.lo);
        add(c.part.hi);
        if (c.part.shape == belief_shape::triangular) add(c.part.parameter[1]);
        for (std::size_t i = 0; i < c.part.data_size; ++i) add(c.part.observation(i));
        if (is_count(c.part.shape)) for_each_count(c.part, [&](double k, double) { add(k); });
    }
    std::sort(breaks.begin(), breaks.end(), [](split_probability a, split_probability b) {
        return a.lower < b.lower || (a.lower == b.lower && a.upper > b.upper);
    });
    return breaks;
}
HEADWAY_INSTANTIATE(std::vector<split_probability> probability_breaks<>(const component_list& parts, double y));

}  // namespace headway::detail

#include <headway/header_end.hpp>
