// SPDX-License-Identifier: BSL-1.0
#include "model.hpp"

headway::outcome<money> first_shard() { return headway::simulate(model::later, {.draws = 2000, .shard = {0, 2}}); }
