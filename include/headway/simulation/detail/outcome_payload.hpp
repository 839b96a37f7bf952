// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include <headway/simulation/detail/outcome_layout.hpp>
#include <headway/simulation/detail/sketch_payload.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// What a file tells of an outcome: all of it but the C++ type.
struct outcome_contents {
    run_identity identity;
    bool over_time = false;
    std::vector<date> dates;
    std::vector<output_label> labels;
    std::vector<draw_column> columns;
};

// ---- Writing ---------------------------------------------------------------------------------------------------------

template <class = void>
[[gnu::cold]] void write_sum(byte_writer& out, const exact_sum& sum);

/// Kept draws tell everything; the counts beside them make a file grow with what it announces. A streaming run has its
/// sums and its sketch.
template <class = void>
[[gnu::cold]] void write_column(byte_writer& out, const draw_column& c);

template <any_outcome Outcome>
[[nodiscard, gnu::cold]] std::string outcome_payload(const Outcome& outcome) {
    using layout = outcome_layout<Outcome>;
    const run_identity& run = layout::identity(outcome);
    if (run.condition != 0) {
        throw std::domain_error(
            "save: the outcome is the part of a run that meets a condition; save the run, load it, then ask given(...)");
    }
    byte_writer out;
    out.number(run.forecast);
    out.number(run.seed);
    out.number(static_cast<std::uint8_t>(run.method));
    out.number(run.draws);
    out.number(run.draws_per_replicate);
    out.number(static_cast<std::uint8_t>(run.keep));
    out.number(run.arithmetic.probe);
    out.number(static_cast<std::uint8_t>(run.arithmetic.may_fuse));
    out.number(static_cast<std::uint64_t>(run.covered.size()));
    for (const draw_range& range : run.covered) {
        out.number(range.first);
        out.number(range.last);
    }
    out.number(static_cast<std::uint8_t>(layout::over_time));
    const std::vector<date>& dates = layout::dates(outcome);
    out.number(static_cast<std::uint64_t>(dates.size()));
    for (const date& d : dates) out.number(d.seconds_since_1970());
    const auto labels = layout::labels();
    out.number(static_cast<std::uint32_t>(labels.size()));
    for (const auto& label : labels) {
        out.text(label.name);
        out.text(label.dimension);
    }
    layout::each_column(outcome, [&](const draw_column& c) { write_column(out, c); });
    return out.bytes();
}

// ---- Reading ---------------------------------------------------------------------------------------------------------

template <class = void>
[[nodiscard, gnu::cold]] exact_sum read_sum(byte_reader& in);

/// How many of the covered draws belong to a replicate.
template <class = void>
[[nodiscard]] std::uint64_t covered_draws(const run_identity& run, std::uint64_t replicate) noexcept;

template <class = void>
[[nodiscard, gnu::cold]] moments read_streamed_moments(byte_reader& in, std::uint64_t draws);

/// The least and greatest values counted are those of the moments.
template <class = void>
[[gnu::cold]] void require_ends(const byte_reader& in, const sketch_contents& sketch, const std::vector<moments>& replicates);

template <class = void>
[[nodiscard, gnu::cold]] draw_column read_streamed_column(byte_reader& in, const run_identity& run, std::uint64_t replicates,
                                                 double pivot);

/// Draws go through the sums again block by block as in the run, which gives its very bits.
template <class = void>
[[nodiscard, gnu::cold]] draw_column read_kept_column(byte_reader& in, const run_identity& run, std::uint64_t replicates,
                                             double pivot);

template <class = void>
[[nodiscard, gnu::cold]] run_identity read_identity(byte_reader& in);

template <class = void>
[[nodiscard, gnu::cold]] outcome_contents read_outcome_payload(std::string_view bytes, std::string_view file);

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/simulation/bodies/detail/outcome_payload.hpp>
#endif
