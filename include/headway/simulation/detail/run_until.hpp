// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <stdexcept>
#include <utility>
#include <vector>

#include <headway/simulation/detail/engine.hpp>
#include <headway/simulation/detail/error_targets.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// The numbers of draws at which a run looks whether it knows enough: doubled from one to the next, and in whole powers of
/// two in each scrambling of Sobol' points. They follow from the options alone.
class until_steps {
  public:
    /// So many at least, for a standard error to be judged by.
    static constexpr std::uint64_t first_draws = 4096;

    constexpr explicit until_steps(const simulation& options) noexcept
        : most_(options.draws.most()), by_replicate_(options.method == method::sobol) {
        std::uint64_t first = first_draws;
        if (by_replicate_ && options.replicates > 0) {
            std::uint64_t each = sampling_plan::block_size;
            while (each * options.replicates < first_draws) each *= 2;
            first = each * options.replicates;
        }
        draws_ = std::min(first, most_);
    }
    [[nodiscard]] constexpr std::uint64_t draws() const noexcept { return draws_; }
    /// False where there is no further one.
    constexpr bool advance() noexcept {
        if (draws_ >= most_ || (by_replicate_ && draws_ > most_ / 2)) return false;
        draws_ = draws_ > most_ / 2 ? most_ : 2 * draws_;
        return true;
    }

  private:
    std::uint64_t most_;
    bool by_replicate_;
    std::uint64_t draws_;
};

/// Whether the draws of the shorter run are among those of the longer, at the start of each replicate, and counted alike.
[[nodiscard]] inline bool goes_on_from(const sampling_plan& shorter, const sampling_plan& longer, bool keep) noexcept {
    if (longer.method() == method::latin_hypercube) return false;  // whose strata are as many as the draws
    if (shorter.draws() % sampling_plan::block_size != 0 || shorter.replicates() != longer.replicates()) return false;
    if (keep || longer.draws() <= counting_plan::most_few) return true;
    return shorter.draws() > counting_plan::most_few && block_pieces::blocks_each(shorter) >= pilot::blocks;
}

template <class = void>
[[nodiscard]] bool knows_enough(const std::shared_ptr<const run_identity>& identity,
                                const std::vector<draw_column>& columns, const error_targets& targets, kinds_view outputs);

/// Runs until every error that is asked is reached, or as many draws as are allowed are taken. The bits are those of a plain
/// run of so many draws.
template <class = void>
[[nodiscard]] finished_run run_until(const block_source& evaluation, kinds_view outputs,
                                     const simulation& options, progress_ref progress);

/// \throws std::domain_error, before any work, for a run that cannot wait for what it is asked.
template <class = void>
[[gnu::cold]] void require_until(kinds_view outputs, const simulation& options);

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/simulation/bodies/detail/run_until.hpp>
#endif
