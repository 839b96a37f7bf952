// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include <headway/math/hash_combine.hpp>
#include <headway/sampling/sampling_plan.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// The draws [first, last).
struct draw_range {
    std::uint64_t first = 0;
    std::uint64_t last = 0;
    friend constexpr bool operator==(const draw_range&, const draw_range&) noexcept = default;
};

/// How a program rounds, on which the bits of a run depend besides what it computes.
struct arithmetic {
    /// A hash of what it makes of fixed numbers; see arithmetic_here.
    std::uint64_t probe = 0;
    /// It was compiled with HEADWAY_FUSED_ARITHMETIC: its model may fuse products and sums where the probe does not.
    bool may_fuse = false;
    friend constexpr bool operator==(const arithmetic&, const arithmetic&) noexcept = default;
};

/// What the arithmetic of `its` has that that of `other` has not, and what to do; nullptr for the same.
[[nodiscard]] constexpr const char* other_arithmetic(const arithmetic& its, const arithmetic& other) noexcept {
    if (its.may_fuse != other.may_fuse) {
        return its.may_fuse ? "by a program that may fuse products and sums (HEADWAY_FUSED_ARITHMETIC), so that its bits "
                              "are others; compile every program of a run with that macro or none"
                            : "by a program that does not fuse products and sums, as HEADWAY_FUSED_ARITHMETIC would let "
                              "it; compile every program of a run with that macro or none";
    }
    if (its.probe != other.probe) {
        return "with other arithmetic, so that its draws differ in their last bits; compile every program of a run with "
               "-ffp-contract=off and without flags that let the compiler rewrite sums and products";
    }
    return nullptr;
}

/// Which run an outcome belongs to, and which part of it: what merging needs to know.
struct run_identity {
    /// Of the forecast: input names, beliefs, correlations, outputs, dates, version, and the model by its results at fixed
    /// points.
    std::uint64_t forecast = 0;
    std::uint64_t seed = 0;
    headway::method method = headway::method::independent;
    std::uint64_t draws = 0;
    std::uint64_t draws_per_replicate = 0;
    bool keep = true;
    detail::arithmetic arithmetic;
    /// In order, not touching one another.
    std::vector<draw_range> covered;
    /// Of a part chosen by a condition, a hash of its draws; 0 for a plain run.
    std::uint64_t condition = 0;

    [[nodiscard]] bool same_run(const run_identity& other) const noexcept;
    friend bool operator==(const run_identity& a, const run_identity& b) noexcept {
        return a.same_run(b) && a.covered == b.covered;
    }
    [[nodiscard]] std::pair<std::uint64_t, std::uint64_t> draws_of_replicate(std::uint64_t replicate) const noexcept;
    void describe_condition(const std::vector<double>& chosen) noexcept;
};

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/outcome/bodies/run_identity.hpp>
#endif
