// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <vector>

#include <headway/header_begin.hpp>

namespace headway {

/// How many of a crew a stage needs for as long as it runs.
struct crew_demand {
    std::string stage;
    int count = 1;
};

/// What several stages of a project share and there are only so many of: people, cranes, test benches. A renewable resource
/// in the words of scheduling: `crew{"installers", 3, {{"tools A", 2}, {"tools B", 2}}}`. A stage that is not listed needs none
/// of them, and neither does one that takes no time.
struct crew {
    std::string name;
    /// How many there are, 1 or more.
    int size = 1;
    std::vector<crew_demand> demands;
};

/// Which stage takes its place first when crews are short, see `basic_project_network::levelled`; of equals the one listed
/// first. Where durations are uncertain each draw has an order of its own under the rules that look at them.
/// Source: Kolisch & Hartmann (1999), Heuristic algorithms for the resource-constrained project scheduling problem.
enum class priority_rule {
    as_listed,              ///< in the order in which the stages were given
    longest_first,          ///< by duration (LPT)
    most_successors_first,  ///< by the number of stages that wait for it, directly or not (MTS)
    soonest_due_first,      ///< by the latest finish that keeps the project, were crews without limit, in time (LFT)
};

}  // namespace headway

#include <headway/header_end.hpp>
