// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/scenario/scenario_grid.hpp>

#include <headway/header_begin.hpp>

namespace headway {

template <class>
std::vector<any_scenario> grid_scenarios(const std::vector<grid_axis>& axes) {
    const auto refuse = [](const std::string& why) { throw std::domain_error("grid: " + why); };
    if (axes.empty()) refuse("no axes given; give at least one");
    std::size_t combinations = 1;
    std::string sizes;
    for (std::size_t a = 0; a < axes.size(); ++a) {
        const auto& levels = axes[a].levels;
        if (levels.empty()) refuse("the axis '" + axes[a].input + "' has no levels; give at least one");
        for (std::size_t b = 0; b < a; ++b) {
            if (axes[a].input == axes[b].input) refuse("two axes are of '" + axes[a].input + "'; keep one");
        }
        for (std::size_t i = 0; i < levels.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                if (levels[i].label == levels[j].label) {
                    refuse("the axis '" + axes[a].input + "' has two levels labelled '" + levels[i].label +
                           "'; label them apart");
                }
            }
        }
        sizes += (a == 0 ? "" : " x ") + std::to_string(levels.size());
        // One more than enough, so that the product cannot overflow.
        combinations =
            std::min(combinations * std::min(levels.size(), most_grid_combinations + 1), most_grid_combinations + 1);
    }
    if (combinations > most_grid_combinations) {
        refuse(sizes + " levels make more than " + std::to_string(most_grid_combinations) +
               " combinations; take fewer levels or axes");
    }

    std::vector<any_scenario> all;
    for (std::size_t i = 0; i < combinations; ++i) {
        std::string name;
        override_list overrides;
        std::size_t repeats = combinations;
        for (const grid_axis& a : axes) {
            repeats /= a.levels.size();
            const grid_axis::level& level = a.levels[i / repeats % a.levels.size()];
            name += (name.empty() ? "" : ", ") + a.input + " = " + level.label;
            overrides.set(a.input, level.belief);
        }
        all.emplace_back(std::move(name), std::move(overrides));
    }
    return all;
}
HEADWAY_INSTANTIATE(std::vector<any_scenario> grid_scenarios<>(const std::vector<grid_axis>& axes));

}  // namespace headway

#include <headway/header_end.hpp>
