// SPDX-License-Identifier: BSL-1.0
#include "model.hpp"

headway::outcome<money> second_shard() { return headway::simulate(model::later, {.draws = 2000, .shard = {1, 2}}); }
headway::assumption_file faulty_assumptions() { return headway::assumption_file("cost = 1\ncost = 2\n"); }
