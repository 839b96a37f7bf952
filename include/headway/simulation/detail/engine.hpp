// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <atomic>
#include <exception>
#include <iterator>
#include <limits>
#include <memory>
#include <mutex>
#include <new>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include <headway/forecast/model_error.hpp>
#include <headway/outcome/block_source.hpp>
#include <headway/simulation/detail/arithmetic.hpp>
#include <headway/outcome/pilot.hpp>
#include <headway/simulation/progress.hpp>
#include <headway/simulation/run_on_threads.hpp>
#include <headway/simulation/simulation_options.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class = void>
void require_options(const simulation& options);

/// Where the draws [first, last) of each column are to be written. All or none.
template <class = void>
std::vector<double*> room_to_keep(std::vector<draw_column>& columns, std::uint64_t first, std::uint64_t last);

/// What is there of a run, whole or up to a smaller number of draws.
struct draws_so_far {
    std::vector<draw_column> columns;
    /// How a streaming run counts.
    std::vector<counting_plan> plans;
    /// How many blocks of each replicate, from its start; none for a run that begins.
    std::uint64_t blocks_each = 0;
    std::uint64_t draws_each = 0;
};

/// The blocks that a run evaluates, in pieces of at most a segment that threads take: a run that begins all of them, one
/// that goes on in every replicate those that come after its first `done`.
class block_pieces {
  public:
    constexpr block_pieces(const sampling_plan& draws, std::uint64_t done) noexcept
        : blocks_(draws.blocks()), done_(done), each_(done == 0 ? blocks_ : blocks_each(draws)),
          pieces_((each_ - done - 1) / sampling_plan::blocks_per_segment + 1) {}

    [[nodiscard]] static constexpr std::uint64_t blocks_each(const sampling_plan& draws) noexcept {
        return draws.replicates() > 1 ? draws.draws_per_replicate() / sampling_plan::block_size : draws.blocks();
    }
    [[nodiscard]] constexpr std::uint64_t size() const noexcept { return ((blocks_ - 1) / each_ + 1) * pieces_; }
    [[nodiscard]] constexpr std::uint64_t begin_of(std::uint64_t piece) const noexcept {
        return piece / pieces_ * each_ + done_ + piece % pieces_ * sampling_plan::blocks_per_segment;
    }
    [[nodiscard]] constexpr std::uint64_t end_of(std::uint64_t piece) const noexcept {
        const std::uint64_t end = begin_of(piece) + sampling_plan::blocks_per_segment;
        return std::min(std::min(end, blocks_), (piece / pieces_ + 1) * each_);
    }

  private:
    std::uint64_t blocks_;
    std::uint64_t done_;
    std::uint64_t each_;
    std::uint64_t pieces_;
};

/// Hands out the pieces [first, last) of a run in order, in shares that become smaller towards the end: no thread waits long
/// for one that began late or that another program held up. What a run makes does not depend on who has which.
class shared_pieces {
  public:
    shared_pieces(std::uint64_t first, std::uint64_t last, unsigned threads) noexcept
        : next_(first), last_(last), threads_(threads) {}

    struct share {
        std::uint64_t first;
        std::uint64_t last;
    };
    /// Empty when all are handed out.
    [[nodiscard]] share take() noexcept;

  private:
    std::atomic<std::uint64_t> next_;
    std::uint64_t last_;
    std::uint64_t threads_;
};

/// The statistics of every output column of a run, or of its shard, or of a run of which some draws are there already.
template <class = void>
void run_blocks(draws_so_far& run, const block_source& evaluation, const sampling_plan& draws, const simulation& options,
                std::uint64_t first_piece, std::uint64_t last_piece, progress_ref progress);

/// A run's identity and its columns.
struct finished_run {
    std::shared_ptr<const run_identity> identity;
    std::vector<draw_column> columns;
};

/// What merging needs to know of a run and, in `covered`, of which part of it.
template <class = void>
[[nodiscard]] std::shared_ptr<const run_identity> identity_of(std::uint64_t fingerprint, const sampling_plan& draws,
                                                              const simulation& options, const draw_range& covered);

/// Runs what is asked for, in whole or in part. All that is not of one forecast's types.
template <class = void>
[[nodiscard]] finished_run run_simulation(const block_source& evaluation, const simulation& options,
                                          progress_ref progress);

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/simulation/bodies/detail/engine.hpp>
#endif
