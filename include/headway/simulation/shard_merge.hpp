// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include <headway/outcome/merge.hpp>
#include <headway/simulation/outcome_file.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// The parts of one run as they come from outcome files, in any order: checks each against those before it, names the
/// files that do not belong together, knows which draws are missing, and merges. With all parts the merged outcome has
/// the very bits of the whole run. Merging n parts costs O(log n) passes over them; streaming parts are merged as they
/// come, so that memory grows with log n.
template <detail::any_outcome Outcome>
class shard_merge {
    using layout = detail::outcome_layout<Outcome>;

  public:
    /// Adds a part; `file` is its name in messages. \throws outcome_file_error when it is of another forecast, run or
    /// dates than the first, or has draws that an earlier part has; then nothing was added.
    [[gnu::cold]] void add(Outcome part, const std::string& file) {
        const detail::run_identity& run = layout::identity(part);
        if (merged_.empty()) {
            run_ = run;
            dates_ = layout::dates(part);
            first_file_ = file;
        }
        require_same_run(run, layout::dates(part), file);
        std::vector<covered_range> covered = covered_;
        for (const detail::draw_range& range : run.covered) insert(covered, {range, file});
        std::vector<std::pair<std::uint64_t, Outcome>> merged = merged_;
        // Like the digits of a binary counter: two stacks of equally many parts become one.
        std::uint64_t parts = 1;
        while (!merged.empty() && merged.back().first == parts) {
            part = merge(merged.back().second, part);
            parts *= 2;
            merged.pop_back();
        }
        merged.emplace_back(parts, std::move(part));
        covered_ = std::move(covered);
        merged_ = std::move(merged);
    }

    /// The draws of the run that no part has yet, in order.
    [[nodiscard, gnu::cold]] std::vector<detail::draw_range> missing() const {
        std::vector<detail::draw_range> gaps;
        std::uint64_t reached = 0;
        for (const auto& [range, file] : covered_) {
            if (range.first > reached) gaps.push_back({reached, range.first});
            reached = range.last;
        }
        if (reached < run_.draws) gaps.push_back({reached, run_.draws});
        return gaps;
    }
    /// All draws of the run are here.
    [[nodiscard, gnu::cold]] bool complete() const { return !merged_.empty() && missing().empty(); }

    /// The parts so far as one outcome; see `complete()` for whether it is the whole run.
    /// \throws std::domain_error before the first part.
    [[nodiscard, gnu::cold]] Outcome merged() const {
        if (merged_.empty()) throw std::domain_error("shard_merge::merged: there are no parts; add at least one");
        Outcome all = merged_.back().second;
        for (std::size_t i = merged_.size() - 1; i > 0; --i) all = merge(merged_[i - 1].second, all);
        return all;
    }

  private:
    struct covered_range {
        detail::draw_range draws;
        std::string file;
    };

    [[gnu::cold]] void require_same_run(const detail::run_identity& run, const std::vector<date>& dates,
                          const std::string& file) const {
        if (dates != dates_) {
            throw outcome_file_error(file, "has other dates than " + first_file_ + "; merge the shards of one run only");
        }
        if (const char* const how = detail::other_arithmetic(run.arithmetic, run_.arithmetic)) {
            throw outcome_file_error(file, "was run " + std::string(how) + " (" + first_file_ + " differs)");
        }
        if (run.forecast != run_.forecast) {
            throw outcome_file_error(file, "is of another forecast than " + first_file_ +
                                               ", or of this one with other assumptions or another model; run its shard "
                                               "again with the program that made " + first_file_);
        }
        const auto refuse = [&](const char* what) {
            throw outcome_file_error(file, "is of " + std::string(what) + " than " + first_file_ +
                                               "; merge the shards of one run only");
        };
        if (run.seed != run_.seed) refuse("another seed");
        if (!run.same_run(run_)) refuse("a run with other options");
    }
    [[gnu::cold]] static void insert(std::vector<covered_range>& covered, covered_range added) {
        const auto overlapped =
            std::find_if(covered.begin(), covered.end(),
                         [&](const covered_range& other) { return other.draws.last > added.draws.first; });
        if (overlapped != covered.end() && overlapped->draws.first < added.draws.last) {
            throw outcome_file_error(added.file, "overlaps " + overlapped->file + ": both have draw " +
                                                     std::to_string(std::max(added.draws.first,
                                                                             overlapped->draws.first)) +
                                                     " of the run; give each shard once");
        }
        covered.insert(overlapped, std::move(added));
    }

    detail::run_identity run_;
    std::vector<date> dates_;
    std::string first_file_;
    std::vector<covered_range> covered_;                     // in order of draws
    std::vector<std::pair<std::uint64_t, Outcome>> merged_;  // with how many parts are in each
};

}  // namespace headway

#include <headway/header_end.hpp>
