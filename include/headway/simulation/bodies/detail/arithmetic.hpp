// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/simulation/detail/arithmetic.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
std::uint64_t probe_of_arithmetic() {
    batch u;
    for (int i = 0; i < batch::size; ++i) u.lane[i] = (static_cast<double>(i) + 0.5) / batch::size;
    batch a;
    batch b;
    belief_sampler(normal(0.1, 0.7)).draw_block<batch::size>(u.lane, a.lane);
    belief_sampler(lognormal(3.0, 1.7)).draw_block<batch::size>(u.lane, b.lane);
    std::uint64_t hash = 0;
    for (const batch& made : {a, b, a * b - u * a, a * b - a * b}) hash = hash_combine(hash, fingerprint_of_block(made.lane));
    // Draw by draw, as a model that branches is run.
    for (int i = 0; i < batch::size; ++i) {
        hash = hash_combine(hash, fingerprint_bits(a.lane[i] * b.lane[i] - u.lane[i] * a.lane[i]));
    }
    return hash;
}
HEADWAY_INSTANTIATE(std::uint64_t probe_of_arithmetic<>());

template <class>
arithmetic arithmetic_here() {
    static const std::uint64_t probe = probe_of_arithmetic();
    return {probe, arithmetic_may_fuse};
}
HEADWAY_INSTANTIATE(arithmetic arithmetic_here<>());

}  // namespace headway::detail

#include <headway/header_end.hpp>
