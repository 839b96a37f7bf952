// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <vector>

#include <headway/math/check.hpp>
#include <headway/math/elementary.hpp>
#include <headway/math/error_function.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// A small probability, estimated by draws near the event that are weighted back; see `rare_probability`.
struct rare_estimate {
    /// 0 where no draw met the condition: that is no estimate, see `upper_bound`.
    double probability = 0.0;
    /// One standard deviation of the simulation's own error, from the spread of the draws.
    double standard_error = 0.0;
    /// How often the model was evaluated, in search of the event and for the estimate.
    std::uint64_t evaluations = 0;
    /// What the estimate is made of: fresh draws after the search.
    std::uint64_t draws = 0;
    /// Of these draws, those that meet the condition.
    std::uint64_t hits = 0;
    /// As many hits of equal weight would tell as much: (sum of w)^2 / sum of w^2 over the hits (Kish).
    double effective_sample_size = 0.0;
    /// No draw's weight is above this; 1 for plain draws.
    double weight_limit = 1.0;
    /// What the search made of it, to 20 or 50 %; where the event was not reached, how improbable the nearest were.
    double pilot_probability = 0.0;
    /// Whether the search came to the event.
    bool pilot_reached = false;

    /// The standard error in units of the probability. \throws std::domain_error without a hit.
    [[nodiscard]] double relative_error() const;
    static constexpr double least_effective = 50.0;
    /// At least 50 effective hits, and no contradiction by a factor of 5 to what the search found: then the standard error is
    /// one to rely on.
    [[nodiscard]] bool is_reliable() const noexcept;
    /// What the probability is below, with this confidence: the estimate and as many standard errors as a normal error asks
    /// for; for no hit in n draws of weights up to w, -w log(1 - level) / n (the "rule of three").
    /// \throws std::domain_error for a level outside (0, 1).
    [[nodiscard]] double upper_bound(double level) const;
    /// "1.02e-06, standard error 1.4e-08 (100000 evaluations, effective sample size 39912)", with a warning where `is_reliable`
    /// says no; of a run without a hit what it excludes: "no hit in 55744 draws: below 5.41e-05 with 95 % confidence (...)".
    [[nodiscard, gnu::cold]] std::string in_words() const;

    friend constexpr bool operator==(const rare_estimate&, const rare_estimate&) noexcept = default;
};

namespace detail {

/// From the logarithms of the hits' weights, of so many draws.
template <class = void>
[[nodiscard]] rare_estimate rare_estimate_from(const std::vector<double>& log_weights, std::uint64_t draws);

template <class = void>
[[nodiscard, gnu::cold]] std::string rare_estimate_text(const rare_estimate& r);

}  // namespace detail

inline std::string rare_estimate::in_words() const { return detail::rare_estimate_text(*this); }

}  // namespace headway

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/simulation/bodies/rare_estimate.hpp>
#endif
