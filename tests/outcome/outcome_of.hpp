// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/outcome/outcome.hpp>

#include <limits>
#include <memory>
#include <vector>

// Outcomes of chosen draws, whose statistics are known in closed form.

// Apart, because GCC holds parameters of this name in what it instantiates to shadow a global one.
inline namespace chosen_draws {
inline constexpr double never = std::numeric_limits<double>::infinity();
}

/// An outcome with these draws, in base units.
template <class T = double>
headway::outcome<T> outcome_of(const std::vector<double>& draws) {
    namespace hw = headway::detail;
    auto identity = std::make_shared<hw::run_identity>();
    identity->draws = identity->draws_per_replicate = draws.size();
    if (!draws.empty()) identity->covered.push_back({0, draws.size()});
    hw::draw_column column(0.0, 1, true);
    double* const kept = column.keep_range(0, draws.size());
    for (std::size_t i = 0; i < draws.size(); ++i) kept[i] = draws[i];
    for (std::size_t i = 0; i < draws.size(); i += 64) {
        column.add_block(draws.data() + i, static_cast<int>(std::min<std::size_t>(64, draws.size() - i)), 0);
    }
    return headway::outcome<T>(std::move(identity), std::move(column));
}
